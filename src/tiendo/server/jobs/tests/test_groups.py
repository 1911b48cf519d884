# SPDX-License-Identifier: Apache-2.0
"""Short jobs that are claimed in groups: what they make is kept once, whole, and with the end of their job."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Actor
from tiendo.server.jobs.data import KINDS, JobState, job
from tiendo.server.jobs.models import Job
from tiendo.server.jobs.services import Sizes, cancel, enqueue, reap, run_job, run_waiting

SYSTEM = Actor.system("test")


def always():
    return True


@pytest.fixture
def kept():
    """What was kept, group by group; nothing of a transaction that was undone."""
    return []


@pytest.fixture
def given(db, kept):
    """Puts jobs of one handler into the queue whose made things are kept together; their numbers."""
    before = dict(KINDS)

    def keep(made):
        if "bad" in made:
            raise ValueError("cannot be kept")
        assert transaction.get_connection().in_atomic_block
        kept.append(list(made))

    def put(handler, *arguments, **options):
        job("test.group", keep=keep, **options)(handler)
        return [enqueue("test.group", {"a": one}, actor=SYSTEM) for one in arguments]

    yield put
    KINDS.clear()
    KINDS.update(before)


def states():
    return list(Job.objects.order_by("pk").values_list("state", flat=True))


def echo(_context, a):
    return a


def test_what_jobs_make_is_kept_in_groups_that_grow_and_in_order(given, kept):
    given(echo, *range(23))
    assert run_waiting(always) == 23
    assert kept == [[0], [1, 2, 3, 4], list(range(5, 21)), [21, 22]]
    assert states() == [JobState.DONE] * 23
    assert not DBTaskResult.objects.ready().exists()


def test_the_next_round_begins_with_the_size_that_the_last_one_has_learnt(given, kept):
    sizes = Sizes()
    given(echo, 1, 2)
    run_waiting(always, sizes)
    given(echo, 3, 4, 5, 6)
    run_waiting(always, sizes)
    assert kept == [[1], [2], [3, 4, 5, 6]]


def test_what_takes_long_is_claimed_alone():
    sizes = Sizes()
    for each in (0.0001, 0.0001, 0.2, 3.0):
        sizes.learn("test", each)
    assert (sizes.get("test"), sizes.get("another")) == (1, 1)


def test_a_job_that_makes_nothing_is_done_and_keeps_nothing(given, kept):
    given(lambda _context, a: None, 1)
    run_waiting(always)
    assert (states(), kept) == ([JobState.DONE], [])


def test_what_cannot_be_kept_takes_no_other_job_with_it_and_is_tried_again(given, kept):
    given(echo, 1, 2, "bad", 4, max_attempts=2)
    run_waiting(always)
    assert [one for group in kept for one in group] == [1, 2, 4]
    assert states() == [JobState.DONE, JobState.DONE, JobState.QUEUED, JobState.DONE]
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))
    run_waiting(always)
    assert states() == [JobState.DONE, JobState.DONE, JobState.FAILED, JobState.DONE]


def test_of_a_job_that_is_stopped_after_its_claim_nothing_is_kept(given, kept):
    numbers = []

    def stop_the_third(_context, a):
        if a == 2:
            cancel(numbers[2], scope=Scope.system("test"))
        return a

    numbers += given(stop_the_third, 1, 2, 3)
    run_waiting(always)
    assert kept == [[1], [2]]
    assert states() == [JobState.DONE, JobState.DONE, JobState.CANCELLED]


def test_of_a_job_that_another_worker_has_taken_nothing_is_kept(given, kept):
    numbers = []

    def lose_the_third(_context, a):
        if a == 2:
            Job.objects.filter(pk=numbers[2]).update(worker="elsewhere:1", attempts=2)
        return a

    numbers += given(lose_the_third, 1, 2, 3)
    run_waiting(always)
    assert kept == [[1], [2]]
    assert states() == [JobState.DONE, JobState.DONE, JobState.RUNNING]


def test_a_worker_killed_in_a_group_has_kept_nothing_of_it_and_each_job_then_runs_alone(given, kept):
    is_deadly = [True]

    def die_once(_context, a):
        if a == 3 and is_deadly:
            is_deadly.clear()
            raise SystemExit  # as far as a process can die within a test
        return a

    given(die_once, 1, 2, 3)
    with pytest.raises(SystemExit):
        run_waiting(always)
    assert (kept, states()) == ([[1]], [JobState.DONE, JobState.RUNNING, JobState.RUNNING])
    Job.objects.filter(state=JobState.RUNNING).update(worker="elsewhere:1", lease_until=timezone.now())
    assert reap() == 2
    run_waiting(always)
    assert kept == [[1], [2], [3]]
    assert states() == [JobState.DONE] * 3


def test_before_long_work_all_is_kept_that_was_made_and_what_was_claimed_waits_for_anybody(given, kept):
    seen = []

    def look(context, a):
        if a == 3:
            context.expect_long()
            seen.append((list(kept), states()))
        return a

    given(look, 1, 2, 3, 4, 5, 6)  # groups: 1, 2 3 4 5, 6
    given(look, 3, 7)
    run_waiting(always)
    first, second = seen
    assert first == ([[1], [2]], [JobState.DONE] * 2 + [JobState.RUNNING] + [JobState.QUEUED] * 5)
    assert second[1][-2:] == [JobState.RUNNING, JobState.QUEUED]
    assert [one for group in kept for one in group] == [1, 2, 3, 4, 5, 6, 3, 7]
    assert set(Job.objects.values_list("attempts", flat=True)) == {1}
    assert set(states()) == {JobState.DONE}


def test_a_job_that_is_given_back_is_found_though_its_entry_was_struck_off_meanwhile(given, kept):
    numbers, goes_on = [], [True]

    def stop_here(_context, a):
        if a == 2:
            goes_on.clear()  # the worker is told to end
            run_job(numbers[2])  # another worker meets the entry of a claimed job: nothing to do
            DBTaskResult.objects.filter(pk=Job.objects.get(pk=numbers[2]).queue_entry).update(status="SUCCESSFUL")
        return a

    numbers += given(stop_here, 1, 2, 3)
    run_waiting(lambda: bool(goes_on))
    assert states() == [JobState.DONE, JobState.DONE, JobState.QUEUED]
    run_waiting(always)
    assert kept == [[1], [2], [3]]
    assert set(states()) == {JobState.DONE}


def test_a_job_that_is_given_back_after_it_was_stopped_is_over(given, kept):
    numbers, goes_on = [], [True]

    def stop_here(_context, a):
        if a == 2:
            goes_on.clear()
            cancel(numbers[2], scope=Scope.system("test"))
        return a

    numbers += given(stop_here, 1, 2, 3)
    run_waiting(lambda: bool(goes_on))
    assert states() == [JobState.DONE, JobState.DONE, JobState.CANCELLED]
