# SPDX-License-Identifier: Apache-2.0
"""A whole file of targets → a file of verdicts, part by part: what is done stays done when a run is stopped.

What is here: parts, resuming, what the expression leaves to the reference engine. Not here: engines (``engines``).
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cache, partial, reduce
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tiendo.evaluate.bulk.declining import LEFT, ODD
from tiendo.evaluate.bulk.engines import Engine
from tiendo.evaluate.bulk.expression import build_verdicts, stages_apart, verdict_kinds
from tiendo.evaluate.bulk.facts import Facts, Observations, complete_targets
from tiendo.evaluate.bulk.looking import check_columns, look, look_at_targets, relevant
from tiendo.evaluate.bulk.maps import Ground
from tiendo.evaluate.bulk.plain import can_be_plain, find_groups, look_at_groups
from tiendo.evaluate.bulk.rows import Row, judge_row
from tiendo.evaluate.bulk.spans import Ask
from tiendo.evaluate.schemes import STANDARD, Scheme
from tiendo.evaluate.verdict import Reason
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_short

#: Plans in one part: what a stopped run does again at most.
PART_SIZE = 250_000
#: Changes when parts of an older version must not be taken over.
_FORM = 2
_KEYS = ["unit", "indicator"]
#: Reasons that lie in the way between the maps.
_NOT_ON_THE_MAP = {Reason.NOT_RESTATED.value}
_ARROW = {"string": pa.string(), "float64": pa.float64(), "boolean": pa.bool_()}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be evaluated.

    Attributes:
        observations, targets, out: paths of Parquet files.
        is_expression: by the expression; else everything by the reference engine.
        part_size: plans in one part.
        ground: the map on which verdicts are asked for; None: units are the same in both files.
    """

    observations: str
    targets: str
    out: str
    as_of: Period
    scheme: Scheme = STANDARD
    is_expression: bool = True
    part_size: int = PART_SIZE
    ground: Ground | None = None


@dataclass(slots=True)
class Summary:
    """What was done: verdicts in the file, parts taken over from a stopped run, rows by engine and refused."""

    verdicts: int = 0
    taken_over: int = 0
    left: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two tables before a part of them is judged.

    Attributes:
        observations: those of the groups that are not plain.
        groups: for each span all groups, the odd ones marked.
        plain: facts of the plain groups.
        careful: facts of the others; None when there are none.
        as_of: the period of the report.
    """

    observations: Observations
    groups: Mapping[Period, ir.Table]
    plain: Facts
    careful: Facts | None
    as_of: Period

    @staticmethod
    def of(observations: Observations, targets: ir.Table, engine: Engine, as_of: Period) -> Known:
        """Looks at all observations once.

        Raises:
            TableError: a table is not what it must be.
        """
        asked = look_at_targets(targets, engine)
        asks = [ask for span in asked.spans if (ask := Ask.of(span, as_of)).needed is not None]
        groups = {ask.span: find_groups(observations, ask, asked, engine) for ask in asks if can_be_plain(ask)}
        plain, has_odd = look_at_groups(asked, targets, groups, engine)
        if observations.ground is not None or (len(groups) == len(asks) and not has_odd):
            return Known(observations, groups, plain, None, as_of)
        if len(groups) == len(asks):
            odd = [table.filter(table.is_odd).select("unit", "indicator") for table in groups.values()]
            keys = reduce(lambda one, other: one.union(other), odd).distinct()
            observations = replace(observations, keys=engine.keep(keys))
        return Known(observations, groups, plain, look(observations, targets, engine, as_of), as_of)

    def judge(
        self, targets: ir.Table, engine: Engine, scheme: Scheme, units: tuple[str, str] | None = None
    ) -> pa.Table:
        """The verdicts of plans; the reason ``left`` stays where only the reference engine can tell.

        Args:
            targets: of all, or of a part.
            engine: what runs the queries.
            scheme: the classification.
            units: first and last unit of the part.
        """
        with stages_apart():
            found = engine.to_pyarrow(build_verdicts(self.groups, targets, self.plain, self.as_of, scheme))
            is_odd = pc.equal(found["reason"], ODD)
            rest = found.filter(is_odd)
            if self.careful is None or not len(rest):
                return found
            odd = only_plans(targets, rest)
            theirs = replace(self.observations, units=units)
            others = engine.to_pyarrow(build_verdicts(theirs, odd, self.careful, self.as_of, scheme))
        return pa.concat_tables([found.filter(pc.invert(is_odd)), others.cast(found.schema)])


def only_plans(targets: ir.Table, rows: pa.Table) -> ir.Table:
    """The targets of some verdicts."""
    return targets.semi_join(ibis.memtable(rows.select(["plan"])), "plan")


def evaluate_files(wish: Wish, engine: Engine, tell: Callable[[int, int], None]) -> Summary:
    """Writes the file of verdicts; it appears whole or not at all.

    Args:
        wish: what to evaluate.
        engine: what runs the queries.
        tell: is called with the plans done and all plans, after each part.

    Raises:
        TableError: a table is not what it must be.
        OSError: a file cannot be read or written.
    """
    given, asked = (engine.read(path) for path in (wish.observations, wish.targets))
    check_columns(given, "observations")
    check_columns(asked, "targets")
    observations, targets = Observations(given, ground=wish.ground), complete_targets(asked)
    if wish.is_expression:
        known = Known.of(observations, targets, engine, wish.as_of)
    else:
        known = Known(observations, {}, look(observations, targets, engine, wish.as_of), None, wish.as_of)
    folder = _open_folder(wish)
    summary, done = Summary(), 0
    ranges = list(_cut(targets, engine, wish.part_size))
    total = sum(count for *_, count in ranges)
    paths = [folder / f"part-{number:05d}.parquet" for number in range(len(ranges))]
    for path, (first, last, count) in zip(paths, ranges, strict=True):
        if path.exists():
            summary.taken_over += 1
        else:
            of_units = targets.filter(targets.unit.between(first, last))
            _write(_judge(replace(observations, units=(first, last)), of_units, known, engine, wish), path)
        done += count
        tell(done, total)
    _join(paths, folder, wish, summary)
    shutil.rmtree(folder)
    return summary


def _open_folder(wish: Wish) -> Path:
    """The folder of the parts beside the result; emptied when it belongs to another wish or to other files."""
    folder = Path(f"{wish.out}.parts")
    about = folder / "about.json"
    mine = json.dumps(_fingerprint(wish), sort_keys=True, ensure_ascii=False)
    with suppress(FileNotFoundError):
        if about.read_text("utf-8") == mine:
            return folder
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    about.write_text(mine, "utf-8")
    return folder


def _fingerprint(wish: Wish) -> dict[str, Any]:
    files = {name: os.stat(path) for name, path in (("observations", wish.observations), ("targets", wish.targets))}
    return {
        "form": _FORM,
        "files": {name: [found.st_size, found.st_mtime_ns] for name, found in files.items()},
        "as_of": [format_short(wish.as_of), wish.as_of.regime.code],
        "scheme": repr(asdict(wish.scheme)),
        "is_expression": wish.is_expression,
        "part_size": wish.part_size,
        "ground": wish.ground and wish.ground.fingerprint,
    }


def _cut(targets: ir.Table, engine: Engine, size: int) -> Iterator[tuple[str, str, int]]:
    """Ranges of units with about so many plans each: first unit, last unit, plans."""
    counted = engine.to_pyarrow(targets.group_by("unit").aggregate(plans=targets.count())).to_pylist()
    first, count = "", 0
    for row in sorted(counted, key=lambda row: row["unit"].encode()):
        first, count = first or row["unit"], count + row["plans"]
        if count >= size:
            yield first, row["unit"], count
            first, count = "", 0
    if count:
        yield first, row["unit"], count


def _judge(observations: Observations, targets: ir.Table, known: Known, engine: Engine, wish: Wish) -> pa.Table:
    if not wish.is_expression:
        return _finish(_by_reference(observations, targets, known, engine, wish), targets, engine, wish)
    found = known.judge(targets, engine, wish.scheme, observations.units)
    is_left = pc.is_in(found["reason"], pa.array([LEFT, ODD]))
    made = _complete(found.filter(pc.invert(is_left)))
    if len(made) < len(found):
        left = only_plans(targets, found.filter(is_left))
        made = pa.concat_tables([made, _by_reference(observations, left, known, engine, wish)])
    return _finish(made, targets, engine, wish)


def _by_reference(observations: Observations, targets: ir.Table, known: Known, engine: Engine, wish: Wish) -> pa.Table:
    """The verdicts of the reference engine, plan by plan."""
    asked = engine.to_pyarrow(targets).to_pylist()
    figures = _figures_of(asked, observations, known, engine, wish)
    rows = (
        judge_row(target, figures.get((target["unit"], target["indicator"]), ()), wish.as_of, wish.scheme)
        for target in asked
    )
    return _to_arrow(rows, wish.scheme)


def _figures_of(
    asked: list[Row], observations: Observations, known: Known, engine: Engine, wish: Wish
) -> Mapping[tuple[str, str], Sequence[Row]]:
    """The figures of the plans, by unit and indicator; on the map that is asked for when there is one."""
    keys = {(target["unit"], target["indicator"]) for target in asked}
    wanted = keys if wish.ground is None else wish.ground.list_sources(keys)
    table = pa.table({name: pa.array([key[at] for key in wanted], pa.string()) for at, name in enumerate(_KEYS)})
    rows = relevant(replace(observations, units=None, keys=None), known.plain.spans, wish.as_of)
    found: dict[tuple[str, str], list[Row]] = {}
    for row in engine.to_pyarrow(rows.semi_join(ibis.memtable(table), _KEYS)).to_pylist():
        found.setdefault((row["unit"], row["indicator"]), []).append(row)
    return found if wish.ground is None else wish.ground.restate(keys, found)


def _finish(found: pa.Table, targets: ir.Table, engine: Engine, wish: Wish) -> pa.Table:
    """The verdicts with what is said of figures on another map."""
    qualities: list[tuple[str | None, str | None]] = [(None, None)] * len(found)
    if wish.ground is not None:
        begun = engine.to_pyarrow(targets.select("plan", "span_first_on"))
        first = dict(zip(begun["plan"].to_pylist(), begun["span_first_on"].to_pylist(), strict=True))
        say = cache(partial(wish.ground.quality, last_on=wish.as_of.last_on))
        rows = zip(*(found[name].to_pylist() for name in ("plan", "unit", "reason")), strict=True)
        refused = ("refused", None)
        qualities = [refused if why in _NOT_ON_THE_MAP else say(unit, first[plan]) for plan, unit, why in rows]
    for at, name in enumerate(("quality", "basis")):
        column = pa.array([quality[at] for quality in qualities], pa.string())
        found = found.set_column(found.schema.get_field_index(name), name, column)
    return found


def arrow_schema(scheme: Scheme) -> pa.Schema:
    """The columns of the file of verdicts."""
    kinds = verdict_kinds(scheme) | dict.fromkeys(("quality", "basis", "judged_by", "why"), "string")
    return pa.schema([(name, _ARROW[kind]) for name, kind in kinds.items()])


def _to_arrow(rows: Iterator[dict[str, Any]], scheme: Scheme) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=arrow_schema(scheme))


def _complete(found: pa.Table) -> pa.Table:
    """What the expression judged, with who judged it; columns may be null as in every other part."""
    nothing = pa.nulls(len(found), pa.string())
    by = pa.array(["expression"] * len(found), pa.string())
    for name, column in (("quality", nothing), ("basis", nothing), ("judged_by", by), ("why", nothing)):
        found = found.append_column(name, column)
    return found.cast(pa.schema([(field.name, field.type) for field in found.schema]))


def _write(table: pa.Table, path: Path) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    pq.write_table(table, beside)
    os.replace(beside, path)


def _join(paths: list[Path], folder: Path, wish: Wish, summary: Summary) -> None:
    """One file from the parts, made among them (a killed run leaves nothing else), moved to its place at the end."""
    beside = folder / f"whole-{secrets.token_hex(4)}.parquet"
    try:
        with pq.ParquetWriter(beside, arrow_schema(wish.scheme)) as writer:
            for path in paths:
                table = pq.read_table(path)
                writer.write_table(table)
                summary.verdicts += len(table)
                summary.left += pc.sum(pc.equal(table["judged_by"], "reference")).as_py() or 0
                summary.refused += pc.sum(pc.is_valid(table["why"])).as_py() or 0
        os.replace(beside, wish.out)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise
