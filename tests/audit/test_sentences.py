# SPDX-License-Identifier: Apache-2.0
"""The sentences of the claims' own tests, this time through the whole reader."""

from __future__ import annotations

import pytest

from tests.audit.test_corrupted_digits import severe
from tiendo.read.findings.claims.tests.test_quiet import QUIET
from tiendo.read.findings.claims.tests.test_ratios import TOLD, WRONG
from tiendo.read.findings.claims.tests.test_sums import DIFFERENCES, ENUMERATIONS, SUMS, TALLIES


@pytest.mark.parametrize("text", QUIET)
def test_numbers_that_only_stand_side_by_side_are_not_accused(text):
    assert severe(text) == []


@pytest.mark.parametrize("text", [text for text, *_ in TOLD])
def test_true_percentages_are_not_accused(text):
    assert severe(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_wrong_percentages_are_reported(text):
    assert severe(text)


@pytest.mark.parametrize(("text", "values", "holds"), [*SUMS, *DIFFERENCES, *TALLIES, *ENUMERATIONS])
def test_sums_changes_tallies_and_lists_are_reported_exactly_when_they_are_wrong(text, values, holds):
    assert (severe(text) == []) is holds
