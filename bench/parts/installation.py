# SPDX-License-Identifier: Apache-2.0
"""An installation in a temporary folder, and a clock: what the parts of ``bench.server`` share."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

OK = 200


@dataclass(frozen=True, slots=True)
class Took:
    """Processor time of this process, and time on the wall."""

    cpu: float
    wall: float


def set_up(folder: str) -> None:
    """Django with a database in this folder; nothing of the server may be imported before."""
    os.environ |= {"TIENDO_MODE": "test", "TIENDO_DATA": folder}
    os.environ["DJANGO_SETTINGS_MODULE"] = "tiendo.server.project.settings"
    import django  # noqa: PLC0415 - WONTFIX: the settings read the folder that was just made
    from django.core.management import call_command  # noqa: PLC0415 - WONTFIX: the same

    django.setup()
    call_command("migrate", verbosity=0)


def clock(run: Callable[[], object]) -> Took:
    """One run, garbage collected before."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return Took(time.process_time() - cpu, time.perf_counter() - wall)


def get(client: Client, address: str) -> bytes:
    """A page that must answer."""
    answer = client.get(address)
    if answer.status_code != OK:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return bytes(answer.content)


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def tell(name: str, took: Sequence[float]) -> None:
    """One line: median and p95 in ms."""
    median = statistics.median(took) * 1000
    print(f"  {name:<34} median {median:7.1f} ms   p95 {p95(took) * 1000:7.1f} ms   of {len(took)}")


def judge(name: str, value: float, limit: float, unit: str) -> None:
    """One line: a value beside its limit."""
    word = "kept" if value <= limit else "MISSED"
    print(f"  {name:<34} {value:7.1f} {unit}   limit {limit:g} {unit}: {word}")
