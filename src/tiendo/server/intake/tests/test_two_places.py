# SPDX-License-Identifier: Apache-2.0
"""A figure that a document tells twice: one value with two sources, taken back as it was given."""

from __future__ import annotations

import pytest

from tiendo.server.documents.tests.cast import receive
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import get_figure, get_provenance
from tiendo.server.intake.data import Choice
from tiendo.server.intake.services.deciding import accept_all, decide, undo
from tiendo.server.intake.tasks import read_document
from tiendo.server.intake.tests.conftest import Quiet

TEXT = """BÁO CÁO
Kết quả 9 tháng đầu năm 2020

Tổng thu ngân sách nhà nước 9 tháng năm 2020 đạt 1.390,9 tỷ đồng.

Như vậy tổng thu ngân sách nhà nước 9 tháng năm 2020 là 1.390,9 tỷ đồng.
"""


@pytest.fixture
def document(cast, indicators):
    document = receive(cast, TEXT)
    read_document(Quiet(), document.pk)
    accept_all(document.pk, above=0.5, scope=cast.scope("specialist"))
    return document


def test_both_sentences_are_sources_of_the_one_value(document, cast):
    rows = document.findings.exclude(observation=None)
    told = get_provenance(rows[0].observation_id, cast.scope("reader"))
    assert [one.row.id for one in told.sources] == [row.observation_id for row in rows]
    assert [one.place for one in told.sources] == ["dòng 4", "dòng 6"]
    assert len(told.revisions) == 1


def test_all_of_it_is_taken_back_together(document, cast):
    undo(document.pk, scope=cast.scope("specialist"))
    current = Observation.objects.get(is_current=True)
    assert get_figure(current.pk, cast.scope("specialist")).is_missing


def test_one_of_them_is_rejected_and_the_value_stays_by_the_other(document, cast):
    first, second = document.findings.exclude(observation=None)
    decide(first.pk, version=first.row_version, choice=Choice.REJECT, scope=cast.scope("specialist"))
    told = get_provenance(second.observation_id, cast.scope("reader"))
    assert (told.figure.is_current, [one.row.id for one in told.sources]) == (True, [second.observation_id])
