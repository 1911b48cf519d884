# SPDX-License-Identifier: Apache-2.0
"""Findings and problems on a terminal: a table of figures, a list of problems worst first.

What is here: layout with rich. Not here: words (``words``), places (``places``).
"""
# ruff: noqa: PLC0415 - CONFIG: rich is loaded when something is drawn

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from tiendo.kernel.findings import CellRef, Directive, DocumentFacts, Kind, Measurement, Span
from tiendo.kernel.problem import Problem, Severity
from tiendo.render import words
from tiendo.render.controls import safe
from tiendo.render.data import SEVERITIES, Checked, Outcome, Unread, worst_first
from tiendo.render.lang import Lang
from tiendo.render.places import Places

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_FILE_WIDTH = 140  # of a table in a file, where nobody says how wide it may be
_AROUND = 50  # characters of a sentence shown before and after the figure
_STYLES = {Severity.ERROR: "bold red", Severity.SUSPICIOUS: "bold yellow", Severity.NOTICE: "bold cyan"}


def _console(file: TextIO) -> Console:
    from rich.console import Console

    class Plain(Console):
        """Leaves it to the caller what to do when nobody reads any more."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = None if file.isatty() else _FILE_WIDTH
    return Plain(file=file, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show_reading(outcome: Outcome, file: TextIO, lang: Lang, *, is_first: bool = True, explain: bool = False) -> None:
    """Print one document: what it is, its figures with their sentences, its orders, a tally."""
    if isinstance(outcome, Unread):
        return  # its sentence goes to standard error
    console = _console(file)
    if not is_first:
        console.print()
    reading = outcome.reading
    console.print(_title(reading.document.path, reading.facts))
    for note in reading.document.notes:
        console.print(_text(("! ", "yellow"), (safe(note), "")))
    places = Places(reading.document, outcome.sentences)
    if reading.measurements:
        console.print(_figures(reading.measurements, places, lang, explain))
    for directive in reading.directives:
        console.print(_order(directive, lang))
    console.print(_text((tally_of_findings(outcome, lang), "dim")))


def _text(*pieces: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*pieces)


def _title(path: str, facts: DocumentFacts) -> Text:
    about = [facts.number, facts.locality, facts.dated_on and f"{facts.dated_on:%d/%m/%Y}", facts.title]
    rest = " · ".join(safe(part) for part in about if part)
    return _text((safe(path), "bold"), (f"  {rest}" if rest else "", "dim"))


def _figures(items: Sequence[Measurement], places: Places, lang: Lang, explain: bool) -> object:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    english = lang is Lang.EN
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", expand=True)
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column("Subject" if english else "Nội dung", ratio=5)
    table.add_column("Figure" if english else "Số", justify="right", ratio=3)
    table.add_column("Kind" if english else "Loại", ratio=3)
    table.add_column("Period" if english else "Kỳ", ratio=2)
    table.add_column("From" if english else "Trong văn bản", ratio=8)
    table.add_column("Place" if english else "Chỗ", style="dim", ratio=2)
    if explain:
        table.add_column("Rules" if english else "Quy tắc", style="dim", ratio=3)
    for number, item in enumerate(items, 1):
        row: list[object] = [str(number), safe(item.subject), _figure(item, lang), _kind(item, lang)]
        row += [words.period(item.period, lang) or safe(item.period_quote or "")]
        row += [_origin(item, places), places.words(item.span, item.cell, lang)]
        if explain:
            row.append(", ".join(item.rules))
        table.add_row(*row)  # type: ignore[arg-type] # a mixed row is what rich takes
    return table


def _figure(item: Measurement, lang: Lang) -> Text:
    hedge = words.word(words.HEDGES, item.approx, lang)
    figure = words.with_unit(words.value_of(item, lang), safe(item.unit), lang)
    doubt = (" ?", "yellow") if item.to_confirm else ("", "")
    return _text((f"{hedge} " if hedge else "", "dim"), (figure, "bold"), doubt)


def _kind(item: Measurement, lang: Lang) -> str:
    # a share of the plan is compared with the plan by its kind
    compared = "" if item.kind is Kind.SHARE_OF_PLAN else words.comparison(item.comparison, lang)
    kind = words.word(words.KINDS, item.kind, lang)
    return safe(f"{kind}, {compared}" if compared else kind)


def _origin(item: Measurement, places: Places) -> Text:
    """The sentence around the figure, the figure itself marked."""
    if item.span is None:
        return _text((safe(places.context(None, item.cell)), ""))
    text = places.document.text
    sentence = places.sentence(item.span)
    first, last = max(sentence.start, item.span.start - _AROUND), min(sentence.end, item.span.end + _AROUND)
    before = ("…" if first > sentence.start else "") + text[first : item.span.start]
    after = text[item.span.end : last] + ("…" if last < sentence.end else "")
    one_line = [safe(re.sub(r"\s+", " ", part)) for part in (before, text[item.span.start : item.span.end], after)]
    return _text((one_line[0], "dim"), (one_line[1], "bold"), (one_line[2], "dim"))


def _order(item: Directive, lang: Lang) -> Text:
    who = f"{item.issuer or '?'} → {item.addressee or '?'}"
    deadline = f" ({item.deadline})" if item.deadline else ""
    label = words.word(words.FINDINGS, "directive", lang)
    quote = re.sub(r"\s+", " ", item.quote)
    return _text((f"{label}: ", "bold"), (safe(f"{who}{deadline}: "), ""), (safe(quote), "dim"))


def tally_of_findings(outcome: Checked, lang: Lang) -> str:
    """How many findings of each kind, and how many claims hold."""
    reading = outcome.reading
    counts = {
        "measurement": len(reading.measurements),
        "claim": len(reading.claims),
        "directive": len(reading.directives),
        "citation": len(reading.citations),
        "person": len(reading.people),
    }
    parts = [f"{words.word(words.FINDINGS, kind, lang)} {count}" for kind, count in counts.items()]
    return " · ".join(parts)


def show_problems(outcomes: Sequence[Outcome], file: TextIO, lang: Lang, *, explain: bool = False) -> None:
    """Print the problems of each document, worst first, and a tally of all."""
    console = _console(file)
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    for outcome in checked:
        document = outcome.reading.document
        console.print(_text((safe(document.path), "bold"), (f": {count_problems(outcome.problems, lang)}", "")))
        for note in document.notes:
            console.print(_text(("  ! ", "yellow"), (safe(note), "")))
        places = Places(document, outcome.sentences)
        for problem in worst_first(outcome.problems):
            _show_problem(problem, places, console, lang, explain)
    console.print(_text((_summary(checked, lang), "bold")))


def _show_problem(problem: Problem, places: Places, console: Console, lang: Lang, explain: bool) -> None:
    from rich.padding import Padding

    severity = words.word(words.SEVERITY, problem.severity, lang)
    message = problem.message_en if lang is Lang.EN else problem.message
    where = _where(places, problem.span, problem.cell, lang)
    quote = re.sub(r"\s+", " ", problem.quote)
    rule = f" [{problem.rule}]" if explain else ""
    console.print(
        Padding(_text((f"{severity}: ", _STYLES[problem.severity]), (safe(message), "")), (0, 0, 0, 2), expand=False)
    )
    console.print(
        Padding(_text((safe(f"«{quote}»"), "italic"), (safe(f" {where}{rule}"), "dim")), (0, 0, 0, 6), expand=False)
    )


def _where(places: Places, span: Span | None, cell: CellRef | None, lang: Lang) -> str:
    found = places.words(span, cell, lang)
    return f"({found})" if found else ""


def count_problems(problems: Sequence[Problem], lang: Lang) -> str:
    """ "2 lỗi, 1 lưu ý"; says so when there is none."""
    counted = [(severity, sum(p.severity is severity for p in problems)) for severity in SEVERITIES]
    said = [f"{n} {words.word(words.SEVERITY, severity, lang).lower()}" for severity, n in counted if n]
    if said:
        return ", ".join(said)
    return "no problem found" if lang is Lang.EN else "không thấy vấn đề"


def _summary(checked: Sequence[Checked], lang: Lang) -> str:
    problems = [problem for outcome in checked for problem in outcome.problems]
    claims = [judged for outcome in checked for judged in outcome.claims]
    holding = sum(judged.consistent is True for judged in claims)
    found = count_problems(problems, lang)
    if lang is Lang.EN:
        return f"{len(checked)} documents: {found}; {holding} of {len(claims)} claims add up."
    return f"{len(checked)} văn bản: {found}; {holding}/{len(claims)} phép tính khớp."
