"""What the rules give each person of the village for a season: payment by the government, subsidies, aid toward the premium."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from msgspec import structs

from clerk_app.domain.contribution import Contribution, Insurance, Payer
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import HouseholdId, Member, PersonId
from clerk_app.domain.money import Money, total
from clerk_app.errors import UserError
from clerk_app.policy import evaluator, model
from clerk_app.services.facts import person_facts
from clerk_app.services.rules import RulesInForce
from clerk_app.storage.contribution_queries import ContributionRow

WHOLE: Final = (Payer.SELF, Payer.PROXY)
"""Who pays a person's own part; the others give something on top of it."""
_EXTRAS: Final = ("pension.contribution_subsidy", "pension.extra_subsidy", "pension.contribution_aid")
_AID: Final = "medical.premium_aid"
_PENSION_AGE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What the rules give one person for a year. ``extras`` are the subsidies that follow from what is paid, by the person or for him.

    ``problem`` says why the subsidies are not known, as for a recorded tier that is none of the pack's.
    """

    proxy: model.Entitlement | None = None
    extras: tuple[model.Entitlement, ...] = ()
    aid: model.Entitlement | None = None
    problem: UserError | None = None

    @property
    def awards(self) -> tuple[model.Entitlement, ...]:
        """All of it, the payment by the government first."""
        return tuple(award for award in (self.proxy, self.aid, *self.extras) if award is not None)

    @property
    def lacking(self) -> model.Entitlement | None:
        """The first of it whose sum a missing local value leaves open."""
        return next((award for award in self.awards if award.amount is None), None)

    @property
    def subsidy(self) -> Money | None:
        """The subsidies of the year; None where there is none, or a sum is open."""
        amounts = [award.amount for award in self.extras]
        if not amounts or None in amounts:
            return None
        return total([amount for amount in amounts if amount is not None])


NO_RIGHT: Final = Right()


def season_day(year: int, today: date) -> date:
    """Return the day on which a year's rights are judged: today, or the nearest day of another year."""
    if year == today.year:
        return today
    return date(year, 12, 31) if year < today.year else date(year, 1, 1)


def whole_of(row: ContributionRow) -> Contribution | None:
    """Return the standing payment of a person's own part."""
    return next((entry for entry in row.standing if entry.payer in WHOLE), None)


def rights_of(
    rules: RulesInForce,
    insurance: Insurance,
    day: date,
    households: Mapping[HouseholdId, Sequence[Member]],
    rows: Iterable[ContributionRow],
) -> dict[PersonId, Right]:
    """Return what the rules give the living people of these rows on a day; who is in none of the households has no right.

    Subsidies follow from the payment that is recorded, else from the government's that is due. Raises UserError where the pack or
    the local values cannot be read.
    """
    asked = _Season(rules, insurance, day)
    by_household: dict[HouseholdId, dict[PersonId, ContributionRow]] = {}
    for row in rows:
        by_household.setdefault(row.household_id, {})[row.person_id] = row
    found: dict[PersonId, Right] = {}
    for household_id, those in by_household.items():
        members = households.get(household_id, ())
        if members:
            found |= asked.household(members, those)
    return found


class _Season:
    """One insurance and day of a village, asked household by household."""

    def __init__(self, rules: RulesInForce, insurance: Insurance, day: date) -> None:
        self._pack = rules.pack
        self._local = rules.values
        self._insurance = insurance
        self._day = day

    def household(self, members: Sequence[Member], rows: Mapping[PersonId, ContributionRow]) -> dict[PersonId, Right]:
        """Return the rights of those members who stand in the grid."""
        facts: list[model.PersonFacts] = []
        problems: dict[PersonId, UserError] = {}
        late: dict[PersonId, date] = {}
        for member in members:
            person = member.person
            row = rows.get(person.id)
            paid = whole_of(row) if row is not None and self._insurance is Insurance.PENSION else None
            tier = paid.tier if paid is not None else None
            if tier is not None and not self._pack.has_tier(self._day.year, tier):
                problems[person.id] = _no_such_tier(self._day.year, tier)
                tier = None
            facts.append(person_facts(member, self._day, tier))
            if paid is not None and age_on(person.birth_on, self._day) >= _PENSION_AGE:
                late[person.id] = max(paid.paid_on, date(self._day.year, 1, 1))
        given = self._given(facts, self._day)
        for person_id, paid_on in late.items():
            given[person_id] = self._given(_not_yet_old(facts, person_id), paid_on).get(person_id, [])
        return {
            person_id: _right(given.get(person_id, []), problems.get(person_id))
            for person_id in rows
            if person_id in {member.person.id for member in members}
        }

    def _given(self, facts: Sequence[model.PersonFacts], day: date) -> dict[str, list[model.Entitlement]]:
        case = model.Case(pack=self._pack.id, on=day, local=self._local, persons=tuple(facts))
        wanted = (evaluator.PROXY, *_EXTRAS) if self._insurance is Insurance.PENSION else (_AID,)
        given: dict[str, list[model.Entitlement]] = {}
        for found in evaluator.assess(self._pack, case).entitlements:
            if found.person is not None and found.code in wanted:
                given.setdefault(found.person, []).append(found)
        return given


def _not_yet_old(facts: Sequence[model.PersonFacts], person_id: str) -> list[model.PersonFacts]:
    """Return the facts of the day somebody paid who has turned 60 since: the pension drawn now was not drawn then."""
    return [
        structs.replace(one, pension=structs.replace(one.pension, receiving=False)) if one.id == person_id else one
        for one in facts
    ]


def _right(awards: Sequence[model.Entitlement], problem: UserError | None) -> Right:
    if not awards and problem is None:
        return NO_RIGHT
    by_code = {award.code: award for award in awards}
    return Right(
        proxy=by_code.get(evaluator.PROXY),
        extras=tuple(by_code[code] for code in _EXTRAS if code in by_code),
        aid=by_code.get(_AID),
        problem=problem,
    )


def _no_such_tier(year: int, tier: Money) -> UserError:
    return UserError(
        "{year} 年的规则没有 {tier} 元这一档，补贴没有算：请核对档次或“设置 → 本地标准”。",
        field="tier", year=year, tier=tier,
    )  # fmt: skip
