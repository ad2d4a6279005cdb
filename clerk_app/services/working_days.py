"""The calendar of working days: the shipped table of holidays with what the village entered itself on top."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from clerk_app.domain.dates import FIRST_DAY, LAST_DAY
from clerk_app.domain.working_days import CalendarDay, CalendarDayId, WorkingCalendar
from clerk_app.errors import UserError
from clerk_app.paths import resources
from clerk_app.services.workspace import Workspace
from clerk_app.storage import calendar_queries
from clerk_app.storage.unit_of_work import new_id

LONGEST_NAME = 30
_LAST_HOLIDAY = (10, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A day that differs from the week; ``is_own`` was entered by the village, ``is_shipped`` says what the shipped table has."""

    day: date
    is_working: bool
    name: str
    is_own: bool
    is_shipped: bool


@cache
def _shipped() -> dict[date, tuple[bool, str]]:
    table = tomllib.loads((resources() / "holidays.toml").read_text(encoding="utf-8"))
    return {
        date.fromisoformat(text): (kind == "work", name)
        for year in table.values()
        for kind, names in year.items()
        for name, days in names.items()
        for text in days
    }


def shipped_calendar() -> WorkingCalendar:
    """Return the calendar of the shipped table alone."""
    days = _shipped()
    return WorkingCalendar({day: works for day, (works, _) in days.items()}, frozenset(day.year for day in days))


def working_calendar(workspace: Workspace) -> WorkingCalendar:
    """Return the calendar that counts here; a year counts as known once the village entered its National Day as free.

    That is the last holiday of an announcement: one entered on the way does not make the rest certain.
    """
    shipped = shipped_calendar()
    with workspace.store.reading() as connection:
        own = calendar_queries.days(connection)
    days = {**shipped.days, **{each.day: each.is_working for each in own}}
    entered = {each.day.year for each in own if not each.is_working and (each.day.month, each.day.day) == _LAST_HOLIDAY}
    return WorkingCalendar(days, shipped.years | entered)


def days_of_year(workspace: Workspace, year: int) -> tuple[DayRow, ...]:
    """Return the days of a year that differ from Monday to Friday, in order; raises UserError for a year of which no day can be entered."""
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise UserError(
            "年份应在 {first} 到 {last} 之间：请核对。", field="year", first=FIRST_DAY.year, last=LAST_DAY.year
        )
    with workspace.store.reading() as connection:
        own = {each.day: each for each in calendar_queries.days(connection) if each.day.year == year}
    shipped = {day: found for day, found in _shipped().items() if day.year == year}
    rows = []
    for day in sorted(own.keys() | shipped.keys()):
        mine = own.get(day)
        works, name = (mine.is_working, mine.name) if mine else shipped[day]
        rows.append(DayRow(day=day, is_working=works, name=name, is_own=mine is not None, is_shipped=day in shipped))
    return tuple(rows)


def set_day(workspace: Workspace, day: date, name: str, *, is_working: bool) -> CalendarDay:
    """Say that a day is worked or free, as the yearly announcement has it; a day said before takes the new word.

    Raises UserError without a name.
    """
    tidy = name.strip()
    if not tidy or len(tidy) > LONGEST_NAME:
        raise UserError("请填写节日名称，例如“春节”，最多 {most} 个字。", field="name", most=LONGEST_NAME)
    with workspace.unit_of_work("set_calendar_day") as uow:
        known = uow.calendar_days.first(day=day.isoformat())
        if known is not None:
            return uow.calendar_days.save(replace(known, is_working=is_working, name=tidy))
        return uow.calendar_days.add(CalendarDay(id=CalendarDayId(new_id()), day=day, is_working=is_working, name=tidy))
