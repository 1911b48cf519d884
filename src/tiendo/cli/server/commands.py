# SPDX-License-Identifier: Apache-2.0
"""Options and help of the commands of an installation. Not here: what they do."""
# ruff: noqa: PLC0415 - CONFIG: commands are imported when they run

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tiendo.cli.helptext import Group, Leaf
from tiendo.cli.speech import Language, find_language

_PORTS = 65_535


class GivenRole(StrEnum):
    """Roles as they are typed; the same as ``accounts.data.Role``, which stands behind Django."""

    READER = "reader"
    SPECIALIST = "specialist"
    OFFICE = "office"
    ADMINISTRATOR = "administrator"


class GivenNumbers(StrEnum):
    """How numbers are written, as it is typed; the same as ``figures.reading.Numbers``, which stands behind Django."""

    VIETNAMESE = "vi"
    PLAIN = "plain"


user = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="Tạo tài khoản.")
audit = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, help="Kiểm tra sổ ghi hoạt động.")


def serve(
    context: typer.Context,
    *,
    host: Annotated[
        str, typer.Option("--host", help="Địa chỉ mạng để mở trang; 0.0.0.0 là mọi địa chỉ.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=_PORTS, help="Cổng.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Số tiến trình phục vụ trang.")] = 1,
    no_jobs: Annotated[bool, typer.Option("--no-jobs", help="Không chạy việc nền ở đây (xem tiendo jobs).")] = False,
    lang: Language = None,
) -> None:
    """Serves the pages."""
    from tiendo.cli.server.serving import Wish, serve_pages

    wish = Wish(host, port, workers, not no_jobs, find_language(context, lang))
    raise typer.Exit(serve_pages(wish))


def load(
    context: typer.Context,
    *,
    packs: Annotated[list[str], typer.Argument(metavar="PACK...", help="Thư mục có tệp pack.yaml.")],
    lang: Language = None,
) -> None:
    """Loads packs."""
    from tiendo.cli.server.loading import load as load_all

    raise typer.Exit(load_all(packs, find_language(context, lang)))


def import_(
    context: typer.Context,
    *,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Tệp .csv, .xlsx, .xls hoặc .ods, mỗi dòng một số liệu.")
    ],
    numbers: Annotated[
        GivenNumbers | None,
        typer.Option("--numbers", help="Cách viết số: vi là 1.234,5; plain là 1234.5; mặc định: tự nhận ra."),
    ] = None,
    lang: Language = None,
) -> None:
    """Imports figures."""
    from tiendo.cli.server.importing import import_files

    raise typer.Exit(import_files(files, "" if numbers is None else numbers.value, find_language(context, lang)))


def rebuild(
    context: typer.Context,
    *,
    anew: Annotated[bool, typer.Option("--anew", help="Làm lại từ đầu, kể cả khi lần trước dừng giữa chừng.")] = False,
    lang: Language = None,
) -> None:
    """Judges all targets anew."""
    from tiendo.cli.server.rebuilding import rebuild as rebuild_all

    raise typer.Exit(rebuild_all(find_language(context, lang), is_anew=anew))


def move(
    context: typer.Context,
    *,
    to: Annotated[str, typer.Option("--to", metavar="URL", help="Cơ sở dữ liệu PostgreSQL còn trống.")],
    lang: Language = None,
) -> None:
    """Moves the installation."""
    from tiendo.cli.server.moving import move as move_all

    raise typer.Exit(move_all(to, find_language(context, lang)))


def demo(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", help="Địa chỉ mạng để mở trang.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=_PORTS, help="Cổng.")] = 8000,
    country: Annotated[
        bool, typer.Option("--country", help="Cả nước và số liệu tự đặt của một thành phố, thay cho bốn quận.")
    ] = False,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Chỉ chuẩn bị dữ liệu, không mở trang.")] = False,
    lang: Language = None,
) -> None:
    """Shows the demonstration."""
    from tiendo.cli.server.demo import show
    from tiendo.cli.server.serving import Wish

    wish = Wish(host, port, 1, True, find_language(context, lang))
    raise typer.Exit(show(wish, is_served=not no_serve, is_country=country))


def jobs(context: typer.Context, lang: Language = None) -> None:
    """Runs jobs alone."""
    from tiendo.cli.server.serving import run_jobs

    raise typer.Exit(run_jobs(find_language(context, lang)))


@user.command(
    "add",
    cls=Leaf,
    short_help="Tạo tài khoản, in mật khẩu dùng một lần.",
    help="Tạo một tài khoản và in mật khẩu dùng một lần; người dùng phải đổi khi đăng nhập lần đầu.",
)
def _add(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Tên đăng nhập.")],
    role: Annotated[GivenRole, typer.Option("--role", help="Vai trò.")],
    unit: Annotated[
        str, typer.Option("--unit", help="Mã hoặc tên đơn vị; bỏ trống: cả hệ thống.", metavar="UNIT")
    ] = "",
    full_name: Annotated[
        str, typer.Option("--full-name", metavar="TEXT", help="Họ và tên; mặc định: tên đăng nhập.")
    ] = "",
    lang: Language = None,
) -> None:
    from tiendo.cli.server.people import Person, add_person

    person = Person(name, full_name or name, role.value, unit)
    raise typer.Exit(add_person(person, find_language(context, lang)))


@audit.command(
    "verify",
    cls=Leaf,
    short_help="Soát cả sổ ghi xem có bị sửa không.",
    help="Đi dọc cả sổ ghi hoạt động xem có dòng nào bị sửa, xóa, chèn hay đổi chỗ; in dấu vân tay cuối để cất ở nơi "
    "khác.",
)
def _verify(
    context: typer.Context,
    *,
    head: Annotated[
        str, typer.Option("--head", metavar="HASH", help="Dấu vân tay đã cất lần trước; sổ phải chứa nó.")
    ] = "",
    lang: Language = None,
) -> None:
    from tiendo.cli.server.record import verify

    raise typer.Exit(verify(head, find_language(context, lang)))


def add_commands(app: typer.Typer) -> None:
    """Puts the commands behind those of the reader."""
    app.command(
        "serve",
        cls=Leaf,
        short_help="Mở trang cho mọi người trong cơ quan.",
        help="Chuẩn bị cơ sở dữ liệu, mở trang và chạy việc nền; dừng bằng Ctrl-C.",
    )(serve)
    app.command(
        "demo",
        cls=Leaf,
        short_help="Mở bản dùng thử với dữ liệu mẫu.",
        help="Dựng một bản dùng thử trong TIENDO_DATA với dữ liệu mẫu, in tài khoản và mật khẩu, rồi mở trang.",
    )(demo)
    app.command(
        "load",
        cls=Leaf,
        short_help="Nạp gói đơn vị, số liệu, chỉ tiêu.",
        help="Nạp các gói (đơn vị, danh mục số liệu, chỉ tiêu); gói có lỗi thì không nạp gì và chỉ rõ tệp, dòng.",
    )(load)
    app.command(
        "import",
        cls=Leaf,
        short_help="Nhập tệp số liệu, mỗi dòng một số.",
        help="Nhập số liệu từ tệp CSV hoặc Excel; tệp có lỗi thì không nhập gì và chỉ rõ từng dòng.",
    )(import_)
    app.command(
        "rebuild",
        cls=Leaf,
        short_help="Đánh giá lại mọi chỉ tiêu đã lưu.",
        help="Đánh giá lại mọi chỉ tiêu đã lưu, từng phần, khi trang vẫn mở; lần chạy bị dừng thì lần sau làm tiếp.",
    )(rebuild)
    app.command(
        "move",
        cls=Leaf,
        short_help="Chuyển cả hệ thống từ SQLite sang PostgreSQL.",
        help="Chép cả hệ thống từ SQLite sang một cơ sở dữ liệu PostgreSQL còn trống, so số dòng và dấu vân tay từng "
        "bảng, soát sổ ghi; chỉ cần lệch một chỗ thì không chép gì.",
    )(move)
    app.command("jobs", cls=Leaf, help="Chỉ chạy việc nền, không mở trang.")(jobs)
    app.add_typer(user, name="user")
    app.add_typer(audit, name="audit")
