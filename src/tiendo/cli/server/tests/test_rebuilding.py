# SPDX-License-Identifier: Apache-2.0
"""``tiendo rebuild``: its place is kept, holds for one program, and is one run's alone."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest

from tiendo import __version__
from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.server import rebuilding
from tiendo.render.lang import Lang
from tiendo.server.figures.tests.making import load_quan, make_places
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.services import rebuild_verdicts
from tiendo.server.targets.tests.making import office, report, set_target, verdict_of

REVENUE = "state_budget_revenue"


@pytest.fixture
def targets(db):
    """Three targets with verdicts that an older program computed otherwise."""
    load_quan()
    places = make_places()
    me = office(places.city)
    made = [set_target(me, places.three, REVENUE, "5.208 tỷ đồng", number=str(number)) for number in (1, 2, 3)]
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    Verdict.objects.filter(target_id__in=made).update(suggested="at_risk", reason="behind")
    return made


@pytest.fixture
def installed(targets, settings, tmp_path, monkeypatch):
    """The command without setting the program up a second time; its data folder."""
    monkeypatch.setattr(rebuilding, "open_installation", lambda lang: None)
    monkeypatch.setattr(rebuilding, "bring_up_to_date", lambda lang: None)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data=tmp_path)
    return tmp_path


def stati(targets):
    return [verdict_of(target).suggested for target in targets]


def test_the_command_tells_what_changed_and_leaves_no_place_behind(installed, targets, capsys):
    assert rebuilding.rebuild(Lang.VI, is_anew=False) == Exit.FINE
    assert capsys.readouterr().out == "Đã đánh giá 3 chỉ tiêu; 3 kết quả khác với kết quả đã lưu.\n"
    assert not (installed / "rebuild.json").exists()


def test_the_command_keeps_its_place_when_a_part_fails(installed, targets, monkeypatch):
    def fail(*, scope, after):
        yield from list(rebuild_verdicts(scope=scope, after=after, size=1))[:1]
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("tiendo.server.targets.services.rebuild_verdicts", fail)
        with pytest.raises(RuntimeError):
            rebuilding.rebuild(Lang.EN, is_anew=False)
    place = json.loads((installed / "rebuild.json").read_text("utf-8"))
    assert place == {"version": __version__, "after": targets[0]}


@pytest.mark.parametrize(
    ("version", "is_anew", "judged"), [(__version__, False, 1), (__version__, True, 3), ("0.0.1", False, 3)]
)
def test_a_place_holds_for_the_program_that_kept_it_and_unless_told_otherwise(
    installed, targets, capsys, version, is_anew, judged
):
    (installed / "rebuild.json").write_text(json.dumps({"version": version, "after": targets[1]}), "utf-8")
    rebuilding.rebuild(Lang.EN, is_anew=is_anew)
    assert f"; {judged} verdicts differ" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such lock")
def test_a_second_run_beside_the_first_is_refused(installed, targets):
    import fcntl  # noqa: PLC0415 - WONTFIX: only some systems have it

    with (installed / "rebuild.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(NotReadyError, match="already"):
            rebuilding.rebuild(Lang.EN, is_anew=False)
    assert stati(targets) == ["at_risk"] * 3
