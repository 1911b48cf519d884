# SPDX-License-Identifier: Apache-2.0
"""Rows of the record of figures: what supersedes what, in three statements for any number of keys.

Not here: acts and the signal (``writing``), what a figure is worth (``rules``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from tiendo.kernel.numbers import format_number
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.data import Deed, FigureKey, FigureStatus, SourceKind, SourceRef
from tiendo.server.figures.models import Observation
from tiendo.server.figures.rules import Values, disagree, find_slot, is_same_value
from tiendo.server.support.refusals import Refusal

_CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Draft:
    """A row to be added, unless the same stands there already.

    Attributes:
        withdraws: the source that a withdrawal takes away; None: the value with all its sources.
    """

    key: FigureKey
    code: str
    status: FigureStatus
    values: Values
    source: SourceRef
    deed: Deed = Deed.RECORD
    note: str = ""
    withdraws: int | None = None


def key_of(row: Observation) -> FigureKey:
    """What a row is about."""
    return FigureKey(row.unit_id, row.indicator_id, row.period, row.regime, row.first_on, row.last_on)


def source_of(row: Observation) -> SourceRef:
    """Where a row comes from."""
    return SourceRef(SourceKind(row.source), row.document_id, row.anchor, row.quote, row.printed)


def values_of(row: Observation) -> Values:
    """The value columns of a row."""
    return Values(**{name: getattr(row, name) for name in Values.__slots__})


Added = tuple[tuple[int, Draft], Observation, Observation | None]


def add_wave(wave: Sequence[tuple[int, Draft]], scope: Scope, at: datetime, instead_of: int | None) -> list[Added]:
    """Three statements for any number of keys; a row that stands there already is given back as its own former."""
    current = _find_current(draft.key for _, draft in wave)
    added: list[Added] = []
    for place, draft in wave:
        rows = current[draft.key]
        former_id = instead_of or find_slot(draft.status, ((r.pk, r.status, values_of(r).is_gap) for r in rows))
        former = next((row for row in rows if row.pk == former_id), None)
        _refuse_gap_over_value(draft, rows)
        if former is not None and draft.deed is not Deed.WITHDRAW and _is_same(draft, former):
            added.append(((place, draft), former, former))
        else:
            told = _name_deed(draft, former)
            added.append(((place, told), _make_row(told, former, scope, at), former))
    superseded = [former.pk for _, row, former in added if former is not None and row is not former]
    if superseded:
        Observation.objects.filter(pk__in=superseded).update(is_current=False)
    Observation.objects.bulk_create([row for _, row, former in added if row is not former])
    return added


def _refuse_gap_over_value(draft: Draft, rows: Iterable[Observation]) -> None:
    if draft.deed is Deed.RECORD and draft.values.is_gap and any(not values_of(row).is_gap for row in rows):
        raise Refusal(
            _("There is a value for this period already: withdraw it, then say why it is missing."), status=_CONFLICT
        )


def _find_current(keys: Iterable[FigureKey]) -> defaultdict[FigureKey, list[Observation]]:
    listed = list(keys)
    found: defaultdict[FigureKey, list[Observation]] = defaultdict(list)
    rows = Observation.objects.filter(
        is_current=True,
        unit_id__in={key.unit_id for key in listed},
        indicator_id__in={key.indicator_id for key in listed},
        period__in={key.period for key in listed},
    )
    for row in rows.select_for_update():
        found[key_of(row)].append(row)
    return found


def _is_same(draft: Draft, row: Observation) -> bool:
    place = (draft.source.kind, draft.source.document_id, draft.source.anchor)
    return (
        draft.status == row.status
        and draft.values == values_of(row)
        and place == (row.source, row.document_id, row.anchor)
    )


def _name_deed(draft: Draft, former: Observation | None) -> Draft:
    """What is recorded as it stands already, in another place, corrects nothing: it is a further source."""
    is_further = former is not None and draft.deed is Deed.RECORD and is_same_value(draft.values, values_of(former))
    return replace(draft, deed=Deed.CONFIRM) if is_further else draft


def _make_row(draft: Draft, former: Observation | None, scope: Scope, at: datetime) -> Observation:
    return Observation(
        indicator_id=draft.key.indicator_id,
        unit_id=draft.key.unit_id,
        period=draft.key.period,
        regime=draft.key.regime,
        first_on=draft.key.first_on,
        last_on=draft.key.last_on,
        status=draft.status,
        **asdict(draft.values),
        source=draft.source.kind,
        document_id=draft.source.document_id,
        anchor=draft.source.anchor,
        quote=draft.source.quote,
        printed=draft.source.printed[:200],
        deed=draft.deed,
        note=_note(draft, former),
        recorded_at=at,
        recorded_by_id=scope.actor.user_id,
        supersedes=former,
        withdraws_id=draft.withdraws,
    )


def _note(draft: Draft, former: Observation | None) -> str:
    if former is None or not is_disagreement(draft, former):
        return draft.note
    told = _("The former value from another source, %(former)s, does not agree.") % {
        "former": write_values(values_of(former))
    }
    return f"{draft.note} {told}".strip()


def is_disagreement(draft: Draft, former: Observation) -> bool:
    """Whether no true value fits what is recorded and what stood there from another place."""
    is_other_place = (draft.source.document_id, draft.source.anchor) != (former.document_id, former.anchor)
    return draft.deed is Deed.RECORD and is_other_place and disagree(values_of(former), draft.values)


def write_values(values: Values) -> str:
    """The value in one line, for notes and acts."""
    if values.value is not None:
        return format_number(values.value)
    if values.numerator is not None and values.denominator is not None:
        return f"{format_number(values.numerator)}/{format_number(values.denominator)}"
    return values.missing_reason
