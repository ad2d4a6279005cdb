"""What lost against another's change: kept with each act as it is applied, closed when a person or a later act settles it.

Derived from the acts in the village's order, like the search tables, and made anew with them. One side is the value of one act; the
sides of a field that are open together are one conflict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from clerk_app.domain.act import Act, Scalar, canonical_json
from clerk_app.domain.ownership import Owner
from clerk_app.storage.merge_tables import LOST_VALUE, SETTLEMENT

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Loss:
    """One field that an act could not write, or a whole act held back at a record (then ``field`` is empty)."""

    table: str
    record: str
    field: str
    value: Scalar
    standing: Scalar
    owner: Owner


@dataclass(frozen=True, slots=True)
class Step:
    """An act as it came out: by table and record the values that stand as it wants them, and what it lost."""

    act: Act
    wrote: Sequence[tuple[str, str, Mapping[str, Scalar]]]
    losses: Sequence[Loss] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LostRow:
    """One loss as it is kept."""

    position: int
    act_id: str
    install: str
    about: str
    record_id: str
    field: str
    value: str
    standing: str
    owner: str
    open: int


def note(connection: Connection, steps: Sequence[Step]) -> None:
    """Keep what these acts lost and close what they settle, in their order."""
    if not any(step.losses for step in steps) and not count_open(connection):
        return
    for step in steps:
        for loss in step.losses:
            _add(connection, step.act, loss)
        for table, record, values in step.wrote:
            _close(connection, step.act.install, table, record, values)


def _add(connection: Connection, act: Act, loss: Loss) -> None:
    is_open = loss.owner is Owner.VILLAGE
    if is_open and loss.field:  # what the same laptop wrote before is overtaken by its newest value
        _close_where(connection, loss.table, loss.record, loss.field, LOST_VALUE.c.install == act.install)
    connection.execute(
        insert(LOST_VALUE),
        {
            "act_id": act.id,
            "install": act.install,
            "about": loss.table,
            "record_id": loss.record,
            "field": loss.field,
            "value": canonical_json(loss.value),
            "standing": canonical_json(loss.standing),
            "owner": loss.owner.value,
            "open": int(is_open),
        },
    )


def _close(connection: Connection, install: str, table: str, record: str, values: Mapping[str, Scalar]) -> None:
    """Close what is settled by values that stand now: the same value, or the laptop's own newer one; or what a person decided."""
    if table == SETTLEMENT.name:
        about = (str(values["about"]), str(values["record_id"]), str(values["field"]))
        _close_where(connection, *about, LOST_VALUE.c.act_id.in_(json.loads(str(values["sides"]))))
        return
    here = (LOST_VALUE.c.about == table) & (LOST_VALUE.c.record_id == record) & (LOST_VALUE.c.open == 1)
    for field in connection.execute(select(LOST_VALUE.c.field).where(here).distinct()).scalars().all():
        if field in values:
            settled = (LOST_VALUE.c.install == install) | (LOST_VALUE.c.value == canonical_json(values[field]))
            _close_where(connection, table, record, field, settled)


def _close_where(connection: Connection, table: str, record: str, field: str, those: object) -> None:
    here = (LOST_VALUE.c.about == table) & (LOST_VALUE.c.record_id == record) & (LOST_VALUE.c.field == field)
    connection.execute(update(LOST_VALUE).where(here, LOST_VALUE.c.open == 1, those).values(open=0))  # type: ignore[arg-type]


def count_open(connection: Connection) -> int:
    """Return how many sides wait for a person."""
    statement = select(func.count()).select_from(LOST_VALUE).where(LOST_VALUE.c.open == 1)
    return int(connection.execute(statement).scalar_one())


def open_sides(connection: Connection) -> tuple[LostRow, ...]:
    """Return the sides that wait for a person, in the order they came."""
    statement = select(LOST_VALUE).where(LOST_VALUE.c.open == 1).order_by(LOST_VALUE.c.position)
    return tuple(LostRow(**row) for row in connection.execute(statement).mappings())


def of_acts(connection: Connection, act_ids: Iterable[str]) -> tuple[LostRow, ...]:
    """Return what these acts lost, settled or not."""
    ids = sorted(set(act_ids))
    found: list[LostRow] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = select(LOST_VALUE).where(LOST_VALUE.c.act_id.in_(ids[start : start + _AT_ONCE]))
        found += [LostRow(**row) for row in connection.execute(some.order_by(LOST_VALUE.c.position)).mappings()]
    return tuple(found)
