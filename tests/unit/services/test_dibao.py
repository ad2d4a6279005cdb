"""Dibao cases: what the rule proposes, what the village may and may not do, and when a class is looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import Capacity
from clerk_app.domain.dibao import DibaoCase, DibaoCaseId, DibaoClass, Stage
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import ZERO, Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.dibao import (
    CaseEntry,
    IncomeEntry,
    apply_for_dibao,
    cases_of,
    change_case,
    entry_of,
    list_cases,
    open_case,
    propose_class,
    work_out,
)
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision, next_stages, record_review
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.people import end_membership
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_household

ENTRY = CaseEntry(
    applied_on=date(2026, 3, 2),
    application_reason=" 年老多病 ",
    property_within_limits=True,
    property_note=" 无 ",
    income=(IncomeEntry(kind=IncomeKind.BUSINESS, annual=Money.yuan(3000), deduction=Money.yuan(600)),),
)
"""2,400 yuan a year that count: 100 a month for two people, below the standard of 420."""
ROAD = (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)


def household(village: Workspace, number: str) -> HouseholdId:
    return household_numbered(village, number).household.id


def version(village: Workspace, case_id: str) -> int:
    return open_case(village, case_id).case.version


def at_county(village: Workspace, number: str = "0001") -> DibaoCase:
    """Return a case that has come as far as the county."""
    case_id = apply_for_dibao(village, household(village, number), ENTRY)
    case = propose_class(village, case_id, 1)
    for stage in ROAD:
        case = advance_case(village, case.id, case.version, stage)
    return case


def granted(village: Workspace, dibao_class: DibaoClass, on: date = DAY) -> DibaoCase:
    case = at_county(village)
    decision = Decision(
        granted=True, dibao_class=dibao_class, amount=Money.yuan(640), number=" 姚民低保〔2026〕1号 ", decided_on=on
    )
    return enter_decision(village, case.id, case.version, decision)


# the rule's proposal, by the pack of 姚安


def test_class_b_where_age_took_part_of_the_strength(village: Workspace) -> None:
    proposal = work_out(village, household(village, "0001"), ENTRY)
    assert (proposal.dibao_class, proposal.review_every_months) == (DibaoClass.B, 6)
    assert proposal.income_per_head == Money.yuan(100)
    assert proposal.amount == Money.yuan(640)
    assert any("420.00" in reason for reason in proposal.reasons)
    assert proposal.clauses
    assert proposal.rule


def test_class_a_where_nobody_can_work_and_hardship_lasts(village: Workspace) -> None:
    alone = (
        a_household().with_head("何老", age=80, place=60, labour_capacity=Capacity.NONE).register(village).household.id
    )
    lasting = replace(ENTRY, perennial_hardship=True)
    proposal = work_out(village, alone, lasting)
    assert (proposal.dibao_class, proposal.review_every_months) == (DibaoClass.A, 12)
    assert work_out(village, alone, ENTRY).dibao_class is DibaoClass.B


def test_class_c_for_other_reasons(village: Workspace) -> None:
    proposal = work_out(village, household(village, "0002"), ENTRY)
    assert (proposal.dibao_class, proposal.review_every_months) == (DibaoClass.C, 3)


@pytest.mark.parametrize("a_year", [Money.yuan(10080), Money.yuan(20000)], ids=["exactly the standard", "above"])
def test_income_that_is_not_below_the_standard_is_not_met(village: Workspace, a_year: Money) -> None:
    entry = replace(ENTRY, income=(IncomeEntry(kind=IncomeKind.WAGE, annual=a_year),))
    proposal = work_out(village, household(village, "0001"), entry)
    assert (proposal.dibao_class, proposal.amount, proposal.review_every_months) == (DibaoClass.NOT_MET, None, None)
    assert any("不符合条件" in reason for reason in proposal.reasons)


def test_income_a_fen_below_the_standard_is_met(village: Workspace) -> None:
    entry = replace(ENTRY, income=(IncomeEntry(kind=IncomeKind.WAGE, annual=Money(1_007_999)),))
    assert work_out(village, household(village, "0001"), entry).dibao_class is DibaoClass.B


def test_property_beyond_the_limits_is_not_met(village: Workspace) -> None:
    proposal = work_out(village, household(village, "0001"), replace(ENTRY, property_within_limits=False))
    assert proposal.dibao_class is DibaoClass.NOT_MET
    assert any("财产" in reason for reason in proposal.reasons)


def test_deduction_never_makes_an_income_negative(village: Workspace) -> None:
    loss = IncomeEntry(kind=IncomeKind.BUSINESS, annual=Money.yuan(100), deduction=Money.yuan(900))
    wage = IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(2400))
    proposal = work_out(village, household(village, "0001"), replace(ENTRY, income=(loss, wage)))
    assert proposal.income_per_head == Money.yuan(100)


def test_nothing_is_stored_by_working_out(village: Workspace) -> None:
    acts = verify(village).acts
    work_out(village, household(village, "0001"), ENTRY, date(2026, 1, 1))
    assert verify(village).acts == acts


def test_missing_standard_blocks(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    change_village(village, replace(the_village(village), local={}))
    with pytest.raises(UserError) as refused:
        propose_class(village, case_id, 1)
    assert refused.value.field == "dibao_standard"
    assert open_case(village, case_id).case.rule_class is None


def test_unanswered_property_blocks(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), replace(ENTRY, property_within_limits=None))
    with pytest.raises(UserError) as refused:
        propose_class(village, case_id, 1)
    assert refused.value.field == "property_within_limits"


# applications


def test_application_is_on_file_as_entered(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    file = open_case(village, case_id)
    assert (file.case.number, file.case.stage, file.case.applied_on) == (
        "DB2026-0001",
        Stage.APPLICATION,
        ENTRY.applied_on,
    )
    assert (file.case.application_reason, file.case.property_note) == ("年老多病", "无")
    assert file.case.current_class is None
    assert [(i.kind, i.annual, i.deduction, i.net) for i in file.income] == [
        (IncomeKind.BUSINESS, Money.yuan(3000), Money.yuan(600), Money.yuan(2400))
    ]
    assert entry_of(file) == replace(ENTRY, application_reason="年老多病", property_note="无")
    assert cases_of(village, file.household.household.id) == (file.case,)
    assert history_of(village, (file.household.household.id,))[0].kind == "受理低保申请"


def test_case_numbers_run_by_year(village: Workspace) -> None:
    first = apply_for_dibao(village, household(village, "0001"), replace(ENTRY, applied_on=date(2025, 12, 31)))
    second = apply_for_dibao(village, household(village, "0002"), ENTRY)
    third = apply_for_dibao(village, household(village, "0003"), ENTRY)
    numbers = [open_case(village, case_id).case.number for case_id in (first, second, third)]
    assert numbers == ["DB2025-0001", "DB2026-0001", "DB2026-0002"]


def test_second_open_case_is_refused_but_not_after_a_refusal(village: Workspace) -> None:
    case = at_county(village)
    with pytest.raises(UserError, match="已有"):
        apply_for_dibao(village, case.household_id, ENTRY)
    enter_decision(village, case.id, case.version, Decision(granted=False, number="1号", decided_on=DAY))
    again = apply_for_dibao(village, case.household_id, ENTRY)
    assert [c.id for c in cases_of(village, case.household_id)] == [again, case.id]
    assert [row.id for row in list_cases(village)] == [again]
    assert {row.id for row in list_cases(village, with_closed=True)} == {again, case.id}


def test_closed_household_cannot_apply(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    end_membership(village, file.members[0].membership.id, DAY, "迁出")
    with pytest.raises(UserError, match="已销户"):
        apply_for_dibao(village, file.household.id, ENTRY)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"applied_on": DAY + timedelta(days=1)}, "applied_on"),
        ({"application_reason": "贫" * 501}, "application_reason"),
        ({"property_note": "无" * 501}, "application_reason"),
        ({"income": (IncomeEntry(kind=IncomeKind.WAGE, annual=Money(-1)),)}, "income"),
        ({"income": (IncomeEntry(kind=IncomeKind.WAGE, annual=ZERO, deduction=Money(-1)),)}, "income"),
        ({"income": (IncomeEntry(kind=IncomeKind.WAGE, annual=Money(10**14)),)}, "income"),
        ({"income": (IncomeEntry(kind=IncomeKind.WAGE, annual=ZERO, deduction=Money(10**14)),)}, "income"),
        ({"income": (IncomeEntry(kind=IncomeKind.WAGE, annual=ZERO, description="工" * 501),)}, "income"),
    ],
)
def test_application_is_refused_at_its_field(village: Workspace, changes: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as refused:
        apply_for_dibao(village, household(village, "0001"), replace(ENTRY, **changes))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert list_cases(village) == ()


def test_changed_income_sheet_keeps_what_stayed(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    kept = open_case(village, case_id).income[0]
    wage = IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(500), description="零工")
    changed = change_case(village, case_id, 1, replace(ENTRY, income=(wage, *ENTRY.income), perennial_hardship=True))
    assert (changed.version, changed.perennial_hardship) == (2, True)
    sheet = open_case(village, case_id).income
    assert [(item.kind, item.description) for item in sheet] == [(IncomeKind.BUSINESS, ""), (IncomeKind.WAGE, "零工")]
    assert sheet[0] == kept
    change_case(village, case_id, 2, replace(ENTRY, income=(wage,), perennial_hardship=True))
    assert [item.kind for item in open_case(village, case_id).income] == [IncomeKind.WAGE]
    assert verify(village).ok


def test_change_is_refused_when_somebody_was_faster(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    change_case(village, case_id, 1, replace(ENTRY, property_note="有车"))
    with pytest.raises(UserError, match="刚被别处修改过"):
        change_case(village, case_id, 1, replace(ENTRY, property_note="无"))


def test_missing_case_is_a_sentence(village: Workspace) -> None:
    with pytest.raises(UserError, match="找不到这份低保档案"):
        open_case(village, "no-such-id")


# the village's proposal


def test_proposal_stores_rule_reasons_and_review_day(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    case = propose_class(village, case_id, 1)
    assert (case.rule_class, case.village_class, case.village_reason) == (DibaoClass.B, DibaoClass.B, "")
    assert (case.rule_amount, case.rule_income_per_head, case.proposed_on) == (Money.yuan(640), Money.yuan(100), DAY)
    assert case.rule_reasons == work_out(village, case.household_id, ENTRY).reasons
    assert case.rule_clauses
    assert (case.current_class, case.next_review_on) == (DibaoClass.B, date(2026, 9, 16))
    assert open_case(village, case_id).case == case
    row = next(row for row in list_households(village) if row.number == "0001")
    assert (row.dibao_class, row.dibao_stage) == ("B", "application")


def test_own_class_needs_a_reason(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    with pytest.raises(UserError, match=r"B类.*A类") as refused:
        propose_class(village, case_id, 1, DibaoClass.A, "  ")
    assert refused.value.field == "village_reason"
    with pytest.raises(UserError) as refused:
        propose_class(village, case_id, 1, DibaoClass.A, "因" * 501)
    assert refused.value.field == "village_reason"
    case = propose_class(village, case_id, 1, DibaoClass.A, " 长年卧床 ")
    assert (case.rule_class, case.village_class, case.village_reason) == (DibaoClass.B, DibaoClass.A, "长年卧床")
    assert case.next_review_on == date(2027, 3, 16)


def test_reason_is_dropped_when_the_village_follows_the_rule(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    assert propose_class(village, case_id, 1, DibaoClass.B, "同意").village_reason == ""


def test_not_met_has_no_review_day(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), replace(ENTRY, property_within_limits=False))
    case = propose_class(village, case_id, 1)
    assert (case.village_class, case.next_review_on) == (DibaoClass.NOT_MET, None)


# stages


def test_stages_go_only_in_order_one_step_on_or_back(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    assert next_stages(open_case(village, case_id).case) == ()
    with pytest.raises(UserError) as refused:
        advance_case(village, case_id, 1, Stage.SURVEY)
    assert refused.value.field == "village_class"
    case = propose_class(village, case_id, 1)
    order = (Stage.APPLICATION, *ROAD)
    for index, stage in enumerate(order):
        allowed = {*order[max(index - 1, 0) : index], *order[index + 1 : index + 2]}
        assert set(next_stages(case)) == allowed
        for other in set(Stage) - allowed:
            with pytest.raises(UserError):
                advance_case(village, case_id, case.version, other)
        if index + 1 < len(order):
            case = advance_case(village, case_id, case.version, order[index + 1], f"第{index}步")
        assert case.stage is (order[index + 1] if index + 1 < len(order) else stage)
    back = advance_case(village, case_id, case.version, Stage.TOWNSHIP, "退回")
    assert back.stage is Stage.TOWNSHIP
    assert history_of(village, (case.household_id,))[0].reason == "退回"


def test_village_cannot_reach_a_decision_by_moving(village: Workspace) -> None:
    case = at_county(village)
    assert next_stages(case) == (Stage.TOWNSHIP,)
    for stage in (Stage.GRANTED, Stage.REFUSED, Stage.ENDED):
        with pytest.raises(UserError, match="按顺序"):
            advance_case(village, case.id, case.version, stage)


# the county's decision


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (
            Decision(granted=True, dibao_class=DibaoClass.B, amount=Money(1), number=" ", decided_on=DAY),
            "decision_number",
        ),
        (Decision(granted=False, number="", decided_on=DAY), "decision_number"),
        (Decision(granted=False, number="1号", decided_on=DAY + timedelta(days=1)), "decided_on"),
        (Decision(granted=False, number="1号", decided_on=date(2026, 3, 1)), "decided_on"),
        (Decision(granted=True, dibao_class=DibaoClass.B, number="1号", decided_on=DAY), "granted_amount"),
        (Decision(granted=True, amount=Money(1), number="1号", decided_on=DAY), "granted_amount"),
        (
            Decision(granted=True, dibao_class=DibaoClass.NOT_MET, amount=Money(1), number="1号", decided_on=DAY),
            "granted_amount",
        ),
        (Decision(granted=True, dibao_class=DibaoClass.B, amount=ZERO, number="1号", decided_on=DAY), "granted_amount"),
    ],
)
def test_decision_is_refused_unless_it_stands_on_paper(village: Workspace, decision: Decision, field: str) -> None:
    case = at_county(village)
    with pytest.raises(UserError) as refused:
        enter_decision(village, case.id, case.version, decision)
    assert refused.value.field == field
    assert open_case(village, case.id).case.stage is Stage.COUNTY


def test_decision_is_refused_before_the_case_is_at_the_county(village: Workspace) -> None:
    case_id = apply_for_dibao(village, household(village, "0001"), ENTRY)
    decision = Decision(granted=False, number="1号", decided_on=DAY)
    with pytest.raises(UserError) as refused:
        enter_decision(village, case_id, 1, decision)
    assert refused.value.field == "stage"


def test_refusal_closes_the_case_without_class_or_review(village: Workspace) -> None:
    case = at_county(village)
    decision = Decision(
        granted=False, dibao_class=DibaoClass.A, amount=Money(5), number="姚民不〔2026〕1号", decided_on=DAY
    )
    refused = enter_decision(village, case.id, case.version, decision)
    assert (refused.stage, refused.granted_class, refused.granted_amount) == (Stage.REFUSED, None, None)
    assert (refused.decision_number, refused.decided_on, refused.next_review_on) == ("姚民不〔2026〕1号", DAY, None)
    assert next_stages(refused) == ()


@pytest.mark.parametrize(
    ("dibao_class", "next_review"),
    [(DibaoClass.A, date(2027, 3, 16)), (DibaoClass.B, date(2026, 9, 16)), (DibaoClass.C, date(2026, 6, 16))],
)
def test_grant_is_reviewed_by_its_class(village: Workspace, dibao_class: DibaoClass, next_review: date) -> None:
    case = granted(village, dibao_class)
    assert (case.stage, case.granted_class, case.granted_amount) == (Stage.GRANTED, dibao_class, Money.yuan(640))
    assert (case.decision_number, case.last_review_on) == ("姚民低保〔2026〕1号", DAY)
    assert case.next_review_on == next_review
    (row,) = list_cases(village)
    assert (row.granted_class, row.granted_amount, row.next_review_on) == (dibao_class, Money.yuan(640), next_review)


def test_decided_case_cannot_be_changed_or_proposed_again(village: Workspace) -> None:
    case = granted(village, DibaoClass.A)
    with pytest.raises(UserError, match="在保"):
        change_case(village, case.id, case.version, replace(ENTRY, perennial_hardship=True))
    with pytest.raises(UserError, match="在保"):
        propose_class(village, case.id, case.version, DibaoClass.C, "收入增加")
    with pytest.raises(UserError) as refused:
        enter_decision(village, case.id, case.version, Decision(granted=False, number="2号", decided_on=DAY))
    assert refused.value.field == "stage"
    assert open_case(village, case.id).case == case


def test_review_moves_the_next_one_on(village: Workspace, clock: FixedClock) -> None:
    case = granted(village, DibaoClass.C)
    clock.day = date(2026, 8, 31)
    reviewed = record_review(village, case.id, case.version, date(2026, 8, 31), "情况不变")
    assert (reviewed.last_review_on, reviewed.next_review_on) == (date(2026, 8, 31), date(2026, 11, 30))
    assert (reviewed.stage, reviewed.granted_amount) == (Stage.GRANTED, Money.yuan(640))
    assert history_of(village, (case.household_id,))[0].reason == "情况不变"
    assert verify(village).ok


def test_review_is_refused(village: Workspace) -> None:
    case = granted(village, DibaoClass.C)
    for day in (DAY + timedelta(days=1), DAY - timedelta(days=1)):
        with pytest.raises(UserError) as refused:
            record_review(village, case.id, case.version, day, "")
        assert refused.value.field == "reviewed_on"
    other = apply_for_dibao(village, household(village, "0002"), ENTRY)
    with pytest.raises(UserError) as refused:
        record_review(village, other, 1, DAY, "")
    assert refused.value.field == "stage"


def test_row_of_the_board_names_head_and_household(village: Workspace) -> None:
    apply_for_dibao(village, household(village, "0002"), ENTRY)
    (row,) = list_cases(village)
    assert (row.household_number, row.group, row.head, row.members) == ("0002", "第2组", "单长乐", 3)
    assert isinstance(row.id, str)
    assert DibaoCaseId(row.id) == cases_of(village, row.household_id)[0].id
