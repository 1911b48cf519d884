# SPDX-License-Identifier: Apache-2.0
"""Boards and series on today's map, asked of units drawn at random: the query alone, and the whole page."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bench.parts import ledger
from bench.parts.installation import Took, clock, get, judge, p95, tell

if TYPE_CHECKING:
    from django.test import Client

    from tiendo.server.accounts.data import Scope

BOARD_MS, SERIES_MS = 100, 200
TIMES, SEED = 100, 20261129


def measure(filled: int, client: Client, scope: Scope) -> None:
    """Each way as often; limits are held against processor time, for the wall has the machine's other work in it."""
    from django.utils import timezone  # noqa: PLC0415 - WONTFIX: models are loaded only now

    from tiendo.lineage import Basis  # noqa: PLC0415 - WONTFIX: beside the models
    from tiendo.server.figures.data import SeriesWish  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.queries import read_series  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.targets.queries import board_rows  # noqa: PLC0415 - WONTFIX: the same

    units = ledger.list_units([ledger.code_of(number) for number in range(filled)])
    draw = random.Random(SEED)
    wish = SeriesWish(timezone.localdate(), (Basis.POPULATION,))
    drawn = [(draw.choice(units), f"bench_{draw.randrange(ledger.INDICATORS)}") for _ in range(TIMES + 1)]
    ways: Sequence[tuple[str, Callable[[int, str], object], int]] = (
        ("board, query", lambda unit, _: board_rows(unit, ledger.YEAR, None, scope), BOARD_MS),
        ("board, page", lambda unit, _: get(client, f"/board/{unit}/{ledger.YEAR}/"), BOARD_MS),
        ("restated series, query", lambda unit, code: read_series(unit, code, scope, wish), SERIES_MS),
        ("restated series, page", lambda unit, code: get(client, _address(unit, code)), SERIES_MS),
    )
    for name, run, limit in ways:
        run(*drawn[0])  # the atlas is made, templates are compiled
        took = [clock(partial(run, *one)) for one in drawn[1:]]
        _tell(name, took, limit)


def _address(unit: int, code: str) -> str:
    return f"/figures/series/{unit}/{code}/?map=today&basis=population"


def _tell(name: str, took: Sequence[Took], limit: int) -> None:
    tell(f"{name}, CPU", [one.cpu for one in took])
    tell(f"{name}, wall", [one.wall for one in took])
    judge(f"{name}, p95 CPU", p95([one.cpu for one in took]) * 1000, limit, "ms")
