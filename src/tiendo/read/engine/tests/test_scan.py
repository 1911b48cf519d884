# SPDX-License-Identifier: Apache-2.0
"""One pass over a text."""

from __future__ import annotations

import unicodedata

import pytest

from tiendo.read.engine.scan import scan

TEXT = "Thu đạt 12%. Chi đạt 9%.\nNợ còn 3 tỷ đồng."


@pytest.mark.parametrize(("position", "index"), [(0, 0), (11, 0), (13, 1), (24, None), (25, 2), (len(TEXT), None)])
def test_it_finds_the_sentence_at_a_position(position, index):
    seen = scan(TEXT)
    assert seen.sentence_at(position) == (None if index is None else seen.sentences[index])


def test_before_the_first_sentence_is_none():
    seen = scan("  Thu.")
    assert seen.sentence_at(0) is None
    assert seen.sentence_index(0) == -1


def test_spans_lead_back_to_the_text_as_it_was_read():
    text = unicodedata.normalize("NFD", TEXT)
    seen = scan(text)
    at = seen.shadow.norm.index("tỷ đồng")
    span = seen.span(at, at + len("tỷ đồng"))
    assert text[span.start : span.end] == unicodedata.normalize("NFD", "tỷ đồng")
