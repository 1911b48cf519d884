# SPDX-License-Identifier: Apache-2.0
"""Aims that hold beyond their sentence: "Các chỉ tiêu chủ yếu năm 2026:" and the list behind it.

Not here: aims within one sentence (``classify``), sections of tasks (``periods.sections``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from tiendo.read.dimensions.period.data import TimeRole
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.words import any_word, one_of
from tiendo.read.link.sentence.context import TARGET, Told
from tiendo.read.link.sentence.timeline import Timeline
from tiendo.read.link.sentence.words import OUTCOME
from tiendo.read.text.sentences import Sentence

_NOUNS = "chỉ tiêu | mục tiêu | biên chế | số lượng | số người | dự toán | kế hoạch vốn | mức chi"
_ACTS = """
tạm giao | quyết định giao | phê duyệt | phê chuẩn | thông qua | phân bổ | giao | phấn đấu | đề ra | đặt ra
| xác định
"""
#: A sentence that lays down what a list behind it sets: "Quyết định tạm giao số lượng … cụ thể như sau:".
_LAYS_DOWN = re.compile(
    rf"(?<!\w)(?:(?:{one_of(_ACTS)})\s(?:[^\s;.()]+\s){{0,4}}?(?:{one_of(_NOUNS)})"
    r"|(?:một\ssố\s|các\s)?(?:chỉ|mục)\stiêu"
    r"\s(?:[^\s,;.:()]+\s){0,4}?(?:chủ\syếu|cụ\sthể|chính|năm|đến|phấn)"
    r"|[0-9]{1,3}\s(?:nhóm\s)?chỉ\stiêu\s(?:(?!đạt|vượt|chưa|không)[^\s,;.:()]+\s){0,4}?(?:bao\sgồm|gồm)(?=\s?:))"
)
_RESULTS = re.compile(
    any_word(r"kết\squả", r"tình\shình", r"đã(?!\squa\sđào)", r"ước\sđạt", r"đạt\sđược", r"hoàn\sthành")
)
_IS_NOW = re.compile(
    any_word("hiện", "nay", "trước", r"qua(?!\sđào)", r"xảy\sra", "ước", r"còn(?<!giảm\scòn)(?<!xuống\scòn)")
)
#: "Còn Hải Sơn 8%": at the beginning the word only goes on with the list.
_AS_FOR = "còn "
#: "Xã đặt mục tiêu thu 20 tỷ đồng": told by the noun, and an aim all the same.
_BY_NOUN = "kind.plan-before"
_SETS_OUT = re.compile(
    r"(?<!\w)(?:(?:đặt|đề)\s(?:ra\s)?(?:các\s|những\s)?mục\stiêu|phấn\sđấu|quyết\stâm|giao\s(?:các\s)?mục\stiêu"
    r"|(?:đặt|đề)\sra\s[0-9]{1,3}\s(?:nhóm\s)?chỉ\stiêu)(?!\w)"
)
#: How many of them were reached is no aim.
_TARGETS_REACHED = re.compile(
    r"[0-9]\s(?:nhóm\s)?chỉ\stiêu(?:\s(?!phấn|sẽ)[^\s,;.:()]+){0,6}?\s(?:đạt|vượt|hoàn\sthành)(?!\w)"
)
_WISHED = frozenset(("kind.mood-target", "kind.targets-set"))
#: An item of a list, or the label of a group of them: "- …", "a) …", "(3) …", "Về kinh tế: …".
_ITEM = re.compile(r"(?:[-–+*•]|[a-zđ0-9]{1,3}[.)]|\([0-9]{1,2}\))\s?|về\s[^:.]{3,40}:")
#: A line that heads a list of aims, without a colon: "Các chỉ tiêu chủ yếu (nhiệm kỳ 2025-2030)".
_HEADS_AIMS = re.compile(
    r"(?:\(?[a-zđ]{2,6}\)?\s[-–]\s)?(?:[ivx0-9]{1,4}[.)]\s)?(?:một\ssố\s|các\s|những\s)?(?:chỉ|mục)\stiêu"
    r"(?!\s(?:quốc\sgia|đạt|vượt|chưa|không))[^.:;]{0,90}"
)
_REACHED = re.compile(any_word("đạt", "vượt", "chưa", "không"))
_LONGEST_LIST = 40
_PARAGRAPH = attrgetter("paragraph")


class Aims:
    """What a sentence takes over of an aim told before it."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._norm = scan.shadow.norm
        self._items: dict[int, bool] = {}
        self._last: Sentence | None = None  # the last sentence of an announced list of aims
        self._wish: Sentence | None = None  # the last sentence, when its words tell an aim

    def carried(self, sentence: Sentence, times: Timeline) -> str:
        """The mood that a sentence takes over: "target", or nothing."""
        if self._last is not None and not times.reached.times and self._goes_on(self._last, sentence):
            return "target"
        has_own_time = any(time.role is TimeRole.SPAN for time in times.times)
        if self._wish is not None and not has_own_time and self._is_wished_too(self._wish, sentence):
            return "target"
        return "target" if self._is_laid_down(sentence) else ""

    def told(self, sentence: Sentence, last: Told) -> None:
        """Remember whether the aims of a sentence hold on."""
        is_aim = last.said.kind is TARGET and (self._last is not None or self._lays_down(sentence))
        self._last = sentence if is_aim else None
        is_wish = last.said.rule in _WISHED or (last.said.rule == _BY_NOUN and self._sets_out(sentence))
        self._wish = sentence if is_wish else None

    def _sets_out(self, sentence: Sentence) -> bool:
        return _SETS_OUT.search(self._norm, sentence.start, sentence.end) is not None

    def _is_wished_too(self, wish: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence only goes on with the aims of the one right before it, in the same paragraph."""
        if sentence.paragraph != wish.paragraph or self._norm[wish.end : sentence.start].strip():
            return False
        start = sentence.start + (len(_AS_FOR) if self._norm.startswith(_AS_FOR, sentence.start) else 0)
        is_now = _IS_NOW.search(self._norm, start, sentence.end) is not None
        is_reached = _TARGETS_REACHED.search(self._norm, start, sentence.end) is not None
        return not (is_now or is_reached or self._tells_result(sentence))

    def _goes_on(self, last: Sentence, sentence: Sentence) -> bool:
        """Whether nothing but headings stands between two sentences, and the second tells no result."""
        return sentence.paragraph <= last.paragraph + 1 and not self._tells_result(sentence)

    def _heads_aims(self, sentence: Sentence) -> bool:
        """Whether a sentence is the heading of a list of aims."""
        norm, start, end = self._norm, sentence.start, sentence.end
        if _HEADS_AIMS.fullmatch(norm, start, end) is None or self._tells_result(sentence):
            return False
        return _REACHED.search(norm, start, end) is None

    def _lays_down(self, sentence: Sentence) -> bool:
        if self._norm.find(":", sentence.start, sentence.end) < 0:
            return False
        is_told = _LAYS_DOWN.search(self._norm, sentence.start, sentence.end) is not None
        return is_told and not self._tells_result(sentence)

    def _tells_result(self, sentence: Sentence) -> bool:
        return _RESULTS.search(self._norm, sentence.start, sentence.end) is not None

    def _is_item(self, paragraph: int) -> bool:
        """Whether a paragraph is an item of a list."""
        known = self._items.get(paragraph)
        if known is None:
            sentences = self._scan.sentences
            first = sentences[bisect_left(sentences, paragraph, key=_PARAGRAPH)]
            known = self._items[paragraph] = _ITEM.match(self._norm, first.start, first.end) is not None
        return known

    def _is_laid_down(self, sentence: Sentence) -> bool:
        """Whether the list that a sentence belongs to is one of aims."""
        sentences = self._scan.sentences
        if not self._is_item(sentence.paragraph) or OUTCOME.search(self._norm, sentence.start, sentence.end):
            return False
        at = self._scan.sentence_index(sentence.start)
        for i in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
            earlier = sentences[i]
            if self._norm.endswith(":", earlier.start, earlier.end) and self._lays_down(earlier):
                return True
            if self._heads_aims(earlier):
                return True
            if not self._is_item(earlier.paragraph):
                return False
        return False
