# SPDX-License-Identifier: Apache-2.0
"""A person before the browser: what journeys have in common, said as a person would say it."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tiendo.server.accounts.models import User
from tiendo.server.accounts.tests.cast import PASSWORD, client_of

#: Drops files as a hand does: the page gets the same event, with the same files in it.
_DROP = """(form, files) => {
  const carried = new DataTransfer();
  for (const { name, data } of files) {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  form.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


class Walker:
    """One person, one window."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base

    def go(self, address: str) -> Page:
        """Opens an address and waits until the page stands still."""
        self.page.goto(f"{self.base}{address}")
        self.page.evaluate("document.fonts.ready")
        if self.page.locator("[data-chart]").count():
            self.page.locator("[data-chart] svg").wait_for()
        return self.page

    def be(self, person: User) -> None:
        """Is signed in already, without the form."""
        cookies = client_of(person).cookies.items()
        self.page.context.add_cookies([{"name": key, "value": one.value, "url": self.base} for key, one in cookies])

    def sign_in(self, person: User) -> None:
        """Through the form, by keyboard."""
        self.go("/sign-in/")
        self.page.get_by_label("Tên đăng nhập").fill(person.username)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.press("Enter")
        self.page.wait_for_url(lambda address: "/sign-in/" not in address)

    def drop(self, unit: int, files: Sequence[tuple[str, bytes]]) -> Locator:
        """Drops files for a unit; returns the lines of all files of this visit, the newest first."""
        form = self.page.locator("[data-drop]")
        form.locator("select[name=unit]").select_option(str(unit))
        form.evaluate(_DROP, [{"name": name, "data": base64.b64encode(data).decode()} for name, data in files])
        return form.locator("[data-incoming] > li")

    def drop_file(self, unit: int, path: Path) -> Locator:
        """Drops one file that lies on the disk; returns its line."""
        return self.drop(unit, [(path.name, path.read_bytes())]).filter(has_text=path.name)

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    # --- the desk ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Locator:
        """The finding that keys act on."""
        return self.page.locator(".finds > li.cur")

    def at(self) -> int:
        """Its number."""
        return int(self.current.get_attribute("data-n") or 0)

    def jump(self, number: int) -> None:
        """G, the number, Enter."""
        self.press("g", *str(number), "Enter")
        expect(self.finding(number)).to_have_class(re.compile(r"\bcur\b"))

    def finding(self, number: int) -> Locator:
        """A finding by its number."""
        return self.page.locator(f"#p{number}")

    def find(self, printed: str) -> int:
        """The number of the first finding that has this text in its line."""
        row = self.page.locator(".finds > li").filter(has=self.page.locator(".what", has_text=printed)).first
        return int(row.get_attribute("data-n") or 0)

    def expect_state(self, number: int, state: str) -> None:
        """Waits until the server has answered and the page shows it."""
        expect(self.finding(number)).to_have_attribute("data-state", state)

    def accept_surer_than(self, confidence: str) -> None:
        """The field and Enter; waits for what the page says then."""
        field = self.page.locator("#above")
        field.focus()
        self.press("Control+a")
        self.page.keyboard.type(confidence)
        self.press("Enter")
        expect(self.page.locator("[data-many-count]")).to_have_text("0")

    # --- the board --------------------------------------------------------------------------------------------------

    def row(self, name: str) -> Locator:
        """A line of the table of targets."""
        return self.page.locator("#board tbody tr").filter(has=self.page.get_by_role("link", name=name, exact=True))
