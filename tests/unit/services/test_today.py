"""The first page: what is due within thirty days, the most urgent first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from clerk_app.domain.codes import Sex
from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.domain.money import Money
from clerk_app.services.dibao import CaseEntry, apply_for_dibao, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision, next_stages
from clerk_app.services.exchange import export_packet
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    household_numbered,
    new_person,
    register_household,
)
from clerk_app.services.people import change_person, end_membership
from clerk_app.services.today import AHEAD, DueKind, today
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, resident_number


def born(workspace: Workspace, name: str, birth_on: date) -> None:
    number = resident_number(birth_on, place=200)
    person = new_person(name=name, birth_on=birth_on, sex=Sex.MALE, id_number=number)
    register_household(workspace, HouseholdEntry(group="第9组"), (MemberEntry(person=person, relation="02"),))


def granted(village: Workspace, dibao_class: DibaoClass) -> None:
    household = household_numbered(village, "0001").household
    case_id = apply_for_dibao(village, household.id, CaseEntry(applied_on=DAY, property_within_limits=True))
    case = propose_class(village, case_id, 1)
    while next_stages(case)[-1:] and case.stage.value != "county":
        case = advance_case(village, case.id, case.version, next_stages(case)[-1])
    decision = Decision(granted=True, dibao_class=dibao_class, amount=Money.yuan(1), number="1号", decided_on=DAY)
    enter_decision(village, case.id, case.version, decision)


@pytest.mark.parametrize(
    ("posted", "last", "is_certain"),
    [(date(2026, 9, 28), date(2026, 10, 8), True), (date(2027, 3, 1), date(2027, 3, 8), False)],
    ids=["over a holiday", "a year without a table"],
)
def test_a_posting_is_due_on_its_last_day(
    village: Workspace, clock: FixedClock, posted: date, last: date, is_certain: bool
) -> None:
    household = household_numbered(village, "0001").household
    case_id = apply_for_dibao(village, household.id, CaseEntry(applied_on=DAY, property_within_limits=True))
    case = propose_class(village, case_id, 1)
    clock.day = posted
    while case.stage is not Stage.POSTING:
        case = advance_case(village, case.id, case.version, next_stages(case)[-1])
    (item,) = [each for each in today(village).items if each.kind is DueKind.POSTING]
    assert (item.due_on, item.overdue, item.record_id) == (last, False, case.id)
    assert ("按周一至周五算" in item.detail.text) is not is_certain
    clock.day = last + timedelta(days=1)
    (item,) = [each for each in today(village).items if each.kind is DueKind.POSTING]
    assert item.overdue
    advance_case(village, case.id, case.version, next_stages(case)[-1])
    assert all(each.kind is not DueKind.POSTING for each in today(village).items)


def test_quiet_day_shows_the_village_and_nothing_to_do(village: Workspace) -> None:
    page = today(village)
    assert (page.on, page.items) == (DAY, ())
    counts = page.counts
    assert (counts.households, counts.people, counts.poor, counts.disabled, counts.aged_60, counts.dibao_cases) == (
        3,
        6,
        1,
        1,
        2,
        0,
    )
    assert (page.unsent_acts, page.days_since_export) == (5, None)


def test_days_since_the_last_packet_are_counted(village: Workspace, clock: FixedClock, tmp_path: Path) -> None:
    export_packet(village, tmp_path)
    clock.day = DAY + timedelta(days=12)
    assert today(village).days_since_export == 12


def test_open_application_waits_for_a_class(village: Workspace) -> None:
    household = household_numbered(village, "0002").household
    case_id = apply_for_dibao(
        village, household.id, CaseEntry(applied_on=date(2026, 3, 2), property_within_limits=True)
    )
    (item,) = today(village).items
    assert (item.kind, item.due_on, item.overdue) == (DueKind.PROPOSAL, date(2026, 3, 2), False)
    assert (item.title, item.record_kind, item.record_id) == ("单长乐", "dibao_case", case_id)
    assert "0002" in item.detail.text
    propose_class(village, case_id, 1)
    assert today(village).items == ()


@pytest.mark.parametrize(
    ("days_before", "overdue"), [(AHEAD.days + 1, None), (AHEAD.days, False), (0, False), (-1, True), (-400, True)]
)
def test_review_is_shown_a_month_ahead_and_until_it_is_done(
    village: Workspace, clock: FixedClock, days_before: int, overdue: bool | None
) -> None:
    granted(village, DibaoClass.C)
    due_on = date(2026, 6, 16)
    clock.day = due_on - timedelta(days=days_before)
    reviews = [item for item in today(village).items if item.kind is DueKind.REVIEW]
    assert [item.overdue for item in reviews] == ([] if overdue is None else [overdue])
    assert all(item.due_on == due_on for item in reviews)


@pytest.mark.parametrize(("age", "kind"), [(60, DueKind.SIXTY), (16, DueKind.SIXTEEN)])
def test_birthdays_of_the_next_thirty_days_are_shown(village: Workspace, age: int, kind: DueKind) -> None:
    for name, days in (("昨", -1), ("今", 0), ("末", 30), ("后", 31)):
        reached = DAY + timedelta(days=days)
        born(village, name, reached.replace(year=reached.year - age))
    items = [item for item in today(village).items if item.kind is kind]
    assert [(item.title, item.due_on) for item in items] == [("今", DAY), ("末", DAY + timedelta(days=30))]
    assert all(item.record_kind == "household" and str(age) in item.detail.text for item in items)


def test_one_born_on_29_february_is_shown_in_a_year_without_it(village: Workspace, clock: FixedClock) -> None:
    born(village, "闰", date(1968, 2, 29))
    clock.day = date(2028, 2, 10)
    assert [(item.title, item.due_on) for item in today(village).items] == [("闰", date(2028, 2, 29))]


def test_the_dead_and_those_who_left_are_not_shown(village: Workspace) -> None:
    for name in ("甲", "乙"):
        born(village, name, (DAY + timedelta(days=5 if name == "甲" else 6)).replace(year=DAY.year - 60))
    first, second = (household_numbered(village, number).members[0] for number in ("0004", "0005"))
    change_person(village, replace(first.person, died_on=DAY))
    end_membership(village, second.membership.id, DAY, "迁出")
    assert today(village).items == ()


def test_most_urgent_comes_first(village: Workspace) -> None:
    born(village, "后", (DAY + timedelta(days=9)).replace(year=DAY.year - 60))
    born(village, "先", (DAY + timedelta(days=3)).replace(year=DAY.year - 60))
    assert [item.title for item in today(village).items] == ["先", "后"]
