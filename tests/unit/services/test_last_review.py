"""The rule's sentence about the next review counts from the last one."""

from __future__ import annotations

from datetime import date

from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.services.dibao import CaseEntry, IncomeEntry, work_out
from clerk_app.services.households import household_numbered
from clerk_app.services.workspace import Workspace
from tests.builders import DAY

ENTRY = CaseEntry(
    applied_on=DAY,
    property_within_limits=True,
    income=(IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(2400)),),
)


def test_work_out_tells_the_next_review_when_the_last_is_known(village: Workspace) -> None:
    household = household_numbered(village, "0001").household.id
    without = work_out(village, household, ENTRY)
    reviewed = work_out(village, household, ENTRY, last_review_on=date(2026, 1, 10))
    assert "2026-07-10" in reviewed.reasons[-1]
    assert "2026-07-10" not in without.reasons[-1]
    assert reviewed.dibao_class is without.dibao_class
