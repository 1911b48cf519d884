# SPDX-License-Identifier: Apache-2.0
"""``tiendo units history``: what a unit came from and what became of it. Not here: finding that out (``lineage``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.cli.exits import Exit, UsageError
from tiendo.cli.lineage.ground import open_atlas, read_day, refuse_unit, show_day, warn_of_early_day
from tiendo.cli.output import open_text, write_text
from tiendo.cli.speech import say
from tiendo.lineage import AmbiguousCodeError, Atlas, Event, Extent, Kind, Life, UnitVersion, tell_acts, trace_life
from tiendo.render.controls import safe
from tiendo.render.lang import Lang

_EXTENTS = {
    Extent.WHOLE: ("", ""),
    Extent.PART: ("một phần", "a part"),
    Extent.REST: ("phần còn lại", "the rest"),
    Extent.MAIN: ("đơn vị kế thừa chính", "principal successor"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    unit: str
    form: str
    output: str | None
    pack: str | None
    lang: Lang


def tell_life(request: Request) -> Exit:
    """Write the life of the unit.

    Raises:
        UsageError: it is not written as CODE@DATE, or nobody bore the code that day.
    """
    lang = request.lang
    code, sign, when = request.unit.partition("@")
    if not code or not sign:
        raise UsageError(
            say(
                lang,
                f"«{request.unit}» chưa đủ: mã phải đi cùng ngày, ví dụ 27301@2025-07-01.",
                f"“{request.unit}” is not enough: a code needs a day, e.g. 27301@2025-07-01.",
            )
        )
    day = read_day(when, lang)
    atlas = open_atlas(request.pack, lang)
    warn_of_early_day(atlas, day, lang)
    try:
        unit = atlas.find_by_code(code, day)
    except AmbiguousCodeError as error:
        raise UsageError(say(lang, error.message, error.message_en)) from error
    if unit is None:
        raise UsageError(refuse_unit(atlas, code, day, lang))
    last = max([day, *atlas.days[-1:]])
    life = trace_life(atlas, unit, day, last)
    if request.form == "json":
        write_text([json.dumps(_record(life), ensure_ascii=False, indent=1), "\n"], request.output, lang)
        return Exit.FINE
    with open_text(request.output, lang) as text:
        text.writelines(f"{safe(line)}\n" for line in _tell(life, atlas, day, lang))
    return Exit.FINE


def _tell(life: Life, atlas: Atlas, day: date, lang: Lang) -> Iterator[str]:
    parent = atlas.find_parent(life.unit, day)
    under = "" if parent is None else say(lang, f", thuộc {_name(parent)}", f", under {_name(parent)}")
    yield f"{_name(life.unit)}{under}"
    yield say(lang, "Trước đó:", "Before:")
    yield from _tell_events(life.before, lang, is_before=True)
    yield say(lang, "Về sau:", "After:")
    yield from _tell_events(life.after, lang, is_before=False)
    if life.after:
        heirs = ", ".join(_name(heir) for heir in life.heirs) or say(lang, "không rõ", "unknown")
        yield say(lang, f"Địa bàn nay thuộc: {heirs}", f"Its land now belongs to: {heirs}")


def _tell_events(events: Sequence[Event], lang: Lang, *, is_before: bool) -> Iterator[str]:
    """The events that made one unit, or that one unit went through, on one day: under one line with the acts."""
    if not events:
        yield say(lang, "  không ghi thay đổi nào", "  no change is recorded")
    gathered: dict[tuple[date, UnitVersion | None], list[Event]] = {}
    for event in events:
        gathered.setdefault((event.change.on, event.target if is_before else event.source), []).append(event)
    for (day, _), found in gathered.items():
        acts = "; ".join(tell_acts(event.change for event in found))
        yield f"  {show_day(day, lang)}  {acts}".rstrip()
        sources = list(dict.fromkeys(_name(event.source) + _extent(event, lang, is_before) for event in found))
        if found[0].change.kind is Kind.ABOLISH:
            yield say(lang, f"    {', '.join(sources)}: giải thể", f"    {', '.join(sources)}: abolished")
            continue
        targets = [(event.target, _extent(event, lang, not is_before)) for event in found]
        names = dict.fromkeys(_name(target) + extent for target, extent in targets if target is not None)
        yield f"    {', '.join(sources)} → {', '.join(names)}"


def _extent(event: Event, lang: Lang, is_told: bool) -> str:
    """How much of the unit went over, where it was not all."""
    extent = say(lang, *_EXTENTS[event.change.extent])
    return f" [{extent}]" if is_told and extent else ""


def _name(unit: UnitVersion) -> str:
    return f"{unit.name} ({unit.code})"


def _record(life: Life) -> dict[str, object]:
    return {
        "unit": _unit(life.unit),
        "before": [_event(event) for event in life.before],
        "after": [_event(event) for event in life.after],
        "heirs": [_unit(heir) for heir in life.heirs],
        "is_open": life.is_open,
    }


def _unit(unit: UnitVersion | None) -> dict[str, str | None] | None:
    if unit is None:
        return None
    since, until = (None if day is None else day.isoformat() for day in (unit.valid_from, unit.valid_to))
    return {"code": unit.code, "name": unit.name, "level": unit.level.value, "valid_from": since, "valid_to": until}


def _event(event: Event) -> dict[str, object]:
    change = event.change
    return {
        "date": change.on.isoformat(),
        "kind": change.kind.value,
        "part": change.extent.value,
        "act": change.act,
        "clause": change.clause,
        "from": _unit(event.source),
        "to": _unit(event.target),
    }
