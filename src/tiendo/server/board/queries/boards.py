# SPDX-License-Identifier: Apache-2.0
"""Which boards a person may see, and one of them: a fixed number of queries, however many targets it has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tiendo.kernel.period import Period
from tiendo.kernel.vietnamese import sort_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import require
from tiendo.server.board.data import Board, Locality
from tiendo.server.board.rules import read_code
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.queries import board_rows, list_boards, list_periods
from tiendo.server.units.data import UnitRow
from tiendo.server.units.queries import describe_units, find_unit

_DAY = timedelta(days=1)


def list_localities(scope: Scope, *, with_unit: int | None = None) -> list[Locality]:
    """Localities with targets, and those the person was given; those in force first, each in Vietnamese order.

    Args:
        with_unit: one more, whose page the person looks at.
    """
    given = {unit for _role, unit in scope.roles if unit is not None}
    shown = {unit for unit, _year in list_boards(scope)} | given
    if with_unit is not None:
        shown.add(with_unit)
    rows = sorted(describe_units(shown).values(), key=lambda row: (row.valid_to is not None, sort_key(row.name)))
    return [_locality(row) for row in rows]


def _locality(row: UnitRow) -> Locality:
    return Locality(row.id, row.name, None if row.valid_to is None else row.valid_to - _DAY)


def find_home(scope: Scope, last: int | None) -> tuple[int, int] | None:
    """The board a person begins with: the locality looked at last, else one that was given, else any; newest year.

    Args:
        last: the locality that was looked at last.

    Returns:
        Unit and year; None when the person may see no board.
    """
    boards = list_boards(scope)
    given = {unit for _role, unit in scope.roles}

    def nearness(board: tuple[int, int]) -> tuple[bool, bool, int, int]:
        unit, year = board
        return unit != last, unit not in given, -year, unit

    return min(boards, key=nearness, default=None)


def has_board(unit_id: int, scope: Scope) -> bool:
    """Whether a unit has targets that the person may see."""
    return any(unit == unit_id for unit, _year in list_boards(scope))


def find_latest_year(unit_id: int, scope: Scope, otherwise: int) -> int:
    """The newest year of which a locality has targets.

    Raises:
        NotForYou: the person may not see it.
    """
    require(scope, Act.VIEW, unit_id)
    return max(_years(unit_id, list_boards(scope)), default=otherwise)


def _years(unit_id: int, boards: Iterable[tuple[int, int]]) -> list[int]:
    return sorted((year for unit, year in boards if unit == unit_id), reverse=True)


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
        years=tuple(_years(unit_id, list_boards(scope))),
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
