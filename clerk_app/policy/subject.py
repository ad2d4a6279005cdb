"""One person, or the household, as the rules see it on the day: facts worked out once and read by many rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clerk_app.domain.dates import age_on
from clerk_app.policy.facts import Case

if TYPE_CHECKING:
    from clerk_app.policy.model import Pack

age_of: Final = lru_cache(maxsize=65536)(age_on)
"""``age_on``, remembered: a list asks the same birth dates again and again."""


class Household:
    """The case as one household on its day; ``members`` are the living persons."""

    __slots__ = ("case", "members", "on", "pack")

    def __init__(self, pack: Pack, case: Case) -> None:
        self.pack = pack
        self.case = case
        self.on = case.on
        self.members = tuple(person for person in case.persons if not person.dead_on(case.on))
