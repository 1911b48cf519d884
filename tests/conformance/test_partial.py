# SPDX-License-Identifier: Apache-2.0
"""What is known of a column is not asked of the engine, and never changes what it says."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from tiendo.evaluate.bulk.engines import open_duckdb
from tiendo.evaluate.bulk.partial import NO, YES, Kind, Rows, Seen, cases, constant, null, say
from tiendo.evaluate.bulk.partial.whole import divide, has_room, size, to_whole

TABLE = ibis.memtable(
    pa.table(
        {
            "rule": ["at_least", "zero", "at_least", None],
            "kept": [True, None, False, True],
            "whole": pa.array([7, None, 12, 0], pa.decimal128(18, 2)),
        }
    )
)
RULES = Seen(frozenset({"at_least", "zero"}))


@pytest.fixture(scope="module")
def duckdb():
    return open_duckdb()


def rows(**seen):
    return Rows.of_table(TABLE, seen)


def told(duckdb, value):
    """The value of each row."""
    table = rows().mutate({"answer": value}).to_table(["answer"])
    return duckdb.to_pyarrow(table)["answer"].to_pylist()


def test_a_text_that_does_not_occur_is_not_asked_for():
    assert rows(rule=Seen(RULES.texts, is_never_null=True)).rule.equals("about").constant is False
    assert not rows(rule=RULES).rule.equals("about").is_constant  # null is not the text, and not another one either
    assert rows(rule=Seen(frozenset({"zero"}), is_never_null=True)).rule.isin(["zero", "about"]).constant is True


def test_a_column_of_nulls_is_no_column():
    nothing = rows(rule=Seen(is_always_null=True)).rule
    assert nothing.is_null
    assert nothing.coalesce("flow").constant == "flow"
    assert nothing.isnull().constant is True


def test_branches_that_cannot_be_are_left_out():
    rule = rows(rule=Seen(RULES.texts, is_never_null=True)).rule
    chosen = cases((rule.equals("about"), "reach"), (rule.equals("zero"), "none"), else_="floor")
    assert chosen.texts == {"none", "floor"}
    assert cases((NO, "never"), (YES, "always"), (rule.equals("zero"), "none"), else_="floor").constant == "always"
    assert cases((rule.equals("zero"), 1), else_=1).constant == 1


@pytest.mark.parametrize(("one", "other"), [(YES, "kept"), (NO, "kept"), ("kept", YES), ("kept", NO)])
def test_truths_are_joined_as_by_the_engine(duckdb, one, other):
    known = [rows()[part] if isinstance(part, str) else part for part in (one, other)]
    plain = [TABLE[part] if isinstance(part, str) else ibis.literal(part.constant) for part in (one, other)]
    for join in (lambda a, b: a & b, lambda a, b: a | b):
        expected = duckdb.to_pyarrow(TABLE.select(answer=join(*plain)))["answer"].to_pylist()
        assert told(duckdb, join(*known)) == expected


def test_numbers_stay_narrow_while_they_have_room(duckdb):
    number = to_whole(rows(whole=Seen(most=12)).whole, 2)
    assert number.is_narrow
    assert (number * 10**6).is_narrow
    assert not (number * 10**18).is_narrow
    assert not to_whole(rows().whole, 2).is_narrow
    for factor in (10**6, 10**18, 10**30):
        expected = [7 * 100 * factor, None, 12 * 100 * factor, 0]
        assert [None if one is None else int(one) for one in told(duckdb, number * factor)] == expected


def test_room_is_proved_once_or_asked_of_every_row(duckdb):
    number = to_whole(rows(whole=Seen(most=12)).whole, 2)
    assert has_room(size(number)).constant is True
    assert told(duckdb, has_room(size(number * 10**33) * 10.0)) == [False, True, False, True]


def test_nothing_divided_and_divided_by_nothing_are_null(duckdb):
    assert divide(constant(1), constant(0)).at(TABLE) is not None
    assert told(duckdb, divide(constant(1), constant(0))) == [None] * 4
    assert divide(null(Kind.WHOLE), constant(2)).is_null
    assert divide(constant(3), constant(2)).to_real() is not None
    assert told(duckdb, divide(constant(3), constant(2))) == [1.5] * 4


def test_only_what_is_asked_for_is_written():
    staged = rows().mutate({"dear": rows().whole, "cheap": say("x")}).mutate({"more": rows().kept})
    assert "dear" not in ibis.to_sql(staged.to_table(["cheap", "more"]), dialect="duckdb")
