# SPDX-License-Identifier: Apache-2.0
"""Requests for explanations and allotments in a real browser: axe, width, theme, from the question to its end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tiendo.evaluate import DONE_OR_ABOVE_80
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.tests.story import YEAR, tell_story
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure
from tiendo.server.targets.data import Move
from tiendo.server.targets.queries import target_detail
from tiendo.server.targets.services import ask_explanation, move_explanation, set_scheme
from tiendo.server.targets.tests.making import set_target

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "Vì sao giải ngân mới đạt 41,3/95 %, và đơn vị sẽ làm gì trong quý IV?"


@pytest.fixture
def story():
    """The story with a scheme, past years, a target of the city above, and a request that is late."""
    story = tell_story()
    office = story.scope("office")
    set_scheme(story.ward, YEAR, DONE_OR_ABOVE_80, scope=office)
    first = target_detail(story.targets["1"], office).row
    figures = [
        figure(story.ward, first.indicator, period.format(year), f"{value} {first.measure}")
        for year, at, end in ((YEAR - 2, "290", "380"), (YEAR - 1, "300", "395"))
        for period, value in (("9 tháng đầu năm {}", at), ("năm {}", end))
    ]
    record_figures(figures, scope=office)
    story.targets["city"] = set_target(
        office, story.cast.province, first.indicator, "900 tỷ đồng", year=YEAR, name="Thu ngân sách nhà nước"
    )
    asked = ask_explanation(story.targets["2"], QUESTION, timezone.localdate(), scope=office)
    move_explanation(asked, Move.REMIND, "Cần trước họp giao ban thứ Hai.", scope=office)
    move_explanation(asked, Move.ANSWER, "Hai gói thầu bàn giao mặt bằng chậm.", scope=story.scope("specialist"))
    ask_explanation(story.targets["1"], "Nêu nguồn thu quý IV.", timezone.localdate() + timedelta(days=3), scope=office)
    return story


@pytest.fixture
def opened(story, live_server, new_page):
    """``opened("leader", address, width, theme)``: the page as this person sees it."""

    def open_page(part, address, width=1440, theme="light", **options):
        page = new_page(width, theme, **options)
        cookies = {name: cookie.value for name, cookie in client_of(getattr(story.cast, part)).cookies.items()}
        page.context.add_cookies(
            [{"name": key, "value": text, "url": live_server.url} for key, text in cookies.items()]
        )
        page.goto(f"{live_server.url}{address}")
        page.evaluate("document.fonts.ready")
        return page

    return open_page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_free_of_faults_and_keeps_its_width(story, opened, find_faults, find_overflow, width, theme):
    addresses = {
        "/explanations/": ".ask-state",
        "/explanations/?state=closed": ".empty",
        f"/targets/{story.targets['2']}/explanations/": ".moves",
        f"/targets/{story.targets['14']}/explanations/": ".form",
        f"/targets/{story.targets['city']}/allotment/": "tfoot",
        f"/targets/{story.targets['1']}/": ".explanations",
        f"/board/{story.ward}/{YEAR}/": ".classes",
    }
    for address, sign in addresses.items():
        page = opened("office", address, width, theme)
        page.locator(sign).first.wait_for()
        if page.locator("[data-chart]").count():
            page.locator("[data-chart] svg").wait_for()
        assert find_faults(page) == [], address
        assert find_overflow(page) == [], address
        assert page.faults == [], address


def test_a_question_is_asked_on_the_page_of_the_target_and_answered_by_the_unit(story, opened):
    address = f"/targets/{story.targets['11']}/"
    office = opened("office", address)
    form = office.locator(".explanations form").first
    form.locator("textarea").fill("Vì sao chưa có số liệu?")
    form.get_by_role("button").click()
    expect(office.locator(".explanations .q")).to_have_text("Vì sao chưa có số liệu?")
    unit = opened("specialist", f"{address}explanations/", width=390)
    unit.locator(".explanations textarea").fill("Đang đối chiếu với công an phường.")
    unit.get_by_role("button", name="Gửi giải trình").click()
    expect(unit.locator(".moves")).to_contain_text("Đang đối chiếu")
    expect(unit.locator(".ask-state")).to_have_text("Đã giải trình")


def test_without_scripts_the_forms_work_too(story, opened):
    page = opened("office", f"/targets/{story.targets['2']}/explanations/", java_script_enabled=False)
    page.locator("summary", has_text="Đóng yêu cầu").click()
    page.get_by_role("button", name="Đóng yêu cầu").click()
    expect(page.locator(".ask-state").first).to_have_text("Đã đóng")
