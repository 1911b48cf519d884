# SPDX-License-Identifier: Apache-2.0
"""Titles in running text: where one begins, how far it reaches, and the name that stands inside or behind it.

Here: "Phó Bí thư Thành ủy, Chủ tịch HĐND TPHCM Nguyễn …". Not here: names before a title and signatures (``find``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.engine.triggers import Trigger
from tiendo.read.engine.words import one_of
from tiendo.read.findings.people.names import Name, find_name, run_at
from tiendo.read.lexicon.bodies import FIELDS, LEVELS
from tiendo.read.lexicon.letters import LOWER, UPPER
from tiendo.read.lexicon.orders import REPORT_VERBS
from tiendo.read.lexicon.titles import ADDRESS, AFTER_TITLE, TITLE_HEADS, TITLE_PREFIXES

_BEFORE_REACH = 80
#: Two words with capital letters, or capitals alone: without them no name is near.
_NAMES_NEAR = re.compile(rf"[{UPPER}][{LOWER}']{{0,8}} {{1,2}}[{UPPER}]")
_REACH = 260  # characters a title with its body may take
_HEAD = re.compile(
    r"(?:(?:" + "|".join(map(re.escape, TITLE_PREFIXES)) + r") )?(?:" + one_of("|".join(TITLE_HEADS)) + r")(?!\w)"
)
_ADDRESSED = re.compile(r"(?:(?:các )?(?:" + one_of("|".join(ADDRESS)) + r")(?!\w)[.\s]{0,2})+")
_STOP = re.compile(r"(?:" + "|".join((*AFTER_TITLE, *REPORT_VERBS)) + r")(?!\w)")
_FIELD = re.compile(one_of("|".join(FIELDS)) + r"(?!\w)")
_BEFORE_PLACES = (*LEVELS, "huyện ủy", "quận ủy", "thị ủy", "thành ủy", "tỉnh ủy")
_PREFIX = re.compile(r"(?:" + "|".join(map(re.escape, TITLE_PREFIXES)) + r") $")
_TOKEN = re.compile(r"TP\.HCM|(?:TP|Tp|TX|Tx|T\.P|Q|P|H)\.|[^\W_]+(?:['/][^\W_]+)*|[^\w\s]|_")
_GAP = re.compile(r"\s{0,3}")
_BEFORE_NAME = re.compile(r"\s{0,2}(?:[,:]|là|[-–])?\s{0,3}")
_LOOSE = (",", "-", "–", "và", "của", "các", "kiêm", "cũng")
_LOOSE_END = re.compile(r"(?:[\s,\-–]|(?<!\w)(?:và|của|các|kiêm|cũng)(?=\s*$))+$")


@record
class Title:
    """A title at ``cased[start:end]``; the name that belongs to it when it stands in or right behind it.

    Attributes:
        is_shared: "các Phó Chủ tịch …": more names may follow.
        is_apart: a comma parts the name from the title, so it may belong to the next one ("…, ông …").
    """

    start: int
    end: int
    name: Name | None
    is_shared: bool = False
    is_apart: bool = False


_HEADS = Trigger(TITLE_HEADS)


def _starts(scan: Scan) -> Iterator[int]:
    """Where a word of an office begins, each place once: "phó chủ tịch" holds "chủ tịch"."""
    reached = -1
    for start, end, _ in scan.found(_HEADS):
        if start >= reached:
            yield start
            reached = end


def _is_level(norm: str, end: int) -> bool:
    """Whether a level of the map ("quận", "tp.") ends at a position."""
    return norm[max(0, end - 12) : end].rstrip().endswith(_BEFORE_PLACES)


class _Reader:
    """Reads one title, word by word; keeps where it is."""

    __slots__ = ("cased", "end", "limit", "name", "norm")

    def __init__(self, scan: Scan, start: int, limit: int) -> None:
        self.cased, self.norm = scan.shadow.cased, scan.shadow.norm
        self.end, self.limit = start, limit
        self.name: Name | None = None

    def read(self, at: int) -> None:
        """Set ``end`` to where the title ends, and ``name`` when one stands in it."""
        head = _HEAD.match(self.norm, at, self.limit)
        self.end = at = head.end() if head else at
        cased, limit = self.cased, self.limit
        while self.name is None:
            if at < limit and cased[at : at + 1].isspace():  # nearly every gap is one space
                is_wide = cased[at + 1 : at + 2].isspace()
                at = _GAP.match(cased, at, limit).end() if is_wide else at + 1  # type: ignore[union-attr]
            token = _TOKEN.match(cased, at, limit)
            if token is None:
                return
            step = self._step(token)
            if step is None:
                return
            at = step

    def _step(self, token: re.Match[str]) -> int | None:
        """Take one word; the position to go on from, None at the end of the title."""
        at, word = token.start(), token.group()
        if not word[0].isalnum():
            return self._sign(at, word)
        head = _HEAD.match(self.norm, at, self.limit)
        if head:
            self.end = head.end()
            return head.end()
        run = run_at(self.cased, at, self.limit) if word[0].isupper() else None
        if run is not None:
            return self._run(run)
        if word[0].isupper() or word[0].isdigit():
            self.end = token.end()
            return token.end()
        return self._small_word(token)

    def _sign(self, at: int, sign: str) -> int | None:
        after = _GAP.match(self.cased, at + 1, self.limit).end()  # type: ignore[union-attr]
        if sign == "&":
            return after  # "LĐ-TB&XH"
        if sign in ",-–" and _HEAD.match(self.norm, after, self.limit):
            return after
        if sign in "-–" and self.cased[after : after + 1].isupper() and not run_is_name(self.cased, after, self.limit):
            return after  # "Tài chính - Kế hoạch"
        return None

    def _run(self, run: re.Match[str]) -> int | None:
        addressed = _ADDRESSED.match(self.norm, run.start(), self.limit)
        if addressed and addressed.end() > run.start():
            self._addressed(addressed)
            if self.name is not None:
                return None  # else "Bà" is a part of a name: "Bà Rịa"
        self.name = find_name(run, _is_level(self.norm, run.start()))
        if self.name is None:
            # of "UBND TP" only "UBND" is taken: "TP.HCM" is one word
            is_acronym = run.group()[1:2].isupper()
            self.end = run.start() + run.group().index(" ") if is_acronym else run.end()
            return self.end
        if self.name.start > run.start():
            self.end = self.name.start
        return None

    def _addressed(self, addressed: re.Match[str]) -> None:
        run = run_at(self.cased, addressed.end(), self.limit)
        if run is not None:
            self.name = find_name(run, after_level=False, is_addressed=True)

    def _small_word(self, token: re.Match[str]) -> int | None:
        at = token.start()
        addressed = _ADDRESSED.match(self.norm, at, self.limit)
        if addressed:
            self._addressed(addressed)
            return None
        if token.group() == "và":
            after = _GAP.match(self.cased, token.end(), self.limit).end()  # type: ignore[union-attr]
            joins = self.cased[after : after + 1].isupper() or _FIELD.match(self.norm, after, self.limit) is not None
            joins = joins and not _HEAD.match(self.norm, after, self.limit)
            return after if joins and not run_is_name(self.cased, after, self.limit) else None
        if _STOP.match(self.norm, at, self.limit):
            return None
        self.end = token.end()
        return token.end()


def run_is_name(cased: str, at: int, limit: int) -> bool:
    """Whether a person's name begins at a position."""
    run = run_at(cased, at, limit)
    if run is None:
        return False
    name = find_name(run, after_level=False)
    return name is not None and name.start == at


def name_behind(scan: Scan, at: int, limit: int) -> Name | None:
    """The name right behind a title: "…: Nguyễn …", "… là ông Trần …", "…, bà Lê …"."""
    cased, norm = scan.shadow.cased, scan.shadow.norm
    joint = _BEFORE_NAME.match(cased, at, limit)
    start = joint.end() if joint else at
    addressed = _ADDRESSED.match(norm, start, limit)
    if addressed is None and cased[at:start].strip() not in {"", ":", "-", "–"}:
        return None
    run = run_at(cased, addressed.end() if addressed else start, limit)
    return find_name(run, after_level=False, is_addressed=addressed is not None) if run else None


def titles(scan: Scan) -> Iterator[Title]:
    """Every title of a text, in order; a chain joined by commas is one."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    done = -1
    for at in _starts(scan):
        if at < done or not _NAMES_NEAR.search(cased, max(0, at - _BEFORE_REACH), at + _REACH):
            continue
        prefix = _PREFIX.search(norm, max(0, at - 8), at)
        start = prefix.start() if prefix else at
        sentence = scan.sentence_at(at)
        limit = min(start + _REACH, sentence.end if sentence else start + _REACH)
        reader = _Reader(scan, start, limit)
        reader.read(start)
        words = cased[start : reader.end]
        loose = _LOOSE_END.search(words) if words[-1:].isspace() or words.endswith(_LOOSE) else None
        end = reader.end - (len(loose.group()) if loose else 0)
        name = reader.name or name_behind(scan, reader.end, limit)
        done = max(reader.end, name.end if name else 0)
        is_apart = reader.name is None and name is not None and cased[reader.end : name.start].lstrip().startswith(",")
        is_shared = norm[max(0, start - 14) : start].rstrip().endswith(("các", "các đồng chí", "đ/c"))
        yield Title(start, end, name, is_shared, is_apart)
