# SPDX-License-Identifier: Apache-2.0
"""What is shown: the inbox, the desk of a document, one finding, the form of a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.intake import queries
from tiendo.server.intake.data import FindingKind
from tiendo.server.intake.queries.waiting import list_waiting
from tiendo.server.intake.views import forms
from tiendo.server.support.refusals import NotForYou
from tiendo.server.support.writing import page_language, write_figure

#: At first the bar of "accept all" stands here: surer than this the reader is rarely wrong.
SURE = 0.9


def scope_of(request: HttpRequest) -> Scope:
    """Who asks (``accounts.middleware``)."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return scope


@login_required
@require_GET
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Documents that wait for a person who may review, oldest first."""
    scope = scope_of(request)
    if not scope.roots(Act.REVIEW):
        raise NotForYou
    page = request.GET.get("page", "1")
    inbox = list_waiting(scope, page=int(page) if page.isascii() and page.isdigit() and len(page) < 10 else 1)  # noqa: PLR2004
    return render(request, "intake/inbox.html", {"place": "inbox", "inbox": inbox})


@login_required
@require_GET
def show_desk(request: HttpRequest, document_id: int) -> HttpResponse:
    """The desk of one document. Who may only read sees it without the acts."""
    desk = queries.get_desk(document_id, scope_of(request), page_language())
    waiting = [card.number for card in desk.cards if not card.is_decided]
    current = waiting[0] if waiting else (desk.cards[0].number if desk.cards else 0)
    plain = [card for card in desk.cards if card.ready.is_plain and not card.is_decided]
    context = {
        "place": "inbox",
        "desk": desk,
        "document": desk.document,
        "document_id": document_id,
        "problems": desk.problems,
        "progress": desk.progress,
        "can_review": desk.can_review,
        "current": current,
        "sure": f"{SURE:.2f}",
        "sure_text": write_figure(Decimal(str(SURE)), 2),
        "plain_count": sum(card.confidence >= SURE for card in plain),
        "plain_total": len(plain),
    }
    return render(request, "intake/desk.html", context)


@login_required
@require_GET
def show_finding(request: HttpRequest, finding_id: int) -> HttpResponse:
    """One finding as it stands now: after a change of mind, or after somebody else decided."""
    card, document = queries.get_card(finding_id, scope_of(request), page_language())
    context = {"card": card, "document": document, "can_review": True, "current": card.number}
    return _show(request, context)


def _show(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """A part for htmx, a page for a browser without script."""
    is_part = request.headers.get("HX-Request") == "true"
    return render(request, "intake/finding.html" if is_part else "intake/finding_page.html", context)


@login_required
@require_GET
def show_form(request: HttpRequest, finding_id: int) -> HttpResponse:
    """The form of a figure, filled with what the reader found or with what was written before."""
    scope = scope_of(request)
    card, document = queries.get_card(finding_id, scope, page_language())
    if card.kind is not FindingKind.MEASUREMENT:
        raise NotForYou
    return _show(request, forms.make_context(card, forms.fill(card, document), document))
