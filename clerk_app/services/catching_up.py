"""Going on after an answer: the county's order and the other laptops' acts taken in, lost acts of our own taken over, ours done again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk_app.domain.act import GENESIS, Act
from clerk_app.errors import UserError
from clerk_app.services.numbering import next_household
from clerk_app.storage import journal, lost, peer, village_order
from clerk_app.storage.peer import EpochRow, Session
from clerk_app.storage.rebase import Redone, Telling, go_over
from clerk_app.storage.village_order import RunRow, Unfit

if TYPE_CHECKING:
    from clerk_app.exchange.protocol import Answer, Rebase
    from clerk_app.exchange.village_order import Order, Run, Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """What happened to a laptop that had fallen behind: the new epoch, how many acts came back from the county, how many of ours were
    done again, and how many of them need a person.
    """

    epoch: int
    taken_over: int
    done_again: int
    clashed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an answer brings beside its word on our own acts: lost acts of ours, the village's order, the other laptops' acts."""

    caught: Sequence[Act] = ()
    order: Order | None = None
    others: Sequence[Act] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneOver:
    """What became of it. ``lacks``: something is missing that only another answer can bring. ``from_others`` acts of other laptops came.

    ``redone`` are acts done again of which a person should know, ``unfit`` our waiting acts that do not fit any more, ``withdrawn`` acts
    of other laptops that the county does not have any more.
    """

    lacks: bool
    caught_up: CaughtUp | None = None
    from_others: int = 0
    redone: tuple[Redone, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    withdrawn: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class _Next:
    """The order to go over to, and the acts of other laptops that are new in it."""

    runs: tuple[RunRow, ...]
    fresh: tuple[Act, ...]


def take_over(session: Session, answer: Answer, brought: Brought, now: str, *, is_behind: bool) -> GoneOver:
    """Take in what an answer brings; ``is_behind`` says that it names acts of ours that we do not have, or kept ours apart.

    Raises SituationError when the county's acts do not fit here, UserError when they do not follow each other; then nothing may stay.
    """
    plan = _plan(session, answer, brought) if is_behind else None
    if is_behind and plan is None:
        return GoneOver(lacks=True)
    order = None if brought.order is None else _next_order(session, brought.order, brought, plan)
    epoch = None
    if plan is not None:
        epoch = _next_epoch(session, answer, now)
        peer.set_acknowledged(session, epoch.install, [(p.epoch, p.number, p.hash) for p in answer.applied if p.number])
    if plan is None and order is None:
        return GoneOver(lacks=brought.order is not None)
    telling = Telling(
        lost=plan.lost if plan else (),
        others=order.fresh if order else (),
        runs=order.runs if order else None,
        redo=plan.redo if plan else (),
        epoch=epoch,
    )
    if brought.order is not None:
        laptops = [(each.install, each.seat, each.standing.value) for each in brought.order.laptops]
        village_order.put_laptops(session, laptops, brought.order.seat)
    moved = go_over(session, telling, lambda besides: next_household(session, besides), now)
    return GoneOver(
        lacks=brought.order is not None and order is None,
        caught_up=_caught_up(session, epoch, plan, moved.redone),
        from_others=len(telling.others),
        redone=tuple(each for each in moved.redone if each.reason),
        unfit=moved.unfit,
        withdrawn=moved.stale,
    )


def seen_of(session: Session) -> Seen:
    """Return how far this laptop knows the village's order, as its packets say it."""
    from clerk_app.exchange.village_order import Seen, digest_after  # noqa: PLC0415 - the start needs no protocol

    runs = [_as_run(row) for row in village_order.runs(session)]
    hashes = village_order.hashes(session) if runs else {}
    settled = [(hashes[place], place[2] in run.refused) for run in runs for place in run.places]
    return Seen(len(settled), digest_after(GENESIS, settled), peer.own_seat(session))


def _plan(session: Session, answer: Answer, brought: Brought) -> Rebase | None:
    from clerk_app.exchange.protocol import plan_rebase  # noqa: PLC0415 - the start needs no protocol

    install, _ = peer.own_place(session)
    own = [act for act in journal.acts(session) if act.install == install]
    return plan_rebase(own, [act for act in brought.caught if act.install == install], answer.applied)


def _next_epoch(session: Session, answer: Answer, now: str) -> EpochRow:
    from clerk_app.exchange.protocol import Position  # noqa: PLC0415 - as above

    install, epoch = peer.own_place(session)
    newest = max(answer.applied, key=lambda place: place.epoch, default=Position(epoch, 0, GENESIS))
    known = [epoch, *(place.epoch for place in answer.applied), *(act.epoch for act, _ in answer.apart)]
    return EpochRow(
        install=install,
        epoch=max([*known, *peer.epochs_written(session, install)]) + 1,
        base_install=install,
        base_epoch=newest.epoch,
        base_number=newest.number,
        base_hash=newest.hash,
        opened_at=now,
    )


def _caught_up(
    session: Session, epoch: EpochRow | None, plan: Rebase | None, redone: Sequence[Redone]
) -> CaughtUp | None:
    if epoch is None or plan is None:
        return None
    again = {each.again.id for each in redone if each.again is not None}
    contested = {row.act_id for row in lost.of_acts(session, again)}
    told = {each.again.id if each.again else each.act.id for each in redone if each.reason}
    return CaughtUp(epoch=epoch.epoch, taken_over=len(plan.lost), done_again=len(again), clashed=len(told | contested))


def _next_order(session: Session, order: Order, brought: Brought, plan: Rebase | None) -> _Next | None:
    """Return the order to go over to; None when it does not join what is here, or names acts that are not here and did not come."""
    from clerk_app.exchange.village_order import cut, digest_after, is_linked  # noqa: PLC0415 - as above

    here = [_as_run(row) for row in village_order.runs(session)]
    hashes = village_order.hashes(session)
    known = cut(here, order.after)
    settled = [(hashes.get(place, ""), place[2] in run.refused) for run in known for place in run.places]
    if len(settled) != order.after or digest_after(GENESIS, settled) != order.digest:
        return None
    own, _ = peer.own_place(session)
    ours = {place: digest for place, digest in hashes.items() if place[0] == own}
    ours |= {(act.install, act.epoch, act.number): act.hash for act in (plan.lost if plan else ())}
    came = {(act.install, act.epoch, act.number): act for act in brought.others if act.install != own}
    told: list[tuple[str, bool]] = []
    for run in order.runs:
        for place in run.places:
            digest = came[place].hash if place in came else ours.get(place, hashes.get(place))
            if digest is None:
                return None
            told.append((digest, place[2] in run.refused))
    if digest_after(order.digest, told) != order.end:
        return None
    named = [came[place] for run in order.runs for place in run.places if place in came]
    fresh = tuple(act for act in named if hashes.get((act.install, act.epoch, act.number)) != act.hash)
    firsts = {(act.install, act.epoch): act for act in reversed(fresh)}
    heads = [journal.act_at(session, act.install, act.epoch, act.number - 1) for act in firsts.values()]
    if not is_linked(fresh, [head for head in heads if head is not None]):
        raise UserError("别的电脑的变更前后接不上，这份回执不能导入：请向县里要新的回执。")
    return _Next(tuple(_as_row(run) for run in _joined((*known, *order.runs))), fresh)


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    from clerk_app.exchange.village_order import Settled, runs_of  # noqa: PLC0415 - as above

    return runs_of(
        Settled(*place, "", place[2] in refused)
        for run in runs
        for refused in (frozenset(run.refused),)
        for place in run.places
    )


def _as_run(row: RunRow) -> Run:
    from clerk_app.exchange.village_order import Run  # noqa: PLC0415 - as above

    return Run(row.install, row.epoch, row.first, row.last, row.refused)


def _as_row(run: Run) -> RunRow:
    return RunRow(run.install, run.epoch, run.first, run.last, run.refused)
