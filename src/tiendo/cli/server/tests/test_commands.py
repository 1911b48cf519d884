# SPDX-License-Identifier: Apache-2.0
"""The commands of an installation: explained in both languages, documented, told when their parts are missing."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from tiendo.cli import main
from tiendo.cli.app import app
from tiendo.cli.exits import Exit
from tiendo.cli.server.commands import GivenRole
from tiendo.server.accounts.data import Role

COMMANDS = [["serve"], ["jobs"], ["rebuild"], ["move"], ["user", "add"], ["audit", "verify"]]
RUNS = [
    ["serve"],
    ["jobs"],
    ["rebuild"],
    ["move", "--to", "x"],
    ["user", "add", "x", "--role", "reader"],
    ["audit", "verify"],
]
PAGE = Path(__file__).parents[5] / "docs/reference/cli.md"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_is_explained_in_both_languages(capsys, command):
    assert main([*command, "--help"]) == Exit.FINE
    vietnamese = capsys.readouterr().out
    assert main(["--lang", "en", *command, "--help"]) == Exit.FINE
    english = capsys.readouterr().out
    assert "Cách dùng: tiendo" in vietnamese
    assert "Options:" not in vietnamese
    assert not re.search("[ạảấầậệịọộớợụữ]", english)


def _find(path):
    command = typer.main.get_command(app)
    for name in path:
        command = command.commands[name]
    return command


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_is_documented(path):
    _, _, section = PAGE.read_text("utf-8").partition(f"\n## tiendo {' '.join(path)}\n")
    section = section.partition("\n## ")[0]
    labels = [
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar
        for parameter in _find(path).params
    ]
    assert labels
    assert not [label for label in labels if f"`{label}" not in section]


@pytest.mark.parametrize("command", RUNS, ids=" ".join)
@pytest.mark.parametrize(("lang", "said"), [("vi", "hãy cài thêm"), ("en", "to serve pages install")])
def test_without_the_server_extra_each_says_what_to_install(capsys, monkeypatch, command, lang, said):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "django" else find(name, *rest)
    )
    assert main([*command, "--lang", lang]) == Exit.NOT_READY
    err = capsys.readouterr().err
    assert (said in err, "tiendo[server]" in err, err.count("\n")) == (True, True, 1)


def test_the_roles_that_can_be_typed_are_those_there_are():
    assert [role.value for role in GivenRole] == [role.value for role in Role]


def test_a_wrong_role_is_one_sentence(capsys):
    assert main(["user", "add", "x", "--role", "god"]) == Exit.USAGE
    assert "reader, specialist, office, administrator" in capsys.readouterr().err


def test_help_loads_neither_django_nor_the_server():
    code = (
        "import sys; from tiendo.cli import main; main(['user', 'add', '--help']); main(['serve', '--help']); "
        "print([name for name in sys.modules if name.startswith(('django', 'granian', 'tiendo.server'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
