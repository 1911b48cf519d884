# SPDX-License-Identifier: Apache-2.0
"""Who gets in: a token in use, never with more than its owner has at that moment; a session only with its mark."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tiendo.server.accounts.data import Act
from tiendo.server.accounts.models import Token
from tiendo.server.accounts.services import close_account, reset_password, revoke_token
from tiendo.server.accounts.tests.cast import client_of, scope_of
from tiendo.server.figures.models import Observation


def test_without_a_token_nobody_gets_in(cast):
    answer = Client().get("/api/v1/figures")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("Hãy gửi mã truy cập")


@pytest.mark.parametrize("header", ["Bearer tdo_nothing", "Bearer", "Basic aG9hOngK", "Bearer \u00ff", "x"])
def test_a_wrong_token_is_refused_even_from_a_signed_in_browser(cast, header):
    answer = client_of(cast.specialist).get("/api/v1/figures", headers={"Authorization": header})
    assert answer.status_code == 401


def test_a_revoked_token_and_one_that_is_too_old_are_refused_at_once(caller, cast):
    revoked, old = caller(), caller()
    assert (revoked.get("me").status_code, old.get("me").status_code) == (200, 200)
    first, second = Token.objects.order_by("pk")
    revoke_token(first.pk, scope=scope_of(cast.specialist))
    Token.objects.filter(pk=second.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert (revoked.get("me").status_code, old.get("me").status_code) == (401, 401)


def test_a_token_ends_with_the_account_of_its_owner(caller, cast):
    system = caller()
    close_account(cast.specialist.pk, scope=scope_of(cast.administrator))
    assert system.get("me").status_code == 401


def test_a_token_loses_what_its_owner_loses_at_that_moment(caller, cast, figure):
    system = caller()
    assert system.post("figures", figure()).status_code == 200
    cast.specialist.grants.update(role="reader")
    assert system.post("figures", figure("2")).status_code == 403
    assert system.get("figures").json()["rows"]
    cast.specialist.grants.all().delete()
    assert system.get("figures").status_code == 403


def test_what_bars_the_owner_from_every_page_bars_the_token(caller, cast):
    system = caller()
    cast.specialist.must_use_second_factor = True
    cast.specialist.save()
    assert system.get("me").status_code == 403
    cast.specialist.must_use_second_factor = False
    cast.specialist.save()
    reset_password(cast.specialist.pk, scope=scope_of(cast.administrator))
    assert system.get("me").status_code == 403


def test_a_token_of_a_part_reaches_no_further_whatever_its_owner_may(caller, cast, figure):
    system = caller(cast.office, unit=cast.ward)
    assert system.post("figures", figure()).status_code == 200
    assert system.post("figures", figure(unit=cast.village)).status_code == 404
    caller(cast.office).post("figures", figure(unit=cast.village))
    assert {row["unit"] for row in system.get("figures").json()["rows"]} == {cast.ward}


def test_a_token_of_all_reaches_what_its_owner_reaches(caller, cast, figure):
    system = caller(cast.office)
    for unit in (cast.ward, cast.village):
        assert system.post("figures", figure(unit=unit)).status_code == 200
    assert system.post("figures", figure(unit=cast.elsewhere)).status_code == 404


@pytest.mark.parametrize("act", [Act.VIEW, Act.UPLOAD, Act.REVIEW])
def test_a_token_does_only_what_it_was_made_for(caller, cast, figure, act):
    system = caller(cast.specialist, act)
    with (settings.MEDIA_ROOT.parent / "a.txt").open("w+b") as file:
        file.write("Thu ngân sách đạt 1.390,9 tỷ đồng.".encode())
        file.seek(0)
        sent = system.client.post("/api/v1/documents", {"unit": str(cast.ward), "file": file}).status_code
    told = {
        Act.VIEW: system.get("figures").status_code,
        Act.UPLOAD: sent,
        Act.REVIEW: system.post("figures", figure()).status_code,
    }
    assert told == {one: 200 if one is act else 403 for one in told}


def test_a_session_reads_but_writes_only_with_the_mark_against_forged_requests(cast, figure):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = client_of(cast.specialist).cookies
    assert browser.get("/api/v1/figures").status_code == 200
    sent = {"content_type": "application/json"}
    answer = browser.post("/api/v1/figures", figure(), **sent)
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")
    assert not Observation.objects.exists()
    browser.get("/account/")  # sets the cookie of the mark
    mark = {"X-CSRFToken": browser.cookies["csrftoken"].value}
    assert browser.post("/api/v1/figures", figure(), headers=mark, **sent).status_code == 200


def test_a_session_is_barred_as_pages_bar_it(cast):
    cast.specialist.must_use_second_factor = True
    cast.specialist.save()
    answer = client_of(cast.specialist).get("/api/v1/figures")
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")


def test_too_many_requests_of_one_token_wait_and_others_do_not(caller, settings):
    settings.API_REQUESTS_A_MINUTE = 3
    system, other = caller(), caller()
    told = [system.get("me").status_code for _ in range(9)]
    assert told.count(429) >= 3  # a new minute may begin in between
    settings.API_REQUESTS_A_MINUTE = 0
    answer = [system.get("me") for _ in range(3)][-1]
    assert (answer.status_code, answer["Content-Type"]) == (429, "application/problem+json")
    assert 0 < int(answer["Retry-After"]) <= 60
    assert other.get("me").status_code == 200


def test_what_is_no_address_and_no_method_is_told_as_a_problem(caller):
    assert caller().get("nothing/of/this").json()["status"] == 404
    answer = caller().client.delete("/api/v1/figures")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert set(answer["Allow"].split(", ")) == {"GET", "POST"}


def test_what_is_too_large_is_told_as_a_problem(caller, figure, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = caller().post("figures", figure(note="x" * 200))
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
