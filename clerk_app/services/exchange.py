"""The village's side of the stick: what is not acknowledged yet, and packets of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app import __version__
from clerk_app.collecting import rare_collection
from clerk_app.domain.act import GENESIS, Act
from clerk_app.domain.attachment import attached_in
from clerk_app.domain.household import Village
from clerk_app.errors import SituationError, UserError
from clerk_app.files import claimed
from clerk_app.services.accounts import the_village
from clerk_app.services.lacking_files import MOST_ATTACHED, lacking
from clerk_app.services.published_here import asked_publications
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, journal, packets, peer
from clerk_app.storage.packets import PacketRow
from clerk_app.storage.peer import Session, Span
from clerk_app.storage.store import Install
from clerk_app.storage.unit_of_work import utc_text
from clerk_app.terms import ACT_KINDS

if TYPE_CHECKING:
    from clerk_app.exchange.documents import Sender
    from clerk_app.exchange.drives import Drive
    from clerk_app.exchange.manifest import Manifest
    from clerk_app.exchange.packet import SealedPacket
    from clerk_app.exchange.stick import Faults

Progress = Callable[[int, int], None]
_STEPS: Final = ("seal", "write", "flush", "read")
"""What a clerk waits for; from the renaming on there is nothing to stop any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """What a packet written now would carry: every act the county has not acknowledged."""

    acts: int
    by_kind: tuple[tuple[str, int], ...]
    first_at: datetime | None
    last_export_at: datetime | None
    packets: tuple[PacketRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written to the stick, read back and verified: usually one packet; one more for each older epoch that waits, and where
    one cannot hold all attached files.

    ``path`` and ``sha256`` are the newest packet's, ``acts`` and ``size`` the sums of all.
    """

    path: Path
    acts: int
    size: int
    sha256: str
    paths: tuple[Path, ...]


def outbox(workspace: Workspace) -> Outbox:
    """Say what waits for the stick; writing a packet does not empty it, only the county's answer will."""
    with workspace.store.reading() as connection:
        install, _ = peer.own_place(connection)
        found = [
            kind
            for span in peer.waiting_spans(connection)
            for kind in journal.counts_by_kind(connection, install, span.epoch, after=span.after)
        ]
        written = packets.newest(connection)
    counts: Counter[str] = Counter()
    for kind in found:
        counts[kind.kind] += kind.count
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Outbox(
        acts=counts.total(),
        by_kind=tuple((ACT_KINDS.get(kind, kind), count) for kind, count in ordered),
        first_at=datetime.fromisoformat(min(kind.first_at for kind in found)) if found else None,
        last_export_at=datetime.fromisoformat(written[0].at) if written else None,
        packets=written,
    )


def waiting(workspace: Workspace) -> tuple[Act, ...]:
    """Return every act that a packet written now would carry, the oldest first."""
    with workspace.store.reading() as connection:
        install, _ = peer.own_place(connection)
        spans = peer.waiting_spans(connection)
        return tuple(
            act
            for span in spans
            for act in journal.acts(connection, install=install, epoch=span.epoch, after=span.after)
        )


def export_packet(workspace: Workspace, folder: Path, progress: Progress | None = None) -> Exported:
    """Write one packet with everything not acknowledged to a folder, usually a stick, and verify it there.

    ``progress`` is told of each step until the packet gets its name, and may raise to stop: then no file is left. Raises UserError
    when no county key is known, SituationError when the stick is full, gone or read-only; then no packet stands under a final name
    and nothing counts as sent; also when another process writes a packet of this laptop at this moment.
    """

    def tell(step: str, _path: Path) -> None:
        if progress is not None and step in _STEPS:
            progress(_STEPS.index(step), len(_STEPS))

    with claimed(workspace.data_dir) as is_ours:  # two packets must not get one number
        if not is_ours:
            raise _not_alone()
        tell(_STEPS[0], folder)
        with workspace.store.reading() as connection:
            _, epoch = peer.own_place(connection)
            spans = peer.waiting_spans(connection) or (Span(epoch, -1),)
        done = [each for span in spans for each in _export_span(workspace, folder, span, tell)]
    newest, path = done[-1]
    return Exported(
        path=path,
        acts=sum(sealed.manifest.acts for sealed, _ in done),
        size=sum(len(sealed.data) for sealed, _ in done),
        sha256=newest.sha256,
        paths=tuple(path for _, path in done),
    )


def _export_span(workspace: Workspace, folder: Path, span: Span, tell: Faults) -> Iterator[tuple[SealedPacket, Path]]:
    """Write the acts of a span in one packet, or in several that follow each other where one cannot hold all that is attached."""
    from clerk_app.exchange import stick  # noqa: PLC0415 - the start counts what waits, and need not load what seals it

    left: Span | None = span
    while left is not None:
        with rare_collection():
            sealed, is_last = _sealed(workspace, folder, left)
        path = stick.write_file(folder, sealed.name, sealed.data, faults=tell)
        if not _note(workspace, sealed):
            raise _not_alone()
        yield sealed, path
        left = None if is_last else Span(span.epoch, sealed.manifest.last_act)


def _not_alone() -> SituationError:
    return SituationError("本机的另一个窗口或命令也在报送：请等它写完，再报送一次。")


def _sealed(workspace: Workspace, folder: Path, span: Span) -> tuple[SealedPacket, bool]:
    """Return a packet of the span's acts, as many as fit with what they attach, and whether they are all."""
    from clerk_app.exchange.documents import ACTS  # noqa: PLC0415 - the start need not load what seals
    from clerk_app.exchange.manifest import ManifestHead  # noqa: PLC0415 - as above
    from clerk_app.exchange.packet import build_packet  # noqa: PLC0415 - as above
    from clerk_app.services.rules import rules_on  # noqa: PLC0415 - as above

    village = _addressed(workspace)
    pack = rules_on(workspace, workspace.today()).pack
    install = workspace.store.install
    with workspace.store.reading() as connection:  # one state: the digest is that after the last act
        _, head = journal.chain_head(connection, install.id, span.epoch)
        every = () if span.after < 0 else tuple(journal.acts(connection, install=install.id, **asdict(span)))
        acts = _fitting(connection, every)
        written = packets.newest(connection, limit=1)
        digest = packets.state_digest(connection)
        papers = _papers(connection, install, span.epoch)
        attached = attached_files.contents(connection, attached_in(acts), most_bytes=MOST_ATTACHED)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in papers.items()}
    packet_head = ManifestHead(
        kind=ACTS,
        village_code=village.code,
        village_name=village.name,
        install=install.id,
        epoch=span.epoch,
        number=_free_number(folder, (village.code, install.id, span.epoch), written[0].number + 1 if written else 1),
        previous_packet=written[0].sha256 if written else GENESIS,
        chain_head=head,
        state_digest=digest,
        packs={pack.id: pack.version},
        program=__version__,
        created_at=utc_text(workspace.clock.now()),
        documents=hashes,
    )
    recipients = (village.county_key, install.age_recipient)
    files = {**attached, **{hashes[name]: data for name, data in papers.items()}}
    return build_packet(packet_head, acts, files, install.signing_key, recipients), len(acts) == len(every)


def _fitting(session: Session, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return the first acts, at least one, whose attached files fit into a packet together."""
    sizes = attached_files.sizes(session, attached_in(acts))
    if sum(sizes.values()) <= MOST_ATTACHED:
        return acts
    taken: set[str] = set()
    total = 0
    for place, act in enumerate(acts):
        fresh = attached_in((act,)) - taken
        total += sum(sizes.get(sha256, 0) for sha256 in fresh)
        if place and total > MOST_ATTACHED:
            return acts[:place]
        taken |= fresh
    return acts


def _papers(session: Session, install: Install, epoch: int) -> dict[str, bytes]:
    """Return the documents that say who sends the packet, what this laptop has seen, and which files and publications it lacks."""
    from clerk_app.exchange.documents import SENDER, sender_bytes  # noqa: PLC0415 - the start need not load what seals
    from clerk_app.exchange.lacking import LACKS, lacks_bytes  # noqa: PLC0415 - as above
    from clerk_app.exchange.village_order import SEEN, Seen, seen_bytes  # noqa: PLC0415 - as above
    from clerk_app.services.catching_up import seen_of  # noqa: PLC0415 - as above

    papers = {SENDER: sender_bytes(_sender(session, install, epoch))}
    seen = seen_of(session)
    if seen != Seen():
        papers[SEEN] = seen_bytes(seen)
    lacked = lacking(session) | asked_publications(session)
    if lacked:
        papers[LACKS] = lacks_bytes(lacked)
    return papers


def _addressed(workspace: Workspace) -> Village:
    """Return the village; raises UserError while it has no county key to seal to."""
    village = the_village(workspace)
    if not village.county_key:
        raise UserError(
            "还没有登记县里，报送包没有收件人：请到“报送 → 登记”打开县里的邀请，或到“设置 → 县级公钥”填入县里给的公钥。",
            field="county_key",
        )
    return village


def _free_number(folder: Path, named: tuple[str, str, int], number: int) -> int:
    """Return the first number from this one on of which no packet lies in the folder: one may, when the laptop stopped before noting it."""
    from clerk_app.exchange import stick  # noqa: PLC0415 - the start counts what waits, and need not load what seals it
    from clerk_app.exchange.manifest import packet_name  # noqa: PLC0415 - as above

    while stick.is_there(folder / packet_name(*named, number)):
        number += 1
    return number


def _sender(session: Session, install: Install, epoch: int) -> Sender:
    from clerk_app.exchange.documents import Sender  # noqa: PLC0415 - the start counts what waits, and need not load what seals it
    from clerk_app.exchange.protocol import Base  # noqa: PLC0415 - as above

    county = peer.county(session)
    row = peer.epoch_base(session, install.id, epoch)
    return Sender(
        age_recipient=install.age_recipient,
        base=None if row is None else Base(row.base_install, row.base_epoch, row.base_number, row.base_hash),
        seen_epoch=county.epoch if county else 0,
        seen_number=county.number if county else 0,
    )


def _note(workspace: Workspace, sealed: SealedPacket) -> bool:
    """Put the packet into the history; False when its number is used up: another process wrote one where folders cannot be locked.

    The packet stays on the stick then. It is whole, and the county knows its acts by their numbers, not by the packet's.
    """
    from clerk_app.exchange.manifest import manifest_text  # noqa: PLC0415 - the start counts what waits, and need not load what seals it

    manifest = sealed.manifest
    with workspace.store.writing() as connection:
        if any(row.number >= manifest.number for row in packets.newest(connection, limit=1)):
            return False
        packets.add(
            connection,
            PacketRow(
                number=manifest.number,
                epoch=manifest.epoch,
                name=sealed.name,
                sha256=sealed.sha256,
                at=manifest.created_at,
                by=workspace.clerk.id,
                first_act=manifest.first_act,
                last_act=manifest.last_act,
                acts=manifest.acts,
                bytes=len(sealed.data),
                manifest=manifest_text(manifest),
            ),
        )
    return True


def is_sealed(path: Path) -> bool:
    """Say whether a packet takes a key to open, as all do but invitations; raises as ``stick.read_file``."""
    from clerk_app.exchange import stick  # noqa: PLC0415 - the start counts what waits, and need not load what seals it
    from clerk_app.exchange.packet import is_unsealed  # noqa: PLC0415 - as above

    return not is_unsealed(stick.read_file(path))


def inspect_packet(path: Path, identities: tuple[str, ...]) -> Manifest:
    """Open a packet with one of these age identities (an invitation needs none) and return its manifest, everything in it verified.

    Raises UserError that says whether the file is cut, altered, for somebody else, or of a newer program.
    """
    from clerk_app.exchange import stick  # noqa: PLC0415 - the start counts what waits, and need not load what seals it
    from clerk_app.exchange.packet import is_unsealed, open_packet, open_unsealed  # noqa: PLC0415 - as above

    data = stick.read_file(path)
    return (open_unsealed(data, None) if is_unsealed(data) else open_packet(data, identities, None)).manifest


def drives() -> tuple[Drive, ...]:
    """Return the removable drives that are plugged in."""
    from clerk_app.exchange.drives import removable_drives  # noqa: PLC0415 - the start counts what waits, and need not load what seals it

    return removable_drives()
