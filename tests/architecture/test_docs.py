# SPDX-License-Identifier: Apache-2.0
"""What the docs promise exists, and what exists is in the docs."""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain

import pytest
import typer

from tests.architecture.tree import ROOT, files, name
from tiendo.cli.app import app
from tiendo.cli.exits import Exit

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("sample/*.md")])
#: Import names that differ from the name of the package.
IMPORTED_AS = {
    "pyahocorasick": "ahocorasick",
    "python-docx": "docx",
    "pyyaml": "yaml",
}


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def _first_cells(page: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", (ROOT / page).read_text("utf-8"), re.MULTILINE)


def _package(requirement: str) -> str:
    return re.split(r"[<>=~! ;\[]", requirement, maxsplit=1)[0]


def test_every_make_target_is_documented():
    assert sorted(_first_cells("docs/reference/make.md")) == sorted(f"make {target}" for target in _make_targets())


def test_no_page_names_a_make_target_that_is_not_there():
    named = {(name(page), word) for page in PAGES for word in re.findall(r"`make ([a-z]+)", page.read_text("utf-8"))}
    assert not {(page, word) for page, word in named if word not in _make_targets()}


@pytest.mark.parametrize(
    ("command", "parameter"),
    [(command, parameter) for command in typer.main.get_command(app).commands.values() for parameter in command.params],
    ids=lambda value: value.name,
)
def test_every_option_of_the_command_is_documented(command, parameter):
    page = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    _, _, section = page.partition(f"\n## tiendo {command.name}\n")
    section = section.partition("\n## ")[0]
    is_option = parameter.param_type_name == "option"
    label = max(parameter.opts, key=len) if is_option else (parameter.metavar or "FILE...").replace("...", "…")
    if label != "--help":
        assert f"`{label}" in section or f"{label}`" in section


def test_every_exit_status_is_documented():
    page = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    assert set(re.findall(r"^\| (\d+) \|", page, re.MULTILINE)) == {str(int(status)) for status in Exit}


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [*project["dependency-groups"].values(), *project["project"]["optional-dependencies"].values()]
    wanted = [_package(requirement) for requirement in [*project["project"]["dependencies"], *chain(*groups)]]
    assert sorted(_first_cells("docs/dependencies.md")) == sorted(wanted)


def test_every_dependency_of_the_package_is_used():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = {_package(requirement) for requirement in project["project"]["dependencies"]}
    imported = set()
    for path in files(".py", under=("src",)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    assert not {package for package in wanted if IMPORTED_AS.get(package, package) not in imported}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert not [link for link in local if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_of_the_source_tree_that_a_page_names_exists(page):
    paths = re.findall(r"`((?:src|tests|docs|sample|scripts|bench)/[\w./-]+)`", page.read_text("utf-8"))
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_both_readmes_show_the_same_commands():
    blocks = [
        re.findall(r"^(?:make|tiendo|git) .*$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
        for page in ("README.md", "README.vi.md")
    ]
    commands = [[line.partition("#")[0].rstrip() for line in block] for block in blocks]
    assert commands[0] == commands[1]
    assert "make demo" in commands[0]
