# SPDX-License-Identifier: Apache-2.0
"""Documents: handing one in, its text with the places that anchors name, what was found in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import File, Form, Path, Query, Router, UploadedFile

from tiendo.kernel.document import Table
from tiendo.server.accounts.data import Act
from tiendo.server.api.data.basics import PROBLEMS, Id, Page, Problem, UnitText
from tiendo.server.api.data.documents import (
    BlockOut,
    CellOut,
    ContentOut,
    DocumentOut,
    DocumentProblemOut,
    DocumentProblems,
    DocumentsAsked,
    FindingOut,
    FindingsAsked,
    ReceiptOut,
    TableOut,
)
from tiendo.server.api.views.asking import part_of, question_of, read_place, resolve_unit, scope_for
from tiendo.server.documents.data import DocumentRow
from tiendo.server.documents.queries import get_document, list_after, open_content
from tiendo.server.documents.services import receive_file
from tiendo.server.intake.queries.found import FoundRow, list_document_problems, list_found
from tiendo.server.support.writing import page_language

router = Router(tags=["documents"])


@router.get(
    "documents",
    response={200: Page[DocumentOut], **PROBLEMS},
    url_name="api-documents",
    summary=_("Documents"),
    description=_("In the order in which they came."),
)
def list_documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> Any:
    """Documents of all units that the caller may see."""
    scope, question = scope_for(request), question_of(asked)
    rows = list_after(
        scope,
        after=read_place(asked.cursor, question),
        unit_id=None if asked.unit is None else resolve_unit(asked.unit),
        state=asked.state or "",
        size=asked.size + 1,
    )
    return part_of(rows, asked.size, question, lambda shown: map(_tell, shown), lambda row: row.id)


@router.post(
    "documents",
    response={200: ReceiptOut, **PROBLEMS, 413: Problem},
    url_name="api-documents",
    summary=_("Hand in a document"),
    description=_(
        "It is read in the background: ask for it again until its state is read or failed. The same file "
        "handed in again for the unit is the same document, so sending again is safe."
    ),
)
def receive(request: HttpRequest, unit: Form[UnitText], file: File[UploadedFile]) -> Any:
    """A file of a unit: Word, PDF, Excel, web page or text."""
    scope = scope_for(request, Act.UPLOAD)
    receipt = receive_file(file, name=file.name or "", unit_id=resolve_unit(unit), scope=scope)
    row = get_document(receipt.document_id, scope, Act.UPLOAD)
    return ReceiptOut(document=_tell(row), is_duplicate=receipt.is_duplicate)


@router.get(
    "documents/{int:document_id}",
    response={200: DocumentOut, **PROBLEMS},
    url_name="api-document",
    summary=_("One document"),
)
def show_document(request: HttpRequest, document_id: Path[Id]) -> Any:
    """A document without its text."""
    return _tell(get_document(document_id, scope_for(request)))


def _tell(row: DocumentRow) -> DocumentOut:
    return DocumentOut(
        id=row.id,
        unit=row.unit_id,
        unit_name=row.unit_name,
        title=row.title,
        number=row.number,
        issuer=row.issuer,
        file_name=row.original_name,
        media=row.media,
        size=row.size,
        dated_on=row.dated_on,
        period=row.period,
        received_at=row.received_at,
        received_by=row.received_by,
        state=row.state.value,
        read_at=row.read_at,
        failure=row.failure,
        findings=row.finding_count,
        problems=row.problem_count,
    )


@router.get(
    "documents/{int:document_id}/content",
    response={200: ContentOut, **PROBLEMS},
    url_name="api-document-content",
    summary=_("The text of a document, into which every anchor points"),
)
def show_content(request: HttpRequest, document_id: Path[Id]) -> Any:
    """Text, blocks and tables exactly as they were read."""
    known = open_content(document_id, scope_for(request))
    return ContentOut(
        document=document_id,
        text=known.text,
        encoding=known.encoding,
        is_scanned=known.is_scanned,
        notes=list(known.notes),
        blocks=[BlockOut(start=one.start, end=one.end, kind=one.kind.value, page=one.page) for one in known.blocks],
        tables=[_tell_table(one) for one in known.tables],
    )


def _tell_table(one: Table) -> TableOut:
    return TableOut(
        index=one.index,
        sheet=one.sheet,
        page=one.page,
        position=one.position,
        rows=[[CellOut(text=cell.text, ref=cell.ref) for cell in row] for row in one.rows],
    )


@router.get(
    "documents/{int:document_id}/findings",
    response={200: Page[FindingOut], **PROBLEMS},
    url_name="api-document-findings",
    summary=_("What was found in a document"),
    description=_("In the order of the page, each with its place in the text and what a person decided on it."),
)
def show_findings(request: HttpRequest, document_id: Path[Id], asked: Query[FindingsAsked]) -> Any:
    """Measurements, claims, orders, cited acts and people."""
    scope, question = scope_for(request), question_of(asked) | {"document": document_id}
    after = read_place(asked.cursor, question) - 1  # positions begin at 0
    rows = list_found(document_id, scope, state=asked.state or "", after=after, size=asked.size + 1)
    return part_of(rows, asked.size, question, lambda shown: map(_tell_found, shown), lambda row: row.position + 1)


def _tell_found(row: FoundRow) -> FindingOut:
    return FindingOut(
        id=row.id,
        position=row.position,
        kind=row.kind,
        start=row.start,
        end=row.end,
        cell=row.cell,
        confidence=row.confidence,
        state=row.state,
        found=row.payload,
        figure=row.observation_id,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


@router.get(
    "documents/{int:document_id}/problems",
    response={200: DocumentProblems, **PROBLEMS},
    url_name="api-document-problems",
    summary=_("What does not fit in a document"),
)
def show_problems(request: HttpRequest, document_id: Path[Id]) -> Any:
    """Each with its sentence, in the language asked for."""
    rows = list_document_problems(document_id, scope_for(request), page_language())
    return DocumentProblems(
        rows=[
            DocumentProblemOut(
                id=row.id,
                rule=row.rule,
                severity=row.severity,
                start=row.start,
                end=row.end,
                cell=row.cell,
                quote=row.quote,
                sentence=row.sentence,
                settled_as=row.settled_as,
            )
            for row in rows
        ]
    )
