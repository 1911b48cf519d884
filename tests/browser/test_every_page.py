# SPDX-License-Identifier: Apache-2.0
"""Every kind of page in Chromium, as who sees it: nothing for axe to find, nothing sticks out, no script fails."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tests.browser.town import LOCKED, ROOT, SAMPLE_3, hand_in
from tiendo.server.accounts.queries import get_scope
from tiendo.server.figures.models import Observation
from tiendo.server.intake.services.deciding import accept_all
from tiendo.server.targets.models import Target

pytestmark = pytest.mark.django_db(transaction=True)

BOARD_3 = "/board/{}/2024/"


@pytest.fixture
def report(town):
    """A document of Quận 3, read and waiting on the desk."""
    return hand_in(town.third, town.officer, SAMPLE_3)


@pytest.fixture
def story(town, report):
    """Every kind of page, who sees it and where; one document worked on by half, one that waits."""
    accept_all(report, above=0.5, scope=get_scope(town.officer))
    waiting = hand_in(town.tan, town.officer, ROOT / "sample/binh-tan-chin-thang-2023.txt")
    unread = hand_in(town.third, town.officer, LOCKED)
    target = Target.objects.get(unit_id=town.third, indicator__code="state_budget_revenue").pk
    figure = Observation.objects.filter(unit_id=town.third).first().pk
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
    officer.row("Thu ngân sách nhà nước").get_by_role("link", name="1.390,9", exact=True).click()
    expect(page.locator("#evidence mark")).to_be_visible()
    expect_well(page)
