# SPDX-License-Identifier: Apache-2.0
"""For which unit a file is handed in: chosen from a few, or found by name among many."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tiendo.kernel.vietnamese import search_key, sort_key
from tiendo.server.documents.models import Document
from tiendo.server.documents.tests.cast import REPORT
from tiendo.server.units.models import UnitVersion


@pytest.fixture(autouse=True)
def named(cast):
    """The units of the cast can be found by words."""
    for version in UnitVersion.objects.all():
        version.search_key, version.sort_key = search_key(version.name), sort_key(version.name)
        version.exact_key = search_key(version.name, has_marks=True)
        version.save()


@pytest.fixture
def sign_in(client, cast):
    def enter(who):
        client.force_login(getattr(cast, who))
        return client

    return enter


def hand_in(client, **unit):
    data = {**unit, "file": [SimpleUploadedFile("bao-cao.txt", REPORT.encode())]}
    return client.post(reverse("document-upload"), data, headers={"HX-Request": "true"})


def test_who_has_one_unit_chooses_nothing_and_who_has_a_city_looks_for_the_unit(sign_in, cast):
    page = sign_in("specialist").get(reverse("documents")).content.decode()
    assert f'type="hidden" name="unit" value="{cast.ward.pk}"' in page
    page = sign_in("office").get(reverse("documents")).content.decode()
    assert 'name="unit_text"' in page
    assert '<select name="unit" required>' not in page


@pytest.mark.parametrize("text", ["Quận 9", "quan 9", "ward"])
def test_a_unit_is_found_by_its_name_with_or_without_marks_or_its_code(sign_in, cast, text):
    assert hand_in(sign_in("office"), unit_text=text).status_code == 200
    assert Document.objects.get().unit_id == cast.ward.pk


@pytest.mark.parametrize("text", ["", "Quận", "Quận 99"])
def test_a_name_that_means_no_unit_or_several_is_refused_in_a_sentence(sign_in, text):
    answer = hand_in(sign_in("office"), unit_text=text)
    assert answer.status_code == 400
    assert not Document.objects.exists()


def test_the_list_under_the_field_holds_what_one_may(sign_in):
    page = sign_in("office").get(reverse("upload-units") + "?q=quan").content.decode()
    assert page.count("data-text") == 2
    page = sign_in("specialist").get(reverse("upload-units") + "?q=quan").content.decode()
    assert page.count("data-text") == 1
    assert "data-text" not in sign_in("reader").get(reverse("upload-units") + "?q=quan").content.decode()
