"""Enrolling a village with its county: an invitation opened, its fingerprint compared, the county's keys kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app.errors import UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.exchange_history import standing_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import peer
from clerk_app.storage.peer import CountyRow
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import Packet


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A county as the desk sees it: ``fingerprint`` is eight groups of four digits, ``checked`` says that somebody compared it.

    ``own_fingerprint`` is this laptop's, which the county asks for before it admits it; ``standing`` is what its newest answer says of
    this laptop: ``waiting`` (no answer yet), ``admitted`` or ``revoked``.
    """

    county: str
    region: str
    fingerprint: str
    own_fingerprint: str
    checked: bool
    enrolled_on: date
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What an invitation says, its signature checked, before anything is kept.

    ``known`` is ``new``, ``same`` (the county this village is enrolled with) or ``other`` (another county, or another key of it).
    """

    file: str
    county: str
    region: str
    village: str
    fingerprint: str
    made_on: date
    known: str


def look_at_invitation(workspace: Workspace, source: Path) -> Invited:
    """Read the newest invitation for this village on a stick and keep nothing of it; raises UserError where there is none."""
    from clerk_app.exchange.documents import INVITATION, read_invitation  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import fingerprint  # noqa: PLC0415 - as above

    path, packet = _newest_invitation(source, the_village(workspace).code)
    invitation = read_invitation(packet.document(INVITATION))
    with workspace.store.reading() as connection:
        known = peer.county(connection)
    same = known is not None and known.signer == packet.signer.hex()
    return Invited(
        file=path.name,
        county=invitation.name,
        region=invitation.region,
        village=invitation.village_name,
        fingerprint=fingerprint(packet.signer),
        made_on=datetime.fromisoformat(packet.manifest.created_at).astimezone().date(),
        known="new" if known is None else "same" if same else "other",
    )


def enrol(workspace: Workspace, source: Path, typed: str = "") -> Enrolment:
    """Keep the county's keys from an invitation on a stick; ``typed`` is the fingerprint from the county's slip.

    Raises UserError when there is no invitation for this village, the fingerprint is another, or the village is enrolled with another
    county and no fingerprint was typed.
    """
    from clerk_app.exchange.documents import INVITATION, read_invitation  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import fingerprint  # noqa: PLC0415 - as above

    village = the_village(workspace)
    _, packet = _newest_invitation(source, village.code)
    invitation = read_invitation(packet.document(INVITATION))
    with workspace.unit_of_work("change_village") as uow:  # the key and the county are kept together, or neither
        known = peer.county(uow.connection)
        same = known if known is not None and known.signer == packet.signer.hex() else None
        _compare(fingerprint(packet.signer), typed, None if same else known)
        row = CountyRow(
            id=packet.manifest.install,
            region=invitation.region,
            name=invitation.name,
            signer=packet.signer.hex(),
            age_recipient=invitation.age_recipient,
            checked=int(bool(typed) or (same is not None and bool(same.checked))),
            enrolled_at=same.enrolled_at if same else utc_text(workspace.clock.now()),
            epoch=same.epoch if same else 0,
            number=same.number if same else 0,
        )
        if village.county_key != row.age_recipient:
            uow.subject = village.id
            uow.villages.save(replace(village, county_key=row.age_recipient))
        if known is not None and same is None:  # another county has settled nothing of ours: everything goes to it
            peer.set_acknowledged(uow.connection, workspace.store.install.id, ())
        peer.put_county(uow.connection, row)
    return _shown(workspace, row)


def _compare(mark: str, typed: str, other: CountyRow | None) -> None:
    """Raise UserError when the fingerprint typed is another, or none was typed though the village is enrolled with another county."""
    from clerk_app.exchange.seal import fingerprint_digits  # noqa: PLC0415 - only this step needs the packets

    if typed and fingerprint_digits(typed) != fingerprint_digits(mark):
        raise UserError(
            "指纹不符：纸条上是 {typed}，文件里是 {mark}。请不要使用这个文件，联系县里重新要邀请。",
            field="fingerprint",
            typed=typed.strip()[:60],
            mark=mark,
        )
    if other is not None and not typed:
        raise UserError(
            "本村已登记在“{name}”，这份邀请是另一把密钥（指纹 {mark}）：确要更换，请照县里的纸条填上新的指纹。",
            field="fingerprint",
            name=other.name,
            mark=mark,
        )


def enrolment(workspace: Workspace) -> Enrolment | None:
    """Return the county this village is enrolled with, or None."""
    with workspace.store.reading() as connection:
        row = peer.county(connection)
    return None if row is None else _shown(workspace, row)


def own_fingerprint(workspace: Workspace) -> str:
    """Return this laptop's own fingerprint: eight groups of four digits."""
    from clerk_app.exchange.seal import fingerprint, public_key  # noqa: PLC0415 - as above

    return fingerprint(public_key(workspace.store.install.signing_key))


def _shown(workspace: Workspace, row: CountyRow) -> Enrolment:
    from clerk_app.exchange.seal import fingerprint  # noqa: PLC0415 - as above

    with workspace.store.reading() as connection:
        standing = standing_of(connection, row.id)
    return Enrolment(
        county=row.name,
        region=row.region,
        fingerprint=fingerprint(bytes.fromhex(row.signer)),
        own_fingerprint=own_fingerprint(workspace),
        checked=bool(row.checked),
        enrolled_on=datetime.fromisoformat(row.enrolled_at).astimezone().date(),
        standing=standing,
    )


def _newest_invitation(source: Path, village_code: str) -> tuple[Path, Packet]:
    from clerk_app.exchange.documents import INVITATION  # noqa: PLC0415 - as above
    from clerk_app.exchange.packet import is_unsealed, open_unsealed  # noqa: PLC0415 - as above
    from clerk_app.exchange.stick import packets_in, read_file  # noqa: PLC0415 - as above

    found: list[tuple[Path, Packet]] = []
    damaged: list[UserError] = []
    others = 0
    for path in packets_in(source):
        data = read_file(path)
        if not is_unsealed(data):
            continue
        try:
            packet = open_unsealed(data, None)
        except UserError as error:  # one bad file on a stick must not stand in the way of a good one
            damaged.append(error)
            continue
        if packet.manifest.kind == INVITATION and packet.manifest.village_code == village_code:
            found.append((path, packet))
        else:
            others += 1
    if not found:
        if damaged:
            raise damaged[0]
        if others:
            raise UserError(
                "邀请文件是给别的村的，不是给村代码 {code} 的：请向县里要本村的邀请。", code=village_code, field="file"
            )
        raise UserError("没有找到县里的邀请文件：请检查优盘，或直接指定邀请文件。", field="file")
    if len({packet.signer for _, packet in found}) > 1:
        raise UserError("优盘上有几个不同的县的邀请：请直接指定一个邀请文件。", field="file")
    return max(found, key=lambda pair: (pair[1].manifest.epoch, pair[1].manifest.number))
