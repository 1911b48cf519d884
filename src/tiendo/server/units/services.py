# SPDX-License-Identifier: Apache-2.0
"""Loading packs of units."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.vietnamese import search_key, sort_key
from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.services import record
from tiendo.server.support.packs import Fault, PackError, open_pack
from tiendo.server.units.data import LoadReport
from tiendo.server.units.heirs import inherit
from tiendo.server.units.models import LoadedPack, Unit, UnitBelow, UnitChange, UnitVersion
from tiendo.server.units.reading import read_pack
from tiendo.server.units.rules import Layout, Version, close, lay_out

Progress = Callable[[str, int, int], None]  # step, done, total
_BATCH = 2_000


def load_units(folder: Path, *, actor: Actor, progress: Progress = lambda *_: None) -> LoadReport:
    """Loads a pack of units, all of it or nothing; the same pack a second time does nothing.

    A unit keeps its number for ever: it is found again by where it first came from, so a corrected pack may change
    names, days and changes of a unit, never what other rows point at.

    Raises:
        PackError: with file and line of each fault.
    """
    pack = open_pack(folder)
    if pack.manifest.kind != "units":
        raise PackError([Fault(str(folder / "pack.yaml"), 1, _("This pack does not hold units."))])
    known = LoadedPack.objects.filter(code=pack.manifest.code).first()
    if known is not None and known.sha256 == pack.sha256:
        return LoadReport(Unit.objects.count(), known.versions.count(), known.changes.count(), is_unchanged=True)
    progress("read", 0, 0)
    units, changes = read_pack(pack)
    layout = lay_out(units, changes, prefix=pack.manifest.code)
    with transaction.atomic():
        loaded, _created = LoadedPack.objects.update_or_create(
            code=pack.manifest.code, defaults={"sha256": pack.sha256, "loaded_at": timezone.now()}
        )
        report = _store(layout, loaded, progress)
        detail = {"sha256": pack.sha256, "units": report.units, "versions": report.versions, "changes": report.changes}
        record(Act("units.load", f"pack:{loaded.code}", None, detail), actor=actor)
    return report


def _store(layout: Layout, pack: LoadedPack, progress: Progress) -> LoadReport:
    wanted = list(layout.versions)
    ids = dict(Unit.objects.filter(origin__startswith=f"{pack.code}:").values_list("origin", "id"))
    Unit.objects.bulk_create([Unit(origin=origin) for origin in wanted if origin not in ids], batch_size=_BATCH)
    ids = dict(Unit.objects.filter(origin__startswith=f"{pack.code}:").values_list("origin", "id"))
    pack.versions.all().delete()
    pack.changes.all().delete()
    rows = [_row(pack, ids, origin, version) for origin in wanted for version in layout.versions[origin]]
    for first in range(0, len(rows), _BATCH):
        progress("units", first, len(rows))
        UnitVersion.objects.bulk_create(rows[first : first + _BATCH])
    links = [
        UnitChange(
            pack=pack,
            source_id=ids[link.source],
            target_id=None if link.target is None else ids[link.target],
            on=link.change.on,
            kind=link.change.kind,
            part=link.change.part,
            share=link.change.share,
            share_population=link.change.share_population,
            share_area=link.change.share_area,
            act=link.change.act,
            clause=link.change.clause,
        )
        for link in layout.links
    ]
    progress("changes", 0, len(links))
    UnitChange.objects.bulk_create(links, batch_size=_BATCH)
    progress("tree", 0, 0)
    UnitBelow.objects.filter(below__origin__startswith=f"{pack.code}:").delete()
    tree = close(layout.versions)
    former = inherit(layout.versions, layout.links, tree)
    UnitBelow.objects.bulk_create(
        (
            UnitBelow(above_id=ids[above], below_id=ids[below], is_former=is_former)
            for pairs, is_former in ((tree, False), (former, True))
            for above, below in sorted(pairs)
        ),
        batch_size=_BATCH,
    )
    return LoadReport(len(wanted), len(rows), len(links), is_unchanged=False, unplaced=tuple(layout.unplaced))


def _row(pack: LoadedPack, ids: dict[str, int], origin: str, version: Version) -> UnitVersion:
    return UnitVersion(
        pack=pack,
        unit_id=ids[origin],
        code=version.code,
        name=version.name,
        name_en=version.name_en,
        level=version.level,
        parent_id=None if version.parent is None else ids[version.parent],
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        search_key=search_key(version.name),
        exact_key=search_key(version.name, has_marks=True),
        sort_key=sort_key(version.name),
    )
