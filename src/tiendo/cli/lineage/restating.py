# SPDX-License-Identifier: Apache-2.0
"""``tiendo restate``: figures of one day's units on the map of another day. Not here: restating (``lineage``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tiendo.cli.exits import Exit, UsageError
from tiendo.cli.lineage.figures import Gathering, Key, count_figures
from tiendo.cli.lineage.ground import language_of, open_atlas, read_day, show_day, tell_rest, warn_of_early_day
from tiendo.cli.lineage.tables import Result, check_names, format_number, read_rows, write_rows
from tiendo.cli.output import complain, is_same_file
from tiendo.cli.progress import with_progress
from tiendo.cli.speech import say
from tiendo.lineage import (
    Amount,
    Atlas,
    Basis,
    Crosswalk,
    Level,
    Quality,
    Refusal,
    Restated,
    make_crosswalk,
    restate_period,
    tell,
    tell_acts,
)
from tiendo.render.lang import Lang

_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; ``days``: from which map to which."""

    file: str
    days: tuple[str, str]
    bases: tuple[str, ...]
    level: str | None
    ratios: frozenset[str]
    output: str | None
    pack: str | None
    lang: Lang


def restate(request: Request) -> Exit:
    """Write the figures of the file on the other map; with a fault in any line nothing is written.

    Raises:
        UsageError: no day, no such file, or not the columns.
        NotReadyError: a library is missing.
    """
    lang = request.lang
    start, end = (read_day(text, lang) for text in request.days)
    check_names(request.file, request.output, lang)
    if request.output is not None and is_same_file(request.file, request.output):
        raise UsageError(
            say(
                lang,
                f"{request.output} là tệp đang đọc; hãy đặt tên khác cho kết quả.",
                f"{request.output} is being read; choose another name for the result.",
            )
        )
    atlas = open_atlas(request.pack, lang)
    warn_of_early_day(atlas, min(start, end), lang)
    gathering = Gathering(atlas, start, request.ratios, lang)
    gathering.take(read_rows(request.file, lang))
    if gathering.faults:
        _tell_faults(gathering, request)
        return Exit.UNREAD
    tally: Counter[Quality] = Counter()
    write_rows(_restate_all(gathering, atlas, (start, end), request, tally), request.output, lang)
    _tell_tally(tally, count_figures(gathering.amounts), end, lang)
    return Exit.PROBLEMS if tally[Quality.REFUSED] else Exit.FINE


def _tell_faults(gathering: Gathering, request: Request) -> None:
    for line, sentence in gathering.faults[:_MOST_FAULTS]:
        complain(f"{request.file}:{line}: {sentence}")
    tell_rest(len(gathering.faults) - _MOST_FAULTS, request.lang)
    complain(
        say(
            request.lang,
            f"{len(gathering.faults)} dòng có lỗi nên chưa ghi gì; hãy sửa rồi chạy lại.",
            f"{len(gathering.faults)} lines have faults, so nothing was written; mend them and run again.",
        )
    )


def _tell_tally(tally: Counter[Quality], figures: int, day: date, lang: Lang) -> None:
    exact, estimated, refused = (tally[quality] for quality in Quality)
    complain(
        say(
            lang,
            f"{figures} số liệu trên bản đồ ngày {show_day(day, lang)}: {exact} dòng chính xác, {estimated} ước tính, "
            f"{refused} từ chối.",
            f"{figures} figures on the map of {show_day(day, lang)}: {exact} rows exact, {estimated} estimated, "
            f"{refused} refused.",
        )
    )


def _restate_all(
    gathering: Gathering, atlas: Atlas, days: tuple[date, date], request: Request, tally: Counter[Quality]
) -> Iterator[Result]:
    bases = tuple(Basis(basis) for basis in request.bases)
    to_level = None if request.level is None else Level(request.level)
    for level, series in gathering.split_by_level().items():
        crosswalk = make_crosswalk(atlas, *days, level, bases, to_level)
        writing = _Writing(crosswalk, gathering.factors, request.lang)
        keys = sorted(series)
        for key in with_progress(keys, len(keys), request.lang):
            for row in writing.rows(key, series[key]):
                tally[Quality(row.quality)] += 1
                yield row


@dataclass(frozen=True, slots=True)
class _Labels:
    """What is the same for every figure of a row; ``reason`` None: it names the period."""

    codes: str
    names: str
    way: tuple[str, str, str, str]
    reason: str | None


class _Writing:
    """Makes rows of results."""

    def __init__(self, crosswalk: Crosswalk, factors: dict[str, int], lang: Lang) -> None:
        self._crosswalk, self._factors, self._lang = crosswalk, factors, lang
        self._labels: dict[tuple[int, int, Refusal | None], _Labels] = {}

    def rows(self, key: Key, amounts: dict[str, Amount]) -> Iterator[Result]:
        """The rows of one indicator and period."""
        indicator, period = key
        factor = self._factors.get(indicator, 1)
        for row in restate_period(self._crosswalk, indicator, period, amounts):
            sign = (id(row.group), id(row.targets[0]) if row.is_one_of_several else 0, row.refusal)
            labels = self._labels.get(sign)
            if labels is None:
                labels = self._labels[sign] = self._make_labels(row)
            yield Result(
                labels.codes,
                indicator,
                period,
                *_numbers(row.amount, factor),
                labels.names,
                row.quality.value,
                *labels.way,
                _held(row.held),
                self._tell(row) if labels.reason is None else labels.reason,
            )

    def _make_labels(self, row: Restated) -> _Labels:
        parts = row.group.parts
        shares = (
            "1" if all(part.share == 1 for part in parts) else " ".join(format_number(part.share) for part in parts)
        )
        way = (
            " ".join(basis.value for basis in row.bases),
            "" if row.amount is None and row.held is None else shares,  # nothing was apportioned
            " ".join(part.source.code for part in parts),
            "; ".join(tell_acts(change for part in parts for change in part.changes)),
        )
        codes = " ".join(unit.code for unit in row.targets)
        names = "; ".join(unit.name for unit in row.targets)
        is_said = row.refusal is not Refusal.MISSING
        return _Labels(codes, names, way, self._tell(row) if is_said else None)

    def _tell(self, row: Restated) -> str:
        return "" if row.refusal is None else tell(row, self._crosswalk, language_of(self._lang))


def _numbers(amount: Amount | None, factor: int) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Value, numerator and denominator."""
    if amount is None:
        return None, None, None
    if amount.denominator is None:
        return amount.total, None, None
    value = amount.value
    return None if value is None else value * factor, amount.total, amount.denominator


def _held(amount: Amount | None) -> str:
    """What was given for a refused row: a number, or numerator/denominator."""
    if amount is None:
        return ""
    total = format_number(amount.total)
    return total if amount.denominator is None else f"{total}/{format_number(amount.denominator)}"
