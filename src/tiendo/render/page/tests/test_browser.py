# SPDX-License-Identifier: Apache-2.0
"""The script in a real browser, where there is one: its policy lets it run, addresses choose findings."""

from __future__ import annotations

import shutil
import subprocess

import lxml.html
import pytest

from tiendo.render.lang import Lang
from tiendo.render.page import write_page
from tiendo.render.tests.factories import report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=2000 --dump-dom"
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")


@pytest.fixture
def opened(tmp_path):
    """The page as it stands after its script ran at an address inside it."""

    def open_at(address, *outcomes):
        file = tmp_path / "page.html"
        file.write_text("".join(write_page(outcomes, Lang.VI)), "utf-8")
        command = [CHROMIUM, *FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}", f"{file.as_uri()}{address}"]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return lxml.html.document_fromstring(done.stdout.decode())

    return open_at


def test_an_address_chooses_a_finding_and_lights_its_sentence(opened):
    html = opened("#d1p4", report())
    assert html.get("class") == "js"
    (current,) = html.xpath("//*[@aria-current='true']")
    assert current.get("id") == "d1p4"
    assert html.xpath("//*[@data-f='4']/@class")[0].endswith("cur")
    assert html.xpath("//*[contains(@class, 's on')]")


def test_of_several_documents_only_one_is_open(opened):
    html = opened("#d2c1", report("a.txt"), report("b.txt"))
    assert [desk.get("id") for desk in html.xpath("//section[contains(@class, 'desk on')]")] == ["d2"]
    assert html.xpath("//*[@aria-current='true']/@id") == ["d2c1"]
