# SPDX-License-Identifier: Apache-2.0
"""A change with both levels in a bracket, now/then: "giảm 43 vụ (391/434 vụ)", "ít hơn 03 vụ = 1,6% (180/183 vụ)".

Reports of the police tell changes so. The numbers often have no unit of their own, so the words are read directly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.quantity.values import read_number
from tiendo.read.findings.claims.build import Draft, settle
from tiendo.read.findings.claims.context.passages import Passage, Passages

_NUMBER = r"\d+(?:[.,]\d+)*(?![.,]?\d)"
_UNIT = r"(?:\s(?!giảm|tăng|so)[^\W\d_]+){0,3}?"
_PAIR = re.compile(rf"\(\s?(?P<now>{_NUMBER})\s?/\s?(?P<then>{_NUMBER})(?P<unit>{_UNIT})\s?\)")
_CHANGE = re.compile(
    rf"(?<!\w)(?P<verb>tăng|giảm|nhiều\shơn|ít\shơn|cao\shơn|thấp\shơn)\s(?:thêm\s|được\s|đi\s)?"
    rf"(?:(?P<size>{_NUMBER})(?P<unit>{_UNIT})(?:\s?[=,(]?\s?(?:tương\sđương\s|tức\s|=\s)?"
    rf"(?:-|\+)?(?P<more>{_NUMBER})\s?%\)?)?|(?P<share>{_NUMBER})\s?%)"
    r"(?:\sso\svới\s[^,;.()\d]{3,40}(?:\d{4})?)?\s?,?\s?$"
)
#: A share, with both its numbers in a bracket behind it: "đạt 85% chỉ tiêu (17/20)".
_SHARE = re.compile(
    rf"(?<!tăng\s)(?<!giảm\s)(?<!hơn\s)(?<![\d.,])(?P<share>{_NUMBER})\s?%(?:\s[^\s,;.()\d]+){{0,6}}\s?$"
)
_REACH = 90
_DOWN = ("giảm", "ít", "thấp")


def find_pairs(passages: Passages, passage: Passage) -> Iterator[Claim]:
    """The claims of one sentence about changes with both levels in a bracket."""
    norm, sentence = passages.norm, passage.sentence
    if norm.find("/", sentence.start, sentence.end) < 0:
        return
    for pair in _PAIR.finditer(norm, sentence.start, sentence.end):
        start = max(sentence.start, pair.start() - _REACH)
        change = _CHANGE.search(norm, start, pair.start())
        if change is not None:
            yield from _claims(passages, change, pair)
        elif passages.figures.at(pair.start("now")) is None and (share := _SHARE.search(norm, start, pair.start())):
            yield from _share(passages, share, pair)


def _share(passages: Passages, share: re.Match[str], pair: re.Match[str]) -> Iterator[Claim]:
    """Đạt 85% chỉ tiêu (17/20): only when it holds or a slip of digits explains it."""
    now, then = _operand(passages, pair, "now", ""), _operand(passages, pair, "then", "")
    stated = _operand(passages, share, "share", "%")
    if now is None or then is None or stated is None:
        return
    operands = (replace(now, role="numerator"), replace(then, role="denominator"), replace(stated, role="stated"))
    start, end = share.start(), pair.end()
    claim = Claim(
        ClaimType.RATIO,
        operands,
        passages.scan.shadow.slice(start, end),
        mode=RatioMode.SHARE,
        span=passages.scan.span(start, end),
        rules=("ratio.pair-of-share",),
    )
    found = settle([Draft(claim, is_certain=False)])
    if found is not None:
        yield found


def _claims(passages: Passages, change: re.Match[str], pair: re.Match[str]) -> Iterator[Claim]:
    unit = change["unit"] or pair["unit"] or ""
    now, then = _operand(passages, pair, "now", unit), _operand(passages, pair, "then", unit)
    if now is None or then is None:
        return
    is_down = change["verb"].startswith(_DOWN)
    for name in ("share", "more"):
        stated = _operand(passages, change, name, "%")
        if stated is not None:
            operands = (
                replace(now, role="numerator"),
                replace(then, role="denominator"),
                replace(stated, role="stated"),
            )
            mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
            yield from _settle(passages, Claim(ClaimType.RATIO, operands, "", mode=mode), change, pair)
    size = _operand(passages, change, "size", unit)
    if size is not None:
        quantity = replace(size.quantity, value=-size.quantity.value if is_down else size.quantity.value)
        told = replace(size, role="change", quantity=quantity)
        operands = (replace(then, role="from"), replace(now, role="to"), told)
        yield from _settle(passages, Claim(ClaimType.DIFFERENCE, operands, ""), change, pair)


def _settle(passages: Passages, claim: Claim, change: re.Match[str], pair: re.Match[str]) -> Iterator[Claim]:
    start, end = change.start(), pair.end()
    quote, span = passages.scan.shadow.slice(start, end), passages.scan.span(start, end)
    rule = "ratio.pair" if claim.type is ClaimType.RATIO else "difference.pair"
    found = settle([Draft(replace(claim, quote=quote, span=span, rules=(rule,)), is_certain=False, is_banded=True)])
    if found is not None:
        yield found


def _operand(passages: Passages, found: re.Match[str], name: str, unit: str) -> Operand | None:
    number = read_number(found[name]) if found[name] else None
    if number is None:
        return None
    return Operand("", Quantity(number.value, unit.strip(), number.step), span=passages.scan.span(*found.span(name)))
