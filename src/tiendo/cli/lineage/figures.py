# SPDX-License-Identifier: Apache-2.0
"""Rows of a file → figures of units, with every fault by line. Not here: reading the files (``tables``)."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.cli.lineage.ground import refuse_unit
from tiendo.cli.lineage.tables import Cell, Row
from tiendo.cli.speech import say
from tiendo.lineage import AmbiguousCodeError, Amount, Atlas, Level, UnitVersion
from tiendo.render.lang import Lang

_NUMBER = re.compile(r"([+-]?\d{1,40})(?:\.(\d{1,40}))?", re.ASCII)
_FACTORS = (1, 100, 1000)  # a ratio as a quotient, in per cent, per mille
_CODE_LENGTHS = (2, 3, 5)
_PLAIN, _PARTS, _BARE = "plain", "parts", "bare"
Key = tuple[str, str]  # indicator, period


class RowError(ValueError):
    """A row that cannot be used; the message is a sentence for the person."""


class Gathering:
    """Takes in rows one after the other.

    Attributes:
        amounts: by indicator and period, then by identity of the unit.
        units: the units that have figures.
        faults: line and sentence of each row that was refused.
        factors: of each ratio: what its quotient is multiplied by when it is printed.
    """

    def __init__(self, atlas: Atlas, day: date, ratios: frozenset[str], lang: Lang) -> None:
        self.amounts: defaultdict[Key, dict[str, Amount]] = defaultdict(dict)
        self.units: dict[str, UnitVersion] = {}
        self.faults: list[tuple[int, str]] = []
        self.factors: dict[str, int] = {}
        self._kinds: dict[str, str] = {}
        self._lines: dict[str, int] = {}
        self._atlas, self._day, self._ratios, self._lang = atlas, day, ratios, lang
        self._of_code: dict[str, UnitVersion | RowError] = {}

    def take(self, rows: Iterable[Row]) -> None:
        """Takes in all rows; a row without a figure is missing, which is no fault and no zero."""
        for row in rows:
            try:
                self._take(row)
            except RowError as fault:
                self.faults.append((row.line, str(fault)))

    def split_by_level(self) -> dict[Level, dict[Key, dict[str, Amount]]]:
        """The figures by the level they are given for.

        An island district without communes stands beside communes where the file has no other districts.
        """
        if not self.units:
            return {}
        order = list(Level)
        lowest = max((unit.level for unit in self.units.values()), key=order.index)
        own = {unit.level for unit in self.units.values() if self._atlas.list_children(unit, self._day)} | {lowest}
        level_of = {key: unit.level if unit.level in own else lowest for key, unit in self.units.items()}
        split: dict[Level, dict[Key, dict[str, Amount]]] = {level: {} for level in order if level in own}
        for key, amounts in self.amounts.items():
            for unit, amount in amounts.items():
                split[level_of[unit]].setdefault(key, {})[unit] = amount
        return split

    def _take(self, row: Row) -> None:
        if not row.unit_code or not row.indicator or not row.period:
            raise self._fault("Thiếu mã đơn vị, số liệu hoặc kỳ.", "The unit code, indicator or period is missing.")
        unit = self._find(row.unit_code)
        amount = self._read_amount(row)
        if amount is None:
            return
        amounts = self.amounts[row.indicator, row.period]
        if unit.unit_id in amounts:
            raise self._fault(
                f"{unit.name} ({unit.code}) đã có số liệu {row.indicator} kỳ {row.period} ở một dòng trước.",
                f"{unit.name} ({unit.code}) already has a figure {row.indicator} for {row.period} in a line before.",
            )
        self.units[unit.unit_id] = unit
        amounts[unit.unit_id] = amount

    def _find(self, code: str) -> UnitVersion:
        found = self._of_code.get(code)
        if found is None:
            found = self._of_code[code] = self._look_up(code)
        if isinstance(found, RowError):
            raise found
        return found

    def _look_up(self, code: str) -> UnitVersion | RowError:
        try:
            unit = self._atlas.find_by_code(code, self._day)
        except AmbiguousCodeError as error:
            return self._fault(error.message, error.message_en)
        if unit is not None:
            return unit
        sentence = refuse_unit(self._atlas, code, self._day, self._lang)
        if code.isdigit() and len(code) not in _CODE_LENGTHS:
            sentence += say(
                self._lang,
                " Mã tỉnh có 2 chữ số, huyện 3, xã 5, kể cả các số 0 ở đầu.",
                " A code has 2 digits for a province, 3 for a district, 5 for a commune, leading zeros included.",
            )
        return RowError(sentence)

    def _read_amount(self, row: Row) -> Amount | None:
        value, above, below = (self._read_number(cell) for cell in (row.value, row.numerator, row.denominator))
        if (above is None) != (below is None):
            raise self._fault("Tỷ lệ phải có cả tử số và mẫu số.", "A ratio needs its numerator and its denominator.")
        if value is None and above is None:
            return None
        kind = _PARTS if above is not None else _BARE if row.indicator in self._ratios else _PLAIN
        if self._kinds.setdefault(row.indicator, kind) != kind:
            line = self._lines[row.indicator]
            raise self._fault(
                f"Dòng {line} ghi {row.indicator} dạng khác; mỗi số liệu chỉ ghi một dạng: số, hoặc tử số và mẫu số.",
                f"Line {line} gives {row.indicator} in another form; give numbers, or numerators and denominators.",
            )
        self._lines.setdefault(row.indicator, row.line)
        if above is None or below is None:
            return Amount(value or Fraction(), is_bare_ratio=kind == _BARE)
        if value is not None and below:
            self._compare(row, value, above / below)
        return Amount(above, below)

    def _compare(self, row: Row, value: Fraction, quotient: Fraction) -> None:
        """The printed ratio must be the quotient as printed, itself or in per cent or per mille, as in other lines."""
        step = Fraction(1, value.denominator) if value.denominator > 1 else Fraction(1)
        known = self.factors.get(row.indicator)
        for factor in _FACTORS if known is None else (known,):
            if abs(value - factor * quotient) < step:
                if quotient:
                    self.factors[row.indicator] = factor
                return
        raise self._fault(
            "Tử số chia mẫu số không ra số đã ghi; hãy kiểm tra ba số này.",
            "Numerator by denominator is not the value that is given; check the three.",
        )

    def _read_number(self, cell: Cell) -> Fraction | None:
        if cell is None or cell == "":
            return None
        if isinstance(cell, str):
            found = _NUMBER.fullmatch(cell)
            if found is not None:
                whole, part = found.groups()
                return Fraction(int(whole)) if part is None else Fraction(int(whole + part), 10 ** len(part))
        elif isinstance(cell, int | Decimal) and not isinstance(cell, bool):
            return Fraction(cell)
        elif isinstance(cell, float) and math.isfinite(cell):
            return Fraction(str(cell))
        raise self._fault(
            f"«{str(cell)[:40]}» không phải là số; hãy ghi như 1234.5 (dấu chấm thập phân, không tách hàng nghìn).",
            f"“{str(cell)[:40]}” is no number; write it as 1234.5 (decimal point, no separators).",
        )

    def _fault(self, vietnamese: str, english: str) -> RowError:
        return RowError(say(self._lang, vietnamese, english))


def count_figures(amounts: Mapping[Key, Mapping[str, Amount]]) -> int:
    """How many figures there are."""
    return sum(map(len, amounts.values()))
