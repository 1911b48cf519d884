# SPDX-License-Identifier: Apache-2.0
"""What is carried from others is what it was, with its licence; what pages ask for is there."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.contrib.staticfiles import finders

from tests.architecture.tree import ROOT, files, name

VENDORS = sorted(path for under in ("src", "tests") for path in (ROOT / under).rglob("vendor") if path.is_dir())
SERVER = ("src/tiendo/server",)
TEMPLATES = files(".html", under=SERVER)
SPRITE = (ROOT / "src/tiendo/server/support/static/support/icons.svg").read_text("utf-8")


def test_there_is_something_to_hold():
    assert len(VENDORS) > 1


@pytest.mark.parametrize("folder", VENDORS, ids=name)
def test_every_carried_file_has_its_checksum_and_its_licence(folder):
    listed = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines())
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    del held["SHA256SUMS"]
    assert held == listed
    licensed = [path.name for path in folder.iterdir() if "LICENSE" in path.name]
    scripts = {path.name.split(".")[0] for path in folder.glob("*.js")}
    assert not [script for script in scripts if f"{script}-LICENSE.txt" not in licensed]


def test_every_sign_that_a_template_or_the_code_names_is_drawn():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', SPRITE))
    code = [path for path in files(".py", under=SERVER) if "tests" not in path.parts]
    sources = [path.read_text("utf-8") for path in (*TEMPLATES, *code)]
    named = {sign for text in sources for sign in re.findall(r"""\bicon\(?\s*["']([a-z0-9-]+)["']""", text)}
    assert named
    assert named <= drawn


def test_every_static_file_that_a_template_names_is_there():
    named = {path for page in TEMPLATES for path in re.findall(r"""\{% static ['"]([^'"]+)""", page.read_text("utf-8"))}
    assert named
    assert not [path for path in named if finders.find(path) is None]


def test_every_module_that_a_script_imports_is_there():
    scripts = [path for path in files(".js", under=SERVER) if "static" in path.parts]
    asked = [
        (script, path) for script in scripts for path in re.findall(r'from "(\./[^"]+)"', script.read_text("utf-8"))
    ]
    assert asked
    assert not [(name(script), path) for script, path in asked if not (script.parent / path).exists()]


@pytest.mark.parametrize("path", [*TEMPLATES, *files(".css", ".js", under=SERVER)], ids=name)
def test_nothing_is_asked_of_another_host(path):
    addresses = re.findall(
        r"""(?:src|href|url|import|from)\s*[=(]?\s*["'(]?(?:https?:)?//[^\s"')]+""", path.read_text("utf-8")
    )
    assert not addresses


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_script_stands_in_a_page(path):
    text = path.read_text("utf-8")
    assert not re.findall(r"""\son[a-z]+=["']""", text)
    assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", text)
