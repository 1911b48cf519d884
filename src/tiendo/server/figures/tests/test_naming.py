# SPDX-License-Identifier: Apache-2.0
"""Words of a report find the indicator that they name."""

from __future__ import annotations

import pytest

from tiendo.server.figures.queries import Asked, find_indicator, suggest_indicators, suggest_many
from tiendo.server.figures.tests.making import load_quan

#: Subjects as reports of districts write them, the unit beside, and what they name.
NAMED = [
    ("Tổng thu ngân sách Nhà nước", "tỷ đồng", "state_budget_revenue"),
    ("thu ngân sách", "tỷ đồng", "state_budget_revenue"),
    ("Tổng doanh thu bán hàng hóa và dịch vụ", "tỷ đồng", "goods_and_services_sales"),
    ("doanh nghiệp phát triển mới", "doanh nghiệp", "new_enterprises"),
    ("Giải ngân vốn đầu tư công", "%", "public_investment_disbursement_rate"),
    ("giải ngân vốn đầu tư công", "tỷ đồng", "public_investment_disbursement"),
    ("tỷ lệ giải ngân", "%", "public_investment_disbursement_rate"),
    ("tổng vốn đầu tư toàn xã hội", "tỷ đồng", "total_social_investment"),
    ("tổng giá trị sản xuất", "%", "production_value_growth"),
    ("đã kết nạp được đảng viên", "đảng viên", "party_admissions"),
    ("phường đạt “Phường không xả rác ra đường và kênh rạch”", "%", "wards_without_litter"),
    ("kéo giảm số vụ vi phạm xây dựng không phép, sai phép", "%", "building_violations_reduction"),
    ("số vụ xây dựng không phép, sai phép", "vụ", "building_violations"),
    ("cán bộ, công chức sử dụng thư điện tử công vụ", "%", "officials_using_mail"),
    ("công trình giảm ngập nước", "công trình", "anti_flood_works"),
    ("công trình phục vụ vui chơi giải trí và thể dục thể thao", "công trình", "recreation_works"),
    ("tuyến đường, hẻm", "tuyến", "lanes_upgraded"),
    ("công trình tại địa bàn dân cư", "công trình", "neighbourhood_works"),
    ("không gian văn hóa Hồ Chí Minh", "không gian", "culture_spaces"),
    ("chỉ tiêu chủ yếu", "chỉ tiêu", "targets_set"),
    ("chỉ tiêu hoàn thành một phần", "chỉ tiêu", "targets_partly_met"),
    ("học sinh lớp Một được ký học bạ số", "%", "digital_transcripts"),
]


@pytest.fixture
def catalogue(db):
    load_quan()


@pytest.mark.parametrize(("text", "measure", "code"), NAMED)
def test_the_first_suggestion_is_the_indicator_that_is_meant(catalogue, text, measure, code):
    assert suggest_indicators(text, measure=measure)[0].indicator.code == code


def test_marks_are_not_needed_and_count_when_they_are_typed(catalogue):
    with_marks, without = suggest_indicators("Hộ nghèo")[0], suggest_indicators("ho ngheo")[0]
    assert with_marks.indicator == without.indicator
    assert (with_marks.score, without.score) == (100, 97)


def test_words_that_name_nothing_bring_no_suggestion(catalogue):
    assert suggest_indicators("xyz") == suggest_indicators("") == []


def test_the_code_of_the_reader_helps_and_does_not_decide(catalogue):
    assert suggest_indicators("xyz", code="new_enterprises")[0].indicator.code == "new_enterprises"
    asked = suggest_indicators("Giải ngân vốn đầu tư công", measure="%", code="public_investment_disbursement")
    assert asked[0].indicator.code == "public_investment_disbursement_rate"


def test_suggestions_for_a_whole_document_cost_one_query(catalogue, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = suggest_many([Asked(text, measure) for text, measure, _ in NAMED], limit=1)
    assert [one[0].indicator.code for one in found] == [code for _, _, code in NAMED]


def test_an_indicator_is_found_by_its_code_alone(catalogue):
    assert find_indicator("new_enterprises").measure == "doanh nghiệp"
    assert find_indicator("nothing") is None
