# SPDX-License-Identifier: Apache-2.0
"""Counts how well readings agree with the annotated texts beside this file; README.md says what is annotated.

Here: matching and counting. Not here: bars (``test_reading``), the larger corpus of the house (``make score``).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tiendo.kernel.findings import Claim, Measurement, Reading
from tiendo.read import read_file
from tiendo.verify import judge

HERE = Path(__file__).parent
Annotation = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """What was found, what was annotated, and how often an attribute agrees where both are there."""

    found: int = 0
    predicted: int = 0
    annotated: int = 0
    agrees: dict[str, list[bool]] = field(default_factory=dict)
    subject: list[float] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)

    def f1(self) -> float:
        """Harmonic mean of precision and recall of the measurements."""
        return 2 * self.found / (self.predicted + self.annotated)

    def share(self, name: str) -> float:
        """Share of the found measurements whose attribute agrees."""
        return sum(self.agrees[name]) / len(self.agrees[name])


def corpus() -> Iterator[tuple[Path, Annotation]]:
    """Each text with its annotations."""
    for path in sorted((HERE / "texts").glob("*.txt")):
        yield path, json.loads((HERE / "gold" / f"{path.stem}.json").read_text("utf-8"))


def tally() -> Tally:
    """Read every text and count."""
    counted = Tally()
    for path, gold in corpus():
        reading = read_file(path)
        _count_measurements(counted, reading, gold)
        counted.false_alarms += [f"{path.stem}: {claim.quote}" for claim in _false_alarms(reading, gold)]
    return counted


def _count_measurements(counted: Tally, reading: Reading, gold: Annotation) -> None:
    wanted = list(gold["measurements"])
    ignored = [*gold["optional"], *gold["word_quantities"]]
    counted.annotated += len(wanted)
    for found in reading.measurements:
        match = next((w for w in wanted if _overlap(found, w) and _same_value(found, w)), None)
        if match is not None:
            wanted.remove(match)
            counted.found += 1
            counted.predicted += 1
            _compare(counted, found, match)
        elif any(_overlap(found, w) for w in gold["measurements"]) or not any(_overlap(found, o) for o in ignored):
            counted.predicted += 1


def _compare(counted: Tally, found: Measurement, gold: Annotation) -> None:
    checks = {
        "kind": found.kind == gold["kind"],
        "approx": found.approx == gold["approx"],
        "unit": _same_unit(found.unit, gold["unit"]),
        "comparison": _head(found.comparison) == _head(gold["comparison"]),
    }
    if gold["period"]:
        checks["period"] = found.period == gold["period"]
    for name, good in checks.items():
        counted.agrees.setdefault(name, []).append(good)
    counted.subject.append(_word_f1(found.subject, gold["subject"]))


def _false_alarms(reading: Reading, gold: Annotation) -> Iterator[Claim]:
    """Claims called wrong that no annotation calls wrong."""
    text = reading.document.text
    wrong = [
        (at, at + len(c["quote"])) for c in gold["claims"] if not c["consistent"] for at in [text.find(c["quote"])]
    ]
    for claim in reading.claims:
        span = claim.span
        if span is None or judge(claim).is_consistent is not False:
            continue
        if not any(span.start < end and start < span.end for start, end in wrong):
            yield claim


def _overlap(found: Measurement, gold: Annotation) -> bool:
    span = found.span
    return span is not None and span.start < gold["end"] and gold["start"] < span.end


def _same_value(found: Measurement, gold: Annotation) -> bool:
    return math.isclose(float(found.value), float(gold["value"]), rel_tol=1e-6)


def _same_unit(one: str, other: str) -> bool:
    left, right = set(one.split()), set(other.replace("tỉ", "tỷ").split())
    return left <= right or right <= left


def _head(comparison: str | None) -> str:
    return (comparison or "none").split(":")[0]


def _word_f1(one: str, other: str) -> float:
    left, right = re.findall(r"\w+", one.casefold()), re.findall(r"\w+", other.casefold())
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    return 2 * common / (len(left) + len(right)) if left and right else float(left == right)
