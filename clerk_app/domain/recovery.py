"""追缴: what was paid too long, month by month, and what of it has come back.

Sources: 社会保险经办条例（国务院令第765号）第四十六条 (repaid at once, by instalments, or set off against later benefits or the account's
balance); 国发〔2014〕8号 七 (a pension stops the month after a death); 民发〔2021〕57号 第三十一、三十二条 (the county stops dibao).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.follow_up import FollowUpId, FollowUpKind
from clerk_app.domain.money import Money, total

RecoverySpanId = NewType("RecoverySpanId", str)
RecoveryReceiptId = NewType("RecoveryReceiptId", str)
RECOVERIES: Final = {
    FollowUpKind.PENSION_RECOVERY: "城乡居民基本养老金",
    FollowUpKind.DIBAO_RECOVERY: "最低生活保障金",
}
"""The things to do that are recoveries, with what was paid too long."""


class RecoveryWay(Coded):
    """How money comes back."""

    PAID = "paid", "退回现金或转账"
    BALANCE = "balance", "个人账户余额抵扣"
    GRANT = "grant", "丧葬补助抵扣"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySpan:
    """Months in a row that were paid too long, at one sum a month; ``from_on`` and ``to_on`` are the first days of the first and last.

    ``source`` says where the sum is from. One that was wrong is withdrawn and stays.
    """

    id: RecoverySpanId
    version: int = 0
    follow_up_id: FollowUpId
    from_on: date
    to_on: date
    monthly: Money
    source: str
    withdrawn_on: date | None = None

    @property
    def months(self) -> int:
        """How many months, both ends included."""
        return (self.to_on.year - self.from_on.year) * 12 + self.to_on.month - self.from_on.month + 1

    @property
    def amount(self) -> Money:
        """The sum of the span."""
        return self.monthly * self.months


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryReceipt:
    """Money that came back, or was set off, on a day; ``paper`` is the voucher or the county's paper.

    A receipt entered by mistake is taken back by another with the same sum below zero, whose ``reverses`` names it.
    """

    id: RecoveryReceiptId
    version: int = 0
    follow_up_id: FollowUpId
    way: RecoveryWay
    amount: Money
    received_on: date
    paper: str
    reverses: RecoveryReceiptId | None = None


def standing_spans(spans: Sequence[RecoverySpan]) -> tuple[RecoverySpan, ...]:
    """Return the spans that were not withdrawn, the earliest first."""
    return tuple(
        sorted((span for span in spans if span.withdrawn_on is None), key=lambda span: (span.from_on, span.id))
    )


def due(spans: Sequence[RecoverySpan]) -> Money | None:
    """Return what is to be given back; None while no month has been entered, which is not the same as nothing."""
    standing = standing_spans(spans)
    return total([span.amount for span in standing]) if standing else None


def recovered(receipts: Sequence[RecoveryReceipt], way: RecoveryWay | None = None) -> Money:
    """Return what has come back, in one way or in all."""
    return total([receipt.amount for receipt in receipts if way in (None, receipt.way)])


def counted_twice(spans: Sequence[RecoverySpan]) -> date | None:
    """Return the first month that two standing spans share: two laptops may each have entered it. None where there is none."""
    standing = standing_spans(spans)
    for before, after in pairwise(standing):
        if after.from_on <= before.to_on:
            return after.from_on
    return None
