"""Read models of contributions: a person's entries and the season's grid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from clerk_app.domain.contribution import Contribution, Insurance, Payer
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import Money, total
from clerk_app.domain.reversal import standing
from clerk_app.domain.transfer import EarlierContribution
from clerk_app.storage import records
from clerk_app.storage.tables import (
    CONTRIBUTION,
    EARLIER_CONTRIBUTION,
    HOUSEHOLD,
    MEMBERSHIP,
    PERSON,
)
from clerk_app.storage.transfers import still_standing


def contributions_of(
    connection: Connection, person_ids: Sequence[str], *, year: int | None = None
) -> tuple[Contribution, ...]:
    """Return the contributions of these people, reversals among them, in the order they were recorded."""
    statement = select(CONTRIBUTION).where(CONTRIBUTION.c.person_id.in_(person_ids)).order_by(CONTRIBUTION.c.id)
    if year is not None:
        statement = statement.where(CONTRIBUTION.c.year == year)
    return tuple(records.CONTRIBUTION.from_row(row) for row in connection.execute(statement).mappings())


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A person in the year's grid of one insurance; ``payments`` holds the recorded entries, reversals among them.

    ``standing`` are those of them that are neither reversals nor reversed, ``recorded`` is the sum of all, so that a reversal takes
    its payment off. ``died_on`` and ``left_on`` tell of somebody who is in the grid only for what was recorded; ``earlier`` is what
    stands for the year in the village somebody came from.
    """

    person_id: PersonId
    name: str
    id_number: str
    birth_on: date
    student: bool
    pension_scheme: str
    receiving_pension: bool
    medical_scheme: str
    household_id: HouseholdId
    household_number: str
    group: str
    payments: tuple[Contribution, ...]
    died_on: date | None = None
    left_on: date | None = None
    earlier: tuple[EarlierContribution, ...] = ()
    standing: tuple[Contribution, ...] = field(init=False, compare=False)
    recorded: Money = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Find once what stands and its sum: the grid asks for them in every cell."""
        object.__setattr__(self, "standing", standing(self.payments))
        object.__setattr__(self, "recorded", total([entry.amount for entry in self.payments]))

    @property
    def paid_elsewhere(self) -> EarlierContribution | None:
        """The payment of the person's own part in the village he or she came from: it stands there, and none is due here."""
        return next((one for one in self.earlier if one.payer in (Payer.SELF, Payer.PROXY)), None)


def contribution_rows(
    connection: Connection, insurance: Insurance, year: int, *, only: Sequence[str] | None = None
) -> tuple[ContributionRow, ...]:
    """Return every living person of the village (or ``only`` some) with what was paid for the year, by household and relation.

    Whoever died or left stays in a year for which something was recorded, in the last household: the year's sums must not change
    with the register.
    """
    paid = _paid(connection, insurance, year, only)
    earlier = _earlier(connection, insurance, year)
    return tuple(
        ContributionRow(
            person_id=row.id,
            name=row.name,
            id_number=row.id_number or row.temporary_number or "",
            birth_on=date.fromisoformat(row.birth_on),
            student=bool(row.student),
            pension_scheme=row.pension_scheme or "",
            receiving_pension=bool(row.receiving_pension),
            medical_scheme=row.medical_scheme or "",
            household_id=row.household_id,
            household_number=row.number,
            group=row.group,
            payments=tuple(paid.get(row.id, ())),
            died_on=None if row.died_on is None else date.fromisoformat(row.died_on),
            left_on=None if row.to_on is None else date.fromisoformat(row.to_on),
            earlier=tuple(earlier.get(row.id, ())),
        )
        for row in connection.execute(_people_of(insurance, year, only))
    )


def _of_year(insurance: Insurance, year: int) -> ColumnElement[bool]:
    return (CONTRIBUTION.c.year == year) & (CONTRIBUTION.c.insurance == insurance.value)


def _paid(
    connection: Connection, insurance: Insurance, year: int, only: Sequence[str] | None
) -> dict[str, list[Contribution]]:
    """Return what was recorded for the year by person, reversals among it, in the order it was recorded."""
    statement = select(CONTRIBUTION).where(_of_year(insurance, year)).order_by(CONTRIBUTION.c.id)
    if only is not None:
        statement = statement.where(CONTRIBUTION.c.person_id.in_(only))
    paid: dict[str, list[Contribution]] = {}
    for row in connection.execute(statement).mappings():
        paid.setdefault(row["person_id"], []).append(records.CONTRIBUTION.from_row(row))
    return paid


def _people_of(insurance: Insurance, year: int, only: Sequence[str] | None) -> Select[Any]:
    """Select whoever lives in the village, and whoever has something recorded for the year, each in the last household."""
    recorded = select(CONTRIBUTION.c.person_id).where(_of_year(insurance, year))
    return (
        select(
            PERSON.c.id,
            PERSON.c.name,
            PERSON.c.id_number,
            PERSON.c.temporary_number,
            PERSON.c.birth_on,
            PERSON.c.student,
            PERSON.c.pension_scheme,
            PERSON.c.receiving_pension,
            PERSON.c.medical_scheme,
            PERSON.c.died_on,
            MEMBERSHIP.c.to_on,
            HOUSEHOLD.c.id.label("household_id"),
            HOUSEHOLD.c.number,
            HOUSEHOLD.c.group,
        )
        .join(MEMBERSHIP, MEMBERSHIP.c.person_id == PERSON.c.id)
        .join(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
        .where(
            MEMBERSHIP.c.id.in_(select(func.max(MEMBERSHIP.c.id)).group_by(MEMBERSHIP.c.person_id)),
            PERSON.c.id.in_(only) if only is not None else true(),
            or_(and_(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None)), PERSON.c.id.in_(recorded)),
        )
        .order_by(HOUSEHOLD.c.number, MEMBERSHIP.c.relation, PERSON.c.id)
    )


def _earlier(connection: Connection, insurance: Insurance, year: int) -> dict[str, list[EarlierContribution]]:
    """Return what stands for the year in villages people came from, by person; it is in none of this village's sums."""
    of_year = (EARLIER_CONTRIBUTION.c.year == year) & (EARLIER_CONTRIBUTION.c.insurance == insurance.value)
    found: dict[str, list[EarlierContribution]] = {}
    statement = select(EARLIER_CONTRIBUTION).where(of_year).order_by(EARLIER_CONTRIBUTION.c.id)
    told = map(records.EARLIER_CONTRIBUTION.from_row, connection.execute(statement).mappings())
    for one in still_standing(connection, told):
        found.setdefault(one.person_id, []).append(one)
    return found


def last_tiers(connection: Connection, insurance: Insurance, before: int) -> dict[str, Money]:
    """Return the tier of each person's own part in the newest year before this one, by person; reversed payments do not count."""
    taken_back = select(CONTRIBUTION.c.reverses).where(CONTRIBUTION.c.reverses.is_not(None))
    statement = (
        select(CONTRIBUTION.c.person_id, CONTRIBUTION.c.tier)
        .where(
            CONTRIBUTION.c.insurance == insurance.value,
            CONTRIBUTION.c.year < before,
            CONTRIBUTION.c.payer.in_((Payer.SELF.value, Payer.PROXY.value)),
            CONTRIBUTION.c.reverses.is_(None),
            CONTRIBUTION.c.id.not_in(taken_back),
        )
        .order_by(CONTRIBUTION.c.year, CONTRIBUTION.c.id)
    )
    return {row.person_id: Money(row.tier) for row in connection.execute(statement)}


@dataclass(frozen=True, slots=True)
class PaidTwice:
    """A person whose own part of a year stands paid more than once; ``last_on`` is the day of the latest of these payments."""

    person_id: PersonId
    name: str
    household_id: HouseholdId | None
    insurance: Insurance
    year: int
    payments: int
    amount: Money
    last_on: date


def paid_twice(connection: Connection, payers: Collection[Payer]) -> tuple[PaidTwice, ...]:
    """Return for whom these payers stand with more than one payment in a year; two laptops of a village can each take one."""
    reversal = CONTRIBUTION.alias("reversal")
    taken_back = select(reversal.c.id).where(reversal.c.reverses == CONTRIBUTION.c.id).exists()
    standing = (
        select(
            CONTRIBUTION.c.person_id,
            CONTRIBUTION.c.insurance,
            CONTRIBUTION.c.year,
            func.count().label("payments"),
            func.sum(CONTRIBUTION.c.amount).label("amount"),
            func.max(CONTRIBUTION.c.paid_on).label("last_on"),
        )
        .where(
            CONTRIBUTION.c.reverses.is_(None), CONTRIBUTION.c.payer.in_([each.value for each in payers]), ~taken_back
        )
        .group_by(CONTRIBUTION.c.person_id, CONTRIBUTION.c.insurance, CONTRIBUTION.c.year)
        .having(func.count() > 1)
        .subquery()
    )
    statement = (
        select(standing, PERSON.c.name, MEMBERSHIP.c.household_id)
        .join(PERSON, PERSON.c.id == standing.c.person_id)
        .outerjoin(MEMBERSHIP, and_(MEMBERSHIP.c.person_id == PERSON.c.id, MEMBERSHIP.c.to_on.is_(None)))
        .order_by(standing.c.last_on, PERSON.c.id)
    )
    return tuple(
        PaidTwice(
            person_id=row.person_id,
            name=row.name,
            household_id=row.household_id,
            insurance=Insurance.of(row.insurance),
            year=row.year,
            payments=row.payments,
            amount=Money(row.amount),
            last_on=date.fromisoformat(row.last_on),
        )
        for row in connection.execute(statement)
    )
