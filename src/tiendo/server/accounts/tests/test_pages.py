# SPDX-License-Identifier: Apache-2.0
"""The pages of people and of the record, as an administrator uses them and as others try to."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tiendo.server.accounts.data import Role
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.tests.cast import client_of, make_cast, make_grant, make_person
from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.services import record

NEW = {"full_name": "Trần Văn Bình", "username": "binh", "role": "specialist", "unit": "26740"}


@pytest.fixture
def cast(db):
    return make_cast()


def _post(person, path, **values):
    return client_of(person).post(path, values)


def test_a_new_person_gets_a_password_that_is_shown_once(cast):
    answer = _post(cast.keeper, "/people/new/", **NEW)
    person = User.objects.get(username="binh")
    password = re.search(r"<code>(\w{4}-\w{4}-\w{4}-\w{4})</code>", answer.content.decode())[1]
    assert person.check_password(password)
    assert "no-store" in answer["Cache-Control"]
    assert password not in client_of(cast.keeper).get(f"/people/{person.pk}/").content.decode()
    assert person.grants.get().unit_id == cast.ward


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"unit": "27541"}, "unit"),  # a unit outside
        ({"unit": "Xã Không Có"}, "unit"),
        ({"unit": ""}, "unit"),  # the whole installation
        ({"username": "hoa"}, "username"),
        ({"username": "hai chữ"}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"role": "god"}, "role"),
        ({"valid_from": "2026-05-01", "valid_to": "2026-04-01"}, "valid_to"),
        ({"valid_from": "mai"}, "valid_from"),
    ],
)
def test_a_fault_is_told_at_its_field_and_nothing_is_made(cast, values, field):
    before = User.objects.count()
    answer = _post(cast.keeper, "/people/new/", **{**NEW, **values})
    assert (answer.status_code, list(answer.context["form"].errors)) == (400, [field])
    assert User.objects.count() == before


@pytest.mark.parametrize("text", ["26740", "Phường Chợ Quán", "phuong cho quan"])
def test_a_unit_is_found_by_code_and_by_name(cast, text):
    _post(cast.keeper, "/people/new/", **{**NEW, "unit": text})
    assert User.objects.get(username="binh").grants.get().unit_id == cast.ward


def test_an_empty_unit_is_the_whole_installation_for_who_administers_it(cast):
    _post(cast.administrator, "/people/new/", **{**NEW, "unit": ""})
    assert User.objects.get(username="binh").grants.get().unit_id is None


def test_fields_that_a_form_does_not_have_change_nothing(cast):
    extra = {"is_superuser": "1", "is_staff": "1", "password": "x", "is_active": "0", "user": str(cast.keeper.pk)}
    _post(cast.keeper, "/people/new/", **NEW, **extra)
    person = User.objects.get(username="binh")
    assert (person.is_superuser, person.is_staff, person.is_active) == (False, False, True)
    _post(cast.keeper, f"/people/{person.pk}/grants/", role="reader", unit="26740", **extra)
    assert person.grants.count() == 2
    assert cast.keeper.grants.count() == 1


def test_roles_are_given_and_ended(cast):
    place = f"/people/{cast.specialist.pk}/"
    assert _post(cast.keeper, f"{place}grants/", role="office", unit="26740").url == place
    given = cast.specialist.grants.get(role="office")
    assert _post(cast.keeper, f"{place}grants/{given.pk}/end/").url == place
    assert not Grant.objects.filter(pk=given.pk).exists()


def test_a_grant_is_ended_only_under_its_own_person(cast):
    grant = cast.specialist.grants.get()
    assert _post(cast.administrator, f"/people/{cast.leader.pk}/grants/{grant.pk}/end/").status_code == 404
    assert Grant.objects.get(pk=grant.pk).valid_to is None


def test_the_sentence_about_the_last_administrator_is_shown(cast):
    grant = cast.administrator.grants.get()
    answer = _post(cast.administrator, f"/people/{cast.administrator.pk}/grants/{grant.pk}/end/")
    assert answer.status_code == 409
    assert "quản trị viên cuối cùng" in answer.content.decode()


ACTS = ["grants/", "close/", "open/", "password/", "second-factor/", "second-factor/off/"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("target", ["leader", "office", "administrator", "outsider"])
def test_no_number_of_a_person_outside_opens_anything(cast, act, target):
    person = getattr(cast, target)
    before = list(User.objects.values_list("pk", "password", "is_active", "must_use_second_factor"))
    answer = _post(cast.keeper, f"/people/{person.pk}/{act}", role="reader", unit="26740", required="1")
    assert answer.status_code == 404
    assert list(User.objects.values_list("pk", "password", "is_active", "must_use_second_factor")) == before


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_never_done_by_an_address_alone(cast, act):
    assert client_of(cast.administrator).get(f"/people/{cast.specialist.pk}/{act}").status_code == 405


def test_an_account_is_closed_opened_and_asked_for_a_second_factor(cast):
    place = f"/people/{cast.specialist.pk}/"
    for act, column, value in (
        ("close/", "is_active", False),
        ("open/", "is_active", True),
        ("second-factor/", "must_use_second_factor", True),
    ):
        assert _post(cast.keeper, place + act, required="1").url == place
        assert getattr(User.objects.get(pk=cast.specialist.pk), column) is value


def test_a_person_with_roles_elsewhere_is_shown_without_what_belongs_there(cast):
    make_grant(cast.specialist, Role.OFFICE, cast.elsewhere)
    page = client_of(cast.keeper).get(f"/people/{cast.specialist.pk}/").content.decode()
    assert "Phường Chợ Quán" in page
    assert "Tỉnh Sông Hồng" not in page
    assert "password/" not in page


def test_names_are_shown_as_text(cast):
    make_person("xss", "<script>alert(1)</script>", Role.READER, cast.ward)
    page = client_of(cast.keeper).get("/people/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("place", ["/people/", "/record/"])
def test_a_list_asks_the_database_as_often_for_many_rows_as_for_few(cast, place):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert client_of(cast.administrator).get(place).status_code == 200
        return len(queries)

    _record("accounts.sign_in", cast.ward)
    before = count()
    for number in range(20):
        make_person(f"p{number}", f"Người Số {number}", Role.READER, cast.ward)
        _record("accounts.sign_in", cast.ward)
    assert count() == before


# --- the record ---------------------------------------------------------------------------------------------------


def _record(verb, unit_id, *, name="Trần Thị Hoa", subject="document:1", **detail):
    with transaction.atomic():
        record(Act(verb, subject, unit_id, detail), actor=Actor(1, name))


def _rows(person, query=""):
    page = client_of(person).get(f"/record/{query}").context["rows"]
    return [(event.verb, event.unit_id) for event, *_words in page]


def test_the_record_shows_an_administrator_his_units_alone(cast):
    for unit in (cast.ward, cast.village, cast.elsewhere, None):
        _record("documents.receive", unit)
    assert _rows(cast.keeper) == [("documents.receive", cast.ward)]
    assert len(_rows(cast.administrator)) == 4


@pytest.mark.parametrize("part", ["leader", "specialist", "office", "outsider"])
def test_the_record_is_there_for_nobody_else(cast, part):
    for place in ("/record/", "/record.csv"):
        assert client_of(getattr(cast, part)).get(place).status_code == 404


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?who=hoa", 1),
        ("?verb=intake.accept", 1),
        ("?subject=document:2", 1),
        ("?unit=26740", 1),
        ("?unit=79", 2),
        ("?since=2020-01-01&until=2020-12-31", 0),
        ("?page=99", 2),
        ("?page=x", 2),
        ("", 2),
    ],
)
def test_the_record_is_filtered(cast, query, count):
    _record("documents.receive", cast.ward)
    _record("intake.accept", cast.village, name="Lê Văn Minh", subject="document:2")
    assert len(_rows(cast.administrator, query)) == count


def test_the_record_of_today_is_within_today(cast):
    _record("documents.receive", cast.ward)
    today = timezone.localdate().isoformat()
    assert len(_rows(cast.administrator, f"?since={today}&until={today}")) == 1


@pytest.mark.parametrize("query", ["?since=hôm nay", "?unit=27541", "?until=2026-13-01"])
def test_a_wrong_filter_is_told_and_shows_nothing(cast, query):
    _record("documents.receive", cast.ward)
    answer = client_of(cast.keeper).get(f"/record/{query}")
    assert (answer.status_code, list(answer.context["rows"])) == (400, [])
    assert client_of(cast.keeper).get(f"/record.csv{query}").status_code == 400


def test_the_record_as_a_file_holds_what_is_shown_and_no_formula(cast):
    _record("documents.receive", cast.ward, name="=HYPERLINK(1)", note="ô")
    _record("documents.receive", cast.village)
    answer = client_of(cast.keeper).get("/record.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert (head[0], len(rows)) == ("Số", 1)
    assert rows[0][2:7] == ["'=HYPERLINK(1)", "documents.receive", "document:1", str(cast.ward), '{"note": "ô"}']
    assert len(rows[0][7]) == 64
