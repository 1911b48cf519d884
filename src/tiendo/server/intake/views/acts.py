# SPDX-License-Identifier: Apache-2.0
"""What is done on the desk. With script each answer is the part of the page that changed; without, the page again."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tiendo.server.intake import queries
from tiendo.server.intake.data import Choice, Decided, Settlement
from tiendo.server.intake.services.deciding import Overtaken, accept_all, decide, undo
from tiendo.server.intake.services.reading import read_again
from tiendo.server.intake.services.settling import finish_review, settle_problem
from tiendo.server.intake.views import forms
from tiendo.server.intake.views.pages import SURE, scope_of
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import page_language

_UNPROCESSABLE = 422
_MOST_DIGITS = 9


def _is_part(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise Refusal(_("The page is out of date; load it again."))
    return int(text)


@login_required
@require_POST
def decide_one(request: HttpRequest, finding_id: int) -> HttpResponse:
    """One decision. Who is too late is shown what the other decided, and may choose."""
    scope, choice = scope_of(request), request.POST.get("choice", "")
    if choice not in set(Choice):
        raise Refusal(_("The page is out of date; load it again."))
    edited = forms.read(request.POST) if choice == Choice.EDIT else None
    version = _number(request, "version")
    try:
        decided = decide(finding_id, version=version, choice=Choice(choice), scope=scope, edited=edited)
    except Overtaken as overtaken:
        card, document = queries.get_card(finding_id, scope, page_language())
        context = {"card": card, "document": document, "wish": choice, "refusal": overtaken, "place": "inbox"}
        template = "intake/overtaken.html" if _is_part(request) else "intake/overtaken_page.html"
        return render(request, template, context, status=overtaken.status)
    except Refusal as fault:
        if edited is None or not _is_part(request):
            raise
        card, document = queries.get_card(finding_id, scope, page_language())
        values = forms.show_again(edited, card.payload["subject"])
        context = forms.make_context(card, values, document, fault)
        return render(request, "intake/finding.html", context, status=_UNPROCESSABLE)
    card, document = queries.get_card(finding_id, scope, page_language())
    if not _is_part(request):
        return redirect(f"{reverse('desk', args=[document.id])}#p{card.number}")
    return _answer(request, document.id, decided, is_target=True)


def _answer(request: HttpRequest, document_id: int, decided: Decided, *, is_target: bool = False) -> HttpResponse:
    """The findings that changed, and how far the review is.

    Args:
        is_target: the first of them goes where the answer goes, the others to their own places.
    """
    scope = scope_of(request)
    context = {
        "document_id": document_id,
        "cards": queries.get_cards(document_id, decided.finding_ids, scope, page_language()),
        "progress": queries.get_progress(document_id),
        "can_review": True,
        "is_target": is_target,
        "current": 0,
    }
    return render(request, "intake/answer.html", context)


def _confidence(text: str) -> float:
    try:
        above = Decimal(text.replace(",", ".") or str(SURE))
        is_share = 0 <= above <= 1
    except InvalidOperation:
        is_share = False
    if not is_share:
        raise Refusal(_("The confidence is a number from 0 to 1; write it like 0,9."), field="above")
    return float(above)


@login_required
@require_POST
def accept_many(request: HttpRequest, document_id: int) -> HttpResponse:
    """Everything above a confidence that needs no second look."""
    decided = accept_all(document_id, above=_confidence(request.POST.get("above", "")), scope=scope_of(request))
    count = len(decided.finding_ids)
    told = ngettext("%(count)s finding accepted.", "%(count)s findings accepted.", count) % {"count": count}
    left = _("%(left)s left to look at.") % {"left": decided.left} if decided.left else ""
    messages.success(request, f"{told} {left}".strip())
    if not _is_part(request):
        return redirect("desk", document_id)
    return _answer(request, document_id, decided)


@login_required
@require_POST
def take_back(request: HttpRequest, document_id: int) -> HttpResponse:
    """The last thing this person decided here."""
    decided = undo(document_id, scope=scope_of(request))
    count = len(decided.finding_ids)
    told = ngettext("%(count)s decision taken back.", "%(count)s decisions taken back.", count)
    messages.success(request, told % {"count": count})
    if not _is_part(request):
        return redirect("desk", document_id)
    return _answer(request, document_id, decided)


@login_required
@require_POST
def settle(request: HttpRequest, problem_id: int) -> HttpResponse:
    """What became of a problem."""
    scope, wish = scope_of(request), request.POST.get("as", "")
    settlement = Settlement(wish) if wish in set(Settlement) else None
    reason = request.POST.get("reason", "")
    document_id = settle_problem(problem_id, settlement=settlement, reason=reason, scope=scope)
    if not _is_part(request):
        return redirect(f"{reverse('desk', args=[document_id])}#probs")
    context = {
        "document_id": document_id,
        "problems": queries.get_problems(document_id, scope, page_language()),
        "progress": queries.get_progress(document_id),
        "can_review": True,
        "is_part": True,
    }
    return render(request, "intake/problems.html", context)


@login_required
@require_POST
def finish(request: HttpRequest, document_id: int) -> HttpResponse:
    """The review is over; on to the inbox."""
    finish_review(document_id, scope=scope_of(request))
    messages.success(request, _("The review is finished."))
    return redirect("inbox")


@login_required
@require_POST
def start_again(request: HttpRequest, document_id: int) -> HttpResponse:
    """Another reading of the document."""
    read_again(document_id, scope=scope_of(request))
    messages.success(request, _("The document is being read again; what was decided is kept."))
    return redirect("document", document_id)
