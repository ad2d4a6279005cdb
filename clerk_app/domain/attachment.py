"""Photos and scanned papers of a household or a person; the file itself is known by its SHA-256."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NewType

from clerk_app.domain.act import Act
from clerk_app.domain.codes import Coded
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.plain_text import hidden_character

AttachmentId = NewType("AttachmentId", str)
_LONGEST_STEM: Final = 60
"""Characters; of four bytes each they still leave room for a number and an ending in the 255 bytes of a name."""
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')


class AttachmentKind(Coded):
    """What a file is."""

    PHOTO = "photo", "照片"
    ID_CARD = "id_card", "身份证"
    HUKOU_BOOK = "hukou_book", "户口簿"
    DISABILITY_CARD = "disability_card", "残疾人证"
    MEDICAL = "medical", "诊断和病历"
    INCOME = "income", "收入和财产证明"
    APPLICATION = "application", "申请书和授权书"
    OTHER = "other", "其他材料"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a household, or with one of its people; ``size`` is in bytes. Taken away, the record stays."""

    id: AttachmentId
    version: int = 0
    household_id: HouseholdId
    person_id: PersonId | None = None
    kind: AttachmentKind
    name: str
    media_type: str
    size: int
    sha256: str
    added_on: date
    removed_on: date | None = None
    note: str = ""


def attached_in(acts: Iterable[Act]) -> frozenset[str]:
    """Return the SHA-256 of every file that these acts attach: what must travel with them."""
    return frozenset(
        str(change.after["sha256"])
        for act in acts
        for change in act.changes
        if change.table == "attachment" and "sha256" in change.after
    )


def shown_name(name: str) -> str:
    """Return a file's name as it is kept and shown: what nobody can see or write down, or turns the line round, becomes ``_``."""
    return "".join("_" if hidden_character(char) else char for char in name)


def stem_to_write(name: str, otherwise: str) -> str:
    """Return under which name without ending a file can be written on every system; ``otherwise`` where nothing is left of it."""
    stem = _FORBIDDEN.sub("_", PurePosixPath(shown_name(name)).stem)[:_LONGEST_STEM].strip(" .")
    return f"_{stem}" if _RESERVED.fullmatch(stem.partition(".")[0]) else stem or otherwise
