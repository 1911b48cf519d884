# SPDX-License-Identifier: Apache-2.0
"""Reading a document, for the queue: read and audit outside any transaction, store in the one that ends the job.

It may run twice and may be killed anywhere: until the last step nothing is written, and that step is all or nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from tiendo.kernel.findings import Claim, Reading
from tiendo.read import UnreadableFile, read_file
from tiendo.render.data import JudgedClaim
from tiendo.server.accounts.data import Scope
from tiendo.server.documents.data import StoredFile
from tiendo.server.documents.queries import as_file, find_file
from tiendo.server.intake.services.reading import READ, Outcome, Unread, prepare, store_readings
from tiendo.server.jobs.data import JobContext, job
from tiendo.verify import Judgement, audit, describe, judge

#: Larger files may take seconds; a .docx of ten pages has 50 kB.
_LONG = 200_000

log = logging.getLogger("tiendo.intake")


def keep_readings(made: Sequence[Outcome | Unread]) -> None:
    """Stores what jobs have read."""
    store_readings(made, scope=Scope.system(READ))


@job(READ, keep=keep_readings, max_attempts=3, label=_("Reading a document"))
def read_document(
    context: JobContext, document_id: int, file: Mapping[str, Any] | None = None, again: bool = False
) -> Outcome | Unread:
    """Reads a document; nothing is stored yet.

    Args:
        file: what ``as_file`` takes, where whoever asked knew it: to look it up takes a fiftieth of reading a page.
        again: a person asked for another reading; else a document of which anything was decided is left alone.
    """
    known = find_file(document_id) if file is None else as_file(**file)
    if known.size > _LONG:
        context.expect_long()
    reading = _read(document_id, known)
    if isinstance(reading, Unread):
        return reading
    context.check_cancelled()
    judgements = [judge(claim) for claim in reading.claims]
    judged = [_put(claim, judgement) for claim, judgement in zip(reading.claims, judgements, strict=True)]
    (problems,) = audit([reading], [judgements])
    return prepare(document_id, reading, judged, problems, again=again)


def _put(claim: Claim, judgement: Judgement) -> JudgedClaim:
    return JudgedClaim(claim, judgement.is_consistent, describe(claim, judgement))


def _read(document_id: int, file: StoredFile) -> Reading | Unread:
    """The reading, or the sentence why there is none."""
    try:
        return read_file(file.name, data=file.path.read_bytes())
    except UnreadableFile as error:
        return Unread(document_id, error.message, error.message_en)
    except FileNotFoundError:
        log.exception("document %s has lost its file", document_id)
        return Unread(
            document_id,
            "Tệp gốc không còn trên máy chủ; hãy báo quản trị viên, rồi gửi lại tệp.",
            "The original is no longer on the server; tell the administrator, then hand the file in again.",
        )
    except MemoryError:
        return Unread(
            document_id,
            "Tệp quá lớn so với bộ nhớ của máy chủ; hãy tách thành nhiều tệp nhỏ hơn rồi gửi lại.",
            "The file is too large for the memory of the server; split it and hand it in again.",
        )
    except OSError:
        raise  # of the disk: another try may give more
    except Exception:
        log.exception("document %s", document_id)
        return Unread(
            document_id,
            "Không đọc được vì lỗi của chương trình; hãy gửi tệp này cho quản trị viên.",
            "Not read because of a fault of the program; send this file to the administrator.",
        )
