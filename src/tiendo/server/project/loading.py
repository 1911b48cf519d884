# SPDX-License-Identifier: Apache-2.0
"""Loading packs of every kind: what a pack holds decides which app takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from tiendo.server.accounts.data import Scope
from tiendo.server.collect.services import load_forms
from tiendo.server.figures.services import load_indicators
from tiendo.server.support.packs import Fault, PackError, open_pack
from tiendo.server.targets.services import load_targets
from tiendo.server.units.services import load_units

Progress = Callable[[str, int, int], None]

#: In this order, whatever the order in which they are named: targets and forms point at indicators and units.
_ORDER = ("units", "indicators", "targets", "forms")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack that was loaded.

    Attributes:
        count: units, indicators, targets or forms of it.
        unplaced: changes of units that name a unit which was not in force then.
    """

    title: str
    kind: str
    count: int
    is_unchanged: bool
    unplaced: tuple[tuple[int, str], ...] = ()


def in_order(folders: Sequence[Path]) -> list[Path]:
    """Folders of packs in the order in which they can be loaded one by one."""
    kinds = {folder: open_pack(folder).manifest.kind for folder in folders}
    return sorted(folders, key=lambda folder: _ORDER.index(kinds[folder]) if kinds[folder] in _ORDER else len(_ORDER))


def load_packs(folders: Sequence[Path], *, scope: Scope, progress: Progress = lambda *_: None) -> list[Loaded]:
    """Loads packs, each of them whole or not at all, those that others point at first.

    Raises:
        PackError: with file and line of each fault; packs loaded before it stay loaded.
    """
    packs = [open_pack(folder) for folder in folders]
    strange = [
        Fault(str(pack.folder / "pack.yaml"), 1, _("“%(kind)s” is no kind of pack: %(expected)s.") % {
            "kind": pack.manifest.kind, "expected": ", ".join(_ORDER)})
        for pack in packs
        if pack.manifest.kind not in _ORDER
    ]  # fmt: skip
    if strange:
        raise PackError(strange)
    packs.sort(key=lambda pack: _ORDER.index(pack.manifest.kind))
    return [_load(pack.folder, pack.manifest.kind, pack.manifest.title, scope, progress) for pack in packs]


def _load(folder: Path, kind: str, title: str, scope: Scope, progress: Progress) -> Loaded:
    if kind == "units":
        units = load_units(folder, actor=scope.actor, progress=progress)
        return Loaded(title, kind, units.units, units.is_unchanged, units.unplaced)
    if kind == "indicators":
        indicators = load_indicators(folder, actor=scope.actor, progress=progress)
        return Loaded(title, kind, indicators.indicators, indicators.is_unchanged)
    if kind == "forms":
        forms = load_forms(folder, scope=scope, progress=progress)
        return Loaded(title, kind, forms.forms + forms.templates, forms.is_unchanged)
    targets = load_targets(folder, scope=scope, progress=progress)
    return Loaded(title, kind, targets.targets, targets.is_unchanged)
