# SPDX-License-Identifier: Apache-2.0
"""Pure decisions about documents: names of files, the stored form of blocks and tables, what of a text is searched.

Not here: the database, the disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from unicodedata import category, normalize

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Stored, Table
from tiendo.kernel.vietnamese import search_key, strip_marks

_LONGEST_NAME = 255
_LONGEST_SUFFIX = 16
#: A word of a text in which low lines have become spaces.
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
#: Characters of a snippet before and behind the first hit.
_BEFORE, _BEHIND = 60, 200
#: Columns of a cell that are left out when they have their usual value.
_USUAL: tuple[Any, ...] = (None, None, None, 0, 0)


def clean_name(name: str) -> str:
    """The name of a file without folders and signs that a file system or a page could stumble over.

    Examples:
        >>> clean_name("C:\\\\Bao cao\\\\Báo cáo 214.docx")
        'Báo cáo 214.docx'
    """
    last = PurePosixPath(normalize("NFC", name).replace("\\", "/")).name
    kept = "".join(sign for sign in last if category(sign)[0] != "C").strip()
    if len(kept) <= _LONGEST_NAME:
        return kept
    stem, dot, suffix = kept.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX:
        return kept[:_LONGEST_NAME]
    return stem[: _LONGEST_NAME - len(suffix) - 1] + dot + suffix


def suffix_of(name: str) -> str:
    """The ending of a name with its dot, in lower case; empty without one."""
    return PurePosixPath(name).suffix.lower()


# --- blocks and tables as lists ----------------------------------------------------------------------------------


def pack_blocks(blocks: Sequence[Block]) -> list[list[Any]]:
    """Blocks as lists: start, end, kind, page, paragraph, table."""
    return [[one.start, one.end, one.kind.value, one.page, one.paragraph, one.table] for one in blocks]


def unpack_blocks(rows: Sequence[Sequence[Any]]) -> tuple[Block, ...]:
    """What ``pack_blocks`` was given."""
    return tuple(
        Block(start, end, BlockKind(kind), page, paragraph, table) for start, end, kind, page, paragraph, table in rows
    )


def pack_tables(tables: Sequence[Table]) -> list[list[Any]]:
    """Tables as lists: index, position, sheet, page, is_layout, rows of cells."""
    return [
        [
            one.index,
            one.position,
            one.sheet,
            one.page,
            one.is_layout,
            [[_pack_cell(cell, (r, c)) for c, cell in enumerate(row)] for r, row in enumerate(one.rows)],
        ]
        for one in tables
    ]


def _pack_cell(cell: Cell, place: tuple[int, int]) -> list[Any]:
    origin = None if cell.origin == place else list(cell.origin)
    stored = None if cell.stored is None else cell.stored.value
    packed: list[Any] = [cell.text, origin, cell.ref, stored, int(cell.bold), int(cell.is_header)]
    while len(packed) > 1 and packed[-1] == _USUAL[len(packed) - 2]:
        packed.pop()
    return packed


def unpack_tables(rows: Sequence[Sequence[Any]]) -> tuple[Table, ...]:
    """What ``pack_tables`` was given."""
    return tuple(
        Table(
            index,
            tuple(tuple(_unpack_cell(cell, (r, c)) for c, cell in enumerate(line)) for r, line in enumerate(cells)),
            position,
            sheet,
            page,
            is_layout,
        )
        for index, position, sheet, page, is_layout, cells in rows
    )


def _unpack_cell(packed: Sequence[Any], place: tuple[int, int]) -> Cell:
    text, *given = packed
    origin, ref, stored, bold, is_header = (*given, *_USUAL[len(given) :])
    return Cell(
        text,
        place if origin is None else (origin[0], origin[1]),
        ref,
        None if stored is None else Stored(stored),
        bool(bold),
        bool(is_header),
    )


# --- search ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is searched, or what a person typed.

    Attributes:
        exact: words with their marks, in one spelling.
        bare: the same words without marks.
    """

    exact: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def has_marks(self) -> bool:
        """Whether any word carries a mark."""
        return self.exact != self.bare


def find_words(text: str) -> Words:
    """The words of a text in both forms.

    Examples:
        >>> find_words("Giải ngân: 26,7%").bare
        ('giai', 'ngan', '26', '7')
    """
    spelt = list(map(_spell, _WORD.findall(_part(text))))
    return Words(tuple(exact for exact, _ in spelt), tuple(bare for _, bare in spelt))


def spell_words(text: str) -> tuple[str, str]:
    """The words of a text with marks and without, as a passage holds them.

    Examples:
        >>> spell_words("Giải ngân: 26,7%")
        (' giải ngân 26 7 ', ' giai ngan 26 7 ')
    """
    spelt = list(map(_spell, _WORD.findall(_part(text))))
    return f" {' '.join([exact for exact, _ in spelt])} ", f" {' '.join([bare for _, bare in spelt])} "


def _part(text: str) -> str:
    return text.replace("_", " ")


@lru_cache(maxsize=20_000)
def _spell(word: str) -> tuple[str, str]:
    """A word with its marks and without; a language has few syllables, so most have been spelt before."""
    exact = search_key(word, has_marks=True)
    return exact, strip_marks(exact)


@dataclass(frozen=True, slots=True)
class Searched:
    """One passage to be found: a paragraph (start, end) or a row of a table (cell)."""

    text: str
    start: int | None
    end: int | None
    cell: tuple[int, int, int] | None


def list_passages(document: Document) -> Iterator[Searched]:
    """Every paragraph and every row of a table that has words. Text of layout tables is among the paragraphs."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if _WORD.search(_part(text)):
            yield Searched(text, block.start, block.end, None)
    for number, table in enumerate(document.tables):
        if not table.is_layout:
            yield from _rows_of(number, table)


def _rows_of(number: int, table: Table) -> Iterator[Searched]:
    for r, row in enumerate(table.rows):
        own = [(c, cell.text) for c, cell in enumerate(row) if cell.text and cell.origin == (r, c)]
        text = " | ".join(text for _, text in own)
        if _WORD.search(_part(text)):
            yield Searched(text, None, None, (number, r, own[0][0]))


def make_snippet(text: str, asked: Words) -> tuple[tuple[str, bool], ...]:
    """The part of a passage around its first hit, cut into pieces that are hits and pieces that are not.

    Where all words stand side by side, that is the hit; else each of them is. Marks do not matter here.

    Examples:
        >>> make_snippet("Vốn giải ngân", find_words("giai ngan"))
        (('Vốn ', False), ('giải ngân', True))
    """
    hits = _find_hits(text, asked.bare)
    first = hits[0][0] if hits else 0
    low, high = _word_border(text, max(0, first - _BEFORE)), min(len(text), first + _BEHIND)
    pieces: list[tuple[str, bool]] = [("… ", False)] if low else []
    at = low
    for start, end in hits:
        if end > high:
            break
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces.append((text[at:high] + (" …" if high < len(text) else ""), False))
    return tuple((piece, is_hit) for piece, is_hit in pieces if piece)


def _find_hits(text: str, wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    found = [(word.start(), word.end(), "".join(find_words(word.group()).bare)) for word in _WORD.finditer(_part(text))]
    count, names = len(wanted), [name for _, _, name in found]
    whole = [i for i in range(len(names) - count + 1) if count and tuple(names[i : i + count]) == wanted]
    if whole:
        starts = [i for n, i in enumerate(whole) if n == 0 or i - whole[n - 1] >= count]
        return [(found[i][0], found[i + count - 1][1]) for i in starts]
    return [(start, end) for start, end, name in found if name in wanted]


def _word_border(text: str, at: int) -> int:
    """The next place at which a word begins."""
    return at if at == 0 else text.find(" ", at) + 1 or at
