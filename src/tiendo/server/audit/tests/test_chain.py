# SPDX-License-Identifier: Apache-2.0
"""The chain of acts: whatever is done to it by hand is found."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiendo.server.audit import triggers
from tiendo.server.audit.data import Act, Actor, ChainFault, EventFilter
from tiendo.server.audit.models import Event, Head
from tiendo.server.audit.queries import list_events, list_verbs, verify_chain
from tiendo.server.audit.rules import GENESIS, compute_hash
from tiendo.server.audit.services import record, record_many

ACTOR = Actor(7, "Trần Thị Hoa")
COLUMNS = {
    "at": lambda event: event.at + timedelta(microseconds=1),
    "user_id": lambda event: (event.user_id or 0) + 1,
    "user_name": lambda event: f"{event.user_name}x",
    "verb": lambda event: f"{event.verb}x",
    "subject": lambda event: f"{event.subject}x",
    "unit_id": lambda event: None if event.unit_id else 5,
    "detail": lambda event: {**event.detail, "x": "1"},
    "previous": lambda event: "f" * 64,
    "hash": lambda event: "f" * 64,
}


class _Undo(Exception):  # noqa: N818
    """Ends one example."""


def fill(count=6):
    with transaction.atomic():
        for number in range(count):
            detail = {"số": "26,70", "lồng": [1, None, {"ă": True}]} if number % 2 else {}
            record(Act("intake.accept", f"document:{number}", number % 3 or None, detail), actor=ACTOR)


def find(**kwargs):
    report = verify_chain(**kwargs)
    return report.fault, report.broken_at


def test_an_untouched_chain_is_whole(db):
    fill()
    report = verify_chain()
    assert (report.is_whole, report.count, report.broken_at) == (True, 6, None)
    assert report.head == Head.objects.get().hash
    assert report.ended_at == Event.objects.get(id=6).at


def test_an_empty_record_is_whole(db):
    report = verify_chain()
    assert (report.is_whole, report.count, report.head) == (True, 0, GENESIS)


@pytest.mark.parametrize("column", COLUMNS)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(1, 6))
def test_a_change_of_any_column_of_any_act_is_found(db, column, number):
    with pytest.raises(_Undo), transaction.atomic():  # noqa: PT012 - WONTFIX: one example, then nothing of it
        fill()
        event = Event.objects.get(id=number)
        Event.objects.filter(id=number).update(**{column: COLUMNS[column](event)})
        fault, broken_at = find()
        assert fault in (ChainFault.CHANGED, ChainFault.MOVED)
        assert broken_at == number
        raise _Undo


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.integers(1, 6), min_size=1), head_too=st.booleans())
def test_acts_taken_out_are_found(db, gone, head_too):
    with pytest.raises(_Undo), transaction.atomic():  # noqa: PT012
        fill()
        kept = Head.objects.get().hash
        Event.objects.filter(id__in=gone).delete()
        last = Event.objects.order_by("-id").first()
        if head_too:
            Head.objects.update(count=last.id if last else 0, hash=last.hash if last else GENESIS)
        is_tail = gone == set(range(min(gone), 7))
        if head_too and is_tail:  # nothing in the database shows it; a head that was kept elsewhere does
            assert find() == (None, None)
            assert find(head=kept)[0] is ChainFault.UNKNOWN_HEAD
        else:
            assert find() == (ChainFault.CUT if is_tail else ChainFault.GAP, min(gone))
        raise _Undo


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(list(range(1, 7))).filter(lambda order: list(order) != sorted(order)))
def test_acts_in_another_order_are_found(db, order):
    with pytest.raises(_Undo), transaction.atomic():  # noqa: PT012
        fill()
        rows = {event.id: event for event in Event.objects.all()}
        Event.objects.all().delete()
        for place, number in enumerate(order, start=1):
            rows[number].id = place
        Event.objects.bulk_create(rows.values())
        first = next(place for place, number in enumerate(order, start=1) if place != number)
        assert find() == (ChainFault.MOVED, first)
        raise _Undo


def _forge(number, previous):
    values = {
        "id": number,
        "at": timezone.now(),
        "user_id": 1,
        "user_name": "x",
        "verb": "x.y",
        "subject": "",
        "unit_id": None,
        "detail": {},
    }
    return Event(**values, previous=previous, hash=compute_hash(values, previous))


def test_an_act_put_in_at_the_end_is_found_even_with_the_right_hash(db):
    fill()
    Event.objects.bulk_create([_forge(7, Head.objects.get().hash)])
    assert find() == (ChainFault.FORGED_HEAD, 6)


def test_an_act_put_in_before_the_first_is_found(db):
    fill()
    Event.objects.bulk_create([_forge(0, GENESIS)])
    assert find() == (ChainFault.MOVED, 1)


def test_an_act_replaced_with_the_right_hash_breaks_at_the_next(db):
    fill()
    forged = _forge(3, Event.objects.get(id=2).hash)
    Event.objects.filter(id=3).delete()
    Event.objects.bulk_create([forged])
    assert find() == (ChainFault.MOVED, 4)


def test_a_forged_end_is_found(db):
    fill()
    Head.objects.update(hash="f" * 64)
    assert find() == (ChainFault.FORGED_HEAD, 6)


def test_an_end_that_is_gone_is_found(db):
    fill()
    Head.objects.all().delete()
    assert find()[0] is ChainFault.FORGED_HEAD


def test_a_head_that_was_kept_is_known_however_long_ago(db):
    fill(2)
    kept = Head.objects.get().hash
    fill(3)
    assert verify_chain(head=f" {kept.upper()}\n").is_whole
    assert find(head="f" * 64)[0] is ChainFault.UNKNOWN_HEAD


def test_the_walk_tells_how_far_it_is(db):
    fill(3)
    told = []
    verify_chain(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_an_act_is_recorded_only_in_the_transaction_of_the_act(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        record(Act("x.y", ""), actor=ACTOR)


def test_an_act_that_is_undone_leaves_no_record(db):
    fill(1)
    with pytest.raises(_Undo), transaction.atomic():  # noqa: PT012
        record_many([Act("x.y", ""), Act("x.z", "")], actor=ACTOR)
        raise _Undo
    fill(1)
    assert verify_chain().is_whole


def test_verbs_and_events_are_listed(db):
    fill(3)
    assert list_verbs() == ["intake.accept"]
    assert [event.id for event in list_events(EventFilter(verb="intake."))] == [3, 2, 1]
    assert not list_events(EventFilter(verb="intake")).exists()


# --- what the database itself refuses -------------------------------------------------------------------------------


@pytest.fixture
def guarded(db):
    fill(3)
    triggers.install(connection)


#: What only one of the databases understands.
OWN = {
    "sqlite": [
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE id = 2",
        "INSERT OR REPLACE INTO audit_head (id, count, hash) VALUES (1, 0, '')",
    ],
    "postgresql": [
        "INSERT INTO audit_event SELECT * FROM audit_event WHERE id = 2 ON CONFLICT (id) DO UPDATE SET verb = 'x'",
        "INSERT INTO audit_head (id, count, hash) VALUES (1, 0, '') ON CONFLICT (id) DO UPDATE SET count = 0",
        "TRUNCATE audit_event",
        "TRUNCATE audit_head",
    ],
}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET verb = 'x' WHERE id = 2",
        "DELETE FROM audit_event WHERE id = 3",
        "DELETE FROM audit_event",
        "INSERT INTO audit_head (id, count, hash) VALUES (2, 0, '')",
        "UPDATE audit_head SET count = 1",
        "DELETE FROM audit_head",
        *OWN[connection.vendor],
    ],
)
def test_the_database_refuses_to_change_the_record(guarded, statement):
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify_chain().count == 3


def test_the_database_takes_more_acts(guarded):
    fill(2)
    assert verify_chain().count == 5


def test_the_refusal_can_be_taken_away_and_put_back(guarded):
    triggers.remove(connection)
    triggers.install(connection)
    triggers.remove(connection)
    Event.objects.all().delete()


def test_the_program_itself_refuses_too(db):
    fill(1)
    event = Event.objects.get()
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
