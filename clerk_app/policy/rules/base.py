"""What every rule shape has in common: a condition that holds or says why not, and a body that gives something."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clerk_app.domain.money import Money

if TYPE_CHECKING:
    from clerk_app.policy.subject import Subject


class Given(NamedTuple):
    """What a rule gives: a sum or None, the sentences that lead to it, and whether a local value is missing for the sum."""

    amount: Money | None
    steps: tuple[str, ...]
    lacks_local_value: bool = False


class Condition(ABC):
    """One fact that must hold."""

    __slots__ = ()

    @abstractmethod
    def fails(self, subject: Subject) -> str | None:
        """Return None where the fact holds, else the sentence that says why it does not."""

    def ages(self) -> tuple[int, ...] | None:
        """Return the ages at which the answer changes; None where the birth date decides in another way."""
        return ()

    @abstractmethod
    def holds(self, subject: Subject) -> str:
        """Return the sentence that states the fact; asked only where it holds."""


class Body(ABC):
    """What a rule carries beside its source: a value, a test, or (``Giving``) an entitlement."""

    __slots__ = ()

    @abstractmethod
    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return the values in force on a day, or all of them, as short Chinese texts for the listing of a pack."""


class Giving(Body):
    """A body that gives a person or a household something."""

    __slots__ = ()

    @abstractmethod
    def give(self, subject: Subject) -> Given | str:
        """Return what is given, or the sentence that says why nothing is."""
