# SPDX-License-Identifier: Apache-2.0
"""Boards and targets in a real browser, on the real server: axe, width, theme, from a number to its sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.tests.story import PRINTED, YEAR, tell_story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story():
    return tell_story()


@pytest.fixture
def opened(story, live_server, new_page):
    """``opened("leader", address, width, theme)``: the page as this person sees it, standing still."""

    def open_page(part, address, width=1440, theme="light", language="vi", **options):
        page = new_page(width, theme, **options)
        cookies = {name: cookie.value for name, cookie in client_of(getattr(story.cast, part)).cookies.items()}
        cookies["django_language"] = language
        page.context.add_cookies(
            [{"name": key, "value": text, "url": live_server.url} for key, text in cookies.items()]
        )
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.fonts.ready")
        return page

    return open_page


@pytest.fixture
def addresses(story):
    """A page of every kind, and what must be there before it stands still."""
    return {
        f"/board/{story.ward}/{YEAR}/": "#board",
        f"/board/{story.ward}/{YEAR}/?order=whole&find=zzz": ".empty",
        f"/board/{story.cast.village}/{YEAR}/": ".empty",
        f"/targets/{story.targets['2']}/": "#provenance",
        f"/targets/{story.targets['14']}/": ".verdict",
    }


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [*WIDTHS, 1024])
def test_every_page_is_free_of_faults_and_keeps_its_width(opened, addresses, find_faults, find_overflow, width, theme):
    for address, sign in addresses.items():
        page = opened("office", address, width, theme)
        page.locator(sign).first.wait_for()
        if page.locator("[data-chart]").count():
            page.locator("[data-chart] svg").wait_for()
        assert find_overflow(page) == [], address
        assert find_faults(page) == [], address
        assert page.faults == [], address


def test_the_english_pages_are_free_of_faults(opened, addresses, find_faults, find_overflow):
    for address, sign in addresses.items():
        page = opened("leader", address, 390, language="en")
        page.locator(sign).first.wait_for()
        assert find_overflow(page) == [], address
        assert find_faults(page) == [], address


def test_one_press_on_a_number_shows_the_sentence_and_the_next_one_its_document(opened, story, find_faults):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/")
    page.get_by_role("link", name="41,3", exact=True).click()
    panel = page.locator("#evidence")
    expect(panel.locator("mark")).to_have_text(PRINTED["2"])
    assert find_faults(page) == []
    assert page.url.endswith(f"/board/{story.ward}/{YEAR}/")
    panel.get_by_role("link", name=re.compile("Mở văn bản")).click()
    expect(page.locator("#at").first).to_be_visible()
    assert "41,3" in page.locator("#at").first.inner_text()


def test_the_keyboard_alone_opens_a_source_and_comes_back_to_the_number(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/")
    number = page.get_by_role("link", name="318,4", exact=True)
    number.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence mark")).to_have_text(PRINTED["1"])
    expect(page.locator("#evidence")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(number).to_be_focused()


def test_the_source_of_a_plan_opens_beside_the_table_too(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/")
    page.get_by_role("link", name="402", exact=True).click()
    expect(page.locator("#evidence")).to_contain_text("Kế hoạch 402 lấy từ đâu")


def test_on_a_phone_a_number_leads_to_a_page_of_its_own(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/", 390)
    page.get_by_role("link", name="41,3", exact=True).click()
    expect(page.locator("main mark")).to_have_text(PRINTED["2"])
    assert "/figures/" in page.url


def test_the_table_narrows_in_place_the_address_can_be_shared_and_the_way_back_works(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/")
    page.locator("#find").fill("ngan sach")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_contain_text("1/18")
    expect(page.locator("#find")).to_be_focused()
    assert "find=ngan" in page.url
    shared = page.url
    page.locator("#clear").click()
    expect(page.locator(".said")).to_contain_text("18/18")
    page.locator(".tally a").first.click()
    expect(page.locator(".said")).to_contain_text("3/18")
    page.locator("#lead").select_option("Ban Quản lý dự án")
    expect(page.locator(".said")).to_contain_text("1/18")
    page.goto(shared)
    expect(page.locator(".said")).to_contain_text("1/18")
    expect(page.locator("#find")).to_have_value("ngan sach")


def test_without_scripts_every_filter_and_source_is_still_there(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/", java_script_enabled=False)
    page.locator("#find").fill("dự án")
    page.locator(".filters[role=search]").get_by_role("button", name="Xem").click()
    expect(page.locator(".said")).to_contain_text("1/18")
    page.get_by_role("link", name="41,3", exact=True).click()
    expect(page.locator("main mark")).to_have_text(PRINTED["2"])


def test_the_period_is_switched_by_choosing(opened, story):
    page = opened("leader", f"/board/{story.ward}/{YEAR}/")
    page.locator("#period").select_option(label="6 tháng")
    expect(page.locator("h1")).to_have_text("Chỉ tiêu năm 2026, lũy kế 6 tháng")


def test_a_decision_is_taken_on_the_page_and_shows_at_once(opened, story):
    page = opened("office", f"/targets/{story.targets['2']}/")
    page.locator(".decision summary").click()
    page.locator(".decision select").select_option("likely")
    page.locator(".decision [name=reason]").fill("Ba dự án vừa bàn giao mặt bằng.")
    page.locator(".decision button").click()
    expect(page.locator(".verdict .decision")).to_contain_text("Hệ thống gợi ý: Nguy cơ không đạt")
    expect(page.locator(".verdict .decision")).to_contain_text("Ba dự án vừa bàn giao mặt bằng.")


def test_on_paper_stand_words_and_numbers_and_no_controls(opened, story):
    page = opened("office", f"/board/{story.ward}/{YEAR}/")
    page.emulate_media(media="print")
    assert page.locator(".filters:visible, .tabs-b:visible, .bar-tools:visible").count() == 0
    assert page.locator(".tbl thead").is_visible()
    sizes = page.evaluate(
        "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])"
        ".flatMap((rule) => [rule, ...(rule.cssRules ?? [])])"
        ".filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.style.getPropertyValue('size'))"
    )
    assert "a4 landscape" in [size.lower() for size in sizes]
