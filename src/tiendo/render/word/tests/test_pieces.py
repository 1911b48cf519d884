# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.render.word.pieces import WORD, cut_out, read_pieces


def text_of(paragraph):
    return "".join(piece.text for piece in read_pieces(paragraph))


def paragraph_of(*runs):
    """A paragraph with a run for each text, every other one bold."""
    paragraph = docx.Document().add_paragraph()
    for i, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(i % 2)
    return paragraph._p


def between(paragraph, first, last):
    """The text of the runs from the first to the last."""
    runs = list(paragraph.iter(f"{WORD}r"))
    inside = runs[runs.index(first) : runs.index(last) + 1]
    return "".join(piece.text for piece in read_pieces(paragraph) if piece.run in inside)


def formats(paragraph):
    """For each sign whether it is bold."""
    return [
        (sign, piece.run.find(f"{WORD}rPr/{WORD}b") is not None)
        for piece in read_pieces(paragraph)
        for sign in piece.text
    ]


TEXTS = st.lists(st.text("ab \t\n", max_size=6), min_size=1, max_size=5)


@given(TEXTS, st.data())
def test_a_cut_holds_exactly_the_words_and_changes_neither_text_nor_format(texts, data):
    paragraph = paragraph_of(*texts)
    text, before = text_of(paragraph), formats(paragraph)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    ends = cut_out(paragraph, start, end)
    assert (text_of(paragraph), formats(paragraph)) == (text, before)
    if start == end:
        assert ends is None
    else:
        assert between(paragraph, *ends) == text[start:end]


def test_several_cuts_of_one_paragraph_do_not_disturb_each_other():
    paragraph = paragraph_of("Thu ngân sách ", "đạt 26,7", " tỷ đồng")
    for start, end in ((14, 22), (4, 18), (0, 30)):
        ends = cut_out(paragraph, start, end)
        assert between(paragraph, *ends) == text_of(paragraph)[start:end]


def test_deleted_text_fields_and_hidden_runs_are_not_counted():
    paragraph = paragraph_of("a", "b")
    hidden = docx.Document().add_paragraph().add_run("x")
    hidden.font.hidden = True
    paragraph.insert(0, hidden._r)
    deleted = paragraph.makeelement(f"{WORD}del")
    deleted.append(docx.Document().add_paragraph().add_run("y")._r)
    paragraph.insert(1, deleted)
    assert text_of(paragraph) == "ab"


@pytest.mark.parametrize("texts", [(), ("",)])
def test_an_empty_paragraph_has_no_place(texts):
    assert cut_out(paragraph_of(*texts), 0, 1) is None
