# SPDX-License-Identifier: Apache-2.0
"""An installation on PostgreSQL by its commands alone: migrations, accounts, packs, figures, record."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tiendo.cli.exits import Exit

ROOT = Path(__file__).resolve().parents[2]
FIGURES = """unit_code,indicator,period,value
774,state_budget_revenue,2024-Q1,1390.9
774,state_budget_revenue,2024-Q2,1400
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory, new_database, run_tiendo):
    """A call of the command on an installation with units, indicators and an administrator."""
    address = new_database("installed")
    data = tmp_path_factory.mktemp("postgres") / "data"

    def run(*arguments):
        return run_tiendo(data, *arguments, TIENDO_DATABASE=address)

    status, out, err = run("user", "add", "quan", "--role", "administrator")
    assert (status, err) == (Exit.FINE, ""), out
    packs = [ROOT / "packs" / name for name in ("units-viet-nam", "indicators-quan")]
    status, out, err = run("load", *packs)
    assert (status, out.count("đã nạp")) == (Exit.FINE, 2), err
    assert not (data / "tiendo.sqlite3").exists()
    run.address = address
    return run


def test_a_file_of_figures_is_imported_once(installed, tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(FIGURES, "utf-8")
    assert "2 dòng, ghi mới 2" in installed("import", file)[1]
    assert "2 dòng, ghi mới 0" in installed("import", file)[1]


def test_the_record_is_whole_and_the_server_refuses_to_change_it(installed):
    assert installed("audit", "verify")[0] == Exit.FINE
    with psycopg.connect(installed.address) as connection:
        for statement in ("DELETE FROM audit_event", "TRUNCATE audit_event", "UPDATE audit_head SET count = 0"):
            with pytest.raises(psycopg.DatabaseError, match="only added to"), connection.transaction():
                connection.execute(statement)


@pytest.mark.parametrize("address", ["mysql://db/tien", "postgresql://tiendo@127.0.0.1:1/tiendo"])
def test_a_database_that_cannot_be_used_is_one_sentence(tmp_path, run_tiendo, address):
    status, out, err = run_tiendo(tmp_path / "data", "audit", "verify", TIENDO_DATABASE=address)
    assert (status, out, err.count("\n")) == (Exit.NOT_READY, "", 1)
    assert "TIENDO_DATABASE" in err
