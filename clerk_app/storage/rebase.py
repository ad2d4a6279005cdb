"""Going over to what the county tells: its order, its acts in place of what this laptop wrote instead, and the laptop's own acts done
again after them.

All of it happens in the caller's one transaction. Acts that leave the journal stay in ``given_up_act``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from msgspec import structs
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from clerk_app.domain.act import Act, Change, Scalar, to_line
from clerk_app.domain.merge import commute
from clerk_app.errors import ClerkError, SituationError
from clerk_app.storage import journal, search, village_order
from clerk_app.storage.apply import OWN, apply_each, knows
from clerk_app.storage.peer import EpochRow, open_epoch, own_place
from clerk_app.storage.tables import GIVEN_UP, HOUSEHOLD, JOURNAL, JOURNAL_TOUCH
from clerk_app.storage.unit_of_work import new_id
from clerk_app.storage.village_order import Placed, RunRow, Stand, Unfit

_AT_ONCE: Final = 400
_GUARDS: Final = ("update", "delete")


@dataclass(frozen=True, slots=True)
class Redone:
    """An act of ours and what became of it: ``again`` is the act that did the same, None when there was nothing left to do or it does
    not fit any more; ``reason`` tells what a person should know of it.
    """

    act: Act
    again: Act | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the county told: ``lost`` acts of ours that we do not have, ``others`` the other laptops' acts that are new, in order,
    ``runs`` the whole order (None: it said nothing of it), ``redo`` acts of ours to be done again in the epoch ``epoch``.
    """

    lost: Sequence[Act] = ()
    others: Sequence[Act] = ()
    runs: Sequence[RunRow] | None = None
    redo: Sequence[Act] = ()
    epoch: EpochRow | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What going over to it did: acts of ours that were done again, those waiting that do not fit the records any more, and other
    laptops' acts that are not in the county's order any more and went.
    """

    redone: tuple[Redone, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    stale: tuple[Act, ...] = ()


def go_over(connection: Connection, told: Telling, free_number: Callable[[Collection[str]], str], now: str) -> Moved:
    """Make journal, order and records what the county told, with our own waiting acts on top.

    A household whose number is taken meanwhile gets the one that ``free_number`` gives besides those spoken for. Raises SituationError when
    the county's acts do not fit this laptop's; then the transaction must be undone.
    """
    before = village_order.placed(connection)
    stale = _stale(connection, told)
    gone = (*stale, *told.redo)
    if gone:
        _take_out(connection, gone)
    for act in (*told.lost, *told.others):
        journal.append(connection, act)
    village_order.put_runs(connection, _runs_without(connection, gone) if told.runs is None else told.runs)
    try:
        unfit = _catch_up(connection, before, anew=bool(gone or told.lost))
    except ClerkError as error:
        raise SituationError(
            "县里发回的变更与本机接不上（{reason}）：本机数据没有动。请升级程序，或联系县里。", reason=error.message
        ) from error
    redone: tuple[Redone, ...] = ()
    if told.epoch is not None:
        open_epoch(connection, told.epoch)
        redone = tuple(_again(connection, told.redo, told.epoch.install, told.epoch.epoch, free_number))
        search.follow(connection, [change for each in redone if each.again for change in each.again.changes])
    _keep(connection, gone, redone, now)
    again = {act.hash for act in told.others}
    return Moved(redone, unfit, tuple(act for act in stale if act.hash not in again))


def carry_over(
    connection: Connection, acts: Sequence[Act], install: str, free_number: Callable[[Collection[str]], str], now: str
) -> tuple[Redone, ...]:
    """Do acts of another identity of this folder again as the first acts of ``install``."""
    if not acts:
        return ()
    runs = _runs_without(connection, acts)
    _take_out(connection, acts)
    village_order.put_runs(connection, runs)
    village_order.rebuild(connection)
    redone = tuple(_again(connection, acts, install, 1, free_number))
    search.follow(connection, [change for each in redone if each.again for change in each.again.changes])
    _keep(connection, acts, redone, now)
    return redone


def _keep(connection: Connection, gone: Sequence[Act], redone: Sequence[Redone], now: str) -> None:
    """Keep acts that left the journal, with what they became."""
    became = {each.act.hash: each.again.id for each in redone if each.again}
    rows = [{"hash": a.hash, "line": to_line(a), "at": now, "became": became.get(a.hash, "")} for a in gone]
    if rows:
        connection.execute(upsert(GIVEN_UP).on_conflict_do_nothing(), rows)


def _stale(connection: Connection, told: Telling) -> tuple[Act, ...]:
    """Return the other laptops' acts of the journal that are not in the county's order: it was restored, and they come again."""
    if told.runs is None:
        return ()
    last = {(run.install, run.epoch): run.last for run in told.runs}
    fresh = {(act.install, act.epoch): act.number for act in reversed(told.others)}
    own, _ = own_place(connection)
    stale = [
        place
        for place in village_order.placed(connection)
        if place.install != own
        and (
            place.number > last.get((place.install, place.epoch), 0)
            or place.number >= fresh.get((place.install, place.epoch), place.number + 1)
        )
    ]
    return tuple(village_order.load(connection, stale))


def _runs_without(connection: Connection, gone: Sequence[Act]) -> tuple[RunRow, ...]:
    """Return the order as far as it holds without these acts."""
    places = {(act.install, act.epoch): act.number for act in reversed(gone)}
    kept: list[RunRow] = []
    for run in village_order.runs(connection):
        first_gone = places.get((run.install, run.epoch), run.last + 1)
        if first_gone > run.first:
            kept.append(replace(run, last=min(run.last, first_gone - 1)))
        if first_gone <= run.last:
            break
    return tuple(kept)


def _catch_up(connection: Connection, before: Sequence[Placed], *, anew: bool) -> tuple[Unfit, ...]:
    """Bring the records to the new order: on top where that gives the same, else all of them anew."""
    if anew:
        return village_order.rebuild(connection)
    old = [place.hash for place in before if place.stand is not Stand.REFUSED]
    now = [place for place in village_order.placed(connection) if place.stand is not Stand.REFUSED]
    there = set(old)
    added = [place for place in now if place.hash not in there]
    if [place.hash for place in now if place.hash in there] != old:
        return village_order.rebuild(connection)
    first = next((index for index, place in enumerate(now) if place.hash not in there), len(now))
    passed = [place for place in now[first:] if place.hash in there]
    acts = tuple(village_order.load(connection, added))
    if passed and not commute(acts, village_order.load(connection, passed)):
        return village_order.rebuild(connection)
    if any(village_order.fold(connection, connection, added)):
        return village_order.rebuild(connection)
    search.follow(connection, chain.from_iterable(act.changes for act in acts))
    return ()


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


def _again(
    connection: Connection,
    redo: Sequence[Act],
    install: str,
    epoch: int,
    free_number: Callable[[Collection[str]], str],
) -> Iterator[Redone]:
    number, previous = journal.chain_head(connection, install, epoch)
    wanted = {str(c.after.get("number")) for act in redo for c in act.changes if _is_new_household(c)}
    for act in redo:
        renumbered, told, fresh = _renumbered(connection, act, lambda: free_number(wanted))
        wanted.add(fresh)
        changes = _left_to_do(connection, renumbered)
        if not changes:
            yield Redone(act, None, "")
            continue
        renewed = journal.sealed(
            structs.replace(
                act,
                install=install,
                epoch=epoch,
                number=number + 1,
                id=new_id(),
                previous=previous,
                changes=changes,
            )
        )
        (problem,) = apply_each(connection, (renewed,))
        if problem is not None:
            told = "这笔变更与县里发回的内容重复（如同一身份号码），没有照做：请核对后重新办理。"
            yield Redone(act, None, told)
            continue
        journal.append(connection, renewed)
        number, previous = renewed.number, renewed.hash
        yield Redone(act, renewed, told)


def _renumbered(connection: Connection, act: Act, free_number: Callable[[], str]) -> tuple[Act, str, str]:
    """Return the act with another number for a new household whose number is taken, the sentence that tells it, and the number."""
    for place, change in enumerate(act.changes):
        number = change.after.get("number")
        if _is_new_household(change) and _is_taken(connection, change.id, number):
            fresh = free_number()
            told = f"户编号 {number} 已被县里发回的另一户占用，本户改为 {fresh}：请在纸上一并改正。"
            other = structs.replace(change, after={**change.after, "number": fresh})
            return structs.replace(act, changes=(*act.changes[:place], other, *act.changes[place + 1 :])), told, fresh
    return act, "", ""


def _is_new_household(change: Change) -> bool:
    return change.table == HOUSEHOLD.name and change.base == 0


def _is_taken(connection: Connection, household: str, number: Scalar) -> bool:
    taken = select(HOUSEHOLD.c.id).where(HOUSEHOLD.c.number == number, HOUSEHOLD.c.id != household)
    return connection.execute(taken).first() is not None


def _left_to_do(connection: Connection, act: Act) -> tuple[Change, ...]:
    """Return the changes of an act that the records do not show already; what is contested is left to the merge."""
    if not knows(act):
        return act.changes
    left: list[Change] = []
    for change in act.changes:
        row = _row(connection, change)
        is_there = row is not None and (change.base == 0 or all(row[name] == v for name, v in change.after.items()))
        if not is_there:
            left.append(change)
    return tuple(left)


def _row(connection: Connection, change: Change) -> Any:
    table = OWN.tables[change.table]
    return connection.execute(select(table).where(table.c.id == change.id)).mappings().first()
