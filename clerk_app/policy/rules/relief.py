"""Conditions of relief, read from the household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.dates import add_months
from clerk_app.domain.money import ZERO, Money
from clerk_app.policy.rules.base import Condition
from clerk_app.policy.rules.who import IDENTITY_LABELS
from clerk_app.policy.subject import Subject, held_on
from clerk_app.policy.toml_table import Table

ACCIDENTS: Final = {"fire": "火灾", "traffic": "交通事故", "other": "意外事件"}


class HouseholdCondition(Condition):
    """A condition that reads the household only, so that a household's rule may use it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Accident(HouseholdCondition):
    """The household was hit by an accident of one of these kinds."""

    kinds: tuple[str, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> Accident:
        """Read ``accident = ["fire", "traffic", "other"]``."""
        return cls(table.some_of(name, ACCIDENTS))

    def fails(self, subject: Subject) -> str | None:
        """Say that there was no such accident."""
        return None if subject.case.household.accident in self.kinds else "家中没有登记火灾、交通事故等意外。"

    def holds(self, subject: Subject) -> str:
        """State the accident."""
        return f"家中遭遇{ACCIDENTS[subject.case.household.accident or 'other']}。"


@dataclass(frozen=True, slots=True)
class SpendingRatio(HouseholdCondition):
    """Necessary spending a head of at least so many times the income a head, in so many months running."""

    times: int
    months: int

    @classmethod
    def read(cls, table: Table, name: str) -> SpendingRatio:
        """Read ``spending_ratio = { times = 3, months = 3 }``."""
        inner = table.table(name)
        read = cls(inner.whole("times", 1, 100), inner.whole("months", 1, 24))
        inner.done()
        return read

    def fails(self, subject: Subject) -> str | None:
        """Say that income is not known, or that the months do not run on."""
        income = subject.case.household.monthly_income_per_head
        if income is None:
            return "家庭人均月收入没有填写，无法比较支出。"
        line = income * self.times
        if self._first_month(subject, line) is not None:
            return None
        return f"没有连续{self.months}个月人均必需支出达到人均月收入{income}元的{self.times}倍（{line}元）。"

    def _first_month(self, subject: Subject, line: Money) -> date | None:
        """Return the first month of a run that reaches the line; a month that lies ahead has not been spent yet."""
        spending = subject.case.household.monthly_spending_per_head
        high = {item.month for item in spending if item.amount >= line and item.month <= subject.on}
        runs = (first for first in sorted(high) if all(add_months(first, n) in high for n in range(self.months)))
        return next(runs, None)

    def holds(self, subject: Subject) -> str:
        """State from which month on."""
        income = subject.case.household.monthly_income_per_head or ZERO
        first = self._first_month(subject, income * self.times)
        return f"{first:%Y-%m}起连续{self.months}个月，人均必需支出都达到人均月收入{income}元的{self.times}倍。"


@dataclass(frozen=True, slots=True)
class MemberIdentity(HouseholdCondition):
    """A living member holds an identity on the day."""

    code: str

    @classmethod
    def read(cls, table: Table, name: str) -> MemberIdentity:
        """Read ``member_identity = "registered_poor"``."""
        return cls(table.one_of(name, IDENTITY_LABELS))

    def fails(self, subject: Subject) -> str | None:
        """Say that no member holds it."""
        if any(
            identity.code == self.code and held_on(identity, subject.on)
            for person in subject.household.members
            for identity in person.identities
        ):
            return None
        return f"家中没有人是{IDENTITY_LABELS[self.code]}。"

    def holds(self, subject: Subject) -> str:
        """State that a member holds it."""
        return f"{subject.on}时家中有人是{IDENTITY_LABELS[self.code]}。"


@dataclass(frozen=True, slots=True)
class PoorAtDelivery(Condition):
    """A member held one of these identities on the day of the birth."""

    codes: tuple[str, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> PoorAtDelivery:
        """Read ``household_at_delivery = ["registered_poor", "dibao", "tekun"]``."""
        return cls(table.some_of(name, IDENTITY_LABELS))

    def fails(self, subject: Subject) -> str | None:
        """Say that nobody held one, or that the day is not known."""
        day = subject.person.delivery_on
        if day is not None and subject.household.anyone_held(self.codes, day):
            return None
        return f"分娩当天家中没有人是{'、'.join(IDENTITY_LABELS[code] for code in self.codes)}。"

    def holds(self, subject: Subject) -> str:
        """State that the household was poor on the day of the birth."""
        return f"{subject.person.delivery_on}时家中有困难身份的成员。"
