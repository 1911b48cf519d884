# SPDX-License-Identifier: Apache-2.0
"""Facts of documents and news pages, on heads written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.engine.scan import scan
from tiendo.read.findings.facts import find_facts

STATE = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG MƯỜNG
-------
Số: 57/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Mường, ngày 04 tháng 10 năm 2025

BÁO CÁO
Kết quả thực hiện nhiệm vụ kinh tế - xã hội
9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2025

Căn cứ Nghị quyết số 08/NQ-HĐND ngày 20 tháng 12 năm 2024 của Hội đồng nhân dân tỉnh Lương Hà.
"""
PARTY = """ĐẢNG BỘ TỈNH LƯƠNG HÀ
ĐẢNG ỦY PHƯỜNG BẾN SỎI
*
Số 31-BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Bến Sỏi, ngày 2 tháng 4 năm 2026
BÁO CÁO
công tác xây dựng Đảng quý I năm 2026
-----
I- KẾT QUẢ
"""
COLUMNS = """UBND TỈNH LƯƠNG HÀ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ TÀI CHÍNH              Độc lập - Tự do - Hạnh phúc
Số: 219/STC-QLNS          Lương Hà, ngày 11 tháng 8 năm 2025
V/v báo cáo giải ngân
Kính gửi: Ủy ban nhân dân tỉnh.
"""
NEWS = """Thứ Năm, ngày 21 tháng 1 năm 2021
Quận 15: Đẩy mạnh cải cách thủ tục
(Bản tin) - Ngày 7/10, Quận ủy Quận 15 tổ chức hội nghị đánh giá 9 tháng đầu năm và nhiệm vụ đến cuối năm 2020.
"""


@pytest.mark.parametrize(
    ("text", "kind", "number", "issuer", "dated_on", "period"),
    [
        (STATE, "report", "57/BC-UBND", "Ủy ban nhân dân xã Đồng Mường", date(2025, 10, 4), "2025-01/2025-09"),
        (PARTY, "report", "31-BC/ĐU", "Đảng ủy phường Bến Sỏi", date(2026, 4, 2), "2026-Q1"),
        (COLUMNS, "letter", "219/STC-QLNS", "Sở Tài chính", date(2025, 8, 11), None),
    ],
)
def test_it_reads_the_letterhead(text, kind, number, issuer, dated_on, period):
    facts = find_facts(scan(text))
    assert (facts.kind, facts.number, facts.issuer) == (kind, number, issuer)
    assert (facts.dated_on, facts.period) == (dated_on, period)


def test_the_title_of_a_report_is_what_stands_under_its_kind():
    assert find_facts(scan(STATE)).title == (
        "Kết quả thực hiện nhiệm vụ kinh tế - xã hội 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2025"
    )
    assert find_facts(scan(STATE)).locality == "Xã Đồng Mường"


def test_it_tells_the_day_of_the_page_from_the_day_of_the_event():
    facts = find_facts(scan(NEWS))
    assert facts.published_on == date(2021, 1, 21)
    assert facts.dated_on == date(2020, 10, 7)
    assert facts.period == "2020-01/2020-09"
    assert (facts.kind, facts.locality, facts.issuer) == ("news", "Quận 15", "Quận ủy Quận 15")
    assert facts.title == "Quận 15: Đẩy mạnh cải cách thủ tục"


@pytest.mark.parametrize(
    ("lead", "dated_on", "period"),
    [
        ("Chiều 16-10, UBND xã họp về 9 tháng đầu năm 2024.", date(2024, 10, 16), "2024-01/2024-09"),
        ("Sáng 9/1, xã Tân Lũng tổng kết công tác năm 2023.", date(2024, 1, 9), "2023"),
        ("Ngày 28/12, xã Tân Lũng tổng kết công tác năm 2023.", date(2023, 12, 28), "2023"),
        ("Ngày 3/7/2025, xã Tân Lũng sơ kết 6 tháng đầu năm.", date(2025, 7, 3), "2025-01/2025-06"),
        ("Chiều 16-10, UBND xã Tân Lũng họp định kỳ.", None, None),
        ("Ngày 5/6, xã phát động, mục tiêu đến năm 2030 đạt chuẩn.", None, None),
        ("Ngày 5/6, Đảng bộ xã nhiệm kỳ 2020 - 2025 họp về 6 tháng đầu năm.", None, None),
        ("Tháng 8/2025, toàn xã thu 3 tỷ đồng.", None, "2025-08"),
        ("6 tháng đầu năm, xã thu 3 tỷ đồng, tăng 5% so với cùng kỳ năm 2021.", None, "2022-01/2022-06"),
        ("6 tháng đầu năm, xã thu 3 tỷ đồng, tăng 5% so với cuối năm 2021.", None, "2022-01/2022-06"),
        ("6 tháng đầu năm, xã thu 3 tỷ đồng, tăng 5% so với năm 2010.", None, None),
        ("Thời hạn 3 tháng kể từ ngày 2/9/2024 do luật định.", None, None),
    ],
)
def test_a_year_is_told_or_unknown(lead, dated_on, period):
    facts = find_facts(scan(lead))
    assert (facts.dated_on, facts.period) == (dated_on, period)


@pytest.mark.parametrize(
    "line",
    ["BÍCH HÀ 12/1/2024, 18:21", "Thứ Sáu, 12/01/2024 | 18:21 (GMT+7)", "18:21 12/01/2024", "Ngày đăng: 12-01-2024"],
)
def test_it_knows_the_line_with_the_day_of_the_page(line):
    text = f"Hội nghị tổng kết công tác dân vận\n{line}\nSáng nay, phường họp.\n"
    facts = find_facts(scan(text))
    assert facts.published_on == facts.dated_on == date(2024, 1, 12)


def test_the_name_of_the_file_is_asked_last():
    assert find_facts(scan("Văn bản không có ngày."), "bao-cao_05-10-2025.docx").dated_on == date(2025, 10, 5)


@given(st.text(alphabet="ngày tháng năm Số: 12/BC-UBND 2024-QUÝ I,./\n", max_size=200))
def test_any_text_is_read_and_no_year_is_made_up(text):
    facts = find_facts(scan(text))
    for on in (facts.dated_on, facts.published_on):
        assert on is None or "20" in text


def test_an_empty_text_has_no_facts():
    facts = find_facts(scan(""))
    assert all(getattr(facts, name) is None for name in facts.__slots__)
