# SPDX-License-Identifier: Apache-2.0
"""The database as Django is told of it."""

from __future__ import annotations

import pytest

from tiendo.server.project.databases import describe_database
from tiendo.server.project.environment import read_environment


def describe(address=""):
    return describe_database(
        read_environment({"TIENDO_MODE": "test", "TIENDO_DATA": "/srv/t", "TIENDO_DATABASE": address})
    )


def test_without_an_address_it_is_a_file_in_the_data_folder():
    entry = describe()
    assert str(entry["NAME"]) == "/srv/t/tiendo.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_address_is_taken_apart_as_postgresql_does_it():
    entry = describe("postgresql://lan:b%40t@db.example.vn:5433/tien?sslmode=require")
    assert [entry[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "tien", "lan", "b@t", "db.example.vn", "5433",
    ]  # fmt: skip
    assert entry["OPTIONS"] == {"sslmode": "require", "options": "-c lock_timeout=20s"}


def test_who_sets_options_of_the_server_keeps_them():
    options = describe("postgresql://db/tien?options=-c%20work_mem%3D64MB")["OPTIONS"]["options"]
    assert options == "-c work_mem=64MB -c lock_timeout=20s"


@pytest.mark.parametrize("address", ["mysql://db/tien", "tien", "postgresql://db", "postgresql://db/tien?nonsense=1"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(ValueError, match="TIENDO_DATABASE"):
        describe(address)
