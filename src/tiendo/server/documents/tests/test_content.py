# SPDX-License-Identifier: Apache-2.0
"""What was read of a document is stored whole, comes back as it was, and is found by words."""

from __future__ import annotations

import pytest
from django.db import connection

from tiendo.server.accounts.data import Scope
from tiendo.server.documents import queries
from tiendo.server.documents.data import DocumentState
from tiendo.server.documents.fulltext import Columns, Fts5
from tiendo.server.documents.models import Document, Passage
from tiendo.server.documents.queries import address_of, find_documents, open_content, search
from tiendo.server.documents.services import fail_reading
from tiendo.server.documents.tests.cast import read_in, receive
from tiendo.server.support.refusals import NotForYou

SYSTEM = Scope.system("test")
#: Every way of the database in use.
WAYS = {"fts5": Fts5(), "columns": Columns()} if connection.vendor == "sqlite" else {"columns": Columns()}
BACKENDS = pytest.mark.parametrize("backend", WAYS.values(), ids=WAYS.keys())


def test_content_comes_back_as_the_reader_gave_it(cast):
    document = receive(cast)
    reading = read_in(document)
    assert open_content(document.pk, cast.scope("specialist")) == reading.document


def test_the_document_takes_over_what_it_says_of_itself(cast):
    document = receive(cast)
    read_in(document)
    assert (document.number, document.state) == ("214/BC-UBND", DocumentState.READ)
    assert document.finding_count > 0


def test_storing_twice_leaves_one_set_of_passages(cast):
    document = receive(cast)
    read_in(document)
    once = list(Passage.objects.order_by("pk").values_list("exact", "bare", "start"))
    read_in(document)
    assert list(Passage.objects.order_by("pk").values_list("exact", "bare", "start")) == once
    assert len(search("giải ngân", cast.scope("reader"))) == 1


@pytest.mark.parametrize("ask", [open_content, queries.get_document, queries.get_file])
def test_who_may_not_see_a_document_gets_nothing_of_it(cast, ask):
    document = receive(cast)
    read_in(document)
    assert ask(document.pk, cast.scope("reader"))
    with pytest.raises(NotForYou):
        ask(document.pk, cast.scope("outsider"))


def hits(question, scope, backend):
    found = search(question, scope, backend=backend)
    return ["".join(text for text, is_hit in hit.pieces if is_hit) for group in found for hit in group.hits]


@BACKENDS
@pytest.mark.parametrize("question", ["giai ngan", "GIẢI NGÂN", "giải ngân", "ngan giai", "vốn đầu tư công giải ngân"])
def test_words_are_found_with_and_without_marks_in_any_order(cast, backend, question):
    read_in(receive(cast))
    assert len(hits(question, cast.scope("reader"), backend)) == 1


@BACKENDS
def test_the_stroke_of_d_may_be_left_out_too(cast, backend):
    text = "Đường Trần Hưng Đạo dài 2,5 km."
    read_in(receive(cast, text), text)
    assert hits("duong hung dao", cast.scope("reader"), backend) == ["ĐườngHưngĐạo"]


@BACKENDS
def test_a_part_of_a_word_is_no_hit(cast, backend):
    read_in(receive(cast))
    assert hits("nga", cast.scope("reader"), backend) == []


@BACKENDS
def test_numbers_are_found_as_printed(cast, backend):
    read_in(receive(cast))
    assert hits("1.390,9", cast.scope("reader"), backend) == ["1.390,9"]


@BACKENDS
def test_with_marks_typed_the_passages_that_have_them_come_first(cast, backend):
    """Both texts hold "ma" without marks; the newer one only that."""
    texts = ["Diện tích mạ non là 12 ha.", "Số ca tử vong do ma túy là 3."]
    for number, text in enumerate(texts):
        read_in(receive(cast, text, f"{number}.txt"), text)
    assert hits("mạ", cast.scope("reader"), backend) == ["mạ", "ma"]
    assert hits("ma", cast.scope("reader"), backend) == ["ma", "mạ"]


@BACKENDS
def test_words_side_by_side_come_before_the_same_words_scattered(cast, backend):
    texts = ["Giao ban tuần.", "Ban quản lý giao việc."]
    for number, text in enumerate(texts):
        read_in(receive(cast, text, f"{number}.txt"), text)
    assert hits("giao ban", cast.scope("reader"), backend) == ["Giao ban", "Bangiao"]


@BACKENDS
@pytest.mark.parametrize("question", ['" OR 1', "exact : giai", "giai NEAR ngan", "%", "a_b", "*", "", "'", "giải*"])
def test_signs_of_a_query_language_are_only_signs(cast, backend, question):
    read_in(receive(cast))
    assert hits(question, cast.scope("reader"), backend) in ([], ["giải"])


@BACKENDS
def test_an_outsider_finds_nothing(cast, backend):
    read_in(receive(cast))
    assert search("giải ngân", cast.scope("outsider"), backend=backend) == []
    assert find_documents("214", cast.scope("outsider")) == []


def test_documents_are_found_by_number_title_and_name_of_the_file(cast):
    document = receive(cast)
    read_in(document)
    for question in ("214", "chi tieu 9 thang", "bao-cao-214"):
        assert [row.id for row in find_documents(question, cast.scope("reader"))] == [document.pk]


def test_a_deleted_document_leaves_nothing_in_the_index(cast):
    document = receive(cast)
    read_in(document)
    Document.objects.all().delete()
    other = receive(cast, "Không có gì.", "khac.txt")
    read_in(other, "Không có gì.")
    assert search("giải ngân", cast.scope("reader")) == []


def test_search_asks_a_fixed_number_of_times(cast, django_assert_num_queries):
    for number in range(5):
        text = f"Vốn giải ngân đợt {number} là 12 tỷ đồng."
        read_in(receive(cast, text, f"{number}.txt"), text)
    scope = cast.scope("reader")
    with django_assert_num_queries(3):
        assert len(search("giải ngân", scope)) == 5


def test_a_failed_document_says_why_and_one_that_was_read_stays_read(cast):
    document = receive(cast)
    fail_reading(document.pk, "Tệp hỏng.", "Damaged.", scope=SYSTEM)
    assert queries.get_document(document.pk, cast.scope("reader")).failure == "Tệp hỏng."
    read_in(document)
    fail_reading(document.pk, "Tệp hỏng.", "Damaged.", scope=SYSTEM)
    assert queries.get_document(document.pk, cast.scope("reader")).state is DocumentState.READ


def test_the_address_of_a_place_names_it(cast):
    assert address_of(7, {"start": 3, "end": 9}) == "/documents/7/?at=3-9#at"
    assert address_of(7, {"table": 0, "row": 2, "column": 1}) == "/documents/7/?cell=0-2-1#at"
    assert address_of(7) == "/documents/7/"
