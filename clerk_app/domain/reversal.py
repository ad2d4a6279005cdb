"""Entries that are never struck out: a wrong one is taken back by another that names it (T74)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Reversible(Protocol):
    """An entry with an id, and the id of the entry that it takes back, if it takes one back."""

    @property
    def id(self) -> str:
        """The entry's own id."""

    @property
    def reverses(self) -> str | None:
        """The id of what it takes back, None for an entry of its own right."""


E = TypeVar("E", bound=Reversible)


def standing(entries: Sequence[E]) -> tuple[E, ...]:
    """Return the entries that take nothing back and were not taken back, in their order; a reversal must be among ``entries``."""
    taken_back = {entry.reverses for entry in entries}
    return tuple([entry for entry in entries if entry.reverses is None and entry.id not in taken_back])
