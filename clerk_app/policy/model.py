"""The policy engine's values: facts in, a pack of rules, entitlements and reasons out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.facts import (
    LOCAL_NAMES,
    Case,
    ClassAmounts,
    DisabilityFact,
    HouseholdFacts,
    IdentityFact,
    IncomeFact,
    LocalValues,
    MedicalFacts,
    PensionFacts,
    PersonFacts,
    SpendingFact,
    WorkFacts,
)
from clerk_app.policy.rules.base import Body, Condition
from clerk_app.policy.rules.shares import Shares
from clerk_app.policy.rules.values import Review, Tiers

__all__ = [
    "LOCAL_NAMES",
    "Assessment",
    "Award",
    "Case",
    "ClassAmounts",
    "DibaoOutcome",
    "DisabilityFact",
    "Entitlement",
    "Group",
    "HouseholdFacts",
    "IdentityFact",
    "IncomeFact",
    "LocalValues",
    "MedicalFacts",
    "NotMet",
    "Pack",
    "PensionFacts",
    "PersonFacts",
    "Rule",
    "SpendingFact",
    "WorkFacts",
]

B = TypeVar("B", bound=Body)


@dataclass(frozen=True, slots=True, eq=False)
class Award:
    """What a rule gives, whoever it is for: in a long list the same one is given again and again, so it is made once.

    ``reasons`` are the sentences that are the same for all of them; the facts that make the rule hold for someone stand before these.
    The other fields are those of ``Entitlement``.
    """

    code: str
    rule: str
    amount: Money | None
    per: str | None
    shares: Mapping[str, Money] | None
    needs: tuple[str, ...]
    also: tuple[str, ...]
    detail: Mapping[str, str | int | bool] | None
    clauses: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What someone may have. ``person`` is None for the household's own.

    ``amount`` is None where the rule gives no sum; ``per`` is ``year``, ``month`` or ``once``; ``also`` names rules that fit too and
    lost to this one; ``because`` is one sentence a step.
    """

    code: str
    person: str | None
    rule: str
    amount: Money | None
    per: str | None
    shares: Mapping[str, Money] | None
    needs: tuple[str, ...]
    also: tuple[str, ...]
    detail: Mapping[str, str | int | bool] | None
    clauses: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotMet:
    """A rule that was tried and does not hold, with the first fact that fails."""

    code: str
    person: str | None
    rule: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DibaoOutcome:
    """What section E says of the household. ``disregarded`` is a year's sum; class, amount and interval are None where not eligible."""

    eligible: bool
    dibao_class: str | None
    countable_income_per_head: Money
    disregarded: Money
    amount_per_month: Money | None
    review_every_months: int | None
    next_review_on: date | None
    rule: str
    clauses: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to one case: entitlements by person as given (the household's own last), then by code.

    ``awards`` and ``refusals`` are what ``entitlements`` and ``not_met`` are made of: a long list has many and only writes them down.
    """

    pack: str
    on: date
    awards: tuple[Granted, ...]
    refusals: tuple[Refusal, ...]
    dibao: DibaoOutcome | None

    @property
    def entitlements(self) -> tuple[Entitlement, ...]:
        """What each may have."""
        return tuple(
            Entitlement(
                code=award.code,
                person=person,
                rule=award.rule,
                amount=award.amount,
                per=award.per,
                shares=award.shares,
                needs=award.needs,
                also=award.also,
                detail=award.detail,
                clauses=award.clauses,
                because=(*facts, *award.reasons),
            )
            for person, award, facts in self.awards
        )

    @property
    def not_met(self) -> tuple[NotMet, ...]:
        """The rules that were tried and do not hold."""
        return tuple(NotMet(rule.code, person, rule.id, (why,)) for person, rule, why in self.refusals)


Granted = tuple[str | None, Award, tuple[str, ...]]
"""Whom an award is for (None for the household), the award, and the facts that make its rule hold."""

Refusal = tuple[str | None, "Rule", str]
"""Whom a rule was tried for (None for the household), the rule, and the first fact that fails."""


@dataclass(frozen=True, slots=True)
class Group:
    """One of the alternatives of a rule: all its conditions must hold."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One numbered rule of a paper: where it stands, whom it concerns, what it carries.

    ``code`` is the entitlement it gives, or empty. ``sources`` are document number and clause as results name them.
    ``pack`` is the pack it was written in, ``replaces`` the rules of the parent pack that it takes the place of. ``from_on`` and
    ``to_on`` bound the rule as a whole, where its body has no periods of its own.
    """

    id: str
    shape: str
    code: str
    sources: tuple[str, ...]
    says: str
    unit: str
    pack: str
    body: Body
    per_household: bool = False
    from_on: date | None = None
    to_on: date | None = None
    when: tuple[Condition, ...] = ()
    groups: tuple[Group, ...] = ()
    needs: tuple[str, ...] = ()
    detail: Mapping[str, str | int | bool] | None = None
    shares: Shares | None = None
    replaces: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Say whether the rule as a whole is in force on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All conditions, those of the groups last."""
        return (*self.when, *(condition for group in self.groups for condition in group.conditions))

    @property
    def per(self) -> str | None:
        """``year``, ``month`` or ``once`` by the rule's unit, None where it gives no sum."""
        return PER_BY_UNIT.get(self.unit)


PER_BY_UNIT: Mapping[str, str] = {"元/年": "year", "元/月": "month", "元/次": "once"}
UNITS = (*PER_BY_UNIT, "个月", "项")
"""The units a value may have; ``项`` is for things that are not counted in money."""


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One place's rules: its own first, then what it inherits. ``replaced`` pairs each inherited rule with the own one in its place."""

    id: str
    title: str
    region: str
    document: str
    version: str
    extends: str | None
    rules: tuple[Rule, ...]
    replaced: tuple[tuple[Rule, Rule], ...] = ()

    def rule(self, number: str) -> Rule:
        """Return a rule by its number; raises UserError where the pack has none of it."""
        for rule in self.rules:
            if rule.id == number:
                return rule
        raise UserError("政策包“{title}”里没有规则 {rule}。", title=self.title, rule=number[:40])

    def bodies(self, kind: type[B]) -> tuple[tuple[Rule, B], ...]:
        """Return the rules whose body is of one kind, with that body."""
        return _bodies(self, kind)

    def valid_tiers(self, year: int) -> tuple[Money, ...]:
        """Return the contribution tiers of a year (缴费档次), lowest first; none where no period covers the year."""
        return _valid_tiers(self, year)

    def has_tier(self, year: int, tier: Money) -> bool:
        """Say whether a tier is one of the year's."""
        return tier.fen in _tier_fens(self, year)

    def minimum_tier(self, year: int, local: LocalValues) -> Money:
        """Return the lowest tier of a year: the county's own value, else the lowest of the list.

        Raises UserError where the pack has no tiers for the year.
        """
        if local.minimum_tier is not None:
            return local.minimum_tier
        tiers = self.valid_tiers(year)
        if not tiers:
            raise UserError("政策包“{title}”没有{year}年的缴费档次。", title=self.title, year=year)
        return tiers[0]

    def review_months(self, dibao_class: str, on: date) -> int:
        """Return the months between two reviews of a class (``"A"``, ``"B"``, ``"C"``); raises UserError where none is in force."""
        months = next((body.months(dibao_class, on) for _, body in self.bodies(Review)), None)
        if months is None:
            raise UserError("政策包“{title}”没有{on}的复核周期。", title=self.title, on=on)
        return months


@lru_cache(maxsize=512)
def _bodies(pack: Pack, kind: type[B]) -> tuple[tuple[Rule, B], ...]:
    return tuple((rule, rule.body) for rule in pack.rules if isinstance(rule.body, kind))


@lru_cache(maxsize=512)
def _valid_tiers(pack: Pack, year: int) -> tuple[Money, ...]:
    day = date(year, 12, 31)
    return next((tiers for _, body in pack.bodies(Tiers) if (tiers := body.dated.on(day))), ())


@lru_cache(maxsize=512)
def _tier_fens(pack: Pack, year: int) -> frozenset[int]:
    return frozenset(tier.fen for tier in pack.valid_tiers(year))
