# SPDX-License-Identifier: Apache-2.0
"""``tiendo audit verify``: whether anybody has touched the record of acts."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from typing import TYPE_CHECKING

from tiendo.cli.exits import Exit
from tiendo.cli.output import complain
from tiendo.cli.server.ground import bring_up_to_date, make_progress, open_installation
from tiendo.cli.speech import say
from tiendo.render.lang import Lang

if TYPE_CHECKING:
    from tiendo.server.audit.data import ChainReport


def verify(head: str, lang: Lang) -> Exit:
    """Walks the chain; says what is wrong and where, or prints the last fingerprint."""
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.audit.queries import verify_chain

    words = say(lang, "Soát sổ ghi", "Walking the record")
    report = verify_chain(head=head, progress=make_progress(words))
    if not report.is_whole:
        complain(f"tiendo: {_explain(report, lang)}")
        return Exit.PROBLEMS
    print(  # noqa: T201
        say(
            lang,
            f"Sổ ghi còn nguyên: {report.count} hoạt động. Dấu vân tay cuối, hãy cất ở nơi khác:\n{report.head}",
            f"The record is whole: {report.count} acts. Last fingerprint, keep it elsewhere:\n{report.head}",
        )
    )
    return Exit.FINE


def _explain(report: ChainReport, lang: Lang) -> str:
    from tiendo.server.audit.data import ChainFault

    number = report.broken_at
    sentences = {
        ChainFault.CHANGED: (
            f"Hoạt động số {number} đã bị sửa: nội dung không còn khớp dấu vân tay.",
            f"Act {number} was changed: it no longer fits its fingerprint.",
        ),
        ChainFault.MOVED: (
            f"Hoạt động số {number} không nối tiếp dòng trước: có dòng bị đổi chỗ, chèn vào hoặc thay thế.",
            f"Act {number} does not follow the one before: something was moved, put in or replaced.",
        ),
        ChainFault.GAP: (
            f"Thiếu hoạt động số {number}: đã bị lấy ra khỏi sổ.",
            f"Act {number} is missing: it was taken out.",
        ),
        ChainFault.CUT: (
            f"Sổ bị cắt đuôi: thiếu từ hoạt động số {number}.",
            f"The end was cut off: acts are missing from number {number} on.",
        ),
        ChainFault.FORGED_HEAD: (
            f"Dấu vân tay cuối không khớp hoạt động số {number}: có người đã ghi vào sổ ngoài chương trình.",
            f"The last fingerprint does not fit act {number}: somebody wrote into the record around the program.",
        ),
        ChainFault.UNKNOWN_HEAD: (
            "Dấu vân tay đã cất không có trong sổ: phần cuối đã bị cắt và ghi lại, hoặc đây là sổ khác.",
            "The fingerprint that was kept is not in the record: its end was written anew, or it is another record.",
        ),
    }
    if report.fault is None:
        raise ValueError("a record that is whole needs no explanation")
    return say(lang, *sentences[report.fault])
