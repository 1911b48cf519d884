# SPDX-License-Identifier: Apache-2.0
"""One file → one document."""

from __future__ import annotations

import pytest

from tiendo.read.files import UnreadableFile, open_document, supported_suffixes


def test_it_reads_a_text_as_it_is(tmp_path):
    path = tmp_path / "báo cáo.txt"
    path.write_bytes("Thu 5 tỷ đồng.\r\n\r\n  Chi 3 tỷ đồng.\n".encode())
    document = open_document(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()
    assert [document.text[b.start : b.end] for b in document.blocks] == ["Thu 5 tỷ đồng.", "Chi 3 tỷ đồng."]


def test_it_says_that_a_file_is_missing(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        open_document(tmp_path / "không có.txt")
    assert caught.value.code == "files.E001"
    assert caught.value.message.startswith("Không có tệp này")


def test_it_names_the_suffixes_it_reads():
    assert {".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".xls", ".ods"} <= set(supported_suffixes())
