# SPDX-License-Identifier: Apache-2.0
"""What stands in brackets holds in the brackets only: a time, a mood.

Positions are those of ``Shadow.norm``.
"""

from __future__ import annotations

import re

_SPAN_OF_TIME = re.compile(r"(?:năm|tháng|nhiệm\skỳ|giai\sđoạn|thời\skỳ|thời\sgian)(?:\squa|\strước|\sđầu|\scuối)?\s?$")
_REACH = 24


def is_closed_off(norm: str, sentence_start: int, at: int, position: int) -> bool:
    """Whether a place lies in a bracket of its sentence that is closed before another place."""
    closed = norm.find(")", at, position)
    if closed < 0 or norm.find("(", at, closed) >= 0:
        return False
    opened = norm.rfind("(", sentence_start, at)
    if opened < 0 or opened < norm.rfind(")", sentence_start, at):
        return False
    # trong 5 năm (2011 - 2015): the bracket only says which years
    return norm[opened + 1 : at].strip() != "" or _SPAN_OF_TIME.search(norm, max(0, opened - _REACH), opened) is None
