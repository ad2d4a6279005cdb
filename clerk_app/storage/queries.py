"""Read models: what a list or a page shows, in one query each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Select, Subquery, and_, bindparam, case, func, or_, select, true

from clerk_app.domain.codes import Sex
from clerk_app.domain.dates import birthday
from clerk_app.domain.dibao import Stage
from clerk_app.domain.document import Document
from clerk_app.domain.household import Household, HouseholdId, PersonId
from clerk_app.storage import records
from clerk_app.storage.tables import (
    CLERK,
    DIBAO_CASE,
    DOCUMENT,
    FORMER_NUMBER,
    HOUSEHOLD,
    IDENTITY,
    MEMBERSHIP,
    PERSON,
)
from clerk_app.terms import IMPORT_UNDONE

_CLOSED_STAGES = (Stage.REFUSED.value, Stage.ENDED.value)


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household as the list shows it; ``dibao_class`` is empty where no case is open."""

    id: HouseholdId
    number: str
    group: str
    head: str
    members: int
    phone: str
    address: str
    poor: int
    disabled: int
    dibao_stage: str
    dibao_class: str
    closed: bool


def household_rows(
    connection: Connection, *, group: str | None = None, with_closed: bool = False
) -> tuple[HouseholdRow, ...]:
    """Return the households by number."""
    statement = _household_rows()
    if group is not None:
        statement = statement.where(HOUSEHOLD.c.group == group)
    if not with_closed:
        statement = statement.where(HOUSEHOLD.c.closed_on.is_(None))
    return tuple(
        HouseholdRow(
            id=row.id,
            number=row.number,
            group=row.group,
            head=row.head or "",
            members=row.members or 0,
            phone=row.phone,
            address=row.address,
            poor=row.poor or 0,
            disabled=row.disabled or 0,
            dibao_stage=row.stage or "",
            dibao_class=row.dibao_class or "",
            closed=row.closed_on is not None,
        )
        for row in connection.execute(statement)
    )


def _members_now() -> Subquery:
    """Select how many live in each household, its head's name, how many of them are poor or disabled."""
    poor = (
        select(IDENTITY.c.person_id)
        .where(IDENTITY.c.to_on.is_(None), IDENTITY.c.kind.in_(("registered_poor", "dibao", "tekun")))
        .distinct()
        .subquery()
    )
    return (
        select(
            MEMBERSHIP.c.household_id,
            func.count().label("members"),
            func.max(case((MEMBERSHIP.c.relation == "02", PERSON.c.name))).label("head"),
            func.count(poor.c.person_id).label("poor"),
            func.count(PERSON.c.disability_grade).label("disabled"),
        )
        .join(PERSON, PERSON.c.id == MEMBERSHIP.c.person_id)
        .outerjoin(poor, poor.c.person_id == PERSON.c.id)
        .where(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None))
        .group_by(MEMBERSHIP.c.household_id)
        .subquery()
    )


def _household_rows() -> Select[tuple[object, ...]]:
    members = _members_now()
    return (
        select(
            HOUSEHOLD.c.id,
            HOUSEHOLD.c.number,
            HOUSEHOLD.c.group,
            HOUSEHOLD.c.phone,
            HOUSEHOLD.c.address,
            HOUSEHOLD.c.closed_on,
            members.c.members,
            members.c.head,
            members.c.poor,
            members.c.disabled,
            DIBAO_CASE.c.stage,
            func.coalesce(DIBAO_CASE.c.granted_class, DIBAO_CASE.c.village_class, DIBAO_CASE.c.rule_class).label(
                "dibao_class"
            ),
        )
        .where(HOUSEHOLD.c.close_reason != IMPORT_UNDONE)
        .outerjoin(members, members.c.household_id == HOUSEHOLD.c.id)
        .outerjoin(
            DIBAO_CASE,
            and_(DIBAO_CASE.c.household_id == HOUSEHOLD.c.id, DIBAO_CASE.c.stage.not_in(_CLOSED_STAGES)),
        )
        .order_by(HOUSEHOLD.c.number)
    )


def groups(connection: Connection) -> tuple[str, ...]:
    """Return the names of the village's groups."""
    stands = HOUSEHOLD.c.close_reason != IMPORT_UNDONE
    found = connection.execute(select(HOUSEHOLD.c.group).where(stands).distinct().order_by(HOUSEHOLD.c.group)).scalars()
    return tuple(sorted((name for name in found if name), key=lambda name: (len(name), name)))


def household_by_number(connection: Connection, number: str) -> Household | None:
    """Return the household with this number, or None."""
    row = connection.execute(select(HOUSEHOLD).where(HOUSEHOLD.c.number == number)).mappings().first()
    return None if row is None else records.HOUSEHOLD.from_row(row)


@dataclass(frozen=True, slots=True)
class Living:
    """A living person who belongs to a household now."""

    household_id: HouseholdId
    person_id: PersonId
    name: str


def living_members(connection: Connection, household_ids: Sequence[str] | None = None) -> tuple[Living, ...]:
    """Return who lives in these households (or in all of them) now."""
    statement = (
        select(MEMBERSHIP.c.household_id, PERSON.c.id, PERSON.c.name)
        .join(PERSON, PERSON.c.id == MEMBERSHIP.c.person_id)
        .where(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None))
    )
    if household_ids is not None:
        statement = statement.where(MEMBERSHIP.c.household_id.in_(household_ids))
    return tuple(Living(*row) for row in connection.execute(statement))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Where an identity number is already registered."""

    person_id: PersonId
    name: str
    household_id: HouseholdId | None
    household_number: str
    group: str


_PERSON_WITH_NUMBER = (
    select(
        PERSON.c.id,
        PERSON.c.name,
        PERSON.c.id_number,
        HOUSEHOLD.c.id.label("household_id"),
        HOUSEHOLD.c.number,
        HOUSEHOLD.c.group,
    )
    .outerjoin(MEMBERSHIP, and_(MEMBERSHIP.c.person_id == PERSON.c.id, MEMBERSHIP.c.to_on.is_(None)))
    .outerjoin(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
    .where(
        or_(
            PERSON.c.id_number.in_(bindparam("wanted", expanding=True)),
            PERSON.c.former_id_number.in_(bindparam("wanted", expanding=True)),
            PERSON.c.id.in_(
                select(FORMER_NUMBER.c.person_id).where(FORMER_NUMBER.c.number.in_(bindparam("wanted", expanding=True)))
            ),
        )
    )
)


def person_with_number(
    connection: Connection, numbers: Sequence[str], *, other_than: str = "", now_only: bool = False
) -> KnownPerson | None:
    """Return who holds one of these spellings of an identity number and lives where now.

    A holder of today comes before one whose older number it was; ``now_only`` leaves the latter out.
    """
    rows = [row for row in connection.execute(_PERSON_WITH_NUMBER, {"wanted": numbers}) if row.id != other_than]
    rows.sort(key=lambda row: row.id_number not in numbers)
    if not rows or (now_only and rows[0].id_number not in numbers):
        return None
    row = rows[0]
    return KnownPerson(row.id, row.name, row.household_id, row.number or "", row.group or "")


class Holder(NamedTuple):
    """Whose number it is: the number of the household he or she is in now, or nothing, the name, and who on file."""

    household: str
    name: str
    person_id: str = ""


def numbers_registered(connection: Connection) -> dict[str, Holder]:
    """Return every identity number in the register, older ones too, with its holder; whoever has a number now comes first."""
    statement = (
        select(PERSON.c.id, PERSON.c.id_number, PERSON.c.former_id_number, PERSON.c.name, HOUSEHOLD.c.number)
        .outerjoin(MEMBERSHIP, and_(MEMBERSHIP.c.person_id == PERSON.c.id, MEMBERSHIP.c.to_on.is_(None)))
        .outerjoin(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
    )
    earlier: dict[str, list[str]] = {}
    for person_id, number in connection.execute(select(FORMER_NUMBER.c.person_id, FORMER_NUMBER.c.number)):
        earlier.setdefault(person_id, []).append(number)
    now: dict[str, Holder] = {}
    before: dict[str, Holder] = {}
    for row in connection.execute(statement):
        holder = Holder(row.number or "", row.name, row.id)
        if row.id_number:
            now[row.id_number] = holder
        before |= {number: holder for number in (row.former_id_number, *earlier.get(row.id, ())) if number}
    return before | now


def last_household_number(connection: Connection, mark: str = "") -> str | None:
    """Return the highest household number made of the mark and digits only."""
    digits = func.substr(HOUSEHOLD.c.number, len(mark) + 1)
    statement = (
        select(HOUSEHOLD.c.number)
        .where(func.substr(HOUSEHOLD.c.number, 1, len(mark)) == mark)
        .where(digits != "", digits.op("NOT GLOB")("*[^0-9]*"))
        .order_by(func.length(HOUSEHOLD.c.number).desc(), HOUSEHOLD.c.number.desc())
        .limit(1)
    )
    return connection.execute(statement).scalar()


def documents(connection: Connection, *, household_id: str | None = None, limit: int = 500) -> tuple[Document, ...]:
    """Return the newest prints, of one household or of all."""
    statement = select(DOCUMENT).order_by(DOCUMENT.c.id.desc()).limit(limit)
    if household_id is not None:
        statement = statement.where(DOCUMENT.c.household_id == household_id)
    return tuple(records.DOCUMENT.from_row(row) for row in connection.execute(statement).mappings())


@dataclass(frozen=True, slots=True)
class VillageCounts:
    """The village at a glance."""

    households: int
    people: int
    poor: int
    disabled: int
    aged_60: int
    dibao_cases: int


def village_counts(connection: Connection, on: date) -> VillageCounts:
    """Return the figures that the first page shows; the dead are not counted."""
    current = and_(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None))
    sixty = birthday(on, -60).isoformat()
    people = connection.execute(
        select(
            func.count().label("people"),
            func.count(PERSON.c.disability_grade).label("disabled"),
            func.sum(case((PERSON.c.birth_on <= sixty, 1), else_=0)).label("aged_60"),
        )
        .join(MEMBERSHIP, MEMBERSHIP.c.person_id == PERSON.c.id)
        .where(current)
    ).one()
    poor = connection.execute(
        select(func.count(func.distinct(IDENTITY.c.person_id)))
        .join(MEMBERSHIP, MEMBERSHIP.c.person_id == IDENTITY.c.person_id)
        .join(PERSON, PERSON.c.id == IDENTITY.c.person_id)
        .where(current, IDENTITY.c.to_on.is_(None), IDENTITY.c.kind.in_(("registered_poor", "dibao", "tekun")))
    ).scalar_one()
    households = connection.execute(
        select(func.count()).select_from(HOUSEHOLD).where(HOUSEHOLD.c.closed_on.is_(None))
    ).scalar_one()
    cases = connection.execute(
        select(func.count()).select_from(DIBAO_CASE).where(DIBAO_CASE.c.stage.not_in(_CLOSED_STAGES))
    ).scalar_one()
    return VillageCounts(households, people.people, poor, people.disabled, people.aged_60 or 0, cases)


@dataclass(frozen=True, slots=True)
class AgeBand:
    """The living people of an age band in completed years; ``to_age`` is None for the last, open band."""

    from_age: int
    to_age: int | None
    men: int
    women: int


def people_by_age(connection: Connection, on: date, step: int = 10, last: int = 80) -> tuple[AgeBand, ...]:
    """Return how many men and women of the village are of each age band, youngest first."""
    starts = range(0, last + 1, step)
    born = [birthday(on, -start).isoformat() for start in starts]
    younger = [*(PERSON.c.birth_on > day for day in born[1:]), true()]
    statement = (
        select(
            PERSON.c.sex,
            *(
                func.sum(case((and_(PERSON.c.birth_on <= day, not_yet), 1), else_=0))
                for day, not_yet in zip(born, younger, strict=True)
            ),
        )
        .join(MEMBERSHIP, MEMBERSHIP.c.person_id == PERSON.c.id)
        .where(MEMBERSHIP.c.to_on.is_(None), PERSON.c.died_on.is_(None))
        .group_by(PERSON.c.sex)
    )
    counts = {row[0]: tuple(row[1:]) for row in connection.execute(statement)}
    nobody = (0,) * len(born)
    return tuple(
        AgeBand(start, None if start == last else start + step - 1, men, women)
        for start, men, women in zip(
            starts, counts.get(Sex.MALE.value, nobody), counts.get(Sex.FEMALE.value, nobody), strict=True
        )
    )


def clerk_names(connection: Connection) -> dict[str, str]:
    """Return the names of all clerks by id, also of those who left."""
    return {row.id: row.name for row in connection.execute(select(CLERK.c.id, CLERK.c.name))}


@dataclass(frozen=True, slots=True)
class Born:
    """A living person with the birth date, and where he or she lives."""

    person_id: PersonId
    name: str
    birth_on: date
    household_id: HouseholdId
    household_number: str
    group: str


def people_born_between(connection: Connection, first: date, last: date) -> tuple[Born, ...]:
    """Return the living people of the village born from one day to another."""
    statement = (
        select(
            PERSON.c.id,
            PERSON.c.name,
            PERSON.c.birth_on,
            HOUSEHOLD.c.id.label("household_id"),
            HOUSEHOLD.c.number,
            HOUSEHOLD.c.group,
        )
        .join(MEMBERSHIP, and_(MEMBERSHIP.c.person_id == PERSON.c.id, MEMBERSHIP.c.to_on.is_(None)))
        .join(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
        .where(PERSON.c.died_on.is_(None), PERSON.c.birth_on.between(first.isoformat(), last.isoformat()))
        .order_by(PERSON.c.birth_on)
    )
    return tuple(
        Born(row.id, row.name, date.fromisoformat(row.birth_on), row.household_id, row.number, row.group)
        for row in connection.execute(statement)
    )
