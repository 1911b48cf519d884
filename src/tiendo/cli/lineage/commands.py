# SPDX-License-Identifier: Apache-2.0
"""Options and help of ``tiendo units`` and ``tiendo restate``. Not here: what they do."""
# ruff: noqa: PLC0415 - CONFIG: commands are imported when they run

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tiendo.cli.helptext import Group, Leaf
from tiendo.cli.speech import Language, find_language


class GivenLevel(StrEnum):
    """Levels as they are typed; those of ``lineage.Level`` that a code can name."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class GivenBasis(StrEnum):
    """Bases as they are typed; the same as ``lineage.Basis``, which is loaded later."""

    POPULATION = "population"
    AREA = "area"
    HOUSEHOLDS = "households"
    PRINCIPAL = "principal"


class ListFormat(StrEnum):
    """What ``tiendo units on`` can write."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class LifeFormat(StrEnum):
    """What ``tiendo units history`` can write."""

    TEXT = "text"
    JSON = "json"


Pack = Annotated[
    str | None, typer.Option("--pack", metavar="FOLDER", help="Gói đơn vị khác; mặc định: gói cả nước kèm theo.")
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Ghi kết quả vào tệp này.")]

units = typer.Typer(
    cls=Group, rich_markup_mode=None, no_args_is_help=True, help="Xem đơn vị hành chính theo thời gian."
)


@units.command(
    "on",
    cls=Leaf,
    short_help="Bản đồ đơn vị của một ngày.",
    help="Liệt kê các đơn vị có hiệu lực trong một ngày; mã chỉ có nghĩa khi đi cùng ngày.",
)
def _on(  # noqa: PLR0913 (one parameter for each option of the command)
    context: typer.Context,
    *,
    day: Annotated[str, typer.Argument(metavar="DATE", help="Ngày, ví dụ 2025-07-01 hoặc 1/7/2025.")],
    code: Annotated[str | None, typer.Option("--code", metavar="CODE", help="Chỉ đơn vị mang mã này.")] = None,
    level: Annotated[GivenLevel | None, typer.Option("--level", help="Chỉ các đơn vị của cấp này.")] = None,
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="Dạng kết quả.")] = ListFormat.TABLE,
    output: Output = None,
    pack: Pack = None,
    lang: Language = None,
) -> None:
    from tiendo.cli.lineage.listing import Request, list_units

    request = Request(day, code, level, form, output, pack, find_language(context, lang))
    raise typer.Exit(list_units(request))


@units.command(
    "history",
    cls=Leaf,
    short_help="Một đơn vị từ đâu ra, thành đơn vị nào.",
    help="Kể một đơn vị đã được lập từ những đơn vị nào và về sau thành những đơn vị nào, theo văn bản nào.",
)
def _history(
    context: typer.Context,
    *,
    unit: Annotated[str, typer.Argument(metavar="CODE@DATE", help="Mã và ngày, ví dụ 27301@2025-07-01.")],
    form: Annotated[LifeFormat, typer.Option("--format", "-f", help="Dạng kết quả.")] = LifeFormat.TEXT,
    output: Output = None,
    pack: Pack = None,
    lang: Language = None,
) -> None:
    from tiendo.cli.lineage.living import Request, tell_life

    raise typer.Exit(tell_life(Request(unit, form, output, pack, find_language(context, lang))))


def restate(  # noqa: PLR0913 (one parameter for each option of the command)
    context: typer.Context,
    *,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Tệp .csv hoặc .parquet có cột unit_code, indicator, period, value.")
    ],
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Ngày của bản đồ mà mã đơn vị trong tệp thuộc về.")
    ],
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Ngày của bản đồ cần đưa về.")],
    basis: Annotated[
        list[GivenBasis] | None,
        typer.Option(
            "--basis",
            help="Căn cứ chia đơn vị bị tách; ghi nhiều lần theo thứ tự ưu tiên. principal: coi đơn vị kế thừa chính "
            "là toàn bộ.",
        ),
    ] = None,
    level: Annotated[GivenLevel | None, typer.Option("--level", help="Cộng lên hoặc đưa xuống cấp này.")] = None,
    ratio: Annotated[
        list[str] | None,
        typer.Option("--ratio", metavar="INDICATOR", help="Số liệu này là tỷ lệ, không cộng được; ghi nhiều lần."),
    ] = None,
    output: Output = None,
    pack: Pack = None,
    lang: Language = None,
) -> None:
    """Puts figures on another map."""
    from tiendo.cli.lineage.restating import Request
    from tiendo.cli.lineage.restating import restate as restate_file

    days, bases = (start, end), tuple(one.value for one in basis or ())
    request = Request(file, days, bases, level, frozenset(ratio or ()), output, pack, find_language(context, lang))
    raise typer.Exit(restate_file(request))


def add_commands(app: typer.Typer) -> None:
    """Puts the commands behind those of the reader."""
    app.add_typer(units, name="units")
    app.command(
        "restate",
        cls=Leaf,
        short_help="Đưa số liệu về bản đồ đơn vị của một ngày khác.",
        help="Đưa số liệu theo đơn vị của một ngày về bản đồ của ngày khác: chính xác, ước tính theo căn cứ, hoặc từ "
        "chối kèm lý do; không số nào bị mất.",
    )(restate)
