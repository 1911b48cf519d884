# SPDX-License-Identifier: Apache-2.0
"""Many documents read by one process of jobs and by two beside each other, as ``tiendo jobs`` beside ``tiendo serve``.

From the claim of the first job to the end of the last, so that the start of Python is not in it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.parts import intake

if TYPE_CHECKING:
    from tiendo.server.accounts.data import Scope

_WORK = "import django; django.setup(); from tiendo.server.jobs.worker import work; work(until_empty=True)"


def measure(documents: int) -> None:
    """One process, two, one, two: the machine is another one from minute to minute."""
    from tiendo.server.accounts.data import Role  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.accounts.queries import get_scope  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.accounts.tests import cast  # noqa: PLC0415 - WONTFIX: the same

    unit = cast.make_unit("27998", "Phường Hai")
    scope = get_scope(cast.make_person("bench-3", "Đỗ Văn Hai", Role.OFFICE, unit))
    files = intake.make_texts(4 * documents)
    load = os.getloadavg()[0]
    print(f"{documents} texts by one process of jobs and by two, load {load:.1f}")
    for turn, processes in enumerate((1, 2, 1, 2)):
        part = files[turn * documents : (turn + 1) * documents]
        intake.receive_all(part, unit, scope)
        _tell(processes, documents, unit, scope)


def _tell(processes: int, documents: int, unit: int, scope: Scope) -> None:
    from django.db.models import Max, Min  # noqa: PLC0415 - WONTFIX: models are loaded only now

    from tiendo.server.jobs.models import Job  # noqa: PLC0415 - WONTFIX: the same

    waiting = list(Job.objects.filter(unit_id=unit, state="queued").values_list("pk", flat=True))
    before = _cpu_of_children()
    workers = [subprocess.Popen([sys.executable, "-c", _WORK]) for _ in range(processes)]
    if any(worker.wait() for worker in workers):
        raise RuntimeError("a process of jobs has failed")
    done = Job.objects.filter(pk__in=waiting, state="done")
    if done.count() != documents:
        raise RuntimeError(f"{done.count()} of {documents} documents were read")
    times = done.aggregate(first=Min("started_at"), last=Max("finished_at"))
    wall = (times["last"] - times["first"]).total_seconds()
    shares = sorted(done.filter(worker=name).count() for name in set(done.values_list("worker", flat=True)))
    cpu = (_cpu_of_children() - before) / documents
    name = f"{processes} process{'es' if processes > 1 else ''}, shares {' and '.join(map(str, shares))}"
    print(f"  {name:<34} {documents / wall:6.0f} a second   CPU with the start {cpu * 1000:6.1f} ms a document")


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
