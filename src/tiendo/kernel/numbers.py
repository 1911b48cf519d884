# SPDX-License-Identifier: Apache-2.0
"""Numbers in Vietnamese print: `.` parts thousands, `,` parts decimals.

What is here: one printed number ↔ ``Decimal`` with its last place. Not here: units (``units``), hedges (``quantity``).
"""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from tiendo.kernel.records import record

#: A longer run of digits is an identifier or noise; it is also the precision of the default decimal context, so
#: sums of parsed numbers do not lose digits silently.
MOST_DIGITS = 28
_MOST_CHARACTERS = 48
_MINUS_SIGN = "\u2212"
_GROUP = 3  # digits between two separators
_SHOWN = 30  # characters of a wrong text that a message repeats

# Spaces that print uses between thousands: plain, no-break, figure, thin, narrow no-break.
_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_FORM = re.compile(
    rf"""
    (?P<open>\()?
    (?P<sign>[-+\u2212\u2013])?{_SPACE}?
    (?:
        (?P<dotted>[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?:,(?P<dotted_part>\d+))?        # 1.234.567,8
      | (?P<spaced>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+)(?:[.,](?P<spaced_part>\d+))?   # 1 234 567,8
      | (?P<english>[1-9]\d{{0,2}}(?:,\d{{3}})+)\.(?P<english_part>\d+)           # 1,234.5
      | (?P<english_whole>[1-9]\d{{0,2}}(?:,\d{{3}}){{2,}})                       # 1,234,567
      | (?P<plain>\d+)(?:(?P<mark>[.,])(?P<plain_part>\d+))?                      # 1234,5  26.7  0.123
    )
    (?P<close>\))?
    """,
    re.VERBOSE,
)
_SEPARATORS = str.maketrans("", "", "., \u00a0\u2007\u2009\u202f")
_SWAP = str.maketrans(".,", ",.")
_STEPS = tuple(Decimal((0, (1,), -places)) for places in range(MOST_DIGITS + 1))
_ANY_SIZE = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
_LARGEST_EXPONENT = 1000  # beyond it a number cannot be written out


class NumberError(ValueError):
    """A text that is not one number; the message is a sentence for the person."""


@record
class Number:
    """A printed number.

    Attributes:
        value: signed.
        step: one unit in the last printed place: 0.1 for "26,7", 1 for "5.208".
        is_ambiguous: the separator could be a slip: "4,974" is 4.974 as printed, but may be meant as 4974.
    """

    value: Decimal
    step: Decimal
    is_ambiguous: bool = False


def parse_number(text: str, *, is_accounting: bool = False) -> Number:
    """Read one number in Vietnamese form; the English and the spaced form are read where they cannot be mistaken.

    Args:
        text: the number without its unit; white space around it does not matter.
        is_accounting: whether brackets stand for a minus, as in account tables: "(1.234)" is -1234.

    Returns:
        The number as printed. "1.234" is 1234, "26.7" is 26.7, "1234.567" is 1234.567 and ambiguous.

    Raises:
        NumberError: the text is not one number, or has more than ``MOST_DIGITS`` digits.

    Examples:
        >>> parse_number("1.390,9").value, parse_number("1.390,9").step
        (Decimal('1390.9'), Decimal('0.1'))
    """
    stripped = text.strip()
    found = _FORM.fullmatch(stripped) if len(stripped) <= _MOST_CHARACTERS else None
    if found is None:
        raise _not_a_number(stripped)
    has_brackets = found["open"] is not None
    if has_brackets != (found["close"] is not None) or (has_brackets and (found["sign"] or not is_accounting)):
        raise _not_a_number(stripped)
    whole = found["plain"]
    if whole is not None:
        part = found["plain_part"] or ""
        is_ambiguous = len(part) == _GROUP and whole[0] != "0" and (found["mark"] == ",") == (len(whole) <= _GROUP)
    else:
        whole, part = _grouped(found)
        is_ambiguous = False
    if len(whole) + len(part) > MOST_DIGITS:
        raise NumberError(
            f"Số «{_shorten(stripped)}» dài quá {MOST_DIGITS} chữ số; hãy kiểm tra xem có phải hai số viết liền nhau."
        )
    sign = "-" if has_brackets or found["sign"] not in (None, "+") else ""
    return Number(Decimal(f"{sign}{whole}.{part}"), _STEPS[len(part)], is_ambiguous)


def _grouped(found: re.Match[str]) -> tuple[str, str]:
    """Digits before and after the decimal mark of a form with separated thousands."""
    whole = found["dotted"] or found["spaced"] or found["english"] or found["english_whole"]
    part = found["dotted_part"] or found["spaced_part"] or found["english_part"] or ""
    return whole.translate(_SEPARATORS), part


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _not_a_number(text: str) -> NumberError:
    if not text:
        return NumberError("Ô trống, chưa có số; hãy ghi một số như 1.234,5.")
    return NumberError(
        f"«{_shorten(text)}» không phải là một số; hãy ghi như 1.234,5 (chấm phần nghìn, phẩy thập phân)."
    )


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """The value rounded to so many decimals, halves away from zero, whatever the decimal context.

    Source: house rule (DOMAIN 1.3).
    """
    return value.quantize(Decimal((0, (1,), -decimals)), rounding=ROUND_HALF_UP, context=_ANY_SIZE)


def format_number(
    value: Decimal | int, decimals: int | None = None, *, trim: bool = False, has_minus_sign: bool = False
) -> str:
    """Write a number in Vietnamese form; ``parse_number`` reads the same value back.

    Args:
        value: any finite number.
        decimals: how many to print, rounded half up; None prints the digits the value has.
        trim: drop zeros at the end of the decimals ("26,70" → "26,7").
        has_minus_sign: write the typographic minus (U+2212) in place of the hyphen.

    Raises:
        NumberError: the value is not finite or too large to write out.

    Examples:
        >>> format_number(Decimal("1234567.891"), 2)
        '1.234.567,89'
    """
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > _LARGEST_EXPONENT:
        raise NumberError("Giá trị không viết ra thành số được; hãy kiểm tra phép tính cho ra nó.")
    if decimals is not None:
        exact = round_half_up(exact, decimals)
    printed = format(exact.copy_abs(), ",f").translate(_SWAP)
    if trim and "," in printed:
        printed = printed.rstrip("0").rstrip(",")
    if exact.is_signed() and exact:
        return (_MINUS_SIGN if has_minus_sign else "-") + printed
    return printed
