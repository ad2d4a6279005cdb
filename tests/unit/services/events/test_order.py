"""Events that are told in another order than they happened: on every day one household for a person, and one head for a household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.codes import HEAD, Sex
from clerk_app.domain.household import HouseholdId, Membership, PersonId
from clerk_app.services.events import (
    Alive,
    Away,
    Birth,
    Death,
    Head,
    MarriageIn,
    MarriageOut,
    Merge,
    Move,
    Placed,
    Return,
    Split,
)
from clerk_app.services.households import HouseholdEntry, new_person, open_household
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork
from tests.builders import DAY, a_member
from tests.event_builders import BEGAN, done, household, person, planned, refused_at, relations

JUNE = date(2025, 6, 1)
SPRING = date(2025, 4, 10)


def places(workspace: Workspace, who: PersonId) -> list[Membership]:
    """Return where somebody belonged, one after the other; no day may be in two of them."""
    with workspace.store.reading() as connection:
        found = sorted(UnitOfWork(connection).memberships.find(person_id=who), key=lambda place: place.from_on)
    for one, next_one in pairwise(found):
        assert one.to_on is not None
        assert one.to_on < next_one.from_on
    return found


def heads(workspace: Workspace, household_id: HouseholdId, *days: date) -> list[str]:
    """Return the heads of a household on some days; there is exactly one."""
    found = []
    for day in days:
        (head,) = (m for m in open_household(workspace, household_id, day).members if m.membership.is_head)
        found.append(head.person.name)
    return found


def son_parted(workspace: Workspace) -> PersonId:
    """Let the son of 0004 part with his family in June; return him, head of 0006."""
    son = person(workspace, "0004/杨大山")
    own = (
        Placed(person_id=son, relation=HEAD),
        Placed(person_id=person(workspace, "0004/赵小梅"), relation="12"),
        Placed(person_id=person(workspace, "0004/杨小雪"), relation="30"),
    )
    parted = Split(
        household_id=household(workspace, "0004"), on=JUNE, people=own, household=HouseholdEntry(), reason="另立门户"
    )
    done(workspace, parted)
    return son


def test_who_came_from_another_household_does_not_leave_the_new_one_before(home: Workspace) -> None:
    son = son_parted(home)
    assert refused_at(home, MarriageOut(person_id=son, on=SPRING, to_place="外村")) == {"on"}
    assert refused_at(home, Away(people=(son,), on=SPRING, hukou_moves=False)) == {"on"}
    assert [(place.from_on, place.to_on) for place in places(home, son)] == [
        (BEGAN, JUNE - timedelta(days=1)),
        (JUNE, None),
    ]


def test_death_before_a_move_ends_the_place_there_and_leaves_the_one_before(home: Workspace) -> None:
    son = son_parted(home)
    request = Death(person_id=son, on=SPRING)
    assert "才转入 0006 户" in planned(home, request).questions
    done(home, request)
    assert [(place.from_on, place.to_on) for place in places(home, son)] == [
        (BEGAN, JUNE - timedelta(days=1)),
        (JUNE, JUNE),
    ]
    assert relations(home, "0006") == {"赵小梅": HEAD, "杨小雪": "30"}
    done(home, Alive(person_id=son, on=DAY, reason="本人在世"))
    assert relations(home, "0006")["杨大山"] == "11"
    assert places(home, son)[-1].to_on is None


def test_head_who_died_before_becoming_head_is_followed_from_the_day_the_one_before_died(home: Workspace) -> None:
    done(home, Death(person_id=person(home, "0004/杨有才"), on=date(2026, 2, 10)))
    request = Death(person_id=person(home, "0004/王秀英"), on=date(2026, 2, 5))
    assert "2026-02-11 起才是户主" in planned(home, request).questions
    done(home, request)
    days = (date(2026, 2, 4), date(2026, 2, 5), date(2026, 2, 6), date(2026, 2, 10), date(2026, 2, 11))
    assert heads(home, household(home, "0004"), *days) == ["杨有才", "杨有才", "杨有才", "杨有才", "杨大山"]
    assert relations(home, "0004", date(2026, 2, 8))["赵小梅"] == "38"
    assert relations(home, "0004") == {"杨大山": HEAD, "赵小梅": "12", "杨小林": "20", "杨小雪": "30"}


def test_change_of_head_before_an_earlier_one_is_refused(home: Workspace) -> None:
    family = household(home, "0004")
    done(home, Head(household_id=family, new_head=person(home, "0004/王秀英"), on=JUNE))
    again = Head(household_id=family, new_head=person(home, "0004/杨大山"), on=JUNE - timedelta(days=1))
    assert refused_at(home, again) == {"on"}
    done(home, replace(again, on=JUNE))
    assert heads(home, family, JUNE - timedelta(days=1), JUNE) == ["杨有才", "杨大山"]
    with home.store.reading() as connection:
        former = UnitOfWork(connection).former_relations.find()
    assert len(former) == len({each.membership_id for each in former}), "王秀英 was head on no day"


def test_head_is_followed_by_somebody_who_was_there(home: Workspace) -> None:
    newcomer = a_member("周满", age=44, sex=Sex.FEMALE, place=60).person
    done(home, MarriageIn(household_id=household(home, "0004"), on=date(2026, 2, 1), relation="97", newcomer=newcomer))
    late = Death(person_id=person(home, "0004/杨有才"), on=JUNE, new_head=person(home, "0004/周满"))
    assert refused_at(home, late) == {"new_head"}
    everybody_else = ("王秀英", "杨大山", "赵小梅", "杨小林", "杨小雪")
    for name in everybody_else[:-1]:
        done(home, Death(person_id=person(home, f"0004/{name}"), on=date(2026, 3, 1)))
    done(home, replace(late, new_head=None, relations={person(home, "0004/周满"): "97"}))
    assert relations(home, "0004") == {"杨小雪": HEAD, "周满": "97"}


def test_household_is_closed_when_the_last_of_all_has_left(home: Workspace) -> None:
    done(home, Death(person_id=person(home, "0001/段有福"), on=DAY))
    done(home, Death(person_id=person(home, "0001/周兰英"), on=DAY))
    assert open_household(home, household(home, "0001")).household.closed_on == DAY
    son_parted(home)
    for name, day in (("杨有才", DAY), ("杨小林", date(2026, 2, 1)), ("王秀英", date(2026, 2, 2))):
        done(home, Away(people=(person(home, f"0004/{name}"),), on=day, hukou_moves=True, to_place="昆明"))
    assert open_household(home, household(home, "0004")).household.closed_on == DAY


def test_nobody_joins_a_household_on_a_day_before_it_was(home: Workspace) -> None:
    son_parted(home)
    into = household(home, "0006")
    before = JUNE - timedelta(days=1)
    child = new_person(name="杨新生", birth_on=before, sex=Sex.MALE)
    assert refused_at(home, Birth(household_id=into, child=child, relation="20")) == {"on"}
    grandson = Placed(person_id=person(home, "0004/杨小林"), relation="20")
    assert refused_at(home, Move(people=(grandson,), household_id=into, on=before, reason="随父")) == {"on"}
    widower = person(home, "0005/钱独山")
    merged = Merge(
        household_id=into, from_id=household(home, "0005"), on=before, reason="投亲", relations={widower: "97"}
    )
    assert refused_at(home, merged) == {"on"}
    done(home, replace(merged, on=JUNE))
    assert relations(home, "0006", JUNE)["钱独山"] == "97"


def test_household_that_was_closed_for_a_while_takes_nobody_in_on_a_day_in_between(home: Workspace) -> None:
    widower, there = person(home, "0005/钱独山"), household(home, "0005")
    done(home, Away(people=(widower,), on=JUNE, hukou_moves=True, to_place="昆明"))
    wife = person(home, "0001/周兰英")
    assert refused_at(home, Return(people=(Placed(person_id=widower, relation=HEAD),), household_id=there, on=JUNE))
    done(home, Return(people=(Placed(person_id=widower, relation=HEAD),), household_id=there, on=date(2026, 2, 1)))
    weds = MarriageIn(household_id=there, person_id=wife, relation="12", on=date(2026, 1, 15))
    assert refused_at(home, weds) == {"on"}


def test_somebody_else_opens_a_closed_household_only_after_its_last_day(home: Workspace) -> None:
    leaver, closed = person(home, "0001/周兰英"), household(home, "0005")
    done(home, Away(people=(leaver,), on=DAY, hukou_moves=True, to_place="昆明"))
    home.clock.day = DAY + timedelta(days=9)  # type: ignore[attr-defined]  # the tests' clock
    done(home, Death(person_id=person(home, "0005/钱独山"), on=DAY + timedelta(days=4)))
    head = (Placed(person_id=leaver, relation=HEAD),)
    back = Return(people=head, household_id=closed, on=DAY + timedelta(days=4))
    assert refused_at(home, back) == {"on"}
    done(home, replace(back, on=DAY + timedelta(days=5)))
    assert heads(home, closed, DAY + timedelta(days=4), DAY + timedelta(days=5)) == ["钱独山", "周兰英"]


@pytest.mark.parametrize("until", [None, date(2026, 1, 31)], ids=["open", "to-a-day"])
def test_absence_that_was_to_last_longer_ends_with_the_death(home: Workspace, until: date | None) -> None:
    son = person(home, "0004/杨大山")
    done(home, Away(people=(son,), on=JUNE, hukou_moves=False, kind=AbsenceKind.WORK, until=until))
    done(home, Death(person_id=son, on=date(2026, 1, 10)))
    assert absences(home, son) == [(JUNE, date(2026, 1, 10))]


def test_absence_ends_when_the_hukou_leaves_by_marriage(home: Workspace) -> None:
    son = person(home, "0004/杨大山")
    done(home, Away(people=(son,), on=JUNE, hukou_moves=False))
    done(home, MarriageOut(person_id=son, on=date(2026, 1, 10), to_place="外村"))
    assert absences(home, son) == [(JUNE, date(2026, 1, 10))]


def test_absence_does_not_run_into_a_later_one(home: Workspace) -> None:
    son = person(home, "0004/杨大山")
    done(home, Away(people=(son,), on=JUNE, hukou_moves=False))
    earlier = Away(people=(son,), on=SPRING, hukou_moves=False)
    assert refused_at(home, earlier) == {"until"}
    assert refused_at(home, replace(earlier, until=JUNE)) == {"until"}
    done(home, replace(earlier, until=JUNE - timedelta(days=1)))
    assert absences(home, son) == [(SPRING, JUNE - timedelta(days=1)), (JUNE, None)]


def absences(workspace: Workspace, who: PersonId) -> list[tuple[date, date | None]]:
    with workspace.store.reading() as connection:
        found = UnitOfWork(connection).absences.find(person_id=who)
    return sorted((absence.from_on, absence.to_on) for absence in found)


def test_t94_relation_of_one_found_alive_is_to_the_head_of_today(home: Workspace) -> None:
    boy = person(home, "0004/杨小林")
    done(home, Death(person_id=boy, on=date(2026, 1, 5)))
    family = household(home, "0004")
    done(
        home,
        Head(
            household_id=family,
            new_head=person(home, "0004/赵小梅"),
            on=date(2026, 2, 1),
            relations={person(home, "0004/杨大山"): "11", person(home, "0004/杨小雪"): "30"},
        ),
    )
    request = Alive(person_id=boy, on=DAY, reason="本人在世")
    assert refused_at(home, request) == {"relation"}, "a grandchild of the old head may be a child or a niece"
    done(home, replace(request, relation="20"))
    assert relations(home, "0004")["杨小林"] == "20"
    assert len(places(home, boy)) == 2


def test_t94_found_alive_after_the_others_left_opens_the_household_from_the_next_day(home: Workspace) -> None:
    man, wife = person(home, "0001/段有福"), person(home, "0001/周兰英")
    house = household(home, "0001")
    done(home, Death(person_id=man, on=DAY))
    home.clock.day = DAY + timedelta(days=9)  # type: ignore[attr-defined]  # the tests' clock
    joins = Placed(person_id=wife, relation="97")
    into = household(home, "0005")
    done(home, Move(people=(joins,), household_id=into, on=DAY + timedelta(days=4), reason="投亲"))
    request = Alive(person_id=man, on=DAY + timedelta(days=9), reason="本人在世")
    assert "一人重新立户" in planned(home, request).questions
    done(home, request)
    assert relations(home, "0001") == {"段有福": HEAD}
    days = (DAY, DAY + timedelta(days=2), DAY + timedelta(days=4))
    assert heads(home, house, *days) == ["段有福", "周兰英", "段有福"]


def test_death_taken_back_on_the_same_day_lets_the_old_head_be_head_again(home: Workspace) -> None:
    family, head = household(home, "0004"), person(home, "0004/杨有才")
    done(home, Death(person_id=head, on=DAY))
    done(home, Alive(person_id=head, on=DAY, reason="登记错了人"))
    done(home, Head(household_id=family, new_head=head, on=DAY))
    assert relations(home, "0004")["杨有才"] == HEAD
    assert relations(home, "0004")["王秀英"] == "12"
    tomorrow = DAY + timedelta(days=1)
    assert heads(home, family, DAY - timedelta(days=1), DAY, tomorrow) == ["杨有才"] * 3
    assert [(place.from_on, place.to_on) for place in places(home, head)] == [(BEGAN, DAY), (tomorrow, None)]
