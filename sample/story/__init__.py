# SPDX-License-Identifier: Apache-2.0
"""The story of four districts: their targets of a year and their reports, as data.

Here: plans, figures of the latest report and of the same period before, and sentences. Not here: how a paper looks
(``sample.office``, ``sample.districts``). Published figures are those of the press about the meetings that MANIFEST.md
names; **every other figure is invented** to fill the year.
"""

from __future__ import annotations

from typing import Final

from sample.story.binh_tan import BINH_TAN
from sample.story.data import FLOW, LEVEL, Locality, Report, Row
from sample.story.quan_3 import QUAN_3
from sample.story.quan_5 import QUAN_5
from sample.story.quan_9 import QUAN_9

__all__ = ["FLOW", "LEVEL", "LOCALITIES", "Locality", "Report", "Row"]

LOCALITIES: Final = (QUAN_5, QUAN_9, QUAN_3, BINH_TAN)
