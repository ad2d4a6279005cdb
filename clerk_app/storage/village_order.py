"""The village's one order at a laptop: what the county settled, in its order, then what this laptop did since; and the records made by it.

The journal keeps the acts as they came; the runs say in which order they count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection, delete, insert, select, update

from clerk_app.domain.act import Act
from clerk_app.errors import UserError
from clerk_app.storage import journal, peer, search
from clerk_app.storage.apply import apply_each
from clerk_app.storage.merge_tables import LAPTOP, LOST_VALUE, SETTLED_RUN
from clerk_app.storage.tables import INSTALL, JOURNAL, PERSON, RECORD_TABLES

_AT_ONCE = 400


class Stand(Enum):
    """Where an act stands: the county settled it, settled it by refusing it, or does not have it yet."""

    SETTLED = "settled"
    REFUSED = "refused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class RunRow:
    """Acts ``first`` to ``last`` of an install's epoch in the village's order; ``refused`` are the numbers that changed nothing."""

    install: str
    epoch: int
    first: int
    last: int
    refused: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """An act's place in its chain, its hash, its position in the journal, and where it stands."""

    install: str
    epoch: int
    number: int
    hash: str
    position: int
    stand: Stand


def runs(connection: Connection) -> tuple[RunRow, ...]:
    """Return the settled part of the order as the county told it last; empty in a village that has one laptop only."""
    rows = connection.execute(select(SETTLED_RUN).order_by(SETTLED_RUN.c.position))
    return tuple(RunRow(row.install, row.epoch, row.first, row.last, tuple(json.loads(row.refused))) for row in rows)


def put_runs(connection: Connection, told: Iterable[RunRow]) -> None:
    """Keep this order in place of the one before."""
    connection.execute(delete(SETTLED_RUN))
    position = 1
    rows = []
    for run in told:
        refused = json.dumps(run.refused)
        rows.append(
            {
                "position": position,
                "install": run.install,
                "epoch": run.epoch,
                "first": run.first,
                "last": run.last,
                "refused": refused,
            }
        )
        position += run.last - run.first + 1
    if rows:
        connection.execute(insert(SETTLED_RUN), rows)


def put_laptops(connection: Connection, laptops: Iterable[tuple[str, int, str]], own_seat: int) -> None:
    """Keep which laptops there are (install, seat, standing), and this one's own seat."""
    connection.execute(delete(LAPTOP))
    rows = [{"install": install, "seat": seat, "standing": standing} for install, seat, standing in laptops]
    if rows:
        connection.execute(insert(LAPTOP), rows)
    if own_seat:
        connection.execute(update(INSTALL).values(seat=own_seat))


def refused_places(connection: Connection) -> frozenset[tuple[str, int, int]]:
    """Return the places (install, epoch, number) of the acts that the county refused, of all laptops."""
    return frozenset(
        (run.install, run.epoch, number) for run in runs(connection) if run.refused for number in run.refused
    )


def hashes(connection: Connection) -> dict[tuple[str, int, int], str]:
    """Return the hash of every act of the journal by install, epoch and number."""
    columns = (JOURNAL.c.install, JOURNAL.c.epoch, JOURNAL.c.number, JOURNAL.c.hash)
    return {(row.install, row.epoch, row.number): row.hash for row in connection.execute(select(*columns))}


def placed(connection: Connection) -> tuple[Placed, ...]:
    """Return every act of the journal in the village's order."""
    own, _ = peer.own_place(connection)
    acknowledged = peer.acknowledged(connection, own)
    columns = (JOURNAL.c.install, JOURNAL.c.epoch, JOURNAL.c.number, JOURNAL.c.hash, JOURNAL.c.position)
    written = connection.execute(select(*columns).order_by(JOURNAL.c.position)).all()
    known = {(row.install, row.epoch, row.number): row for row in written}
    result: list[Placed] = []
    heads: dict[tuple[str, int], int] = {}
    for run in runs(connection):
        heads[run.install, run.epoch] = run.last
        refused = frozenset(run.refused)
        for number in range(run.first, run.last + 1):
            stand = Stand.REFUSED if number in refused else Stand.SETTLED
            result.append(Placed(*known[run.install, run.epoch, number], stand))
    for row in written:
        if row.number > heads.get((row.install, row.epoch), 0):
            is_ours = row.install == own and row.number > acknowledged.get(row.epoch, 0)
            result.append(Placed(*row, Stand.WAITING if is_ours else Stand.SETTLED))
    return tuple(result)


def in_order(connection: Connection, acts: Iterable[Act]) -> list[Act]:
    """Return these acts, but for those the county refused, in the village's order; they come in that of the journal."""
    given = list(acts)
    if not runs(connection):
        return given
    counted = [place for place in placed(connection) if place.stand is not Stand.REFUSED]
    ranks = {place.hash: rank for rank, place in enumerate(counted)}
    return sorted((act for act in given if act.hash in ranks), key=lambda act: ranks[act.hash])


def load(connection: Connection, places: Sequence[Placed]) -> Iterator[Act]:
    """Give the acts at these places, in their order."""
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        found = journal.acts_at(connection, [place.position for place in some])
        yield from (found[place.position] for place in some)


@dataclass(frozen=True, slots=True)
class Unfit:
    """An act that does not fit the records before it, with the sentence why; it changed nothing."""

    act: Act
    stand: Stand
    reason: UserError


def fold(journal_of: Connection, target: Connection, places: Sequence[Placed]) -> Iterator[Unfit]:
    """Apply acts of one database's journal to the records of another (or the same), and give those that do not fit.

    What the county refused is left out.
    """
    counted = [place for place in places if place.stand is not Stand.REFUSED]
    for start in range(0, len(counted), _AT_ONCE * 5):
        some = counted[start : start + _AT_ONCE * 5]
        acts = tuple(load(journal_of, some))
        for place, act, problem in zip(some, acts, apply_each(target, acts), strict=True):
            if problem is not None:
                yield Unfit(act, place.stand, problem)


def rebuild(connection: Connection) -> tuple[Unfit, ...]:
    """Make all records anew from the journal in the village's order; return this laptop's own acts that do not fit any more.

    Raises UserError when an act that the county has settled does not fit.
    """
    connection.execute(delete(LOST_VALUE))
    for table in ("search_key", "search_number", "search_entry"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    for record in reversed(RECORD_TABLES):
        connection.execute(delete(record))
    unfit = tuple(fold(connection, connection, placed(connection)))
    require_settled_fit(unfit)
    search.index_people(connection, list(connection.execute(select(PERSON.c.id)).scalars()))
    return unfit


def require_settled_fit(unfit: Iterable[Unfit]) -> None:
    """Raise the sentence of the first act that the county settled and that does not fit here."""
    for each in unfit:
        if each.stand is Stand.SETTLED:
            raise each.reason
