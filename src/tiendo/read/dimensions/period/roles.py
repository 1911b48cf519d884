# SPDX-License-Identifier: Apache-2.0
"""What a time expression does in its sentence, from the words before it.

Not here: which figure it governs (``read.link.periods``).
"""

from __future__ import annotations

import re

from tiendo.read.dimensions.period.data import TimeRole

_SPAN, _BASE_OF, _PLAN_YEAR, _EVENT, _DEADLINE = TimeRole

#: How far before the expression the words stand that say what it does.
REACH = 40

_BASE = re.compile(
    r"""(?:
      so\ (?:với\ )?(?:cùng\ (?:kỳ|vụ)\ )?(?:của\ )?
        (?:nửa\ (?:đầu\ )?|thời\ điểm\ |kết\ quả\ |mức\ |ước\ thực\ hiện\ |thực\ hiện\ |số\ liệu\ )?(?:của\ )?
        (?:cuối\ |đầu\ )?
    | cùng\ (?:kỳ|vụ)\ (?:của\ )?
    | với\ cùng\ kỳ\ | của\ cùng\ kỳ\ | hơn\ | bằng\ #
    )$""",
    re.VERBOSE,
)
_BY = re.compile(r"(?:đến (?:hết |cuối )?|trước |vào (?:cuối )?|hết |chậm nhất (?:vào )?(?:là )?)$")
# A day governs figures only as the end or beginning of a span; alone it is when something happened.
_TO = re.compile(r"(?:đến|hết|tới|thời điểm) (?:hết |thời điểm |[0-9]{1,2}(?:h|g| giờ) ?){0,2}$")
_SINCE = re.compile(r"từ $")
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu)(?: (?!đến|trong|từ)[^\s,;:.()]+){0,4} $")
#: The prices of a year, a season, a scheme that looks far ahead and the body of a term are names.
_NAME = re.compile(
    r"giá (?:so sánh|cố định|hiện hành|thực tế|gốc)(?: của)? $"
    r"|(?:đông[ -]xuân|hè[ -]thu|thu[ -]đông|vụ mùa|niên vụ|vụ|mùa) $"
    r"|(?:quy hoạch|chiến lược|đề án|tầm nhìn)(?: [^\s,;.:()0-9]+){0,6} (?:đến|tới) $"
    r"|(?:khóa|khoá|lần thứ) [ivxlcdm0-9]+,? (?:\(?)$|các cấp,? $"
)
#: The day of an act says when it was made: "Quyết định số 546/QĐ-TTg ngày 29/4/2022".
_OF_ACT = re.compile(r"[0-9](?:/[0-9]{4})?[/-][a-zđ][a-z0-9đ./&-]+\s(?:ban\shành\s)?$")
_TASKS = re.compile(r"(?:nhiệm vụ|phương hướng|giải pháp|công tác) (?:trọng tâm |chủ yếu )?(?:trong |của )?$")
_PLAN_WORDS = ("kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "mục tiêu")

_SIGNS = "(\"'“‘["
#: With another word right before it, an expression can only be a span, or the year of a plan.
_TELLING = frozenset(
    "so với nửa kỳ của điểm quả mức hiện liệu cuối đầu hơn bằng đến trước vào hết nhất là tới từ"
    " vụ hướng pháp tác tâm yếu trong".split()
)


def role_of(form: str, before: str, after: str, *, has_report_period: bool) -> TimeRole:
    """The role of an expression.

    Args:
        form: the name of its form in ``patterns.TIME``.
        before: up to ``REACH`` characters of its sentence before it; ``after``: a few behind it.
        has_report_period: whether the document says what period it reports on.
    """
    is_day = form in ("date", "day")
    words = before.rsplit(" ", 2)
    is_telling = is_day or (len(words) > 1 and words[-2].lstrip(_SIGNS) in _TELLING)
    if is_telling and _BASE.search(before):
        return _BASE_OF
    if form in ("year", "terms", "monthyear") and _NAME.search(before):
        return _EVENT
    if is_day and _OF_ACT.search(before):
        return _EVENT
    if is_day:
        role = _role_of_day(before)
        return _SPAN if role is _EVENT and form == "date" and not has_report_period else role
    if form in ("year", "relative", "terms") and _is_plan(before):
        return _PLAN_YEAR
    return _role_of_span(form, before, after) if is_telling else _SPAN


def is_beginning(before: str) -> bool:
    """Whether something runs from the expression on."""
    return _SINCE.search(before) is not None


def _role_of_day(before: str) -> TimeRole:
    if _TO.search(before) or _SINCE.search(before):
        return _SPAN
    return _DEADLINE if _BY.search(before) else _EVENT


def _is_plan(before: str) -> bool:
    return any(word in before for word in _PLAN_WORDS) and _PLAN.search(before) is not None


def _role_of_span(form: str, before: str, after: str) -> TimeRole:
    if form in ("month", "year", "monthyear") and before.endswith("từ ") and not after.startswith(" đến"):
        return _EVENT  # từ tháng 10-2016: since when a rule is in force
    if _TASKS.search(before):
        return _EVENT
    if form in ("year", "monthyear") and _BY.search(before):
        return _DEADLINE
    return _SPAN
