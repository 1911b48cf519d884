# SPDX-License-Identifier: Apache-2.0
"""Reads the arithmetic out of a Vietnamese sentence and does it again, as a sceptical reader would."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from tiendo.kernel.numbers import parse_number, round_half_up

_WIDE = Context(prec=80)
_N = r"\(?\u2212?\d[\d.]*(?:,\d+)?\)?"
_UNIT = r"[^/=;,()\d\u2212]*"
_HEDGE = re.compile(r"\b(?:hơn|gần|khoảng|ước|ít nhất|không quá) (?=[\d\u2212(])")
_CHANGE = re.compile(rf"\(({_N}) \u2212 ({_N})\)/({_N}) = ({_N})")
_MINUS = re.compile(rf"({_N}) \u2212 ({_N}) = ({_N})")
_QUOTIENT = re.compile(rf"({_N}){_UNIT}/({_N}){_UNIT} = ({_N})(\s?%)?")
_LINE = re.compile(rf"cần ({_N}) % \(chia đều: ({_N})/({_N}) (?:tháng|ngày)\)")


def list_wrong_steps(sentence, decimals):
    """The steps whose printed result does not follow from the printed numbers, and how many steps there are."""
    text = _HEDGE.sub("", sentence.replace("\u00a0", " "))
    steps = []
    for found in _CHANGE.finditer(text):
        a, b, c, result = map(_read, found.groups())
        steps.append((found[0], _WIDE.divide((a - b) * 100, c), result))
    text = _CHANGE.sub("", text)
    for found in _MINUS.finditer(text):
        a, b, result = map(_read, found.groups())
        steps.append((found[0], a - b, result))
    for found in _QUOTIENT.finditer(text):
        a, b, result = map(_read, found.groups()[:3])
        steps.append((found[0], _WIDE.divide(a * 100 if found[4] else a, b), result))
    for found in _LINE.finditer(text):
        result, a, b = map(_read, found.groups())
        steps.append((found[0], _WIDE.divide(a * 100, b), result))
    return [step for step in steps if not _is_rounded(*step[1:], decimals)], len(steps)


def _read(printed):
    return parse_number(printed.strip("()")).value


def _is_rounded(again, result, decimals):
    places = max(decimals, -result.as_tuple().exponent)
    return round_half_up(Decimal(again), places) == result
