"""A household right after an event of the same day: what the list shows, its file shows too."""

from __future__ import annotations

from datetime import timedelta

from clerk_app.services.events import Away, Death
from clerk_app.services.households import household_numbered, list_households, open_household
from clerk_app.services.register_past import household_on, register_on
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock
from tests.event_builders import done, household, person, relations


def counted(workspace: Workspace, number: str) -> tuple[str, int]:
    """Return the head and the number of people as the list has them."""
    (row,) = (row for row in list_households(workspace) if row.number == number)
    return row.head, row.members


def test_head_who_died_today_is_no_longer_in_the_household(village: Workspace) -> None:
    done(village, Death(person_id=person(village, "0001/段有福"), on=DAY))
    assert relations(village, "0001") == {"周兰英": "02"}
    assert counted(village, "0001") == ("周兰英", 1)


def test_member_who_moved_away_today_still_belonged_to_it_on_that_day(village: Workspace) -> None:
    leaver = person(village, "0002/单小雨")
    done(village, Away(people=(leaver,), on=DAY, hukou_moves=True, to_place="昆明"))
    assert set(relations(village, "0002")) == {"单长乐", "李㛃"}
    of_the_day = open_household(village, household(village, "0002"), DAY)
    assert leaver in {member.person.id for member in of_the_day.members}


def test_register_of_a_past_day_has_the_same_people_in_the_list_and_in_the_file(
    village: Workspace, clock: FixedClock
) -> None:
    done(village, Death(person_id=person(village, "0001/段有福"), on=DAY))
    clock.day = DAY + timedelta(days=1)
    (row,) = (row for row in register_on(village, DAY).households if row.number == "0001")
    file = household_on(village, "0001", DAY)
    assert [member.person.name for member in file.members] == [row.head] == ["周兰英"]
    assert household_numbered(village, "0001").members == file.members
