# SPDX-License-Identifier: Apache-2.0
"""Long work on pages: shown to who may see it, stopped by who may stop it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tiendo.server.accounts.tests.cast import client_of, make_cast
from tiendo.server.jobs.data import JobState
from tiendo.server.jobs.models import Job

HTMX = {"HX-Request": "true"}


@pytest.fixture
def cast(db):
    return make_cast()


def make_job(cast, *, owner=None, unit=None, state=JobState.RUNNING, **values):
    return Job.objects.create(
        kind="test.kind", owner=owner, unit_id=unit or cast.ward, state=state, created_at=timezone.now(), **values
    )


def test_a_part_shows_how_far_the_work_is_and_asks_again(cast):
    job = make_job(cast, done=3, total=12)
    text = client_of(cast.specialist).get(f"/jobs/{job.pk}/", headers=HTMX).content.decode()
    assert f'hx-get="/jobs/{job.pk}/"' in text
    assert "<html" not in text
    assert "3" in text
    assert "12" in text
    assert f"/jobs/{job.pk}/stop/" in text


def test_finished_work_shows_its_sentence_and_asks_no_more(cast):
    job = make_job(cast, state=JobState.FAILED, failure="Tệp rỗng: hãy chọn tệp khác.")
    text = client_of(cast.specialist).get(f"/jobs/{job.pk}/", headers=HTMX).content.decode()
    assert "Tệp rỗng: hãy chọn tệp khác." in text
    assert "hx-get" not in text
    assert "stop/" not in text


def test_a_reader_sees_the_work_and_cannot_stop_it(cast):
    job = make_job(cast)
    client = client_of(cast.leader)
    assert "stop/" not in client.get(f"/jobs/{job.pk}/", headers=HTMX).content.decode()
    assert client.post(f"/jobs/{job.pk}/stop/").status_code == 404
    assert not Job.objects.get(pk=job.pk).is_cancel_wished


@pytest.mark.parametrize("part", ["outsider"])
def test_a_stranger_sees_no_work(cast, part):
    job = make_job(cast)
    client = client_of(getattr(cast, part))
    for place in ("/jobs/", f"/jobs/{job.pk}/"):
        assert client.get(place).status_code == 404
    assert client.post(f"/jobs/{job.pk}/stop/").status_code == 404


def test_work_of_another_unit_is_not_there(cast):
    job = make_job(cast, unit=cast.village)
    assert client_of(cast.specialist).get(f"/jobs/{job.pk}/").status_code == 404


def test_one_stops_what_one_has_started_with_and_without_scripts(cast):
    part, page = make_job(cast, owner=cast.specialist), make_job(cast, owner=cast.specialist)
    client = client_of(cast.specialist)
    text = client.post(f"/jobs/{part.pk}/stop/", headers=HTMX).content.decode()
    assert "Sẽ dừng ở bước kế tiếp" in text
    assert client.post(f"/jobs/{page.pk}/stop/").url == f"/jobs/{page.pk}/"
    assert Job.objects.filter(is_cancel_wished=True).count() == 2


def test_a_page_holds_one_piece_of_work(cast):
    job = make_job(cast)
    text = client_of(cast.specialist).get(f"/jobs/{job.pk}/").content.decode()
    assert "<html" in text
    assert f'hx-get="/jobs/{job.pk}/"' in text


def test_the_list_shows_ones_own_first_what_is_not_over_then_of_all_units(cast):
    done = make_job(cast, owner=cast.specialist, state=JobState.DONE)
    running = make_job(cast, owner=cast.specialist)
    newest = make_job(cast, owner=cast.specialist, state=JobState.DONE)
    other = make_job(cast, owner=cast.office)
    client = client_of(cast.specialist)
    mine = [work.poll_url for work in client.get("/jobs/").context["works"]]
    assert mine == [f"/jobs/{job.pk}/" for job in (running, newest, done)]
    everyone = [work.poll_url for work in client.get("/jobs/?everyone=1").context["works"]]
    assert f"/jobs/{other.pk}/" in everyone


def test_an_empty_list_says_what_would_stand_there(cast):
    assert "Không có việc nào đang chạy" in client_of(cast.specialist).get("/jobs/").content.decode()


def test_the_list_asks_the_database_as_often_for_many_as_for_one(cast):
    def count():
        with CaptureQueriesContext(connection) as queries:
            client_of(cast.specialist).get("/jobs/")
        return len(queries)

    make_job(cast, owner=cast.specialist)
    before = count()
    for _ in range(15):
        make_job(cast, owner=cast.specialist)
    assert count() == before
