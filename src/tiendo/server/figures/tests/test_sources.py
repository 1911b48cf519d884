# SPDX-License-Identifier: Apache-2.0
"""The same value in several places: further sources of one figure, and never a correction of it."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

from tiendo.server.audit.models import Event
from tiendo.server.documents.models import Document
from tiendo.server.figures.data import Correction, Deed
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import get_figure, get_provenance
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_figure, withdraw_value
from tiendo.server.figures.tests.making import (
    figure,
    load_quan,
    make_document,
    make_places,
    quantity,
    read_from,
    specialist,
)  # fmt: skip
from tiendo.server.support.refusals import Refusal

REVENUE, Q1 = "state_budget_revenue", "quý I năm 2024"
TEXT = "Thu ngân sách đạt 1.390,9 tỷ đồng. Cộng: 1.390,90 tỷ đồng. Lặp lại: 1.390,9 tỷ đồng, hết."


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return specialist(places.three)


@pytest.fixture
def record(me, places):
    """``record(quote, value)``: the value, read where the quote stands."""
    document = make_document(places.three, TEXT)

    def make(quote, value="1.390,9 tỷ đồng"):
        source = read_from(document, quote, quote.partition(" tỷ")[0].rpartition(" ")[2])
        return record_figures([figure(places.three, REVENUE, Q1, value, source=source)], scope=me)[0]

    return make


SENTENCE, TOTAL, AGAIN = "đạt 1.390,9 tỷ đồng", "Cộng: 1.390,90 tỷ đồng", "Lặp lại: 1.390,9 tỷ đồng, hết"


def both(record):
    return record(SENTENCE), record(TOTAL, "1.390,90 tỷ đồng")


def test_a_second_place_is_a_second_source_and_the_history_tells_one_value(record, me):
    first, second = both(record)
    for asked in (first, second):
        told = get_provenance(asked, me)
        assert [one.row.id for one in told.sources] == [first, second]
        assert [one.marked for one in told.sources] == ["1.390,9", "1.390,90"]
        assert [row.id for row in told.revisions] == [second]
        assert (told.figure.id, told.figure.is_current, told.figure.deed) == (second, True, Deed.CONFIRM)
    assert Event.objects.filter(verb="figures.confirm").count() == 1


def test_each_source_names_its_place_in_the_document(record, me):
    Document.objects.update(media="docx")
    first, _ = both(record)
    assert [one.place for one in get_provenance(first, me).sources] == ["đoạn 1", "đoạn 1"]


def test_another_value_is_no_source_of_it_and_keeps_both_in_the_history(record, me):
    first, second = both(record)
    third = record(AGAIN, "1.390 tỷ đồng")
    told = get_provenance(third, me)
    assert [one.row.id for one in told.sources] == [third]
    assert [row.id for row in told.revisions] == [third, second]
    former = get_provenance(first, me)
    assert ([one.row.id for one in former.sources], former.figure.is_current) == ([first, second], False)


def test_a_source_that_is_withdrawn_leaves_the_value_with_the_others(record, me):
    first, second = both(record)
    standing = withdraw_figure(first, reason="Đọc nhầm dòng", scope=me)
    told = get_provenance(standing, me)
    assert (told.figure.value, told.figure.deed) == (Decimal("1390.90"), Deed.WITHDRAW)
    assert [one.row.id for one in told.sources] == [second]
    row = get_figure(withdraw_figure(second, reason="Cũng nhầm", scope=me), me)
    assert (row.is_missing, row.gap_reason) == (True, "Cũng nhầm")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_recordings_are_taken_back_in_any_order_and_nothing_is_left(record, me, order):
    rows = [*both(record), record(AGAIN)]
    before = Observation.objects.count()
    left = [get_figure(withdraw_figure(rows[number], reason="Bỏ", scope=me), me) for number in order]
    assert [row.is_missing for row in left] == [False, False, True]
    assert Observation.objects.count() == before + 3
    assert Observation.objects.filter(is_current=True).count() == 1


def test_a_value_that_is_withdrawn_takes_all_its_sources_and_the_one_before_comes_back(record, me):
    earlier = record(AGAIN, "1.200 tỷ đồng")
    first, second = both(record)
    row = get_figure(withdraw_value(second, reason="Số của quận khác", scope=me), me)
    assert row.value == Decimal(1200)
    assert [one.row.id for one in get_provenance(row.id, me).sources] == [earlier]
    with pytest.raises(Refusal) as refusal:
        withdraw_figure(first, reason="Muộn rồi", scope=me)
    assert refusal.value.status == 409


def test_a_correction_of_a_value_with_two_sources_is_one_and_can_be_taken_back(record, me):
    first, second = both(record)
    third = correct_figure(second, Correction("Kho bạc đối chiếu", quantity("1.391 tỷ đồng")), scope=me)
    assert get_provenance(third, me).revisions[0].deed is Deed.CORRECT
    row = get_figure(withdraw_figure(third, reason="Nhầm", scope=me), me)
    assert row.value == Decimal("1390.90")
    assert [one.row.id for one in get_provenance(row.id, me).sources] == [first, second]
