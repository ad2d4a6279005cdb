"""The county: making and opening its folder, inviting villages, admitting and revoking laptops."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clerk_app import __version__
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.documents import INVITATION, Invitation, invitation_bytes
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.seal import fingerprint, fingerprint_digits, new_age_identity, new_signing_key, public_key
from clerk_app.files import claimed
from clerk_app.paths import COUNTY_DATABASE_NAME, KEYS_NAME
from clerk_app.security.keys import DEFAULT, Parameters, create_keyring, save_keyring
from clerk_app.security.passwords import check_new_password
from clerk_app.services.accounts import LONGEST_NAME, forget_half_made, new_folder
from clerk_app.services.county_ledger import drain
from clerk_app.services.county_moves import Move
from clerk_app.services.unlocking import Unlocked, has_village, keyring_of, unlock
from clerk_app.services.workspace import Clock
from clerk_app.storage import county as rows
from clerk_app.storage import county_sending_tables as _tables  # noqa: F401 - they are made with the county's others
from clerk_app.storage.county import InstallRow, SentRow, VillageRow
from clerk_app.storage.county_seats import give_seat
from clerk_app.storage.county_store import (
    County,
    CountyStore,
    create_county_store,
    open_county_store,
)
from clerk_app.storage.unit_of_work import new_id, utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.manifest import ManifestHead
    from clerk_app.exchange.packet import SealedPacket

NO_STATE: Final = "0" * 64
"""The state digest of packets that follow no records."""
_CLERK: Final = "县级管理员"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyEntry:
    """What a new county says of itself: ``region`` is its 6-digit code, ``database`` a PostgreSQL address or empty."""

    region: str
    name: str
    database: str = ""


@dataclass(frozen=True, slots=True)
class CountyWorkspace:
    """An unlocked county folder with whoever signed in."""

    data_dir: Path
    store: CountyStore
    clerk: str
    clock: Clock

    def now(self) -> str:
        """Return the instant as packets and rows write it."""
        return utc_text(self.clock.now())

    @property
    def fingerprint(self) -> str:
        """The county's fingerprint, as the invitation slip shows it."""
        return fingerprint(public_key(self.store.county.signing_key))

    def close(self) -> None:
        """Close the database."""
        self.store.close()


@dataclass(frozen=True, slots=True)
class NewCounty:
    """A county folder just made; ``recovery_key`` is shown once and kept nowhere."""

    workspace: CountyWorkspace
    recovery_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A packet of the county on the stick, read back and verified; of an answer also what it says in counts.

    Of a publication ``ref`` and ``title`` name it; ``beside`` are publications written along because the laptop lacked them.
    ``left`` is how many acts that the laptop lacks an answer has no room for, ``later`` how many households that wait for the village,
    ``not_sent`` are those of them that cannot go.
    """

    path: Path
    kind: str
    village: str
    install: str
    number: int
    size: int
    sha256: str
    held: int = 0
    refused: int = 0
    notices: int = 0
    ref: str = ""
    title: str = ""
    beside: tuple[Written, ...] = ()
    village_name: str = ""
    left: int = 0
    later: int = 0
    not_sent: tuple[Move, ...] = ()


def create_county(
    data_dir: Path,
    entry: CountyEntry,
    password: str,
    clock: Clock,
    *,
    clerk: str = "",
    parameters: Parameters = DEFAULT,
) -> NewCounty:
    """Make a county folder with its own keys; its records lie in it, or on a PostgreSQL server.

    Raises UserError beside the field that is wrong, SituationError when the folder holds data or the server refuses. When anything
    fails, nothing stays behind.
    """
    region, name = entry.region.strip(), _name(entry.name, "name", "县名")
    if not re.fullmatch(r"[1-8]\d{5}", region, re.ASCII):
        raise UserError("区划代码应是 6 位数字，如 532325：请核对后填写。", field="region")
    holder = _name(clerk or _CLERK, "clerk", "姓名")
    check_new_password(password, holder)
    if has_village(data_dir):
        raise SituationError("这个文件夹里已经有数据：请换一个空文件夹。")
    if (data_dir / COUNTY_DATABASE_NAME).exists():
        forget_half_made(data_dir, existed=True)  # the key ring comes last: without it a stopped program left this
    secret, recipient = new_age_identity()
    county = County(
        id=new_id(),
        region=region,
        name=name,
        signing_key=new_signing_key(),
        age_secret=secret,
        age_recipient=recipient,
        database_url=entry.database.strip(),
        created_at=utc_text(clock.now()),
    )
    with new_folder(data_dir):
        keyring, data_key, recovery_key = create_keyring(new_id(), holder, password, parameters)
        store = create_county_store(data_dir, data_key.raw, county)
        try:
            save_keyring(data_dir / KEYS_NAME, keyring)
        except BaseException:
            store.close()
            raise
    return NewCounty(CountyWorkspace(data_dir, store, holder, clock), recovery_key)


def open_county(data_dir: Path, password: str, clock: Clock, *, clerk: str = "") -> CountyWorkspace:
    """Open a county folder; raises UserError for a wrong password, SituationError when it is none or does not open."""
    unlocked: Unlocked = unlock(data_dir, password, clerk)
    store = open_county_store(data_dir, unlocked.data_key.raw)
    names = {holder.clerk_id: holder.name for holder in keyring_of(data_dir).clerks}
    return CountyWorkspace(data_dir, store, names[unlocked.clerk_id], clock)


def invite(county: CountyWorkspace, code: str, name: str, folder: Path) -> Written:
    """Write an invitation for a village; it holds nothing secret and may be written again, for another laptop too."""
    from clerk_app.exchange.packet import build_unsealed  # noqa: PLC0415 - only writing pays for it

    if not re.fullmatch(r"[1-8]\d{11}", code.strip(), re.ASCII):
        raise UserError("村代码应是 12 位数字（统计用区划代码），如 532325100201：请核对后填写。", field="village")
    about = county.store.county
    if not code.strip().startswith(about.region):
        raise UserError(
            "村代码 {code} 不是本县（{region}）的：请核对后填写。",
            field="village",
            code=code.strip(),
            region=about.region,
        )
    invitation = Invitation(
        region=about.region,
        name=about.name,
        age_recipient=about.age_recipient,
        village_code=code.strip(),
        village_name=_name(name, "name", "村名"),
    )
    document = invitation_bytes(invitation)

    digest = hashlib.sha256(document).hexdigest()
    row = VillageRow(
        code=invitation.village_code,
        name=invitation.village_name,
        invited_at=county.now(),
        invited_by=county.clerk,
    )

    def build(place: tuple[int, int]) -> SealedPacket:
        head = packet_head(county, INVITATION, row, place, documents={INVITATION: digest})
        return build_unsealed(head, {digest: document}, about.signing_key)

    with only_writer(county):
        with county.store.writing() as connection:
            rows.put_village(connection, row)
        return send(county, folder, INVITATION, row, build)


def admit(county: CountyWorkspace, install_id: str, *, typed: str | None = None, second: bool = False) -> InstallRow:
    """Let a laptop's acts in, those held so far too. ``typed`` is its fingerprint as the village told it, None when whoever calls this
    has compared it; ``second`` says that the village is to have one laptop more than it has.

    Raises UserError when it is unknown or revoked, its fingerprint is another (field ``fingerprint``), or its village has another
    laptop and ``second`` is not said.
    """
    with county.store.reading() as connection:
        known = named_install(rows.installs(connection), install_id)
    if typed is not None and known.standing == Standing.WAITING:
        _compare(known, typed)
    with county.store.writing(known.village) as connection:
        found = rows.install(connection, known.id) or known
        if found.standing == Standing.REVOKED:
            raise UserError("这台电脑已被撤销，不能再准入：请让村里在新的数据文件夹里重新登记。", field="install")
        others = [
            each
            for each in rows.installs(connection, found.village)
            if each.standing == Standing.ADMITTED and each.id != found.id
        ]
        if others and not second and found.standing == Standing.WAITING:
            raise UserError(
                "这个村已有一台准入的电脑（{install}）：换电脑时请先用 clerk county revoke 撤销旧的；"
                "确是村里的另一台电脑，请核对指纹后加 --second。",
                field="install",
                install=others[0].id,
            )
        give_seat(connection, found.id, found.village)
        rows.change_install(
            connection,
            found.id,
            standing=Standing.ADMITTED.value,
            decided_at=county.now(),
            decided_by=county.clerk,
        )
        drain(connection, found.village)
        return rows.install(connection, found.id) or found


def _compare(install: InstallRow, typed: str) -> None:
    mark = fingerprint(bytes.fromhex(install.signer))
    digits = fingerprint_digits(typed)
    if not digits:
        raise UserError(
            "第一次准入要填村里念给您的本机指纹：请用 --fingerprint 填上八组四位数字。", field="fingerprint"
        )
    if digits != fingerprint_digits(mark):
        raise UserError(
            "指纹不符：村里念的与收到的（{mark}）不同，不能准入。请和村里再核对一遍。", field="fingerprint", mark=mark
        )


def revoke(county: CountyWorkspace, install_id: str) -> InstallRow:
    """Take in nothing more from a laptop: what comes from now on is kept apart. What it sent before stands."""
    with county.store.reading() as connection:
        found = named_install(rows.installs(connection), install_id)
    with county.store.writing(found.village) as connection:
        rows.change_install(
            connection,
            found.id,
            standing=Standing.REVOKED.value,
            decided_at=county.now(),
            decided_by=county.clerk,
        )
        return rows.install(connection, found.id) or found


def named_install(installs: tuple[InstallRow, ...], text: str) -> InstallRow:
    """Return the laptop whose id is, or ends with, what was typed; raises UserError when none or several fit."""
    wanted = text.strip().lower()
    found = [each for each in installs if each.id == wanted or (len(wanted) >= 8 and each.id.endswith(wanted))]
    if len(found) != 1:
        raise UserError(
            "没有编号为“{install}”的电脑：请用 clerk county report 查看编号。", field="install", install=wanted
        )
    return found[0]


def packet_head(
    county: CountyWorkspace, kind: str, village: VillageRow, place: tuple[int, int], **values: object
) -> ManifestHead:
    """Return the head of a packet of the county."""
    from clerk_app.exchange.manifest import ManifestHead  # noqa: PLC0415 - only writing pays for it

    named: dict[str, Any] = {
        "kind": kind,
        "village_code": village.code,
        "village_name": village.name,
        "install": county.store.county.id,
        "epoch": place[0],
        "number": place[1],
        "state_digest": NO_STATE,
        "packs": {},
        "program": __version__,
        "created_at": county.now(),
        **values,
    }
    return ManifestHead(**named)


@contextmanager
def only_writer(county: CountyWorkspace) -> Iterator[None]:
    """Keep every other process of this county from writing packets while the block runs; raises SituationError when one is at it.

    Two answers at one time could get their numbers in the other order than they looked at the records, and the later one say less.
    """
    with claimed(county.data_dir) as is_ours:
        if not is_ours:
            raise SituationError("县里的另一个窗口或命令正在写邀请、回执或来文：请等它写完，再办一次。")
        yield


def send(
    county: CountyWorkspace,
    folder: Path,
    kind: str,
    village: VillageRow,
    build: Callable[[tuple[int, int]], SealedPacket],
    *,
    install: str = "",
) -> Written:
    """Number a packet, write it to a folder and verify it there, and note it; only within :func:`only_writer`.

    The number is used up before anything is written: two packets with one number can never go out, whatever fails in between.
    """
    from clerk_app.exchange import stick  # noqa: PLC0415 - only writing pays for it

    place = _free_place(county, folder, village)
    sealed = build(place)
    path = stick.write_file(folder, sealed.name, sealed.data)
    with county.store.writing() as connection:
        row = SentRow(
            epoch=place[0],
            number=place[1],
            kind=kind,
            village=village.code,
            install=install,
            name=sealed.name,
            sha256=sealed.sha256,
            at=sealed.manifest.created_at,
            by=county.clerk,
        )
        rows.add_sent(connection, row)
    return Written(
        path=path,
        kind=kind,
        village=village.code,
        village_name=village.name,
        install=install,
        number=place[1],
        size=len(sealed.data),
        sha256=sealed.sha256,
    )


def _free_place(county: CountyWorkspace, folder: Path, village: VillageRow) -> tuple[int, int]:
    """Take the next epoch and number of which no packet lies in the folder: one may, when the county was restored."""
    from clerk_app.exchange import stick  # noqa: PLC0415 - only writing pays for it
    from clerk_app.exchange.manifest import packet_name  # noqa: PLC0415 - as above

    while True:
        with county.store.writing() as connection:
            place = rows.take_number(connection)
        if not stick.is_there(folder / packet_name(village.code, county.store.county.id, *place)):
            return place


def _name(text: str, field: str, label: str) -> str:
    name = text.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError("{label}应是 1 到 {most} 个能打印的字。", field=field, label=label, most=LONGEST_NAME)
    return name
