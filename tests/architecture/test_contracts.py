# SPDX-License-Identifier: Apache-2.0
"""The direction of imports."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.tree import ROOT, library_rooms

HEAVY = ("django", "pandas", "polars", "pyarrow", "duckdb", "ibis", "requests", "httpx", "typer", "rich")
#: Opened only inside the functions that need them, so that a notebook and the command start at once.
LATE = ("docx", "openpyxl", "xlrd", "pdfplumber", "pypdfium2", "xlsxwriter")


def _contracts() -> dict[str, dict]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def test_every_contract_is_kept():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_library_stands_outside_the_contract_of_libraries():
    assert sorted(_contracts()["libraries"]["source_modules"]) == [f"tiendo.{room}" for room in library_rooms()]


def test_no_contract_has_an_exception_that_no_decision_names():
    """The bulk engine is made of Ibis and Arrow: docs/adr/0007."""
    found = {
        name: contract["ignore_imports"] for name, contract in _contracts().items() if "ignore_imports" in contract
    }
    assert found == {"libraries": [f"tiendo.evaluate.bulk.** -> {package}" for package in ("ibis", "pyarrow")]}


def test_importing_the_libraries_loads_nothing_heavy():
    code = (
        f"import sys, {', '.join(f'tiendo.{room}' for room in library_rooms())}\n"
        f"print(*[name for name in {HEAVY + LATE!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
