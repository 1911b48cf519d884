# SPDX-License-Identifier: Apache-2.0
"""``tiendo move``: the installation from SQLite to PostgreSQL."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from typing import TYPE_CHECKING

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.server.ground import bring_up_to_date, make_progress, open_installation
from tiendo.cli.speech import say
from tiendo.kernel.numbers import format_number
from tiendo.render.lang import Lang

if TYPE_CHECKING:
    from tiendo.server.project.moving import MoveError


def move(address: str, lang: Lang) -> Exit:
    """Copies everything and says what is to be done next.

    Raises:
        NotReadyError: with the reason; nothing was moved.
    """
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.project.moving import MoveError
    from tiendo.server.project.moving import move as move_rows

    words = {
        "copy": say(lang, "Chép dòng", "Copying rows"),
        "compare": say(lang, "So dòng", "Comparing rows"),
        "record": say(lang, "Soát sổ ghi", "Walking the record"),
    }
    try:
        moved = move_rows(address, progress=lambda step, done, total: make_progress(words[step])(done, total))
    except MoveError as error:
        raise NotReadyError(_explain(error, lang)) from error
    tables, rows = format_number(moved.tables), format_number(moved.rows)
    print(  # noqa: T201
        say(
            lang,
            f"Đã chép {rows} dòng của {tables} bảng; số dòng và dấu vân tay từng bảng khớp, sổ ghi còn nguyên. Dấu vân "
            f"tay cuối của sổ:\n{moved.head}\nHãy đặt TIENDO_DATABASE bằng địa chỉ này rồi mở lại; tệp vẫn ở "
            "TIENDO_DATA.",
            f"{rows} rows of {tables} tables copied; counts and hashes of every table agree, the record is whole. Its "
            f"last fingerprint:\n{moved.head}\nSet TIENDO_DATABASE to this address and start again; files stay in "
            "TIENDO_DATA.",
        )
    )
    return Exit.FINE


def _explain(error: MoveError, lang: Lang) -> str:
    from tiendo.server.project.moving import Hindrance

    detail = error.detail
    sentences = {
        Hindrance.SOURCE: (
            "Hệ thống này không dùng SQLite nữa; chỉ chuyển được từ SQLite sang PostgreSQL.",
            "This installation is not on SQLite; only SQLite is moved to PostgreSQL.",
        ),
        Hindrance.ADDRESS: (
            f"Địa chỉ ở --to không dùng được ({detail}); hãy viết postgresql://người-dùng@máy/tên.",
            f"The address of --to cannot be used ({detail}); write postgresql://user@host/name.",
        ),
        Hindrance.UNREACHABLE: (
            f"Cơ sở dữ liệu đích không trả lời ({detail}); hãy xem nó đang chạy chưa và địa chỉ có đúng không.",
            f"The target does not answer ({detail}); see whether it runs and whether the address is right.",
        ),
        Hindrance.ENCODING: (
            f"Cơ sở dữ liệu đích lưu chữ theo {detail}; hãy tạo lại bằng createdb -E UTF8.",
            f"The target keeps text as {detail}; make it again with createdb -E UTF8.",
        ),
        Hindrance.NOT_EMPTY: (
            f"Cơ sở dữ liệu đích đã có {detail} bảng; hãy chọn một cơ sở dữ liệu còn trống.",
            f"The target has {detail} tables already; choose a database that is empty.",
        ),
        Hindrance.REFUSED: (
            f"Cơ sở dữ liệu đích không nhận dữ liệu ({detail}); chưa chép gì.",
            f"The target does not take the data ({detail}); nothing was copied.",
        ),
        Hindrance.DIFFERENT: (
            f"Bảng {detail} chép sang không giống bảng gốc; chưa giữ lại gì, hãy báo lỗi cho nhóm phát triển.",
            f"The table {detail} is not the same after copying; nothing was kept, please report this.",
        ),
        Hindrance.RECORD: (
            f"Sổ ghi hoạt động không còn nguyên từ số {detail} nên không chuyển; hãy chạy tiendo audit verify.",
            f"The record of acts is not whole from number {detail} on, so nothing was moved; run tiendo audit verify.",
        ),
    }
    return say(lang, *sentences[error.hindrance])
