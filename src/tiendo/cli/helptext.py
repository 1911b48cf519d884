# SPDX-License-Identifier: Apache-2.0
"""The frame of the help in Vietnamese: the parser knows its headings in English only. Nothing else is here."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

Context = Any  # typer does not name the class outside its own rooms

_FRAME = {
    "Usage:": "Cách dùng:",
    "Arguments:": "Tham số:",
    "Options:": "Tùy chọn:",
    "Commands:": "Các lệnh:",
    "Show this message and exit.": "In hướng dẫn này rồi thoát.",
    "[required]": "[bắt buộc]",
    "[default: ": "[mặc định: ",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM SỐ]...",
}
_WORDS = re.compile("|".join(map(re.escape, _FRAME)))


def put_into_vietnamese(help_text: str) -> str:
    """The help with its headings in Vietnamese.

    Examples:
        >>> put_into_vietnamese("Usage: tiendo [OPTIONS]")
        'Cách dùng: tiendo [TÙY CHỌN]'
    """
    return _WORDS.sub(lambda found: _FRAME[found.group()], help_text)


class Leaf(TyperCommand):
    """A command whose help is Vietnamese until ``english`` says otherwise."""

    is_english = False

    def get_help(self, ctx: Context) -> str:
        """The help as it is printed."""
        help_text = super().get_help(ctx)
        return help_text if self.is_english else put_into_vietnamese(help_text)


class Group(TyperGroup):
    """The same for the program itself."""

    is_english = False

    def get_help(self, ctx: Context) -> str:
        """The help as it is printed."""
        help_text = super().get_help(ctx)
        return help_text if self.is_english else put_into_vietnamese(help_text)
