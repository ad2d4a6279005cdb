"""Taking back a whole import: every household it brought, in one transaction, unless something was done with it since.

Nothing is deleted, because the journal is append-only: the household is closed and gives its number free, its people belong nowhere and give
theirs free, so that the list can be taken in again at once. What stood there can be read in the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from clerk_app.domain.household import Household, HouseholdId, Identity, Membership, Person
from clerk_app.errors import UserError
from clerk_app.services.import_rows import import_record
from clerk_app.services.import_statuses import GIVEN, TAKEN_BACK, GivenStatus, given_by, take_back_statuses, withdrawn
from clerk_app.services.list_source import Progress
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store, work_items
from clerk_app.storage.unit_of_work import Batch, UnitOfWork, utc_text
from clerk_app.terms import IMPORT_UNDONE

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session

_Record = TypeVar("_Record", Membership, Identity)
_OF_AN_IMPORT: Final = ("import_household", "import_member", GIVEN, TAKEN_BACK)
_MOST_NAMED: Final = 8
_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class ChangedHousehold:
    """A household of an import that something was done with since, so that it is not taken back."""

    id: HouseholdId
    number: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and what was left because it was changed: ``statuses`` are those of people who were on file before."""

    households: int
    people: int
    left: tuple[ChangedHousehold, ...]
    statuses: int = 0
    statuses_left: tuple[GivenStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """What of an import was changed since: its households by number, and the statuses that it gave to people on file."""

    households: tuple[ChangedHousehold, ...]
    statuses: tuple[GivenStatus, ...]


def changed_since(workspace: Workspace, import_id: str) -> ChangedSince:
    """Return what of an import was changed since it was carried out."""
    import_record(workspace, import_id)
    with workspace.store.reading() as connection:
        households = _changed(connection, import_id, import_store.households_of(connection, import_id))
        return ChangedSince(households, given_by(UnitOfWork(connection), import_id).changed)


def _changed(session: Session, import_id: str, household_ids: tuple[str, ...]) -> tuple[ChangedHousehold, ...]:
    own = import_store.statuses_of(session, import_id)
    changed = import_store.changed_households(session, household_ids, _OF_AN_IMPORT, giving=GIVEN, own=own)
    found = [
        ChangedHousehold(HouseholdId(household_id), *import_store.number_and_group(session, household_id))
        for household_id in changed
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
    ``leave_changed``: then those stay and the others go. Also without a reason, and for an import taken back already. A status that it gave
    to somebody on file and that was changed since always stays, and is told.
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
        changed = _changed(batch.connection, import_id, brought)
        if changed and not leave_changed:
            raise _refusal(changed)
        kept = {one.id for one in changed}
        going = [one for one in brought if one not in kept]
        given = given_by(UnitOfWork(batch.connection), import_id)
        gone = take_back_statuses(batch, given.as_they_came, words, workspace.today())
        import_store.forget_statuses(batch.connection, import_id, gone)
        people = _take_back_households(batch, going, words, workspace.today(), progress)
        import_store.mark_undone(batch.connection, import_id, now, workspace.clerk.id, going)
        for item in import_store.rows_left(batch.connection, import_id):
            work_items.close(batch.connection, item.id, now, workspace.clerk.id, IMPORT_UNDONE)
    return Undone(households=len(going), people=people, left=changed, statuses=len(gone), statuses_left=given.changed)


def _refusal(changed: tuple[ChangedHousehold, ...]) -> UserError:
    named = "、".join(f"{one.group} {one.number}".strip() for one in changed[:_MOST_NAMED])
    return UserError(
        "这次导入的住户里有 {count} 户后来改动过（{named}{more}），没有撤销：可以只撤销其余的住户，改动过的留下。",
        field="changed",
        count=len(changed),
        named=named,
        more=" 等" if len(changed) > _MOST_NAMED else "",
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """A household of an import with all that came with it."""

    household: Household
    places: tuple[Membership, ...]
    people: tuple[Person, ...]
    identities: tuple[Identity, ...]


def _standing(uow: UnitOfWork, household_ids: list[str]) -> dict[str, _Standing]:
    """Return what stands of these households, each kind of record read once for all of them."""
    places = uow.memberships.find_among("household_id", household_ids)
    person_ids = list({place.person_id: None for place in places})
    people = {person.id: person for person in uow.people.find_among("id", person_ids)}
    identities = uow.identities.find_among("person_id", person_ids)
    places_of, identities_of = _by(places, "household_id"), _by(identities, "person_id")
    return {
        household.id: _Standing(
            household,
            tuple(here := places_of[household.id]),
            tuple(people[person_id] for person_id in {place.person_id: None for place in here}),
            tuple(identity for place in here for identity in identities_of[place.person_id]),
        )
        for household in uow.households.find_among("id", household_ids)
    }


def _by(records: Iterable[_Record], name: str) -> defaultdict[str, list[_Record]]:
    found: defaultdict[str, list[_Record]] = defaultdict(list)
    for record in records:
        found[getattr(record, name)].append(record)
    return found


def _take_back_households(
    batch: Batch, household_ids: Sequence[str], reason: str, today: date, progress: Progress | None
) -> int:
    """Close households as if they had never come, an act each; returns how many people went with them."""
    people = 0
    for start in range(0, len(household_ids), _AT_ONCE):
        some = list(household_ids[start : start + _AT_ONCE])
        standing = _standing(UnitOfWork(batch.connection), some)
        for place, household_id in enumerate(some, start):
            if progress is not None:
                progress(place, len(household_ids))
            with batch.act("undo_import", reason) as uow:
                people += _take_back(uow, standing[household_id], today)
    return people


def _take_back(uow: UnitOfWork, standing: _Standing, today: date) -> int:
    """Close a household as if it had never come; returns how many people went with it."""
    household = standing.household
    uow.subject = household.id
    closed = replace(household, number=_mark(household.id), closed_on=today, close_reason=IMPORT_UNDONE)
    uow.households.save_all([(household, closed)])
    uow.memberships.save_all(
        [(place, replace(place, to_on=place.from_on, end_reason=IMPORT_UNDONE)) for place in standing.places]
    )
    uow.people.save_all(
        [
            (person, replace(person, id_number=None, former_id_number=None, temporary_number=_mark(person.id)))
            for person in standing.people
        ]
    )
    uow.identities.save_all([(one, withdrawn(one, today)) for one in standing.identities if one.withdrawn_on is None])
    return len(standing.people)


def _mark(record_id: str) -> str:
    """Return what a record is called that gave its number free."""
    return f"{IMPORT_UNDONE}-{record_id[-12:]}"
