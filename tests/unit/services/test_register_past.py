"""The register as it stood on a past day, read from the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.errors import UserError
from clerk_app.services import events, people
from clerk_app.services.events import Head
from clerk_app.services.households import HouseholdEntry, household_numbered, list_households, register_household
from clerk_app.services.register_past import first_day, household_on, register_on
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_member

LATER = DAY + timedelta(days=10)


def numbers(workspace: Workspace, day: date) -> list[str]:
    return [row.number for row in register_on(workspace, day).households]


@pytest.fixture
def grown(village: Workspace, clock: FixedClock) -> Workspace:
    """The village of three households, to which a fourth came on the fifth day and from which one person went on the eighth."""
    clock.day = DAY + timedelta(days=5)
    register_household(village, HouseholdEntry(group="一组"), (a_member("钱多", place=77),))
    clock.day = DAY + timedelta(days=8)
    first = list_households(village)[0]
    file = household_on(village, first.number, DAY + timedelta(days=4))
    gone = file.members[-1]
    people.end_membership(village, gone.membership.id, clock.day, "死亡")
    clock.day = LATER
    return village


def test_a_household_that_came_later_is_not_in_the_register_of_the_day_before(grown: Workspace) -> None:
    before, after = numbers(grown, DAY + timedelta(days=4)), numbers(grown, DAY + timedelta(days=5))
    assert len(before) == 3
    assert after[:3] == before
    assert len(after) == 4


def test_a_person_who_went_later_still_belongs_to_the_household(grown: Workspace) -> None:
    number = list_households(grown)[0].number
    then, now = (household_on(grown, number, DAY + timedelta(days=day)) for day in (7, 9))
    assert len(then.members) == len(now.members) + 1
    lost = {member.person.name for member in then.members} - {member.person.name for member in now.members}
    assert len(lost) == 1


def test_looking_back_changes_nothing_today(grown: Workspace) -> None:
    today = list_households(grown)
    register_on(grown, DAY)
    assert list_households(grown) == today


def test_the_register_counts_its_people(grown: Workspace) -> None:
    past = register_on(grown, DAY + timedelta(days=9))
    assert past.people == sum(row.members for row in list_households(grown))


def test_only_one_group_is_listed_when_asked(grown: Workspace) -> None:
    groups = {row.group for row in register_on(grown, DAY).households}
    some = min(groups)
    assert {row.group for row in register_on(grown, DAY, group=some).households} == {some}


def test_today_is_not_past(grown: Workspace) -> None:
    with pytest.raises(UserError, match="还没有过完") as refused:
        register_on(grown, LATER)
    assert refused.value.field == "on"


def test_a_day_before_the_first_entry_is_refused_with_the_day_it_began(grown: Workspace) -> None:
    assert first_day(grown) == DAY
    with pytest.raises(UserError, match=DAY.isoformat()):
        register_on(grown, DAY - timedelta(days=1))


def test_a_household_that_was_not_there_yet_is_refused(grown: Workspace) -> None:
    number = list_households(grown)[-1].number
    assert household_on(grown, number, DAY + timedelta(days=6)).household.number == number
    with pytest.raises(UserError, match="还没有户编号") as refused:
        household_on(grown, number, DAY)
    assert refused.value.field == "number"


def test_an_error_inside_leaves_no_table_of_the_past_behind(grown: Workspace) -> None:
    with pytest.raises(UserError):
        household_on(grown, "none", DAY)
    assert len(list_households(grown)) == 4


def test_heads_changed_since_change_nothing_in_the_register_of_then(village: Workspace, clock: FixedClock) -> None:
    def heads(day: date) -> list[str]:
        members = household_on(village, "0001", day).members
        return [member.person.name for member in members if member.membership.is_head]

    clock.day = DAY + timedelta(days=5)
    file = household_numbered(village, "0001")
    wife = next(member.person.id for member in file.members if member.membership.relation == "12")
    change = Head(household_id=file.household.id, new_head=wife, on=DAY + timedelta(days=2), reason="家里商定")
    events.carry_out(village, change)
    clock.day = DAY + timedelta(days=6)
    assert heads(DAY + timedelta(days=4)) == ["段有福"]
    back = replace(change, new_head=file.members[0].person.id, on=clock.day)
    events.carry_out(village, back)
    clock.day = DAY + timedelta(days=7)
    assert heads(DAY + timedelta(days=4)) == ["段有福"]
    assert heads(DAY + timedelta(days=5)) == ["周兰英"]
