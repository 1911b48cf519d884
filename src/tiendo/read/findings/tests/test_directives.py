# SPDX-License-Identifier: Apache-2.0
"""Orders and what is none, on speeches and documents written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.engine.scan import scan
from tiendo.read.findings.directives import find_directives
from tiendo.read.findings.facts import find_facts

NEWS = DocumentFacts(kind="news", locality="Quận 15", dated_on=date(2024, 10, 16))


def orders(text, facts=NEWS):
    return find_directives(scan(text), facts)


def quotes(text, facts=NEWS):
    return [d.quote for d in orders(text, facts)]


@pytest.mark.parametrize(
    ("text", "issuer", "addressee"),
    [
        ("Đồng chí Trần Thị Mơ đề nghị Quận 15 tập trung chuyển đổi số.", "Trần Thị Mơ", "Quận 15"),
        ("Bí thư Quận ủy Lâm Đình Thao yêu cầu các cấp ủy đẩy nhanh tiến độ.", "Lâm Đình Thao", "các cấp ủy"),
        ("Chủ tịch UBND xã Lò Văn Hặc giao Phòng Kinh tế theo dõi.", "Lò Văn Hặc", "Phòng Kinh tế"),
        ("UBND quận yêu cầu các phòng, ban báo cáo trước ngày 20/11.", "UBND quận", "các phòng, ban"),
        ("Ông Ngô Văn Tấn lưu ý các phường không chủ quan.", "Ngô Văn Tấn", "các phường"),
        ("Bà Vũ Thị Sen nhấn mạnh, quận phải hoàn thành chỉ tiêu.", "Vũ Thị Sen", "quận"),
        ("Theo đồng chí Trần Thị Mơ, Quận ủy cần rà soát lại chỉ tiêu.", "Trần Thị Mơ", "Quận ủy"),
        ("“Quận cần chủ động hơn nữa” – đồng chí Trần Thị Mơ nhấn mạnh.", "Trần Thị Mơ", "Quận"),
        ("Phó Chủ tịch UBND tỉnh Tạ Hữu Phúc chỉ đạo Sở Y tế bố trí nhân lực.", "Tạ Hữu Phúc", "Sở Y tế"),
        ("Bộ Y tế đề nghị UBND các tỉnh tăng cường giám sát.", "Bộ Y tế", "UBND các tỉnh"),
        ("Phó thủ tướng Tạ Hữu Phúc yêu cầu Lương Hà tiếp tục rà soát.", "Tạ Hữu Phúc", "Lương Hà"),
        (
            "UBND thành phố vừa có văn bản yêu cầu các sở, ngành tăng cường phòng cháy.",
            "UBND thành phố",
            "các sở, ngành",
        ),
        (
            "UBND tỉnh vừa ban hành Công văn số 123/UBND-KT yêu cầu các địa phương rà soát.",
            "UBND tỉnh",
            "các địa phương",
        ),
        ("Thường trực Quận ủy giao Ban Tổ chức tham mưu kế hoạch.", "Thường trực Quận ủy", "Ban Tổ chức"),
        ("Bí thư Huyện ủy đề nghị xã cần quan tâm công tác giảm nghèo.", "Bí thư Huyện ủy", "xã"),
        ("Lãnh đạo UBND phường yêu cầu Công an phường tuần tra.", "Lãnh đạo UBND phường", "Công an phường"),
        ("Ông Ngô Văn Tấn quán triệt các đơn vị không được chủ quan.", "Ngô Văn Tấn", "các đơn vị"),
        ("Bà Vũ Thị Sen đề nghị thời gian tới, Ban Thường vụ tập trung lãnh đạo.", "Vũ Thị Sen", "Ban Thường vụ"),
        ("Bà Vũ Thị Sen yêu cầu từ nay đến cuối năm, các xã đẩy nhanh giải ngân.", "Vũ Thị Sen", "các xã"),
        (
            "Qua thảo luận tại phiên họp đồng chí Chủ tịch UBND xã đã thống nhất, chỉ đạo các đơn vị rà soát hộ nghèo.",
            "Chủ tịch UBND xã",
            "các đơn vị",
        ),
        ("Bà Vũ Thị Sen đã thống nhất, chỉ đạo các chuyên môn chủ động rà soát.", "Vũ Thị Sen", "các chuyên môn"),
        ("Ông Ngô Văn Tấn yêu cầu thị xã Hồng Phong rà soát lại.", "Ngô Văn Tấn", "thị xã Hồng Phong"),
        ("Ông Ngô Văn Tấn yêu cầu thị trấn khẩn trương thu nợ.", "Ngô Văn Tấn", "thị trấn"),
        ("Bà Vũ Thị Sen yêu cầu trong tháng 11, các xã hoàn thành chi trả.", "Vũ Thị Sen", "các xã"),
        ("Ông Ngô Văn Tấn chỉ đạo: “Các đơn vị phải hoàn thành trước ngày 30/11”.", "Ngô Văn Tấn", "Các đơn vị"),
        ("Đề nghị UBND các phường khẩn trương báo cáo kết quả trước ngày 15/11.", None, "UBND các phường"),
        ("UBND tỉnh chỉ đạo các địa phương rà soát trước ngày 15/11.", "UBND tỉnh", "các địa phương"),
        ("2. Giao cho Ủy ban nhân dân tỉnh quyết định phân bổ cụ thể.", None, "Ủy ban nhân dân tỉnh"),
    ],
)
def test_it_finds_who_orders_whom(text, issuer, addressee):
    (order,) = orders(text)
    assert (order.quote, order.issuer, order.addressee) == (text, issuer, addressee)


@pytest.mark.parametrize(
    "text",
    [
        "Cử tri đề nghị thành phố sớm sửa đường.",
        "UBND quận đề nghị UBND thành phố bố trí vốn.",
        "Quận kiến nghị thành phố cho phép điều chỉnh quy hoạch.",
        "Kết quả đáp ứng yêu cầu đề ra; hồ sơ đề nghị khen thưởng đã gửi.",
        "Thu ngân sách đạt 105% chỉ tiêu thành phố giao.",
        "UBND tỉnh đã giao Công an tỉnh điều tra, xử lý.",
        "Đảng bộ tập trung lãnh đạo, chỉ đạo thực hiện tốt nhiệm vụ.",
        "Trong năm 2025, quận tiếp tục đẩy nhanh các dự án.",
        "Đồng chí Trần Thị Mơ ghi nhận, biểu dương kết quả của quận.",
        "Ông Lê Quốc An cho biết quận cần thêm 3 tỷ đồng.",
        "Giao thông thông suốt; hội nghị giao ban quý III.",
        "Đến nay, tỷ lệ giải ngân đạt 61,1% kế hoạch được giao.",
        "Sở Y tế TP Cần Thơ báo cáo tình hình.",
        "Thành phố giao quận chỉ tiêu thu ngân sách 5.208 tỷ đồng.",
        "Các hộ dân yêu cầu được bồi thường thỏa đáng.",
        "Doanh nghiệp đề nghị cơ quan chức năng sớm giải quyết.",
        "Đại biểu Trần Văn Sáu đề nghị UBND thành phố có giải pháp chống ngập.",
        "Quận ủy đã ban hành nhiều văn bản chỉ đạo công tác phòng chống dịch.",
        "UBND quận thường xuyên chỉ đạo các phường kiểm tra.",
        "UBND các phường đã yêu cầu 35 hộ tháo dỡ công trình vi phạm.",
        "Công tác cải cách hành chính cần được quan tâm hơn nữa.",
        "Ông Lê Quốc An cảnh báo nguy cơ không hoàn thành chỉ tiêu nếu chậm giải ngân.",
        "Chính quyền địa phương kêu gọi người dân không xả rác.",
        "Kinh phí do ngân sách quận giao 2 tỷ đồng.",
        "Theo báo cáo tại hội nghị, năm 2018 Huyện ủy Lương Hà chỉ đạo các tổ chức đảng tiếp tục sắp xếp bộ máy.",
        "Trong 9 tháng, UBND huyện chỉ đạo các ngành tăng cường kiểm tra.",
        "Trong năm, Đảng ủy xã chỉ đạo các chi bộ tổ chức sinh hoạt chuyên đề.",
        "Bên cạnh đó, huyện chỉ đạo các địa phương chuyển đổi 300 ha đất lúa sang cây ăn quả.",
        "Công an huyện yêu cầu 12 cơ sở ký cam kết.",
        "Phòng Tài nguyên và Môi trường yêu cầu bổ sung 3 hồ sơ.",
        "Hội nghị yêu cầu các đại biểu thảo luận, đóng góp ý kiến.",
        "Kế hoạch yêu cầu đạt 95% tỷ lệ bao phủ bảo hiểm y tế.",
        "Đề nghị UBND thành phố quan tâm bố trí vốn.",
        "Những năm qua, Huyện ủy Lương Hà chỉ đạo các xã triển khai đề án.",
    ],
)
def test_it_passes_by_petitions_praise_nouns_and_reports(text):
    assert quotes(text) == []


SPEECH = """Đồng chí Trần Thị Mơ phát biểu tại hội nghị.
Kết luận hội nghị, Phó Bí thư Thành ủy Trần Thị Mơ đánh giá cao kết quả. Đồng chí đề nghị Quận 15 rà soát chỉ tiêu.
Bên cạnh đó, chăm lo người nghèo dịp Tết. Đặc biệt chú trọng phòng cháy.
Quang cảnh hội nghị.
Đồng thời, các phường phải giữ vững an ninh.
Dịp này, quận trao bằng khen cho 5 tập thể. Tiếp tục phát huy truyền thống quê hương.
"""


def test_sentences_that_carry_a_speech_on_inherit_issuer_and_addressee():
    found = [(d.quote, d.issuer, d.addressee) for d in orders(SPEECH)]
    assert found == [
        ("Đồng chí đề nghị Quận 15 rà soát chỉ tiêu.", "Trần Thị Mơ", "Quận 15"),
        ("Bên cạnh đó, chăm lo người nghèo dịp Tết.", "Trần Thị Mơ", "Quận 15"),
        ("Đặc biệt chú trọng phòng cháy.", "Trần Thị Mơ", "Quận 15"),
        ("Đồng thời, các phường phải giữ vững an ninh.", "Trần Thị Mơ", "các phường"),
    ]


def test_what_is_to_be_minded_carries_a_speech_on():
    text = (
        "Đồng chí Trần Thị Mơ yêu cầu các phường rà soát. Đặc biệt lưu ý và có giải pháp về giải ngân vốn công,"
        " thu thuế. Đồng thời, tập trung chuyển đổi số."
    )
    assert [d.addressee for d in orders(text)] == ["các phường"] * 3


def test_a_body_told_to_act_in_a_case_to_come_is_ordered():
    text = (
        "3. Giao cho Ủy ban nhân dân tỉnh phân bổ kinh phí.\nTrong quá trình thực hiện, nếu có phát sinh, Ủy ban nhân"
        " dân tỉnh thống nhất với Thường trực Hội đồng nhân dân tỉnh.\n"
    )
    assert [d.addressee for d in orders(text)] == ["Ủy ban nhân dân tỉnh"] * 2


def test_whoever_is_late_is_dealt_with():
    text = (
        "Đồng chí Trần Thị Mơ yêu cầu các chủ đầu tư đẩy nhanh giải ngân. Nhà thầu nào chậm quá 30 ngày thì kiên quyết"
        " chấm dứt hợp đồng. Dự kiến cả năm giải ngân 95%, số vốn phải chuyển sang năm sau là 12 tỷ đồng."
    )
    assert [quote[:12] for quote in quotes(text)] == ["Đồng chí Trầ", "Nhà thầu nào"]


def test_an_order_that_a_page_has_broken_into_lines_is_one():
    text = (
        "Kết luận buổi làm việc, Chủ tịch UBND xã Lò Văn Hặc yêu cầu Phòng Kinh tế khẩn trương hoàn thành hồ sơ giải"
        " ngân của các công trình\nđã nghiệm thu, báo cáo kết quả trước ngày 30/10."
    )
    (order,) = orders(text)
    assert (order.quote, order.addressee, order.deadline) == (text, "Phòng Kinh tế", "trước ngày 30/10")


def test_blame_is_no_order():
    order = "Chủ tịch UBND quận Lò Văn Hặc yêu cầu các phường rà soát."
    blame = "Chủ tịch UBND quận cũng nghiêm khắc phê bình một số phường chưa chủ động phối hợp thu thuế."
    assert quotes(f"{order} {blame}") == [order]


def test_another_speaker_ends_a_speech():
    text = (
        "Đồng chí Trần Thị Mơ yêu cầu quận rà soát. Ông Lê Quốc An cho biết quận có 10 dự án."
        " Tiếp tục khởi công trong tháng 12."
    )
    assert quotes(text) == ["Đồng chí Trần Thị Mơ yêu cầu quận rà soát."]


def test_a_quotation_is_an_order_of_the_one_it_is_said_to_be_of():
    text = (
        "“Xã, phường phải giao ban thường xuyên. Chủ tịch UBND phải báo cáo Bí thư” - đó là chỉ đạo của Bí thư Tỉnh ủy"
        " Hồ Quốc Đạt tại hội nghị."
    )
    assert [(d.issuer, d.addressee) for d in orders(text)] == [
        ("Hồ Quốc Đạt", "Xã, phường"),
        ("Hồ Quốc Đạt", "Chủ tịch UBND"),
    ]


def test_an_office_without_a_name_is_not_the_last_speaker_when_it_is_another_office():
    text = "Giám đốc Sở Y tế Trần Hồng Chính yêu cầu các bệnh viện rà soát. Thủ tướng yêu cầu các bộ xem xét."
    assert [d.issuer for d in orders(text)] == ["Trần Hồng Chính", "Thủ tướng"]


def test_a_given_name_means_the_last_known_person_of_that_name():
    text = (
        "Bí thư Thành ủy Phan Văn Mạnh yêu cầu huyện rà soát. Chủ tịch UBND huyện Đào Đức Phú cho biết huyện đã làm."
        " “Phải làm rõ trách nhiệm”, ông Mạnh nói. Theo Bí thư Thành ủy, huyện cần kiểm tra lại."
    )
    assert [d.issuer for d in orders(text)] == ["Phan Văn Mạnh"] * 3


def test_a_petition_that_goes_on_is_no_order():
    text = "Huyện đề nghị tỉnh hỗ trợ thu hút đầu tư. Đề nghị UBND tỉnh chỉ đạo Sở Xây dựng mở rộng đường."
    assert quotes(text, DocumentFacts(kind="news", locality="Huyện Thanh Lãng")) == []


def test_items_of_one_sentence_come_apart():
    text = (
        "Chủ tịch UBND xã Lò Văn Hặc yêu cầu: (1) Phòng Kinh tế rà soát trước 30/9; (2) Công an xã tuần tra;"
        " (3) các thôn vận động Nhân dân."
    )
    assert [(d.addressee, d.deadline) for d in orders(text)] == [
        ("Phòng Kinh tế", "trước 30/9"),
        ("Công an xã", None),
        ("các thôn", None),
    ]


def test_a_sentence_behind_an_ellipsis_begins_anew():
    text = "Ông Ngô Văn Tấn cho rằng còn nhiều cách làm… Do đó, ông Ngô Văn Tấn yêu cầu các sở rà soát biên chế."
    assert quotes(text) == ["Do đó, ông Ngô Văn Tấn yêu cầu các sở rà soát biên chế."]


NOTICE = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG MƯỜNG
Số: 112/TB-UBND
Đồng Mường, ngày 12 tháng 11 năm 2025
THÔNG BÁO
Kết luận của Chủ tịch UBND xã
1. Kết quả
Các phòng đã bám sát kế hoạch; thu ngân sách đạt 3,2 tỷ đồng.
2. Nhiệm vụ thời gian tới
a) Phòng Kinh tế
- Chủ trì rà soát cây vụ đông, báo cáo trước ngày 20/11/2025.
- Đôn đốc các nhà thầu.
b) Văn phòng tham mưu lịch tiếp công dân.
c) Giao Công an xã tuần tra dịp cuối năm.
Điều 3. Yêu cầu Trưởng các phòng nghiêm túc triển khai thực hiện Thông báo này.
Nơi nhận:
- Các phòng, đơn vị tổ chức thực hiện;
"""


def test_items_of_a_document_are_orders_to_those_they_name():
    text_scan = scan(NOTICE)
    found = [(d.quote, d.addressee) for d in find_directives(text_scan, find_facts(text_scan))]
    assert found == [
        ("- Chủ trì rà soát cây vụ đông, báo cáo trước ngày 20/11/2025.", "Phòng Kinh tế"),
        ("- Đôn đốc các nhà thầu.", "Phòng Kinh tế"),
        ("b) Văn phòng tham mưu lịch tiếp công dân.", "Văn phòng"),
        ("c) Giao Công an xã tuần tra dịp cuối năm.", "Công an xã"),
        ("Yêu cầu Trưởng các phòng nghiêm túc triển khai thực hiện Thông báo này.", "Trưởng các phòng"),
    ]


REPORT = """ỦY BAN NHÂN DÂN
QUẬN 15
Số: 214/BC-UBND
Quận 15, ngày 05 tháng 10 năm 2020
BÁO CÁO
Kết quả 9 tháng đầu năm 2020
I. KẾT QUẢ
UBND quận chỉ đạo Chi cục Thuế rà soát nợ đọng. Phòng Quản lý đô thị tham mưu UBND quận giao các phường kiểm tra.
- Chỉ đạo các trường tổ chức khai giảng an toàn.
- Yêu cầu các nhà thầu ký cam kết tiến độ; đã xử phạt 3 nhà thầu.
Các trường cần thêm 34 giáo viên.
II. NHIỆM VỤ QUÝ IV
1. Tập trung thu ngân sách.
2. Phòng Tài chính - Kế hoạch chủ trì khai thác nguồn thu trước ngày 31/12/2020.
3. Yêu cầu Ủy ban nhân dân 13 phường:
a) Tăng cường kiểm tra trật tự xây dựng.
b) Hoàn thành kiểm đếm trong tháng 10/2020.
4. Tiếp tục chuẩn bị sắp xếp đơn vị hành chính.
"""


def test_a_report_orders_in_its_tasks_and_tells_in_its_results():
    text_scan = scan(REPORT)
    found = [(d.quote[:24], d.addressee) for d in find_directives(text_scan, find_facts(text_scan))]
    assert found == [
        ("2. Phòng Tài chính - Kế ", "Phòng Tài chính - Kế hoạch"),
        ("a) Tăng cường kiểm tra t", "Ủy ban nhân dân 13 phường"),
        ("b) Hoàn thành kiểm đếm t", "Ủy ban nhân dân 13 phường"),
    ]


def test_items_said_one_by_one_behind_a_head_are_orders():
    text = (
        "Đồng chí Trần Thị Mơ yêu cầu Quận 15 thực hiện các nhiệm vụ sau:\nMột là, rà soát các chỉ tiêu."
        "\nHai là, đẩy nhanh giải ngân vốn đầu tư công."
    )
    assert quotes(text) == ["Một là, rà soát các chỉ tiêu.", "Hai là, đẩy nhanh giải ngân vốn đầu tư công."]


def test_proposals_at_the_end_of_a_report_are_no_orders():
    facts = DocumentFacts(kind="report", locality="Quận 15")
    text = "IV. KIẾN NGHỊ, ĐỀ XUẤT\n1. Đề nghị UBND quận chỉ đạo các phường vận động hộ dân bàn giao mặt bằng.\n"
    assert quotes(text, facts) == []


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("trước ngày 30/10/2024", date(2024, 10, 30)),
        ("trước 15/11", date(2024, 11, 15)),
        ("chậm nhất ngày 28-2-2025", date(2025, 2, 28)),
        ("chậm nhất ngày 15 tháng 01", date(2025, 1, 15)),
        ("trong tháng 11", date(2024, 11, 30)),
        ("trong tháng 2/2025", date(2025, 2, 28)),
        ("trong quý IV", date(2024, 12, 31)),
        ("đến hết quý I năm 2025", date(2025, 3, 31)),
        ("trước ngày 25 hằng tháng", None),
        ("đến cuối năm", date(2024, 12, 31)),
        ("trong hai năm còn lại", None),
    ],
)
def test_deadlines_are_words_of_the_text_and_days_where_it_tells(words, on):
    (order,) = orders(f"Chủ tịch UBND quận yêu cầu Phòng Kinh tế hoàn thành báo cáo {words}.")
    assert (order.deadline, order.deadline_on) == (words, on)


def test_a_day_of_an_act_is_no_deadline():
    (order,) = orders("UBND quận yêu cầu các phường thực hiện Kế hoạch số 35/KH-UBND ngày 12/01/2024.")
    assert (order.deadline, order.deadline_on) == (None, None)


def test_without_the_day_of_the_document_no_year_is_guessed():
    (order,) = orders("UBND quận yêu cầu các phường báo cáo trước ngày 15/11.", DocumentFacts(kind="news"))
    assert (order.deadline, order.deadline_on) == ("trước ngày 15/11", None)


@given(st.text(alphabet="giao yêu cầu đề nghị UBND các phường phải.,;:“”\n-1)…", max_size=200))
def test_any_text_is_read_and_spans_are_its_own(text):
    for order in orders(text):
        assert text[order.span.start : order.span.end] == order.quote


CONCLUDED = """Huyện ủy vừa có thông báo kết luận của đồng chí Trần Thị Mơ, Bí thư Huyện ủy, tại buổi làm việc.
Sau khi nghe Chi cục Thuế báo cáo, đồng chí Bí thư Huyện ủy kết luận, về thu ngân sách: Tiếp tục rà soát.

Song song tháo gỡ khó khăn cho các chủ đầu tư, khai thác các nguồn thu còn dư địa.
Liên quan đến nhiệm vụ trên, Phòng Tài chính tổng hợp kết quả trước ngày 30/11.
"""


def test_what_a_meeting_is_concluded_with_is_ordered_by_whoever_concluded():
    assert [(d.quote[:12], d.issuer, d.addressee) for d in orders(CONCLUDED)] == [
        ("Sau khi nghe", "Trần Thị Mơ", None),
        ("Song song th", "Trần Thị Mơ", None),
        ("Liên quan đế", "Trần Thị Mơ", "Phòng Tài chính"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Trần Thị Mơ kết luận, quận đã hoàn thành 15 chỉ tiêu.",
        "Thanh tra huyện kết luận: Tăng cường kiểm tra đã giúp giảm vi phạm.",
        "Theo kết luận của đồng chí Trần Thị Mơ, huyện có 3 dự án chậm.",
        "Kết luận, kiểm tra 12 chi bộ cho thấy nền nếp được giữ vững.",
    ],
)
def test_what_a_conclusion_finds_is_no_order(text):
    assert orders(text) == []


TELEGRAM = """ỦY BAN NHÂN DÂN
TỈNH TÂN HÀ
Số: 12/CĐ-UBND
Tân Hà, ngày 05 tháng 9 năm 2024
CÔNG ĐIỆN
Về ứng phó mưa lũ
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Giám đốc Sở Nông nghiệp và Môi trường theo dõi mực nước các hồ.
2. Chủ tịch Ủy ban nhân dân các huyện tổ chức di dời dân trước ngày 07/9/2024.
3. Văn phòng tổng hợp, báo cáo kết quả hằng ngày.
"""


def test_items_of_a_telegram_share_who_orders_and_name_who_is_told():
    text_scan = scan(TELEGRAM)
    found = [(d.quote[:2], d.issuer, d.addressee) for d in find_directives(text_scan, find_facts(text_scan))]
    assert found == [
        ("1.", "Chủ tịch Ủy ban nhân dân tỉnh", "Giám đốc Sở Nông nghiệp và Môi trường"),
        ("2.", "Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân các huyện"),
        ("3.", "Chủ tịch Ủy ban nhân dân tỉnh", "Văn phòng"),
    ]
