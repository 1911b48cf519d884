# SPDX-License-Identifier: Apache-2.0
"""Sending a sheet in: it is checked as a whole, becomes a version, and its cells become figures as reported."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tiendo.server.accounts.data import Scope
from tiendo.server.collect.data import Flaw, Move, Severity
from tiendo.server.collect.models import SheetMove
from tiendo.server.collect.queries.beside import find_beside
from tiendo.server.collect.queries.forms import list_lines
from tiendo.server.collect.queries.sheets import find_flaws, list_cells
from tiendo.server.collect.services.moving import check_move, lock_row, make_move
from tiendo.server.collect.services.recording import VersionWish, add_version
from tiendo.server.support.refusals import Refusal


def submit_sheet(sheet_id: int, *, scope: Scope, row_version: int | None = None) -> int:
    """Sends a sheet in.

    Returns:
        The number of its version.

    Raises:
        Refusal: a cell stops it: an error, or a warning without a note; nothing was sent.
        NotForYou: there is no such sheet for this person.
    """
    with transaction.atomic():
        sheet = lock_row(sheet_id, scope)
        after = check_move(sheet, Move.SUBMIT, row_version)
        lines = list_lines(sheet.version_id)
        cells = list_cells(sheet, lines)
        refuse_flaws(find_flaws(sheet, lines, cells, find_beside(sheet, lines, {})))
        reason = _find_reason(sheet.pk) if sheet.number else ""
        add_version(sheet, lines, VersionWish(cells, reason), scope)
        make_move(sheet, Move.SUBMIT, after, scope)
        return sheet.number


def refuse_flaws(flaws: tuple[Flaw, ...]) -> None:
    """Refuses a sheet that something stops."""
    stopping = [flaw for flaw in flaws if flaw.stops]
    errors = sum(flaw.severity is Severity.ERROR for flaw in stopping)
    if errors:
        sentence = ngettext(
            "%(number)s cell must be mended first; nothing was sent.",
            "%(number)s cells must be mended first; nothing was sent.",
            errors,
        )
        raise Refusal(sentence % {"number": errors}, field=stopping[0].lines[0])
    if stopping:
        sentence = _("Say beside each unusual figure why it is so (%(number)s still without a note); nothing was sent.")
        raise Refusal(sentence % {"number": len(stopping)}, field=stopping[0].lines[0])


def _find_reason(sheet_id: int) -> str:
    """Why the office sent it back, which is why figures change now."""
    last = SheetMove.objects.filter(sheet=sheet_id, move=Move.RETURN).order_by("-pk").first()
    if last is None:
        return ""
    return _("Sent back: %(reason)s") % {"reason": last.reason}
