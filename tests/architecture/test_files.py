# SPDX-License-Identifier: Apache-2.0
"""What is true of every source file."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.tree import PACKAGE, ROOT, files, library_modules, name

MOST_LINES = 400
MOST_MODULES = 15
#: Files that are longer, with their length today. The list may only shrink, and so may the numbers.
LONG_FILES: dict[str, int] = {}
#: Folders that hold more modules, and how many at most. The same holds for this list.
FULL_FOLDERS: dict[str, int] = {}
NAMES_THAT_SAY_NOTHING = {"utils.py", "helpers.py", "common.py", "misc.py", "util.py", "tools.py", "lib.py"}
#: The libraries are told the date; they never ask for it.
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


def test_every_source_file_names_its_licence():
    sources = [*files(".py", ".sh", ".css", ".js"), ROOT / "Makefile", ROOT / ".ci/run"]
    heads = {name(path): path.read_text("utf-8")[:200] for path in sources}
    assert not [path for path, head in heads.items() if head and "SPDX-License-Identifier: Apache-2.0" not in head]


def test_no_file_is_long():
    lengths = {name(path): len(path.read_text("utf-8").splitlines()) for path in files(".py")}
    assert not {path: lines for path, lines in lengths.items() if lines > LONG_FILES.get(path, MOST_LINES - 1)}


def test_the_list_of_long_files_shrinks_with_the_files():
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in LONG_FILES}
    assert lengths == {path: lines for path, lines in LONG_FILES.items() if lines >= MOST_LINES}


def test_no_folder_has_many_modules():
    folders = {path.parent for path in files(".py", under=("src",))}
    counts = {name(folder): len([p for p in folder.glob("*.py") if not p.name.startswith("__")]) for folder in folders}
    assert not {folder: count for folder, count in counts.items() if count > FULL_FOLDERS.get(folder, MOST_MODULES)}


def test_every_module_has_a_name_that_says_something():
    assert not [name(path) for path in files(".py") if path.name in NAMES_THAT_SAY_NOTHING]


def test_every_module_says_in_its_docstring_what_it_is():
    texts = {name(path): path.read_text("utf-8") for path in files(".py") if "test" not in name(path)}
    assert not [path for path, text in texts.items() if text and not ast.get_docstring(ast.parse(text))]


@pytest.mark.parametrize("path", library_modules(), ids=name)
def test_no_library_asks_for_the_time(path):
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    attributes = (func for func in calls if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name))
    assert not [f"line {func.lineno}" for func in attributes if (func.value.id, func.attr) in CLOCKS]


def test_no_file_holds_an_address_of_a_machine_or_a_package_registry():
    pattern = re.compile(
        r"/work/|/root/|/home/\w|pypi\.org/simple|files\.pythonhosted|registry\.npmjs|https?://localhost"
    )
    tracked = [
        *files(".py", ".sh", ".yaml", ".md", ".txt", ".css", ".js", ".html"),
        *files(".md", ".yaml", under=("docs",)),
    ]
    tracked += [path for path in ROOT.iterdir() if path.suffix in {".md", ".toml", ".lock", ".yml"}]
    here = PACKAGE.parents[1] / "tests/architecture/test_files.py"
    assert not [name(path) for path in tracked if path != here and pattern.search(path.read_text("utf-8"))]
