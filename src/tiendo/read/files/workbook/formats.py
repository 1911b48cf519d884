# SPDX-License-Identifier: Apache-2.0
"""A number of a workbook → the words a reader of Vietnamese print sees in the cell.

What is here: number formats of spreadsheets. Not here: which cell has which (one module per kind of workbook).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tiendo.kernel.document import Stored
from tiendo.kernel.numbers import format_number
from tiendo.read.files.workbook.dates import show_date

GENERAL = "General"

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"                     # words
  | \\(?P<escaped>.)                        # one sign
  | _.|\*.                                  # a gap as wide as a sign, a sign that fills the cell
  | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\] # money and locale
  | \[(?P<condition>[<>=]+-?[\d.]+)\]
  | \[(?P<elapsed>h+|m+|s+)\]
  | \[[^\]]*\]                              # colour
  | (?P<scientific>E[+-])
  | (?P<general>General)
  | (?P<date>y+|m+|d+|h+|s+|AM/PM|A/P)
  | (?P<digit>[0#?])
  | (?P<sign>[.,%/@])
  | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_MOST_DECIMALS = 15
_GENERAL_DIGITS = 10  # what a cell of usual width shows of a fraction
_PLAIN_BELOW = Decimal(10) ** 15
_MOST_SECTIONS = 4
_MOST_FORMAT = 255  # characters of a format, as in Excel


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the sections of a format."""

    is_general: bool = False
    is_date: bool = False
    is_text: bool = False
    has_digits: bool = False
    percents: int = 0
    thousands: int = 0
    has_groups: bool = False
    whole: int = 0
    fewest: int = 0
    most: int = 0
    before: str = ""
    after: str = ""
    condition: tuple[str, Decimal] | None = None


def show_number(value: float, code: str, *, is_1904: bool = False) -> tuple[str, Stored]:
    """What a cell shows of a number, and how it is stored.

    Args:
        value: the number as stored; 0.415 for 41,5%.
        code: the number format, "General" when there is none.
        is_1904: whether days are counted from 1904.

    Examples:
        >>> show_number(0.415, "0.0%")
        ('41,5%', <Stored.PERCENT: 'percent'>)
        >>> show_number(1548.2, "#,##0.00")[0], show_number(2026.0, "General")[0]
        ('1.548,20', '2026')
    """
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - the one number that is not itself
        return "", Stored.NUMBER
    exact = Decimal(repr(value))
    sections = _parse(code[:_MOST_FORMAT])
    section, is_negative_form = _choose(sections, exact)
    if section.is_date:
        shown = show_date(value, code, is_1904=is_1904)
        return (shown, Stored.DATE) if shown is not None else (_show_general(exact), Stored.NUMBER)
    if section.is_general or section.is_text:
        return section.before + _show_general(exact) + section.after, Stored.NUMBER
    stored = Stored.PERCENT if section.percents else Stored.NUMBER
    return _show(exact, section, is_negative_form), stored


def is_date_format(code: str) -> bool:
    """Whether numbers in this format are days or times."""
    return _parse(code[:_MOST_FORMAT])[0].is_date


@lru_cache(maxsize=512)
def _parse(code: str) -> tuple[_Section, ...]:
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token.group() == ";" and len(parts) < _MOST_SECTIONS:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1 and not parts[0]:
        return (_Section(is_general=True),)
    return tuple(_section(part) for part in parts)


def _section(tokens: list[re.Match[str]]) -> _Section:
    kinds = {token.lastgroup for token in tokens}
    signs = [token.group() for token in tokens]
    condition = next((t["condition"] for t in tokens if t["condition"]), None)
    if "date" in kinds or "elapsed" in kinds:
        return _Section(is_date=True)
    if "general" in kinds or "scientific" in kinds or ("/" in signs and "digit" in kinds):
        return _Section(is_general=True, condition=_condition(condition))
    places = [i for i, token in enumerate(tokens) if token["digit"]]
    first, last = (places[0], places[-1]) if places else (len(tokens), len(tokens))
    inside = tokens[first : last + 1]
    if any(t["quoted"] or t["escaped"] or t["other"] for t in inside):
        return _Section(is_general=True, condition=_condition(condition))  # signs between digits: codes, telephones
    point = next((i for i, t in enumerate(inside) if t.group() == "."), len(inside))
    decimals = [t.group() for t in inside[point:] if t["digit"]]
    end = last + 1
    while end < len(tokens) and tokens[end].group() == ",":
        end += 1
    return _Section(
        is_text="@" in signs,
        has_digits=bool(places),
        percents=signs.count("%"),
        thousands=end - last - 1 if places else 0,
        has_groups=any(t.group() == "," for t in inside[:point]),
        whole=sum(t.group() == "0" for t in inside[:point]),
        fewest=min(decimals.count("0"), _MOST_DECIMALS),
        most=min(len(decimals), _MOST_DECIMALS),
        before=_words(tokens[:first]),
        after=_words(tokens[end:]),
        condition=_condition(condition),
    )


def _words(tokens: list[re.Match[str]]) -> str:
    shown = (
        t["quoted"] or t["escaped"] or t["currency"] or t["other"] or ("%" if t.group() == "%" else "") for t in tokens
    )
    return "".join(shown)


def _condition(text: str | None) -> tuple[str, Decimal] | None:
    found = _CONDITION.fullmatch(text or "")
    return (found[1], Decimal(found[2])) if found else None


def _choose(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """The section for a value, and whether it is one for negative numbers (which shows the sign by itself)."""
    for section in sections:
        if section.condition is not None and _holds(value, section.condition):
            return section, value < 0
    if any(section.condition is not None for section in sections):
        rest = [section for section in sections if section.condition is None]
        return (rest[0] if rest else _Section(is_general=True)), False
    numeric = sections[: _MOST_SECTIONS - 1]
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    if value == 0 and len(numeric) > 2:  # noqa: PLR2004 - positive; negative; zero
        return numeric[2], False
    return numeric[0], False


def _holds(value: Decimal, condition: tuple[str, Decimal]) -> bool:
    sign, bound = condition
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[sign]


def _show(value: Decimal, section: _Section, is_negative_form: bool) -> str:
    before, after = section.before, section.after
    if not section.has_digits:
        return (before + after).strip()
    scaled = abs(value).scaleb(2 * section.percents - 3 * section.thousands)
    if scaled >= _PLAIN_BELOW:
        return _show_general(value)
    printed = format_number(scaled, section.most)
    whole, _, part = printed.partition(",")
    while len(part) > section.fewest and part.endswith("0"):
        part = part[:-1]
    plain = whole.replace(".", "")
    if not (section.whole or section.fewest or plain.strip("0") or part):
        return (before + after).strip()  # "#" and "?" print no nought
    if not section.has_groups:
        whole = plain.zfill(section.whole)
    if plain == "0" and section.whole == 0 and part:
        whole = "0"  # "#.00" prints ",50"; a reader is helped by the nought
    if is_negative_form:  # brackets, a minus in words or only a colour: one sign for all
        before, after = before.strip().strip("(-−"), after.strip().rstrip(")")
    is_zero = not (plain.strip("0") or part.strip("0"))
    minus = "-" if value < 0 and not is_zero else ""
    return (before + minus + whole + ("," + part if part else "") + after).strip()


def _show_general(value: Decimal) -> str:
    size = abs(value)
    if size >= _PLAIN_BELOW or (size and size < Decimal("1e-9")):
        return f"{value:.5E}".replace(".", ",")
    if value == value.to_integral_value():
        return format(value.to_integral_value(), "f") if value else "0"  # no groups: it may be a year or a code
    places = max(0, _GENERAL_DIGITS - max(1, size.adjusted() + 1))
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return format_number(rounded, places, trim=True)
