# SPDX-License-Identifier: Apache-2.0
"""A stored verdict can be recomputed from its record alone."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import make_record
from tiendo.evaluate.tests.making import base, figure, judge, level, target
from tiendo.kernel.numbers import format_number
from tiendo.kernel.period import Period

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)

BEFORE = Period.year(2023)


def place(record):
    """The status from the thresholds and the value, by hand."""
    status, value = record["below_all"], Fraction(record["value"])
    for threshold in record["thresholds"]:
        at = Fraction(threshold["from"])
        if value > at or (value == at and not threshold["is_strict"]):
            status = threshold["status"]
    return status


@LAW
@given(st.integers(1, 1000), st.integers(0, 1500), st.integers(1, 12), st.sampled_from(["at_least", "at_most"]))
def test_the_status_follows_from_the_record(plan, actual, months, kind):
    asked = target(kind, f"{format_number(plan)} hộ")
    verdict = judge(asked, f"{format_number(actual)} hộ", as_of=Period.cumulative(2024, months))
    record = json.loads(json.dumps(make_record(verdict)))
    assert place(record) == record["suggested"] == verdict.suggested


def test_the_record_has_the_arithmetic_in_it():
    asked = target("reduce_by_percent", "75 %", base=base("1.000 vụ", BEFORE))
    record = make_record(judge(asked, "248 vụ", figure("1.000 vụ", BEFORE)))
    assert [(step["operation"], step["result"]["value"]) for step in record["steps"]] == [
        ("decrease", "376/5"),
        ("share_of_plan", "1504/15"),
    ]
    assert record["growth"]["change"] == "-376/5"
    assert record["as_of"] == {"code": "2024", "sdmx": "2024", "regime": "calendar"}


def test_a_verdict_that_declines_and_one_on_its_way_are_plain_data_too():
    half = Period.half(2024, 1)
    for verdict in (judge(target("at_least", "9 hộ")), judge(level("about", "9 %"), "9 %", as_of=half)):
        assert json.loads(json.dumps(make_record(verdict)))["suggested"] == verdict.suggested
    going = make_record(judge(target("at_least", "12 hộ"), "3 hộ", as_of=half))
    assert (going["due"]["share"], going["pace"]["per_month"]) == ("1/2", "3/2")
