"""What every service works with: the open data folder, the clerk at the desk, the clock."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clerk_app.domain.clerk import Clerk
from clerk_app.storage.store import Store

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import Batch, UnitOfWork


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """Return the instant, with its zone."""
        ...

    def today(self) -> date:
        """Return the calendar day at this desk."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        """Return the instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the laptop's calendar day."""
        return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class Workspace:
    """An unlocked data folder with the clerk who signed in."""

    data_dir: Path
    store: Store
    clerk: Clerk
    clock: Clock

    def unit_of_work(self, kind: str, reason: str = "") -> AbstractContextManager[UnitOfWork]:
        """Open one act of this clerk."""
        return self.store.unit_of_work(kind, by=self.clerk.id, now=self.clock.now, reason=reason)

    def batch(self) -> AbstractContextManager[Batch]:
        """Open one transaction for several acts of this clerk: all or none."""
        return self.store.batch(by=self.clerk.id, now=self.clock.now)

    def today(self) -> date:
        """Return the calendar day at this desk."""
        return self.clock.today()

    def close(self) -> None:
        """Close the database."""
        self.store.close()
