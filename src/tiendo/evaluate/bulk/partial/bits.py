# SPDX-License-Identifier: Apache-2.0
"""Bits of a word, which all engines have under names that Ibis does not know for each of them.

What is here: counting and joining bits. Not here: what a bit stands for (``plain``).
"""

from __future__ import annotations

import ibis


def _count(bits: int) -> int:
    """How many bits are set."""
    return bits.bit_count()


def _join(bits: int) -> int:
    """The bits that are set in some row."""
    return bits


bit_count = ibis.udf.scalar.builtin(_count, name="bit_count")
bit_or = ibis.udf.agg.builtin(_join, name="bit_or")
