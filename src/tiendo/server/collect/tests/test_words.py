# SPDX-License-Identifier: Apache-2.0
"""What is said of an unusual figure, in an officer's words."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.utils import translation

from tiendo.server.collect.data import Flaw, FlawKind, Severity
from tiendo.server.collect.views.words import say_flaw

GRID = SimpleNamespace(lines=[SimpleNamespace(code="x", indicator=SimpleNamespace(measure="%"))])


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Decimal(60), None, "thấp hơn mức thường gặp (từ 60 trở lên)"),
        (None, Decimal(5), "cao hơn mức thường gặp (đến 5)"),
        (Decimal(1), Decimal(5), "nằm ngoài khoảng thường gặp (1 … 5)"),
    ],
)
def test_an_unusual_range_is_told_by_the_ends_that_it_has(low, high, words):
    told = {"value": Decimal("9.45"), "low": low, "high": high}
    with translation.override("vi"):
        sentence = say_flaw(Flaw(FlawKind.RANGE, Severity.WARNING, ("x",), told), GRID)
    assert sentence == f"9,45\N{NO-BREAK SPACE}% {words}: hãy ghi lý do, hoặc sửa lại."
