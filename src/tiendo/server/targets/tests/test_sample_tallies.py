# SPDX-License-Identifier: Apache-2.0
"""The sample's districts 5 and 9 classify as they published: their tallies come out, with the remainder.

The published sentences name 13 and 6 of 20 targets, and 2, 7 and 5 of 15: what is left is shown, not hidden.
"""

from __future__ import annotations

import pytest
import yaml

from sample.story import LOCALITIES
from tiendo.evaluate import Status
from tiendo.kernel.numbers import format_number
from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.figures.services import load_indicators, record_figures
from tiendo.server.figures.tests.making import ME, PACKS, figure, load_quan, make_places
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.queries import board_rows, get_scheme, tally, tally_classes
from tiendo.server.targets.services import decide_status, load_targets
from tiendo.server.units.models import UnitVersion

SAMPLE = PACKS.parent / "sample" / "localities"


def load(folder, unit_id, system):
    """The pack of a district, its figures of nine months, and what its office decided."""
    story = next(one for one in LOCALITIES if one.folder == folder)
    UnitVersion.objects.filter(unit_id=unit_id).update(code=story.code)
    load_targets(SAMPLE / folder, scope=system)
    rows = [row for group in story.groups for row in group.rows]
    given = [(story.year, row, row.latest, row.hedge) for row in rows]
    given += [(story.year - 1, row, row.before, "") for row in rows if row.before is not None]
    figures = [
        figure(unit_id, row.indicator, f"9 tháng đầu năm {year}", f"{hedge}{format_number(value)} {row.unit}")
        for year, row, value, hedge in given
    ]
    record_figures(figures, scope=system)
    period = Period.nine_months(story.year)
    found = {row.number: row for row in board_rows(unit_id, story.year, period, system)}
    for decided in yaml.safe_load((SAMPLE / folder / "story.yaml").read_text("utf-8"))["decisions"]:
        row = found[decided["number"]]
        decide_status(
            row.target_id, row.period, decided["status"], reason=decided["reason"], row_version=row.row_version,
            scope=system,
        )  # fmt: skip
    return board_rows(unit_id, story.year, period, system), get_scheme(unit_id, story.year, system)


@pytest.fixture
def places(db):
    load_quan()
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    return make_places()


@pytest.mark.parametrize(
    ("folder", "numbers", "unclassified"),
    [("quan-5-2024", [13, 6, 1], "4"), ("quan-9-2020", [2, 7, 5, 1], "5")],
)
def test_the_published_tally_comes_out_with_the_remainder(places, folder, numbers, unclassified):
    rows, scheme = load(folder, places.five, Scope.system("test"))
    told = tally_classes(rows, scheme)
    assert [number for _, number in told] == numbers
    assert told[-1][0] == ""
    assert tally(rows).total == sum(numbers) == len(rows)
    assert [row.number for row in rows if row.status == Status.UNCLASSIFIED] == [unclassified]


def test_sentences_use_the_names_of_the_locality_and_the_scheme_is_kept_with_the_verdict(places):
    rows, scheme = load("quan-5-2024", places.five, Scope.system("test"))
    assert scheme.code == "done_or_above_80"
    assert Verdict.objects.get(pk=rows[2].verdict_id).sentence_vi.endswith(": hoàn thành.")
    assert [name for name, _ in tally_classes(rows, scheme, is_english=True)][:2] == [
        "completed", "above 80% and expected"
    ]  # fmt: skip
