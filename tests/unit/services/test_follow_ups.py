"""What events left to be done: listed, settled once, with the outcome."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import Sex
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.follow_ups import follow_ups, settle_follow_up
from clerk_app.services.history import history_of
from clerk_app.services.households import new_person
from clerk_app.services.people_named import person_named, place_of
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY
from tests.event_builders import household, person


@pytest.fixture
def left(village: Workspace) -> Workspace:
    """The village after a birth without a number and a death."""
    home_id = household(village, "0002")
    baby = new_person(name="单小宝", birth_on=date(2026, 3, 1), sex=Sex.MALE)
    events.carry_out(village, events.Birth(household_id=home_id, child=baby, relation="20"))
    events.carry_out(
        village,
        events.Away(people=(person(village, "0003/罗𬭎"),), on=DAY, hukou_moves=False, until=date(2026, 3, 20)),
    )
    return village


def test_most_urgent_comes_first_and_a_household_has_its_own(left: Workspace) -> None:
    rows = follow_ups(left)
    assert [(row.kind.value, row.due_on, row.household_number, row.person) for row in rows] == [
        ("absence_check", date(2026, 3, 20), "0003", "罗𬭎"),
        ("id_number", date(2026, 4, 1), "0002", "单小宝"),
    ]
    assert follow_ups(left, household(left, "0003")) == rows[:1]


def test_settled_once_with_the_outcome_and_kept(left: Workspace) -> None:
    row = follow_ups(left)[1]
    item = settle_follow_up(left, row.id, " 已上户口 ", on=DAY)
    assert (item.settled_on, item.outcome) == (DAY, "已上户口")
    assert [each.kind.value for each in follow_ups(left)] == ["absence_check"]
    assert len(follow_ups(left, settled=True)) == 2
    (entry, *_) = history_of(left, (row.id,))
    assert entry.kind == "办结事后事项"
    assert {line.field: line.after for line in entry.changes} == {"办结日期": "2026-03-16", "办理结果": "已上户口"}
    with pytest.raises(UserError, match="已在 2026-03-16 办结"):
        settle_follow_up(left, row.id, "又办一次")
    assert verify(left).ok


@pytest.mark.parametrize(
    ("outcome", "on", "field"),
    [(" ", None, "outcome"), ("字" * 501, None, "outcome"), ("好", DAY + timedelta(days=1), "on")],
    ids=["empty", "long", "to come"],
)
def test_settling_that_cannot_be_is_refused_at_its_field(
    left: Workspace, outcome: str, on: date | None, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        settle_follow_up(left, follow_ups(left)[0].id, outcome, on=on)
    assert refused.value.field == field


# naming somebody in a command


def test_person_is_named_by_number_temporary_number_id_or_household_and_name(left: Workspace) -> None:
    head = person_named(left, "0002/单长乐")
    assert head.id_number is not None
    assert person_named(left, f" {head.id_number} ") == head
    assert person_named(left, head.id) == head
    assert person_named(left, "l00001").name == "单小宝"
    assert place_of(left, head).relation == "02"


@pytest.mark.parametrize("text", ["nobody", "0002/没有人", "9999/单长乐", ""])
def test_somebody_who_is_not_there_is_refused(left: Workspace, text: str) -> None:
    with pytest.raises(UserError):
        person_named(left, text)


def test_somebody_in_no_household_has_no_place(left: Workspace) -> None:
    who = person_named(left, "0003/罗𬭎")
    events.carry_out(left, events.Away(people=(who.id,), on=DAY, hukou_moves=True, to_place="昆明"))
    with pytest.raises(UserError, match="不属于任何一户"):
        place_of(left, who)
