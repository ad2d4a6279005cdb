"""Bank accounts that benefits are paid to: whose they are and for what, and when a number looks mistyped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId

BankAccountId = NewType("BankAccountId", str)
LONGEST: Final = 32
SHORTEST: Final = 8
_SHOWN: Final = 4
_CARD_LENGTHS: Final = range(16, 20)


class AccountPurpose(Coded):
    """What is paid to an account."""

    SUBSIDY_CARD = "subsidy_card", "惠农补贴一卡通"
    SOCIAL_SECURITY = "social_security", "社会保障卡"
    DIBAO = "dibao", "低保金"
    PENSION = "pension", "养老金"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """An account of a person from one day to another, both included; ``holder`` is named where it is somebody else's."""

    id: BankAccountId
    version: int = 0
    person_id: PersonId
    purpose: AccountPurpose
    number: str
    bank: str
    holder: str = ""
    from_on: date
    to_on: date | None = None
    note: str = ""

    def held_on(self, day: date) -> bool:
        """Say whether the account is in use on a day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


def luhn_holds(number: str) -> bool:
    """Say whether the digits pass the Luhn check of payment cards (ISO/IEC 7812-1); passbooks need not."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def looks_mistyped(number: str) -> bool:
    """Say whether a number of a card's length fails the Luhn check: worth a question, never a refusal."""
    return len(number) in _CARD_LENGTHS and not luhn_holds(number)


def masked_account(number: str) -> str:
    """Return the number with only its last four digits, as it is shown and printed everywhere."""
    return f"{'*' * _SHOWN} {number[-_SHOWN:]}"
