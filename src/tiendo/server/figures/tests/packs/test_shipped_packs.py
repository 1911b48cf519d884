# SPDX-License-Identifier: Apache-2.0
"""The packs that the project ships: each loads alone, and all of them together in any order."""

from __future__ import annotations

from itertools import permutations

import pytest

from tiendo.formula import parse_formula
from tiendo.server.figures.models import Indicator
from tiendo.server.figures.services import load_indicators
from tiendo.server.figures.tests.making import ME, PACKS

NAMES = sorted(folder.name for folder in PACKS.glob("indicators-*"))


@pytest.mark.parametrize("name", NAMES)
def test_each_loads_alone(db, name):
    report = load_indicators(PACKS / name, actor=ME)
    assert report.indicators == Indicator.objects.count() > 10
    for row in Indicator.objects.exclude(formula=""):
        assert parse_formula(row.formula)


@pytest.mark.parametrize("names", list(permutations(NAMES))[::5], ids=lambda names: "-".join(n[11:13] for n in names))
def test_they_load_together_in_any_order(db, names):
    for name in names:
        load_indicators(PACKS / name, actor=ME)


def test_the_lists_of_the_country_and_of_a_province_are_whole(db):
    """DOMAIN 1.6 A, B and C: how many targets each of them has an indicator for."""
    for name in ("indicators-quoc-gia", "indicators-tinh"):
        load_indicators(PACKS / name, actor=ME)
    codes = set(Indicator.objects.values_list("code", flat=True))
    assert codes >= _PLAN_2019
    assert codes >= _PLAN_2026
    assert codes >= _PROVINCE_2019


_PLAN_2019 = {
    "gdp_growth", "consumer_prices", "export_growth", "trade_deficit_ratio", "investment_to_gdp",
    "poor_household_rate_reduction", "urban_unemployment", "trained_workers_rate", "hospital_beds_per_10000",
    "health_insurance", "zones_with_wastewater_treatment", "forest_cover",
}  # fmt: skip
_PLAN_2026 = {
    "gdp_growth", "gdp_per_head_usd", "manufacturing_share", "consumer_prices", "labour_productivity_growth",
    "agricultural_labour_share", "certified_workers_rate", "urban_unemployment", "poor_household_rate_reduction",
    "doctors_per_10000", "hospital_beds_per_10000", "health_insurance", "new_rural_communes_rate",
    "urban_waste_collected", "zones_with_wastewater_treatment",
}  # fmt: skip
_PROVINCE_2019 = {
    "grdp_growth", "grdp_growth_agriculture", "grdp_growth_industry", "grdp_growth_services", "grdp_per_head_usd",
    "exports_usd", "total_social_investment", "state_budget_revenue", "birth_rate_reduction", "natural_growth_rate",
    "malnutrition_weight", "malnutrition_height", "poor_household_rate_reduction", "health_insurance",
    "trained_workers_rate", "jobs_created", "rural_clean_water", "forest_cover", "urban_waste_collected",
}  # fmt: skip
