"""Time that a member lives elsewhere while the place in the household stays (人户分离)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId

AbsenceId = NewType("AbsenceId", str)


class AbsenceKind(Coded):
    """Why a member lives elsewhere."""

    WORK = "work", "外出务工"
    STUDY = "study", "外出上学"
    MARRIED = "married", "婚嫁在外、户口未迁"
    LIVING = "living", "在外居住"
    PRISON = "prison", "服刑"
    REHABILITATION = "rehabilitation", "强制隔离戒毒"
    MISSING = "missing", "宣告失踪"
    CLERGY = "clergy", "脱离家庭的宗教教职人员"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A member's time elsewhere; the first and the last day count, ``to_on`` is None while it lasts."""

    id: AbsenceId
    version: int = 0
    person_id: PersonId
    kind: AbsenceKind
    place: str = ""
    from_on: date
    to_on: date | None = None
    note: str = ""

    def held_on(self, day: date) -> bool:
        """Say whether the member is away on a day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


def overlap(one: Absence, other: Absence) -> bool:
    """Say whether there is a day on which both hold."""
    first, second = sorted((one, other), key=lambda absence: absence.from_on)
    return first.to_on is None or second.from_on <= first.to_on
