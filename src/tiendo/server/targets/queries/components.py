# SPDX-License-Identifier: Apache-2.0
"""The components of targets and how they stood: two queries for any number of targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from tiendo.server.targets.data import Cadence
from tiendo.server.targets.models import Target, Verdict
from tiendo.server.targets.rules import ComponentStand


def list_components(target_ids: Collection[int]) -> defaultdict[int, list[ComponentStand]]:
    """The components by the target that they belong to, in the order of the resolution."""
    rows = Target.objects.filter(parent_id__in=target_ids).order_by("position", "pk")
    parts = list(rows.values_list("pk", "parent_id", "number", "is_counted", "cadence"))
    statuses: defaultdict[int, list[tuple[date, str, str]]] = defaultdict(list)
    verdicts = Verdict.objects.filter(target_id__in=[part[0] for part in parts], is_current=True)
    for key, last_on, period, suggested, final in verdicts.order_by("last_on", "pk").values_list(
        "target_id", "last_on", "period", "suggested", "final"
    ):
        statuses[key].append((last_on, period, final or suggested))
    found: defaultdict[int, list[ComponentStand]] = defaultdict(list)
    for key, parent, number, is_counted, cadence in parts:
        if parent is not None:
            stand = ComponentStand(key, number, is_counted, cadence == Cadence.YEAR, tuple(statuses[key]))
            found[parent].append(stand)
    return found
