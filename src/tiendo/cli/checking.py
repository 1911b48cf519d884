# SPDX-License-Identifier: Apache-2.0
"""``tiendo check``: documents → what does not add up, on the terminal, as JSON, or as comments in the document.

What is here: which renderer gets what. Not here: the rules of the audit (``verify``), the renderers.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.cli.exits import Exit, OutputError, UsageError
from tiendo.cli.inputs import open_sources, protect
from tiendo.cli.output import complain, make_folder, open_output, open_text, write_text
from tiendo.cli.reading import Tally, gather_audited
from tiendo.cli.sources import STDIN, Source
from tiendo.cli.speech import say
from tiendo.kernel.problem import Severity
from tiendo.render.data import Checked, Outcome
from tiendo.render.lang import Lang
from tiendo.render.page import write_page
from tiendo.render.records import encode_check, wrap
from tiendo.render.terminal import show_problems
from tiendo.render.word import write_commented


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    files: tuple[str, ...]
    form: str
    output: str | None
    comments: str | None
    explain: bool
    media: str | None
    jobs: int | None
    lang: Lang


def check(request: Request) -> Exit:
    """Read and audit all files, say what was found, write comments when asked."""
    lang = request.lang
    sources = open_sources(request.files, request.media, lang)
    protect(sources, request.output, lang)
    targets = _comment_targets(sources, request)
    tally = Tally(lang)
    outcomes = gather_audited(sources, request.jobs, lang, tally)
    _tell(outcomes, request)
    if request.comments is not None:
        _comment(sources, outcomes, targets, request)
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    if any(problem.severity is Severity.ERROR for outcome in checked for problem in outcome.problems):
        return Exit.PROBLEMS
    return Exit.UNREAD if tally.unread else Exit.FINE


def _tell(outcomes: Sequence[Outcome], request: Request) -> None:
    if request.form == "json":
        write_text(wrap(map(encode_check, outcomes)), request.output, request.lang)
        return
    with open_text(request.output, request.lang) as text:
        show_problems(outcomes, text, request.lang, explain=request.explain)


def _comment_targets(sources: Sequence[Source], request: Request) -> list[str]:
    """Where the commented document of each source goes; one html page holds them all."""
    wanted, lang = request.comments, request.lang
    if wanted is None:
        return []
    suffix = Path(wanted).suffix.lower()
    if suffix in {".html", ".htm"}:
        targets = [wanted]
    elif os.path.isdir(wanted) or wanted.endswith((os.sep, "/")) or not suffix:
        targets = _names_inside(wanted, sources)
    elif suffix == ".docx" and len(sources) == 1:
        targets = [wanted]
    else:
        raise UsageError(
            say(
                lang,
                "--comments nhận tệp .docx hoặc .html; khi soát nhiều văn bản, hãy cho tên một thư mục hoặc tệp .html.",
                "--comments takes a .docx or .html file; for several documents give a folder or an .html file.",
            )
        )
    for target in targets:
        protect(sources, target, lang)
    return targets


def _names_inside(folder: str, sources: Sequence[Source]) -> list[str]:
    """One name for each source, no two the same: bao-cao.docx, bao-cao-2.docx …"""
    taken: set[str] = set()
    names = []
    for source in sources:
        stem = "stdin" if source.path == STDIN else Path(source.path).stem
        name, count = stem, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name.casefold())
        names.append(os.path.join(folder, f"{name}.docx"))
    return names


def _comment(sources: Sequence[Source], outcomes: Sequence[Outcome], targets: list[str], request: Request) -> None:
    lang = request.lang
    if len(targets) == 1 and not targets[0].lower().endswith(".docx"):
        write_text(write_page(outcomes, lang, explain=request.explain), targets[0], lang)
        return
    written = []
    for source, outcome, target in zip(sources, outcomes, targets, strict=True):
        if isinstance(outcome, Checked):
            original = _original(source, lang)
            make_folder(target, lang)
            with open_output(target, lang) as file:
                write_commented(outcome, original, file, lang)
            written.append(target)
    if written:
        names = ", ".join(written)
        complain(say(lang, f"Đã ghi văn bản kèm ghi chú: {names}", f"Written with comments: {names}"))


def _original(source: Source, lang: Lang) -> bytes:
    """The bytes that were read."""
    try:
        return source.data if source.data is not None else Path(source.path).read_bytes()
    except OSError as error:
        raise OutputError(
            say(
                lang,
                f"Tệp {source.path} không còn mở được để ghi chú; hãy chạy lại.",
                f"{source.path} can no longer be opened to write comments; run again.",
            )
        ) from error
