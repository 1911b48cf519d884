# SPDX-License-Identifier: Apache-2.0
"""Figures sent by another system: exact, once, all or none, and never over a value that the caller did not know."""

from __future__ import annotations

import pytest

from tiendo.server.accounts.data import Act
from tiendo.server.api.models import Answer
from tiendo.server.audit.models import Event
from tiendo.server.figures.models import Observation


def test_a_figure_is_kept_exactly_as_it_was_sent(caller, figure):
    told = caller().post("figures", figure("1390.90", reference="LGSP 12")).json()
    assert (told["value"], told["step"], told["measure"], told["hedge"]) == ("1390.90", "0.01", "tỷ đồng", "exact")
    assert told["source"]["kind"] == "api"
    assert told["source"]["quote"] == "LGSP 12"
    assert caller().get(f"figures/{told['id']}").json() == told


def test_the_record_says_that_a_token_did_it_and_for_whom(caller, figure, cast):
    told = caller().post("figures", figure()).json()
    event = Event.objects.get(verb="figures.record", subject=f"figure:{told['id']}")
    assert event.user_id == cast.specialist.pk
    assert event.user_name == "Trần Thị Hoa (API: kho dữ liệu)"


def test_a_unit_is_named_by_its_code_on_a_day(caller, figure, cast):
    told = caller().post("figures", figure(unit="26740@2026-01-01")).json()
    assert told["unit"] == cast.ward
    assert caller().post("figures", figure(unit="26740@2024-01-01")).status_code == 404  # nobody bore it then


def test_a_unit_of_measure_that_measures_the_same_is_converted_exactly(caller, figure):
    told = caller().post("figures", figure("1390900.5", measure="triệu đồng")).json()
    assert told["value"] == "1390.9005"
    wrong = caller().post("figures", figure("12", measure="ha"))
    assert wrong.status_code == 422
    assert "ha" in wrong.json()["detail"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"value": 1390.9}, "value"),  # a JSON number is a binary float
        ({"value": "1.390,9"}, "value"),
        ({"value": "1e5"}, "value"),
        ({"period": "quý 1"}, "period"),
        ({"period": "2026-Q9"}, "period"),
        ({"indicator": "nobody_knows"}, "indicator"),
        ({"value": None}, "value"),  # no form at all
        ({"gap": "not_due"}, "value"),  # two forms
        ({"colour": "red"}, "colour"),
        ({"status": "missing"}, "status"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_its_field(caller, figure, change, field):
    answer = caller().post("figures", figure(**change))
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]
    assert answer.json()["detail"] == answer.json()["errors"][0]["detail"]
    assert not Observation.objects.exists()


def test_the_sentence_is_in_the_language_of_who_asks(caller, figure):
    sent = figure(period="2026-Q9")
    assert "không phải là kỳ" in caller().post("figures", sent).json()["detail"]
    assert "is no period" in caller(**{"Accept-Language": "en"}).post("figures", sent).json()["detail"]


def test_what_is_no_json_is_told_as_such(caller):
    answer = caller().post("figures", "{")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_a_gap_is_not_a_zero(caller, figure):
    told = caller().post("figures", figure(None, gap="not_reported", gap_reason="Chưa tổng hợp")).json()
    assert (told["value"], told["status"], told["gap"]) == (None, "missing", "not_reported")


def test_the_same_key_and_body_get_the_same_answer_and_write_once(caller, figure):
    system, key = caller(), {"Idempotency-Key": "a-1"}
    first = system.post("figures", figure(), **key)
    corrected = system.post(f"figures/{first.json()['id']}/correction", {"value": "1400", "reason": "Nhập nhầm"})
    again = system.post("figures", figure(), **key)
    assert again.json() == first.json()  # though another one is in force by now
    assert (first.get("Idempotency-Replayed"), again["Idempotency-Replayed"]) == (None, "true")
    assert Observation.objects.count() == 2
    assert corrected.json()["is_current"]


def test_the_same_key_with_another_body_is_refused(caller, figure):
    system, key = caller(), {"Idempotency-Key": "a-1"}
    system.post("figures", figure(), **key)
    answer = system.post("figures", figure("2"), **key)
    assert answer.status_code == 409
    assert Observation.objects.count() == 1


def test_a_key_is_the_callers_own_and_a_refusal_does_not_use_it_up(caller, figure):
    key = {"Idempotency-Key": "a-1"}
    one, other = caller(), caller()
    assert one.post("figures", figure(period="2026-Q9"), **key).status_code == 422
    assert not Answer.objects.exists()
    assert one.post("figures", figure(), **key).status_code == 200
    assert other.post("figures", figure("2"), **key).status_code == 200


def test_an_answer_is_not_kept_when_the_write_is_undone(caller, figure, monkeypatch):
    monkeypatch.setattr("tiendo.server.api.views.writing._say_figure", lambda *_: 1 / 0)
    system = caller()
    system.client.raise_request_exception = False
    assert system.post("figures", figure(), **{"Idempotency-Key": "a-1"}).status_code == 500
    assert not Answer.objects.exists()
    assert not Observation.objects.exists()


def test_many_are_written_together(caller, figure):
    rows = [figure(period=period) for period in ("2026-Q1", "2026-Q2", "2026-Q3")]
    told = caller().post("figures/batch", {"rows": rows}).json()
    assert (told["written"], told["refused"]) == (3, 0)
    assert [row["figure"] for row in told["rows"]] == list(
        Observation.objects.order_by("pk").values_list("pk", flat=True)
    )


def _mixed(figure, cast):
    return [
        figure(),
        figure(period="2026-Q9"),
        figure(unit=cast.elsewhere),
        figure(period="2026-Q2", indicator="nobody_knows"),
        figure(period="2026-Q3"),
    ]


def test_of_many_one_wrong_row_refuses_all_and_every_wrong_row_is_told(caller, figure, cast):
    answer = caller().post("figures/batch", {"rows": _mixed(figure, cast)})
    assert answer.status_code == 422
    fields = [fault["field"] for fault in answer.json()["errors"]]
    assert fields == ["rows.1.period", "rows.2.unit", "rows.3.indicator"]
    assert not Observation.objects.exists()


def test_with_partial_the_right_rows_are_written_and_the_wrong_ones_told(caller, figure, cast):
    told = caller().post("figures/batch?partial=true", {"rows": _mixed(figure, cast)}).json()
    assert (told["written"], told["refused"]) == (2, 3)
    assert [row["problem"] and row["problem"]["status"] for row in told["rows"]] == [None, 422, 404, 422, None]
    assert Observation.objects.count() == 2


def test_a_row_that_only_the_record_refuses_is_found_among_many(caller, figure):
    system = caller()
    system.post("figures", figure(period="2026-Q2"))
    gap = figure(None, period="2026-Q2", gap="not_due", gap_reason="Chưa đến kỳ")
    rows = [figure(), figure(period="2026-Q3"), gap, figure(period="2026-Q4")]
    whole = system.post("figures/batch", {"rows": rows})
    assert (whole.status_code, [fault["field"] for fault in whole.json()["errors"]]) == (409, ["rows.2"])
    assert Observation.objects.count() == 1
    told = system.post("figures/batch?partial=true", {"rows": rows}).json()
    assert [row["row"] for row in told["rows"] if row["problem"]] == [2]
    assert Observation.objects.count() == 4


def test_a_figure_replaces_only_the_one_that_the_caller_knows(caller, figure):
    system = caller()
    first = system.post("figures", figure()).json()
    second = system.post("figures", figure("1400", replaces=first["id"])).json()
    assert second["supersedes"] == first["id"]
    late = system.post("figures", figure("1500", replaces=first["id"]))
    assert (late.status_code, late.json()["errors"][0]["field"]) == (409, "replaces")
    assert Observation.objects.get(is_current=True).pk == second["id"]


def test_a_correction_is_refused_when_the_tag_is_of_an_older_figure(caller, figure):
    system = caller()
    first = system.post("figures", figure())
    tag = system.get(f"figures/{first.json()['id']}")["ETag"]
    assert first["ETag"] == tag
    sent = {"value": "1400", "reason": "Nhập nhầm"}
    path = f"figures/{first.json()['id']}/correction"
    assert system.post(path, sent, **{"If-Match": '"figure-0"'}).status_code == 412
    assert system.post(path, sent, **{"If-Match": tag}).json()["value"] == "1400"
    assert system.get(f"figures/{first.json()['id']}")["ETag"] != tag
    assert system.post(path, sent, **{"If-Match": tag}).status_code == 412
    assert system.post(path, sent).status_code == 409  # without a tag the number itself says which


def test_a_withdrawal_brings_the_former_value_back(caller, figure):
    system = caller()
    system.post("figures", figure())
    second = system.post("figures", figure("9999")).json()
    told = system.post(f"figures/{second['id']}/withdrawal", {"reason": "Nhầm đơn vị"}).json()
    assert (told["value"], told["deed"], told["is_current"]) == ("1390.9", "withdraw", True)


def test_who_may_only_read_writes_nothing(caller, figure, cast):
    reading = caller(cast.specialist, Act.VIEW)
    assert reading.post("figures", figure()).status_code == 403
    assert reading.post("figures/batch", {"rows": [figure()]}).status_code == 403
    assert not Observation.objects.exists()


def test_rows_ask_for_units_and_indicators_once_however_many_they_are(caller, figure, django_assert_max_num_queries):
    system = caller()
    rows = [figure(period=f"{1990 + n}", unit="26740@2026-01-01") for n in range(30)]
    system.post("figures/batch", {"rows": rows[:1]})
    with django_assert_max_num_queries(30):
        assert system.post("figures/batch", {"rows": rows}).json()["written"] == 30
