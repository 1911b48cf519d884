# SPDX-License-Identifier: Apache-2.0
"""The unit of the map a text is about: "Quận 9", "quận Bình Tân", "xã Cẩm Vĩnh Đông".

Here: the place named most in the opening. Not here: places of single figures.
"""

from __future__ import annotations

import re
from collections import Counter

from tiendo.read.engine.scan import Scan
from tiendo.read.findings.people.names import find_name, run_at
from tiendo.read.lexicon.letters import LOWER, UPPER

_HEAD = 4000
_OPENING = 800
_NAME_WORD = rf"[{UPPER}][^\W\d_]{{0,8}}(?:'[{UPPER}{LOWER}][^\W\d_]{{0,6}})?"
# The level in any case, then a number or a name in capital letters; "TP" also without space ("TPHCM").
PLACE = (
    r"(?P<level>[Tt](?:hành phố|hị xã|hị trấn|ỉnh)|[Đđ]ặc khu|[Pp]hường|[Hh]uyện|[Qq]uận|[Xx]ã"
    r"|T(?:P|X|\.P)\.?)(?P<gap>\s?)"
    rf"(?P<name>\d{{1,2}}(?!\d|[./,]\d)|HCM|{_NAME_WORD}(?:[ -]{_NAME_WORD}){{0,6}})"
)
_PLACE = re.compile(PLACE)
_SHORT = {
    "tp": "Thành phố",
    "tp.": "Thành phố",
    "t.p": "Thành phố",
    "t.p.": "Thành phố",
    "tx": "Thị xã",
    "tx.": "Thị xã",
}
# A body named with its place weighs more: it is who reports.
_BODY_BEFORE = re.compile(
    r"(?:quận ủy|huyện ủy|thị ủy|thành ủy|tỉnh ủy|đảng ủy|đảng bộ|ubnd|ủy ban nhân dân|hđnd"
    r"|hội đồng nhân dân|mttq|lãnh đạo)\s?$"
)
_PERSON_SPACES = 2  # a place and a person take three words at least
_NOT_NAMES = frozenset({"Ủy", "Đoàn", "Đảng", "Hội"})


def _without_person(match: re.Match[str], name: str) -> str:
    """The place before a person's name: "tỉnh Quảng Lương Lê Văn An" is "Quảng Lương"."""
    if name.count(" ") < _PERSON_SPACES:
        return name
    run = run_at(match.string, match.start("name"), match.end())
    person = find_name(run, after_level=True) if run else None
    return match.string[match.start("name") : person.start].strip() if person else name


def main_place(scan: Scan) -> str | None:
    """The place a text speaks of most, in the form "Quận 9"; None when it names none."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    weights: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for match in _PLACE.finditer(cased, 0, min(len(cased), _HEAD)):
        if match.start() and cased[match.start() - 1].isalnum():
            continue
        level, name = match["level"], match["name"]
        if not match["gap"] and not level.startswith(("TP", "TX", "T.P")):
            continue
        name = _without_person(match, name)
        if not name or name.split()[0] in _NOT_NAMES:
            continue
        level = _SHORT.get(level.lower(), level[:1].upper() + level[1:])
        form = f"{level} {'Hồ Chí Minh' if name == 'HCM' else name}"
        key = form.lower()
        forms.setdefault(key, form)
        body = _BODY_BEFORE.search(norm, max(0, match.start() - 20), match.start())
        weights[key] += 1 + (2 if body else 0) + (2 if match.start() < _OPENING else 0)
    if not weights:
        return None
    return forms[max(weights, key=lambda key: (weights[key], -list(weights).index(key)))]
