# SPDX-License-Identifier: Apache-2.0
"""What is open before a period can be closed: problems of documents, targets without a verdict, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.evaluate import Status
from tiendo.kernel.period_codes import format_sdmx
from tiendo.kernel.problem import Severity
from tiendo.server.accounts.data import Scope
from tiendo.server.board.data import Board, Matter, OpenMatters
from tiendo.server.board.rules import SIGNS, is_missing, name_month, name_period, tell_reason
from tiendo.server.intake.data import OpenDocument, OpenProblem, OpenProblems
from tiendo.server.intake.queries import list_figure_problems, list_open_documents, list_open_problems
from tiendo.server.support.writing import page_language, write_day
from tiendo.server.targets.data import BoardRow, TargetDetail, WaitingExplanation
from tiendo.server.targets.queries import list_waiting

_TOLD = 20  # problems among which a board finds the first of each severity
_LISTED = 200  # problems on a page of their own


def list_matters(board: Board, scope: Scope) -> list[Matter]:
    """What is open, most pressing first."""
    unit = board.locality.unit_id
    problems = list_open_problems(scope, unit, page_language(), _TOLD)
    grave = [_problems(board, problems, severity) for severity in (Severity.ERROR, Severity.SUSPICIOUS)]
    rows = _sort_rows(board)
    found = [
        *grave,
        _unclassified(board, rows["unclassified"]),
        _missing(board, rows["missing"]),
        _old_decisions(board, rows["old"]),
        _to_explain(list_waiting(unit, scope)),
        _to_review(list_open_documents(scope, unit)),
        _problems(board, problems, Severity.NOTICE),
    ]
    return [matter for matter in found if matter is not None]


def list_open(board: Board, scope: Scope) -> OpenMatters:
    """The same one by one, for a page of its own."""
    unit = board.locality.unit_id
    problems = list_open_problems(scope, unit, page_language(), _LISTED)
    rows = _sort_rows(board)
    return OpenMatters(
        problems=problems.rows,
        problem_count=problems.total,
        documents=tuple(list_open_documents(scope, unit)),
        unclassified=tuple(rows["unclassified"]),
        missing=tuple(rows["missing"]),
        old=tuple(rows["old"]),
    )


def list_target_problems(detail: TargetDetail, figures: Sequence[int], scope: Scope) -> list[OpenProblem]:
    """Open problems at the places from which the plan of a target and the figures judged were taken."""
    plans = [plan.id for plan in detail.plans]
    return list_figure_problems(scope, detail.unit_id, page_language(), figures=figures, plans=plans)


def _sort_rows(board: Board) -> dict[str, list[BoardRow]]:
    return {
        "unclassified": [row for row in board.rows if row.status == Status.UNCLASSIFIED and row.level == 1],
        "missing": [row for row in board.rows if is_missing(row)],
        "old": [row for row in board.rows if row.is_decision_old],
    }


def _problems(board: Board, found: OpenProblems, severity: Severity) -> Matter | None:
    count = found.counts.get(severity, 0)
    if not count:
        return None
    everything = reverse("board-open", args=[board.locality.unit_id, board.year])
    first = next((one for one in found.rows if one.severity is severity), None)
    return Matter(
        sign=SIGNS[severity],
        title=_count_problems(severity, count) % {"count": count},
        sentence="" if first is None else f"{first.document}: {first.sentence}",
        url=f"{everything}#problems" if first is None else first.url,
        act=_("Show them") if first is None else _("See the place"),
        tone=severity.value,
    )


def _count_problems(severity: Severity, count: int) -> str:
    if severity is Severity.ERROR:
        return ngettext("%(count)s error in documents", "%(count)s errors in documents", count)
    if severity is Severity.SUSPICIOUS:
        return ngettext("%(count)s doubt in documents", "%(count)s doubts in documents", count)
    return ngettext("%(count)s notice in documents", "%(count)s notices in documents", count)


def _unclassified(board: Board, rows: Sequence[BoardRow]) -> Matter | None:
    if not rows:
        return None
    first, count = rows[0], len(rows)
    reason = tell_reason(first)
    told = _("Target %(number)s, %(name)s") % {"number": first.number, "name": first.name}
    title = ngettext("Not classified: %(count)s target", "Not classified: %(count)s targets", count)
    return Matter(
        sign="question-mark",
        title=title % {"count": count},
        sentence=_and_others(f"{told}: {reason[:1].lower()}{reason[1:]}." if reason else f"{told}.", count - 1),
        url=_narrow(board, "status", Status.UNCLASSIFIED),
        act=_("Show these targets"),
    )


def _missing(board: Board, rows: Sequence[BoardRow]) -> Matter | None:
    if not rows:
        return None
    first = next((row for row in rows if row.is_stale), rows[0])
    told = f"{first.lead}: {first.name}" if first.lead else first.name
    if first.is_stale and first.last_on is not None:
        month = name_month(first.last_on, board.year)
        told = _("%(target)s (the table shows the figure of %(month)s).") % {"target": told, "month": month}
    else:
        told = f"{told}."
    period = name_period(board.period, board.year)
    return Matter(
        sign="table-off",
        title=_("Figures of %(period)s are missing") % {"period": period} if period else _("Figures are missing"),
        sentence=_and_others(told, len(rows) - 1),
        url=_narrow(board, "only", "missing"),
        act=_("Show these targets"),
    )


def _old_decisions(board: Board, rows: Sequence[BoardRow]) -> Matter | None:
    if not rows:
        return None
    told = _("Target %(number)s, %(name)s") % {"number": rows[0].number, "name": rows[0].name}
    return Matter(
        sign="history",
        title=_("Figures changed after the decision"),
        sentence=_and_others(f"{told}.", len(rows) - 1),
        url=_narrow(board, "only", "old"),
        act=_("Look at them again"),
    )


def _to_explain(found: Sequence[WaitingExplanation]) -> Matter | None:
    if not found:
        return None
    first, count = found[0], len(found)
    told = _("Target %(number)s, %(name)s, answer by %(day)s.") % {
        "number": first.number, "name": first.target_name, "day": write_day(first.due_on),
    }  # fmt: skip
    title = ngettext("%(count)s target is to be explained", "%(count)s targets are to be explained", count)
    return Matter(
        sign="message-question",
        title=title % {"count": count},
        sentence=_and_others(told, count - 1),
        url=reverse("target-explanations", args=[first.target_id]) if count == 1 else reverse("explanations"),
        act=_("Answer the request") if count == 1 else _("Show the requests"),
    )


def _to_review(found: Sequence[OpenDocument]) -> Matter | None:
    if not found:
        return None
    first = found[0]
    told = ngettext(
        "%(document)s: %(count)s finding waits.", "%(document)s: %(count)s findings wait.", first.waiting
    ) % {"document": first.document, "count": first.waiting}
    title = ngettext("%(count)s document waits for review", "%(count)s documents wait for review", len(found))
    return Matter(
        sign="inbox",
        title=title % {"count": len(found)},
        sentence=_and_others(told, len(found) - 1, _documents(len(found) - 1)),
        url=first.url,
        act=_("Review it now") if first.is_reviewer else _("Open the document"),
    )


def _narrow(board: Board, name: str, value: str) -> str:
    """The same board with only some rows."""
    asked = {} if board.period is None else {"period": format_sdmx(board.period)}
    return f"{reverse('board', args=[board.locality.unit_id, board.year])}?{urlencode({**asked, name: value})}"


def _and_others(told: str, number: int, others: str = "") -> str:
    if not number:
        return told
    if not others:
        others = ngettext("and %(number)s other target", "and %(number)s other targets", number) % {"number": number}
    return f"{told[:-1] if told.endswith('.') else told}; {others}."


def _documents(number: int) -> str:
    return ngettext("and %(number)s other document", "and %(number)s other documents", number) % {"number": number}
