# SPDX-License-Identifier: Apache-2.0
"""Loading packs of targets: the resolution of a locality for a year, all of it or nothing, a second time nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import require
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.figures.data import SourceKind, SourceRef
from tiendo.server.support.packs import Fault, Marked, PackError, open_pack
from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.data import PlanInput, TargetInput, TargetsReport
from tiendo.server.targets.models import LoadedPack, Target
from tiendo.server.targets.reading import ReadTarget, TargetFile, read_pack, read_scheme
from tiendo.server.targets.services.assigning import write_target
from tiendo.server.targets.services.classifying import write_scheme
from tiendo.server.targets.services.evaluating import evaluate_targets
from tiendo.server.targets.services.planning import write_phasing, write_plan
from tiendo.server.units.data import AmbiguousUnitError
from tiendo.server.units.queries import find_by_code

Progress = Callable[[str, int, int], None]  # step, done, total


def load_targets(folder: Path, *, scope: Scope, progress: Progress = lambda *_: None) -> TargetsReport:
    """Loads a pack of targets with plans and phasing, and judges them once.

    The same pack a second time does nothing, whatever people have set since. A corrected pack changes what differs:
    plans get new versions, the old ones stay readable.

    Raises:
        PackError: with file and line of each fault; nothing was loaded.
        NotForYou: the person may not set targets for the unit.
    """
    pack = open_pack(folder)
    if pack.manifest.kind != "targets":
        raise PackError([Fault(str(folder / "pack.yaml"), 1, _("This pack does not hold targets."))])
    progress("read", 0, 0)
    files = read_pack(pack)
    is_known = LoadedPack.objects.filter(code=pack.manifest.code, sha256=pack.sha256).exists()
    units = [_find_unit(marked) for marked, _targets in files]
    for unit_id in units:
        require(scope, Right.SET_TARGET, unit_id)
    total = sum(len(targets) for _marked, targets in files)
    if is_known:
        return TargetsReport(total, 0)
    changed: set[int] = set()
    faults: list[Fault] = []
    with transaction.atomic():
        for unit_id, (marked, targets) in zip(units, files, strict=True):
            for done, read in enumerate(targets):
                progress("targets", done, total)
                try:
                    changed.update(_load(read, marked.value, unit_id, scope))
                except Refusal as refusal:
                    faults.append(Fault(read.place.file, read.place.line, str(refusal.sentence)))
            changed.update(_load_scheme(marked, unit_id, scope))
        if faults:
            raise PackError(faults)
        known = {"sha256": pack.sha256, "loaded_at": timezone.now()}
        LoadedPack.objects.update_or_create(code=pack.manifest.code, defaults=known)
        if changed:
            evaluate_targets(changed)
            detail = {"sha256": pack.sha256, "targets": total, "changed": len(changed)}
            record(Act("targets.load", f"pack:{pack.manifest.code}", None, detail), actor=scope.actor)
    progress("targets", total, total)
    return TargetsReport(total, len(changed))


def _load_scheme(marked: Marked[TargetFile], unit_id: int, scope: Scope) -> list[int]:
    """Ids of the targets that are classified differently from now on."""
    scheme, year = read_scheme(marked), marked.value.year
    if scheme is None or not write_scheme(unit_id, year, scheme, scope=scope):
        return []
    return list(Target.objects.filter(unit_id=unit_id, year=year).values_list("pk", flat=True))


def _find_unit(marked: Marked[TargetFile]) -> int:
    file = marked.value
    on = file.on or date(file.year, 1, 1)
    try:
        unit = find_by_code(file.unit, on)
    except AmbiguousUnitError:
        unit = None
    if unit is None:
        told = {"code": file.unit, "day": f"{on:%d/%m/%Y}"}
        sentence = _("No unit has the code %(code)s on %(day)s: load the units, or correct the code or the day (“on”).")
        raise PackError([marked.fault(sentence % told, "unit")])
    return unit.id


def _load(read: ReadTarget, file: TargetFile, unit_id: int, scope: Scope) -> Iterator[int]:
    """Ids of the target once for each thing that is new."""
    line = read.line
    given = TargetInput(
        unit_id=unit_id,
        indicator=line.indicator,
        year=file.year,
        number=line.number,
        name=line.name,
        rule=line.rule,
        detail=read.detail,
        position=read.position,
        group=read.group,
        parent_number=read.parent_number,
        lead_name=line.lead,
        cadence=line.cadence,
        is_counted=line.is_counted,
    )
    same = Target.objects.filter(unit_id=unit_id, year=file.year, number=line.number)
    version = same.values_list("row_version", flat=True).first()
    target_id, is_new = write_target(given, scope=scope, row_version=version)
    news = [is_new]
    source = SourceRef(SourceKind.PACK)
    if read.value is not None:
        primary = PlanInput(
            target_id, read.value, read.upper, file.assigner, file.act, line.clause, file.decided_on, source=source
        )
        news.append(write_plan(primary, scope=scope)[1])
    for plan, value, upper in read.others:
        other = PlanInput(
            target_id, value, upper, plan.assigner, plan.act, plan.clause, plan.decided_on, is_primary=False,
            source=source,
        )  # fmt: skip
        news.append(write_plan(other, scope=scope)[1])
    news.append(write_phasing(target_id, read.steps, scope=scope))
    return (target_id for is_changed in news if is_changed)
