# SPDX-License-Identifier: Apache-2.0
"""Office-holders of a text, each once, at the fullest mention.

Here: names before and behind titles, lists, signatures, and which mention is kept. Not here: the shape of names and
titles (``names``, ``titles``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Person
from tiendo.kernel.records import record
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.people.names import RUN, Name, addressed_before, find_name, run_at
from tiendo.read.findings.people.titles import Title, titles
from tiendo.read.lexicon.titles import TITLE_HEADS

_BEFORE = re.compile(
    rf"(?P<run>{RUN})\s{{0,2}}(?:\([^()\n]{{1,40}}\)\s?)?(?:,\s?\d{{2}}\stuổi)?(?:,\s?\(|,|\(|[-–—]|:"
    rf"|giữ chức(?: vụ)?|làm)?\s?(?:hiện |nay |đang )?(?:là |giữ chức(?: vụ)? )?$"
)
_NEXT_NAME = re.compile(r"\s?(?:,|và|;)\s{1,2}(?:và )?(?:(?:đồng chí|ông|bà) )?")
_UNSIGNED = re.compile(r"^\W*(?:\((?:đã )?k[ýí][^\n)]{0,30}\)|đã ký|ký thay|ký tên[^\n]{0,30}|\[[^\n\]]{0,40}\])?\W*$")
_WIDE_GAP = re.compile(r"\s{3,}")
_NEAR = 80
_LINE = 300  # characters of a line of a signature
_SIGNATURE_LINES = 8
_BIG_HEADS = re.compile(r"(?:^|(?<= ))(" + "|".join(sorted(TITLE_HEADS, key=len, reverse=True)) + r")(?!\w)")


_ACRONYM = re.compile(r"\b(?:ubnd|hđnd|mttq|ubmttq)\b")
_PHO = re.compile(r"^(Phó |Quyền |Nguyên )(\w)")


def _raise(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()


@record
class _Mention:
    name: Name
    start: int
    end: int
    title: str
    rule: str


def _title_text(scan: Scan, title: Title) -> str:
    text = " ".join(scan.shadow.slice(title.start, title.end).split())
    if text.isupper():
        # "PHÓ BÍ THƯ" is written "Phó Bí thư" in running text
        text = _BIG_HEADS.sub(lambda m: _PHO.sub(_raise, m[1][:1].upper() + m[1][1:]), text.lower())
        text = _ACRONYM.sub(lambda m: m.group().upper(), text.replace("Chánh văn", "Chánh Văn"))
    return text


def _name_before(scan: Scan, title: Title) -> Name | None:
    """The name a title is added to: "Nguyễn …, Phó Chủ tịch", "Trần … (Bí thư …)"."""
    cased = scan.shadow.cased
    sentence = scan.sentence_at(title.start)
    start = max(title.start - _NEAR, sentence.start if sentence else 0)
    found = _BEFORE.search(cased[start : title.start])
    if found is None:
        return None
    is_joined = found.group()[len(found["run"]) :].strip() != ""
    if not is_joined and not cased[title.start : title.start + 2].isupper():
        return None  # only a title in short needs no sign: "đồng chí Lê Quốc An UVBTV"
    run = run_at(cased, start + found.start("run"), start + found.end("run"))
    if run is None:
        return None
    addressed = addressed_before(scan.shadow.norm, max(0, run.start() - 16), run.start())
    if not (is_joined or addressed):
        return None
    return find_name(run, after_level=False, is_addressed=addressed)


def _signed(scan: Scan, title: Title) -> Name | None:
    """The name under a title that stands alone in capitals at the end of a line."""
    cased = scan.shadow.cased
    if not cased[title.start : title.end].isupper():
        return None
    line_end = cased.find("\n", title.end, title.end + _NEAR)
    if line_end < 0 or cased[title.end : line_end].strip():
        return None
    at = line_end + 1
    for _ in range(_SIGNATURE_LINES):
        end = cased.find("\n", at, at + _LINE)
        end = end if end >= 0 else min(len(cased), at + _LINE)
        line = cased[at:end]
        if not _UNSIGNED.match(line) and not (
            line.lstrip().startswith(("-", "+", "*")) and _last_column(line) < _NEAR // 4
        ):
            gap = _last_column(line)
            run = run_at(cased, at + gap, end)
            if run is None or cased[run.end() : end].strip(" .\r"):
                return None
            return find_name(run, after_level=False)
        if end == len(cased):
            return None
        at = end + 1
    return None


def _last_column(line: str) -> int:
    """Where the last of several columns of a line begins."""
    start = len(line) - len(line.lstrip())
    for gap in _WIDE_GAP.finditer(line.rstrip()):
        start = max(start, gap.end())
    return start


def _more_names(scan: Scan, name: Name) -> Iterator[Name]:
    """Names that share the title of the one before: "các Phó Chủ tịch A, B và C"."""
    at = name.end
    while joint := _NEXT_NAME.match(scan.shadow.norm, at):
        run = run_at(scan.shadow.cased, joint.end(), joint.end() + _NEAR)
        found = find_name(run, after_level=False) if run else None
        if found is None or found.start != joint.end():
            return
        yield found
        at = found.end


def _mentions(scan: Scan) -> Iterator[_Mention]:
    for title in titles(scan):
        text = _title_text(scan, title)
        before = _name_before(scan, title) if title.name is None or title.is_apart else None
        if title.name is not None and before is None:
            yield _mention(title.name, title, text, "title_name")
            if title.is_shared:
                for name in _more_names(scan, title.name):
                    yield _mention(name, title, text, "shared_title")
            continue
        if before is not None:
            yield _mention(before, title, text, "name_title")
            continue
        signed = _signed(scan, title)
        if signed is not None:
            yield _mention(signed, title, text, "signature")


def _mention(name: Name, title: Title, text: str, rule: str) -> _Mention:
    return _Mention(name, min(name.start, title.start), max(name.end, title.end), text, rule)


def find_people(scan: Scan) -> list[Person]:
    """The office-holders a text names, in the order of their first mention.

    Args:
        scan: the text.

    Returns:
        Each person once, with the longest title the text gives; names without a title are left out.
    """
    best: dict[str, _Mention] = {}
    for mention in _mentions(scan):
        key = " ".join(mention.name.text.lower().split())
        if key not in best or len(mention.title) > len(best[key].title):
            best[key] = mention
    return [
        Person(
            " ".join(scan.shadow.slice(m.name.start, m.name.end).split()), m.title, scan.span(m.start, m.end), (m.rule,)
        )
        for m in best.values()
    ]
