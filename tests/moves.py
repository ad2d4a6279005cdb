"""Two villages and their county, for tests of households that move between them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import DibaoCase, DibaoCaseId, DibaoClass, Stage
from clerk_app.domain.household import HouseholdFile, PersonId
from clerk_app.domain.money import Money
from clerk_app.domain.transfer import Transfer, TransferId, TransferStanding
from clerk_app.services.accounts import sign_in
from clerk_app.services.contributions import ContributionEntry, record_contribution
from clerk_app.services.county import open_county
from clerk_app.services.households import household_numbered
from clerk_app.services.transfer_out import TransferOutEntry, transfer_out
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, PASSWORD, FixedClock, VillageFolder
from tests.county_builders import VILLAGES, Exchange, new_county, village_at

MOVED = DAY + timedelta(days=10)
LATER = DAY + timedelta(days=12)


@dataclass(frozen=True, slots=True)
class Move:
    """A county and two of its villages, joined: the household goes from ``old`` to ``new``; one clock for all."""

    exchange: Exchange
    old: Workspace
    new: Workspace
    clock: FixedClock

    def leave(self, number: str = "0002", *, people: tuple[PersonId, ...] = (), code: str = VILLAGES[1]) -> TransferId:
        """Let a household of the old village move on ``MOVED``, recorded two days after."""
        self.clock.day = max(self.clock.day, LATER)
        return transfer_out(self.old, an_entry(self.file(number), people=people, code=code))

    def nobody_leaves(self, name: str, number: str = "0002") -> Transfer:
        """Record a move of nobody, which no service would."""
        move = Transfer(
            id=TransferId(name), standing=TransferStanding.SENT, household_id=self.file(number).household.id,
            village_code=VILLAGES[1], moved_on=MOVED, noted_on=LATER, reason="x",
        )  # fmt: skip
        self.record(move)
        return move

    def record(self, move: Transfer) -> None:
        """Record a move as it is given."""
        self.clock.day = LATER
        with self.old.unit_of_work("transfer_out") as uow:
            uow.transfers.add(move)

    def file(self, number: str = "0002") -> HouseholdFile:
        """Return a household of the old village."""
        return household_numbered(self.old, number)

    def pay(self, person: PersonId, year: int = 2026, payer: Payer = Payer.SELF) -> str:
        """Record a pension payment in the old village."""
        entry = ContributionEntry(
            person_id=person,
            insurance=Insurance.PENSION,
            year=year,
            tier=Money.yuan(200),
            payer=payer,
            paid_on=date(year, 3, 2),
            collector="何清",
        )
        return record_contribution(self.old, entry).id

    def grant_dibao(self, number: str = "0002") -> None:
        """Let a household of the old village have dibao since ``DAY``."""
        household = self.file(number).household.id
        with self.old.unit_of_work("open_dibao_case") as uow:
            uow.subject = household
            uow.dibao_cases.add(
                DibaoCase(
                    id=DibaoCaseId("case-1"),
                    household_id=household,
                    number="DB2026-0001",
                    stage=Stage.GRANTED,
                    applied_on=DAY,
                    granted_class=DibaoClass.B,
                    granted_amount=Money.yuan(420),
                    decided_on=DAY,
                )
            )


def an_entry(
    file: HouseholdFile,
    *,
    people: tuple[PersonId, ...] = (),
    code: str = VILLAGES[1],
    moved_on: date = MOVED,
    reason: str = "整户搬迁",
) -> TransferOutEntry:
    """Return what a clerk would enter of this household."""
    return TransferOutEntry(
        household_id=file.household.id,
        village_code=code,
        village_name="花椒村",
        moved_on=moved_on,
        reason=reason,
        people=people,
    )


def joined(exchange: Exchange, template: VillageFolder, folder: Path, clock: FixedClock) -> Move:
    """Let a village with three households and an empty one join the county, both open."""
    old = template.open(folder / "old", clock)
    new = village_at(folder / "new", VILLAGES[1], "花椒村", clock)
    exchange.join(old)
    exchange.join(new, VILLAGES[1], "花椒村")
    return Move(exchange, old, new, clock)


def make_joined(folder: Path, template: VillageFolder) -> Path:
    """Make a county on SQLite and its two villages once, closed; copies of the folder are opened by :func:`opened`."""
    (folder / "sticks").mkdir(parents=True)
    clock = FixedClock()
    county = new_county(folder / "county", clock=clock)
    move = joined(Exchange(county, folder / "sticks"), template, folder, clock)
    for each in (move.old, move.new, county):
        each.close()
    return folder


def opened(source: Path, folder: Path, clock: FixedClock) -> Iterator[Move]:
    """Open a copy of what :func:`make_joined` made, and close it afterwards."""
    shutil.copytree(source, folder)
    county = open_county(folder / "county", PASSWORD, clock)
    old, new = (sign_in(folder / name, PASSWORD, clock) for name in ("old", "new"))
    yield Move(Exchange(county, folder / "sticks"), old, new, clock)
    for each in (old, new, county):
        each.close()
