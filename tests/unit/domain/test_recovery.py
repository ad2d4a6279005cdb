"""What was paid too long: months by sums, and what came back."""

from __future__ import annotations

from datetime import date

from clerk_app.domain.follow_up import FollowUpId
from clerk_app.domain.money import ZERO, Money
from clerk_app.domain.recovery import (
    RecoveryReceipt,
    RecoveryReceiptId,
    RecoverySpan,
    RecoverySpanId,
    RecoveryWay,
    counted_twice,
    due,
    recovered,
    standing_spans,
)


def span(first: date, last: date, monthly: str = "163", *, withdrawn_on: date | None = None) -> RecoverySpan:
    return RecoverySpan(
        id=RecoverySpanId(f"{first}"),
        follow_up_id=FollowUpId("f"),
        from_on=first,
        to_on=last,
        monthly=Money.parse(monthly),
        source="发放记录",
        withdrawn_on=withdrawn_on,
    )


def receipt(way: RecoveryWay, amount: str) -> RecoveryReceipt:
    return RecoveryReceipt(
        id=RecoveryReceiptId(f"{way.value}{amount}"),
        follow_up_id=FollowUpId("f"),
        way=way,
        amount=Money.parse(amount),
        received_on=date(2026, 3, 16),
        paper="收据 1",
    )


def test_months_count_over_the_turn_of_a_year_when_the_sum_rises() -> None:
    older = span(date(2025, 11, 1), date(2025, 12, 1), "143")
    newer = span(date(2026, 1, 1), date(2026, 3, 1), "163.50")
    assert (older.months, newer.months) == (2, 3)
    assert due((newer, older)) == Money.parse("776.50")
    assert standing_spans((newer, older)) == (older, newer)


def test_nothing_entered_is_not_nothing_due() -> None:
    withdrawn = span(date(2026, 1, 1), date(2026, 1, 1), withdrawn_on=date(2026, 3, 1))
    assert due(()) is None
    assert due((withdrawn,)) is None


def test_what_came_back_is_told_by_way_and_without_what_was_reversed() -> None:
    receipts = (
        receipt(RecoveryWay.PAID, "100"),
        receipt(RecoveryWay.PAID, "-100"),
        receipt(RecoveryWay.BALANCE, "63.50"),
    )
    assert recovered(receipts) == recovered(receipts, RecoveryWay.BALANCE) == Money.parse("63.50")
    assert recovered(receipts, RecoveryWay.GRANT) == ZERO


def test_month_that_two_spans_share_is_found_unless_one_is_withdrawn() -> None:
    first = span(date(2026, 1, 1), date(2026, 2, 1))
    second = span(date(2026, 2, 1), date(2026, 3, 1))
    assert counted_twice((second, first)) == date(2026, 2, 1)
    assert counted_twice((span(date(2026, 2, 1), date(2026, 3, 1), withdrawn_on=date(2026, 3, 1)), first)) is None
    assert counted_twice((first, span(date(2026, 3, 1), date(2026, 3, 1)))) is None
