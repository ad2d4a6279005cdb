"""A laptop restored from an old copy, or copied, goes on: the county's acts first, its own again after them, in a new epoch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk_app.domain.act import GENESIS, Act
from clerk_app.services.households import number_after
from clerk_app.storage import journal, peer
from clerk_app.storage.peer import EpochRow, Session
from clerk_app.storage.rebase import Redone, rebase

if TYPE_CHECKING:
    from clerk_app.exchange.protocol import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """What happened: the new epoch, how many acts came back from the county, how many of ours were done again, and what clashed."""

    epoch: int
    taken_over: int
    done_again: int
    clashed: int


def catch_up(
    session: Session, answer: Answer, sent: Sequence[Act], now: str
) -> tuple[CaughtUp, tuple[Redone, ...]] | None:
    """Take over what the county has and open a new epoch; return what happened, and our acts that could not be done again.

    None when the acts that the county sent do not reach back to what both have.
    """
    from clerk_app.exchange.protocol import Position, plan_rebase  # noqa: PLC0415 - the start needs no protocol

    install, epoch = peer.own_place(session)
    own = [act for act in journal.acts(session) if act.install == install]
    plan = plan_rebase(own, [act for act in sent if act.install == install], answer.applied)
    if plan is None:
        return None
    newest = max(answer.applied, key=lambda place: place.epoch, default=Position(epoch, 0, GENESIS))
    known = [epoch, *(act.epoch for act in own), *(place.epoch for place in answer.applied)]
    known += [act.epoch for act, _ in answer.apart]
    row = EpochRow(
        install=install,
        epoch=max(known) + 1,
        base_install=install,
        base_epoch=newest.epoch,
        base_number=newest.number,
        base_hash=newest.hash,
        opened_at=now,
    )
    done = rebase(session, plan.lost, plan.redo, row, number_after)
    places = [(place.epoch, place.number, place.hash) for place in answer.applied if place.number]
    peer.set_acknowledged(session, install, places)
    clashes = tuple(each for each in done if each.reason)
    caught_up = CaughtUp(
        epoch=row.epoch,
        taken_over=len(plan.lost),
        done_again=sum(each.again is not None for each in done),
        clashed=len(clashes),
    )
    return caught_up, clashes
