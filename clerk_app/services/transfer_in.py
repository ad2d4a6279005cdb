"""A household that comes from another village: what came with it, taking it in by one act with its past, or sending it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from clerk_app.domain import resident_id
from clerk_app.domain.codes import HEAD
from clerk_app.domain.follow_up import FollowUp, FollowUpId, FollowUpKind
from clerk_app.domain.household import HouseholdId, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.transfer import Transfer, TransferId, TransferStanding
from clerk_app.errors import UserError
from clerk_app.services.households import HouseholdEntry, MemberEntry, add_household, check_household, enter_member
from clerk_app.services.incoming import IncomingHousehold, IncomingPerson, incoming_household, offer_of
from clerk_app.services.transfer_belongings import take_belongings
from clerk_app.services.transfer_past import take_past
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, queries, work_items
from clerk_app.storage.queries import KnownPerson
from clerk_app.storage.unit_of_work import new_id, utc_text

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

_APPLY_WITHIN: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferInEntry:
    """What the clerk enters: the new household's number (empty: the next free), group and address; or ``into`` which household they come.

    ``relations`` re-states relations to the head by the ids of :class:`IncomingPerson`; who is not named keeps the old one.
    """

    number: str = ""
    group: str = ""
    address: str = ""
    into: str = ""
    relations: Mapping[str, str] = field(default_factory=dict)


def take_in(workspace: Workspace, offer_id: str, entry: TransferInEntry) -> HouseholdId:
    """Take a household in by one act: household, people with their identities, accounts and papers, and its past, which counts in no sum
    of this village.

    People whom somebody here has registered by hand already are not registered again when all of them are in one household: it gets the
    past. Raises UserError for what registering a household would refuse, and when some are here and some are not.
    """
    incoming = incoming_household(workspace, offer_id)
    offer = offer_of(workspace, incoming.id)
    with workspace.unit_of_work("transfer_in", incoming.reason) as uow:
        _require_open(uow, incoming)
        household_id, ids = _already_here(uow, incoming) or _newly(workspace, uow, incoming, entry)
        uow.subject = household_id
        side = _side(workspace, incoming, TransferStanding.TAKEN_IN)
        transfer = uow.transfers.add(replace(side, household_id=household_id, people=tuple(ids.values())))
        take_past(uow, transfer, household_id, offer, ids)
        take_belongings(uow, incoming, household_id, ids)
        _apply_again(workspace, uow, household_id, incoming)
        _settle(workspace, uow, incoming.id)
        return household_id


def decline(workspace: Workspace, offer_id: str, reason: str) -> TransferId:
    """Send a household back with a reason, which the county tells the village it came from; nothing of it is registered here."""
    words = reason.strip()
    if not 0 < len(words) <= LONGEST_TEXT:
        raise UserError("请填写退回的原因，最多 {most} 个字：对方村会看到。", field="reason", most=LONGEST_TEXT)
    incoming = incoming_household(workspace, offer_id)
    with workspace.unit_of_work("decline_transfer", words) as uow:
        _require_open(uow, incoming)
        transfer = uow.transfers.add(replace(_side(workspace, incoming, TransferStanding.DECLINED), reason=words))
        uow.subject = transfer.id
        attached_files.let_go(uow.connection, {paper.sha256 for paper in incoming.papers})
        _settle(workspace, uow, incoming.id)
        return transfer.id


def _require_open(uow: UnitOfWork, incoming: IncomingHousehold) -> None:
    if uow.transfers.first(origin=incoming.id) is not None:
        raise UserError("这一户已经办过迁入或退回：请刷新后再看。")


def _side(workspace: Workspace, incoming: IncomingHousehold, standing: TransferStanding) -> Transfer:
    return Transfer(
        id=TransferId(new_id()),
        standing=standing,
        village_code=incoming.from_code,
        village_name=incoming.from_name,
        moved_on=incoming.moved_on,
        noted_on=workspace.today(),
        reason=incoming.reason,
        origin=incoming.id,
    )


def _already_here(uow: UnitOfWork, incoming: IncomingHousehold) -> tuple[HouseholdId, dict[PersonId, PersonId]] | None:
    """Return the household where everybody who comes is registered by now, and their ids here by those there; None: nobody is."""
    here = {one.person.id: _known(uow, one.person) for one in incoming.people}
    known = {key: place for key, place in here.items() if place is not None}
    if not known:
        return None
    homes = {place.household_id for place in known.values()}
    if len(known) < len(here) or len(homes) > 1:
        names = "、".join(place.name for place in known.values())
        raise UserError(
            "{names}已登记在本村，其他人还没有，或不在同一户：请先把他们登记齐、并到一户，再办迁入；不是本村的就退回。",
            names=names,
        )
    (home,) = homes
    return HouseholdId(str(home)), {key: place.person_id for key, place in known.items()}


def _known(uow: UnitOfWork, person: Person) -> KnownPerson | None:
    """Return who lives here under this person's number now; somebody who left comes back, and is not meant."""
    if person.id_number is None:
        return None
    known = queries.person_with_number(uow.connection, resident_id.spellings(person.id_number), now_only=True)
    return None if known is None or known.household_id is None else known


def _newly(
    workspace: Workspace, uow: UnitOfWork, incoming: IncomingHousehold, entry: TransferInEntry
) -> tuple[HouseholdId, dict[PersonId, PersonId]]:
    members = {one.person.id: _member(one, entry, incoming.moved_on) for one in incoming.people}
    if entry.into.strip():
        household_id = _home(uow, entry, members.values())
        ids = {
            key: enter_member(uow, household_id, member, incoming.moved_on, workspace.today())
            for key, member in members.items()
        }
        return household_id, ids
    before = incoming.household
    made = check_household(
        HouseholdEntry(
            number=entry.number,
            group=entry.group,
            address=entry.address,
            hukou=before.hukou,
            phone=before.phone,
            note=before.note,
        )
    )
    heads = [key for key, member in members.items() if member.relation == HEAD]
    if len(heads) != 1:
        raise UserError(
            "一户必须有且只有一位户主，现在有 {heads} 位：请检查“与户主关系”。", field="relation", heads=len(heads)
        )
    household_id = add_household(workspace, uow, made, (members.pop(heads[0]),), incoming.moved_on)
    (place,) = uow.memberships.find(household_id=household_id)
    ids = {heads[0]: place.person_id}
    for key, member in members.items():
        ids[key] = enter_member(uow, household_id, member, incoming.moved_on, workspace.today())
    return household_id, ids


def _member(one: IncomingPerson, entry: TransferInEntry, moved_on: date) -> MemberEntry:
    relation = entry.relations.get(one.person.id, one.relation)
    person = replace(one.person, temporary_number=None)  # the old village's may be somebody else's here
    return MemberEntry(person=person, relation=relation, identities=one.identities, from_on=moved_on)


def _home(uow: UnitOfWork, entry: TransferInEntry, members: Iterable[MemberEntry]) -> HouseholdId:
    household = uow.households.first(number=entry.into.strip())
    if household is None or household.closed_on is not None:
        raise UserError(
            "没有户编号为“{number}”的住户：请核对要并入的户。", field="into", number=entry.into.strip()[:30]
        )
    if any(member.relation == HEAD for member in members):
        raise UserError("并入现有的户时，迁入的人不能是户主：请重新选与户主关系。", field="relation")
    return household.id


def _apply_again(workspace: Workspace, uow: UnitOfWork, household_id: HouseholdId, incoming: IncomingHousehold) -> None:
    """Leave it to be done, once, that a household which had dibao applies here: the old village's case does not come along."""
    left = {item.detail for item in uow.follow_ups.find(household_id=household_id, settled_on=None)}
    for case in incoming.dibao:
        if case.granted_class is not None and case.ended_on is not None and case.ended_on >= incoming.moved_on:
            granted = f"{case.granted_class.label}，每月 {case.granted_amount} 元" if case.granted_amount else ""
            detail = f"原村{incoming.from_name}在保（{case.number}，{granted}）：随户迁入，请在本村重新申请"
            if detail in left:
                continue
            today = workspace.today()
            uow.follow_ups.add(
                FollowUp(
                    id=FollowUpId(new_id()),
                    household_id=household_id,
                    kind=FollowUpKind.DIBAO_RECHECK,
                    opened_on=today,
                    due_on=today + _APPLY_WITHIN,
                    detail=detail,
                )
            )


def _settle(workspace: Workspace, uow: UnitOfWork, offer_id: str) -> None:
    for item in work_items.open_items(uow.connection, (offer_id,)):
        work_items.close(uow.connection, item.id, utc_text(workspace.clock.now()), workspace.clerk.id)
