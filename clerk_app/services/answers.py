"""The village reads the county's answers: only they clear the outbox, and what they refuse comes to a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.errors import UserError
from clerk_app.services import work
from clerk_app.services.catching_up import CaughtUp, catch_up
from clerk_app.services.workspace import Workspace
from clerk_app.storage import peer
from clerk_app.storage.peer import CountyRow, ReceivedRow, Session
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import Packet

IMPORTED: Final = "imported"
ALREADY: Final = "already"
OLDER: Final = "older"
OWN: Final = "own"
REFUSED: Final = "refused"
SKIPPED: Final = "skipped"
"""What became of a file: imported, imported before, older than what was imported, our own, refused whole, not for this laptop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file. ``waiting`` is how many acts wait for the stick after it; ``opened`` how many new work items it made.

    ``caught_up`` tells of a laptop that had fallen behind, ``lacks`` that it has and the county's acts are not here yet.
    """

    file: str
    status: str
    reason: str = ""
    number: int = 0
    waiting: int = 0
    held: int = 0
    refused: int = 0
    notices: int = 0
    opened: int = 0
    lacks: bool = False
    caught_up: CaughtUp | None = None


def import_packets(workspace: Workspace, sources: Iterable[Path]) -> tuple[Imported, ...]:
    """Import every answer for this laptop among these files and folders; what is refused changes nothing.

    Raises UserError before the enrolment and when a path leads nowhere, SituationError when stick or disk do not answer.
    """
    from clerk_app.exchange.stick import packets_in  # noqa: PLC0415 - only this step needs the packets

    with workspace.store.reading() as connection:
        if peer.county(connection) is None:
            raise UserError("本村还没有登记县里的密钥：请先用 clerk enrol 打开县里的邀请。")
    files = [(path, path == source) for source in sources for path in packets_in(source)]
    return tuple(_one(workspace, path, named=named) for path, named in files)


def _one(workspace: Workspace, path: Path, *, named: bool) -> Imported:
    from clerk_app.exchange.packet import is_unsealed  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import SealedToAnotherError  # noqa: PLC0415 - as above
    from clerk_app.exchange.stick import read_file  # noqa: PLC0415 - as above

    try:
        data = read_file(path)
        if is_unsealed(data):
            return Imported(file=path.name, status=SKIPPED, reason="这是邀请文件：请用 clerk enrol 打开。")
        return import_answer(workspace, path.name, data, named=named)
    except SealedToAnotherError as error:
        return Imported(file=path.name, status=REFUSED if named else SKIPPED, reason=error.message)
    except UserError as error:
        return Imported(file=path.name, status=REFUSED, reason=error.message)


def import_answer(workspace: Workspace, name: str, data: bytes, *, named: bool = True) -> Imported:
    """Import one file in one transaction; raises UserError when it is refused. ``named``: the clerk chose this very file."""
    from clerk_app.exchange.packet import open_packet  # noqa: PLC0415 - only this step needs the packets

    install = workspace.store.install
    packet = open_packet(data, (install.age_secret,), None)
    if packet.manifest.install == install.id:
        return Imported(file=name, status=OWN, reason="这是本机自己写的报送包。")
    with workspace.store.writing() as connection:
        county = peer.county(connection)
        if county is None:
            raise UserError("本村还没有登记县里的密钥：请先用 clerk enrol 打开县里的邀请。")
        _check_sender(packet, county, workspace.clock.now())
        place = (packet.manifest.epoch, packet.manifest.number)
        if peer.is_received(connection, hashlib.sha256(data).hexdigest()):
            return Imported(file=name, status=ALREADY, number=place[1], reason="这份回执已经导入过。")
        if place <= (county.epoch, county.number):
            older = UserError(
                "这份回执（第 {number} 号）比已导入的第 {newest} 号旧：请导入县里最新的回执。",
                number=place[1],
                newest=county.number,
            )
            if named:
                raise older
            return Imported(file=name, status=OLDER, number=place[1], reason=older.message)
        return _take(workspace, connection, name, packet)


def _check_sender(packet: Packet, county: CountyRow, now: datetime) -> None:
    from clerk_app.exchange.documents import ANSWER  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import fingerprint  # noqa: PLC0415 - as above

    if packet.signer.hex() != county.signer or packet.manifest.install != county.id:
        raise UserError(
            "不认识这份文件的发送方（指纹 {fingerprint}），它不是本村登记的县：请先当面核对，再用 clerk enrol 登记。",
            fingerprint=fingerprint(packet.signer),
        )
    if packet.manifest.kind != ANSWER:
        raise UserError("这份文件的种类（{kind}）本版本不认识：请先升级本程序再导入。", kind=packet.manifest.kind)
    expires = packet.manifest.expires_at
    if expires and now > datetime.fromisoformat(expires):
        raise UserError(
            "这份回执已在 {day} 过期：请向县里要新的回执；如果没有过期，请检查电脑的日期。", day=expires[:10]
        )


def _take(workspace: Workspace, session: Session, name: str, packet: Packet) -> Imported:
    from clerk_app.exchange.documents import (  # noqa: PLC0415 - only this step needs the packets
        ANSWER,
        CATCH_UP,
        read_answer_document,
        read_lines,
    )
    from clerk_app.exchange.manifest import manifest_text  # noqa: PLC0415 - as above
    from clerk_app.exchange.protocol import read_answer  # noqa: PLC0415 - as above

    install = workspace.store.install.id
    answer, notices = read_answer_document(packet.document(ANSWER))
    if answer.install != install:
        raise UserError("这份回执是给另一台电脑的：请向县里要给本机的回执。")
    now = utc_text(workspace.clock.now())
    reading = read_answer(
        answer, lambda epoch, number: peer.own_hash(session, install, epoch, number), peer.given_up(session)
    )
    places = [(place.epoch, place.number, place.hash) for place in reading.acknowledged if place.number]
    peer.set_acknowledged(session, install, places)
    peer.note_seen(session, packet.manifest.epoch, packet.manifest.number)
    row = ReceivedRow(
        sha256=packet.sha256,
        kind=packet.manifest.kind,
        epoch=packet.manifest.epoch,
        number=packet.manifest.number,
        name=name,
        at=now,
        by=workspace.clerk.id,
        manifest=manifest_text(packet.manifest),
    )
    peer.add_received(session, row)
    opened = work.from_answer(session, install, reading, notices, now)
    lacks = bool(reading.behind) or reading.forked
    caught_up = None
    if lacks:
        done = catch_up(session, answer, read_lines(packet.document(CATCH_UP)), now)
        if done is not None:
            caught_up, clashes = done
            opened += work.from_catching_up(session, clashes, now)
    return Imported(
        file=name,
        status=IMPORTED,
        number=packet.manifest.number,
        reason=_told(answer.standing.value, lacks=lacks and caught_up is None),
        waiting=peer.count_waiting(session),
        held=len(reading.held),
        refused=len(reading.refused),
        notices=len(notices),
        opened=opened,
        lacks=lacks and caught_up is None,
        caught_up=caught_up,
    )


def _told(standing: str, *, lacks: bool) -> str:
    if standing == "revoked":
        return "县里已撤销这台电脑，它的新变更不再入账：请联系县里。"
    if lacks:
        return "县里有本机没有的变更，本机可能是从旧备份恢复的：请再报送一次，下一份回执会把缺的带回来。"
    return ""
