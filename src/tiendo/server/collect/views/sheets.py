# SPDX-License-Identifier: Apache-2.0
"""The page of a sheet: the grid to type into, what is known beside each cell, and what the office can do."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiendo.server.accounts.data import Scope
from tiendo.server.collect import queries
from tiendo.server.collect.data import (
    KEPT,
    Beside,
    CellRow,
    Choice,
    Flaw,
    FlawKind,
    Grid,
    LineRow,
    Move,
    Severity,
    SheetPage,
    State,
)
from tiendo.server.collect.data.sheets import STATE_WORDS
from tiendo.server.collect.rules.moves import can
from tiendo.server.collect.rules.typed import read_typed
from tiendo.server.collect.views import words
from tiendo.server.figures.data import Nature
from tiendo.server.support.refusals import NotForYou


@require_safe
@login_required
def show_sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """A sheet; a fixed number of queries."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    return render(request, "collect/sheet.html", describe(queries.get_sheet(sheet_id, scope)))


@require_safe
@login_required
def show_entries(request: HttpRequest, sheet_id: int, line: str) -> HttpResponse:
    """Every value that a cell had."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    page = queries.get_sheet(sheet_id, scope)
    row = next((one for one in page.lines if one.code == line), None)
    if row is None:
        raise NotForYou
    entries = queries.list_entries(sheet_id, line, scope)
    told = [(entry, words.write_cell(entry.cell, row)) for entry in entries]
    context = {"place": "collect", "page": page, "name": words.name_of(row.indicator), "line": row, "entries": told}
    return render(request, "collect/entries.html", context)


def describe(page: SheetPage) -> dict[str, Any]:
    """What the templates of a sheet show."""
    row, state = page.row, page.row.state
    today = timezone.localdate()
    stopping = [flaw for flaw in page.grid.flaws if flaw.stops]
    return {
        "place": "collect",
        "page": page,
        "sheet": row,
        "title": words.title_of(row.title, row.title_en),
        "state": STATE_WORDS[state],
        "sign": words.SIGNS[state],
        "is_late": row.is_late(today),
        "days": words.say_days((row.due_on - today).days)
        if state in (State.OPEN, State.ENTERING, State.RETURNED)
        else "",
        "regime": words.REGIMES.get(page.regime, ""),
        "rows": list_rows(page),
        "errors": sum(flaw.severity is Severity.ERROR for flaw in stopping),
        "warnings": sum(flaw.severity is Severity.WARNING for flaw in stopping),
        "gaps": [(gap.value, label) for gap, label in words.GAPS.items()],
        "may_type": page.may_type,
        "may_submit": page.may_type and can(state, Move.SUBMIT),
        "may_return": page.may_review and can(state, Move.RETURN),
        "may_approve": page.may_review and can(state, Move.APPROVE),
        "may_lock": page.may_review and can(state, Move.LOCK),
        "may_correct": page.may_review and state in KEPT,
        "moves": [(move, words.MOVES[move.move]) for move in page.moves],
        "versions": page.versions,
    }


def list_rows(page: SheetPage) -> list[dict[str, Any]]:
    """The lines of the grid, each with its heading where another one begins."""
    group = None
    rows = []
    for number, line in enumerate(page.lines, start=1):
        rows.append(_describe_row(page, line, number, is_new_group=line.group != group))
        group = line.group
    return rows


def describe_under(grid: Grid, line: LineRow) -> dict[str, Any]:
    """What is said under a line: flaws, what is known already, what an ambiguous number may mean."""
    cell, beside = grid.cells[line.code], grid.beside[line.code]
    flaws = [flaw for flaw in grid.flaws if line.code in flaw.lines]
    told: dict[str, Any] = {
        "line": line,
        "says": [_describe_flaw(flaw, grid) for flaw in flaws if flaw.lines[0] == line.code],
        "known": _say_known(cell, beside, line),
        "known_url": "" if beside.known_id is None else reverse("figure", args=[beside.known_id]),
        "readings": _list_readings(cell, line),
        "is_wrong": any(flaw.severity is Severity.ERROR and flaw.kind is not FlawKind.EMPTY for flaw in flaws),
        "is_unusual": any(flaw.severity is Severity.WARNING for flaw in flaws),
    }
    told["has_words"] = bool(told["says"] or told["known"] or told["readings"])
    return told


def _describe_row(page: SheetPage, line: LineRow, number: int, *, is_new_group: bool) -> dict[str, Any]:
    cell, beside = page.cells[line.code], page.grid.beside[line.code]
    version = page.versions[0] if page.versions else None
    figure = None if version is None else version.figures.get(line.code)
    clash = None if version is None else version.clashes.get(line.code)
    under = describe_under(page.grid, line)
    return under | {
        "number": number,
        "name": words.name_of(line.indicator),
        "heading": line.group if is_new_group else "",
        "unit": "" if line.indicator.nature is Nature.YES_NO else line.indicator.measure,
        "is_answer": line.indicator.nature is Nature.YES_NO,
        "is_to_date": line.reach == "to_date",
        "cell": cell,
        "written": words.write_cell(cell, line),
        "gap": "" if cell.gap is None else words.GAPS[cell.gap],
        "saved": words.say_saved(cell),
        "previous": words.write_value(beside.previous, line.indicator),
        "same": words.write_value(beside.same, line.indicator),
        "plan": beside.plan or "—",
        "figure_url": "" if figure is None else reverse("figure", args=[figure]),
        "clash_url": "" if clash is None else reverse("figure", args=[clash]),
        "may_note": bool(cell.note or cell.sent_back) or under["is_unusual"],
    }


def _say_known(cell: CellRow, beside: Beside, line: LineRow) -> str:
    """A figure that is known already from elsewhere, offered while the cell is empty."""
    if not cell.is_empty or beside.known is None or beside.is_known_ours:
        return ""
    return words.write_value(beside.known, line.indicator)


def _describe_flaw(flaw: Flaw, grid: Grid) -> dict[str, Any]:
    return {
        "kind": flaw.kind.value,
        "severity": flaw.severity.value,
        "sentence": words.say_flaw(flaw, grid),
        "is_noted": flaw.is_noted,
        "is_quiet": flaw.kind is FlawKind.EMPTY,
    }


def _list_readings(cell: CellRow, line: LineRow) -> list[tuple[str, str, str]]:
    """What an ambiguous text may mean: choice, number, how it is called."""
    typed = read_typed(cell.text, line.indicator.measure, line.indicator.nature)
    if not cell.trouble:
        return []
    return [
        (str(choice), words.write_reading(typed.readings[choice], line.indicator.measure), words.say_choice(choice))
        for choice in Choice
        if choice in typed.readings
    ]
