# SPDX-License-Identifier: Apache-2.0
"""An installation of any size: units whose boundaries changed three times, twenty years of months, targets, verdicts.

Units and verdicts come by the services, figures by plain SQL: two million rows by hand would measure nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

FIRST_YEAR, YEARS, INDICATORS, UNITS = 2006, 20, 17, 500
YEAR = FIRST_YEAR + YEARS - 1
A_UNIT = YEARS * 12 * INDICATORS  # figures of one code over all years
GROUP = 10  # units that exchange land among themselves
CITY = "79"
#: Day → which of a group takes another in, which goes into it, which is divided (the part takes the free code).
CHANGES = {date(2010, 7, 1): (0, 1, 2), date(2015, 1, 1): (1, 3, 4), date(2020, 1, 1): (4, 5, 0)}
_PART, _REST = "0.4", "0.6"
_MANIFEST = """kind: units
code: bench-units
title: "Đơn vị để đo"
title_en: "Units to measure with"
files: [units.csv, changes.csv]
sources:
  - {what: invented, origin: bench, licence: Apache-2.0}
"""
_MONTHS = """
CREATE TEMPORARY TABLE bench_months AS WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < %s - 1)
SELECT k, date('%s-01-01', k || ' months') AS first_on, date('%s-01-01', (k + 1) || ' months', '-1 day') AS last_on
FROM n"""
_FILL = """
INSERT INTO figures_observation (
    indicator_id, unit_id, period, regime, first_on, last_on, status, value, step, qualifier, numerator_unit,
    denominator_unit, gap, missing_reason, source, anchor, quote, printed, deed, note, recorded_at, is_current)
SELECT i.id, v.unit_id, substr(m.first_on, 1, 7), 'calendar', m.first_on, m.last_on, 'actual',
    printf('%%d.%%d', 50 + (v.unit_id * 7 + i.id * 13 + m.k) %% 90, (v.unit_id + m.k) %% 9 + 1), '0.1', 'exact', '',
    '', '', '', 'file', '{"file": 1, "row": ' || (m.k + 2) || '}', '', '', 'record', '', '2026-01-05 08:00:00', TRUE
FROM units_unitversion v JOIN figures_indicator i ON i.code LIKE 'bench_%%' JOIN bench_months m
    ON m.last_on >= COALESCE(v.valid_from, '0001-01-01') AND m.last_on < COALESCE(v.valid_to, '9999-12-31')
WHERE v.level = 'commune' AND v.code >= %s AND v.code < %s ORDER BY v.code, i.id, m.k"""

JUDGED = 20  # units whose verdicts are made by the services; the others get copies of those of the first
_COPY = """
INSERT INTO targets_verdict (
    target_id, period, last_on, suggested, reason, actual, qualifier, is_estimate, plan_id, achievement, expected, due,
    growth, is_points, arithmetic, sentence_vi, sentence_en, evaluated_at, final, final_reason, is_current)
SELECT t.id, v.period, v.last_on, v.suggested, v.reason, v.actual, v.qualifier, v.is_estimate, v.plan_id, v.achievement,
    v.expected, v.due, v.growth, v.is_points, v.arithmetic, v.sentence_vi, v.sentence_en, v.evaluated_at, '', '', TRUE
FROM targets_target t JOIN targets_target f ON f.number = t.number AND f.unit_id = %s
JOIN targets_verdict v ON v.target_id = f.id AND v.is_current WHERE t.id > %s ORDER BY t.id, v.last_on"""


@dataclass(slots=True)
class Ledger:
    """What is stored so far; ``units`` is how many codes there are, ``filled`` how many of them have figures."""

    units: int
    filled: int = 0
    stored: int = 0


def make_ledger(folder: Path, observations: int) -> Ledger:
    """Units and indicators, no figures yet."""
    from django.db import connection  # noqa: PLC0415 - WONTFIX: models are loaded only now

    from tiendo.server.audit.data import Actor  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.models import Indicator  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.units.services import load_units  # noqa: PLC0415 - WONTFIX: the same

    units = max(UNITS, -(-observations // A_UNIT // GROUP) * GROUP)
    folder.mkdir()
    (folder / "pack.yaml").write_text(_MANIFEST, "utf-8")
    (folder / "units.csv").write_text("\n".join(_write_units(units)) + "\n", "utf-8")
    (folder / "changes.csv").write_text("\n".join(_write_changes(units)) + "\n", "utf-8")
    load_units(folder, actor=Actor.system("bench"))
    Indicator.objects.bulk_create(
        Indicator(code=f"bench_{number}", name_vi=f"Chỉ tiêu đo {number}", name_en=f"Target {number}", sector="economy",
                  measure="tỷ đồng", nature="flow", direction="up", roll_up="sum", decimals=1)
        for number in range(INDICATORS)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_MONTHS % (YEARS * 12, FIRST_YEAR, FIRST_YEAR))
    return Ledger(units)


def code_of(number: int) -> str:
    """The code of a unit."""
    return f"{10000 + number}"


def _write_units(units: int) -> Iterator[str]:
    yield "code,name,name_en,level,parent_code,valid_from,valid_to"
    yield f"{CITY},Thành phố,City,province,,,"
    for number in range(units):
        days = ["", *(day.isoformat() for day, three in CHANGES.items() if number % GROUP in three), ""]
        for since, until in pairwise(days):
            yield f"{code_of(number)},Phường {number + 1},Ward {number + 1},commune,{CITY},{since},{until}"


def _write_changes(units: int) -> Iterator[str]:
    yield "date,act,clause,kind,part,from_code,to_code,share,share_population,share_area"
    for day, (taker, taken, divided) in CHANGES.items():
        for base in range(0, units, GROUP):
            a, b, c = (code_of(base + place) for place in (taker, taken, divided))
            for kind, part, source, target, share in (
                ("merge", "whole", a, a, "1"), ("merge", "whole", b, a, "1"),
                ("split", "part", c, b, _PART), ("split", "rest", c, c, _REST),
            ):  # fmt: skip
                yield f"{day},1/NQ-UBTVQH,,{kind},{part},{source},{target},{share},{share},{share}"


def fill(ledger: Ledger, observations: int) -> None:
    """Figures of so many more units that there are at least so many, with a target for each and its verdicts."""
    from django.db import connection  # noqa: PLC0415 - WONTFIX: models are loaded only now

    upto = min(ledger.units, -(-observations // A_UNIT))
    if upto <= ledger.filled:
        return
    with connection.cursor() as cursor:
        cursor.execute(_FILL, [code_of(ledger.filled), code_of(upto)])
        ledger.stored += cursor.rowcount
    judged = min(upto, max(JUDGED, ledger.filled))
    _judge(_set_targets(range(ledger.filled, judged)))
    _copy(_set_targets(range(judged, upto)))
    ledger.filled = upto


def _judge(last: int) -> None:
    from tiendo.server.accounts.data import Scope  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.targets.services import rebuild_verdicts  # noqa: PLC0415 - WONTFIX: the same

    for _ in rebuild_verdicts(scope=Scope.system("bench"), after=last):
        pass


def _copy(last: int) -> None:
    from django.db import connection  # noqa: PLC0415 - WONTFIX: models are loaded only now

    with connection.cursor() as cursor:
        cursor.execute(_COPY, [list_units([code_of(0)])[0], last])


def _set_targets(numbers: range) -> int:
    """A target with its plan for each indicator of these units; the last target before them."""
    from decimal import Decimal  # noqa: PLC0415 - WONTFIX: beside the models

    from django.utils import timezone  # noqa: PLC0415 - WONTFIX: models are loaded only now

    from tiendo.server.figures.models import Indicator  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.targets.models import Plan, Target  # noqa: PLC0415 - WONTFIX: the same

    indicators = list(Indicator.objects.order_by("pk").values_list("pk", flat=True))
    last = Target.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    Target.objects.bulk_create(
        Target(unit_id=unit, indicator_id=indicator, number=str(place), position=place, year=YEAR, group="Kinh tế",
               rule="at_least", name=f"Chỉ tiêu thứ {place} về thu, chi và đầu tư trên địa bàn",
               recorded_at=timezone.now())
        for unit in list_units([code_of(number) for number in numbers])
        for place, indicator in enumerate(indicators, 1)
    )  # fmt: skip
    fresh = list(Target.objects.filter(pk__gt=last).values_list("pk", flat=True))
    Plan.objects.bulk_create(
        Plan(target_id=target, assigner="HĐND phường", act="05/NQ-HĐND", value=Decimal(900 + target % 400),
             step=Decimal(1), measure="tỷ đồng", recorded_at=timezone.now())
        for target in fresh
    )  # fmt: skip
    return int(last)


def list_units(codes: list[str]) -> list[int]:
    """The units that bear these codes today."""
    from tiendo.server.units.models import UnitVersion  # noqa: PLC0415 - WONTFIX: models are loaded only now

    found = UnitVersion.objects.filter(valid_to__isnull=True, code__in=codes, level="commune")
    return list(found.order_by("code").values_list("unit_id", flat=True))
