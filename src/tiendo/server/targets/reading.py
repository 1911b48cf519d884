# SPDX-License-Identifier: Apache-2.0
"""The files of a pack of targets, with the line of every fault.

A file holds the targets of one unit for one year as the resolution words them; figures are written as on paper
("5.208 tỷ đồng", "6,6–6,8 %").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, TypeVar

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field

from tiendo.evaluate import SCHEMES, Band, Basis, EvaluateError, LocalClass, Nature, RuleKind, Scheme, Status
from tiendo.evaluate.data import CHANGES, WITHOUT_VALUE
from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import find_unit
from tiendo.server.support.packs import Fault, Marked, Pack, PackError, Strict, read_yaml
from tiendo.server.targets.data import SAME_PERIOD, Cadence, PhaseInput, RuleDetail

_T = TypeVar("_T")
_MOST_FAULTS = 20
_AMOUNT = re.compile(r"(?P<low>-?\d[\d.,]*)(?: ?[–-] ?(?P<high>\d[\d.,]*))? ?(?P<unit>.*)", re.DOTALL)
_HUNDRED = Decimal(100)
#: In YAML the number 1 and the text "1" are both how a person numbers a target.
Number = Annotated[str, BeforeValidator(lambda given: str(given) if isinstance(given, int) else given)]


class PhaseLine(Strict):
    """So many per cent of the plan are due by the end of a period ("quý I", "9 tháng đầu năm")."""

    until: str
    percent: Decimal = Field(ge=0, le=100)


class PlanLine(Strict):
    """A plan beside the primary one."""

    value: str
    assigner: str
    act: str = ""
    clause: str = ""
    decided_on: date | None = None


class BaseLine(Strict):
    """What a change is counted from: a period ("6 tháng đầu năm 2019", "cùng kỳ"), and its figure where it is known."""

    period: str
    value: str = ""


class TargetLine(Strict):
    """One target.

    Attributes:
        rule: as in ``evaluate``: at_least, at_most, between, reduce_by_percent …
        plan: as on paper: "5.208 tỷ đồng"; left out where the rule needs none.
        figures_are_changes: figures of the indicator are themselves changes ("kéo giảm 75,15 %").
        by: the day by which it must be done; the time of the target ends on it.
        components: its own components.
    """

    number: Number = Field(max_length=12)
    name: str = Field(min_length=1, max_length=500)
    indicator: str
    rule: RuleKind
    plan: str = ""
    clause: str = ""
    lead: str = ""
    cadence: Cadence = Cadence.MONTH
    is_counted: bool = True
    base: BaseLine | None = None
    figures_are_changes: bool = False
    tolerance: Decimal | None = None
    condition: str = ""
    span: str = ""
    by: date | None = None
    phasing: tuple[PhaseLine, ...] = ()
    pace: str = Field(default="", pattern="^(straight_line|full_level|none|)$")
    phasing_source: str = ""
    other_plans: tuple[PlanLine, ...] = ()
    components: tuple[TargetLine, ...] = ()


class BandLine(Strict):
    """A class before the end: from so many per cent on ("trên 80 %" is strict), of what is due or of the whole plan."""

    status: Status
    from_percent: Decimal = Field(ge=0)
    of: Basis = Basis.EXPECTED
    is_strict: bool = False


class ClassLine(Strict):
    """A class as the locality names it, with the statuses that it gathers."""

    name: str = Field(min_length=1, max_length=200)
    name_en: str = ""
    statuses: tuple[Status, ...] = Field(min_length=1)


class SchemeLines(Strict):
    """How a locality classifies, in its own words.

    Attributes:
        otherwise: the status of what is below all bands.
        done_early: natures whose targets are done once the plan is met, before the year is over.
        about_share: how far "khoảng" reaches, as a part of the last printed place.
    """

    code: str = Field(pattern="^[a-z0-9_-]{1,40}$")
    bands: tuple[BandLine, ...] = ()
    classes: tuple[ClassLine, ...]
    otherwise: Status = Status.AT_RISK
    done_early: tuple[Nature, ...] = (Nature.FLOW, Nature.YES_NO)
    about_share: Decimal = Decimal("0.05")


class GroupLine(Strict):
    """A group of the resolution: "Kinh tế"."""

    name: str
    targets: tuple[TargetLine, ...]


class TargetFile(Strict):
    """The targets of a unit for a year.

    Attributes:
        unit: its official code; it means something only together with ``on``.
        on: a day on which the unit bears that code; the first day of the year when left out.
        assigner, act, decided_on: of the resolution that sets the primary plans.
        scheme, own_scheme: how the unit classifies: the code of a shipped scheme, or one of its own.
    """

    unit: Number
    on: date | None = None
    year: int = Field(ge=2000, le=2100)
    assigner: str
    act: str = ""
    decided_on: date | None = None
    regime: str = Field(default="calendar", pattern="^(calendar|administrative)$")
    scheme: str = ""
    own_scheme: SchemeLines | None = None
    groups: tuple[GroupLine, ...]


@dataclass(frozen=True, slots=True)
class ReadTarget:
    """A target with its plans, read and checked; ``place`` is where it stands, for faults of the database."""

    line: TargetLine
    group: str
    parent_number: str
    position: int
    detail: RuleDetail
    value: Quantity | None
    upper: Quantity | None
    others: tuple[tuple[PlanLine, Quantity, Quantity | None], ...]
    steps: tuple[PhaseInput, ...]
    place: Fault


def read_pack(pack: Pack) -> list[tuple[Marked[TargetFile], list[ReadTarget]]]:
    """The files of a pack with their targets, components behind the target they belong to.

    Raises:
        PackError: with file and line of each fault, the first twenty.
    """
    faults: list[Fault] = []
    found = []
    for name in pack.manifest.files:
        try:
            marked = read_yaml(pack.folder / name, TargetFile)
        except PackError as error:
            faults.extend(error.faults)
            continue
        try:
            read_scheme(marked)
        except PackError as error:
            faults.extend(error.faults)
        found.append((marked, list(_Reader(marked, faults).read())))
    if faults:
        raise PackError(faults[:_MOST_FAULTS])
    return found


class _Reader:
    """Reads one file; faults go into the list, and a part with a fault is read as if it were left out."""

    def __init__(self, marked: Marked[TargetFile], faults: list[Fault]) -> None:
        self._marked, self._faults = marked, faults
        self._numbers: dict[str, int] = {}
        self._position = 0

    def read(self) -> Iterator[ReadTarget]:
        for place, group in enumerate(self._marked.value.groups):
            for number, line in enumerate(group.targets):
                at: tuple[int | str, ...] = ("groups", place, "targets", number)
                yield self._read_one(line, group.name, "", at)
                for part, component in enumerate(line.components):
                    yield self._read_one(component, group.name, line.number, (*at, "components", part))

    def _read_one(self, line: TargetLine, group: str, parent: str, at: tuple[int | str, ...]) -> ReadTarget:
        self._position += 1
        self._check_number(line, at)
        value, upper = self._read_plan(line, at)
        others = []
        for place, plan in enumerate(line.other_plans):
            read = self._try(partial(read_amount, plan.value), *at, "other_plans", place, "value")
            if read is not None:
                others.append((plan, *read))
        return ReadTarget(
            line, group, parent, self._position, self._read_detail(line, at), value, upper, tuple(others),
            tuple(self._read_steps(line, at)), self._marked.fault("", *at, "number"),
        )  # fmt: skip

    def _check_number(self, line: TargetLine, at: tuple[int | str, ...]) -> None:
        here = self._marked.line_of(*at, "number")
        first = self._numbers.setdefault(line.number, here)
        if first != here:
            told = {"number": line.number, "line": first}
            self._fault(_("The number %(number)s stands in line %(line)s already.") % told, *at, "number")
        if line.rule is RuleKind.COMPONENTS and not any(part.is_counted for part in line.components):
            self._fault(_("A target that is told by its components needs at least one that counts."), *at, "rule")
        if line.components and len(at) > 4:  # noqa: PLR2004 - components stand one level below targets
            self._fault(_("A component has no components of its own."), *at, "components")

    def _read_plan(self, line: TargetLine, at: tuple[int | str, ...]) -> tuple[Quantity | None, Quantity | None]:
        if not line.plan:
            if line.rule not in WITHOUT_VALUE and not line.components:
                self._fault(_("“plan” is missing: write it as on paper, “5.208 tỷ đồng”."), *at)
            return None, None
        return self._try(partial(read_amount, line.plan), *at, "plan") or (None, None)

    def _read_detail(self, line: TargetLine, at: tuple[int | str, ...]) -> RuleDetail:
        base_period, base = "", None
        if (line.rule in CHANGES) != (line.base is not None):
            self._fault(_("“base” belongs to a change against a base, and each of them needs one."), *at, "base")
        if line.base is not None:
            base_period = self._read_period(line.base.period, *at, "base", "period")
            given = line.base.value
            read = self._try(partial(read_amount, given), *at, "base", "value") if given else None
            base = None if read is None else read[0]
        return RuleDetail(
            base_period=base_period,
            base=base,
            is_change=line.figures_are_changes,
            tolerance=line.tolerance,
            condition=line.condition,
            phasing=line.pace,
            phasing_source=line.phasing_source,
            span=self._read_span(line, at),
            regime=self._marked.value.regime,
        )

    def _read_span(self, line: TargetLine, at: tuple[int | str, ...]) -> str:
        year = self._marked.value.year
        if line.by is None:
            return self._read_period(line.span, *at, "span") if line.span else ""
        if line.span or line.by.year != year:
            told = {"year": year}
            self._fault(_("“by” is a day of %(year)s, and “span” is left out beside it.") % told, *at, "by")
            return ""
        return format_sdmx(Period(date(year, 1, 1), line.by))

    def _read_period(self, text: str, *at: int | str) -> str:
        if text == "cùng kỳ":
            return SAME_PERIOD
        period = self._try(partial(parse_period, text, year=self._marked.value.year), *at)
        return "" if period is None else format_sdmx(period)

    def _read_steps(self, line: TargetLine, at: tuple[int | str, ...]) -> Iterator[PhaseInput]:
        for place, step in enumerate(line.phasing):
            read = partial(parse_period, step.until, year=self._marked.value.year)
            period = self._try(read, *at, "phasing", place, "until")
            if period is not None:
                yield PhaseInput(period.last_on, step.percent / _HUNDRED)

    def _try(self, read: Callable[[], _T], *at: int | str) -> _T | None:
        try:
            return read()
        except (NumberError, PeriodError) as error:
            self._fault(str(error), *at)
            return None

    def _fault(self, sentence: str, *at: int | str) -> None:
        self._faults.append(self._marked.fault(sentence, *at))


def read_scheme(marked: Marked[TargetFile]) -> Scheme | None:
    """How the unit of a file classifies; None where the file does not say.

    Raises:
        PackError: no such scheme, or one that could not add up, with its line.
    """
    code, given = marked.value.scheme, marked.value.own_scheme
    if code and given is not None:
        raise PackError([marked.fault(_("“scheme” and “own_scheme” exclude each other: keep one."), "scheme")])
    if given is None:
        if code and code not in SCHEMES:
            told = {"code": code, "codes": ", ".join(SCHEMES)}
            sentence = _("There is no scheme “%(code)s”: name one of %(codes)s, or write your own.") % told
            raise PackError([marked.fault(sentence, "scheme")])
        return SCHEMES[code] if code else None
    if given.code in SCHEMES:
        sentence = _("“%(code)s” is a shipped scheme: give your own another code.") % {"code": given.code}
        raise PackError([marked.fault(sentence, "own_scheme", "code")])
    try:
        return Scheme(
            code=given.code,
            bands=tuple(Band(b.status, b.from_percent, b.of, is_strict=b.is_strict) for b in given.bands),
            classes=tuple(LocalClass(c.statuses, c.name, c.name_en or c.name) for c in given.classes),
            otherwise=given.otherwise,
            early=frozenset(given.done_early),
            about_share=given.about_share,
        )
    except EvaluateError as error:
        raise PackError([marked.fault(str(error), "own_scheme")]) from error


def read_amount(text: str) -> tuple[Quantity, Quantity | None]:
    """A plan as on paper: "5.208 tỷ đồng", "6,6–6,8 %".

    Raises:
        NumberError: there is no number, or what stands behind it is no unit.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None or find_unit(found["unit"]) is None:
        raise NumberError(_("“%(text)s” is no planned value: write it like “5.208 tỷ đồng”.") % {"text": text})
    unit = found["unit"].strip()
    low, high = (None if part is None else parse_number(part) for part in (found["low"], found["high"]))
    if low is None:
        raise NumberError(text)
    lowest = Quantity(low.value, unit, low.step)
    return lowest, None if high is None else Quantity(high.value, unit, high.step)
