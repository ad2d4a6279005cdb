"""Putting what the county has in place of what this laptop wrote instead, and doing the laptop's own acts again after it.

All of it happens in the caller's one transaction. Acts that leave the journal stay in ``given_up_act``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from clerk_app.domain.act import Act, Change, Scalar, to_line
from clerk_app.errors import ClerkError, SituationError
from clerk_app.storage import journal, search
from clerk_app.storage.apply import OWN, apply_acts, apply_each, knows
from clerk_app.storage.peer import EpochRow, open_epoch
from clerk_app.storage.queries import last_household_number
from clerk_app.storage.tables import GIVEN_UP, HOUSEHOLD, JOURNAL, JOURNAL_TOUCH, PERSON, RECORD_TABLES
from clerk_app.storage.unit_of_work import new_id

_AT_ONCE: Final = 400
_GUARDS: Final = ("update", "delete")


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that both sides changed: what we wrote and what is there now (None as a whole: the record is not there)."""

    table: str
    id: str
    field: str
    ours: Scalar
    theirs: Scalar


@dataclass(frozen=True, slots=True)
class Redone:
    """An act of ours and what became of it: ``again`` is the act that did the same, None when there was nothing left to do or it
    clashes; then ``reason`` tells it.
    """

    act: Act
    again: Act | None
    reason: str
    clashes: tuple[Clash, ...]


def rebase(
    connection: Connection,
    lost: Sequence[Act],
    redo: Sequence[Act],
    epoch: EpochRow,
    number_after: Callable[[str | None], str],
) -> tuple[Redone, ...]:
    """Take ``redo`` out of the journal, ``lost`` into it, rebuild the records, open the epoch and do each of ``redo`` again in it.

    A household whose number is taken meanwhile gets the one that ``number_after`` gives after the highest. Raises SituationError when the county's acts do not fit this laptop's; then the transaction must be undone.
    """
    _take_out(connection, redo)
    _rebuild(connection, lost)
    open_epoch(connection, epoch)
    done = tuple(_again(connection, redo, epoch, number_after))
    given_up = [
        {
            "hash": each.act.hash,
            "line": to_line(each.act),
            "at": epoch.opened_at,
            "became": each.again.id if each.again else "",
        }
        for each in done
    ]
    if given_up:
        connection.execute(insert(GIVEN_UP), given_up)
    search.index_people(connection, list(connection.execute(select(PERSON.c.id)).scalars()))
    return done


def _take_out(connection: Connection, acts: Sequence[Act]) -> None:
    for guard in _GUARDS:
        connection.exec_driver_sql(f"DROP TRIGGER journal_no_{guard}")
    hashes = [act.hash for act in acts]
    for start in range(0, len(hashes), _AT_ONCE):
        gone = select(JOURNAL.c.position).where(JOURNAL.c.hash.in_(hashes[start : start + _AT_ONCE]))
        connection.execute(delete(JOURNAL_TOUCH).where(JOURNAL_TOUCH.c.position.in_(gone)))
        connection.execute(delete(JOURNAL).where(JOURNAL.c.hash.in_(hashes[start : start + _AT_ONCE])))
    for guard in _GUARDS:
        connection.exec_driver_sql(
            f"CREATE TRIGGER journal_no_{guard} BEFORE {guard.upper()} ON journal"
            " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )


def _rebuild(connection: Connection, lost: Sequence[Act]) -> None:
    for table in ("search_key", "search_number", "search_entry"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    for record in reversed(RECORD_TABLES):
        connection.execute(delete(record))
    try:
        apply_acts(connection, list(journal.acts(connection)))
        apply_acts(connection, lost)
    except ClerkError as error:
        raise SituationError(
            "县里发回的变更与本机接不上（{reason}）：本机数据没有动。请升级程序，或联系县里。", reason=error.message
        ) from error
    for act in lost:
        journal.append(connection, act)


def _again(
    connection: Connection, redo: Sequence[Act], epoch: EpochRow, number_after: Callable[[str | None], str]
) -> Iterator[Redone]:
    number, previous = journal.chain_head(connection, epoch.install, epoch.epoch)
    wanted = [str(c.after.get("number")) for act in redo for c in act.changes if _is_new_household(c)]
    highest = max(
        (len(each), each) for each in [last_household_number(connection) or "", *filter(str.isdecimal, wanted)]
    )[1]
    for act in redo:
        renumbered, told = _renumbered(connection, act, number_after(highest))
        highest = number_after(highest) if told else highest
        changes, clashes = _on_top(connection, renumbered)
        if clashes:
            yield Redone(act, None, "县里已有的内容与这条变更不同，没有照做：请核对后重新办理。", clashes)
            continue
        if not changes:
            yield Redone(act, None, "", ())
            continue
        renewed = journal.sealed(
            replace(
                act,
                install=epoch.install,
                epoch=epoch.epoch,
                number=number + 1,
                id=new_id(),
                previous=previous,
                changes=changes,
            )
        )
        (problem,) = apply_each(connection, (renewed,))
        if problem is not None:
            told = "这条变更与县里发回的内容重复（如同一身份号码），没有照做：请核对后重新办理。"
            yield Redone(act, None, told, ())
            continue
        journal.append(connection, renewed)
        number, previous = renewed.number, renewed.hash
        yield Redone(act, renewed, told, ())


def _renumbered(connection: Connection, act: Act, fresh: str) -> tuple[Act, str]:
    """Return the act with ``fresh`` for the number of a new household that is taken, and the sentence that tells it."""
    for place, change in enumerate(act.changes):
        number = change.after.get("number")
        if _is_new_household(change) and _is_taken(connection, change.id, number):
            told = f"户编号 {number} 已被县里发回的另一户占用，本户改为 {fresh}：请在纸上一并改正。"
            other = replace(change, after={**change.after, "number": fresh})
            return replace(act, changes=(*act.changes[:place], other, *act.changes[place + 1 :])), told
    return act, ""


def _is_new_household(change: Change) -> bool:
    return change.table == HOUSEHOLD.name and change.base == 0


def _is_taken(connection: Connection, household: str, number: Scalar) -> bool:
    taken = select(HOUSEHOLD.c.id).where(HOUSEHOLD.c.number == number, HOUSEHOLD.c.id != household)
    return connection.execute(taken).first() is not None


def _on_top(connection: Connection, act: Act) -> tuple[tuple[Change, ...], tuple[Clash, ...]]:
    """Return what is left to do of an act on the rows as they are now, and the fields that were changed otherwise meanwhile."""
    left: list[Change] = []
    clashes: list[Clash] = []
    if not knows(act):
        return act.changes, ()
    for change in act.changes:
        row = _row(connection, change)
        if change.base == 0 and row is None:
            left.append(change)
        elif row is None:
            clashes += [Clash(change.table, change.id, name, value, None) for name, value in change.after.items()]
        else:
            other = {name: value for name, value in change.after.items() if row[name] != value}
            clash = [name for name in other if change.base == 0 or row[name] != change.before.get(name)]
            clashes += [Clash(change.table, change.id, name, other[name], row[name]) for name in clash]
            if other and not clash:
                before = {name: row[name] for name in other}
                left.append(Change(change.table, change.id, row["version"], before, other))
    return tuple(left), tuple(clashes)


def _row(connection: Connection, change: Change) -> Any:
    table = OWN.tables[change.table]
    return connection.execute(select(table).where(table.c.id == change.id)).mappings().first()
