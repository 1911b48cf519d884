# SPDX-License-Identifier: Apache-2.0
"""A pack of targets is loaded whole or not at all, and says where its faults are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.accounts.data import Role, Scope
from tiendo.server.figures.tests.making import load_quan, make_places, scope_of
from tiendo.server.support.packs import PackError
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.models import Plan, Step, Target, UnitScheme
from tiendo.server.targets.services import load_targets
from tiendo.server.targets.tests.making import report, verdict_of

GOOD = """\
unit: three
year: 2024
assigner: HĐND Quận 3
act: 25/NQ-HĐND
decided_on: 2023-12-20
groups:
  - name: Kinh tế
    targets:
      - number: 1
        name: Thu ngân sách nhà nước
        indicator: state_budget_revenue
        rule: at_least
        plan: 5.208 tỷ đồng
        clause: Điều 1 khoản 2
        lead: Phòng Tài chính - Kế hoạch
        phasing:
          - {until: quý I, percent: 20}
          - {until: 6 tháng đầu năm, percent: 45}
        phasing_source: Kế hoạch 12/KH-UBND
        other_plans:
          - {value: 5.000 tỷ đồng, assigner: UBND Thành phố, act: 99/QĐ-UBND}
      - number: 2
        name: Giải ngân vốn đầu tư công
        indicator: public_investment_disbursement_rate
        rule: at_least
        plan: 95 %
        components:
          - number: "2.1"
            name: Doanh nghiệp thành lập mới
            indicator: new_enterprises
            rule: between
            plan: 10–12 doanh nghiệp
  - name: Đô thị
    targets:
      - number: 3
        name: Kéo giảm vi phạm xây dựng
        indicator: building_violations
        rule: reduce_by_percent
        plan: 75 %
        base: {period: 6 tháng đầu năm 2019, value: 400 vụ}
        span: 6 tháng đầu năm
      - number: 4
        name: Không còn hộ nghèo
        indicator: no_poor_households
        rule: yes_no
        condition: theo chuẩn nghèo thành phố
"""


@pytest.fixture
def system(db):
    load_quan()
    return Scope.system("test")


@pytest.fixture
def places(system):
    return make_places()


@pytest.fixture
def pack(tmp_path):
    def make(text=GOOD, kind="targets"):
        manifest = f"kind: {kind}\ncode: quan-3-2024\ntitle: Chỉ tiêu Quận 3 năm 2024\nfiles: [targets.yaml]\n"
        (tmp_path / "pack.yaml").write_text(manifest, "utf-8")
        (tmp_path / "targets.yaml").write_text(text, "utf-8")
        return tmp_path

    return make


def test_a_resolution_is_loaded_with_plans_phasing_groups_and_components(system, places, pack):
    told = load_targets(pack(), scope=system)
    assert (told.targets, told.changed) == (5, 5)
    first = Target.objects.get(number="1")
    assert (first.group, first.lead_name, first.unit_id) == ("Kinh tế", "Phòng Tài chính - Kế hoạch", places.three)
    primary = Plan.objects.get(target=first, is_primary=True)
    assert (primary.value, primary.act, primary.clause) == (5208, "25/NQ-HĐND", "Điều 1 khoản 2")
    assert Plan.objects.get(target=first, is_primary=False).value == 5000
    assert [(s.last_on.month, s.share) for s in Step.objects.filter(target=first)] == [
        (3, Decimal("0.2")), (6, Decimal("0.45"))
    ]  # fmt: skip
    part = Plan.objects.get(target__number="2.1")
    assert (part.value, part.upper, part.target.parent.number) == (10, 12, "2")


def test_a_second_time_nothing_is_new_and_a_corrected_pack_makes_a_new_version(system, places, pack):
    load_targets(pack(), scope=system)
    assert load_targets(pack(), scope=system).is_unchanged
    told = load_targets(pack(GOOD.replace("5.208 tỷ", "5.300 tỷ")), scope=system)
    assert told.changed == 1
    assert [plan.value for plan in Plan.objects.filter(target__number="1", is_primary=True)] == [5208, 5300]


def test_figures_that_came_before_the_pack_are_judged_by_it(system, places, pack):
    report(system, places.three, "state_budget_revenue", "quý I năm 2024", "1.390,9 tỷ đồng")
    report(system, places.three, "building_violations", "6 tháng đầu năm 2024", "99 vụ")
    load_targets(pack(), scope=system)
    revenue, violations = (verdict_of(Target.objects.get(number=number).pk) for number in ("1", "3"))
    assert (revenue.suggested, revenue.due) == ("on_track", 20)
    assert (violations.suggested, violations.actual) == ("exceeded", Decimal("75.25"))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("unit: three", "unit: 99999", 1),
        ("year: 2024", "year: 24", 2),
        ("rule: at_least\n        plan: 5.208 tỷ đồng", "rule: at_leas\n        plan: 5.208 tỷ đồng", 12),
        ("plan: 5.208 tỷ đồng", "plan: nhiều lắm", 13),
        ("plan: 5.208 tỷ đồng", "plan: 5.208 hộ", 9),
        ("indicator: new_enterprises", "indicator: nothing", 28),
        ("number: 2\n", "number: 1\n", 22),
        ("until: quý I,", "until: mùa xuân,", 17),
        ("percent: 45", "percent: 145", 18),
        ("percent: 45", "percent: 15", 9),
        ("        base: {period: 6 tháng đầu năm 2019, value: 400 vụ}\n", "", 35),
        ("plan: 10–12 doanh nghiệp", "plan: 10 doanh nghiệp", 28),
        ("condition:", "conditoin:", 46),
    ],
)
def test_a_fault_is_told_with_file_and_line_and_nothing_is_loaded(system, places, pack, old, new, line):
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    with pytest.raises(PackError) as error:
        load_targets(pack(text), scope=system)
    assert f"targets.yaml:{line}: " in str(error.value)
    assert not Target.objects.exists()


def test_a_target_that_is_told_by_its_components_needs_no_plan_of_its_own(system, places, pack):
    assert load_targets(pack(GOOD.replace("        plan: 95 %\n", "")), scope=system).targets == 5


def test_a_pack_of_another_kind_is_refused(system, places, pack):
    with pytest.raises(PackError):
        load_targets(pack(kind="units"), scope=system)


def test_who_may_not_set_targets_loads_none(places, pack):
    with pytest.raises(NotForYou):
        load_targets(pack(), scope=scope_of(Role.SPECIALIST, places.three))
    assert not Target.objects.exists()


SCHEME = """\
own_scheme:
  code: quan_3
  bands:
    - {status: likely, from_percent: 80, of: plan, is_strict: true}
  classes:
    - {name: hoàn thành, name_en: completed, statuses: [exceeded, achieved]}
    - {name: gần xong, statuses: [likely]}
  otherwise: unclassified
  done_early: [flow, stock, ratio, yes_no]
"""


def with_scheme(scheme=SCHEME):
    return GOOD.replace("groups:\n", f"{scheme}groups:\n", 1)


def test_a_locality_brings_its_own_scheme_and_a_corrected_one_judges_anew(system, places, pack):
    report(system, places.three, "state_budget_revenue", "9 tháng đầu năm 2024", "4.300 tỷ đồng")
    load_targets(pack(), scope=system)
    target = Target.objects.get(number="1").pk
    assert verdict_of(target).suggested == "on_track"
    told = load_targets(pack(with_scheme()), scope=system)
    assert told.changed == 5
    assert (verdict_of(target).suggested, verdict_of(target).arithmetic["scheme"]) == ("likely", "quan_3")
    assert verdict_of(target).sentence_vi.endswith(": gần xong.")
    assert verdict_of(target).sentence_en.endswith(": gần xong.")  # no English name was given
    load_targets(pack(with_scheme("scheme: standard\n")), scope=system)
    assert verdict_of(target).suggested == "on_track"
    assert [row.code for row in UnitScheme.objects.order_by("pk")] == ["quan_3", "standard"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (SCHEME, "scheme: theo_thoi_quen\n", 6),
        (SCHEME, f"scheme: standard\n{SCHEME}", 6),
        ("code: quan_3", "code: standard", 7),
        ("code: quan_3", "code: Quận 3", 7),
        ("status: likely,", "status: maybe,", 9),
        ("from_percent: 80", "from_percent: -1", 9),
        ("statuses: [likely]", "statuses: [achieved]", 6),
        ("otherwise: unclassified", "otherwise: achieved", 6),
        ("done_early: [flow", "done_early: [river", 14),
    ],
)
def test_a_fault_in_a_scheme_has_its_line_and_nothing_is_loaded(system, places, pack, old, new, line):
    text = with_scheme()
    assert old in text
    with pytest.raises(PackError) as error:
        load_targets(pack(text.replace(old, new, 1)), scope=system)
    assert f"targets.yaml:{line}: " in str(error.value)
    assert not Target.objects.exists()
    assert not UnitScheme.objects.exists()


BY_DATE = "        rule: yes_no\n        by: 2024-06-20\n"


def test_what_must_be_done_by_a_day_ends_on_it(system, places, pack):
    load_targets(pack(GOOD.replace("        rule: yes_no\n", BY_DATE)), scope=system)
    target = Target.objects.get(number="4")
    assert target.rule_detail["span"] == "2024-01-01/P172D"
    report(system, places.three, "no_poor_households", "quý I năm 2024", "không")
    assert (verdict_of(target.pk).suggested, verdict_of(target.pk).reason) == ("not_assessable", "not_due")
    report(system, places.three, "no_poor_households", "6 tháng đầu năm 2024", "không")
    assert verdict_of(target.pk).suggested == "not_assessable"  # a figure of June is no figure of the 20th


@pytest.mark.parametrize("by", ["2025-06-20", "2024-06-20\n        span: 6 tháng đầu năm"])
def test_a_day_of_another_year_or_beside_a_span_is_a_fault(system, places, pack, by):
    text = GOOD.replace("        rule: yes_no\n", BY_DATE.replace("2024-06-20", by))
    with pytest.raises(PackError) as error:
        load_targets(pack(text), scope=system)
    assert "targets.yaml:46: " in str(error.value)


def test_a_target_by_components_needs_one_that_counts(system, places, pack):
    told = GOOD.replace("rule: at_least\n        plan: 95 %", "rule: components")
    assert load_targets(pack(told), scope=system).targets == 5
    with pytest.raises(PackError) as error:
        load_targets(pack(told.replace("rule: between", "is_counted: false\n            rule: between")), scope=system)
    assert "targets.yaml:25: " in str(error.value)
