# SPDX-License-Identifier: Apache-2.0
"""District 9 in 2020. What is published and what is invented: MANIFEST.md."""

from __future__ import annotations

from typing import Final

from sample.story.data import PARTLY, Group, Locality, Report, row

QUAN_9: Final = Locality(
    folder="quan-9-2020",
    name="Quận 9",
    code="763",
    on="2020-06-01",
    year=2020,
    act="27/NQ-HĐND",
    act_dated="ngày 19 tháng 12 năm 2019",
    decided_on="2019-12-19",
    latest="9M",
    scheme="done_track_partly",
    groups=(
        Group(
            "Kinh tế",
            (
                row(
                    "state_budget_revenue | Thu ngân sách nhà nước | tỷ đồng | at_least | 3.120 | 2.402,6 | 2.291,4 "
                    "| Chi cục Thuế"
                ),
                row(
                    "production_value | Tổng giá trị sản xuất | tỷ đồng | at_least | 28.400 | 21.583,5 | 20.118,7 "
                    "| Phòng Kinh tế"
                ),
                row(
                    "new_enterprises | Doanh nghiệp thành lập mới | doanh nghiệp | at_least | 2.600 | 1.702 | 1.913 "
                    "| Phòng Kinh tế",
                ),
                row(
                    "public_investment_disbursement_rate | Tỷ lệ giải ngân vốn đầu tư công | % | at_least | 95 "
                    "| 58,30 | 51,62 | Phòng Tài chính - Kế hoạch",
                    is_level=True,
                ),
                row(
                    "household_businesses | Hộ kinh doanh | hộ | at_least | 9.750 | 9.700 | 9.318 | Phòng Kinh tế",
                    is_level=True,
                    hedge="hơn ",
                ),
            ),
        ),
        Group(
            "Văn hóa - xã hội",
            (
                row(
                    "jobs_created | Lao động được giải quyết việc làm | lao động | at_least | 9.000 | 6.912 | 6.705 "
                    "| Phòng Lao động - Thương binh và Xã hội"
                ),
                row(
                    "near_poor_households | Hộ cận nghèo | hộ | at_most | 210 | 236 | 291 "
                    "| Phòng Lao động - Thương binh và Xã hội",
                    is_level=True,
                    final=PARTLY,
                ),
                row(
                    "health_insurance | Tỷ lệ người dân tham gia bảo hiểm y tế | % | at_least | 90 | 90,41 | 88,93 "
                    "| Bảo hiểm xã hội quận",
                    is_level=True,
                ),
                row(
                    "national_standard_schools | Trường đạt chuẩn quốc gia | trường | at_least | 3 | 2 | 2 "
                    "| Phòng Giáo dục và Đào tạo",
                    is_level=True,
                ),
            ),
        ),
        Group(
            "Đô thị - môi trường",
            (
                row(
                    "wards_without_litter | Tỷ lệ phường không xả rác ra đường và kênh rạch | % | at_least | 90 | 100 "
                    "| - | Phòng Tài nguyên và Môi trường",
                    is_level=True,
                    is_published=True,
                ),
                row(
                    "lanes_upgraded | Tuyến đường, hẻm được nâng cấp, mở rộng | tuyến | at_least | 11 | 14 | - "
                    "| Ban Quản lý dự án",
                    is_published=True,
                ),
                row(
                    "neighbourhood_works | Công trình tại địa bàn dân cư | công trình | at_least | 39 | 128 | - "
                    "| Ủy ban Mặt trận Tổ quốc",
                    is_published=True,
                ),
            ),
        ),
        Group(
            "Cải cách hành chính, an ninh, xây dựng Đảng",
            (
                row(
                    "files_on_time | Tỷ lệ hồ sơ giải quyết đúng hạn | % | at_least | 98 | 98,72 | 97,90 | Văn phòng",
                    is_level=True,
                ),
                row(
                    "crime_clearance | Tỷ lệ điều tra, khám phá án | % | at_least | 75 | 78,21 | 76,40 | Công an quận",
                    is_level=True,
                ),
                row(
                    "party_admissions | Kết nạp đảng viên | đảng viên | at_least | 210 | 131 | 142 | Ban Tổ chức",
                ),
            ),
        ),
    ),
    reports=(
        Report(
            "H1",
            "6 tháng đầu năm",
            "131/BC-UBND",
            "ngày 19 tháng 6 năm 2020",
            ("Ủy ban nhân dân quận báo cáo kết quả thực hiện các chỉ tiêu 6 tháng đầu năm 2020 như bảng kèm theo.",),
        ),
        Report(
            "9M",
            "9 tháng đầu năm",
            "214/BC-UBND",
            "ngày 05 tháng 10 năm 2020",
            (
                "Nghị quyết của quận giao 15 chỉ tiêu chủ yếu cho năm 2020. Sau 9 tháng, 2 chỉ tiêu đã hoàn thành, "
                "7 chỉ tiêu đảm bảo tiến độ và 5 chỉ tiêu mới hoàn thành một phần.",
                "Số vụ xây dựng không phép, sai phép trong 9 tháng giảm 59,4% so với cùng kỳ. Riêng nội dung đăng ký "
                "thi đua là kéo giảm 75,15%/75% số vụ so với 6 tháng đầu năm 2019.",
            ),
        ),
    ),
)
