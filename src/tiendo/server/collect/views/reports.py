# SPDX-License-Identifier: Apache-2.0
"""What is due: for a person the own sheets, for an office those of every unit; overdue first, never hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiendo.kernel.vietnamese import sort_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.collect import queries
from tiendo.server.collect.data import DONE, SheetRow
from tiendo.server.collect.data.sheets import STATE_WORDS
from tiendo.server.collect.queries.lists import SheetWish
from tiendo.server.collect.views import words


@require_safe
@login_required
def show_reports(request: HttpRequest) -> HttpResponse:
    """The list; a fixed number of queries."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    today = timezone.localdate()
    punctual = queries.count_timeliness(scope, today)
    units = sorted(((one.unit_id, one.unit_name) for one in punctual), key=lambda pair: sort_key(pair[1]))
    asked = request.GET.get("unit", "")
    group = request.GET.get("group", "")
    unit_id = int(asked) if asked.isdecimal() and int(asked) in dict(units) else None
    page = request.GET.get("page", "")
    wish = SheetWish(
        unit_id=unit_id,
        group=group if group in words.GROUPS else "",
        page=int(page) if page.isdecimal() else 1,
    )
    found = queries.list_sheets(scope, today, wish)
    context: dict[str, Any] = {
        "place": "collect",
        "found": found,
        "rows": _list_rows(found.rows, today),
        "groups": [(key, label, found.counts[key]) for key, label in words.GROUPS.items()],
        "group": wish.group,
        "units": units,
        "unit_id": unit_id,
        "punctual": punctual if len(units) > 1 else [],
        "may_form": bool(scope.roots(Act.SET_TARGET)),
    }
    return render(request, "collect/reports.html", context)


def _list_rows(rows: tuple[SheetRow, ...], today: date) -> list[dict[str, Any]]:
    """The sheets, each with the heading of its group where another one begins."""
    told, former = [], ""
    for row in rows:
        group = _group_of(row, today)
        told.append(
            {
                "sheet": row,
                "heading": words.GROUPS[group] if group != former else "",
                "title": words.title_of(row.title, row.title_en),
                "state": STATE_WORDS[row.state],
                "sign": words.SIGNS[row.state],
                "days": "" if row.state in DONE else words.say_days((row.due_on - today).days),
                "is_late": row.is_late(today),
            }
        )
        former = group
    return told


def _group_of(row: SheetRow, today: date) -> str:
    if row.is_late(today):
        return "late"
    if row.state == "returned":
        return "returned"
    if row.state == "submitted":
        return "review"
    return "done" if row.state in DONE else "due"
