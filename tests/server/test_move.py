# SPDX-License-Identifier: Apache-2.0
"""``tiendo move``: the whole demonstration from SQLite to PostgreSQL, or nothing."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3

import psycopg
import pytest

from tiendo.cli.exits import Exit

TABLES = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"

SAME = (
    "SELECT value, supersedes_id FROM figures_observation WHERE value IS NOT NULL ORDER BY id",
    "SELECT sentence_vi, sentence_en FROM targets_verdict ORDER BY id",
    "SELECT exact, bare FROM documents_passage ORDER BY id",
    "SELECT hash FROM audit_event ORDER BY id",
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory, run_tiendo):
    """The demonstration, with its documents, decisions, targets and verdicts, on SQLite."""
    data = tmp_path_factory.mktemp("moving") / "data"
    status, _, err = run_tiendo(data, "demo", "--no-serve")
    assert status == Exit.FINE, err
    return data


@pytest.fixture
def copy_of_demo(demo, tmp_path):
    """A copy to spoil."""
    return shutil.copytree(demo, tmp_path / "data")


def change(data, *statements):
    with contextlib.closing(sqlite3.connect(data / "tiendo.sqlite3")) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def count_tables(address):
    with psycopg.connect(address) as target:
        return target.execute(TABLES).fetchone()[0]


def test_everything_is_there_afterwards_and_work_goes_on(demo, new_database, run_tiendo, tmp_path):
    address = new_database("moved")
    status, out, err = run_tiendo(demo, "move", "--to", address)
    assert (status, err) == (Exit.FINE, ""), err
    assert "sổ ghi còn nguyên" in out
    head = next(line for line in out.splitlines() if len(line) == 64)
    with contextlib.closing(sqlite3.connect(demo / "tiendo.sqlite3")) as source, psycopg.connect(address) as target:
        for asked in SAME:
            found = source.execute(asked).fetchall()
            assert found, asked
            assert found == target.execute(asked).fetchall(), asked
    moved = {"TIENDO_DATABASE": address}
    assert run_tiendo(demo, "audit", "verify", "--head", head, **moved)[0] == Exit.FINE
    status, out, err = run_tiendo(demo, "rebuild", **moved)
    assert (status, "0 kết quả khác" in out) == (Exit.FINE, True), out + err
    assert run_tiendo(demo, "user", "add", "moi", "--role", "reader", **moved)[0] == Exit.FINE  # numbers go on
    with psycopg.connect(address) as target, pytest.raises(psycopg.DatabaseError, match="only added to"):
        target.execute("DELETE FROM audit_event")


def test_a_target_that_is_not_empty_is_refused(demo, new_database, run_tiendo):
    address = new_database("not_empty")
    with psycopg.connect(address) as target:
        target.execute("CREATE TABLE mine (id integer)")
    status, out, err = run_tiendo(demo, "move", "--to", address)
    assert (status, out, err.count("\n")) == (Exit.NOT_READY, "", 1)
    assert "đã có 1 bảng" in err
    assert count_tables(address) == 1


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (["UPDATE units_unitversion SET name = name || char(0) WHERE id = 1"], "không nhận dữ liệu"),
        (["UPDATE jobs_job SET kind = printf('%.*c', 90, 'x')"], "không nhận dữ liệu"),
        (["DROP TRIGGER audit_event_no_update", "UPDATE audit_event SET verb = 'x' WHERE id = 3"], "từ số 3"),
        (["PRAGMA foreign_keys = OFF", "UPDATE figures_observation SET supersedes_id = 999999 WHERE id = 1"], "đích"),
    ],
    ids=["a sign that PostgreSQL does not keep", "a text too long", "a changed act", "a key to nothing"],
)
def test_what_cannot_be_moved_leaves_the_target_empty(copy_of_demo, new_database, run_tiendo, spoil, said):
    change(copy_of_demo, *spoil)
    address = new_database("spoilt")
    status, out, err = run_tiendo(copy_of_demo, "move", "--to", address)
    assert (status, out, err.count("\n")) == (Exit.NOT_READY, "", 1), err
    assert said in err
    assert count_tables(address) == 0


@pytest.mark.parametrize("address", ["x", "postgresql://tiendo@127.0.0.1:1/tiendo"])
def test_an_address_that_leads_nowhere_is_one_sentence(demo, run_tiendo, address):
    status, out, err = run_tiendo(demo, "move", "--to", address)
    assert (status, out, err.count("\n")) == (Exit.NOT_READY, "", 1)


def test_only_sqlite_is_moved(demo, new_database, run_tiendo):
    status, _, err = run_tiendo(demo, "move", "--to", new_database("there"), TIENDO_DATABASE=new_database("here"))
    assert (status, "không dùng SQLite nữa" in err) == (Exit.NOT_READY, True)
