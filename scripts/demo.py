# SPDX-License-Identifier: Apache-2.0
"""Reads and checks the sample reports, writes one page to open, then serves the board of the sample (`make demo`).

With `--country` (`make demo-country`): serves the whole country with invented figures of a city instead.

Here: the walk through the main job, as a newcomer does it. Not here: anything that the command `tiendo` does itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TIENDO = Path(sys.executable).with_name("tiendo")
PAGE = Path("build/demo/tiendo.html")
DATA = Path("build/demo/data")
COUNTRY_DATA = Path("build/demo-country/data")
REPORTS = ("sample/*.txt", "sample/*.docx", "sample/*.xlsx")  # tiendo opens such patterns itself


def run(step: str, *arguments: str, allowed: tuple[int, ...] = (0,)) -> None:
    """Show a command and run it; stop with its status when that is none of the allowed ones."""
    print(f"\n[{step}] tiendo {' '.join(arguments)}", flush=True)
    status = subprocess.run([TIENDO, *arguments], check=False).returncode
    if status not in allowed:
        raise SystemExit(f"“tiendo {arguments[0]}” dừng với mã {status}. / ended with status {status}.")


def walk() -> None:
    """Read, check, write the page; then the same on the server, which stays open until Ctrl-C."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    run("1/4", "read", "sample/quan-9-chin-thang-2020.txt")
    run("2/4", "check", *REPORTS, allowed=(0, 1))  # 1: there are errors in the figures, and in the sample there are
    run("3/4", "read", *REPORTS, "--format", "html", "-o", str(PAGE))
    print(f"\nTrang kết quả đọc / The page of what was read:\n  {PAGE.resolve().as_uri()}")
    serve("4/4", DATA)


def serve(step: str, data: Path, *options: str) -> None:
    """The server's demonstration in a data folder of its own."""
    os.environ.setdefault("TIENDO_DATA", str(data.resolve()))
    port = os.environ.get("PORT", "8000")
    is_served = os.environ.get("SERVE", "1") != "0"
    run(step, "demo", *options, "--port", port, *([] if is_served else ["--no-serve"]), allowed=(0, 130))


if __name__ == "__main__":
    if "--country" in sys.argv[1:]:
        serve("1/1", COUNTRY_DATA, "--country")
    else:
        walk()
