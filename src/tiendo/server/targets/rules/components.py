# SPDX-License-Identifier: Apache-2.0
"""A target that is told by its components: their statuses are its figure. Pure.

Not here: how many must be met (``evaluate``), reading and writing rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tiendo.evaluate import Figure, Status, evaluate_plan
from tiendo.evaluate.choosing import needed_period
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.server.targets.rules.facts import TargetFacts
from tiendo.server.targets.rules.judging import Behind, Stored, assemble, store, tell_without_figure


@dataclass(frozen=True, slots=True)
class ComponentStand:
    """A component and how it stood over the year.

    Attributes:
        statuses: last day of the stretch, its period, the status that counts; in the order of time.
    """

    target_id: int
    number: str
    is_counted: bool
    is_collected_yearly: bool
    statuses: tuple[tuple[date, str, str], ...] = ()

    def status_on(self, day: date, year: int) -> Status:
        """The newest status up to a day; that of a target without a figure when there is none."""
        found = [status for last_on, _, status in self.statuses if last_on <= day]
        if found:
            return Status(found[-1])
        return Status(tell_without_figure(year, day, is_collected_yearly=self.is_collected_yearly)[0])


def judge_by_components(
    facts: TargetFacts, parts: Sequence[ComponentStand], known: Iterable[str], since: date = date.min
) -> list[Stored]:
    """The verdicts of a target on every stretch on which one of its components has a verdict.

    Args:
        known: periods that have a verdict already.
        since: stretches that end before this day are left as they are.
    """
    stored = []
    counted = [part for part in parts if part.is_counted]
    for as_of in _list_stretches(facts, counted, known):
        if as_of.last_on < since:
            continue
        stands = [(part, part.status_on(as_of.last_on, facts.year)) for part in counted]
        figure = Figure(as_of, components=tuple(status for _, status in stands))
        target, plans = assemble(facts, [figure], as_of)
        verdict = evaluate_plan(target, target.primary, [figure], as_of=as_of, scheme=facts.scheme)
        kept = store(facts, verdict, plans, Behind(figures=[figure]))
        told = [{"target": p.target_id, "number": p.number, "status": status.value} for p, status in stands]
        stored.append(replace(kept, arithmetic={**kept.arithmetic, "components": told}))
    return stored


def _list_stretches(facts: TargetFacts, parts: Iterable[ComponentStand], known: Iterable[str]) -> list[Period]:
    span = facts.span
    codes = {code for part in parts for _, code, _ in part.statuses}
    reports = {format_sdmx(needed_period(span, parse_sdmx(code, span.regime))) for code in codes} | set(known)
    return sorted((parse_sdmx(code, span.regime) for code in reports), key=lambda period: period.last_on)
