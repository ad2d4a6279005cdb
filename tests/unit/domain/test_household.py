"""People and households day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.codes import HEAD, IdentityKind, Sex
from clerk_app.domain.household import (
    Household,
    HouseholdFile,
    HouseholdId,
    Identity,
    IdentityId,
    Member,
    Membership,
    MembershipId,
    Person,
    PersonId,
)

DAY = date(2026, 3, 16)
PERSON = Person(id=PersonId("p"), name="段有福", birth_on=date(1964, 2, 29), sex=Sex.MALE)
PLACE = Membership(
    id=MembershipId("m"),
    household_id=HouseholdId("h"),
    person_id=PERSON.id,
    relation=HEAD,
    from_on=date(2024, 1, 1),
    to_on=date(2024, 12, 31),
)
STATUS = Identity(
    id=IdentityId("i"),
    person_id=PERSON.id,
    kind=IdentityKind.DIBAO,
    from_on=date(2024, 1, 1),
    to_on=date(2024, 12, 31),
)


@pytest.mark.parametrize(
    ("on", "age"), [(date(2019, 2, 27), 54), (date(2019, 2, 28), 55), (date(2024, 2, 28), 59), (date(2024, 2, 29), 60)]
)
def test_age_of_one_born_on_29_february(on: date, age: int) -> None:
    assert PERSON.age_on(on) == age


@pytest.mark.parametrize(
    ("died_on", "alive"), [(None, True), (date(2026, 3, 17), True), (DAY, False), (date(2020, 1, 1), False)]
)
def test_person_is_alive_until_the_day_of_death(died_on: date | None, alive: bool) -> None:
    assert replace(PERSON, died_on=died_on).alive_on(DAY) is alive


@pytest.mark.parametrize(
    ("on", "held"),
    [(date(2023, 12, 31), False), (date(2024, 1, 1), True), (date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_first_and_last_day_count(on: date, held: bool) -> None:
    assert PLACE.held_on(on) is held
    assert STATUS.held_on(on) is held


def test_open_end_holds_for_ever() -> None:
    assert replace(PLACE, to_on=None).held_on(date(2199, 1, 1))
    assert replace(STATUS, to_on=None).held_on(date(2199, 1, 1))


def test_head_is_the_member_of_that_relation() -> None:
    household = Household(id=HouseholdId("h"), number="0001", registered_on=DAY)
    wife = Member(person=PERSON, membership=replace(PLACE, relation="12"))
    head = Member(person=PERSON, membership=PLACE)
    assert HouseholdFile(household=household, members=(wife, head), on=DAY).head == head
    assert HouseholdFile(household=household, members=(wife,), on=DAY).head is None
    assert (PLACE.is_head, wife.membership.is_head) == (True, False)
