# SPDX-License-Identifier: Apache-2.0
"""The acts on documents: receiving a file, storing what was read of it, sweeping what nobody refers to."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, Protocol, cast

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiendo.kernel.document import Document as KernelDocument
from tiendo.kernel.findings import Reading
from tiendo.kernel.vietnamese import search_key
from tiendo.read.files import UnreadableFile, supported_suffixes
from tiendo.read.files.sniff import HEAD_BYTES, sniff
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import may, permitted, require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record, record_many
from tiendo.server.documents import fulltext, storage
from tiendo.server.documents.data import DocumentState, Receipt
from tiendo.server.documents.models import Content, Document, Passage
from tiendo.server.documents.rules import (
    clean_name,
    list_passages,
    pack_blocks,
    pack_tables,
    spell_words,
    suffix_of,
)
from tiendo.server.documents.signals import document_received
from tiendo.server.jobs.data import JobState
from tiendo.server.jobs.queries import find_latest
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.support.rows import insert, moment

_CHUNK = 1 << 20
_TEXTS = {".txt": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html"}
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe")  # how they begin on Windows, Linux, macOS
_DAY_S = 86_400
#: What reading changes of a document; ``prepare_content`` gives the values in this order.
_MARK_READ = (
    "UPDATE documents_document SET state = 'read', failure = '', failure_en = '', read_at = %s, reader_version = %s, "
    "finding_count = %s, problem_count = %s, media = %s, title = %s, number = %s, kind = %s, issuer = %s, "
    "dated_on = %s, period = %s, search_key = %s WHERE id = %s"
)
_CONTENT = ("document_id", "text", "encoding", "is_scanned", "blocks", "tables", "notes")
_TOO_LARGE = 413
_as_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class _InChunks(Protocol):
    """What Django makes of an upload."""

    def chunks(self) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What reading gave of one document, in the form in which it is stored.

    Attributes:
        content: columns of ``_CONTENT``.
        passages: rows for the index.
        told: columns of ``_MARK_READ`` behind the time.
        detail: what the record of acts tells of it.
    """

    document_id: int
    content: tuple[Any, ...]
    passages: Sequence[fulltext.Row]
    told: tuple[Any, ...]
    detail: dict[str, Any]


def receive_file(file: IO[bytes] | _InChunks, *, name: str, unit_id: int, scope: Scope) -> Receipt:
    """Keeps a file for a unit and tells the apps above. When it returns, nothing can lose the file any more.

    Args:
        file: read from where it stands to its end.
        name: as handed in; folders in it are left out.

    Returns:
        The document; when the unit has this very file already, the first one, and nothing is written.

    Raises:
        Refusal: too large, empty, or of a kind that cannot be read.
        NotForYou: the person may not hand in files for this unit.
    """
    require(scope, Right.UPLOAD, unit_id)
    shown = clean_name(name)
    _check_suffix(shown)
    limit_mb = settings.ENVIRONMENT.upload_limit_mb
    try:
        incoming = storage.take_in(_chunks(file), limit_mb << 20)
    except storage.TooLarge as error:
        raise Refusal(
            _("“%(name)s” is larger than %(limit)s MB; split it, or ask the administrator to raise the limit.")
            % {"name": shown, "limit": limit_mb},
            field="file",
            status=_TOO_LARGE,
        ) from error
    try:
        media = _recognise(incoming, shown)
        storage.put_in_place(incoming)
    finally:
        incoming.path.unlink(missing_ok=True)
    return _write_document(incoming, media, shown, unit_id, scope)


def _chunks(file: IO[bytes] | _InChunks) -> Iterable[bytes]:
    if hasattr(file, "chunks"):
        return cast(_InChunks, file).chunks()
    return iter(lambda: file.read(_CHUNK), b"")


def _check_suffix(name: str) -> None:
    if suffix_of(name) not in supported_suffixes():
        raise Refusal(
            _("“%(name)s” cannot be read; hand in .docx, .pdf, .xlsx, .xls, .ods, .html, .md or .txt.")
            % {"name": name},
            field="file",
        )


def _recognise(incoming: storage.Incoming, name: str) -> str:
    """What the bytes are; the content decides, as it does for the reader."""
    data = incoming.path.read_bytes()
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal(
            _("“%(name)s” is empty; check how it was saved, then hand it in again.") % {"name": name}, field="file"
        )
    try:
        found = sniff(data)
    except UnreadableFile as error:
        sentence = error.message_en if get_language() == "en" else error.message
        raise Refusal(f"{name}: {sentence}", field="file") from error
    if found is None and data.startswith(_PROGRAMS) and b"\0" in data[:HEAD_BYTES]:
        raise Refusal(
            _("“%(name)s” is a program, whatever its name says; hand in the report itself, as Word, PDF or Excel.")
            % {"name": name},
            field="file",
        )
    return found or _TEXTS.get(suffix_of(name), "txt")


def _write_document(incoming: storage.Incoming, media: str, name: str, unit_id: int, scope: Scope) -> Receipt:
    with transaction.atomic():
        if not storage.path_of(incoming.sha256).exists():  # a sweep was faster than this transaction
            raise Refusal(
                _("“%(name)s” could not be kept; hand it in again.") % {"name": name}, field="file", status=409
            )
        document, is_new = Document.objects.get_or_create(
            unit_id=unit_id,
            sha256=incoming.sha256,
            defaults={
                "size": incoming.size,
                "original_name": name,
                "media": media,
                "received_at": timezone.now(),
                "received_by_id": scope.actor.user_id,
                "search_key": search_key(name),
            },
        )
        if is_new:
            detail = {"name": name, "sha256": incoming.sha256, "size": incoming.size}
            record(Act("documents.receive", f"document:{document.pk}", unit_id, detail), actor=scope.actor)
            file = {"sha256": incoming.sha256, "name": name, "media": media, "size": incoming.size}
            news = {"document_id": document.pk, "unit_id": unit_id, "file": file}
            document_received.send(Document, **news, actor=scope.actor)
    return Receipt(document.pk, not is_new)


def prepare_content(document_id: int, reading: Reading, *, findings: int, problems: int, version: str) -> ReadFile:
    """Puts what was read into the form in which it is stored, so that nobody waits for it in a transaction.

    Args:
        reading: of the file under the name it was handed in with.
        findings, problems: how many were found.
        version: of the reader.
    """
    content, facts = reading.document, reading.facts
    title = " ".join((facts.title or "").split()).rstrip(" _-–—*")[:500]
    number = (facts.number or "")[:80]
    told = (
        version,
        findings,
        problems,
        content.media,
        title,
        number,
        (facts.kind or "")[:20],
        (facts.issuer or facts.locality or "")[:300],
        connection.ops.adapt_datefield_value(facts.dated_on or facts.published_on),
        (facts.period or "")[:24],
        search_key(" ".join((title, number, content.path))),
        document_id,
    )
    packed = (pack_blocks(content.blocks), pack_tables(content.tables), list(content.notes))
    row = (document_id, content.text, content.encoding, content.is_scanned, *map(_as_json, packed))
    detail = {"findings": findings, "problems": problems, "reader": version}
    return ReadFile(document_id, row, _passages_of(document_id, content), told, detail)


def _passages_of(document_id: int, content: KernelDocument) -> Sequence[fulltext.Row]:
    rows: list[fulltext.Row] = []
    for one in list_passages(content):
        cell = None if one.cell is None else _as_json(dict(zip(("table", "row", "column"), one.cell, strict=True)))
        rows.append((document_id, one.start, one.end, cell, one.text, *spell_words(one.text)))
    return rows


def store_contents(many: Sequence[ReadFile], *, scope: Scope) -> None:
    """Replaces what was read of documents, their passages in the index too; doing it twice changes nothing more.

    Call it in the transaction that stores the findings, so that text and anchors always fit. Every step is one
    statement for all the documents: for a short one the way through the models cost as much as reading it (bench).
    """
    with transaction.atomic(savepoint=False):
        rows = Document.objects.select_for_update().filter(pk__in=[one.document_id for one in many])
        documents = {pk: (unit_id, state) for pk, unit_id, state in rows.values_list("pk", "unit_id", "state")}
        again = [pk for pk, (_, state) in documents.items() if state == DocumentState.READ]
        if again:
            Content.objects.filter(document_id__in=again).delete()
            Passage.objects.filter(document_id__in=again).delete()
        insert("documents_content", _CONTENT, [one.content for one in many])
        fulltext.add_passages([row for one in many for row in one.passages])
        now = moment(timezone.now())
        with connection.cursor() as cursor:
            cursor.executemany(_MARK_READ, [(now, *one.told) for one in many])
        acts = [
            Act("documents.read", f"document:{one.document_id}", documents[one.document_id][0], one.detail)
            for one in many
        ]
        record_many(acts, actor=scope.actor)


def fail_reading(document_id: int, sentence: str, sentence_en: str, *, scope: Scope) -> None:
    """Notes why a document cannot be read. What was read of it before stays."""
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document_id)
        if document.state == DocumentState.READ:
            return
        document.state, document.failure, document.failure_en = DocumentState.FAILED, sentence, sentence_en
        document.save(update_fields=["state", "failure", "failure_en"])
        act = Act("documents.fail", f"document:{document_id}", document.unit_id, {"sentence": sentence})
        record(act, actor=scope.actor)


def sweep_files(*, age_s: float = _DAY_S) -> int:
    """Removes files that no document refers to: what a crash left between the disk and the database.

    Args:
        age_s: younger ones stay, for somebody may be about to write the document.

    Returns:
        How many were removed.
    """
    removed = 0
    for sha256, path in storage.list_old(age_s):
        # asked again where no document can come in between: on SQLite a transaction is alone
        with transaction.atomic():
            is_wanted = bool(sha256) and Document.objects.filter(sha256=sha256).exists()
            if not is_wanted and storage.is_older(path, time.time() - age_s):
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def remove_unread(document_id: int, *, scope: Scope) -> None:
    """Takes out a document of which nothing could be read; its bytes go with the next sweep, the record keeps its name.

    Raises:
        Refusal: it has been read, so figures may rest on it, or it is being read.
        NotForYou: the person may not hand in files of its unit.
    """
    with transaction.atomic():
        rows = permitted(Document.objects.select_for_update(of=("self",)), scope, Right.UPLOAD)
        document = rows.filter(pk=document_id).first()
        if document is None or not may(scope, Right.UPLOAD, document.unit_id):
            raise NotForYou
        latest = find_latest(f"document:{document_id}")
        if latest is not None and latest.state in (JobState.QUEUED, JobState.RUNNING):
            raise Refusal(_("The document is being read; wait until that has ended, or stop the job."), status=409)
        if Content.objects.filter(document_id=document_id).exists():
            raise Refusal(_("The document has been read, so it stays: figures may rest on it."), status=409)
        detail = {"name": document.original_name, "sha256": document.sha256}
        record(Act("documents.remove", f"document:{document_id}", document.unit_id, detail), actor=scope.actor)
        document.delete()
