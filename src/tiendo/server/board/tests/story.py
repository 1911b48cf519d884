# SPDX-License-Identifier: Apache-2.0
"""A ward with eighteen targets of 2026 and its figures of nine months, written through the real services.

All names and figures are invented. The numbers are those that a board must be able to show: an estimate, a stale
figure, none at all, more than a hundred per cent, a ceiling, a component, a decision against the computed status.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.evaluate import RuleKind
from tiendo.kernel.document import Block, BlockKind
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Quantity
from tiendo.server.accounts.queries import get_scope
from tiendo.server.accounts.tests.cast import Cast, make_cast
from tiendo.server.documents.models import Content, Document
from tiendo.server.documents.rules import pack_blocks
from tiendo.server.figures.data import Correction, FigureInput, FigureStatus, SourceKind, SourceRef
from tiendo.server.figures.services import correct_figure, load_indicators, record_figures
from tiendo.server.figures.tests.making import ME, PACKS, make_document, quantity
from tiendo.server.targets.data import Cadence, PhaseInput, PlanInput, RuleDetail, TargetInput
from tiendo.server.targets.models import Target
from tiendo.server.targets.services import assign_target, decide_status, set_phasing, set_plan

YEAR = 2026
NINE = "2026-01-01/P9M"
ACT = "Nghị quyết 05/NQ-HĐND"
QUOTES = {
    "1": "Lũy kế thu ngân sách nhà nước trên địa bàn 9 tháng đầu năm 2026 là 318,4 tỷ đồng, tăng 11 % so với cùng kỳ.",
    "2": "Tỷ lệ giải ngân vốn đầu tư công lũy kế 9 tháng là 41,3 %, vướng nhất ở khâu bàn giao mặt bằng.",
}
REPORT = "\n".join(QUOTES.values())
PRINTED = {"1": "318,4 tỷ đồng", "2": "41,3 %"}
_ECONOMY, _SOCIETY, _ORDER, _PARTY = "I. Kinh tế", "II. Văn hóa – xã hội", "III. Đô thị, trật tự", "IV. Xây dựng Đảng"
_FINANCE, _CULTURE = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"


@dataclass(frozen=True)
class Line:
    """A target with its cumulative figures of this year, by month, and that of nine months of the year before."""

    number: str
    indicator: str
    name: str
    group: str
    lead: str
    plan: str
    figures: dict[int, str]
    before: str = ""
    rule: str = "at_least"
    phasing: tuple[int, ...] = ()  # per cent due by each quarter
    cadence: Cadence = Cadence.MONTH
    parent: str = ""
    estimate: bool = False


def _course(last: str, *, months: int = 9, floor: float = 0.0) -> dict[int, str]:
    """Figures that grow evenly up to the last one; only for the shape of small lines."""
    number, _, unit = last.partition(" ")
    value = Decimal(number.replace(".", "").replace(",", "."))
    places = -value.as_tuple().exponent
    told = {}
    for month in range(1, months):
        share = Decimal(str(floor)) + (1 - Decimal(str(floor))) * (Decimal(month) / months) ** 2
        printed = f"{(value * share).quantize(Decimal(1).scaleb(-places)):f}".replace(".", ",")
        told[month] = f"{printed} {unit}"
    return {**told, months: last}


LINES = (
    Line("1", "state_budget_revenue", "Thu ngân sách nhà nước trên địa bàn", _ECONOMY, _FINANCE, "402 tỷ đồng",
         _course("318,4 tỷ đồng"), "286,8 tỷ đồng"),
    Line("2", "public_investment_disbursement_rate", "Tỷ lệ giải ngân vốn đầu tư công", _ECONOMY, "Ban Quản lý dự án",
         "95 %", _course("41,3 %"), "57,2 %", phasing=(10, 35, 60, 100)),
    Line("3", "retail_sales", "Tổng doanh thu bán lẻ hàng hóa và dịch vụ tiêu dùng", _ECONOMY, _FINANCE,
         "28.650 tỷ đồng", _course("21.480,5 tỷ đồng"), "18.760 tỷ đồng", estimate=True),
    Line("4", "new_enterprises", "Doanh nghiệp thành lập mới", _ECONOMY, _FINANCE, "420 doanh nghiệp",
         _course("436 doanh nghiệp"), "251 doanh nghiệp"),
    Line("5", "household_businesses", "Hộ kinh doanh chuyển sang kê khai thuế điện tử", _ECONOMY,
         "Thuế cơ sở 5, phối hợp", "1.150 hộ", _course("1.012 hộ"), phasing=(30, 60, 95, 100)),
    Line("6", "health_insurance", "Tỷ lệ bao phủ bảo hiểm y tế", _SOCIETY, "Trạm Y tế", "96,5 %",
         _course("94,1 %", months=8, floor=0.95), "92,6 %", phasing=(92, 95, 98, 100)),
    Line("7", "poor_households", "Không còn hộ nghèo theo chuẩn nghèo Thành phố giai đoạn 2026–2030", _SOCIETY,
         _CULTURE, "", {3: "6 hộ", 6: "2 hộ", 9: "0 hộ"}, "6 hộ", rule="zero", cadence=Cadence.QUARTER),
    Line("8", "jobs_created", "Lượt người lao động được giải quyết việc làm", _SOCIETY, _CULTURE, "3.200 lao động",
         _course("2.611 lao động"), "2.482 lao động"),
    Line("8.1", "jobs_created", "Trong đó lao động nữ", _SOCIETY, _CULTURE, "1.500 lao động", {}, parent="8"),
    Line("9", "national_standard_schools", "Trường học đạt chuẩn quốc gia", _SOCIETY, _CULTURE, "9 trường",
         _course("6 trường", floor=0.7), "5 trường", phasing=(33, 55, 78, 100)),
    Line("10", "clean_water", "Tỷ lệ hộ dân sử dụng nước sạch", _SOCIETY, _CULTURE, "100 %",
         _course("100 %", floor=0.9), "100 %"),
    Line("11", "building_violations", "Số vụ xây dựng không phép, sai phép", _ORDER, "Tổ Quản lý trật tự đô thị",
         "12 vụ", _course("15 vụ"), "24 vụ", rule="at_most"),
    Line("12", "files_on_time", "Tỷ lệ hồ sơ giải quyết đúng hạn", _ORDER, "Trung tâm Phục vụ hành chính công",
         "98 %", _course("99,2 %", floor=0.95), "97,8 %"),
    Line("13", "online_files", "Hồ sơ trực tuyến toàn trình trong tổng số hồ sơ đủ điều kiện", _ORDER,
         "Trung tâm Phục vụ hành chính công", "80 %", _course("83,6 %", floor=0.8), "71,2 %"),
    Line("14", "citizen_satisfaction", "Mức độ hài lòng của người dân, tổ chức", _ORDER, "Văn phòng", "95 %", {},
         cadence=Cadence.YEAR),
    Line("15", "party_admissions", "Kết nạp đảng viên mới", _PARTY, "Ban Xây dựng Đảng", "85 đảng viên",
         _course("41 đảng viên"), "52 đảng viên"),
    Line("16", "cells_fulfilling_well", "Chi bộ sinh hoạt định kỳ đúng quy định", _PARTY, "Ban Xây dựng Đảng",
         "100 %", _course("100 %", floor=0.9), "99,1 %"),
    Line("17", "waste_sorted", "Hộ dân phân loại rác tại nguồn", _SOCIETY, _CULTURE, "70 %", {}),
    Line("18", "criminal_cases", "Kéo giảm số vụ phạm pháp hình sự", _ORDER, "Công an phường", "5 %",
         _course("38 vụ"), "44 vụ", rule="reduce_by_percent"),
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """The ward, its people, and the targets by number."""

    cast: Cast
    targets: dict[str, int]
    document: int

    @property
    def ward(self) -> int:
        return self.cast.ward

    def scope(self, part: str):
        return get_scope(getattr(self.cast, part))


def tell_story() -> Story:
    """All of it."""
    cast = make_cast()
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    office = get_scope(cast.office)
    document = _write_report(cast.ward)
    targets = {line.number: _set(line, cast.ward, office) for line in LINES}
    for line in LINES:
        if not line.parent:
            _record(line, cast.ward, office, document)
    set_plan(
        PlanInput(targets["2"], Quantity(Decimal(98), "%", Decimal(1)), assigner="HĐND phường phấn đấu",
                  act=ACT, clause="phụ lục, dòng 2", is_primary=False),
        scope=office,
    )  # fmt: skip
    decide_status(
        targets["13"],
        NINE,
        "on_track",
        reason="Chờ thẩm định số của tháng 9.",
        row_version=_version(targets["13"]),
        scope=office,
    )
    return Story(cast, targets, document)


def _write_report(ward: int) -> int:
    document = make_document(ward, REPORT, "bao-cao-187.txt")
    title = "Báo cáo kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2026"
    Document.objects.filter(pk=document).update(title=title, number="187/BC-UBND", dated_on=date(2026, 10, 5))
    blocks = pack_blocks([Block(0, len(REPORT), BlockKind.PARAGRAPH, paragraph=0)])
    Content.objects.filter(pk=document).update(blocks=blocks)
    return document


def _set(line: Line, unit: int, scope) -> int:
    detail = RuleDetail(base_period="same_period") if line.rule == "reduce_by_percent" else RuleDetail()
    target = assign_target(
        TargetInput(unit, line.indicator, YEAR, line.number, line.name, RuleKind(line.rule), detail,
                    group=line.group, parent_number=line.parent, lead_name=line.lead, cadence=line.cadence),
        scope=scope,
    )  # fmt: skip
    if line.plan:
        assigner = "UBND Thành phố" if line.number == "2" else "HĐND phường"
        clause = f"phụ lục, dòng {line.number}"
        set_plan(PlanInput(target, quantity(line.plan), assigner=assigner, act=ACT, clause=clause), scope=scope)
    if line.phasing:
        ends = [Period.quarter(YEAR, number).last_on for number in (1, 2, 3, 4)]
        steps = [PhaseInput(day, Decimal(part) / 100) for day, part in zip(ends, line.phasing, strict=True)]
        set_phasing(target, steps, scope=scope)
    return target


def _record(line: Line, unit: int, scope, document: int) -> None:
    status = FigureStatus.ESTIMATE if line.estimate else FigureStatus.ACTUAL
    given = [
        FigureInput(unit, line.indicator, Period.cumulative(YEAR, month), quantity(text), status=status,
                    source=_source(line, month, document))
        for month, text in line.figures.items()
    ]  # fmt: skip
    if line.before:
        given.append(FigureInput(unit, line.indicator, Period.cumulative(YEAR - 1, 9), quantity(line.before)))
    if given:
        record_figures(given, scope=scope)
    if line.number == "1":
        wrong = record_figures(
            [FigureInput(unit, line.indicator, Period.cumulative(YEAR, 8), quantity("270 tỷ đồng"))], scope=scope
        )[0]
        correct_figure(wrong, Correction("gõ nhầm một chữ số", quantity("276,9 tỷ đồng")), scope=scope)


def _source(line: Line, month: int, document: int) -> SourceRef:
    if month == 9 and line.number in PRINTED:
        printed = PRINTED[line.number]
        start = REPORT.index(printed)
        anchor = {"start": start, "end": start + len(printed)}
        return SourceRef(SourceKind.DOCUMENT, document, anchor, QUOTES[line.number], printed)
    return SourceRef(SourceKind.ENTRY)


def _version(target: int) -> int:
    return Target.objects.get(pk=target).row_version
