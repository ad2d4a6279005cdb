"""Dibao cases: application, income sheet, the rule's proposal, the village's own; what follows stands in ``dibao_steps``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.dibao import DibaoCase, DibaoCaseId, DibaoClass, Stage
from clerk_app.domain.household import HouseholdFile, HouseholdId, PersonId
from clerk_app.domain.income import IncomeItem, IncomeItemId, IncomeKind
from clerk_app.domain.money import ZERO, Money
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.policy import evaluator, model
from clerk_app.services.dibao_family import not_counted, without
from clerk_app.services.dibao_steps import UNDECIDED, next_review
from clerk_app.services.facts import person_facts
from clerk_app.services.households import open_household
from clerk_app.services.numbering import mark_of, next_running
from clerk_app.services.rules import RulesInForce, rules_on
from clerk_app.services.workspace import Workspace
from clerk_app.storage import dibao_queries
from clerk_app.storage.dibao_queries import DibaoRow
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

LARGEST_INCOME = Money.yuan(1_000_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeEntry:
    """One line of the income sheet as entered: a year's sums."""

    kind: IncomeKind
    annual: Money
    deduction: Money = ZERO
    person_id: PersonId | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """What the clerk enters of an application."""

    applied_on: date
    application_reason: str = ""
    property_within_limits: bool | None = None
    property_note: str = ""
    perennial_hardship: bool = False
    income: tuple[IncomeEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with everything that a page or form shows of it."""

    case: DibaoCase
    income: tuple[IncomeItem, ...]
    household: HouseholdFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the rule says of a case, with its reasons: nothing of it is stored until it is proposed."""

    dibao_class: DibaoClass
    income_per_head: Money
    amount: Money | None
    review_every_months: int | None
    reasons: tuple[str, ...]
    clauses: tuple[str, ...]
    rule: str


def list_cases(workspace: Workspace, *, with_closed: bool = False) -> tuple[DibaoRow, ...]:
    """Return the cases for board and list."""
    with workspace.store.reading() as connection:
        return dibao_queries.dibao_rows(connection, with_closed=with_closed)


def cases_of(workspace: Workspace, household_id: HouseholdId) -> tuple[DibaoCase, ...]:
    """Return a household's cases, newest first."""
    with workspace.store.reading() as connection:
        return dibao_queries.cases_of(connection, household_id)


def open_case(workspace: Workspace, case_id: str) -> CaseFile:
    """Return a case with its income sheet and household; raises UserError when there is none."""
    with workspace.store.reading() as connection:
        case = dibao_queries.dibao_case(connection, case_id)
        income = dibao_queries.income_of(connection, case_id)
    if case is None:
        raise UserError("找不到这份低保档案：请在低保列表里重新打开。")
    return CaseFile(case=case, income=income, household=open_household(workspace, case.household_id))


def apply_for_dibao(workspace: Workspace, household_id: HouseholdId, entry: CaseEntry) -> DibaoCaseId:
    """Take in a household's application and return the case's id; raises UserError when a case is open already."""
    _check(workspace, entry)
    with workspace.unit_of_work("open_dibao_case") as uow:
        household = uow.households.get(household_id)
        if household.closed_on is not None:
            raise UserError("这一户已销户，不能受理低保申请。")
        if any(
            case.stage not in (Stage.REFUSED, Stage.ENDED) for case in uow.dibao_cases.find(household_id=household_id)
        ):
            raise UserError("这一户已有办理中或在保的低保档案：请打开原来的那一份。")
        case = DibaoCase(
            id=DibaoCaseId(new_id()),
            household_id=household_id,
            number=_case_number(uow, entry.applied_on.year),
            applied_on=entry.applied_on,
            application_reason=entry.application_reason.strip(),
            property_within_limits=entry.property_within_limits,
            property_note=entry.property_note.strip(),
            perennial_hardship=entry.perennial_hardship,
        )
        uow.dibao_cases.add(case)
        _write_income(uow, case.id, entry.income)
        uow.subject = household_id
        return case.id


def _check(workspace: Workspace, entry: CaseEntry) -> None:
    if entry.applied_on > workspace.today():
        raise UserError("申请日期不能在今天之后：请核对。", field="applied_on")
    if max(len(entry.application_reason), len(entry.property_note)) > LONGEST_TEXT:
        raise UserError("这一项太长：最多 {most} 个字。", field="application_reason", most=LONGEST_TEXT)
    for item in entry.income:
        if min(item.annual.fen, item.deduction.fen) < 0:
            raise UserError("收入和扣除都不能是负数：亏损请填 0 并在说明里写明。", field="income")
        if max(item.annual.fen, item.deduction.fen) > LARGEST_INCOME.fen:
            raise UserError("收入或扣除超过 {most} 元：请核对是否多写了零。", field="income", most=LARGEST_INCOME)
        if len(item.description) > LONGEST_TEXT:
            raise UserError("这一项太长：最多 {most} 个字。", field="income", most=LONGEST_TEXT)


def _case_number(uow: UnitOfWork, year: int) -> str:
    prefix = f"DB{year}-{mark_of(uow.connection)}"
    return f"{prefix}{next_running(prefix, (case.number for case in uow.dibao_cases.find())):04d}"


def _write_income(uow: UnitOfWork, case_id: DibaoCaseId, entries: tuple[IncomeEntry, ...]) -> None:
    """Make the sheet equal to the entries: kept lines stay untouched, others are added or marked removed."""
    wanted = list(entries)
    for item in uow.income_items.find(case_id=case_id, removed=0):
        entry = IncomeEntry(
            kind=item.kind,
            annual=item.annual,
            deduction=item.deduction,
            person_id=item.person_id,
            description=item.description,
        )
        if entry in wanted:
            wanted.remove(entry)
        else:
            uow.income_items.save(replace(item, removed=True))
    for entry in wanted:
        uow.income_items.add(
            IncomeItem(
                id=IncomeItemId(new_id()),
                case_id=case_id,
                person_id=entry.person_id,
                kind=entry.kind,
                description=entry.description.strip(),
                annual=entry.annual,
                deduction=entry.deduction,
            )
        )


def change_case(workspace: Workspace, case_id: str, version: int, entry: CaseEntry) -> DibaoCase:
    """Change an application and its income sheet; ``version`` is the one the clerk saw.

    Raises UserError once the county has decided: what it decided on stays as it was.
    """
    _check(workspace, entry)
    with workspace.unit_of_work("change_dibao_case") as uow:
        case = uow.dibao_cases.get(case_id)
        _require_undecided(case)
        uow.subject = case.household_id
        _write_income(uow, case.id, entry.income)
        return uow.dibao_cases.save(
            replace(
                case,
                version=version,
                applied_on=entry.applied_on,
                application_reason=entry.application_reason.strip(),
                property_within_limits=entry.property_within_limits,
                property_note=entry.property_note.strip(),
                perennial_hardship=entry.perennial_hardship,
            )
        )


def _require_undecided(case: DibaoCase) -> None:
    if case.stage not in UNDECIDED:
        raise UserError("这份档案已是“{stage}”，县里决定所依据的内容不能再改。", field="stage", stage=case.stage.label)


def work_out(
    workspace: Workspace,
    household_id: HouseholdId,
    entry: CaseEntry,
    on: date | None = None,
    *,
    last_review_on: date | None = None,
) -> Proposal:
    """Say what the rule gives for these facts on a day, without storing anything; the next review counts from the last one.

    Raises UserError when the county's dibao standard or the property answer is missing: a missing value never counts as 0.
    Source: 姚政办通〔2017〕70号 三（三）, 国务院令第649号 第九条; the village's pack.
    """
    _check(workspace, entry)
    day = on or workspace.today()
    rules = rules_on(workspace, day)
    file = open_household(workspace, household_id, day)
    items = tuple(
        model.IncomeFact(kind=item.kind.value, annual=max(item.annual - item.deduction, ZERO), person=item.person_id)
        for item in entry.income
    )
    left_out = not_counted(workspace, file, day)
    return _evaluated(rules, file, entry, items, day, last_review_on=last_review_on, left_out=left_out)


def _evaluated(
    rules: RulesInForce,
    file: HouseholdFile,
    entry: CaseEntry,
    income: tuple[model.IncomeFact, ...],
    day: date,
    *,
    last_review_on: date | None,
    left_out: dict[PersonId, str],
) -> Proposal:
    if not rules.local.get("dibao_standard"):
        raise UserError("还没有填写本县的低保标准（元/月）：请先到“设置 → 本地标准”填写。", field="dibao_standard")
    if entry.property_within_limits is None:
        raise UserError("请先回答“家庭财产是否在规定限额内”：没有这一项不能提出类别。", field="property_within_limits")
    case = model.Case(
        pack=rules.pack.id,
        on=day,
        local=rules.values,
        household=model.HouseholdFacts(
            property_within_limits=entry.property_within_limits,
            perennial_hardship=entry.perennial_hardship,
            income=income,
            last_review_on=last_review_on,
            assess_dibao=True,
        ),
        persons=tuple(person_facts(member, day) for member in file.members),
    )
    outcome = evaluator.assess(rules.pack, without(case, left_out)).dibao
    if outcome is None:
        raise UserError("政策包没有给出低保结论：请检查“设置”里的政策包。")
    return Proposal(
        dibao_class=DibaoClass.of(outcome.dibao_class) if outcome.dibao_class else DibaoClass.NOT_MET,
        income_per_head=outcome.countable_income_per_head,
        amount=outcome.amount_per_month,
        review_every_months=outcome.review_every_months,
        reasons=(*left_out.values(), *outcome.because),
        clauses=outcome.clauses,
        rule=outcome.rule,
    )


def propose_class(
    workspace: Workspace, case_id: str, version: int, village_class: DibaoClass | None = None, reason: str = ""
) -> DibaoCase:
    """Store what the rule says today and what the village proposes; the village's class is the rule's unless given.

    Raises UserError when the village differs without a reason, a value that the rule needs is missing, or the county has decided.
    """
    file = open_case(workspace, case_id)
    _require_undecided(file.case)
    proposal = work_out(workspace, file.case.household_id, entry_of(file))
    chosen = village_class or proposal.dibao_class
    if chosen is not proposal.dibao_class and not reason.strip():
        raise UserError(
            "规则算出的是“{rule}”，您选的是“{own}”：两者不同时请写明理由。",
            field="village_reason",
            rule=proposal.dibao_class.label,
            own=chosen.label,
        )
    if len(reason) > LONGEST_TEXT:
        raise UserError("理由太长：最多 {most} 个字。", field="village_reason", most=LONGEST_TEXT)
    today = workspace.today()
    with workspace.unit_of_work("propose_dibao_class", reason.strip()) as uow:
        uow.subject = file.case.household_id
        return uow.dibao_cases.save(
            replace(
                uow.dibao_cases.get(case_id),
                version=version,
                proposed_on=today,
                rule_class=proposal.dibao_class,
                rule_amount=proposal.amount,
                rule_income_per_head=proposal.income_per_head,
                rule_reasons=proposal.reasons,
                rule_clauses=proposal.clauses,
                village_class=chosen,
                village_reason=reason.strip() if chosen is not proposal.dibao_class else "",
                next_review_on=next_review(workspace, chosen, file.case.last_review_on or today),
            )
        )


def entry_of(file: CaseFile) -> CaseEntry:
    """Return a stored case as the entry that a form starts from."""
    return CaseEntry(
        applied_on=file.case.applied_on,
        application_reason=file.case.application_reason,
        property_within_limits=file.case.property_within_limits,
        property_note=file.case.property_note,
        perennial_hardship=file.case.perennial_hardship,
        income=tuple(
            IncomeEntry(
                kind=item.kind,
                annual=item.annual,
                deduction=item.deduction,
                person_id=item.person_id,
                description=item.description,
            )
            for item in file.income
        ),
    )
