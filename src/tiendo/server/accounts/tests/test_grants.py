# SPDX-License-Identifier: Apache-2.0
"""Who can give and take which rights: tried as somebody who wants more than he has."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tiendo.server.accounts.data import Act, NewGrant, NewPerson, Role
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import list_people, may, may_handle
from tiendo.server.accounts.services import (
    close_account,
    create_user,
    grant_role,
    open_account,
    remove_second_factor,
    require_second_factor,
    reset_password,
    revoke_grant,
)
from tiendo.server.accounts.tests.cast import make_cast, make_grant, make_person, scope_of
from tiendo.server.audit.data import EventFilter
from tiendo.server.audit.queries import list_events
from tiendo.server.support.refusals import NotForYou, Refusal


@pytest.fixture
def cast(db):
    return make_cast()


def _verbs():
    return list(list_events(EventFilter()).values_list("verb", "subject", "unit_id"))


def test_an_administrator_gives_a_role_inside_his_unit_and_it_is_recorded(cast):
    grant_role(cast.specialist.pk, NewGrant(Role.OFFICE, cast.ward), scope=scope_of(cast.keeper))
    assert may(scope_of(cast.specialist), Act.DECIDE, cast.ward)
    assert _verbs() == [("accounts.grant", f"user:{cast.specialist.pk}", cast.ward)]


@pytest.mark.parametrize("place", ["village", "province", "elsewhere"])
def test_an_administrator_gives_nothing_outside_his_unit(cast, place):
    with pytest.raises(NotForYou):
        grant_role(cast.specialist.pk, NewGrant(Role.READER, getattr(cast, place)), scope=scope_of(cast.keeper))


def test_an_administrator_of_a_unit_gives_nothing_over_the_whole_installation(cast):
    with pytest.raises(NotForYou):
        grant_role(cast.specialist.pk, NewGrant(Role.READER, None), scope=scope_of(cast.keeper))


def test_an_administrator_gives_nothing_to_a_person_whom_he_does_not_see(cast):
    with pytest.raises(NotForYou):
        grant_role(cast.office.pk, NewGrant(Role.READER, cast.ward), scope=scope_of(cast.keeper))


@pytest.mark.parametrize("part", ["leader", "specialist", "office", "outsider"])
def test_nobody_else_gives_anything(cast, part):
    for user in (cast.specialist, getattr(cast, part)):
        with pytest.raises(NotForYou):
            grant_role(user.pk, NewGrant(Role.ADMINISTRATOR, cast.ward), scope=scope_of(getattr(cast, part)))


@pytest.mark.parametrize("part", ["administrator", "keeper"])
def test_nobody_raises_his_own_rights(cast, part):
    person = getattr(cast, part)
    with pytest.raises(Refusal):
        grant_role(person.pk, NewGrant(Role.OFFICE, cast.ward), scope=scope_of(person))


def test_the_same_role_twice_is_refused_and_after_its_end_it_is_not(cast):
    scope = scope_of(cast.administrator)
    with pytest.raises(Refusal):
        grant_role(cast.specialist.pk, NewGrant(Role.SPECIALIST, cast.ward), scope=scope)
    revoke_grant(cast.specialist.grants.get().pk, scope=scope)
    grant_role(cast.specialist.pk, NewGrant(Role.SPECIALIST, cast.ward), scope=scope)
    assert may(scope_of(cast.specialist), Act.REVIEW, cast.ward)


def test_a_grant_backwards_in_time_is_refused(cast):
    today = timezone.localdate()
    with pytest.raises(Refusal):
        grant_role(
            cast.specialist.pk, NewGrant(Role.OFFICE, cast.ward, today, today), scope=scope_of(cast.administrator)
        )


def test_an_ended_grant_is_over_today_and_stays_in_the_book(cast):
    grant = cast.specialist.grants.get()
    revoke_grant(grant.pk, scope=scope_of(cast.keeper))
    assert not may(scope_of(cast.specialist), Act.VIEW, cast.ward)
    assert Grant.objects.get(pk=grant.pk).valid_to == timezone.localdate()
    revoke_grant(grant.pk, scope=scope_of(cast.keeper))
    assert [verb for verb, *_ in _verbs()] == ["accounts.revoke"]


def test_a_grant_of_today_or_later_goes_altogether(cast):
    today = timezone.localdate()
    scope = scope_of(cast.administrator)
    for begin in (today, today + timedelta(3)):
        number = grant_role(cast.specialist.pk, NewGrant(Role.OFFICE, cast.ward, begin), scope=scope)
        revoke_grant(number, scope=scope)
        assert not Grant.objects.filter(pk=number).exists()


@pytest.mark.parametrize("part", ["keeper", "specialist", "outsider"])
def test_a_grant_outside_is_ended_by_nobody_there(cast, part):
    with pytest.raises(NotForYou):
        revoke_grant(cast.office.grants.get().pk, scope=scope_of(getattr(cast, part)))


def test_the_last_administrator_of_the_installation_cannot_go(cast):
    scope = scope_of(cast.administrator)
    with pytest.raises(Refusal):
        revoke_grant(cast.administrator.grants.get().pk, scope=scope)
    second = make_person("hai", "Ngô Thị Hai", Role.ADMINISTRATOR, None)
    revoke_grant(cast.administrator.grants.get().pk, scope=scope)
    with pytest.raises(Refusal):
        revoke_grant(second.grants.get().pk, scope=scope_of(second))


def test_an_administrator_whose_account_is_closed_guards_nothing(cast):
    second = make_person("hai", "Ngô Thị Hai", Role.ADMINISTRATOR, None)
    User.objects.filter(pk=second.pk).update(is_active=False)
    with pytest.raises(Refusal):
        revoke_grant(cast.administrator.grants.get().pk, scope=scope_of(cast.administrator))


def test_the_administrator_of_a_unit_can_go_while_one_above_is_left(cast):
    close_account(cast.keeper.pk, scope=scope_of(cast.administrator))
    assert not User.objects.get(pk=cast.keeper.pk).is_active


def test_nobody_closes_his_own_account(cast):
    with pytest.raises(Refusal):
        close_account(cast.keeper.pk, scope=scope_of(cast.keeper))


HANDLE = [
    close_account,
    open_account,
    reset_password,
    remove_second_factor,
    lambda user_id, *, scope: require_second_factor(user_id, True, scope=scope),
]


@pytest.mark.parametrize("act", HANDLE)
def test_who_has_rights_elsewhere_is_not_handled_here(cast, act):
    make_grant(cast.specialist, Role.READER, cast.elsewhere)
    assert cast.specialist in list_people(scope_of(cast.keeper))
    assert not may_handle(cast.specialist, scope_of(cast.keeper))
    with pytest.raises(NotForYou):
        act(cast.specialist.pk, scope=scope_of(cast.keeper))


@pytest.mark.parametrize("act", HANDLE)
def test_rights_to_come_elsewhere_count_too(cast, act):
    make_grant(cast.specialist, Role.OFFICE, cast.province, since=timezone.localdate() + timedelta(1))
    with pytest.raises(NotForYou):
        act(cast.specialist.pk, scope=scope_of(cast.keeper))


@pytest.mark.parametrize("act", HANDLE)
@pytest.mark.parametrize("part", ["leader", "specialist", "office", "outsider"])
def test_nobody_without_the_right_handles_an_account(cast, act, part):
    with pytest.raises(NotForYou):
        act(cast.specialist.pk, scope=scope_of(getattr(cast, part)))


def test_an_administrator_of_a_unit_does_not_handle_one_of_the_whole_installation(cast):
    for act in HANDLE:
        with pytest.raises(NotForYou):
            act(cast.administrator.pk, scope=scope_of(cast.keeper))


def test_rights_that_ended_elsewhere_do_not_stand_in_the_way(cast):
    make_grant(cast.specialist, Role.READER, cast.elsewhere, until=timezone.localdate())
    assert may_handle(cast.specialist, scope_of(cast.keeper))


def test_who_has_only_ended_rights_is_handled_where_all_of_them_were(cast):
    grant = cast.specialist.grants.get()
    revoke_grant(grant.pk, scope=scope_of(cast.keeper))
    assert may_handle(cast.specialist, scope_of(cast.keeper))
    make_grant(cast.specialist, Role.READER, cast.elsewhere, until=timezone.localdate())
    assert not may_handle(cast.specialist, scope_of(cast.keeper))


def test_an_account_is_made_with_its_first_role(cast):
    made = create_user(
        NewPerson(" Bình.TV ", "  Trần  Văn   Bình "),
        [NewGrant(Role.SPECIALIST, cast.ward)],
        scope=scope_of(cast.keeper),
    )
    person = User.objects.get(pk=made.user_id)
    assert (person.username, person.full_name, made.username) == ("bình.tv", "Trần Văn Bình", "bình.tv")
    assert person.check_password(made.password)
    assert person.one_time_until is not None
    assert [verb for verb, *_ in _verbs()] == ["accounts.grant", "accounts.create"]
    assert made.password not in repr(made)
    assert made.password not in str(list(list_events(EventFilter()).values()))


def test_an_account_without_a_role_is_made_by_who_administers_everything_alone(cast):
    with pytest.raises(NotForYou):
        create_user(NewPerson("moi", "Người Mới"), scope=scope_of(cast.keeper))
    create_user(NewPerson("moi", "Người Mới"), scope=scope_of(cast.administrator))


def test_no_account_is_left_when_its_role_is_refused(cast):
    with pytest.raises(NotForYou):
        create_user(NewPerson("moi", "Người Mới"), [NewGrant(Role.READER, cast.village)], scope=scope_of(cast.keeper))
    assert not User.objects.filter(username="moi").exists()


@pytest.mark.parametrize(
    ("username", "full_name", "field"),
    [
        ("HOA", "Trần Thị Hoa", "username"),
        ("hai nguoi", "Hai Người", "username"),
        ("", "Không Tên", "username"),
        ("x" * 151, "Tên Dài", "username"),
        ("moi", "   ", "full_name"),
        ("moi", "x" * 201, "full_name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(cast, username, full_name, field):
    with pytest.raises(Refusal) as refused:
        create_user(NewPerson(username, full_name), scope=scope_of(cast.administrator))
    assert refused.value.field == field


def test_people_are_found_without_marks_and_in_vietnamese_order(cast):
    scope = scope_of(cast.administrator)
    assert [person.username for person in list_people(scope)] == ["hoa", "lan", "minh", "ngoai", "quan", "tam"]
    assert [person.username for person in list_people(scope, text="tran thi")] == ["hoa"]
    assert [person.username for person in list_people(scope, text="QUAN")] == ["quan"]
    assert {person.username for person in list_people(scope_of(cast.keeper))} == {"hoa", "tam"}
    assert not list_people(scope_of(cast.leader)).exists()
