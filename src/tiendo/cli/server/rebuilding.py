# SPDX-License-Identifier: Apache-2.0
"""``tiendo rebuild``: every stored target judged anew; the place is kept after each part, so a killed run goes on."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tiendo import __version__
from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.output import complain
from tiendo.cli.server.ground import bring_up_to_date, make_progress, open_installation
from tiendo.cli.speech import say
from tiendo.kernel.numbers import format_number
from tiendo.render.lang import Lang

_PLACE = "rebuild.json"


def rebuild(lang: Lang, *, is_anew: bool) -> Exit:
    """Judges all targets, from where a run of the same program was stopped, and says what is new.

    Raises:
        NotReadyError: the installation is not safe, or another run is at work.
    """
    open_installation(lang)
    bring_up_to_date(lang)
    from django.conf import settings

    from tiendo.server.accounts.data import Scope
    from tiendo.server.targets.services import rebuild_verdicts

    progress = make_progress(say(lang, "Đánh giá lại chỉ tiêu", "Judging targets anew"))
    path = settings.ENVIRONMENT.data / _PLACE
    done = fresh = 0
    with _alone(path.with_suffix(".lock"), lang):
        place = 0 if is_anew else _read_place(path)
        if place:
            complain(say(lang, "Làm tiếp từ chỗ lần trước dừng.", "Going on from where it was stopped."))
        for part in rebuild_verdicts(scope=Scope.system("tiendo rebuild"), after=place):
            done, fresh = part.done, fresh + part.fresh
            _keep_place(path, part.place)
            progress(part.done, part.total)
        path.unlink(missing_ok=True)
    told = format_number(done), format_number(fresh)
    print(  # noqa: T201
        say(
            lang,
            f"Đã đánh giá {told[0]} chỉ tiêu; {told[1]} kết quả khác với kết quả đã lưu.",
            f"{told[0]} targets judged; {told[1]} verdicts differ from those stored before.",
        )
    )
    return Exit.FINE


def _read_place(path: Path) -> int:
    """Where a run stopped; 0 when there was none, or when another version of the program began it."""
    try:
        known = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return 0
    return int(known["after"]) if known.get("version") == __version__ else 0


def _keep_place(path: Path, after: int) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"version": __version__, "after": after}), "utf-8")
    os.replace(fresh, path)


@contextmanager
def _alone(path: Path, lang: Lang) -> Iterator[None]:
    """Refuses a second run on this machine: two would do the same work."""
    with path.open("a") as file:
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise NotReadyError(
                    say(
                        lang,
                        "Một lần đánh giá lại khác đang chạy; hãy đợi nó xong.",
                        "Targets are being judged anew already; wait until that is done.",
                    )
                ) from error
        yield
