"""The facts of a 追缴办理单: which recovery of a household it is about, and what the register holds of it."""

from __future__ import annotations

from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdFile, HouseholdId
from clerk_app.errors import UserError
from clerk_app.printing.forms.overpayment_form import OverpaymentFormData
from clerk_app.services.households import open_household
from clerk_app.services.recoveries import recoveries, recovery, require_once
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork


def recovery_to_print(workspace: Workspace, household_id: HouseholdId, wanted: str | None = None) -> str:
    """Return the id of the recovery that a household's form is about: the one wanted, or its only one, open ones before done ones.

    Raises UserError where it has none, or several of which none was named.
    """
    if wanted is not None:
        return recovery(workspace, wanted, household_id).item.id
    found = recoveries(workspace, household_id) or recoveries(workspace, household_id, settled=True)
    if not found:
        raise UserError("这户没有追缴事项：多发了养老金或低保金的，先立追缴事项。", field="household")
    if len(found) > 1:
        raise UserError("这户有 {n} 件追缴事项：请在住户页的“追缴”里逐件打印。", field="household", n=len(found))
    return found[0].item.id


def overpayment_data(workspace: Workspace, village: str, file: HouseholdFile, about: str) -> OverpaymentFormData:
    """Return what the form prints; raises UserError while the months and sums to recover are missing, or two of them overlap."""
    found = recovery(workspace, about, file.household.id)
    if not found.spans:
        raise UserError("还没有登记应追的月份和金额：请先登记，再打印办理单。", field="about")
    require_once(found.spans)
    household = file.household
    head = file.head
    if head is None and household.closed_on is not None:
        head = open_household(workspace, household.id, household.closed_on).head
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        person_id = found.item.person_id or (head.person.id if head else None)
        person = None if person_id is None else uow.people.get(person_id)
    died_on = None if person is None or found.item.person_id is None else person.died_on
    ended_on = died_on or (household.closed_on if found.item.kind is FollowUpKind.DIBAO_RECOVERY else None)
    return OverpaymentFormData(
        village=village,
        group=household.group,
        household_number=household.number,
        head=head.person.name if head else "",
        name=person.name if person else "",
        id_number=(person.id_number or "") if person else "",
        what=found.what,
        clause=found.item.clause,
        ended_on=ended_on,
        ended_by="死亡" if died_on is not None else household.close_reason,
        spans=found.spans,
        receipts=found.standing_receipts,
        clerk=workspace.clerk.name,
        printed_on=workspace.today(),
    )
