# SPDX-License-Identifier: Apache-2.0
"""The guide of the programming interface is run from top to bottom: what it shows is what happens."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.architecture.tree import ROOT
from tests.server import world
from tiendo.server.accounts.data import TOKEN_ACTS, NewToken
from tiendo.server.accounts.services import create_token
from tiendo.server.accounts.tests.cast import make_cast, scope_of
from tiendo.server.api.views.interface import TITLES

GUIDE = (ROOT / "docs/guides/api.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(bash|json|python)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
BASH = shutil.which("bash") or "bash"
NO_CURL = "không có curl nên bỏ qua ví dụ của hướng dẫn / no curl here (Debian: apt-get install curl)"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def surroundings(transactional_db, settings, tmp_path, live_server, monkeypatch):
    """Where the server is, with a token of the specialist of the ward, as the guide asks for it."""
    settings.MEDIA_ROOT = tmp_path / "files"
    cache.clear()
    cast = make_cast()
    world.target(cast)
    new = NewToken("kho dữ liệu", frozenset(TOKEN_ACTS), None, timezone.localdate() + timedelta(days=30))
    secret = create_token(new, user=cast.specialist, scope=scope_of(cast.specialist)).text
    monkeypatch.setenv("TIENDO", live_server.url)
    monkeypatch.setenv("TIENDO_TOKEN", secret)
    return tmp_path


def _run(block, folder):
    done = subprocess.run([BASH, "-euo", "pipefail", "-c", block], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


def _is_shown(shown, told):
    """Whether everything that the guide shows is in the answer; of a list each row in its place."""
    if isinstance(shown, dict):
        return all(name in told and _is_shown(value, told[name]) for name, value in shown.items())
    if isinstance(shown, list):
        return len(shown) <= len(told) and all(map(_is_shown, shown, told)) and bool(shown) == bool(told)
    return shown == told


@pytest.mark.skipif(shutil.which("curl") is None, reason=NO_CURL)
def test_every_example_of_the_guide_does_what_it_shows(surroundings):
    printed, count = "", 0
    for kind, block in BLOCKS:
        if kind == "bash" and "export TIENDO" not in block:
            printed, count = _run(block, surroundings), count + 1
        elif kind == "json":
            assert _is_shown(json.loads(block), json.loads(printed)), printed
        elif kind == "python":
            _run_python(block)
    assert count > 12


def _run_python(block):
    """Each print is followed by what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, "docs/guides/api.md", "exec"), {"os": os})  # noqa: S102 - our own guide
    wanted = re.findall(r"print\(.*\)  # (.*)$", block, re.MULTILINE)
    assert [line.partition(":")[0] for line in wanted] == out.getvalue().splitlines()


def test_every_status_of_the_guide_is_one_that_the_interface_has():
    shown = {int(status) for status in re.findall(r"^\| (\d{3}) \|", GUIDE, re.MULTILINE)}
    assert shown <= set(TITLES)
    assert set(TITLES) - shown == {405, 415}  # mistakes of a program that no reader of the guide makes
