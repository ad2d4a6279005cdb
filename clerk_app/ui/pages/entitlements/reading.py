"""What the view shows, read in one go in the database thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.dibao import OPEN_STAGES
from clerk_app.domain.household import HouseholdFile, HouseholdId, PersonId
from clerk_app.domain.money import Money
from clerk_app.services.contributions import contributions_of
from clerk_app.services.dibao import cases_of
from clerk_app.services.entitlements import Answer, WhatIf, entitlements, own_tiers
from clerk_app.services.households import open_household
from clerk_app.services.rules import rules_on
from clerk_app.ui.pages.entitlements.outcomes import Outcome, outcomes_of
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A household as it is today, with its answer by person.

    ``open_case`` is the dibao case on its way, or nothing; ``has_standard`` whether the county's dibao standard is filled in.
    ``tiers`` are the tiers that people have paid for this year, ``valid_tiers`` those they could choose.
    """

    file: HouseholdFile
    answer: Answer
    outcomes: dict[PersonId, Outcome]
    open_case: str
    has_standard: bool
    tiers: dict[PersonId, Money]
    valid_tiers: tuple[Money, ...]


def read_now(workspace: Workspace, household_id: HouseholdId, _progress: Progress) -> Reading:
    """Read a household and its answer for today; raises UserError when there is none or the pack cannot be read."""
    file = open_household(workspace, household_id)
    answer = entitlements(workspace, household_id)
    rules = rules_on(workspace, file.on)
    running = [case.id for case in cases_of(workspace, household_id) if case.stage in OPEN_STAGES]
    return Reading(
        file=file,
        answer=answer,
        outcomes=outcomes_of(answer, answer.pack, _births(file)),
        open_case=running[0] if running else "",
        has_standard=bool(rules.local.get("dibao_standard")),
        tiers=_tiers(workspace, file),
        valid_tiers=answer.pack.valid_tiers(file.on.year),
    )


def _tiers(workspace: Workspace, file: HouseholdFile) -> dict[PersonId, Money]:
    ids = tuple(member.person.id for member in file.members)
    return own_tiers(contributions_of(workspace, ids, year=file.on.year))


def read_supposed(
    workspace: Workspace, household_id: HouseholdId, what_if: WhatIf, _progress: Progress
) -> tuple[Answer, dict[PersonId, Outcome]]:
    """Answer under a supposition; nothing is stored. Raises UserError for a tier that the year does not have."""
    answer = entitlements(workspace, household_id, what_if)
    births = _births(open_household(workspace, household_id, answer.assessment.on))
    births |= {person: change.birth_on for person, change in what_if.people.items() if change.birth_on is not None}
    return answer, outcomes_of(answer, answer.pack, births)


def _births(file: HouseholdFile) -> dict[PersonId, date]:
    return {member.person.id: member.person.birth_on for member in file.members}
