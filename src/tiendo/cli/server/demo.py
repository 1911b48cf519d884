# SPDX-License-Identifier: Apache-2.0
"""``tiendo demo``: an installation of its own with the sample's story, served at once."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

import os

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.output import complain
from tiendo.cli.server.ground import bring_up_to_date, open_installation
from tiendo.cli.server.serving import Wish, serve_pages
from tiendo.cli.speech import say
from tiendo.render.lang import Lang


def show(wish: Wish, *, is_served: bool) -> Exit:
    """Prepares the demonstration, prints who can sign in, and serves it.

    Raises:
        NotReadyError: packs or sample are not with this program, or the port is taken.
    """
    os.environ.setdefault("TIENDO_MODE", "demo")
    open_installation(wish.lang)
    bring_up_to_date(wish.lang)
    from tiendo.server.project.demonstration import prepare
    from tiendo.server.project.share import find_share

    packs, sample = find_share("packs"), find_share("sample")
    if packs is None or sample is None:
        raise NotReadyError(
            say(
                wish.lang,
                "Bản cài này không kèm dữ liệu mẫu; hãy chạy từ kho mã nguồn (make demo).",
                "This installation has no sample with it; run it from the repository (make demo).",
            )
        )
    for account in prepare(packs, sample, lambda step, done, total: _tell(step, done, total, wish.lang)):
        print(f"  {account.name:<12} {account.password}   {account.full_name} ({account.role})")  # noqa: T201
    return serve_pages(wish) if is_served else Exit.FINE


def _tell(step: str, done: int, total: int, lang: Lang) -> None:
    vi, en = {
        "packs": ("Nạp gói đơn vị, chỉ tiêu", "Loading packs of units, indicators and targets"),
        "papers": ("Nhận, đọc, soát, duyệt văn bản của một quận", "Receiving, reading, auditing, accepting papers"),
    }[step]
    complain(f"[{done + 1}/{total}] {say(lang, vi, en)}")
