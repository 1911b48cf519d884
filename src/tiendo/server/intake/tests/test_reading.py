# SPDX-License-Identifier: Apache-2.0
"""Reading in the background: once or twice gives the same, a crash leaves nothing half there."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tiendo.read import read_file
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.page.items import list_items
from tiendo.server.audit.models import Event
from tiendo.server.documents.data import DocumentState
from tiendo.server.documents.models import Content, Document, Passage
from tiendo.server.documents.services import receive_file
from tiendo.server.documents.tests.cast import REPORT, receive
from tiendo.server.intake import stored, tasks
from tiendo.server.intake.data import FindingKind, FindingState
from tiendo.server.intake.models import Finding, Problem
from tiendo.server.intake.services import reading as services
from tiendo.server.intake.tests.conftest import Quiet, read_now
from tiendo.server.jobs.data import JobCancelled, JobState
from tiendo.server.jobs.models import Job
from tiendo.server.jobs.worker import work
from tiendo.verify import audit, describe, judge


def everything():
    findings = list(Finding.objects.order_by("position").values("kind", "start", "end", "cell", "payload", "state"))
    problems = list(Problem.objects.order_by("position").values("rule", "start", "message_vi", "detail"))
    return findings, problems, list(Passage.objects.order_by("pk").values_list("text", flat=True))


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_handed_in_is_read_by_the_worker(cast):
    document = receive(cast)
    work(until_empty=True)
    document.refresh_from_db()
    assert document.state == DocumentState.READ
    assert document.finding_count == document.findings.count() > 5
    assert Job.objects.get(subject=f"document:{document.pk}").state == JobState.DONE


def test_the_report_is_found_to_leave_one_target_out(document):
    (problem,) = document.problems.all()
    assert problem.detail["vi"]["text"] == "2 + 7 + 5 = 14"
    assert "1/15" in problem.detail["vi"]["aside"]
    assert sum(count for _, _, count in problem.detail["vi"]["squares"]) == 15


def test_the_first_reading_of_a_document_asks_the_database_for_nothing(cast, django_assert_num_queries):
    document = receive(cast)
    arguments = Job.objects.get(subject=f"document:{document.pk}").arguments
    with django_assert_num_queries(0):
        told = tasks.read_document(Quiet(), **arguments)
    assert told.findings == tasks.read_document(Quiet(), document.pk).findings != []


def test_reading_twice_gives_what_reading_once_gives(document):
    once = everything()
    read_now(document.pk)
    assert everything() == once


def judged(reading):
    return [tasks._put(claim, judge(claim)) for claim in reading.claims]


def test_findings_come_back_from_the_database_as_the_reader_gave_them(document):
    reading = read_file("bao-cao-214.txt", data=REPORT.encode())
    rows = list(document.findings.order_by("position"))
    found = {
        kind: [build(row.payload) for row in rows if row.kind == kind]
        for kind, build in (
            (FindingKind.MEASUREMENT, stored.as_measurement),
            (FindingKind.DIRECTIVE, stored.as_directive),
            (FindingKind.CITATION, stored.as_citation),
            (FindingKind.PERSON, stored.as_person),
        )
    }
    assert found[FindingKind.MEASUREMENT] == list(reading.measurements)
    assert found[FindingKind.DIRECTIVE] == list(reading.directives)
    assert found[FindingKind.CITATION] == list(reading.citations)
    assert found[FindingKind.PERSON] == list(reading.people)


def test_findings_are_numbered_as_the_page_of_the_library_numbers_them(document):
    reading = read_file("bao-cao-214.txt", data=REPORT.encode())
    items = list_items(Checked(reading, claims=tuple(judged(reading))), Lang.VI, explain=False)
    rows = document.findings.order_by("position").values_list("position", "kind", "start", "end")
    assert list(rows) == [(one.number, one.kind, one.span.start, one.span.end) for one in items]


def test_problems_come_back_as_the_audit_gave_them(document):
    reading = read_file("bao-cao-214.txt", data=REPORT.encode())
    (problems,) = audit([reading])
    drafts = stored.draft_problems(problems, judged(reading))
    assert [stored.as_problem(draft) for draft in drafts] == problems
    assert describe(reading.claims[0])["consistent"] is not None


def test_a_crash_while_storing_leaves_nothing_and_the_next_try_gives_all(cast, monkeypatch):
    document = receive(cast)

    def crash(*_args, **_kwargs):
        raise KeyboardInterrupt  # nothing of the program may catch it, as nothing catches kill -9

    monkeypatch.setattr(services, "_renew_problems", crash)
    with pytest.raises(KeyboardInterrupt):
        read_now(document.pk)
    monkeypatch.undo()
    document.refresh_from_db()
    assert document.state == DocumentState.RECEIVED
    assert not any((Finding.objects.exists(), Content.objects.exists(), Passage.objects.exists()))
    assert not Event.objects.filter(verb="documents.read").exists()
    read_now(document.pk)
    document.refresh_from_db()
    assert document.state == DocumentState.READ


def test_a_job_that_is_stopped_before_it_stores_leaves_nothing(cast):
    document = receive(cast)

    class Stopped(Quiet):
        def check_cancelled(self):
            raise JobCancelled

    with pytest.raises(JobCancelled):
        tasks.read_document(Stopped(), document.pk)
    assert not Finding.objects.exists()


def bomb():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * (32 << 20))
    return out.getvalue()


LOCKED_PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R /Encrypt 9 0 R >>\n%%EOF"


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("bom.docx", bomb(), "bung ra quá lớn"),
        ("nhieu.docx", bytes(range(256)) * 40, ""),
        ("hong.pdf", LOCKED_PDF, ""),
    ],
)
def test_a_file_that_cannot_be_read_says_so_in_one_sentence(cast, name, data, word):
    receipt = receive_file(BytesIO(data), name=name, unit_id=cast.ward.pk, scope=cast.scope("specialist"))
    read_now(receipt.document_id)
    document = Document.objects.get(pk=receipt.document_id)
    assert document.state == DocumentState.FAILED
    assert word in document.failure
    assert document.failure.count(".") <= 4
    assert document.failure_en
    assert not Finding.objects.exists()


def test_a_document_whose_file_is_gone_says_so(cast, files):
    document = receive(cast)
    for path in files.rglob("*"):
        if path.is_file():
            path.unlink()
    read_now(document.pk)
    document.refresh_from_db()
    assert "không còn trên máy chủ" in document.failure


def test_reading_never_overwrites_a_decision_by_itself(document):
    Finding.objects.filter(position=2).update(state=FindingState.REJECTED)
    before = everything()
    read_now(document.pk)
    assert everything() == before


def test_another_reading_keeps_what_was_decided_and_replaces_the_rest(document):
    kept = document.findings.get(position=2)
    Finding.objects.filter(pk=kept.pk).update(state=FindingState.REJECTED)
    strange = document.findings.get(position=3)
    Finding.objects.filter(pk=strange.pk).update(state=FindingState.ACCEPTED, start=1, end=2)
    total = document.findings.count()
    read_now(document.pk, again=True)
    kept.refresh_from_db()
    strange.refresh_from_db()
    assert (kept.state, kept.position) == (FindingState.REJECTED, 2)
    # no longer found at its place: it stays, behind the others, and what is found there is new
    assert (strange.state, strange.position) == (FindingState.ACCEPTED, total + 1)
    assert document.findings.count() == total + 1
