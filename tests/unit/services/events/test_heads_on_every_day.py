"""An inhabited household has one head on every day, in whatever order the events of its people are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.events import Alive, Away, Birth, Death, MarriageOut, Move, Placed, Return, Split
from clerk_app.services.events.requests import Head, Request
from clerk_app.services.households import HouseholdEntry, list_households, new_person, open_household
from clerk_app.services.people import end_membership
from clerk_app.services.transfer_out import TransferOutEntry, transfer_out
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork
from tests.builders import DAY
from tests.event_builders import BEGAN, done, household, member, person, planned

ONE = timedelta(days=1)
APRIL, MAY, JUNE = date(2025, 4, 10), date(2025, 5, 10), date(2025, 6, 1)


def heads(workspace: Workspace, household_id: HouseholdId, day: date) -> list[str]:
    members = open_household(workspace, household_id, day).members
    return [each.person.name for each in members if each.membership.is_head]


def turning_days(workspace: Workspace, household_id: HouseholdId) -> list[date]:
    """Return the days on which somebody of a household came, was there last, or had left the day before."""
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        places = uow.memberships.find(household_id=household_id)
        former = [each.to_on for place in places for each in uow.former_relations.find(membership_id=place.id)]
    ends = [place.to_on for place in places if place.to_on is not None]
    return sorted({place.from_on for place in places} | {day + n * ONE for day in (*ends, *former) for n in (0, 1)})


def days_without_one_head(workspace: Workspace) -> list[tuple[str, date, list[str]]]:
    found: list[tuple[str, date, list[str]]] = []
    for row in list_households(workspace, with_closed=True):
        for day in turning_days(workspace, row.id):
            members = open_household(workspace, row.id, day).members
            if members and len(heads(workspace, row.id, day)) != 1:
                found.append((row.number, day, heads(workspace, row.id, day)))
    return found


def couple_left_of_0004(workspace: Workspace) -> HouseholdId:
    """Let the young of 0004 leave in April, so that 杨有才 and 王秀英 are alone there; return the household."""
    young = tuple(person(workspace, f"0004/{name}") for name in ("杨大山", "赵小梅", "杨小林", "杨小雪"))
    done(workspace, Away(people=young, on=APRIL, hukou_moves=True, to_place="昆明", reason="迁户"))
    return household(workspace, "0004")


def leaves(workspace: Workspace, who: str, on: date) -> PersonId:
    one = person(workspace, who)
    done(workspace, Away(people=(one,), on=on, hukou_moves=True, to_place="昆明", reason="迁户"))
    return one


def test_wife_who_left_later_is_head_until_then_when_the_death_is_told_after(home: Workspace) -> None:
    family = couple_left_of_0004(home)
    dead = person(home, "0004/杨有才")
    leaves(home, "0004/王秀英", JUNE)
    told = planned(home, Death(person_id=dead, on=MAY))
    assert "王秀英 2025-06-01 才离户，那以前由王秀英作 0004 户户主：请核对。" in told.questions
    done(home, Death(person_id=dead, on=MAY))
    assert [heads(home, family, day) for day in (MAY, MAY + ONE, JUNE, JUNE + ONE)] == [
        ["杨有才"],
        ["王秀英"],
        ["王秀英"],
        [],
    ]
    then = {each.person.name: each.membership.relation for each in open_household(home, family, MAY).members}
    assert then == {"杨有才": HEAD, "王秀英": "12"}, "up to the death she is the head's wife"
    assert open_household(home, family).household.closed_on == JUNE


def test_one_who_joined_after_the_death_follows_the_wife_who_left_after_that(home: Workspace) -> None:
    family = couple_left_of_0004(home)
    dead = person(home, "0004/杨有才")
    child = new_person(name="杨小满", birth_on=MAY + 10 * ONE, sex=Sex.FEMALE)
    done(home, Birth(household_id=family, child=child, relation="42"))
    leaves(home, "0004/王秀英", JUNE)
    told = planned(home, Death(person_id=dead, on=MAY))
    (line,) = told.plan.relations
    assert (line.name, line.after) == ("杨小满", HEAD)
    done(home, Death(person_id=dead, on=MAY))
    assert [heads(home, family, day) for day in (MAY, MAY + ONE, MAY + 11 * ONE, JUNE, JUNE + ONE, DAY)] == [
        ["杨有才"],
        ["王秀英"],
        ["王秀英"],
        ["王秀英"],
        ["杨小满"],
        ["杨小满"],
    ]
    assert {m.person.name: m.membership.relation for m in open_household(home, family, JUNE).members} == {
        "王秀英": HEAD,
        "杨小满": "42",
    }
    assert days_without_one_head(home) == []


def test_several_who_left_later_follow_one_after_the_other(home: Workspace) -> None:
    family = household(home, "0004")
    dead = person(home, "0004/杨有才")
    leaves(home, "0004/王秀英", MAY)
    for name in ("赵小梅", "杨小林", "杨小雪"):
        leaves(home, f"0004/{name}", MAY)
    leaves(home, "0004/杨大山", JUNE)
    done(home, Death(person_id=dead, on=APRIL))
    assert [heads(home, family, day) for day in (APRIL, APRIL + ONE, MAY, MAY + ONE, JUNE)] == [
        ["杨有才"],
        ["王秀英"],
        ["王秀英"],
        ["杨大山"],
        ["杨大山"],
    ]
    son = {m.person.name: m.membership.relation for m in open_household(home, family, APRIL + ONE).members}
    assert (son["王秀英"], son["杨大山"], son["赵小梅"]) == (HEAD, "21", "38")
    assert days_without_one_head(home) == []


def test_a_head_found_alive_comes_back_after_the_days_of_the_other(home: Workspace) -> None:
    family = couple_left_of_0004(home)
    dead = person(home, "0004/杨有才")
    leaves(home, "0004/王秀英", JUNE)
    done(home, Death(person_id=dead, on=MAY))
    done(home, Alive(person_id=dead, on=DAY, reason="本人到场"))
    assert [heads(home, family, day) for day in (MAY, JUNE, JUNE + ONE)] == [["杨有才"], ["王秀英"], ["杨有才"]]
    assert days_without_one_head(home) == []


def test_a_head_does_not_leave_by_hand_before_another_member_did(home: Workspace) -> None:
    couple_left_of_0004(home)
    leaves(home, "0004/王秀英", JUNE)
    place = member(home, "0004/杨有才").membership
    with pytest.raises(UserError, match="王秀英 2025-06-01 才离户") as refused:
        end_membership(home, place.id, MAY, "登记有误")
    assert refused.value.field == "to_on"
    end_membership(home, place.id, JUNE, "登记有误")
    assert days_without_one_head(home) == []


def test_a_household_does_not_move_to_another_village_before_a_member_left_it(home: Workspace) -> None:
    family = couple_left_of_0004(home)
    leaves(home, "0004/王秀英", JUNE)
    entry = TransferOutEntry(
        household_id=family, village_code="532325100202", village_name="东山村", moved_on=MAY, reason="搬家"
    )
    with pytest.raises(UserError, match="王秀英 2025-06-01 才离户") as refused:
        transfer_out(home, entry)
    assert refused.value.field == "moved_on"


# at random


class _Teller:
    """Tells events of the village at random, on any day since its registration."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace = workspace
        self.random = Random(seed)
        self.born = 0

    def tell(self, count: int) -> Iterator[str]:
        """Tell this many events that are possible; yields the kind of each that was carried out."""
        for _ in range(count * 6):
            request = self.request()
            try:
                plan = events.plan(self.workspace, request)
            except UserError:
                continue
            if plan.possible:
                events.carry_out(self.workspace, request)
                yield type(request).__name__
                count -= 1
            if not count:
                return

    def request(self) -> Request:
        random = self.random
        on = BEGAN + random.randrange((DAY - BEGAN).days) * ONE
        home = random.choice([row.id for row in list_households(self.workspace)])
        with self.workspace.store.reading() as connection:
            uow = UnitOfWork(connection)
            here = [place.person_id for place in uow.memberships.find(household_id=home, to_on=None)]
            people = uow.people.find()
            away = [one.id for one in people if uow.memberships.first(person_id=one.id, to_on=None) is None]
            dead = [one.id for one in people if one.died_on is not None]
        one = random.choice(here)
        others = dict.fromkeys(here, "97")
        match random.randrange(9):
            case 0 | 1:
                return Death(person_id=one, on=on, relations={k: v for k, v in others.items() if random.random() < 0.2})
            case 2 | 3:
                leaving = tuple(random.sample(here, random.randint(1, len(here))))
                return Away(people=leaving, on=on, hukou_moves=True, to_place="昆明", reason="迁户")
            case 4:
                return MarriageOut(person_id=one, on=on, to_place="外村")
            case 5:
                return Head(household_id=home, new_head=one, on=on)
            case 6:
                self.born += 1
                child = new_person(name=f"小{self.born}", birth_on=on, sex=Sex.FEMALE)
                return Birth(household_id=home, child=child, relation="42")
            case 7 if away:
                coming = random.choice(away)
                if coming in dead:
                    return Alive(person_id=coming, on=DAY, reason="本人到场", relation="97")
                return Return(people=(Placed(person_id=coming, relation="97"),), household_id=home, on=on)
            case _:
                return self._parting(one, home, on)

    def _parting(self, one: PersonId, home: HouseholdId, on: date) -> Request:
        if self.random.random() < 0.5:
            own = (Placed(person_id=one, relation=HEAD),)
            return Split(household_id=home, on=on, people=own, household=HouseholdEntry(), reason="另立门户")
        to = self.random.choice([row.id for row in list_households(self.workspace)])
        return Move(people=(Placed(person_id=one, relation="97"),), household_id=to, on=on, reason="投亲")


@pytest.mark.parametrize("seed", range(10))
def test_events_told_in_any_order_leave_one_head_on_every_day(home: Workspace, seed: int) -> None:
    told: list[str] = []
    for kind in _Teller(home, seed).tell(12):
        told.append(kind)
        assert days_without_one_head(home) == [], told
    assert len(told) > 4


def test_two_heads_on_a_day_are_refused_with_what_to_do(home: Workspace) -> None:
    """段有福 of 0001, registered late, died before his household was registered; his wife did not leave before that."""
    dead = person(home, "0001/段有福")
    wife = person(home, "0001/周兰英")
    done(home, Death(person_id=dead, on=MAY, new_head=wife))
    told = planned(home, MarriageOut(person_id=wife, on=APRIL, to_place="外村"))
    assert [field for field, _ in told.refused] == ["on"]
    (said,) = (message for _, message in told.refused)
    assert said.startswith("0001 户 ")
    assert said.endswith("请换一个日期，或先核对他们入户、离户的日期。")


def test_what_was_amiss_before_stands_in_nobodys_way(home: Workspace) -> None:
    family = couple_left_of_0004(home)
    with home.unit_of_work("change_relation") as uow:
        (head,) = uow.memberships.find(household_id=family, relation=HEAD, to_on=None)
        uow.memberships.save(replace(head, from_on=JUNE))
    assert heads(home, family, MAY) == []
    child = new_person(name="杨小满", birth_on=JUNE, sex=Sex.FEMALE)
    assert planned(home, Birth(household_id=family, child=child, relation="42")).refused == []


def test_whoever_is_told_of_before_the_register_was_made_is_not_there_without_a_head(home: Workspace) -> None:
    family = household(home, "0001")
    head = member(home, "0001/段有福")
    child = new_person(name="段小", birth_on=MAY, sex=Sex.FEMALE)
    told = planned(home, Birth(household_id=family, child=child, relation="42"))
    day = head.membership.from_on
    assert f"0001 户 {MAY} 就有人在户：户主段有福登记入户的日期 {day} 随之改到那一天。" in told.questions
    done(home, Birth(household_id=family, child=child, relation="42"))
    assert heads(home, family, MAY) == ["段有福"]
    earlier = new_person(name="段大", birth_on=APRIL, sex=Sex.FEMALE)
    done(home, Birth(household_id=family, child=earlier, relation="42"))
    assert heads(home, family, APRIL) == ["段有福"], "and once more"
