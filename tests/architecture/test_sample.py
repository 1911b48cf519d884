# SPDX-License-Identifier: Apache-2.0
"""The sample reports are what their manifest and their script say."""

from __future__ import annotations

import pytest

from sample import build, country, districts, story
from tests.architecture.tree import ROOT

SAMPLE = ROOT / "sample"
REPORTS = sorted(path.name for path in SAMPLE.iterdir() if path.suffix in {".txt", ".docx", ".xlsx"})


def test_there_are_reports_of_every_kind():
    assert {name.rpartition(".")[2] for name in REPORTS} == {"txt", "docx", "xlsx"}


@pytest.mark.parametrize("name", REPORTS)
def test_the_manifest_says_what_each_file_is(name):
    assert f"| `{name}` |" in (SAMPLE / "MANIFEST.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "make"),
    [(build.COMMUNE_FILE, build.build_commune_report), (build.WARD_FILE, build.build_ward_workbook)],
)
def test_the_office_files_are_those_that_the_script_builds(name, make):
    assert build.list_contents((SAMPLE / name).read_bytes()) == build.list_contents(make())


@pytest.mark.parametrize("locality", story.LOCALITIES, ids=lambda locality: locality.folder)
def test_the_papers_of_the_districts_are_those_that_the_story_gives(locality):
    built = districts.build(locality)
    folder = SAMPLE / "localities" / locality.folder
    assert sorted(path.name for path in folder.iterdir()) == sorted(built)
    for name, content in built.items():
        stored = (folder / name).read_bytes()
        if name.endswith(".docx"):
            assert build.list_contents(stored) == build.list_contents(content)
        else:
            assert stored == content


def test_the_manifest_names_every_paper_of_the_districts():
    manifest = (SAMPLE / "MANIFEST.md").read_text("utf-8")
    papers = sorted((path.parent.name, path.name) for path in (SAMPLE / "localities").rglob("*.docx"))
    assert not [paper for paper in papers if f"| `{paper[0]}` | `{paper[1]}` |" not in manifest]


def test_the_figures_of_the_city_are_those_that_the_script_draws():
    assert (SAMPLE / country.FILE).read_bytes() == country.build()
    assert f"| `{country.FILE.rpartition('/')[2]}` |" in (SAMPLE / "MANIFEST.md").read_text("utf-8")


def test_the_targets_of_the_city_are_those_that_the_script_draws():
    assert (SAMPLE / country.TARGETS).read_bytes() == country.build_targets()
    assert f"| `{country.TARGETS.rpartition('/')[2]}` |" in (SAMPLE / "MANIFEST.md").read_text("utf-8")


@pytest.mark.parametrize("name", [country.FILE, country.TARGETS])
def test_every_figure_of_the_city_says_that_it_is_invented(name):
    head, *rows = (SAMPLE / name).read_text("utf-8").splitlines()
    assert head.endswith(",note")
    assert [row for row in rows if not row.endswith(f",{country.NOTE}")] == []
