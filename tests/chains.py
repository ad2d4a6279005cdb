"""Chains of acts that are about nothing, for the rules of the exchange."""

from __future__ import annotations

from msgspec import structs

from clerk_app.domain.act import GENESIS, Act, act_hash
from clerk_app.exchange.protocol import Position

INSTALL = "01990000-0000-7000-8000-00005ca1ab1e"


def chain(length: int, *, epoch: int = 1, after: Act | None = None, salt: str = "") -> tuple[Act, ...]:
    acts: list[Act] = []
    before = after
    for _ in range(length):
        act = Act(
            install=INSTALL,
            epoch=epoch,
            number=before.number + 1 if before else 1,
            id=f"{salt}{len(acts)}",
            at="2026-03-16T01:00:00.000Z",
            by="clerk",
            kind="register_household",
            reason=salt,
            previous=before.hash if before else GENESIS,
        )
        before = structs.replace(act, hash=act_hash(act))
        acts.append(before)
    return tuple(acts)


def at(act: Act) -> Position:
    return Position(act.epoch, act.number, act.hash)


ACTS = chain(6)
