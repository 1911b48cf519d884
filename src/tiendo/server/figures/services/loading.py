# SPDX-License-Identifier: Apache-2.0
"""Loading packs of indicators: all of a pack or nothing, a second time nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.kernel.vietnamese import search_key
from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.services import record
from tiendo.server.figures.data import Nature, PackReport
from tiendo.server.figures.models import Indicator, Observation, Pack
from tiendo.server.figures.reading import IndicatorLine, Known, ReadIndicator, place_of, read_pack
from tiendo.server.support.packs import Fault, PackError, open_pack
from tiendo.server.support.packs import Pack as OpenedPack

Progress = Callable[[str, int, int], None]  # step, done, total
#: What decides the meaning of a stored figure; two packs that share an indicator agree on it.
_MEANING = ("measure", "nature", "roll_up")


def load_indicators(folder: Path, *, actor: Actor, progress: Progress = lambda *_: None) -> PackReport:
    """Loads a pack of indicators, all of it or nothing; the same pack a second time does nothing.

    An indicator that another pack has brought before stays as that pack has it; only new names are added. What the
    pack no longer has stays in the catalogue without a pack, because figures may point at it.

    Raises:
        PackError: with file and line of each fault.
    """
    pack = open_pack(folder)
    if pack.manifest.kind != "indicators":
        raise PackError([Fault(str(folder / "pack.yaml"), 1, _("This pack does not hold indicators."))])
    known = Pack.objects.filter(code=pack.manifest.code).first()
    if known is not None and known.sha256 == pack.sha256:
        return PackReport(known.indicators.count(), is_unchanged=True)
    progress("read", 0, 0)
    others = Indicator.objects.exclude(pack__code=pack.manifest.code)
    lines = read_pack(pack, {row.code: _known(row) for row in others})
    progress("indicators", 0, len(lines))
    with transaction.atomic():
        report = _store(pack, lines)
        detail = {"sha256": pack.sha256, "indicators": report.indicators, "dropped": report.dropped}
        record(Act("figures.load", f"pack:{pack.manifest.code}", None, detail), actor=actor)
    progress("indicators", len(lines), len(lines))
    return report


def _known(row: Indicator) -> Known:
    return Known(row.measure, Nature(row.nature), row.formula, bool(row.standards), row.part_of)


def _store(pack: OpenedPack, lines: Sequence[ReadIndicator]) -> PackReport:
    stored = {indicator.code: indicator for indicator in Indicator.objects.select_related("pack")}
    faults = [fault for one in lines for fault in _check_against(pack, one.line, stored)]
    faults += [fault for one in lines for fault in _check_standards(pack, one, stored)]
    if faults:
        raise PackError(faults)
    row, _created = Pack.objects.update_or_create(
        code=pack.manifest.code,
        defaults={"title": pack.manifest.title, "sha256": pack.sha256, "loaded_at": timezone.now()},
    )
    fresh, changed, shared = [], [], 0
    for position, one in enumerate(lines):
        line, old = one.line, stored.get(one.line.code)
        if old is None:
            fresh.append(_fill(Indicator(code=line.code), one, row, position))
        elif old.pack is not None and old.pack_id != row.pk:
            shared += 1
            _join(old, line)
            changed.append(old)
        else:
            changed.append(_fill(old, one, row, position))
    Indicator.objects.bulk_create(fresh)
    columns = [field.name for field in Indicator._meta.concrete_fields if not field.primary_key]
    Indicator.objects.bulk_update(changed, columns, batch_size=100)
    gone = Indicator.objects.filter(pack=row).exclude(code__in=[one.line.code for one in lines])
    return PackReport(len(lines), is_unchanged=False, shared=shared, dropped=gone.update(pack=None))


def _check_against(pack: OpenedPack, line: IndicatorLine, stored: dict[str, Indicator]) -> Iterator[Fault]:
    """What does not fit the catalogue as it stands: a changed meaning, a name that is taken."""
    old = stored.get(line.code)
    if old is not None and any(getattr(old, name) != getattr(line, name) for name in _MEANING):
        other = old.pack is not None and old.pack.code != pack.manifest.code
        if other or Observation.objects.filter(indicator=old).exists():
            told = {"code": line.code, "pack": old.pack.code if old.pack else "", "measure": old.measure}
            sentence = (
                _("“%(code)s” is kept in “%(measure)s” by the pack “%(pack)s”: take a new code, or measure alike.")
                if other
                else _("“%(code)s” has figures in %(measure)s: its measure and nature cannot change, take a new code.")
            )
            yield _at(pack, line.code, sentence % told)
    keys = {search_key(name, has_marks=True): name for name in (line.name, *line.aliases)}
    for code, indicator in stored.items():
        if code == line.code or indicator.pack is None or indicator.pack.code == pack.manifest.code:
            continue
        for name in (indicator.name_vi, *indicator.aliases):
            if search_key(name, has_marks=True) in keys:
                told = {"name": name, "owner": code, "pack": indicator.pack.code}
                sentence = _("“%(name)s” names “%(owner)s” of the pack “%(pack)s”: a name belongs to one indicator.")
                yield _at(pack, line.code, sentence % told)


def _check_standards(pack: OpenedPack, one: ReadIndicator, stored: dict[str, Indicator]) -> Iterator[Fault]:
    """Two packs that share an indicator count it by the same standard."""
    old = stored.get(one.line.code)
    if old is None or old.pack is None or old.pack.code == pack.manifest.code or not old.standards:
        return
    if one.standards and list(one.standards) != old.standards:
        sentence = _("“%(name)s” has other standards in the pack “%(pack)s”: take the same ones, or a new code.")
        yield _at(pack, one.line.code, sentence % {"name": one.line.name, "pack": old.pack.code})


def _at(pack: OpenedPack, code: str, sentence: str) -> Fault:
    place = place_of(pack, code)
    return Fault(place.file, place.line, sentence)


def _fill(indicator: Indicator, one: ReadIndicator, pack: Pack, position: int) -> Indicator:
    line = one.line
    indicator.pack, indicator.position = pack, position
    indicator.name_vi, indicator.name_en, indicator.sector = line.name, line.name_en, line.sector
    indicator.measure, indicator.nature, indicator.decimals = line.measure, line.nature, line.decimals
    indicator.direction, indicator.roll_up, indicator.formula = line.direction, line.roll_up, line.formula
    indicator.definition_vi, indicator.definition_en = line.definition, line.definition_en
    indicator.aliases = list(line.aliases)
    indicator.over_time, indicator.part_of, indicator.parts_add_up = one.over_time, line.part_of, line.parts_add_up
    indicator.group, indicator.standards = one.group, list(one.standards)
    indicator.search_key = _search_key(indicator)
    return indicator


def _join(indicator: Indicator, line: IndicatorLine) -> None:
    """What a second pack adds to an indicator that another one has brought: names, and that its components add up."""
    known = {search_key(name, has_marks=True) for name in (indicator.name_vi, *indicator.aliases)}
    new = [name for name in (line.name, *line.aliases) if search_key(name, has_marks=True) not in known]
    indicator.aliases = [*indicator.aliases, *new]
    indicator.parts_add_up = indicator.parts_add_up or line.parts_add_up
    indicator.search_key = _search_key(indicator)


def _search_key(indicator: Indicator) -> str:
    return "|".join(search_key(name) for name in (indicator.name_vi, *indicator.aliases, indicator.name_en))
