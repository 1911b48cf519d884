# SPDX-License-Identifier: Apache-2.0
"""Names of files, the stored form of content, words that are searched."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Stored, Table
from tiendo.server.documents.rules import (
    clean_name,
    find_words,
    list_passages,
    make_snippet,
    pack_blocks,
    pack_tables,
    spell_words,
    suffix_of,
    unpack_blocks,
    unpack_tables,
)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("báo cáo.docx", "báo cáo.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\tài liệu\\số liệu.xlsx", "số liệu.xlsx"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("ba\u0301o.txt", "báo.txt"),
    ],
)
def test_a_name_keeps_nothing_that_a_file_system_or_a_header_stumbles_over(given_name, kept):
    assert clean_name(given_name) == kept


def test_a_long_name_keeps_its_ending():
    kept = clean_name("b" * 400 + ".docx")
    assert len(kept) == 255
    assert suffix_of(kept) == ".docx"


@given(st.text())
def test_any_name_becomes_one_that_fits(name):
    kept = clean_name(name)
    assert len(kept) <= 255
    assert "/" not in kept


TABLE = Table(
    1,
    (
        (Cell("Tên", (0, 0), bold=True, is_header=True), Cell("Tên", (0, 0), bold=True, is_header=True)),
        (Cell("Thu", (1, 0)), Cell("41,5%", (1, 1), ref="B2", stored=Stored.PERCENT)),
    ),
    12,
    sheet="Biểu 1",
    page=2,
    is_layout=True,
)
BLOCKS = (Block(0, 4, BlockKind.HEADING, page=1), Block(5, 9, paragraph=3, table=0))


def test_blocks_come_back_from_the_database_as_they_were():
    assert unpack_blocks(json.loads(json.dumps(pack_blocks(BLOCKS)))) == BLOCKS


def test_tables_come_back_from_the_database_as_they_were():
    assert unpack_tables(json.loads(json.dumps(pack_tables([TABLE])))) == (TABLE,)


def test_a_merged_cell_is_one_passage_and_the_text_of_a_layout_table_is_no_row():
    merged = Table(0, TABLE.rows, 0)
    document = Document("a", "docx", "một\n***\nhai", (Block(0, 3), Block(4, 7), Block(8, 11)), (merged, TABLE))
    found = [(one.text, one.start, one.cell) for one in list_passages(document)]
    assert found == [("một", 0, None), ("hai", 8, None), ("Tên", None, (0, 0, 0)), ("Thu | 41,5%", None, (0, 1, 0))]


def test_words_lose_their_marks_and_their_style_of_marks():
    assert find_words("Đường HOÀ bình, kỹ").bare == ("duong", "hoa", "binh", "ki")
    assert find_words("hoà").exact == find_words("hòa").exact


@given(st.text())
def test_any_text_has_as_many_words_with_marks_as_without(text):
    words = find_words(text)
    assert len(words.exact) == len(words.bare)
    assert all(word and " " not in word for word in words.exact + words.bare)


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\u0301_ ợy\n")))
def test_a_passage_holds_the_words_that_are_asked_for(text):
    words = find_words(text)
    assert spell_words(text) == (f" {' '.join(words.exact)} ", f" {' '.join(words.bare)} ")


def test_a_mark_written_as_a_sign_of_its_own_belongs_to_its_word():
    assert find_words("Gia\u0309i nga\u0302n") == find_words("giải ngân")
    assert find_words("\u0301 _ y").exact == ("y",)


@given(st.text(max_size=400), st.text(max_size=20))
def test_a_snippet_is_a_part_of_the_text(text, question):
    pieces = make_snippet(text, find_words(question))
    shown = "".join(piece for piece, _ in pieces)
    assert shown.removeprefix("… ").removesuffix(" …") in text or shown in text


def test_a_snippet_begins_at_a_word_before_the_first_hit():
    text = "chữ " * 60 + "vốn giải ngân " + "sau " * 100
    pieces = make_snippet(text, find_words("giai ngan"))
    assert [piece for piece, is_hit in pieces if is_hit] == ["giải ngân"]
    assert pieces[0] == ("… ", False)
    assert pieces[1][0].startswith("chữ ")
