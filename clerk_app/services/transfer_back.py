"""A household that was to move to another village and stays after all: taken back by one act, with everything it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.act import Change
from clerk_app.domain.codes import HEAD
from clerk_app.domain.dibao import OPEN_STAGES, Stage
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Household, MembershipId
from clerk_app.domain.transfer import Transfer, TransferStanding, TransferState
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, transfers, work_items
from clerk_app.storage.peer import Session
from clerk_app.storage.unit_of_work import UnitOfWork, new_id, utc_text


def withdraw_transfer(workspace: Workspace, transfer_id: str, reason: str) -> Transfer:
    """Take a move back in one act: the household opens again, its people have their places from the day they were to leave.

    Raises UserError when the other village has taken them in by what the county told, when somebody has another place by now, when the
    household would have no head, or without a reason. A dibao case that ended with the move goes on where it was, unless another was opened.
    """
    words = reason.strip()
    if not words:
        raise UserError("请填写撤回迁出的原因，如“对方村退回”。", field="reason")
    with workspace.unit_of_work("withdraw_transfer", words) as uow:
        transfer = uow.transfers.get(transfer_id)
        if transfer.origin or transfer.standing is not TransferStanding.SENT or transfer.household_id is None:
            raise UserError("这一户的迁出已经撤回，或不是本村办的：请刷新后再看。")
        told = transfers.told(uow.connection).get(transfer.id)
        if told is not None and told.state == TransferState.TAKEN_IN:
            raise UserError("县里的回执说对方村已在 {day} 迁入这一户：不能撤回，要回来请对方村办迁出。", day=told.on)
        uow.subject = transfer.household_id
        _places_again(uow, transfer)
        household = uow.households.get(transfer.household_id)
        if household.closed_on is not None:
            _require_head(uow, household, transfer)
            uow.households.save(replace(household, closed_on=None, close_reason=""))
        _case_again(uow, transfer, workspace.today())
        _close_items(workspace, uow.connection, transfer)
        return uow.transfers.save(replace(transfer, standing=TransferStanding.WITHDRAWN))


def _places_again(uow: UnitOfWork, transfer: Transfer) -> None:
    for person_id in transfer.people:
        places = uow.memberships.find(person_id=person_id)
        if any(place.to_on is None for place in places):
            raise UserError(
                "{name}现在已在别的户里：不能撤回迁出，请按现在的户登记。", name=uow.people.get(person_id).name
            )
        left = max(
            (place for place in places if place.household_id == transfer.household_id), key=lambda place: place.from_on
        )
        uow.memberships.add(
            replace(
                left,
                id=MembershipId(new_id()),
                version=0,
                from_on=transfer.moved_on,
                to_on=None,
                end_reason="",
            )
        )


def _require_head(uow: UnitOfWork, household: Household, transfer: Transfer) -> None:
    """Refuse to open a household again for people whose head left with another move, or after them."""
    if uow.memberships.first(household_id=household.id, relation=HEAD, to_on=None) is not None:
        return
    others = uow.memberships.find(household_id=household.id, to_on=str(household.closed_on))
    if any(place.person_id not in transfer.people for place in others):
        raise UserError(
            "{number} 户的其他成员已在 {day} 离户，只撤回{name}的迁出就没有户主：请先撤回他们的迁出；他们不回来，就另立一户登记。",
            number=household.number,
            day=household.closed_on,
            name=uow.people.get(transfer.people[0]).name,
        )


def _case_again(uow: UnitOfWork, transfer: Transfer, today: date) -> None:
    cases = uow.dibao_cases.find(household_id=transfer.household_id)
    if any(case.stage in OPEN_STAGES for case in cases):
        return
    ended = _ended_with(uow.connection, transfer)
    for case in cases:
        if case.id in ended and case.stage is Stage.ENDED:
            stage = Stage.of(str(ended[case.id].before["stage"]))
            uow.dibao_cases.save(replace(case, stage=stage, ended_on=None, end_reason=""))
    for person_id in transfer.people:
        for status in uow.identities.find(person_id=person_id, withdrawn_on=None):
            if status.id in ended and status.to_on is not None:
                uow.identities.save(replace(status, to_on=None))
    for item in uow.follow_ups.find(household_id=transfer.household_id, settled_on=None):
        if item.kind is FollowUpKind.DIBAO_STOP and item.opened_on == transfer.noted_on:
            uow.follow_ups.save(replace(item, settled_on=today, outcome="迁移已撤回"))


def _ended_with(connection: Session, transfer: Transfer) -> dict[str, Change]:
    """Return by id what ended with the move, dibao cases and statuses, as the journal tells."""
    acts = journal.acts_about(connection, (transfer.id,))
    return {
        change.id: change
        for act in acts
        for change in act.changes
        if act.kind == "transfer_out" and change.table in {"dibao_case", "identity"}
    }


def _close_items(workspace: Workspace, connection: Session, transfer: Transfer) -> None:
    """Settle the work items about this move: taking it back is the answer to them."""
    for item in work_items.open_items(connection, (transfer.household_id or "",)):
        if item.detail == transfer.id:  # what the answers said of it
            work_items.close(connection, item.id, utc_text(workspace.clock.now()), workspace.clerk.id)
