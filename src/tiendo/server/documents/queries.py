# SPDX-License-Identifier: Apache-2.0
"""Documents as a person may see them: lists, one with its text, its file, search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from tiendo.kernel.document import Document as KernelDocument
from tiendo.kernel.findings import CellRef, Span
from tiendo.kernel.vietnamese import search_key, sort_key
from tiendo.render.places import Places
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import keep_permitted, permitted
from tiendo.server.documents import fulltext, storage
from tiendo.server.documents.data import Anchor, DocumentRow, DocumentState, Hit, HitGroup, StoredFile
from tiendo.server.documents.models import Content, Document, Passage
from tiendo.server.documents.rules import find_words, make_snippet, unpack_blocks, unpack_tables
from tiendo.server.support.refusals import NotForYou
from tiendo.server.support.writing import page_language
from tiendo.server.units.queries import has_children, name_units

_LONGEST_QUESTION = 200
_MOST_WORDS = 12
_HITS_PER_DOCUMENT = 3
_MOST_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a long list.

    Attributes:
        number: from 1.
        total: rows of the whole list.
        last: number of the last page, at least 1.
    """

    rows: tuple[DocumentRow, ...]
    number: int
    last: int
    total: int


def _select(scope: Scope, act: Act = Act.VIEW) -> QuerySet[Document]:
    return permitted(Document.objects.all(), scope, act).select_related("received_by")


def list_documents(scope: Scope, *, unit_id: int | None = None, state: str = "", page: int = 1, size: int = 50) -> Page:
    """The documents a person may see, newest first: three queries, however many there are.

    Args:
        unit_id: only of this unit.
        state: a ``DocumentState``; anything else is every state.
    """
    found = _select(scope).order_by("-received_at", "-pk")
    if unit_id is not None:
        found = found.filter(unit_id=unit_id)
    if state in set(DocumentState):
        found = found.filter(state=state)
    total = found.count()
    last = max(1, -(-total // size))
    number = min(max(1, page), last)
    rows = list(found[(number - 1) * size : number * size])
    return Page(tuple(_as_rows(rows)), number, last, total)


def get_document(document_id: int, scope: Scope, act: Act = Act.VIEW) -> DocumentRow:
    """One document.

    Raises:
        NotForYou: there is none for this person.
    """
    return _as_rows([_get(document_id, scope, act)])[0]


def list_rows(document_ids: Sequence[int], scope: Scope) -> dict[int, DocumentRow]:
    """Those of the documents that the person may see, by id."""
    return {row.id: row for row in _as_rows(list(_select(scope).filter(pk__in=document_ids)))}


def _get(document_id: int, scope: Scope, act: Act = Act.VIEW) -> Document:
    found = _select(scope, act).filter(pk=document_id).first()
    if found is None:
        raise NotForYou
    return found


def _as_rows(documents: Sequence[Document]) -> list[DocumentRow]:
    names = name_units({one.unit_id for one in documents})
    english = get_language() == "en"
    return [
        DocumentRow(
            id=one.pk,
            unit_id=one.unit_id,
            unit_name=names.get(one.unit_id, ""),
            title=one.title or one.original_name,
            number=one.number,
            issuer=one.issuer,
            original_name=one.original_name,
            media=one.media,
            size=one.size,
            dated_on=one.dated_on,
            period=one.period,
            received_at=one.received_at,
            received_by=one.received_by.full_name if one.received_by else "",
            state=DocumentState(one.state),
            read_at=one.read_at,
            failure=one.failure_en if english else one.failure,
            finding_count=one.finding_count,
            problem_count=one.problem_count,
        )
        for one in documents
    ]


def list_units_with_documents(scope: Scope, act: Act = Act.VIEW) -> list[tuple[int, str]]:
    """Id and name of the units of which a person may see documents, by name."""
    ids = permitted(Document.objects.all(), scope, act).order_by().values_list("unit_id", flat=True).distinct()
    return sorted(name_units(ids).items(), key=lambda pair: sort_key(pair[1]))


def list_upload_units(scope: Scope, also: int | None = None) -> list[tuple[int, str]]:
    """Id and name of the units for which a person may hand in files: those of the grants, and those that have some.

    Who may for many more has an empty list and looks for the unit by its name (``accounts.queries.find_units``).

    Args:
        also: a unit that is asked for by its number.
    """
    roots = scope.roots(Act.UPLOAD)
    known = {root for root in roots if root is not None}
    if None in roots or len(known) > _MOST_CHOICES or has_children(known, timezone.localdate()):
        return []
    asked = known | set(
        permitted(Document.objects.order_by(), scope, Act.UPLOAD).values_list("unit_id", flat=True).distinct()
    )
    allowed = keep_permitted(asked | ({also} if also is not None else set()), scope, Act.UPLOAD)
    return sorted(name_units(allowed).items(), key=lambda pair: sort_key(pair[1]))


def open_content(document_id: int, scope: Scope) -> KernelDocument:
    """The document as it was read: text, blocks, tables, into which every anchor points.

    Raises:
        NotForYou: there is none for this person, or it has not been read.
    """
    document = _get(document_id, scope)
    content = Content.objects.filter(document_id=document.pk).first()
    if content is None:
        raise NotForYou
    return KernelDocument(
        path=document.original_name,
        media=document.media,
        text=content.text,
        blocks=unpack_blocks(content.blocks),
        tables=unpack_tables(content.tables),
        encoding=content.encoding,
        is_scanned=content.is_scanned,
        notes=tuple(content.notes),
    )


def has_content(document_id: int) -> bool:
    """Whether a document was ever read."""
    return Content.objects.filter(document_id=document_id).exists()


def get_file(document_id: int, scope: Scope) -> StoredFile:
    """The bytes of a document.

    Raises:
        NotForYou: there is none for this person.
    """
    rows = permitted(Document.objects.filter(pk=document_id), scope)
    found = rows.values_list("sha256", "original_name", "media", "size").first()
    if found is None:
        raise NotForYou
    return as_file(*found)


def find_file(document_id: int) -> StoredFile:
    """The bytes of a document for the reader in the background: nobody's right is asked, and one statement is all.

    Raises:
        NotForYou: there is none.
    """
    with connection.cursor() as cursor:  # through the model it took as long as a twentieth of reading a text
        cursor.execute("SELECT sha256, original_name, media, size FROM documents_document WHERE id = %s", [document_id])
        found = cursor.fetchone()
    if found is None:
        raise NotForYou
    return as_file(*found)


def as_file(sha256: str, name: str, media: str, size: int) -> StoredFile:
    """Where the bytes of a document lie, of which this much is known."""
    return StoredFile(storage.path_of(sha256), name, media, size)


def address_of(document_id: int, anchor: Anchor | None = None) -> str:
    """The page of a document, with a place of it marked and brought into view.

    Args:
        anchor: {"start", "end"} in the text, or {"table", "row", "column"}.
    """
    page = reverse("document", args=[document_id])
    if not anchor:
        return page
    if "table" in anchor:
        place = {"cell": "-".join(str(anchor[key]) for key in ("table", "row", "column"))}
    else:
        place = {"at": f"{anchor['start']}-{anchor['end']}"}
    return f"{page}?{urlencode(place)}#at"


def name_places(document_id: int, anchors: Sequence[Anchor], scope: Scope) -> list[str]:
    """Places of a document in words a person can follow in the file: "đoạn 13", "trang 2", "trang tính «KH», ô D9".

    Args:
        anchors: as for ``address_of``. One that the document, read anew, no longer has is told by no word.

    Raises:
        NotForYou: there is none for this person, or it has not been read.
    """
    content = open_content(document_id, scope)
    places = Places(content)
    return [_name_place(content, places, anchor) for anchor in anchors]


def _name_place(content: KernelDocument, places: Places, anchor: Anchor) -> str:
    if "table" not in anchor:
        return places.words(Span(anchor["start"], anchor["end"]), None, page_language())
    table, row, column = (anchor[key] for key in ("table", "row", "column"))
    if table >= len(content.tables):
        return ""
    found = content.tables[table]
    if row >= len(found.rows) or column >= len(found.rows[row]):
        return ""
    cell = CellRef(table, row, column, "", "", found.sheet, found.rows[row][column].ref)
    return places.words(None, cell, page_language())


def find_documents(question: str, scope: Scope, *, most: int = 10) -> list[DocumentRow]:
    """Documents whose title, number or file name holds all the words, with or without marks; newest first."""
    words = search_key(question[:_LONGEST_QUESTION]).split()[:_MOST_WORDS]
    if not words:
        return []
    found = _select(scope).order_by("-received_at", "-pk")
    for word in words:
        found = found.filter(search_key__contains=word)
    return _as_rows(list(found[:most]))


def search(question: str, scope: Scope, *, most: int = 60, backend: fulltext.Backend | None = None) -> list[HitGroup]:
    """Passages that hold all the words, grouped by document: those with the marks as typed first, then newest.

    Args:
        most: passages looked at.
        backend: how the database finds words; the one for the database in use when None.
    """
    asked = find_words(question[:_LONGEST_QUESTION])
    asked = type(asked)(asked.exact[:_MOST_WORDS], asked.bare[:_MOST_WORDS])
    seen = permitted(Passage.objects.all(), scope, Act.VIEW, unit="document__unit")
    found = list(fulltext.find_passages(seen, asked, backend)[:most])
    rows = list_rows([one.document_id for one in found], scope)
    groups: dict[int, list[Hit]] = {}
    for document_id, passages in groupby(found, key=lambda one: one.document_id):
        for one in passages:
            anchor = one.cell or {"start": one.start, "end": one.end}
            hit = Hit(document_id, make_snippet(one.text, asked), address_of(document_id, anchor))
            groups.setdefault(document_id, []).append(hit)
    return [HitGroup(rows[key], tuple(hits[:_HITS_PER_DOCUMENT])) for key, hits in groups.items()]


def list_after(
    scope: Scope, *, after: int = 0, unit_id: int | None = None, state: str = "", size: int
) -> list[DocumentRow]:
    """So many documents at most, in the order in which they came: for other systems that take all of them.

    Args:
        after: only documents behind this one.
    """
    found = _select(scope).filter(pk__gt=after)
    if unit_id is not None:
        found = found.filter(unit_id=unit_id)
    if state:
        found = found.filter(state=state)
    return _as_rows(list(found.order_by("pk")[:size]))
