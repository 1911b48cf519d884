# SPDX-License-Identifier: Apache-2.0
"""A city with two districts, people with one role each, and figures written as reports write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiendo.kernel.numbers import parse_number
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.server.accounts.data import Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import get_scope
from tiendo.server.audit.data import Actor
from tiendo.server.documents.models import Content, Document
from tiendo.server.figures.data import FigureInput, SourceKind, SourceRef
from tiendo.server.figures.services import load_indicators
from tiendo.server.units.models import LoadedPack, Unit, UnitBelow, UnitVersion

PACKS = Path(__file__).parents[5] / "packs"
ME = Actor.system("test")
_HEDGES = {"hơn": Qualifier.OVER, "gần": Qualifier.UNDER, "khoảng": Qualifier.ABOUT}


@dataclass(frozen=True)
class Places:
    city: int
    three: int  # Quận 3
    five: int  # Quận 5


def make_places():
    pack = LoadedPack.objects.create(code="test", sha256="", loaded_at="2020-01-01T00:00:00Z")
    named = {"city": "Thành phố", "three": "Quận 3", "five": "Quận 5"}
    ids = {key: Unit.objects.create(origin=f"test:{key}").pk for key in named}
    for key, name in named.items():
        above = None if key == "city" else ids["city"]
        level = "province" if key == "city" else "district"
        UnitVersion.objects.create(pack=pack, unit_id=ids[key], code=key, name=name, level=level, parent_id=above)
        for over in {ids["city"], ids[key]}:
            UnitBelow.objects.create(above_id=over, below_id=ids[key])
    return Places(**ids)


def make_person(role, unit_id, name="Trần Thị Hoa"):
    user = User.objects.create(username=f"{role}-{unit_id}-{User.objects.count()}", full_name=name)
    if role is not None:
        Grant.objects.create(user=user, role=role, unit_id=unit_id, valid_from=date(2020, 1, 1))
    return user


def scope_of(role, unit_id, name="Trần Thị Hoa"):
    return get_scope(make_person(role, unit_id, name)) if role else Scope(Actor(None, name))


def specialist(unit_id):
    return scope_of(Role.SPECIALIST, unit_id)


def load_quan():
    return load_indicators(PACKS / "indicators-quan", actor=ME)


def quantity(text):
    """A hedge, a number, a unit: "hơn 3.200 tỷ đồng"."""
    hedge = next((word for word in _HEDGES if text.startswith(f"{word} ")), "")
    number, _, unit = text.removeprefix(hedge).strip().partition(" ")
    parsed = parse_number(number)
    return Quantity(parsed.value, unit, parsed.step, _HEDGES.get(hedge, Qualifier.EXACT))


def figure(unit_id, indicator, period, text, **more):
    """A figure: "1.390,9 tỷ đồng"; "13/13 phường" keeps its parts."""
    given = {}
    number, _, unit = text.partition(" ")
    if "/" in number:
        top, bottom = number.split("/")
        given = {"numerator": quantity(f"{top} {unit}"), "denominator": quantity(f"{bottom} {unit}")}
    elif text in ("có", "không"):
        given = {"answer": text == "có"}
    else:
        given = {"quantity": quantity(text)}
    return FigureInput(unit_id, indicator, parse_period(period), **given, **more)


def make_document(unit_id, text, name="bao-cao.txt"):
    number = Document.objects.count()
    document = Document.objects.create(
        unit_id=unit_id, sha256=f"{number:064}", size=len(text), original_name=name, media="txt",
        received_at="2024-04-01T00:00:00Z", state="read", title="Báo cáo quý I năm 2024",
    )  # fmt: skip
    block = [0, len(text), "paragraph", None, 0, None]
    Content.objects.create(document=document, text=text, encoding="utf-8", blocks=[block], tables=[], notes=[])
    return document.pk


def read_from(document_id, quote, printed):
    start = quote.index(printed)
    anchor = {"start": start, "end": start + len(printed)}
    return SourceRef(SourceKind.DOCUMENT, document_id, anchor, quote, printed)
