# SPDX-License-Identifier: Apache-2.0
"""District 5 in 2024. What is published and what is invented: MANIFEST.md."""

from __future__ import annotations

from typing import Final

from sample.story.data import BASE, Group, Locality, Report, row

QUAN_5: Final = Locality(
    folder="quan-5-2024",
    name="Quận 5",
    code="774",
    on="2024-06-01",
    year=2024,
    act="41/NQ-HĐND",
    act_dated="ngày 20 tháng 12 năm 2023",
    decided_on="2023-12-20",
    latest="9M",
    scheme="done_or_above_80",
    groups=(
        Group(
            "Kinh tế",
            (
                row(
                    "state_budget_revenue | Thu ngân sách nhà nước | tỷ đồng | at_least | 2.350 | 2.012,4 | 1.583,2 "
                    "| Chi cục Thuế"
                ),
                row(
                    "retail_sales | Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ | tỷ đồng | at_least | 118.000 "
                    "| 97.350,6 | 86.914,3 | Phòng Kinh tế"
                ),
                row(
                    "new_enterprises | Doanh nghiệp thành lập mới | doanh nghiệp | at_least | 1.100 | 1.134 | 962 "
                    "| Phòng Kinh tế"
                ),
                row(
                    "public_investment_disbursement_rate | Tỷ lệ giải ngân vốn đầu tư công | % | at_least | 95 "
                    "| 41,20 | 57,31 | Phòng Tài chính - Kế hoạch",
                    is_level=True,
                ),
                row(
                    "household_businesses | Hộ kinh doanh | hộ | at_least | 12.400 | 12.561 | 12.208 | Phòng Kinh tế",
                    is_level=True,
                ),
            ),
        ),
        Group(
            "Văn hóa - xã hội",
            (
                row(
                    "jobs_created | Lao động được giải quyết việc làm | lao động | at_least | 7.000 | 7.412 | 6.873 "
                    "| Phòng Lao động - Thương binh và Xã hội"
                ),
                row(
                    "health_insurance | Tỷ lệ người dân tham gia bảo hiểm y tế | % | at_least | 95 | 95,60 | 94,12 "
                    "| Bảo hiểm xã hội quận",
                    is_level=True,
                ),
                row(
                    "national_standard_schools | Trường đạt chuẩn quốc gia | trường | at_least | 12 | 12 | 10 "
                    "| Phòng Giáo dục và Đào tạo",
                    is_level=True,
                ),
                row(
                    "digital_transcripts | Tỷ lệ học sinh lớp Một có học bạ số | % | at_least | 100 | 100 | - "
                    "| Phòng Giáo dục và Đào tạo",
                    is_level=True,
                    is_published=True,
                ),
                row(
                    "poor_households | Hộ nghèo | hộ | zero | 0 | 0 | 14 | Phòng Lao động - Thương binh và Xã hội",
                    is_level=True,
                ),
                row(
                    "near_poor_households | Hộ cận nghèo | hộ | at_most | 380 | 371 | 402 "
                    "| Phòng Lao động - Thương binh và Xã hội",
                    is_level=True,
                ),
                row(
                    "social_insurance | Tỷ lệ tham gia bảo hiểm xã hội | % | at_least | 98,5 | 89,70 | 87,35 "
                    "| Bảo hiểm xã hội quận",
                    is_level=True,
                ),
            ),
        ),
        Group(
            "Đô thị - môi trường",
            (
                row(
                    "building_violations | Vụ xây dựng không phép, sai phép | vụ | at_most | 20 | 9 | 14 "
                    "| Đội Quản lý trật tự đô thị"
                ),
                row(
                    "lanes_upgraded | Tuyến đường, hẻm được nâng cấp, mở rộng | tuyến | at_least | 18 | 21 | 15 "
                    "| Ban Quản lý dự án"
                ),
                row(
                    "waste_sorted | Tỷ lệ hộ phân loại rác tại nguồn | % | at_least | 95 | 88,40 | 82,75 "
                    "| Phòng Tài nguyên và Môi trường",
                    is_level=True,
                ),
                row(
                    "neighbourhood_works | Công trình tại địa bàn dân cư | công trình | at_least | 40 | 43 | 36 "
                    "| Ủy ban Mặt trận Tổ quốc"
                ),
            ),
        ),
        Group(
            "Cải cách hành chính, an ninh, xây dựng Đảng",
            (
                row(
                    "files_on_time | Tỷ lệ hồ sơ giải quyết đúng hạn | % | at_least | 98 | 99,31 | 98,84 | Văn phòng",
                    is_level=True,
                ),
                row(
                    "online_files | Tỷ lệ hồ sơ trực tuyến | % | at_least | 70 | 78,92 | 61,47 | Văn phòng",
                    is_level=True,
                ),
                row(
                    "criminal_cases | Vụ phạm pháp hình sự | vụ | reduce_by_percent | 5 | 312 | 351 | Công an quận",
                    extra=BASE,
                ),
                row("party_admissions | Kết nạp đảng viên | đảng viên | at_least | 160 | 131 | 138 | Ban Tổ chức"),
            ),
        ),
    ),
    reports=(
        Report(
            "Q1",
            "quý I",
            "58/BC-UBND",
            "ngày 20 tháng 3 năm 2024",
            ("Ủy ban nhân dân quận báo cáo kết quả thực hiện các chỉ tiêu quý I năm 2024 như bảng kèm theo.",),
        ),
        Report(
            "H1",
            "6 tháng đầu năm",
            "126/BC-UBND",
            "ngày 20 tháng 6 năm 2024",
            ("Ủy ban nhân dân quận báo cáo kết quả thực hiện các chỉ tiêu 6 tháng đầu năm 2024 như bảng kèm theo.",),
        ),
        Report(
            "9M",
            "9 tháng đầu năm",
            "203/BC-UBND",
            "ngày 20 tháng 9 năm 2024",
            (
                "Trong 20 chỉ tiêu của năm 2024, đến nay quận hoàn thành 13/20 chỉ tiêu; 6/20 chỉ tiêu đã qua mức 80% "
                "và dự kiến hoàn thành trong năm.",
                "Về học bạ số, 2.296/2.296 học sinh lớp Một đã có học bạ được ký số và đồng bộ, đạt 100%.",
                "Vốn ngân sách thành phố được giao cho 10 dự án; ít nhất 5 dự án sẽ khởi công trong tháng 12-2024.",
            ),
        ),
        Report(
            "10M",
            "10 tháng",
            "231/BC-UBND",
            "ngày 21 tháng 10 năm 2024",
            (
                # planted: 2.193,5/2.350 is 93,34 %; two digits are exchanged
                "Thu ngân sách nhà nước 10 tháng được 2.193,5 tỷ đồng, đạt 93,43% dự toán năm (2.350 tỷ đồng).",
                "Ủy ban nhân dân quận yêu cầu Phòng Tài chính - Kế hoạch và Ban Quản lý dự án giải ngân hết số vốn còn "
                "lại trước ngày 31/12/2024.",
            ),
            is_accepted=False,
        ),
    ),
)
