# SPDX-License-Identifier: Apache-2.0
"""``tiendo read``: documents → figures on the terminal, or in a file of the wanted form.

What is here: which renderer gets what. Not here: the renderers, reading itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.cli.exits import Exit, UsageError
from tiendo.cli.inputs import open_sources, protect
from tiendo.cli.output import complain, open_output, open_text, write_text
from tiendo.cli.pool import run_all
from tiendo.cli.progress import with_progress
from tiendo.cli.sources import Source
from tiendo.cli.speech import say
from tiendo.cli.work import audit, crashed, read_as_json, read_source
from tiendo.render.comma import write_csv
from tiendo.render.data import Outcome, Unread
from tiendo.render.lang import Lang
from tiendo.render.page import write_page
from tiendo.render.records import encode_reading, wrap
from tiendo.render.terminal import show_reading
from tiendo.render.workbook import write_workbook

_FORMS = {".json": "json", ".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".txt": "table"}
_KILLED = "the process died"


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    files: tuple[str, ...]
    form: str | None
    output: str | None
    explain: bool
    media: str | None
    jobs: int | None
    lang: Lang


class Tally:
    """Counts what could not be read, and says each of them once."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.unread = 0

    def note(self, item: Unread | None) -> None:
        """Count and say it when it is one."""
        if item is not None:
            self.unread += 1
            complain(f"{item.path}: {item.message_en if self.lang is Lang.EN else item.message}")


def read(request: Request) -> Exit:
    """Read all files and write the result; files that cannot be read are told and left out."""
    form = _choose_form(request)
    sources = open_sources(request.files, request.media, request.lang)
    protect(sources, request.output, request.lang)
    tally = Tally(request.lang)
    if form == "json":
        _write_json(sources, request, tally)
    else:
        _write(form, sources, request, tally)
    return Exit.UNREAD if tally.unread else Exit.FINE


def gather(sources: Sequence[Source], jobs: int | None, lang: Lang, tally: Tally) -> Iterator[Outcome]:
    """The outcomes in order, as they come."""
    for outcome in with_progress(run_all(sources, read_source, _died, jobs), len(sources), lang):
        tally.note(outcome if isinstance(outcome, Unread) else None)
        yield outcome


def gather_audited(sources: Sequence[Source], jobs: int | None, lang: Lang, tally: Tally) -> list[Outcome]:
    """The outcomes with their problems, all at once: the documents of a run are compared with each other."""
    gathered = list(gather(sources, jobs, lang, tally))
    audited = audit(gathered)
    for before, after in zip(gathered, audited, strict=True):
        if isinstance(after, Unread) and not isinstance(before, Unread):
            tally.note(after)
    return audited


def _died(source: Source) -> Unread:
    return crashed(source.path, _KILLED)


def _died_as_json(source: Source) -> tuple[str, Unread | None]:
    outcome = _died(source)
    return encode_reading(outcome), outcome


def _choose_form(request: Request) -> str:
    suffix = Path(request.output).suffix.lower() if request.output else ""
    form = request.form or _FORMS.get(suffix, "" if suffix else "table")
    if not form:
        raise UsageError(
            say(
                request.lang,
                f"Không rõ dạng kết quả từ đuôi {suffix}; hãy chọn --format table, json, csv, xlsx hoặc html.",
                f"The suffix {suffix} does not tell the format; choose --format table, json, csv, xlsx or html.",
            )
        )
    if form == "xlsx" and request.output is None and sys.stdout.isatty():
        raise UsageError(
            say(
                request.lang,
                "Tệp Excel không hiện được trên màn hình; hãy thêm -o ket-qua.xlsx.",
                "A workbook cannot be shown on the terminal; add -o result.xlsx.",
            )
        )
    return form


def _write_json(sources: Sequence[Source], request: Request, tally: Tally) -> None:
    def lines() -> Iterator[str]:
        results = run_all(sources, read_as_json, _died_as_json, request.jobs)
        for line, unread in with_progress(results, len(sources), request.lang):
            tally.note(unread)
            yield line

    write_text(wrap(lines()), request.output, request.lang)


def _write(form: str, sources: Sequence[Source], request: Request, tally: Tally) -> None:
    lang = request.lang
    if form in ("xlsx", "html"):
        audited = gather_audited(sources, request.jobs, lang, tally)
        if form == "html":
            write_text(write_page(audited, lang, explain=request.explain), request.output, lang)
            return
        with open_output(request.output, lang) as file:
            write_workbook(audited, file, lang, explain=request.explain)
        return
    outcomes = gather(sources, request.jobs, lang, tally)
    if form == "table":
        with open_text(request.output, lang) as text:
            for i, outcome in enumerate(outcomes):
                show_reading(outcome, text, lang, is_first=i == 0, explain=request.explain)
    else:
        write_text(write_csv(outcomes, lang, explain=request.explain), request.output, lang)
