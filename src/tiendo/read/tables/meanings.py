# SPDX-License-Identifier: Apache-2.0
"""What the words of a header (or of a row) say of its figures: plan, result, share of plan, growth, forecast.

Not here: columns that are no figures (``roles``), units, periods.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tiendo.read.tables import words
from tiendo.read.tables.data import Meaning, Sense

_PLAN_WORDS = rf"(?:{words.PLAN}|{words.GIVEN})(?!\w)"
_RESULT_WORDS = rf"(?:{words.RESULT}|đến \d)(?!\w)"
_PLAN = re.compile(rf"(?<!\w){_PLAN_WORDS}")
_RESULT = re.compile(rf"(?<!\w){_RESULT_WORDS}")
_NOT_PLAN = re.compile(rf"(?<!\w){words.NOT_PLAN}")
_SAME_PERIOD = re.compile(rf"(?<!\w){words.SAME_PERIOD}(?!\w)")
_BASE = re.compile(r"cùng kỳ|(?<!\w)ck(?!\w)")
_LAST = re.compile(rf"(?<!\w){words.LAST}(?!\w)")
_EARLIER = re.compile(rf"(?<!\w)(?:{words.EARLIER}|{words.LAST})(?!\w)")
_BRACKETS = re.compile(r"\([^()]{0,40}\)|\s{2,}|%")
_BASE_TIME = re.compile(r"(?:(?:năm|th|tháng|quý|thực hiện) ?)?(?:\d{1,2}/)?(?:19|20)\d\d")
_ABOUT = re.compile(r"(?<!\w)(?:ước|u\.?th)(?!\w)")

_COMPARES = re.compile(r"(?<!\w)so(?: với| sánh|\s)|(?<!\w)so$|đối chiếu")
_QUOTIENT = re.compile(
    rf"(?:{_RESULT_WORDS}|năm \d{{4}})[^/]{{0,30}}/ ?"
    rf"(?P<base>{_PLAN_WORDS}|[^/]{{0,12}}(?:{_RESULT_WORDS}|{words.SAME_PERIOD}(?!\w)|năm \d{{4}}))"
)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d) ?/ ?(?:năm )?((?:19|20)\d\d)(?!\d)")
_SHARE = re.compile(
    r"""t[ỷỉ]\slệ\s(?:\(?%\)?\s)?(?:(?:th|thực\shiện|giải\sngân|hoàn\sthành)(?!\w)
        |đạt(?:\sđược)?\s?(?:$|\(|/|%|kh|kế|chỉ|dự|so))
    | (?:đạt|hoàn\sthành|giải\sngân)\s?(?:được\s)?(?:tỷ\slệ\s?)?[(\[]?\s?%
    | (?:đạt|hoàn\sthành)\st[ỷỉ]\slệ
    | %\s?(?:thực\shiện|th|hoàn\sthành|đạt|giải\sngân|kh|kế\shoạch|dự\stoán|dt|chỉ\stiêu)(?!\w)
    | mức\s(?:độ\s)?hoàn\sthành
    | đạt\s(?:so\s)?(?:kh|kế\shoạch|dự\stoán|dt|chỉ\stiêu|nq|nghị\squyết)(?!\w)[^/]{0,30}%
    | (?:^|/\s)đạt\s\(|tiến\sđộ\s(?:thực\shiện\s|giải\sngân\s)?\(%""",
    re.VERBOSE,
)
_CHANGE = re.compile(
    r"(?:^|/ |\(|mức |tỷ lệ |% |số |tốc độ )(?:tăng|giảm)(?!\w)(?! nghèo)|tăng trưởng|tốc độ (?:tăng|phát triển)"
    r"|chênh lệch|biến động|\+ ?[/,] ?-|±|tăng ?\(\+|tăng ?[,/-] ?giảm"
    r"|vượt (?:thu|kh|kế hoạch|dự toán|dt|chỉ tiêu|mức|\(?%)|hụt"
)
_OVER_PLAN = re.compile(r"vượt|hụt")
_INDEX_WORDS = re.compile(r"chỉ số (?:phát triển|so|tăng)|tốc độ phát triển")
_FORECAST = re.compile(
    r"dự kiến|dự báo|khả năng|(?:cả năm )?\(?(?<!\w)(?:ước|u\.?th)(?: (?:th|thực hiện|đạt|tính))?"
    r"(?: (?:đến|hết|đến hết|đến cuối))? (?:cả )?năm|cả năm \(?ước"
)
# What is left of the label of a row that only names a measure ("KH năm 2026", "So với cùng kỳ") is nothing.
_MEASURE_WORD = re.compile(
    r"(?<!\w)(?:"
    + words.alternatives(
        "kh | kế hoạch | dự toán | chỉ tiêu | mục tiêu | nghị quyết | th | thực hiện | ước | kết quả | lũy kế | luỹ kế",
        "tỷ lệ | tỉ lệ | so | với | sánh | cùng kỳ | ck | tăng | giảm | dự kiến | năm | tháng | quý | đầu | cuối | cả",
        "giao | được | trước | kỳ | báo cáo | đạt | i | ii | iii | iv | của | hết | đến",
    )
    + r"(?!\w)|\d{1,4}(?!\w)|[%(),./+:-])|[%(),./+:-]"
)
_LONGEST_MEASURE = 60
_PLAN_TITLE = re.compile(rf"(?<!\w){words.PLAN_TITLE}(?!\w)")
_RESULT_TITLE = re.compile(rf"(?<!\w){words.RESULT_TITLE}(?!\w)")
_BARE_RATIO = re.compile(r"(?:t[ỷỉ] lệ|đạt|t[ỷỉ] lệ đạt)?(?: ?\(?%\)?)?")
_SHARE_WORD = re.compile(rf"%|(?<!\w){words.RATIO}(?!\w)")
_WITH = re.compile(r"(?<!\w)(?:so )?với(?!\w)")


def read_meaning(norms: tuple[str, ...]) -> Meaning:
    """The sense of a header path, deepest level first; ``FACT`` when no word decides.

    Args:
        norms: the levels in normal form, top first.
    """
    path = " / ".join(norms)
    if not path:
        return Meaning(Sense.FACT)
    compared = _COMPARES.search(path)
    if compared is not None:
        return _compared(path, compared)
    found = _divided(norms)
    if found is None and _SHARE.search(path):
        found = Meaning(Sense.SHARE, "plan", rule="share_words")
    for level in reversed(norms):
        found = found or _level(level, path)
    return found or Meaning(Sense.FACT)


def _divided(norms: tuple[str, ...]) -> Meaning | None:
    """A level that divides one thing by another: "TH/KH", "2025/2024"; None when none does."""
    years = _YEARS.search(norms[-1])
    if years is not None and years[1] > years[2]:
        return Meaning(Sense.GROWTH, f"baseline:năm {years[2]}", rule="quotient.years")
    for level in reversed(norms):
        quotient = _QUOTIENT.search(level)
        if quotient is not None:
            return _quotient(level, quotient)
    return None


def _compared(path: str, compared: re.Match[str]) -> Meaning:
    """What "So KH (%)", "So sánh (%) / Cùng kỳ", "So sánh TH 2026 với / KH", "So sánh / Ước năm/KH" compare with."""
    last = path.rpartition(" / ")[2]
    quotient = _QUOTIENT.search(last)
    if quotient is not None:
        return _quotient(last, quotient)
    rest = path[compared.start() :]
    ends = [found.end() for found in _WITH.finditer(rest)]
    base = rest[ends[-1] :] if ends else rest
    base = base if base.strip(" /()%") else path
    narrow = last if " / " in base else base
    changes = _CHANGE.search(path) is not None
    earlier = _SAME_PERIOD.search(base)
    plan = _PLAN.search(_NOT_PLAN.sub(" ", base))
    if earlier is not None and (plan is None or earlier.start() < plan.start()):
        return Meaning(Sense.GROWTH, "same_period", says_change=changes, rule="compare.same_period")
    if plan is not None:
        sense = Sense.GROWTH if changes else Sense.SHARE
        return Meaning(sense, "plan", says_change=changes, rule="compare.plan")
    if _EARLIER.search(base) or _BASE_TIME.search(base):
        named = _BRACKETS.sub(" ", narrow).removeprefix("so ").strip()
        return Meaning(Sense.GROWTH, f"baseline:{named}", says_change=changes, rule="compare.earlier")
    return Meaning(Sense.GROWTH if changes else Sense.COMPARE, says_change=changes, rule="compare")


def _quotient(level: str, quotient: re.Match[str]) -> Meaning:
    """ "TH/KH (%)", "TH 2026/TH 2025"."""
    base = quotient["base"]
    if _PLAN.match(base):
        return Meaning(Sense.SHARE, "plan", rule="quotient.plan")
    is_same = _SAME_PERIOD.search(base) is not None
    named = _BRACKETS.sub(" ", level[quotient.start("base") :]).strip()
    return Meaning(Sense.GROWTH, "same_period" if is_same else f"baseline:{named}", rule="quotient.earlier")


def _level(level: str, path: str) -> Meaning | None:
    """One level of the path on its own; None when its words say nothing."""
    same = "same_period" if _SAME_PERIOD.search(path) else None
    if _CHANGE.search(level):
        comparison = "plan" if _PLAN.search(path) and _OVER_PLAN.search(level) else same
        return Meaning(Sense.GROWTH, comparison, says_change=True, rule="change")
    if _INDEX_WORDS.search(level):
        return Meaning(Sense.GROWTH, same, rule="index_words")
    return _value(level, path)


def _value(level: str, path: str) -> Meaning | None:
    """A level that holds amounts: forecast, base, plan or result, by the word that comes first."""
    cleaned = _NOT_PLAN.sub(" ", level)
    plan, result = _PLAN.search(cleaned), _RESULT.search(cleaned)
    if _FORECAST.search(level) and plan is None:
        return Meaning(Sense.FORECAST, is_about=_ABOUT.search(path) is not None, rule="forecast_words")
    if _BASE.search(level) or (result is not None and _LAST.search(level)):
        return Meaning(Sense.BASE, rule="base_words")
    if plan is not None and result is not None and result.start() < plan.start() and "%" in level:
        return Meaning(Sense.SHARE, "plan", rule="share_words")
    if plan is not None and (result is None or plan.start() < result.start()):
        return Meaning(Sense.PLAN, rule="plan_words")
    if result is not None:
        return Meaning(Sense.RESULT, is_about=_ABOUT.search(path) is not None, rule="result_words")
    return None


def read_row_meaning(norm: str) -> Meaning | None:
    """The sense of a row that is a measure of the rows around it ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)")."""
    if not is_measure_name(norm):
        return None
    meaning = read_meaning((norm,))
    return None if meaning.sense is Sense.FACT else meaning


def is_measure_name(norm: str) -> bool:
    """Whether words name only a measure or a time, no indicator ("Quý I", "Năm 2026", "Kế hoạch")."""
    return bool(norm) and len(norm) <= _LONGEST_MEASURE and not _MEASURE_WORD.sub("", norm).strip()


def is_plan_title(lines: Iterable[str]) -> bool:
    """Whether the nearest title over a table that tells says it sets targets ("GIAO CHỈ TIÊU …"), not results."""
    for line in lines:
        plan, result = _PLAN_TITLE.search(line), _RESULT_TITLE.search(line)
        if plan is not None or result is not None:
            return result is None
    return False


def is_bare_ratio(norm: str) -> bool:
    """Whether a head says only "Tỷ lệ (%)", not of what."""
    return bool(norm) and _BARE_RATIO.fullmatch(norm) is not None


def is_share_word(norm: str) -> bool:
    """Whether a header speaks of a proportion ("tỷ lệ", "cơ cấu", "%")."""
    return _SHARE_WORD.search(norm) is not None
