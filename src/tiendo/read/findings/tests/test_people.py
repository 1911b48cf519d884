# SPDX-License-Identifier: Apache-2.0
"""Office-holders and their titles, on sentences with invented people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.engine.scan import scan
from tiendo.read.findings.people import find_people


def people(text):
    return [(p.name, p.title) for p in find_people(scan(text))]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Phó Bí thư Thành ủy Trần Thị Mơ dự.", "Trần Thị Mơ", "Phó Bí thư Thành ủy"),
        ("Bí thư Quận ủy quận Bình Hải Huỳnh Khắc Đông nói.", "Huỳnh Khắc Đông", "Bí thư Quận ủy quận Bình Hải"),
        ("Chủ tịch UBND xã Thái Minh Lộc yêu cầu", "Thái Minh Lộc", "Chủ tịch UBND xã"),
        ("Phó Bí thư thường trực Quận ủy quận 15 Cao Sơn Tây", "Cao Sơn Tây", "Phó Bí thư thường trực Quận ủy quận 15"),
        (
            "đồng chí Nguyễn Thị Lan, Phó Bí thư Thành ủy, Chủ tịch HĐND TPHCM tham dự.",
            "Nguyễn Thị Lan",
            "Phó Bí thư Thành ủy, Chủ tịch HĐND TPHCM",
        ),
        (
            "ông Lê Quốc An, Trưởng phòng Tài chính - Kế hoạch quận 15, cho biết",
            "Lê Quốc An",
            "Trưởng phòng Tài chính - Kế hoạch quận 15",
        ),
        ("Ông Đỗ Văn Hậu (trái), Giám đốc Sở Y tế Lương Hà trao", "Đỗ Văn Hậu", "Giám đốc Sở Y tế Lương Hà"),
        ("Bà Vũ Thị Sen - Chủ tịch Hội Phụ nữ xã - nói", "Vũ Thị Sen", "Chủ tịch Hội Phụ nữ xã"),
        ("Bí thư huyện ủy Thanh Lãng - Trần Văn Khải đề nghị", "Trần Văn Khải", "Bí thư huyện ủy Thanh Lãng"),
        ("Giám đốc Sở Kế hoạch và đầu tư Ngô Văn Tấn", "Ngô Văn Tấn", "Giám đốc Sở Kế hoạch và đầu tư"),
        ("Chủ tịch UBND xã, ông Lò Văn Hặc, cho biết", "Lò Văn Hặc", "Chủ tịch UBND xã"),
        ("Chủ tịch UBND tỉnh Nguyễn Bảy đề nghị", "Nguyễn Bảy", "Chủ tịch UBND tỉnh"),
        ("Chủ tịch HĐND TP. Hồ Chí Minh Nguyễn Thị Mai", "Nguyễn Thị Mai", "Chủ tịch HĐND TP. Hồ Chí Minh"),
        ("Chủ tịch UBND TP.Thủ Đức Hoàng Vân", "Hoàng Vân", "Chủ tịch UBND TP.Thủ Đức"),
        ("Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu Phạm Viết Tâm", "Phạm Viết Tâm", "Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu"),
        ("Phó Chủ tịch UBND phường Phước Long B Lê Văn Tư", "Lê Văn Tư", "Phó Chủ tịch UBND phường Phước Long B"),
        (
            "Đ/c Trần Quang Thao – UVBTV Quận ủy, Trưởng Ban Tổ chức",
            "Trần Quang Thao",
            "UVBTV Quận ủy, Trưởng Ban Tổ chức",
        ),
        ("Bổ nhiệm ông Ngô Văn Dũng giữ chức vụ Giám đốc Sở Nội vụ", "Ngô Văn Dũng", "Giám đốc Sở Nội vụ"),
        ("Trưởng Ban điều hành khu phố 5 Lê Văn Chín", "Lê Văn Chín", "Trưởng Ban điều hành khu phố 5"),
        ("Trưởng thôn Nà Pó là bà Giàng Thị Dợ", "Giàng Thị Dợ", "Trưởng thôn Nà Pó"),
        ("Chủ tịch UBND huyện H'Yim Kđoh", "H'Yim Kđoh", "Chủ tịch UBND huyện"),
        ("Bí thư Đảng ủy xã Y Thông Niê cho biết", "Y Thông Niê", "Bí thư Đảng ủy xã"),
        ("CHỦ TỊCH UBND XÃ\n\nLÊ THỊ THANH", "LÊ THỊ THANH", "Chủ tịch UBND xã"),
        ("Đại tá Phạm Đức Kha, Giám đốc Công an tỉnh", "Phạm Đức Kha", "Giám đốc Công an tỉnh"),
        ("nguyên Phó Chủ tịch UBND quận Tạ Hữu Phúc", "Tạ Hữu Phúc", "nguyên Phó Chủ tịch UBND quận"),
        (
            "Phó ban An toàn giao thông TP HCM Nguyễn Ngọc Thành",
            "Nguyễn Ngọc Thành",
            "Phó ban An toàn giao thông TP HCM",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(đã ký)\n\nĐoàn Thế Vinh\n",
            "Đoàn Thế Vinh",
            "Phó Chủ tịch",
        ),
        (
            "đồng chí Lê Quốc An- HUV, Phó Chủ tịch UBND huyện; các phòng",
            "Lê Quốc An",
            "HUV, Phó Chủ tịch UBND huyện",
        ),
        (
            "có đồng chí Mai Hồng Chung UVBTVHU, Phó Chủ tịch UBND huyện;",
            "Mai Hồng Chung",
            "UVBTVHU, Phó Chủ tịch UBND huyện",
        ),
        ("ông Lê Quốc An, Phó Hạt trưởng Hạt Kiểm lâm, dự.", "Lê Quốc An", "Phó Hạt trưởng Hạt Kiểm lâm"),
        ("Bí thư Đảng ủy kiêm Chủ tịch HĐND xã Vàng A Giống", "Vàng A Giống", "Bí thư Đảng ủy kiêm Chủ tịch HĐND xã"),
        ("đ/c Hà Văn Tới – CT UBND xã", "Hà Văn Tới", "CT UBND xã"),
        ("Trưởng Thuế cơ sở 5 Trần Quốc Việt", "Trần Quốc Việt", "Trưởng Thuế cơ sở 5"),
        ("bà Vũ Thị Sen, Phó Trưởng trạm Y tế xã, nói", "Vũ Thị Sen", "Phó Trưởng trạm Y tế xã"),
        ("- Lưu: VT.   PHÓ CHỦ TỊCH\n\n                Mạc Văn Tuyên", "Mạc Văn Tuyên", "Phó Chủ tịch"),
    ],
)
def test_it_finds_name_and_title(text, name, title):
    assert people(text) == [(name, title)]


def test_it_reads_a_list_of_people_each_with_a_title():
    text = (
        "Chủ trì có các đồng chí Lâm Đình Thao, Bí thư Quận ủy; Cao Văn Mạnh, Phó Bí thư Thường trực Quận ủy;"
        " Trần Văn Bình, Phó Bí thư, Chủ tịch Ủy ban nhân dân quận."
    )
    assert people(text) == [
        ("Lâm Đình Thao", "Bí thư Quận ủy"),
        ("Cao Văn Mạnh", "Phó Bí thư Thường trực Quận ủy"),
        ("Trần Văn Bình", "Phó Bí thư, Chủ tịch Ủy ban nhân dân quận"),
    ]


def test_people_who_share_a_title_are_all_found():
    text = "Dự có các đồng chí Phó Chủ tịch UBND xã: Cầm Thị Inh, Đinh Công Sỹ và Hà Thị Duyên."
    assert [name for name, _ in people(text)] == ["Cầm Thị Inh", "Đinh Công Sỹ", "Hà Thị Duyên"]


def test_a_person_is_found_once_with_the_fullest_title():
    text = (
        "Chủ tịch Nguyễn Thị Lan dự họp.\nĐồng chí Nguyễn Thị Lan, Phó Bí thư Quận ủy, Chủ tịch HĐND quận kết luận."
        "\nPhó Bí thư Nguyễn Thị Lan cảm ơn."
    )
    assert people(text) == [("Nguyễn Thị Lan", "Phó Bí thư Quận ủy, Chủ tịch HĐND quận")]


def test_the_title_stays_with_the_one_before_it_when_the_next_has_his_own():
    text = "kỷ luật ông Mai Hồng Chung, Phó Trưởng ban Quản lý rừng, ông Lê Tiến Hà, (Trưởng ban)"
    assert [name for name, _ in people(text)] == ["Mai Hồng Chung", "Lê Tiến Hà"]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND quận Bình Thạnh tham dự.",
        "Chủ tịch UBND TP Hồ Chí Minh chỉ đạo các sở.",
        "Bí thư Đoàn Thanh niên phường phát động phong trào.",
        "học tập tư tưởng, đạo đức Chủ tịch Hồ Chí Minh",
        "Bài và ảnh: Nguyễn Văn Sáng",
        "Anh Trần Văn Bảy, ngụ phường 3, cho biết đường đã thông.",
        "Tăng trưởng kinh tế đạt 8%; trưởng thành từ cơ sở",
        "Giám đốc Sở Tài chính báo cáo, Trưởng phòng Nội vụ trình bày",
        "đường Nguyễn Thị Thập, trường THCS Mạch Kiếm Hùng",
        "Chủ tịch UBND xã Thái Hòa",
        "Chủ tịch UBND phường Võ Thị Sáu cho biết",
        "Bí thư Huyện ủy Trần Văn Thời yêu cầu",
    ],
)
def test_it_passes_by_offices_places_and_private_people(text):
    assert people(text) == []


def test_spans_hold_name_and_title():
    text = "Dự họp có ông Lê Quốc An, Trưởng phòng Nội vụ."
    (person,) = find_people(scan(text))
    assert text[person.span.start : person.span.end] == "Lê Quốc An, Trưởng phòng Nội vụ"


@given(st.text(alphabet="Chủ tịch UBND xã Nguyễn Văn A'H-,.:;()“”\n", max_size=160))
def test_any_text_is_read_and_what_is_found_stands_in_it(text):
    for person in find_people(scan(text)):
        assert " ".join(person.name.split()) in " ".join(text.split())


@given(
    st.sampled_from(["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ"]),
    st.sampled_from(["Văn", "Thị", "Hữu", "Ngọc"]),
    st.sampled_from(["An", "Bình", "Dũng", "Hương", "Tuyết", "Vượng"]),
    st.sampled_from(["Bí thư Quận ủy", "Chủ tịch UBND xã", "Giám đốc Sở Y tế", "Trưởng Công an phường"]),
)
def test_any_usual_name_is_found_before_and_behind_its_title(family, middle, given_name, title):
    name = f"{family} {middle} {given_name}"
    assert people(f"Tới dự có {title} {name}.") == [(name, title)]
    assert people(f"Tới dự có ông {name}, {title}.") == [(name, title)]
