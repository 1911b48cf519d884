# SPDX-License-Identifier: Apache-2.0
"""What tests of the review desk begin with: the people and files of the tests of documents."""

from __future__ import annotations

import pytest

from tiendo.server.documents.tests.cast import receive
from tiendo.server.documents.tests.conftest import cast, files
from tiendo.server.intake.tasks import read_document

__all__ = ["cast", "document", "files"]


class Quiet:
    """A job's context that nobody stops."""

    job_id = 1

    def progress(self, done, total):
        """Nobody looks."""

    def check_cancelled(self):
        """Nobody stopped it."""


@pytest.fixture
def document(cast):
    """The report of Quận 9, read."""
    document = receive(cast)
    read_document(Quiet(), document.pk)
    document.refresh_from_db()
    return document
