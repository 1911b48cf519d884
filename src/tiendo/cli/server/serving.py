# SPDX-License-Identifier: Apache-2.0
"""``tiendo serve`` and ``tiendo jobs``: the installation is prepared here and run by ``server.project.serving``."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from dataclasses import dataclass

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.output import complain
from tiendo.cli.server.ground import bring_up_to_date, open_installation
from tiendo.cli.speech import say
from tiendo.render.lang import Lang


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed."""

    host: str
    port: int
    workers: int
    has_jobs: bool
    lang: Lang


def serve_pages(wish: Wish) -> Exit:
    """Prepares the installation, then serves until it is told to stop.

    Raises:
        NotReadyError: unsafe settings, a port that is taken, or a process that dies again and again.
    """
    open_installation(wish.lang)
    bring_up_to_date(wish.lang)
    from tiendo.server.project.checks import list_advice
    from tiendo.server.project.serving import DyingError, Plan, PortError, run

    for advice in list_advice():
        complain(f"tiendo: {advice.msg} ({advice.id})")
    try:
        run(Plan(wish.host, wish.port, wish.workers, wish.has_jobs), on_ready=lambda url: _announce(url, wish.lang))
    except PortError as error:
        raise NotReadyError(
            say(
                wish.lang,
                f"Không mở được {wish.host}:{wish.port} ({error}); hãy chọn cổng khác bằng --port.",
                f"{wish.host}:{wish.port} cannot be opened ({error}); choose another port with --port.",
            )
        ) from error
    except DyingError as error:
        raise NotReadyError(
            say(
                wish.lang,
                f"Tiến trình “{error}” chết liên tiếp; xem thông báo lỗi ở trên.",
                f"The process “{error}” dies again and again; see the messages above.",
            )
        ) from error
    return Exit.FINE


def _announce(url: str, lang: Lang) -> None:
    words = say(lang, f"Tiến Độ đang mở tại {url} (dừng: Ctrl-C)", f"Tiến Độ is open at {url} (stop: Ctrl-C)")
    print(words, flush=True)  # noqa: T201


def run_jobs(lang: Lang) -> Exit:
    """Runs jobs until told to stop."""
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.jobs.worker import work

    complain(say(lang, "Đang chạy việc nền (dừng: Ctrl-C)", "Running background work (stop: Ctrl-C)"))
    work()
    return Exit.FINE
