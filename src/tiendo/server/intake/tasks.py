# SPDX-License-Identifier: Apache-2.0
"""Reading a document, for the queue: read and audit outside any transaction, store in one.

It may run twice and may be killed anywhere: until the last step nothing is written, and that step is all or nothing.
"""

from __future__ import annotations

import logging

from django.utils.translation import gettext_lazy as _

from tiendo.kernel.findings import Claim, Reading
from tiendo.read import UnreadableFile, read_file
from tiendo.render.data import JudgedClaim
from tiendo.server.accounts.data import Scope
from tiendo.server.documents.data import StoredFile
from tiendo.server.documents.queries import get_file
from tiendo.server.documents.services import fail_reading
from tiendo.server.intake.services.reading import READ, Outcome, store_reading
from tiendo.server.intake.stored import draft_findings, draft_problems
from tiendo.server.jobs.data import JobContext, job
from tiendo.verify import audit, describe

log = logging.getLogger("tiendo.intake")


@job(READ, max_attempts=3, label=_("Reading a document"))
def read_document(context: JobContext, document_id: int, again: bool = False) -> None:
    """Reads a document and stores what was found.

    Args:
        again: a person asked for another reading; else a document of which anything was decided is left alone.
    """
    scope = Scope.system(READ)
    reading = _read(document_id, get_file(document_id, scope), scope)
    if reading is None:
        return
    context.check_cancelled()
    judged = [_judge(claim) for claim in reading.claims]
    (problems,) = audit([reading])
    outcome = Outcome(reading, draft_findings(reading, judged), draft_problems(problems, judged))
    store_reading(document_id, outcome, scope=scope, again=again)


def _judge(claim: Claim) -> JudgedClaim:
    details = describe(claim)
    consistent = details.get("consistent")
    return JudgedClaim(claim, consistent if isinstance(consistent, bool) else None, details)


def _read(document_id: int, file: StoredFile, scope: Scope) -> Reading | None:
    """The reading, or None after its sentence was noted."""
    try:
        return read_file(file.name, data=file.path.read_bytes())
    except UnreadableFile as error:
        fail_reading(document_id, error.message, error.message_en, scope=scope)
    except FileNotFoundError:
        log.exception("document %s has lost its file", document_id)
        fail_reading(
            document_id,
            "Tệp gốc không còn trên máy chủ; hãy báo quản trị viên, rồi gửi lại tệp.",
            "The original is no longer on the server; tell the administrator, then hand the file in again.",
            scope=scope,
        )
    except MemoryError:
        fail_reading(
            document_id,
            "Tệp quá lớn so với bộ nhớ của máy chủ; hãy tách thành nhiều tệp nhỏ hơn rồi gửi lại.",
            "The file is too large for the memory of the server; split it and hand it in again.",
            scope=scope,
        )
    except OSError:
        raise  # of the disk: another try may give more
    except Exception:
        log.exception("document %s", document_id)
        fail_reading(
            document_id,
            "Không đọc được vì lỗi của chương trình; hãy gửi tệp này cho quản trị viên.",
            "Not read because of a fault of the program; send this file to the administrator.",
            scope=scope,
        )
    return None
