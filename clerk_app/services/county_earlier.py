"""Payments that a village took back or recorded after it had let the people go: their new village knows otherwise, and is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money
from clerk_app.domain.transfer import EARLIER_ADDED, EARLIER_CHANGED, EARLIER_REVERSED
from clerk_app.exchange.documents import Notice
from clerk_app.services.county_origins import Origins
from clerk_app.storage.county import Session
from clerk_app.storage.county_earlier import (
    Payment,
    Resident,
    ToldPayment,
    known_as,
    living_in,
    numbered,
    standing_of,
    told_to,
)

_INSURANCES: Final = {insurance.value: insurance.label for insurance in Insurance}
_PAYERS: Final = {payer.value: payer.label for payer in Payer}
_WHOLE: Final = frozenset({Payer.SELF.value, Payer.PROXY.value})
"""Who pays a person's own part of a year, which is paid once (T55)."""
Standing = list[tuple[str, Payment]]
"""Payments that stand, each with its id."""


class _Year(NamedTuple):
    """A person's payments for one insurance and year in one village; in several where only a name is known that they share."""

    person: str
    codes: tuple[str, ...]
    insurance: str
    year: int


def earlier_notices(session: Session, village: str, names: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return what a village is told of payments elsewhere: of those that stood when its people came and do not any more, and of those
    that stand there and did not come along.

    One notice for each of the village's own records of such a payment, and one for each payment that it has no record of. ``names`` are
    the villages' by code. Nothing is said of people whom the other village knows by another number: it may have been corrected since.
    """
    origins = Origins(session, village)
    if not origins.people:
        return ()
    told = told_to(session, village)
    here = {*living_in(session, village, origins.people), *(each.person for each in told)}
    places = {each: _places(each, village, names) for each in told}
    there = _there(session, village, origins, here, {code for codes in places.values() for code in codes})
    own = {person: Resident(village, person) for person in here}
    standing = standing_of(session, {*own.values(), *(one for found in there.values() for one in found)})

    def stands(one: _Year) -> Standing:
        found = (
            each for code in one.codes for who in sorted(there[one.person, code]) for each in standing.get(who, ())
        )
        return [each for each in found if (each[1].insurance, each[1].year) == (one.insurance, one.year)]

    years: dict[_Year, list[ToldPayment]] = {}
    for each, codes in places.items():
        known = tuple(code for code in codes if there.get((each.person, code)))
        if known:
            years.setdefault(_Year(each.person, known, each.payment.insurance, each.payment.year), []).append(each)
    unclear = {code for one in years if len(one.codes) > 1 for code in one.codes}
    for person in sorted(here):
        for code in sorted({one.village for one in origins.of(person)} - unclear):
            for _, paid in (each for who in there.get((person, code), ()) for each in standing.get(who, ())):
                years.setdefault(_Year(person, (code,), paid.insurance, paid.year), [])
    return tuple(
        notice
        for one, known_ones in years.items()
        for notice in _of_year(one, known_ones, stands(one), standing.get(own[one.person], []), names)
    )


def _there(
    session: Session, village: str, origins: Origins, people: Iterable[str], codes: Iterable[str]
) -> dict[tuple[str, str], set[Resident]]:
    """Return who these people are in other villages, by person and village: those of the moves, and in ``codes`` who has their number."""
    known = known_as(session, {Resident(village, person) for person in people})
    found: defaultdict[tuple[str, str], set[Resident]] = defaultdict(set)
    for who in known:
        for other in origins.of(who.person):
            found[who.person, other.village].add(other)
    every = {*codes, *(code for _, code in found)}
    by_number = numbered(session, every, {one.number for one in known.values() if one.number})
    for who, one in known.items():
        for code in every:
            found[who.person, code] |= by_number.get((code, one.number), set())
    return {key: residents for key, residents in found.items() if residents}


def _places(told: ToldPayment, village: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the village where it was paid; two of one name cannot be told apart where only the name came along."""
    if told.from_code:
        return (told.from_code,)
    return tuple(code for code, name in sorted(names.items()) if name == told.from_name and code != village)


def _of_year(
    one: _Year, told: Iterable[ToldPayment], standing: Standing, own: Standing, names: Mapping[str, str]
) -> Iterator[Notice]:
    left, gone = list(standing), []
    for each in told:
        match = next((there for there in left if there[1] == each.payment), None)
        if match is None:
            gone.append(each)
        else:
            left.remove(match)
    if gone:
        yield from (_taken_back(each, sorted(paid for _, paid in left)) for each in gone)
    else:
        here = [paid for _, paid in own if (paid.insurance, paid.year) == (one.insurance, one.year)]
        yield from _added(one, left, here, names.get(one.codes[0], one.codes[0]))


def _taken_back(told: ToldPayment, instead: list[Payment]) -> Notice:
    paid = told.payment
    now = f"改记为{_words(instead)}：请以现在的为准" if instead else "没有改记：本村不再算已缴，要缴的在本村登记"
    return Notice(
        kind=EARLIER_CHANGED if instead else EARLIER_REVERSED,
        records=(told.id,),
        elsewhere=told.from_name,
        text=(
            f"{paid.year} 年{_INSURANCES.get(paid.insurance, paid.insurance)}：迁入时告知的{told.from_name}{_words([paid])}，"
            f"迁入后{told.from_name}已冲销，{now}。"
        ),
    )


def _added(one: _Year, left: Standing, here: Iterable[Payment], name: str) -> Iterator[Notice]:
    twice = [paid for paid in here if paid.payer in _WHOLE]
    proxied = any(paid.payer == Payer.PROXY.value for paid in twice)
    for key, paid in left:
        if paid.payer == Payer.PROXY.value and proxied:
            continue  # what was paid by proxy in two villages is told as that
        if paid.payer not in _WHOLE:
            now = "只作了解，不计入本村"
        elif twice:
            now = f"本村也登记了{_words(twice)}，同一年缴了两次，请和{name}核对，由一方冲销"
        else:
            now = "这一年已经缴过，本村不要再收"
        yield Notice(
            kind=EARLIER_ADDED,
            records=(one.person, key),
            elsewhere=name,
            text=(
                f"{one.year} 年{_INSURANCES.get(one.insurance, one.insurance)}：{name}还登记有{_words([paid])}，"
                f"迁入时没有告知：{now}。"
            ),
        )


def _words(payments: Iterable[Payment]) -> str:
    return "、".join(
        f"{_PAYERS.get(paid.payer, paid.payer)} {Money(paid.amount)} 元（{paid.paid_on}）" for paid in payments
    )
