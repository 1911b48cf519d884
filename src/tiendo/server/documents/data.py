# SPDX-License-Identifier: Apache-2.0
"""Documents as plain data, and what other apps may listen to: the public face."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from tiendo.server.audit.data import name_verbs

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class DocumentState(StrEnum):
    """How far a document is."""

    RECEIVED = "received"
    READ = "read"
    FAILED = "failed"  # ``Document.failure`` says in one sentence why and what to do


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file that was handed in.

    Attributes:
        document_id: of the new document; of the first one when the same file was there already.
        is_duplicate: the unit has this very file already; nothing was written.
    """

    document_id: int
    is_duplicate: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text.

    Attributes:
        title: what the document calls itself; the name of its file where it does not.
        failure: in the language asked for; empty unless reading failed.
        finding_count, problem_count: as found by reading; a person's decisions do not change them.
    """

    id: int
    unit_id: int
    unit_name: str
    title: str
    number: str
    issuer: str
    original_name: str
    media: str
    size: int
    dated_on: date | None
    period: str
    received_at: datetime
    received_by: str
    state: DocumentState
    read_at: datetime | None
    failure: str
    finding_count: int
    problem_count: int


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The bytes of a document.

    Attributes:
        name: as it was handed in, safe to offer for saving.
        size: in bytes.
    """

    path: Path
    name: str
    media: str
    size: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage in which words were found.

    Attributes:
        pieces: text of the snippet in order, each with whether it is a hit.
        address: the page of the document with the passage marked.
    """

    document_id: int
    pieces: tuple[tuple[str, bool], ...]
    address: str


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The passages of one document."""

    document: DocumentRow
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A place of an app above that has something to do with a document.

    Attributes:
        count: how much waits there; None when there is nothing to count.
        is_act: it does something, so it is pressed and not followed.
    """

    label: StrPromise
    address: str
    count: int | None = None
    is_act: bool = False


#: {"start", "end"} in the text, or {"table", "row", "column"}.
Anchor = dict[str, Any]

name_verbs(
    {
        "documents.receive": _("handed in a document"),
        "documents.read": _("read a document"),
        "documents.fail": _("could not read a document"),
        "documents.remove": _("took out a document that could not be read"),
    }
)
