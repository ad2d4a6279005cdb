"""A household that moves from one village to another, and what of its past goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import Money

TransferId = NewType("TransferId", str)
EarlierContributionId = NewType("EarlierContributionId", str)
EarlierActId = NewType("EarlierActId", str)
EARLIER_REVERSED: Final = "earlier_reversed"
EARLIER_CHANGED: Final = "earlier_changed"
EARLIER_ADDED: Final = "earlier_added"
"""What the county calls its word on a payment that was taken back where it was paid, nothing instead of it or another, and on one that
came to it only after the people had gone.
"""
GOES_ON: Final = "goes_on"
"""What the county calls its word that one answer has no room for all that it has to bring."""


class TransferStanding(Coded):
    """What a village did: it sent the household away or took that back; it took one in or sent it back."""

    SENT = "sent", "迁出"
    WITHDRAWN = "withdrawn", "已撤回"
    TAKEN_IN = "taken_in", "已迁入"
    DECLINED = "declined", "已退回"


class TransferState(Coded):
    """How a transfer stands between two villages, as only the county can say."""

    NOWHERE = "nowhere", "迁出"
    WAITING = "waiting", "待迁入"
    TAKEN_IN = "taken_in", "已迁入"
    DECLINED = "declined", "已退回"
    WITHDRAWN = "withdrawn", "已撤回"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One side's record of a household's move; a day belongs to one village only, ``moved_on`` is the first in the new one.

    ``village_code`` and ``village_name`` are the other village's. In the village it leaves ``origin`` is empty and ``people`` are those who
    go; in the village it comes to ``origin`` is the id of the other side's record, and a household that was declined has no ``household_id``.
    ``noted_on`` is the day somebody recorded it.
    """

    id: TransferId
    version: int = 0
    standing: TransferStanding
    household_id: HouseholdId | None = None
    people: tuple[str, ...] = ()
    village_code: str
    village_name: str = ""
    moved_on: date
    noted_on: date
    reason: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierContribution:
    """A payment that stood in the village somebody came from: it tells of the year and is in no sum of this village."""

    id: EarlierContributionId
    version: int = 0
    transfer_id: TransferId
    person_id: PersonId
    village_name: str
    insurance: Insurance
    year: int
    tier: Money
    amount: Money
    payer: Payer
    payer_name: str = ""
    paid_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAct:
    """An act of the village a household came from, told in this one's history: ``line`` is the act, ``by_name`` who did it."""

    id: EarlierActId
    version: int = 0
    transfer_id: TransferId
    household_id: HouseholdId
    village_name: str
    by_name: str
    line: str


def state_of(sent: TransferStanding, received: TransferStanding | None, *, is_known: bool) -> TransferState:
    """Return how a transfer stands: what the new village did comes first, then what the old one took back.

    ``received`` is None while the new village has done nothing; ``is_known`` says whether the county has invited it.
    """
    if received is TransferStanding.TAKEN_IN:
        return TransferState.TAKEN_IN
    if sent is TransferStanding.WITHDRAWN:
        return TransferState.WITHDRAWN
    if received is TransferStanding.DECLINED:
        return TransferState.DECLINED
    return TransferState.WAITING if is_known else TransferState.NOWHERE
