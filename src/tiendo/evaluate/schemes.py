# SPDX-License-Identifier: Apache-2.0
"""How a locality classifies: its bands, its names of classes, what counts as done before the year is over.

What is here: the form of a scheme and those that are shipped. Not here: applying one (``families``, ``tally``).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.evaluate.data import EvaluateError, Nature, Status

#: What can be said before the end, where the plan is not met yet.
_OF_REPORTS = frozenset({Status.ON_TRACK, Status.LIKELY, Status.PARTIAL, Status.AT_RISK})


class Basis(StrEnum):
    """What a band is a percentage of."""

    EXPECTED = "expected"  # what is due by now
    PLAN = "plan"  # the whole plan


@dataclass(frozen=True, slots=True)
class Band:
    """A class of a report before the end: from so many per cent on."""

    status: Status
    from_pct: Decimal
    basis: Basis = Basis.EXPECTED
    is_strict: bool = False  # "trên 80 %" leaves 80 % itself out


@dataclass(frozen=True, slots=True)
class LocalClass:
    """A class as the locality names it, with the statuses that it gathers."""

    statuses: tuple[Status, ...]
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A classification.

    Attributes:
        code: stored, lower-case ASCII.
        bands: in order of rank; of all bands that a result reaches the first one is its class.
        classes: in the order in which they are told; a status of no class stands in the remainder.
        otherwise: the status of what is below all bands.
        early: natures whose targets are done once the plan is met, before the span is over. What is summed over time
            cannot fall back; a level can.
        about_share: how far "khoảng" reaches, as a part of the last printed place of the plan.
    """

    code: str
    bands: tuple[Band, ...]
    classes: tuple[LocalClass, ...]
    otherwise: Status = Status.AT_RISK
    early: frozenset[Nature] = frozenset({Nature.FLOW, Nature.YES_NO})
    about_share: Decimal = Decimal("0.05")

    def __post_init__(self) -> None:
        if any(band.from_pct < 0 or band.status not in _OF_REPORTS for band in self.bands):
            raise EvaluateError(
                "Một mức của báo cáo phải tính từ 0 % trở lên và là mức trước khi hết kỳ; hãy kiểm tra lại các mức."
            )
        if self.otherwise not in _OF_REPORTS | {Status.UNCLASSIFIED}:
            raise EvaluateError("Mức còn lại phải là mức trước khi hết kỳ; hãy chọn mức khác.")
        if self.about_share < 0:
            raise EvaluateError("Độ lệch cho phép không thể âm; hãy ghi một số từ 0 trở lên.")
        named = [status for found in self.classes for status in found.statuses]
        if len(named) != len(set(named)):
            raise EvaluateError(
                "Một mức đánh giá nằm trong hai nhóm nên không thể cộng đúng; hãy để mỗi mức ở một nhóm."
            )

    def name_of(self, status: Status, *, is_english: bool = False) -> str | None:
        """What the locality calls the class of the status; None when it has none."""
        for found in self.classes:
            if status in found.statuses:
                return found.name_en if is_english else found.name
        return None


_LIKELY_FROM = Decimal(80)
_ALL_DUE = Decimal(100)
_DONE = LocalClass((Status.EXCEEDED, Status.ACHIEVED), "hoàn thành", "completed")

#: One class per status. Source: DOMAIN 1.4; tolerance of "khoảng": DOMAIN 1.2.
STANDARD = Scheme(
    "standard",
    bands=(Band(Status.ON_TRACK, _ALL_DUE), Band(Status.LIKELY, _LIKELY_FROM)),
    classes=(
        LocalClass((Status.EXCEEDED,), "vượt", "exceeded"),
        LocalClass((Status.ACHIEVED,), "đạt", "achieved"),
        LocalClass((Status.ON_TRACK,), "đảm bảo tiến độ", "on track"),
        LocalClass((Status.LIKELY,), "có khả năng đạt", "likely to be achieved"),
        LocalClass((Status.PARTIAL,), "hoàn thành một phần", "partly completed"),
        LocalClass((Status.AT_RISK,), "nguy cơ không đạt", "at risk"),
        LocalClass((Status.NOT_ACHIEVED,), "không đạt", "not achieved"),
        LocalClass((Status.NOT_ASSESSABLE,), "chưa thể đánh giá", "cannot be assessed yet"),
        LocalClass((Status.UNCLASSIFIED,), "chưa phân loại", "unclassified"),
    ),
)

#: Done, and above 80 % of the year's plan with completion foreseen; the report names no third class. A ceiling that is
#: kept so far has no percentage and is foreseen too.
#: Source: DOMAIN 0, report of a district on nine months of 2024.
DONE_OR_ABOVE_80 = Scheme(
    "done_or_above_80",
    bands=(Band(Status.LIKELY, _LIKELY_FROM, Basis.PLAN, is_strict=True),),
    classes=(
        _DONE,
        LocalClass((Status.ON_TRACK, Status.LIKELY), "hoàn thành trên 80\u00a0% và ước đạt", "above 80% and expected"),
    ),
    otherwise=Status.UNCLASSIFIED,
    early=frozenset(Nature),
)

#: Done, on track, partly done; what has not begun is in no class. A level that holds is on track: it can fall back.
#: Source: DOMAIN 0, report of a district on nine months of 2020.
DONE_TRACK_PARTLY = Scheme(
    "done_track_partly",
    bands=(
        Band(Status.ON_TRACK, _ALL_DUE),
        Band(Status.PARTIAL, Decimal(0), Basis.PLAN, is_strict=True),
    ),
    classes=(
        _DONE,
        LocalClass((Status.ON_TRACK,), "đảm bảo tiến độ và có khả năng hoàn thành", "on track to completion"),
        LocalClass((Status.PARTIAL,), "hoàn thành một phần", "partly completed"),
    ),
    otherwise=Status.UNCLASSIFIED,
)

SCHEMES = {scheme.code: scheme for scheme in (STANDARD, DONE_OR_ABOVE_80, DONE_TRACK_PARTLY)}
