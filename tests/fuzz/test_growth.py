# SPDX-License-Identifier: Apache-2.0
"""Work grows with the text and no faster: counted, not timed."""

from __future__ import annotations

import sys

from tiendo.kernel.document import Document
from tiendo.read import read_document

REPORT = (
    "Thu ngân sách nhà nước đạt 31,46 tỷ đồng, bằng 78,65% dự toán năm (40 tỷ đồng), tăng 12,4% so với cùng kỳ.\n"
    "Ủy ban nhân dân xã kết nạp 9/14 đảng viên mới, đạt 64,29% chỉ tiêu; có 37 hộ kinh doanh đăng ký mới.\n"
)


class Counted(str):
    """A text that counts the characters that are cut out of it."""

    cut = 0

    def __getitem__(self, key):
        piece = super().__getitem__(key)
        Counted.cut += len(piece)
        return piece


def cut_of(times, monkeypatch):
    from tiendo.read.text import shadow  # noqa: PLC0415 - CONFIG: the text is counted where it is made

    made = shadow.cast

    def cast(text):
        found = made(text)
        for name in ("norm", "cased"):
            object.__setattr__(found, name, Counted(getattr(found, name)))
        return found

    for module in list(sys.modules.values()):
        if getattr(module, "cast", None) is made:
            monkeypatch.setattr(module, "cast", cast)
    Counted.cut = 0
    read_document(Document(path="b.txt", media="txt", text=REPORT * times, blocks=()))
    monkeypatch.undo()
    return Counted.cut


def test_twice_the_text_is_cut_at_most_about_twice(monkeypatch):
    once, twice = cut_of(60, monkeypatch), cut_of(120, monkeypatch)
    assert 0 < twice <= once * 2.3
