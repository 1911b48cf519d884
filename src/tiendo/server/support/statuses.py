# SPDX-License-Identifier: Apache-2.0
"""How each status looks: word, sign, class of style; always the three together. Not here: what a status means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class StatusLook:
    """A status on a page.

    Attributes:
        code: as stored ("at_risk").
        label: its word.
        sign: its icon.
    """

    code: str
    label: StrPromise
    sign: str

    @property
    def style(self) -> str:
        """Class in ``app.css``."""
        return self.code.replace("_", "-")


#: Worst first, as tallies and tables are ordered. Source: house rule.
STATUSES: Mapping[str, StatusLook] = {
    look.code: look
    for look in (
        StatusLook("not_achieved", _("Not achieved"), "square-x-filled"),
        StatusLook("at_risk", _("At risk"), "alert-triangle-filled"),
        StatusLook("unclassified", _("Not classified"), "question-mark"),
        StatusLook("partial", _("Partly achieved"), "circle-half-2"),
        StatusLook("likely", _("Likely to be achieved"), "trending-up"),
        StatusLook("on_track", _("On track"), "clock-check"),
        StatusLook("achieved", _("Achieved"), "circle-check-filled"),
        StatusLook("exceeded", _("Exceeded"), "chevrons-up"),
        StatusLook("not_assessable", _("Cannot be assessed yet"), "hourglass"),
    )
}


def find_look(code: str) -> StatusLook:
    """The look of a status.

    Raises:
        KeyError: no such status.
    """
    return STATUSES[str(code)]


def in_order(codes: Iterable[str]) -> list[str]:
    """Codes, worst first."""
    places = list(STATUSES)
    return sorted(codes, key=places.index)
