# SPDX-License-Identifier: Apache-2.0
"""How many queries a page asks, against the baseline file: more fail, fewer are written into the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.tests.story import YEAR, tell_story
from tiendo.server.targets.queries import target_detail

BASELINE = json.loads(Path(__file__).with_name("query_counts.json").read_text("utf-8"))


@pytest.fixture
def pages(db):
    """The addresses by the names of the baseline, and a client that has looked at the locality before."""
    story = tell_story()
    client = client_of(story.cast.office)
    board, target = f"/board/{story.ward}/{YEAR}/", f"/targets/{story.targets['2']}/"
    plan = target_detail(story.targets["2"], story.scope("office")).plans[0].id
    client.get(board)
    return client, {
        "board": (board, {}),
        "board, narrowed by htmx": (f"{board}?status=at_risk", {"HX-Request": "true"}),
        "open": (f"{board}open/", {}),
        "target": (target, {}),
        "plan": (f"{target}plans/{plan}/", {}),
    }


@pytest.mark.parametrize("page", sorted(BASELINE))
def test_no_page_asks_more_than_its_baseline(pages, page, django_assert_max_num_queries):
    client, addresses = pages
    address, headers = addresses[page]
    with django_assert_max_num_queries(BASELINE[page]) as asked:
        assert client.get(address, headers=headers).status_code == 200
    assert len(asked) == BASELINE[page], "fewer than before: write it into query_counts.json"


def test_every_page_of_the_baseline_is_measured(pages):
    assert sorted(pages[1]) == sorted(BASELINE)
