# SPDX-License-Identifier: Apache-2.0
"""District 3 in 2024. What is published and what is invented: MANIFEST.md."""

from __future__ import annotations

from typing import Final

from sample.story.data import BASE, Group, Locality, Report, row

QUAN_3: Final = Locality(
    folder="quan-3-2024",
    name="Quận 3",
    code="770",
    on="2024-06-01",
    year=2024,
    act="35/NQ-HĐND",
    act_dated="ngày 21 tháng 12 năm 2023",
    decided_on="2023-12-21",
    latest="Q1",
    groups=(
        Group(
            "Kinh tế",
            (
                row(
                    "state_budget_revenue | Thu ngân sách nhà nước | tỷ đồng | at_least | 5.208 | 1.390,9 | 1.268,4 "
                    "| Chi cục Thuế",
                    is_published=True,
                ),
                row(
                    "goods_and_services_sales | Tổng doanh thu bán hàng hóa và dịch vụ | tỷ đồng | at_least | 486.000 "
                    "| 123.905,7 | 108.186,2 | Phòng Kinh tế",
                    is_published=True,
                    hedge="ước ",
                ),
                row(
                    "new_enterprises | Doanh nghiệp thành lập mới | doanh nghiệp | at_least | 1.700 | 534 | 308 "
                    "| Phòng Kinh tế",
                    is_published=True,
                ),
                row(
                    "public_investment_disbursement_rate | Tỷ lệ giải ngân vốn đầu tư công | % | at_least | 95 "
                    "| 30,37 | 21,58 | Phòng Tài chính - Kế hoạch",
                    is_published=True,
                    is_level=True,
                    extra=(
                        (
                            "phasing",
                            [
                                {"until": "quý I", "percent": 25},
                                {"until": "6 tháng", "percent": 50},
                                {"until": "9 tháng", "percent": 75},
                            ],
                        ),
                        ("phasing_source", "Kế hoạch giải ngân năm 2024 của quận (tự đặt)"),
                    ),
                ),
            ),
        ),
        Group(
            "Văn hóa - xã hội",
            (
                row(
                    "jobs_created | Lao động được giải quyết việc làm | lao động | at_least | 8.200 | 2.236 | 2.118 "
                    "| Phòng Lao động - Thương binh và Xã hội"
                ),
                row(
                    "health_insurance | Tỷ lệ người dân tham gia bảo hiểm y tế | % | at_least | 95,5 | 94,38 | 93,71 "
                    "| Bảo hiểm xã hội quận",
                    is_level=True,
                ),
                row(
                    "national_standard_schools | Trường đạt chuẩn quốc gia | trường | at_least | 9 | 8 | 7 "
                    "| Phòng Giáo dục và Đào tạo",
                    is_level=True,
                ),
            ),
        ),
        Group(
            "Cải cách hành chính, an ninh, xây dựng Đảng",
            (
                row(
                    "files_on_time | Tỷ lệ hồ sơ giải quyết đúng hạn | % | at_least | 99 | 99,62 | 99,18 | Văn phòng",
                    is_level=True,
                ),
                row(
                    "criminal_cases | Vụ phạm pháp hình sự | vụ | reduce_by_percent | 5 | 118 | 121 | Công an quận",
                    extra=BASE,
                ),
                row("party_admissions | Kết nạp đảng viên | đảng viên | at_least | 150 | 24 | 31 | Ban Tổ chức"),
            ),
        ),
    ),
    reports=(
        Report(
            "Q1",
            "quý I",
            "71/BC-UBND",
            "ngày 26 tháng 3 năm 2024",
            (
                "Thu ngân sách nhà nước trong quý được 1.390,9 tỷ đồng, bằng 26,7% dự toán cả năm (5.208 tỷ đồng).",
                "Số khu phố của quận tăng từ 63 lên 112 khu phố khi sắp xếp lại theo Nghị quyết số 11/NQ-HĐND của Hội "
                "đồng nhân dân Thành phố.",
            ),
        ),
    ),
)
