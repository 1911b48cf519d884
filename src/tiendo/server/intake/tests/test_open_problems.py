# SPDX-License-Identifier: Apache-2.0
"""What is open in the documents of a unit: who sees it, in which order, and where each address leads."""

from __future__ import annotations

import pytest

from tiendo.kernel.problem import Severity
from tiendo.render.lang import Lang
from tiendo.server.documents.tests.cast import receive
from tiendo.server.figures.models import Observation
from tiendo.server.intake.data import Choice, FindingState, Settlement
from tiendo.server.intake.models import Finding, Problem
from tiendo.server.intake.queries import list_figure_problems, list_open_documents, list_open_problems
from tiendo.server.intake.services.deciding import decide
from tiendo.server.intake.services.settling import finish_review, settle_problem
from tiendo.server.intake.tasks import read_document
from tiendo.server.intake.tests.conftest import Quiet

WHO = ("specialist", "reader", "office")


@pytest.fixture
def add(document):
    """``add(severity, …)``: one more problem of the document."""

    def make(severity, **more):
        position = document.problems.count() + 1
        told = {"quote": "x", "message_vi": f"Câu {position}.", "message_en": f"Sentence {position}.", **more}
        return Problem.objects.create(document=document, position=position, rule="x", severity=severity, **told)

    return make


def open_of(cast, who="reader", lang=Lang.VI, limit=50):
    return list_open_problems(cast.scope(who), cast.ward.pk, lang, limit)


@pytest.mark.parametrize("who", WHO)
def test_whoever_may_see_the_unit_sees_its_open_problems(cast, document, who):
    (found,) = open_of(cast, who).rows
    assert (found.severity, found.document) == (Severity.NOTICE, "214/BC-UBND")
    assert found.title.startswith("Kết quả thực hiện chỉ tiêu")
    assert "2 + 7 + 5 = 14" in found.sentence


def test_for_an_outsider_there_are_none(cast, document):
    assert open_of(cast, "outsider").total == 0
    assert list_open_documents(cast.scope("outsider"), cast.ward.pk) == []
    assert list_open_problems(cast.scope("reader"), cast.neighbour.pk, Lang.VI, 50).total == 0


def test_errors_stand_before_doubts_and_doubts_before_notices_and_all_are_counted(cast, document, add):
    add("suspicious")
    add("error")
    add("error")
    found = open_of(cast, limit=3)
    assert [one.severity for one in found.rows] == [Severity.ERROR, Severity.ERROR, Severity.SUSPICIOUS]
    assert found.counts == {Severity.ERROR: 2, Severity.SUSPICIOUS: 1, Severity.NOTICE: 1}
    assert found.total == 4


def test_a_sentence_is_in_the_language_that_was_asked_for(cast, document, add):
    add("error")
    assert [open_of(cast, lang=lang).rows[0].sentence for lang in Lang] == ["Câu 2.", "Sentence 2."]


@pytest.mark.parametrize("settlement", [Settlement.ASKED, Settlement.IGNORED])
def test_what_was_settled_is_open_no_longer(cast, document, settlement):
    (found,) = open_of(cast).rows
    settle_problem(found.id, settlement=settlement, scope=cast.scope("specialist"), reason="đã hỏi")
    assert open_of(cast).rows == ()


@pytest.mark.parametrize(("who", "start"), [("specialist", "/intake/"), ("reader", "/documents/")])
def test_an_address_leads_to_the_desk_or_to_the_place_and_both_open(cast, client, document, add, who, start):
    cell = {"table": 0, "row": 1, "column": 2, "row_label": "Thu", "column_label": "9 tháng"}
    add("error", cell=cell)
    add("suspicious", start=None, cell=None)
    client.force_login(getattr(cast, who))
    for found in open_of(cast, who).rows:
        assert found.url.startswith(start)
        assert client.get(found.url).status_code == 200
    if who == "reader":
        assert [one.url.partition("?")[2] for one in open_of(cast, who).rows[:2]] == ["cell=0-1-2#at", ""]


def test_the_address_on_the_desk_is_that_of_this_problem(cast, client, document, add):
    problem = add("error")
    client.force_login(cast.specialist)
    address, _, anchor = open_of(cast, "specialist").rows[0].url.partition("#")
    page = client.get(address).content.decode()
    _, _, card = page.partition(f'id="{anchor}"')
    assert problem.message_vi in card.partition("</details>")[0]


def test_the_place_of_a_problem_is_marked_for_a_reader(cast, client, document):
    (found,) = open_of(cast).rows
    client.force_login(cast.reader)
    assert 'id="at"' in client.get(found.url.partition("#")[0]).content.decode()


def test_a_document_waits_until_every_finding_of_it_is_decided(cast, document, indicators):
    (found,) = list_open_documents(cast.scope("reader"), cast.ward.pk)
    assert (found.document, found.waiting) == ("214/BC-UBND", document.findings.count())
    assert (found.url, found.is_reviewer) == (f"/documents/{document.pk}/", False)
    (seen,) = list_open_documents(cast.scope("specialist"), cast.ward.pk)
    assert (seen.url, seen.is_reviewer) == (f"/intake/{document.pk}/", True)
    document.findings.update(state=FindingState.REJECTED)
    assert list_open_documents(cast.scope("reader"), cast.ward.pk) == []


def test_a_finished_review_waits_no_longer(cast, document):
    for problem in document.problems.all():
        settle_problem(problem.pk, settlement=Settlement.ASKED, scope=cast.scope("specialist"))
    document.findings.update(state=FindingState.REJECTED)
    finish_review(document.pk, scope=cast.scope("specialist"))
    document.findings.filter(position=1).update(state=FindingState.PROPOSED)
    assert list_open_documents(cast.scope("reader"), cast.ward.pk) == []


def test_the_oldest_document_waits_first(cast, document):
    later = receive(cast, "BÁO CÁO\nThu ngân sách quý I năm 2021 đạt 400 tỷ đồng.\n", name="quy-1.txt")
    read_document(Quiet(), later.pk)
    waiting = list_open_documents(cast.scope("office"), cast.ward.pk)
    assert [one.document_id for one in waiting] == [document.pk, later.pk]


@pytest.fixture
def accepted(cast, document, indicators):
    """The revenue of the report as a figure, and the finding that it was taken from."""
    finding = document.findings.get(payload__quote="1.390,9 tỷ đồng")
    decide(finding.pk, version=finding.row_version, choice=Choice.ACCEPT, scope=cast.scope("specialist"))
    return Finding.objects.get(pk=finding.pk)


def of_figure(cast, figure, who="reader"):
    return list_figure_problems(cast.scope(who), cast.ward.pk, Lang.VI, figures=[figure])


def test_a_problem_of_a_figure_is_one_at_its_very_place(cast, accepted, add):
    beside = add("error", start=accepted.end + 40, end=accepted.end + 50)
    here = add("error", start=accepted.start, end=accepted.end + 5)
    related = add("suspicious", detail={"related": [{"start": accepted.start, "end": accepted.end}]})
    assert [one.id for one in of_figure(cast, accepted.observation_id)] == [here.pk, related.pk]
    assert beside.pk in [one.id for one in open_of(cast).rows]
    assert of_figure(cast, accepted.observation_id, "outsider") == []


def test_a_figure_without_a_document_has_no_problem(cast, accepted):
    assert of_figure(cast, Observation.objects.order_by("-pk").first().pk + 1) == []


def test_however_many_are_open_the_queries_are_as_many(cast, document, add, django_assert_num_queries):
    for _ in range(12):
        add("error")
    scope = cast.scope("reader")
    with django_assert_num_queries(2):
        list_open_problems(scope, cast.ward.pk, Lang.VI, 10)
    with django_assert_num_queries(1):
        list_open_documents(scope, cast.ward.pk)
