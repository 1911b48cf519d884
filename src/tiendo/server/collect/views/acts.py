# SPDX-License-Identifier: Apache-2.0
"""What is done with a sheet as a whole: sending, sending back, approving, locking, correcting, deciding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiendo.server.accounts.data import Scope
from tiendo.server.collect import queries
from tiendo.server.collect.data import Choice, Correction
from tiendo.server.collect.services import (
    approve_sheet,
    correct_sheet,
    lock_sheet,
    return_sheet,
    settle_clash,
    submit_sheet,
)
from tiendo.server.figures.data import Gap
from tiendo.server.support.refusals import Refusal


def _answer(request: HttpRequest, sheet_id: int, act: Callable[[], object], done: str) -> HttpResponse:
    """Does the act, then shows the sheet again with one sentence: what was done, or why not."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal.sentence))
        anchor = f"#row-{refusal.field}" if refusal.field else ""
        return redirect(f"{_address(sheet_id)}{anchor}")
    messages.success(request, done)
    return redirect("sheet", sheet_id)


def _address(sheet_id: int) -> str:
    return redirect("sheet", sheet_id).url


def _version(request: HttpRequest) -> int | None:
    """The state that the person saw; without one whatever it is now."""
    sent = request.POST.get("row_version", "")
    return int(sent) if sent.isdecimal() else None


class _Move(Protocol):
    """An act on a sheet that needs no more than the sheet, who acts, and the state that was seen."""

    def __call__(self, sheet_id: int, *, scope: Scope, row_version: int | None) -> object: ...


def _move(request: HttpRequest, sheet_id: int, move: _Move, done: str) -> HttpResponse:
    scope: Scope = request.scope  # type: ignore[attr-defined]
    seen = _version(request)
    return _answer(request, sheet_id, lambda: move(sheet_id, scope=scope, row_version=seen), done)


@require_POST
@login_required
def submit(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Sends the sheet in."""
    return _move(request, sheet_id, submit_sheet, _("The sheet was sent in."))


@require_POST
@login_required
def send_back(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Sends the sheet back, with what is wrong as a whole and in single cells."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    cells = {
        name.removeprefix("back-"): str(text)
        for name, text in request.POST.items()
        if name.startswith("back-") and text
    }
    reason, seen = request.POST.get("reason", ""), _version(request)
    return _answer(
        request,
        sheet_id,
        lambda: return_sheet(sheet_id, reason, cells, scope=scope, row_version=seen),
        _("The sheet was sent back."),
    )


@require_POST
@login_required
def approve(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Approves the sheet."""
    return _move(request, sheet_id, approve_sheet, _("The sheet is approved."))


@require_POST
@login_required
def lock(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Locks the sheet."""
    return _move(request, sheet_id, lock_sheet, _("The sheet is locked."))


@require_POST
@login_required
def correct(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Corrects one cell of a locked sheet."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    sent, seen = request.POST, _version(request)
    gap, choice = sent.get("gap", ""), sent.get("choice", "")
    correction = Correction(
        line=sent.get("line", ""),
        text=sent.get("text", ""),
        choice=Choice(choice) if choice in list(Choice) else None,
        gap=Gap(gap) if gap in list(Gap) else None,
        gap_reason=sent.get("reason", ""),
    )
    reason = sent.get("reason", "")
    return _answer(
        request,
        sheet_id,
        lambda: correct_sheet(sheet_id, reason, [correction], scope=scope, row_version=seen),
        _("The sheet was corrected; the former version stays readable."),
    )


@require_POST
@login_required
def settle(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Decides between the sheet's figure and the one of another source."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    queries.get_sheet(sheet_id, scope)
    line, holds, reason = (request.POST.get(name, "") for name in ("line", "holds", "reason"))
    return _answer(
        request,
        sheet_id,
        lambda: settle_clash(sheet_id, line, takes_form=holds == "form", reason=reason, scope=scope),
        _("It is decided which figure holds."),
    )
