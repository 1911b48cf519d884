# SPDX-License-Identifier: Apache-2.0
"""What the docs of an installation say is what the code reads and checks."""

from __future__ import annotations

import re

from tests.architecture.tree import PACKAGE, ROOT

PAGE = (ROOT / "docs/reference/settings.md").read_text("utf-8")
FIRST_CELL = re.compile(r"^\| `?(\S+?)`? \|", re.MULTILINE)


def _read(path):
    return (PACKAGE / path).read_text("utf-8")


def test_every_variable_that_is_read_is_documented_and_no_other():
    read = set(re.findall(r'"(TIENDO_\w+)"', _read("server/project/environment.py")))
    documented = {cell for cell in FIRST_CELL.findall(PAGE) if cell.startswith("TIENDO_")}
    assert documented == read


def test_no_other_module_of_the_server_reads_the_environment():
    paths = [path for path in (PACKAGE / "server").rglob("*.py") if "tests" not in path.parts]
    readers = [path.name for path in paths if re.search(r"os\.environ\b(?!\.setdefault)", path.read_text("utf-8"))]
    assert readers == ["environment.py"]


def test_every_check_is_documented_and_no_other():
    known = set(re.findall(r'id="(tiendo\.\w+)"', _read("server/project/checks.py")))
    documented = {cell for cell in FIRST_CELL.findall(PAGE) if cell.startswith("tiendo.")}
    assert documented == known
