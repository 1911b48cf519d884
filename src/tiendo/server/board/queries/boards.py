# SPDX-License-Identifier: Apache-2.0
"""Which boards a person may see, and one of them: a fixed number of queries, however many targets it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from tiendo.kernel.period import Period
from tiendo.kernel.vietnamese import sort_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import keep_permitted, require
from tiendo.server.board.data import Board, Locality, Nearby
from tiendo.server.board.rules import read_code
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.queries import board_rows, find_board, list_periods, list_years, search_boards
from tiendo.server.units.data import Level, UnitRow
from tiendo.server.units.queries import describe_units, find_unit

_DAY = timedelta(days=1)
_OWN, _FOUND = 8, 12
_LONGEST = 200
#: Units with nothing below them that has a board.
_LOWEST = frozenset({Level.COMMUNE, Level.RESIDENTIAL, Level.OFFICE})


def list_near(scope: Scope, recent: Sequence[int], here: int | None = None) -> Nearby:
    """The localities that a person goes to: those given, and those looked at lately. Two queries, whatever there is.

    Args:
        recent: looked at, the last one first; they may be gone, or no longer the person's to see.
        here: the one whose page the person looks at; the right to it was asked for.
    """
    given = sorted({unit for _role, unit in scope.roles if unit is not None})
    seen = keep_permitted(recent, scope, Act.VIEW) if recent else set()
    lately = [unit for unit in dict.fromkeys([here, *recent]) if unit is not None and (unit in seen or unit == here)]
    known = describe_units([*given, *lately])
    own = sorted((known[unit] for unit in given if unit in known), key=_by_name)
    rows = {row.id: row for row in (*own[:_OWN], *(known[unit] for unit in lately if unit in known))}
    return Nearby(
        rows=tuple(_locality(row) for row in rows.values()),
        current=next((unit for unit in (*lately, *rows) if unit in rows), None),
        has_more=len(given) != len(scope.roles) or len(own) > _OWN or any(row.level not in _LOWEST for row in own),
    )


def _by_name(row: UnitRow) -> tuple[bool, str]:
    return row.valid_to is not None, sort_key(row.name)


def search_localities(text: str, scope: Scope) -> list[Locality]:
    """Localities with targets that the person may see, by words of their name, with or without marks, or by code."""
    return [_locality(row) for row in search_boards(text.strip()[:_LONGEST], scope, limit=_FOUND)]


def _locality(row: UnitRow) -> Locality:
    return Locality(row.id, row.name, None if row.valid_to is None else row.valid_to - _DAY)


def find_home(scope: Scope, last: int | None) -> tuple[int, int] | None:
    """The board a person begins with: the locality looked at last, else one that was given, else any; newest year.

    Args:
        last: the locality that was looked at last.

    Returns:
        Unit and year; None when the person may see no board.
    """
    given = {unit for _role, unit in scope.roles if unit is not None}
    asked: list[Collection[int] | None] = [[last]] if last is not None else []
    for units in (*asked, given, None):
        found = find_board(scope, units) if units is None or units else None
        if found is not None:
            return found
    return None


def has_board(unit_id: int, scope: Scope) -> bool:
    """Whether a unit has targets that the person may see."""
    return find_board(scope, [unit_id]) is not None


def find_latest_year(unit_id: int, scope: Scope, otherwise: int) -> int:
    """The newest year of which a locality has targets.

    Raises:
        NotForYou: the person may not see it.
    """
    require(scope, Act.VIEW, unit_id)
    return next(iter(list_years(unit_id, scope)), otherwise)


def get_board(unit_id: int, year: int, code: str, scope: Scope, moment: datetime | None = None) -> Board:
    """The board of a locality for a year.

    Args:
        code: of the period; empty takes the newest one.
        moment: what was known then is told; None is what is in force.

    Raises:
        NotForYou: there is no such unit for this person.
        PeriodError: no such period.
    """
    require(scope, Act.VIEW, unit_id)
    known = describe_units([unit_id]).get(unit_id)
    if known is None:
        raise NotForYou
    then = _find_then(known, date(year, 12, 31))
    periods = [read_code(period) for period, _last_on in list_periods(unit_id, year, scope, moment)]
    period = read_code(code) if code else next(iter(periods), None)
    if period is not None and all(period.last_on != one.last_on for one in periods):
        periods = sorted([*periods, period], key=lambda one: one.last_on, reverse=True)
    named = _locality(known)
    return Board(
        locality=named if then is None else Locality(unit_id, then.name, named.ended_on),
        year=year,
        period=period,
        periods=_one_per_day(periods),
        years=tuple(list_years(unit_id, scope)),
        rows=tuple(board_rows(unit_id, year, period, scope, moment)),
    )


def _find_then(known: UnitRow, day: date) -> UnitRow | None:
    """The unit as it was on a day; asked for only where it was another one then than it is now."""
    began = known.valid_from is None or known.valid_from <= day
    if began and (known.valid_to is None or day < known.valid_to):
        return known
    return find_unit(known.id, day)


def _one_per_day(periods: Iterable[Period]) -> tuple[Period, ...]:
    return tuple({period.last_on: period for period in periods}.values())
