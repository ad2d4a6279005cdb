"""Acts to rows: the one way to rebuild a state from a journal, in a village and at the county.

A portion of acts is folded in memory over the rows it touches and written at once, first in the belief that what they call new is new.
Only when the database refuses the whole is it done act by act, to find the one that does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select
from sqlalchemy.exc import DataError, IntegrityError

from clerk_app.domain.act import Act, Change
from clerk_app.domain.merge import unmet
from clerk_app.errors import UserError
from clerk_app.storage import lost
from clerk_app.storage.fold import Fold, conflict
from clerk_app.storage.merge_tables import LOST_VALUE
from clerk_app.storage.record_rows import Target
from clerk_app.storage.shapes import Brought
from clerk_app.storage.tables import RECORD_TABLES

_PORTION: Final = 2_000


OWN: Final = Target({table.name: table for table in RECORD_TABLES}, keeps_losses=True)
"""A village's own records."""


def knows(act: Act, target: Target = OWN) -> bool:
    """Say whether this program has every table and field of an act; one of a newer program may have others."""
    for change in act.changes:
        shape = target.shapes.get(change.table)
        if shape is None or not shape.knows(change):
            return False
    return True


def _nobody(_act: Act) -> None:
    """Tell nobody."""


def apply_each(
    connection: Connection,
    acts: Iterable[Act],
    target: Target = OWN,
    tell_held: Callable[[Act], object] = _nobody,
) -> Iterator[UserError | None]:
    """Apply acts in order; give for each None, or the sentence why it does not fit: such an act changes nothing.

    ``tell_held`` is told of an act that has its place but changed nothing, as it stands against another laptop's: a person is to decide.
    """
    remaining = iter(acts)
    while portion := tuple(islice(remaining, _PORTION)):
        outcomes = _apply_together(connection, portion, target, tell_held, believing=True)
        if outcomes is None:
            outcomes = _apply_together(connection, portion, target, tell_held)
        if outcomes is None:
            outcomes = [_apply_alone(connection, act, target, tell_held) for act in portion]
        yield from outcomes


def apply_all(connection: Connection, acts: Sequence[Act | Brought], target: Target) -> bool:
    """Apply acts, or what they bring together, that all fit, bring what is not there yet and wait for nobody; say whether they
    are such. If not, nothing is done. ``target`` keeps no losses.
    """
    try:
        with connection.begin_nested() as savepoint:
            fold = Fold(connection, acts, target, believing=True)
            fits = all(fold.add(act) is None if isinstance(act, Act) else fold.bring(act) for act in acts)
            if not fits or fold.held:
                savepoint.rollback()
                return False
            fold.write()
    except (IntegrityError, DataError):
        return False
    return True


def _apply_together(
    connection: Connection,
    acts: Sequence[Act],
    target: Target,
    tell_held: Callable[[Act], object],
    *,
    believing: bool = False,
) -> list[UserError | None] | None:
    """Apply acts and return what became of each; None when they could not be written, or not all as they say: then nothing is done."""
    try:
        with connection.begin_nested() as savepoint:
            fold = Fold(connection, acts, target, believing=believing)
            outcomes = [fold.add(act) for act in acts]
            if believing and (fold.held or any(outcomes)):
                savepoint.rollback()
                return None
            fold.write()
            if target.keeps_losses:
                lost.note(connection, fold.steps)
    except (IntegrityError, DataError):
        return None
    for act in fold.held:
        tell_held(act)
    return outcomes


def _apply_alone(
    connection: Connection, act: Act, target: Target, tell_held: Callable[[Act], object]
) -> UserError | None:
    outcomes = _apply_together(connection, (act,), target, tell_held)
    if outcomes is None:
        return conflict(act, act.changes[0] if len(act.changes) == 1 else None)
    return outcomes[0]


def differing_table(first: Connection, second: Connection) -> str | None:
    """Return the name of the first record table whose rows differ between two databases, or None; what was lost counts as well."""
    lost_values = [column for column in LOST_VALUE.columns if not column.primary_key]
    statements = [(table.name, select(table).order_by(table.c.id)) for table in RECORD_TABLES]
    statements.append((LOST_VALUE.name, select(*lost_values).order_by(*lost_values)))
    for name, statement in statements:
        left, right = (connection.execute(statement).all() for connection in (first, second))
        if left != right:
            return name
    return None


@cache
def _row_statement(table: str) -> Select[Any]:
    """Return what reads one record; built once, as every act asks."""
    found = OWN.tables[table]
    return select(found).where(found.c.id == bindparam("record"))


@cache
def _inhabited_statement() -> Select[Any]:
    """Return what asks whether anybody belongs to a household."""
    places = OWN.tables["membership"].c
    return select(places.id).where(places.household_id == bindparam("household"), places.to_on.is_(None)).limit(1)


def require_met(connection: Connection, changes: Sequence[Change]) -> None:
    """Raise UserError when an act just written leaves what no other laptop would take over: see :func:`clerk_app.domain.merge.unmet`."""

    def row_of(table: str, record: str) -> Mapping[str, Any] | None:
        row = connection.execute(_row_statement(table), {"record": record}).mappings().first()
        return None if row is None else dict(row)

    def is_inhabited(household: str) -> bool:
        return connection.execute(_inhabited_statement(), {"household": household}).first() is not None

    if unmet(changes, row_of, is_inhabited) is not None:
        raise UserError("已销户的户里不能有在户成员，去世的人不能在户：请先核对这一户和成员。")
