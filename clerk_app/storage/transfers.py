"""What the county's newest answer said of moves between villages: households offered to this one, and how those stand that left it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from clerk_app.domain.transfer import EarlierAct, EarlierContribution, TransferStanding
from clerk_app.storage import peer, records
from clerk_app.storage.tables import (
    EARLIER_ACT,
    EARLIER_CONTRIBUTION,
    HOUSEHOLD,
    TRANSFER,
    TRANSFER_OFFER,
    TRANSFER_TOLD,
)

_AT_ONCE = 400
REVERSED_THERE: Final = "reversed_there"
"""Where the account of an imported answer keeps the ids of payments that were taken back where they were paid."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A household offered to this village, as it came."""

    id: str
    content: str
    received_at: str


@dataclass(frozen=True, slots=True)
class ToldRow:
    """How a household stands that left this village: a state, since when, and the other side's words."""

    id: str
    state: str
    on: str
    reason: str


def put_offers(connection: Connection, offers: Iterable[OfferRow]) -> None:
    """Put the newest answer's offers in place of those before; one that is here already keeps the instant it came."""
    since = {row.id: row.received_at for row in connection.execute(select(TRANSFER_OFFER))}
    connection.execute(delete(TRANSFER_OFFER))
    rows = [asdict(offer) | {"received_at": since.get(offer.id, offer.received_at)} for offer in offers]
    if rows:
        connection.execute(insert(TRANSFER_OFFER), rows)


def offers(connection: Connection) -> tuple[OfferRow, ...]:
    """Return the offers that nobody here has answered yet, the oldest first."""
    answered = select(TRANSFER.c.origin).where(TRANSFER.c.origin != "")
    statement = (
        select(TRANSFER_OFFER)
        .where(TRANSFER_OFFER.c.id.not_in(answered))
        .order_by(TRANSFER_OFFER.c.received_at, TRANSFER_OFFER.c.id)
    )
    return tuple(OfferRow(**row) for row in connection.execute(statement).mappings())


def put_told(connection: Connection, rows: Iterable[ToldRow]) -> None:
    """Put the newest answer's word in place of the one before."""
    connection.execute(delete(TRANSFER_TOLD))
    values = [asdict(row) for row in rows]
    if values:
        connection.execute(insert(TRANSFER_TOLD), values)


def told(connection: Connection) -> dict[str, ToldRow]:
    """Return what the newest answer says of the households that left, by this side's record."""
    return {row["id"]: ToldRow(**row) for row in connection.execute(select(TRANSFER_TOLD)).mappings()}


def still_standing(connection: Connection, told: Iterable[EarlierContribution]) -> tuple[EarlierContribution, ...]:
    """Return those of these payments in other villages that stand there still; the county's newest answer names those that do not."""
    every = tuple(told)
    gone = _reversed_there(connection) if every else frozenset[str]()
    return tuple(one for one in every if one.id not in gone)


def _reversed_there(connection: Connection) -> frozenset[str]:
    row = peer.newest_answer(connection)
    return frozenset() if row is None or not row.account else frozenset(json.loads(row.account).get(REVERSED_THERE, ()))


def earlier_contributions(connection: Connection, people: Iterable[str]) -> tuple[EarlierContribution, ...]:
    """Return what stands for these people in villages they came from, by year."""
    found: list[EarlierContribution] = []
    every = sorted(set(people))
    for start in range(0, len(every), _AT_ONCE):
        some = EARLIER_CONTRIBUTION.c.person_id.in_(every[start : start + _AT_ONCE])
        found += [
            records.EARLIER_CONTRIBUTION.from_row(row)
            for row in connection.execute(select(EARLIER_CONTRIBUTION).where(some)).mappings()
        ]
    standing = still_standing(connection, found)
    return tuple(sorted(standing, key=lambda one: (one.person_id, one.year, one.insurance, one.id)))


def earlier_acts(connection: Connection, household: str) -> tuple[EarlierAct, ...]:
    """Return the acts that came with a household from other villages, the oldest first."""
    statement = select(EARLIER_ACT).where(EARLIER_ACT.c.household_id == household).order_by(EARLIER_ACT.c.id)
    return tuple(records.EARLIER_ACT.from_row(row) for row in connection.execute(statement).mappings())


@dataclass(frozen=True, slots=True)
class OwnMove:
    """A household that left this village: its id, where it went in words, and the day that was recorded."""

    household: str
    village: str
    noted_on: date


def moves_out(connection: Connection) -> dict[str, OwnMove]:
    """Return the moves out of this village that stand, by id."""
    statement = select(TRANSFER).where(TRANSFER.c.origin == "", TRANSFER.c.standing == TransferStanding.SENT.value)
    return {
        row["id"]: OwnMove(
            row["household_id"] or "", row["village_name"] or row["village_code"], date.fromisoformat(row["noted_on"])
        )
        for row in connection.execute(statement).mappings()
    }


@dataclass(frozen=True, slots=True)
class MoveHere:
    """A move as this village's records have it now: ``number`` is the household's here, empty where none was taken in."""

    id: str
    standing: TransferStanding
    reason: str
    number: str


def move_here(connection: Connection, record: str, origin: str) -> MoveHere | None:
    """Return the record of a move into this village by the other side's ``origin``, or out of it by its own id; None: there is none."""
    of_it = TRANSFER.c.origin == origin if origin else TRANSFER.c.id == record
    named = select(TRANSFER.c.id, TRANSFER.c.standing, TRANSFER.c.reason, HOUSEHOLD.c.number)
    row = connection.execute(
        named.outerjoin_from(TRANSFER, HOUSEHOLD, HOUSEHOLD.c.id == TRANSFER.c.household_id).where(of_it)
    ).first()
    return None if row is None else MoveHere(row.id, TransferStanding.of(row.standing), row.reason, row.number or "")
