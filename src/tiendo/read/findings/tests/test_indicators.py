# SPDX-License-Identifier: Apache-2.0
"""Subjects of reports find their indicator, in any spelling of the tone marks; others find none."""

from __future__ import annotations

import unicodedata

import pytest

from tiendo.read.findings.indicators import match_indicator
from tiendo.read.lexicon.indicators import INDICATORS


@pytest.mark.parametrize(
    ("subject", "unit", "code"),
    [
        ("Tổng thu ngân sách Nhà nước trên địa bàn phường", "tỷ đồng", "state_budget_revenue"),
        ("thu tiền sử dụng đất", "triệu đồng", "land_use_revenue"),
        ("tỷ lệ giải ngân vốn đầu tư công", "%", "public_investment_disbursement"),
        ("Giá trị sản xuất công nghiệp", "tỷ đồng", "industrial_output"),
        ("số hộ nghèo theo chuẩn thành phố", "hộ", "poor_households"),
        ("hộ cận nghèo", "hộ cận nghèo", "near_poor_households"),
        ("kết nạp đảng viên mới", "đảng viên", "party_admissions"),
        ("số vụ xây dựng không phép, sai phép", "%", "building_violations"),
    ],
)
def test_it_finds_the_indicator_a_subject_names(subject: str, unit: str, code: str) -> None:
    assert match_indicator(subject, unit) == code
    assert match_indicator(unicodedata.normalize("NFD", subject.upper()), unit) == code


@pytest.mark.parametrize(
    ("subject", "unit"),
    [("cán bộ thu ngân sách", "người"), ("người chết", "người"), ("tuyến hẻm", "tuyến hẻm"), ("", "%")],
)
def test_it_finds_none_where_the_words_or_the_unit_do_not_fit(subject: str, unit: str) -> None:
    assert match_indicator(subject, unit) is None


def test_codes_are_lower_case_ascii_and_unique() -> None:
    codes = [names.code for names in INDICATORS]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code == code.lower() for code in codes)
