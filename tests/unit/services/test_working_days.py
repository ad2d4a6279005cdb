"""Working days and postings, over the shipped table of holidays."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.working_days import WorkingCalendar
from clerk_app.errors import UserError
from clerk_app.services.working_days import days_of_year, set_day, shipped_calendar, working_calendar
from clerk_app.services.workspace import Workspace

CALENDAR = shipped_calendar()


@pytest.mark.parametrize(
    ("accepted", "days", "last"),
    [
        (date(2018, 2, 12), 10, date(2018, 3, 2)),
        (date(2018, 2, 12), 30, date(2018, 3, 30)),
        (date(2026, 9, 21), 10, date(2026, 10, 12)),
        (date(2026, 9, 21), 30, date(2026, 11, 9)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),
    ],
)
def test_working_days_are_counted_from_the_next_day_over_holidays_and_worked_weekends(
    accepted: date, days: int, last: date
) -> None:
    assert CALENDAR.after(accepted, days).day == last


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        (date(2018, 4, 24), date(2018, 5, 2)),
        (date(2026, 9, 28), date(2026, 10, 8)),
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 7), date(2026, 3, 16)),
    ],
)
def test_a_posting_of_seven_days_ends_on_a_working_day(posted: date, last: date) -> None:
    assert CALENDAR.posting_end(posted).day == last


def test_a_year_without_a_table_is_counted_by_the_week_and_said_not_to_be_certain() -> None:
    deadline = CALENDAR.after(date(2026, 12, 28), 10)
    assert (deadline.day, deadline.is_certain) == (date(2027, 1, 11), False)
    assert CALENDAR.after(date(2026, 12, 1), 10).is_certain
    assert not WorkingCalendar().posting_end(date(2026, 3, 2)).is_certain


def test_a_worked_saturday_and_a_free_friday() -> None:
    assert CALENDAR.is_working(date(2026, 10, 10))
    assert not CALENDAR.is_working(date(2026, 10, 2))
    assert not CALENDAR.is_working(date(2026, 10, 11))


# what the village enters itself


def test_a_day_entered_here_counts_before_the_shipped_table(workspace: Workspace) -> None:
    assert not working_calendar(workspace).is_working(date(2026, 10, 2))
    set_day(workspace, date(2026, 10, 2), "临时上班", is_working=True)
    assert working_calendar(workspace).is_working(date(2026, 10, 2))
    row = next(row for row in days_of_year(workspace, 2026) if row.day == date(2026, 10, 2))
    assert (row.is_working, row.name, row.is_own, row.is_shipped) == (True, "临时上班", True, True)


def test_a_new_year_is_known_once_its_last_holiday_is_entered(workspace: Workspace) -> None:
    start = date(2027, 4, 26)
    assert not working_calendar(workspace).after(start, 5).is_certain
    for day in (3, 4, 5):
        set_day(workspace, date(2027, 5, day), "劳动节", is_working=False)
    deadline = working_calendar(workspace).after(start, 5)
    assert (deadline.day, deadline.is_certain) == (date(2027, 5, 6), False)
    assert [row.day.day for row in days_of_year(workspace, 2027)] == [3, 4, 5]
    set_day(workspace, date(2027, 10, 1), "国庆节", is_working=False)
    assert working_calendar(workspace).after(start, 5).is_certain


def test_the_last_word_on_a_day_counts(workspace: Workspace) -> None:
    set_day(workspace, date(2027, 5, 8), "劳动节", is_working=False)
    set_day(workspace, date(2027, 5, 8), "劳动节调休", is_working=True)
    (row,) = days_of_year(workspace, 2027)
    assert (row.is_working, row.name, row.is_shipped) == (True, "劳动节调休", False)


@pytest.mark.parametrize("name", ["", " ", "长" * 31], ids=["empty", "blank", "long"])
def test_a_day_needs_a_short_name(workspace: Workspace, name: str) -> None:
    with pytest.raises(UserError) as refused:
        set_day(workspace, date(2027, 5, 8), name, is_working=False)
    assert refused.value.field == "name"
