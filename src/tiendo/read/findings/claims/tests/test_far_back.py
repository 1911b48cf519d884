# SPDX-License-Identifier: Apache-2.0
"""Claims about figures told so far back that their sentences are no longer kept."""

from __future__ import annotations

import pytest

from tiendo.read.findings.claims.context import passages
from tiendo.read.findings.claims.tests.measured import claims_of, numbers

WHOLE = "Tổng dư nợ đạt hơn 351,3 tỷ đồng. "
SHARE = "Nợ quá hạn là 66 triệu đồng, chiếm 0,02% tổng dư nợ."
BETWEEN = "Tỷ lệ hộ dùng nước sạch đạt 95,5%, có nhà tiêu hợp vệ sinh đạt 91,25%.\n"
LIST = "Biên chế được giao là 28.415 biên chế, bao gồm:\n- Viên chức: 27.573 biên chế\n- Hợp đồng: 842 biên chế\n"


def test_a_whole_is_remembered_over_a_hundred_sentences():
    (claim,) = (claim for claim in claims_of(WHOLE + BETWEEN * 100 + SHARE) if claim.rules == ("ratio.agreement",))
    assert [format(value, "f") for value in numbers(claim)] == ["66", "351.3", "0.02"]


@pytest.mark.parametrize("text", [WHOLE + BETWEEN * 3 + SHARE, LIST + BETWEEN * 3 + SHARE + "\n" + LIST])
def test_what_is_kept_changes_no_claim(text, monkeypatch):
    kept = claims_of(text)
    monkeypatch.setattr(passages, "_KEPT", passages.REACH + 1)
    assert claims_of(text + BETWEEN * 10)[: len(kept)] == kept
    assert kept
