# SPDX-License-Identifier: Apache-2.0
"""``tiendo load``: packs of units, indicators and targets into the installation."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.output import complain
from tiendo.cli.server.ground import bring_up_to_date, make_progress, open_installation
from tiendo.cli.speech import say
from tiendo.render.lang import Lang


def load(folders: Sequence[str], lang: Lang) -> Exit:
    """Loads packs; a pack with a fault loads nothing and every fault is told with its file and line.

    Raises:
        NotReadyError: a fault in a pack, or the installation is not safe.
    """
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.accounts.data import Scope
    from tiendo.server.project.loading import load_packs
    from tiendo.server.support.packs import PackError
    from tiendo.server.support.refusals import Refusal

    words = {"read": ("Đọc gói", "Reading"), "units": ("Đơn vị", "Units"), "changes": ("Thay đổi", "Changes")}

    def progress(step: str, done: int, total: int) -> None:
        vi, en = words.get(step, (step, step))
        make_progress(say(lang, vi, en))(done, total)

    try:
        for loaded in load_packs(
            [Path(folder) for folder in folders], scope=Scope.system("tiendo load"), progress=progress
        ):
            state = (
                say(lang, "đã có từ trước", "was there already")
                if loaded.is_unchanged
                else say(lang, "đã nạp", "loaded")
            )
            print(f"{loaded.title}: {loaded.count} ({state})")  # noqa: T201
            for line, code in loaded.unplaced:
                complain(
                    say(
                        lang,
                        f"changes.csv:{line}: hôm đó không có đơn vị nào mang mã {code}; dòng này bị bỏ qua.",
                        f"changes.csv:{line}: no unit bore the code {code} that day; the line was left out.",
                    )
                )
    except PackError as error:
        raise NotReadyError("\n        ".join(str(fault) for fault in error.faults)) from error
    except Refusal as refusal:
        raise NotReadyError(str(refusal.sentence)) from refusal
    return Exit.FINE
