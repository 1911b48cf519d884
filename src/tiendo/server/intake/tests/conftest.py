# SPDX-License-Identifier: Apache-2.0
"""What tests of the review desk begin with: the people and files of the tests of documents."""

from __future__ import annotations

import pytest

from tiendo.server.documents.tests.cast import receive
from tiendo.server.documents.tests.conftest import cast, files
from tiendo.server.figures.data import Direction, Nature, RollUp
from tiendo.server.figures.models import Indicator
from tiendo.server.intake.tasks import keep_readings, read_document

__all__ = ["cast", "document", "files", "indicators"]


class Quiet:
    """A job's context that nobody stops."""

    job_id = 1

    def progress(self, done, total):
        """Nobody looks."""

    def check_cancelled(self):
        """Nobody stopped it."""

    def expect_long(self):
        """Nobody waits."""


def read_now(number, *, again=False):
    """Reads a document and stores what was found, as a job does."""
    keep_readings([read_document(Quiet(), number, again=again)])


@pytest.fixture
def document(cast):
    """The report of Quận 9, read."""
    document = receive(cast)
    read_now(document.pk)
    document.refresh_from_db()
    return document


@pytest.fixture
def indicators(db):
    """One indicator of the catalogue, by the code that the reader knows."""
    return [
        Indicator.objects.create(
            code="state_budget_revenue",
            name_vi="Tổng thu ngân sách nhà nước",
            name_en="State budget revenue",
            sector="finance",
            measure="tỷ đồng",
            nature=Nature.FLOW,
            direction=Direction.UP,
            roll_up=RollUp.SUM,
        )
    ]
