"""What is paid after a death and what stands against it."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.after_death import first_day_after_month, last_day_of_month, months_after, overpaid
from clerk_app.domain.money import Money


@pytest.mark.parametrize(
    ("died_on", "stop", "last"),
    [
        (date(2026, 3, 1), date(2026, 4, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 4, 1), date(2026, 3, 31)),
        (date(2025, 12, 31), date(2026, 1, 1), date(2025, 12, 31)),
        (date(2024, 2, 10), date(2024, 3, 1), date(2024, 2, 29)),
    ],
)
def test_t92_month_of_death_is_due_whole_and_nothing_after(died_on: date, stop: date, last: date) -> None:
    assert (first_day_after_month(died_on), last_day_of_month(died_on)) == (stop, last)
    assert months_after(died_on, last) == 0
    assert months_after(died_on, stop) == 1


def test_nothing_is_overpaid_when_payment_stopped_before() -> None:
    assert months_after(date(2026, 3, 1), date(2026, 2, 28)) == 0


@pytest.mark.parametrize(
    ("monthly", "known", "expected"),
    [
        (None, (Money.yuan(10), None), (None, Money.yuan(10), None)),
        (Money.yuan(100), (None, None), (Money.yuan(500), None, Money.yuan(500))),
        (Money.yuan(100), (Money.yuan(120), Money.yuan(80)), (Money.yuan(500), Money.yuan(200), Money.yuan(300))),
        (Money.yuan(100), (Money.yuan(700), None), (Money.yuan(500), Money.yuan(700), Money.yuan(0))),
    ],
)
def test_t93_five_months_are_given_back_less_what_is_set_off(
    monthly: Money | None,
    known: tuple[Money | None, Money | None],
    expected: tuple[Money | None, Money | None, Money | None],
) -> None:
    balance, grant = known
    found = overpaid(date(2025, 10, 10), date(2026, 3, 16), monthly, balance=balance, grant=grant)
    assert (found.months, found.amount, found.offset, found.rest) == (5, *expected)
