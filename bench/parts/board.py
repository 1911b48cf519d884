# SPDX-License-Identifier: Apache-2.0
"""How fast the server answers with a board, beside a page that holds nothing but the frame, in the same run.

Units have targets, each with plans, figures of nine months and verdicts. Boards and empty pages are asked for in
turn, by a signed-in person; processor time of this process is told, with the number of queries.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING

from bench.parts.installation import clock, get, judge, p95, tell

if TYPE_CHECKING:
    from django.test import Client

UNITS, TARGETS, MONTHS = 20, 300, 9
ROUNDS = 6  # over all units
YEAR = 2026
LIMIT_MS = 60
_NOW = datetime(YEAR, 10, 5, tzinfo=UTC)
_ROUTES = "bench_server_routes"
_STATUSES = ("at_risk", "likely", "on_track", "achieved", "exceeded", "partial", "unclassified")


def measure(units: int = UNITS, targets: int = TARGETS, rounds: int = ROUNDS) -> None:
    """Fills the installation, measures, prints."""
    ids, client = _fill(units, targets)
    print(f"board: {units} units, {targets} targets each with {MONTHS} months, CPU time, {rounds} rounds")
    _measure(ids, client, rounds)


def _fill(units: int, targets: int) -> tuple[list[int], Client]:
    """Rows written at once; what services would have written is what boards read."""
    from tiendo.server.accounts.data import Role  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.accounts.tests import cast  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.models import Indicator  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.units.data import Level  # noqa: PLC0415 - WONTFIX: the same

    city = cast.make_unit("79", "Thành phố", Level.PROVINCE)
    ids = [cast.make_unit(f"{27000 + number}", f"Phường {number + 1}", parent=city) for number in range(units)]
    Indicator.objects.bulk_create(
        Indicator(code=f"bench_{number}", name_vi=f"Chỉ tiêu đo {number}", name_en=f"Target {number}", sector="economy",
                  measure="tỷ đồng", nature="flow", direction="up", roll_up="sum", decimals=1)
        for number in range(targets)
    )  # fmt: skip
    indicators = list(Indicator.objects.order_by("pk").values_list("pk", flat=True))
    for place, unit in enumerate(ids):
        _fill_unit(unit, place, indicators)
    person = cast.make_person("bench", "Trần Thị Hoa", Role.OFFICE, city)
    return ids, cast.client_of(person)


def _fill_unit(unit: int, place: int, indicators: list[int]) -> None:
    from tiendo.server.figures.models import Observation  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.targets.models import Plan, Target  # noqa: PLC0415 - WONTFIX: the same

    Target.objects.bulk_create(
        Target(unit_id=unit, indicator_id=indicator, number=str(number + 1), position=number + 1, year=YEAR,
               group=f"Lĩnh vực {number * 6 // len(indicators) + 1}", rule="at_least",
               lead_name=f"Phòng số {number % 9}", recorded_at=_NOW,
               name=f"Chỉ tiêu thứ {number + 1} về thu, chi và đầu tư trên địa bàn")
        for number, indicator in enumerate(indicators)
    )  # fmt: skip
    rows = list(Target.objects.filter(unit_id=unit).order_by("position").values_list("pk", "indicator_id"))
    Plan.objects.bulk_create(
        Plan(target_id=target, assigner="HĐND phường", act="05/NQ-HĐND", value=_plan(number), step=Decimal(1),
             measure="tỷ đồng", recorded_at=_NOW)
        for number, (target, _) in enumerate(rows)
    )  # fmt: skip
    Observation.objects.bulk_create(
        Observation(indicator_id=indicator, unit_id=unit, period="2026-01-01/P9M", first_on=date(YEAR, 1, 1),
                    last_on=date(YEAR, 9, 30), status="actual", value=_value(number, place, MONTHS), source="entry",
                    recorded_at=_NOW)
        for number, (_, indicator) in enumerate(rows)
    )  # fmt: skip
    _fill_verdicts(unit, place, [target for target, _ in rows])


def _fill_verdicts(unit: int, place: int, targets: list[int]) -> None:
    from tiendo.kernel.period import Period  # noqa: PLC0415 - WONTFIX: beside the models
    from tiendo.kernel.period_codes import format_sdmx  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.models import Observation  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.targets.models import Plan, Verdict  # noqa: PLC0415 - WONTFIX: the same

    plans = dict(Plan.objects.filter(target_id__in=targets).values_list("target_id", "pk"))
    figures = list(Observation.objects.filter(unit_id=unit).order_by("pk").values_list("pk", flat=True))
    periods = [Period.cumulative(YEAR, month) for month in range(1, MONTHS + 1)]
    verdicts = []
    for number, target in enumerate(targets):
        for month, period in enumerate(periods, 1):
            value = _value(number, place, month)
            verdicts.append(
                Verdict(target_id=target, period=format_sdmx(period), last_on=period.last_on, reason="pace_kept",
                        suggested=_STATUSES[(number + place) % len(_STATUSES)], actual=value, plan_id=plans[target],
                        observation_id=figures[number] if month == MONTHS else None,
                        achievement=value * 100 / _plan(number), expected=_plan(number) * month / 12,
                        due=Decimal(month * 100) / 12, growth=Decimal("11.018"), arithmetic={"figures": []},
                        sentence_vi="Thu 318,4/402 tỷ đồng = 79,2 % kế hoạch: đảm bảo tiến độ.",
                        sentence_en="Revenue 318.4/402 billion dong = 79.2% of the plan: on track.", evaluated_at=_NOW,
                        recorded_at=_NOW)
            )  # fmt: skip
    Verdict.objects.bulk_create(verdicts, batch_size=500)


def _plan(number: int) -> Decimal:
    return Decimal(400 + number * 7)


def _value(number: int, place: int, month: int) -> Decimal:
    return (_plan(number) * month * (90 + (number * 13 + place * 7) % 40) / 1200).quantize(Decimal("0.1"))


def _add_empty_page() -> None:
    """An address that answers with the frame and nothing in it."""
    from django.conf import settings  # noqa: PLC0415 - WONTFIX: beside the models
    from django.http import HttpRequest, HttpResponse  # noqa: PLC0415 - WONTFIX: the same
    from django.shortcuts import render  # noqa: PLC0415 - WONTFIX: the same
    from django.urls import path  # noqa: PLC0415 - WONTFIX: the same

    from tiendo.server.project import urls  # noqa: PLC0415 - WONTFIX: the same

    def empty(request: HttpRequest) -> HttpResponse:
        return render(request, "support/base.html")

    routes = ModuleType(_ROUTES)
    routes.__dict__["urlpatterns"] = [path("empty/", empty), *urls.urlpatterns]
    sys.modules[_ROUTES] = routes
    settings.ROOT_URLCONF = _ROUTES


def _measure(ids: list[int], client: Client, rounds: int) -> None:
    _add_empty_page()
    for address in ("/empty/", *(f"/board/{unit}/{YEAR}/" for unit in ids[:2])):
        get(client, address)  # templates are compiled, patterns too
    boards: list[float] = []
    empty: list[float] = []
    queries: set[int] = set()
    for unit in _turns(ids, rounds):
        boards.append(clock(lambda unit=unit: get(client, f"/board/{unit}/{YEAR}/")).cpu)  # type: ignore[misc]
        empty.append(clock(lambda: get(client, "/empty/")).cpu)
    for unit in ids:
        queries.add(_count_queries(lambda unit=unit: get(client, f"/board/{unit}/{YEAR}/")))  # type: ignore[misc]
    size = len(get(client, f"/board/{ids[0]}/{YEAR}/"))
    tell(f"board, {size / 1000:.0f} kB", boards)
    tell("empty page", empty)
    tell("board less empty page", [a - b for a, b in zip(boards, empty, strict=True)])
    print(f"  queries of a board: {', '.join(map(str, sorted(queries)))}")
    judge("board, p95", p95(boards) * 1000, LIMIT_MS, "ms")


def _turns(ids: list[int], rounds: int) -> Iterator[int]:
    for _ in range(rounds):
        yield from ids


def _count_queries(run: Callable[[], object]) -> int:
    from django.db import connection  # noqa: PLC0415 - WONTFIX: beside the models
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - WONTFIX: the same

    with CaptureQueriesContext(connection) as caught:
        run()
    return len(caught)
