# SPDX-License-Identifier: Apache-2.0
"""Settling problems, and ending the review of a document."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.documents.queries import get_document
from tiendo.server.intake.data import FindingState, Settlement
from tiendo.server.intake.models import Finding, Problem, Review
from tiendo.server.support.refusals import NotForYou, Refusal

_CONFLICT = 409
_LONGEST_REASON = 500


def settle_problem(problem_id: int, *, settlement: Settlement | None, scope: Scope, reason: str = "") -> int:
    """Says what became of a problem, or opens it again.

    Args:
        settlement: None opens it again.
        reason: needed to ignore it.

    Returns:
        The document.

    Raises:
        Refusal: no reason, or somebody else has settled it meanwhile.
        NotForYou: the person may not review the document.
    """
    reason = " ".join(reason.split())[:_LONGEST_REASON]
    if settlement is Settlement.IGNORED and not reason:
        raise Refusal(_("Say why this is no problem; the reason is kept with it."), field="reason")
    with transaction.atomic():
        rows = permitted(Problem.objects.select_related("document"), scope, Right.REVIEW, unit="document__unit")
        problem = rows.filter(pk=problem_id).first()
        if problem is None:
            raise NotForYou
        if settlement is not None and problem.settled_as:
            raise Refusal(_("Somebody else has settled this meanwhile. Nothing of yours was saved."), status=_CONFLICT)
        problem.settled_as = "" if settlement is None else settlement
        problem.settled_reason = reason if settlement is not None else ""
        problem.settled_by_id = None if settlement is None else scope.actor.user_id
        problem.settled_at = None if settlement is None else timezone.now()
        problem.save(update_fields=["settled_as", "settled_reason", "settled_by", "settled_at"])
        verb = "intake.reopen" if settlement is None else "intake.settle"
        detail = {"document": problem.document_id, "rule": problem.rule, "as": problem.settled_as, "reason": reason}
        record(Act(verb, f"problem:{problem.pk}", problem.document.unit_id, detail), actor=scope.actor)
    return problem.document_id


def finish_review(document_id: int, *, scope: Scope) -> None:
    """Ends the review of a document; it leaves the inbox.

    Raises:
        Refusal: something still waits.
        NotForYou: the person may not review it.
    """
    document = get_document(document_id, scope, Right.REVIEW)
    with transaction.atomic():
        review = Review.objects.select_for_update().filter(document_id=document_id).first()
        if review is None:
            raise NotForYou
        waiting = Finding.objects.filter(document_id=document_id, state=FindingState.PROPOSED).count()
        problems = Problem.objects.filter(document_id=document_id, settled_as="").count()
        if waiting or problems:
            raise Refusal(
                _("The review can end when nothing waits: %(waiting)s findings and %(problems)s problems are left.")
                % {"waiting": waiting, "problems": problems},
                status=_CONFLICT,
            )
        review.finished_at, review.finished_by_id = timezone.now(), scope.actor.user_id
        review.save()
        record(Act("intake.finish", f"document:{document_id}", document.unit_id), actor=scope.actor)
