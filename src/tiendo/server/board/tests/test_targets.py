# SPDX-License-Identifier: Apache-2.0
"""The page of a target: its sentence, its numbers, its chart, who may decide."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.charting import draw_chart
from tiendo.server.board.tests.story import NINE, PRINTED
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure
from tiendo.server.targets.data import PlanInput
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.queries import target_detail
from tiendo.server.targets.services import set_plan

DECIDERS = ("office", "administrator", "keeper")


@pytest.fixture
def address(story):
    """``address("2")``: the page of a target by its number."""
    return lambda number: f"/targets/{story.targets[number]}/"


def chart_of(story, number):
    detail = target_detail(story.targets[number], story.scope("leader"))
    current = next((one for one in detail.verdicts if one.id == detail.row.verdict_id), None)
    return draw_chart(detail, current, "")


def test_the_sentence_comes_first_and_its_numbers_lead_to_their_sources(read, address):
    page = read("leader", address("1")).content.decode()
    line = re.search(r'<p class="line tn">(.*?)</p>', page, re.DOTALL)[1]
    assert re.search(
        r'<a class="src" href="/figures/\d+/">318,4</a>/<a class="src" href="/targets/\d+/plans/\d+/">402</a>', line
    )
    assert "<b>79,2\u00a0%</b>" in line
    assert page.index("318,4") < page.index("data-chart")


def test_every_target_of_the_story_has_a_page(read, story):
    for target in story.targets.values():
        assert read("leader", f"/targets/{target}/").status_code == 200


def test_a_reader_sees_no_form_that_changes_anything(read, address):
    main = read("leader", address("2")).content.decode().partition("<main")[2].partition("</main>")[0]
    assert 'method="post"' not in main


@pytest.mark.parametrize("part", DECIDERS)
def test_who_may_decide_finds_the_form_with_the_version_seen(read, address, part):
    page = read(part, address("2")).content.decode()
    assert "/decide/" in page
    assert re.search(r'name="row_version" value="\d+"', page)


def test_a_specialist_of_the_ward_may_not_decide(read, address, story):
    assert "/decide/" not in read("specialist", address("2")).content.decode()
    answer = client_of(story.cast.specialist).post(
        f"{address('2')}decide/", {"period": NINE, "status": "achieved", "reason": "x", "row_version": "1"}
    )
    assert answer.status_code == 404


def test_a_decision_shows_with_its_reason_and_a_second_one_on_an_old_page_is_refused(story, address, words_of):
    client = client_of(story.cast.office)
    version = re.search(r'name="row_version" value="(\d+)"', client.get(address("2")).content.decode())[1]
    given = {
        "period": NINE,
        "status": "likely",
        "reason": "Ba dự án vừa bàn giao mặt bằng.",
        "row_version": version,
        "next": address("2"),
    }
    assert client.post(f"{address('2')}decide/", given).status_code == 302
    told = words_of(client.get(address("2")))
    assert "Ba dự án vừa bàn giao mặt bằng." in told
    assert "Hệ thống gợi ý: Nguy cơ không đạt" in told
    assert client.post(f"{address('2')}decide/", given).status_code == 409


def test_for_an_outsider_there_is_no_target_and_no_plan(read, story, address):
    plan = target_detail(story.targets["2"], story.scope("office")).plans[0].id
    for part in ("outsider",):
        assert read(part, address("2")).status_code == 404
        assert read(part, f"{address('2')}plans/{plan}/").status_code == 404


def test_a_plan_of_another_target_is_not_found_under_this_one(read, story, address):
    plan = target_detail(story.targets["2"], story.scope("office")).plans[0].id
    assert read("office", f"{address('1')}plans/{plan}/").status_code == 404


def test_a_plan_says_who_set_it_by_what_and_what_it_was_before(story, read, address, words_of):
    new = PlanInput(story.targets["1"], Quantity(Decimal(410), "tỷ đồng", Decimal(1)), assigner="HĐND phường",
                    act="Nghị quyết 09/NQ-HĐND")  # fmt: skip
    plan = set_plan(new, scope=story.scope("office"))
    told = words_of(read("leader", f"{address('1')}plans/{plan}/"))
    assert "Kế hoạch 410 lấy từ đâu" in told
    assert "402 tỷ đồng" in told
    assert "Nghị quyết 09/NQ-HĐND" in told
    part = read("leader", f"{address('1')}plans/{plan}/", HX_Request="true").content.decode()
    assert "<html" not in part
    assert "1 kế hoạch trước" in words_of(read("leader", address("1")))


def test_one_click_from_the_number_stands_its_sentence(read, story, address):
    page = read("leader", address("2")).content.decode()
    figure = re.search(r'class="src" href="(/figures/\d+/)">41,3<', page)[1]
    panel = read("leader", figure, HX_Request="true").content.decode()
    assert f"<mark>{PRINTED['2']}</mark>" in panel
    assert re.search(rf'href="/documents/{story.document}/\?at=\d+-\d+#at"', panel)


def test_all_plans_are_shown_with_the_share_of_each(read, address, words_of):
    told = words_of(read("leader", address("2")))
    assert "Cùng chỉ tiêu, 2 kế hoạch" in told
    assert "41,3/95 = 43,5" in told
    assert "41,3/98 = 42,1" in told


def test_the_chart_holds_the_registered_steps_the_months_and_the_gap(story):
    chart = chart_of(story, "2")
    assert chart.bars.values[8] == Decimal("41.3")
    assert chart.bars.values[9:] == [None, None, None]
    assert list(chart.line.marks) == [2, 5, 8, 11]
    assert [chart.line.values[place] for place in chart.line.marks] == [Decimal("9.5"), Decimal("33.25"), 57, 95]
    assert chart.line.values[0] == pytest.approx(Decimal("9.5") / 3)
    assert chart.ghost.values[8] == Decimal("57.2")
    assert (chart.gap.at, chart.gap.start, chart.gap.end) == (8, Decimal("41.3"), 57)
    assert str(chart.gap.label) == "thiếu 15,7\u00a0điểm"


def test_a_straight_line_leads_to_the_plan_where_nobody_registered_steps(story):
    chart = chart_of(story, "1")
    assert chart.line.values[8] == Decimal("301.5")
    assert chart.line.values[11] == 402
    assert chart.gap is None


def test_a_share_that_must_always_hold_is_a_level_line(story):
    assert chart_of(story, "10").line.values == [100] * 12


def test_a_ceiling_has_no_stroke_of_what_is_missing(story):
    assert chart_of(story, "11").gap is None


def test_without_a_figure_nothing_is_drawn(story):
    assert chart_of(story, "14") is None


def test_the_data_of_the_chart_is_json_with_exact_texts(read, address):
    page = read("leader", address("2")).content.decode()
    told = json.loads(re.search(r'<script id="months" type="application/json">(.*?)</script>', page, re.DOTALL)[1])
    assert told["bars"]["values"][8] == "41.3"


def test_a_page_of_an_earlier_period_knows_nothing_of_later_figures(read, address, words_of):
    told = words_of(read("leader", f"{address('1')}?period=2026-Q1"))
    assert "318,4" not in told


def test_a_period_that_is_none_is_refused(read, address):
    assert read("leader", f"{address('1')}?period=x").status_code == 400


def test_a_target_page_has_a_fixed_number_of_queries(story, address, django_assert_max_num_queries):
    client = client_of(story.cast.leader)
    client.get(address("14"))
    with django_assert_max_num_queries(30):
        client.get(address("1"))


def past_years(story, number, years=((2024, "30", "100"), (2025, "50", "100"))):
    """Figures of past years by this cut-off and at the end, in the unit of the target."""
    row = target_detail(story.targets[number], story.scope("office"))
    for year, at, end in years:
        for period, value in ((f"9 tháng đầu năm {year}", at), (f"năm {year}", end)):
            given = figure(row.unit_id, row.row.indicator, period, f"{value} {row.row.measure}")
            record_figures([given], scope=story.scope("office"))


def test_the_plan_follows_the_pace_of_past_years_and_the_forecast_is_a_band(story):
    past_years(story, "1")
    chart = chart_of(story, "1")
    assert chart.line.values[8] == Decimal("160.8")
    assert list(chart.line.marks)[-2:] == [8, 11]
    assert chart.line.values[11] == 402
    assert (chart.fan.median[7], chart.fan.median[8], chart.fan.median[11]) == (None, Decimal("318.4"), 796)
    low, high = chart.fan.outer
    assert (low[11], high[11]) == (Decimal("636.8"), pytest.approx(Decimal("318.4") * 100 / 30))
    assert chart.fan.inner == ([None] * 12, [None] * 12)


def test_with_too_few_past_years_there_is_no_band_and_the_page_says_so(story, read, address, words_of):
    past_years(story, "1", ((2025, "50", "100"),))
    assert chart_of(story, "1").fan is None
    assert "cần ít nhất 2 năm" in words_of(read("leader", address("1")))


def test_the_page_tells_the_pace_the_forecast_and_how_far_the_verdict_is_from_changing(story, read, address, words_of):
    past_years(story, "1")
    told = words_of(read("leader", address("1")))
    for part in ("mỗi tuần", "Dự báo cuối kỳ", "796", "Đến khi đổi đánh giá", "khi tăng ít nhất 83,6"):
        assert part in told


def test_a_plan_beside_the_one_that_counts_has_its_verdict(read, address, words_of):
    page = read("leader", address("2"))
    assert "Đạt 43,47 % kế hoạch" in words_of(page).replace("\u00a0", " ")
    assert page.content.decode().count('class="st at-risk"') >= 2


def test_the_page_leads_to_its_allotment_and_its_requests(read, address, story):
    page = read("leader", address("1")).content.decode()
    for name in ("allotment", "explanations"):
        assert f"/targets/{story.targets['1']}/{name}/" in page


def test_the_page_leads_to_the_unit_to_the_series_and_from_each_bar_to_its_figure(read, story):
    page = read("leader", f"/targets/{story.targets['1']}/").content.decode()
    assert f'href="/units/{story.ward}/"' in page
    assert f'href="/figures/series/{story.ward}/state_budget_revenue/"' in page
    points = re.findall(r'<a class="src" href="/figures/(\d+)/" data-point="(\d+)">', page)
    verdicts = Verdict.objects.filter(target=story.targets["1"], is_current=True, observation__isnull=False)
    assert {(str(v.observation_id), str(v.last_on.month - 1)) for v in verdicts} == set(points)
    assert points
    then = read("leader", f"/targets/{story.targets['1']}/?as_of=2020-01-01")
    assert then.status_code == 404
