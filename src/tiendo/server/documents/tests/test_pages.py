# SPDX-License-Identifier: Apache-2.0
"""Pages of documents: what is shown to whom, and what a browser hands in."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tiendo.server.documents.models import Document
from tiendo.server.documents.tests.cast import REPORT, count_queries, read_in, receive

PART = {"HX-Request": "true"}


@pytest.fixture
def sign_in(client, cast):
    """Who looks at the pages."""

    def enter(who):
        client.force_login(getattr(cast, who))
        return client

    return enter


def a_file(text=REPORT, name="bao-cao.txt"):
    return SimpleUploadedFile(name, text.encode())


def hand_in(client, cast, *files, part=True):
    data = {"unit": cast.ward.pk, "file": list(files)}
    return client.post(reverse("document-upload"), data, headers=PART if part else {})


def test_a_visitor_is_asked_to_sign_in(client, cast, settings):
    settings.LOGIN_URL = "/sign-in/"
    document = receive(cast)
    for name, arguments in (("documents", []), ("document", [document.pk]), ("document-file", [document.pk])):
        assert client.get(reverse(name, args=arguments)).status_code == 302


def test_several_files_are_handed_in_at_once_and_each_has_its_own_answer(sign_in, cast):
    answer = hand_in(sign_in("specialist"), cast, a_file(), a_file("Hai.", "hai.txt"), a_file("", "rong.txt"))
    page = answer.content.decode()
    assert (answer.status_code, Document.objects.count()) == (200, 2)
    assert page.count("<li>") == 3
    assert "“rong.txt” rỗng" in page


def test_the_second_time_says_so_and_leads_to_the_first(sign_in, cast):
    first = receive(cast)
    page = hand_in(sign_in("specialist"), cast, a_file()).content.decode()
    assert "đã có từ trước" in page
    assert reverse("document", args=[first.pk]) in page


def test_a_form_without_script_answers_with_a_page(sign_in, cast):
    page = hand_in(sign_in("specialist"), cast, a_file(), part=False).content.decode()
    assert page.startswith("<!doctype html>")
    assert "bao-cao.txt" in page


@pytest.mark.parametrize(
    ("name", "data", "status", "word"),
    [
        ("a.exe", b"MZ", 400, "không đọc được"),
        ("a.docx", b"Rar!\x1a\x07", 400, "RAR"),
        ("a.txt", b"", 400, "rỗng"),
    ],
)
def test_a_file_that_is_refused_is_refused_in_a_sentence(sign_in, cast, name, data, status, word):
    answer = hand_in(sign_in("specialist"), cast, SimpleUploadedFile(name, data))
    assert answer.status_code == status
    assert word in answer.content.decode()


@pytest.mark.parametrize("data", [{}, {"unit": "x"}, {"unit": "99999999999999999999999"}])
def test_nonsense_in_the_form_is_a_sentence_and_no_fault(sign_in, cast, data):
    assert sign_in("specialist").post(reverse("document-upload"), data, headers=PART).status_code == 400


@pytest.mark.parametrize("who", ["reader", "outsider"])
def test_who_may_not_hand_in_has_no_form_and_no_address(sign_in, cast, who):
    client = sign_in(who)
    assert hand_in(client, cast, a_file()).status_code == 404
    if who == "reader":
        assert "data-drop" not in client.get(reverse("documents")).content.decode()


def test_an_outsider_sees_nothing_by_list_search_address_or_file(sign_in, cast):
    document = receive(cast)
    read_in(document)
    client = sign_in("outsider")
    assert "214/BC-UBND" not in client.get(reverse("documents")).content.decode()
    found = client.get(reverse("document-search"), {"q": "giải ngân"}).content.decode()
    assert reverse("document", args=[document.pk]) not in found
    for name in ("document", "document-file", "document-state"):
        assert client.get(reverse(name, args=[document.pk])).status_code == 404


def test_the_list_shows_what_was_found_and_can_be_filtered(sign_in, cast):
    read_in(receive(cast))
    receive(cast, "Chưa đọc.", "chua-doc.txt")
    client = sign_in("reader")
    page = client.get(reverse("documents")).content.decode()
    assert "214/BC-UBND" in page
    assert "chua-doc.txt" in page
    only = client.get(reverse("documents"), {"state": "read", "unit": cast.ward.pk}).content.decode()
    assert "chua-doc.txt" not in only


def test_the_list_asks_a_fixed_number_of_times(sign_in, cast):
    client = sign_in("specialist")
    receive(cast, "Văn bản đầu.", "dau.txt")
    client.get(reverse("documents"))
    few = count_queries(client, reverse("documents"))
    for number in range(9):
        receive(cast, f"Văn bản {number}.", f"{number}.txt")
    assert count_queries(client, reverse("documents")) == few


@pytest.mark.parametrize(
    "query", ["?page=0", "?page=999", "?page=x", "?unit=abc", "?unit=99999999999999999999", "?state=x"]
)
def test_nonsense_in_an_address_is_no_fault(sign_in, cast, query):
    receive(cast)
    assert sign_in("reader").get(reverse("documents") + query).status_code == 200


def test_the_page_of_a_document_marks_the_place_that_the_address_names(sign_in, cast):
    document = receive(cast)
    read_in(document)
    start = REPORT.index("1.390,9")
    address = reverse("document", args=[document.pk])
    page = sign_in("reader").get(f"{address}?at={start}-{start + 15}").content.decode()
    assert '<span class="hit" id="at">1.390,9 tỷ đồng</span>' in page
    for nonsense in ("?at=9-1", "?at=1-99999999", "?at=x", "?cell=1-2", "?cell=9-9-9", "?at=5-5"):
        assert sign_in("reader").get(address + nonsense).status_code == 200


def test_what_a_document_says_is_never_markup(sign_in, cast):
    text = "Tổng thu <script>alert(1)</script> & 12 tỷ đồng."
    document = receive(cast, text, "<img src=x>.txt")
    read_in(document, text)
    client = sign_in("reader")
    for page in (
        reverse("document", args=[document.pk]),
        reverse("document-search") + "?q=script",
        reverse("documents"),
    ):
        shown = client.get(page).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


def test_the_original_is_saved_and_never_shown(sign_in, cast):
    document = receive(cast, "<html><body>12 tỷ đồng</body></html>", "báo cáo.html")
    answer = sign_in("reader").get(reverse("document-file", args=[document.pk]))
    assert b"".join(answer.streaming_content) == "<html><body>12 tỷ đồng</body></html>".encode()
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''b%C3%A1o")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_search_shows_the_hit_and_leads_to_its_place(sign_in, cast):
    document = receive(cast)
    read_in(document)
    page = sign_in("reader").get(reverse("document-search"), {"q": "giai ngan"}).content.decode()
    assert "<mark>giải ngân</mark>" in page
    assert f"{reverse('document', args=[document.pk])}?at=" in page


def test_the_state_asks_again_until_the_document_is_read(sign_in, cast):
    document = receive(cast)
    client = sign_in("reader")
    address = reverse("document-state", args=[document.pk])
    assert "hx-get" in client.get(address).content.decode()
    read_in(document)
    assert "hx-get" not in client.get(address).content.decode()
