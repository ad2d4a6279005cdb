"""Two records that may be one person (T4): why it looks so, and what a person decided about the pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import ne
from typing import Final, NewType, Protocol

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId
from clerk_app.domain.resident_id import spellings

PairId = NewType("PairId", str)
_NEAR: Final = 2
"""Up to so many characters of two numbers differ by a slip of the pen, or two neighbours changed places."""


class Likeness(Coded):
    """Why two records look like one person."""

    BIRTH = "birth", "姓名和出生日期相同"
    PHONE = "phone", "姓名和联系电话相同"
    NUMBER = "number", "姓名相同，身份号码只差一两位"
    OLD_FORM = "old_form", "一人的 15 位旧号码就是另一人的 18 位号码"
    FORMER = "former", "一人的原号码是另一人现在的号码"


class Verdict(Coded):
    """What a person decided about two records."""

    APART = "apart", "不是同一人"
    SAME = "same", "同一人，已合并"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A decision about two records; of one person, ``kept_id`` goes on and ``other_id`` stays only in the history."""

    id: PairId
    version: int = 0
    kept_id: PersonId
    other_id: PersonId
    verdict: Verdict
    decided_on: date
    reason: str = ""


class Recorded(Protocol):
    """What of a person's record is compared; a birth date in any form, the same for both."""

    @property
    def name(self) -> str:
        """The name as registered."""
        ...

    @property
    def birth_on(self) -> object:
        """The birth date of the file."""
        ...

    @property
    def phone(self) -> str:
        """The phone, empty for none."""
        ...

    @property
    def id_number(self) -> str | None:
        """The number now."""
        ...

    @property
    def former_id_number(self) -> str | None:
        """The number before a correction."""
        ...


def likenesses(first: Recorded, second: Recorded) -> tuple[Likeness, ...]:
    """Return why two records may be one person; nothing when they need not be told to the clerk."""
    found = []
    if first.name == second.name:
        if first.birth_on == second.birth_on:
            found.append(Likeness.BIRTH)
        if first.phone and first.phone == second.phone:
            found.append(Likeness.PHONE)
        if differs_by_a_slip(first.id_number or "", second.id_number or ""):
            found.append(Likeness.NUMBER)
    if _is_old_form(first, second):
        found.append(Likeness.OLD_FORM)
    if _holds_former(first, second) or _holds_former(second, first):
        found.append(Likeness.FORMER)
    return tuple(found)


def differs_by_a_slip(first: str, second: str) -> bool:
    """Say whether two different numbers of one length differ in at most two places."""
    if not first or len(first) != len(second):
        return False
    differing: int = sum(map(ne, first, second))
    return 0 < differing <= _NEAR


def _holds_former(one: Recorded, other: Recorded) -> bool:
    former = one.former_id_number
    return former is not None and other.id_number in spellings(former)


def _is_old_form(one: Recorded, other: Recorded) -> bool:
    number = one.id_number
    return number is not None and number != other.id_number and other.id_number in spellings(number)
