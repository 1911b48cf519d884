# SPDX-License-Identifier: Apache-2.0
"""``tiendo user add``: an account from the command line, the first administrator above all."""
# ruff: noqa: PLC0415 - CONFIG: nothing of Django before the settings are known

from __future__ import annotations

from dataclasses import dataclass

from tiendo.cli.exits import Exit, NotReadyError
from tiendo.cli.server.ground import bring_up_to_date, open_installation
from tiendo.cli.speech import say
from tiendo.render.lang import Lang


@dataclass(frozen=True, slots=True)
class Person:
    """What was typed."""

    username: str
    full_name: str
    role: str
    unit: str


def add_person(person: Person, lang: Lang) -> Exit:
    """Makes the account and prints its one-time password, once."""
    open_installation(lang)
    bring_up_to_date(lang)
    from tiendo.server.accounts.data import NewGrant, NewPerson, Role, Scope
    from tiendo.server.accounts.services import create_user
    from tiendo.server.accounts.views.units import resolve_unit
    from tiendo.server.support.refusals import Refusal

    scope = Scope.system("tiendo user")
    try:
        grant = NewGrant(Role(person.role), resolve_unit(person.unit, scope))
        made = create_user(NewPerson(person.username, person.full_name), [grant], scope=scope)
    except Refusal as refusal:
        raise NotReadyError(str(refusal.sentence)) from refusal
    print(say(lang, f"Tên đăng nhập: {made.username}", f"Name of the account: {made.username}"))  # noqa: T201
    print(say(lang, f"Mật khẩu dùng một lần: {made.password}", f"One-time password: {made.password}"))  # noqa: T201
    return Exit.FINE
