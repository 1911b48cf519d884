# SPDX-License-Identifier: Apache-2.0
"""``tiendo import``: files of figures into the installation."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.server.ground import bring_up_to_date, make_progress, open_installation
from tiendo.cli.speech import say
from tiendo.kernel.numbers import format_number
from tiendo.render.lang import Lang


def import_files(files: Sequence[str], numbers: str, lang: Lang) -> Exit:
    """Imports files one after the other; one with a fault imports nothing of itself and ends the command.

    Raises:
        NotReadyError: a fault in a file, with its line, or the installation is not safe.
    """
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.accounts.data import Scope
    from tiendo.server.figures.reading import Numbers
    from tiendo.server.figures.services import import_figures
    from tiendo.server.support.packs import PackError

    words = {"read": say(lang, "Đọc dòng", "Reading rows"), "figures": say(lang, "Ghi số liệu", "Writing figures")}
    for name in files:
        try:
            report = import_figures(
                Path(name),
                scope=Scope.system("tiendo import"),
                numbers=Numbers(numbers) if numbers else None,
                progress=lambda step, done, total: make_progress(words[step])(done, total or done + 1),
            )
        except PackError as error:
            raise NotReadyError("\n        ".join(str(fault) for fault in error.faults)) from error
        rows, written, superseded = (format_number(n) for n in (report.rows, report.written, report.superseded))
        print(  # noqa: T201
            say(
                lang,
                f"{name}: {rows} dòng, ghi mới {written}, thay số cũ {superseded}, còn lại đã có từ trước",
                f"{name}: {rows} rows, {written} new, of these {superseded} in place of former ones",
            )
        )
    return Exit.FINE
