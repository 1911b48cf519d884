# SPDX-License-Identifier: Apache-2.0
"""The first page, and the board of a locality for a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tiendo.evaluate import STANDARD, Language, tell_levels
from tiendo.kernel.period import PeriodError
from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.vietnamese import sort_key
from tiendo.render.lang import Lang
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import administers, may
from tiendo.server.board import queries
from tiendo.server.board.data import Board, Choice
from tiendo.server.board.drawing import RowWriter
from tiendo.server.board.rules import name_period, order_rows, select_rows
from tiendo.server.board.telling import name_localities, tell_problems, tell_targets
from tiendo.server.board.views.asking import (
    is_part,
    last_locality,
    look_at,
    read_choice,
    recent_localities,
    remember_locality,
    scope_of,
    vary,
)
from tiendo.server.support.moments import Then, keep, moment_of, read_then
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.writing import page_language, write_period
from tiendo.server.targets.data import BoardRow
from tiendo.server.targets.queries import get_scheme, tally, tally_classes

_YEARS = range(1990, 2101)
_FOUND = "localities-found"  # id of the list in the bar


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """The board of the person's locality for its newest year; without one, what can be done about it."""
    scope = scope_of(request)
    home = queries.find_home(scope, last_locality(request))
    if home is not None:
        return redirect("board", *home)
    given = [unit for _role, unit in scope.roles if unit is not None]
    if given:
        return redirect("board", given[0], timezone.localdate().year)
    return render(request, "board/nowhere.html", {"place": "board", "administers": administers(scope)})


@require_safe
def show_localities(request: HttpRequest) -> HttpResponse:
    """Localities to go to, by words of their name; without words those that are near. For the bar only the list."""
    scope, words = scope_of(request), request.GET.get("find", "").strip()
    near = queries.list_near(scope, recent_localities(request))
    found = queries.search_localities(words, scope) if words else near.rows
    context = {"place": "board", "words": words, "found": name_localities(found, near.current)}
    is_list = request.headers.get("HX-Target") == _FOUND
    response = render(request, "board/localities_found.html" if is_list else "board/localities.html", context)
    patch_vary_headers(response, ["HX-Target"])
    return response


@require_safe
def show_latest(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The newest year of a locality."""
    year = queries.find_latest_year(unit_id, scope_of(request), timezone.localdate().year)
    return redirect("board", unit_id, year)


@require_safe
def show_board(request: HttpRequest, unit_id: int, year: int) -> HttpResponse:
    """The targets of a locality for a year; for htmx everything below the title.

    With ``as_of`` as they were known at the end of that day, and nothing to be done about it.
    """
    scope, then = scope_of(request), read_then(request)
    board = _get_board(unit_id, year, request.GET.get("period", ""), scope, then)
    look_at(request, unit_id)
    choice = read_choice(request)
    context = {
        "place": "board",
        "board": board,
        "choice": choice,
        "title_period": name_period(board.period, year),
        "periods": [(format_sdmx(one), _label(one, year), one == board.period) for one in board.periods],
        "resolution": _tell_resolution(board.rows),
        "now": timezone.now(),
        "then": then,
        "kept": keep(then),
        "hidden": [("period", request.GET.get("period", "")), ("order", request.GET.get("order", ""))],
        "can_upload": then is None and not board.rows and may(scope, Act.UPLOAD, unit_id),
        **_table(board, choice, then),
        **_classes(board, scope, then),
    }
    if board.rows and then is None:
        context["matters"] = queries.list_matters(board, scope)
        context["open_url"] = reverse("board-open", args=[unit_id, year]) + context["query"]
    response = render(request, "board/body.html" if is_part(request) else "board/board.html", context)
    return vary(remember_locality(request, response, unit_id))


@require_safe
def show_open(request: HttpRequest, unit_id: int, year: int) -> HttpResponse:
    """All that is open of a board, one by one, each with the way to where it is dealt with.

    Nothing can be dealt with in the past: ``as_of`` leads to the board of that day.
    """
    scope, then = scope_of(request), read_then(request)
    board = _get_board(unit_id, year, request.GET.get("period", ""), scope, then)
    if then is not None:
        return redirect(reverse("board", args=[unit_id, year]) + keep(then, period=request.GET.get("period", "")))
    look_at(request, unit_id)
    matters = queries.list_open(board, scope)
    context = {
        "place": "board",
        "board": board,
        "query": keep(None, period=_code(board)),
        "title_period": name_period(board.period, year),
        "matters": matters,
        "problems": tell_problems(matters.problems),
        "targets": tell_targets(matters, year),
    }
    return remember_locality(request, render(request, "board/open.html", context), unit_id)


def _get_board(unit_id: int, year: int, code: str, scope: Scope, then: Then | None) -> Board:
    if year not in _YEARS:
        raise Refusal(_("There is no board for the year %(year)s.") % {"year": year}, status=404)
    try:
        return queries.get_board(unit_id, year, code, scope, moment_of(then))
    except PeriodError as error:
        told = _("“%(code)s” is no period: choose one of the list.") % {"code": code[:40]}
        raise Refusal(told, field="period") from error


def _label(period: Any, year: int) -> str:
    told = name_period(period, year)
    return f"{told[:1].upper()}{told[1:]}"


def _code(board: Board) -> str:
    return "" if board.period is None else format_sdmx(board.period)


def _table(board: Board, choice: Choice, then: Then | None) -> dict[str, Any]:
    shown = select_rows(board.rows, choice)
    query = keep(then, period=_code(board))
    counted = [row for row in board.rows if row.level == 1 and row.is_counted]
    return {
        "query": query,
        "rows": RowWriter(board.year, query, keep(then)).write(order_rows(shown, choice.order)),
        "counts": dict(tally(board.rows).counts),
        "shown": sum(row.level == 1 for row in shown),
        "total": sum(row.level == 1 for row in board.rows),
        "uncounted": len(board.rows) - len(counted),
        "leads": _list_words(row.lead for row in board.rows),
        "sources": _list_words(row.plan_assigner for row in board.rows),
        "last_year": write_period(str(board.year - 1)),
    }


def _classes(board: Board, scope: Scope, then: Then | None) -> dict[str, Any]:
    """The tally by the locality's own classes, and what is met on each level where targets have components."""
    is_english = page_language() is Lang.EN
    scheme = get_scheme(board.locality.unit_id, board.year, scope, moment_of(then))
    own = [] if scheme is STANDARD else tally_classes(board.rows, scheme, is_english=is_english)
    numbers = [number for _, number in own]
    levels = [tally(board.rows, level=level) for level in (1, 2)]
    told = tell_levels(levels, Language.EN if is_english else Language.VI) if levels[1].total else ""
    return {"classes": own, "classes_sum": " + ".join(map(str, numbers)), "classes_total": sum(numbers), "levels": told}


def _list_words(words: Iterable[str]) -> list[str]:
    """Each once, in Vietnamese order."""
    return sorted({word for word in words if word}, key=sort_key)


def _tell_resolution(rows: Sequence[BoardRow]) -> tuple[str, int, int] | None:
    """The act that sets most of the plans, how many targets it sets, and how many other acts there are."""
    counted = [row for row in rows if row.level == 1 and row.is_counted]
    acts = Counter(row.plan_act for row in counted if row.plan_act)
    if not acts:
        return None
    act, count = acts.most_common(1)[0]
    return act, len(counted) if len(acts) == 1 else count, len(acts) - 1
