# SPDX-License-Identifier: Apache-2.0
"""Indicators that are computed from others: when a figure changes, what rests on it changes in the same transaction.

How data walks: changed figures → the formulas that name them → for each unit and period the figures in force → the
value → a row of source *formula* that supersedes the former one. Work grows with what rests on the change. A computed
figure goes before a printed one, which stays in the record as what was reported; a difference is noted.
Not here: the language of formulas (``tiendo.formula``), the value of a row (``rules``).
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.formula import (
    Expression,
    Known,
    Name,
    Nothing,
    When,
    compute,
    names_in,
    order_formulas,
    parse_formula,
    write_formula,
)
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.data import Deed, FigureKey, FigureStatus, Gap, Nature, SourceKind, SourceRef
from tiendo.server.figures.models import Indicator, Observation
from tiendo.server.figures.queries import read_standards
from tiendo.server.figures.rules import Values, find_change, keep_computed, read_period, to_known, weakest
from tiendo.server.figures.services.adding import Draft, add_wave, values_of, write_values

#: The figure that a formula takes when several stand side by side: the firmest. Source: DOMAIN 1.3 keeps them apart.
_FIRMEST = (FigureStatus.FINAL, FigureStatus.ACTUAL, FigureStatus.ESTIMATE)
_REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class _Formula:
    """An indicator with its formula, and its place in the order of computing."""

    indicator: Indicator
    expression: Expression
    place: int


class _Book:
    """The formulas of the catalogue, by what they name."""

    def __init__(self, rows: Sequence[Indicator]) -> None:
        parsed = {row.code: parse_formula(row.formula) for row in rows}
        places = {code: place for place, code in enumerate(order_formulas(parsed))}
        self.by_code = {row.code: _Formula(row, parsed[row.code], places[row.code]) for row in rows}
        self.naming: defaultdict[str, set[tuple[str, When]]] = defaultdict(set)
        for code, expression in parsed.items():
            for name in names_in(expression):
                self.naming[name.code].add((code, name.when))
        named = Indicator.objects.filter(code__in={*self.by_code, *self.naming})
        self.indicators = {row.code: row for row in named}
        self.codes = {row.pk: row.code for row in named}


def compute_touched(keys: Iterable[FigureKey], scope: Scope) -> list[FigureKey]:
    """Computes again what rests on these figures, through other formulas too.

    Returns:
        The computed figures that are new.
    """
    rows = list(Indicator.objects.exclude(formula=""))
    if not rows:
        return []
    book, changed = _Book(rows), []
    waiting = _Waiting(book)
    for key in keys:
        waiting.add_resting_on(key)
    while waiting:
        formula, slots = waiting.pop()
        for key in _compute(formula, slots, book, scope):
            changed.append(key)
            waiting.add_resting_on(key)
    return changed


class _Waiting:
    """What is to be computed, in the order of time and of the formulas: each once, behind all that it rests on."""

    def __init__(self, book: _Book) -> None:
        self._book = book
        self._heap: list[tuple[date, int, str]] = []
        self._slots: defaultdict[tuple[date, int, str], dict[tuple[int, Period], None]] = defaultdict(dict)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def add_resting_on(self, key: FigureKey) -> None:
        """Everything that names the figure; the figure itself when it is a print of what can be computed."""
        code = self._book.codes.get(key.indicator_id)
        if code is None:
            return
        period = read_period(key.period, key.regime)
        if code in self._book.by_code:
            self._add(code, key.unit_id, period)
        for resting, when in self._book.naming.get(code, ()):
            for later in _periods_that_see(period, when):
                self._add(resting, key.unit_id, later)

    def _add(self, code: str, unit_id: int, period: Period) -> None:
        group = period.last_on, self._book.by_code[code].place, code
        if group not in self._slots:
            heapq.heappush(self._heap, group)
        self._slots[group][unit_id, period] = None

    def pop(self) -> tuple[_Formula, list[tuple[int, Period]]]:
        """The next formula with its units and periods."""
        group = heapq.heappop(self._heap)
        return self._book.by_code[group[2]], list(self._slots.pop(group))


def _periods_that_see(period: Period, when: When) -> Iterator[Period]:
    """The periods from which a figure of this one is the figure of ``when``."""
    match when:
        case When.NOW:
            yield period
        case When.PREVIOUS:
            yield period.following()
        case When.SAME_PERIOD if period.months is not None:
            first, last = period.months
            yield Period.of_months(first + 12, last + 12, period.regime)
        case When.SAME_PERIOD:
            return


def _seen_from(period: Period, when: When) -> Period:
    match when:
        case When.NOW:
            return period
        case When.PREVIOUS:
            return period.previous()
        case When.SAME_PERIOD:
            return period.same_period_last_year()


def _compute(formula: _Formula, slots: Sequence[tuple[int, Period]], book: _Book, scope: Scope) -> list[FigureKey]:
    """One formula for many units and periods: two statements to read, three to write."""
    found = _find_figures(formula, slots, book)
    standing = _find_standing(formula, slots)
    drafts = []
    for unit_id, period in slots:
        draft = _draft(formula, _Slot(unit_id, period), found, standing, book)
        if draft is not None:
            drafts.append(draft)
    added = add_wave(list(enumerate(drafts)), scope, timezone.now(), None)
    return [draft.key for (_place, draft), row, former in added if row is not former]


@dataclass(frozen=True, slots=True)
class _Slot:
    unit_id: int
    period: Period

    def at(self, when: When) -> tuple[str, str]:
        """Code and regime of the period that is seen from here."""
        seen = _seen_from(self.period, when)
        return format_sdmx(seen), seen.regime.code


_Found = Mapping[tuple[int, int, str, str], Observation]


def _find_figures(formula: _Formula, slots: Sequence[tuple[int, Period]], book: _Book) -> _Found:
    """The firmest figure in force of each name, unit and period."""
    names = {(name.code, name.when) for name in names_in(formula.expression)}
    periods = {_Slot(unit, period).at(when)[0] for unit, period in slots for _code, when in names}
    rows = Observation.objects.filter(
        is_current=True,
        indicator_id__in={book.indicators[code].pk for code, _when in names if code in book.indicators},
        unit_id__in={unit for unit, _period in slots},
        period__in=periods,
    )
    found: dict[tuple[int, int, str, str], Observation] = {}
    for row in rows:
        if row.status not in _FIRMEST or values_of(row).is_gap:
            continue
        place = row.unit_id, row.indicator_id, row.period, row.regime
        known = found.get(place)
        if known is None or _FIRMEST.index(FigureStatus(row.status)) < _FIRMEST.index(FigureStatus(known.status)):
            found[place] = row
    return found


def _find_standing(formula: _Formula, slots: Sequence[tuple[int, Period]]) -> dict[tuple[int, str, str], Observation]:
    """The computed rows in force."""
    rows = Observation.objects.filter(
        is_current=True,
        source=SourceKind.FORMULA,
        indicator_id=formula.indicator.pk,
        unit_id__in={unit for unit, _period in slots},
        period__in={format_sdmx(period) for _unit, period in slots},
    )
    return {(row.unit_id, row.period, row.regime): row for row in rows if not values_of(row).is_gap}


def _draft(
    formula: _Formula,
    slot: _Slot,
    found: _Found,
    standing: Mapping[tuple[int, str, str], Observation],
    book: _Book,
) -> Draft | None:
    rows: dict[tuple[str, When], Observation] = {}
    changed: list[Name] = []

    def find(name: Name) -> Known | None:
        indicator = book.indicators.get(name.code)
        if indicator is not None and _is_other_standard(name, slot.period, indicator):
            changed.append(name)
            return None
        row = None if indicator is None else found.get((slot.unit_id, indicator.pk, *slot.at(name.when)))
        if row is None or indicator is None:
            return None
        rows[name.code, name.when] = row
        return to_known(values_of(row), indicator.measure)

    own = formula.indicator
    result = compute(formula.expression, find, own.measure)
    period = slot.period
    key = FigureKey(slot.unit_id, own.pk, format_sdmx(period), period.regime.code, period.first_on, period.last_on)
    if isinstance(result, Nothing):
        old = standing.get((slot.unit_id, key.period, key.regime))
        if old is None:
            return None
        reason = _tell_change(changed, book) if changed else _tell_lack(result, book)
        values = Values(gap=Gap.NOT_REPORTED, missing_reason=reason[:_REASON_LENGTH])
        source = SourceRef(SourceKind.FORMULA)
        return Draft(key, own.code, FigureStatus(old.status), values, source, Deed.WITHDRAW, values.missing_reason)
    measures = {code: indicator.measure for code, indicator in book.indicators.items()}
    values = keep_computed(formula.expression, result, find, Nature(own.nature), measures)
    status = weakest(FigureStatus(row.status) for row in rows.values())
    return Draft(key, own.code, status, values, _source(formula.expression, rows, book))


def _is_other_standard(name: Name, period: Period, indicator: Indicator) -> bool:
    """Whether the figure of then was counted by another standard than that of now: the two cannot be compared."""
    if name.when is When.NOW or not indicator.standards:
        return False
    return find_change(read_standards(indicator), period, _seen_from(period, name.when)) is not None


def _source(part: Expression, rows: Mapping[tuple[str, When], Observation], book: _Book) -> SourceRef:
    """The formula in words, with its figures, and the rows that they are."""
    quote = write_formula(part, lambda name: _name(name, book))
    printed = write_formula(part, lambda name: write_values(values_of(rows[name.code, name.when])))
    return SourceRef(SourceKind.FORMULA, None, {"figures": [row.pk for row in rows.values()]}, quote, printed)


def _name(name: Name, book: _Book) -> str:
    indicator = book.indicators.get(name.code)
    told = name.code if indicator is None else indicator.name_vi
    match name.when:
        case When.NOW:
            return told
        case When.SAME_PERIOD:
            return f"{told} (cùng kỳ năm trước)"
        case When.PREVIOUS:
            return f"{told} (kỳ trước)"


def _tell_change(changed: Sequence[Name], book: _Book) -> str:
    names = ", ".join(dict.fromkeys(_name(name, book) for name in changed))
    return _("It cannot be computed: %(names)s was counted by another standard.") % {"names": names}


def _tell_lack(nothing: Nothing, book: _Book) -> str:
    names = ", ".join(dict.fromkeys(_name(name, book) for name in nothing.names))
    sentences = {
        "missing": _("It cannot be computed any more: %(names)s is missing."),
        "zero": _("It cannot be computed any more: %(names)s is zero, or may be."),
    }
    return sentences[nothing.lack] % {"names": names}
