# SPDX-License-Identifier: Apache-2.0
"""A page as of a day: what was known at its end, told from stored rows. The address keeps it in ``as_of``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.support.refusals import Refusal

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Then:
    """A day that is over, at whose end something is looked at."""

    day: date

    @property
    def moment(self) -> datetime:
        """The end of the day, in the time of the installation."""
        return datetime.combine(self.day, time.max, tzinfo=timezone.get_current_timezone())


def read_then(request: HttpRequest) -> Then | None:
    """The day that is asked for; None where none is, or one that is not over yet: that is now.

    Raises:
        Refusal: it is no day. Today's figures under an address that asks for another day would be a wrong answer.
    """
    text = request.GET.get("as_of", "").strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        told = _("“%(day)s” is no day: choose one in the calendar.") % {"day": text[:_LONGEST]}
        raise Refusal(told, field="as_of") from error
    return Then(day) if day < timezone.localdate() else None


def moment_of(then: Then | None) -> datetime | None:
    """The end of the day; None is now."""
    return None if then is None else then.moment


def keep(then: Then | None, **asked: str) -> str:
    """What links have to carry on: "?period=2026-Q1&as_of=2026-04-10"; empty where there is nothing."""
    given = {name: value for name, value in asked.items() if value}
    if then is not None:
        given["as_of"] = then.day.isoformat()
    return f"?{urlencode(given, safe='/')}" if given else ""
