# SPDX-License-Identifier: Apache-2.0
"""Bình Tân district in 2023. What is published and what is invented: MANIFEST.md."""

from __future__ import annotations

from typing import Final

from sample.story.data import Group, Locality, Report, row

BINH_TAN: Final = Locality(
    folder="binh-tan-2023",
    name="Quận Bình Tân",
    code="777",
    on="2023-06-01",
    year=2023,
    act="33/NQ-HĐND",
    act_dated="ngày 16 tháng 12 năm 2022",
    decided_on="2022-12-16",
    latest="9M",
    groups=(
        Group(
            "Kinh tế",
            (
                row(
                    "state_budget_revenue | Thu ngân sách nhà nước | tỷ đồng | at_least | 3.584 | 3.200 | 2.874 "
                    "| Chi cục Thuế",
                    is_published=True,
                    hedge="hơn ",
                ),
                row(
                    "total_social_investment | Tổng vốn đầu tư toàn xã hội | tỷ đồng | at_least | 23.000 | 31.748 "
                    "| 21.462 | Phòng Kinh tế",
                    is_published=True,
                ),
                row(
                    "public_investment_disbursement | Giải ngân vốn đầu tư công | tỷ đồng | at_least | 568 | 386,2 "
                    "| 341,7 | Phòng Tài chính - Kế hoạch",
                    is_published=True,
                    hedge="hơn ",
                ),
                row(
                    "new_enterprises | Doanh nghiệp thành lập mới | doanh nghiệp | at_least | 3.900 | 3.057 | 3.412 "
                    "| Phòng Kinh tế"
                ),
            ),
        ),
        Group(
            "Văn hóa - xã hội",
            (
                row(
                    "poor_households | Hộ nghèo | hộ | zero | 0 | 0 | 117 | Phòng Lao động - Thương binh và Xã hội",
                    is_level=True,
                    is_published=True,
                    extra=(("condition", "theo chuẩn nghèo Thành phố giai đoạn 2021–2025"),),
                ),
                row(
                    "culture_spaces | Không gian văn hóa Hồ Chí Minh đưa vào sử dụng | không gian | at_least | 130 "
                    "| 141 | - | Ban Tuyên giáo",
                    is_level=True,
                    is_published=True,
                ),
                row(
                    "jobs_created | Lao động được giải quyết việc làm | lao động | at_least | 18.000 | 14.263 | 13.704 "
                    "| Phòng Lao động - Thương binh và Xã hội"
                ),
                row(
                    "health_insurance | Tỷ lệ người dân tham gia bảo hiểm y tế | % | at_least | 92 | 91,27 | 90,06 "
                    "| Bảo hiểm xã hội quận",
                    is_level=True,
                ),
            ),
        ),
        Group(
            "Cải cách hành chính, an ninh, xây dựng Đảng",
            (
                row(
                    "files_on_time | Tỷ lệ hồ sơ giải quyết đúng hạn | % | at_least | 98 | 97,15 | 98,02 | Văn phòng",
                    is_level=True,
                ),
                row("traffic_accidents | Vụ tai nạn giao thông | vụ | at_most | 60 | 38 | 44 | Công an quận"),
                row(
                    "party_admissions | Kết nạp đảng viên | đảng viên | at_least | 320 | 217 | 205 | Ban Tổ chức",
                    is_published=True,
                ),
            ),
        ),
    ),
    reports=(
        Report(
            "H1",
            "6 tháng đầu năm",
            "188/BC-UBND",
            "ngày 20 tháng 6 năm 2023",
            ("Ủy ban nhân dân quận báo cáo kết quả thực hiện các chỉ tiêu 6 tháng đầu năm 2023 như bảng kèm theo.",),
        ),
        Report(
            "9M",
            "9 tháng đầu năm",
            "297/BC-UBND",
            "ngày 03 tháng 10 năm 2023",
            (
                "Thu ngân sách được hơn 3.200 tỷ đồng, đạt 89,3% chỉ tiêu năm; cả năm 2023 dự kiến thu trên 4.000 tỷ "
                "đồng. Vốn đầu tư công giải ngân hơn 386,2 tỷ đồng, gần 68% kế hoạch năm.",
                "Quận kết nạp 217 đảng viên, đạt 67,81% kế hoạch, và đưa vào sử dụng 141 không gian văn hóa Hồ Chí "
                "Minh.",
            ),
        ),
    ),
)
