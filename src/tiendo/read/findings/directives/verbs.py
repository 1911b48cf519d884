# SPDX-License-Identifier: Apache-2.0
"""Verbs of ordering, speaking, reporting and praising in a text, found in one pass.

Here: where the words stand, and whether they are used as verbs. Not here: what a sentence with them means (``walk``).
"""

from __future__ import annotations

import re
from enum import IntEnum, auto
from typing import NamedTuple

from tiendo.read.engine.scan import Scan
from tiendo.read.engine.triggers import Place, Trigger
from tiendo.read.lexicon.orders import MARKS, NOT_ORDERED_BEFORE, ORDER_VERBS, PRAISE_VERBS, REPORT_VERBS, SPEECH_VERBS


class Sense(IntEnum):
    """What one does with the verb."""

    ORDER = auto()
    SPEECH = auto()
    REPORT = auto()
    PRAISE = auto()
    MARK = auto()  # no verb, but a sign that the sentence matters


class Verb(NamedTuple):
    """A verb at ``norm[start:end]``."""

    start: int
    end: int
    word: str
    sense: Sense


_ASSIGNING = frozenset({"giao", "phân công", "chỉ đạo"})
_ASKING = frozenset({"yêu cầu", "đề nghị", "lưu ý"})
_BEFORE_REACH = 24
_PASSIVE_REACH = 64
_PASSIVE = re.compile(r"(?<!\w)(?:(?:được|do) (?:(?!và |để |ngay |nhưng )[\w.]{1,12} ){0,4}|bị [^.;:]{1,50}, )$")
_NOUN_BEFORE = tuple(f" {word} " for word in NOT_ORDERED_BEFORE)
_LAST_WORDS = frozenset(word.rsplit(" ", 1)[-1] for word in NOT_ORDERED_BEFORE)
_PAPERS = ("văn bản ", "công văn ")
_OF_DOCUMENT = re.compile(r"(?<!\w)(?:văn bản|công văn) $")
_PARTY_AFTER = re.compile(
    r" (?:các|ubnd|sở|phòng|ban|chủ tịch|giám đốc|thủ trưởng|công an|đơn vị|chính quyền|bộ)(?!\w)"
)
_NOT_ASSIGNED = re.compile(
    r"\s(?:thông|dịch|lưu|tiếp|hữu|thoa|đất|nhận|thương|mùa|động|cho nhà đầu tư|đầu năm|chỉ tiêu|năm|kế hoạch|vốn|\d)"
)
_NOUN_AFTER = re.compile(
    r"\s(?:khen thưởng|của|công nhận|về|phát triển|nhiệm vụ|thực tiễn|đặt ra|đề ra|thực tế|mới|cao|này|trên)(?!\w)"
)


_SENSES = {
    word: sense
    for sense, listed in (
        (Sense.ORDER, ORDER_VERBS),
        (Sense.SPEECH, SPEECH_VERBS),
        (Sense.REPORT, REPORT_VERBS),
        (Sense.PRAISE, PRAISE_VERBS),
        (Sense.MARK, MARKS),
    )
    for word in listed
}
#: Such words in a text; ``as_verb`` gives their sense.
VERBS = Trigger([word for word, sense in _SENSES.items() if sense is not Sense.MARK], MARKS)


def as_verb(place: Place) -> Verb:
    """A place of ``VERBS`` with its sense."""
    start, end, word = place
    return Verb(start, end, word, _SENSES[word])


def is_noun(scan: Scan, start: int, verb: Verb) -> bool:
    """Whether the word is a noun or in the passive: "theo yêu cầu", "được giao", "văn bản đề nghị".

    Args:
        scan: the text.
        start: where the sentence begins.
        verb: the word.
    """
    norm = scan.shadow.norm
    before = norm[max(start, verb.start - _PASSIVE_REACH) : verb.start]
    last = before.rsplit(None, 1)[-1:]  # most words stand behind none of the listed ones
    if last and last[0] in _LAST_WORDS and f" {before}".endswith(_NOUN_BEFORE):
        return True
    if verb.sense is not Sense.ORDER:
        return False
    passive = ("được" in before or "do " in before or "bị " in before) and _PASSIVE.search(before) is not None
    return passive or _is_other(scan, before, verb)


def _is_other(scan: Scan, before: str, verb: Verb) -> bool:
    """Whether an order verb is part of another word or of the name of a paper: "giao thông", "văn bản đề nghị"."""
    norm = scan.shadow.norm
    of_document = before.endswith(_PAPERS) and _OF_DOCUMENT.search(before[-_BEFORE_REACH:])
    if of_document and not _PARTY_AFTER.match(norm, verb.end):
        return True  # but not "có văn bản yêu cầu các sở …"
    if verb.word == "giao" and (
        _NOT_ASSIGNED.match(norm, verb.end) or scan.shadow.cased.startswith("giao ban ", verb.start)
    ):
        return True
    if verb.word in _ASSIGNING:
        return norm[verb.end : verb.end + 1] not in {" ", ":"}
    return verb.word in _ASKING and _NOUN_AFTER.match(norm, verb.end) is not None
