"""Taking in at the county what a stick brings: whole packets, each village by itself, every act accounted for."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from clerk_app.collecting import rare_collection
from clerk_app.domain.act import GENESIS
from clerk_app.domain.attachment import attached_in
from clerk_app.errors import UserError
from clerk_app.exchange.documents import ACTS, SENDER, Sender, read_sender
from clerk_app.exchange.lacking import LACKS, read_lacks
from clerk_app.exchange.manifest import Manifest
from clerk_app.exchange.packet import Packet, is_unsealed, open_packet, open_unsealed
from clerk_app.exchange.protocol import BASE_BEHIND, Judged, Standing, is_behind
from clerk_app.exchange.seal import SealedToAnotherError, fingerprint
from clerk_app.exchange.stick import packets_in, read_file
from clerk_app.exchange.village_order import SEEN
from clerk_app.services.county import CountyWorkspace
from clerk_app.services.county_doubles import Double, doubles_of
from clerk_app.services.county_ledger import Settled, base_of, drain, settle
from clerk_app.services.county_order import note_seen
from clerk_app.services.county_portions import Portions, maker, portions_of, reading_ahead
from clerk_app.services.touched import Touched
from clerk_app.storage import attached_files, county_files
from clerk_app.storage import county as rows
from clerk_app.storage.county import EpochRow, InstallRow, PacketRow, Session

TAKEN: Final = "taken"
ALREADY: Final = "already"
WAITING: Final = "waiting"
REFUSED: Final = "refused"
SKIPPED: Final = "skipped"
"""What became of a file: taken in, taken in before, kept until its laptop is admitted, refused whole, not for this county."""
_FARTHEST: Final = 1_000
"""How many epochs beyond its own the county believes a village's word about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAct:
    """One act that was not simply applied: ``state`` is contested, held, refused, forked or quarantined, ``reason`` says why."""

    number: int
    kind: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file. ``late`` is how many acts held before were settled by it; ``troubles`` are acts not applied."""

    file: str
    status: str
    reason: str = ""
    village: str = ""
    village_name: str = ""
    install: str = ""
    epoch: int = 0
    number: int = 0
    sha256: str = ""
    acts: int = 0
    applied: int = 0
    already: int = 0
    held: int = 0
    refused: int = 0
    forked: int = 0
    quarantined: int = 0
    contested: int = 0
    late: int = 0
    troubles: tuple[TakenAct, ...] = ()
    doubles: tuple[Double, ...] = ()


class _Outcome:
    """What became of a packet's acts: how many of each state, those that were not simply applied, whose records were changed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.troubles: list[TakenAct] = []
        self.touched = Touched()

    def add(self, settled: Settled) -> None:
        """Count acts of the packet."""
        self.counts[rows.APPLIED] += settled.applied
        self.touched.join(settled.touched)
        for each in settled.others:
            if isinstance(each, Judged):
                self.counts[ALREADY] += 1
                continue
            self.counts[each.state] += 1
            self.troubles.append(
                TakenAct(number=each.act.number, kind=each.act.kind, state=each.state, reason=each.why)
            )


def ingest(county: CountyWorkspace, sources: Iterable[Path]) -> tuple[Taken, ...]:
    """Take in every packet of these files and folders; one that is refused stops no other and changes nothing.

    Raises UserError when a path leads nowhere, SituationError when the stick does not answer or the database cannot write.
    """
    files = [(path, path == source) for source in sources for path in packets_in(source)]
    return tuple(_one(county, path, named=named) for path, named in files)


def _one(county: CountyWorkspace, path: Path, *, named: bool) -> Taken:
    try:
        return take_in(county, path.name, _sealed(path))
    except (SealedToAnotherError, _InvitationError) as error:
        return Taken(file=path.name, status=REFUSED if named else SKIPPED, reason=error.message)
    except UserError as error:
        return Taken(file=path.name, status=REFUSED, reason=error.message)


class _InvitationError(UserError):
    """This is a whole file, but one that the county gives to a village."""


def _sealed(path: Path) -> bytes:
    data = read_file(path)
    if is_unsealed(data):
        open_unsealed(data, None)  # what is damaged, or no packet at all, says so
        raise _InvitationError("这是邀请文件，是给村里的，不用在县里导入。")
    return data


def take_in(county: CountyWorkspace, name: str, data: bytes) -> Taken:
    """Take in one packet, in one transaction; raises UserError when it is refused whole."""
    sha256 = hashlib.sha256(data).hexdigest()
    with county.store.reading() as session:
        known = rows.packet(session, sha256)
        if known is not None:
            return _already(session, name, known)
    making = maker(as_lines=county.store.on_server)
    with rare_collection(), reading_ahead(data, making) as ahead:
        packet = open_packet(data, (county.store.county.age_secret,), None, acts_later=True)
        del data  # the largest packets would else be in memory twice
        return _take_in(county, name, packet, partial(portions_of, packet.acts, ahead, making))


def _already(session: Session, name: str, known: PacketRow) -> Taken:
    village = rows.village(session, known.village)
    return Taken(
        file=name,
        status=ALREADY,
        reason="这个报送包已经收过。",
        village=known.village,
        village_name="" if village is None else village.name,
        install=known.install,
        epoch=known.epoch,
        number=known.number,
        sha256=known.sha256,
    )


def _take_in(county: CountyWorkspace, name: str, packet: Packet, portions: Callable[[], Portions]) -> Taken:
    if packet.manifest.kind != ACTS:
        raise UserError("这不是村里的报送包（种类 {kind}）：县里只收村里的报送包。", kind=packet.manifest.kind)
    sender = read_sender(packet.document(SENDER))
    with county.store.writing(packet.manifest.village_code) as session:
        known = rows.packet(session, packet.sha256)
        if known is not None:  # somebody else took the same stick in while this file was being read
            return _already(session, name, known)
        return replace(_take(county, session, packet, sender, portions), file=name)


def _take(
    county: CountyWorkspace, session: Session, packet: Packet, sender: Sender, portions: Callable[[], Portions]
) -> Taken:
    manifest = packet.manifest
    village = rows.village(session, manifest.village_code)
    if village is None:
        raise UserError("没有邀请过村代码为 {code} 的村：请先用 clerk county invite 邀请。", code=manifest.village_code)
    install = _sender_of(county, session, manifest, sender)
    note_seen(session, install, packet.document(SEEN))
    lacking = read_lacks(packet.document(LACKS))
    if (manifest.epoch, manifest.number) >= rows.newest_packet(session, village.code, install.id):
        county_files.note_asked(session, install.id, lacking)  # what an older packet lacked may have come since
    same_base = _note_epoch(session, manifest, sender)
    _keep_files(session, packet)
    if install.standing == Standing.ADMITTED:
        _look_at_own_age(session, sender)
    outcome = _Outcome()
    numbers = {manifest.epoch: (manifest.first_act, manifest.last_act)}
    with closing(portions()) as given:
        for settled in settle(session, install, given, numbers, packet.sha256, other_base=not same_base):
            outcome.add(settled)
            del settled  # its memory serves the next portion
    late, touched = drain(session, village.code) if install.standing == Standing.ADMITTED else (0, Touched())
    outcome.touched.join(touched)
    _look_at_theirs(session, install, manifest, sender, outcome)
    rows.add_packet(session, _packet_row(county, packet))
    waiting = install.standing == Standing.WAITING
    return replace(
        _counted(outcome.counts),
        status=WAITING if waiting else TAKEN,
        reason=f"电脑 {install.id} 还没有准入，指纹 {fingerprint(packet.signer)}。" if waiting else "",
        village=village.code,
        village_name=village.name,
        install=install.id,
        epoch=manifest.epoch,
        number=manifest.number,
        sha256=packet.sha256,
        acts=manifest.acts,
        late=late,
        troubles=tuple(outcome.troubles),
        doubles=doubles_of(session, village.code, outcome.touched),
    )


def _counted(counts: Mapping[str, int]) -> Taken:
    """Return the part of the account that says how many acts became what."""
    return Taken(
        file="",
        status=TAKEN,
        applied=counts[rows.APPLIED],
        already=counts[ALREADY],
        held=counts[rows.HELD],
        refused=counts[rows.REFUSED],
        forked=counts[rows.FORKED],
        quarantined=counts[rows.QUARANTINED],
        contested=counts[rows.CONTESTED],
    )


def _keep_files(session: Session, packet: Packet) -> None:
    """Keep the files that the packet's acts attach; what no act names is not kept."""
    attached = packet.files.keys() - set(packet.manifest.documents.values())
    for sha256 in attached and attached & attached_in(packet.acts):
        attached_files.put(session, sha256, packet.files[sha256])


def _sender_of(county: CountyWorkspace, session: Session, manifest: Manifest, sender: Sender) -> InstallRow:
    """Return the laptop that signed, noting one that is new; raises UserError when another key signs under a known id."""
    known = rows.install(session, manifest.install)
    if known is None:
        known = InstallRow(
            id=manifest.install,
            village=manifest.village_code,
            signer=manifest.signer,
            age_recipient=sender.age_recipient,
            standing=Standing.WAITING.value,
            first_seen_at=county.now(),
        )
        rows.add_install(session, known)
    if known.signer != manifest.signer or known.village != manifest.village_code:
        raise UserError(
            "电脑 {install} 登记的是另一把签名密钥或另一个村：这份文件可能是冒充的，不能导入。", install=known.id
        )
    if known.age_recipient != sender.age_recipient:
        rows.change_install(session, known.id, age_recipient=sender.age_recipient)
    return known


def _note_epoch(session: Session, manifest: Manifest, sender: Sender) -> bool:
    """Note what an epoch stands on when it is first seen; say whether it is the same now."""
    known = rows.epochs(session, manifest.install).get(manifest.epoch)
    if known is not None:
        return base_of(known) == sender.base
    base = sender.base
    rows.add_epoch(
        session,
        EpochRow(
            install=manifest.install,
            epoch=manifest.epoch,
            base_install=base.install if base else None,
            base_epoch=base.epoch if base else None,
            base_number=base.number if base else None,
            base_hash=base.hash if base else None,
            number=0,
            hash=GENESIS,
        ),
    )
    return True


def _look_at_own_age(session: Session, sender: Sender) -> None:
    """Open a new epoch of the county when a village has seen packets of ours that we do not know of: we were restored."""
    here = rows.counter(session)
    seen = (sender.seen_epoch, sender.seen_number)
    if is_behind(here, seen) and seen[0] <= here[0] + _FARTHEST:
        rows.open_epoch(session, seen[0] + 1)


def _look_at_theirs(
    session: Session, install: InstallRow, manifest: Manifest, sender: Sender, outcome: _Outcome
) -> None:
    """Note from where answers must bring what was settled, when the laptop shows that it lacks some of it."""
    common = _common(session, install, manifest, sender, outcome)
    if common is not None:
        here = (install.behind_epoch, install.behind_number)
        epoch, number = min(common, here) if install.behind_epoch else common
        rows.change_install(session, install.id, behind_epoch=epoch, behind_number=number)
    elif install.behind_epoch and (sender.seen_epoch, sender.seen_number) >= rows.last_sent(session, install.id):
        rows.change_install(session, install.id, behind_epoch=0, behind_number=0)


def _common(
    session: Session, install: InstallRow, manifest: Manifest, sender: Sender, outcome: _Outcome
) -> tuple[int, int] | None:
    """Return the epoch and number up to which the laptop surely has what is settled here, or None: it lacks nothing we know of."""
    forked = [trouble.number for trouble in outcome.troubles if trouble.state == rows.FORKED]
    epochs = rows.epochs(session, install.id)
    other_base = base_of(epochs[manifest.epoch]) != sender.base
    if (forked and other_base) or any(trouble.reason == BASE_BEHIND for trouble in outcome.troubles):
        own_base = sender.base if sender.base is not None and sender.base.install == install.id else None
        return (own_base.epoch, own_base.number) if own_base else (min(epochs), 0)
    if forked:
        return manifest.epoch, min(forked) - 1
    newest = max((row.epoch for row in epochs.values() if row.number), default=0)
    if manifest.epoch > newest or (manifest.epoch == newest and epochs[newest].hash == manifest.chain_head):
        return None
    if manifest.chain_head == GENESIS:
        return (manifest.epoch, 0) if epochs[manifest.epoch].number else None
    number = rows.number_of(session, install.village, install.id, manifest.epoch, manifest.chain_head)
    return None if number is None else (manifest.epoch, number)


def _packet_row(county: CountyWorkspace, packet: Packet) -> PacketRow:
    manifest = packet.manifest
    return PacketRow(
        sha256=packet.sha256,
        village=manifest.village_code,
        install=manifest.install,
        epoch=manifest.epoch,
        number=manifest.number,
        created_at=manifest.created_at,
        received_at=county.now(),
        received_by=county.clerk,
        acts=manifest.acts,
        money_fen=manifest.money_fen,
        state_digest=manifest.state_digest,
    )
