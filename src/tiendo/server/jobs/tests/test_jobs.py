# SPDX-License-Identifier: Apache-2.0
"""Jobs: each is done once, whatever dies."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tiendo.server.accounts.data import NOBODY, Scope
from tiendo.server.audit.data import Actor
from tiendo.server.jobs.data import KINDS, JobState, job
from tiendo.server.jobs.models import Job, Schedule
from tiendo.server.jobs.running import is_gone
from tiendo.server.jobs.services import cancel, enqueue, reap, run_job, start_due
from tiendo.server.jobs.worker import work
from tiendo.server.support.refusals import NotForYou, Refusal

SYSTEM = Actor.system("test")
OFFICE = Scope.system("test")
LONG_AGO = timedelta(minutes=5)


@pytest.fixture
def kind():
    """Registers a handler for one test."""
    before = dict(KINDS)

    def register(handler, **options):
        job("test.kind", **options)(handler)
        return "test.kind"

    yield register
    KINDS.clear()
    KINDS.update(before)


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_a_job_with_its_arguments_and_keeps_the_result(kind):
    number = enqueue(kind(lambda _context, a, b: a + b), {"a": 2, "b": 3}, actor=SYSTEM)
    work(until_empty=True)
    done = Job.objects.get(pk=number)
    assert (done.state, done.result, done.attempts) == (JobState.DONE, 5, 1)


def test_a_job_whose_cause_was_undone_is_not_there(db, kind):
    code = kind(lambda _context: None)
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - WONTFIX: both belong to one transaction
        enqueue(code, {}, actor=SYSTEM)
        raise RuntimeError("the cause failed")
    assert not Job.objects.exists()


def test_a_failing_job_is_tried_again_and_fails_after_the_last_try(db, kind):
    def fail(_context):
        raise OSError("disk")

    number = enqueue(kind(fail, max_attempts=2), {}, actor=SYSTEM)
    run_job(number)
    again = Job.objects.get(pk=number)
    assert again.state == JobState.QUEUED
    wait = DBTaskResult.objects.get(pk=again.queue_entry).run_after - timezone.now()
    assert timedelta(0) < wait <= timedelta(seconds=5)
    run_job(number)
    assert Job.objects.get(pk=number).state == JobState.FAILED


def test_a_refusal_is_not_tried_again_and_its_sentence_is_kept(db, kind):
    def refuse(_context):
        raise Refusal("Tệp rỗng: hãy chọn tệp khác.")

    number = enqueue(kind(refuse), {}, actor=SYSTEM)
    run_job(number)
    assert Job.objects.get(pk=number).failure == "Tệp rỗng: hãy chọn tệp khác."


def test_two_workers_do_not_run_one_job(db, kind):
    runs = []
    number = enqueue(kind(lambda _context: runs.append(1)), {}, actor=SYSTEM)
    run_job(number)
    run_job(number)
    assert runs == [1]


def test_a_waiting_job_is_stopped_at_once_and_never_runs(db, kind):
    runs = []
    number = enqueue(kind(lambda _context: runs.append(1)), {}, actor=SYSTEM)
    assert cancel(number, scope=OFFICE).state == JobState.CANCELLED
    run_job(number)
    assert not runs


def test_a_running_job_is_stopped_at_its_next_step(db, kind):
    steps = []

    def count(context):
        for step in range(3):
            context.progress(3, 3)
            steps.append(step)
            Job.objects.filter(pk=context.job_id).update(is_cancel_wished=True)

    number = enqueue(kind(count), {}, actor=SYSTEM)
    run_job(number)
    assert (Job.objects.get(pk=number).state, steps) == (JobState.CANCELLED, [0])


def test_a_stranger_cannot_stop_a_job_and_does_not_learn_of_it(db, kind):
    number = enqueue(kind(lambda _context: None), {}, actor=SYSTEM)
    with pytest.raises(NotForYou):
        cancel(number, scope=NOBODY)


def test_a_job_of_a_dead_worker_goes_back_to_the_queue_and_is_done(db, kind):
    number = enqueue(kind(lambda _context: "done"), {}, actor=SYSTEM)
    dead = {"state": JobState.RUNNING, "worker": "elsewhere:1", "attempts": 1}
    Job.objects.filter(pk=number).update(lease_until=timezone.now() - LONG_AGO, **dead)
    assert reap() == 1
    run_job(number)
    assert Job.objects.get(pk=number).result == "done"


def test_a_job_that_killed_its_worker_at_every_try_fails_with_a_sentence(db, kind):
    number = enqueue(kind(lambda _context: None, max_attempts=3), {}, actor=SYSTEM)
    Job.objects.filter(pk=number).update(state=JobState.RUNNING, worker="elsewhere:1", attempts=3)
    reap()
    failed = Job.objects.get(pk=number)
    assert failed.state == JobState.FAILED
    assert failed.failure


def test_a_job_with_a_living_worker_is_left_alone(db, kind):
    number = enqueue(kind(lambda _context: None), {}, actor=SYSTEM)
    alive = {"state": JobState.RUNNING, "worker": "elsewhere:1", "lease_until": timezone.now() + LONG_AGO}
    Job.objects.filter(pk=number).update(**alive)
    assert reap() == 0


def test_who_lost_his_lease_does_not_end_the_job_of_the_next(db, kind):
    def lose(context):
        Job.objects.filter(pk=context.job_id).update(worker="elsewhere:1", attempts=2)

    number = enqueue(kind(lose), {}, actor=SYSTEM)
    run_job(number)
    assert Job.objects.get(pk=number).state == JobState.RUNNING


def test_a_process_that_lives_is_not_gone():
    assert not is_gone(f"elsewhere:{os.getpid()}")


def test_a_regular_job_is_started_once_when_it_is_due(db, kind):
    kind(lambda _context: None, every=timedelta(hours=1))
    regular = [code for code, known in KINDS.items() if known.every]
    assert start_due() == len(regular)
    assert start_due() == 0
    Schedule.objects.update(due_at=timezone.now() - LONG_AGO)
    assert start_due() == len(regular)
