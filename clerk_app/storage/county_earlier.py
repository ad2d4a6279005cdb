"""What villages were told of payments in the villages their people came from, beside what stands there now: only the county has both."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, false, or_, select

from clerk_app.domain.resident_id import spellings
from clerk_app.domain.transfer import TransferStanding
from clerk_app.storage.bulk import is_among
from clerk_app.storage.county_doubles import one_form
from clerk_app.storage.county_tables import RECORDS

_EARLIER = RECORDS["earlier_contribution"]
_MOVE = RECORDS["transfer"]
_PAID = RECORDS["contribution"]
_PERSON = RECORDS["person"]
_PLACE = RECORDS["membership"]
_FACTS: Final = ("insurance", "year", "tier", "amount", "payer", "payer_name", "paid_on")
_TAKEN_IN: Final = (_MOVE.c.origin != "") & (_MOVE.c.standing == TransferStanding.TAKEN_IN.value)


@dataclass(frozen=True, slots=True, order=True)
class Payment:
    """What two records of one payment have in common; sums in fen, codes and days as records keep them."""

    insurance: str
    year: int
    tier: int
    amount: int
    payer: str
    payer_name: str
    paid_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPayment:
    """A payment as a village was told of it: the record's id, of whom, and the village where it was paid.

    ``from_code`` is empty where only its name is known: then it was paid before the village that the person came from.
    """

    id: str
    person: str
    from_code: str
    from_name: str
    payment: Payment


class Resident(NamedTuple):
    """A person as a village has registered him or her: the village's code, and the person's id there."""

    village: str
    person: str


@dataclass(frozen=True, slots=True)
class Known:
    """By what somebody is known in a village: the 18-digit number, empty where there is none, and else name, sex and day of birth."""

    number: str
    name: str
    sex: str
    birth_on: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A move that a village took in: who came, by their ids there, and who had left, by their ids in the village of ``from_code``."""

    people: tuple[str, ...]
    from_code: str
    left: tuple[str, ...]


def villages_with_arrivals(connection: Connection) -> tuple[str, ...]:
    """Return the codes of the villages that took somebody in from another."""
    return tuple(connection.execute(select(_MOVE.c.village).where(_TAKEN_IN).distinct().order_by("village")).scalars())


def arrivals(connection: Connection, village: str) -> tuple[Arrival, ...]:
    """Return the moves that a village took in, in the order they were recorded there."""
    there = _MOVE.alias("there")
    statement = (
        select(_MOVE.c.people, _MOVE.c.village_code, there.c.people.label("left_people"))
        .join(there, (there.c.village == _MOVE.c.village_code) & (there.c.id == _MOVE.c.origin))
        .where(_MOVE.c.village == village, _TAKEN_IN)
        .order_by(_MOVE.c.noted_on, _MOVE.c.id)
    )
    return tuple(
        Arrival(_ids(row.people), row.village_code, _ids(row.left_people)) for row in connection.execute(statement)
    )


def living_in(connection: Connection, village: str, people: Collection[str]) -> frozenset[str]:
    """Return those of these people who have a place in a household of the village now."""
    here = select(_PLACE.c.person_id).where(
        _PLACE.c.village == village, is_among(connection, _PLACE.c.person_id, sorted(people)), _PLACE.c.to_on.is_(None)
    )
    return frozenset(connection.execute(here).scalars())


def known_as(connection: Connection, residents: Collection[Resident]) -> dict[Resident, Known]:
    """Return by what these people are known in their villages; who is not registered there is left out."""
    columns = (_PERSON.c.village, _PERSON.c.id, _PERSON.c.id_number, _PERSON.c.name, _PERSON.c.sex, _PERSON.c.birth_on)
    found = connection.execute(select(*columns).where(_are(connection, residents, _PERSON.c.village, _PERSON.c.id)))
    return {
        Resident(row.village, row.id): Known(
            one_form(row.id_number) if row.id_number else "", row.name, str(row.sex), str(row.birth_on)
        )
        for row in found
    }


def numbered(
    connection: Connection, villages: Collection[str], numbers: Collection[str]
) -> dict[tuple[str, str], set[Resident]]:
    """Return who has these 18-digit numbers, in either form, by village and number."""
    forms = sorted({form for number in numbers for form in spellings(number)})
    people = select(_PERSON.c.village, _PERSON.c.id, _PERSON.c.id_number).where(
        _PERSON.c.village.in_(sorted(villages)), is_among(connection, _PERSON.c.id_number, forms)
    )
    found: defaultdict[tuple[str, str], set[Resident]] = defaultdict(set)
    for row in connection.execute(people):
        found[row.village, one_form(row.id_number)].add(Resident(row.village, row.id))
    return dict(found)


def told_to(connection: Connection, village: str) -> tuple[ToldPayment, ...]:
    """Return what a village was told of payments for people who live there now, in the order of the records."""
    lives_here = select(_PLACE.c.id).where(
        _PLACE.c.village == village, _PLACE.c.person_id == _EARLIER.c.person_id, _PLACE.c.to_on.is_(None)
    )
    statement = (
        select(_EARLIER, _MOVE.c.village_code, _MOVE.c.village_name.label("came_from"))
        .join(_MOVE, (_MOVE.c.village == village) & (_MOVE.c.id == _EARLIER.c.transfer_id))
        .where(_EARLIER.c.village == village, lives_here.exists())
        .order_by(_EARLIER.c.id)
    )
    return tuple(
        ToldPayment(
            id=row["id"],
            person=row["person_id"],
            from_code=row["village_code"] if row["village_name"] == row["came_from"] else "",
            from_name=row["village_name"],
            payment=_payment(row),
        )
        for row in connection.execute(statement).mappings()
    )


def standing_of(connection: Connection, residents: Collection[Resident]) -> dict[Resident, list[tuple[str, Payment]]]:
    """Return what stands now for these people in their villages, each payment with its id, the oldest first."""
    reversal = _PAID.alias("reversal")
    undone = select(reversal.c.id).where(reversal.c.village == _PAID.c.village, reversal.c.reverses == _PAID.c.id)
    paid = (
        select(_PAID)
        .where(_are(connection, residents, _PAID.c.village, _PAID.c.person_id))
        .where(_PAID.c.reverses.is_(None), ~undone.exists())
        .order_by(_PAID.c.id)
    )
    found: defaultdict[Resident, list[tuple[str, Payment]]] = defaultdict(list)
    for row in connection.execute(paid).mappings():
        found[Resident(row["village"], row["person_id"])].append((row["id"], _payment(row)))
    return dict(found)


def _ids(text: str) -> tuple[str, ...]:
    """Return the people of a move; none of one that a newer program wrote otherwise, which must stop no answer."""
    try:
        return tuple(str(each) for each in json.loads(text))
    except (ValueError, TypeError):
        return ()


def _are(
    connection: Connection, residents: Collection[Resident], village: ColumnElement[str], person: ColumnElement[str]
) -> ColumnElement[bool]:
    """Return the condition that two columns name one of these people; ids are asked for by village, of which there are few."""
    by_village: defaultdict[str, set[str]] = defaultdict(set)
    for each in residents:
        by_village[each.village].add(each.person)
    return or_(
        false(),
        *(
            (village == code) & is_among(connection, person, sorted(people))
            for code, people in sorted(by_village.items())
        ),
    )


def _payment(row: Any) -> Payment:
    return Payment(**{name: row[name] for name in _FACTS})
