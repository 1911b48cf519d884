# SPDX-License-Identifier: Apache-2.0
"""The same expression on Spark: a cluster of two worker processes, one batch of generated cases.

Runs in an environment of its own (``make spark``): Spark is 450 MB, and needs Java.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec

import pytest

from tests.conformance.cases import YEAR, cases, collect
from tests.conformance.comparing import by_expression, by_reference, differences
from tiendo.evaluate import STANDARD
from tiendo.evaluate.bulk.declining import LEFT
from tiendo.evaluate.bulk.engines import open_spark
from tiendo.kernel.period import Period

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(find_spec("pyspark") is None or shutil.which("java") is None, reason="no Spark or no Java"),
    pytest.mark.filterwarnings("default"),  # Spark's own warnings are not ours to mend
]
TWO_WORKERS = "local-cluster[2,1,1024]"
CASES, START = 400, 4


def test_spark_gives_what_the_reference_engine_gives(tmp_path):
    as_of = Period.cumulative(2024, 8)
    made = collect(cases(as_of, (YEAR,)), CASES, START)
    expected = by_reference(made, as_of, STANDARD)
    found = by_expression(open_spark(TWO_WORKERS), tmp_path, made, as_of, STANDARD)
    assert expected.keys() == found.keys()
    judged = {plan: row for plan, row in found.items() if row["reason"] != LEFT}
    assert not [listed for plan, row in judged.items() if (listed := differences(row, expected[plan]))]
    assert len(judged) > len(made) / 2
