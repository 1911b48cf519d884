# SPDX-License-Identifier: Apache-2.0
"""Each unsafe setting has its sentence."""

from __future__ import annotations

import os

import pytest

from tiendo.server.accounts.tests.cast import make_cast, make_person
from tiendo.server.project.checks import check_environment, list_advice
from tiendo.server.project.environment import read_environment

GOOD = {
    "TIENDO_SECRET_KEY": "0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGHIJ",
    "TIENDO_HOSTS": "tiendo.example.vn, www.tiendo.example.vn",
}


@pytest.fixture
def find(settings, tmp_path):
    """The codes of the checks for an environment."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)

    def ask(**values):
        settings.ENVIRONMENT = read_environment({"TIENDO_DATA": str(data), **GOOD, **values})
        return [message.id for message in check_environment(None)]

    ask.data = data
    return ask


def test_a_safe_installation_has_no_fault(find):
    assert find() == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"TIENDO_SECRET_KEY": ""}, "tiendo.E001"),
        ({"TIENDO_SECRET_KEY": "short"}, "tiendo.E002"),
        ({"TIENDO_SECRET_KEY": "ab" * 40}, "tiendo.E002"),
        ({"TIENDO_HOSTS": ""}, "tiendo.E003"),
        ({"TIENDO_HOSTS": " , "}, "tiendo.E003"),
        ({"TIENDO_HOSTS": "*"}, "tiendo.E004"),
        ({"TIENDO_HTTPS": "0"}, "tiendo.W001"),
    ],
)
def test_what_is_unsafe_is_named(find, values, code):
    assert find(**values) == [code]


def test_a_demonstration_on_this_machine_needs_nothing(find):
    assert find(TIENDO_MODE="demo", TIENDO_SECRET_KEY="", TIENDO_HOSTS="") == []


def test_debug_is_named(find, settings):
    settings.DEBUG = True
    assert find() == ["tiendo.E005"]


def test_a_data_folder_that_is_not_there_is_named(find):
    find.data.rmdir()
    assert find() == ["tiendo.E006"]


def test_a_data_folder_that_others_can_read_is_named(find):
    os.chmod(find.data, 0o755)  # noqa: S103 - the fault that is looked for
    assert find() == ["tiendo.E007"]


def test_an_installation_without_an_administrator_says_so(db):
    make_person("hoa", "Trần Thị Hoa")
    assert [advice.id for advice in list_advice()] == ["tiendo.W002"]


def test_an_installation_with_an_administrator_says_nothing(db):
    make_cast()
    assert list(list_advice()) == []
