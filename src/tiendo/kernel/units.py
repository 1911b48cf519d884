# SPDX-License-Identifier: Apache-2.0
"""Units of measure with their scale: money, ratios, areas, lengths, masses, volumes, power, energy, counted nouns.

What is here: the table of units, finding one by its name, exact conversion. Not here: finding units in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Context, Decimal, Inexact, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.quantity import Quantity

_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
_LONGEST_NAME = 80


class UnitError(ValueError):
    """Two units that do not measure the same thing; the message is a sentence for the person."""


class Dimension(StrEnum):
    """What a unit measures; the base unit is the one with scale 1."""

    COUNT = "count"  # hộ, người, chỉ tiêu …; the noun tells them apart
    MONEY = "money"  # đồng
    DOLLAR = "dollar"  # USD; no rate of exchange is known here
    EURO = "euro"
    RATIO = "ratio"  # lần; % is 1/100 of it
    POINT = "point"  # difference of two ratios: điểm % is not % (DOMAIN 13)
    LENGTH = "length"  # m
    AREA = "area"  # m²
    VOLUME = "volume"  # m³
    MASS = "mass"  # kg
    POWER = "power"  # W
    ENERGY = "energy"  # Wh
    APPARENT_POWER = "apparent_power"  # VA


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        symbol: the usual written form ("tỷ đồng", "m²", "nghìn người").
        dimension: what it measures.
        scale: its size in the base unit: 10⁹ for "tỷ đồng", 1/100 for "%".
        noun: what is counted ("hộ nghèo"); empty for the other dimensions.
        per: what it is divided by, base first ("người", "năm" for "triệu đồng/người/năm"); scale included in ``scale``.
    """

    symbol: str
    dimension: Dimension
    scale: Decimal = Decimal(1)
    noun: str = ""
    per: tuple[str, ...] = ()


#: Words that multiply what follows. Source: house reading of the genre; "vạn" is ten thousand, "ngàn" and "tỉ" are
#: other spellings of "nghìn" and "tỷ".
SCALES: dict[str, Decimal] = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(10) ** 3,
    "ngàn": Decimal(10) ** 3,
    "vạn": Decimal(10) ** 4,
    "triệu": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9,
    "tỉ": Decimal(10) ** 9,
}
_SCALE_SPELLING = {"ngàn": "nghìn", "tỉ": "tỷ"}

# symbol | dimension | scale | other spellings, all in lower case.
# Source: International System of Units for the sizes; spoken forms and abbreviations: house reading of the heads of
# official tables. Land measures whose size differs by region (sào, mẫu, công) are left out on purpose:
# they are counted nouns and never converted.
_TABLE = """
đồng     | money    | 1     | đ, vnđ, vnd, việt nam đồng, đồng việt nam
USD      | dollar   | 1     | usd, đô la, đô la mỹ, đô-la, đô-la mỹ, đôla, us$, $
EUR      | euro     | 1     | eur, euro, €
%        | ratio    | 0.01  | phần trăm, pct
‰        | ratio    | 0.001 | phần nghìn, phần ngàn, 0/00, o/oo
lần      | ratio    | 1     |
điểm %   | point    | 0.01  | điểm phần trăm, điểm%, % điểm
mm       | length   | 0.001 | mi-li-mét, milimét
cm       | length   | 0.01  | xen-ti-mét, centimét, xăng-ti-mét
m        | length   | 1     | mét, m dài, mét dài, md
km       | length   | 1000  | ki-lô-mét, kilômét, kilomet, cây số
m²       | area     | 1     | m2, mét vuông, m vuông
ha       | area     | 10000 | héc ta, hécta, hecta, héc-ta, ha.
km²      | area     | 1000000 | km2, ki-lô-mét vuông, kilômét vuông, km vuông
ml       | volume   | 0.000001 | mi-li-lít, mililít
lít      | volume   | 0.001 | l, lit
m³       | volume   | 1     | m3, mét khối, m khối
µg       | mass     | 0.000000001 | μg, mcg, ug, micrôgam
mg       | mass     | 0.000001 | mi-li-gam, miligam
g        | mass     | 0.001 | gam, gram, gr
kg       | mass     | 1     | ki-lô-gam, kilôgam, kilogam, ký, kí, cân
yến      | mass     | 10    |
tạ       | mass     | 100   |
tấn      | mass     | 1000  | t
W        | power    | 1     | w, oát
kW       | power    | 1000  | kw, ki-lô-oát
MW       | power    | 1000000 | mw, mê-ga-oát, mêgaoát
GW       | power    | 1000000000 | gw
kWh      | energy   | 1000  | kwh, kw.h, kw giờ, ki-lô-oát giờ
MWh      | energy   | 1000000 | mwh
GWh      | energy   | 1000000000 | gwh
kVA      | apparent_power | 1000 | kva
MVA      | apparent_power | 1000000 | mva
"""
# Whole names that are not scale + unit: money is meant when a scale word stands alone, tables abbreviate.
_SHORT_MONEY = """
nghìn đồng | ngđ, ng.đ, ngàn đ, nghìn đ
triệu đồng | triệu, trđ, tr.đ, tr.đồng, tr đồng, tr, trđồng
tỷ đồng    | tỷ, tỉ, tỷđ, tỉđ, tỷ.đ
"""
_AROUND_SLASH = re.compile(r" ?/ ?")
_SPACES = re.compile(r"\s+")
# Words that begin like a scale and are none ("tỷ lệ" stands in the head of many a column).
_NO_SCALE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng|suất|số|phần)\b|triệu (?:chứng|tập)\b|vạn (?:tuế|vật)\b")
_OF_WHAT = re.compile(r"([%‰]) ?(?=[^\W\d_])")  # "% GRDP", "% tổng số hộ": still per cent
_LEADING_NUMBER = re.compile(r"(\d[\d.,]*+)\s?(?=\D)")
_POWER_OF_TEN = re.compile(r"10+")
_HAS_NAME = re.compile(r"[^\W\d_]|[%‰$€]")


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        symbol, dimension, scale, spellings = (field.strip() for field in line.split("|"))
        unit = Unit(symbol, Dimension(dimension), Decimal(scale))
        for name in (symbol.lower(), *(s.strip() for s in spellings.split(","))):
            if name:
                units[name] = unit
    for line in _SHORT_MONEY.strip().splitlines():
        symbol, spellings = (field.strip() for field in line.split("|"))
        scaled = Unit(symbol, Dimension.MONEY, SCALES[symbol.split()[0]])
        units.update({name.strip(): scaled for name in spellings.split(",")})
    return units


_UNITS = _read_table()


def list_units() -> tuple[Unit, ...]:
    """The units of the table, without counted nouns and scaled forms."""
    return tuple(dict.fromkeys(_UNITS.values()))


def find_unit(text: str) -> Unit | None:
    """The unit with this name, however it is spelt; an unknown word is a counted noun.

    Args:
        text: the unit alone ("Tỉ đồng", "m2", "nghìn lượt khách", "tạ/ha", "1.000 đồng", "giường/vạn dân").

    Returns:
        The unit; the bare count for an empty text; None when the text cannot name a unit.

    Examples:
        >>> find_unit("tỉ đồng").scale == 10**9
        True
    """
    return _find_unit(text) if len(text) <= _LONGEST_NAME else None


@lru_cache(maxsize=4096)
def _find_unit(text: str) -> Unit | None:
    name = _SPACES.sub(" ", normalize("NFC", text).strip().lower())
    if not name:
        return Unit("", Dimension.COUNT)
    if not _HAS_NAME.search(name):
        return None
    name = _AROUND_SLASH.sub("/", name)
    found = _UNITS.get(name)
    if found is not None:
        return found
    top, *bottoms = name.split("/")
    if not top or not all(bottoms):
        return None
    unit = _scaled(top)
    for bottom in bottoms:
        unit = _divide(unit, _scaled(bottom))
    return unit


def _scaled(name: str) -> Unit:
    """A unit without "/": scale words or a power of ten, then a unit of the table or a counted noun."""
    scale, spelling, rest = Decimal(1), "", name
    number = _LEADING_NUMBER.match(rest)
    if number is not None:
        factor = _power_of_ten(number.group(1))
        if factor is None:
            return Unit(name, Dimension.COUNT, noun=name)
        scale, spelling, rest = factor, number.group(1) + " ", rest[number.end() :]
    while rest not in _UNITS and not _NO_SCALE.match(rest):
        word, _, after = rest.partition(" ")
        if word not in SCALES:
            break
        scale *= SCALES[word]
        spelling += _SCALE_SPELLING.get(word, word) + " "
        rest = after
    base = _UNITS.get(rest)
    of_what = _OF_WHAT.match(rest) if base is None else None
    if of_what is not None:
        base = _UNITS[of_what.group(1)]
    if base is None:
        return Unit((spelling + rest).rstrip(), Dimension.COUNT, scale, noun=rest)
    return replace(base, symbol=spelling + base.symbol, scale=scale * base.scale)


def _power_of_ten(text: str) -> Decimal | None:
    try:
        value = parse_number(text).value
    except NumberError:
        return None
    return value if _POWER_OF_TEN.fullmatch(str(value)) else None


def _divide(unit: Unit, by: Unit) -> Unit:
    base = by.noun or by.dimension.value
    scale = _EXACT.divide(unit.scale, by.scale)
    return replace(unit, symbol=f"{unit.symbol}/{by.symbol}", scale=scale, per=(*unit.per, base))


def _same_noun(one: str, other: str) -> bool:
    """Whether one is the other or a shorter naming of it: "hộ" and "hộ nghèo"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return long[: len(short)] == short


def same_dimension(one: Unit | str, other: Unit | str) -> bool:
    """Whether amounts in the two units can be compared and added.

    Counted nouns are the same when one names the other more shortly ("hộ", "hộ nghèo"); a bare number fits any count.
    """
    a, b = _as_unit(one), _as_unit(other)
    if a is None or b is None or a.dimension is not b.dimension:
        return False
    return _same_noun(a.noun, b.noun) and _same_per(a.per, b.per)


def _same_per(one: Iterable[str], other: Iterable[str]) -> bool:
    ones, others = tuple(one), tuple(other)
    return len(ones) == len(others) and all(map(_same_noun, ones, others))


def _as_unit(unit: Unit | str) -> Unit | None:
    return find_unit(unit) if isinstance(unit, str) else unit


def convert(quantity: Quantity, to_unit: Unit | str) -> Quantity:
    """The same quantity in another unit, exactly; the last printed place and the hedge go with it.

    Raises:
        UnitError: the units do not measure the same thing, or one of them is not known.

    Examples:
        >>> convert(Quantity(Decimal("1.5"), "tỷ đồng", Decimal("0.1")), "triệu đồng").value == 1500
        True
    """
    here, there = find_unit(quantity.unit), _as_unit(to_unit)
    if here is None or there is None or not same_dimension(here, there):
        wanted = to_unit if isinstance(to_unit, str) else to_unit.symbol
        raise UnitError(f"Không đổi được «{quantity.unit}» sang «{wanted}»; hãy ghi hai số theo cùng một loại đơn vị.")
    factor = _EXACT.divide(here.scale, there.scale)
    return replace(
        quantity,
        value=_EXACT.multiply(quantity.value, factor),
        step=_EXACT.multiply(quantity.step, factor),
        unit=there.symbol,
    )
