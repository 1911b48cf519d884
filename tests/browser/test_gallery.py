# SPDX-License-Identifier: Apache-2.0
"""Every component in a real browser: axe, width, theme, keys, refusals. One page holds them all."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.browser.conftest import THEMES, WIDTHS
from tests.browser.serving import served
from tiendo.server.support.tests.gallery import write_gallery, write_refusals

REFUSAL = '<div class="err" role="alert"><p>Kỳ này đã khóa; hãy xin mở khóa ở Văn phòng.</p></div>'
ACT = '<button type="button" id="act" hx-post="{}" hx-target="#answer">Ghi</button><div id="answer">cũ</div>'


@pytest.fixture(scope="module")
def address():
    """Where the gallery is served, with pages that refuse in every way."""
    with translation.override("vi"):
        gallery = write_gallery()
        pages = {"/g": gallery, "/": gallery, "/wait": (204, ""), **write_refusals()}
    for name in ("refuses", "breaks", "again", "elsewhere", "well"):
        pages[f"/page-{name}"] = gallery.replace("<!-- {act} -->", ACT.format(f"/{name}"))
    pages |= {
        "/refuses": (409, REFUSAL),
        "/breaks": (500, "<!doctype html><html><body>Traceback</body></html>"),
        "/again": (422, "<p>biểu có lỗi</p>"),
        "/elsewhere": pages["/404"][1],
        "/well": "<p>đã ghi</p>",
    }
    with translation.override("en"):
        pages["/en"] = write_gallery()
    with served(pages) as base:
        yield base


@pytest.fixture
def opened(new_page, address):
    """``opened(path, width, theme)``: a page of the gallery, standing still."""

    def open_page(path="/g", width=1440, theme="light", **options):
        page = new_page(width, theme, **options)
        page.goto(f"{address}{path}")
        page.evaluate("document.fonts.ready")
        if path in {"/g", "/en"}:
            page.locator("[data-chart] svg").wait_for()
        return page

    return open_page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [*WIDTHS, 800, 1024])
def test_every_component_is_free_of_faults_and_keeps_its_width(opened, find_faults, find_overflow, width, theme):
    page = opened(width=width, theme=theme)
    assert find_overflow(page) == []
    assert find_faults(page) == []
    assert page.faults == []


def test_the_english_page_is_free_of_faults(opened, find_faults, find_overflow):
    page = opened("/en", width=390)
    assert find_overflow(page) == []
    assert find_faults(page) == []


@pytest.mark.parametrize("menu", ["view-menu", "account-menu", "localities", "more-menu"])
def test_menus_open_by_keyboard_and_are_free_of_faults(opened, find_faults, find_overflow, menu):
    page = opened(width=390 if menu in {"more-menu", "localities"} else 1440)
    page.locator(f"[popovertarget={menu}]").focus()
    page.keyboard.press("Enter")
    assert page.locator(f"#{menu}").is_visible()
    assert find_overflow(page) == []
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    assert page.locator(f"#{menu}").is_hidden()


def test_a_dialog_opens_keeps_the_focus_and_closes(opened, find_faults):
    page = opened()
    page.locator("[data-opens=ask]").click()
    assert page.evaluate("document.activeElement.closest('dialog')?.id") == "ask"
    assert find_faults(page) == []
    page.locator("dialog [data-closes]").first.click()
    assert page.locator("#ask").is_hidden()


def test_a_chosen_theme_is_there_before_the_first_paint_and_stays(opened, address):
    page = opened(theme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[popovertarget=view-menu]").click()
    page.locator("#view-menu [data-theme-choice=dark]").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.route("**/frame.js", lambda route: route.abort())  # what sets it is the script in the head, nothing later
    page.goto(f"{address}/g")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_chart_takes_the_colours_of_the_theme(opened):
    page = opened()
    bar = "[data-chart] path[fill='{}']"
    assert page.locator(bar.format("#39507f")).count() > 0
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.locator(bar.format("#8fa8dc")).first.wait_for(state="attached")
    assert page.locator(bar.format("#39507f")).count() == 0


def test_a_chart_always_has_its_numbers_below(opened):
    page = opened()
    page.get_by_text("Xem bảng số").click()
    row = page.locator("details tr", has_text="Thực hiện 2026")
    assert row.locator("td").all_inner_texts()[8:10] == ["41,3", "—"]
    assert page.locator("details tr", has_text="khoảng 80 %").locator("td").last.inner_text() == "66,0–84,1"


def test_single_keys_press_their_buttons_and_can_be_switched_off(opened):
    page = opened()
    page.evaluate("document.querySelector('[data-key=\"1\"]').addEventListener('click', () => { window.pressed = 1 })")
    page.keyboard.press("1")
    assert page.evaluate("window.pressed") == 1
    page.evaluate("window.pressed = 0")
    page.locator("#id_value").focus()
    page.keyboard.press("1")
    assert page.evaluate("window.pressed") == 0, "a person who types presses no button"
    page.locator("[popovertarget=view-menu]").click()
    page.locator("#view-menu [data-keys-choice=off]").click()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    assert page.evaluate("window.pressed") == 0


def test_the_slash_leads_to_the_search_and_the_first_tab_to_the_content(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("refuses", "cũ", "Kỳ này đã khóa"),
        ("breaks", "cũ", "Máy chủ trả lời không đúng"),
        ("again", "biểu có lỗi", ""),
        ("well", "đã ghi", ""),
    ],
)
def test_what_the_server_refuses_is_said_and_nothing_is_overwritten(opened, name, answer, said):
    page = opened(f"/page-{name}")
    with page.expect_response(f"**/{name}"):
        page.locator("#act").click()
    page.wait_for_function(f"document.body.innerText.includes({(said or answer)!r})")
    assert page.locator("#answer").inner_text() == answer
    assert said in page.locator("#refusals").inner_text()


def test_a_whole_page_in_answer_to_a_part_is_gone_to(opened):
    page = opened("/page-elsewhere")
    page.locator("#act").click()
    page.wait_for_url("**/elsewhere")


def test_a_server_that_cannot_be_reached_is_said(opened):
    page = opened("/page-well")
    page.route("**/well", lambda route: route.abort())
    page.locator("#act").click()
    page.locator("#refusals", has_text="Không nối được máy chủ").wait_for()


@pytest.mark.parametrize("status", ["400", "403", "403_csrf", "404", "413", "429", "500", "refusal"])
def test_refusal_pages_are_free_of_faults(opened, find_faults, find_overflow, status):
    page = opened(f"/{status}", width=390, theme="dark")
    assert find_overflow(page) == []
    assert find_faults(page) == []
    assert page.locator("h1").count() == 1


def test_print_is_white_without_controls(opened):
    page = opened(theme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert [name for name in (".bar", ".filters", ".pages", ".acts") if page.locator(name).first.is_visible()] == []
    assert page.locator(".st").first.is_visible()


def test_forced_colours_keep_bars_and_chips_visible(opened):
    page = opened(forced_colors="active")
    styles = "({borderTopColor, backgroundColor}) => [borderTopColor, backgroundColor]"
    bar = page.evaluate(f"({styles})(getComputedStyle(document.querySelector('.pb > i')))")
    chip = page.evaluate(f"({styles})(getComputedStyle(document.querySelector('.st')))")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert bar[1] != ground
    assert chip[0] != ground


def test_nothing_moves_for_who_asked_for_less_motion(opened):
    page = opened(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
    assert page.evaluate(f"{moving}.map((e) => e.className)") == []
