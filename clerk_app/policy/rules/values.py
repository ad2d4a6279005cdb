"""Values that other rules read: the tiers of the year, the review interval, and the duties a paper lays on offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from clerk_app.domain.money import Money
from clerk_app.policy.rules.base import Body
from clerk_app.policy.toml_table import Dated, Period, Table


def stretch(period: Period[Any]) -> str:
    """Return a period's days as a short text: ``2018-01-01起``, ``至2020-12-31``, both, or nothing."""
    first = f"{period.from_on}起" if period.from_on else ""
    last = f"至{period.to_on}" if period.to_on else ""
    return first + last


@dataclass(frozen=True, slots=True)
class Tiers(Body):
    """The contribution tiers a person may choose, yuan a year."""

    dated: Dated[tuple[Money, ...]]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``tiers``."""

        def amounts(part: Table) -> tuple[Money, ...]:
            tiers = part.moneys("amounts")
            if list(tiers) != sorted(set(tiers)):
                raise part.refuse("档次要从低到高排列，不能重复。")
            return tiers

        return cls(Dated.read(table, amounts))

    def figures(self) -> tuple[str, ...]:
        """Return each period's tiers."""
        return tuple(
            f"{stretch(period)} {'、'.join(str(tier) for tier in period.value)}".strip()
            for period in self.dated.periods
        )


@dataclass(frozen=True, slots=True)
class ReviewMonths:
    """Months between two reviews for each class."""

    a: int
    b: int
    c: int

    def of(self, dibao_class: str) -> int:
        """Return the interval of one class, ``"A"``, ``"B"`` or ``"C"``."""
        return {"A": self.a, "B": self.b, "C": self.c}[dibao_class]


@dataclass(frozen=True, slots=True)
class Review(Body):
    """How often each dibao class is reviewed."""

    dated: Dated[ReviewMonths]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``review``."""

        def months(part: Table) -> ReviewMonths:
            a, b, c = (part.whole(letter, 1, 60) for letter in "ABC")
            return ReviewMonths(a, b, c)

        return cls(Dated.read(table, months))

    def figures(self) -> tuple[str, ...]:
        """Return each period's intervals."""
        return tuple(
            f"{stretch(period)} A类{period.value.a}个月、B类{period.value.b}个月、C类{period.value.c}个月".strip()
            for period in self.dated.periods
        )

    def months(self, dibao_class: str, on: date) -> int | None:
        """Return the interval of a class on a day, or None where no period covers the day."""
        found = self.dated.on(on)
        return None if found is None else found.of(dibao_class)


@dataclass(frozen=True, slots=True)
class Duty(Body):
    """What a paper asks of an office; nobody's money depends on it."""

    @classmethod
    def read(cls, table: Table) -> Self:  # noqa: ARG003 - every shape is read alike
        """Read the shape ``duty``, which has no values of its own."""
        return cls()

    def figures(self) -> tuple[str, ...]:
        """Return nothing: a duty has no figure."""
        return ()
