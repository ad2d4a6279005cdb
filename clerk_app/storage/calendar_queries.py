"""Read models of the days that the village entered as worked or free."""

from __future__ import annotations

from sqlalchemy import Connection, select

from clerk_app.domain.working_days import CalendarDay
from clerk_app.storage import records
from clerk_app.storage.calendar_tables import CALENDAR_DAY


def days(connection: Connection) -> tuple[CalendarDay, ...]:
    """Return every day that was entered, in order."""
    rows = connection.execute(select(CALENDAR_DAY).order_by(CALENDAR_DAY.c.day)).mappings()
    return tuple(records.CALENDAR_DAY.from_row(row) for row in rows)
