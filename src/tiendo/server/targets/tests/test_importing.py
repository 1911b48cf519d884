# SPDX-License-Identifier: Apache-2.0
"""A file of figures is judged as it is imported: each target once for all its months, however the file is sorted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.figures.services import import_figures, importing
from tiendo.server.figures.tests.making import load_quan, make_places
from tiendo.server.targets.models import Target, Verdict
from tiendo.server.targets.services import evaluating
from tiendo.server.targets.tests.making import office, set_target

INDICATOR, OTHER = "state_budget_revenue", "new_enterprises"
MONTHS = tuple(f"2024-{month:02}" for month in range(1, 13))


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def targets(places):
    me = office(places.city)
    for unit in (places.three, places.five):
        set_target(me, unit, INDICATOR, "1.200 tỷ đồng", number="1")
        set_target(me, unit, OTHER, "600 doanh nghiệp", number="2")
    return me


def write(path, rows):
    path.write_text("unit_code,indicator,period,value\n" + "\n".join(map(",".join, rows)) + "\n", "utf-8")
    return path


def verdicts():
    columns = ("target__unit_id", "target__number", "period", "suggested", "actual", "sentence_vi")
    return sorted(Verdict.objects.filter(is_current=True).values_list(*columns))


def by_month():
    codes, indicators = ("three", "five"), (INDICATOR, OTHER)
    return [(code, one, month, f"{50 + int(month[-2:])}") for month in MONTHS for code in codes for one in indicators]


def test_every_month_has_its_verdict_and_none_is_written_twice(targets, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "_CHUNK", 13)
    import_figures(write(tmp_path / "a.csv", by_month()), scope=targets)
    assert Verdict.objects.count() == len(verdicts()) == Target.objects.count() * len(MONTHS)
    last = Verdict.objects.get(target__number="1", target__unit__versions__code="three", period="2024")
    assert last.actual == sum(Decimal(50 + month) for month in range(1, 13))


def test_a_target_is_judged_once_however_the_file_is_sorted(targets, tmp_path, monkeypatch):
    judged = []
    judge = evaluating.judge

    def watch(facts, *rest):
        judged.append(facts.id)
        return judge(facts, *rest)

    monkeypatch.setattr(evaluating, "judge", watch)
    monkeypatch.setattr(importing, "_CHUNK", 12)
    import_figures(write(tmp_path / "a.csv", by_month()), scope=targets)
    assert sorted(judged) == sorted(Target.objects.values_list("pk", flat=True))


def test_the_order_of_the_file_does_not_matter(targets, tmp_path):
    import_figures(write(tmp_path / "a.csv", by_month()), scope=targets)
    first = verdicts()
    shifted = [(code, one, month, f"{int(value) + 1}") for code, one, month, value in by_month()]
    import_figures(write(tmp_path / "b.csv", sorted(shifted, reverse=True)), scope=targets)
    assert verdicts() != first
    import_figures(write(tmp_path / "c.csv", sorted(by_month())), scope=targets)
    assert verdicts() == first
