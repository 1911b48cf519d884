# SPDX-License-Identifier: Apache-2.0
"""Every address of the server as every kind of person. An address that stands in no row of the table fails.

Add a row for a new address: what it needs in place of its arguments, and for which people GET is
answered. By POST no stranger and no person without rights gets anything anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.server import world
from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import Cast, client_of, make_cast, make_person, make_unit
from tiendo.server.units.models import UnitBelow, UnitVersion

#: Who is there: nobody signed in, and the people of the cast.
WHO = ("stranger", "outsider", "leader", "specialist", "office", "keeper", "administrator")
SIGNED_IN = frozenset(WHO) - {"stranger"}
WITH_ROLES = SIGNED_IN - {"outsider"}
REVIEWERS = WITH_ROLES - {"leader"}
SETTERS = frozenset({"office", "keeper", "administrator"})  # of targets and forms
ADMINISTRATORS = frozenset({"keeper", "administrator"})
NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(WHO)


def no_arguments(_cast: Cast) -> dict[str, Any]:
    """Of an address that asks for nothing."""
    return {}


@dataclass(frozen=True)
class Row:
    """What is expected of one address.

    Attributes:
        to: for whom GET gives something: a page, or the way to one's own next step (not to the sign-in).
        status: what they get.
        others: another status for some of them.
        make: arguments of the address, made in the world of the cast; without it the address has none.
    """

    to: frozenset[str]
    status: int = 200
    others: dict[str, int] = field(default_factory=dict)
    make: Callable[[Cast], dict[str, Any]] = field(default=no_arguments)


#: A POST alone: GET is answered with 405 to who may, and with nothing to who may not.
POST_ALONE = 405

TABLE: dict[str, Row] = {
    # one's own session
    "set_language": Row(EVERYBODY, 302),
    "sign-in": Row(frozenset({"stranger"})),  # others are led to their first page
    "sign-in-code": Row(NOBODY),
    "sign-out": Row(SIGNED_IN),
    "account": Row(SIGNED_IN),
    "account-password": Row(SIGNED_IN),
    "account-again": Row(SIGNED_IN),
    "second-factor-again": Row(SIGNED_IN, 302),  # to the password: nobody of the cast has a second factor
    "second-factor": Row(SIGNED_IN, 302),  # to the password first
    "second-factor-off": Row(NOBODY),
    "recovery-codes": Row(NOBODY),
    "recovery-codes-new": Row(SIGNED_IN, 302),
    "token-new": Row(WITH_ROLES, 302),  # to the password first
    "token-units": Row(WITH_ROLES),
    "token-revoke": Row(WITH_ROLES, POST_ALONE, make=world.token),
    # people and the record
    "people": Row(ADMINISTRATORS),
    "person-new": Row(ADMINISTRATORS),
    "person": Row(ADMINISTRATORS, make=world.person),
    "grant-new": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "grant-end": Row(WITH_ROLES, POST_ALONE, make=world.grant),
    "person-close": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "person-open": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "person-password": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "person-second-factor": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "person-second-factor-off": Row(WITH_ROLES, POST_ALONE, make=world.person),
    "unit-find": Row(ADMINISTRATORS),
    # units
    "units": Row(WITH_ROLES),
    "unit": Row(WITH_ROLES, make=world.unit),
    "record": Row(ADMINISTRATORS),
    "record-csv": Row(ADMINISTRATORS),
    # the board
    "home": Row(WITH_ROLES, 302, others={"administrator": 200}),  # without a unit there is no board to lead to
    "localities": Row(WITH_ROLES),
    "board-latest": Row(WITH_ROLES, 302, make=world.board_of_unit),
    "board": Row(WITH_ROLES, make=world.board),
    "board-open": Row(WITH_ROLES, make=world.board),
    "target": Row(WITH_ROLES, make=world.target),
    "plan-source": Row(WITH_ROLES, make=world.plan),
    "target-decide": Row(WITH_ROLES, POST_ALONE, make=world.target),
    "target-allotment": Row(WITH_ROLES, make=world.target),
    "target-explanations": Row(WITH_ROLES, make=world.target),
    "explanations": Row(WITH_ROLES),
    "explanation-ask": Row(WITH_ROLES, POST_ALONE, make=world.target),
    "explanation-answer": Row(WITH_ROLES, POST_ALONE, make=world.explanation),
    "explanation-remind": Row(WITH_ROLES, POST_ALONE, make=world.explanation),
    "explanation-close": Row(WITH_ROLES, POST_ALONE, make=world.explanation),
    # the review desk
    "inbox": Row(REVIEWERS),
    "desk": Row(WITH_ROLES, make=world.document),
    "accept-all": Row(WITH_ROLES, POST_ALONE, make=world.document),
    "undo": Row(WITH_ROLES, POST_ALONE, make=world.document),
    "finish-review": Row(WITH_ROLES, POST_ALONE, make=world.document),
    "read-again": Row(WITH_ROLES, POST_ALONE, make=world.document),
    "finding": Row(REVIEWERS, make=world.finding),
    "finding-edit": Row(REVIEWERS, make=world.finding),
    "finding-decide": Row(WITH_ROLES, POST_ALONE, make=world.finding),
    "problem-settle": Row(WITH_ROLES, POST_ALONE, make=world.problem),
    # documents
    "documents": Row(WITH_ROLES),
    "document-upload": Row(WITH_ROLES, POST_ALONE),
    "document-search": Row(WITH_ROLES),
    "document-remove": Row(WITH_ROLES, POST_ALONE, make=world.document),
    "upload-units": Row(WITH_ROLES),  # who may hand nothing in gets an empty list
    "document": Row(WITH_ROLES, make=world.document),
    "document-state": Row(WITH_ROLES, make=world.document),
    "document-file": Row(WITH_ROLES, make=world.document),
    # figures
    "figures": Row(WITH_ROLES),
    "figures-restated": Row(WITH_ROLES),
    "figures-indicators": Row(WITH_ROLES),
    "figures-parts": Row(WITH_ROLES, make=world.series),
    "figures-series": Row(WITH_ROLES, make=world.series),
    "figure": Row(WITH_ROLES, make=world.figure),
    "figure-correct": Row(WITH_ROLES, POST_ALONE, make=world.figure),
    "figure-withdraw": Row(WITH_ROLES, POST_ALONE, make=world.figure),
    # the programming interface
    "api-docs": Row(WITH_ROLES),
    "api-description": Row(EVERYBODY),  # it tells of no locality and of nobody
    "api-nothing": Row(NOBODY, make=world.nowhere),
    "api-me": Row(WITH_ROLES),
    "api-units": Row(WITH_ROLES),
    "api-unit": Row(WITH_ROLES, make=world.unit_code),
    "api-unit-history": Row(WITH_ROLES, make=world.unit_code),
    "api-indicators": Row(WITH_ROLES),
    "api-indicator": Row(WITH_ROLES, make=world.indicator),
    "api-figures": Row(WITH_ROLES),
    "api-figures-batch": Row(EVERYBODY, POST_ALONE),
    "api-figure": Row(WITH_ROLES, make=world.api_figure),
    "api-provenance": Row(WITH_ROLES, make=world.api_figure),
    "api-figure-correction": Row(EVERYBODY, POST_ALONE, make=world.api_figure),
    "api-figure-withdrawal": Row(EVERYBODY, POST_ALONE, make=world.api_figure),
    "api-series": Row(WITH_ROLES, 422),  # which one must be said
    "api-boards": Row(WITH_ROLES),
    "api-targets": Row(WITH_ROLES, 422),  # of which unit must be said
    "api-target": Row(WITH_ROLES, make=world.target),
    "api-verdicts": Row(WITH_ROLES),
    "api-documents": Row(WITH_ROLES),
    "api-document": Row(WITH_ROLES, make=world.document),
    "api-document-content": Row(WITH_ROLES, make=world.document),
    "api-document-findings": Row(WITH_ROLES, make=world.document),
    "api-document-problems": Row(WITH_ROLES, make=world.document),
    # collecting figures
    "reports": Row(WITH_ROLES),
    "sheet": Row(WITH_ROLES, make=world.sheet),
    "sheet-cells": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-entries": Row(WITH_ROLES, make=world.sheet_cell),
    "sheet-submit": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-return": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-approve": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-lock": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-correct": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "sheet-settle": Row(WITH_ROLES, POST_ALONE, make=world.sheet),
    "forms": Row(WITH_ROLES),
    "form-new": Row(SETTERS),
    "form": Row(WITH_ROLES, make=world.form),
    "form-edit": Row(SETTERS, make=world.form),
    "form-open": Row(WITH_ROLES, POST_ALONE, make=world.form),
    "form-together": Row(WITH_ROLES, POST_ALONE, make=world.form),
    "form-close": Row(WITH_ROLES, POST_ALONE, make=world.form),
    # long work
    "jobs": Row(WITH_ROLES),
    "job": Row(WITH_ROLES, make=world.job),
    "job-stop": Row(WITH_ROLES, POST_ALONE, make=world.job),
}


def list_patterns() -> dict[str, list[str]]:
    """Every address of the resolver, with its names: our own first, those a library asks for behind it."""
    found: dict[str, list[str]] = {}
    for route, name in _walk(get_resolver().url_patterns, ""):
        found.setdefault(route, []).append(name)
    return found


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route, pattern.name or route


PATTERNS = list_patterns()
NAMES = [names[0] for names in PATTERNS.values()]


def test_every_address_has_its_row_and_every_row_its_address():
    assert set(NAMES) == set(TABLE)


@pytest.fixture
def cast(db):
    return make_cast()


def _address(name, cast):
    return reverse(name, kwargs=TABLE[name].make(cast))


def _person_of(cast, who):
    return None if who == "stranger" else getattr(cast, who)


def _let_go(answer):
    """Closes the file of an answer; ``close`` of the answer itself would close the database of the test as well."""
    for close in answer._resource_closers:
        close()


def _is_nothing(answer):
    """Not there, or the way to the sign-in; of the interface a problem that says who asks, or that it has no rights."""
    if answer.headers.get("Content-Type") == "application/problem+json":
        return answer.status_code in (401, 403, 404, 405)
    return answer.status_code == 404 or (answer.status_code == 302 and answer.url.startswith("/sign-in/"))


@pytest.mark.parametrize("name", NAMES)
def test_each_person_gets_what_the_table_says_and_nothing_else(cast, name):
    row, address = TABLE[name], _address(name, cast)
    wrong = {}
    for who in WHO:
        answer = client_of(_person_of(cast, who)).get(address)
        _let_go(answer)
        is_right = answer.status_code == row.others.get(who, row.status) if who in row.to else not _shows(answer)
        if not is_right:
            wrong[who] = answer.status_code
    assert not wrong


def _shows(answer):
    """Whether there is anything to see: everything but nothing, and but the way to one's own first page."""
    is_led_on = answer.status_code == 302 and answer.url in {"/", "/account/"}
    return not (_is_nothing(answer) or is_led_on)


@pytest.fixture
def heir(cast):
    """An officer of the unit in which the land of the ward lies since the ward is no more."""
    unit = make_unit("26741", "Phường Kế Thừa", parent=cast.elsewhere)
    UnitVersion.objects.filter(unit_id=cast.ward).update(valid_from=None, valid_to=date(2025, 7, 1))
    UnitBelow.objects.create(above_id=unit, below_id=cast.ward, is_former=True)
    return make_person("ke", "Phan Thừa Kế", Role.OFFICE, unit)


@pytest.mark.parametrize("name", [name for name in NAMES if TABLE[name].make is not no_arguments])
def test_who_has_the_land_of_a_former_unit_reads_it_as_a_reader_does_and_changes_nothing(cast, heir, name):
    row, address = TABLE[name], _address(name, cast)
    client = client_of(heir)
    answer = client.get(address)
    _let_go(answer)
    assert (answer.status_code == row.status) if "leader" in row.to else not _shows(answer)
    answer = client.post(address)  # 400 and 405 tell nothing of the unit: the form or the method is looked at first
    assert _is_nothing(answer) or answer.status_code in (400, 405)


@pytest.mark.parametrize("name", NAMES)
def test_a_post_does_nothing_for_a_stranger_and_for_who_has_no_rights(cast, name):
    address = _address(name, cast)
    open_to_all = {"set_language", "sign-in", "sign-in-code", "sign-out"}
    own = {place for place in TABLE if place.startswith(("account", "second-factor", "recovery-codes"))}
    if name not in open_to_all:
        assert _is_nothing(client_of(None).post(address))
    if name not in open_to_all | own:
        assert not _shows(client_of(cast.outsider).post(address))


@pytest.mark.parametrize("who", ["stranger", "outsider", "leader", "keeper"])
def test_numbers_that_are_nobodys_are_not_there_either(cast, who):
    client = client_of(_person_of(cast, who))
    for name in NAMES:
        wanted = TABLE[name].make(cast)
        if wanted:
            address = reverse(name, kwargs=dict.fromkeys(wanted, 987654321))
            answer = client.post(address)  # 400 tells the same of any number: the form is looked at first
            assert _is_nothing(answer) or answer.status_code in (400, 405), name


@pytest.mark.parametrize("name", NAMES)
def test_no_page_may_be_framed_or_run_a_foreign_script(cast, name):
    answer = client_of(cast.administrator).get(_address(name, cast))
    _let_go(answer)
    assert answer["X-Frame-Options"] == "DENY"
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src" not in policy  # what the default says holds: no script in a page
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("name", [name for name in NAMES if name != "set_language"])
def test_no_act_is_done_without_its_token(cast, name):
    client = Client(enforce_csrf_checks=True)
    client.cookies = client_of(cast.administrator).cookies
    answer = client.post(_address(name, cast))
    is_for_reading = name.startswith("api-") and answer.status_code in (404, 405)  # nothing is done there at all
    assert answer.status_code == 403 or is_for_reading
