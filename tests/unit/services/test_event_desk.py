"""What an event finds: who is here, who is away, who was here before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.event_desk import situation_of
from clerk_app.services.events.requests import Placed
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock
from tests.event_builders import household, person


@pytest.fixture(autouse=True)
def some_days_on(clock: FixedClock, village: Workspace) -> None:
    clock.day = DAY + timedelta(days=10)


def test_a_family_at_home_has_members_only(village: Workspace) -> None:
    situation = situation_of(village, household(village, "0002"))

    assert [member.person.name for member in situation.members] == ["单长乐", "李㛃", "单小雨"]
    assert (situation.former, situation.absences, situation.away) == ((), (), ())
    assert situation.groups == ("第1组", "第2组")
    assert situation.next_number == "0004"
    assert situation.today == DAY + timedelta(days=10)


def test_who_dies_or_leaves_today_is_no_member_any_more_but_was_one(village: Workspace) -> None:
    today = village.today()
    events.carry_out(village, events.Death(person_id=person(village, "0002/李㛃"), on=today))
    daughter = person(village, "0002/单小雨")
    events.carry_out(village, events.Away(people=(daughter,), on=today, hukou_moves=True, to_place="昆明"))

    situation = situation_of(village, household(village, "0002"))

    assert [member.person.name for member in situation.members] == ["单长乐"]
    assert [former.person.name for former in situation.dead] == ["李㛃"]
    assert [former.person.name for former in situation.gone] == ["单小雨"]
    assert situation.member(daughter) is None


def test_who_joined_another_household_is_not_offered_to_come_back(village: Workspace) -> None:
    move = events.Move(
        people=(Placed(person_id=person(village, "0002/单小雨"), relation="94"),),
        household_id=household(village, "0003"),
        on=village.today(),
        reason="收养",
    )
    events.carry_out(village, move)

    assert situation_of(village, household(village, "0002")).former == ()


def test_who_is_away_now_or_without_an_end_is_named(village: Workspace) -> None:
    today = village.today()
    mother, daughter = person(village, "0002/李㛃"), person(village, "0002/单小雨")
    events.carry_out(village, events.Away(people=(mother,), on=today, hukou_moves=False))
    ended = events.Away(people=(daughter,), on=DAY, hukou_moves=False, until=DAY + timedelta(days=2))
    events.carry_out(village, ended)

    situation = situation_of(village, household(village, "0002"))

    assert [member.person.id for member in situation.away] == [mother]
    assert situation.member(PersonId("")) is None


def test_a_household_that_is_not_there_is_refused(village: Workspace) -> None:
    with pytest.raises(UserError):
        situation_of(village, HouseholdId("nowhere"))
