# SPDX-License-Identifier: Apache-2.0
"""The files of a pack of indicators, with the line of every fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.formula import CycleError, FormulaError, check_measure, order_formulas, parse_formula
from tiendo.kernel.units import Dimension, find_unit
from tiendo.kernel.vietnamese import search_key
from tiendo.server.figures.data import Nature, RollUp
from tiendo.server.figures.reading.lines import IndicatorFile, Known, ReadIndicator
from tiendo.server.figures.reading.structure import check_structure, resolve
from tiendo.server.support.packs import Fault, Marked, Pack, PackError, read_yaml

_MOST_FAULTS = 20  # more than a person mends at once
_PERCENTAGES = (Dimension.RATIO, Dimension.POINT)


def read_pack(pack: Pack, known: Mapping[str, Known]) -> list[ReadIndicator]:
    """All indicators of a pack, in its order, components behind what they are part of.

    Args:
        known: by code, what other packs have loaded; formulas and components may name it.

    Raises:
        PackError: with file and line of each fault, the first twenty.
    """
    faults: list[Fault] = []
    files: list[Marked[IndicatorFile]] = []
    for name in pack.manifest.files:
        try:
            files.append(read_yaml(pack.folder / name, IndicatorFile))
        except PackError as error:
            faults.extend(error.faults)
    for marked in files:
        faults.extend(_check_measures(marked))
    faults.extend(_check_names(files))
    if not faults:
        faults.extend(_check_formulas(files, known))
    if not faults:
        faults.extend(check_structure(files, known))
    if faults:
        raise PackError(faults[:_MOST_FAULTS])
    return resolve(files, known)


def place_of(pack: Pack, code: str) -> Fault:
    """Where an indicator of the pack stands, as a fault without words."""
    for name in pack.manifest.files:
        marked = read_yaml(pack.folder / name, IndicatorFile)
        for place, line in enumerate(marked.value.indicators):
            if line.code == code:
                return marked.fault("", "indicators", place, "code")
    return Fault(str(pack.folder), 0, "")


def _check_measures(marked: Marked[IndicatorFile]) -> Iterator[Fault]:
    for place, line in enumerate(marked.value.indicators):
        at = ("indicators", place)
        unit = find_unit(line.measure)
        if unit is None or not line.measure.strip():
            sentence = _("“%(measure)s” is no unit of measure: write it like “tỷ đồng”, “%%”, “hộ”, “giường/vạn dân”.")
            yield marked.fault(sentence % {"measure": line.measure}, *at, "measure")
        elif line.nature is Nature.RATIO and unit.dimension not in _PERCENTAGES and not unit.per:
            sentence = _("A ratio is measured in %%, ‰, points or “… per …”, not in “%(measure)s”.")
            yield marked.fault(sentence % {"measure": line.measure}, *at, "measure")
        if (line.nature is Nature.RATIO) != (line.roll_up is RollUp.RATIO):
            sentence = _("A ratio is rolled up as “ratio” (sum over sum), and nothing else is; it is never added.")
            yield marked.fault(sentence, *at, "roll_up")


def _check_formulas(files: list[Marked[IndicatorFile]], known: Mapping[str, Known]) -> Iterator[Fault]:
    """Every formula can be read, names what is there, gives the unit of its indicator, and goes in no circle."""
    measures = {code: one.measure for code, one in known.items()}
    measures |= {line.code: line.measure for marked in files for line in marked.value.indicators}
    parsed = {code: parse_formula(one.formula) for code, one in known.items() if one.formula}
    places: dict[str, tuple[Marked[IndicatorFile], int]] = {}
    for marked in files:
        for place, line in enumerate(marked.value.indicators):
            parsed.pop(line.code, None)
            if not line.formula:
                continue
            try:
                parsed[line.code] = parse_formula(line.formula)
                check_measure(parsed[line.code], line.measure, measures)
            except FormulaError as error:
                yield marked.fault(_say(error), "indicators", place, "formula")
                continue
            places[line.code] = marked, place
    try:
        order_formulas(parsed)
    except CycleError as error:
        for code in dict.fromkeys(error.path):
            if code in places:
                marked, place = places[code]
                yield marked.fault(_say(error), "indicators", place, "formula")


def _say(error: FormulaError) -> str:
    return error.message_en if (get_language() or "").startswith("en") else error.message


def _check_names(files: list[Marked[IndicatorFile]]) -> Iterator[Fault]:
    """A code stands once; a name belongs to one indicator, whatever its capitals."""
    codes: dict[str, str] = {}
    names: dict[str, tuple[str, str]] = {}
    for marked in files:
        for place, line in enumerate(marked.value.indicators):
            at = ("indicators", place)
            here = f"{marked.file}:{marked.line_of(*at, 'code')}"
            if line.code in codes:
                told = {"code": line.code, "place": codes[line.code]}
                yield marked.fault(_("The code “%(code)s” stands in %(place)s already.") % told, *at, "code")
                continue
            codes[line.code] = here
            yield from _check_aliases(marked, place, names)


def _check_aliases(marked: Marked[IndicatorFile], place: int, names: dict[str, tuple[str, str]]) -> Iterator[Fault]:
    line = marked.value.indicators[place]
    named: list[tuple[str, tuple[int | str, ...]]] = [(line.name, ("indicators", place, "name"))]
    named += [(alias, ("indicators", place, "aliases", number)) for number, alias in enumerate(line.aliases)]
    for name, path in named:
        key = search_key(name, has_marks=True)
        owner, where = names.setdefault(key, (line.code, f"{marked.file}:{marked.line_of(*path)}"))
        if owner != line.code:
            told = {"name": name, "owner": owner, "place": where}
            sentence = _("“%(name)s” names “%(owner)s” in %(place)s already: a name belongs to one indicator.")
            yield marked.fault(sentence % told, *path)
