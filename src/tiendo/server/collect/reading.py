# SPDX-License-Identifier: Apache-2.0
"""Files of a pack of forms, and whether a form can be used at all: every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import Field

from tiendo.formula import FormulaError, When, check_measure, names_in, parse_formula
from tiendo.server.collect.data import Arithmetic, FormDefinition
from tiendo.server.collect.data.checks import LineCode
from tiendo.server.figures.data import FigureStatus, IndicatorRow
from tiendo.server.support.packs import Marked, Pack, PackError, Strict, read_yaml

Path_ = tuple[int | str, ...]


class FormLines(FormDefinition):
    """A form of a pack.

    Attributes:
        unit: code of the unit whose form it is; None: a template that any office takes over.
        units: codes of those who fill it in; empty: the unit itself.
    """

    code: LineCode
    unit: str | None = None
    units: tuple[str, ...] = ()

    def define(self) -> FormDefinition:
        """The form without its code and units."""
        return FormDefinition(**{name: getattr(self, name) for name in FormDefinition.model_fields})


class FormFile(Strict):
    """A file of a pack of forms.

    Attributes:
        units_on: the day on which the codes of units are read.
    """

    units_on: date | None = None
    forms: tuple[FormLines, ...] = Field(min_length=1)


def read_pack(pack: Pack, indicators: Mapping[str, IndicatorRow]) -> list[Marked[FormFile]]:
    """All files of a pack.

    Raises:
        PackError: with file and line of each fault.
    """
    files = [read_yaml(pack.folder / name, FormFile) for name in pack.manifest.files]
    faults = []
    for marked in files:
        for place, form in enumerate(marked.value.forms):
            for path, sentence in find_faults(form, indicators):
                faults.append(marked.fault(sentence, "forms", place, *path))
            if form.unit is not None and marked.value.units_on is None:
                sentence = _("A code of a unit means something on a day only: write it in “units_on”.")
                faults.append(marked.fault(sentence, "forms", place, "unit"))
    if faults:
        raise PackError(faults)
    return files


def find_faults(form: FormDefinition, indicators: Mapping[str, IndicatorRow]) -> Iterator[tuple[Path_, str]]:
    """Why a form cannot be used; each with the place in its definition.

    Args:
        indicators: the catalogue, by code.
    """
    if (form.due.working_days is None) == (form.due.day is None):
        yield ("due",), _("Say when it is due: either working days after the cut-off, or a day of the month.")
    keys: set[str] = set()
    for place, line in enumerate(form.lines):
        indicator = indicators.get(line.indicator)
        told = {"code": line.key}
        if indicator is None:
            sentence = _("The catalogue has no indicator “%(code)s”: load its pack, or correct the code.")
            yield ("lines", place, "indicator"), sentence % {"code": line.indicator}
        elif indicator.formula:
            sentence = _("“%(code)s” is computed from other indicators: nobody types it, take the line out.")
            yield ("lines", place, "indicator"), sentence % {"code": line.indicator}
        if line.key in keys:
            sentence = _("“%(code)s” stands on two lines: give one of them a code of its own.")
            yield ("lines", place, "code"), sentence % told
        if line.status not in (FigureStatus.ACTUAL, FigureStatus.ESTIMATE):
            sentence = _("A line holds “actual” or “estimate” figures.")
            yield ("lines", place, "status"), sentence
        keys.add(line.key)
    measures = {line.key: indicators[line.indicator].measure for line in form.lines if line.indicator in indicators}
    yield from _find_check_faults(form, measures)


def _find_check_faults(form: FormDefinition, measures: Mapping[str, str]) -> Iterator[tuple[Path_, str]]:
    for place, check in enumerate(form.checks):
        if isinstance(check, Arithmetic):
            yield from _find_formula_faults(check, place, measures)
            continue
        for code in check.lines:
            if code not in measures:
                sentence = _("No line has the code “%(code)s”.") % {"code": code}
                yield ("checks", place, "lines"), sentence


def _find_formula_faults(check: Arithmetic, place: int, measures: Mapping[str, str]) -> Iterator[tuple[Path_, str]]:
    """Both sides can be read, name lines of the form, and measure the same."""
    first = ""
    for side in ("left", "right"):
        try:
            parts = parse_formula(getattr(check, side))
            named = [name.code for name in names_in(parts) if name.when is When.NOW]
            first = first or next(iter(named), "")
            strange = [name.code for name in names_in(parts) if name.code not in measures]
            if strange:
                sentence = _("No line has the code “%(code)s”.") % {"code": strange[0]}
                yield ("checks", place, side), sentence
            elif first in measures:
                check_measure(parts, measures[first], measures)
        except FormulaError as error:
            yield ("checks", place, side), _say(error)
    if not first:
        yield ("checks", place), _("The check names no line of the form.")


def _say(error: FormulaError) -> str:
    return error.message_en if (get_language() or "").startswith("en") else error.message
