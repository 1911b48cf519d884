# SPDX-License-Identifier: Apache-2.0
"""Every kind of page in Chromium, as who sees it: nothing for axe to find, nothing sticks out, no script fails."""

from __future__ import annotations

from decimal import Decimal

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tests.browser.serving import served
from tests.browser.town import LOCKED, ROOT, SAMPLE_3, hand_in
from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.queries import get_scope
from tiendo.server.accounts.tests.cast import PASSWORD
from tiendo.server.figures.data import Correction
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import correct_figure
from tiendo.server.intake.services.deciding import accept_all
from tiendo.server.jobs.models import Job
from tiendo.server.targets.models import Target

pytestmark = pytest.mark.django_db(transaction=True)

BOARD_3 = "/board/{}/2024/"
REVENUE = "state_budget_revenue"


@pytest.fixture
def report(town):
    """A document of Quận 3, read and waiting on the desk."""
    return hand_in(town.third, town.officer, SAMPLE_3)


@pytest.fixture
def story(town, report):
    """Every kind of page, who sees it and where; one document worked on by half, one that waits."""
    accept_all(report, above=0.5, scope=get_scope(town.officer))
    correct_one(town)
    waiting = hand_in(town.tan, town.officer, ROOT / "sample/binh-tan-chin-thang-2023.txt")
    unread = hand_in(town.third, town.officer, LOCKED)
    target = Target.objects.get(unit_id=town.third, indicator__code=REVENUE).pk
    figure = Observation.objects.filter(unit_id=town.third, is_current=False).first().pk
    series = f"/figures/series/{town.third}/{REVENUE}/"
    of_officer = [
        BOARD_3.format(town.third),
        f"/targets/{target}/",
        *(f"/intake/{number}/" for number in (waiting, report)),
        "/intake/",
        "/documents/",
        f"/documents/{report}/",
        "/documents/search/?q=ngan+sach",
        f"/figures/?unit={town.third}",
        f"/figures/{figure}/",
        "/figures/restated/",
        series,
        f"{series}?map=today",
        f"{series}?map_on=2025-08-01",
        f"/figures/parts/{town.third}/{REVENUE}/",
        f"/figures/indicators/?unit={town.third}",
        f"{BOARD_3.format(town.third)}open/",
        "/units/",
        "/units/?find=cho+quan",
        f"/units/{town.fifth}/",
        f"/documents/{unread}/",
        "/jobs/",
        "/account/",
        "/account/password/",
    ]
    of_administrator = ["/people/", "/people/new/", f"/people/{town.officer.pk}/", "/record/", "/documents/"]
    return [
        *((town.officer, address) for address in of_officer),
        *((town.administrator, address) for address in of_administrator),
        (None, "/sign-in/"),
    ]


def correct_one(town):
    """One figure of Quận 3 gets another value, for the register of changes."""
    figure = Observation.objects.filter(unit_id=town.third, indicator__code=REVENUE, is_current=True).first()
    quantity = Quantity(Decimal("1391.2"), "tỷ đồng", Decimal("0.1"))
    correct_figure(figure.pk, Correction("đối chiếu với kho bạc", quantity), scope=get_scope(town.officer))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_free_of_faults_and_keeps_its_width(story, walker, expect_well, width, theme):
    for person, address in story:
        page = walker(person, width, theme).go(address)
        assert page.locator("h1").count() == 1, address
        expect_well(page)


@pytest.mark.parametrize("theme", THEMES)
def test_the_panel_of_a_source_is_free_of_faults(town, story, walker, expect_well, theme):
    assert story
    officer = walker(town.officer, 1440, theme)
    page = officer.go(BOARD_3.format(town.third))
    officer.row("Thu ngân sách nhà nước").get_by_role("link", name="1.391,2", exact=True).click()
    expect(page.locator("#evidence mark")).to_be_visible()
    expect_well(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_work_that_is_under_way_is_free_of_faults(town, walker, expect_well, width, theme):
    officer = walker(town.officer, width, theme)
    page = officer.go("/documents/")
    expect(officer.drop_file(town.third, SAMPLE_3).get_by_role("status")).to_have_text("Đang đọc")
    expect_well(page)
    expect_well(officer.go("/jobs/"))
    Job.objects.update(state="running", done=3, total=10)
    page = officer.go("/jobs/")
    expect(page.locator("progress")).to_have_attribute("value", "3")
    expect_well(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_refusals_are_free_of_faults(new_page, expect_well, width, theme):
    with translation.override("vi"):
        pages = {f"/{code}/": render_to_string(f"{code}.html") for code in (400, 403, 404, 413, 429, 500)}
    with served(pages) as base:
        for address in pages:
            page = new_page(width, theme)
            page.goto(f"{base}{address}")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect_well(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_the_second_factor_are_free_of_faults(town, walker, expect_well, width, theme):
    officer = walker(None, width, theme)
    officer.sign_in(town.officer)
    page = officer.go("/account/second-factor/")
    expect_well(page)
    page.get_by_role("textbox", name="Mật khẩu").fill(PASSWORD)  # it is asked for once more
    page.keyboard.press("Enter")
    expect(page.locator("[data-secret]")).to_be_visible()
    expect_well(page)
    secret = page.locator("[data-secret]").inner_text()
    type_code(page, "000000")
    expect(page.get_by_text("Mã không đúng").first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("dự phòng")
    expect_well(page)
    type_code(page, code_of(secret))
    page.wait_for_url(lambda address: "second-factor" not in address)
    for address in ("/account/", "/account/recovery-codes/", "/account/recovery-codes/new/"):
        expect_well(officer.go(address))
    page.context.clear_cookies()
    officer.go("/sign-in/")
    page.get_by_label("Tên đăng nhập").fill(town.officer.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{officer.base}/sign-in/code/")
    expect_well(page)


def code_of(secret):
    """The code that the application of a telephone shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def type_code(page, code):
    """Into the field, and Enter."""
    page.locator("input[name=code]").fill(code)
    page.keyboard.press("Enter")
