"""A household, or some of it, that moves to another village: the consequences before, and the one act."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dibao import OPEN_STAGES, DibaoCase, Stage
from clerk_app.domain.follow_up import FollowUp, FollowUpId, FollowUpKind
from clerk_app.domain.household import Household, HouseholdId, Membership, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.reversal import standing
from clerk_app.domain.transfer import Transfer, TransferId, TransferStanding, TransferState
from clerk_app.errors import UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.people import last_departure
from clerk_app.services.sentences import Sentence, sentence
from clerk_app.services.workspace import Workspace
from clerk_app.storage import transfers, work_items
from clerk_app.storage.unit_of_work import UnitOfWork, new_id

DAY: Final = timedelta(days=1)
_REPORT_WITHIN: Final = timedelta(days=30)
_CODE: Final = re.compile(r"[1-8]\d{11}", re.ASCII)
_LONGEST_REASON: Final = LONGEST_TEXT - 100
_IN_THE_WAY: Final = frozenset({"refused", "held", "strange", "clash", "double_proxy"})
"""Kinds of work items that must be settled first; people registered twice are what a move mends."""
_AT_OTHERS: Final = (Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)
"""Stages in which an application is before the public or the authorities: it must come back first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferOutEntry:
    """What the clerk enters: who goes where, and from which day they belong there. Without ``people`` the whole household goes."""

    household_id: HouseholdId
    village_code: str
    village_name: str = ""
    moved_on: date
    reason: str
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPreview:
    """What would happen: who goes, what ends here and what stays, and what stands in the way (empty: nothing)."""

    household: Household
    people: tuple[Person, ...]
    whole: bool
    consequences: tuple[Sentence, ...]
    problems: tuple[UserError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftHousehold:
    """A household that left, for lists: ``head`` is its head, or the first who left of it, ``told`` what the county's newest answer says of it, None before the first."""

    transfer: Transfer
    number: str
    head: str
    told: TransferState | None
    told_on: date | None
    told_reason: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """The records that a move touches."""

    household: Household
    leaving: tuple[Membership, ...]
    people: tuple[Person, ...]
    whole: bool
    case: DibaoCase | None
    problems: tuple[UserError, ...]


def preview_transfer_out(workspace: Workspace, entry: TransferOutEntry) -> TransferPreview:
    """Say what a move would change and what stands in its way; nothing is written. Raises UserError for an unknown household."""
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        plan = _plan(workspace, uow, entry)
        lines = _consequences(uow, plan, entry)
    return TransferPreview(
        household=plan.household, people=plan.people, whole=plan.whole, consequences=lines, problems=plan.problems
    )


def transfer_out(workspace: Workspace, entry: TransferOutEntry) -> TransferId:
    """Let a household, or some of its people, move to another village in one act; everything recorded stays.

    Places end the day before, the household closes with its last member, an open dibao case ends and is left to be reported. Raises
    UserError for the first thing that stands in the way.
    """
    with workspace.unit_of_work("transfer_out", entry.reason.strip()[:LONGEST_TEXT]) as uow:
        plan = _plan(workspace, uow, entry)
        for problem in plan.problems:
            raise problem
        uow.subject = plan.household.id
        told = f"迁往{_called(entry)}：{entry.reason.strip()}"
        last = entry.moved_on - DAY
        for place in plan.leaving:
            uow.memberships.save(replace(place, to_on=last, end_reason=told))
        if plan.whole:
            uow.households.save(replace(plan.household, closed_on=last, close_reason=told))
        if plan.case is not None:
            _leave_case(uow, plan, plan.case, entry, workspace.today())
        transfer = Transfer(
            id=TransferId(new_id()),
            standing=TransferStanding.SENT,
            household_id=plan.household.id,
            people=tuple(person.id for person in plan.people),
            village_code=entry.village_code.strip(),
            village_name=entry.village_name.strip(),
            moved_on=entry.moved_on,
            noted_on=workspace.today(),
            reason=entry.reason.strip(),
        )
        return uow.transfers.add(transfer).id


def _called(entry: TransferOutEntry) -> str:
    code, name = entry.village_code.strip(), entry.village_name.strip()
    return f"{name}（{code}）" if name else code


def _plan(workspace: Workspace, uow: UnitOfWork, entry: TransferOutEntry) -> _Plan:
    household = uow.households.get(entry.household_id)
    places = uow.memberships.find(household_id=household.id, to_on=None)
    chosen = set(entry.people) or {place.person_id for place in places}
    leaving = tuple(place for place in places if place.person_id in chosen)
    people = tuple(uow.people.get(place.person_id) for place in sorted(leaving, key=lambda place: not place.is_head))
    cases = [case for case in uow.dibao_cases.find(household_id=household.id) if case.stage in OPEN_STAGES]
    whole = len(leaving) == len(places)
    problems = [
        *_of_entry(workspace, entry),
        *_of_people(household, places, leaving, chosen, entry.moved_on),
        *_of_those_who_left(uow, household, leaving, entry.moved_on),
        *_of_records(uow, household, leaving, people),
    ]
    problems += [_in_procedure(case) for case in cases if whole and case.stage in _AT_OTHERS]
    return _Plan(household, leaving, people, whole, cases[0] if cases else None, tuple(problems))


def _of_entry(workspace: Workspace, entry: TransferOutEntry) -> list[UserError]:
    found = []
    code = entry.village_code.strip()
    if not _CODE.fullmatch(code):
        found.append(UserError("迁入村的代码应是 12 位数字（统计用区划代码）：请核对后填写。", field="village_code"))
    elif code == the_village(workspace).code:
        found.append(UserError("迁入村就是本村：在本村内换组或分户不用办迁出。", field="village_code"))
    if len(entry.village_name.strip()) > 60 or not entry.village_name.strip().isprintable():
        found.append(UserError("迁入村的名称太长或含有不能打印的字符：最多 60 个字。", field="village_name"))
    if entry.moved_on > workspace.today():
        found.append(UserError("迁出日期不能在今天之后：请核对。", field="moved_on"))
    if not 0 < len(entry.reason.strip()) <= _LONGEST_REASON:
        found.append(
            UserError("请填写迁出原因，如“整户搬迁”“婚嫁”，最多 {most} 个字。", field="reason", most=_LONGEST_REASON)
        )
    return found


def _of_people(
    household: Household,
    places: Collection[Membership],
    leaving: Collection[Membership],
    chosen: Collection[str],
    moved_on: date,
) -> list[UserError]:
    if household.closed_on is not None:
        return [UserError("这一户已在 {day} 销户，不能再办迁出。", day=household.closed_on)]
    if not leaving or len(leaving) != len(chosen):
        return [UserError("要迁出的人不在这一户里：请刷新后重新选。", field="people")]
    found = []
    late = max(place.from_on for place in leaving)
    if moved_on <= late:
        found.append(UserError("迁出日期要晚于成员入户的日期 {day}：请核对。", field="moved_on", day=late))
    if len(leaving) < len(places) and any(place.is_head for place in leaving):
        found.append(UserError("户主要迁出而其他成员留下：请先变更户主，再办迁出。", field="people"))
    return found


def _of_those_who_left(
    uow: UnitOfWork, household: Household, leaving: Collection[Membership], moved_on: date
) -> list[UserError]:
    """A head does not move away before those who are on record as living there longer."""
    last = last_departure(uow, household.id)
    with_head = any(place.is_head for place in leaving)
    if not with_head or last is None or last.to_on is None or last.to_on < moved_on:
        return []
    name = uow.people.get(last.person_id).name
    return [UserError("{name} {day} 才离户：迁出日期要在这一天以后。", field="moved_on", name=name, day=last.to_on)]


def _of_records(
    uow: UnitOfWork, household: Household, leaving: Collection[Membership], people: Collection[Person]
) -> list[UserError]:
    found = [
        UserError("{name}已于 {day} 去世，还没有办离户：请先登记死亡离户。", name=person.name, day=person.died_on)
        for person in people
        if person.died_on is not None
    ]
    ids = {household.id, *(place.id for place in leaving), *(person.id for person in people)}
    ids |= {paid.id for person in people for paid in uow.contributions.find(person_id=person.id)}
    ids |= {case.id for case in uow.dibao_cases.find(household_id=household.id)}
    waiting = [item for item in work_items.open_items(uow.connection, ids) if item.kind in _IN_THE_WAY]
    if waiting:
        found.append(
            UserError("这一户还有 {count} 件和县里往来的待办没有办结：请先到“报送”办结，再办迁出。", count=len(waiting))
        )
    return found


def _in_procedure(case: DibaoCase) -> UserError:
    return UserError(
        "这一户的低保申请 {number} 正在{stage}：请先登记县级决定或撤回申请，再办迁出。",
        number=case.number,
        stage=case.stage.label,
    )


def _consequences(uow: UnitOfWork, plan: _Plan, entry: TransferOutEntry) -> tuple[Sentence, ...]:
    lines = [
        sentence(
            "{names} {count} 人的户籍关系到 {last} 为止，从 {day} 起算{village}的人。",
            names="、".join(person.name for person in plan.people),
            count=len(plan.people),
            last=entry.moved_on - DAY,
            day=entry.moved_on,
            village=_called(entry),
        )
    ]
    if plan.whole:
        number = plan.household.number
        lines.append(sentence("{number} 户销户，资料和经办记录都留在本村，只能查看。", number=number))
    if plan.case is not None:
        lines.append(_of_case(plan.case, whole=plan.whole))
    paid = sum(len(standing(uow.contributions.find(person_id=person.id))) for person in plan.people)
    lines.append(sentence("已登记的缴费（{count} 笔）仍算本村的缴费，随户告诉迁入村，不会重复计算。", count=paid))
    left = uow.follow_ups.find(household_id=plan.household.id, settled_on=None)
    if left:
        lines.append(sentence("还有 {count} 件事后事项没有办结，仍由本村办完。", count=len(left)))
    lines.append(sentence("下次报送后，县里把这一户的资料转给迁入村；对方迁入或退回，都会在回执里告诉本村。"))
    return tuple(lines)


def _of_case(case: DibaoCase, *, whole: bool) -> Sentence:
    stage = case.stage.label
    if not whole:
        return sentence(
            "低保档案 {number}（{stage}）留在本村，家庭人口变了，要重新核查。", number=case.number, stage=stage
        )
    if case.stage is Stage.GRANTED:
        return sentence(
            "低保档案 {number} 正在保：在本村结案，由本村报乡镇办理停发，由迁入村重新申请。", number=case.number
        )
    return sentence("低保申请 {number}（{stage}）在本村结案，由迁入村重新申请。", number=case.number, stage=stage)


def _leave_case(uow: UnitOfWork, plan: _Plan, case: DibaoCase, entry: TransferOutEntry, today: date) -> None:
    if plan.whole:
        ended = max(entry.moved_on, case.decided_on or case.applied_on)
        reason = f"随户迁往{_called(entry)}，由迁入村重新申请"
        uow.dibao_cases.save(replace(case, stage=Stage.ENDED, ended_on=ended, end_reason=reason))
        _end_statuses(uow, plan, entry.moved_on - DAY)
        kind, detail = FollowUpKind.DIBAO_STOP, f"{case.number} 随户迁往{_called(entry)}，报乡镇从次月起停发"
    else:
        names = "、".join(person.name for person in plan.people)
        kind, detail = FollowUpKind.DIBAO_RECHECK, f"{names}迁往{_called(entry)}，{case.number} 的家庭人口变了"
    if case.stage is Stage.GRANTED:
        uow.follow_ups.add(
            FollowUp(
                id=FollowUpId(new_id()),
                household_id=plan.household.id,
                kind=kind,
                opened_on=today,
                due_on=today + _REPORT_WITHIN,
                detail=detail,
            )
        )


def _end_statuses(uow: UnitOfWork, plan: _Plan, last: date) -> None:
    """End the status 低保 of those who go, as with any case that ends here; the new village would else take it for running."""
    for person in plan.people:
        for status in uow.identities.find(person_id=person.id, kind=IdentityKind.DIBAO.value, to_on=None):
            uow.identities.save(replace(status, to_on=max(last, status.from_on)))


def households_that_left(workspace: Workspace) -> tuple[LeftHousehold, ...]:
    """Return the moves out of this village with what the county said of them, newest first."""
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        told = transfers.told(connection)
        sent = [one for one in uow.transfers.find(origin="") if one.household_id is not None]
        return tuple(_left(uow, one, told.get(one.id)) for one in reversed(sent))


def move_of(workspace: Workspace, household_id: HouseholdId) -> LeftHousehold | None:
    """Return a household's newest move that stands and that the county does not tell to be taken in; else None."""
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        sent = uow.transfers.find(household_id=household_id, origin="", standing=TransferStanding.SENT.value)
        if not sent:
            return None
        told = transfers.told(connection).get(sent[-1].id)
        left = _left(uow, sent[-1], told)
    return None if left.told is TransferState.TAKEN_IN else left


def _left(uow: UnitOfWork, transfer: Transfer, told: transfers.ToldRow | None) -> LeftHousehold:
    household = uow.households.get(transfer.household_id or "")
    return LeftHousehold(
        transfer=transfer,
        number=household.number,
        head=uow.people.get(transfer.people[0]).name,
        told=None if told is None else TransferState.of(told.state),
        told_on=None if told is None else date.fromisoformat(told.on),
        told_reason="" if told is None else told.reason,
    )
