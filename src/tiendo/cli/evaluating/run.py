# SPDX-License-Identifier: Apache-2.0
"""``tiendo evaluate``: a file of figures and a file of targets → a file of verdicts.

What is here: options, progress, sentences about bad input. Not here: evaluating (``tiendo.evaluate.bulk``).
"""
# ruff: noqa: PLC0415 - CONFIG: the engines are loaded when one of them runs

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tiendo.cli.exits import Exit, NotReadyError, OutputError, UsageError
from tiendo.cli.lineage.ground import open_atlas, read_day
from tiendo.cli.output import complain
from tiendo.cli.speech import say
from tiendo.evaluate import SCHEMES
from tiendo.evaluate.bulk.columns import OBSERVATIONS, TARGETS, VERDICTS
from tiendo.evaluate.bulk.spans import REGIMES
from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import parse_sdmx, parse_short
from tiendo.lineage import Basis, LineageError
from tiendo.render.lang import Lang

if TYPE_CHECKING:
    from tiendo.evaluate.bulk.engines import Engine
    from tiendo.evaluate.bulk.looking import TableError
    from tiendo.evaluate.bulk.maps import Ground
    from tiendo.evaluate.bulk.running import Summary, Wish

#: Figures of the year before are beside those of a span; a month of another regime ends later.
_YEAR, _MONTH = timedelta(days=366), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class OtherMapWish:
    """On the map of which day verdicts are asked for, if on another than the figures'.

    Attributes:
        bases: by which divided units are apportioned.
        pack: the folder of units; None: the whole country.
    """

    day: str | None = None
    bases: tuple[str, ...] = ()
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    observations: str | None
    targets: str | None
    as_of: str | None
    out: str | None
    engine: str
    scheme: str
    regime: str
    master: str
    other_map: OtherMapWish
    lang: Lang


def show_schema(lang: Lang) -> Exit:
    """Prints the columns of the three tables."""
    for title, columns in (("observations", OBSERVATIONS), ("targets", TARGETS), ("verdicts", VERDICTS)):
        print(f"{title}:")  # noqa: T201
        for column in columns:
            needed = say(lang, " [bắt buộc]", " [needed]") if column.is_needed else ""
            unit = f" ({column.unit})" if column.unit else ""
            print(f"  {column.name:<22} {column.kind.value:<10} {column.meaning}{unit}{needed}")  # noqa: T201
    return Exit.FINE


def evaluate(request: Request) -> Exit:
    """Evaluates, writes the file, says what was done.

    Raises:
        UsageError: an option is missing or is no period.
        NotReadyError: the engine is not installed.
        OutputError: the result cannot be written.
    """
    lang = request.lang
    observations, targets, out = (_required(request, name) for name in ("observations", "targets", "out"))
    as_of = _period(request)
    unread = [path for path in (observations, targets) if not os.path.isfile(path)]
    if unread:
        complain(f"tiendo: {unread[0]}: {say(lang, 'không có tệp này; hãy xem lại tên.', 'no such file.')}")
        return Exit.UNREAD
    if os.path.isdir(out) or not os.path.isdir(os.path.dirname(os.path.abspath(out))):
        raise OutputError(say(lang, f"Không ghi được {out}; hãy ghi tên tệp trong một thư mục có sẵn.",
                              f"{out} cannot be written; name a file in a folder that exists."))  # fmt: skip
    with _installed(request):
        from tiendo.evaluate.bulk.looking import TableError
        from tiendo.evaluate.bulk.running import Wish, evaluate_files

        engine = _open(request)
    wish = Wish(observations, targets, out, as_of, SCHEMES[request.scheme], request.engine != "reference")
    try:
        with _bar(lang) as tell, _read(wish.observations, wish.targets):
            summary = evaluate_files(replace(wish, ground=_find_ground(wish, request)), engine, tell)
    except TableError as error:
        complain(f"tiendo: {_explain(error, request)}")
        return Exit.UNREAD
    except UnreadableError as error:
        complain(f"tiendo: {error}: {say(lang, 'không phải tệp Parquet đọc được.', 'no readable Parquet file.')}")
        return Exit.UNREAD
    except OSError as error:
        raise OutputError(_unwritten(out, error, lang)) from error
    _tell(summary, request)
    return Exit.FINE


def _find_ground(wish: Wish, request: Request) -> Ground | None:
    """The map that is asked for.

    Raises:
        UsageError: no day, no pack, or a plan's unit is not on that map.
    """
    asked, lang = request.other_map, request.lang
    if asked.day is None:
        if asked.bases or asked.pack:
            raise UsageError(say(lang, "--basis và --pack chỉ dùng cùng --restate-to.",
                                 "--basis and --pack belong to --restate-to."))  # fmt: skip
        return None
    from pyarrow.compute import min as find_least
    from pyarrow.parquet import read_table

    from tiendo.cli.evaluating.ground import OtherMap

    day = read_day(asked.day, lang)
    table = read_table(wish.targets, columns=["unit", "span_first_on"])
    first = find_least(table["span_first_on"]).as_py() or wish.as_of.first_on
    window = (first - _YEAR, wish.as_of.last_on + _MONTH)
    atlas = open_atlas(asked.pack, lang)
    try:
        return OtherMap(atlas, day, table["unit"].unique().to_pylist(), window, [Basis(one) for one in asked.bases])
    except LineageError as error:
        raise UsageError(say(lang, error.message, error.message_en)) from error


class UnreadableError(Exception):
    """The file is no Parquet file; the message is its path."""


def _unwritten(out: str, error: OSError, lang: Lang) -> str:
    reason = error.strerror or str(error)
    return say(
        lang,
        f"Không ghi được {out} ({reason}); hãy kiểm tra chỗ trống trên đĩa.",
        f"Could not write {out} ({reason}); check the space on the disk.",
    )


def _required(request: Request, name: str) -> str:
    given: str | None = getattr(request, name)
    if not given:
        raise UsageError(say(request.lang, f"Thiếu --{name}; hãy ghi thêm.", f"--{name} is missing."))
    return given


def _period(request: Request) -> Period:
    text = request.as_of or ""
    for parse in (parse_short, parse_sdmx):
        try:
            return parse(text, REGIMES[request.regime])
        except PeriodError:
            continue
    raise UsageError(
        say(
            request.lang,
            f"--as-of «{text}» không phải là kỳ; hãy ghi như 2024-Q1, 2024-09 hoặc 2024-01/2024-09.",
            f"--as-of “{text}” is no period; write it like 2024-Q1, 2024-09 or 2024-01/2024-09.",
        )
    )


@contextmanager
def _installed(request: Request) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        extra = "spark" if request.engine == "spark" else "bulk"
        raise NotReadyError(
            say(
                request.lang,
                f"Thiếu phần mở rộng {extra}; hãy cài bằng: pip install 'tiendo[{extra}]'.",
                f"The extra {extra} is missing; install it with: pip install 'tiendo[{extra}]'.",
            )
        ) from error


def _open(request: Request) -> Engine:
    from tiendo.evaluate.bulk.engines import open_duckdb, open_spark

    return open_spark(request.master) if request.engine == "spark" else open_duckdb()


@contextmanager
def _read(*paths: str) -> Iterator[None]:
    """Before anything runs: are these Parquet files at all."""
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import read_schema

    for path in paths:
        try:
            read_schema(path)
        except (ArrowInvalid, OSError) as error:
            raise UnreadableError(path) from error
    yield


@contextmanager
def _bar(lang: Lang) -> Iterator[Callable[[int, int], None]]:
    """A progress bar where somebody watches; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(say(lang, "Đánh giá", "Evaluating"), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _explain(error: TableError, request: Request) -> str:
    path = request.observations if error.table == "observations" else request.targets
    if not error.found:
        return say(
            request.lang,
            f"{path}: thiếu cột {error.column} ({error.wanted}); xem tiendo evaluate --schema.",
            f"{path}: the column {error.column} ({error.wanted}) is missing; see tiendo evaluate --schema.",
        )
    if error.column == "unit" and request.other_map.day:
        return say(
            request.lang,
            f"{path}: ngày {error.wanted} không có đơn vị mang mã {error.found}; cần mã của ngày cuối kỳ số liệu.",
            f"{path}: on {error.wanted} no unit bore the code {error.found}; use that of the last day of the period.",
        )
    return say(
        request.lang,
        f"{path}: cột {error.column} có «{error.found}», cần {error.wanted}; xem tiendo evaluate --schema.",
        f"{path}: column {error.column} holds “{error.found}”, wanted {error.wanted}; see tiendo evaluate --schema.",
    )


def _tell(summary: Summary, request: Request) -> None:
    """One line on standard error: the result is in the file."""
    counts = (summary.verdicts, summary.left, summary.refused, summary.taken_over)
    complain(
        say(
            request.lang,
            "Đã ghi {} kết quả vào {}: {} do máy tham chiếu đánh giá, {} bị từ chối (cột why), {} phần lấy lại từ lần "
            "chạy trước.".format(counts[0], request.out, *counts[1:]),
            "Wrote {} verdicts to {}: {} judged by the reference engine, {} refused (column why), {} parts taken over "
            "from a stopped run.".format(counts[0], request.out, *counts[1:]),
        )
    )
