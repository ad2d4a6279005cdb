"""One person in a household as the rules see it on the day: facts worked out once and read by many rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clerk_app.domain.dates import age_on
from clerk_app.domain.money import Money
from clerk_app.policy.facts import Case, IdentityFact, PersonFacts

if TYPE_CHECKING:
    from clerk_app.policy.model import Pack

FIRST_CONTRIBUTION_AGE: Final = 16
PENSION_AGE: Final = 60
"""Ages of the resident pension. Source: 国发〔2014〕8号 三 and 七."""

_NO_IDENTITIES: Final[Mapping[str, tuple[IdentityFact, ...]]] = {}

day_text: Final = lru_cache(maxsize=4096)(date.isoformat)
"""A date as reasons write it, ``2018-06-30``, remembered: a list asks the same ones again and again."""


def age_of(birth: date, on: date) -> int:
    """Return ``age_on``, without a search where the month alone decides: it is asked for everyone in a list."""
    return on.year - birth.year - (on.month < birth.month) if on.month != birth.month else age_on(birth, on)


class Household:
    """The case as one household on its day; ``members`` are the living persons."""

    __slots__ = ("case", "members", "on", "pack")

    def __init__(self, pack: Pack, case: Case) -> None:
        self.pack = pack
        self.case = case
        self.on = case.on
        self.members = tuple([person for person in case.persons if not person.dead_on(case.on)])

    def wife_of(self, man: PersonFacts) -> PersonFacts | None:
        """Return the wife of a man who is the head or the head's spouse; None where she is not known."""
        other = {"head": "spouse", "spouse": "head"}.get(man.relation or "")
        return next((person for person in self.members if person.relation == other and person.sex == "female"), None)

    def anyone_held(self, codes: tuple[str, ...], day: date) -> bool:
        """Say whether someone who lived on a day held one of these identities on it."""
        return any(
            identity.code in codes and held_on(identity, day)
            for person in self.case.persons
            if not person.dead_on(day)
            for identity in person.identities
        )


class Subject:
    """One person; ``proxied_tier`` is set once the payment by the government is known.

    ``contribution_bar`` is None where the person can contribute on the day, else the reason.
    """

    __slots__ = ("age", "case", "contribution_bar", "household", "identities", "on", "person", "proxied_tier")

    def __init__(self, household: Household, person: PersonFacts) -> None:
        self.household = household
        self.person = person
        self.case = household.case
        self.on = household.on
        self.age: int = age_of(person.birth_date, household.on)
        self.identities = _by_code(person.identities) if person.identities else _NO_IDENTITIES
        self.proxied_tier: Money | None = None
        self.contribution_bar = self._bar()

    def _bar(self) -> str | None:
        if not FIRST_CONTRIBUTION_AGE <= self.age < PENSION_AGE:
            return _age_bar(self.age)
        if self.person.student:
            return "是在校学生，不参加居民养老保险。"
        pension = self.person.pension
        if pension.scheme == "employee":
            return "参加的是职工养老保险，不在居民养老保险缴费。"
        return "已在领取养老金，不再缴费。" if pension.receiving else None

    def contribution_tier(self) -> Money | None:
        """Return the tier that counts for subsidies: the higher of the person's own and the one the government pays; None if neither."""
        own = self.person.pension.tier
        if self.contribution_bar is not None or own is None:
            return self.proxied_tier
        return own if self.proxied_tier is None else max(own, self.proxied_tier)

    def lowest_tier(self) -> Money:
        """Return the year's minimum tier."""
        return self.household.pack.minimum_tier(self.on.year, self.case.local)


@lru_cache(maxsize=256)
def _age_bar(age: int) -> str:
    if age < FIRST_CONTRIBUTION_AGE:
        return f"{age}周岁，未满{FIRST_CONTRIBUTION_AGE}周岁，不能参保缴费。"
    return f"{age}周岁，已满{PENSION_AGE}周岁，不再缴费。"


def _by_code(identities: tuple[IdentityFact, ...]) -> dict[str, tuple[IdentityFact, ...]]:
    read: dict[str, tuple[IdentityFact, ...]] = {}
    for identity in identities:
        read[identity.code] = (*read.get(identity.code, ()), identity)
    return read


def held_on(identity: IdentityFact, day: date) -> bool:
    """Say whether an identity is held on a day, lifted or not; its last day counts."""
    return identity.from_on <= day and (identity.to_on is None or day <= identity.to_on)
