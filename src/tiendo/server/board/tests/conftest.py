# SPDX-License-Identifier: Apache-2.0
"""The story, and the pages as people see them."""

from __future__ import annotations

import re

import pytest

from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.tests.story import tell_story


@pytest.fixture
def story(db):
    return tell_story()


@pytest.fixture
def read(story):
    """``read(part, address)``: the page as this person of the cast sees it, whatever its status."""

    def get(part, address, **headers):
        return client_of(getattr(story.cast, part)).get(address, headers=headers)

    return get


@pytest.fixture
def words_of():
    """``words_of(answer)``: the text of a page, without its markup."""

    def strip(answer):
        text = re.sub(r"<(script|style|template)\b.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", " ", text).replace("&nbsp;", " ").split())

    return strip
