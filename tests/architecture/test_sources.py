# SPDX-License-Identifier: Apache-2.0
"""What code names as its source is registered, and what is registered is used."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

from tests.architecture.tree import ROOT, files, name

REGISTER = {
    entry["id"]: entry
    for path in sorted((ROOT / "docs/sources").glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text("utf-8"))
}
ALWAYS = {"id", "title", "read_in", "checked_by", "trust"}
OF_AN_ACT = {"number", "issuer", "issued_on", "in_force_from", "in_force_to", "says"}
#: "09/2019/NĐ-CP", "72/2025/QH15", "399-QĐ/TW"
NUMBER = re.compile(r"\b\d{1,3}(?:/\d{4}/[A-ZĐ][\w-]*|-[A-ZĐ]{2,}/[A-ZĐ]{2,})")
SLUG = re.compile(r"\b(?:nd|tt|qd|nq|luat|bl|hd|kl|cv|tb)-\d[\w-]*")
#: "GUIDE", "DOMAIN 1.2 and 1.6": working papers of the project, with the sections meant.
PAPER = re.compile(r"\b(DOMAIN|DESIGN|STACK|STYLE|PEERS|GUIDE)\b")
SECTIONS = re.compile(r"\b(DOMAIN|DESIGN|STACK|STYLE|PEERS) ((?:\d+(?:\.\d+)?(?:, | and )?)+)")


def _source_texts() -> list[tuple[str, str]]:
    """(file, what follows "Source:" up to the end of its paragraph), comment signs removed."""
    found = []
    for path in files(".py", ".yaml", under=("src",)):
        lines = [line.strip().lstrip("#").removeprefix(":").strip() for line in path.read_text("utf-8").splitlines()]
        for at, line in enumerate(lines):
            if "tests" not in path.parts and (start := re.search(r"\bSources?(?: of [\w ]+)?: ", line)):
                block = [line[start.end() :]]
                for following in lines[at + 1 : at + 6]:
                    if (
                        not following
                        or following.startswith('"""')
                        or re.match(r"[\w_]+(?:: [\w\[\], ]+)? = ", following)
                    ):
                        break
                    block.append(following)
                found.append((f"{name(path)}:{at + 1}", " ".join(block)))
    return found


#: Laws are also named by their titles.
LAWS = {entry["title"]: entry["id"] for entry in REGISTER.values() if re.match(r"Luật |Bộ luật ", entry["title"])}


def _names(text: str) -> set[str]:
    laws = {key for title, key in LAWS.items() if title in text}
    return laws | set(NUMBER.findall(text)) | set(SLUG.findall(text)) | set(PAPER.findall(text))


KNOWN = set(REGISTER) | {entry["number"] for entry in REGISTER.values() if "number" in entry}


@pytest.mark.parametrize("entry", REGISTER.values(), ids=REGISTER)
def test_an_entry_says_what_was_read_and_by_whom(entry):
    assert set(entry) >= ALWAYS
    assert entry["trust"] in {"text", "report", "convention", "unverified"}
    assert set(entry) - ALWAYS in ({"sections"}, {"says"}, OF_AN_ACT)


@pytest.mark.parametrize("entry", [e for e in REGISTER.values() if "number" in e], ids=lambda entry: entry["id"])
def test_dates_of_an_act_come_in_order(entry):
    known = [entry[field] for field in ("issued_on", "in_force_from", "in_force_to") if entry[field] is not None]
    assert all(isinstance(day, date) for day in known)
    assert known == sorted(known)


def test_every_source_that_code_names_is_registered():
    assert not [(place, sorted(_names(text) - KNOWN)) for place, text in _source_texts() if _names(text) - KNOWN]


def test_every_source_of_a_row_of_data_is_registered():
    texts = {name(path): path.read_text("utf-8") for path in files(".yaml", under=("src",))}
    assert not [(place, slug) for place, text in texts.items() for slug in SLUG.findall(text) if slug not in KNOWN]


def test_every_registered_source_is_used():
    texts = [path.read_text("utf-8") for path in files(".py", under=("src",))] + [text for _, text in _source_texts()]
    texts += [path.read_text("utf-8") for path in files(".md", under=("docs",)) if path.parent.name != "sources"]
    used = set().union(*map(_names, texts))
    assert not {key for key, entry in REGISTER.items() if not {key, entry.get("number", key)} & used}


@pytest.mark.parametrize("entry", [e for e in REGISTER.values() if "sections" in e], ids=lambda entry: entry["id"])
def test_every_section_of_a_working_paper_that_code_names_is_repeated(entry):
    texts = [path.read_text("utf-8") for path in files(".py", under=("src",)) if "tests" not in path.parts]
    found = [sections for text in texts for paper, sections in SECTIONS.findall(text) if paper == entry["id"]]
    assert {number for sections in found for number in re.findall(r"[\d.]*\d", sections)} == set(entry["sections"])


def test_every_working_paper_that_code_names_is_registered():
    texts = {name(path): path.read_text("utf-8") for path in files(".py", under=("src",))}
    assert not [
        (place, paper) for place, text in texts.items() for paper in PAPER.findall(text) if paper not in REGISTER
    ]
