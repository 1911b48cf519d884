# SPDX-License-Identifier: Apache-2.0
"""Orders in lists of documents, and who is told when other words stand between, on texts written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.engine.scan import scan
from tiendo.read.findings.directives import find_directives
from tiendo.read.findings.facts import find_facts
from tiendo.read.findings.people import find_people

NEWS = DocumentFacts(kind="news", locality="Tỉnh Bình An", dated_on=date(2024, 10, 16))
RESOLUTION = """HỘI ĐỒNG NHÂN DÂN XÃ AN BÌNH
Số: 15/NQ-HĐND
NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2026
QUYẾT NGHỊ:
Điều 1. Thông qua các chỉ tiêu chủ yếu năm 2026.
Điều 2. Nhiệm vụ trọng tâm
1. Tập trung thu ngân sách, chống thất thu.
2. Đẩy nhanh tiến độ các công trình trọng điểm.
Điều 3. Tổ chức thực hiện
1. Giao Ủy ban nhân dân xã:
a) Xây dựng kế hoạch thực hiện Nghị quyết trước ngày 15/01/2026.
b) Báo cáo kết quả với Hội đồng nhân dân xã tại kỳ họp giữa năm.
2. Thường trực Hội đồng nhân dân, các Ban giám sát việc thực hiện Nghị quyết.
"""


def _orders(text, facts=NEWS):
    return [(order.quote, order.addressee) for order in find_directives(scan(text), facts)]


def _told(text):
    return [addressee for _, addressee in _orders(text)]


def test_tasks_of_a_resolution_are_orders_and_lettered_items_go_to_whoever_heads_them():
    seen = scan(RESOLUTION)
    assert _orders(RESOLUTION, find_facts(seen, "nq.txt")) == [
        ("1. Tập trung thu ngân sách, chống thất thu.", None),
        ("2. Đẩy nhanh tiến độ các công trình trọng điểm.", None),
        ("a) Xây dựng kế hoạch thực hiện Nghị quyết trước ngày 15/01/2026.", "Ủy ban nhân dân xã"),
        ("b) Báo cáo kết quả với Hội đồng nhân dân xã tại kỳ họp giữa năm.", "Ủy ban nhân dân xã"),
        (
            "2. Thường trực Hội đồng nhân dân, các Ban giám sát việc thực hiện Nghị quyết.",
            "Thường trực Hội đồng nhân dân, các Ban",
        ),
    ]


def test_lettered_items_of_one_sentence_come_apart():
    text = "1. Giao UBND phường: a) rà soát mặt bằng; b) điều chuyển vốn; c) báo cáo trước ngày 10/8."
    facts = DocumentFacts(kind="conclusion", locality="Phường Tân Lộc")
    assert [quote for quote, _ in _orders(text, facts)] == [
        "a) rà soát mặt bằng;",
        "b) điều chuyển vốn;",
        "c) báo cáo trước ngày 10/8.",
    ]
    assert {addressee for _, addressee in _orders(text, facts)} == {"UBND phường"}


def test_results_of_a_report_under_a_heading_of_results_are_no_orders():
    text = (
        "BÁO CÁO\nI. Kết quả thực hiện\n1. Tập trung thu ngân sách, đạt 45 tỷ đồng.\n2. Đẩy nhanh tiến độ công trình.\n"
    )
    assert _orders(text, DocumentFacts(kind="report", locality="Xã An Bình")) == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Thủ tướng Tạ Hữu Phúc yêu cầu EVN phải đẩy mạnh tái cơ cấu.", "EVN"),
        ("Ông Ngô Văn Tấn đề nghị, trong năm mới 2024, tỉnh Bình An tiếp tục đi đầu.", "tỉnh Bình An"),
        ("Ông Ngô Văn Tấn đề nghị, nhân dịp 50 năm ngày thành lập, Sở Y tế phát động phong trào.", "Sở Y tế"),
        ("“Giám đốc Công an ở đây phải lo an toàn cho dân”, Bí thư Tỉnh ủy nhấn mạnh.", "Giám đốc Công an"),
        ("Bí thư Huyện ủy giao nhiệm vụ cho UBND huyện rà soát các dự án chậm.", "UBND huyện"),
        ("Bí thư Tỉnh ủy yêu cầu Sở Giao thông vận tải rà soát.", "Sở Giao thông vận tải"),
    ],
)
def test_who_is_told_stands_behind_other_words(text, addressee):
    assert _told(text) == [addressee]


def test_those_who_also_must_are_told():
    text = "Ông Ngô Văn Tấn yêu cầu Sở Y tế rà soát. Bên cạnh đó, tỉnh cũng cần chú trọng phát triển công nghiệp."
    assert _told(text) == ["Sở Y tế", "tỉnh"]


def test_a_reason_is_no_order():
    text = "Ông Ngô Văn Tấn yêu cầu Sở Y tế rà soát. Bởi theo ông, một tỉnh muốn mạnh phải có dân khỏe."
    assert _told(text) == ["Sở Y tế"]


def test_half_a_title_is_no_name():
    text = "Ông cảm ơn sự quan tâm của Thủ tướng, các đồng chí Phó Thủ tướng, các Bộ, ngành."
    assert find_people(scan(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "UBND xã An Bình đề nghị Hội đồng nhân dân xã xem xét, quyết định.",
        "Điều 2. Hội đồng nhân dân xã đồng ý với Tờ trình của UBND xã về bổ sung dự toán.",
        "Có 16 hồ sơ được các ban đồng ý đề nghị Ban Thường vụ quyết định.",
    ],
)
def test_what_is_laid_before_a_council_or_agreed_to_is_no_order(text):
    assert _orders(text, DocumentFacts(kind="resolution", locality="Xã An Bình")) == []


@pytest.mark.parametrize(
    "event",
    [
        "Phó Chủ tịch UBND tỉnh Tạ Hữu Phúc làm việc với lãnh đạo huyện An Bình.",
        "Tiếp tục chương trình khảo sát, Phó Chủ tịch UBND tỉnh Tạ Hữu Phúc đã làm việc với huyện An Bình.",
    ],
)
def test_what_somebody_did_does_not_carry_a_speech_on(event):
    assert _told(f"Ông Ngô Văn Tấn yêu cầu các sở rà soát. {event}") == ["các sở"]


def test_a_letter_orders_those_it_was_sent_to():
    text = "Sở Tài chính ban hành văn bản gửi UBND các xã yêu cầu phải báo cáo nợ đọng trước 14 giờ, ngày 5/12/2024."
    (order,) = find_directives(scan(text), NEWS)
    assert (order.issuer, order.addressee) == ("Sở Tài chính", "UBND các xã")
    assert (order.deadline, order.deadline_on) == ("trước 14 giờ, ngày 5/12/2024", date(2024, 12, 5))


def test_a_verb_of_telling_is_no_part_of_a_title():
    (person,) = find_people(scan("Ông Lê Khắc Nam, Phó chủ tịch UBND xã Hải Lộc giải thích, kinh phí xin từ tỉnh."))
    assert (person.name, person.title) == ("Lê Khắc Nam", "Phó chủ tịch UBND xã Hải Lộc")


def test_who_is_to_set_to_work_is_still_being_told():
    text = (
        "UBND tỉnh yêu cầu các địa phương thực hiện nghiêm chỉ đạo.\n"
        "Bắt tay vào công việc sau dịp nghỉ tết, hoàn thành đúng tiến độ. Đẩy nhanh giải ngân vốn đầu tư công."
    )
    assert _told(text) == ["các địa phương"] * 3


def test_setting_to_work_is_no_order_when_nobody_orders():
    assert _told("Bắt tay vào công việc sau dịp nghỉ tết, xã Tân Lộc đã thu 2 tỷ đồng.") == []


def test_the_name_of_a_city_is_no_word_for_must():
    text = "Ông Ngô Văn Tấn yêu cầu các sở rà soát. Năm 2025, Cần Thơ được giao vốn hơn 28.900 tỷ đồng."
    assert _told(text) == ["các sở"]
