# SPDX-License-Identifier: Apache-2.0
"""A token from the account to the interface and to its end, in Chromium; and the page that describes the interface."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, WIDTHS
from tiendo.client import ApiError, Client
from tiendo.server.accounts.tests.cast import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_person_makes_a_token_a_system_uses_it_and_the_person_revokes_it(town, walker, live_server, expect_well):
    one = walker(town.officer)
    page = one.go("/account/")
    page.get_by_role("link", name="Mã truy cập mới").click()
    page.get_by_role("textbox", name="Mật khẩu").fill(PASSWORD)
    one.press("Enter")
    page.get_by_label("Dùng để làm gì").fill("Kho dữ liệu của tỉnh")
    page.get_by_label("nhập và đính chính số liệu").check()
    page.get_by_role("combobox", name="Đơn vị").press_sequentially("quan 3")
    page.get_by_role("option").first.click()
    expect_well(page)
    page.get_by_role("button", name="Tạo mã truy cập").click()
    expect(page.get_by_text("mã chỉ hiện lần này")).to_be_visible()
    secret = page.locator("dd code").inner_text()
    expect_well(page)

    client = Client(live_server.url, token=secret)
    assert client.me().acts == ("view", "review")
    assert client.me().unit == town.third

    page.get_by_role("link", name="Tôi đã chép xong").click()
    expect(page.get_by_role("row", name="Kho dữ liệu của tỉnh")).to_contain_text(f"…{secret[-4:]}")
    assert secret not in page.content()
    expect_well(page)
    page.get_by_role("button", name="Thu hồi").click()
    expect(page.get_by_text("Đã thu hồi mã truy cập")).to_be_visible()
    with pytest.raises(ApiError) as refused:
        client.me()
    assert refused.value.status == 401


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_of_the_interface_is_well(town, walker, expect_well, width, theme):
    page = walker(town.officer, width, theme).go("/api/v1/docs/")
    page.locator("details").first.locator("summary").click()
    expect_well(page)
