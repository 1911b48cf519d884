# SPDX-License-Identifier: Apache-2.0
"""What a database does not keep in a text is asked for in an address: an answer, never a fault of the server."""

from __future__ import annotations

import pytest

from tiendo.server.accounts.tests.cast import client_of, make_cast

NUL = "a%00b"
PAGES = {
    "/figures/": ("period", "sector", "find", "as_of", "unit"),
    "/documents/": ("state", "unit"),
    "/documents/search/": ("q",),
    "/documents/units/": ("q",),
    "/units/": ("find",),
    "/people/": ("find", "page"),
    "/people/units/": ("q",),
    "/record/": ("who", "verb", "subject", "since"),
    "/explanations/": ("state",),
}


@pytest.mark.django_db(transaction=True)
def test_a_sign_that_no_text_has_is_answered_on_every_page_that_looks_for_words():
    client = client_of(make_cast().administrator)
    client.raise_request_exception = False
    for address, names in PAGES.items():
        for name in names:
            answer = client.get(f"{address}?{name}={NUL}&language=vi")
            assert answer.status_code in (200, 302, 400, 404), (address, name, answer.status_code)
            assert "Máy chủ gặp lỗi" not in answer.content.decode()
