"""Taking back a whole import: every household it brought, in one transaction, unless something was done with it since.

Nothing is deleted, because the journal is append-only: the household is closed and gives its number free, its people belong nowhere and give
theirs free, so that the list can be taken in again at once. What stood there can be read in the history.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clerk_app.domain.household import Household, HouseholdId
from clerk_app.errors import UserError
from clerk_app.services.import_rows import import_record
from clerk_app.services.list_source import Progress
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store, work_items
from clerk_app.storage.unit_of_work import utc_text
from clerk_app.terms import IMPORT_UNDONE

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session
    from clerk_app.storage.unit_of_work import UnitOfWork

_OF_AN_IMPORT: Final = ("import_household", "import_member")
_MOST_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class ChangedHousehold:
    """A household of an import that something was done with since, so that it is not taken back."""

    id: HouseholdId
    number: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and what was left because it was changed."""

    households: int
    people: int
    left: tuple[ChangedHousehold, ...]


def changed_since(workspace: Workspace, import_id: str) -> tuple[ChangedHousehold, ...]:
    """Return the households of an import that something was done with since, by number."""
    import_record(workspace, import_id)
    with workspace.store.reading() as connection:
        return _changed(connection, import_store.households_of(connection, import_id))


def _changed(session: Session, household_ids: tuple[str, ...]) -> tuple[ChangedHousehold, ...]:
    found = [
        ChangedHousehold(HouseholdId(household_id), *import_store.number_and_group(session, household_id))
        for household_id in import_store.changed_households(session, household_ids, _OF_AN_IMPORT)
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def undo_import(
    workspace: Workspace,
    import_id: str,
    reason: str,
    *,
    leave_changed: bool = False,
    progress: Progress | None = None,
) -> Undone:
    """Take an import back, all of it in one transaction.

    Raises UserError, and changes nothing, where households of it were changed since (the sentence names them), unless
    ``leave_changed``: then those stay and the others go. Also without a reason, and for an import taken back already.
    """
    record = import_record(workspace, import_id)
    words = " ".join(reason.split())
    if not words or len(words) > 200:
        raise UserError("请写明为什么撤销这次导入，最多 {most} 个字。", field="reason", most=200)
    if record.undone_at is not None:
        raise UserError("这次导入已经撤销过了。", field="import")
    now = utc_text(workspace.clock.now())
    with workspace.batch() as batch:
        brought = import_store.households_of(batch.connection, import_id)
        changed = _changed(batch.connection, brought)
        if changed and not leave_changed:
            raise _refusal(changed)
        kept = {one.id for one in changed}
        going = [one for one in brought if one not in kept]
        people = 0
        for done, household_id in enumerate(going):
            if progress is not None:
                progress(done, len(going))
            with batch.act("undo_import", words) as uow:
                people += _take_back(uow, uow.households.get(household_id), workspace)
        import_store.mark_undone(batch.connection, import_id, now, workspace.clerk.id, going)
        for item in import_store.rows_left(batch.connection, import_id):
            work_items.close(batch.connection, item.id, now, workspace.clerk.id, IMPORT_UNDONE)
    return Undone(households=len(going), people=people, left=changed)


def _refusal(changed: tuple[ChangedHousehold, ...]) -> UserError:
    named = "、".join(f"{one.group} {one.number}".strip() for one in changed[:_MOST_NAMED])
    return UserError(
        "这次导入的住户里有 {count} 户后来改动过（{named}{more}），没有撤销：可以只撤销其余的住户，改动过的留下。",
        field="changed",
        count=len(changed),
        named=named,
        more=" 等" if len(changed) > _MOST_NAMED else "",
    )


def _take_back(uow: UnitOfWork, household: Household, workspace: Workspace) -> int:
    """Close a household as if it had never come; returns how many people went with it."""
    uow.subject = household.id
    mark = f"{IMPORT_UNDONE}-{household.id[-12:]}"
    uow.households.save(replace(household, number=mark, closed_on=workspace.today(), close_reason=IMPORT_UNDONE))
    places = uow.memberships.find(household_id=household.id)
    for place in places:
        uow.memberships.save(replace(place, to_on=place.from_on, end_reason=IMPORT_UNDONE))
        person = uow.people.get(place.person_id)
        taken = f"{IMPORT_UNDONE}-{person.id[-12:]}"
        uow.people.save(replace(person, id_number=None, former_id_number=None, temporary_number=taken))
        for identity in uow.identities.find(person_id=person.id):
            uow.identities.save(replace(identity, to_on=identity.from_on))
    return len(places)
