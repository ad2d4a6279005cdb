"""What the county keeps of the exchange: villages, laptops, every act received, packets in and out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, update

from clerk_app.domain.act import Act, changes_from_text
from clerk_app.domain.publication import PACKET_KINDS
from clerk_app.storage.act_rows import row_of
from clerk_app.storage.bulk import insert_values
from clerk_app.storage.county_tables import ACT, EPOCH, INSTALL, NOT_APPLIED, PACKET, SENT, STATE, VILLAGE
from clerk_app.storage.shapes import Values

APPLIED: Final = "applied"
REFUSED: Final = "refused"
HELD: Final = "held"
FORKED: Final = "forked"
QUARANTINED: Final = "quarantined"
CONTESTED: Final = "contested"
"""An act that has its place but changed nothing: another laptop ended or changed the same record. The village decides."""
SETTLED: Final = (APPLIED, REFUSED, CONTESTED)
STATES: Final = (APPLIED, CONTESTED, REFUSED, HELD, FORKED, QUARANTINED)
Session = Connection
"""An open transaction on the county's records; services only hand it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageRow:
    """A village that was invited."""

    code: str
    name: str
    invited_at: str
    invited_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallRow:
    """A laptop; ``behind_epoch`` above 0: answers bring what was settled after (behind_epoch, behind_number)."""

    id: str
    village: str
    signer: str
    age_recipient: str
    standing: str
    first_seen_at: str
    decided_at: str | None = None
    decided_by: str | None = None
    behind_epoch: int = 0
    behind_number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochRow:
    """An epoch of an install: what it stands on (no base install: nothing) and its last settled act."""

    install: str
    epoch: int
    base_install: str | None
    base_epoch: int | None
    base_number: int | None
    base_hash: str | None
    number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRow:
    """A packet that was taken in."""

    sha256: str
    village: str
    install: str
    epoch: int
    number: int
    created_at: str
    received_at: str
    received_by: str
    acts: int
    money_fen: int
    state_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """A packet that the county wrote; ``install`` is empty for an invitation."""

    epoch: int
    number: int
    kind: str
    village: str
    install: str
    name: str
    sha256: str
    at: str
    by: str


class KeptAct(NamedTuple):
    """An act with what became of it."""

    act: Act
    state: str
    why: str


def counter(connection: Connection) -> tuple[int, int]:
    """Return the county's epoch and the number of its last packet."""
    row = connection.execute(select(STATE.c.epoch, STATE.c.number)).one()
    return row.epoch, row.number


def take_number(connection: Connection) -> tuple[int, int]:
    """Return the epoch and number for the next packet; taken within the caller's transaction."""
    connection.execute(update(STATE).values(number=STATE.c.number + 1))
    return counter(connection)


def open_epoch(connection: Connection, epoch: int) -> None:
    """Begin a new epoch of the county: it was restored from an older copy."""
    connection.execute(update(STATE).values(epoch=epoch, number=0))


def village(connection: Connection, code: str) -> VillageRow | None:
    """Return an invited village, or None."""
    row = connection.execute(select(VILLAGE).where(VILLAGE.c.code == code)).mappings().first()
    return None if row is None else VillageRow(**row)


def villages(connection: Connection) -> tuple[VillageRow, ...]:
    """Return the invited villages by code."""
    return tuple(VillageRow(**row) for row in connection.execute(select(VILLAGE).order_by(VILLAGE.c.code)).mappings())


def put_village(connection: Connection, row: VillageRow) -> None:
    """Note an invited village, or its new name."""
    if village(connection, row.code) is None:
        connection.execute(insert(VILLAGE).values(**asdict(row)))
    else:
        connection.execute(update(VILLAGE).where(VILLAGE.c.code == row.code).values(name=row.name))


def install(connection: Connection, install_id: str) -> InstallRow | None:
    """Return a laptop, or None."""
    row = connection.execute(select(INSTALL).where(INSTALL.c.id == install_id)).mappings().first()
    return None if row is None else InstallRow(**row)


def installs(connection: Connection, village_code: str | None = None) -> tuple[InstallRow, ...]:
    """Return the laptops of a village, or all, in the order they were first seen."""
    statement = select(INSTALL).order_by(INSTALL.c.village, INSTALL.c.first_seen_at, INSTALL.c.id)
    if village_code is not None:
        statement = statement.where(INSTALL.c.village == village_code)
    return tuple(InstallRow(**row) for row in connection.execute(statement).mappings())


def add_install(connection: Connection, row: InstallRow) -> None:
    """Note a laptop that is seen for the first time."""
    connection.execute(insert(INSTALL).values(**asdict(row)))


def change_install(connection: Connection, install_id: str, **values: Any) -> None:
    """Change what is known of a laptop."""
    connection.execute(update(INSTALL).where(INSTALL.c.id == install_id).values(**values))


def epochs(connection: Connection, install_id: str) -> dict[int, EpochRow]:
    """Return the epochs of an install by number."""
    statement = select(EPOCH).where(EPOCH.c.install == install_id).order_by(EPOCH.c.epoch)
    return {row["epoch"]: EpochRow(**row) for row in connection.execute(statement).mappings()}


def add_epoch(connection: Connection, row: EpochRow) -> None:
    """Note an epoch that is seen for the first time."""
    connection.execute(insert(EPOCH).values(**asdict(row)))


def move_head(connection: Connection, install_id: str, epoch: int, number: int, digest: str) -> None:
    """Note the number and the hash of the last settled act of an epoch."""
    place = (EPOCH.c.install == install_id) & (EPOCH.c.epoch == epoch)
    connection.execute(update(EPOCH).where(place).values(number=number, hash=digest))


def known_hashes(
    connection: Connection, village_code: str, install_id: str, epoch: int, numbers: tuple[int, int]
) -> tuple[dict[int, str], dict[int, set[str]]]:
    """Return, for acts of an epoch from one number to another, the settled hash by number, and the hashes of those kept unsettled."""
    statement = select(ACT.c.number, ACT.c.hash, ACT.c.state).where(
        ACT.c.village == village_code,
        ACT.c.install == install_id,
        ACT.c.epoch == epoch,
        ACT.c.number.between(*numbers),
    )
    settled: dict[int, str] = {}
    kept: dict[int, set[str]] = defaultdict(set)
    for number, digest, state in connection.execute(statement):
        if state in SETTLED:
            settled[number] = digest
        else:
            kept[number].add(digest)
    return settled, kept


def last_position(connection: Connection, village_code: str) -> int:
    """Return how many acts of a village are settled."""
    statement = select(func.coalesce(func.max(ACT.c.position), 0)).where(ACT.c.village == village_code)
    return int(connection.execute(statement).scalar_one())


def add_acts(
    connection: Connection, village_code: str, packet: str, kept: Sequence[KeptAct], positions: Mapping[str, int]
) -> None:
    """Store acts that were not here yet; ``positions`` gives by hash the place of those that are settled."""
    of = (village_code, packet)
    insert_values(connection, ACT, (_row(of, *each, positions.get(each.act.hash, 0)) for each in kept))


def settle_acts(
    connection: Connection, village_code: str, kept: Sequence[KeptAct], positions: Mapping[str, int]
) -> None:
    """Note what became of acts that were kept unsettled; ``positions`` as for :func:`add_acts`."""
    if not kept:
        return
    names = ("install", "epoch", "number", "hash")
    where = [ACT.c[name] == bindparam(f"of_{name}") for name in names]
    changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("state", "why", "position")}
    given = [
        {
            **{f"of_{name}": getattr(each.act, name) for name in names},
            "new_state": each.state,
            "new_why": each.why,
            "new_position": positions.get(each.act.hash, 0),
        }
        for each in kept
    ]
    connection.execute(update(ACT).where(ACT.c.village == village_code, *where).values(changed), given)


def _row(of: tuple[str, str], act: Act, state: str, why: str, position: int) -> Values:
    """Return the values of the columns of ``ACT`` in their order; ``of`` are the village and the packet."""
    village_code, packet = of
    return (village_code, *row_of(act), state, why, position, packet)


def acts_in_state(
    connection: Connection, village_code: str, install_id: str, states: Iterable[str]
) -> Iterator[KeptAct]:
    """Give the acts of an install in these states (any but applied), in the order of its chain."""
    # Ordered by the bare column, SQLite would go through all acts of the install along their key; of these states there are few.
    by_state = ACT.c.epoch + 0
    of_install = (ACT.c.village == village_code) & (ACT.c.install == install_id)
    statement = (
        select(ACT)
        .where(of_install, ACT.c.state.in_(tuple(states)), NOT_APPLIED)
        .order_by(by_state, ACT.c.number, ACT.c.hash)
    )
    for row in connection.execute(statement).mappings():
        yield KeptAct(act_of(row), row["state"], row["why"])


def acts_where(connection: Connection, condition: ColumnElement[bool]) -> Iterator[Act]:
    """Give the acts that meet a condition, in the order of settling."""
    for row in connection.execute(select(ACT).where(condition).order_by(ACT.c.position)).mappings():
        yield act_of(row)


def acts_after(connection: Connection, village_code: str, install_id: str, epoch: int, number: int) -> tuple[Act, ...]:
    """Return the settled acts of an install after an epoch and number, in the order of its chain."""
    later = (ACT.c.epoch > epoch) | ((ACT.c.epoch == epoch) & (ACT.c.number > number))
    statement = (
        select(ACT)
        .where(ACT.c.village == village_code, ACT.c.install == install_id, ACT.c.state.in_(SETTLED), later)
        .order_by(ACT.c.epoch, ACT.c.number)
    )
    return tuple(act_of(row) for row in connection.execute(statement).mappings())


def number_of(connection: Connection, village_code: str, install_id: str, epoch: int, digest: str) -> int | None:
    """Return the number of a settled act by its hash, or None."""
    statement = select(ACT.c.number).where(
        ACT.c.village == village_code,
        ACT.c.install == install_id,
        ACT.c.epoch == epoch,
        ACT.c.hash == digest,
        ACT.c.state.in_(SETTLED),
    )
    return connection.execute(statement).scalar()


def counts_by_state(connection: Connection) -> dict[tuple[str, str, str], int]:
    """Return how many acts there are by village, install and state."""
    of_install = (ACT.c.village, ACT.c.install)
    others = select(*of_install, ACT.c.state, func.count()).where(NOT_APPLIED).group_by(*of_install, ACT.c.state)
    counts: Counter[tuple[str, str, str]] = Counter()
    for village_code, install_id, count in connection.execute(select(*of_install, func.count()).group_by(*of_install)):
        counts[village_code, install_id, APPLIED] = count
    for village_code, install_id, state, count in connection.execute(others):
        counts[village_code, install_id, state] = count
        counts[village_code, install_id, APPLIED] -= count
    return counts


def packet(connection: Connection, sha256: str) -> PacketRow | None:
    """Return the packet with these bytes as it was taken in, or None."""
    row = connection.execute(select(PACKET).where(PACKET.c.sha256 == sha256)).mappings().first()
    return None if row is None else PacketRow(**row)


def newest_packet(connection: Connection, village_code: str, install_id: str) -> tuple[int, int]:
    """Return epoch and number of the newest packet of a laptop that was taken in; zeros: none."""
    statement = (
        select(PACKET.c.epoch, PACKET.c.number)
        .where(PACKET.c.village == village_code, PACKET.c.install == install_id)
        .order_by(PACKET.c.epoch.desc(), PACKET.c.number.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    return (0, 0) if row is None else (row.epoch, row.number)


def add_packet(connection: Connection, row: PacketRow) -> None:
    """Note a packet that was taken in."""
    connection.execute(insert(PACKET).values(**asdict(row)))


def packet_counts(connection: Connection) -> dict[str, tuple[int, str]]:
    """Return for each village how many packets came, and the instant of the last."""
    statement = select(PACKET.c.village, func.count(), func.max(PACKET.c.received_at)).group_by(PACKET.c.village)
    return {row[0]: (row[1], row[2]) for row in connection.execute(statement)}


def add_sent(connection: Connection, row: SentRow) -> None:
    """Note a packet that stands verified on a stick."""
    connection.execute(insert(SENT).values(**asdict(row)))


def last_sent(connection: Connection, install_id: str) -> tuple[int, int]:
    """Return epoch and number of the last packet written for an install that it confirms as seen; zeros: none.

    It confirms answers, not publications: those are numbered in series of their own.
    """
    statement = (
        select(SENT.c.epoch, SENT.c.number)
        .where((SENT.c.install == install_id) & SENT.c.kind.not_in(PACKET_KINDS))
        .order_by(SENT.c.epoch.desc(), SENT.c.number.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    return (0, 0) if row is None else (row.epoch, row.number)


def act_of(row: Any) -> Act:
    """Return the act of a row."""
    names = ("install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "previous", "hash")
    return Act(changes=changes_from_text(row["changes"]), **{name: row[name] for name in names})
