# SPDX-License-Identifier: Apache-2.0
"""What tests in a real browser share: the machine's own Chromium, a page of a given width and theme, axe.

Where no Chromium is found, they are left out with one line. Nothing is loaded from outside the machine.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.town import build_town
from tests.browser.walker import Walker

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NONE_HERE = (
    "không có Chromium nên bỏ qua phần thử trong trình duyệt / no Chromium here (Debian: apt-get install chromium)"
)
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
#: WCAG 2.2 AA and what axe holds for good practice.
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (390, 1440)
THEMES = ("light", "dark")
_QUIET = (
    "--no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-quic "
    "--disable-features=Translate,MediaRouter,OptimizationHints"
)


def pytest_collection_modifyitems(items):
    """Every test of this folder is a browser test, and is left out where there is no browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=NONE_HERE))


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright runs a loop in this thread; the database does not mind
    flags = _QUIET.split() + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium):
    """``new_page(width=1440, theme="light", **context)``: an empty page in a context of its own.

    Faults of scripts and breaches of the content policy are gathered in ``page.faults``.
    """
    contexts = []

    def make(width=1440, theme="light", **options):
        height = 844 if width < 640 else 900
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            bypass_csp=False,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def find_faults():
    """``find_faults(page)``: what axe finds wrong, one line each; call it when the page stands still."""

    def run(page):
        # evaluate, not a script element: the policy of the page forbids scripts from elsewhere, rightly
        page.evaluate(f"() => {{{AXE.read_text('utf-8')}}}")
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
            list(AXE_TAGS),
        )
        return [
            f"{fault['id']}: {fault['help']}: {node['target']} {node.get('failureSummary', '')[:300]}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]

    return run


@pytest.fixture
def find_overflow():
    """``find_overflow(page)``: elements that stick out at the right, when the page scrolls sideways."""

    def run(page):
        return page.evaluate(
            """() => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > width + 0.5)
                .map((element) => `${element.tagName}.${element.className} ${element.getBoundingClientRect().right}`);
            }"""
        )

    return run


@pytest.fixture
def town(settings, tmp_path):
    """Two districts with their targets and no figure yet; files go to an empty folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return build_town(tmp_path)


@pytest.fixture
def walker(town, live_server, new_page):
    """``walker(person)``: this person before a browser, signed in; ``None``: nobody yet."""

    def make(person=None, width=1440, theme="light", **options):
        one = Walker(new_page(width, theme, **options), live_server.url)
        if person is not None:
            one.be(person)
        return one

    return make


@pytest.fixture
def expect_well(find_faults, find_overflow):
    """``expect_well(page)``: nothing for axe to find, nothing that sticks out, no fault of a script."""

    def check(page):
        assert find_overflow(page) == [], page.url
        assert find_faults(page) == [], page.url
        assert page.faults == [], page.url

    return check
