# SPDX-License-Identifier: Apache-2.0
"""What is open: on the board in a card each, on a page of its own one by one, on the page of a target its own."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tiendo.kernel.problem import Severity
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.rules import SIGNS
from tiendo.server.board.tests.story import PRINTED, REPORT, YEAR
from tiendo.server.intake.models import Finding, Problem, Review
from tiendo.server.targets.data import Move
from tiendo.server.targets.models import Explanation, Verdict
from tiendo.server.targets.queries import list_waiting
from tiendo.server.targets.services import ask_explanation, move_explanation

TITLES = {
    Severity.ERROR: "lỗi trong văn bản",
    Severity.SUSPICIOUS: "nghi vấn trong văn bản",
    Severity.NOTICE: "lưu ý trong văn bản",
}


@pytest.fixture
def board(story):
    return f"/board/{story.ward}/{YEAR}/"


@pytest.fixture
def add(story):
    """``add(severity, number)``: problems of the report, and their sentences."""

    def make(severity, number=1, **more):
        first = Problem.objects.count() + 1
        for position in range(first, first + number):
            told = f"Câu của {severity} {position}."
            given = {"start": 0, "end": 9, "quote": "x", "message_vi": told, "message_en": told, **more}
            Problem.objects.create(document_id=story.document, position=position, rule="x", severity=severity, **given)
        return f"Câu của {severity} {first}."

    return make


@pytest.fixture
def finding(story):
    """The finding from which the budget revenue was taken, not decided, in a review that has not ended."""
    Review.objects.create(document_id=story.document)
    start = REPORT.index(PRINTED["1"])
    verdict = Verdict.objects.filter(target=story.targets["1"], is_current=True).latest("last_on")
    return Finding.objects.create(
        document_id=story.document, position=1, kind="measurement", start=start, end=start + len(PRINTED["1"]),
        payload={}, confidence=0.9, observation_id=verdict.observation_id,
    )  # fmt: skip


def cards(answer):
    """The cards of the board: the classes of each, its sign, its whole text."""
    found = re.findall(r'<li><span class="k ([a-z]*)">.*?#([a-z-]+)".*?</svg>(.*?)</li>', answer.content.decode())
    return [(tone, sign, re.sub(r"<[^>]+>", " ", text)) for tone, sign, text in found]


@pytest.mark.parametrize("part", ["leader", "specialist", "office"])
@pytest.mark.parametrize("severity", list(Severity))
def test_a_problem_has_the_word_the_sign_and_the_colour_of_its_severity(read, board, add, part, severity):
    sentence = add(severity, 2)
    (card,) = [card for card in cards(read(part, board)) if card[0]]
    assert card[:2] == (severity.value, SIGNS[severity])
    assert f"2 {TITLES[severity]}" in card[2]
    assert f"187/BC-UBND: {sentence}" in card[2]
    others = [word for one, word in TITLES.items() if one is not severity]
    assert not any(word in card[2] for word in [*others, "không khớp"])


def test_errors_stand_first_and_notices_last(read, board, add, finding):
    for severity in reversed(Severity):
        add(severity)
    tones = [card[0] for card in cards(read("leader", board))]
    assert tones[:2] == ["error", "suspicious"]
    assert tones[-1] == "notice"
    assert len(tones) > 4


def test_a_reader_is_led_to_the_place_and_a_reviewer_to_the_desk(story, read, board, add):
    add(Severity.ERROR)
    assert f'href="/documents/{story.document}/?at=0-9#at"' in read("leader", board).content.decode()
    assert f'href="/intake/{story.document}/#c1"' in read("office", board).content.decode()


def test_a_document_that_waits_is_told_to_readers_too(story, read, board, finding, words_of):
    seen, done = read("leader", board), read("specialist", board)
    assert "Chờ rà soát: 1 văn bản" in words_of(seen)
    assert f'<a href="/documents/{story.document}/">Mở văn bản</a>' in seen.content.decode()
    assert f'<a href="/intake/{story.document}/">Rà soát ngay</a>' in done.content.decode()


def test_when_very_many_errors_hide_a_notice_its_card_leads_to_the_list(read, board, add):
    add(Severity.ERROR, 20)
    add(Severity.NOTICE)
    answer = read("leader", board)
    assert cards(answer)[-1][:2] == ("notice", "info-circle")
    assert f'href="{board}open/#problems"' in answer.content.decode()


def test_everything_open_is_told_one_by_one_with_a_way_to_it(story, read, board, add, finding, words_of):
    sentences = [add(severity) for severity in Severity]
    address = re.search(r'<a class="end" href="([^"]+)"', read("leader", board).content.decode())[1]
    page = read("leader", address)
    told = words_of(page)
    assert [word for word in re.findall("Lỗi|Nghi vấn|Lưu ý", told)] == ["Lỗi", "Nghi vấn", "Lưu ý"]
    assert all(sentence in told for sentence in sentences)
    assert "1 phát hiện đang chờ" in told
    assert f'href="/targets/{story.targets["17"]}/?period=2026-01-01/P9M"' in page.content.decode()
    for href in set(re.findall(r'href="(/(?:documents|targets)/[^"#]*)', page.content.decode())):
        assert read("leader", href.replace("&amp;", "&")).status_code == 200


def test_more_problems_than_fit_say_how_many_there_are(read, board, add, words_of):
    add(Severity.NOTICE, 205)
    told = words_of(read("leader", f"{board}open/"))
    assert "200 vấn đề nặng nhất trong 205" in told
    assert told.count("Lưu ý") == 200


def test_when_nothing_is_open_the_page_says_so(story, words_of):
    told = words_of(client_of(story.cast.leader).get(f"/board/{story.ward}/2019/open/"))
    assert "Không còn việc nào mở" in told


@pytest.mark.parametrize("address", ["open/", "open/?period=2026-Q1", "open/?period=nonsense"])
def test_an_outsider_sees_nothing_of_it(read, board, add, address):
    add(Severity.ERROR)
    assert read("outsider", board + address).status_code == 404


def test_a_target_tells_the_problems_at_the_places_of_its_own_figures(story, read, add, finding, words_of):
    mine = add(Severity.ERROR, start=finding.start, end=finding.end)
    add(Severity.NOTICE, start=0, end=2)
    told = words_of(read("leader", f"/targets/{story.targets['1']}/"))
    assert "Vấn đề còn mở ở số liệu này 1 Lỗi" in told
    assert mine in told
    assert "Lưu ý" not in told
    assert "Vấn đề còn mở" not in words_of(read("leader", f"/targets/{story.targets['2']}/"))


def test_what_a_problem_says_never_becomes_markup(story, read, board, add, finding):
    add(Severity.ERROR, start=finding.start, end=finding.end, message_vi="<img src=x>", message_en="<img src=x>")
    for address in (board, f"{board}open/", f"/targets/{story.targets['1']}/"):
        page = read("leader", address).content.decode()
        assert "<img src=x>" not in page
        assert "&lt;img src=x&gt;" in page


def test_an_english_page_says_it_in_english(story, board, add):
    add(Severity.NOTICE, message_en="Only 14 of 15 targets are named.")
    client = client_of(story.cast.leader)
    client.cookies["django_language"] = "en"
    page = client.get(f"{board}open/").content.decode()
    assert "Only 14 of 15 targets are named." in page
    assert "Notice" in page


def test_who_must_answer_sees_the_requests_for_an_explanation(story, board, words_of):
    due = timezone.localdate() + timedelta(days=3)
    ask_explanation(story.targets["3"], "Vì sao chậm?", due, scope=story.scope("office"))
    specialist, leader = (client_of(getattr(story.cast, part)) for part in ("specialist", "leader"))
    page = specialist.get(board)
    assert "1 chỉ tiêu cần giải trình" in words_of(page)
    assert f'href="/targets/{story.targets["3"]}/explanations/"' in page.content.decode()
    assert "cần giải trình" not in words_of(leader.get(board)).partition("Cần xử lý")[2]
    assert 'href="/explanations/"' in page.content.decode().partition("<main")[0]
    assert 'href="/explanations/"' not in leader.get(board).content.decode().partition("<main")[0]
    assert [row.number for row in list_waiting(story.ward, story.scope("specialist"))] == ["3"]
    request = Explanation.objects.get()
    move_explanation(request.pk, Move.ANSWER, "Do thiếu vốn.", scope=story.scope("specialist"))
    assert list_waiting(story.ward, story.scope("specialist")) == []
    assert "cần giải trình" not in words_of(specialist.get(board)).partition("Cần xử lý")[2]
