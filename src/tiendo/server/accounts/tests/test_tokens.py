# SPDX-License-Identifier: Apache-2.0
"""Tokens on the page of one's own account: made after the password, shown once, kept hashed, revoked, recorded."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tiendo.server.accounts.data import Act, NewToken
from tiendo.server.accounts.models import Token
from tiendo.server.accounts.services import create_token, find_bearer, revoke_token
from tiendo.server.accounts.services.tokens import MOST
from tiendo.server.accounts.tests.cast import PASSWORD, client_of, make_cast, scope_of
from tiendo.server.audit.models import Event
from tiendo.server.support.refusals import NotForYou, Refusal


@pytest.fixture
def cast(db):
    with translation.override("vi"):
        yield make_cast()


def _make(person, acts=(Act.VIEW,), unit=None, days=30, name="kho dữ liệu"):
    new = NewToken(name, frozenset(acts), unit, timezone.localdate() + timedelta(days=days))
    return create_token(new, user=person, scope=scope_of(person))


def _browser(person):
    """Somebody who has just given the password."""
    client = client_of(person)
    client.post("/account/again/", {"password": PASSWORD})
    return client


def test_a_new_token_is_asked_for_with_the_password_once_more(cast):
    answer = client_of(cast.specialist).get("/account/tokens/new/")
    assert answer.url.startswith("/account/again/")


def test_a_token_is_shown_once_and_stored_as_a_hash(cast):
    client = _browser(cast.specialist)
    expires = timezone.localdate() + timedelta(days=30)
    sent = {"name": "Kho dữ liệu", "acts": ["view", "review"], "unit": "26740", "expires_on": expires.isoformat()}
    answer = client.post("/account/tokens/new/", sent)
    secret = re.search(r"<code>(tdo_[\w-]+)</code>", answer.content.decode())[1]
    row = Token.objects.get()
    assert secret not in (row.digest, row.hint)
    assert (row.unit_id, row.acts, secret[-4:]) == (cast.ward, ["review", "view"], row.hint)
    page = client.get("/account/").content.decode()
    assert secret not in page
    assert f"…{row.hint}" in page
    assert find_bearer(secret).token_id == row.pk


def test_making_and_revoking_are_in_the_record_without_the_secret(cast):
    secret = _make(cast.specialist, unit=cast.ward)
    client_of(cast.specialist).post(f"/account/tokens/{secret.token_id}/revoke/")
    events = Event.objects.filter(subject=f"token:{secret.token_id}").order_by("pk")
    assert [event.verb for event in events] == ["accounts.token", "accounts.revoke_token"]
    assert {event.unit_id for event in events} == {cast.ward}
    assert not any(secret.text in str(event.detail) for event in events)
    assert find_bearer(secret.text) is None
    assert secret.text not in repr(secret)


def test_the_page_tells_when_a_token_was_used_last(cast):
    secret = _make(cast.specialist)
    assert "chưa lần nào" in client_of(cast.specialist).get("/account/").content.decode()
    find_bearer(secret.text)
    used = Token.objects.get().last_used_at
    assert used is not None
    find_bearer(secret.text)
    assert Token.objects.get().last_used_at == used  # noted to the minute
    assert "chưa lần nào" not in client_of(cast.specialist).get("/account/").content.decode()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"acts": (Act.ADMINISTER,)}, "acts"),  # for nobody, whatever he may himself
        ({"acts": ()}, "acts"),
        ({"days": 400}, "expires_on"),
        ({"days": -1}, "expires_on"),
        ({"name": " "}, "name"),
    ],
)
def test_a_token_that_must_not_be_is_refused(cast, change, field):
    with pytest.raises(Refusal) as refused:
        _make(cast.administrator, **change)
    assert refused.value.field == field


def test_nobody_makes_a_token_for_more_than_he_may(cast):
    with pytest.raises(Refusal):
        _make(cast.leader, acts=(Act.VIEW, Act.REVIEW))
    with pytest.raises(NotForYou):
        _make(cast.specialist, unit=cast.village)
    with pytest.raises(Refusal):
        _make(cast.specialist, acts=(Act.REVIEW,), unit=cast.ward, days=400)


def test_one_revokes_ones_own_and_an_administrator_those_of_his_people(cast):
    secret = _make(cast.specialist)
    for other in (cast.leader, cast.office):
        with pytest.raises(NotForYou):
            revoke_token(secret.token_id, scope=scope_of(other))
    assert find_bearer(secret.text) is not None
    revoke_token(secret.token_id, scope=scope_of(cast.keeper))
    assert find_bearer(secret.text) is None


def test_an_administrator_sees_the_tokens_of_a_person_and_revokes_them_on_the_page(cast):
    secret = _make(cast.specialist)
    page = f"/people/{cast.specialist.pk}/"
    assert "kho dữ liệu" in client_of(cast.keeper).get(page).content.decode()
    answer = client_of(cast.keeper).post(f"/account/tokens/{secret.token_id}/revoke/")
    assert answer.url == page
    assert find_bearer(secret.text) is None


def test_tokens_in_use_have_an_end_of_number(cast):
    for _ in range(MOST):
        _make(cast.specialist)
    with pytest.raises(Refusal):
        _make(cast.specialist)
    revoke_token(Token.objects.latest("pk").pk, scope=scope_of(cast.specialist))
    _make(cast.specialist)


def test_units_are_offered_that_one_sees(cast):
    assert "Chợ Quán" in client_of(cast.specialist).get("/account/tokens/units/?q=cho quan").content.decode()
    assert "Tân Lập" not in client_of(cast.specialist).get("/account/tokens/units/?q=tan lap").content.decode()
