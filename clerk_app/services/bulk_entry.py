"""Entering households by the thousand: the checks of the services, against what is registered as read once for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import Household, HouseholdId, IdentityId, Membership, MembershipId, Person, PersonId
from clerk_app.domain.resident_id import spellings
from clerk_app.errors import UserError
from clerk_app.services.households import HouseholdEntry, MemberEntry, check_household, require_order, with_facts
from clerk_app.services.numbering import mark_of, next_household, number_after
from clerk_app.services.person_check import check_person
from clerk_app.storage import import_store, queries
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session
    from clerk_app.storage.unit_of_work import UnitOfWork


class Registered:
    """Which numbers are in use, of people and of households: read in the transaction that fills the register, and kept up with it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people = queries.numbers_registered(session)
        self._households = import_store.household_numbers(session)
        self._temporary = import_store.temporary_numbers(session)
        self._given = ""

    def take_household(self, wanted: str) -> str:
        """Return the number that is wanted, or the next one for an empty text; raises UserError when another household has it."""
        number = wanted or self._next_household()
        if number in self._households:
            raise UserError("户编号“{number}”已被另一户使用：请换一个，或留空自动编号。", field="number", number=number)
        self._households.add(number)
        return number

    def _next_household(self) -> str:
        """Return the next number; households with numbers of their own must have been entered before."""
        mark = mark_of(self._session)
        number = number_after(self._given, mark) if self._given else next_household(self._session)
        while number in self._households:
            number = number_after(number, mark)
        self._given = number
        return number

    def take_person(self, person: Person, household_number: str) -> Person:
        """Return the person with a number of his or her own; raises UserError when somebody is registered with it."""
        if person.id_number is None:
            return self._with_temporary(person)
        every = dict.fromkeys((*spellings(person.id_number), *spellings(person.former_id_number or "")))
        for number in every:
            if number in self._people:
                raise UserError(
                    "这个公民身份号码已登记在 {where}：同一人不能登记两次，请打开那一户核对。",
                    field="id_number",
                    where=where_registered(self._people[number].household),
                )
        for number in filter(None, (person.id_number, person.former_id_number)):
            self._people[number] = queries.Holder(household_number, person.name)
        return person

    def _with_temporary(self, person: Person) -> Person:
        prefix = f"L{mark_of(self._session)}"
        place = len(self._temporary) + 1
        while (number := f"{prefix}{place:05d}") in self._temporary:
            place += 1
        self._temporary.add(number)
        return replace(person, temporary_number=number)


def where_registered(household_number: str) -> str:
    """Return where a number is registered in words; it is empty for somebody who has left."""
    return f"{household_number} 户" if household_number else "本村（已离户）"


def enter_household(
    uow: UnitOfWork, registered: Registered, entry: HouseholdEntry, members: tuple[MemberEntry, ...], day: date
) -> HouseholdId:
    """Add a household with its members inside an act; raises UserError as ``households.register_household`` does.

    Somebody on file who has left does not come back this way: that is asked of a person.
    """
    if sum(1 for member in members if member.relation == HEAD) != 1:
        raise UserError("一户必须有且只有一位户主：请检查“与户主关系”。", field="relation")
    tidy = check_household(entry)
    number = registered.take_household(tidy.number)
    household = with_facts(Household(id=HouseholdId(new_id()), number=number, registered_on=day), tidy)
    uow.households.add(household)
    uow.subject = household.id
    enter_people(uow, registered, household.id, household.number, members, day=day)
    return household.id


def enter_people(
    uow: UnitOfWork,
    registered: Registered,
    household_id: HouseholdId,
    household_number: str,
    members: tuple[MemberEntry, ...],
    *,
    day: date,
) -> None:
    """Add members to a household inside an act, each with the statuses to begin with."""
    people = [
        registered.take_person(replace(check_person(member.person, day)[0], id=PersonId(new_id())), household_number)
        for member in members
    ]
    uow.people.add_all(people)
    uow.memberships.add_all(
        [
            Membership(
                id=MembershipId(new_id()),
                household_id=household_id,
                person_id=person.id,
                relation=member.relation,
                from_on=day,
            )
            for person, member in zip(people, members, strict=True)
        ]
    )
    identities = [
        replace(identity, id=IdentityId(new_id()), person_id=person.id)
        for person, member in zip(people, members, strict=True)
        for identity in member.identities
    ]
    for identity in identities:
        require_order(identity)
    uow.identities.add_all(identities)
