"""The register as it stood on a past day: what had been recorded by the end of that day, unchanged by anything done since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import household_files, past, queries
from clerk_app.storage.peer import Session
from clerk_app.storage.queries import HouseholdRow
from clerk_app.storage.unit_of_work import utc_text


@dataclass(frozen=True, slots=True)
class PastRegister:
    """The households as they were listed at the end of a day, closed ones left out, and how many people lived in them."""

    on: date
    households: tuple[HouseholdRow, ...]
    people: int


def register_on(workspace: Workspace, day: date, *, group: str | None = None) -> PastRegister:
    """Return the register as it stood at the end of a day at the desk.

    Raises UserError for a day that is not over yet, or one before the register began.
    """
    with _standing(workspace, day) as connection:
        rows = queries.household_rows(connection, group=group)
    return PastRegister(day, rows, sum(row.members for row in rows))


def household_on(workspace: Workspace, number: str, day: date) -> HouseholdFile:
    """Return a household as it stood at the end of a day; raises as :func:`register_on`, and when it was not registered then."""
    with _standing(workspace, day) as connection:
        household = queries.household_by_number(connection, number.strip())
        found = None if household is None else household_files.household_as_it_stands(connection, household.id, day)
    if found is None:
        raise UserError(
            "{day} 时登记册里还没有户编号为“{number}”的住户：请核对编号和日期。",
            field="number",
            day=day.isoformat(),
            number=number[:30],
        )
    return found


def first_day(workspace: Workspace) -> date | None:
    """Return the day of the first entry, or None while there is none: nobody can look back farther."""
    with workspace.store.reading() as connection:
        instant = past.first_instant(connection)
    return None if instant is None else datetime.fromisoformat(instant).astimezone().date()


@contextmanager
def _standing(workspace: Workspace, day: date) -> Iterator[Session]:
    if day >= workspace.today():
        raise UserError(
            "{day} 还没有过完：请选今天以前的日期，今天的名册就在住户列表里。", field="on", day=day.isoformat()
        )
    began = first_day(workspace)
    if began is None or day < began:
        raise UserError(
            "本机的登记从 {began} 开始，看不到 {day} 的名册：请选这一天以后的日期。",
            field="on",
            began=(began or workspace.today()).isoformat(),
            day=day.isoformat(),
        )
    over = datetime.combine(day + timedelta(days=1), time()).astimezone(UTC)
    with workspace.store.reading() as connection, past.as_it_stood(connection, utc_text(over)):
        yield connection
