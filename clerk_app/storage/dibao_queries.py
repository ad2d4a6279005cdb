"""Read models of dibao cases and their income sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, case, func, select

from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.income import IncomeItem
from clerk_app.domain.money import Money
from clerk_app.storage import records
from clerk_app.storage.tables import (
    DIBAO_CASE,
    HOUSEHOLD,
    INCOME_ITEM,
    MEMBERSHIP,
    PERSON,
)

_CLOSED_STAGES = (Stage.REFUSED.value, Stage.ENDED.value)


def cases_of(connection: Connection, household_id: str) -> tuple[DibaoCase, ...]:
    """Return a household's dibao cases, newest first."""
    statement = select(DIBAO_CASE).where(DIBAO_CASE.c.household_id == household_id).order_by(DIBAO_CASE.c.id.desc())
    return tuple(records.DIBAO_CASE.from_row(row) for row in connection.execute(statement).mappings())


def dibao_case(connection: Connection, case_id: str) -> DibaoCase | None:
    """Return a dibao case, or None."""
    row = connection.execute(select(DIBAO_CASE).where(DIBAO_CASE.c.id == case_id)).mappings().first()
    return None if row is None else records.DIBAO_CASE.from_row(row)


def income_of(connection: Connection, case_id: str) -> tuple[IncomeItem, ...]:
    """Return a case's income sheet without removed lines."""
    statement = (
        select(INCOME_ITEM)
        .where(INCOME_ITEM.c.case_id == case_id, INCOME_ITEM.c.removed == 0)
        .order_by(INCOME_ITEM.c.id)
    )
    return tuple(records.INCOME_ITEM.from_row(row) for row in connection.execute(statement).mappings())


@dataclass(frozen=True, slots=True)
class DibaoRow:
    """A dibao case as board and list show it."""

    id: str
    number: str
    household_id: HouseholdId
    household_number: str
    group: str
    head: str
    members: int
    stage: Stage
    rule_class: DibaoClass | None
    village_class: DibaoClass | None
    granted_class: DibaoClass | None
    granted_amount: Money | None
    applied_on: date
    next_review_on: date | None
    posted_on: date | None


def dibao_rows(connection: Connection, *, with_closed: bool = False) -> tuple[DibaoRow, ...]:
    """Return the dibao cases by number."""
    people = (
        select(
            MEMBERSHIP.c.household_id,
            func.count().label("members"),
            func.max(case((MEMBERSHIP.c.relation == "02", PERSON.c.name))).label("head"),
        )
        .join(PERSON, PERSON.c.id == MEMBERSHIP.c.person_id)
        .where(MEMBERSHIP.c.to_on.is_(None))
        .group_by(MEMBERSHIP.c.household_id)
        .subquery()
    )
    statement = (
        select(
            DIBAO_CASE, HOUSEHOLD.c.number.label("household_number"), HOUSEHOLD.c.group, people.c.members, people.c.head
        )
        .join(HOUSEHOLD, HOUSEHOLD.c.id == DIBAO_CASE.c.household_id)
        .outerjoin(people, people.c.household_id == HOUSEHOLD.c.id)
        .order_by(DIBAO_CASE.c.number)
    )
    if not with_closed:
        statement = statement.where(DIBAO_CASE.c.stage.not_in(_CLOSED_STAGES))
    return tuple(_dibao_row(row) for row in connection.execute(statement).mappings())


def _dibao_row(row: RowMapping) -> DibaoRow:
    entry = records.DIBAO_CASE.from_row(row)
    return DibaoRow(
        id=entry.id,
        number=entry.number,
        household_id=entry.household_id,
        household_number=row["household_number"],
        group=row["group"],
        head=row["head"] or "",
        members=row["members"] or 0,
        stage=entry.stage,
        rule_class=entry.rule_class,
        village_class=entry.village_class,
        granted_class=entry.granted_class,
        granted_amount=entry.granted_amount,
        applied_on=entry.applied_on,
        next_review_on=entry.next_review_on,
        posted_on=entry.posted_on,
    )
