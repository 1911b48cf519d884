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


def show(wish: Wish, *, is_served: bool, is_country: bool = False) -> Exit:
    """Prepares the demonstration, prints who can sign in and what to look at, and serves it.

    Args:
        is_country: the whole country and the figures of a city instead of the papers of four districts.

    Raises:
        NotReadyError: packs or sample are not with this program, or the port is taken.
    """
    os.environ.setdefault("TIENDO_MODE", "demo")
    open_installation(wish.lang)
    bring_up_to_date(wish.lang)
    from tiendo.server.project.demonstration.country import list_sights, prepare_country
    from tiendo.server.project.demonstration.districts import prepare
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
    make = prepare_country if is_country else prepare
    for account in make(packs, sample, lambda step, done, total: _tell(step, done, total, wish.lang)):
        print(f"  {account.name:<12} {account.password}   {account.full_name} ({account.role})")  # noqa: T201
    for sight in list_sights() if is_country else ():
        print(f"  http://{wish.host}:{wish.port}{sight.address}\n      {say(wish.lang, sight.vi, sight.en)}")  # noqa: T201
    return serve_pages(wish) if is_served else Exit.FINE


def _tell(step: str, done: int, total: int, lang: Lang) -> None:
    vi, en = {
        "packs": ("Nạp gói đơn vị, chỉ tiêu", "Loading packs of units, indicators and targets"),
        "figures": ("Nhập số liệu tự đặt của Thành phố Hồ Chí Minh", "Importing invented figures of Ho Chi Minh City"),
        "targets": (
            "Nạp và đánh giá chỉ tiêu tự đặt của các xã, phường",
            "Loading and judging the communes' targets",
        ),
        "papers": ("Nhận, đọc, soát, duyệt văn bản của một quận", "Receiving, reading, auditing, accepting papers"),
    }[step]
    complain(f"[{done + 1}/{total}] {say(lang, vi, en)}")
