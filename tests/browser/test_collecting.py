# SPDX-License-Identifier: Apache-2.0
"""Collecting in a real browser: from the first cell to the lock, two people in one sheet, a connection that is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tests.browser.walker import Walker
from tiendo.server.collect.services import submit_sheet
from tiendo.server.collect.tests.making import (
    FIRMS,
    JOBS,
    RATE,
    REVENUE,
    cell,
    in_force,
    send_and_lock,
    state_of,
    tell_story,
    type_in,
)
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure

pytestmark = pytest.mark.django_db(transaction=True)
CHECKS = [{"kind": "change", "lines": [JOBS], "against": "previous", "rise_pct": 50}]
#: What a clerk copies from a spreadsheet: label, figure, unit; the second row is empty there.
BLOCK = "Thu ngân sách\t1.318,4\ttỷ đồng\nDoanh nghiệp mới\t\tdoanh nghiệp\nViệc làm\t9240\tlao động\n"
_PASTE = """(cell, text) => {
  const carried = new DataTransfer();
  carried.setData("text/plain", text);
  cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def story():
    made = tell_story(checks=CHECKS)
    told = [figure(made.cast.ward, JOBS, "tháng 8/2026", "240 lao động")]
    record_figures(told, scope=made.scope("specialist"))
    return made


@pytest.fixture
def person(story, live_server, new_page):
    """``person("specialist")``: this person of the cast before a browser, signed in."""

    def make(part, width=1440, theme="light", **options):
        one = Walker(new_page(width, theme, **options), live_server.url)
        one.be(getattr(story.cast, part))
        return one

    return make


def box(page, line):
    return page.locator(f"#cell-{line}")


def ready(page):
    """When the script of the grid has begun to listen."""
    page.locator("#grid[data-ready]").wait_for()
    return page


def sheet_of(person, story):
    """The ward's sheet, ready to be typed into."""
    return ready(person.go(f"/collect/{story.ward}/"))


def kept(page, words="đã lưu tất cả"):
    expect(page.locator("[data-kept]")).to_contain_text(words)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [*WIDTHS, 1024])
def test_every_page_is_free_of_faults_and_keeps_its_width(story, person, expect_well, width, theme):
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "4,974", FIRMS: "?", JOBS: "9240", RATE: "gap: chưa có"})
    for part, address in (
        ("specialist", "/collect/"),
        ("office", "/collect/"),
        ("specialist", f"/collect/{story.ward}/"),
        ("leader", f"/collect/{story.ward}/"),
        ("office", f"/collect/{story.ward}/cells/{FIRMS}/"),
        ("office", "/collect/forms/"),
        ("office", f"/collect/forms/{story.form}/"),
        ("office", f"/collect/forms/{story.form}/edit/"),
    ):
        page = person(part, width, theme).go(address)
        assert page.locator("h1").count() == 1, address
        expect_well(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_review_and_correction_are_free_of_faults(story, person, expect_well, width, theme):
    known = [figure(story.cast.ward, FIRMS, "tháng 9/2026", "99 doanh nghiệp")]
    record_figures(known, scope=story.scope("office"))
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4", FIRMS: "12", JOBS: "240"})
    submit_sheet(story.ward, scope=story.scope("specialist"))
    expect_well(person("office", width, theme).go(f"/collect/{story.ward}/"))


def test_from_the_first_cell_to_the_lock(story, person):
    clerk, office = person("specialist"), person("office")
    page = clerk.go("/collect/")
    page.get_by_role("link", name="Biểu kinh tế").click()
    ready(page)
    box(page, REVENUE).evaluate(_PASTE, BLOCK)
    kept(page, "2 ô đã dán")
    assert (cell(story.ward, REVENUE).value, cell(story.ward, FIRMS).value) == (Decimal("1318.4"), None)
    box(page, FIRMS).fill("12")
    clerk.press("Enter")
    expect(box(page, JOBS)).to_be_focused()
    expect(page.locator(f"#under-{JOBS}")).to_contain_text("so với kỳ trước")
    page.get_by_role("button", name="Gửi biểu").click()
    expect(page.locator(".msg.error")).to_contain_text("ghi chú vì sao")
    page.locator(f"#row-{JOBS} [data-note]").fill("hai khu công nghiệp mở cửa")
    clerk.press("Tab")
    kept(page)
    page.get_by_role("button", name="Gửi biểu").click()
    expect(page.locator("#state")).to_contain_text("chờ duyệt")
    assert in_force(story.cast.ward, JOBS).note == "hai khu công nghiệp mở cửa"

    seen = office.go(f"/collect/{story.ward}/")
    seen.locator(f"#row-{FIRMS} summary").click()
    seen.locator(f"[name=back-{FIRMS}]").fill("thiếu một tổ")
    seen.get_by_role("button", name="Trả lại", exact=True).click()
    page = sheet_of(clerk, story)
    expect(page.locator(f"#under-{FIRMS}")).to_contain_text("thiếu một tổ")
    box(page, FIRMS).fill("13")
    clerk.press("Enter")
    kept(page)
    page.get_by_role("button", name="Gửi biểu").click()
    expect(page.locator("#state")).to_contain_text("chờ duyệt")

    seen = office.go(f"/collect/{story.ward}/")
    seen.get_by_role("button", name="Duyệt", exact=True).click()
    seen.get_by_role("button", name="Chốt, khóa số liệu").click()
    expect(seen.locator("#state")).to_contain_text("đã khóa")
    assert in_force(story.cast.ward, FIRMS).value == 13
    assert not page.faults


def test_an_ambiguous_number_asks_and_the_answer_is_one_press(story, person):
    clerk = person("specialist")
    page = sheet_of(clerk, story)
    box(page, REVENUE).fill("4,974")
    clerk.press("Tab")
    page.locator(f"#under-{REVENUE} [data-choice=thousands]").click()
    expect(page.locator(f"#under-{REVENUE} [data-choice]")).to_have_count(0)
    assert cell(story.ward, REVENUE).value == 4974


def test_two_people_in_one_cell_and_the_second_chooses(story, person):
    first, second = person("specialist"), person("office")
    one, other = sheet_of(first, story), sheet_of(second, story)
    box(one, FIRMS).fill("12")
    first.press("Enter")
    kept(one)
    box(other, FIRMS).fill("15")
    second.press("Enter")
    expect(other.locator(".theirs")).to_contain_text("Trần Thị Hoa")
    assert cell(story.ward, FIRMS).value == 12
    other.get_by_role("button", name="Ghi số của tôi").click()
    kept(other)
    assert cell(story.ward, FIRMS).value == 15


def test_what_is_typed_without_a_connection_outlives_the_closed_tab(story, person):
    clerk = person("specialist")
    page = sheet_of(clerk, story)
    context = page.context
    context.set_offline(True)
    box(page, FIRMS).fill("12")
    clerk.press("Enter")
    kept(page, "mất kết nối")
    page.close(run_before_unload=False)
    context.set_offline(False)
    again = Walker(context.new_page(), clerk.base).go(f"/collect/{story.ward}/")
    expect(box(again, FIRMS)).to_have_value("12")
    kept(again)
    assert cell(story.ward, FIRMS).value == 12


def test_what_was_typed_is_brought_back_by_ctrl_z(story, person):
    clerk = person("specialist")
    page = sheet_of(clerk, story)
    box(page, FIRMS).fill("12")
    clerk.press("Enter")
    clerk.press("ArrowUp")
    box(page, FIRMS).fill("15")
    clerk.press("Enter")
    kept(page)
    clerk.press("Control+z")
    expect(box(page, FIRMS)).to_have_value("12")
    clerk.press("Enter")
    kept(page)
    assert cell(story.ward, FIRMS).value == 12


def test_no_figure_with_its_reason_is_two_presses_and_a_word(story, person):
    clerk = person("specialist")
    page = sheet_of(clerk, story)
    page.locator(f"#row-{RATE} [data-no-figure]").click()
    page.keyboard.type("cơ quan bảo hiểm chưa gửi")
    clerk.press("Tab")
    kept(page)
    assert (cell(story.ward, RATE).gap, cell(story.ward, RATE).gap_reason) == (
        "not_reported",
        "cơ quan bảo hiểm chưa gửi",
    )


def test_without_script_a_sheet_is_filled_in_and_sent_all_the_same(story, person):
    page = person("specialist", java_script_enabled=False).go(f"/collect/{story.ward}/")
    for line, text in ((REVENUE, "318,4"), (FIRMS, "12"), (JOBS, "240")):
        box(page, line).fill(text)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".msg.success")).to_contain_text("Đã lưu")
    page.get_by_role("button", name="Gửi biểu").click()
    assert state_of(story.ward) == "submitted"


def test_a_locked_figure_is_corrected_with_its_reason(story, person):
    send_and_lock(story)
    page = person("office").go(f"/collect/{story.ward}/")
    page.get_by_label("Chỉ tiêu", exact=True).select_option(FIRMS)
    page.get_by_label("Số đúng").fill("14")
    page.get_by_label("Lý do").fill("cộng sót một tổ")
    page.get_by_role("button", name="Đính chính").click()
    expect(page.locator(".msg.success")).to_contain_text("bản cũ vẫn xem được")
    assert in_force(story.cast.ward, FIRMS).value == 14
