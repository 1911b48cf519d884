# SPDX-License-Identifier: Apache-2.0
"""Pages of people."""

from __future__ import annotations

import pytest

from tiendo.server.accounts.tests.cast import client_of, make_cast


@pytest.mark.parametrize(
    "path",
    ["/account/", "/people/", "/people/new/", "/record/", "/record.csv", "/account/password/", "/account/again/"],
)
def test_pages(db, path):
    cast = make_cast()
    r = client_of(cast.administrator).get(path)
    assert r.status_code == 200


def test_person(db):
    cast = make_cast()
    r = client_of(cast.administrator).get(f"/people/{cast.specialist.pk}/")
    assert r.status_code == 200
    r = client_of(cast.administrator).post(f"/people/{cast.specialist.pk}/password/")
    print(r.content.decode())
    assert r.status_code == 200


def test_in(db, client):
    cast = make_cast()
    r = client.get("/sign-in/")
    assert r.status_code == 200
    r = client.post("/sign-in/", {"login": "hoa", "password": "x"})
    assert r.status_code == 200
    print(r.content.decode())
    r = client.post("/sign-in/?next=/account/", {"login": "hoa", "password": "mua-he-nam-ay-rat-dai"})
    assert r.status_code == 302, r.content.decode()
    r = client.get("/account/")
    print(r.content.decode())
    r = client.get("/account/second-factor/")
    assert r.status_code == 302
    r = client.get("/sign-out/")
    assert r.status_code == 200
