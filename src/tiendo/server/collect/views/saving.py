# SPDX-License-Identifier: Apache-2.0
"""Saving cells: small JSON from the grid, or the whole form from a browser without script. Both are one pipeline."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tiendo.server.accounts.data import Scope
from tiendo.server.collect import queries
from tiendo.server.collect.data import CellEdit, CellSaved, Choice, Grid, Outcome, SaveReport, Severity, SheetPage
from tiendo.server.collect.data.sheets import STATE_WORDS
from tiendo.server.collect.services import save_cells
from tiendo.server.collect.views import words
from tiendo.server.collect.views.sheets import describe_under
from tiendo.server.figures.data import Gap
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import write_moment


class SentCell(BaseModel):
    """A cell as the grid sends it."""

    model_config = ConfigDict(extra="forbid")

    line: str = Field(max_length=80)
    version: int = Field(ge=0)
    text: str = Field(default="", max_length=1000)
    choice: Choice | None = None
    gap: Gap | None = None
    reason: str = Field(default="", max_length=1000)
    note: str = Field(default="", max_length=1000)


class SentCells(BaseModel):
    """What the grid sends."""

    model_config = ConfigDict(extra="forbid")

    cells: list[SentCell] = Field(max_length=1000)


@require_POST
@login_required
def save(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Saves cells and says what became of each, and what is wrong with the sheet now."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    if request.content_type != "application/json":
        return _save_form(request, queries.get_sheet(sheet_id, scope), scope)
    try:
        sent = SentCells.model_validate_json(request.body)
    except ValidationError:
        return JsonResponse({"refused": _("What was sent cannot be read: load the page again.")}, status=400)
    edits = [CellEdit(one.line, one.version, one.text, one.choice, one.gap, one.reason, one.note) for one in sent.cells]
    try:
        report = save_cells(sheet_id, edits, scope=scope)
    except Refusal as refusal:
        return JsonResponse({"refused": str(refusal.sentence)}, status=refusal.status)
    return JsonResponse(_tell(report))


def _tell(report: SaveReport) -> dict[str, Any]:
    """The cells that were sent, and what stands under every line now."""
    grid = report.grid
    stopping = [flaw for flaw in grid.flaws if flaw.stops]
    under = get_template("collect/under.html")
    rows = {line.code: describe_under(grid, line) for line in grid.lines}
    return {
        "cells": {one.cell.line: _tell_cell(one, grid) for one in report.cells},
        "under": {
            code: under.render({"row": row, "may_type": True}) if row["has_words"] else "" for code, row in rows.items()
        },
        "marks": {
            code: "wrong" if row["is_wrong"] else "unusual" if row["is_unusual"] else "" for code, row in rows.items()
        },
        "state": str(STATE_WORDS[report.state]),
        "row_version": report.row_version,
        "filled": sum(not cell.is_empty for cell in grid.cells.values()),
        "errors": sum(flaw.severity is Severity.ERROR for flaw in stopping),
        "warnings": sum(flaw.severity is Severity.WARNING for flaw in stopping),
    }


def _mark(row: dict[str, Any]) -> str:
    return "wrong" if row["is_wrong"] else "unusual" if row["is_unusual"] else ""


def _tell_cell(one: CellSaved, grid: Grid) -> dict[str, Any]:
    cell = one.cell
    line = next(row for row in grid.lines if row.code == cell.line)
    told: dict[str, Any] = {"outcome": one.outcome.value, "version": cell.version, "text": cell.text, "note": cell.note}
    if one.outcome is Outcome.CONFLICT:
        told["sentence"] = _("%(who)s typed “%(value)s” here at %(moment)s.") % {
            "who": cell.by,
            "value": words.write_cell(cell, line),
            "moment": write_moment(cell.at),
        }
    return told


def _save_form(request: HttpRequest, page: SheetPage, scope: Scope) -> HttpResponse:
    """The whole form of a browser without script: what differs from what the person saw is saved."""
    edits = [edit for code in page.cells if (edit := _read(request, code)) is not None]
    saved = save_cells(page.row.id, edits, scope=scope).cells
    conflicts = [one for one in saved if one.outcome is Outcome.CONFLICT]
    if conflicts:
        sentence = ngettext(
            "%(number)s cell was changed by somebody else meanwhile and stays as it is: look at it, then type again.",
            "%(number)s cells were changed by somebody else meanwhile and stay as they are: look at them, type again.",
            len(conflicts),
        )
        messages.warning(request, sentence % {"number": len(conflicts)})
    else:
        messages.success(request, _("Saved."))
    return redirect("sheet", page.row.id)


def _read(request: HttpRequest, code: str) -> CellEdit | None:
    sent = request.POST
    version = sent.get(f"version-{code}", "")
    if not version.isdecimal():
        return None
    gap, choice = sent.get(f"gap-{code}", ""), sent.get(f"choice-{code}", "")
    return CellEdit(
        line=code,
        version=int(version),
        text=sent.get(f"text-{code}", ""),
        choice=Choice(choice) if choice in list(Choice) else None,
        gap=Gap(gap) if gap in list(Gap) else None,
        gap_reason=sent.get(f"reason-{code}", ""),
        note=sent.get(f"note-{code}", ""),
    )
