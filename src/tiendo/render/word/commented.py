# SPDX-License-Identifier: Apache-2.0
"""Word comments at the places of problems.

What is here: one comment for each problem, and the file. Not here: finding places (``targets``), cutting (``pieces``).
"""
# ruff: noqa: PLC0415 - CONFIG: python-docx is loaded when a Word file is written

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, BinaryIO

from tiendo.kernel.document import Document
from tiendo.kernel.findings import CellRef, Span
from tiendo.kernel.problem import Problem
from tiendo.render import words
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.places import Places
from tiendo.render.word.fresh import build, legal
from tiendo.render.word.pieces import WORD, cut_out, read_pieces
from tiendo.render.word.targets import Targets, find_targets

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml import etree

_AUTHOR, _INITIALS = "Tiến Độ", "TĐ"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the oldest day a zip can name: the same problems give the same bytes
Ends = tuple["etree._Element", "etree._Element"]


def write_commented(checked: Checked, original: bytes, file: BinaryIO, lang: Lang) -> None:
    """Write the document with its problems as comments.

    Args:
        original: the bytes that were read. A .docx is kept as it is; of anything else a new .docx is made.
        file: open for writing in binary form.
    """
    word, targets = _open(checked.reading.document, original)
    places = Places(checked.reading.document, checked.sentences)
    # From the end to the start: a cut never moves a place that is still to come.
    for problem in sorted(checked.problems, key=_position, reverse=True):
        _comment(word, problem, checked.reading.document, targets, places, lang)
    _drop_dates(word)
    packed = io.BytesIO()
    word.save(packed)
    file.write(_repack(packed.getvalue()))


def _open(document: Document, original: bytes) -> tuple[WordDocument, Targets]:
    if document.media == "docx":
        import docx

        try:
            word = docx.Document(io.BytesIO(original))
            return word, find_targets(document, word.element.body)
        except (KeyError, ValueError, zipfile.BadZipFile):
            pass  # a form that only the reader understands (strict OOXML): the text is still worth a new file
    return build(document)


def _position(problem: Problem) -> tuple[int, int, int, int]:
    if problem.span is not None:
        return (problem.span.start, 0, 0, 0)
    cell = problem.cell
    return (0, 0, 0, 0) if cell is None else (1 << 62, cell.table, cell.row, cell.column)


def _comment(
    word: WordDocument, problem: Problem, document: Document, targets: Targets, places: Places, lang: Lang
) -> None:
    from docx.text.run import Run

    message = problem.message_en if lang is Lang.EN else problem.message
    severity = words.word(words.SEVERITY, problem.severity, lang)
    text = f"{severity}: {message}"
    ends = _ends(problem.span, problem.cell, document, targets, places)
    if ends is None:
        # a footnote, a shape: the comment stands at the top and says where it belongs
        ends = _top(word)
        text = f"{text} «{problem.quote}»"
    runs = [Run(end, word) for end in ends]  # type: ignore[arg-type] # only its part is asked for
    word.add_comment(runs, legal(text), author=_AUTHOR, initials=_INITIALS)


def _ends(span: Span | None, cell: CellRef | None, document: Document, targets: Targets, places: Places) -> Ends | None:
    if span is not None:
        return _ends_of_span(span, document, targets, places)
    if cell is None:
        return None
    found = targets.cell(document, cell.table, cell.row, cell.column)
    if found is None:
        return None
    runs = [piece.run for part in found.iter(f"{WORD}p") for piece in read_pieces(part)]
    return (runs[0], runs[-1]) if runs else _empty_run(found.find(f"{WORD}p"))


def _ends_of_span(span: Span, document: Document, targets: Targets, places: Places) -> Ends | None:
    first, last = places.block_number(span.start), places.block_number(max(span.start, span.end - 1))
    if first is None:
        return None
    head = _part(first, span, document, targets)
    tail = head if last in (None, first) else _part(last, span, document, targets)
    if head is None:
        return None
    return (head[0], (tail or head)[1])


def _part(number: int | None, span: Span, document: Document, targets: Targets) -> Ends | None:
    """The runs of one block that a span covers; the whole paragraph when its text was converted."""
    paragraph = None if number is None else targets.paragraphs.get(number)
    if number is None or paragraph is None:
        return None
    block = document.blocks[number]
    text = "".join(piece.text for piece in read_pieces(paragraph))
    as_read = document.text[block.start : block.end]
    start, end = max(0, span.start - block.start), min(block.end, span.end) - block.start
    if len(text) != len(as_read):
        at = text.find(as_read[start:end])
        start, end = (at, at + end - start) if at >= 0 else (0, len(text))
    return cut_out(paragraph, start, end) or _empty_run(paragraph)


def _empty_run(paragraph: etree._Element | None) -> Ends | None:
    if paragraph is None:
        return None
    run = paragraph.makeelement(f"{WORD}r")
    paragraph.append(run)
    return (run, run)


def _top(word: WordDocument) -> Ends:
    paragraph = word.paragraphs[0] if word.paragraphs else word.add_paragraph()
    runs = [piece.run for piece in read_pieces(paragraph._p)]
    run = runs[0] if runs else paragraph.add_run()._r
    return (run, run)


def _drop_dates(word: WordDocument) -> None:
    """Comments of ours carry no time: the file then depends on nothing but what was found."""
    for part in word.part.package.iter_parts():
        if str(part.partname).endswith("/comments.xml"):
            for comment in part.element.iter(f"{WORD}comment"):
                if comment.get(f"{WORD}author") == _AUTHOR:
                    comment.attrib.pop(f"{WORD}date", None)


def _repack(packed: bytes) -> bytes:
    """The same zip without the time of day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
