# SPDX-License-Identifier: Apache-2.0
"""A verdict as one sentence with its arithmetic: result, plan, what was due and why, status.

What is here: which parts a sentence has, in which order. Not here: words (``vi``, ``en``), numbers (``formula``).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tiendo.evaluate.data import CHANGES, FigureStatus, PhasingKind, RuleKind, Status
from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.schemes import SCHEMES, STANDARD, Scheme
from tiendo.evaluate.seasons import LEAST_YEARS, name_years
from tiendo.evaluate.sentences.en import EN
from tiendo.evaluate.sentences.formula import Printer
from tiendo.evaluate.sentences.places import choose_places, find_band, has_due_share, share_of_plan_factor
from tiendo.evaluate.sentences.vi import VI
from tiendo.evaluate.sentences.words import Language, Words
from tiendo.evaluate.verdict import Amount, Operation, Reason, Verdict
from tiendo.kernel.quantity import Qualifier, Quantity

_CEILINGS = {RuleKind.AT_MOST, RuleKind.LESS_THAN, RuleKind.ZERO}
_FALLING = {RuleKind.REDUCE_BY_PERCENT, RuleKind.REDUCE_BY_POINTS}
_ON_WAY, _HOPEFUL = {Status.ON_TRACK}, {Status.LIKELY}
_UNKNOWN = {Status.NOT_ASSESSABLE, Status.UNCLASSIFIED}
_WITHOUT_PACE = {RuleKind.YES_NO, RuleKind.COMPONENTS}
_SETTLED = {Status.EXCEEDED, Status.ACHIEVED}
_PERCENT = Fraction(100)
_TWO = 2
_POINTS = {"%": "điểm %", "‰": "điểm ‰"}  # two percentages differ by points


_WORDS = {Language.VI: VI, Language.EN: EN}


def tell(verdict: Verdict, language: Language = Language.VI, *, scheme: Scheme | None = None) -> str:
    """The verdict in one sentence, ending in its status and a full stop.

    Args:
        scheme: whose names of classes are used; None takes that of the verdict when it is a shipped one. Statuses
            without a class there keep their usual names.
    """
    return _Telling(verdict, _WORDS[language], scheme or SCHEMES.get(verdict.scheme, STANDARD)).sentence()


def tell_pace(verdict: Verdict, language: Language = Language.VI) -> str:
    """What is still to be done, in one sentence; empty when there is nothing to say."""
    if verdict.pace is None or verdict.measured is None:
        return ""
    words, unit = _WORDS[language], verdict.measured.unit
    printer = _make_printer(verdict, words)
    return words.pace.format(
        remaining=printer.amount(Amount(verdict.pace.remaining, unit)),
        months=verdict.pace.months,
        per_month=printer.rounded(verdict.pace.per_month) + words.unit(unit),
        per_week=printer.rounded(verdict.pace.per_week) + words.unit(unit),
    )


def tell_forecast(verdict: Verdict, language: Language = Language.VI) -> str:
    """Where the result leads, with its arithmetic, or that past years are too few; empty at the end."""
    forecast, measured = verdict.forecast, verdict.measured
    if forecast is None or measured is None or measured.value is None:
        return ""
    words = _WORDS[language]
    period = words.tell_period(verdict.target.span)
    if forecast.value is None or forecast.low is None or forecast.high is None:
        return words.forecast_short.format(period=period, least=LEAST_YEARS, count=len(forecast.years))
    printer = _make_printer(verdict, words)
    low, high = (printer.rounded(end) + words.unit(measured.unit) for end in (forecast.low, forecast.high))
    return words.forecast.format(
        years=name_years(forecast.years), period=period, step=printer.forecast(forecast, measured), low=low, high=high
    )


def tell_turns(verdict: Verdict, language: Language = Language.VI, *, scheme: Scheme | None = None) -> str:
    """How far the verdict is from changing, in one sentence; empty when nothing changes it."""
    words, printer = _WORDS[language], _make_printer(verdict, _WORDS[language])
    names = scheme or SCHEMES.get(verdict.scheme, STANDARD)
    unit = "" if verdict.measured is None else _POINTS.get(verdict.measured.unit, verdict.measured.unit)
    told = []
    for turn in reversed(verdict.turns):  # what is still to be won comes first
        if turn.distance == 0:
            how = words.turn_any
        else:
            distance = printer.raised(turn.distance) + words.unit(unit)
            how = (words.turn_beyond if turn.is_strict else words.turn_from).format(distance=distance)
        name = _name(turn.status, names, words)
        told.append((words.turn_above if turn.is_above else words.turn_below).format(name=name, how=how))
    sentence = words.turn_join.join(told)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def tell_growth(verdict: Verdict, language: Language = Language.VI) -> str:
    """The change on the same period of the year before, in one sentence; empty when there is none."""
    growth = verdict.growth
    if growth is None:
        return ""
    words = _WORDS[language]
    printer = _make_printer(verdict, words)
    unit = _POINTS.get(growth.unit, growth.unit) if growth.is_points else "%"
    change = printer.rounded(abs(growth.change)) + words.unit(unit)
    period = words.tell_period(growth.base.period)
    if growth.change == 0:
        return words.growth_none.format(period=period)
    return (words.growth_up if growth.change > 0 else words.growth_down).format(change=change, period=period)


def tell_plans(verdicts: Sequence[Verdict], language: Language = Language.VI, *, scheme: Scheme | None = None) -> str:
    """Several plans of one target side by side: "Đạt 121 % kế hoạch tỉnh giao, 111 % kế hoạch phường giao."

    Args:
        verdicts: on each plan, the one that decides first; a plan without a share says its status.

    Returns:
        Empty for a single plan, or when none can be judged.
    """
    words = _WORDS[language]
    told, kept = [], []
    for verdict in verdicts:
        plan = verdict.plan
        if verdict.achievement is not None:
            share = _make_printer(verdict, words).rounded(verdict.achievement * _PERCENT) + words.unit("%")
            template = words.plan_share_own if plan.is_own else words.plan_share
            told.append(template.format(share=share, assigner=plan.assigner))
        elif verdict.measured is not None:
            names = scheme or SCHEMES.get(verdict.scheme, STANDARD)
            template = words.plan_kept_own if plan.is_own else words.plan_kept
            kept.append(template.format(assigner=plan.assigner, status=_name(verdict.suggested, names, words)))
    if len(told) + len(kept) < len(verdicts) or len(verdicts) < _TWO:
        return ""
    if told:
        return words.plans.format(shares=", ".join([*told, *kept]))
    sentence = ", ".join(kept)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _make_printer(verdict: Verdict, words: Words) -> Printer:
    is_estimate = verdict.figure is not None and verdict.figure.status is FigureStatus.ESTIMATE
    inner = frozenset(step.result for step in verdict.steps[:-1])
    return Printer(words, choose_places(verdict), inner, is_estimate)


def _name(status: Status, scheme: Scheme, words: Words) -> str:
    """What the scheme calls the status, or its usual name."""
    name = scheme.name_of(status, is_english=words.is_english)
    return name or STANDARD.name_of(status, is_english=words.is_english) or status.value


class _Telling:
    """The parts of one sentence."""

    def __init__(self, verdict: Verdict, words: Words, scheme: Scheme) -> None:
        self._verdict, self._words, self._scheme = verdict, words, scheme
        self._printer = _make_printer(verdict, words)

    def sentence(self) -> str:
        verdict, words = self._verdict, self._words
        status = self._name(verdict.suggested)
        if verdict.measured is None:
            reason = words.reasons[verdict.reason].format(period=words.tell_period(verdict.as_of))
            return f"{self._subject()}: {reason}: {status}."
        return f"{self._statement()}{self._due()}{self._band()}{self._doubt()}: {status}."

    def _name(self, status: Status) -> str:
        return _name(status, self._scheme, self._words)

    def _subject(self) -> str:
        target = self._verdict.target
        name = target.name_en or target.name if self._words.is_english else target.name
        return f"{name} ({target.condition})" if target.condition else name

    def _statement(self) -> str:
        kind, words = self._verdict.target.rule.kind, self._words
        if kind is RuleKind.YES_NO:
            is_done = self._verdict.measured is not None and self._verdict.measured.value == 1
            return f"{self._subject()}: {words.done if is_done else words.not_done}"
        if kind is RuleKind.COMPONENTS:
            return f"{self._subject()}: {self._components()}"
        share = self._step(Operation.SHARE_OF_PLAN)
        is_change = kind in CHANGES
        has_floor = kind not in _CEILINGS and kind not in (RuleKind.BETWEEN, RuleKind.ABOUT)
        if has_floor and share and not is_change and len(self._verdict.steps) == 1:
            return f"{self._subject()} {self._estimate()}{share} {self._of_plan()}"
        told = f"{self._subject()} {self._result()}"
        if has_floor and share:
            return f"{told}; {share} {self._of_plan()}"
        told += words.required.format(bound=self._bound())
        if share:
            return told + words.that_is.format(step=share)
        return told + self._margin() if kind in _CEILINGS else told

    def _components(self) -> str:
        """How many components are met, how many of the others are on track, of how many nobody can say."""
        figure, words = self._verdict.figure, self._words
        statuses = () if figure is None or figure.components is None else figure.components
        told = words.met.format(step=self._step(Operation.QUOTIENT))
        for kinds, template in ((_ON_WAY, words.kept), (_HOPEFUL, words.likely), (_UNKNOWN, words.unknown)):
            count = sum(status in kinds for status in statuses)
            told += template.format(count=count) if count else ""
        return told + (words.required.format(bound=self._bound()) if self._verdict.plan.value else "")

    def _margin(self) -> str:
        step = self._step(Operation.MINUS)
        return self._words.margin.format(step=step) if step else ""

    def _result(self) -> str:
        """What was measured, with the step that leads to it."""
        kind, words, target = self._verdict.target.rule.kind, self._words, self._verdict.target
        told = self._estimate() + (self._leading_step() or self._measured())
        if kind not in CHANGES or target.rule.base is None:
            return told
        against = words.against_base.format(period=words.tell_period(target.rule.base.period))
        return (words.decrease if kind in _FALLING else words.increase) + told + against

    def _leading_step(self) -> str:
        kind = self._verdict.target.rule.kind
        last = {Operation.SHARE_OF_PLAN} | ({Operation.MINUS} if kind in _CEILINGS else set())
        return "; ".join(self._printer.step(step) for step in self._verdict.steps if step.operation not in last)

    def _step(self, operation: Operation) -> str:
        return next((self._printer.step(step) for step in self._verdict.steps if step.operation is operation), "")

    def _measured(self) -> str:
        measured, figure = self._verdict.measured, self._verdict.figure
        if measured is not None and measured.value is not None:
            is_computed = bool(self._leading_step())
            return self._printer.amount(Amount(measured.value, measured.unit, measured.hedge, is_computed))
        if figure is None or figure.quantity is None or figure.upper is None:
            return ""
        return f"{self._exact(figure.quantity)}–{self._exact(figure.upper)}{self._words.unit(figure.upper.unit)}"

    def _exact(self, quantity: Quantity) -> str:
        return self._words.number(quantity.value)

    def _estimate(self) -> str:
        """ "Ước", unless the hedge of the number says it."""
        measured = self._verdict.measured
        is_said = measured is not None and measured.hedge is Qualifier.ABOUT
        return self._words.estimate if self._printer.is_estimate and not is_said else ""

    def _of_plan(self) -> str:
        plan, words = self._verdict.plan, self._words
        period = words.tell_period(self._verdict.target.span)
        template = words.of_plan_assigned if plan.assigner else words.of_plan
        template = words.of_plan_own if plan.is_own else template
        told = template.format(period=period, assigner=plan.assigner)
        return f"{told} ({plan.version})" if plan.version else told

    def _bound(self) -> str:
        plan, words = self._verdict.plan, self._words
        value, upper = ("" if q is None else self._exact(q) + words.unit(q.unit) for q in (plan.value, plan.upper))
        kind = RuleKind.BETWEEN if plan.upper is not None else self._verdict.target.rule.kind
        room = self._verdict.tolerance
        tolerance = "" if room is None else self._words.number(to_decimal(room))
        return words.bounds[kind].format(value=value, upper=upper, tolerance=tolerance)

    def _due(self) -> str:
        """What was due and by which phasing; only the cut-off when the target is settled."""
        verdict, words = self._verdict, self._words
        day = words.tell_date(verdict.cut_off_on)
        if verdict.is_final or verdict.suggested in _SETTLED or verdict.target.rule.kind in _WITHOUT_PACE:
            return words.cut_off.format(date=day)
        if verdict.due is None:
            return words.no_phasing.format(date=day)
        if verdict.due.kind is PhasingKind.FULL_LEVEL:
            return words.full_level.format(date=day)
        period = words.tell_period(verdict.as_of)
        return words.due.format(period=period, date=day, need=self._need(), how=self._how())

    def _need(self) -> str:
        verdict, words = self._verdict, self._words
        if verdict.due is not None and has_due_share(verdict):
            return self._printer.rounded(verdict.due.share * _PERCENT) + words.unit("%")
        unit = "" if verdict.measured is None else verdict.measured.unit
        value = self._printer.rounded(verdict.expected or Fraction(0)) + words.unit(unit)
        return words.at_most + value if verdict.target.rule.kind in _CEILINGS else value

    def _band(self) -> str:
        """From where on the class holds that was reached below what is due, or missed."""
        band, words = find_band(self._verdict), self._words
        if band is None:
            return ""
        measured = self._verdict.measured
        unit = "" if measured is None else measured.unit
        told = self._printer.rounded(band.at * share_of_plan_factor(self._verdict))
        value = told + words.unit("%" if has_due_share(self._verdict) else unit)
        return (words.band_above if band.is_strict else words.band).format(name=self._name(band.status), value=value)

    def _how(self) -> str:
        due, words = self._verdict.due, self._words
        if due is None:
            return ""
        part, whole = (words.number(number) for number in due.parts)
        unit = {"tháng": words.months, "ngày": words.days}.get(due.unit, due.unit)
        if due.kind is PhasingKind.PROFILE:
            measured = self._verdict.measured
            told = words.unit("" if measured is None else measured.unit)
            return words.profile.format(years=due.source, part=part, whole=whole, unit=told.strip())
        if due.kind is PhasingKind.STEPS:
            told = words.steps if due.unit == "%" else words.steps_of.format(part=part, whole=whole)
        elif due.start:
            measured = self._verdict.measured
            start = self._printer.amount(Amount(due.start, "" if measured is None else measured.unit))
            told = words.straight_line_from.format(start=start, part=part, whole=whole, unit=unit)
        else:
            told = words.straight_line.format(part=part, whole=whole, unit=unit)
        return told + (words.by_source.format(source=due.source) if due.source else "")

    def _doubt(self) -> str:
        verdict, words = self._verdict, self._words
        if verdict.reason is not Reason.UNDECIDED:
            return ""
        names = dict.fromkeys(words.quoted.format(name=self._name(status)) for status in verdict.possible)
        return words.undecided.format(statuses=words.alternative.join(names))
