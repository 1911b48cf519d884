# SPDX-License-Identifier: Apache-2.0
"""The unit of the map a text is about: "Quận 9", "quận Bình Tân", "xã Cẩm Vĩnh Đông".

Here: the place named most in the opening. Not here: places of single figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.read.engine.scan import Scan
from tiendo.read.findings.people.names import find_name, run_at
from tiendo.read.lexicon.letters import LOWER, UPPER

_HEAD = 3000
_OPENING = 800
_LEVELS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "phường", "huyện", "tỉnh", "quận", "xã")
_SHORT = {"TP.": "Thành phố", "TP": "Thành phố", "TX.": "Thị xã", "TX": "Thị xã"}
_FULL_LEVELS = tuple((word, word[:1].upper() + word[1:], len(word)) for word in _LEVELS)
_SHORT_LEVELS = tuple((word, level, len(word)) for word, level in _SHORT.items())
_NAME_WORD = rf"[{UPPER}][^\W\d_]{{0,8}}(?:'[{UPPER}{LOWER}][^\W\d_]{{0,6}})?"
# A number or a name in capital letters; "TP" also without space ("TPHCM").
_NAME = re.compile(rf"(?P<gap>\s?)(?P<name>\d{{1,2}}(?!\d|[./,]\d)|HCM|{_NAME_WORD}(?:[ -]{_NAME_WORD}){{0,6}})")
#: Bodies that are named by their place: they are who reports.
BODIES_OF_PLACES = (
    *("quận ủy", "huyện ủy", "thị ủy", "thành ủy", "tỉnh ủy", "đảng ủy", "đảng bộ", "ubnd", "ủy ban nhân dân"),
    *("hđnd", "hội đồng nhân dân", "mttq", "lãnh đạo"),
)
_PERSON_SPACES = 2  # a place and a person take three words at least
_NOT_NAMES = frozenset({"ủy", "đoàn", "đảng", "hội"})


def _levels(scan: Scan, end: int) -> Iterator[tuple[int, str, int]]:
    """Levels of the map before what may be a name: where they stand, their full name, where their own words end."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    for text, words in ((norm, _FULL_LEVELS), (cased, _SHORT_LEVELS)):
        for word, level, size in words:
            at = text.find(word, 0, end)
            while at >= 0:
                behind = at + size
                # a name begins with a capital letter or a digit: "xã hội" is passed over
                sign = cased[behind : behind + 1]
                if sign.isspace():
                    sign = cased[behind + 1 : behind + 2]
                if (sign.isupper() or sign.isdigit()) and not (at and text[at - 1].isalnum()):
                    yield at, level, behind
                at = text.find(word, at + 1, end)


def _without_person(match: re.Match[str]) -> str:
    """The place before a person's name: "tỉnh Quảng Lương Lê Văn An" is "Quảng Lương"."""
    name: str = match["name"]
    if name.count(" ") < _PERSON_SPACES:
        return name
    run = run_at(match.string, match.start("name"), match.end())
    person = find_name(run, after_level=True) if run else None
    return match.string[match.start("name") : person.start].strip() if person else name


def main_place(scan: Scan) -> str | None:
    """The place a text speaks of most, in the form "Quận 9"; None when it names none."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    weights: dict[str, int] = {}
    first: dict[str, tuple[int, str]] = {}
    for at, level, end in _levels(scan, min(len(cased), _HEAD)):
        match = _NAME.match(cased, end)
        if match is None or not (match["gap"] or cased.startswith("T", at)):
            continue
        name = _without_person(match)
        if not name or name.partition(" ")[0].lower() in _NOT_NAMES:
            continue
        form = f"{level} {'Hồ Chí Minh' if name == 'HCM' else name}"
        key = form.lower()
        known = first.get(key)
        if known is None or (at, form) < known:
            first[key] = (at, form)
        of_body = norm[max(0, at - 20) : at].rstrip().endswith(BODIES_OF_PLACES)
        weights[key] = weights.get(key, 0) + 1 + (2 if of_body else 0) + (2 if at < _OPENING else 0)
    if not weights:
        return None
    return first[max(weights, key=lambda key: (weights[key], -first[key][0]))][1]
