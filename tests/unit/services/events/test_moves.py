"""分户, 并户, 转户, 婚嫁: members between households; one person is in one household a day (T95, T101)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import HEAD, HukouKind, IdentityKind, Marital, PensionScheme, Sex
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.dibao import CaseEntry, apply_for_dibao
from clerk_app.services.events import Alive, Death, Group, Head, MarriageIn, MarriageOut, Merge, Move, Placed, Split
from clerk_app.services.follow_ups import absences_of, follow_ups
from clerk_app.services.history import history_of
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    new_identity,
    new_person,
    open_household,
)
from clerk_app.services.people import add_identity, end_membership
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, resident_number
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

ON = date(2026, 3, 2)
BRIDE = new_person(
    name="孙巧云",
    birth_on=date(1984, 6, 1),
    sex=Sex.FEMALE,
    id_number=resident_number(date(1984, 6, 1), Sex.FEMALE, 40),
)


def a_split(home: Workspace) -> Split:
    return Split(
        household_id=household(home, "0004"),
        on=ON,
        people=(
            Placed(person_id=person(home, "0004/杨大山"), relation=HEAD),
            Placed(person_id=person(home, "0004/赵小梅"), relation="12"),
            Placed(person_id=person(home, "0004/杨小林"), relation="20"),
        ),
        household=HouseholdEntry(hukou=HukouKind.RURAL),
        reason="已成家另住",
    )


# split


def test_t95_split_gives_a_household_of_their_own_by_dates(home: Workspace) -> None:
    file = household_numbered(home, "0004").household
    change_household(home, file.id, file.version, HouseholdEntry(number="0004", group="第3组", land=300))
    request = a_split(home)
    told = planned(home, request)
    assert "承包地仍全部记在 0004 户" in told.questions
    assert told.plan.relations == ()
    new_id = done(home, request).household_id
    assert new_id == household(home, "0004")
    assert relations(home, "0006") == {"杨大山": HEAD, "赵小梅": "12", "杨小林": "20"}
    assert household_numbered(home, "0006").household.group == "第3组"
    assert set(relations(home, "0004")) == {"杨有才", "王秀英", "杨小雪"}
    for day in (ON - timedelta(days=1), ON):
        everywhere = [*relations(home, "0004", day), *relations(home, "0006", day)]
        assert len(everywhere) == len(set(everywhere)) == 6


def test_t95_split_of_a_dibao_household_is_told_to_change_nothing_by_itself(home: Workspace) -> None:
    granted_dibao(home, "0004")
    told = planned(home, a_split(home))
    assert "按实际共同生活认定" in told.questions
    (recheck,) = told.plan.rechecks
    assert (recheck.kind, recheck.due_on, recheck.clause) == (
        FollowUpKind.DIBAO_RECHECK, date(2026, 6, 2), "民发〔2021〕57号 第七条",
    )  # fmt: skip


def test_head_may_part_and_the_rest_get_another(home: Workspace) -> None:
    request = Split(
        household_id=household(home, "0004"),
        on=ON,
        people=(Placed(person_id=person(home, "0004/杨有才"), relation=HEAD),),
        household=HouseholdEntry(number="0099", group="第9组", address="新村1号"),
        reason="分灶",
        new_head=person(home, "0004/杨大山"),
    )
    done(home, request)
    assert relations(home, "0004")["杨大山"] == HEAD
    assert relations(home, "0099") == {"杨有才": HEAD}
    file = household_numbered(home, "0099").household
    assert (file.group, file.address, file.registered_on) == ("第9组", "新村1号", ON)


def test_split_that_cannot_be_is_refused_at_its_field(home: Workspace) -> None:
    good = a_split(home)
    everybody = tuple(
        Placed(person_id=each.person.id, relation="97") for each in household_numbered(home, "0004").members
    )
    assert refused_at(home, replace(good, people=everybody)) == {"people"}
    assert refused_at(home, replace(good, people=())) == {"people"}
    assert refused_at(home, replace(good, people=(good.people[0], good.people[0]))) == {"people"}
    assert refused_at(home, replace(good, people=good.people[1:])) == {"people"}
    stranger = Placed(person_id=person(home, "0005/钱独山"), relation="97")
    assert refused_at(home, replace(good, people=(good.people[0], stranger))) == {"people"}
    assert refused_at(home, replace(good, household=HouseholdEntry(number="0001"))) == {"number"}
    assert refused_at(home, replace(good, reason=" ")) == {"reason"}
    assert refused_at(home, replace(good, on=DAY + timedelta(days=1))) == {"on"}
    assert refused_at(home, replace(good, on=date(1900, 3, 3))) == {"on"}
    assert refused_at(home, replace(good, people=(good.people[0], replace(good.people[1], relation="04")))) == {
        "relation"
    }


# merge and move


def test_merge_closes_the_one_household_and_fills_the_other(home: Workspace) -> None:
    old = person(home, "0005/钱独山")
    request = Merge(
        household_id=household(home, "0004"),
        from_id=household(home, "0005"),
        on=ON,
        reason="再婚后同住",
        relations={old: "99"},
    )
    done(home, request)
    assert relations(home, "0004")["钱独山"] == "99"
    closed = household_numbered(home, "0005").household
    assert (closed.closed_on, closed.close_reason) == (ON - timedelta(days=1), "转入 0004 户")


def test_merge_of_two_dibao_households_leaves_one_case_to_be_stopped(home: Workspace) -> None:
    granted_dibao(home, "0004")
    granted_dibao(home, "0005")
    request = Merge(
        household_id=household(home, "0004"),
        from_id=household(home, "0005"),
        on=ON,
        reason="同住",
        relations={person(home, "0005/钱独山"): "99"},
    )
    told = planned(home, request)
    assert "一户只能有一份" in told.questions
    assert sorted(kind for kind, _ in told.rechecks) == ["dibao_recheck", "dibao_stop"]
    assert refused_at(home, replace(request, from_id=request.household_id)) == {"from_id"}
    assert refused_at(home, replace(request, relations={})) == {"relation"}
    assert refused_at(home, replace(request, relations={person(home, "0005/钱独山"): HEAD})) == {"relation"}


def test_current_member_moves_to_another_household_in_one_act(home: Workspace) -> None:
    who = person(home, "0004/杨小雪")
    granted_dibao(home, "0004")
    request = Move(
        people=(Placed(person_id=who, relation="97"),), household_id=household(home, "0005"), on=ON, reason="由伯父抚养"
    )
    told = planned(home, request)
    assert told.rechecks == [("dibao_recheck", date(2026, 6, 2))]
    done(home, request)
    assert relations(home, "0005") == {"钱独山": HEAD, "杨小雪": "97"}
    assert "杨小雪" not in relations(home, "0004", ON)
    assert "杨小雪" in relations(home, "0004", ON - timedelta(days=1))


def test_head_alone_moves_and_the_empty_household_is_closed(home: Workspace) -> None:
    request = Move(
        people=(Placed(person_id=person(home, "0005/钱独山"), relation="99"),),
        household_id=household(home, "0004"),
        on=ON,
        reason="同住",
    )
    done(home, request)
    assert household_numbered(home, "0005").household.closed_on == ON - timedelta(days=1)


def test_move_that_cannot_be_is_refused(home: Workspace) -> None:
    who = Placed(person_id=person(home, "0004/杨小雪"), relation="97")
    good = Move(people=(who,), household_id=household(home, "0005"), on=ON, reason="抚养")
    assert refused_at(home, replace(good, people=())) == {"people"}
    assert refused_at(home, replace(good, household_id=household(home, "0004"))) == {"household_id"}
    other = Placed(person_id=person(home, "0001/段有福"), relation="97")
    assert refused_at(home, replace(good, people=(who, other))) == {"people"}


# marriages


def test_bride_from_outside_joins_and_both_are_married(home: Workspace) -> None:
    granted_dibao(home, "0005")
    request = MarriageIn(
        household_id=household(home, "0005"), on=ON, relation="12", newcomer=BRIDE,
        spouse_id=person(home, "0005/钱独山"),
    )  # fmt: skip
    told = planned(home, request)
    assert told.plan.title.text == "孙巧云婚入 0005 户"
    assert told.rechecks == [("dibao_recheck", date(2026, 6, 2))]
    made = done(home, request)
    assert relations(home, "0005") == {"钱独山": HEAD, "孙巧云": "12"}
    assert {each.person.marital for each in household_numbered(home, "0005").members} == {Marital.MARRIED}
    assert made.person_id == person(home, "0005/孙巧云")


def test_t95_remarriage_from_another_household_brings_the_child_along(home: Workspace) -> None:
    changed(home, "0002/李㛃", marital=Marital.DIVORCED)
    request = MarriageIn(
        household_id=household(home, "0005"), on=DAY + timedelta(days=0), relation="12",
        person_id=person(home, "0002/李㛃"), spouse_id=person(home, "0005/钱独山"),
        bringing=(Placed(person_id=person(home, "0002/单小雨"), relation="37"),),
    )  # fmt: skip
    assert "入户日期随之改到" in "".join(planned(home, request).questions), "they were registered only today"
    widow = person(home, "0004/赵小梅")
    changed(home, "0004/赵小梅", marital=Marital.WIDOWED)
    good = replace(
        request,
        on=ON,
        person_id=widow,
        bringing=(Placed(person_id=person(home, "0004/杨小雪"), relation="37"),),
    )
    done(home, good)
    assert relations(home, "0005") == {"钱独山": HEAD, "赵小梅": "12", "杨小雪": "37"}
    assert member(home, "0005/赵小梅").person.marital is Marital.REMARRIED


def test_marriage_asks_about_age_sex_and_a_standing_marriage(home: Workspace) -> None:
    changed(home, "0004/赵小梅", marital=Marital.MARRIED)
    request = MarriageIn(
        household_id=household(home, "0004"), on=ON, relation="38",
        newcomer=replace(BRIDE, id_number=None, birth_on=date(2008, 6, 1)), spouse_id=person(home, "0004/赵小梅"),
    )  # fmt: skip
    told = planned(home, request)
    for part in ("不到法定婚龄", "性别相同", "已登记为已婚"):
        assert part in told.questions
    assert ("id_number", date(2026, 4, 16)) in told.rechecks


def test_marriage_in_that_cannot_be_is_refused(home: Workspace) -> None:
    good = MarriageIn(household_id=household(home, "0005"), on=ON, relation="12", newcomer=BRIDE)
    assert refused_at(home, replace(good, newcomer=None)) == {"person_id"}
    assert refused_at(home, replace(good, person_id=person(home, "0004/赵小梅"))) == {"person_id"}
    assert refused_at(home, replace(good, relation="04")) == {"relation"}
    child = Placed(person_id=person(home, "0004/杨小雪"), relation="37")
    assert refused_at(home, replace(good, bringing=(child,))) == {"bringing"}
    assert refused_at(home, replace(good, spouse_id=person(home, "0004/赵小梅"))) == {"spouse_id"}
    here = replace(good, newcomer=None, person_id=person(home, "0005/钱独山"))
    assert refused_at(home, here) == {"person_id"}


def test_daughter_marries_out_with_her_hukou(home: Workspace) -> None:
    daughter = person(home, "0004/赵小梅")
    granted_dibao(home, "0004")
    add_identity(home, daughter, new_identity(IdentityKind.REGISTERED_POOR, date(2024, 1, 1)))
    changed(home, "0004/赵小梅", pension_scheme=PensionScheme.RESIDENT, pension_balance=Money.yuan(900))
    request = MarriageOut(person_id=daughter, on=ON, to_place="大姚县石羊镇", other_county=True)
    told = planned(home, request)
    kinds = {each.kind: each for each in told.plan.rechecks}
    assert set(kinds) == {
        FollowUpKind.IDENTITY_RECHECK, FollowUpKind.PENSION_TRANSFER, FollowUpKind.DIBAO_RECHECK,
    }  # fmt: skip
    assert kinds[FollowUpKind.PENSION_TRANSFER].amount == Money.yuan(900)
    done(home, request)
    assert "赵小梅" not in relations(home, "0004")
    assert refused_at(home, replace(request, to_place=" ")) == {"person_id"}
    assert refused_at(home, replace(request, person_id=person(home, "0004/王秀英"), to_place=" ")) == {"to_place"}


def test_t101_daughter_who_stays_on_the_book_is_told_as_a_risk_of_doubles(home: Workspace) -> None:
    daughter = person(home, "0004/赵小梅")
    request = MarriageOut(person_id=daughter, on=ON, to_place="大姚县石羊镇", hukou_moves=False)
    told = planned(home, request)
    assert "人户分离" in told.questions
    (check,) = told.plan.rechecks
    assert (check.kind, check.clause) == (FollowUpKind.SEPARATED, "民发〔2021〕57号 第五条")
    done(home, request)
    assert relations(home, "0004")["赵小梅"] == "38"
    assert [absence.place for absence in absences_of(home, (daughter,))] == ["大姚县石羊镇"]


def test_last_member_who_marries_out_closes_the_household(home: Workspace) -> None:
    granted_dibao(home, "0005")
    done(home, MarriageOut(person_id=person(home, "0005/钱独山"), on=ON, to_place="大姚县"))
    assert household_numbered(home, "0005").household.closed_on == ON
    assert [row.kind for row in follow_ups(home)] == [FollowUpKind.DIBAO_STOP]


# group and head


def test_household_moves_to_another_group(home: Workspace) -> None:
    home_id = household(home, "0005")
    request = Group(household_id=home_id, on=ON, group=" 第1组 ", address="大村88号", reason="移民搬迁")
    assert planned(home, request).changes == [
        ("住户 0005", "村民小组", "第3组", "第1组"), ("住户 0005", "住址", "大村1号", "大村88号"),
    ]  # fmt: skip
    done(home, request)
    assert household_numbered(home, "0005").household.group == "第1组"
    assert history_of(home, (home_id,))[0].reason == f"{ON} 起；移民搬迁", "a group has no days of its own"
    assert refused_at(home, request) == {"group"}
    assert refused_at(home, replace(request, group=" ")) == {"group"}
    assert refused_at(home, replace(request, group="组" * 501)) == {"group"}
    assert refused_at(home, replace(request, address="址" * 501)) == {"address"}
    done(home, replace(request, group="第2组", address=None, on=home.today(), reason=""))
    assert history_of(home, (home_id,))[0].reason == ""
    assert household_numbered(home, "0005").household.address == "大村88号"


def test_change_of_head_keeps_the_relations_of_before(home: Workspace) -> None:
    granted_dibao(home, "0004")
    request = Head(household_id=household(home, "0004"), new_head=person(home, "0004/杨大山"), on=ON)
    told = planned(home, request)
    assert told.rechecks == [("dibao_recheck", date(2026, 6, 2))]
    done(home, request)
    assert relations(home, "0004") == {
        "杨大山": HEAD, "赵小梅": "12", "杨小林": "20", "杨小雪": "30", "杨有才": "51", "王秀英": "52",
    }  # fmt: skip
    assert relations(home, "0004", ON - timedelta(days=1)) == {
        "杨有才": HEAD, "王秀英": "12", "杨大山": "21", "赵小梅": "38", "杨小林": "41", "杨小雪": "42",
    }  # fmt: skip
    back = Head(household_id=request.household_id, new_head=person(home, "0004/王秀英"), on=date(2026, 3, 10))
    done(home, back)
    assert relations(home, "0004", ON)["杨大山"] == HEAD
    assert relations(home, "0004")["王秀英"] == HEAD


def test_relation_that_held_for_no_day_leaves_nothing_behind(home: Workspace) -> None:
    """The household was registered today: there is no day on which the earlier relations held."""
    done(home, Head(household_id=household(home, "0002"), new_head=person(home, "0002/李㛃"), on=DAY))
    assert relations(home, "0002") == {"李㛃": HEAD, "单长乐": "11", "单小雨": "30"}
    with home.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM former_relation").scalar() == 0


def test_change_of_head_that_cannot_be_is_refused(home: Workspace) -> None:
    good = Head(household_id=household(home, "0004"), new_head=person(home, "0004/杨大山"), on=ON)
    assert refused_at(home, replace(good, new_head=person(home, "0004/杨有才"))) == {"new_head"}
    assert refused_at(home, replace(good, new_head=person(home, "0005/钱独山"))) == {"new_head"}
    assert refused_at(home, replace(good, on=date(1900, 1, 1))) == {"on"}


def test_household_without_a_head_gets_one_with_every_relation_chosen(home: Workspace) -> None:
    """The register of an older program may hold such a household: nothing can be derived."""
    split = a_split(home)
    done(home, split)
    with home.unit_of_work("change_relation") as uow:
        for place in uow.memberships.find(household_id=household(home, "0006"), relation=HEAD, to_on=None):
            uow.memberships.save(replace(place, relation="97"))
    request = Head(household_id=household(home, "0006"), new_head=person(home, "0006/杨大山"), on=DAY)
    assert refused_at(home, request) == {"relations"}
    chosen = {person(home, "0006/赵小梅"): "12", person(home, "0006/杨小林"): "20"}
    done(home, replace(request, relations=chosen))
    assert relations(home, "0006") == {"杨大山": HEAD, "赵小梅": "12", "杨小林": "20"}


def test_application_that_is_under_way_is_to_be_mended(home: Workspace) -> None:
    apply_for_dibao(home, household(home, "0004"), CaseEntry(applied_on=date(2026, 3, 1)))
    told = planned(home, a_split(home))
    assert "请修改申请和收入" in told.consequences
    assert told.rechecks == []


def test_application_of_a_household_that_ends_is_to_be_ended_not_stopped(home: Workspace) -> None:
    apply_for_dibao(home, household(home, "0005"), CaseEntry(applied_on=date(2025, 12, 1)))
    who = person(home, "0005/钱独山")
    told = planned(home, Death(person_id=who, on=date(2026, 1, 10)))
    assert ["还在办理，请报乡镇终止" in each.sentence.text for each in told.plan.rechecks] == [True]
    done(home, Death(person_id=who, on=date(2026, 1, 10)))
    assert [row.kind for row in follow_ups(home)] == [FollowUpKind.DIBAO_STOP]
    done(home, Alive(person_id=who, on=DAY, reason="本人在世"))
    assert follow_ups(home) == ()


# what was seen is what is done


def test_plan_that_changed_since_it_was_seen_is_not_carried_out(home: Workspace) -> None:
    request = Head(household_id=household(home, "0004"), new_head=person(home, "0004/杨大山"), on=ON)
    seen = events.plan(home, request).fingerprint
    end_membership(home, member(home, "0004/杨小雪").membership.id, date(2026, 3, 1), "迁出")
    with pytest.raises(UserError, match="重新看一遍"):
        events.carry_out(home, request, seen=seen)
    assert relations(home, "0004")["杨有才"] == HEAD
    events.carry_out(home, request)


def test_plan_writes_nothing(home: Workspace) -> None:
    before = open_household(home, household(home, "0004"))
    events.plan(home, a_split(home))
    assert open_household(home, household(home, "0004")) == before


def test_next_head_is_proposed_for_those_who_stay(home: Workspace) -> None:
    home_id = household(home, "0004")
    assert events.propose_head(home, home_id) == person(home, "0004/王秀英")
    gone = (person(home, "0004/杨有才"), person(home, "0004/王秀英"))
    assert events.propose_head(home, home_id, leaving=gone) == person(home, "0004/杨大山")
    assert events.propose_head(home, household(home, "0005")) is None
    assert refused_at(home, Head(household_id=home_id, new_head=PersonId("nobody"), on=ON)) == {"new_head"}
