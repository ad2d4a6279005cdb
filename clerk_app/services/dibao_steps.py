"""A dibao case on its way: the stages, the county's decision from its paper, the reviews."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.dates import add_months
from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.money import Money
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.services.rules import rules_on
from clerk_app.services.workspace import Workspace

UNDECIDED = (Stage.APPLICATION, Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)
"""The stages before the county has decided, in their order."""


def next_stages(case: DibaoCase) -> tuple[Stage, ...]:
    """Return the stages a village user may move a case to: the next step, or a step back; never a decision."""
    if case.stage not in UNDECIDED:
        return ()
    index = UNDECIDED.index(case.stage)
    if index == 0 and case.village_class is None:
        return ()
    return UNDECIDED[max(index - 1, 0) : index] + UNDECIDED[index + 1 : index + 2]


def advance_case(workspace: Workspace, case_id: str, version: int, stage: Stage, note: str = "") -> DibaoCase:
    """Move a case one stage on or back; raises UserError when the stage is not the next, or the class is not proposed."""
    with workspace.unit_of_work("advance_dibao_case", note.strip()) as uow:
        case = uow.dibao_cases.get(case_id)
        if case.village_class is None:
            raise UserError("请先提出类别（A/B/C），再进入下一环节。", field="village_class")
        if stage not in next_stages(case):
            raise UserError(
                "不能从“{old}”直接到“{new}”：请按顺序办理。", field="stage", old=case.stage.label, new=stage.label
            )
        uow.subject = case.household_id
        posted_on = workspace.today() if stage is Stage.POSTING else case.posted_on
        return uow.dibao_cases.save(replace(case, version=version, stage=stage, posted_on=posted_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The county's decision as it stands on its paper."""

    granted: bool
    dibao_class: DibaoClass | None = None
    amount: Money | None = None
    number: str
    decided_on: date


def enter_decision(workspace: Workspace, case_id: str, version: int, decision: Decision) -> DibaoCase:
    """Enter the county's decision from its paper with its number; the village decides nothing itself.

    Raises UserError without a number, with a day to come, or when a grant lacks class or amount.
    """
    if not decision.number.strip():
        raise UserError("请填写县级确认文书的文号：村里不能自行作出决定。", field="decision_number")
    if decision.decided_on > workspace.today():
        raise UserError("决定日期不能在今天之后：请照文书填写。", field="decided_on")
    if decision.granted and (decision.dibao_class in (None, DibaoClass.NOT_MET) or decision.amount is None):
        raise UserError("予以确认时要填写类别和月保障金额：请照文书填写。", field="granted_amount")
    if decision.granted and decision.amount is not None and decision.amount.fen <= 0:
        raise UserError("月保障金额应大于 0：请照文书填写。", field="granted_amount")
    with workspace.unit_of_work("enter_dibao_decision") as uow:
        case = uow.dibao_cases.get(case_id)
        if case.stage is not Stage.COUNTY:
            raise UserError(
                "案件还在“{stage}”：到“县级确认”环节才能登记县里的决定。", field="stage", stage=case.stage.label
            )
        if decision.decided_on < case.applied_on:
            raise UserError("决定日期早于申请日期 {day}：请照文书填写。", field="decided_on", day=case.applied_on)
        uow.subject = case.household_id
        granted = decision.dibao_class if decision.granted else None
        return uow.dibao_cases.save(
            replace(
                case,
                version=version,
                stage=Stage.GRANTED if decision.granted else Stage.REFUSED,
                granted_class=granted,
                granted_amount=decision.amount if decision.granted else None,
                decision_number=decision.number.strip()[:LONGEST_TEXT],
                decided_on=decision.decided_on,
                last_review_on=decision.decided_on if granted else None,
                next_review_on=next_review(workspace, granted, decision.decided_on) if granted else None,
            )
        )


def record_review(workspace: Workspace, case_id: str, version: int, on: date, note: str) -> DibaoCase:
    """Record that a granted case was reviewed on a day; the next review follows from its class (YA-E2), nothing stops by itself."""
    if on > workspace.today():
        raise UserError("复核日期不能在今天之后：请核对。", field="reviewed_on")
    with workspace.unit_of_work("review_dibao_case", note.strip()) as uow:
        case = uow.dibao_cases.get(case_id)
        if case.stage is not Stage.GRANTED or case.granted_class is None:
            raise UserError("只有在保的家庭才需要复核。", field="stage")
        if case.last_review_on is not None and on < case.last_review_on:
            raise UserError("复核日期早于上次的 {day}：请核对。", field="reviewed_on", day=case.last_review_on)
        uow.subject = case.household_id
        return uow.dibao_cases.save(
            replace(
                case, version=version, last_review_on=on, next_review_on=next_review(workspace, case.granted_class, on)
            )
        )


def next_review(workspace: Workspace, dibao_class: DibaoClass, since: date) -> date | None:
    """Return when a case of this class is reviewed next, by the pack in force; None where the class gets nothing (YA-E2)."""
    if dibao_class is DibaoClass.NOT_MET:
        return None
    months = rules_on(workspace, since).pack.review_months(dibao_class.value, since)
    return add_months(since, months)
