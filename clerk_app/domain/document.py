"""What was printed: every sheet has a number, a reprint a copy number, a spoilt one a void mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import HouseholdId

DocumentId = NewType("DocumentId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One print of a form (``kind`` is the form's id). ``copy_number`` is 1 for the first print of ``number``.

    ``about`` is the id of what a recovery form is about. A contribution notice also keeps what it was asked for, so that a copy says the same: ``insurance``, ``year``, ``deadline``.
    """

    id: DocumentId
    version: int = 0
    kind: str
    number: str
    household_id: HouseholdId
    copy_number: int
    masked: bool
    printed_on: date
    printed_by: str
    void_on: date | None = None
    void_reason: str = ""
    insurance: Insurance | None = None
    year: int | None = None
    deadline: date | None = None
    about: str | None = None
