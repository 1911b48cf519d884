# SPDX-License-Identifier: Apache-2.0
"""An allotment in one sentence, in either language, with its arithmetic.

What is here: the words of allotments and levels. Not here: verdicts (``telling``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tiendo.evaluate.allotment import Allotment, AllotmentState
from tiendo.evaluate.data import Status
from tiendo.evaluate.exact import to_decimal
from tiendo.evaluate.sentences.en import EN
from tiendo.evaluate.sentences.vi import VI
from tiendo.evaluate.sentences.words import Language, Words
from tiendo.evaluate.tally import Tally

_MOST_NAMES = 5
_MOST_TERMS = 12  # a longer sum is not read; its rows stand beside the sentence
_MET = (Status.EXCEEDED, Status.ACHIEVED)


@dataclass(frozen=True, slots=True)
class AllotmentWords:
    """The sentences of one language; both have the same places."""

    even: str
    short: str
    over: str
    apart: str
    lower: str
    no_plan: str
    many: str
    nobody: str
    missing: str
    more: str
    level: str
    part: str


_VI = AllotmentWords(
    even="Tổng giao cho các đơn vị: {sum}{total}, bằng kế hoạch {plan}",
    short="Tổng giao cho các đơn vị: {sum}{total}; còn {plan} − {total} = {rest} chưa phân bổ",
    over="Tổng giao cho các đơn vị: {sum}{total}; vượt kế hoạch {total} − {plan} = {rest}",
    apart="Mức này không cộng được, so từng đơn vị với {plan}: {kept}/{count} đơn vị được giao ngang hoặc chặt hơn",
    lower="; nhẹ hơn: {names}",
    no_plan="Đơn vị cấp trên chưa có kế hoạch để so sánh",
    many="{count} đơn vị cộng lại",
    nobody="Chưa đơn vị nào được giao kế hoạch {plan}",
    missing="; {count} đơn vị chưa được giao: {names}",
    more="{names} và {count} đơn vị khác",
    level="{met}/{total} chỉ tiêu đạt",
    part="{met}/{total} chỉ tiêu thành phần đạt",
)
_EN = AllotmentWords(
    even="Allotted to the units: {sum}{total}, equal to the plan of {plan}",
    short="Allotted to the units: {sum}{total}; {plan} − {total} = {rest} is not allotted yet",
    over="Allotted to the units: {sum}{total}; beyond the plan by {total} − {plan} = {rest}",
    apart="This is not added up, each unit is held against {plan}: {kept}/{count} units have a plan as strict",
    lower="; laxer: {names}",
    no_plan="The unit above has no plan to compare with",
    many="{count} units together",
    nobody="No unit has been allotted a part of {plan} yet",
    missing="; {count} units have none yet: {names}",
    more="{names} and {count} other units",
    level="{met}/{total} targets met",
    part="{met}/{total} components met",
)
_LANGUAGES: dict[Language, tuple[AllotmentWords, Words]] = {Language.VI: (_VI, VI), Language.EN: (_EN, EN)}


def tell_allotment(allotment: Allotment, language: Language = Language.VI) -> str:
    """What the units below were given against the plan above, in one sentence that can be added up again."""
    own, words = _LANGUAGES[language]
    if allotment.plan is None or allotment.state is AllotmentState.NO_PLAN:
        return f"{own.no_plan}{_tell_missing(allotment, own)}."
    unit = words.unit(allotment.plan.unit)
    plan = _number(Fraction(allotment.plan.value), words) + unit
    given = [row for row in allotment.rows if row.value is not None]
    if not given:
        return f"{own.nobody.format(plan=plan)}{_tell_missing(allotment, own)}."
    if allotment.total is None or allotment.rest is None:
        lower = [row.unit for row in given if row.is_as_strict is False]
        told = own.apart.format(plan=plan, kept=len(given) - len(lower), count=len(given))
        told += own.lower.format(names=_list_names(lower, own)) if lower else ""
        return f"{told}{_tell_missing(allotment, own)}."
    templates = {AllotmentState.EVEN: own.even, AllotmentState.SHORT: own.short, AllotmentState.OVER: own.over}
    told = templates[allotment.state].format(
        sum=_tell_sum([row.value or Fraction(0) for row in given], own, words),
        total=_number(allotment.total, words) + unit,
        plan=plan,
        rest=_number(abs(allotment.rest), words) + unit,
    )
    return f"{told}{_tell_missing(allotment, own)}."


def tell_levels(tallies: Sequence[Tally], language: Language = Language.VI) -> str:
    """How many are met on each level: "14/15 chỉ tiêu đạt, 34/41 chỉ tiêu thành phần đạt"; none of an empty level."""
    own = _LANGUAGES[language][0]
    told = [
        template.format(met=tally.count(*_MET), total=tally.total)
        for template, tally in zip((own.level, own.part), tallies, strict=False)
        if tally.total
    ]
    return ", ".join(told)


def _number(value: Fraction, words: Words) -> str:
    return words.number(to_decimal(value))


def _tell_sum(values: Sequence[Fraction], own: AllotmentWords, words: Words) -> str:
    """The terms in front of the total; none for a single one."""
    if len(values) == 1:
        return ""
    if len(values) > _MOST_TERMS:
        return f"{own.many.format(count=len(values))} = "
    return " + ".join(_number(value, words) for value in values) + " = "


def _tell_missing(allotment: Allotment, own: AllotmentWords) -> str:
    if not allotment.missing:
        return ""
    return own.missing.format(count=len(allotment.missing), names=_list_names(allotment.missing, own))


def _list_names(names: Sequence[str], own: AllotmentWords) -> str:
    told = ", ".join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return own.more.format(names=told, count=rest) if rest > 0 else told
