"""What held before an event changed it: relations to an earlier head, identity numbers that were corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.household import MembershipId, PersonId

FormerRelationId = NewType("FormerRelationId", str)
FormerNumberId = NewType("FormerNumberId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerRelation:
    """The relation that a place in a household had up to ``to_on``, that day included."""

    id: FormerRelationId
    version: int = 0
    membership_id: MembershipId
    relation: str
    to_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerNumber:
    """An identity or temporary number that a person was registered under up to ``to_on``, and why it was replaced."""

    id: FormerNumberId
    version: int = 0
    person_id: PersonId
    number: str
    to_on: date
    reason: str
