# SPDX-License-Identifier: Apache-2.0
"""Why a restated value is exact, estimated or refused, in one sentence of each language.

What is here: one template per language and case. Not here: deciding (``restating``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tiendo.kernel.dates import format_date
from tiendo.kernel.numbers import format_number
from tiendo.kernel.records import record
from tiendo.lineage.crosswalk import Crosswalk, Part
from tiendo.lineage.data import Basis, Change, Quality, UnitVersion
from tiendo.lineage.restating import Refusal, Restated

_MOST_NAMES = 8  # more are counted, not named
_MOST_ACTS = 4
_DECIMALS = 2
_SCALE = 10**12


class Language(StrEnum):
    """Languages of the sentences."""

    VI = "vi"
    EN = "en"


@record
class _Words:
    is_english: bool
    bases: dict[Basis, str]
    join: str
    more: str
    sum_of: str
    of_map: str
    acts: str
    kept: str
    exact: str
    estimated: str
    by_share: str
    divided: str
    no_basis: str
    no_share: str
    principal: str
    lost: str
    missing: str
    bare_ratio: str


_VI = _Words(
    is_english=False,
    bases={
        Basis.POPULATION: "dân số",
        Basis.AREA: "diện tích",
        Basis.HOUSEHOLDS: "số hộ",
        Basis.PRINCIPAL: "đơn vị kế thừa chính",
    },
    join=" và ",
    more="{count} đơn vị khác",
    sum_of="{names} cộng lại",
    of_map="{names} (bản đồ ngày {day})",
    acts=", theo {acts}",
    kept="Số liệu của {place} là số liệu của {sources}, đơn vị đi nguyên vẹn{acts}: chính xác.",
    exact="Số liệu của {place} là tổng của {sources}, các đơn vị đi nguyên vẹn{acts}: chính xác.",
    estimated="Số liệu của {place} là ước tính từ {sources}{acts}; phần được chia: {shares}.",
    by_share="{name} tính {share}\u00a0% theo {basis}",
    divided="Không có số liệu riêng của {target}: {sources} nằm trên địa bàn nhiều đơn vị của bản đồ ngày {day}, "
    "{why}; chỉ có tổng của {names}.",
    no_basis="chưa có căn cứ chia (dân số, diện tích hoặc số hộ)",
    no_share="chưa có tỷ lệ {basis} để chia",
    principal="Không xếp chắc chắn được số liệu của {sources} vào {place}: hồ sơ chỉ ghi đơn vị kế thừa chính hoặc "
    "một phần, không ghi phần khác về đâu; hãy bổ sung vào gói đơn vị, hoặc chọn căn cứ «principal».",
    lost="Không biết số liệu của {sources} thuộc đơn vị nào ngày {day}: hồ sơ không ghi đơn vị này thành đơn vị nào; "
    "hãy bổ sung vào gói đơn vị.",
    missing="Chưa cộng được số liệu của {place}: thiếu số liệu {period} của {sources}; hãy nhập thêm.",
    bare_ratio="Không cộng được tỷ lệ của {sources} thành tỷ lệ của {place}; hãy nhập tử số và mẫu số.",
)

_EN = _Words(
    is_english=True,
    bases={
        Basis.POPULATION: "population",
        Basis.AREA: "area",
        Basis.HOUSEHOLDS: "households",
        Basis.PRINCIPAL: "principal successor",
    },
    join=" and ",
    more="{count} more",
    sum_of="{names} together",
    of_map="{names} (map of {day})",
    acts=", by {acts}",
    kept="The figure of {place} is that of {sources}, which went there as a whole{acts}: exact.",
    exact="The figure of {place} is the sum of {sources}, which went there as wholes{acts}: exact.",
    estimated="The figure of {place} is an estimate from {sources}{acts}; divided: {shares}.",
    by_share="{name} counts {share}% by {basis}",
    divided="There is no figure of {target} alone: {sources} lies in several units of the map of {day}, {why}; only "
    "the sum of {names} can be told.",
    no_basis="with no basis to divide it (population, area or households)",
    no_share="with no share of {basis} to divide it",
    principal="The figure of {sources} cannot be placed in {place} for certain: the record names the principal "
    "successor or one part only, not where the rest went; add it to the pack, or choose the basis “principal”.",
    lost="Nobody knows to which unit of {day} the figure of {sources} belongs: the record does not say what became of "
    "it; add it to the pack of units.",
    missing="The figure of {place} cannot be added up yet: {sources} has none for {period}; enter it.",
    bare_ratio="The ratios of {sources} do not add up to a ratio of {place}; give numerator and denominator.",
)
_WORDS = {Language.VI: _VI, Language.EN: _EN}


def tell(row: Restated, crosswalk: Crosswalk, language: Language = Language.VI) -> str:
    """One sentence that says what the value is made of, or why it is refused and what would help."""
    words = _WORDS[language]
    parts = row.group.parts
    if row.refusal is None:
        return _tell_value(row, crosswalk, words)
    match row.refusal:
        case Refusal.DIVIDED:
            return _tell_divided(row, crosswalk, words)
        case Refusal.OPEN:
            open_parts = [part for part in parts if part.is_open]
            template = words.principal if row.targets else words.lost
            concerned = open_parts or parts
        case Refusal.MISSING:
            template, concerned = words.missing, row.missing
        case Refusal.BARE_RATIO:
            template, concerned = words.bare_ratio, parts
    return template.format(
        place=_place(row.targets, words),
        sources=_of_map(concerned, crosswalk.from_day, words),
        day=_day(crosswalk.to_day, words),
        period=row.period,
    )


def tell_acts(changes: Iterable[Change]) -> list[str]:
    """The acts with their clauses, each once, oldest first: "1685/NQ-UBTVQH15, Điều 1 khoản 11"."""
    in_time = sorted((change for change in changes if change.act), key=lambda change: change.on)
    return list(dict.fromkeys(", ".join(filter(None, (change.act, change.clause))) for change in in_time))


def _tell_value(row: Restated, crosswalk: Crosswalk, words: _Words) -> str:
    parts = row.group.parts
    acts = _acts(parts, words)
    place, sources = _place(row.targets, words), _of_map(parts, crosswalk.from_day, words)
    if row.quality is Quality.ESTIMATED:
        shares = "; ".join(
            words.by_share.format(name=_name(part.source), share=_percent(part.share, words), basis=_bases(part, words))
            for part in parts
            if part.bases
        )
        return words.estimated.format(place=place, sources=sources, acts=acts, shares=shares)
    template = words.kept if len(parts) == 1 else words.exact
    return template.format(place=place, sources=sources, acts=acts)


def _tell_divided(row: Restated, crosswalk: Crosswalk, words: _Words) -> str:
    divided = [part for part in row.group.parts if part.is_divided] or row.group.parts
    bases = [words.bases[basis] for basis in crosswalk.bases]
    why = words.no_share.format(basis=_list(bases, words)) if bases else words.no_basis
    return words.divided.format(
        target=_list([_name(unit) for unit in row.targets], words),
        sources=_of_map(divided, crosswalk.from_day, words),
        day=_day(crosswalk.to_day, words),
        why=why,
        names=_names(row.group.targets, words),
    )


def _place(targets: Sequence[UnitVersion], words: _Words) -> str:
    names = _names(targets, words)
    return names if len(targets) <= 1 else words.sum_of.format(names=names)


def _of_map(parts: Sequence[Part], day: date, words: _Words) -> str:
    return words.of_map.format(names=_names([part.source for part in parts], words), day=_day(day, words))


def _names(units: Sequence[UnitVersion], words: _Words) -> str:
    names = [_name(unit) for unit in units[:_MOST_NAMES]]
    if len(units) > _MOST_NAMES:
        names.append(words.more.format(count=len(units) - _MOST_NAMES))
    return _list(names, words)


def _name(unit: UnitVersion) -> str:
    return f"{unit.name} ({unit.code})"


def _list(names: Sequence[str], words: _Words) -> str:
    return words.join.join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _acts(parts: Sequence[Part], words: _Words) -> str:
    acts = tell_acts(change for part in parts for change in part.changes)
    shown = [*acts[:_MOST_ACTS], *(["…"] if len(acts) > _MOST_ACTS else [])]
    return words.acts.format(acts="; ".join(shown)) if shown else ""


def _bases(part: Part, words: _Words) -> str:
    return _list([words.bases[basis] for basis in part.bases], words)


def _percent(share: Fraction, words: _Words) -> str:
    scaled = Decimal(round(share * 100 * _SCALE)) / _SCALE
    text = format_number(scaled, _DECIMALS, trim=True)
    return text.replace(",", ".") if words.is_english else text


def _day(day: date, words: _Words) -> str:
    return day.isoformat() if words.is_english else format_date(day)
