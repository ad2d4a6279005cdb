"""What went out and what came in: every packet written here and every packet of the county imported here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain.money import Money
from clerk_app.services.catching_up import CaughtUp
from clerk_app.services.workspace import Workspace
from clerk_app.storage import packets, peer, queries
from clerk_app.storage.packets import PacketRow
from clerk_app.storage.peer import ReceivedRow, Session

_MOST: Final = 500


class Fate(StrEnum):
    """What the county said of a packet that was written: all its acts settled, some, none yet, or done again in a later packet."""

    SETTLED = "settled"
    PARTLY = "partly"
    OPEN = "open"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One packet that was written and verified: ``at`` is the desk's time, ``size`` in bytes, ``money`` of the acts in it."""

    number: int
    epoch: int
    name: str
    at: datetime
    by: str
    sha256: str
    acts: int
    first_act: int
    last_act: int
    money: Money
    size: int
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One packet of the county that was imported; the figures are None where an older program imported it and kept none."""

    kind: str
    number: int
    epoch: int
    name: str
    at: datetime
    by: str
    sha256: str
    made_at: datetime
    settled: tuple[int, int] | None = None
    cleared: int | None = None
    held: int | None = None
    refused: int | None = None
    notices: int | None = None
    standing: str = ""
    caught_up: CaughtUp | None = None


def exchange_history(workspace: Workspace) -> tuple[Sent | Came, ...]:
    """Return the last packets of both directions, at most five hundred of each, the newest first."""
    with workspace.store.reading() as connection:
        clerks = queries.clerk_names(connection)
        written = packets.newest(connection, limit=_MOST)
        came = peer.received(connection, limit=_MOST)
        install, epoch = peer.own_place(connection)
        done = peer.acknowledged(connection, install)
        waiting = {span.epoch for span in peer.waiting_spans(connection)}
        going_on = waiting | {epoch}
        sent = [
            _sent(row, _fate(row, done, going_on) if _is_ours(connection, install, row) else Fate.REPLACED, clerks)
            for row in written
        ]
    both: list[Sent | Came] = [*sent, *(_came(row, clerks) for row in came)]
    return tuple(sorted(both, key=lambda each: (each.at, each.number), reverse=True))


def standing_of(session: Session, county: str) -> str:
    """Return what the county's newest answer says of this laptop: admitted, revoked, or waiting where no answer came yet."""
    return standing_since(session, county)[0]


def standing_since(session: Session, county: str) -> tuple[str, date | None]:
    """Return the standing and the day on which the answer that tells it was imported here, or None where no answer came yet."""
    for row in peer.received(session, limit=_MOST):
        if row.kind == "answer" and json.loads(row.manifest).get("install") == county:
            standing = _account(row).get("standing") or "admitted"  # only admitted and revoked laptops are answered
            return str(standing), datetime.fromisoformat(row.at).astimezone().date()
    return "waiting", None


def _is_ours(session: Session, install: str, row: PacketRow) -> bool:
    """Say whether the packet's last act still stands in the journal; a restored laptop's own acts are done again elsewhere."""
    if not row.acts:
        return True
    head: str = json.loads(row.manifest)["chain_head"]
    return peer.own_hash(session, install, row.epoch, row.last_act) == head


def _fate(row: PacketRow, done: Mapping[int, int], going_on: set[int]) -> Fate:
    settled = done.get(row.epoch, 0)
    if row.last_act <= settled:
        return Fate.SETTLED
    if row.epoch not in going_on:
        return Fate.REPLACED
    return Fate.PARTLY if settled >= row.first_act else Fate.OPEN


def _sent(row: PacketRow, fate: Fate, clerks: Mapping[str, str]) -> Sent:
    return Sent(
        number=row.number,
        epoch=row.epoch,
        name=row.name,
        at=datetime.fromisoformat(row.at).astimezone(),
        by=clerks.get(row.by, row.by),
        sha256=row.sha256,
        acts=row.acts,
        first_act=row.first_act,
        last_act=row.last_act,
        money=Money(int(json.loads(row.manifest)["money_fen"])),
        size=row.bytes,
        fate=fate,
    )


def _came(row: ReceivedRow, clerks: Mapping[str, str]) -> Came:
    known = _account(row)
    up = known.get("caught_up")
    return Came(
        kind=row.kind,
        number=row.number,
        epoch=row.epoch,
        name=row.name,
        at=datetime.fromisoformat(row.at).astimezone(),
        by=clerks.get(row.by, row.by),
        sha256=row.sha256,
        made_at=datetime.fromisoformat(json.loads(row.manifest)["created_at"]).astimezone(),
        settled=tuple(known["settled"]) if "settled" in known else None,
        cleared=known.get("cleared"),
        held=known.get("held"),
        refused=known.get("refused"),
        notices=known.get("notices"),
        standing=known.get("standing", ""),
        caught_up=CaughtUp(epoch=up[0], taken_over=up[1], done_again=up[2], clashed=up[3]) if up else None,
    )


def _account(row: ReceivedRow) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(row.account) if row.account else {}
    return read
