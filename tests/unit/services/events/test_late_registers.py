"""A register made after what it records: the day of entry gives way, with a question; a real joining does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clerk_app.domain.codes import HEAD
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.events import Away, Head, Placed, Split
from clerk_app.services.households import HouseholdEntry, household_numbered, register_household
from clerk_app.services.people import add_member
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_member

BEFORE = DAY - timedelta(days=20)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A household of three that was registered today."""
    members = (
        a_member("郑大", age=60, place=11),
        a_member("郑二", age=35, place=12, relation="20"),
        a_member("郑小", age=8, place=13, relation="40"),
    )
    register_household(workspace, HouseholdEntry(group="一组"), members)
    return workspace


def of(workspace: Workspace, name: str) -> events.Placed:
    file = household_numbered(workspace, "0001")
    return Placed(
        person_id=next(member.person.id for member in file.members if member.person.name == name), relation=HEAD
    )


def test_a_split_before_the_entry_moves_the_entry_back_and_asks(family: Workspace) -> None:
    file = household_numbered(family, "0001")
    request = Split(
        household_id=file.household.id,
        on=BEFORE,
        people=(of(family, "郑二"),),
        household=HouseholdEntry(),
        reason="早已另立门户",
    )
    plan = events.plan(family, request)
    assert plan.possible
    assert any("入户日期随之改到" in question.text for question in plan.questions)
    events.carry_out(family, request)
    assert [member.person.name for member in household_numbered(family, "0002").members] == ["郑二"]
    assert [member.person.name for member in household_numbered(family, "0001").members] == ["郑大", "郑小"]
    assert verify(family).ok


def test_an_absence_before_the_entry_moves_it_back(family: Workspace) -> None:
    request = Away(people=(of(family, "郑二").person_id,), on=BEFORE, hukou_moves=False, to_place="昆明")
    plan = events.plan(family, request)
    assert plan.possible
    assert plan.questions
    events.carry_out(family, request)
    member = next(each for each in household_numbered(family, "0001").members if each.person.name == "郑二")
    assert member.membership.from_on == BEFORE


def test_another_head_before_the_entry_is_possible(family: Workspace) -> None:
    file = household_numbered(family, "0001")
    chosen = of(family, "郑二").person_id
    relations = {member.person.id: "40" for member in file.members if member.person.name == "郑小"}
    relations |= {member.person.id: "51" for member in file.members if member.person.name == "郑大"}
    plan = events.plan(family, Head(household_id=file.household.id, new_head=chosen, on=BEFORE, relations=relations))
    assert plan.possible


def test_one_who_joined_later_does_not_leave_before(family: Workspace) -> None:
    file = household_numbered(family, "0001")
    family.clock.day = DAY + timedelta(days=5)  # type: ignore[attr-defined]  # the tests' clock
    joined = add_member(family, file.household.id, a_member("周梅", age=30, place=14, relation="32"))
    request = Away(people=(joined,), on=DAY, hukou_moves=True, to_place="昆明", reason="外嫁")
    plan = events.plan(family, request)
    assert ["才入户" in refusal.message for refusal in plan.refusals] == [True]
    with pytest.raises(UserError, match="才入户"):
        events.carry_out(family, request)
