# SPDX-License-Identifier: Apache-2.0
"""The commands with their options and help, and how a run ends.

What is here: parsing and dispatch. Not here: what the commands do (``reading``, ``checking``, ``doctor``), which is
imported only when they run. The help is Vietnamese; ``english`` holds its other language.
"""
# ruff: noqa: PLC0415 - CONFIG: commands are imported when they run

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from tiendo import __version__
from tiendo.cli.english import put_into_english
from tiendo.cli.exits import Exit, NotReadyError, OutputError, PipeClosed, UsageError
from tiendo.cli.helptext import Group, Leaf
from tiendo.cli.lineage.commands import GivenBasis, Pack
from tiendo.cli.lineage.commands import add_commands as add_lineage_commands
from tiendo.cli.output import complain
from tiendo.cli.server.commands import add_commands
from tiendo.cli.speech import Language, choose_language, find_language, say
from tiendo.cli.usage import explain
from tiendo.render.lang import Lang

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,  # the rich help costs more than the whole rest of the start
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help="Đọc báo cáo tiếng Việt thành bảng số liệu, và soát từng con số trong đó.",
    epilog="Mã thoát: 0 xong; 1 có lỗi số liệu; 2 gõ sai lệnh; 3 có tệp không đọc được; 4 không ghi được kết quả; "
    "5 không mở được hệ thống.",
)


class ReadFormat(StrEnum):
    """What ``tiendo read`` can write."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


class CheckFormat(StrEnum):
    """What ``tiendo check`` can write."""

    TEXT = "text"
    JSON = "json"


class Media(StrEnum):
    """What standard input can hold."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Tệp .txt .md .html .docx .pdf .xlsx .xls .ods; thư mục (đọc cả thư mục con); mẫu tên như "
        "'bao-cao/*.docx'; - là đầu vào chuẩn.",
    ),
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Ghi kết quả vào tệp này.")]
Stdin = Annotated[Media | None, typer.Option("--media", help="Loại tệp của đầu vào chuẩn (khi đọc -).")]
Jobs = Annotated[
    int | None,
    typer.Option("-j", "--jobs", min=1, metavar="N", help="Số tiến trình; mặc định: mỗi nhân một tiến trình."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Ghi tên các quy tắc đã tìm ra từng mục.")]


@app.callback(invoke_without_command=True)
def _about(
    version: Annotated[bool, typer.Option("--version", help="In số phiên bản rồi thoát.")] = False,
    lang: Language = None,
) -> None:
    if version:
        typer.echo(f"tiendo {__version__}")
        raise typer.Exit


@app.command(
    "read",
    cls=Leaf,
    short_help="Đọc văn bản thành bảng số liệu.",
    help="Đọc văn bản thành số liệu: mỗi con số kèm câu chứa nó, đơn vị, kỳ, loại.",
)
def _read(  # noqa: PLR0913 (one parameter for each option of the command)
    context: typer.Context,
    *,
    files: Files,
    form: Annotated[
        ReadFormat | None,
        typer.Option("--format", "-f", help="Dạng kết quả; mặc định theo đuôi của tệp -o, nếu không có thì là table."),
    ] = None,
    output: Output = None,
    explain: Explain = False,
    media: Stdin = None,
    jobs: Jobs = None,
    lang: Language = None,
) -> None:
    from tiendo.cli.reading import Request, read

    request = Request(tuple(files), form, output, explain, media, jobs, find_language(context, lang))
    raise typer.Exit(read(request))


@app.command(
    "check",
    cls=Leaf,
    short_help="Soát xem số nào không khớp, vì sao.",
    help="Soát số: tỷ lệ, tổng, phép đếm, mức tăng nào không khớp, và số nào thì khớp.",
)
def _check(  # noqa: PLR0913 (one parameter for each option of the command)
    context: typer.Context,
    *,
    files: Files,
    form: Annotated[CheckFormat, typer.Option("--format", "-f", help="Dạng kết quả.")] = CheckFormat.TEXT,
    output: Output = None,
    comments: Annotated[
        str | None,
        typer.Option(
            "--comments",
            metavar="FILE",
            help="Ghi lại văn bản kèm ghi chú đúng chỗ: .docx (ghi chú của Word) hoặc .html; nhiều tệp: tên một "
            "thư mục.",
        ),
    ] = None,
    explain: Explain = False,
    media: Stdin = None,
    jobs: Jobs = None,
    lang: Language = None,
) -> None:
    from tiendo.cli.checking import Request, check

    request = Request(tuple(files), form, output, comments, explain, media, jobs, find_language(context, lang))
    raise typer.Exit(check(request))


class GivenEngine(StrEnum):
    """What can evaluate a file of targets."""

    REFERENCE = "reference"
    DUCKDB = "duckdb"
    SPARK = "spark"


class GivenRegime(StrEnum):
    """On which day the months of a report begin."""

    CALENDAR = "calendar"
    ADMINISTRATIVE = "administrative"


class GivenScheme(StrEnum):
    """The classifications that are shipped."""

    STANDARD = "standard"
    DONE_OR_ABOVE_80 = "done_or_above_80"
    DONE_TRACK_PARTLY = "done_track_partly"


@app.command(
    "evaluate",
    cls=Leaf,
    short_help="Đánh giá cả bảng chỉ tiêu một lượt.",
    help="Đánh giá mọi chỉ tiêu của một tệp Parquet theo số liệu của một tệp Parquet khác; chạy lại thì làm tiếp phần "
    "còn dở.",
)
def _evaluate(  # noqa: PLR0913 (one parameter for each option of the command)
    context: typer.Context,
    *,
    observations: Annotated[
        str | None, typer.Option("--observations", metavar="FILE", help="Tệp Parquet chứa số liệu.")
    ] = None,
    targets: Annotated[str | None, typer.Option("--targets", metavar="FILE", help="Tệp Parquet chứa chỉ tiêu.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="PERIOD", help="Kỳ báo cáo: 2024-Q1, 2024-09, 2024-01/2024-09.")
    ] = None,
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help="Ghi kết quả vào tệp Parquet này.")] = None,
    engine: Annotated[GivenEngine, typer.Option("--engine", help="Máy tính toán.")] = GivenEngine.DUCKDB,
    scheme: Annotated[GivenScheme, typer.Option("--scheme", help="Cách phân loại.")] = GivenScheme.STANDARD,
    regime: Annotated[
        GivenRegime, typer.Option("--regime", help="Chế độ kỳ báo cáo của --as-of.")
    ] = GivenRegime.CALENDAR,
    master: Annotated[
        str, typer.Option("--master", metavar="ADDRESS", help="Cụm Spark: local[2], spark://máy:7077, yarn.")
    ] = "local[*]",
    restate_to: Annotated[
        str | None,
        typer.Option(
            "--restate-to", metavar="DATE", help="Đưa số liệu về bản đồ đơn vị của ngày này; cột unit là mã đơn vị."
        ),
    ] = None,
    basis: Annotated[
        list[GivenBasis] | None,
        typer.Option("--basis", help="Căn cứ chia đơn vị bị tách, như ở tiendo restate; dùng cùng --restate-to."),
    ] = None,
    pack: Pack = None,
    schema: Annotated[bool, typer.Option("--schema", help="In các cột của ba bảng rồi thoát.")] = False,
    lang: Language = None,
) -> None:
    from tiendo.cli.evaluating.run import OtherMapWish, Request, evaluate, show_schema

    chosen = find_language(context, lang)
    if schema:
        raise typer.Exit(show_schema(chosen))
    other_map = OtherMapWish(restate_to, tuple(one.value for one in basis or ()), pack)
    codes = (engine.value, scheme.value, regime.value, master)
    raise typer.Exit(evaluate(Request(observations, targets, as_of, out, *codes, other_map, chosen)))


@app.command("doctor", cls=Leaf, help="Xem máy này có gì, còn thiếu gì, và cài thế nào.")
def _doctor(context: typer.Context, lang: Language = None) -> None:
    from tiendo.cli.doctor import examine

    raise typer.Exit(examine(find_language(context, lang)))


add_lineage_commands(app)
add_commands(app)


def run(arguments: Sequence[str] | None = None) -> int:
    """Parse and run; every way to end is one exit status and at most one sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = choose_language(given)
    command = typer.main.get_command(app)
    if lang is Lang.EN:
        put_into_english(command)
    try:
        status = command.main(given, prog_name="tiendo", standalone_mode=False)
        if status == Exit.INTERRUPTED:  # the parser has turned Ctrl-C into a status
            complain(say(lang, "Đã dừng theo yêu cầu.", "Stopped as asked."))
        return int(status or Exit.FINE)
    except UsageError as error:
        complain(f"tiendo: {error}")
        return Exit.USAGE
    except NotReadyError as error:
        complain(f"tiendo: {error}")
        return Exit.NOT_READY
    except OutputError as error:
        complain(f"tiendo: {error}")
        return Exit.UNWRITTEN
    except typer.TyperException as error:
        complain(explain(error, lang))
        return Exit.USAGE
    except PipeClosed:
        # what is left in the buffer has nobody to go to; without this Python complains while it closes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.BROKEN_PIPE
