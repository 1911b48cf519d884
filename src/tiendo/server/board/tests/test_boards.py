# SPDX-License-Identifier: Apache-2.0
"""The board of a locality as people see it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tiendo.evaluate import DONE_OR_ABOVE_80, Status
from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import client_of, make_grant, make_person, make_unit
from tiendo.server.board.queries import search_localities
from tiendo.server.board.tests.story import LINES, NINE, YEAR
from tiendo.server.targets.queries import board_rows
from tiendo.server.targets.services import decide_status, set_scheme
from tiendo.server.targets.tests.making import set_target
from tiendo.server.units.models import UnitVersion

INSIDE = ("leader", "specialist", "office", "administrator", "keeper")


@pytest.fixture
def board(story):
    return f"/board/{story.ward}/{YEAR}/"


def names(answer):
    """Numbers of the rows, in the order of the page."""
    return re.findall(r'class="stt tn">([^<]+)<', answer.content.decode())


def test_the_first_page_leads_to_the_locality_and_its_newest_year(read, story, board):
    assert read("specialist", "/").headers["Location"] == board
    assert read("leader", f"/board/{story.ward}/").headers["Location"] == board


def test_the_first_page_leads_back_to_the_locality_that_was_looked_at(story):
    client = client_of(story.cast.administrator)
    client.get(f"/board/{story.cast.village}/{YEAR}/")
    assert client.get("/").headers["Location"] == f"/board/{story.ward}/{YEAR}/"  # the village has no board


def test_the_bar_names_the_locality_of_the_page_and_leads_to_the_others(story, board):
    client = client_of(story.cast.administrator)
    client.get(f"/board/{story.cast.village}/{YEAR}/")
    page = client.get(f"/targets/{story.targets['1']}/").content.decode()
    assert re.search(r'class="unit"[^>]*>Phường Chợ Quán', page)
    assert client.get("/", headers={"Cookie": "tiendo-locality=nonsense"}).status_code == 302


def test_the_bar_has_the_own_and_the_recent_localities_and_finds_the_others_by_name(story, board):
    client = client_of(story.cast.leader)
    other = make_unit("27500", "Phường Bình Trưng", parent=story.cast.province)
    set_target(story.scope("office"), other, "state_budget_revenue", "100 tỷ đồng", year=YEAR)
    page = client.get(board).content.decode().partition("<main")[0]
    assert "Phường Bình Trưng" not in page
    assert 'hx-get="/localities/"' in page
    found = client.get("/localities/?find=binh+trung", headers={"HX-Target": "localities-found"}).content.decode()
    assert f'<a href="/board/{other}/">Phường Bình Trưng</a>' in found
    assert "<html" not in found
    assert "Chưa có địa phương nào" in client.get("/localities/?find=nowhere").content.decode()
    client.get(f"/board/{other}/{YEAR}/")
    client.get(board)
    assert f'<a href="/board/{other}/">' in client.get(board).content.decode().partition("<main")[0]  # looked at lately


def test_a_ward_officer_with_one_locality_has_no_list_to_choose_from(story, board):
    page = client_of(story.cast.specialist).get(board).content.decode()
    assert 'popovertarget="localities"' not in page


def test_the_frame_asks_the_same_whatever_number_of_localities_there_is(story, board, django_assert_num_queries):
    client = client_of(story.cast.leader)
    client.get(board)
    with CaptureQueriesContext(connection) as few:
        size = len(client.get(board).content)
    for number in range(30):
        unit = make_unit(f"{27600 + number}", f"Phường Số {number}", parent=story.cast.province)
        set_target(story.scope("office"), unit, "state_budget_revenue", "100 tỷ đồng", year=YEAR)
    with django_assert_num_queries(len(few)):
        assert abs(len(client.get(board).content) - size) < 100


@pytest.mark.parametrize("cookie", ["nonsense", "1.x.2", "9" * 40, "987654321.-1", ".."])
def test_a_cookie_that_is_none_of_ours_changes_nothing(story, board, cookie):
    client = client_of(story.cast.leader)
    client.cookies["tiendo-locality"] = cookie
    assert client.get(board).status_code == 200


def test_a_locality_looked_at_before_the_right_ended_is_not_in_the_list(story, board):
    client = client_of(story.cast.specialist)
    client.cookies["tiendo-locality"] = str(story.cast.village)
    assert "Xã Tân Lập" not in client.get(board).content.decode()


def test_a_page_that_is_not_there_for_a_person_names_no_locality(read, board):
    answer = read("outsider", board)
    assert answer.status_code == 404
    assert "Chợ Quán" not in answer.content.decode()


def test_looking_at_pages_writes_nothing(story, board):
    client = client_of(story.cast.leader)
    with CaptureQueriesContext(connection) as asked:
        client.get(board)
        client.get(f"/targets/{story.targets['1']}/")
    assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")]


def test_who_has_no_rights_is_led_to_the_own_account(read):
    assert read("outsider", "/").headers["Location"] == "/account/"


@pytest.mark.parametrize(
    ("role", "told"), [(Role.ADMINISTRATOR, "hãy giao đơn vị cho từng người"), (Role.OFFICE, "Gửi")]
)
def test_an_installation_without_targets_says_what_to_do(db, words_of, role, told):
    answer = client_of(make_person("dau", "Lý Thị Đầu", role, None)).get("/")
    assert answer.status_code == 200
    assert told in words_of(answer)


@pytest.mark.parametrize("part", INSIDE)
def test_who_may_see_the_ward_sees_its_board(read, board, part):
    assert read(part, board).status_code == 200


def test_for_an_outsider_there_is_no_board_and_no_address_of_one(read, story, board):
    for address in (board, f"/board/{story.ward}/", f"/board/{story.ward}/1/", f"/targets/{story.targets['1']}/"):
        assert read("outsider", address).status_code == 404
    assert search_localities("Chợ Quán", story.scope("outsider")) == []
    assert [row.unit_id for row in search_localities("cho quan", story.scope("leader"))] == [story.ward]


def test_a_stranger_is_asked_to_sign_in(story, board):
    answer = client_of(None).get(board)
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/sign-in/")


def test_a_person_of_another_province_sees_nothing_of_it(story, board):
    other = make_person("xa", "Bùi Văn Xa", Role.OFFICE, story.cast.elsewhere)
    client = client_of(other)
    assert client.get(board).status_code == 404
    assert "Chợ Quán" not in client.get(f"/board/{story.cast.elsewhere}/{YEAR}/").content.decode()


def test_a_right_that_has_ended_shows_nothing(story, board):
    person = make_person("cu", "Phan Văn Cũ")
    make_grant(person, Role.OFFICE, story.ward, until=date(2024, 1, 1))
    assert client_of(person).get(board).status_code == 404


def test_the_page_says_period_resolution_and_what_was_known_when(read, board, words_of):
    told = words_of(read("leader", board))
    assert "Chỉ tiêu năm 2026, lũy kế 9 tháng" in told
    assert "Nghị quyết 05/NQ-HĐND giao 18 chỉ tiêu" in told
    assert "tính đến 30/09/2026" in told


def test_the_tally_adds_up_and_holds_what_nobody_has_classified(read, story, board, words_of):
    told = words_of(read("leader", board))
    counted = [line for line in LINES if not line.parent]
    addition = re.search(rf"{len(counted)} = ([\d +]+) đủ mọi dòng", told)
    assert sum(map(int, addition[1].split("+"))) == len(counted)
    assert "1 Lọc" not in told
    assert "Chưa phân loại" in told


def test_every_target_stands_in_the_table_once(read, board):
    assert sorted(names(read("leader", board))) == sorted(line.number for line in LINES)


def test_an_estimate_a_stale_figure_and_none_at_all_say_so(read, board):
    page = read("leader", board).content.decode()
    assert re.search(r'class="qual">ước</span><a class="src"[^>]*>21\.480,5<', page)
    assert re.search(r'class="qual">số T8</span><a class="src"[^>]*>94,1<', page)
    assert "chưa có số" in page


def test_a_decision_stands_beside_what_was_computed(story, read, board):
    rows = {row.number: row for row in board_rows(story.ward, YEAR, None, story.scope("leader"))}
    assert (rows["13"].final, rows["13"].suggested) == ("on_track", "on_track")
    decide_status(story.targets["13"], NINE, "achieved", reason="Đã thẩm định.", row_version=rows["13"].row_version,
                  scope=story.scope("office"))  # fmt: skip
    assert "Hệ thống gợi ý: Đảm bảo tiến độ" in read("leader", board).content.decode()


def test_an_earlier_period_shows_what_was_known_of_it(read, board, words_of):
    told = words_of(read("leader", f"{board}?period=2026-Q1"))
    assert "lũy kế 3 tháng" in told
    assert "21.480,5" not in told


@pytest.mark.parametrize("period", ["nonsense", "2026-13", "'; drop table", "9" * 500])
def test_a_period_that_is_none_is_refused_in_words(read, board, period):
    answer = read("leader", f"{board}?period={period}")
    assert answer.status_code == 400
    assert "không phải là mã kỳ" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("find=ngan+sach", ["1"]), ("find=ngân+sách", ["1"]), ("find=ngàn+sách", []), ("lead=Trạm+Y+tế", ["6"]),
        ("source=UBND+Thành+phố", ["2"]), ("status=unclassified", ["17"]), ("only=missing", ["6", "17"]),
        ("status=nonsense", []), ("find=" + "a" * 5000, []),
    ],
)  # fmt: skip
def test_the_address_narrows_the_table_and_never_the_tally(read, board, words_of, query, shown):
    answer = read("leader", f"{board}?{query}")
    assert sorted(names(answer), key=float) == shown
    assert f"{len(shown)}/18 chỉ tiêu" in words_of(answer) or not shown
    assert "18 = " in words_of(answer)


def test_the_whole_table_is_worst_first(read, story, board):
    shown = names(read("leader", f"{board}?order=whole"))
    rows = {row.number: row for row in board_rows(story.ward, YEAR, None, story.scope("leader"))}
    first = [rows[number].status for number in shown[:4]]
    assert first == [Status.AT_RISK] * 3 + [Status.UNCLASSIFIED]


def test_htmx_gets_the_part_and_caches_keep_the_two_apart(read, board):
    part, page = read("leader", board, HX_Request="true"), read("leader", board)
    assert part.content.decode().lstrip().startswith('<div id="board">')
    assert "HX-Request" in part.headers["Vary"]
    assert "HX-Request" in page.headers["Vary"]


def test_what_is_open_is_told_with_a_way_to_it(read, board, words_of):
    answer = read("leader", board)
    told = words_of(answer)
    assert "Cần xử lý trước khi chốt" in told
    assert "Chưa phân loại: 1 chỉ tiêu" in told
    assert "Thiếu số 9 tháng" in told
    assert f"{board}?period=2026-01-01%2FP9M&amp;only=missing" in answer.content.decode()


def test_a_locality_without_targets_says_so_with_one_act(read, story, words_of):
    address = f"/board/{story.cast.village}/{YEAR}/"
    office, reader = read("office", address), read("leader", address)
    assert "Xã Tân Lập chưa có chỉ tiêu năm 2026" in words_of(office)
    assert 'href="/documents/"' in office.content.decode().partition("<main")[2]
    assert "Gửi nghị quyết" not in words_of(reader)


def test_a_year_without_targets_leads_to_the_one_that_has_them(read, story, words_of):
    assert "Xem chỉ tiêu năm 2026" in words_of(read("leader", f"/board/{story.ward}/2019/"))
    assert read("leader", f"/board/{story.ward}/1/").status_code == 404


def test_a_unit_that_has_ended_is_named_with_its_last_day(story, read):
    UnitVersion.objects.filter(unit_id=story.cast.village).update(valid_to="2026-07-01")
    page = read("office", f"/board/{story.cast.village}/{YEAR}/").content.decode()
    assert "Xã Tân Lập (đến 30/06/2026)" in page


def test_the_english_page_is_english_and_keeps_the_words_of_the_resolution(story, board):
    client = client_of(story.cast.leader)
    client.cookies["django_language"] = "en"
    page = client.get(board).content.decode()
    assert "Targets of 2026, 9 months" in page
    assert 'lang="vi">Thu ngân sách nhà nước trên địa bàn' in page
    assert "21,480.5" in page
    assert "Chưa" not in re.sub(r"<[^>]*lang=\"vi\"[^>]*>[^<]*<", "<", page)


def test_a_board_has_a_fixed_number_of_queries(story, board, django_assert_num_queries):
    client = client_of(story.cast.leader)
    client.get(board)  # from then on it is a locality looked at lately
    with CaptureQueriesContext(connection) as few:
        client.get(f"{board}?find=zzz")
    with django_assert_num_queries(len(few)):
        client.get(board)


def test_a_board_without_a_scheme_of_its_own_shows_its_levels_and_no_second_tally(read, board, words_of):
    told = words_of(read("leader", board))
    assert "Theo cách xếp loại" not in told
    assert re.search(r"\d+/\d+ chỉ tiêu đạt, \d+/\d+ chỉ tiêu thành phần đạt", told)


def test_a_locality_sees_its_own_classes_with_what_is_in_none(read, board, story, words_of):
    set_scheme(story.ward, YEAR, DONE_OR_ABOVE_80, scope=story.scope("office"))
    told = words_of(read("leader", board))
    assert "chưa thuộc nhóm nào" in told
    numbers = re.search(r"Theo cách xếp loại của địa phương: (\d+) = (\d+(?: \+ \d+)*)", told)
    assert int(numbers[1]) == sum(map(int, numbers[2].split("+")))
