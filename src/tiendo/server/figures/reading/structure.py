# SPDX-License-Identifier: Apache-2.0
"""Headings, components and standards of a pack: what names what, and whether it can.

What is here: checks over several lines, and the lines with what they name. Not here: measures, names, formulas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from tiendo.formula import Calculation, Expression, Name, Sign, names_in, parse_formula
from tiendo.kernel.dates import format_date
from tiendo.kernel.units import same_dimension
from tiendo.server.figures.data import Nature, OverTime
from tiendo.server.figures.reading.lines import (
    GroupLine,
    IndicatorFile,
    IndicatorLine,
    Known,
    ReadIndicator,
    StandardLine,
    VersionLine,
)
from tiendo.server.support.packs import Fault, Marked

Files = Sequence[Marked[IndicatorFile]]
_DAY = timedelta(days=1)
_ADDABLE = (Nature.FLOW, Nature.STOCK)


def check_structure(files: Files, known: Mapping[str, Known]) -> Iterator[Fault]:
    """Every fault of headings, components, standards and of how months make a year."""
    groups = {line.code for marked in files for line in marked.value.groups}
    standards = {line.code for marked in files for line in marked.value.standards}
    lines = {line.code: line for marked in files for line in marked.value.indicators}
    for marked in files:
        yield from _check_versions(marked)
        for place, line in enumerate(marked.value.indicators):
            at = ("indicators", place)
            if line.group and line.group not in groups:
                yield marked.fault(_not_there(line.group, groups, "groups"), *at, "group")
            if line.standard and line.standard not in standards:
                yield marked.fault(_not_there(line.standard, standards, "standards"), *at, "standard")
            yield from _check_part(marked, place, lines, known)
            yield from _check_sum(marked, place, lines)
            yield from _check_standard(marked, place, lines, known)
            yield from _check_over_time(marked, place)


def resolve(files: Files, known: Mapping[str, Known]) -> list[ReadIndicator]:
    """The indicators by heading, in the order of the pack, components behind what they are part of."""
    groups = {line.code: line for marked in files for line in marked.value.groups}
    standards = {line.code: line for marked in files for line in marked.value.standards}
    lines = [line for marked in files for line in marked.value.indicators]
    places = {code: place for place, code in enumerate(groups)}
    lines.sort(key=lambda line: places.get(line.group, len(places)))
    natures = {code: one.nature for code, one in known.items()} | {line.code: line.nature for line in lines}
    return [
        ReadIndicator(
            line,
            line.over_time or _usual_over_time(line, natures),
            _told_group(groups.get(line.group)),
            _told_versions(standards.get(line.standard)),
        )
        for line in _in_order(lines)
    ]


def _in_order(lines: Sequence[IndicatorLine]) -> Iterator[IndicatorLine]:
    codes = {line.code for line in lines}

    def walk(line: IndicatorLine) -> Iterator[IndicatorLine]:
        yield line
        for below in lines:
            if below.part_of == line.code:
                yield from walk(below)

    for line in lines:
        if line.part_of not in codes:
            yield from walk(line)


def _usual_over_time(line: IndicatorLine, natures: Mapping[str, Nature]) -> OverTime:
    """Flows add up, stocks are taken at the end, a quotient does with its two parts what they do."""
    if line.nature is not Nature.RATIO:
        return OverTime.SUM if line.nature is Nature.FLOW else OverTime.END
    parts = _quotient_of(parse_formula(line.formula)) if line.formula else None
    ends = tuple(natures.get(code) for code in parts) if parts else ()
    usual = {
        (Nature.FLOW, Nature.FLOW): OverTime.SUM,
        (Nature.STOCK, Nature.STOCK): OverTime.END,
        (Nature.FLOW, Nature.STOCK): OverTime.SUM_OVER_END,
    }
    return next((told for natures_of, told in usual.items() if natures_of == ends), OverTime.NONE)


def _quotient_of(part: Expression) -> tuple[str, str] | None:
    if not isinstance(part, Calculation) or part.sign is not Sign.OVER:
        return None
    left, right = part.left, part.right
    return (left.code, right.code) if isinstance(left, Name) and isinstance(right, Name) else None


def _check_part(
    marked: Marked[IndicatorFile], place: int, lines: Mapping[str, IndicatorLine], known: Mapping[str, Known]
) -> Iterator[Fault]:
    line = marked.value.indicators[place]
    if not line.part_of:
        return
    if line.part_of not in lines and line.part_of not in known:
        sentence = _("There is no indicator “%(code)s” that this could be a component of: correct the code.")
        yield marked.fault(sentence % {"code": line.part_of}, "indicators", place, "part_of")
        return
    path = [line.code]
    above = line.part_of
    while above and above not in path:
        path.append(above)
        above = lines[above].part_of if above in lines else known[above].part_of if above in known else ""
    if above == line.code:
        sentence = _("Components go in a circle: %(path)s. Take one “part_of” out.")
        yield marked.fault(sentence % {"path": " → ".join([*path, above])}, "indicators", place, "part_of")


def _check_sum(marked: Marked[IndicatorFile], place: int, lines: Mapping[str, IndicatorLine]) -> Iterator[Fault]:
    line = marked.value.indicators[place]
    if not line.parts_add_up:
        return
    parts = [one for one in lines.values() if one.part_of == line.code]
    told = {"name": line.name}
    if line.nature not in _ADDABLE:
        sentence = _("“%(name)s” is no sum of components: only flows and stocks add up. Take “parts_add_up” out.")
    elif not parts:
        sentence = _("“%(name)s” has no components: write “part_of: %(code)s” at them, or take “parts_add_up” out.")
        told["code"] = line.code
    else:
        odd = [one.name for one in parts if one.nature is not line.nature or not _is_alike(one.measure, line.measure)]
        if not odd:
            return
        sentence = _("“%(odd)s” cannot be added to “%(name)s”: give both the same nature and a measure that fits.")
        told["odd"] = ", ".join(odd)
    yield marked.fault(sentence % told, "indicators", place, "parts_add_up")


def _is_alike(one: str, other: str) -> bool:
    return one == other or same_dimension(one, other)


def _check_standard(
    marked: Marked[IndicatorFile], place: int, lines: Mapping[str, IndicatorLine], known: Mapping[str, Known]
) -> Iterator[Fault]:
    """What is computed from something that is counted by a standard is counted by it too."""
    line = marked.value.indicators[place]
    if not line.formula or line.standard:
        return
    for name in dict.fromkeys(name.code for name in _names(line.formula)):
        below = lines.get(name)
        if below is not None and below.standard:
            told = {"name": below.name, "standard": below.standard}
            sentence = _(
                "It rests on “%(name)s”, which is counted by a standard: write “standard: %(standard)s” here too."
            )
            yield marked.fault(sentence % told, "indicators", place, "formula")
            return


def _names(formula: str) -> Iterable[Name]:
    return names_in(parse_formula(formula))


def _check_over_time(marked: Marked[IndicatorFile], place: int) -> Iterator[Fault]:
    line = marked.value.indicators[place]
    if line.over_time is OverTime.SUM_OVER_END and line.nature is not Nature.RATIO:
        sentence = _("“sum_over_end” is for ratios: a flow is “sum”, a stock is “end”.")
        yield marked.fault(sentence, "indicators", place, "over_time")
    if line.over_time is OverTime.SUM and line.nature in (Nature.STOCK, Nature.YES_NO):
        sentence = _("What is there at the end of a period is not added up over time: write “end”.")
        yield marked.fault(sentence, "indicators", place, "over_time")


def _check_versions(marked: Marked[IndicatorFile]) -> Iterator[Fault]:
    """Versions follow each other without a gap and without lying over each other."""
    for place, line in enumerate(marked.value.standards):
        before: VersionLine | None = None
        for number, version in enumerate(line.versions):
            at = ("standards", place, "versions", number)
            if version.first_on and version.last_on and version.last_on < version.first_on:
                told = {"day": format_date(version.first_on)}
                sentence = _("It ends before it begins: “until” must be %(day)s or later.")
                yield marked.fault(sentence % told, *at, "until")
            if before is not None:
                yield from _check_after(marked, before, version, at)
            before = version


def _check_after(
    marked: Marked[IndicatorFile], before: VersionLine, version: VersionLine, at: tuple[str | int, ...]
) -> Iterator[Fault]:
    if before.last_on is None:
        sentence = _("“%(name)s” has no end although another version follows: write “until” in it.")
        yield marked.fault(sentence % {"name": before.name}, *at, "name")
    elif version.first_on != before.last_on + _DAY:
        told = {"name": before.name, "day": (before.last_on + _DAY).isoformat()}
        sentence = _(
            "“%(name)s” ends the day before %(day)s: write “from: %(day)s” here, so that each day has one version."
        )
        yield marked.fault(sentence % told, *at, "from")


def _not_there(code: str, codes: Iterable[str], where: str) -> str:
    sentence = _("“%(code)s” is not among the %(where)s of this pack (%(codes)s): correct it, or add it there.")
    return sentence % {"code": code, "where": where, "codes": ", ".join(sorted(codes)) or "—"}


def _told_group(line: GroupLine | None) -> dict[str, str] | None:
    return None if line is None else {"number": line.number, "name": line.name, "name_en": line.name_en}


def _told_versions(line: StandardLine | None) -> tuple[dict[str, str], ...]:
    if line is None:
        return ()
    return tuple(
        {
            "name": version.name,
            "name_en": version.name_en,
            "from": _iso(version.first_on),
            "until": _iso(version.last_on),
            "rule": version.rule,
            "rule_en": version.rule_en,
            "source": version.source,
        }
        for version in line.versions
    )


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
