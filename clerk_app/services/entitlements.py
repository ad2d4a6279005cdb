"""What each may have and why, and why not: the evaluator's answer for a household of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from msgspec import structs

from clerk_app.domain.codes import Capacity, IdentityKind
from clerk_app.domain.contribution import Contribution, Insurance, Payer
from clerk_app.domain.dibao import OPEN_STAGES
from clerk_app.domain.household import HouseholdFile, HouseholdId, PersonId
from clerk_app.domain.money import ZERO, Money
from clerk_app.domain.reversal import standing
from clerk_app.policy import evaluator, model
from clerk_app.services.dibao_family import not_counted, without
from clerk_app.services.facts import person_facts
from clerk_app.services.households import open_household
from clerk_app.services.rules import RulesInForce, rules_on
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries, dibao_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """What a “what if” changes about one person; None leaves a fact as it is."""

    birth_on: date | None = None
    labour_capacity: Capacity | None = None
    disability_grade: int | None = None
    tier: Money | None = None
    pension_years: int | None = None
    student: bool | None = None
    receiving_pension: bool | None = None
    gained: tuple[IdentityKind, ...] = ()
    lost: tuple[IdentityKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Facts supposed and not saved: another day, another year's income, other facts of people."""

    on: date | None = None
    annual_income: Money | None = None
    property_within_limits: bool | None = None
    people: dict[PersonId, PersonChange] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The assessment of a household, with what to call its people."""

    assessment: model.Assessment
    names: dict[PersonId, str]
    pack: model.Pack
    pack_title: str
    pack_version: str
    dibao_missing: str = ""


def entitlements(workspace: Workspace, household_id: HouseholdId, what_if: WhatIf | None = None) -> Answer:
    """Return what the household and each of its members may have on a day, why, and why not.

    Dibao is assessed from the open case's income sheet; what it lacks stands in ``dibao_missing`` instead of a result. Raises
    UserError when the village's pack or local values cannot be read.
    """
    supposed = what_if or WhatIf()
    day = supposed.on or workspace.today()
    rules = rules_on(workspace, day)
    file = open_household(workspace, household_id, day)
    case, missing = _case(workspace, rules, file, supposed)
    pack = rules.pack
    return Answer(
        pack=pack,
        assessment=_assessed(pack, case, not_counted(workspace, file, day)),
        names={member.person.id: member.person.name for member in file.members},
        pack_title=pack.title,
        pack_version=pack.version,
        dibao_missing=missing,
    )


def _assessed(pack: model.Pack, case: model.Case, left_out: dict[PersonId, str]) -> model.Assessment:
    """Return the assessment; for dibao alone those who do not live together in law are left out, with the reason."""
    found = evaluator.assess(pack, case)
    if found.dibao is None or not left_out:
        return found
    dibao = evaluator.assess(pack, without(case, left_out)).dibao
    if dibao is None:
        return found
    return replace(found, dibao=replace(dibao, because=(*left_out.values(), *dibao.because)))


def case_of(workspace: Workspace, rules: RulesInForce, file: HouseholdFile) -> model.Case:
    """Return a household of the register as a case on the file's day, without any supposition."""
    return _case(workspace, rules, file, WhatIf())[0]


def own_tiers(paid: Sequence[Contribution]) -> dict[PersonId, Money]:
    """Return the pension tier that each person paid for, of these payments of a year; what was taken back does not count."""
    return {
        item.person_id: item.tier
        for item in standing(paid)
        if item.insurance is Insurance.PENSION and item.payer is Payer.SELF
    }


def _case(workspace: Workspace, rules: RulesInForce, file: HouseholdFile, supposed: WhatIf) -> tuple[model.Case, str]:
    day = file.on
    with workspace.store.reading() as connection:
        ids = [member.person.id for member in file.members]
        paid = contribution_queries.contributions_of(connection, ids, year=day.year)
        cases = [case for case in dibao_queries.cases_of(connection, file.household.id) if case.stage in OPEN_STAGES]
        income = dibao_queries.income_of(connection, cases[0].id) if cases else ()
    tiers = own_tiers(paid)
    people = tuple(
        _supposed(person_facts(member, day, tiers.get(member.person.id)), supposed.people.get(member.person.id), day)
        for member in file.members
    )
    sheet = tuple(model.IncomeFact(kind=item.kind.value, annual=item.net, person=item.person_id) for item in income)
    if supposed.annual_income is not None:
        sheet = (model.IncomeFact(kind="other", annual=max(supposed.annual_income, ZERO)),)
    answer = supposed.property_within_limits
    if answer is None and cases:
        answer = cases[0].property_within_limits
    missing = _missing(rules, answer, has_income=bool(cases) or supposed.annual_income is not None)
    household = model.HouseholdFacts(
        property_within_limits=bool(answer),
        perennial_hardship=bool(cases and cases[0].perennial_hardship),
        income=sheet,
        last_review_on=cases[0].last_review_on if cases else None,
        assess_dibao=not missing,
    )
    return model.Case(pack=rules.pack.id, on=day, local=rules.values, household=household, persons=people), missing


def _missing(rules: RulesInForce, answer: bool | None, *, has_income: bool) -> str:
    if not rules.local.get("dibao_standard"):
        return "还没有填写本县的低保标准，所以没有算低保：请到“设置 → 本地标准”填写。"
    if not has_income:
        return "这一户还没有收入表，所以没有算低保：请先受理低保申请，或在“假如”里填年收入。"
    if answer is None:
        return "还没有回答家庭财产是否在限额内，所以没有算低保：请在低保档案里回答，或在“假如”里选。"
    return ""


def _supposed(person: model.PersonFacts, change: PersonChange | None, day: date) -> model.PersonFacts:
    if change is None:
        return person
    codes = {kind.value for kind in change.lost}
    kept = tuple(identity for identity in person.identities if identity.code not in codes)
    gained = tuple(model.IdentityFact(code=kind.value, from_on=day) for kind in change.gained)
    pension = person.pension
    if change.tier is not None:
        pension = structs.replace(pension, tier=change.tier)
    if change.pension_years is not None:
        pension = structs.replace(pension, years_paid=change.pension_years)
    if change.receiving_pension is not None:
        pension = structs.replace(pension, receiving=change.receiving_pension)
    disability = person.disability
    if change.disability_grade is not None:
        known = disability.certified_on if disability else day
        disability = model.DisabilityFact(grade=change.disability_grade, certified_on=known)
    return structs.replace(
        person,
        birth_date=change.birth_on or person.birth_date,
        labour_capacity=person.labour_capacity if change.labour_capacity is None else change.labour_capacity.value,
        student=person.student if change.student is None else change.student,
        identities=kept + gained,
        disability=disability,
        pension=pension,
    )
