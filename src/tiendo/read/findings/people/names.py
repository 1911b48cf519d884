# SPDX-License-Identifier: Apache-2.0
"""Names of persons in Vietnamese print: where one begins in a run of capitalised words.

Here: the shape of names and the split between a place or an office and the name behind it. Not here: titles.
"""

from __future__ import annotations

import re
from typing import Final

from tiendo.kernel.records import record
from tiendo.read.lexicon.letters import LOWER, UPPER
from tiendo.read.lexicon.surnames import (
    DOUBTFUL,
    MIDDLE_NAMES,
    PLACES_NAMED_AFTER_PEOPLE,
    SURNAMES,
    SURNAMES_OF_PEOPLES,
)
from tiendo.read.lexicon.titles import ADDRESS

# "Nguyễn", "Y", "K'Ré", "H'Yim", "Bh'riu", "Kđăm"
_REST: Final[str] = (
    rf"(?:[{LOWER}]{{1,7}}(?:'[{UPPER}{LOWER}][{LOWER}]{{0,6}})?|'[{UPPER}{LOWER}][{LOWER}]{{0,6}}|(?=\s))"
)
_TITLED: Final[str] = rf"[{UPPER}]{_REST}"
_CAPITALS: Final[str] = rf"[{UPPER}]{{2,7}}"


def _run(least: int) -> str:
    return (
        rf"[{UPPER}](?<![^\W_][{UPPER}])(?:{_REST}(?![^\W\d_])(?:[ ]{{1,2}}{_TITLED}(?![^\W\d_])){{{least},7}}"
        rf"|[{UPPER}]{{1,6}}(?:[ ]{{1,2}}{_CAPITALS}(?![^\W\d_])){{1,7}})(?![^\W\d_])"
    )


#: A run of words with a capital letter, or of words in capitals.
RUN: Final[str] = _run(0)
#: The same of two words at least.
RUN_OF_WORDS: Final[str] = _run(1)
_RUN = re.compile(RUN)
_ADDRESSED = re.compile(r"(?:^|[\W_])(?:" + "|".join(map(re.escape, ADDRESS)) + r")[.\s]{1,2}$")
_FAMILY_NAMES = SURNAMES | SURNAMES_OF_PEOPLES
_ETHNIC_LETTERS = frozenset("YAKH")
_HMONG = "A"  # between the clan and the given name of a man: "Vàng A Giống"
_FIRST_WORDS = _FAMILY_NAMES | _ETHNIC_LETTERS
_ADDRESS = frozenset({"Ông", "Bà", "Anh", "Chị", "Thầy", "Cô"})
_MIN, _MAX = 2, 5
_USUAL, _LONG = 3, 4
_OF_PEOPLE = ("tỉnh ", "ủy ", "uỷ ")
_NOT_A_NAME = frozenset(
    {
        "hồ chí minh",
        "việt nam",
        "văn phòng",
        "hà nội",
        "hà nam",
        "hà tĩnh",
        "hà giang",
        "hà tiên",
        "thái bình",
        "thái nguyên",
        "lâm đồng",
        "cao bằng",
        "cao lãnh",
        "đồng nai",
        "đồng tháp",
        "ninh bình",
        "ninh thuận",
        "châu đốc",
        "châu thành",
        "sơn la",
        "sơn tây",
        "lạng sơn",
        "lạng giang",
        "quảng ninh",
        "quảng nam",
        "quảng ngãi",
        "quảng bình",
        "quảng trị",
        "phú yên",
        "phú thọ",
        "phú quốc",
        "kiên giang",
        "đoàn thanh",
        "đoàn thể",
        "trung ương",
        "trường sa",
        "hoàng sa",
        "mai châu",
        "mai sơn",
        "lý sơn",
        "võ nhai",
        "vũ quang",
        "vũ thư",
        "đông anh",
        "kim bảng",
        "kim sơn",
        "tô hiệu",
        "hoàng mai",
        "hà đông",
        "ủy viên",
        # titles, in the middle of which a level was cut off
        "phó thủ",
        "phó chủ",
        "phó bí",
        "phó giám",
        "phó tổng",
        "phó trưởng",
        "phó chánh",
        "phó cục",
    }
)


@record
class Name:
    """A name at ``cased[start:end]``."""

    start: int
    end: int
    text: str


def _fold(word: str) -> str:
    return word[:1] + word[1:].lower() if len(word) > 1 and word.isupper() else word


def _plausible(words: list[str]) -> float:
    """How much a run of words looks like one whole name; 0 is not at all."""
    count, first = len(words), words[0]
    if not _MIN <= count <= _MAX:
        return 0.0
    ethnic = first in _ETHNIC_LETTERS or any("'" in word for word in words)
    if not (first in _FAMILY_NAMES or ethnic):
        return 0.0
    if " ".join(words).lower() in _NOT_A_NAME or " ".join(words[:2]).lower() in _NOT_A_NAME:
        return 0.0
    if first in DOUBTFUL and count < _USUAL and not ethnic:
        return 0.0
    score = {2: 1.0, 3: 2.5, 4: 2.0, 5: 0.7}[count]
    if first in DOUBTFUL:
        score -= 0.8
    if ethnic or (count > _MIN and (words[1] in MIDDLE_NAMES or words[1] == _HMONG)):
        score += 1.0
    return max(score, 0.1)


def find_name(run: re.Match[str], after_level: bool, is_addressed: bool = False) -> Name | None:
    """The name at the end of a run of capitalised words.

    Args:
        run: a match of ``RUN``.
        after_level: a level of the map stands before the run, so a place may come first ("quận Bình Tân …").
        is_addressed: "đồng chí", "ông" or the like stands before the run: it is a name whatever its first word is.

    Returns:
        None when the run holds no name.
    """
    text = run.group()
    if " " not in text:
        return None
    words = [_fold(word) for word in text.split()]
    if words[0] in _ADDRESS and len(words) > _MIN:
        rest = run_at(run.string, _next_word(run.string, run.start()), run.end())
        return find_name(rest, after_level=False, is_addressed=True) if rest else None
    if is_addressed and _MIN <= len(words) <= _MAX:
        return None if " ".join(words).lower() in _NOT_A_NAME else Name(run.start(), run.end(), run.group())
    is_plain = "'" not in text
    if is_plain and _FAMILY_NAMES.isdisjoint(words):
        return None
    best, at = 0.0, -1
    for i in _first_words(words, is_plain=is_plain):
        score = _plausible(words[i:])
        if score and not (after_level and i == 0 and _is_place(words, run)):
            score += _after_place(words, i) if after_level else _after_other(words, i)
            if score > best:
                best, at = score, i
    if at < 0:
        return None
    start = run.start()
    for _ in range(at):
        start = _next_word(run.string, start)
    return Name(start, run.end(), run.string[start : run.end()])


def _first_words(words: list[str], *, is_plain: bool) -> list[int]:
    """The words of a run with which a name can begin; without an apostrophe only known ones."""
    places = range(max(0, len(words) - _MAX), len(words) - 1)
    return [i for i in places if not is_plain or words[i] in _FIRST_WORDS]


def _after_place(words: list[str], i: int) -> float:
    """What it adds that the words before a name are the name of a place: two words are usual, none is not."""
    place = " ".join(words[:i]).lower()
    if place in ONE_WORD_PLACES or place == "hồ chí minh":
        return 3.0
    if i == 0:
        return -1.2 if len(words) > _MIN else -0.5
    return {1: -0.5, 2: 1.0}.get(i, 0.6)


def _after_other(words: list[str], i: int) -> float:
    """Without a level of the map before the run, a name begins it."""
    return 0.0 if i == 0 or " ".join(words[:i]).lower() in _NOT_A_NAME else -2.0


def _is_place(words: list[str], run: re.Match[str]) -> bool:
    """Whether a run behind a level is the place itself: "xã Thái Hòa", "phường Võ Thị Sáu"."""
    if " ".join(words).lower() in PLACES_NAMED_AFTER_PEOPLE:
        return True
    if len(words) >= _USUAL or "'" in run.group():
        return False
    # no province is named like a person: "Chủ tịch UBND tỉnh Lê Sáu", "Bí thư Tỉnh ủy Lê Sáu"
    return words[0] in DOUBTFUL or not run.string[max(0, run.start() - 6) : run.start()].lower().endswith(_OF_PEOPLE)


def _next_word(text: str, at: int) -> int:
    at = text.index(" ", at)
    while text[at] == " ":
        at += 1
    return at


ONE_WORD_PLACES: Final[frozenset[str]] = frozenset({"huế", "vinh", "pleiku", "hội an", "đà lạt", "cần thơ", "đà nẵng"})


def addressed_before(norm: str, start: int, end: int) -> bool:
    """Whether a form of address ("đồng chí", "ông") reaches up to ``end``; nothing before ``start`` is asked."""
    before = norm[start:end]
    # most names stand behind other words: they are told by their end
    if not before.rstrip().rstrip(".").rstrip().rstrip(".").endswith(ADDRESS):
        return False
    return _ADDRESSED.search(before) is not None


def run_at(cased: str, position: int, end: int) -> re.Match[str] | None:
    """The run of capitalised words that begins at a position."""
    return _RUN.match(cased, position, end)
