# SPDX-License-Identifier: Apache-2.0
"""The form of one figure: what stands in its fields at first, what may be chosen, and reading it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.period import PeriodError
from tiendo.kernel.period_codes import parse_short
from tiendo.kernel.period_words import format_period
from tiendo.render import words
from tiendo.render.lang import Lang
from tiendo.server.documents.data import DocumentRow
from tiendo.server.figures.queries import list_indicators, suggest_indicators
from tiendo.server.intake.data import Becomes, Edited
from tiendo.server.intake.queries import FindingCard
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.queries import list_children

_SUGGESTED = 5
_LONGEST = 200
_MOST_DIGITS = 18


def fill(card: FindingCard, document: DocumentRow) -> dict[str, Any]:
    """What stands in the fields at first: what was written before, else what the reader found."""
    payload, written = card.payload, card.figure
    values = {
        "becomes": card.target if card.target in (Becomes.PLAN, Becomes.OBSERVATION) else Becomes.OBSERVATION,
        "subject": payload["subject"],
        "indicator": payload["indicator"] or "",
        "unit": document.unit_id,
        "period": _period(payload["period"] or document.period),
        "value": _value(payload["value"], payload["value2"], is_range=payload["is_range"]),
        "measure": payload["unit"],
        "status": card.status,
    }
    if written is not None:
        values |= {
            "indicator": written.indicator,
            "unit": written.unit_id,
            "period": _period(written.period),
            "value": _value(written.value, written.second, is_range=written.is_range),
            "measure": written.measure,
            "status": written.status,
        }
    return values


def _period(code: str) -> str:
    """A period as a person types it; what is no code stays as it is."""
    try:
        return format_period(parse_short(code)) if code else ""
    except PeriodError:
        return code


def _value(value: str, second: str | None, *, is_range: bool) -> str:
    first = words.figure(Decimal(value), Lang.VI)
    if second is None:
        return first
    return f"{first}{'–' if is_range else '/'}{words.figure(Decimal(second), Lang.VI)}"


def read(posted: QueryDict) -> Edited:
    """What a person set; numbers that are none become None."""
    text = {name: posted.get(name, "").strip()[:_LONGEST] for name in ("indicator", "period", "value", "measure")}
    unit, status, becomes = posted.get("unit", ""), posted.get("status", ""), posted.get("becomes", "")
    is_number = unit.isascii() and unit.isdigit() and len(unit) <= _MOST_DIGITS
    return Edited(
        becomes=Becomes(becomes) if becomes in set(Becomes) else Becomes.OBSERVATION,
        unit_id=int(unit) if is_number else None,
        status=status if status in ("actual", "estimate", "final") else "actual",
        **text,
    )


def show_again(edited: Edited, subject: str) -> dict[str, Any]:
    """The fields as they were sent."""
    return {
        "becomes": edited.becomes,
        "subject": subject,
        "indicator": edited.indicator,
        "unit": edited.unit_id,
        "period": edited.period,
        "value": edited.value,
        "measure": edited.measure,
        "status": edited.status,
    }


def make_context(
    card: FindingCard, values: dict[str, Any], document: DocumentRow, fault: Refusal | None = None
) -> dict[str, Any]:
    """The finding with its form open.

    Args:
        values: what stands in the fields.
        fault: the refusal, when the form was sent and something is missing.
    """
    suggested = [
        one.indicator
        for one in suggest_indicators(
            values["subject"], _SUGGESTED, measure=values["measure"], code=values["indicator"]
        )
    ]
    codes = {one.code for one in suggested}
    below = list_children(document.unit_id, document.dated_on or timezone.localdate())
    return {
        "card": card,
        "document": document,
        "can_review": True,
        "current": card.number,
        "is_form": True,
        "values": values,
        "fault": fault,
        "suggested": suggested,
        "others": [one for one in list_indicators() if one.code not in codes],
        "units": [(document.unit_id, document.unit_name), *((one.id, one.name) for one in below)],
        "statuses": [("actual", _("Actual")), ("estimate", _("Estimate")), ("final", _("Final"))],
        "ways": [
            (Becomes.OBSERVATION, _("a figure")),
            (Becomes.PLAN, _("the plan of a target")),
            (Becomes.CHECKED, _("nothing; it is right as printed")),
        ],
    }
