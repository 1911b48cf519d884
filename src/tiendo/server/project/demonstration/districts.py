# SPDX-License-Identifier: Apache-2.0
"""The demonstration: the sample's papers walk the real path, from files to verdicts; then the pages are served.

Every step can be done again: what is there already is left as it is, so a second start takes seconds. Not here: what
papers say (``sample/``), the command (``tiendo.cli.server``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from pydantic import BaseModel

from tiendo.kernel.period_codes import parse_sdmx
from tiendo.render.lang import Lang
from tiendo.server.accounts.data import NewGrant, NewPerson, Role, Scope
from tiendo.server.accounts.queries import find_user, get_scope
from tiendo.server.accounts.services import create_user
from tiendo.server.documents.services import receive_file
from tiendo.server.intake.data import Becomes, Choice, Edited, FindingKind
from tiendo.server.intake.queries import get_desk
from tiendo.server.intake.services.deciding import accept_all, decide
from tiendo.server.intake.services.settling import finish_review
from tiendo.server.jobs.worker import work
from tiendo.server.project.demonstration.collecting import open_form
from tiendo.server.project.loading import in_order, load_packs
from tiendo.server.support.packs import read_yaml
from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.queries import board_rows
from tiendo.server.targets.services import decide_status
from tiendo.server.units.queries import find_by_code

Say = Callable[[str, int, int], None]  # step, done, total
_ACCOUNTS = "demo-accounts.json"
#: Whoever tries the demonstration: one of each kind. The names are invented.
_PEOPLE = (
    ("van-phong", "Phạm Thu Hà", Role.OFFICE, True),
    ("chuyen-vien", "Trần Minh Khôi", Role.SPECIALIST, True),
    ("lanh-dao", "Nguyễn Ngọc Bích", Role.READER, True),
    ("quan-tri", "Lê Anh Dũng", Role.ADMINISTRATOR, False),
)


class Decision(BaseModel):
    """What the office says of one target."""

    number: str
    status: str
    reason: str


class Story(BaseModel):
    """``story.yaml`` of a locality."""

    unit: str
    on: date
    year: int
    period: str
    resolution: str
    accepted: tuple[str, ...]
    waiting: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Who can sign in to the demonstration."""

    name: str
    full_name: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class Place:
    """A locality of the sample and its unit."""

    folder: Path
    story: Story
    unit_id: int


def prepare(packs: Path, sample: Path, say: Say) -> list[Account]:
    """Brings the installation to the state of the story, and returns who can sign in."""
    system = Scope.system("tiendo demo")
    folders = sorted(path.parent for path in sample.glob("localities/*/story.yaml"))
    load_all(packs, folders, system, say)
    places = list(_find_places(folders))
    accounts = make_people([place.unit_id for place in places], system)
    office_user = find_user(accounts[0].name)
    if office_user is None:
        raise LookupError(accounts[0].name)
    office = get_scope(office_user)
    for number, place in enumerate(places):
        say("papers", number, len(places))
        _walk(place, office)
        if place.story.waiting:
            _open_form(place, office, accounts[1].name)
    return accounts


def load_all(packs: Path, more: Sequence[Path], system: Scope, say: Say) -> None:
    """Loads the packs that come with the program, the whole country among them, and further ones."""
    folders = in_order([*sorted(path.parent for path in packs.glob("*/pack.yaml")), *more])
    for number, folder in enumerate(folders):
        say("packs", number, len(folders))
        load_packs([folder], scope=system)


def _find_places(folders: Sequence[Path]) -> Iterator[Place]:
    for folder in folders:
        story = read_yaml(folder / "story.yaml", Story).value
        unit = find_by_code(story.unit, story.on)
        if unit is None:
            raise LookupError(f"no unit {story.unit} on {story.on}")
        yield Place(folder, story, unit.id)


def make_people(unit_ids: Sequence[int], system: Scope) -> list[Account]:
    """The accounts, made once; their passwords are random and kept in the data folder, for its owner alone."""
    path = settings.ENVIRONMENT.data / _ACCOUNTS
    known = {line["name"]: Account(**line) for line in json.loads(path.read_text("utf-8"))} if path.exists() else {}
    for name, full_name, role, is_local in _PEOPLE:
        if name in known and find_user(name) is not None:
            continue
        grants = [NewGrant(role, unit_id) for unit_id in unit_ids] if is_local else [NewGrant(role, None)]
        made = create_user(NewPerson(name, full_name), grants, scope=system, is_one_time=False)
        known[name] = Account(name, full_name, role.value, made.password)
        _keep(path, list(known.values()))
    return [known[name] for name, *_ in _PEOPLE]


def _keep(path: Path, accounts: Sequence[Account]) -> None:
    """All of the file or nothing, readable by its owner alone."""
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    text = json.dumps([{f: getattr(a, f) for f in Account.__slots__} for a in accounts], ensure_ascii=False, indent=1)
    fresh.write_text(text + "\n", "utf-8")
    os.replace(fresh, path)


def _walk(place: Place, office: Scope) -> None:
    """The papers of one locality: received, read and audited by the queue, accepted, decided on."""
    story = place.story
    papers = [story.resolution, *story.accepted, *story.waiting]
    numbers = {}
    for name in papers:
        with (place.folder / name).open("rb") as file:
            numbers[name] = receive_file(file, name=name, unit_id=place.unit_id, scope=office).document_id
    work(until_empty=True)
    _accept_plans(numbers[story.resolution], office)
    for name in story.accepted:
        accept_all(numbers[name], above=0.0, scope=office)
    for name in (story.resolution, *story.accepted):
        _finish(numbers[name], office)
    _decide(place, office)


def _open_form(place: Place, office: Scope, specialist: str) -> None:
    """Where a paper still waits, the office collects the month after as well."""
    person = find_user(specialist)
    if person is not None:
        reported = parse_sdmx(place.story.period)
        open_form(place.unit_id, reported, office=office, specialist=get_scope(person))


def _accept_plans(document_id: int, office: Scope) -> None:
    """Each plan of the resolution, one by one as on the desk; what is no plan of a target stays for a person."""
    for card in get_desk(document_id, office, Lang.VI).cards:
        if card.target is Becomes.PLAN and not card.is_decided:
            try:
                decide(card.id, version=card.version, choice=Choice.ACCEPT, scope=office)
            except Refusal:
                continue


def _finish(document_id: int, office: Scope) -> None:
    """Confirms what is left without storing it, and ends the review; a paper with an open problem stays on the desk."""
    desk = get_desk(document_id, office, Lang.VI)
    if any(not problem.settled_as for problem in desk.problems):
        return
    for card in desk.cards:
        if not card.is_decided:
            is_figure = card.kind is FindingKind.MEASUREMENT
            choice, edited = (Choice.EDIT, Edited(becomes=Becomes.CHECKED)) if is_figure else (Choice.ACCEPT, None)
            decide(card.id, version=card.version, choice=choice, edited=edited, scope=office)
    if not desk.progress.is_finished:
        finish_review(document_id, scope=office)


def _decide(place: Place, office: Scope) -> None:
    story = place.story
    rows = {row.number: row for row in board_rows(place.unit_id, story.year, parse_sdmx(story.period), office)}
    for decision in story.decisions:
        row = rows[decision.number]
        if row.period == story.period and row.final != decision.status:
            decide_status(
                row.target_id,
                story.period,
                decision.status,
                reason=decision.reason,
                row_version=row.row_version,
                scope=office,
            )
