"""The end of a granted case: the county's paper, the hearing before it, and nothing deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao, list_cases, open_case, propose_class
from clerk_app.services.dibao_end import end_case
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision, record_review
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, new_identity
from clerk_app.services.people import add_identity
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, VillageFolder

NUMBER, REASON = "姚民低保〔2026〕88号", "家庭收入超过低保标准"
ENTRY = CaseEntry(
    applied_on=date(2026, 1, 5),
    application_reason="年老多病",
    property_within_limits=True,
    income=(IncomeEntry(kind=IncomeKind.BUSINESS, annual=Money.yuan(2400)),),
)
LATER = date(2026, 7, 20)


def granted(workspace: Workspace, on: date = date(2026, 2, 2)) -> DibaoCase:
    case_id = apply_for_dibao(workspace, household_numbered(workspace, "0001").household.id, ENTRY)
    case = propose_class(workspace, case_id, 1)
    for stage in (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY):
        case = advance_case(workspace, case.id, case.version, stage)
    decision = Decision(
        granted=True, dibao_class=DibaoClass.B, amount=Money.yuan(640), number="姚民低保〔2026〕1号", decided_on=on
    )
    return enter_decision(workspace, case.id, case.version, decision)


@pytest.fixture
def summer(village_template: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """A village after the day from which a family must be heard."""
    workspace = village_template.open(tmp_path / "summer", FixedClock(LATER))
    yield workspace
    workspace.close()


def test_case_ends_by_the_countys_paper_and_keeps_everything(village: Workspace) -> None:
    before = granted(village)

    ended = end_case(village, before.id, before.version, number=f" {NUMBER} ", on=DAY, reason=f" {REASON} ")

    assert (ended.stage, ended.ended_on) == (Stage.ENDED, DAY)
    assert (ended.end_reason, ended.end_number, ended.heard_on) == (REASON, NUMBER, None)
    assert (ended.granted_class, ended.granted_amount, ended.decision_number) == (
        before.granted_class, before.granted_amount, before.decision_number,
    )  # fmt: skip
    assert open_case(village, before.id).income
    assert list_cases(village) == ()
    assert [row.stage for row in list_cases(village, with_closed=True)] == [Stage.ENDED]
    assert history_of(village, (before.id,))[0].kind == "登记低保退出"
    assert verify(village).ok


def test_household_may_apply_again_after_the_end(village: Workspace) -> None:
    case = granted(village)
    end_case(village, case.id, case.version, number=NUMBER, on=DAY, reason=REASON)
    assert apply_for_dibao(village, case.household_id, ENTRY) != case.id


def test_end_without_a_hearing_is_refused_from_july_2026(summer: Workspace) -> None:
    case = granted(summer)
    for on in (date(2026, 7, 1), LATER):
        with pytest.raises(UserError) as refused:
            end_case(summer, case.id, case.version, number=NUMBER, on=on, reason=REASON)
        assert refused.value.field == "heard_on"
        assert "第四十八条" in refused.value.message
    assert open_case(summer, case.id).case.stage is Stage.GRANTED
    ended = end_case(
        summer, case.id, case.version, number=NUMBER, on=LATER, reason=REASON, heard_on=LATER - timedelta(days=5)
    )
    assert ended.heard_on == LATER - timedelta(days=5)


def test_end_before_july_2026_needs_no_hearing(summer: Workspace) -> None:
    case = granted(summer)
    ended = end_case(summer, case.id, case.version, number=NUMBER, on=date(2026, 6, 30), reason=REASON)
    assert ended.stage is Stage.ENDED


@dataclass(frozen=True)
class Paper:
    number: str = NUMBER
    on: date = LATER
    reason: str = REASON
    heard_on: date | None = LATER


@pytest.mark.parametrize(
    ("paper", "field"),
    [
        (Paper(number=" "), "end_number"),
        (Paper(number="号" * 61), "end_number"),
        (Paper(on=LATER + timedelta(days=1)), "ended_on"),
        (Paper(on=date(2026, 2, 1), heard_on=None), "ended_on"),
        (Paper(reason="  "), "end_reason"),
        (Paper(reason="因" * 501), "end_reason"),
        (Paper(on=LATER - timedelta(days=1)), "heard_on"),
        (Paper(heard_on=date(2026, 2, 1)), "heard_on"),
    ],
)
def test_end_that_cannot_be_is_refused_at_its_field(summer: Workspace, paper: Paper, field: str) -> None:
    case = granted(summer)
    with pytest.raises(UserError) as refused:
        end_case(
            summer,
            case.id,
            case.version,
            number=paper.number,
            on=paper.on,
            reason=paper.reason,
            heard_on=paper.heard_on,
        )
    assert refused.value.field == field
    assert open_case(summer, case.id).case == case


def test_only_a_granted_case_can_end_and_only_once(village: Workspace) -> None:
    open_id = apply_for_dibao(village, household_numbered(village, "0002").household.id, ENTRY)
    with pytest.raises(UserError, match="申请受理"):
        end_case(village, open_id, 1, number=NUMBER, on=DAY, reason=REASON)
    case = granted(village)
    ended = end_case(village, case.id, case.version, number=NUMBER, on=DAY, reason=REASON)
    with pytest.raises(UserError, match="已退出"):
        end_case(village, case.id, ended.version, number=NUMBER, on=DAY, reason=REASON)
    with pytest.raises(UserError):
        record_review(village, case.id, ended.version, DAY, "")


def test_end_over_a_change_of_somebody_else_is_refused(village: Workspace) -> None:
    case = granted(village)
    record_review(village, case.id, case.version, DAY, "")
    with pytest.raises(UserError):
        end_case(village, case.id, case.version, number=NUMBER, on=DAY, reason=REASON)


def test_end_of_the_case_ends_the_members_status_where_the_house_keeps_it(village: Workspace) -> None:
    case = granted(village)
    head, wife = household_numbered(village, "0001").members
    add_identity(village, head.person.id, new_identity(IdentityKind.DIBAO, date(2026, 2, 2)))
    add_identity(village, wife.person.id, new_identity(IdentityKind.DIBAO, DAY + timedelta(days=1)))

    end_case(village, case.id, case.version, number=NUMBER, on=DAY, reason=REASON)

    held = {
        (member.person.name, identity.kind): identity.to_on
        for member in household_numbered(village, "0001").members
        for identity in member.identities
    }
    assert held == {
        ("段有福", IdentityKind.DIBAO): DAY,
        ("周兰英", IdentityKind.DIBAO): DAY + timedelta(days=1),
        ("周兰英", IdentityKind.REGISTERED_POOR): None,
    }
    assert verify(village).ok
