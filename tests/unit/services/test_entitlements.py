"""What a household may have, what a supposition changes, and what other rules would change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.codes import Capacity, IdentityKind, PensionScheme
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdId, Person
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import ContributionEntry, record_contribution
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao
from clerk_app.services.entitlements import Answer, PersonChange, WhatIf, entitlements
from clerk_app.services.households import list_households, new_identity, open_household
from clerk_app.services.people import add_identity, change_person
from clerk_app.services.policy_change import Rules, dry_run
from clerk_app.services.workspace import Workspace


def _first(workspace: Workspace) -> tuple[HouseholdId, Person]:
    row = list_households(workspace)[0]
    head = open_household(workspace, row.id).head
    assert head is not None
    return row.id, head.person


def _with_standard(workspace: Workspace, **local: str) -> None:
    village = the_village(workspace)
    change_village(workspace, replace(village, local={**village.local, "dibao_standard": "420.00", **local}))


def _codes(answer: Answer, person: str) -> set[str]:
    return {item.code for item in answer.assessment.entitlements if item.person == person}


def test_identity_brings_the_premium_aid(village: Workspace) -> None:
    household, head = _first(village)
    _with_standard(village, medical_premium="400.00")
    assert "medical.premium_aid" not in _codes(entitlements(village, household), head.id)
    add_identity(village, head.id, new_identity(IdentityKind.TEKUN, village.today()))
    answer = entitlements(village, household)
    given = [e for e in answer.assessment.entitlements if (e.code, e.person) == ("medical.premium_aid", head.id)]
    assert [item.amount for item in given] == [Money.yuan(400)]
    assert given[0].because


def test_supposition_changes_the_answer_and_nothing_else(village: Workspace) -> None:
    household, head = _first(village)
    before = open_household(village, household)
    supposed = WhatIf(people={head.id: PersonChange(gained=(IdentityKind.TEKUN,))})
    assert "medical.premium_aid" in _codes(entitlements(village, household, supposed), head.id)
    assert open_household(village, household) == before
    assert "medical.premium_aid" not in _codes(entitlements(village, household), head.id)


def test_supposed_facts_reach_the_evaluator(village: Workspace) -> None:
    household, head = _first(village)
    add_identity(village, head.id, new_identity(IdentityKind.REGISTERED_POOR, date(2020, 1, 1)))
    change_person(
        village, replace(open_household(village, household).members[0].person, pension_scheme=PensionScheme.RESIDENT)
    )
    lost = WhatIf(people={head.id: PersonChange(lost=(IdentityKind.REGISTERED_POOR,))})
    assert "medical.premium_aid" in _codes(entitlements(village, household), head.id)
    assert "medical.premium_aid" not in _codes(entitlements(village, household, lost), head.id)
    old = PersonChange(
        birth_on=date(1950, 1, 1),
        receiving_pension=True,
        pension_years=20,
        labour_capacity=Capacity.NONE,
        student=False,
    )
    codes = _codes(entitlements(village, household, WhatIf(people={head.id: old})), head.id)
    assert {"pension.base", "pension.seniority"} <= codes


def test_supposed_grade_and_tier_decide_the_proxy_and_the_subsidy(village: Workspace) -> None:
    household, head = _first(village)
    change_person(
        village,
        replace(open_household(village, household).members[0].person, pension_scheme=PensionScheme.RESIDENT),
    )
    add_identity(village, head.id, new_identity(IdentityKind.REGISTERED_POOR, date(2020, 1, 1)))
    change = PersonChange(birth_on=date(1985, 5, 5), disability_grade=1, tier=Money.yuan(300), student=False)
    answer = entitlements(village, household, WhatIf(people={head.id: change}))
    amounts = {item.code: item.amount for item in answer.assessment.entitlements if item.person == head.id}
    assert amounts["pension.proxy"] == Money.yuan(200)
    assert amounts["pension.contribution_subsidy"] == Money.yuan(50)


def test_dibao_says_what_is_missing_step_by_step(village: Workspace) -> None:
    household, _ = _first(village)
    change_village(village, replace(the_village(village), local={}))
    assert "低保标准" in entitlements(village, household).dibao_missing
    _with_standard(village)
    assert "收入表" in entitlements(village, household).dibao_missing
    apply_for_dibao(village, household, CaseEntry(applied_on=village.today()))
    assert "财产" in entitlements(village, household).dibao_missing


def test_dibao_follows_the_case_or_the_supposed_income(village: Workspace) -> None:
    household, _ = _first(village)
    _with_standard(village)
    sheet = (IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(1200)),)
    entry = CaseEntry(applied_on=village.today(), property_within_limits=True, income=sheet)
    apply_for_dibao(village, household, entry)
    kept = entitlements(village, household).assessment.dibao
    rich = entitlements(village, household, WhatIf(annual_income=Money.yuan(900_000))).assessment.dibao
    owner = entitlements(village, household, WhatIf(property_within_limits=False)).assessment.dibao
    assert kept is not None
    assert kept.eligible
    assert rich is not None
    assert not rich.eligible
    assert owner is not None
    assert not owner.eligible


def test_recorded_tier_counts_until_it_is_reversed(village: Workspace) -> None:
    household, head = _first(village)
    change_person(
        village,
        replace(
            open_household(village, household).members[0].person,
            pension_scheme=PensionScheme.RESIDENT,
            birth_on=date(1985, 5, 5),
        ),
    )
    add_identity(village, head.id, new_identity(IdentityKind.REGISTERED_POOR, date(2020, 1, 1)))
    record_contribution(
        village,
        ContributionEntry(
            person_id=head.id,
            insurance=Insurance.PENSION,
            year=village.today().year,
            tier=Money.yuan(500),
            payer=Payer.SELF,
            paid_on=village.today(),
            collector="李明",
        ),
    )
    amounts = {item.code: item.amount for item in entitlements(village, household).assessment.entitlements}
    assert amounts["pension.contribution_subsidy"] == Money.yuan(70)


def test_dry_run_finds_whom_another_pack_changes_and_stores_nothing(village: Workspace) -> None:
    household, head = _first(village)
    _with_standard(village, medical_premium="400.00")
    add_identity(village, head.id, new_identity(IdentityKind.DIBAO, date(2020, 1, 1)))
    here = Rules(pack="yaoan", on=village.today())
    seen: list[tuple[int, int]] = []
    found = dry_run(village, here, replace(here, pack="huizhou"), lambda done, all_: seen.append((done, all_)))
    number = open_household(village, household).household.number
    (changed,) = (difference for difference in found if difference.household_number == number)
    assert any("资助参加医保：70.00 元/年 → 400.00 元/年" in line for line in changed.lines)
    assert changed.sum_after > changed.sum_before
    assert len(seen) == len(list_households(village))
    assert dry_run(village, here, here) == ()
    assert the_village(village).pack == "yaoan"


def test_dry_run_lists_a_household_the_rules_cannot_answer_for(village: Workspace) -> None:
    _, head = _first(village)
    record_contribution(
        village,
        ContributionEntry(
            person_id=head.id,
            insurance=Insurance.PENSION,
            year=village.today().year,
            tier=Money.yuan(100),
            payer=Payer.SELF,
            paid_on=village.today(),
            collector="李明",
        ),
    )
    here = Rules(pack="yaoan", on=village.today())
    changed = dry_run(village, here, replace(here, pack="huizhou"))
    assert any(line.startswith("新规则：") for difference in changed for line in difference.lines)
    for difference in changed:
        assert difference.is_unanswered == any(line.startswith(("原规则：", "新规则：")) for line in difference.lines)


def test_dry_run_refuses_an_unknown_pack(village: Workspace) -> None:
    here = Rules(pack="yaoan", on=village.today())
    with pytest.raises(UserError, match="nowhere"):
        dry_run(village, here, replace(here, pack="nowhere"))
