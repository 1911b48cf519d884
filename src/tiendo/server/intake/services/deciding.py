# SPDX-License-Identifier: Apache-2.0
"""Deciding on findings: one, many above a confidence, and taking back. Two reviewers never overwrite each other.

Each act is one transaction: the decision, the figures and plans it writes, the verdicts these touch, and the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.findings import Kind
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted, require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record_many
from tiendo.server.documents.data import DocumentRow
from tiendo.server.documents.queries import get_document, open_content
from tiendo.server.intake import queries
from tiendo.server.intake.data import Becomes, Choice, Decided, Edited, FindingKind, FindingState
from tiendo.server.intake.figures_of import Catalogue, NotWritable, Written, write_as_it_stands, write_as_set
from tiendo.server.intake.models import Decision, Finding, Review
from tiendo.server.intake.rules import become, can_become, next_state
from tiendo.server.intake.services.writing import Quotes, Writing, take_back, write
from tiendo.server.intake.stored import as_measurement
from tiendo.server.support.refusals import NotForYou, Refusal

_CONFLICT = 409
_BATCH = 500


class Overtaken(Refusal):
    """Somebody else decided first; nothing was changed.

    Attributes:
        finding_id: of the finding, whose present state the person is shown.
    """

    def __init__(self, finding_id: int) -> None:
        super().__init__(_("Somebody else was faster with this. Nothing of yours was saved."), status=_CONFLICT)
        self.finding_id = finding_id


@dataclass(frozen=True, slots=True)
class _Step:
    """What happens to one finding."""

    row: Finding
    state: FindingState
    becomes: Becomes | None = None
    written: Written | None = None


@dataclass(frozen=True, slots=True)
class _At:
    """Where and by whom it is decided."""

    document: DocumentRow
    quotes: Quotes
    scope: Scope


def decide(finding_id: int, *, version: int, choice: Choice, scope: Scope, edited: Edited | None = None) -> Decided:
    """Decides on one finding.

    Args:
        version: of the row that the person saw.
        edited: what was set, for ``Choice.EDIT``.

    Raises:
        Overtaken: the row has another version by now.
        Refusal: something is missing that a figure needs; it names the field.
        NotForYou: the person may not review the document.
    """
    with transaction.atomic():
        found = permitted(Finding.objects.filter(pk=finding_id), scope, Right.REVIEW, unit="document__unit")
        document_id = found.values_list("document_id", flat=True).first()
        if document_id is None:
            raise NotForYou
        _lock(document_id)
        row = Finding.objects.get(pk=finding_id)
        if row.row_version != version:
            raise Overtaken(finding_id)
        quotes = Quotes(open_content(document_id, scope))
        document = get_document(document_id, scope)
        step = _step_of(row, choice, edited, _At(document, quotes, scope))
        return _apply([step], _At(document, quotes, scope))


def _lock(document_id: int) -> Review:
    """Whoever decides on a document waits for whoever else does."""
    review = Review.objects.select_for_update().filter(document_id=document_id).first()
    if review is None:
        raise NotForYou
    return review


def _step_of(row: Finding, choice: Choice, edited: Edited | None, at: _At) -> _Step:
    state, kind = next_state(choice), FindingKind(row.kind)
    if choice is Choice.REJECT:
        return _Step(row, state)
    if kind is not FindingKind.MEASUREMENT:
        if choice is Choice.EDIT:
            raise Refusal(_("Only figures can be edited; accept or reject this."))
        return _Step(row, state, become(kind, None))
    measurement, catalogue = as_measurement(row.payload), queries.read_catalogue()
    try:
        if choice is Choice.ACCEPT:
            return _accepted(row, catalogue, at)
        if edited is None or edited.becomes not in can_become(kind):
            raise Refusal(_("Say what becomes of this figure."), field="becomes")
        if edited.becomes is Becomes.CHECKED:
            return _Step(row, state, edited.becomes)
        written = write_as_set(measurement, edited, catalogue)
    except NotWritable as missing:
        raise _tell(missing) from missing
    require(at.scope, Right.REVIEW, written.unit_id)
    return _Step(row, state, edited.becomes, written)


def _accepted(row: Finding, catalogue: Catalogue, at: _At) -> _Step:
    """A finding as it stands.

    Raises:
        NotWritable: it would be a figure, and something is missing.
    """
    kind = FindingKind(row.kind)
    if kind is not FindingKind.MEASUREMENT:
        return _Step(row, FindingState.ACCEPTED, become(kind, None))
    one = as_measurement(row.payload)
    before = at.quotes.before(row) if one.kind is Kind.ACTUAL else ""
    written = write_as_it_stands(one, at.document.unit_id, at.document.period, catalogue, before)
    return _Step(row, FindingState.ACCEPTED, become(kind, one.kind), written)


def _tell(missing: NotWritable) -> Refusal:
    sentences = {
        "indicator": _("Choose the indicator of this figure: press “Edit”."),
        "unit": _("Choose the unit of this figure."),
        "period": _("“%(value)s” is not a period; write it like 2024, quý 1/2024 or tháng 9/2024."),
        "value": _("“%(value)s” is not a value of this indicator; write it like 1.234,5, or 13/20 of a whole."),
        "measure": _("“%(value)s” does not measure what this indicator measures; correct the unit of measure."),
    }
    return Refusal(sentences[missing.field] % {"value": missing.value[:60]}, field=missing.field)


def accept_all(document_id: int, *, above: float, scope: Scope) -> Decided:
    """Accepts, as they stand, all waiting findings of at least this confidence that need no second look.

    Left for a person are findings that a problem concerns, figures without a known indicator or period, and figures
    read from a picture.

    Raises:
        NotForYou: the person may not review the document.
    """
    document = get_document(document_id, scope, Right.REVIEW)
    with transaction.atomic():
        _lock(document_id)
        quotes = Quotes(open_content(document_id, scope))
        rows, left = queries.list_plain(document, above)
        catalogue = queries.read_catalogue()
        at = _At(document, quotes, scope)
        decided = _apply([_accepted(row, catalogue, at) for row in rows], at)
    return Decided(decided.batch, decided.finding_ids, left)


def undo(document_id: int, *, scope: Scope) -> Decided:
    """Takes back what this person decided last on a document, all of it together.

    Raises:
        Refusal: there is nothing to take back, or somebody else has decided on a part of it since.
        NotForYou: the person may not review the document.
    """
    document = get_document(document_id, scope, Right.REVIEW)
    with transaction.atomic():
        _lock(document_id)
        batch = queries.find_last_batch(document_id, scope.actor.user_id)
        if batch is None:
            raise Refusal(_("There is nothing of yours to take back here."), status=_CONFLICT)
        decisions = list(Decision.objects.filter(batch=batch).select_related("finding").order_by("finding__position"))
        if any(one.finding.row_version != one.after["row_version"] for one in decisions):
            raise Refusal(
                _("Somebody else has decided on a part of this since, so it cannot be taken back together."),
                status=_CONFLICT,
            )
        steps = [_back(one) for one in decisions]
        return _apply(steps, _At(document, Quotes(open_content(document_id, scope)), scope), undoes=batch)


def _back(decision: Decision) -> _Step:
    """The state before a decision, written anew: a record only grows."""
    before = decision.before
    written = None if before["written"] is None else Written.of_json(before["written"])
    becomes = Becomes(before["became"]) if before["became"] else None
    return _Step(decision.finding, FindingState(before["state"]), becomes, written)


def _apply(steps: Sequence[_Step], at: _At, *, undoes: UUID | None = None) -> Decided:
    """Every change of a finding goes through here."""
    batch, now, user_id = uuid4(), timezone.now(), at.scope.actor.user_id
    if user_id is None:
        raise NotForYou
    befores = [_snapshot(step.row) for step in steps]
    reason = _("Decision taken back") if undoes is not None else _("Decided anew")
    take_back([step.row for step in steps], reason, at.scope)
    writings = [Writing(step.row, step.becomes, step.written) for step in steps if step.becomes is not None]
    write(writings, at.document, at.quotes, at.scope)
    for step in steps:
        row = step.row
        row.state, row.became = step.state, step.becomes or ""
        row.written = None if step.written is None else step.written.as_json()
        row.row_version += 1
        row.decided_by_id, row.decided_at = (user_id, now) if step.state.is_decided else (None, None)
    _save([step.row for step in steps])
    Decision.objects.bulk_create(
        [
            Decision(
                finding=step.row,
                batch=batch,
                before=before,
                after=_snapshot(step.row),
                decided_by_id=user_id,
                decided_at=now,
                undoes=undoes,
            )
            for step, before in zip(steps, befores, strict=True)
        ],
        batch_size=_BATCH,
    )
    record_many([_act(step, batch, undoes, at.document.unit_id) for step in steps], actor=at.scope.actor)
    return Decided(str(batch), tuple(step.row.pk for step in steps))


_COLUMNS = ["state", "became", "written", "row_version", "observation", "plan", "decided_by", "decided_at"]


def _save(rows: Sequence[Finding]) -> None:
    if len(rows) == 1:
        rows[0].save(update_fields=_COLUMNS)
    else:
        Finding.objects.bulk_update(rows, _COLUMNS, batch_size=_BATCH)


def _snapshot(row: Finding) -> dict[str, Any]:
    return {
        "state": row.state,
        "became": row.became,
        "written": row.written,
        "row_version": row.row_version,
        "observation": row.observation_id,
        "plan": row.plan_id,
    }


def _act(step: _Step, batch: UUID, undoes: UUID | None, unit_id: int) -> Act:
    row = step.row
    verb = "intake.undo" if undoes is not None else f"intake.{_VERBS[step.state]}"
    detail = {"document": row.document_id, "position": row.position, "kind": row.kind, "batch": str(batch)}
    if step.written is not None:
        detail["written"] = step.written.as_json()
    return Act(verb, f"finding:{row.pk}", unit_id, detail)


_VERBS = {
    FindingState.ACCEPTED: "accept",
    FindingState.EDITED: "edit",
    FindingState.REJECTED: "reject",
    FindingState.PROPOSED: "undo",
}
