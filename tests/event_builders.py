"""What tests about events share: people by household and name, dibao granted, a plan in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from clerk_app.domain.codes import PensionScheme, Sex
from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.household import HouseholdId, Member, Person, PersonId
from clerk_app.domain.money import Money
from clerk_app.services import events
from clerk_app.services.dibao import CaseEntry, apply_for_dibao, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision
from clerk_app.services.events.model import Done, Plan
from clerk_app.services.events.requests import Request
from clerk_app.services.households import household_numbered, open_household
from clerk_app.services.people import change_person
from clerk_app.services.workspace import Workspace
from tests.builders import FixedClock, VillageFolder, a_household

BEGAN: Final = date(2025, 3, 3)
"""When the village of these tests was registered."""


def a_year_old(village: VillageFolder, folder: Path) -> VillageFolder:
    """Make a copy of the village with 0004 of three generations and 0005 of a widower, both registered on ``BEGAN``.

    In 0004 the head draws a pension; his wife, his only son, the son's wife and their two children live with him.
    """
    workspace = village.open(folder, FixedClock(BEGAN))
    (
        a_household()
        .in_group("第3组")
        .with_head("杨有才", age=70, place=11, pension_scheme=PensionScheme.RESIDENT, receiving_pension=True)
        .with_member("王秀英", "12", age=67, sex=Sex.FEMALE, place=12)
        .with_member("杨大山", "21", age=45, place=13)
        .with_member("赵小梅", "38", age=43, sex=Sex.FEMALE, place=14)
        .with_member("杨小林", "41", age=16, place=15)
        .with_member("杨小雪", "42", age=9, sex=Sex.FEMALE, place=16)
        .register_id(workspace)
    )
    a_household().in_group("第3组").with_head("钱独山", age=66, place=17).register_id(workspace)
    workspace.close()
    return replace(village, path=folder)


def household(workspace: Workspace, number: str) -> HouseholdId:
    return household_numbered(workspace, number).household.id


def member(workspace: Workspace, who: str) -> Member:
    """Return a member by ``户编号/姓名``."""
    number, _, name = who.partition("/")
    (found,) = (each for each in household_numbered(workspace, number).members if each.person.name == name)
    return found


def person(workspace: Workspace, who: str) -> PersonId:
    return member(workspace, who).person.id


def changed(workspace: Workspace, who: str, **facts: Any) -> Person:
    """Change a member's facts and return the person as stored."""
    return change_person(workspace, replace(member(workspace, who).person, **facts))


def relations(workspace: Workspace, number: str, on: date | None = None) -> dict[str, str]:
    """Return the members of a household with their codes, the head first."""
    file = open_household(workspace, household(workspace, number), on)
    return {each.person.name: each.membership.relation for each in file.members}


def granted_dibao(workspace: Workspace, number: str, on: date = date(2026, 1, 20)) -> DibaoCase:
    """Let a household have dibao by the county's paper."""
    entry = CaseEntry(applied_on=date(2026, 1, 5), property_within_limits=True)
    case_id = apply_for_dibao(workspace, household(workspace, number), entry)
    case = propose_class(workspace, case_id, 1, DibaoClass.C, "按实际情况")
    for stage in (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY):
        case = advance_case(workspace, case.id, case.version, stage)
    decision = Decision(
        granted=True, dibao_class=DibaoClass.C, amount=Money.yuan(300), number="姚民低保〔2026〕9号", decided_on=on
    )
    return enter_decision(workspace, case.id, case.version, decision)


@dataclass(frozen=True, slots=True)
class Told:
    """A plan in words."""

    plan: Plan

    @property
    def consequences(self) -> str:
        return "\n".join(f"{each.sentence.text}{each.clause}" for each in self.plan.consequences)

    @property
    def questions(self) -> str:
        return "\n".join(each.text for each in self.plan.questions)

    @property
    def changes(self) -> list[tuple[str, str, str, str]]:
        return [(each.record, each.field, each.before, each.after) for each in self.plan.changes]

    @property
    def rechecks(self) -> list[tuple[str, date]]:
        return [(each.kind.value, each.due_on) for each in self.plan.rechecks]

    @property
    def refused(self) -> list[tuple[str | None, str]]:
        return [(each.field, each.message) for each in self.plan.refusals]


def planned(workspace: Workspace, request: Request) -> Told:
    return Told(events.plan(workspace, request))


def done(workspace: Workspace, request: Request) -> Done:
    """Plan an event and carry it out as it was seen."""
    plan = events.plan(workspace, request)
    assert plan.possible, [refusal.message for refusal in plan.refusals]
    result = events.carry_out(workspace, request, seen=plan.fingerprint)
    assert result.plan.fingerprint == plan.fingerprint
    return result


def refused_at(workspace: Workspace, request: Request) -> set[str | None]:
    """Return the fields at which an event is refused."""
    return {refusal.field for refusal in events.plan(workspace, request).refusals}
