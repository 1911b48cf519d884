# SPDX-License-Identifier: Apache-2.0
"""The pack of units and the days that the commands about units work with. Not here: what they do with them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tiendo.cli.exits import UsageError
from tiendo.cli.output import complain
from tiendo.cli.speech import say
from tiendo.kernel.dates import DateError, parse_date
from tiendo.lineage import Atlas, Language, Level, UnitVersion, read_pack
from tiendo.render.lang import Lang
from tiendo.server.project.share import find_share  # loads nothing of Django

_PACK = "units-viet-nam"
_MOST_FAULTS = 20
LEVELS = {
    Level.COUNTRY: ("quốc gia", "country"),
    Level.PROVINCE: ("tỉnh", "province"),
    Level.DISTRICT: ("huyện", "district"),
    Level.COMMUNE: ("xã", "commune"),
    Level.RESIDENTIAL: ("khu phố", "residential"),
}


def open_atlas(pack: str | None, lang: Lang) -> Atlas:
    """The units of a pack, or of the whole country; what could not be placed is told.

    Raises:
        UsageError: there is no such pack.
    """
    folder = _find_folder(pack, lang)
    try:
        atlas, faults = read_pack(folder)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            say(
                lang,
                f"Không đọc được gói đơn vị {folder} ({error}); cần tệp units.csv, mã UTF-8.",
                f"The pack of units {folder} cannot be read ({error}); it needs a file units.csv in UTF-8.",
            )
        ) from error
    for fault in faults[:_MOST_FAULTS]:
        complain(f"{fault.file}:{fault.line}: {say(lang, fault.message, fault.message_en)}")
    tell_rest(len(faults) - _MOST_FAULTS, lang)
    return atlas


def tell_rest(count: int, lang: Lang) -> None:
    """Says that there are more faults than were told."""
    if count > 0:
        complain(say(lang, f"… và {count} lỗi nữa.", f"… and {count} more faults."))


def _find_folder(pack: str | None, lang: Lang) -> Path:
    if pack is not None:
        return Path(pack)
    packs = find_share("packs")
    if packs is None or not (packs / _PACK).is_dir():
        raise UsageError(
            say(
                lang,
                "Bản cài đặt này không có gói đơn vị cả nước; hãy chỉ gói bằng --pack.",
                "This installation has no pack of the country; name one with --pack.",
            )
        )
    return packs / _PACK


def read_day(text: str, lang: Lang) -> date:
    """A day as it is typed: 2025-07-01, 1/7/2025.

    Raises:
        UsageError: it is no day.
    """
    try:
        return parse_date(text)
    except DateError as error:
        raise UsageError(say(lang, str(error), f"“{text}” is no day; write it as 2025-07-01 or 1/7/2025.")) from error


def warn_of_early_day(atlas: Atlas, day: date, lang: Lang) -> None:
    """Says so when the day lies before everything that the pack knows."""
    if atlas.days and day < atlas.days[0] - timedelta(days=1):  # the day before a change the units were in force
        first = atlas.days[0]
        complain(
            say(
                lang,
                f"Gói đơn vị không ghi thay đổi nào trước {first:%d/%m/%Y}; ngày sớm hơn chỉ cho thấy bản đồ đầu tiên.",
                f"The pack of units knows no change before {first.isoformat()}; an earlier day shows its first map.",
            )
        )


def refuse_unit(atlas: Atlas, code: str, day: date, lang: Lang) -> str:
    """Why a code names no unit on a day, and who bore it when."""
    bearers = "; ".join(describe_bearer(unit, lang) for unit in atlas.list_bearers(code))
    if not bearers:
        return say(lang, f"Không có đơn vị nào mang mã {code}.", f"No unit ever bore the code {code}.")
    return say(
        lang,
        f"Ngày {day:%d/%m/%Y} không có đơn vị mang mã {code}; mã này là của {bearers}.",
        f"On {day.isoformat()} no unit bore the code {code}; it was that of {bearers}.",
    )


def describe_bearer(unit: UnitVersion, lang: Lang) -> str:
    """A unit with its days: "Phường 3 (đến 01/07/2025)"."""
    since, until = (None if day is None else show_day(day, lang) for day in (unit.valid_from, unit.valid_to))
    days = [
        *([say(lang, f"từ {since}", f"from {since}")] if since else []),
        *([say(lang, f"đến trước {until}", f"until before {until}")] if until else []),
    ]
    return f"{unit.name} ({' '.join(days)})" if days else unit.name


def show_day(day: date, lang: Lang) -> str:
    """The day in the form of the language."""
    return say(lang, f"{day:%d/%m/%Y}", day.isoformat())


def language_of(lang: Lang) -> Language:
    """The language of the library's sentences."""
    return Language(lang.value)
