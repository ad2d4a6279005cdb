"""Accounts and papers of the synthetic people: card numbers that pass their check and belong to nobody, drawn sheets as scans."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.bank_account import AccountPurpose, luhn_holds
from clerk_app.domain.household import HouseholdFile, Member
from clerk_app.services.attachments import AttachmentEntry, add_attachment
from clerk_app.services.bank_accounts import AccountEntry, add_account, end_account
from clerk_app.services.workspace import Workspace

_ACCOUNTS_EVERY: Final = 9
_PAPERS_EVERY: Final = 11
_ENDED_EVERY: Final = 5
_BANKS: Final = ("农村信用社", "邮政储蓄银行", "农业银行")
_CARD: Final = "620000"
_CARD_DIGITS: Final = 19
_PASSBOOK_DIGITS: Final = 21
_WIDTH: Final = 420
_HEIGHT: Final = 594
_PAPER, _INK, _FRAME = bytes((250, 248, 240)), bytes((122, 128, 140)), bytes((196, 206, 214))


def give_belongings(workspace: Workspace, files: Sequence[HouseholdFile], random: Random) -> None:
    """Give some of the households bank accounts, one in five of them ended, and scanned papers."""
    today = workspace.today()
    for place, file in enumerate(files[::_ACCOUNTS_EVERY]):
        for entry in _accounts(file, today, random):
            account = add_account(workspace, entry)
            if place % _ENDED_EVERY == 1:
                end_account(workspace, account.id, today - timedelta(days=random.randint(1, 90)), "换卡")
    with tempfile.TemporaryDirectory() as folder:
        for file in files[::_PAPERS_EVERY]:
            for paper in _papers(file):
                path = Path(folder) / f"{paper.kind.label}.png"
                path.write_bytes(drawn_sheet(random))
                add_attachment(workspace, paper, path)


def _accounts(file: HouseholdFile, today: date, random: Random) -> Iterator[AccountEntry]:
    holders = [(file.members[0], AccountPurpose.SUBSIDY_CARD)]
    holders += [(member, AccountPurpose.PENSION) for member in file.members if member.person.receiving_pension]
    for member, purpose in holders:
        is_card = purpose is AccountPurpose.SUBSIDY_CARD
        number = _card_number(random) if is_card else "".join(random.choices("0123456789", k=_PASSBOOK_DIGITS))
        yield AccountEntry(
            person_id=member.person.id,
            purpose=purpose,
            number=number,
            again=number,
            bank=random.choice(_BANKS),
            from_on=today - timedelta(days=random.randint(200, 2000)),
            note="" if is_card else "存折",
        )


def _card_number(random: Random) -> str:
    digits = _CARD + "".join(random.choices("0123456789", k=_CARD_DIGITS - len(_CARD) - 1))
    return next(number for last in range(10) if luhn_holds(number := f"{digits}{last}"))


def _papers(file: HouseholdFile) -> Iterator[AttachmentEntry]:
    household_id = file.household.id
    yield AttachmentEntry(household_id=household_id, kind=AttachmentKind.HUKOU_BOOK, note="演示")
    head: Member = file.members[0]
    yield AttachmentEntry(household_id=household_id, kind=AttachmentKind.ID_CARD, person_id=head.person.id, note="演示")
    for member in file.members:
        if member.person.disability_grade is not None:
            kind = AttachmentKind.DISABILITY_CARD
            yield AttachmentEntry(household_id=household_id, kind=kind, person_id=member.person.id, note="演示")


def drawn_sheet(random: Random) -> bytes:
    """Return a PNG of a sheet with bars for lines and a place for a photo: anybody sees that it is no real paper."""
    bars = [(top, 40, random.randint(180, 380)) for top in range(220, _HEIGHT - 40, 28)]
    bars += [(top, 200, random.randint(260, 380)) for top in range(60, 180, 28)]
    rows = bytearray()
    for y in range(_HEIGHT):
        row = bytearray(_PAPER * _WIDTH)
        if 50 <= y < 190:
            row[40 * 3 : 150 * 3] = _FRAME * 110
        for top, left, right in bars:
            if top <= y < top + 8:
                row[left * 3 : right * 3] = _INK * (right - left)
        rows += b"\0" + row
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
