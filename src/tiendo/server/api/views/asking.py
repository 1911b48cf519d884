# SPDX-License-Identifier: Apache-2.0
"""Who asks, how often, and what the words of a request mean: read in one way by every operation.

Not here: what may be done. A token becomes a ``Scope``, and the same queries and services as behind the pages decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from time import time as clock
from typing import Any, Final, TypeVar, cast

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import BaseThrottle
from pydantic import BaseModel

from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.server.accounts.data import Act, Bearer, Scope
from tiendo.server.accounts.queries import get_scope
from tiendo.server.accounts.services import find_bearer, refuse_first_steps
from tiendo.server.api.data.basics import Page
from tiendo.server.api.rules import WrongCursorError, make_cursor, read_cursor
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.units.queries import find_by_code, find_latest

_REGIMES: Final = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}
_UNPROCESSABLE: Final = 422
_MINUTE: Final = 60
_FORBIDDEN: Final = 403

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        holder: the token or the person, as answers are kept for them.
        bearer: None for a person signed in at a page.
    """

    holder: str
    scope: Scope
    owner: str
    bearer: Bearer | None = None


class Token(HttpBearer):
    """A token in the header Authorization. One that is not right is refused, whoever is signed in beside it."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Who sends the token; None when none is sent."""
        if not request.headers.get("Authorization"):
            return None
        caller: Caller | None = super().__call__(request)
        if caller is None:
            raise AuthenticationError
        return caller

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller of a token."""
        bearer = find_bearer(token)
        if bearer is None:
            return None
        return _with_rights(Caller(f"token:{bearer.token_id}", bearer.scope, bearer.owner, bearer))


class Session(APIKeyCookie):
    """A person signed in at a page: what changes something needs the mark against forged requests too."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Caller | None:
        """The person of the session; None when there is none."""
        caller: Caller | None = super().__call__(request) if self.param_name in request.COOKIES else None
        return caller

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """The person of the session."""
        user = request.user
        if not key or not user.is_authenticated:
            return None
        refuse_first_steps(user)
        return _with_rights(Caller(f"user:{user.pk}", get_scope(user), user.full_name))


def _with_rights(caller: Caller) -> Caller:
    """Who may nothing at all is told so before anything that was sent is looked at."""
    if not any(caller.scope.roots(act) for act in Act):
        raise Refusal(_("There are no rights behind this: ask the administrator of your unit for a role."), status=403)
    return caller


class Rate(BaseThrottle):
    """So many requests a minute of one token, or of one person. Holds nothing itself: threads share it."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Counts the request; whether it is not one too many."""
        key = f"api-rate-{caller_of(request).holder}-{int(clock() // _MINUTE)}"
        if cache.add(key, 1, 2 * _MINUTE):
            return True
        try:
            return bool(cache.incr(key) <= settings.API_REQUESTS_A_MINUTE)
        except ValueError:  # it was forgotten between the two
            return True

    def wait(self) -> float:
        """Seconds until the next minute."""
        return _MINUTE - clock() % _MINUTE


def caller_of(request: HttpRequest) -> Caller:
    """Who asks, once that is known."""
    return cast(Caller, request.auth)  # type: ignore[attr-defined]  # set by ninja


def scope_for(request: HttpRequest, act: Act = Act.VIEW) -> Scope:
    """What the caller may, if the caller may do the act anywhere at all."""
    scope = caller_of(request).scope
    if scope.roots(act):
        return scope
    if caller_of(request).bearer is not None:
        raise Refusal(_("This token may not do that: make one that may, on the page of your account."), status=403)
    raise Refusal(_("You may not do that: ask the administrator of your unit for a role."), status=_FORBIDDEN)


def wrong(sentence: str, field: str) -> Refusal:
    """The refusal of one thing that was sent."""
    return Refusal(sentence, field=field, status=_UNPROCESSABLE)


def read_day(text: str | None, field: str = "on") -> date | None:
    """A day of the calendar."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise wrong(_("“%(text)s” is no day: write 2026-07-01.") % {"text": text}, field) from error


def read_moment(text: str | None, field: str = "as_of") -> datetime | None:
    """A moment; a day means its end, as on the pages."""
    if not text:
        return None
    try:
        if "T" not in text:
            return datetime.combine(date.fromisoformat(text), time.max, tzinfo=timezone.get_current_timezone())
        moment = datetime.fromisoformat(text)
        moment.astimezone(timezone.get_current_timezone())  # days at the ends of the calendar have no other zone
    except (ValueError, OverflowError) as error:
        said = _("“%(text)s” is no moment: write 2026-10-16, or 2026-10-16T08:30:00+07:00.")
        raise wrong(said % {"text": text}, field) from error
    return moment


def read_period(text: str, regime: str = "calendar", field: str = "period") -> Period:
    """A period in the text form of SDMX."""
    try:
        return parse_sdmx(text, _REGIMES[regime])
    except PeriodError as error:
        said = _("“%(text)s” is no period: write 2024, 2024-S1, 2024-Q1, 2024-09 or 2024-01-01/P9M.")
        raise wrong(said % {"text": text}, field) from error


def read_period_code(text: str | None) -> str:
    """The one form in which a period is stored; empty where none is asked for."""
    return format_sdmx(read_period(text)) if text else ""


def resolve_unit(ref: int | str, field: str = "unit") -> int:
    """The number of a unit: by itself, or of the unit that bore an official code on a day.

    Raises:
        NotForYou: there was no such unit.
    """
    code, at, day = str(ref).partition("@")
    if at:
        found = find_by_code(code, read_day(day, field) or timezone.localdate())
        if found is None:
            raise NotForYou
        return found.id
    return int(code)


def get_unit(ref: int | str) -> int:
    """The same, for a unit that there must be."""
    number = resolve_unit(ref)
    if find_latest(number) is None:
        raise NotForYou
    return number


def question_of(asked: BaseModel) -> dict[str, Any]:
    """What is asked for, whatever the part of it."""
    return asked.model_dump(mode="json", exclude={"cursor", "size"})


def read_place(cursor: str | None, question: dict[str, Any]) -> int:
    """The number behind which a part begins; 0 at the beginning."""
    place = _read_cursor(cursor, question) if cursor else 0
    if not isinstance(place, int):
        raise _wrong_cursor()
    return place


def read_word(cursor: str | None, question: dict[str, Any]) -> str:
    """The same of a list that is ordered by words."""
    place = _read_cursor(cursor, question) if cursor else ""
    if not isinstance(place, str):
        raise _wrong_cursor()
    return place


def _read_cursor(cursor: str, question: dict[str, Any]) -> int | str:
    try:
        return read_cursor(cursor, question)
    except WrongCursorError as error:
        raise _wrong_cursor() from error


def _wrong_cursor() -> Refusal:
    return wrong(_("This cursor does not belong to this question: begin again without one."), "cursor")


def part_of(
    rows: Sequence[R],
    size: int,
    question: dict[str, Any],
    tell: Callable[[Sequence[R]], Iterable[T]],
    place: Callable[[R], int | str],
) -> Page[T]:
    """A part of a list, of which one row more than the part was read.

    Args:
        tell: rows as they go over the wire.
        place: what the list is ordered by.
    """
    shown = rows[:size]
    more = len(rows) > size
    return Page(rows=list(tell(shown)), next=make_cursor(place(shown[-1]), question) if more else None)
