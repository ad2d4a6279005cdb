"""迁出, 外出, 返回 (T96, T97, T99, T100)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.codes import HEAD, PensionScheme
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import PersonId
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao, propose_class, work_out
from clerk_app.services.entitlements import entitlements
from clerk_app.services.events import Away, Death, Move, Placed, Return
from clerk_app.services.follow_ups import absences_of, follow_ups
from clerk_app.services.households import household_numbered
from clerk_app.services.today import DueKind, today
from clerk_app.services.workspace import Workspace
from tests.builders import DAY
from tests.event_builders import (
    changed,
    done,
    granted_dibao,
    household,
    member,
    person,
    planned,
    refused_at,
    relations,
)

ON = date(2026, 3, 3)


def prison(home: Workspace) -> Away:
    return Away(
        people=(person(home, "0004/杨大山"),),
        on=ON,
        hukou_moves=False,
        kind=AbsenceKind.PRISON,
        to_place="楚雄监狱",
        until=date(2026, 11, 9),
    )


def test_t96_prisoner_is_left_out_of_the_dibao_family_with_his_income(home: Workspace) -> None:
    entry = CaseEntry(
        applied_on=date(2026, 3, 1),
        property_within_limits=True,
        income=(
            IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(6000), person_id=person(home, "0004/杨大山")),
            IncomeEntry(kind=IncomeKind.BUSINESS, annual=Money.yuan(12_000)),
        ),
    )
    home_id = household(home, "0004")
    assert work_out(home, home_id, entry, DAY).income_per_head == Money.yuan(250)
    told = planned(home, prison(home))
    assert "不计入共同生活的家庭成员" in told.consequences
    assert "特困供养应当终止" in told.questions
    done(home, prison(home))
    inside = work_out(home, home_id, entry, DAY)
    assert inside.income_per_head == Money.yuan(200)
    assert "杨大山服刑期间不计入" in inside.reasons[0]
    case_id = apply_for_dibao(home, home_id, entry)
    propose_class(home, case_id, 1)
    answer = entitlements(home, home_id).assessment.dibao
    assert answer is not None
    assert answer.countable_income_per_head == Money.yuan(200)
    assert "第七条" in answer.because[0]


def test_t97_son_who_works_elsewhere_stays_a_member_and_is_asked_about(home: Workspace) -> None:
    granted_dibao(home, "0004")
    who = person(home, "0004/杨大山")
    request = Away(people=(who,), on=ON, hukou_moves=False, to_place="广东", reason="打工")
    told = planned(home, request)
    assert "赡养费仍计入家庭收入" in told.questions
    assert told.rechecks == [("absence_check", date(2027, 3, 3)), ("dibao_recheck", date(2026, 6, 3))]
    done(home, request)
    assert relations(home, "0004")["杨大山"] == "21"
    (absence,) = absences_of(home, (who,))
    assert (absence.kind, absence.place, absence.note, absence.to_on) == (AbsenceKind.WORK, "广东", "打工", None)
    assert refused_at(home, request) == {"people"}

    done(home, Return(people=(Placed(person_id=who, relation=""),), household_id=household(home, "0004"), on=DAY))
    (absence,) = absences_of(home, (who,))
    assert absence.to_on == DAY - timedelta(days=1)


def test_t99_move_within_the_county_keeps_the_pension_and_dibao_begins_anew(home: Workspace) -> None:
    granted_dibao(home, "0004")
    changed(home, "0004/杨大山", pension_scheme=PensionScheme.RESIDENT)
    request = Away(people=(person(home, "0004/杨大山"),), on=ON, hukou_moves=True, to_place="光禄镇")
    told = planned(home, request)
    assert "养老保险关系不变" in told.consequences
    assert "重新登记" in told.consequences
    assert [kind for kind, _ in told.rechecks] == ["dibao_recheck"]
    done(home, request)
    assert "杨大山" not in relations(home, "0004")


def test_t100_who_pays_takes_the_account_along_and_who_draws_does_not(home: Workspace) -> None:
    changed(home, "0004/杨大山", pension_scheme=PensionScheme.RESIDENT, pension_balance=Money.yuan(800))
    both = (person(home, "0004/杨有才"), person(home, "0004/杨大山"), person(home, "0004/杨小雪"))
    told = planned(home, Away(people=both, on=ON, hukou_moves=True, to_place="大姚县", other_county=True))
    assert "杨有才已在领养老金：跨县迁户口不转移" in told.consequences
    (transfer,) = told.plan.rechecks
    assert (transfer.kind, transfer.person_id, transfer.amount) == (
        FollowUpKind.PENSION_TRANSFER, both[1], Money.yuan(800),
    )  # fmt: skip
    assert transfer.clause == "国发〔2014〕8号 八"


def test_whole_household_leaves_and_comes_back(home: Workspace) -> None:
    granted_dibao(home, "0005")
    who = person(home, "0005/钱独山")
    done(home, Away(people=(who,), on=date(2026, 1, 1), hukou_moves=False, to_place="昆明", kind=AbsenceKind.LIVING))
    done(home, Away(people=(who,), on=ON, hukou_moves=True, to_place="昆明", other_county=True))
    file = household_numbered(home, "0005")
    assert (file.household.closed_on, file.household.close_reason) == (ON, "迁出到昆明")
    assert [absence.to_on for absence in absences_of(home, (who,))] == [ON]
    assert FollowUpKind.DIBAO_STOP in {row.kind for row in follow_ups(home)}

    back = Return(people=(Placed(person_id=who, relation="97"),), household_id=file.household.id, on=DAY)
    assert refused_at(home, back) == {"people"}
    assert refused_at(home, replace(back, on=ON, people=(Placed(person_id=who, relation=HEAD),))) == {"on"}
    done(home, replace(back, people=(Placed(person_id=who, relation=HEAD),)))
    assert relations(home, "0005") == {"钱独山": HEAD}
    assert household_numbered(home, "0005").household.closed_on is None


def test_return_may_state_the_relation_anew(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    done(home, Away(people=(who,), on=ON, hukou_moves=False))
    request = Return(people=(Placed(person_id=who, relation="22"),), household_id=household(home, "0004"), on=DAY)
    done(home, request)
    assert relations(home, "0004")["杨大山"] == "22"
    assert relations(home, "0004", DAY - timedelta(days=1))["杨大山"] == "21"


def test_away_that_cannot_be_is_refused_at_its_field(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    good = Away(people=(who,), on=ON, hukou_moves=True, to_place="大姚县")
    assert refused_at(home, replace(good, people=())) == {"people"}
    assert refused_at(home, replace(good, people=(who, who))) == {"people"}
    assert refused_at(home, replace(good, people=(who, person(home, "0005/钱独山")))) == {"people"}
    assert refused_at(home, replace(good, to_place="")) == {"to_place"}
    assert refused_at(home, replace(good, on=DAY + timedelta(days=1))) == {"on"}
    stays = replace(good, hukou_moves=False)
    assert refused_at(home, replace(stays, until=date(2026, 3, 1))) == {"until"}
    assert refused_at(home, replace(stays, on=date(1900, 1, 1))) == {"on"}


def test_return_that_cannot_be_is_refused_at_its_field(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    home_id = household(home, "0004")
    good = Return(people=(Placed(person_id=who, relation=""),), household_id=home_id, on=DAY)
    assert refused_at(home, good) == {"people"}, "nobody is away"
    assert refused_at(home, replace(good, people=())) == {"people"}
    assert refused_at(home, replace(good, people=(Placed(person_id=PersonId("nobody"), relation=""),))) == {None}
    elsewhere = Placed(person_id=person(home, "0005/钱独山"), relation="99")
    assert refused_at(home, replace(good, people=(elsewhere,))) == {"people"}
    done(home, Away(people=(who,), on=ON, hukou_moves=False))
    assert refused_at(home, replace(good, on=date(2026, 3, 1))) == {"on"}
    assert refused_at(home, replace(good, people=(Placed(person_id=who, relation=HEAD),))) == {"people"}
    dead = person(home, "0004/杨小雪")
    done(home, Death(person_id=dead, on=ON))
    assert refused_at(home, replace(good, people=(Placed(person_id=dead, relation="30"),))) == {"on"}


def test_what_is_to_be_done_stands_on_the_first_page(home: Workspace) -> None:
    done(home, Death(person_id=person(home, "0004/杨有才"), on=date(2026, 2, 10)))
    items = [item for item in today(home).items if item.kind is DueKind.FOLLOW_UP]
    assert {item.record_id for item in items} == {household(home, "0004")}
    stop = next(item for item in items if "停发" in item.detail.text)
    assert (stop.due_on, stop.overdue, stop.title) == (date(2026, 2, 28), True, "杨有才")
    assert stop.called == "养老金停发"


def test_household_is_named_where_nobody_is_meant(home: Workspace) -> None:
    granted_dibao(home, "0004")
    request = Move(
        people=(Placed(person_id=person(home, "0004/杨小雪"), relation="97"),),
        household_id=household(home, "0005"),
        on=date(2026, 1, 10),
        reason="抚养",
    )
    done(home, request)
    titles = [item.title for item in today(home).items if item.kind is DueKind.FOLLOW_UP]
    assert titles == ["0004 户"]
    assert member(home, "0005/杨小雪").membership.from_on == date(2026, 1, 10)
