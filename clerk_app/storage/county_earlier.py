"""What villages were told of payments in the villages their people came from, beside what stands there now: only the county has both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from clerk_app.domain.resident_id import spellings
from clerk_app.storage.bulk import is_among
from clerk_app.storage.county_doubles import one_form
from clerk_app.storage.county_tables import RECORDS

_EARLIER = RECORDS["earlier_contribution"]
_MOVE = RECORDS["transfer"]
_PAID = RECORDS["contribution"]
_PERSON = RECORDS["person"]
_PLACE = RECORDS["membership"]
_FACTS: Final = ("insurance", "year", "tier", "amount", "payer", "payer_name", "paid_on")


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
    """A payment as a village was told of it: the record's id, of whom by the 18-digit number, and the village where it was paid.

    ``from_code`` is empty where only its name is known: then it was paid before the village that the person came from.
    """

    id: str
    number: str
    from_code: str
    from_name: str
    payment: Payment


def villages_told(connection: Connection) -> tuple[str, ...]:
    """Return the codes of the villages that were told of payments elsewhere."""
    return tuple(connection.execute(select(_EARLIER.c.village).distinct().order_by(_EARLIER.c.village)).scalars())


def told_to(connection: Connection, village: str) -> tuple[ToldPayment, ...]:
    """Return what a village was told of payments for people who live there now and have a number, in the order of the records."""
    lives_here = select(_PLACE.c.id).where(
        _PLACE.c.village == village, _PLACE.c.person_id == _EARLIER.c.person_id, _PLACE.c.to_on.is_(None)
    )
    statement = (
        select(_EARLIER, _PERSON.c.id_number, _MOVE.c.village_code, _MOVE.c.village_name.label("came_from"))
        .join(_PERSON, (_PERSON.c.village == village) & (_PERSON.c.id == _EARLIER.c.person_id))
        .join(_MOVE, (_MOVE.c.village == village) & (_MOVE.c.id == _EARLIER.c.transfer_id))
        .where(_EARLIER.c.village == village, _PERSON.c.id_number.is_not(None), lives_here.exists())
        .order_by(_EARLIER.c.id)
    )
    return tuple(
        ToldPayment(
            id=row["id"],
            number=one_form(row["id_number"]),
            from_code=row["village_code"] if row["village_name"] == row["came_from"] else "",
            from_name=row["village_name"],
            payment=_payment(row),
        )
        for row in connection.execute(statement).mappings()
    )


def standing_in(
    connection: Connection, villages: Collection[str], numbers: Collection[str]
) -> dict[tuple[str, str], list[Payment]]:
    """Return what stands now, by village and 18-digit number, for the people with these numbers; who is not known there is left out."""
    forms = sorted({form for number in numbers for form in spellings(number)})
    people = select(_PERSON.c.village, _PERSON.c.id, _PERSON.c.id_number).where(
        _PERSON.c.village.in_(sorted(villages)), is_among(connection, _PERSON.c.id_number, forms)
    )
    numbered = {(row.village, row.id): one_form(row.id_number) for row in connection.execute(people)}
    found: dict[tuple[str, str], list[Payment]] = {(village, number): [] for (village, _), number in numbered.items()}
    reversal = _PAID.alias("reversal")
    undone = select(reversal.c.id).where(reversal.c.village == _PAID.c.village, reversal.c.reverses == _PAID.c.id)
    paid = select(_PAID).where(
        _PAID.c.village.in_(sorted(villages)),
        is_among(connection, _PAID.c.person_id, sorted({person for _, person in numbered})),
        _PAID.c.reverses.is_(None),
        ~undone.exists(),
    )
    for row in connection.execute(paid).mappings():
        number = numbered.get((row["village"], row["person_id"]))
        if number is not None:
            found[row["village"], number].append(_payment(row))
    return found


def _payment(row: Any) -> Payment:
    return Payment(**{name: row[name] for name in _FACTS})
