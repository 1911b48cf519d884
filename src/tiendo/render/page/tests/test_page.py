# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import lxml.html
import pytest

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Table
from tiendo.kernel.findings import DocumentFacts, Kind, Measurement, Reading, Span
from tiendo.kernel.problem import Problem, Severity
from tiendo.render.data import Checked, Unread
from tiendo.render.lang import Lang
from tiendo.render.page import write_page
from tiendo.render.tests.factories import TEXT, quantity, report

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'`${x}<!--\u2028&amp;"


def html_of(*outcomes, lang=Lang.VI, **options):
    return "".join(write_page(outcomes, lang, **options))


def page(*outcomes, **options):
    return lxml.html.document_fromstring(html_of(*outcomes, **options))


def words(element):
    return " ".join(element.text_content().split())


def hostile():
    """A document in which every string that can come from outside tries to break out."""
    text = f"{HOSTILE}\n{HOSTILE} 5%"
    first, second = Span(0, len(HOSTILE)), Span(len(HOSTILE) + 1, len(text))
    blocks = (Block(first.start, first.end, BlockKind.HEADING), Block(second.start, second.end))
    table = Table(0, ((Cell(HOSTILE, (0, 0)),),), len(text), sheet=HOSTILE)
    document = Document(f"{HOSTILE}.txt", "txt", text, blocks, (table,), notes=(HOSTILE,))
    found = Measurement(
        quantity("5", HOSTILE),
        HOSTILE,
        HOSTILE,
        Kind.ACTUAL,
        second,
        comparison=f"baseline:{HOSTILE}",
        period=HOSTILE,
        period_quote=HOSTILE,
        indicator=HOSTILE,
        rules=(HOSTILE,),
    )
    facts = DocumentFacts(number=HOSTILE, issuer=HOSTILE, title=HOSTILE, period=HOSTILE)
    problem = Problem(HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, HOSTILE, second)
    return Checked(Reading(document, facts, (found,)), (problem,), (), (first, second))


@pytest.mark.parametrize("outcomes", [(hostile(),), (hostile(), Unread(HOSTILE, HOSTILE, HOSTILE))])
def test_nothing_in_a_document_becomes_markup(outcomes):
    html = page(*outcomes, explain=True)
    assert len(list(html.iter("script"))) == 2
    assert not list(html.iter("img"))
    for element in html.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
    assert HOSTILE.replace("\u2028", " ") in " ".join(html.text_content().split("\u2028"))


def test_the_page_asks_nothing_of_any_other_place():
    html = html_of(report(), hostile(), Unread("a", "b", "c"))
    visible = re.sub(r"url\(data:[^)]*\)", "", html)
    assert not re.search(r"url\((?!data:)|@import|src\s*=\s*[\"']?https?:", visible)
    root = lxml.html.document_fromstring(html)
    assert not [e for e in root.iter("link", "iframe", "object", "embed", "form")]
    for element in root.iter("a", "use"):
        assert element.get("href").startswith("#")


def test_the_policy_names_exactly_the_styles_and_the_script_of_the_page():
    html = page(report())
    policy = html.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for name in ("style", "script"):
        named = set(re.findall(r"'sha256-([^']+)'", policy.partition(f"{name}-src ")[2].partition(";")[0]))
        texts = [element.text_content() for element in html.iter(name)]
        assert named == {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    assert "default-src 'none'" in policy
    assert not html.xpath("//*[@style]")


@pytest.mark.parametrize("outcomes", [(report(),), (report(), report("b.txt"), Unread("c", "d", "e"))])
def test_every_name_is_used_once_and_every_link_leads_somewhere(outcomes):
    html = page(*outcomes)
    names = html.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in html.xpath("//@href")} <= set(names)
    assert {name for names in html.xpath("//@aria-labelledby") for name in names.split()} <= set(names)


def test_the_text_stands_there_word_by_word():
    (sheet,) = page(report()).xpath("//article[starts-with(@class, 'sheet')]")
    for number in sheet.xpath(".//sup"):
        number.drop_tree()
    blocks = [words(element) for element in sheet.xpath(".//h2 | .//p")]
    assert blocks == TEXT.split("\n")


def test_each_finding_is_marked_in_the_text_and_listed_at_the_right():
    html = page(report())
    marked = {int(n) for n in html.xpath("//section[@class='doc']//@data-f")}
    listed = [int(n) for n in html.xpath("//ol[@class='finds']/li/@data-n")]
    assert marked == set(listed) == set(range(1, len(listed) + 1))
    assert listed == sorted(listed)


def test_the_filters_count_what_they_show():
    html = page(report())
    counts = {button.get("data-only"): int(words(button).split()[-1]) for button in html.xpath("//button[@data-only]")}
    kinds = html.xpath("//ol[@class='finds']/li/@data-k")
    assert counts.pop("") == len(kinds)
    assert counts.pop("flagged") == len(html.xpath("//ol[@class='finds']/li[@data-bad]"))
    assert counts == {kind: kinds.count(kind) for kind in set(kinds)}


def test_problems_come_worst_first_as_arithmetic_with_their_place():
    cards = page(report()).xpath("//article[starts-with(@class, 'problem')]")
    assert [card.get("class").split()[1] for card in cards] == ["error", "suspicious", "notice"]
    assert "26,7/100 = 26,7 %" in words(cards[0]).replace("\u00a0", " ")
    assert cards[0].xpath(".//a[@class='go']/text()") == ["dòng 2"]
    assert len(cards[2].xpath(".//div[@class='sq']/i")) == 15


def test_the_place_of_a_problem_and_what_takes_part_are_marked():
    html = page(report())
    assert words(html.get_element_by_id("d1v1")).endswith("27,6%")
    assert [words(e).endswith("100 tỷ đồng") for e in html.xpath("//*[@class='r' and @data-v='1']")] == [True]


def test_a_document_without_problems_says_how_many_claims_hold():
    html = page(replace(report(), problems=()))
    assert "Không thấy vấn đề. 1/2 phép tính khớp." in words(html)


def test_an_empty_document_is_still_a_page():
    empty = Checked(Reading(Document("a.txt", "txt", "", ()), DocumentFacts()))
    assert "Không tìm thấy số liệu nào." in words(page(empty))


def test_of_several_documents_there_is_a_list_worst_first():
    fine = replace(report("tot.txt"), problems=())
    html = page(fine, report("thu/loi.txt"), Unread("hong.docx", "Tệp hỏng.", "Damaged."))
    rows = [words(row) for row in html.xpath("//table[@class='tbl']/tbody/tr")]
    assert ["Tệp hỏng." in rows[0], "1 lỗi" in rows[1], "không có" in rows[2]] == [True] * 3
    assert html.xpath("//tbody//a/@href") == ["#d2", "#d1"]


def test_folders_that_all_share_are_left_out_of_the_names():
    html = page(report("/a/b/c/one.txt"), report("/a/b/d/two.txt"))
    assert [words(e).split(" · ")[0] for e in html.xpath("//th/span[@class='meta']")] == ["c/one.txt", "d/two.txt"]


def test_a_letterhead_stands_in_two_columns_and_a_page_number_where_a_page_begins():
    left, right, body = "ỦY BAN NHÂN DÂN", "Độc lập - Tự do - Hạnh phúc", "Nội dung báo cáo. " * 9
    text = "\n".join((left, right, body))
    blocks = (
        Block(0, len(left), table=0, page=1),
        Block(len(left) + 1, len(left) + 1 + len(right), table=0, page=1),
        Block(len(left) + len(right) + 2, len(text), page=2),
    )
    frame = Table(0, ((Cell(left, (0, 0)), Cell(right, (0, 1))),), 0, is_layout=True)
    html = page(Checked(Reading(Document("a.pdf", "pdf", text, blocks, (frame,)), DocumentFacts())))
    assert [words(column) for column in html.xpath("//div[@class='top']/div")] == [left, right]
    assert html.xpath("//p[@class='strong rule']")[0].text_content() == right
    assert [words(mark) for mark in html.xpath("//p[@class='pg']")] == ["Trang 2"]


def test_titles_in_capitals_and_drawn_lines_are_shown_as_such():
    text = "PHỤ LỤC\n_______\nI. KẾT QUẢ\nThu ngân sách."
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    facts = DocumentFacts(title="Kết quả 9 tháng ______")
    html = page(Checked(Reading(Document("a.docx", "docx", text, tuple(blocks)), facts)))
    names = [element.get("class") for element in html.xpath("//article[starts-with(@class, 'sheet')]//p")]
    assert names == ["caps", "line", "head", None]
    assert words(html.xpath("//h1")[0]) == "Kết quả 9 tháng"


def test_the_page_speaks_english_but_the_document_stays_vietnamese():
    html = page(report(), lang=Lang.EN)
    assert html.get("lang") == "en"
    assert html.xpath("//article[starts-with(@class, 'sheet')]/@lang") == ["vi"]
    assert "26.7/100 = 26.7%" in words(html)
    assert not re.search("Vấn đề|Phát hiện|Lỗi|Lọc", re.sub("Tiến Độ", "", words(html)))


def test_rules_are_named_only_when_asked_for():
    assert "number, unit" not in words(page(report()))
    assert "number, unit" in words(page(report(), explain=True))


def test_the_same_findings_give_the_same_page():
    assert html_of(report()) == html_of(report())


def test_the_notice_that_the_fonts_ask_for_is_in_the_page():
    assert "SIL Open Font License 1.1" in html_of(report())
