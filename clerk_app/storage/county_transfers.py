"""Households that move between villages, as only the county can see them: both sides' records side by side, nothing kept twice.

A transfer's state follows from the two records alone, so packets that come twice, late or never leave it what the acts make it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, and_, select

from clerk_app.domain.act import Act, Scalar
from clerk_app.domain.transfer import TransferStanding
from clerk_app.storage import county as rows
from clerk_app.storage.county_tables import ACT, RECORDS, VILLAGE

_AT_ONCE: Final = 500
_SIDE = RECORDS["transfer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BothSides:
    """A household's move: what the village it left recorded, and what the new one did (None: nothing yet).

    ``to_name`` is the new village's name at the county, empty where it was never invited; then ``to_told`` is what the old one wrote.
    """

    id: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str
    to_told: str
    household: str
    people: tuple[str, ...]
    moved_on: date
    noted_on: date
    reason: str
    sent: TransferStanding
    received: TransferStanding | None
    received_on: date | None
    received_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OddMove:
    """A move that a village recorded in a way this program does not understand: which, and between which villages."""

    id: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str


def both_sides(connection: Connection, *, leaving: str = "", coming: str = "") -> tuple[BothSides, ...]:
    """Return the moves out of a village, or into one, or all, in the order they were recorded."""
    found = _moves(connection, leaving, coming)
    return tuple(move for row in found for move in _readable(row))


def odd_moves(connection: Connection, *, coming: str = "") -> tuple[OddMove, ...]:
    """Return the moves that ``both_sides`` leaves out, into a village or all, in the order they were recorded."""
    return tuple(
        OddMove(
            id=row["id"],
            from_code=row["village"],
            from_name=row["from_name"],
            to_code=row["village_code"],
            to_name=row["to_name"] or row["village_name"],
        )
        for row in _moves(connection, "", coming)
        if not _readable(row)
    )


def _moves(connection: Connection, leaving: str, coming: str) -> Sequence[Any]:
    there = _SIDE.alias("there")
    here, into = VILLAGE.alias("here"), VILLAGE.alias("into")
    statement = (
        select(
            _SIDE,
            here.c.name.label("from_name"),
            into.c.name.label("to_name"),
            there.c.standing.label("received"),
            there.c.noted_on.label("received_on"),
            there.c.reason.label("received_reason"),
        )
        .join(here, here.c.code == _SIDE.c.village)
        .outerjoin(into, into.c.code == _SIDE.c.village_code)
        .outerjoin(there, and_(there.c.village == _SIDE.c.village_code, there.c.origin == _SIDE.c.id))
        .where(_SIDE.c.origin == "")
        .order_by(_SIDE.c.noted_on, _SIDE.c.village, _SIDE.c.id)
    )
    if leaving:
        statement = statement.where(_SIDE.c.village == leaving)
    if coming:
        statement = statement.where(_SIDE.c.village_code == coming)
    return connection.execute(statement).mappings().all()


def _readable(row: Any) -> tuple[BothSides, ...]:
    """Return the move, or nothing where a village wrote what this program does not understand; its acts stand all the same."""
    try:
        return (_both(row),)
    except (ValueError, TypeError):
        return ()


def _both(row: Any) -> BothSides:
    return BothSides(
        id=row["id"],
        from_code=row["village"],
        from_name=row["from_name"],
        to_code=row["village_code"],
        to_name=row["to_name"] or "",
        to_told=row["village_name"],
        household=row["household_id"] or "",
        people=tuple(json.loads(row["people"])),
        moved_on=date.fromisoformat(row["moved_on"]),
        noted_on=date.fromisoformat(row["noted_on"]),
        reason=row["reason"],
        sent=TransferStanding.of(row["standing"]),
        received=None if row["received"] is None else TransferStanding.of(row["received"]),
        received_on=None if row["received_on"] is None else date.fromisoformat(row["received_on"]),
        received_reason=row["received_reason"] or "",
    )


def records_where(
    connection: Connection, village: str, table: str, column: str, values: Collection[str]
) -> tuple[tuple[str, dict[str, Scalar]], ...]:
    """Return records of a village whose column holds one of these values: id and fields, by id."""
    source = RECORDS[table]
    left_out = {"village", "id", "version"}
    found: list[tuple[str, dict[str, Scalar]]] = []
    for some in _portions(values):
        statement = select(source).where(source.c.village == village, source.c[column].in_(some)).order_by(source.c.id)
        found += [
            (row["id"], {name: value for name, value in row.items() if name not in left_out})
            for row in connection.execute(statement).mappings()
        ]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def applied_acts_about(connection: Connection, village: str, subjects: Collection[str]) -> tuple[Act, ...]:
    """Return the applied acts of a village with one of these subjects, in the order they were settled."""
    found: list[tuple[int, Act]] = []
    for some in _portions(subjects):
        statement = select(ACT).where(ACT.c.village == village, ACT.c.state == rows.APPLIED, ACT.c.subject.in_(some))
        found += [(row["position"], rows.act_of(row)) for row in connection.execute(statement).mappings()]
    return tuple(act for _, act in sorted(found, key=lambda pair: pair[0]))


def clerk_names(connection: Connection, village: str) -> dict[str, str]:
    """Return the names of a village's clerks by id."""
    clerk = RECORDS["clerk"]
    return {
        row.id: row.name
        for row in connection.execute(select(clerk.c.id, clerk.c.name).where(clerk.c.village == village))
    }


def _portions(values: Collection[str]) -> Iterator[list[str]]:
    every = sorted(set(values))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
