"""Small things that 今日 and 设置 ask of the services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clerk_app.domain.clerk import Role
from clerk_app.domain.codes import HEAD, Sex
from clerk_app.domain.dates import birthday
from clerk_app.errors import UserError
from clerk_app.services.accounts import add_clerk, change_password, end_clerk, list_clerks, renew_recovery_key
from clerk_app.services.households import HouseholdEntry, MemberEntry, new_person, register_household
from clerk_app.services.today import today
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import CHEAP, CLERK, DAY, PASSWORD, resident_number

OTHER = "Another-desk-8"


@pytest.mark.parametrize(
    "act",
    [
        lambda workspace, password: change_password(workspace, password, OTHER, parameters=CHEAP),
        lambda workspace, password: add_clerk(workspace, password, "李助", OTHER, parameters=CHEAP),
        renew_recovery_key,
    ],
)
def test_wrong_own_password_is_told_at_its_own_field(
    village: Workspace, act: Callable[[Workspace, str], object]
) -> None:
    with pytest.raises(UserError) as refused:
        act(village, "wrong-password")
    assert refused.value.field == "own_password"


def test_weak_new_password_is_told_at_the_new_one(village: Workspace) -> None:
    with pytest.raises(UserError) as refused:
        change_password(village, PASSWORD, "weak", parameters=CHEAP)
    assert refused.value.field == "password"


def test_clerks_are_listed_with_those_who_left_last(village: Workspace) -> None:
    second = add_clerk(village, PASSWORD, "李助", OTHER, Role.ASSISTANT, parameters=CHEAP)
    add_clerk(village, PASSWORD, "王新", OTHER, parameters=CHEAP)
    end_clerk(village, second.id, "调离")
    assert [(clerk.name, clerk.active_to) for clerk in list_clerks(village)] == [
        (CLERK, None),
        ("王新", None),
        ("李助", DAY),
    ]


def test_checks_tell_how_far_they_are(village: Workspace) -> None:
    told: list[tuple[int, int]] = []
    assert verify(village, lambda done, total: told.append((done, total))).ok
    assert told == [(done, 5) for done in range(6)]


def born(age: int, *, days_ago: int = 0) -> date:
    day = birthday(DAY, -age)
    return date.fromordinal(day.toordinal() - days_ago)


def test_age_bands_turn_on_the_birthday_and_leave_out_the_dead(workspace: Workspace) -> None:
    facts = (
        ("户主甲", born(80), Sex.MALE, None),
        ("未满八十", date.fromordinal(born(80).toordinal() + 1), Sex.MALE, None),
        ("满十岁", born(10), Sex.FEMALE, None),
        ("今日出生", DAY, Sex.FEMALE, None),
        ("百岁老人", born(101), Sex.FEMALE, None),
        ("已故", born(50), Sex.MALE, DAY),
    )
    for place, (name, birth_on, sex, died_on) in enumerate(facts, start=1):
        number = resident_number(birth_on, sex, place)
        person = new_person(name=name, birth_on=birth_on, sex=sex, died_on=died_on, id_number=number)
        register_household(workspace, HouseholdEntry(group="第1组"), (MemberEntry(person=person, relation=HEAD),))
    bands = {band.from_age: (band.to_age, band.men, band.women) for band in today(workspace).ages}
    assert bands[0] == (9, 0, 1)
    assert bands[10] == (19, 0, 1)
    assert bands[70] == (79, 1, 0)
    assert bands[80] == (None, 1, 1)
    assert sum(men + women for _, men, women in bands.values()) == 5


def test_age_bands_of_an_empty_village_are_all_there_and_empty(workspace: Workspace) -> None:
    ages = today(workspace).ages
    assert [band.from_age for band in ages] == [0, 10, 20, 30, 40, 50, 60, 70, 80]
    assert all(band.men == band.women == 0 for band in ages)
