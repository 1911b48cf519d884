# SPDX-License-Identifier: Apache-2.0
"""Writing figures: rows with their acts, then what is computed from them, then one signal to the apps above.

Not here: the acts of people (``recording``), which row supersedes which (``adding``).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record_many
from tiendo.server.figures.data import Deed, FigureKey
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services.adding import Draft, add_wave, is_disagreement, values_of, write_values
from tiendo.server.figures.services.computing import compute_touched
from tiendo.server.figures.signals import figures_changed

_VERBS = {
    Deed.RECORD: "figures.record",
    Deed.CONFIRM: "figures.confirm",
    Deed.CORRECT: "figures.correct",
    Deed.WITHDRAW: "figures.withdraw",
}


def add_rows(drafts: Sequence[Draft], scope: Scope, *, instead_of: int | None = None) -> list[int]:
    """Adds rows, in rounds in which each key stands once, with their acts, and sends the signal once.

    Args:
        instead_of: the row that the only draft supersedes, whatever its status.
    """
    results: dict[int, int] = {}
    acts: list[Act] = []
    changed: dict[FigureKey, None] = {}
    pending, at = list(enumerate(drafts)), timezone.now()
    while pending:
        wave: dict[FigureKey, tuple[int, Draft]] = {}
        rest = []
        for place, draft in pending:
            if draft.key in wave:
                rest.append((place, draft))
            else:
                wave[draft.key] = (place, draft)
        for (place, draft), row, former in add_wave(list(wave.values()), scope, at, instead_of):
            results[place] = row.pk
            if row is not former:
                acts.append(_act(draft, row, former))
                changed[draft.key] = None
        pending = rest
    if changed:
        record_many(acts, actor=scope.actor)
        tell_changed(tuple(changed), scope)
    return [results[place] for place in range(len(drafts))]


def tell_changed(keys: Sequence[FigureKey], scope: Scope) -> None:
    """Computes what rests on these figures, and tells the apps above of both, in the transaction of the figures."""
    computed = compute_touched(keys, scope)
    told = dict.fromkeys((*keys, *computed))
    figures_changed.send(sender=Observation, keys=tuple(told), actor=scope.actor)


def _act(draft: Draft, row: Observation, former: Observation | None) -> Act:
    detail: dict[str, object] = {
        "indicator": draft.code,
        "period": draft.key.period,
        "status": draft.status,
        "value": write_values(draft.values),
        "source": draft.source.kind,
    }
    if draft.source.document_id is not None:
        detail["document"] = draft.source.document_id
    if former is not None:
        detail |= {"former": former.pk, "former_value": write_values(values_of(former))}
        if is_disagreement(draft, former):
            detail["disagrees"] = True
    if row.note:
        detail["note"] = row.note
    return Act(_VERBS[draft.deed], f"figure:{row.pk}", draft.key.unit_id, detail)
