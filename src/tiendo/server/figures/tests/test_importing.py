# SPDX-License-Identifier: Apache-2.0
"""A file of figures is imported whole or not at all, once however often, and every row says where it came from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from tiendo.server.accounts.data import Role
from tiendo.server.audit.models import Event
from tiendo.server.figures.data import ImportReport
from tiendo.server.figures.models import ImportedFile, Observation
from tiendo.server.figures.reading import Numbers
from tiendo.server.figures.services import import_figures, record_figures
from tiendo.server.figures.signals import figures_changed
from tiendo.server.figures.tests.making import figure, load_quan, make_places, scope_of
from tiendo.server.support.packs import PackError
from tiendo.server.units.models import UnitVersion

HEADER = "unit_code,indicator,period,value"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return scope_of(Role.SPECIALIST, places.city)


@pytest.fixture
def write(tmp_path):
    def _write(*lines, name="so-lieu.csv", header=HEADER):
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]) + "\n", "utf-8")
        return path

    return _write


def _rows():
    return list(Observation.objects.filter(is_current=True).order_by("id"))


def test_rows_become_figures_that_name_file_and_row(write, me, places):
    path = write("three,state_budget_revenue,2024-Q1,1390.9", "five,state_budget_revenue,quý I năm 2024,812.40")
    report = import_figures(path, scope=me)
    assert report == ImportReport(2, 2, 0)
    one, two = _rows()
    file = ImportedFile.objects.get()
    assert (one.unit_id, one.value, one.step, one.period) == (
        places.three,
        Decimal("1390.9"),
        Decimal("0.1"),
        "2024-Q1",
    )
    assert (two.unit_id, str(two.value), two.last_on) == (places.five, "812.40", date(2024, 3, 31))
    assert (one.source, one.anchor, one.printed) == ("file", {"file": file.pk, "row": 2}, "1390.9")
    assert (one.recorded_by_id, file.name, file.rows) == (me.actor.user_id, "so-lieu.csv", 2)
    event = Event.objects.get(verb="figures.import")
    assert (event.subject, event.detail["sha256"], event.detail["written"]) == (f"import:{file.pk}", file.sha256, 2)


def test_the_same_file_a_second_time_adds_nothing(write, me):
    path = write("three,state_budget_revenue,2024-Q1,1390.9")
    import_figures(path, scope=me)
    assert import_figures(path, scope=me) == ImportReport(1, 0, 0)
    assert Observation.objects.count() == 1


def test_a_changed_value_supersedes_and_says_that_the_two_disagree(write, me):
    import_figures(write("three,state_budget_revenue,2024-Q1,1390.9"), scope=me)
    assert import_figures(write("three,state_budget_revenue,2024-Q1,1399.9"), scope=me) == ImportReport(1, 1, 1)
    old, new = Observation.objects.order_by("id")
    assert (old.is_current, new.is_current, new.supersedes_id) == (False, True, old.pk)
    assert "1.390,9" in new.note


def test_what_a_person_entered_already_gets_a_further_source(write, me, places):
    record_figures([figure(places.three, "state_budget_revenue", "quý I năm 2024", "1.390,9 tỷ đồng")], scope=me)
    import_figures(write("three,state_budget_revenue,2024-Q1,1390.9"), scope=me)
    typed, further = Observation.objects.order_by("id")
    assert (further.deed, further.supersedes_id, further.value) == ("confirm", typed.pk, typed.value)


def test_kinds_of_figures_stand_beside_each_other(write, me):
    header = "unit_code,indicator,period,status,value,numerator,denominator,missing,note"
    path = write(
        "three,state_budget_revenue,2024-Q1,ước thực hiện,1390.9,,,,",
        "three,state_budget_revenue,2024-Q1,quyết toán,1391,,,,",
        "three,public_investment_disbursement_rate,2024-Q1,,,26.7,100,,",
        "three,party_admissions,2024-Q1,,,,,chưa họp,sẽ bổ sung",
        header=header,
    )
    import_figures(path, scope=me)
    estimate, final, ratio, missing = _rows()
    assert (estimate.status, final.status) == ("estimate", "final")
    assert (ratio.numerator, ratio.denominator, ratio.value) == (Decimal("26.7"), Decimal(100), None)
    assert (missing.status, missing.gap, missing.missing_reason, missing.note) == (
        "missing",
        "not_reported",
        "chưa họp",
        "sẽ bổ sung",
    )
    assert missing.value is None


def test_a_value_fills_a_gap_and_a_gap_never_covers_a_value(write, me):
    header = "unit_code,indicator,period,value,missing"
    import_figures(write("three,party_admissions,2024-Q1,,chưa họp", header=header), scope=me)
    import_figures(write("three,party_admissions,2024-Q1,12,", header=header), scope=me)
    assert [row.value for row in _rows()] == [Decimal(12)]
    with pytest.raises(PackError, match=r"so-lieu\.csv:2"):
        import_figures(write("three,party_admissions,2024-Q1,,mất sổ", header=header), scope=me)


def test_all_faults_are_told_with_their_lines_and_nothing_is_imported(write, me):
    path = write(
        "three,state_budget_revenue,2024-Q1,1390.9",
        "nowhere,state_budget_revenue,2024-Q1,1.5",
        "three,no_such,2024-Q1,1.5",
        "three,state_budget_revenue,quý V năm 2024,1.5",
        "three,state_budget_revenue,2024-Q2,abc",
        "three,state_budget_revenue,2024-Q3,",
    )
    with pytest.raises(PackError) as caught:
        import_figures(path, scope=me)
    assert [fault.line for fault in caught.value.faults] == [3, 4, 5, 6, 7]
    assert not Observation.objects.exists()
    assert not ImportedFile.objects.exists()


@pytest.mark.parametrize("value", ["--5", "5-", "9" * 70, "1." + "3" * 60, "1e5"])
def test_what_is_no_number_is_told_with_its_line(write, me, value):
    path = write("three,state_budget_revenue,2024-Q1,1.5", f"three,state_budget_revenue,2024-Q2,{value}")
    with pytest.raises(PackError, match=":3:"):
        import_figures(path, scope=me, numbers=Numbers.PLAIN)


def test_a_number_of_a_workbook_that_is_no_figure_is_told(tmp_path, me):
    path = tmp_path / "so-lieu.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["unit_code", "indicator", "period", "value"])
        sheet.write_row(1, 0, ["three", "state_budget_revenue", "2024-Q1", 1e300])
    with pytest.raises(PackError, match=":2:"):
        import_figures(path, scope=me)


@pytest.mark.parametrize("indicator", ["poor_households", "new_enterprises"])
def test_what_is_counted_is_not_below_zero(write, me, places, indicator):
    path = write(f"three,{indicator},2024-Q1,-3", f"five,{indicator},2024-Q1,0", "five,state_budget_revenue,2024,-1.5")
    with pytest.raises(PackError, match=r":2:.*(-|−)3") as told:
        import_figures(path, scope=me, numbers=Numbers.PLAIN)
    assert len(told.value.faults) == 1
    assert _rows() == []


def test_a_denominator_is_not_below_zero(write, me, places):
    path = write("three,poverty_rate,2024,3,-5", header="unit_code,indicator,period,numerator,denominator")
    with pytest.raises(PackError, match=":2:"):
        import_figures(path, scope=me)


def test_one_figure_twice_in_a_file_is_a_fault(write, me):
    path = write("three,state_budget_revenue,2024-Q1,1.5", "three,state_budget_revenue,quý I năm 2024,2.5")
    with pytest.raises(PackError, match=r":3:.*2"):
        import_figures(path, scope=me)


def test_a_unit_of_others_does_not_exist(write, places):
    path = write("five,state_budget_revenue,2024-Q1,1.5")
    with pytest.raises(PackError, match="five"):
        import_figures(path, scope=scope_of(Role.SPECIALIST, places.three))


def test_a_code_means_the_unit_that_bore_it_at_the_end_of_the_period(write, me, places):
    UnitVersion.objects.filter(unit_id=places.three).update(valid_to=date(2025, 7, 1))
    UnitVersion.objects.filter(unit_id=places.five).update(code="three", valid_from=date(2025, 7, 1))
    path = write("three,state_budget_revenue,2025-06,1", "three,state_budget_revenue,2025-07,2")
    import_figures(path, scope=me)
    assert [row.unit_id for row in _rows()] == [places.three, places.five]


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        (["1.390,9", "1.234"], Numbers.VIETNAMESE),
        (["1390.9", "1.234"], Numbers.PLAIN),
        (["12", "13"], Numbers.PLAIN),
    ],
)
def test_the_way_of_writing_numbers_is_found_out(write, me, values, numbers):
    lines = [f"three;state_budget_revenue;2024-0{month};{value}" for month, value in enumerate(values, start=1)]
    path = write(*lines, header=HEADER.replace(",", ";"))
    import_figures(path, scope=me)
    last = _rows()[-1].value
    if values[-1] == "1.234":
        assert last == (Decimal(1234) if numbers is Numbers.VIETNAMESE else Decimal("1.234"))


def test_a_number_that_can_mean_two_things_is_asked_about(write, me):
    path = write("three,state_budget_revenue,2024-Q1,1.234")
    with pytest.raises(PackError, match="--numbers"):
        import_figures(path, scope=me)
    import_figures(path, scope=me, numbers=Numbers.VIETNAMESE)
    assert _rows()[0].value == 1234


def test_two_ways_of_writing_numbers_in_one_file_are_refused(write, me):
    path = write('three,state_budget_revenue,2024-01,"1.390,9"', "three,state_budget_revenue,2024-02,1390.95")
    with pytest.raises(PackError, match=r"2.*3|3.*2"):
        import_figures(path, scope=me)


def test_a_workbook_keeps_its_numbers_exactly(tmp_path, me):
    path = tmp_path / "so-lieu.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Mã đơn vị", "Mã chỉ tiêu", "Kỳ", "Giá trị"])
        sheet.write_row(1, 0, ["three", "state_budget_revenue", "quý I năm 2024", 1390.9])
        sheet.write_row(2, 0, ["five", "state_budget_revenue", "2024-Q1", 1234])
    import_figures(path, scope=me)
    assert [str(row.value) for row in _rows()] == ["1390.9", "1234"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "unit_code,period\n1,2\n", "indicator, value"),
        ("a.csv", "", "unit_code, indicator, period, value"),
        ("a.csv", HEADER + "\n", "There is no row|không có dòng"),
        ("a.csv", HEADER + "\n1,2,3,4,5\n", ":2:"),
        ("a.csv", "unit_code,indicator,period,value,value\n", ":1:.*value"),
        ("a.csv", b"\xff\xfe\x00", "UTF-8"),
        ("a.xlsx", b"not a workbook", ".xlsx"),
        ("a.pdf", b"%PDF", ".csv"),
    ],
)
def test_a_file_that_is_no_table_of_figures_is_told_so(tmp_path, me, name, content, words):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(PackError, match=words):
        import_figures(path, scope=me)


def test_others_are_told_of_every_figure_once(write, me, places):
    told = []

    def hear(sender, *, keys, **_):
        told.extend((key.unit_id, key.period, key.last_on) for key in keys)

    figures_changed.connect(hear)
    try:
        import_figures(write("three,state_budget_revenue,2024-Q1,1", "five,state_budget_revenue,2024-Q1,2"), scope=me)
    finally:
        figures_changed.disconnect(hear)
    assert told == [(places.three, "2024-Q1", date(2024, 3, 31)), (places.five, "2024-Q1", date(2024, 3, 31))]


def test_statements_do_not_grow_with_rows(write, me, django_assert_max_num_queries):
    lines = [
        f"three,state_budget_revenue,{year}-{month:02},{month}" for year in range(1990, 2020) for month in range(1, 13)
    ]
    with django_assert_max_num_queries(40):
        assert import_figures(write(*lines), scope=me).written == 360
