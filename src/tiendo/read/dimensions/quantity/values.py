# SPDX-License-Identifier: Apache-2.0
"""The value of a run of digits, remembered: reports repeat their numbers."""

from __future__ import annotations

from functools import lru_cache

from tiendo.kernel.numbers import Number, NumberError, parse_number


@lru_cache(maxsize=16384)
def read_number(text: str) -> Number | None:
    """The number, or None when the run of digits and separators is not one."""
    try:
        return parse_number(text)
    except NumberError:
        return None
