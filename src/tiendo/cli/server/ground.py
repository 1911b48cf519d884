# SPDX-License-Identifier: Apache-2.0
"""What every command of an installation needs first: Django with our settings, checks, the database up to date."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

import importlib.util
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tiendo.cli.exits import NotReadyError
from tiendo.cli.output import complain
from tiendo.cli.speech import say
from tiendo.render.lang import Lang

_SETTINGS = "tiendo.server.project.settings"


def open_installation(lang: Lang) -> None:
    """Sets Django up and asks the checks; warnings are told, errors end the command.

    Raises:
        NotReadyError: the server extra is not installed, or a check says that the installation is not safe.
    """
    if importlib.util.find_spec("django") is None:
        raise NotReadyError(
            say(
                lang,
                "Bản cài này chỉ đọc và soát văn bản; để mở trang hãy cài thêm: pip install 'tiendo[server]'",
                "This installation only reads and checks; to serve pages install: pip install 'tiendo[server]'",
            )
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    _make_data_folder(lang)
    import django
    from django.utils import translation

    django.setup()
    translation.activate(lang.value)
    _ask_checks()


def _make_data_folder(lang: Lang) -> None:
    from tiendo.server.project.databases import describe_database
    from tiendo.server.project.environment import read_environment

    try:
        environment = read_environment()
        data = environment.data
        describe_database(environment)
    except ValueError as error:
        raise NotReadyError(
            say(
                lang,
                f"Biến môi trường TIENDO_… có giá trị không hợp lệ ({error}); xem docs/reference/settings.md.",
                f"A TIENDO_… environment variable has a wrong value ({error}); see docs/reference/settings.md.",
            )
        ) from error
    except OSError as error:
        raise NotReadyError(_cannot_make(error.filename, lang)) from error
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotReadyError(_cannot_make(data, lang)) from error


def _cannot_make(path: object, lang: Lang) -> str:
    return say(
        lang,
        f"Không tạo được thư mục dữ liệu {path}; hãy đặt TIENDO_DATA vào nơi ghi được.",
        f"The data folder {path} cannot be made; set TIENDO_DATA to a place that can be written.",
    )


def _ask_checks() -> None:
    from django.core.checks import ERROR, run_checks

    found = [message for message in run_checks() if not message.is_silenced()]
    errors = [f"{message.msg} ({message.id})" for message in found if message.level >= ERROR]
    if errors:
        raise NotReadyError("\n        ".join(errors))
    for message in found:
        complain(f"tiendo: {message.msg} ({message.id})")


def bring_up_to_date(lang: Lang) -> None:
    """Brings the database to the state of the program, one process at a time, and says how far it is.

    Raises:
        NotReadyError: the database does not answer.
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise NotReadyError(
            say(
                lang,
                f"Cơ sở dữ liệu không trả lời ({_one_line(error)}); hãy xem nó đang chạy chưa và TIENDO_DATABASE.",
                f"The database does not answer ({_one_line(error)}); see whether it runs, and TIENDO_DATABASE.",
            )
        ) from error
    with _alone(settings.ENVIRONMENT.data / "migrate.lock"):
        executor = MigrationExecutor(connection)
        steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if steps:
            words = say(lang, "Chuẩn bị cơ sở dữ liệu", "Preparing the database")
            call_command("migrate", verbosity=1, no_color=True, stdout=_Counter(words, steps))
            _tell_progress(words, steps, steps)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


class _Counter(io.StringIO):
    """Reads what Django says while it migrates, and counts the steps."""

    def __init__(self, words: str, total: int) -> None:
        super().__init__()
        self._words, self._total, self._done = words, total, 0

    def write(self, text: str) -> int:
        """Takes a piece of what is said."""
        if " OK" in text:
            self._done += 1
            _tell_progress(self._words, self._done, self._total)
        return len(text)


def make_progress(words: str) -> Callable[[int, int], None]:
    """A function that shows how far something is, on a terminal only."""
    return lambda done, total: _tell_progress(words, done, total)


def _tell_progress(words: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r{words}: {done}/{total}{end}")
        sys.stderr.flush()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Waits until no other process of this machine prepares the database."""
    with path.open("a") as file:
        if os.name == "posix":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
