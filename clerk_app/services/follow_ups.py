"""What events left to be done: listed until somebody says how it came out; and who is away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from clerk_app.domain.absence import Absence
from clerk_app.domain.follow_up import FollowUp
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import follow_up_queries
from clerk_app.storage.follow_up_queries import FollowUpRow


def follow_ups(
    workspace: Workspace, household_id: HouseholdId | None = None, *, settled: bool = False
) -> tuple[FollowUpRow, ...]:
    """Return what is to be done, in the village or for one household, the most urgent first; with ``settled`` also what is done."""
    with workspace.store.reading() as connection:
        return follow_up_queries.follow_up_rows(connection, household_id=household_id, settled=settled)


def settle_follow_up(workspace: Workspace, follow_up_id: str, outcome: str, *, on: date | None = None) -> FollowUp:
    """Note how something came out, and that it is done; raises UserError without an outcome, or when it is done already."""
    day = on or workspace.today()
    if not outcome.strip() or len(outcome) > LONGEST_TEXT:
        raise UserError("请写明办理结果，最多 {most} 个字。", field="outcome", most=LONGEST_TEXT)
    if day > workspace.today():
        raise UserError("日期不能在今天之后：请核对。", field="on")
    with workspace.unit_of_work("settle_follow_up") as uow:
        item = uow.follow_ups.get(follow_up_id)
        if item.settled_on is not None:
            raise UserError("这件事已在 {day} 办结：不用再办。", day=item.settled_on)
        uow.subject = item.household_id
        return uow.follow_ups.save(replace(item, settled_on=day, outcome=outcome.strip()))


def absences_of(workspace: Workspace, person_ids: Collection[PersonId]) -> tuple[Absence, ...]:
    """Return the times away of these people, ended ones too, oldest first."""
    with workspace.store.reading() as connection:
        return follow_up_queries.absences_of(connection, person_ids)
