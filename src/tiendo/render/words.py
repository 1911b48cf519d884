# SPDX-License-Identifier: Apache-2.0
"""The labels of findings and problems in both languages, and figures written as a person reads them.

What is here: words of the interface. Not here: the words of a document, which are never translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from tiendo.kernel.findings import ClaimType, Kind, Measurement
from tiendo.kernel.numbers import NumberError, format_number
from tiendo.kernel.problem import Severity
from tiendo.kernel.quantity import Qualifier
from tiendo.render.lang import Lang

Words = Mapping[str, tuple[str, str]]  # code → (Vietnamese, English)

KINDS: Words = {
    Kind.TARGET: ("chỉ tiêu, kế hoạch", "target"),
    Kind.SHARE_OF_PLAN: ("tỷ lệ so với kế hoạch", "share of plan"),
    Kind.FORECAST: ("dự kiến", "forecast"),
    Kind.GROWTH: ("tăng, giảm", "growth"),
    Kind.COUNT_OF_TOTAL: ("phần trong tổng số", "count of a total"),
    Kind.ACTUAL: ("thực hiện", "actual"),
}
HEDGES: Words = {
    Qualifier.EXACT: ("", ""),
    Qualifier.ABOUT: ("khoảng", "about"),
    Qualifier.OVER: ("hơn", "over"),
    Qualifier.UNDER: ("gần", "under"),
    Qualifier.AT_LEAST: ("ít nhất", "at least"),
    Qualifier.AT_MOST: ("không quá", "at most"),
}
SEVERITY: Words = {
    Severity.ERROR: ("Lỗi", "Error"),
    Severity.SUSPICIOUS: ("Nghi vấn", "Suspicious"),
    Severity.NOTICE: ("Lưu ý", "Notice"),
}
CLAIMS: Words = {
    ClaimType.TARGET_TALLY: ("đếm chỉ tiêu", "tally of targets"),
    ClaimType.RATIO: ("tỷ lệ", "ratio"),
    ClaimType.SUM: ("phép cộng", "sum"),
    ClaimType.DIFFERENCE: ("phép trừ", "difference"),
    ClaimType.ENUMERATION: ("liệt kê", "enumeration"),
    ClaimType.IMPLIED_BASE: ("cùng một gốc", "implied base"),
}
VERDICTS: Words = {
    "True": ("khớp", "adds up"),
    "False": ("không khớp", "does not add up"),
    "None": ("chưa kết luận được", "cannot be told"),
}
FINDINGS: Words = {
    "measurement": ("Số đo", "Figures"),
    "claim": ("Tổng hợp", "Claims"),
    "directive": ("Giao việc", "Directives"),
    "citation": ("Viện dẫn", "Citations"),
    "person": ("Nhân sự", "People"),
}
_COMPARISONS: Words = {
    "plan": ("so với kế hoạch", "against plan"),
    "same_period": ("so với cùng kỳ", "against the same period"),
    "baseline": ("so với", "against"),
}


def word(words: Words, code: str, lang: Lang) -> str:
    """The label of a code; a code without a label is its own."""
    pair = words.get(code)
    return code if pair is None else pair[lang is Lang.EN]


def figure(value: Decimal, lang: Lang = Lang.VI) -> str:
    """A number as it is printed in the language, with the digits it has."""
    try:
        printed = format_number(value, has_minus_sign=True)
    except NumberError:
        return str(value)
    return printed.translate(_SWAP) if lang is Lang.EN else printed


_SWAP = str.maketrans(".,", ",.")


def value_of(measurement: Measurement, lang: Lang = Lang.VI) -> str:
    """The figure of a measurement without its unit: "13/20", "11,5–12,4", "+11,17 %" stays "111,17"."""
    first = figure(measurement.value, lang)
    if measurement.second is None:
        return first
    return f"{first}{'–' if measurement.is_range else '/'}{figure(measurement.second.value, lang)}"


def with_unit(value: str, unit: str, lang: Lang = Lang.VI) -> str:
    """The figure and its unit, held together; English print has no space before a per cent sign."""
    if not unit:
        return value
    return f"{value}{unit}" if lang is Lang.EN and unit == "%" else f"{value}\u00a0{unit}"


def comparison(text: str | None, lang: Lang) -> str:
    """What a figure is compared with, in words."""
    if not text:
        return ""
    base, _, words = text.partition(":")
    return f"{word(_COMPARISONS, base, lang)} {words}".strip()


def period(code: str | None, lang: Lang) -> str:
    """A period in words: "2024-Q1" → "quý 1/2024"; a form that is not known stays as it is."""
    for form, writer in _PERIOD_FORMS:
        if found := form.fullmatch(code or ""):
            return writer(found, lang is Lang.EN)
    return code or ""


def _span_of_months(found: re.Match[str], english: bool) -> str:
    first_year, first, last_year, last = found[1], int(found[2]), found[3], int(found[4])
    if first_year == last_year and first == 1:
        return f"{last} months of {last_year}" if english else f"{last} tháng {last_year}"
    if english:
        return f"{first:02}/{first_year}–{last:02}/{last_year}"
    return f"tháng {first}/{first_year}–{last}/{last_year}"


def _day(found: re.Match[str], english: bool) -> str:
    return f"{found[3]}/{found[2]}/{found[1]}"


def _quarter(found: re.Match[str], english: bool) -> str:
    return f"Q{found[2]} {found[1]}" if english else f"quý {found[2]}/{found[1]}"


def _month(found: re.Match[str], english: bool) -> str:
    return f"{found[2]}/{found[1]}" if english else f"tháng {int(found[2])}/{found[1]}"


def _term(found: re.Match[str], english: bool) -> str:
    return f"{found[1]}–{found[2]}"


_PERIOD_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], str]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)"), _span_of_months),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})/(\d{4})"), _term),
)
