# SPDX-License-Identifier: Apache-2.0
"""Journeys over the map: a figure and its series, what was corrected, a unit found by name and what stood before it."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.town import SAMPLE_3, hand_in
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import get_scope
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import import_figures
from tiendo.server.intake.services.deciding import accept_all
from tiendo.server.units.queries import find_by_code

pytestmark = pytest.mark.django_db(transaction=True)

#: Wards that became Phường Chợ Quán on 1 July 2025, a month in which one of them has no figure, and the ward itself.
FIGURES = """unit_code,indicator,period,value
27325,poor_households,tháng 5/2025,5
27307,poor_households,tháng 5/2025,6
27301,poor_households,tháng 5/2025,7
27325,poor_households,tháng 6/2025,4
27307,poor_households,tháng 6/2025,5
774,poor_households,tháng 3/2025,300
27301,poor_households,tháng 8/2025,15
27301,poor_households,tháng 9/2025,14
"""

TWO_PROBLEMS = """Báo cáo 9 tháng đầu năm 2024
Thu ngân sách nhà nước được 1.000/2.000 tỷ đồng, đạt 60 % kế hoạch.
Giải ngân vốn đầu tư công được 300/400 tỷ đồng, đạt 90 % kế hoạch.
"""


@pytest.fixture
def ward(town, tmp_path):
    """Phường Chợ Quán, with figures from before it was made and after."""
    file = tmp_path / "phuong.csv"
    file.write_text(FIGURES, "utf-8")
    import_figures(file, scope=Scope.system("test"))
    return find_by_code("27301", date(2025, 7, 1)).id


def test_a_figure_leads_to_its_series_and_on_todays_map_to_the_sentence_of_the_sum(town, walker, ward, expect_well):
    figure = Observation.objects.get(unit_id=ward, last_on=date(2025, 8, 31)).pk
    administrator = walker(town.administrator)
    page = administrator.go(f"/figures/{figure}/")
    page.get_by_role("link", name="Xem cả chuỗi số").click()
    rows = page.locator("table.cards").first.locator("tbody tr")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Theo địa giới hôm nay").click()
    may = rows.filter(has_text="tháng 5/2025")
    expect(may.get_by_role("cell").first).to_have_text("18")
    expect(may).to_contain_text("chính xác")
    expect(may).to_contain_text("là tổng của Phường 4 (27301), Phường 2 (27307) và Phường 1 (27325)")
    june = rows.filter(has_text="tháng 6/2025")
    expect(june).to_contain_text("thiếu số liệu của Phường 4 (27301)")
    expect(rows.filter(has_text="tháng 3/2025")).to_contain_text("300")
    page.get_by_label("Chia theo").select_option("population")
    page.get_by_role("button", name="Xem", exact=True).click()
    expect(page.get_by_role("button", name="Theo địa giới hôm nay")).to_have_attribute("aria-pressed", "true")
    expect_well(page)
    may.get_by_role("link", name="Phường 4").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hộ nghèo")


def test_a_correction_stands_in_the_register_with_both_values_and_its_reason(town, walker):
    report = hand_in(town.third, town.officer, SAMPLE_3)
    accept_all(report, above=0.5, scope=get_scope(town.officer))
    figure = Observation.objects.filter(unit_id=town.third, indicator__code="state_budget_revenue").first().pk
    officer = walker(town.officer)
    page = officer.go(f"/figures/{figure}/")
    page.get_by_text("Đính chính giá trị").click()
    page.get_by_label("Giá trị đúng").fill("1.391,2")
    page.locator("details[open] input[name=reason]").fill("Đối chiếu với kho bạc")
    officer.press("Enter")
    expect(page.locator(".revs .now")).to_contain_text("1.391,2")
    officer.go(f"/figures/?unit={town.third}")
    page.get_by_role("link", name="Số đã điều chỉnh").click()
    row = page.locator("#restated tbody tr")
    expect(row).to_have_count(1)
    for told in ("1.390,9", "1.391,2", "Đối chiếu với kho bạc", "Phạm Thu Hà"):
        expect(row).to_contain_text(told)
    row.get_by_role("link", name="1.390,9").click()
    expect(page.get_by_role("note")).to_contain_text("giá trị khác")
    assert page.faults == []


def test_a_ward_is_found_without_marks_and_shows_the_district_behind_it(town, walker, ward, expect_well):
    administrator = walker(town.administrator)
    page = administrator.go("/units/")
    page.get_by_role("searchbox", name="Tên hoặc mã").fill("cho quan")
    administrator.press("Enter")
    expect(page.locator("#units tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Phường Chợ Quán").click()
    expect(page.locator(".life-bar").filter(has_text="27325 · Quận 5")).to_be_visible()
    expect_well(page)
    page.get_by_role("link", name="Quận 5", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quận 5")
    expect(page.locator(".heirs")).to_contain_text("Phường Chợ Quán")
    page.get_by_role("link", name="Số liệu của đơn vị").click()
    expect(page.locator("table.figs tbody tr")).to_have_count(1)
    page.locator("h1 a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quận 5")


def test_the_search_of_the_bar_finds_units_too(town, walker, ward):
    reader = walker(town.reader)
    page = reader.go("/figures/")
    reader.press("/")
    page.keyboard.type("Chợ Quán")
    reader.press("Enter")
    page.get_by_role("link", name="Phường Chợ Quán").click()
    expect(page.get_by_role("link", name="Số liệu của đơn vị")).to_have_count(0)  # not his to see
    assert page.faults == []


def test_the_address_of_a_problem_spreads_it_out(town, walker, tmp_path):
    paper = tmp_path / "hai-cho-sai.txt"
    paper.write_text(TWO_PROBLEMS, "utf-8")
    report = hand_in(town.third, town.officer, paper)
    page = walker(town.officer).go(f"/intake/{report}/#c2")
    expect(page.locator("#c2")).to_have_attribute("open", "")
    expect(page.locator("#c1")).not_to_have_attribute("open", "")
    expect(page.locator("#c2 summary")).to_be_in_viewport()
