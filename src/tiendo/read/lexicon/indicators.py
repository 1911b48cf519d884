# SPDX-License-Identifier: Apache-2.0
"""Names under which reports tell the common indicators of a locality: code → phrases, with the unit they go with.

Source: the national and ward-level lists of DOMAIN 1.6 (A–D) and QĐ 05/2023/QĐ-TTg group names. A starter: the
catalogue of a locality (packs) will replace it; codes are stable.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndicatorNames:
    """Attributes: ``units``: first words or signs of the units it can have; empty for any."""

    code: str
    phrases: tuple[str, ...]
    units: tuple[str, ...] = ()


_MONEY = ("tỷ", "triệu", "đồng", "%", "nghìn")
_SHARE = ("%", "‰", "điểm")


def _names(code: str, phrases: str, units: tuple[str, ...] = ()) -> IndicatorNames:
    return IndicatorNames(code, tuple(phrase.strip() for phrase in phrases.split("|")), units)


INDICATORS: tuple[IndicatorNames, ...] = (
    _names(
        "state_budget_revenue",
        "thu ngân sách nhà nước|thu ngân sách|thu nsnn|tổng thu ngân sách|thu cân đối ngân sách",
        _MONEY,
    ),
    _names("domestic_revenue", "thu nội địa", _MONEY),
    _names("land_use_revenue", "thu tiền sử dụng đất|tiền sử dụng đất", _MONEY),
    _names("budget_expenditure", "chi ngân sách|tổng chi ngân sách|chi cân đối ngân sách", _MONEY),
    _names("development_expenditure", "chi đầu tư phát triển", _MONEY),
    _names("recurrent_expenditure", "chi thường xuyên", _MONEY),
    _names(
        "public_investment_disbursement",
        "giải ngân vốn đầu tư công|giải ngân đầu tư công|giải ngân vốn đầu tư|giải ngân",
        _MONEY,
    ),
    _names("total_social_investment", "vốn đầu tư toàn xã hội|tổng vốn đầu tư toàn xã hội|vốn đầu tư xã hội", _MONEY),
    _names("retail_sales", "bán lẻ hàng hóa|doanh thu bán hàng hóa|tổng mức bán lẻ|doanh thu bán lẻ", _MONEY),
    _names("tourism_revenue", "doanh thu du lịch|doanh thu từ du lịch", _MONEY),
    _names("visitors", "lượt khách|khách du lịch|lượt du khách|khách tham quan", ("lượt", "người", "khách", "%")),
    _names("industrial_output", "giá trị sản xuất công nghiệp", _MONEY),
    _names("production_value", "tổng giá trị sản xuất|giá trị sản xuất", _MONEY),
    _names("gross_product", "tổng sản phẩm trên địa bàn|grdp|tổng giá trị sản phẩm địa phương|gdp", _MONEY),
    _names("exports", "kim ngạch xuất khẩu|xuất khẩu", ("triệu", "tỷ", "%", "usd")),
    _names("income_per_head", "thu nhập bình quân", ("triệu", "đồng", "%", "usd")),
    _names(
        "new_enterprises",
        "doanh nghiệp thành lập mới|doanh nghiệp phát triển mới|doanh nghiệp mới|thành lập doanh nghiệp",
    ),
    _names("household_businesses", "hộ kinh doanh"),
    _names("cooperatives", "hợp tác xã"),
    _names("poor_households", "hộ nghèo|giảm nghèo"),
    _names("near_poor_households", "hộ cận nghèo"),
    _names("jobs_created", "giải quyết việc làm|tạo việc làm|việc làm mới"),
    _names("trained_workers", "lao động qua đào tạo", _SHARE),
    _names("urban_unemployment", "thất nghiệp", _SHARE),
    _names("health_insurance", "bảo hiểm y tế|bhyt"),
    _names("social_insurance", "bảo hiểm xã hội|bhxh"),
    _names("hospital_beds", "giường bệnh"),
    _names("child_malnutrition", "suy dinh dưỡng", _SHARE),
    _names("national_standard_schools", "trường đạt chuẩn quốc gia|trường chuẩn quốc gia"),
    _names("digital_transcripts", "học bạ số"),
    _names("files_received", "hồ sơ tiếp nhận|tiếp nhận hồ sơ"),
    _names("files_on_time", "đúng hạn|trước và đúng hạn|giải quyết đúng hạn"),
    _names("files_late", "trễ hạn|quá hạn"),
    _names("online_files", "hồ sơ trực tuyến|dịch vụ công trực tuyến"),
    _names("citizen_satisfaction", "mức độ hài lòng|hài lòng của người dân", _SHARE),
    _names("party_admissions", "kết nạp đảng viên|kết nạp"),
    _names("party_members", "đảng viên"),
    _names("party_organisations", "tổ chức cơ sở đảng|chi bộ|đảng bộ cơ sở"),
    _names("criminal_cases", "phạm pháp hình sự|tội phạm"),
    _names("crime_clearance", "khám phá án|điều tra, khám phá|khám phá", _SHARE),
    _names("traffic_accidents", "tai nạn giao thông|vụ tai nạn"),
    _names("fires", "vụ cháy|cháy nổ"),
    _names("building_violations", "vi phạm trật tự xây dựng|xây dựng không phép|vi phạm xây dựng|xây dựng trái phép"),
    _names("conscripts", "nhập ngũ|tuyển quân|gọi công dân nhập ngũ"),
    _names("forest_cover", "che phủ rừng", _SHARE),
    _names("forest_planted", "trồng mới rừng|trồng rừng", ("ha", "%")),
    _names("clean_water", "nước sạch|nước hợp vệ sinh"),
    _names("waste_collected", "chất thải rắn|thu gom rác|rác thải"),
    _names("food_output", "sản lượng lương thực", ("tấn", "nghìn", "%")),
    _names("rice_yield", "năng suất lúa", ("tạ", "tấn", "%")),
    _names("population", "dân số|nhân khẩu", ("người", "nhân", "vạn", "%", "khẩu")),
    _names("households", "số hộ|hộ dân", ("hộ",)),
    _names("natural_area", "diện tích tự nhiên|diện tích đất tự nhiên", ("ha", "km2", "km²")),
    _names("new_rural_criteria", "tiêu chí ntm|tiêu chí nông thôn mới", ("tiêu",)),
    _names("new_rural_communes", "xã nông thôn mới|xã đạt chuẩn nông thôn mới|xã đạt chuẩn ntm"),
    _names("targets_met", "chỉ tiêu hoàn thành|chỉ tiêu đạt|hoàn thành chỉ tiêu|chỉ tiêu vượt", ("chỉ",)),
    _names("targets_set", "chỉ tiêu chủ yếu", ("chỉ",)),
    _names("ocop_products", "sản phẩm ocop|ocop"),
)
