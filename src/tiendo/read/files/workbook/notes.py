# SPDX-License-Identifier: Apache-2.0
"""What a reader of a workbook must be told: what was left out, what could not be read.

What is here: collecting and saying it. Not here: the reading (one module per kind of workbook).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tiendo.read.files.assembly import Assembly
from tiendo.read.text.legacy import encoding_of_font, to_unicode

_SHOWN = 5  # cells that a note names


@dataclass(slots=True)
class Findings:
    """Collected over all sheets.

    Attributes:
        sheet: the one being read.
        hidden: names of hidden sheets, which are not read.
        has_hidden_lines: whether a visible sheet has hidden rows or columns, which are read.
        uncounted: formulas without a stored result.
        errors: cells that hold an error.
        encodings: old encodings that were converted.
    """

    sheet: str = ""
    hidden: list[str] = field(default_factory=list)
    has_hidden_lines: bool = False
    uncounted: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    encodings: set[str] = field(default_factory=set)

    def convert(self, text: str, font: str | None) -> str:
        """The text of a cell in Unicode, by the font it is shown in."""
        encoding = encoding_of_font(font)
        if encoding is None or font is None:
            return text
        self.encodings.add(encoding)
        return to_unicode(text, font)

    def tell(self, out: Assembly) -> None:
        """Add the notes to the document."""
        if self.hidden:
            names = ", ".join(f"«{name}»" for name in self.hidden[:_SHOWN])
            out.add_note(f"Không đọc {len(self.hidden)} trang tính ẩn ({names}); hãy bỏ ẩn nếu cần đọc.")
        if self.has_hidden_lines:
            out.add_note("Trang tính có dòng hoặc cột bị ẩn; chúng vẫn được đọc.")
        if self.uncounted:
            out.add_note(
                f"{len(self.uncounted)} công thức chưa có kết quả ({_some(self.uncounted)}); "
                "hãy mở bằng Excel, lưu lại rồi đọc lại."
            )
        if self.errors:
            out.add_note(f"{len(self.errors)} ô báo lỗi công thức ({_some(self.errors)}); hãy sửa trong Excel.")
        out.tell_old_encodings(self.encodings)


def _some(refs: list[str]) -> str:
    return ", ".join(refs[:_SHOWN]) + (", …" if len(refs) > _SHOWN else "")
