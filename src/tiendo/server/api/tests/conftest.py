# SPDX-License-Identifier: Apache-2.0
"""What tests of the interface begin with: the cast, figures of a ward, and callers with a token."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from tiendo.server.accounts.data import Act, NewToken
from tiendo.server.accounts.services import create_token
from tiendo.server.accounts.tests.cast import make_cast, scope_of
from tiendo.server.figures.tests.making import load_quan

REVENUE = "state_budget_revenue"
ALL = (Act.VIEW, Act.UPLOAD, Act.REVIEW)


class Caller:
    """Another system: sends its token, reads JSON."""

    def __init__(self, secret, **headers):
        self.secret = secret
        self.client = Client(headers={"Authorization": f"Bearer {secret}", **headers})

    def get(self, path, **headers):
        return self.client.get(f"/api/v1/{path}", headers=headers)

    def post(self, path, body, **headers):
        return self.client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)


@pytest.fixture
def cast(db, settings, tmp_path):
    """The people and the catalogue; they speak Vietnamese; nothing was asked yet."""
    settings.MEDIA_ROOT = tmp_path / "files"
    cache.clear()
    with translation.override("vi"):
        made = make_cast()
        load_quan()
        yield made


@pytest.fixture
def caller(cast):
    """``caller(person, *acts, unit=None)``: a system with a token of that person."""

    def make(person=None, *acts, unit=None, days=30, **headers):
        who = person or cast.specialist
        new = NewToken("kho dữ liệu", frozenset(acts or ALL), unit, timezone.localdate() + timedelta(days=days))
        return Caller(create_token(new, user=who, scope=scope_of(who)).text, **headers)

    return make


@pytest.fixture
def figure(cast):
    """``figure(value="1390.9", **more)``: a figure of the ward as it is sent."""

    def make(value="1390.9", **more):
        given = {"unit": cast.ward, "indicator": REVENUE, "period": "2026-Q1", "value": value, **more}
        return {name: said for name, said in given.items() if said is not None}

    return make
