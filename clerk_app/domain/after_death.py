"""What a death does to a pension: the month of the death is still due, everything paid after it is to be given back.

Source: 国发〔2014〕8号 七（自次月起停止支付）, 社会保险经办条例（国务院令第765号）第四十六条.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from clerk_app.domain.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Overpaid:
    """Months paid after the month of death, with their sum and what stands against it; sums are None where they are not known."""

    months: int
    amount: Money | None
    offset: Money | None

    @property
    def rest(self) -> Money | None:
        """What remains to be paid back after the set-off; None while the sum is not known."""
        if self.amount is None:
            return None
        return max(self.amount - (self.offset or ZERO), ZERO)


def last_day_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def first_day_after_month(day: date) -> date:
    """Return the first day of the month after a day's: from then on nothing is paid (T92)."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def months_after(died_on: date, paid_through: date) -> int:
    """Return how many months were paid after the month of death, 0 when payment stopped in time (T92, T93)."""
    return max((paid_through.year - died_on.year) * 12 + paid_through.month - died_on.month, 0)


def overpaid(
    died_on: date, paid_through: date, monthly: Money | None, *, balance: Money | None, grant: Money | None
) -> Overpaid:
    """Return what was paid too much; account balance and funeral grant may be set off against it (T93)."""
    months = months_after(died_on, paid_through)
    known = [sum_ for sum_ in (balance, grant) if sum_ is not None]
    return Overpaid(
        months=months,
        amount=None if monthly is None else monthly * months,
        offset=Money(sum(sum_.fen for sum_ in known)) if known else None,
    )
