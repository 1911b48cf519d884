# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from importlib import metadata

import pytest

from tiendo.cli import doctor
from tiendo.cli.exits import Exit
from tiendo.render.lang import Lang


@pytest.fixture
def bare(monkeypatch):
    """A machine with nothing but Python and the libraries."""
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)


def test_what_is_only_useful_may_be_missing(bare, capsys):
    assert doctor.examine(Lang.VI) == Exit.FINE
    out = capsys.readouterr().out
    assert "tesseract (vie): chưa có" in out
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in out
    assert "Đủ để đọc và soát văn bản." in out


def test_a_library_that_is_missing_is_named_and_makes_the_status_one(bare, monkeypatch, capsys):
    def version(name):
        if name == "lxml":
            raise metadata.PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(doctor.metadata, "version", version)
    assert doctor.examine(Lang.VI) == Exit.PROBLEMS
    assert "pip install lxml" in capsys.readouterr().out


def test_tesseract_without_vietnamese_does_not_count(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(doctor, "_answer", lambda command: "List of languages\neng\n")
    found = {one.name: one.found for one in doctor.look(Lang.EN)}
    assert found["tesseract (vie)"] is None
    assert found["LibreOffice"] == "/usr/bin/soffice"


def test_a_program_that_fails_answers_nothing():
    assert doctor._answer(["/khong/co/that"]) == ""


@pytest.mark.parametrize("lang", list(Lang))
def test_each_thing_says_what_it_is_for_and_how_to_get_it(lang):
    for one in doctor.look(lang):
        assert one.purpose.endswith(".")
        assert one.remedy
