"""Photos and scanned papers of a household or a person; the file itself is known by its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.act import Act
from clerk_app.domain.codes import Coded
from clerk_app.domain.household import HouseholdId, PersonId

AttachmentId = NewType("AttachmentId", str)


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
