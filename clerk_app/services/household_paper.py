"""The facts of a 住户登记表: the household, its dibao in one sentence, and what was paid in the year."""

from __future__ import annotations

from clerk_app.domain.dates import iso
from clerk_app.domain.dibao import DibaoCase, Stage
from clerk_app.domain.household import HouseholdFile, Village
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.services.rules import rules_on
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries, dibao_queries


def household_data(workspace: Workspace, village: Village, file: HouseholdFile, *, masked: bool) -> HouseholdFormData:
    """Return what the form prints of a household as it is today, with what was paid for this year."""
    today = workspace.today()
    with workspace.store.reading() as connection:
        cases = dibao_queries.cases_of(connection, file.household.id)
        ids = [member.person.id for member in file.members]
        paid = contribution_queries.contributions_of(connection, ids, year=today.year)
    return HouseholdFormData(
        village=village.full_name,
        file=file,
        printed_on=today,
        clerk=workspace.clerk.name,
        dibao=next((_dibao_sentence(case) for case in cases if case.stage is not Stage.ENDED), None),
        contributions=paid,
        rules=rules_on(workspace, today).name,
        masked=masked,
    )


def _dibao_sentence(case: DibaoCase) -> str:
    if case.stage is Stage.GRANTED and case.granted_class is not None and case.granted_amount is not None:
        return f"{case.granted_class.label}，每月 {case.granted_amount.grouped} 元，{iso(case.decided_on)} 确认（{case.decision_number}）"
    shown = f"，村级建议 {case.village_class.label}" if case.village_class is not None else ""
    return f"{case.number}，{case.applied_on} 申请，{case.stage.label}{shown}"
