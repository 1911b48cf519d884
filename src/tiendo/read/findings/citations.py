# SPDX-License-Identifier: Apache-2.0
"""Legal acts named by their identifiers: "98/2023/QH15", "11/NQ-HĐND", "31-NQ/TW".

Here: the three shapes of an identifier and the kind named before it. Not here: acts named by title alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Citation
from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.lexicon.acts import ACTS

# Letters of a kind or a body: "NQ", "QĐ", "TTr", "UBVTQH14", "BTGĐU", "TTg".
_CODE = r"[A-ZĐƯ][A-Za-zĐđƯư&]{0,9}\d{0,2}"
_IDENTIFIER = re.compile(
    r"\d(?<![\w/.,-]\d)\d{0,4}[a-zA-Z]?"
    r"(?:"
    rf"\s?/\s?(?:19|20)\d\d\s?/\s?(?P<normative>{_CODE})(?:-{_CODE}){{0,3}}"  # 98/2023/QH15, 73/2023/NĐ-CP
    rf"|\s?/\s?(?P<state>{_CODE})(?:[-./]{_CODE}){{1,3}}"  # 11/NQ-HĐND, 1237/QĐ-UBND-HC, 12/NQLT/UBND-MTTQ
    rf"|\s?[-–]\s?(?P<party>{_CODE})/{_CODE}(?:[-.]{_CODE}){{0,2}}"  # 31-NQ/TW
    rf"|/(?:CP|TTg|TW|BCT|QH|(?:QĐ|NQ|NĐ|CT|KH|TB)(?:UBND|HĐND|CP|TTg))"  # Đề án 06/CP, QĐUBND: only behind its kind
    r")(?![\w/]|-\w)"
)
_STROKE = re.compile(r"/\s?[A-ZĐƯ]")
_BEFORE_STROKE, _BEHIND_STROKE = 30, 80  # more than an identifier takes on each side
_NAMED = re.compile(
    r"(" + "|".join(sorted(ACTS, key=len, reverse=True)) + r")(?: {1,2}(?:số ?:? ?)?|(?: \w{1,10}){1,3} {1,2}số ?:? ?)$"
)
_NUMBERED = re.compile(r"số\s?:?\s?$")
_AND_ANOTHER = re.compile(r"\s?(?:,|;|và|hoặc|,\s?và)\s?(?:số\s)?$")
_LETTERS = frozenset(letters for letters, _ in ACTS.values() if letters) | {"QyĐ", "TTLT", "QĐ", "UBND", "HĐND", "GP"}
_NEAR = 10  # characters between two identifiers of one kind
_REACH = 40  # characters before an identifier that may name its kind


@record
class Identifier:
    """An identifier at ``norm[start:end]`` and the kind named before it."""

    start: int
    end: int
    kind: str | None


def identifiers(scan: Scan, start: int = 0, end: int | None = None) -> Iterator[Identifier]:
    """All mentions in order, repeated ones too."""
    norm, cased = scan.shadow.norm, scan.shadow.cased
    last: Identifier | None = None
    last_letters = ""
    for match in _matches(cased, start, len(cased) if end is None else end):
        at = match.start()
        before = norm[max(0, at - _REACH) : at]
        named = _NAMED.search(before)
        kind = named[1] if named else None
        letters = match["normative"] or match["state"] or match["party"] or ""
        # "Nghị quyết 11/NQ-HĐND và 12/NQ-HĐND"
        if kind is None and last and letters == last_letters and at - last.end <= _NEAR:
            kind = last.kind if _AND_ANOTHER.fullmatch(norm[last.end : at]) else None
        known = match["normative"] or letters in _LETTERS or (letters and _NUMBERED.search(before))
        if kind is None and not known:
            continue  # "3/TP-HCM" names nothing
        last, last_letters = Identifier(at, match.end(), kind), letters
        yield last


def _matches(cased: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What is shaped like an identifier, looked for only around the strokes before capitals."""
    done = start
    for stroke in _STROKE.finditer(cased, start, end):
        at = stroke.start()
        if at < done:
            continue
        match = _IDENTIFIER.search(cased, max(done, at - _BEFORE_STROKE), min(end, at + _BEHIND_STROKE))
        if match is not None and match.start() < at:
            done = match.end()
            yield match


def find_citations(scan: Scan) -> list[Citation]:
    """The acts a text names by identifier, each once, at its first mention.

    Args:
        scan: the text.

    Returns:
        In the order of the text; ``kind`` in lower case when some mention names it.
    """
    first: dict[str, Identifier] = {}
    kinds: dict[str, str] = {}
    for found in identifiers(scan):
        key = scan.shadow.norm[found.start : found.end].replace(" ", "")
        first.setdefault(key, found)
        if found.kind:
            kinds.setdefault(key, found.kind)
    return [
        Citation(scan.shadow.slice(i.start, i.end), scan.span(i.start, i.end), kinds.get(key), ("identifier",))
        for key, i in first.items()
    ]
