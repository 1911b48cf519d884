# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tiendo.render.page.spans import Mark, mark_up, safe


class Nesting(HTMLParser):
    """Reads html back: its text, and for each sign the marks around it; refuses what does not nest."""

    def __init__(self, html):
        super().__init__()
        self.open, self.signs = [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(dict(attrs)["data-f"])

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        self.signs += [(sign, frozenset(self.open)) for sign in data]


def mark(start, end, name):
    tag = f'<span data-f="{name}">'
    return Mark(start, end, tag, tag)


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6)


@given(st.text("ab<&>\"'", min_size=12, max_size=12), SPANS)
def test_every_sign_lies_in_exactly_the_marks_that_cover_it(text, spans):
    marks = [mark(min(span), max(span), str(i)) for i, span in enumerate(spans)]
    expected = [
        (sign, frozenset(str(i) for i, span in enumerate(spans) if min(span) <= at < max(span)))
        for at, sign in enumerate(text)
    ]
    assert Nesting(mark_up(text, 0, len(text), marks)).signs == expected


@given(SPANS, st.integers(0, 12), st.integers(0, 12))
def test_a_part_of_the_text_takes_only_what_reaches_into_it(spans, one, other):
    text = "abcdefghijkl"
    start, end = min(one, other), max(one, other)
    marks = [mark(min(span), max(span), str(i)) for i, span in enumerate(spans)]
    found = Nesting(mark_up(text, start, end, marks)).signs
    assert [sign for sign, _ in found] == list(text[start:end])


def test_a_mark_that_is_cut_is_opened_again_without_its_number():
    one, two = Mark(0, 3, "<u>1", "<u>", "</u>"), Mark(1, 5, "<s>2", "<s>", "</s>")
    assert mark_up("abcdef", 0, 6, [one, two]) == "<u>1a<s>2bc</s></u><s>de</s>f"


def test_of_two_that_begin_together_the_longer_is_the_outer():
    short, long = Mark(0, 1, "<i>", "<i>", "</i>"), Mark(0, 2, "<b>", "<b>", "</b>")
    assert mark_up("ab", 0, 2, [short, long]) == "<b><i>a</i>b</b>"


def test_signs_that_html_forbids_are_replaced():
    assert safe("a\x00\x1b\ud800\"'<&>") == "a\ufffd\ufffd\ufffd&quot;&#x27;&lt;&amp;&gt;"
