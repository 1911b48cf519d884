# SPDX-License-Identifier: Apache-2.0
"""The cast of the server's tests: a province with two communes, and people of each role. Nothing is random.

cast = make_cast()
client_of(cast.specialist).get("/")
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from tiendo.kernel.vietnamese import name_sort_key, search_key, sort_key
from tiendo.server.accounts.data import Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import get_scope
from tiendo.server.units.data import Level
from tiendo.server.units.models import LoadedPack, Unit, UnitBelow, UnitVersion

#: Every account of the cast has it.
PASSWORD = "mua-he-nam-ay-rat-dai"  # noqa: S105
LONG_AGO = date(2020, 1, 1)


@dataclass(frozen=True)
class Cast:
    """Units by number, people as rows. ``province`` is above ``ward`` and ``village``; ``elsewhere`` is not."""

    province: int
    ward: int
    village: int
    elsewhere: int
    leader: User  # reads the whole province
    specialist: User  # of the ward
    office: User  # of the province
    administrator: User  # of the whole installation
    keeper: User  # administers the ward alone
    outsider: User  # has no grant at all

    def __iter__(self):
        """The people, with the name of their part."""
        parts = ("leader", "specialist", "office", "administrator", "keeper", "outsider")
        return iter([(part, getattr(self, part)) for part in parts])


def make_cast() -> Cast:
    """All of it, in one go."""
    province = make_unit("79", "Thành phố Bến Nghé", Level.PROVINCE)
    ward = make_unit("26740", "Phường Chợ Quán", Level.COMMUNE, parent=province)
    village = make_unit("27541", "Xã Tân Lập", Level.COMMUNE, parent=province)
    elsewhere = make_unit("01", "Tỉnh Sông Hồng", Level.PROVINCE)
    return Cast(
        province=province,
        ward=ward,
        village=village,
        elsewhere=elsewhere,
        leader=make_person("lan", "Nguyễn Thị Lan", Role.READER, province),
        specialist=make_person("hoa", "Trần Thị Hoa", Role.SPECIALIST, ward),
        office=make_person("minh", "Lê Văn Minh", Role.OFFICE, province),
        administrator=make_person("quan", "Phạm Hồng Quân", Role.ADMINISTRATOR, None),
        keeper=make_person("tam", "Võ Minh Tâm", Role.ADMINISTRATOR, ward),
        outsider=make_person("ngoai", "Đỗ Ngọc Ngoại"),
    )


def make_unit(code: str, name: str, level: Level = Level.COMMUNE, *, parent: int | None = None) -> int:
    """A unit in force since 1/7/2025, with its place in the tree; returns its number."""
    pack, _created = LoadedPack.objects.get_or_create(
        code="cast", defaults={"sha256": "0" * 64, "loaded_at": "2025-07-01T00:00:00+07:00"}
    )
    unit = Unit.objects.create(origin=f"cast:{level}:{code}")
    UnitVersion.objects.create(
        pack=pack,
        unit=unit,
        code=code,
        name=name,
        level=level,
        parent_id=parent,
        valid_from=date(2025, 7, 1),
        search_key=search_key(name),
        exact_key=search_key(name, has_marks=True),
        sort_key=sort_key(name),
    )
    tree = UnitBelow.objects.filter(is_former=False)
    above = [] if parent is None else list(tree.filter(below=parent).values_list("above_id", flat=True))
    UnitBelow.objects.bulk_create(UnitBelow(above_id=one, below_id=unit.pk) for one in (unit.pk, *above))
    return unit.pk


def make_person(username: str, full_name: str, role: Role | None = None, unit: int | None = None) -> User:
    """A person with the cast's password and at most one grant, without end."""
    user = User(
        username=username, full_name=full_name, search_key=search_key(full_name), sort_key=name_sort_key(full_name)
    )
    user.set_password(PASSWORD)
    user.save()
    if role is not None:
        make_grant(user, role, unit)
    return user


def make_grant(user: User, role: Role, unit: int | None, *, since: date = LONG_AGO, until: date | None = None) -> Grant:
    """A grant as it stands in the database, without asking who gives it."""
    return Grant.objects.create(user=user, role=role, unit_id=unit, valid_from=since, valid_to=until)


def scope_of(person: User) -> Scope:
    """What the person may, read afresh."""
    return get_scope(User.objects.get(pk=person.pk))


def client_of(person: User | None) -> Client:
    """A browser in which the person is signed in (None: nobody). Nothing of it is written into the record."""
    client = Client()
    if person is None:
        return client
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client
