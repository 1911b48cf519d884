# SPDX-License-Identifier: Apache-2.0
"""Storing verdicts: of the targets that a change touches, in its transaction, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from tiendo.evaluate import RuleKind
from tiendo.kernel.period import Period
from tiendo.server.figures.data import FigureKey, FigureRow
from tiendo.server.figures.queries import list_for_evaluation
from tiendo.server.targets.models import Target, Verdict
from tiendo.server.targets.queries import list_components, list_facts
from tiendo.server.targets.rules import (
    Stored,
    TargetFacts,
    find_first_touched,
    first_day_needed,
    judge,
    judge_by_components,
)

#: The columns of ``Stored``, in its order.
_COLUMNS = tuple(Stored.__slots__)


def evaluate_touched(keys: Sequence[FigureKey]) -> int:
    """Judges the targets that these figures can change; the receiver of ``figures_changed`` calls it.

    Returns:
        How many verdicts are new.
    """
    rows = Target.objects.filter(
        indicator_id__in={key.indicator_id for key in keys}, unit_id__in={key.unit_id for key in keys}
    )
    by_matter: defaultdict[tuple[int, int], list[Period]] = defaultdict(list)
    for key in keys:
        by_matter[key.unit_id, key.indicator_id].append(Period(key.first_on, key.last_on))
    touched: list[tuple[TargetFacts, date]] = []
    for facts in list_facts(rows):
        periods = by_matter.get((facts.unit_id, facts.indicator_id), ())
        days = [day for period in periods if (day := find_first_touched(facts, period)) is not None]
        if days:
            touched.append((facts, min(days)))
    return _evaluate(touched)


def evaluate_targets(target_ids: Collection[int]) -> int:
    """Judges these targets again, on every stretch for which they have a figure.

    Returns:
        How many verdicts are new.
    """
    return _evaluate([(facts, date.min) for facts in list_facts(Target.objects.filter(pk__in=target_ids))])


def evaluate_parents(target_ids: Collection[int]) -> int:
    """Judges the targets that these are components of; a person's word on a component counts too.

    Returns:
        How many verdicts are new.
    """
    parents = Target.objects.filter(children__in=target_ids, rule=RuleKind.COMPONENTS).values_list("pk", flat=True)
    return _evaluate_by_components({key: date.min for key in parents})


def _evaluate(touched: Sequence[tuple[TargetFacts, date]]) -> int:
    """Judges each target on the stretches that end on its day or later, then those that they are components of."""
    if not touched:
        return 0
    leaves = [(facts, since) for facts, since in touched if facts.rule is not RuleKind.COMPONENTS]
    above: dict[int, date] = {}
    for facts, since in touched:
        key = facts.id if facts.rule is RuleKind.COMPONENTS else facts.parent_id
        if key is not None:
            above[key] = min(since, above.get(key, since))
    with transaction.atomic():
        return _evaluate_by_figures(leaves) + _evaluate_by_components(above)


def _evaluate_by_figures(touched: Sequence[tuple[TargetFacts, date]]) -> int:
    if not touched:
        return 0
    targets = [facts for facts, _ in touched]
    figures, current = _find_figures(targets), _find_current(targets)
    judged = [
        (facts.id, judge(facts, figures[facts.unit_id, facts.indicator_id], current.get(facts.id, {}), since))
        for facts, since in touched
    ]
    return _keep(judged, current)


def _evaluate_by_components(above: Mapping[int, date]) -> int:
    """Judges targets by their components, which have been judged."""
    if not above:
        return 0
    parents = Target.objects.filter(pk__in=above, rule=RuleKind.COMPONENTS)
    with transaction.atomic():
        # two components that change at once wait here for each other, so that the second one sees both
        if not list(parents.select_for_update().order_by("pk").values_list("pk", flat=True)):
            return 0
        targets = list_facts(parents)
        parts, current = list_components([facts.id for facts in targets]), _find_current(targets)
        judged = [
            (facts.id, judge_by_components(facts, parts[facts.id], current.get(facts.id, {}), above[facts.id]))
            for facts in targets
        ]
        return _keep(judged, current)


def _keep(judged: Sequence[tuple[int, list[Stored]]], current: Mapping[int, Mapping[str, Verdict]]) -> int:
    """Stores what differs from what is in force; the number of rows."""
    replaced: list[int] = []
    fresh: list[Verdict] = []
    now = timezone.now()
    for target_id, verdicts in judged:
        known = current.get(target_id, {})
        for stored in verdicts:
            old = known.get(stored.period)
            if old is not None and _is_same(old, stored):
                continue
            if old is not None:
                replaced.append(old.pk)
            columns = {name: getattr(stored, name) for name in _COLUMNS}
            fresh.append(
                Verdict(
                    target_id=target_id, evaluated_at=now, recorded_at=now, supersedes=old, **columns, **_decided(old)
                )
            )
    if replaced:
        Verdict.objects.filter(pk__in=replaced).update(is_current=False, ended_at=now)
    Verdict.objects.bulk_create(fresh)
    return len(fresh)


def _find_figures(targets: Sequence[TargetFacts]) -> defaultdict[tuple[int, int], list[FigureRow]]:
    rows = list_for_evaluation(
        {facts.indicator_id for facts in targets},
        {facts.unit_id for facts in targets},
        min(first_day_needed(facts) for facts in targets),
        max(facts.span.last_on for facts in targets),
    )
    found: defaultdict[tuple[int, int], list[FigureRow]] = defaultdict(list)
    for row in rows:
        found[row.unit_id, row.indicator_id].append(row)
    return found


def _find_current(targets: Sequence[TargetFacts]) -> dict[int, dict[str, Verdict]]:
    found: defaultdict[int, dict[str, Verdict]] = defaultdict(dict)
    rows = Verdict.objects.filter(target_id__in=[facts.id for facts in targets], is_current=True)
    for row in rows.select_for_update():
        found[row.target_id][row.period] = row
    return found


def _is_same(old: Verdict, new: Stored) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in _COLUMNS)


def _decided(old: Verdict | None) -> dict[str, object]:
    """A person's word outlives a new figure; that it is older than the figure is seen by its time."""
    if old is None:
        return {}
    return {
        "final": old.final,
        "final_reason": old.final_reason,
        "decided_by_id": old.decided_by_id,
        "decided_at": old.decided_at,
    }
