"""What the window needs before an event is entered: who is here, who is away, and who was here before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.domain.absence import Absence
from clerk_app.domain.household import HouseholdFile, HouseholdId, Member, Membership, Person, PersonId
from clerk_app.services.households import group_names, next_household_number, open_household
from clerk_app.services.workspace import Workspace
from clerk_app.storage import follow_up_queries
from clerk_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FormerMember:
    """Somebody whose last place was in this household, with that place."""

    person: Person
    place: Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A household as an event finds it. ``absences`` are those of its members that hold now or have no end."""

    file: HouseholdFile
    former: tuple[FormerMember, ...]
    absences: tuple[Absence, ...]
    groups: tuple[str, ...]
    next_number: str

    @property
    def today(self) -> date:
        """The day on which it was looked at."""
        return self.file.on

    @property
    def members(self) -> tuple[Member, ...]:
        """Those who belong to it and do not leave today."""
        return tuple(member for member in self.file.members if member.membership.to_on is None)

    @property
    def dead(self) -> tuple[FormerMember, ...]:
        """Former members who are registered as dead."""
        return tuple(former for former in self.former if former.person.died_on is not None)

    @property
    def gone(self) -> tuple[FormerMember, ...]:
        """Former members who live and belong to no household now."""
        return tuple(former for former in self.former if former.person.died_on is None)

    @property
    def away(self) -> tuple[Member, ...]:
        """Members who live elsewhere."""
        absent = {absence.person_id for absence in self.absences}
        return tuple(member for member in self.members if member.person.id in absent)

    def member(self, person_id: PersonId | None) -> Member | None:
        """Return a present member, or None."""
        return next((member for member in self.members if member.person.id == person_id), None)


def situation_of(workspace: Workspace, household_id: HouseholdId) -> Situation:
    """Return a household with its former members and who is away; raises UserError when there is none."""
    file = open_household(workspace, household_id)
    ids = [member.person.id for member in file.members]
    with workspace.store.reading() as connection:
        former = _former(UnitOfWork(connection), household_id)
        absences = follow_up_queries.absences_of(connection, ids)
    return Situation(
        file=file,
        former=former,
        absences=tuple(absence for absence in absences if absence.to_on is None or absence.held_on(file.on)),
        groups=group_names(workspace),
        next_number=next_household_number(workspace),
    )


def _former(uow: UnitOfWork, household_id: HouseholdId) -> tuple[FormerMember, ...]:
    """Return who left and joined no household since, the latest first."""
    last: dict[PersonId, Membership] = {}
    for place in sorted(uow.memberships.find(household_id=household_id), key=lambda place: place.from_on):
        last[place.person_id] = place
    left = [
        FormerMember(uow.people.get(person_id), place)
        for person_id, place in last.items()
        if place.to_on is not None and uow.memberships.first(person_id=person_id, to_on=None) is None
    ]
    return tuple(sorted(left, key=lambda former: former.place.to_on or former.place.from_on, reverse=True))
