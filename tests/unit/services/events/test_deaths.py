"""死亡: who follows, what ends, what is left to be done (T90-T94)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import HEAD, IdentityKind, Marital, PensionScheme, Sex
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.contributions import ContributionEntry, record_contribution, reverse_contribution
from clerk_app.services.dibao import cases_of
from clerk_app.services.dibao_end import end_case
from clerk_app.services.events import Alive, Away, Death, MarriageIn, pension
from clerk_app.services.follow_ups import absences_of, follow_ups, settle_follow_up
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, new_identity, open_household
from clerk_app.services.people import add_identity, change_person, end_membership
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_member
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

DIED = date(2026, 3, 5)


def test_t90_head_dies_another_follows_and_every_relation_is_stated_anew(home: Workspace) -> None:
    case = granted_dibao(home, "0004")
    request = Death(person_id=person(home, "0004/杨有才"), on=DIED, reason="死亡医学证明")
    told = planned(home, request)
    assert "推定为王秀英" in told.questions
    assert {line.name: (line.before, line.after, line.sure) for line in told.plan.relations} == {
        "王秀英": ("12", HEAD, True),
        "杨大山": ("21", "21", True),
        "赵小梅": ("38", "38", True),
        "杨小林": ("41", "41", True),
        "杨小雪": ("42", "42", True),
    }
    (recheck,) = (each for each in told.plan.rechecks if each.kind is FollowUpKind.DIBAO_RECHECK)
    assert recheck.due_on == date(2026, 6, 5)
    assert case.number in recheck.sentence.text
    assert "停旧建新" in recheck.sentence.text

    done(home, request)

    assert relations(home, "0004")["王秀英"] == HEAD
    assert relations(home, "0004", DIED)["王秀英"] == "12"
    assert relations(home, "0004", DIED)["杨有才"] == HEAD
    assert next(iter(relations(home, "0004", DIED + timedelta(days=1)))) == "王秀英"
    assert member(home, "0004/王秀英").person.marital is Marital.WIDOWED
    (entry, *_) = history_of(home, (household(home, "0004"), person(home, "0004/王秀英")))
    assert (entry.kind, entry.reason) == ("死亡登记", "死亡医学证明")


def test_t90_clerk_names_the_new_head_and_what_cannot_be_known(home: Workspace) -> None:
    dead, son = person(home, "0004/杨有才"), person(home, "0004/杨大山")
    request = Death(person_id=dead, on=DIED, new_head=son)
    told = planned(home, request)
    assert told.plan.possible
    assert {line.name: (line.after, line.sure) for line in told.plan.relations} == {
        "杨大山": (HEAD, True),
        "王秀英": ("52", True),
        "赵小梅": ("12", False),
        "杨小林": ("20", False),
        "杨小雪": ("30", False),
    }
    grandson = person(home, "0004/杨小林")
    by_grandson = replace(request, new_head=grandson)
    assert refused_at(home, by_grandson) == {"relations"}
    assert "还未成年" in planned(home, by_grandson).questions
    with pytest.raises(UserError, match="什么关系"):
        events.carry_out(home, by_grandson)
    chosen = {son: "51", person(home, "0004/赵小梅"): "52", person(home, "0004/杨小雪"): "77"}
    assert refused_at(home, replace(by_grandson, relations={**chosen, grandson: "20"})) == {"relations"}
    assert refused_at(home, replace(by_grandson, relations={**chosen, son: "04"})) == {"relations"}
    done(home, replace(by_grandson, relations=chosen))
    assert relations(home, "0004") == {
        "杨小林": HEAD, "杨大山": "51", "赵小梅": "52", "王秀英": "62", "杨小雪": "77",
    }  # fmt: skip


def test_head_who_is_not_among_those_who_stay_is_refused(home: Workspace) -> None:
    dead, stranger = person(home, "0004/杨有才"), person(home, "0005/钱独山")
    assert refused_at(home, Death(person_id=dead, on=DIED, new_head=stranger)) == {"new_head"}
    son, wife = person(home, "0004/杨大山"), person(home, "0004/王秀英")
    assert refused_at(home, Death(person_id=son, on=DIED, new_head=wife)) == {"new_head"}


def test_spouse_dies_and_the_head_is_widowed_unless_the_clerk_says_no(home: Workspace) -> None:
    changed(home, "0004/杨有才", marital=Marital.MARRIED)
    request = Death(person_id=person(home, "0004/王秀英"), on=DIED)
    assert ("人员 杨有才", "婚姻状况", "已婚", "丧偶") in planned(home, request).changes
    done(home, replace(request, widow_spouse=False))
    assert member(home, "0004/杨有才").person.marital is Marital.MARRIED


def test_divorced_spouse_stays_divorced(home: Workspace) -> None:
    changed(home, "0004/王秀英", marital=Marital.DIVORCED)
    done(home, Death(person_id=person(home, "0004/杨有才"), on=DIED))
    assert member(home, "0004/王秀英").person.marital is Marital.DIVORCED


def test_t91_last_member_dies_household_is_closed_and_documents_stay(home: Workspace) -> None:
    case = granted_dibao(home, "0005")
    request = Death(person_id=person(home, "0005/钱独山"), on=DIED)
    told = planned(home, request)
    assert "销户" in told.consequences
    assert ("dibao_stop", date(2026, 3, 31)) in told.rechecks
    assert "2026-04-01" in next(each.sentence.text for each in told.plan.rechecks if each.kind.value == "dibao_stop")
    done(home, request)
    file = household_numbered(home, "0005")
    assert (file.household.closed_on, file.household.close_reason, file.members) == (DIED, "死亡", ())
    assert cases_of(home, file.household.id) == (case,)
    assert refused_at(home, events.Group(household_id=file.household.id, on=DAY, group="第1组")) == {"household_id"}


@pytest.mark.parametrize("day", [date(2026, 2, 1), date(2026, 2, 28)])
def test_t92_pension_is_due_for_the_month_of_death_and_stops_the_next(home: Workspace, day: date) -> None:
    request = Death(person_id=person(home, "0004/杨有才"), on=day, pension_paid_through=date(2026, 2, 15))
    told = planned(home, request)
    assert "养老金从 2026-03-01 起停发，死亡当月仍应发放" in told.consequences
    kinds = [kind for kind, _ in told.rechecks]
    assert "pension_recovery" not in kinds
    assert ("pension_stop", date(2026, 2, 28)) in told.rechecks
    paid_later = replace(request, pension_paid_through=None, pension_monthly=Money.yuan(163))
    (recovery,) = (r for r in planned(home, paid_later).plan.rechecks if r.kind is FollowUpKind.PENSION_RECOVERY)
    assert recovery.amount == Money.yuan(163)
    assert "已发到本月" in planned(home, paid_later).questions


def test_t93_death_told_five_months_late_is_reckoned_and_set_off(home: Workspace) -> None:
    changed(home, "0004/杨有才", pension_balance=Money.yuan(120))
    request = Death(person_id=person(home, "0004/杨有才"), on=date(2025, 10, 10), pension_monthly=Money.parse("163.50"))
    told = planned(home, request)
    recheck = {each.kind: each for each in told.plan.rechecks}
    recovery = recheck[FollowUpKind.PENSION_RECOVERY]
    assert (recovery.amount, recovery.due_on) == (Money.parse("817.50"), date(2026, 3, 31))
    for part in ("5 个月", "163.50", "817.50", "720.00", "97.50"):
        assert part in recovery.sentence.text
    assert recheck[FollowUpKind.FUNERAL_GRANT].amount == Money.yuan(600)
    assert "姚政办通" in recheck[FollowUpKind.FUNERAL_GRANT].clause
    assert recheck[FollowUpKind.ACCOUNT_INHERITANCE].amount == Money.yuan(120)
    done(home, request)
    kinds = {row.kind for row in follow_ups(home, household(home, "0004"))}
    assert {FollowUpKind.PENSION_RECOVERY, FollowUpKind.FUNERAL_GRANT, FollowUpKind.PENSION_STOP} <= kinds


def test_sum_of_the_month_comes_from_the_pack_where_the_clerk_gives_none(home: Workspace) -> None:
    told = planned(home, Death(person_id=person(home, "0004/杨有才"), on=date(2026, 2, 10)))
    (recovery,) = (each for each in told.plan.rechecks if each.kind is FollowUpKind.PENSION_RECOVERY)
    assert recovery.amount is not None
    assert recovery.amount.fen > 0
    assert "余额没有登记" in told.consequences
    assert "按政策包算出" in told.questions
    employee = changed(home, "0004/杨有才", pension_scheme=PensionScheme.EMPLOYEE)
    (recovery,) = (
        each
        for each in planned(home, Death(person_id=employee.id, on=date(2026, 2, 10))).plan.rechecks
        if each.kind is FollowUpKind.PENSION_RECOVERY
    )
    assert (recovery.amount, "按发放记录核定" in recovery.sentence.text) == (None, True)


def test_sum_given_for_somebody_who_draws_no_pension_is_asked_about(home: Workspace) -> None:
    told = planned(home, Death(person_id=person(home, "0004/王秀英"), on=DIED, pension_monthly=Money.yuan(120)))
    assert "没有登记为正在领取养老金" in told.questions


def test_pension_that_cannot_be_is_refused(home: Workspace) -> None:
    request = Death(person_id=person(home, "0004/杨有才"), on=DIED)
    assert refused_at(home, replace(request, pension_paid_through=date(2026, 5, 1))) == {"pension_paid_through"}
    assert refused_at(home, replace(request, pension_monthly=Money(-1))) == {"pension_monthly"}


def test_death_registered_later_than_the_household_moves_the_entry_back(home: Workspace) -> None:
    request = Death(person_id=person(home, "0004/杨小雪"), on=date(2025, 1, 10))
    assert "入户日期随之改到" in planned(home, request).questions
    done(home, request)
    assert "杨小雪" not in relations(home, "0004")
    assert "杨小雪" in relations(home, "0004", date(2025, 1, 10))


def test_statuses_and_time_away_end_and_payments_are_told_not_reversed(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    add_identity(home, who, new_identity(IdentityKind.REGISTERED_POOR, date(2024, 1, 1)))
    add_identity(home, who, new_identity(IdentityKind.LOW_INCOME, DAY))
    done(home, Away(people=(who,), on=date(2026, 1, 5), hukou_moves=False, to_place="昆明"))
    paid = record_contribution(
        home,
        ContributionEntry(
            person_id=who, insurance=Insurance.MEDICAL, year=2026, tier=Money.yuan(400), payer=Payer.SELF,
            paid_on=date(2026, 1, 6), collector="何清",
        ),
    )  # fmt: skip
    request = Death(person_id=who, on=DIED)
    told = planned(home, request)
    assert "晚于死亡日期" in told.questions
    (check,) = (each for each in told.plan.rechecks if each.kind is FollowUpKind.CONTRIBUTION_CHECK)
    assert (check.amount, "没有自动冲销" in check.sentence.text) == (paid.amount, True)
    done(home, request)
    identities = open_household(home, household(home, "0004"), DIED).members
    held = {item.kind: item.to_on for each in identities if each.person.id == who for item in each.identities}
    assert held == {IdentityKind.REGISTERED_POOR: DIED, IdentityKind.LOW_INCOME: DAY}
    assert [absence.to_on for absence in absences_of(home, (who,))] == [DIED]


def test_time_away_that_begins_after_the_death_is_asked_about(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    done(home, Away(people=(who,), on=DAY, hukou_moves=False, to_place="昆明"))
    (before,) = absences_of(home, (who,))
    request = Death(person_id=who, on=DIED)
    asked = f"杨大山的{before.kind.label}从 {DAY} 起，晚于 {DIED}：请核对，这里只留 {DAY} 一天。"
    assert asked in planned(home, request).questions
    done(home, request)
    (after,) = absences_of(home, (who,))
    assert (after.from_on, after.to_on) == (DAY, DAY)
    assert "请核对，这里只留" not in planned(home, Death(person_id=person(home, "0005/钱独山"), on=DIED)).questions


@pytest.mark.parametrize("kind", ["death", "away"])
def test_reason_that_is_too_long_is_refused_and_never_cut(home: Workspace, kind: str) -> None:
    who, long = person(home, "0004/杨大山"), "因" * 501
    request = (
        Death(person_id=who, on=DIED, reason=long)
        if kind == "death"
        else Away(people=(who,), on=DAY, hukou_moves=False, to_place="昆明", reason=long)
    )
    with pytest.raises(UserError, match="原因太长"):
        events.carry_out(home, request)
    assert absences_of(home, (who,)) == ()


def test_death_that_cannot_be_is_refused_at_its_field(home: Workspace) -> None:
    who = person(home, "0005/钱独山")
    assert refused_at(home, Death(person_id=who, on=DAY + timedelta(days=1))) == {"on"}
    assert refused_at(home, Death(person_id=who, on=date(1950, 1, 1))) == {"on"}
    done(home, Death(person_id=who, on=DIED))
    assert refused_at(home, Death(person_id=who, on=DIED)) == {"person_id"}
    left = member(home, "0004/杨小雪")
    end_membership(home, left.membership.id, DIED, "迁出")
    assert refused_at(home, Death(person_id=left.person.id, on=DIED)) == {"person_id"}
    assert refused_at(home, Death(person_id=PersonId("nobody"), on=DIED)) == {None}


# found alive


def test_t94_found_alive_everything_goes_on_and_both_events_stay(home: Workspace) -> None:
    who = person(home, "0004/杨有才")
    changed(home, "0004/王秀英", marital=Marital.FIRST_MARRIED)
    add_identity(home, who, new_identity(IdentityKind.REGISTERED_POOR, date(2024, 1, 1)))
    done(home, Death(person_id=who, on=date(2025, 12, 10), pension_monthly=Money.yuan(163)))
    (grant,) = (row for row in follow_ups(home) if row.kind is FollowUpKind.FUNERAL_GRANT)
    settle_follow_up(home, grant.id, "已领 600 元")

    request = Alive(person_id=who, on=DAY, reason="本人到村委会", pension_monthly=Money.yuan(163))
    told = planned(home, request)
    assert "丧葬补助申领已经办结（已领 600 元）：请核对要不要退回" in told.questions
    (resume,) = (each for each in told.plan.rechecks if each.kind is FollowUpKind.PENSION_RESUME)
    assert resume.amount == Money.yuan(163 * 3)
    done(home, request)

    now = relations(home, "0004")
    assert (now["王秀英"], now["杨有才"]) == (HEAD, "11")
    assert "杨有才" in relations(home, "0004", date(2025, 12, 20))
    back = member(home, "0004/杨有才")
    assert (back.person.died_on, back.membership.from_on) == (None, date(2025, 12, 11))
    assert [item.to_on for item in back.identities] == [None]
    assert member(home, "0004/王秀英").person.marital is Marital.FIRST_MARRIED
    open_kinds = {row.kind for row in follow_ups(home)}
    assert open_kinds == {FollowUpKind.PENSION_RESUME}
    kinds = [entry.kind for entry in history_of(home, (who,))]
    assert kinds[:1] == ["更正死亡登记"]
    assert "死亡登记" in kinds


def test_member_found_alive_has_the_same_place_again(home: Workspace) -> None:
    who = person(home, "0004/赵小梅")
    add_identity(home, who, new_identity(IdentityKind.REGISTERED_POOR, date(2024, 1, 1)))
    done(home, Death(person_id=who, on=DIED))
    done(home, Alive(person_id=who, on=DAY, reason="重名登记错了", resume_identities=False))
    back = member(home, "0004/赵小梅")
    assert (back.membership.relation, back.membership.to_on) == ("38", None)
    assert [item.to_on for item in back.identities] == [DIED]


def test_last_member_found_alive_opens_the_household_again(home: Workspace) -> None:
    granted_dibao(home, "0005")
    who = person(home, "0005/钱独山")
    done(home, Death(person_id=who, on=DIED))
    done(home, Alive(person_id=who, on=DAY, reason="从外地回来"))
    assert [row.kind for row in follow_ups(home)] == [FollowUpKind.DIBAO_RECHECK]
    file = household_numbered(home, "0005")
    assert (file.household.closed_on, file.household.close_reason) == (None, "")
    assert relations(home, "0005") == {"钱独山": HEAD}


def test_what_contradicts_is_listed(home: Workspace) -> None:
    case = granted_dibao(home, "0004")
    who = person(home, "0004/杨有才")
    paid = record_contribution(
        home,
        ContributionEntry(
            person_id=who, insurance=Insurance.MEDICAL, year=2026, tier=Money.yuan(400), payer=Payer.SELF,
            paid_on=date(2026, 1, 6), collector="何清",
        ),
    )  # fmt: skip
    done(home, Death(person_id=who, on=date(2026, 2, 10)))
    reverse_contribution(home, paid.id, "已去世")
    changed(home, "0004/王秀英", marital=Marital.REMARRIED)
    end_case(home, case.id, case.version, number="姚民低保〔2026〕20号", on=DAY, reason="收入超标")
    told = planned(home, Alive(person_id=who, on=DAY, reason="本人在世"))
    for part in ("已再婚", "已于 2026-03-16 退出", "已于 2026-03-16 冲销"):
        assert part in told.questions
    assert told.plan.possible


def test_death_entered_without_an_event_can_be_taken_back_too(home: Workspace) -> None:
    old = member(home, "0004/杨小雪")
    change_person(home, replace(old.person, died_on=DIED))
    told = planned(home, Alive(person_id=old.person.id, on=DAY, reason="登记错了"))
    assert told.plan.possible
    done(home, Alive(person_id=old.person.id, on=DAY, reason="登记错了"))
    assert "杨小雪" in relations(home, "0004")


def test_somebody_who_had_left_before_the_death_comes_back_by_returning(home: Workspace) -> None:
    left = member(home, "0004/杨小雪")
    end_membership(home, left.membership.id, date(2026, 2, 1), "迁出")
    change_person(home, replace(left.person, died_on=DIED))
    told = planned(home, Alive(person_id=left.person.id, on=DAY, reason="登记错了"))
    assert "请另用“返回”" in told.questions
    done(home, Alive(person_id=left.person.id, on=DAY, reason="登记错了"))
    assert "杨小雪" not in relations(home, "0004")


def test_head_found_alive_is_told_to_the_third_head_by_the_relations_of_then(home: Workspace) -> None:
    who = person(home, "0004/杨有才")
    done(home, Death(person_id=who, on=date(2026, 3, 9)))
    done(
        home,
        events.Head(household_id=household(home, "0004"), new_head=person(home, "0004/杨大山"), on=date(2026, 3, 12)),
    )
    done(home, Alive(person_id=who, on=DAY, reason="本人在世"))
    assert relations(home, "0004")["杨有才"] == "51"


def test_one_found_alive_must_say_the_relation_to_a_head_who_came_since(home: Workspace) -> None:
    who = person(home, "0004/杨有才")
    done(home, Death(person_id=who, on=date(2026, 3, 9)))
    newcomer = a_member("周满", age=44, sex=Sex.FEMALE, place=60).person
    house = household(home, "0004")
    done(home, MarriageIn(household_id=house, on=date(2026, 3, 10), relation="97", newcomer=newcomer))
    others = {member.person.id: "97" for member in open_household(home, house).members}
    head = person(home, "0004/周满")
    done(home, events.Head(household_id=house, new_head=head, on=DAY, relations={**others, head: "02"}))
    request = Alive(person_id=who, on=DAY, reason="本人在世")
    assert refused_at(home, request) == {"relation"}
    done(home, replace(request, relation="97"))
    assert relations(home, "0004")["杨有才"] == "97"


def test_alive_that_cannot_be_is_refused(home: Workspace) -> None:
    who = person(home, "0004/杨小雪")
    assert refused_at(home, Alive(person_id=who, on=DAY, reason="在世")) == {"person_id"}
    done(home, Death(person_id=who, on=DIED))
    assert refused_at(home, Alive(person_id=who, on=DIED - timedelta(days=1), reason="在世")) == {"on"}
    assert refused_at(home, Alive(person_id=who, on=DAY, reason=" ")) == {"reason"}
    assert refused_at(home, Alive(person_id=who, on=DAY, reason="因" * 501)) == {"reason"}


def test_second_death_and_second_correction_leave_nothing_open(home: Workspace) -> None:
    who = person(home, "0004/杨有才")
    changed(home, "0004/王秀英", marital=Marital.MARRIED)
    record_contribution(
        home,
        ContributionEntry(
            person_id=who, insurance=Insurance.MEDICAL, year=2026, tier=Money.yuan(400), payer=Payer.SELF,
            paid_on=date(2026, 1, 6), collector="何清",
        ),
    )  # fmt: skip
    done(home, Death(person_id=who, on=date(2026, 3, 1)))
    done(home, Alive(person_id=who, on=date(2026, 3, 6), reason="本人在世"))
    assert refused_at(home, Alive(person_id=who, on=DAY, reason="本人在世")) == {"person_id"}
    done(home, Death(person_id=who, on=date(2026, 3, 8)))
    changed(home, "0004/王秀英", marital=Marital.DIVORCED)
    request = Alive(person_id=who, on=DAY, reason="又弄错了", relation=HEAD)
    assert "已经办结" not in planned(home, request).questions
    assert refused_at(home, request) == {"relation"}, "there is a head already"
    done(home, replace(request, relation=""))
    assert member(home, "0004/王秀英").person.marital is Marital.DIVORCED
    assert {row.kind for row in follow_ups(home)} == {FollowUpKind.PENSION_RESUME}


def test_member_found_alive_may_have_another_relation(home: Workspace) -> None:
    who = person(home, "0004/杨大山")
    done(home, Death(person_id=who, on=DIED))
    done(home, Alive(person_id=who, on=DAY, reason="本人在世", relation="22"))
    assert relations(home, "0004")["杨大山"] == "22"
    assert relations(home, "0004", DIED)["杨大山"] == "21"


def test_death_is_planned_even_where_the_rules_cannot_be_read(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object) -> None:
        raise UserError("政策包“{name}”读不出来：请重新安装。", name="yaoan")

    monkeypatch.setattr(pension, "rules_on", unreadable)
    told = planned(home, Death(person_id=person(home, "0004/杨有才"), on=date(2026, 2, 10)))
    assert told.plan.possible
    assert "政策包“yaoan”读不出来" in told.questions
    assert "按发放记录核定" in "".join(each.sentence.text for each in told.plan.rechecks)
