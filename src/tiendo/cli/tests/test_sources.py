# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os

import pytest

from tiendo.cli.sources import list_sources


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Reports in folders inside each other, and files that are no reports."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.docx", "x/c.PDF", "x/y/d.xlsx", "e.jpg", ".hidden.txt", ".git/f.txt", "~$a.docx"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")
    return tmp_path


def paths(*arguments, **options):
    return [source.path for source in list_sources(arguments, **options)]


def test_a_folder_gives_the_documents_in_it_and_below_it_in_order(folder):
    assert paths(".") == ["./a.docx", "./b.txt", "./x/c.PDF", "./x/y/d.xlsx"]


def test_a_file_that_is_named_is_taken_whatever_it_is(folder):
    assert paths("e.jpg", ".hidden.txt") == ["e.jpg", ".hidden.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.docx", ["a.docx", "~$a.docx"]),
        ("**/*.xlsx", ["x/y/d.xlsx"]),
        ("[ab].*", ["a.docx", "b.txt"]),
        ("x*", ["x/c.PDF", "x/y/d.xlsx"]),
        ("*.odt", ["*.odt"]),
    ],
)
def test_a_pattern_is_matched_here_when_the_shell_did_not(folder, pattern, expected):
    assert paths(pattern) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_itself(folder):
    (folder / "[1].txt").write_text("x")
    (folder / "1.txt").write_text("x")
    assert paths("[1].txt") == ["[1].txt"]


def test_the_same_file_is_read_once(folder):
    os.symlink("b.txt", "link.txt")
    assert paths("b.txt", "./b.txt", "link.txt", ".") == ["b.txt", "./a.docx", "./x/c.PDF", "./x/y/d.xlsx"]


def test_a_name_that_is_no_file_is_kept_so_that_it_can_be_told(folder):
    assert paths("khong-co.txt") == ["khong-co.txt"]


def test_standard_input_is_one_source_with_its_bytes():
    (source,) = list_sources(["-", "-"], data=b"abc", media="txt")
    assert (source.path, source.data, source.media, source.weight) == ("-", b"abc", "txt", 3)


def test_packed_formats_weigh_more_than_their_bytes(folder):
    weights = {source.path: source.weight for source in list_sources(["a.docx", "b.txt"])}
    assert weights["a.docx"] > weights["b.txt"] == 5
