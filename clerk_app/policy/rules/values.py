"""Values that other rules read: the tiers of the year, the review interval, and the duties a paper lays on offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from clerk_app.domain.money import Money
from clerk_app.policy.rules.base import Body
from clerk_app.policy.toml_table import Dated, Table


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

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's tiers."""
        return self.dated.texts(on, lambda tiers: "、".join(str(tier) for tier in tiers))


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

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's intervals."""
        return self.dated.texts(on, lambda every: f"A类{every.a}个月、B类{every.b}个月、C类{every.c}个月")

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

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return nothing: a duty has no figure."""
        return ()
