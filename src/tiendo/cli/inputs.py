# SPDX-License-Identifier: Apache-2.0
"""The files of a request, and the rules that hold for inputs and outputs of every command.

What is here: checks before anything is read. Not here: reading.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tiendo.cli.exits import UsageError
from tiendo.cli.output import is_same_file
from tiendo.cli.sources import STDIN, Source, list_sources
from tiendo.cli.speech import say
from tiendo.render.lang import Lang

_MOST_BYTES = 300_000_000


def open_sources(files: Sequence[str], media: str | None, lang: Lang) -> list[Source]:
    """The documents to read; standard input is read here.

    Raises:
        UsageError: there is nothing to read.
    """
    data = None
    if STDIN in files:
        if sys.stdin.isatty():
            raise UsageError(
                say(
                    lang,
                    "Đầu vào chuẩn là bàn phím; hãy đưa văn bản vào, ví dụ: tiendo read - < bao-cao.txt",
                    "Standard input is the keyboard; feed it a document, e.g. tiendo read - < report.txt",
                )
            )
        data = sys.stdin.buffer.read(_MOST_BYTES)  # more than that is refused by the reader anyway
    sources = list_sources(files, data=data, media=media)
    if not sources:
        names = ", ".join(files)
        raise UsageError(
            say(
                lang,
                f"Không thấy văn bản nào trong {names}; tiendo đọc .txt .md .html .docx .pdf .xlsx .xls .ods.",
                f"No document in {names}; tiendo reads .txt .md .html .docx .pdf .xlsx .xls .ods.",
            )
        )
    return sources


def protect(sources: Sequence[Source], output: str | None, lang: Lang) -> None:
    """Refuse to write a result over a document that is being read.

    Raises:
        UsageError: the output is one of the inputs.
    """
    if output is None or not os.path.exists(output):
        return
    for source in sources:
        if source.data is None and is_same_file(source.path, output):
            raise UsageError(
                say(
                    lang,
                    f"{output} là tệp đang đọc; hãy đặt tên khác cho kết quả.",
                    f"{output} is being read; choose another name for the result.",
                )
            )
