# SPDX-License-Identifier: Apache-2.0
"""Documents, their text and what was found in them, as they go over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from tiendo.server.api.data.basics import Paged, UnitText


class DocumentsAsked(Paged):
    """Which documents."""

    unit: UnitText | None = None
    state: Literal["received", "read", "failed"] | None = None


class DocumentOut(BaseModel):
    """A document without its text."""

    id: int
    unit: int
    unit_name: str
    title: str
    number: str
    issuer: str
    file_name: str
    media: str
    size: int = Field(description=_("In bytes."))
    dated_on: date | None
    period: str
    received_at: datetime
    received_by: str
    state: str = Field(description=_("received (waits to be read), read, failed (failure says why)."))
    read_at: datetime | None
    failure: str
    findings: int
    problems: int


class ReceiptOut(BaseModel):
    """What became of a file that was handed in."""

    document: DocumentOut
    is_duplicate: bool = Field(description=_("The unit has this very file already: nothing was written."))


class BlockOut(BaseModel):
    """A stretch of the text."""

    start: int
    end: int
    kind: str
    page: int | None


class CellOut(BaseModel):
    """One place of a table."""

    text: str
    ref: str | None = Field(description=_("Its name in the workbook."), examples=["D9"])


class TableOut(BaseModel):
    """A table of the document; anchors name it by index, row and column."""

    index: int
    sheet: str | None
    page: int | None
    position: int = Field(description=_("Where it stands in the text."))
    rows: list[list[CellOut]]


class ContentOut(BaseModel):
    """The text exactly as read: every anchor points into it."""

    document: int
    text: str
    encoding: str
    is_scanned: bool = Field(description=_("It came from optical recognition: every number is to be confirmed."))
    notes: list[str]
    blocks: list[BlockOut]
    tables: list[TableOut]


class FindingOut(BaseModel):
    """One thing the reader found, and what a person decided on it."""

    id: int
    position: int
    kind: str = Field(description=_("measurement, claim, directive, citation, person."))
    start: int | None = Field(description=_("Place in the text; null: in a table."))
    end: int | None
    cell: dict[str, Any] | None
    confidence: float
    state: str = Field(description=_("proposed, accepted, edited, rejected."))
    found: dict[str, Any] = Field(description=_("The finding as tiendo read --format json prints it."))
    figure: int | None = Field(description=_("The figure that it became."))
    decided_by: str
    decided_at: datetime | None


class DocumentProblemOut(BaseModel):
    """Something in the document that does not fit."""

    id: int
    rule: str
    severity: str
    start: int | None
    end: int | None
    cell: dict[str, Any] | None
    quote: str
    sentence: str
    settled_as: str = Field(description=_("Empty while nobody has settled it."))


class FindingsAsked(Paged):
    """Which findings."""

    state: Literal["proposed", "accepted", "edited", "rejected"] | None = None


class DocumentProblems(BaseModel):
    """All problems of a document, in the order of its text."""

    rows: list[DocumentProblemOut]
