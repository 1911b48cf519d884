# SPDX-License-Identifier: Apache-2.0
"""Whatever people do, in whatever order: versions stay, and what is locked is what its last version says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tiendo.server.collect.data import KEPT, Correction
from tiendo.server.collect.services import approve_sheet, correct_sheet, lock_sheet, return_sheet, submit_sheet
from tiendo.server.collect.tests.making import FIRMS, JOBS, REVENUE, in_force, state_of, tell_story, type_in, versions
from tiendo.server.figures.data import Correction as FigureCorrection
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_value
from tiendo.server.figures.tests.making import figure, quantity
from tiendo.server.support.refusals import Refusal

NUMBERS = st.integers(0, 3)
STEPS = ("type", "gap", "submit", "return", "approve", "lock", "correct", "other", "mend", "withdraw")
PATHS = st.lists(st.tuples(st.sampled_from(STEPS), NUMBERS), min_size=4, max_size=14)


def _do(story, step, number):
    ward, office, clerk = story.cast.ward, story.scope("office"), story.scope("specialist")
    held = in_force(ward, FIRMS)
    correction = FigureCorrection("khác", quantity(f"{number} doanh nghiệp"))
    acts = {
        "type": lambda: type_in(story.ward, clerk, **{REVENUE: "318,4", JOBS: "240", FIRMS: str(number)}),
        "gap": lambda: type_in(story.ward, clerk, **{FIRMS: f"gap: lý do {number}"}),
        "submit": lambda: submit_sheet(story.ward, scope=clerk),
        "return": lambda: return_sheet(story.ward, f"xem lại {number}", {}, scope=office),
        "approve": lambda: approve_sheet(story.ward, scope=office),
        "lock": lambda: lock_sheet(story.ward, scope=office),
        "correct": lambda: correct_sheet(story.ward, "vì", [Correction(FIRMS, str(number))], scope=office),
        "other": lambda: record_figures([figure(ward, FIRMS, "tháng 9/2026", f"{number} doanh nghiệp")], scope=office),
        "mend": lambda: held and correct_figure(held.pk, correction, scope=office),
        "withdraw": lambda: held and withdraw_value(held.pk, reason="khác", scope=office),
    }
    acts[step]()


class Paths(TestCase):
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(PATHS)
    def test_no_path_leads_to_a_changed_locked_figure_without_a_correction(self, path):
        story = tell_story()
        usual = [("type", 1), ("submit", 0), ("approve", 0), ("lock", 0)]
        for step, number in [*path, *usual, *path]:
            before, state = versions(story.ward), state_of(story.ward)
            held = in_force(story.cast.ward, FIRMS)
            try:
                _do(story, step, number)
            except Refusal:
                assert versions(story.ward) == before
                assert state_of(story.ward) == state
            after, now = versions(story.ward), in_force(story.cast.ward, FIRMS)
            assert {key: after[key] for key in before} == before
            if state in KEPT and held.value != now.value:
                assert step == "correct"
                assert len(after) == len(before) + 1
                assert now.value == after[max(after)][FIRMS][0]
