# SPDX-License-Identifier: Apache-2.0
"""All verdicts of a table by the bulk engine, beside hand-written SQL and pandas for the same result, in one run.

Communes have monthly figures of 200 indicators for 60 months, until June 2024 as two former communes each; each has
a plan for the last year, and the report is on nine months: growth, phasing and restating to today's map are in every
verdict. Each way runs in a process of its own, in turn, and writes a file; the files are compared row by row. The SQL
is measured bare and with the checks that make it right for files that were not made for it; the limit holds for the
latter. The command with its checks and parts is measured too.

``python -m bench.evaluate [MILLIONS OF OBSERVATIONS] [ROUNDS]``; 40 is the whole country.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.parts import verdicts

MILLIONS, ROUNDS = 4.0, 3
MOST_TIMES_SQL, LEAST_TIMES_PANDAS, MOST_MEMORY_GB = 1.3, 5.0, 8.0


def main(millions: float = MILLIONS, rounds: int = ROUNDS) -> None:
    """Makes the tables, measures every way, compares, prints."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as folder:
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        print(f"{machine}, {time.strftime('%d/%m/%Y')}, load {load}")
        made = verdicts.make_tables(folder, millions)
        print(f"{made.observations:,} observations, {made.targets:,} plans, {made.megabytes:.0f} MB", flush=True)
        found: dict[str, list[dict[str, float]]] = {way: [] for way in verdicts.WAYS}
        for _ in range(rounds):
            for way, taken in found.items():
                taken.append(_run(way, folder))
                print(f"  {way:<12} {taken[-1]['cpu']:7.2f} s CPU {taken[-1]['wall']:7.2f} s wall", flush=True)
        print("medians:")
        _print(found)
        for way in ("sql", "careful", "pandas"):
            print(f"rows in which expression and {way} differ: {verdicts.count_differences(folder, way)}")


def _run(way: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.evaluate", "--way", way, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    taken: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return taken


def _run_here(way: str, folder: str) -> None:
    """One way in this process: its time without imports, and the most memory that the process ever had."""
    run = verdicts.prepare(way, Path(folder))
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    status = Path("/proc/self/status").read_text("utf-8")  # Linux; what getrusage tells is that of the parent too
    memory = int(status.partition("VmHWM:")[2].split()[0]) / 1024**2
    print(json.dumps(taken | {"memory": memory}))


def _print(found: dict[str, list[dict[str, float]]]) -> None:
    middle = {
        way: {name: statistics.median(one[name] for one in taken) for name in ("cpu", "wall", "memory")}
        for way, taken in found.items()
    }
    for way, taken in middle.items():
        print(f"  {way:<12} {taken['cpu']:7.2f} s CPU {taken['wall']:7.2f} s wall {taken['memory']:6.2f} GB")
    expression, bare, sql, pandas = (middle[way] for way in ("expression", "sql", "careful", "pandas"))
    for name in ("cpu", "wall"):
        ratio, faster = expression[name] / sql[name], pandas[name] / expression[name]
        print(
            f"  expression / SQL, {name}: {ratio:.2f} (limit {MOST_TIMES_SQL}; bare SQL: "
            f"{expression[name] / bare[name]:.2f}); pandas / expression: {faster:.1f}",
            end=" ",
        )
        print(f"(at least {LEAST_TIMES_PANDAS})")
    print(f"  memory of the expression: {expression['memory']:.2f} GB (limit {MOST_MEMORY_GB})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        _run_here(sys.argv[2], sys.argv[3])
    else:
        given = sys.argv[1:]
        main(float(given[0]) if given else MILLIONS, int(given[1]) if given[1:] else ROUNDS)
