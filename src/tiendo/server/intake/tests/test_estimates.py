# SPDX-License-Identifier: Apache-2.0
"""A figure that says "ước" is an estimate: on the desk, in its form, in the record, and on its own page."""

from __future__ import annotations

import re

import pytest

from tiendo.server.documents.tests.cast import receive
from tiendo.server.figures.models import Observation
from tiendo.server.intake.services.deciding import accept_all
from tiendo.server.intake.tasks import read_document
from tiendo.server.intake.tests.conftest import Quiet

TEXT = """ỦY BAN NHÂN DÂN QUẬN 9

BÁO CÁO
Kết quả 9 tháng đầu năm 2020

Tổng thu ngân sách nhà nước 9 tháng năm 2020 ước đạt 1.390,9 tỷ đồng.
"""


@pytest.fixture
def read(cast, indicators, client):
    """``read(address)``: a page as the specialist sees it, the report read."""
    document = receive(cast, TEXT)
    read_document(Quiet(), document.pk)
    client.force_login(cast.specialist)
    finding = document.findings.get(payload__value="1390.9")

    def get(address):
        answer = client.get(address.format(document=document.pk, finding=finding.pk))
        assert answer.status_code == 200
        return " ".join(re.sub(r"\s+", " ", answer.content.decode().replace("\u00a0", " ")).split())

    get.document, get.cast = document, cast
    return get


def test_the_desk_shows_uoc_and_not_khoang(read):
    page = read("/intake/{document}/")
    assert "ước 1.390,9 tỷ đồng" in page
    assert "ước thực hiện" in page
    assert "khoảng 1.390,9" not in page


def test_its_form_has_the_estimate_chosen(read):
    page = read("/intake/findings/{finding}/edit/")
    assert re.search(r'<option value="estimate" selected>', page)
    assert not re.search(r'<option value="actual" selected>', page)


def test_it_is_recorded_and_shown_as_an_estimate(read):
    accept_all(read.document.pk, above=0.5, scope=read.cast.scope("specialist"))
    row = Observation.objects.get()
    assert row.status == "estimate"
    page = read(f"/figures/{row.pk}/")
    assert "ước 1.390,9 tỷ đồng" in page
    assert "khoảng" not in page
