# SPDX-License-Identifier: Apache-2.0
"""Forms: versions, packs with the line of every fault, periods that are opened."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.period import ADMINISTRATIVE, Period
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.tests.cast import make_cast, scope_of
from tiendo.server.collect.data import FormDraft
from tiendo.server.collect.models import Form, FormVersion, Sheet, Template
from tiendo.server.collect.queries import get_form, list_forms, list_templates
from tiendo.server.collect.services import close_form, load_forms, open_period, save_form
from tiendo.server.collect.tests.making import FIRMS, REVENUE, SEPTEMBER, define, load_catalogue, tell_story
from tiendo.server.support.packs import PackError
from tiendo.server.support.refusals import NotForYou, Refusal

pytestmark = pytest.mark.django_db
MANIFEST = "kind: forms\ncode: thu\ntitle: Biểu thử\nfiles: [forms.yaml]\n"
FORM = """units_on: 2025-07-02
forms:
  - code: kinh_te
    title: Biểu kinh tế
    unit: '79'
    units: ['26740', '27541']
    cadence: month
    due: {working_days: 3}
    lines:
      - {indicator: state_budget_revenue, reach: to_date}
      - {indicator: new_enterprises}
    checks:
      - {kind: arithmetic, left: new_enterprises, sign: '>=', right: '0 * new_enterprises'}
  - code: mau
    title: Biểu mẫu chung
    cadence: quarter
    regime: administrative
    due: {day: 20}
    lines:
      - {indicator: jobs_created}
"""


def pack(folder, text=FORM):
    (folder / "pack.yaml").write_text(MANIFEST, "utf-8")
    (folder / "forms.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def cast():
    made = make_cast()
    load_catalogue()
    return made


def test_a_pack_makes_forms_of_units_and_templates_for_everybody(cast, tmp_path):
    report = load_forms(pack(tmp_path), scope=Scope.system("test"))
    assert (report.forms, report.templates, report.changed) == (1, 1, 1)
    (form,) = list_forms(scope_of(cast.office))
    assert (form.unit_id, form.unit_ids) == (cast.province, (cast.ward, cast.village))
    assert [code for code, _definition in list_templates()] == ["mau"]


def test_the_same_pack_again_does_nothing_and_a_changed_one_makes_a_version(cast, tmp_path):
    system = Scope.system("test")
    load_forms(pack(tmp_path), scope=system)
    assert load_forms(tmp_path, scope=system).is_unchanged
    report = load_forms(pack(tmp_path, FORM.replace("working_days: 3", "working_days: 5")), scope=system)
    assert report.changed == 1
    assert list(FormVersion.objects.order_by("number").values_list("number", "is_current")) == [(1, False), (2, True)]
    assert Template.objects.count() == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("indicator: new_enterprises}", "indicator: nobody}", 11),
        ("reach: to_date", "reach: always", 10),
        ("'27541'", "'99999'", 6),
        ("{working_days: 3}", "{}", 8),
        ("{working_days: 3}", "{working_days: 1}", 8),
        ("left: new_enterprises", "left: nobody", 13),
        ("left: new_enterprises", "left: 'new_enterprises +'", 13),
        ("left: new_enterprises", "left: state_budget_revenue", 13),
        ("      - {indicator: new_enterprises}\n", "      - {indicator: state_budget_revenue}\n", 11),
        ("cadence: month", "cadence: weekly", 7),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_loaded(cast, tmp_path, old, new, line):
    assert old in FORM
    with pytest.raises(PackError) as wrong:
        load_forms(pack(tmp_path, FORM.replace(old, new, 1)), scope=Scope.system("test"))
    assert line in [fault.line for fault in wrong.value.faults]
    assert not Form.objects.exists()
    assert not Template.objects.exists()


def test_a_change_is_a_new_version_and_an_open_sheet_stays_with_its_own():
    story = tell_story()
    draft = FormDraft(
        "kinh-te-thang", story.cast.province, (story.cast.ward,), define(lines=[{"indicator": FIRMS}]), "gọn lại"
    )
    form, is_changed = save_form(draft, scope=story.scope("office"))
    assert (form, is_changed, get_form(form, story.scope("office")).version) == (story.form, True, 2)
    assert Sheet.objects.get(pk=story.ward).version.number == 1
    (october,) = open_period(form, Period.month(2026, 10), scope=story.scope("office"))
    assert [cell.line.code for cell in Sheet.objects.get(pk=october).cells.all()] == [FIRMS]


def test_the_same_form_again_makes_no_version():
    story = tell_story()
    draft = FormDraft("kinh-te-thang", story.cast.province, (story.cast.village, story.cast.ward), define())
    assert save_form(draft, scope=story.scope("office")) == (story.form, False)


@pytest.mark.parametrize("who", ["specialist", "leader", "outsider"])
def test_who_sets_no_targets_sets_up_no_form(cast, who):
    with pytest.raises(NotForYou):
        save_form(FormDraft("x", cast.ward, (cast.ward,), define()), scope=scope_of(getattr(cast, who)))


def test_a_form_asks_nobody_outside_the_locality(cast):
    with pytest.raises(NotForYou):
        save_form(FormDraft("x", cast.province, (cast.elsewhere,), define()), scope=scope_of(cast.office))


def test_an_indicator_that_is_computed_is_not_typed(cast):
    draft = FormDraft("x", cast.ward, (cast.ward,), define(lines=[{"indicator": "poor_household_rate"}]))
    with pytest.raises(Refusal):
        save_form(draft, scope=scope_of(cast.office))


def test_opening_a_period_twice_makes_each_sheet_once_and_its_day_is_that_of_the_form():
    story = tell_story()
    assert open_period(story.form, SEPTEMBER, scope=story.scope("office")) == []
    sheet = Sheet.objects.get(pk=story.ward)
    assert (sheet.due_on, sheet.last_on) == (date(2026, 10, 5), date(2026, 9, 30))
    assert sheet.cells.count() == 4


def test_a_period_that_is_opened_late_may_have_a_day_of_its_own():
    story = tell_story()
    (first, _second) = open_period(
        story.form, Period.month(2026, 5), due_on=date(2026, 11, 20), scope=story.scope("office")
    )
    assert Sheet.objects.get(pk=first).due_on == date(2026, 11, 20)


@pytest.mark.parametrize("period", [Period.quarter(2026, 3), Period.month(2026, 9, ADMINISTRATIVE)])
def test_a_period_that_is_none_of_the_form_is_refused(period):
    story = tell_story()
    with pytest.raises(Refusal):
        open_period(story.form, period, scope=story.scope("office"))


def test_a_closed_form_opens_no_period_and_keeps_its_sheets():
    story = tell_story()
    close_form(story.form, is_closed=True, scope=story.scope("office"))
    with pytest.raises(Refusal):
        open_period(story.form, Period.month(2026, 10), scope=story.scope("office"))
    assert Sheet.objects.count() == 2


def test_nobody_else_opens_a_period():
    story = tell_story()
    with pytest.raises(NotForYou):
        open_period(story.form, Period.month(2026, 10), scope=story.scope("specialist"))
    assert REVENUE in [line.key for line in get_form(story.form, story.scope("leader")).definition.lines]
