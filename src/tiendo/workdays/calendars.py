# SPDX-License-Identifier: Apache-2.0
"""Reading calendars from YAML, and the national one.

What is here: from a file to a ``WorkCalendar``. Not here: what the days are (``vietnam.yaml``) and counting.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from tiendo.workdays.data import CalendarDay, DayKind, Trust, WorkCalendar, make_calendar
from tiendo.workdays.errors import CalendarError


@cache
def vietnam() -> WorkCalendar:
    """The national calendar of offices, years as far as their schedule is published and was read."""
    return load_calendar(files("tiendo.workdays").joinpath("vietnam.yaml").read_text("utf-8"))


def load_calendar(text: str) -> WorkCalendar:
    """Read a calendar.

    Args:
        text: YAML with ``code``, ``years`` and ``rows``; a row has ``days`` (a list), ``kind``, ``name``, ``source``,
            ``trust`` and may have ``note``.

    Raises:
        CalendarError: not such a file, or rows that contradict each other.
    """
    import yaml  # noqa: PLC0415  # kept out of the start-up of programs that ask for no working day

    try:
        content = yaml.safe_load(text)
        rows = list(_read_rows(content["rows"]))
        return make_calendar(str(content["code"]), [int(year) for year in content["years"]], rows)
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise CalendarError(f"Tệp lịch không đúng mẫu ({error}); hãy so với tệp vietnam.yaml.") from error


def _read_rows(rows: list[dict[str, object]]) -> Iterator[CalendarDay]:
    for row in rows:
        days = row["days"]
        if not isinstance(days, list) or not all(type(day) is date for day in days):
            raise CalendarError(f"Dòng «{row.get('name')}» phải có danh sách ngày dạng 2026-01-31 ở mục days.")
        try:
            kind, trust = DayKind(str(row["kind"])), Trust(str(row["trust"]))
        except ValueError as error:
            raise CalendarError(f"Dòng «{row.get('name')}» có giá trị lạ ({error}); hãy sửa lại.") from error
        for day in days:
            yield CalendarDay(day, kind, str(row["name"]), str(row["source"]), trust, str(row.get("note", "")))
