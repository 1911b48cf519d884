# SPDX-License-Identifier: Apache-2.0
"""Signing in, tried as a stranger, as a thief of a session, and as somebody who guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.contrib.auth.hashers import get_hasher
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tiendo.server.accounts.data import Outcome
from tiendo.server.accounts.models import SignIn, User
from tiendo.server.accounts.services import close_account, forget_addresses, reset_password
from tiendo.server.accounts.tests.cast import PASSWORD, client_of, make_cast, scope_of
from tiendo.server.audit.data import EventFilter
from tiendo.server.audit.queries import list_events

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105
WRONG = "x"


@pytest.fixture
def cast(db, settings):
    settings.AXES_ENABLED = True
    cache.clear()
    yield make_cast()
    cache.clear()


def try_in(client, username="hoa", password=PASSWORD, address="/sign-in/?next=/account/", **extra):
    return client.post(address, {"login": username, "password": password}, **extra)


def _verbs():
    return [event.verb for event in list_events(EventFilter())]


def _codes():
    return [format_hotp_value(hotp_value(SECRET, counter)) for counter in yield_hotp_counters_from_time()]


def test_the_right_password_opens_and_is_recorded_with_its_address(cast, client):
    assert try_in(client, REMOTE_ADDR="10.0.0.7").url == "/account/"
    assert client.get("/account/").status_code == 200
    assert _verbs() == ["accounts.sign_in"]
    assert SignIn.objects.values_list("user", "outcome", "address").get() == (cast.specialist.pk, "success", "10.0.0.7")
    assert "10.0.0.7" not in str(list(list_events(EventFilter()).values()))


@pytest.mark.parametrize("username", ["HOA", " hoa "])
def test_a_name_may_be_spelt_in_capitals(cast, client, username):
    assert try_in(client, username).status_code == 302


def test_who_has_no_rights_is_led_to_his_account(cast, client):
    assert try_in(client, "ngoai", address="/sign-in/").url == "/account/"


@pytest.mark.parametrize(
    "place",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"],
)
def test_nobody_is_led_to_another_host(cast, client, place):
    assert try_in(client, "ngoai", address=f"/sign-in/?next={place}").url == "/account/"
    assert client.post("/sign-out/", {"next": place}).url == "/sign-in/"


def test_signing_in_gives_the_session_a_new_key(cast, client):
    client.get("/account/")
    client.session["before"] = 1
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    try_in(client)
    assert client.cookies["sessionid"].value != before


def test_the_cookie_of_the_session_ends_with_the_browser_and_is_closed_to_scripts(cast, client):
    cookie = try_in(client).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


def test_one_answer_for_a_wrong_name_a_wrong_password_and_a_closed_account(cast):
    User.objects.filter(username="lan").update(is_active=False)
    answers = set()
    for username, password in (("nobody", "x"), ("hoa", "x"), ("lan", PASSWORD)):
        answer = try_in(Client(), username, password)
        errors = answer.context["form"].errors.as_json()
        answers.add((answer.status_code, errors, tuple(sorted(answer.cookies))))
    assert len(answers) == 1


def test_a_name_that_does_not_exist_costs_as_much_work_as_one_that_does(cast, client, monkeypatch):
    hashed = []
    hasher = type(get_hasher())
    monkeypatch.setattr(hasher, "encode", lambda self, *args, _of=hasher.encode: hashed.append(1) or _of(self, *args))
    for username in ("nobody", "hoa"):
        try_in(client, username, "x")
    assert len(hashed) == 2


def test_a_failure_is_recorded_without_what_was_typed(cast, client):
    try_in(client, "mật khẩu gõ nhầm chỗ", "bí mật")
    try_in(client, "hoa", "bí mật")
    assert list(list_events(EventFilter()).values_list("verb", "subject", "user_id")) == [
        ("accounts.sign_in_failed", f"user:{cast.specialist.pk}", None),
        ("accounts.sign_in_failed", "user:", None),
    ]
    kept = str(list(list_events(EventFilter()).values())) + str(list(SignIn.objects.values()))
    assert "nhầm" not in kept
    assert "bí mật" not in kept


def test_five_wrong_passwords_close_the_name_for_a_while_even_to_the_right_one(cast, client):
    for _ in range(4):
        assert try_in(client, password=WRONG).status_code == 200
    closed = try_in(client, password=WRONG)
    assert closed.status_code == 429
    assert "15 phút" in closed.content.decode()
    assert closed["Retry-After"] == "900"
    for spelling in ("hoa", "HOA", " Hoa"):
        assert try_in(client, spelling).status_code == 429
    assert sorted(_verbs()) == ["accounts.locked", *["accounts.sign_in_failed"] * 5]


def test_the_lock_looks_alike_for_a_name_that_does_not_exist(cast, client):
    answers = [try_in(client, "nobody", "x").status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]


def test_trying_on_does_not_keep_the_person_out_for_ever(cast, client):
    for _ in range(8):
        try_in(client, password=WRONG)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert try_in(client).status_code == 302


def test_a_new_one_time_password_opens_the_lock(cast, client):
    for _ in range(5):
        try_in(client, password=WRONG)
    made = reset_password(cast.specialist.pk, scope=scope_of(cast.administrator))
    assert try_in(client, password=made.password).status_code == 302


def test_many_names_from_one_address_are_slowed_down(cast, client):
    answers = [try_in(client, f"name{number}", "x") for number in range(31)]
    assert "Too many" not in str(answers[0].content)
    assert answers[29].context["form"].errors.as_json() != answers[30].context["form"].errors.as_json()


def test_one_name_from_many_addresses_is_slowed_down(cast, client):
    tries = [try_in(client, password=WRONG, REMOTE_ADDR=f"10.0.{number}.1") for number in range(20)]
    assert {answer.status_code for answer in tries} == {200}
    assert try_in(client, REMOTE_ADDR="10.9.9.9").status_code == 200  # the right password, and still not in


def test_an_address_in_a_header_is_believed_only_from_as_many_proxies_as_there_are(cast, client, settings):
    forged = {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 10.0.0.9", "REMOTE_ADDR": "10.0.0.1"}
    try_in(client, password=WRONG, **forged)
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    try_in(client, password=WRONG, **forged)
    assert list(SignIn.objects.order_by("pk").values_list("address", flat=True)) == ["10.0.0.1", "10.0.0.9"]


def test_a_sign_in_without_any_address_is_recorded_all_the_same(cast, client):
    client.force_login(cast.specialist)
    assert SignIn.objects.get().address == ""


def test_sessions_end_when_the_account_is_closed(cast):
    client = client_of(cast.specialist)
    assert client.get("/account/").status_code == 200
    close_account(cast.specialist.pk, scope=scope_of(cast.administrator))
    assert client.get("/account/").status_code == 302


def test_sessions_end_when_an_administrator_gives_a_new_password(cast):
    client = client_of(cast.specialist)
    reset_password(cast.specialist.pk, scope=scope_of(cast.administrator))
    assert client.get("/account/").url.startswith("/sign-in/")


def test_the_other_sessions_end_when_a_person_changes_the_password(cast):
    here, there = client_of(cast.specialist), client_of(cast.specialist)
    new = "bon-mua-xuan-ha-thu-dong"
    answer = here.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.url == "/account/"
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert _verbs() == ["accounts.change_password"]


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("wrong", "bon-mua-xuan-ha", "bon-mua-xuan-ha", "oldpassword"),
        (PASSWORD, "bon-mua-xuan-ha", "bon-mua-xuan-he", "password2"),
        (PASSWORD, PASSWORD, PASSWORD, "password1"),
        (PASSWORD, "ngan", "ngan", "password1"),
        (PASSWORD, "1234567890", "1234567890", "password1"),
        (PASSWORD, "Trần Thị Hoa", "Trần Thị Hoa", "password1"),
    ],
)
def test_a_bad_new_password_is_refused_at_its_field_in_vietnamese(cast, old, new, again, field):
    answer = client_of(cast.specialist).post(
        "/account/password/", {"oldpassword": old, "password1": new, "password2": again}
    )
    assert list(answer.context["form"].errors) == [field]
    assert not str(answer.context["form"].errors[field][0]).isascii()


def test_a_one_time_password_opens_nothing_but_its_own_change(cast):
    made = reset_password(cast.specialist.pk, scope=scope_of(cast.administrator))
    client = Client()
    try_in(client, password=made.password)
    for place in ("/account/", "/jobs/", "/people/"):
        assert client.get(place).url == "/account/password/"
    part = client.get("/jobs/", headers={"HX-Request": "true"})
    assert (part.status_code, part["HX-Redirect"]) == (200, "/account/password/")
    new = "bon-mua-xuan-ha-thu-dong"
    client.post("/account/password/", {"oldpassword": made.password, "password1": new, "password2": new})
    assert client.get("/account/").status_code == 200
    assert User.objects.get(pk=cast.specialist.pk).one_time_until is None


def test_a_one_time_password_that_is_too_old_is_told_so(cast, client):
    made = reset_password(cast.specialist.pk, scope=scope_of(cast.administrator))
    User.objects.update(one_time_until=timezone.now() - timedelta(seconds=1))
    assert "hết hạn" in try_in(client, password=made.password).content.decode()
    assert client.get("/account/").status_code == 302


def test_a_part_of_a_page_leads_the_whole_page_to_the_sign_in(cast, client):
    part = client.get("/jobs/", headers={"HX-Request": "true"})
    assert (part.status_code, part["HX-Redirect"]) == (200, "/sign-in/")


# --- the second factor --------------------------------------------------------------------------------------------


@pytest.fixture
def with_code(cast):
    TOTP.activate(cast.specialist, SECRET)
    return cast.specialist


def test_the_second_factor_is_asked_for_and_a_code_opens_once(with_code, client):
    code = _codes()[1]
    assert try_in(client).url == "/sign-in/code/"
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/code/", {"code": code}).url == "/account/"
    assert client.get("/account/").status_code == 200
    other = Client()
    try_in(other)
    assert other.post("/sign-in/code/", {"code": code}).status_code == 200
    assert other.get("/account/").status_code == 302


def test_wrong_codes_close_the_name_as_wrong_passwords_do(with_code, client):
    try_in(client)
    answers = [client.post("/sign-in/code/", {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]
    assert client.post("/sign-in/code/", {"code": _codes()[1]}).status_code == 429
    assert try_in(Client()).status_code == 429
    assert sorted(_verbs()) == ["accounts.locked", *["accounts.sign_in_failed"] * 5]


def test_the_second_step_does_not_outlive_the_password_of_the_first(with_code, cast, client):
    try_in(client)
    reset_password(with_code.pk, scope=scope_of(cast.administrator))
    client.post("/sign-in/code/", {"code": _codes()[1]})
    assert client.get("/account/").url.startswith("/sign-in/")


def test_the_second_step_does_not_outlive_the_account(with_code, cast, client):
    try_in(client)
    close_account(with_code.pk, scope=scope_of(cast.administrator))
    client.post("/sign-in/code/", {"code": _codes()[1]})
    assert client.get("/account/").url.startswith("/sign-in/")


def test_setting_up_wants_the_password_once_more_and_shows_recovery_codes_once(
    cast, django_capture_on_commit_callbacks
):
    client = client_of(cast.specialist)
    assert client.get("/account/second-factor/").url == "/account/again/?next=%2Faccount%2Fsecond-factor%2F"
    client.post("/account/again/?next=/account/second-factor/", {"password": PASSWORD})
    page = client.get("/account/second-factor/")
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/account/second-factor/", {"code": code}).url == "/account/recovery-codes/"
    first = client.get("/account/recovery-codes/").context["unused_codes"]
    assert len(first) == 10
    assert set(client.get("/account/recovery-codes/").context["unused_codes"]) == {"****"}
    assert _verbs() == ["accounts.second_factor_added"] * 2
    assert Authenticator.objects.filter(user=cast.specialist).count() == 2


def test_who_must_have_a_second_factor_sees_nothing_before_and_cannot_take_it_off(cast):
    User.objects.filter(pk=cast.specialist.pk).update(must_use_second_factor=True)
    client = client_of(cast.specialist)
    assert client.get("/account/").url == "/account/second-factor/"
    TOTP.activate(User.objects.get(pk=cast.specialist.pk), SECRET)
    assert client.get("/account/").status_code == 200
    client.post("/account/again/code/?next=/account/second-factor/off/", {"code": _codes()[1]})
    assert client.post("/account/second-factor/off/").status_code == 200
    assert Authenticator.objects.filter(user=cast.specialist).exists()


def test_taking_the_second_factor_off_wants_a_proof_and_is_recorded(
    with_code, cast, django_capture_on_commit_callbacks
):
    client = client_of(cast.specialist)
    assert "/account/again/" in client.post("/account/second-factor/off/").url
    assert Authenticator.objects.filter(user=cast.specialist).exists()
    with django_capture_on_commit_callbacks(execute=True):  # the proof goes on with what was asked
        again = {"password": PASSWORD}
        assert client.post("/account/again/?next=/account/second-factor/off/", again).url == "/account/"
    assert not Authenticator.objects.filter(user=cast.specialist).exists()
    assert _verbs() == ["accounts.second_factor_removed"]


# --- what is forgotten --------------------------------------------------------------------------------------------


def test_addresses_are_forgotten_after_ninety_days(cast):
    for days in (89, 91):
        SignIn.objects.create(at=timezone.now() - timedelta(days), user=cast.leader, outcome=Outcome.SUCCESS)
    assert forget_addresses() == 1


@pytest.mark.parametrize("place", ["/sign-in/", "/sign-out/", "/account/password/", "/account/again/"])
def test_a_form_without_its_token_is_refused(cast, place):
    client = Client(enforce_csrf_checks=True)
    client.cookies = client_of(cast.specialist).cookies
    assert client.post(place, {"login": "hoa", "password": PASSWORD}).status_code == 403


@pytest.mark.parametrize("place", ["/sign-up/", "/signup/", "/accounts/signup/", "/account/email/", "/password/reset/"])
def test_nothing_else_of_the_library_is_reachable(cast, client, place):
    assert client.get(place).status_code == 404
    assert client.post(place, {"username": "x", "password1": "x"}).status_code == 404
