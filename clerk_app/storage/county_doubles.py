"""What only the county can see: one person registered in two villages, or paid for twice in a year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, select

from clerk_app.domain.resident_id import spellings
from clerk_app.storage.bulk import is_among
from clerk_app.storage.county_tables import BY_PROXY, OLD_NUMBER, RECORDS

_IDS_AT_ONCE: Final = 2_000
_PERSON = RECORDS["person"]
_PLACE = RECORDS["membership"]
_PAID = RECORDS["contribution"]


@dataclass(frozen=True, slots=True, order=True)
class Registered:
    """A living person with a place in a household now: the village, the person's id there."""

    village: str
    person: str


@dataclass(frozen=True, slots=True)
class DoubleRegistration:
    """One identity number, registered in more than one village now, be it in one of them with its 15 digits (T2)."""

    id_number: str
    places: tuple[Registered, ...]


@dataclass(frozen=True, slots=True, order=True)
class Proxy:
    """A proxy payment that stands: the village, the payment's and the person's id there, and its sum in fen."""

    village: str
    contribution: str
    person: str
    amount: int


@dataclass(frozen=True, slots=True)
class DoubleProxy:
    """One identity number, one insurance and year, proxy payments in more than one village."""

    id_number: str
    insurance: str
    year: int
    payments: tuple[Proxy, ...]


def shared_numbers(connection: Connection, village: str, people: Collection[str]) -> tuple[str, ...]:
    """Return the identity numbers of these people of a village that may stand in another village too, in every form they may have."""
    if not people:
        return ()
    here = select(_PERSON.c.id_number).where(
        _PERSON.c.village == village,
        is_among(connection, _PERSON.c.id, sorted(people)),
        _PERSON.c.id_number.is_not(None),
    )
    numbers = connection.execute(here).scalars()
    elsewhere = select(_PERSON.c.id_number).where(
        is_among(connection, _PERSON.c.id_number, sorted(numbers)), _PERSON.c.village != village
    )
    found = set(connection.execute(elsewhere).scalars())
    found |= _old_among(connection, village, people)
    return tuple(sorted({form for number in found for form in spellings(number)}))


def _old_among(connection: Connection, village: str, people: Collection[str]) -> set[str]:
    """Return the numbers of these people that are an old number, or the 18-digit form of one that stands in any village."""
    wanted = frozenset(people)
    found: set[str] = set()
    for portion in _portions(_old_numbers(connection)):
        statement = select(_PERSON.c.id, _PERSON.c.id_number).where(
            _PERSON.c.village == village, _PERSON.c.id_number.in_(portion)
        )
        found.update(number for person, number in connection.execute(statement) if person in wanted)
    return found


def _old_numbers(connection: Connection) -> tuple[str, ...]:
    """Return the 15-digit numbers that are registered as they stand on paper, and their 18-digit forms (T2)."""
    old = connection.execute(select(_PERSON.c.id_number).where(OLD_NUMBER)).scalars()
    return tuple({form for number in old for form in spellings(number)})


def people_paid_for(connection: Connection, village: str, contributions: Collection[str]) -> tuple[str, ...]:
    """Return the people of a village whom these payments are for."""
    return _people_of(connection, _PAID, village, contributions)


def people_placed(connection: Connection, village: str, memberships: Collection[str]) -> tuple[str, ...]:
    """Return the people of a village whose places in households these are."""
    return _people_of(connection, _PLACE, village, memberships)


def _people_of(connection: Connection, table: Table, village: str, ids: Collection[str]) -> tuple[str, ...]:
    if not ids:
        return ()
    here = select(table.c.person_id).where(table.c.village == village, is_among(connection, table.c.id, sorted(ids)))
    return tuple(sorted(set(connection.execute(here).scalars())))


def registrations(connection: Connection, among: Collection[str] | None = None) -> tuple[DoubleRegistration, ...]:
    """Return who is registered twice now, by identity number; ``among`` narrows it to these numbers, in all their forms."""
    places: dict[str, set[Registered]] = {}
    for numbers in _numbers(connection, among):
        statement = (
            select(_PERSON.c.id_number, _PERSON.c.village, _PERSON.c.id)
            .join(_PLACE, (_PLACE.c.village == _PERSON.c.village) & (_PLACE.c.person_id == _PERSON.c.id))
            .where(
                _PERSON.c.died_on.is_(None),
                _PLACE.c.to_on.is_(None),
                numbers,
            )
        )
        for number, village, person in connection.execute(statement):
            places.setdefault(one_form(number), set()).add(Registered(village, person))
    return tuple(
        DoubleRegistration(number, tuple(sorted(found)))
        for number, found in sorted(places.items())
        if len({place.village for place in found}) > 1
    )


def proxies(connection: Connection, among: Collection[str] | None = None) -> tuple[DoubleProxy, ...]:
    """Return who was paid for by proxy in two villages in a year, by identity number; reversed payments do not count."""
    reversal = _PAID.alias("reversal")
    undone = select(reversal.c.id).where(reversal.c.village == _PAID.c.village, reversal.c.reverses == _PAID.c.id)
    payments: dict[tuple[str, str, int], set[Proxy]] = {}
    for numbers in _numbers(connection, among):
        statement = (
            select(
                _PERSON.c.id_number,
                _PAID.c.insurance,
                _PAID.c.year,
                _PAID.c.village,
                _PAID.c.id,
                _PAID.c.person_id,
                _PAID.c.amount,
            )
            .join(_PERSON, (_PERSON.c.village == _PAID.c.village) & (_PERSON.c.id == _PAID.c.person_id))
            .where(
                BY_PROXY,
                _PAID.c.reverses.is_(None),
                ~undone.exists(),
                numbers,
            )
        )
        for number, insurance, year, *rest in connection.execute(statement):
            payments.setdefault((one_form(number), insurance, year), set()).add(Proxy(*rest))
    return tuple(
        DoubleProxy(*key, tuple(sorted(found)))
        for key, found in sorted(payments.items())
        if len({payment.village for payment in found}) > 1
    )


def _portions(ids: Collection[str]) -> list[list[str]]:
    ordered = sorted(ids)
    return [ordered[start : start + _IDS_AT_ONCE] for start in range(0, len(ordered), _IDS_AT_ONCE)]


def _numbers(connection: Connection, among: Collection[str] | None) -> list[ColumnElement[bool]]:
    """Return whom to look at, in portions: the people with these numbers, or all whose number may stand in two villages."""
    if among is not None:
        return [_PERSON.c.id_number.in_(portion) for portion in _portions(among)]
    first, second = _PERSON.alias("first"), _PERSON.alias("second")
    same_number = (first.c.id_number == second.c.id_number) & (first.c.village < second.c.village)
    shared = _PERSON.c.id_number.in_(select(first.c.id_number).join(second, same_number))
    return [shared, *(_PERSON.c.id_number.in_(portion) for portion in _portions(_old_numbers(connection)))]


def one_form(number: str) -> str:
    """Return the form under which both spellings of a number meet: the 18-digit one."""
    return max(spellings(number), key=len)
