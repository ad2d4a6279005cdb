"""Who of a household counts when dibao is worked out: those who live together in fact and by law (民发〔2021〕57号 第七条)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.household import HouseholdFile, PersonId
from clerk_app.domain.shared_life import CLAUSE, Counting, shared_life
from clerk_app.policy import model
from clerk_app.services.follow_ups import absences_of
from clerk_app.services.workspace import Workspace


def not_counted(workspace: Workspace, file: HouseholdFile, day: date) -> dict[PersonId, str]:
    """Return the members who do not count on a day, each with the reason as the clerk reads it (T96)."""
    away = absences_of(workspace, [member.person.id for member in file.members])
    found = {}
    for member in file.members:
        own = tuple(absence for absence in away if absence.person_id == member.person.id)
        answer = shared_life(member.person, member.membership.relation, own, day)
        if answer.counting is Counting.NO:
            found[member.person.id] = f"{member.person.name}{answer.reason}（{CLAUSE}）。"
    return found


def without(case: model.Case, people: dict[PersonId, str]) -> model.Case:
    """Return a case without these people and their own income."""
    income = tuple(item for item in case.household.income if item.person not in people)
    return replace(
        case,
        household=replace(case.household, income=income),
        persons=tuple(person for person in case.persons if person.id not in people),
    )
