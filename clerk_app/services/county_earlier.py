"""Payments that a village took back after it had let the people go: their new village has them on record still, and is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money
from clerk_app.domain.transfer import EARLIER_CHANGED, EARLIER_REVERSED
from clerk_app.exchange.documents import Notice
from clerk_app.storage.county import Session
from clerk_app.storage.county_earlier import Payment, ToldPayment, standing_in, told_to

_INSURANCES: Final = {insurance.value: insurance.label for insurance in Insurance}
_PAYERS: Final = {payer.value: payer.label for payer in Payer}


def earlier_notices(session: Session, village: str, names: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return what a village is told of payments elsewhere that stood when its people came and do not any more.

    One notice for each of the village's own records of such a payment. ``names`` are the villages' by code. Nothing
    is said of people whom the other village does not know by that number: it may have been corrected since.
    """
    told = told_to(session, village)
    if not told:
        return ()
    places = {each: _places(each, village, names) for each in told}
    standing = standing_in(
        session, {code for codes in places.values() for code in codes}, {each.number for each in told}
    )
    groups: dict[tuple[str, tuple[str, ...], str, int], list[ToldPayment]] = {}
    for each, codes in places.items():
        known = tuple(code for code in codes if (code, each.number) in standing)
        if known:
            groups.setdefault((each.number, known, each.payment.insurance, each.payment.year), []).append(each)
    return tuple(
        notice
        for (number, codes, insurance, year), there in groups.items()
        for notice in _of_year(
            there,
            [
                paid
                for code in codes
                for paid in standing[code, number]
                if (paid.insurance, paid.year) == (insurance, year)
            ],
        )
    )


def _places(told: ToldPayment, village: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the village where it was paid; two of one name cannot be told apart where only the name came along."""
    if told.from_code:
        return (told.from_code,)
    return tuple(code for code, name in sorted(names.items()) if name == told.from_name and code != village)


def _of_year(told: Sequence[ToldPayment], standing: Iterable[Payment]) -> Iterator[Notice]:
    left = Counter(standing)
    gone = []
    for each in told:
        if left[each.payment]:
            left[each.payment] -= 1
        else:
            gone.append(each)
    instead = sorted(left.elements())
    for each in gone:
        paid = each.payment
        now = f"改记为{_words(instead)}：请以现在的为准" if instead else "没有改记：本村不再算已缴，要缴的在本村登记"
        yield Notice(
            kind=EARLIER_CHANGED if instead else EARLIER_REVERSED,
            records=(each.id,),
            elsewhere=each.from_name,
            text=(
                f"{paid.year} 年{_INSURANCES.get(paid.insurance, paid.insurance)}：迁入时告知的{each.from_name}{_words([paid])}，"
                f"迁入后{each.from_name}已冲销，{now}。"
            ),
        )


def _words(payments: Iterable[Payment]) -> str:
    return "、".join(
        f"{_PAYERS.get(paid.payer, paid.payer)} {Money(paid.amount)} 元（{paid.paid_on}）" for paid in payments
    )
