"""A household moves to another village: what is refused, what ends, what stays, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.domain.transfer import TransferStanding
from clerk_app.errors import UserError
from clerk_app.services.contributions import ContributionEntry, record_contribution, reverse_contribution
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao, open_case, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, new_identity, open_household
from clerk_app.services.people import add_identity, change_person
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_out import (
    TransferOutEntry,
    households_that_left,
    move_of,
    preview_transfer_out,
    transfer_out,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import transfers, work_items
from clerk_app.storage.transfers import ToldRow
from clerk_app.storage.unit_of_work import UnitOfWork
from clerk_app.storage.work_items import WorkItemRow
from tests.builders import DAY, FixedClock, VillageFolder, a_household, person_named

MOVED = DAY + timedelta(days=10)
STAGES = (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)


@pytest.fixture
def later(village_template: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """The village of three households, twelve days on."""
    workspace = village_template.open(tmp_path / "later", FixedClock(DAY + timedelta(days=12)))
    yield workspace
    workspace.close()


def entry(workspace: Workspace, number: str = "0002", **changes: object) -> TransferOutEntry:
    made = TransferOutEntry(
        household_id=household_numbered(workspace, number).household.id,
        village_code="532325100202",
        village_name="花椒村",
        moved_on=MOVED,
        reason="整户搬迁",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def case_of(workspace: Workspace, *, stages: tuple[Stage, ...] = (), grant: bool = False) -> DibaoCase:
    applied = CaseEntry(
        applied_on=DAY,
        application_reason="年老多病",
        property_within_limits=True,
        income=(IncomeEntry(kind=IncomeKind.BUSINESS, annual=Money.yuan(2400)),),
    )
    case_id = apply_for_dibao(workspace, household_numbered(workspace, "0001").household.id, applied)
    case = propose_class(workspace, case_id, 1)
    for stage in stages:
        case = advance_case(workspace, case.id, case.version, stage)
    if grant:
        decision = Decision(
            granted=True, dibao_class=DibaoClass.B, amount=Money.yuan(640), number="姚民〔2026〕1号", decided_on=DAY
        )
        case = enter_decision(workspace, case.id, case.version, decision)
    return case


def problems(workspace: Workspace, wanted: TransferOutEntry) -> list[str]:
    return [problem.message for problem in preview_transfer_out(workspace, wanted).problems]


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"village_code": "532325"}, "village_code", "12 位数字"),
        ({"village_code": "532325100201"}, "village_code", "就是本村"),
        ({"village_name": "村" * 61}, "village_name", "最多 60 个字"),
        ({"moved_on": DAY + timedelta(days=13)}, "moved_on", "不能在今天之后"),
        ({"moved_on": DAY}, "moved_on", "晚于成员入户的日期"),
        ({"reason": " "}, "reason", "请填写迁出原因"),
    ],
    ids=["short code", "own code", "long name", "future", "too early", "no reason"],
)
def test_entry_that_cannot_be_is_refused_at_its_field(
    later: Workspace, changes: dict[str, object], field: str, told: str
) -> None:
    with pytest.raises(UserError, match=told) as refused:
        transfer_out(later, replace(entry(later), **changes))  # type: ignore[arg-type] # any field of the entry
    assert refused.value.field == field
    assert household_numbered(later, "0002").household.closed_on is None


def test_people_who_cannot_go_are_refused(later: Workspace) -> None:
    file = household_numbered(later, "0002")
    stranger = household_numbered(later, "0003").members[0].person.id
    head, wife = (person_named(file, name) for name in ("单长乐", "李㛃"))
    assert problems(later, entry(later, people=(stranger,))) == ["要迁出的人不在这一户里：请刷新后重新选。"]
    assert problems(later, entry(later, people=(head,))) == ["户主要迁出而其他成员留下：请先变更户主，再办迁出。"]
    assert problems(later, entry(later, people=(wife,))) == []
    transfer_out(later, entry(later))
    assert "已在 2026-03-25 销户" in problems(later, replace(entry(later, "0003"), household_id=file.household.id))[0]


def test_somebody_dead_must_leave_first(later: Workspace) -> None:
    person = household_numbered(later, "0003").members[0].person
    change_person(later, replace(person, died_on=DAY))
    assert problems(later, entry(later, "0003")) == ["罗𬭎已于 2026-03-16 去世，还没有办离户：请先登记死亡离户。"]


@pytest.mark.parametrize("kind", ["refused", "held", "strange", "clash", "double_proxy"])
def test_open_work_of_the_exchange_stands_in_the_way(later: Workspace, kind: str) -> None:
    person = household_numbered(later, "0002").members[0].person.id
    _note(later, kind, person)
    assert problems(later, entry(later)) == ["这一户还有 1 件和县里往来的待办没有办结：请先到“报送”办结，再办迁出。"]


def test_people_registered_twice_are_what_a_move_mends(later: Workspace) -> None:
    _note(later, "double_registration", household_numbered(later, "0002").members[0].person.id)
    assert problems(later, entry(later)) == []


def _note(workspace: Workspace, kind: str, subject: str) -> None:
    row = WorkItemRow(
        id=f"{kind}-1", kind=kind, subject=subject, act_hash="", act_number=0, act_kind="", reason="x", detail="",
        opened_at="2026-03-16T01:00:00.000Z",
    )  # fmt: skip
    with workspace.store.writing() as connection:
        work_items.add(connection, [row])


@pytest.mark.parametrize("count", [3, 4, 5], ids=["posting", "township", "county"])
def test_application_before_others_stands_in_the_way(later: Workspace, count: int) -> None:
    case = case_of(later, stages=STAGES[:count])
    (told,) = problems(later, entry(later, "0001"))
    assert told.startswith(f"这一户的低保申请 {case.number} 正在{case.stage.label}")


def test_application_in_the_village_ends_here_without_a_report(later: Workspace) -> None:
    case = case_of(later, stages=STAGES[:1])
    preview = preview_transfer_out(later, entry(later, "0001"))
    assert any("在本村结案，由迁入村重新申请" in line.text for line in preview.consequences)
    transfer_out(later, entry(later, "0001"))
    ended = open_case(later, case.id).case
    assert (ended.stage, ended.ended_on) == (Stage.ENDED, MOVED)
    with later.store.reading() as connection:
        assert UnitOfWork(connection).follow_ups.find(household_id=case.household_id) == ()


def test_granted_case_ends_and_is_left_to_be_reported_then_comes_back_with_the_household(later: Workspace) -> None:
    case = case_of(later, stages=STAGES, grant=True)
    person = household_numbered(later, "0001").members[0].person.id
    add_identity(later, person, new_identity(IdentityKind.DIBAO, DAY))
    preview = preview_transfer_out(later, entry(later, "0001"))
    assert any("由本村报乡镇办理停发" in line.text for line in preview.consequences)
    moved = transfer_out(later, entry(later, "0001"))
    ended = open_case(later, case.id).case
    assert (ended.stage, ended.end_reason) == (Stage.ENDED, "随户迁往花椒村（532325100202），由迁入村重新申请")
    with later.store.reading() as connection:
        uow = UnitOfWork(connection)
        (left,) = uow.follow_ups.find(household_id=case.household_id, settled_on=None)
        (status,) = uow.identities.find(person_id=person, kind="dibao")
    assert (left.kind, left.due_on) == (FollowUpKind.DIBAO_STOP, DAY + timedelta(days=42))
    assert status.to_on == MOVED - timedelta(days=1)
    withdraw_transfer(later, moved, "没有搬")
    again = open_case(later, case.id).case
    assert (again.stage, again.ended_on, again.end_reason) == (Stage.GRANTED, None, "")
    with later.store.reading() as connection:
        uow = UnitOfWork(connection)
        assert uow.follow_ups.get(left.id).outcome == "迁移已撤回"
        assert uow.identities.get(status.id).to_on is None
    assert verify(later).ok


def test_granted_case_stays_and_is_checked_again_when_some_leave(later: Workspace) -> None:
    case = case_of(later, stages=STAGES, grant=True)
    wife = person_named(household_numbered(later, "0001"), "周兰英")
    preview = preview_transfer_out(later, entry(later, "0001", people=(wife,)))
    assert any("留在本村，家庭人口变了" in line.text for line in preview.consequences)
    transfer_out(later, entry(later, "0001", people=(wife,)))
    assert open_case(later, case.id).case.stage is Stage.GRANTED
    with later.store.reading() as connection:
        (left,) = UnitOfWork(connection).follow_ups.find(household_id=case.household_id)
    assert (left.kind, "周兰英迁往花椒村" in left.detail) == (FollowUpKind.DIBAO_RECHECK, True)
    assert "还有 1 件事后事项" in "".join(
        line.text for line in preview_transfer_out(later, entry(later, "0001")).consequences
    )


def test_move_without_a_name_is_told_by_the_code(later: Workspace) -> None:
    transfer_out(later, entry(later, village_name=""))
    file = open_household(later, households_that_left(later)[0].transfer.household_id or "")
    assert file.household.close_reason == "迁往532325100202：整户搬迁"
    (act, *_) = history_of(later, (file.household.id,))
    assert act.kind == "迁往外村"
    assert ("跨村迁移", "状态", "", "迁出") in [
        (line.record, line.field, line.before, line.after) for line in act.changes
    ]


def test_payments_that_were_taken_back_are_not_told_as_going_along(later: Workspace) -> None:
    file = household_numbered(later, "0002")
    payment = ContributionEntry(
        person_id=person_named(file, "单长乐"),
        insurance=Insurance.MEDICAL,
        year=2026,
        tier=Money.yuan(400),
        payer=Payer.SELF,
        paid_on=DAY,
        collector="何清",
    )
    wrong = record_contribution(later, payment)
    reverse_contribution(later, wrong.id, "记错了人")
    record_contribution(later, replace(payment, person_id=person_named(file, "李㛃")))
    told = [sentence.text for sentence in preview_transfer_out(later, entry(later)).consequences]
    assert any("（1 笔）" in text for text in told)


def test_taking_back_is_refused_when_it_cannot_be(later: Workspace) -> None:
    moved = transfer_out(later, entry(later))
    with pytest.raises(UserError, match="请填写撤回迁出的原因"):
        withdraw_transfer(later, moved, " ")
    with later.store.writing() as connection:
        transfers.put_told(connection, [ToldRow(moved, "taken_in", "2026-04-01", "")])
    household_id = households_that_left(later)[0].transfer.household_id
    assert household_id is not None
    assert move_of(later, household_id) is None
    with pytest.raises(UserError, match="对方村已在 2026-04-01 迁入"):
        withdraw_transfer(later, moved, "没有搬")
    with later.store.writing() as connection:
        transfers.put_told(connection, ())
    found = move_of(later, household_id)
    assert found is not None
    assert (found.transfer.id, found.number, found.told) == (moved, "0002", None)
    assert withdraw_transfer(later, moved, "没有搬").standing is TransferStanding.WITHDRAWN
    assert move_of(later, household_id) is None
    with pytest.raises(UserError, match="已经撤回"):
        withdraw_transfer(later, moved, "没有搬")


def test_taking_back_is_refused_when_somebody_has_another_place(later: Workspace) -> None:
    person = household_numbered(later, "0003").members[0].person
    moved = transfer_out(later, entry(later, "0003"))
    a_household().with_head(person.name, age=50, place=6).register_id(later)
    with pytest.raises(UserError, match="罗𬭎现在已在别的户里"):
        withdraw_transfer(later, moved, "没有搬")


def test_open_case_is_left_alone_when_one_person_comes_back(later: Workspace) -> None:
    case = case_of(later, stages=STAGES, grant=True)
    wife = person_named(household_numbered(later, "0001"), "周兰英")
    moved = transfer_out(later, entry(later, "0001", people=(wife,)))
    withdraw_transfer(later, moved, "没有搬")
    assert open_case(later, case.id).case.stage is Stage.GRANTED
    file = household_numbered(later, "0001")
    assert [member.person.name for member in file.members] == ["段有福", "周兰英"]
    assert file.members[1].membership.from_on == MOVED
