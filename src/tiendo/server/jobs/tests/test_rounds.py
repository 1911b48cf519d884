# SPDX-License-Identifier: Apache-2.0
"""Jobs that are run one after the other without the queue: as safe as through it."""

from __future__ import annotations

import gc
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Actor
from tiendo.server.jobs import worker
from tiendo.server.jobs.data import KINDS, JobState, job
from tiendo.server.jobs.models import Job
from tiendo.server.jobs.services import AT_ONCE, cancel, enqueue, reap, run_job, run_waiting

SYSTEM = Actor.system("test")


def always():
    return True


@pytest.fixture
def given():
    """Puts jobs of one handler into the queue; their numbers."""
    before = dict(KINDS)

    def put(handler, *arguments, **options):
        job("test.round", **options)(handler)
        return [enqueue("test.round", {"a": one}, actor=SYSTEM) for one in arguments]

    yield put
    KINDS.clear()
    KINDS.update(before)


def states():
    return list(Job.objects.order_by("pk").values_list("state", flat=True))


def test_all_that_wait_are_run_in_order_and_their_entries_are_struck_off(db, given):
    seen = []
    given(lambda _context, a: seen.append(a), 1, 2, 3)
    assert run_waiting(always) == 3
    assert seen == [1, 2, 3]
    assert states() == [JobState.DONE] * 3
    assert not DBTaskResult.objects.ready().exists()


def test_a_round_ends_where_it_is_told_to_and_the_job_before_has_its_end(db, given):
    seen = []
    given(lambda _context, a: seen.append(a), 1, 2, 3)
    run_waiting(lambda: not seen)
    assert states() == [JobState.DONE, JobState.QUEUED, JobState.QUEUED]
    assert DBTaskResult.objects.ready().count() == 2


def test_a_round_is_bounded(db, given):
    given(lambda _context, a: None, *range(AT_ONCE + 1))
    assert run_waiting(always) == AT_ONCE
    assert states()[-1] == JobState.QUEUED


def test_a_job_that_failed_waits_for_its_time_and_the_others_go_on(db, given):
    def fail_once(context, a):
        if a == 1 and Job.objects.get(pk=context.job_id).attempts == 1:
            raise OSError("disk")

    given(fail_once, 1, 2)
    run_waiting(always)
    assert states() == [JobState.QUEUED, JobState.DONE]
    assert run_waiting(always) == 0
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))
    run_waiting(always)
    assert states() == [JobState.DONE, JobState.DONE]


def test_a_stopped_job_is_not_run_though_it_waited_when_the_round_began(db, given):
    numbers = []

    def stop_the_next(_context, a):
        if a == 1:
            cancel(numbers[1], scope=Scope.system("test"))

    numbers += given(stop_the_next, 1, 2, 3)
    run_waiting(always)
    assert states() == [JobState.DONE, JobState.CANCELLED, JobState.DONE]


def test_a_job_that_another_worker_took_meanwhile_is_left_to_it(db, given):
    seen, numbers = [], []

    def take_the_next(_context, a):
        seen.append(a)
        if a == 1:
            Job.objects.filter(pk=numbers[1]).update(state=JobState.RUNNING, worker="elsewhere:1", attempts=1)

    numbers += given(take_the_next, 1, 2)
    run_waiting(always)
    assert seen == [1]
    assert states() == [JobState.DONE, JobState.RUNNING]


def test_a_worker_killed_in_a_round_leaves_its_job_to_the_next_and_nothing_is_done_twice(db, given):
    seen = []

    def die_once(context, a):
        if a == 2 and Job.objects.get(pk=context.job_id).attempts == 1:
            raise SystemExit  # as far as a process can die within a test
        seen.append(a)

    _, second, _ = given(die_once, 1, 2, 3)
    with pytest.raises(SystemExit):
        run_waiting(always)
    assert states() == [JobState.DONE, JobState.RUNNING, JobState.QUEUED]
    Job.objects.filter(pk=second).update(worker="elsewhere:1", lease_until=timezone.now() - timedelta(seconds=1))
    assert reap() == 1
    for entry in DBTaskResult.objects.ready():  # the first job's too, which was not struck off
        run_job(entry.args_kwargs["args"][0])
    assert sorted(seen) == [1, 2, 3]
    assert states() == [JobState.DONE] * 3


def test_what_cannot_be_kept_fails_its_job_alone(db, given):
    given(lambda _context, a: object() if a == 1 else a, 1, 2, max_attempts=1)
    run_waiting(always)
    assert states() == [JobState.FAILED, JobState.DONE]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_all_that_wait_and_ends_with_an_empty_queue(given):
    given(lambda _context, a: a, *range(AT_ONCE + 5))
    worker.work(until_empty=True)
    assert not list(Job.objects.exclude(state=JobState.DONE).values_list("kind", "state", "attempts"))
    assert not DBTaskResult.objects.ready().exists()


@pytest.mark.django_db(transaction=True)
def test_regular_jobs_that_are_due_are_among_those_done_whatever_the_clock_does(given, monkeypatch):
    monkeypatch.setattr(worker, "_tick", lambda _stop: None)
    seen = []
    job("test.round", every=timedelta(days=1))(lambda _context: seen.append(1))
    worker.work(until_empty=True)
    assert seen == [1]
    assert not Job.objects.exclude(state=JobState.DONE).exists()


@pytest.mark.django_db(transaction=True)
def test_garbage_is_looked_for_less_often_while_the_worker_works_and_as_usual_afterwards(given):
    usual, frozen, seen = gc.get_threshold(), gc.get_freeze_count(), []
    given(lambda _context, a: seen.append((gc.get_threshold()[0], gc.get_freeze_count())), 1)
    worker.work(until_empty=True)
    [(threshold, kept)] = seen
    assert threshold > usual[0]
    assert kept > frozen
    assert (gc.get_threshold(), gc.get_freeze_count()) == (usual, 0)
