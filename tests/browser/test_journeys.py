# SPDX-License-Identifier: Apache-2.0
"""Whole journeys in a real browser on the real server: from a file to a verdict and back to its sentence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.town import LOCKED, ROOT, SAMPLE_3, Paper, hand_in, run_jobs
from tiendo.server.audit.models import Event
from tiendo.server.documents.models import Document
from tiendo.server.figures.models import Observation
from tiendo.server.intake.models import Finding

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLES = ROOT.parent / "shared" / "eval" / "dev" / "texts"
NO_ARTICLES = (
    "không có ../shared nên bỏ qua hai bài báo, chỉ đi với tệp mẫu / no ../shared here: the sample's files only"
)
#: The same figures as the press printed them, in the articles themselves and in sentences of our own.
SOURCES = [
    pytest.param(
        (ARTICLES / "s2.txt", ARTICLES / "s4.txt"),
        id="articles",
        marks=pytest.mark.skipif(not (ARTICLES / "s2.txt").exists(), reason=NO_ARTICLES),
    ),
    pytest.param(
        (ROOT / "sample/quan-3-quy-1-2024.txt", ROOT / "sample/binh-tan-chin-thang-2023.txt"), id="sample-files"
    ),
]
BOARD_3, BOARD_TAN = "/board/{}/2024/", "/board/{}/2023/"


@pytest.fixture
def report(town):
    """A document of Quận 3, read and waiting on the desk."""
    return hand_in(town.third, town.officer, SAMPLE_3)


def papers_of(paths):
    """What decides a target in each of the two files."""
    third, tan = paths
    return (
        Paper(third, "Thu ngân sách nhà nước", "1.390,9", "1.390,9 tỷ đồng", "Đảm bảo tiến độ"),
        Paper(tan, "Kết nạp đảng viên", "217", "217 đảng viên", "Dự kiến hoàn thành"),
    )


# --- the walk ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paths", SOURCES)
def test_an_officer_drops_two_papers_and_sees_the_verdicts_move_and_the_sentence_of_a_number(town, walker, paths):
    officer = walker()
    officer.sign_in(town.officer)
    boards = (BOARD_3.format(town.third), BOARD_TAN.format(town.tan))
    papers = papers_of(paths)
    for paper, board in zip(papers, boards, strict=True):
        officer.go(board)
        expect(officer.row(paper.target)).to_contain_text("Chưa phân loại")
    desks = drop_and_read(officer, papers, (town.third, town.tan))
    for paper, board, desk in zip(papers, boards, desks, strict=True):
        officer.go(desk)
        officer.accept_surer_than("0.5")
        officer.go(board)
        expect(officer.row(paper.target)).to_contain_text(paper.status)
        follow_to_the_document(officer, paper)
    assert officer.page.faults == []


def drop_and_read(officer, papers, units):
    """Both files go in by the drop zone and are read by the queue; returns the addresses of their desks."""
    page = officer.go("/documents/")
    lines = [officer.drop_file(unit, paper.path) for paper, unit in zip(papers, units, strict=True)]
    for line in lines:
        expect(line.get_by_role("status")).to_have_text("Đang đọc")
    run_jobs()
    for line in lines:
        expect(line.get_by_role("status")).to_have_text("Đã đọc")
        expect(line).to_contain_text("phát hiện")
    links = [line.locator("a[href^='/intake/']") for line in lines]
    assert page.url.endswith("/documents/")
    return [link.get_attribute("href") for link in links]


def follow_to_the_document(officer, paper):
    """Enter on the number shows its sentence; the link there leads to the marked words in the document."""
    page = officer.page
    number = officer.row(paper.target).get_by_role("link", name=paper.figure, exact=True)
    number.focus()
    officer.press("Enter")
    expect(page.locator("#evidence mark")).to_have_text(paper.printed)
    page.locator("#evidence").get_by_role("link", name="Mở văn bản").click()
    expect(page.locator("#at").first).to_be_in_viewport()
    expect(page.locator("#at").first).to_contain_text(paper.figure)


def test_a_desk_is_worked_through_by_keyboard_alone(town, walker, report):
    officer = walker(town.officer)
    page = officer.go(f"/intake/{report}/")
    first = officer.at()
    officer.press("j")
    assert officer.at() == first + 1
    officer.press("k")
    assert officer.at() == first
    revenue = officer.find("1.390,9 tỷ đồng")
    budget = next(n for n in range(revenue, revenue + 9) if officer.finding(n).get_attribute("data-k") == "measurement")
    officer.jump(budget)
    officer.press("a")
    officer.expect_state(budget, "accepted")
    expect(page.locator(".finds > li.cur")).not_to_have_attribute("data-n", str(budget))
    officer.press("z")
    officer.expect_state(budget, "proposed")
    expect(officer.finding(budget)).to_have_class("cur")
    officer.press("x")
    officer.expect_state(budget, "rejected")
    officer.press("z")
    officer.expect_state(budget, "proposed")
    assert page.faults == []


def test_a_figure_is_completed_by_keyboard_and_moves_its_target(town, walker, report):
    officer = walker(town.officer)
    page = officer.go(f"/intake/{report}/")
    made = officer.find("534 doanh nghiệp")
    officer.jump(made)
    officer.press("e")
    choice = officer.finding(made).locator("[data-first]")
    expect(choice).to_be_focused()
    officer.press("Escape")
    expect(choice).to_have_count(0)
    officer.press("e")
    expect(choice).to_be_focused()
    page.keyboard.type("Doanh nghiệp thành lập mới")
    expect(choice).to_have_value("new_enterprises")
    period = officer.finding(made).locator("[name=period]")
    period.focus()
    officer.press("Control+a")
    page.keyboard.type("quý I năm 2024")
    officer.press("Enter")
    officer.expect_state(made, "edited")
    officer.go(BOARD_3.format(town.third))
    expect(officer.row("Doanh nghiệp thành lập mới")).to_contain_text("Đảm bảo tiến độ")


# --- who may and who may not ---------------------------------------------------------------------------------------


def post(page, address, **form):
    """Sends a form as a page of this session would, whether or not one has it; returns the status."""
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    token = cookies.get("csrftoken", "")
    sent = {"csrfmiddlewaretoken": token, **form}
    return page.request.post(address, form=sent, headers={"Referer": page.url, "X-CSRFToken": token}).status


def standing():
    """What an act would change."""
    decided = list(Finding.objects.order_by("pk").values_list("pk", "state", "row_version"))
    return decided, Observation.objects.count(), Document.objects.count(), Event.objects.count()


def test_a_reader_sees_the_board_and_no_act_and_posting_anyway_changes_nothing(town, walker, report):
    reader = walker(town.reader)
    page = reader.go(BOARD_3.format(town.third))
    expect(reader.row("Thu ngân sách nhà nước")).to_be_visible()
    page = reader.go(f"/intake/{report}/")
    assert page.locator(".finds form, [data-many], [data-act]").count() == 0
    page = reader.go("/documents/")
    assert page.locator("[data-drop]").count() == 0
    before = standing()
    finding = Finding.objects.filter(document_id=report, kind="measurement").first()
    decide = f"{reader.base}/intake/findings/{finding.pk}/decide/"
    assert post(page, decide, version=finding.row_version, choice="accept") == 404
    assert post(page, f"{reader.base}/intake/{report}/accept-all/", above="0.1") == 404
    assert post(page, f"{reader.base}/intake/{report}/finish/") == 404
    assert standing() == before


def test_an_outsider_sees_nothing_by_list_search_address_or_file(town, walker, report):
    stranger = walker(town.stranger)
    page = stranger.go("/documents/")
    expect(page.locator("table.docs")).to_have_count(0)
    page = stranger.go("/documents/search/?q=doanh+thu")
    expect(page.locator(".empty")).to_be_visible()
    assert page.locator(".hits a").count() == 0
    page = stranger.go("/intake/")
    expect(page.locator("table.docs")).to_have_count(0)
    finding = Finding.objects.filter(document_id=report).first()
    hidden = [
        BOARD_3.format(town.third),
        *(f"/documents/{report}/{part}" for part in ("", "file/", "state/")),
        f"/intake/{report}/",
        f"/intake/findings/{finding.pk}/",
        f"/figures/?unit={town.third}",
    ]
    assert {address: page.request.get(stranger.base + address).status for address in hidden} == dict.fromkeys(
        hidden, 404
    )


def test_nobody_is_sent_to_sign_in_and_back(town, walker, report):
    someone = walker()
    page = someone.go(f"/documents/{report}/")
    expect(page.get_by_label("Mật khẩu")).to_be_visible()
    assert "Doanh thu bán hàng" not in page.content()


def test_the_second_of_two_reviewers_is_told_what_the_first_decided(town, walker, report):
    first, second = walker(town.officer), walker(town.colleague)
    for one in (first, second):
        one.go(f"/intake/{report}/")
    number = first.find("1.390,9 tỷ đồng")
    for one in (first, second):
        one.jump(number)
    first.press("a")
    first.expect_state(number, "accepted")
    second.press("x")
    told = second.finding(number).get_by_role("alert")
    expect(told).to_contain_text("Phạm Thu Hà")
    assert Finding.objects.filter(document_id=report).exclude(state="proposed").values_list(
        "state", flat=True
    ).get() == ("accepted")
    told.get_by_text("Giữ như vậy").click()
    second.expect_state(number, "accepted")


# --- what is wrong is said -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("trong.docx", b"", "“trong.docx” rỗng"),
        ("chuong-trinh.exe", b"MZ\x90\0", "“chuong-trinh.exe”"),
        ("chuong-trinh.docx", b"MZ\x90\0" + bytes(range(256)) * 8, "là một chương trình"),
    ],
)
def test_a_wrong_file_gives_one_sentence_and_leaves_nothing(town, walker, name, data, said):
    officer = walker(town.officer)
    officer.go("/documents/")
    lines = officer.drop(town.third, [(name, data), (SAMPLE_3.name, SAMPLE_3.read_bytes())])
    alert = lines.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text(said)
    expect(lines.get_by_role("status")).to_have_count(1)
    assert list(Document.objects.values_list("original_name", flat=True)) == [SAMPLE_3.name]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nhieu.docx", b"\x01\x90\0" + bytes(range(256)) * 8, "hãy"),
        ("bao-cao-mat.pdf", LOCKED.read_bytes(), "mật khẩu"),
    ],
    ids=["noise named as a report", "a report with a password"],
)
def test_what_cannot_be_read_is_told_in_one_sentence_when_it_was_tried(town, walker, name, data, said):
    officer = walker(town.officer)
    page = officer.go("/documents/")
    line = officer.drop(town.third, [(name, data)])
    expect(line.get_by_role("status")).to_have_text("Đang đọc")
    run_jobs()
    expect(line.get_by_role("status")).to_have_text("Không đọc được")
    expect(line.locator(".why")).to_contain_text(said)
    sentence = line.locator(".why").inner_text()
    assert len(re.findall(r"[.!?](?:\s|$)", sentence)) == 1, "one sentence"
    officer.go(line.get_by_role("link").first.get_attribute("href"))
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert page.faults == []


def test_what_cannot_be_read_is_taken_out_and_a_better_file_comes(town, walker):
    officer = walker(town.officer)
    number = hand_in(town.third, town.officer, LOCKED)
    page = officer.go(f"/documents/{number}/")
    page.get_by_role("button", name="Gỡ tệp này").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã gỡ “locked.pdf”")
    assert not Document.objects.exists()
    expect(officer.drop_file(town.third, SAMPLE_3).get_by_role("status")).to_have_text("Đang đọc")
    assert page.faults == []


def test_a_unit_among_many_is_found_by_typing_it_without_marks(town, walker, expect_well):
    administrator = walker(town.administrator)
    page = administrator.go("/documents/")
    field = page.get_by_role("combobox", name="Đơn vị", exact=True)
    field.press_sequentially("quan 3")
    expect(page.locator(".found").get_by_role("option")).to_have_count(1)
    expect_well(page)
    administrator.press("Enter")
    expect(field).to_have_value("Quận 3 (770)")
    page.locator("[data-drop] input[type=file]").set_input_files(SAMPLE_3)
    expect(page.locator("[data-incoming] > li").get_by_role("status")).to_have_text("Đang đọc")
    assert Document.objects.get().unit_id == town.third


# --- the same pages in another language, another light, another width ----------------------------------------------


def test_the_language_is_switched_and_switched_back_where_one_stands(town, walker):
    reader = walker(town.reader)
    page = reader.go(BOARD_3.format(town.third))
    switch(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_contain_text("2024")
    assert page.url.endswith(BOARD_3.format(town.third))
    switch(page, "Tiếng Việt")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("h1")).to_contain_text("Chỉ tiêu năm 2024")


def switch(page, name):
    """A choice in the menu of theme and language."""
    page.locator("[popovertarget=view-menu]").click()
    page.locator("#view-menu").get_by_role("button", name=name).click()


def test_the_theme_is_switched_and_stays_on_the_next_page(town, walker):
    reader = walker(town.reader)
    page = reader.go(BOARD_3.format(town.third))
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    switch(page, "Tối")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page = reader.go("/documents/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
