# SPDX-License-Identifier: Apache-2.0
"""Components as html: what they say, what they leave out, what they escape."""

from __future__ import annotations

from decimal import Decimal

import lxml.html
import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import TemplateSyntaxError, engines
from django.utils import translation

from tiendo.server.support.charts import Chart, Fan, Series
from tiendo.server.support.data import Column
from tiendo.server.support.statuses import STATUSES, find_look, in_order
from tiendo.server.support.tests.gallery import make_request

D = Decimal
EVIL = '<b onclick="x">'


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


def draw(piece, path="/g", **context):
    """A piece of a template as an element."""
    template = engines["django"].from_string("{% load components panels formats %}<div>" + piece + "</div>")
    return lxml.html.fragment_fromstring(template.render(context, make_request(path)))


def words(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("code", STATUSES)
def test_a_status_is_always_word_sign_and_colour(code):
    chip = draw("{% status code %}", code=code).find("span")
    assert code.replace("_", "-") in chip.get("class").split()
    assert chip.find("svg/use").get("href").endswith(f"#{STATUSES[code].sign}")
    assert words(chip) == str(STATUSES[code].label)


def test_no_two_statuses_share_a_sign_or_a_word():
    assert len({look.sign for look in STATUSES.values()}) == len({str(look.label) for look in STATUSES.values()}) == 9


def test_a_status_says_what_the_system_suggests_only_where_it_differs():
    assert "Hệ thống gợi ý: Vượt" in words(draw("{% status 'on_track' suggested='exceeded' %}"))
    assert words(draw("{% status 'on_track' suggested='on_track' %}")) == "Đảm bảo tiến độ"


def test_an_unknown_status_or_sign_is_no_page():
    with pytest.raises(KeyError):
        find_look("fine")
    with pytest.raises(TemplateSyntaxError):
        draw("{% icon 'no-such-sign' %}")


@pytest.mark.parametrize(
    ("call", "classes", "style", "label"),
    [
        ("79.2 75 'on_track'", "pb on-track", "--v:79.2;--e:75", "đạt 79,2\u00a0%, đến nay cần 75,0\u00a0%"),
        ("127.3 None 'exceeded'", "pb exceeded over", "--v:100", "đạt 127,3\u00a0%"),
        ("100 100 'achieved'", "pb achieved", "--v:100;--e:100", "đạt 100,0\u00a0%, đến nay cần 100,0\u00a0%"),
        ("None 50 'unclassified'", "pb unclassified none", "--v:0;--e:50", "chưa có số, đến nay cần 50,0\u00a0%"),
        ("0 None ''", "pb plain", "--v:0", "đạt 0,0\u00a0%"),
    ],
)
def test_a_bar_stops_at_a_hundred_and_its_sentence_does_not(call, classes, style, label):
    values = [D(part) if part[0].isdigit() else part for part in call.split()]
    value, expected, status = (None if part == "None" else part for part in values)
    bar = draw("{% progress v e s %}", v=value, e=expected, s=(status or "").strip("'")).find("span")
    assert (bar.get("class"), bar.get("style"), bar.get("aria-label")) == (classes, style, label)
    assert (bar.find("b") is not None) == (expected is not None)


def test_a_line_is_broken_where_a_period_is_missing_and_where_a_series_begins_anew():
    path = draw("{% spark values %}", values=[1, 2, None, 3, 4]).find("svg/path").get("d")
    assert path.count("M") == 2
    assert draw("{% spark values breaks %}", values=[1, 2, 3], breaks=(2,)).find("svg/path").get("d").count("M") == 2
    assert words(draw("{% spark values %}", values=[None, None])) == "—"


def test_a_figure_without_a_value_is_never_zero():
    assert words(draw("{% source None '/s' %}")) == "chưa có số"
    assert draw("{% source None '/s' %}").find("a") is None


def test_a_figure_leads_to_its_source_and_carries_its_qualifier():
    drawn = draw("{% source v '/s' 1 unit='tỷ đồng' qualifier='ước' title=evil %}", v=D("1390.9"), evil=EVIL)
    assert words(drawn) == "ước1.390,9 tỷ đồng"
    assert drawn.find("a").get("class") == "src"
    assert drawn.find("a").get("title") == EVIL


def test_squares_are_drawn_only_while_they_can_be_counted():
    drawn = draw("{% squares parts %}", parts=[("achieved", 2), ("unclassified", 1)])
    assert len(drawn.findall("div/i")) == 3
    assert drawn.find("div").get("aria-label") == "3 ô: 2 Hoàn thành, 1 Chưa phân loại"
    assert draw("{% squares parts %}", parts=[("achieved", 61)]).find("div") is None


def test_a_tally_shows_its_addition_and_always_what_is_not_classified():
    drawn = draw("{% tally counts %}", counts={"on_track": 5, "at_risk": 3, "partial": 0})
    assert words(drawn.xpath(".//*[@class='sum']")[0]) == "8= 3 + 0 + 5"
    assert [link.get("class") for link in drawn.xpath(".//a")] == ["at-risk", "unclassified", "on-track"]


def test_a_tally_narrows_the_page_and_takes_it_back_and_begins_at_the_first_page():
    links = draw("{% tally counts %}", "/g?lead=a&status=at_risk&page=3", counts={"on_track": 5, "at_risk": 3})
    queries = {link.get("class"): QueryDict(link.get("href")[1:]).dict() for link in links.xpath(".//a")}
    assert queries["at-risk"] == {"lead": "a"}
    assert queries["on-track"] == {"lead": "a", "status": "on_track"}
    assert [link.get("class") for link in links.xpath(".//*[@aria-current]")] == ["at-risk"]


def test_statuses_are_ordered_worst_first():
    assert in_order(["exceeded", "at_risk", "not_achieved"]) == ["not_achieved", "at_risk", "exceeded"]


def test_a_quote_marks_the_exact_words_and_trusts_none_of_them():
    drawn = draw(
        "{% quote text 4 7 fit=False fit_sentence='Không khớp.' %}<span>trang 1</span>{% endquote %}",
        text="thu <b> đồng",
    )
    assert drawn.find("blockquote/mark").text == "<b>"
    assert words(drawn.find("blockquote")) == "thu <b> đồng"
    assert "bad" in drawn.xpath(".//*[contains(@class, 'okline')]")[0].get("class").split()


def test_a_problem_holds_its_acts_and_trusts_no_words():
    drawn = draw(
        "{% problem t equation='2 + 7' sentence=t url='/d' place='đoạn 1' %}<button>Ghi</button>{% endproblem %}",
        t=EVIL,
    )
    assert drawn.find("section").get("aria-label") == EVIL
    assert [button.text for button in drawn.xpath(".//*[@class='acts']//button")] == ["Ghi"]
    assert drawn.xpath(".//p//a")[0].get("href") == "/d"


def test_pages_keep_the_other_choices_and_one_page_needs_no_way():
    drawn = draw("{% pagination page %}", "/g?lead=a", page=Paginator(range(120), 50).page(2))
    assert [link.get("href") for link in drawn.xpath(".//a")] == ["?lead=a&page=1", "?lead=a&page=3"]
    assert "Dòng 51–100 trong 120" in words(drawn)
    assert draw("{% pagination page %}", page=Paginator(range(9), 50).page(1)).find("nav") is None


def test_every_cell_of_a_table_says_its_column_and_a_missing_one_is_a_dash():
    columns = [Column("Tên", "name"), Column("Vốn", "num")]
    drawn = draw("{% data_table 'Dự án' columns rows %}", columns=columns, rows=[["A", None], [EVIL, "2"]])
    assert [cell.get("data-label") for cell in drawn.xpath(".//tbody/tr[1]/*")] == ["Tên", "Vốn"]
    assert [words(cell) for cell in drawn.xpath(".//tbody//td")] == ["—", "2"]
    assert words(drawn.xpath(".//tbody//th")[1]) == EVIL
    with pytest.raises(ValueError, match="zip"):
        draw("{% data_table 'x' columns rows %}", columns=columns, rows=[["A"]])


def test_the_data_of_a_chart_are_exact_text_and_cannot_end_their_element():
    picture = Chart(["T1"], "</script>", bars=Series("</script>", [D("0.1")]), decimals=2)
    drawn = draw("{% chart 'c' picture %}", picture=picture)
    assert '"0.1"' in drawn.xpath(".//script")[0].text
    assert len(drawn.xpath(".//script")) == 1


def test_the_table_of_a_chart_has_every_series_and_every_band():
    fan = Fan("Dự báo", [None, D(2)], ([None, D(1)], [None, D(3)]), ([None, D(0)], [None, D(4)]), "50", "80")
    picture = Chart(["T1", "T2"], "s", unit="%", line=Series("Kế hoạch", [D(1), D(5)]), fan=fan)
    rows = [[words(cell) for cell in row] for row in draw("{% chart 'c' p %}", p=picture).xpath(".//tbody/tr")]
    assert rows == [
        ["Kế hoạch (%)", "1,0", "5,0"],
        ["Dự báo (%)", "—", "2,0"],
        ["50 (%)", "—", "1,0–3,0"],
        ["80 (%)", "—", "0,0–4,0"],
    ]


def test_a_drawing_that_is_kept_is_kept_for_its_language():
    vietnamese = words(draw("{% status 'at_risk' %}{% progress v %}", v=D(50)))
    with translation.override("en"):
        assert words(draw("{% status 'at_risk' %}")) == "At risk"
        assert draw("{% progress v %}", v=D(50)).find("span").get("aria-label") == "50.0% done"
    assert vietnamese == "Nguy cơ không đạt"
