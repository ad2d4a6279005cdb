"""The append-only journal: writing an act, reading acts back, checking the chain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import structs
from sqlalchemy import ColumnElement, Connection, func, insert, select

from clerk_app.domain.act import GENESIS, Act, act_hash, changes_from_text, changes_text
from clerk_app.storage.tables import JOURNAL, JOURNAL_TOUCH

_AT_ONCE = 400


def chain_head(connection: Connection, install: str, epoch: int) -> tuple[int, str]:
    """Return the number and hash of the last act of an install's epoch; 0 and the genesis hash before the first."""
    row = connection.execute(
        select(JOURNAL.c.number, JOURNAL.c.hash)
        .where(JOURNAL.c.install == install, JOURNAL.c.epoch == epoch)
        .order_by(JOURNAL.c.number.desc())
        .limit(1)
    ).first()
    return (0, GENESIS) if row is None else (row.number, row.hash)


def append(connection: Connection, act: Act) -> None:
    """Write a finished act, with the index of what it touched."""
    position = connection.execute(
        insert(JOURNAL).returning(JOURNAL.c.position),
        {
            "install": act.install,
            "epoch": act.epoch,
            "number": act.number,
            "id": act.id,
            "at": act.at,
            "by": act.by,
            "kind": act.kind,
            "subject": act.subject,
            "reason": act.reason,
            "changes": changes_text(act.changes),
            "previous": act.previous,
            "hash": act.hash,
        },
    ).scalar_one()
    touched = sorted({act.subject, *(change.id for change in act.changes)} - {""})
    connection.execute(insert(JOURNAL_TOUCH), [{"record_id": record, "position": position} for record in touched])


def sealed(act: Act) -> Act:
    """Return the act with its hash filled in."""
    return structs.replace(act, hash=act_hash(act))


def acts(
    connection: Connection, *, after: int = 0, install: str | None = None, epoch: int | None = None
) -> Iterator[Act]:
    """Give the acts in the order they were written; with an install and epoch, those with a number above ``after``."""
    statement = select(JOURNAL).order_by(JOURNAL.c.position)
    if install is not None:
        statement = statement.where(JOURNAL.c.install == install, JOURNAL.c.epoch == epoch, JOURNAL.c.number > after)
    for row in connection.execute(statement.execution_options(yield_per=500)).mappings():
        yield _act(row)


def acts_where(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Act]:
    """Give the acts that meet all of these conditions, in the order they were written."""
    statement = select(JOURNAL).where(*conditions).order_by(JOURNAL.c.position)
    for row in connection.execute(statement.execution_options(yield_per=500)).mappings():
        yield _act(row)


def act_at(connection: Connection, install: str, epoch: int, number: int) -> Act | None:
    """Return an act by its place in an install's chain, or None."""
    place = (JOURNAL.c.install == install) & (JOURNAL.c.epoch == epoch) & (JOURNAL.c.number == number)
    row = connection.execute(select(JOURNAL).where(place)).mappings().first()
    return None if row is None else _act(row)


def acts_with(connection: Connection, hashes: Collection[str]) -> tuple[Act, ...]:
    """Return the acts with these hashes, in the order they were written."""
    wanted = sorted(hashes)
    found = [
        row
        for start in range(0, len(wanted), _AT_ONCE)
        for row in connection.execute(
            select(JOURNAL).where(JOURNAL.c.hash.in_(wanted[start : start + _AT_ONCE]))
        ).mappings()
    ]
    return tuple(_act(row) for row in sorted(found, key=lambda row: row["position"]))


def acts_at(connection: Connection, positions: Sequence[int]) -> dict[int, Act]:
    """Return the acts at these positions of the journal, at most some hundred."""
    rows = connection.execute(select(JOURNAL).where(JOURNAL.c.position.in_(positions))).mappings()
    return {row["position"]: _act(row) for row in rows}


def acts_by_id(connection: Connection, ids: Collection[str]) -> dict[str, Act]:
    """Return the acts with these ids, those that are there, by id."""
    wanted = sorted(ids)
    found: dict[str, Act] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = select(JOURNAL).where(JOURNAL.c.id.in_(wanted[start : start + _AT_ONCE]))
        found |= {row["id"]: _act(row) for row in connection.execute(some).mappings()}
    return found


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many acts of one kind there are, and the instant of the first."""

    kind: str
    count: int
    first_at: str


def counts_by_kind(connection: Connection, install: str, epoch: int, *, after: int = 0) -> tuple[KindCount, ...]:
    """Return the acts of an install's epoch with a number above ``after``, counted by kind, the most frequent first."""
    number = func.count().label("number")
    statement = (
        select(JOURNAL.c.kind, number, func.min(JOURNAL.c.at))
        .where(JOURNAL.c.install == install, JOURNAL.c.epoch == epoch, JOURNAL.c.number > after)
        .group_by(JOURNAL.c.kind)
        .order_by(number.desc(), JOURNAL.c.kind)
    )
    return tuple(KindCount(row[0], row[1], row[2]) for row in connection.execute(statement))


def count(connection: Connection) -> int:
    """Return how many acts the journal holds."""
    return int(connection.execute(select(func.count()).select_from(JOURNAL)).scalar_one())


def acts_about(connection: Connection, record_ids: Sequence[str], *, limit: int = 500) -> tuple[Act, ...]:
    """Return the newest acts that touched any of these records, newest first."""
    positions = (
        select(JOURNAL_TOUCH.c.position)
        .where(JOURNAL_TOUCH.c.record_id.in_(record_ids))
        .distinct()
        .order_by(JOURNAL_TOUCH.c.position.desc())
        .limit(limit)
    )
    rows = connection.execute(
        select(JOURNAL).where(JOURNAL.c.position.in_(positions)).order_by(JOURNAL.c.position.desc())
    ).mappings()
    return tuple(_act(row) for row in rows)


def broken_link(entries: Iterable[Act]) -> Act | None:
    """Return the first act whose hash does not fit its contents or the act before it, or None when the chains hold."""
    heads: dict[tuple[str, int], tuple[int, str]] = {}
    for act in entries:
        number, previous = heads.get((act.install, act.epoch), (0, GENESIS))
        if act.number != number + 1 or act.previous != previous or act_hash(act) != act.hash:
            return act
        heads[act.install, act.epoch] = (act.number, act.hash)
    return None


def _act(row: Any) -> Act:
    return Act(
        install=row["install"],
        epoch=row["epoch"],
        number=row["number"],
        id=row["id"],
        at=row["at"],
        by=row["by"],
        kind=row["kind"],
        subject=row["subject"],
        reason=row["reason"],
        changes=changes_from_text(row["changes"]),
        previous=row["previous"],
        hash=row["hash"],
    )
