# SPDX-License-Identifier: Apache-2.0
"""A small invented country whose units merge, split and change names, and generated figures of its former units."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from tiendo.kernel.period import Period
from tiendo.lineage import Atlas, Change, Extent, Kind, Level, Shares, UnitVersion

CHANGED_ON, TODAY = date(2024, 7, 1), date(2025, 1, 1)
MERGED, ALONE, DIVIDED, LOST = ("11", "12", "13"), "21", "31", "41"
#: 101 is a merger of three; 201 was renamed; 301 and 302 share what was 31, by population, 301 has all of 32 too;
#: 401 and 402 were divided and nobody counted how; 501 never changed.
TARGETS = ("101", "201", "301", "302", "401", "402", "501")


def make_atlas():
    """The country."""
    before = {"valid_to": CHANGED_ON}
    after = {"valid_from": CHANGED_ON}
    units = [UnitVersion(code, code, f"Phường {code}", Level.COMMUNE, **before) for code in
             (*MERGED, ALONE, DIVIDED, "32", LOST)]  # fmt: skip
    units += [UnitVersion(code, code, f"Phường {code}", Level.COMMUNE, **after) for code in TARGETS[:-1]]
    units.append(UnitVersion("501", "501", "Phường 501", Level.COMMUNE))
    whole = [(Kind.MERGE, code, "101") for code in MERGED] + [(Kind.RENAME, ALONE, "201"), (Kind.MERGE, "32", "301")]
    changes = [Change(CHANGED_ON, kind, Extent.WHOLE, source, target) for kind, source, target in whole]
    changes += [
        Change(CHANGED_ON, Kind.SPLIT, extent, DIVIDED, target, shares=Shares(population=share))
        for extent, target, share in ((Extent.PART, "301", Fraction(1, 4)), (Extent.REST, "302", Fraction(3, 4)))
    ]
    changes += [
        Change(CHANGED_ON, Kind.SPLIT, extent, LOST, target)
        for extent, target in ((Extent.PART, "401"), (Extent.REST, "402"))
    ]
    return Atlas(units, changes)


FORMER = (*MERGED, ALONE, DIVIDED, "32", LOST, "501")
#: Parts of a plan of 108 that a unit may report a month: three units of 4 for nine months are the plan itself.
AMOUNTS = ("4", "4", "4", "12", "3", "3.999", "4.001", "0")
FORMS = ("months",) * 6 + ("a gap", "too few", "another unit", "hedged", "a ratio", "per cent", "a quarter", "nothing")


@st.composite
def tables(draw, indicators):
    """Plans of today's units, and figures of each unit that was there on the last day of a month."""
    targets, figures = [], []
    for number in range(indicators):
        rule, nature = draw(st.sampled_from((("at_least", "flow"), ("at_most", "stock"), ("at_most", "flow"),
                                             ("at_least", "stock"), ("at_least", "ratio"))))  # fmt: skip
        keys = {"indicator": f"i{number}"}
        for unit in TARGETS:
            targets.append(
                {"plan": f"p{number}-{unit}", "unit": unit, **keys, "rule": rule, "nature": nature, "measure": "hộ",
                 "value": Decimal(draw(st.sampled_from(("108", "27", "12", "36")))),
                 "span_first_on": date(2024, 1, 1), "span_last_on": date(2024, 12, 31)}
            )  # fmt: skip
        for unit in sorted({*FORMER, *TARGETS}):
            form, amount = draw(st.sampled_from(FORMS)), Decimal(draw(st.sampled_from(AMOUNTS)))
            figures += [{"unit": unit, **keys, **row} for row in _rows(form, amount) if _is_there(unit, row["last_on"])]
    return targets, figures


def _is_there(unit, day):
    return unit == "501" or (unit in FORMER) == (day < CHANGED_ON)


def _rows(form, amount):
    months = [Period.month(year, month) for year in (2023, 2024) for month in range(1, 10)]
    if form == "nothing":
        return
    for period in months[1:] if form == "too few" else months:
        row = {"first_on": period.first_on, "last_on": period.last_on, "measure": "hộ", "value": amount}
        is_june = period.last_on == date(2024, 6, 30)
        if form == "a gap" and is_june:
            row |= {"value": None, "measure": None, "missing": "not_reported"}
        if form == "another unit" and is_june:
            row["measure"] = "nghìn hộ"
        if form == "hedged" and is_june:
            row["hedge"] = "about"
        if form == "a ratio":
            row |= {"value": None, "numerator": amount, "denominator": Decimal(3), "denominator_measure": "hộ"}
        if form == "per cent":
            row["measure"] = "%"
        yield row
    if form == "a quarter":
        quarter = Period.quarter(2024, 1)
        yield {"first_on": quarter.first_on, "last_on": quarter.last_on, "measure": "hộ", "value": amount}
