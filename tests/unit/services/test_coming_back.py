"""Somebody who left and comes back keeps the record and its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.household import HouseholdFile, Member
from clerk_app.errors import UserError
from clerk_app.services.history import history_of
from clerk_app.services.households import MemberEntry, open_household
from clerk_app.services.people import add_member, change_person, end_membership
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import FixedClock, a_household


def _with_son(workspace: Workspace) -> tuple[HouseholdFile, Member]:
    file = a_household().with_head("段有福").with_member("段小强", "20", place=7).register(workspace)
    son = next(member for member in file.members if member.person.name == "段小强")
    return file, son


def _entry(member: Member, from_on: date) -> MemberEntry:
    return MemberEntry(person=replace(member.person, phone="13900000001"), relation="20", from_on=from_on)


def test_person_who_left_comes_back_with_the_same_record(workspace: Workspace, clock: FixedClock) -> None:
    file, son = _with_son(workspace)
    end_membership(workspace, son.membership.id, clock.today(), "外出")
    clock.day += timedelta(days=10)
    back = add_member(workspace, file.household.id, _entry(son, clock.today()))
    assert back == son.person.id
    members = open_household(workspace, file.household.id).members
    assert [member.person.name for member in members] == ["段有福", "段小强"]
    assert members[1].person.phone == "13900000001"
    assert len(history_of(workspace, (son.person.id,))) >= 2
    assert verify(workspace).ok


def test_person_who_left_can_join_another_household(workspace: Workspace, clock: FixedClock) -> None:
    _, son = _with_son(workspace)
    end_membership(workspace, son.membership.id, clock.today(), "分户")
    clock.day += timedelta(days=1)
    other = a_household().with_head("罗大有", place=4).register_id(workspace)
    assert add_member(workspace, other, replace(_entry(son, clock.today()), relation="28")) == son.person.id


def test_person_comes_back_only_after_the_departure(workspace: Workspace, clock: FixedClock) -> None:
    file, son = _with_son(workspace)
    end_membership(workspace, son.membership.id, clock.today(), "外出")
    with pytest.raises(UserError, match="才离户") as refused:
        add_member(workspace, file.household.id, _entry(son, clock.today()))
    assert refused.value.field == "from_on"


def test_dead_person_does_not_come_back(workspace: Workspace, clock: FixedClock) -> None:
    file, son = _with_son(workspace)
    change_person(workspace, replace(son.person, died_on=clock.today()))
    end_membership(workspace, son.membership.id, clock.today(), "死亡")
    clock.day += timedelta(days=5)
    with pytest.raises(UserError, match="登记去世"):
        add_member(workspace, file.household.id, _entry(son, clock.today()))


def test_member_of_a_household_is_still_refused_elsewhere(workspace: Workspace, clock: FixedClock) -> None:
    _, son = _with_son(workspace)
    other = a_household().with_head("罗大有", place=4).register_id(workspace)
    with pytest.raises(UserError, match="不能登记两次"):
        add_member(workspace, other, _entry(son, clock.today()))
