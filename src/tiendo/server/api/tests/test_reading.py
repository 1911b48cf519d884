# SPDX-License-Identifier: Apache-2.0
"""What other systems read: the same as the pages show, exact, part by part, as it was known at a moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.server import world
from tiendo.server.accounts.tests.cast import make_unit, scope_of
from tiendo.server.api.tests.conftest import REVENUE
from tiendo.server.figures.models import Observation
from tiendo.server.intake.models import Problem
from tiendo.server.targets.services import decide_status
from tiendo.server.units.data import Level


def _walk(system, path, size=2):
    """All rows of a list, in parts."""
    rows, mark = [], "&" if "?" in path else "?"
    told = system.get(f"{path}{mark}size={size}").json()
    while True:
        rows += told["rows"]
        if told["next"] is None:
            return rows
        told = system.get(f"{path}{mark}size={size}&cursor={told['next']}").json()


def test_a_caller_is_told_who_it_is_and_what_it_may(caller, cast):
    told = caller(unit=cast.ward).get("me").json()
    assert (told["owner"], told["name"], told["unit"]) == ("Trần Thị Hoa", "kho dữ liệu", cast.ward)
    assert told["acts"] == ["view", "upload", "review"]


def test_units_come_part_by_part_as_they_were_on_a_day(caller, cast):
    told = _walk(caller(), "units?on=2026-01-01")
    assert [row["id"] for row in told] == [cast.province, cast.ward, cast.village, cast.elsewhere]
    assert told[1]["parent"] == cast.province
    assert caller().get("units?on=2020-01-01").json()["rows"] == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [("find=cho quan", 1), ("find=cho&parent={elsewhere}", 0), ("code=27541", 1), ("parent={province}", 2),
     ("level=province", 2), ("parent={province}&level=province", 0)],
)  # fmt: skip
def test_units_are_found_by_name_code_level_and_parent(caller, cast, asked, count):
    places = {"province": cast.province, "elsewhere": cast.elsewhere}
    assert len(caller().get(f"units?{asked.format(**places)}").json()["rows"]) == count


def test_a_unit_is_shown_by_number_or_code_on_a_day_with_its_history(caller, cast):
    by_code = caller().get("units/26740@2026-01-01")
    assert by_code.json() == caller().get(f"units/{cast.ward}").json()
    assert caller().get(f"units/{cast.ward}?on=2020-01-01").status_code == 404  # it was not there yet
    history = caller().get(f"units/{cast.ward}/history").json()
    assert [row["code"] for row in history["versions"]] == ["26740"]
    assert caller().get("units/999999").status_code == 404


def test_offices_stand_under_their_unit(caller, cast):
    office = make_unit("P01", "Phòng Kinh tế", Level.OFFICE, parent=cast.ward)
    assert [row["id"] for row in caller().get(f"units?parent={cast.ward}").json()["rows"]] == [office]


def test_the_catalogue_comes_by_code_and_by_words(caller):
    codes = [row["code"] for row in _walk(caller(), "indicators", size=7)]
    assert codes == sorted(set(codes))
    assert len(codes) > 20
    assert caller().get("indicators?find=thu ngan sach nha nuoc").json()["rows"][0]["measure"] == "tỷ đồng"
    assert caller().get(f"indicators/{REVENUE}").json()["nature"] == "flow"
    assert caller().get("indicators/nobody_knows").status_code == 404


@pytest.fixture
def figures(caller, figure):
    """Five figures of the ward, oldest first."""
    rows = [figure(f"{n}.50", period=f"2026-0{n}") for n in range(1, 6)]
    return [row["figure"] for row in caller().post("figures/batch", {"rows": rows}).json()["rows"]]


def test_a_walk_tells_each_figure_once_though_others_come_in_and_one_is_corrected(caller, figure, figures):
    system = caller()
    first = system.get("figures?size=2").json()
    new = system.post("figures", figure("9", period="2026-06")).json()["id"]
    corrected = system.post(f"figures/{figures[0]}/correction", {"value": "1.60", "reason": "Nhầm"}).json()["id"]
    seen, cursor = [row["id"] for row in first["rows"]], first["next"]
    while cursor:
        told = system.get(f"figures?size=2&cursor={cursor}").json()
        seen, cursor = seen + [row["id"] for row in told["rows"]], told["next"]
    assert seen == [*figures, new, corrected]


@pytest.mark.parametrize(
    ("asked", "count"),
    [("period=2026-02", 1), ("ends_from=2026-02-01&ends_to=2026-03-31", 2), ("status=estimate", 0),
     ("indicator=" + REVENUE, 5), ("unit=26740@2026-01-01", 5), ("regime=administrative", 0),
     ("recorded_after=2100-01-01", 0), ("unit={province}", 0), ("unit={province}&below=true", 5)],
)  # fmt: skip
def test_figures_are_narrowed(caller, cast, figures, asked, count):
    office = caller(cast.office)
    assert len(office.get(f"figures?{asked.format(province=cast.province)}").json()["rows"]) == count


def test_figures_are_told_as_they_were_known_at_a_moment(caller, figures):
    system, before = caller(), timezone.now()
    corrected = system.post(f"figures/{figures[0]}/correction", {"value": "1.60", "reason": "Nhầm"}).json()
    assert corrected["id"] in [row["id"] for row in system.get("figures").json()["rows"]]
    moment = before.isoformat().replace("+00:00", "Z")
    assert [row["id"] for row in system.get(f"figures?as_of={moment}").json()["rows"]] == figures


def test_a_cursor_belongs_to_its_question(caller, figures):
    system = caller()
    cursor = system.get("figures?size=2").json()["next"]
    answer = system.get(f"figures?size=2&period=2026-02&cursor={cursor}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "cursor")
    assert system.get("figures?cursor=bm9uc2Vuc2U").status_code == 422


def test_what_has_not_changed_is_not_sent_again(caller, figures):
    system = caller()
    first = system.get("figures?size=2")
    again = system.get("figures?size=2", **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    system.post(f"figures/{figures[0]}/correction", {"value": "1.60", "reason": "Nhầm"})
    assert system.get("figures?size=2", **{"If-None-Match": first["ETag"]}).status_code == 200


def test_a_list_asks_a_fixed_number_of_queries(caller, figure, figures, django_assert_num_queries):
    system = caller()
    system.get("figures")  # notes the use of the token
    with django_assert_num_queries(5) as asked:  # token, grants, figures, names of units, catalogue
        system.get("figures?size=1")
    with django_assert_num_queries(len(asked)):
        system.get("figures?size=500")


def test_where_a_figure_comes_from_is_told_with_every_value_it_had(caller, figures):
    system = caller()
    corrected = system.post(f"figures/{figures[0]}/correction", {"value": "1.60", "reason": "Nhầm"}).json()
    told = system.get(f"figures/{figures[0]}/provenance").json()
    assert told["current"] == corrected["id"]
    assert [row["value"] for row in told["revisions"]] == ["1.60", "1.50"]
    assert told["sources"][0]["source"]["kind"] == "api"


@pytest.mark.parametrize(("view", "on"), [("reported", None), ("today", None), ("map", "2026-02-01")])
def test_a_series_is_read_in_three_views(caller, cast, figures, view, on):
    asked = f"series?unit={cast.ward}&indicator={REVENUE}&view={view}" + (f"&on={on}" if on else "")
    told = caller().get(asked).json()
    assert [point["figures"] for point in told["points"]] == [[one] for one in figures]
    assert {point["quality"] for point in told["points"]} == {"exact"}
    assert (told["on"] is None) == (view == "reported")


def test_a_series_on_a_map_needs_its_day(caller, cast):
    answer = caller().get(f"series?unit={cast.ward}&indicator={REVENUE}&view=map")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "on")


@pytest.fixture
def target(caller, cast):
    """A target of the ward with a figure, so that there is a verdict."""
    number = world.target(cast)["target_id"]
    world.figure(cast)
    return number


def test_targets_are_told_with_their_plans_and_where_they_stand(caller, cast, target):
    system = caller()
    told = system.get(f"targets?unit={cast.ward}&year=2026").json()["rows"]
    assert [(row["id"], row["plan"], row["plan_measure"]) for row in told] == [(target, "5208", "tỷ đồng")]
    detail = system.get(f"targets/{target}").json()
    assert [plan["value"] for plan in detail["plans"]] == ["5208"]
    assert system.get("boards").json()["rows"][0]["year"] == 2026


def test_verdicts_are_told_as_they_were_known_at_a_moment(caller, cast, target):
    system = caller()
    [first] = system.get(f"verdicts?unit={cast.ward}&year=2026").json()["rows"]
    assert "1.390,9" in first["sentence"]
    english = caller(**{"Accept-Language": "en"}).get(f"verdicts?target={target}").json()["rows"][0]
    assert "1,390.9" in english["sentence"]
    before = timezone.now().isoformat().replace("+00:00", "Z")
    decide_status(target, first["period"], "at_risk", reason="Nợ đọng", row_version=1, scope=scope_of(cast.office))
    [now] = system.get(f"verdicts?target={target}").json()["rows"]
    assert (now["status"], now["suggested"], now["decided_by"]) == ("at_risk", first["suggested"], "Lê Văn Minh")
    [then] = system.get(f"verdicts?target={target}&as_of={before}").json()["rows"]
    assert then == first
    long_ago = (timezone.localdate() - timedelta(days=400)).isoformat()
    assert system.get(f"verdicts?target={target}&as_of={long_ago}").json()["rows"] == []


@pytest.fixture
def document(cast):
    """A report of the ward that was read."""
    return world.document(cast)["document_id"]


def test_a_document_is_told_with_its_text_and_what_was_found_in_it(caller, cast, document):
    system = caller()
    assert [row["id"] for row in system.get(f"documents?unit={cast.ward}").json()["rows"]] == [document]
    content = system.get(f"documents/{document}/content").json()
    found = _walk(system, f"documents/{document}/findings", size=1)
    assert len(found) > 1
    measured = next(row for row in found if row["kind"] == "measurement" and row["start"] is not None)
    assert content["text"][measured["start"] : measured["end"]]
    assert [row["position"] for row in found] == sorted({row["position"] for row in found})


def test_problems_of_a_document_have_their_sentence_in_the_language_of_who_asks(caller, cast, document):
    Problem.objects.create(
        document_id=document, position=99, rule="x", severity="error", quote="x", message_vi="sai", message_en="wrong"
    )
    assert caller().get(f"documents/{document}/problems").json()["rows"][-1]["sentence"] == "sai"
    english = caller(**{"Accept-Language": "en"})
    assert english.get(f"documents/{document}/problems").json()["rows"][-1]["sentence"] == "wrong"


def test_a_file_is_handed_in_once_however_often_it_is_sent(caller, cast, tmp_path):
    system, path = caller(), tmp_path / "bao-cao.txt"
    path.write_text("Tổng thu ngân sách Nhà nước quý I năm 2026 đạt 1.390,9 tỷ đồng.", "utf-8")
    told = []
    for _ in range(2):
        with path.open("rb") as file:
            answer = system.client.post("/api/v1/documents", {"unit": str(cast.ward), "file": file})
            told.append(answer.json())
    assert [one["is_duplicate"] for one in told] == [False, True]
    assert told[0]["document"] == told[1]["document"]
    assert told[0]["document"]["state"] == "received"


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(caller, cast, tmp_path):
    path = tmp_path / "anh.png"
    path.write_bytes(b"x")
    with path.open("rb") as file:
        answer = caller().client.post("/api/v1/documents", {"unit": str(cast.ward), "file": file})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "file")


def test_nothing_of_a_foreign_unit_is_there(caller, cast, figures, target, document):
    outside = caller(cast.keeper)
    outside_of = caller(cast.office, unit=cast.village)
    assert Observation.objects.filter(unit_id=cast.ward).exists()
    for path in ("figures", "verdicts", "documents", "boards"):
        assert outside_of.get(path).json()["rows"] == []
        assert outside.get(path).json()["rows"]
    paths = (
        f"figures/{figures[0]}", f"figures/{figures[0]}/provenance", f"targets/{target}", f"documents/{document}",
        f"documents/{document}/content", f"documents/{document}/findings", f"documents/{document}/problems",
        f"targets?unit={cast.ward}&year=2026", f"series?unit={cast.ward}&indicator={REVENUE}",
    )  # fmt: skip
    assert {path: outside_of.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)
    assert {path: outside.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize(
    ("asked", "field"), [("untl=2026-01-01", "query.untl"), ("period=2026&period=2025", "query.period")]
)
def test_a_misspelt_or_doubled_question_is_refused_and_not_answered_with_everything(caller, figures, asked, field):
    answer = caller().get(f"figures?{asked}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_an_address_with_a_line_break_is_no_way_out_of_the_interface(caller):
    answer = caller().get("figures/%0A")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
