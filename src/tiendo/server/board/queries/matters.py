# SPDX-License-Identifier: Apache-2.0
"""What is open before a period can be closed: figures that do not agree, targets without a verdict, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.evaluate import Status
from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.accounts.data import Scope
from tiendo.server.board.data import Board, Matter
from tiendo.server.board.rules import is_missing, name_month, name_period, tell_reason
from tiendo.server.documents.data import DocumentRow
from tiendo.server.intake.data import WaitingDocument
from tiendo.server.intake.queries import list_waiting
from tiendo.server.targets.data import BoardRow

_MOST_DOCUMENTS = 500  # of all units; more than an office can have open


def list_matters(board: Board, scope: Scope) -> list[Matter]:
    """What is open, most pressing first; documents only for who may review them."""
    waiting = _waiting_here(board.locality.unit_id, scope)
    found = [
        _wrong_numbers([pair for pair in waiting if pair[0].problems]),
        _unclassified(board, [row for row in board.rows if row.status == Status.UNCLASSIFIED and row.level == 1]),
        _missing(board, [row for row in board.rows if is_missing(row)]),
        _old_decisions(board, [row for row in board.rows if row.is_decision_old]),
        _to_review([pair for pair in waiting if pair[0].waiting]),
    ]
    return [matter for matter in found if matter is not None]


def _waiting_here(unit_id: int, scope: Scope) -> list[tuple[WaitingDocument, DocumentRow]]:
    rows = list_waiting(scope, size=_MOST_DOCUMENTS).rows
    return [(waiting, document) for waiting, document in rows if document.unit_id == unit_id]


def _wrong_numbers(found: Sequence[tuple[WaitingDocument, DocumentRow]]) -> Matter | None:
    if not found:
        return None
    waiting, document = max(found, key=lambda pair: pair[0].problems)
    name = document.number or document.title
    told = ngettext(
        "%(document)s: %(count)s figure does not agree.",
        "%(document)s: %(count)s figures do not agree.",
        waiting.problems,
    ) % {"document": name, "count": waiting.problems}
    return Matter(
        sign="equal-not",
        title=_("Numbers in reports do not agree"),
        sentence=_and_others(told, len(found) - 1, _documents(len(found) - 1)),
        url=reverse("desk", args=[waiting.document_id]),
        act=_("See what differs"),
        is_hot=True,
    )


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


def _to_review(found: Sequence[tuple[WaitingDocument, DocumentRow]]) -> Matter | None:
    if not found:
        return None
    waiting, document = found[0]
    name = document.number or document.title
    told = ngettext(
        "%(document)s: %(count)s finding waits.", "%(document)s: %(count)s findings wait.", waiting.waiting
    ) % {"document": name, "count": waiting.waiting}
    title = ngettext("%(count)s document waits for review", "%(count)s documents wait for review", len(found))
    return Matter(
        sign="inbox",
        title=title % {"count": len(found)},
        sentence=_and_others(told, len(found) - 1, _documents(len(found) - 1)),
        url=reverse("desk", args=[waiting.document_id]),
        act=_("Review it now"),
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
