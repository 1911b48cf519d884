# SPDX-License-Identifier: Apache-2.0
"""``tiendo units on``: the units of a day as a table, CSV or JSON. Not here: which units those are (``lineage``)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tiendo.cli.exits import Exit, UsageError
from tiendo.cli.lineage.ground import LEVELS, open_atlas, read_day, refuse_unit, show_day, warn_of_early_day
from tiendo.cli.output import open_text, write_text
from tiendo.cli.speech import say
from tiendo.lineage import Level, UnitVersion
from tiendo.render.controls import safe
from tiendo.render.lang import Lang

_COLUMNS = ("code", "name", "level", "parent_code", "parent_name", "valid_from", "valid_to")
Row = tuple[UnitVersion, UnitVersion | None]


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    day: str
    code: str | None
    level: str | None
    form: str
    output: str | None
    pack: str | None
    lang: Lang


def list_units(request: Request) -> Exit:
    """Write the units of the day.

    Raises:
        UsageError: no day, or a code that nobody bore on it.
    """
    lang = request.lang
    day = read_day(request.day, lang)
    atlas = open_atlas(request.pack, lang)
    warn_of_early_day(atlas, day, lang)
    level = None if request.level is None else Level(request.level)
    units = [unit for unit in atlas.list_units(day, level) if request.code in (None, unit.code)]
    if request.code is not None and not units:
        raise UsageError(refuse_unit(atlas, request.code, day, lang))
    rows = [(unit, atlas.find_parent(unit, day)) for unit in units]
    if request.form == "json":
        write_text(_as_json(rows), request.output, lang)
    elif request.form == "csv":
        write_text(_as_csv(rows), request.output, lang)
    else:
        with open_text(request.output, lang) as text:
            text.writelines(_as_table(rows, lang))
    return Exit.FINE


def _record(row: Row) -> dict[str, str | None]:
    unit, parent = row
    return {
        "code": unit.code,
        "name": unit.name,
        "level": unit.level.value,
        "parent_code": None if parent is None else parent.code,
        "parent_name": None if parent is None else parent.name,
        "valid_from": None if unit.valid_from is None else unit.valid_from.isoformat(),
        "valid_to": None if unit.valid_to is None else unit.valid_to.isoformat(),
    }


def _as_json(rows: Iterable[Row]) -> Iterator[str]:
    separator = '{"units": [\n'
    for row in rows:
        yield separator + json.dumps(_record(row), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n" if separator == ",\n" else '{"units": []}\n'


def _as_csv(rows: Iterable[Row]) -> Iterator[str]:
    yield "\ufeff" + ",".join(_COLUMNS) + "\r\n"
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow(_record(row).values())
        yield line.getvalue()


def _as_table(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    heads = say(lang, "Mã|Tên|Cấp|Thuộc|Hiệu lực từ", "Code|Name|Level|Under|In force from").split("|")
    lines = [
        (
            unit.code,
            unit.name,
            say(lang, *LEVELS[unit.level]),
            "" if parent is None else f"{parent.name} ({parent.code})",
            "" if unit.valid_from is None else show_day(unit.valid_from, lang),
        )
        for unit, parent in rows
    ]
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]
    for line in [heads, *lines]:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        yield safe("  ".join(cells).rstrip()) + "\n"
    yield say(lang, f"{len(rows)} đơn vị.", f"{len(rows)} units.") + "\n"
