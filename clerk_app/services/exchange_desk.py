"""What the desk sees around the stick: what waits and for whom, what was written, where to write, what a packet holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.act import Act
from clerk_app.domain.money import Money
from clerk_app.errors import ClerkError, UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.exchange import waiting
from clerk_app.services.published_here import count_asked
from clerk_app.services.workspace import Workspace
from clerk_app.storage import peer, queries
from clerk_app.terms import ACT_KINDS

if TYPE_CHECKING:
    from clerk_app.exchange.drives import Drive
    from clerk_app.services.exchange import Outbox

REMIND_AFTER_DAYS: Final = 30
PRESS_AFTER_DAYS: Final = 60
REMIND_AT_ACTS: Final = 500
ASK_AFTER_DAYS: Final = 90
_MANY: Final = 2_000
_GLANCE: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAct:
    """One act that waits for the stick: its number, when (the desk's time), what, whose household, who did it."""

    number: int
    at: datetime
    kind: str
    whose: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketContents:
    """What a packet says about itself, everything in it verified; ``is_own`` when this laptop wrote it, ``is_countys`` when the county did.

    ``kind`` is that of the packet: ``acts`` of a village, ``answer`` of the county, or what it published.
    """

    name: str
    size: int
    sha256: str
    village: str
    village_code: str
    number: int
    epoch: int
    created_at: datetime
    first_act: int
    last_act: int
    by_kind: tuple[tuple[str, int], ...]
    money: Money
    packs: tuple[tuple[str, str], ...]
    program: str
    is_own: bool
    is_countys: bool = False
    kind: str = "acts"

    @property
    def acts(self) -> int:
        """How many acts it carries."""
        return sum(count for _, count in self.by_kind)


class Haste(StrEnum):
    """How much it is time to carry the stick out; never a reason to lock anything."""

    NONE = "none"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Reminder:
    """How urgent an exchange is: days since the last packet, or since the oldest waiting act where there was none.

    ``unanswered`` is how many days the oldest act waits for the county's answer although packets were written, when that is long.
    """

    haste: Haste
    days: int
    acts: int
    unanswered: int = 0


def reminder(waiting: Outbox, on: date) -> Reminder:
    """Say whether it is time: after 30 days, or 500 acts, soon; after 60 days late; no answer in 90 days, ask for it.

    Nothing waiting is never late.
    """
    since = waiting.last_export_at or waiting.first_at
    if not waiting.acts or since is None:
        return Reminder(Haste.NONE, 0, 0)
    days = max((on - since.astimezone().date()).days, 0)
    haste = Haste.NONE
    if days >= PRESS_AFTER_DAYS:
        haste = Haste.LATE
    elif days >= REMIND_AFTER_DAYS or waiting.acts >= REMIND_AT_ACTS:
        haste = Haste.SOON
    waits = (on - waiting.first_at.astimezone().date()).days if waiting.first_at else 0
    if haste is not Haste.LATE and waiting.last_export_at is not None and waits >= ASK_AFTER_DAYS:
        return Reminder(Haste.SOON, days, waiting.acts, waits)
    return Reminder(haste, days, waiting.acts)


def things_asked(workspace: Workspace) -> int:
    """Return how many attached files and publications of the county have not come here, so that the next packet asks for them."""
    with workspace.store.reading() as connection:
        return count_asked(connection)


def waiting_acts(workspace: Workspace) -> tuple[WaitingAct, ...]:
    """Return every act that a packet written now would carry, newest first, with the household it is about."""
    acts = waiting(workspace)
    with workspace.store.reading() as connection:
        heads: dict[str, str] = {
            row.id: f"{row.number} {row.head}".strip() for row in queries.household_rows(connection, with_closed=True)
        }
        clerks = queries.clerk_names(connection)
    return tuple(_waiting(act, heads, clerks) for act in reversed(acts))


def _waiting(act: Act, heads: Mapping[str, str], clerks: Mapping[str, str]) -> WaitingAct:
    return WaitingAct(
        number=act.number,
        at=datetime.fromisoformat(act.at).astimezone(),
        kind=ACT_KINDS.get(act.kind, act.kind),
        whose=heads.get(act.subject, ""),
        by=clerks.get(act.by, act.by),
    )


def open_own_packet(workspace: Workspace, path: Path) -> PacketContents:
    """Open a packet with this laptop's own key and return what it says about itself.

    Raises UserError that says why not (cut, altered, for somebody else, newer), SituationError when the stick does not answer.
    """
    from clerk_app.exchange import stick  # noqa: PLC0415 - only the page 报送 pays for the seal
    from clerk_app.exchange.packet import is_unsealed, open_packet  # noqa: PLC0415 - as above

    data = stick.read_file(path)
    if is_unsealed(data):
        raise UserError("这是县里的邀请文件：请到“报送 → 登记”打开。", field="file")
    manifest = open_packet(data, (workspace.store.install.age_secret,), None).manifest
    with workspace.store.reading() as connection:
        county = peer.county(connection)
    return PacketContents(
        name=path.name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        village=manifest.village_name,
        village_code=manifest.village_code,
        number=manifest.number,
        epoch=manifest.epoch,
        created_at=datetime.fromisoformat(manifest.created_at).astimezone(),
        first_act=manifest.first_act,
        last_act=manifest.last_act,
        by_kind=tuple(
            sorted(
                ((ACT_KINDS.get(kind, kind), count) for kind, count in manifest.counts.items()),
                key=lambda pair: (-pair[1], pair[0]),
            )
        ),
        money=Money(manifest.money_fen),
        packs=tuple(sorted(manifest.packs.items())),
        program=manifest.program,
        is_own=manifest.install == workspace.store.install.id,
        is_countys=county is not None and manifest.signer == county.signer,
        kind=manifest.kind,
    )


@dataclass(frozen=True, slots=True)
class Familiar:
    """What tells the files on a stick apart by their names: how ours and the county's begin, and what was imported before.

    ``county`` is empty before the enrolment: then any file for this village that is not ours may be the county's.
    """

    village: str
    own: str
    county: str
    imported: frozenset[str]

    def fresh(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the files of the county for this village that were not imported here yet."""
        start = self.county or self.village
        return tuple(
            name
            for name in names
            if name.startswith(start) and not name.startswith(self.own) and name not in self.imported
        )


def familiar(workspace: Workspace) -> Familiar:
    """Return what tells the files on a stick apart."""
    from clerk_app.exchange.manifest import packet_name  # noqa: PLC0415 - only the page 报送 looks at sticks

    village = the_village(workspace).code
    with workspace.store.reading() as connection:
        county = peer.county(connection)
        imported = frozenset(row.name for row in peer.received(connection, limit=_MANY))

    def start(install: str) -> str:
        return packet_name(village, install, 1, 1).removesuffix("1-1.clerk")

    return Familiar(
        village=f"{village}-",
        own=start(workspace.store.install.id),
        county=start(county.id) if county else "",
        imported=imported,
    )


@dataclass(frozen=True, slots=True)
class PacketsThere:
    """The names of the packets that lie in a folder: sealed ones, and invitations, which are not."""

    sealed: tuple[str, ...] = ()
    invitations: tuple[str, ...] = ()


def packets_there(folder: Path) -> PacketsThere:
    """Say which packets lie in a folder, by a glance at how each begins; none where it does not answer."""
    from clerk_app.exchange.packet import is_unsealed  # noqa: PLC0415 - only the page 报送 looks at sticks
    from clerk_app.exchange.stick import packets_in  # noqa: PLC0415 - as above

    sealed: list[str] = []
    invitations: list[str] = []
    try:
        for path in packets_in(folder) if folder.is_dir() else ():
            with path.open("rb") as file:
                (invitations if is_unsealed(file.read(_GLANCE)) else sealed).append(path.name)
    except (ClerkError, OSError):
        return PacketsThere()
    return PacketsThere(tuple(sealed), tuple(invitations))


def place(folder: Path) -> Drive | None:
    """Return a folder with its room, as a drive is shown; None where it is no longer there."""
    from clerk_app.exchange.drives import removable_drives  # noqa: PLC0415 - only the page 报送 looks for drives

    return next(iter(removable_drives(lambda: (folder,))), None)
