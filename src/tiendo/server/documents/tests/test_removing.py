# SPDX-License-Identifier: Apache-2.0
"""A document that cannot be read says what to do, and goes when it is taken out; one that was read stays."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.models import Event
from tiendo.server.documents.models import Document
from tiendo.server.documents.services import fail_reading, remove_unread, sweep_files
from tiendo.server.documents.tests.cast import read_in, receive
from tiendo.server.jobs.models import Job
from tiendo.server.support.refusals import NotForYou, Refusal

SENTENCE = "Tệp là một chương trình; hãy lưu báo cáo thành .docx."


@pytest.fixture
def unread(cast):
    document = receive(cast, name="chuong-trinh.docx")
    Job.objects.filter(subject=f"document:{document.pk}").update(state="done")
    fail_reading(document.pk, SENTENCE, "A program.", scope=Scope.system("test"))
    return document


def test_its_page_says_why_and_what_to_do(client, cast, unread):
    client.force_login(cast.specialist)
    page = client.get(reverse("document", args=[unread.pk])).content.decode()
    assert SENTENCE in page
    assert reverse("document-remove", args=[unread.pk]) in page
    client.force_login(cast.reader)
    page = client.get(reverse("document", args=[unread.pk])).content.decode()
    assert SENTENCE in page
    assert reverse("document-remove", args=[unread.pk]) not in page


def test_it_goes_with_its_file_and_can_be_handed_in_again(client, cast, unread, files):
    client.force_login(cast.specialist)
    answer = client.post(reverse("document-remove", args=[unread.pk]), follow=True)
    assert "chuong-trinh.docx" in answer.content.decode()
    assert not Document.objects.exists()
    assert Event.objects.get(verb="documents.remove").detail["name"] == "chuong-trinh.docx"
    assert sweep_files(age_s=-1) == 1
    assert receive(cast, name="chuong-trinh.docx").state == "received"


@pytest.mark.parametrize("who", ["reader", "outsider"])
def test_who_may_not_hand_in_takes_nothing_out(cast, unread, who):
    with pytest.raises(NotForYou):
        remove_unread(unread.pk, scope=cast.scope(who))
    assert Document.objects.exists()


def test_a_document_that_was_read_stays(cast):
    document = receive(cast)
    Job.objects.filter(subject=f"document:{document.pk}").update(state="done")
    read_in(document)
    with pytest.raises(Refusal) as refusal:
        remove_unread(document.pk, scope=cast.scope("specialist"))
    assert refusal.value.status == 409


def test_a_document_that_is_being_read_stays(cast):
    document = receive(cast)
    with pytest.raises(Refusal) as refusal:
        remove_unread(document.pk, scope=cast.scope("specialist"))
    assert refusal.value.status == 409
