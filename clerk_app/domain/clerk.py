"""Who works with this data folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded

ClerkId = NewType("ClerkId", str)


class Role(Coded):
    """What a person at this laptop may do; deciding is nobody's here, it is the county's."""

    CLERK = "clerk", "经办人"
    ASSISTANT = "assistant", "协助员"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """A person who signs in here; one who leaves gets an end date."""

    id: ClerkId
    version: int = 0
    name: str
    role: Role = Role.CLERK
    active_from: date
    active_to: date | None = None
