"""Working days: legal holidays and worked weekends by the year's table, and deadlines counted over them.

Where a year's table is not known yet, Monday to Friday are taken for working days and the answer says that it is not certain.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NewType

CalendarDayId = NewType("CalendarDayId", str)
_ONE: timedelta = timedelta(days=1)
_SATURDAY = 5
POSTING_DAYS = 7
"""How long a list is posted in the village, in calendar days (民发〔2021〕57号)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day that the village entered itself, before or against the shipped table."""

    id: CalendarDayId
    version: int = 0
    day: date
    is_working: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a term; not ``is_certain`` where a year on the way has no table of holidays yet."""

    day: date
    is_certain: bool


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked: ``days`` says it of single days, every other one follows the week; ``years`` are those with a table."""

    days: dict[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Say whether a day is worked."""
        return self.days.get(day, day.weekday() < _SATURDAY)

    def knows(self, first: date, last: date) -> bool:
        """Say whether the table of every year between two days is known."""
        return set(range(first.year, last.year + 1)) <= self.years

    def after(self, start: date, working_days: int) -> Deadline:
        """Return the last of so many working days; the day of the beginning does not count (民法典 第二百零一条)."""
        day, left = start, working_days
        while left > 0:
            day += _ONE
            left -= self.is_working(day)
        return Deadline(day, self.knows(start, day))

    def posting_end(self, posted_on: date, days: int = POSTING_DAYS) -> Deadline:
        """Return the last day of a posting of so many calendar days from the day after.

        One that ends on a holiday ends on the first working day after it (民法典 第二百零一条、第二百零三条).
        """
        day = posted_on + timedelta(days=days)
        while not self.is_working(day):
            day += _ONE
        return Deadline(day, self.knows(posted_on, day))
