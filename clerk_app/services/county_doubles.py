"""Who is registered or paid for in two villages, told to each of them in its own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.money import Money
from clerk_app.exchange.documents import Notice
from clerk_app.services.touched import Touched
from clerk_app.storage import county as rows
from clerk_app.storage import county_doubles as storage
from clerk_app.storage.county import Session

DOUBLE_REGISTRATION: Final = "double_registration"
DOUBLE_PROXY: Final = "double_proxy"
_INSURANCES: Final = {insurance.value: insurance.label for insurance in Insurance}


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """One person in two villages: ``kind`` as in notices, the villages' codes, a sentence for the county's own eyes."""

    kind: str
    id_number: str
    villages: tuple[str, ...]
    text: str
    records: Mapping[str, tuple[str, ...]]


def all_doubles(session: Session, among: Collection[str] | None = None) -> tuple[Double, ...]:
    """Return what stands double now; ``among`` narrows it to these identity numbers."""
    names = {village.code: village.name for village in rows.villages(session)}
    return (*_registrations(session, names, among), *_proxies(session, names, among))


def doubles_of(session: Session, village: str, touched: Touched) -> tuple[Double, ...]:
    """Return what stands double among the people whose records were changed."""
    people = {
        *touched.people,
        *storage.people_paid_for(session, village, touched.paid),
        *storage.people_placed(session, village, touched.placed),
    }
    numbers = storage.shared_numbers(session, village, people)
    return all_doubles(session, numbers) if numbers else ()


def notices_for(doubles: Collection[Double], village: str, names: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return what a village is told: only where the other record is, nothing of what stands in it."""
    return tuple(
        Notice(
            kind=double.kind,
            records=double.records[village],
            elsewhere="、".join(names.get(code, code) for code in double.villages if code != village),
            text=double.text,
        )
        for double in doubles
        if village in double.villages
    )


def _registrations(session: Session, names: Mapping[str, str], among: Collection[str] | None) -> Iterator[Double]:
    for found in storage.registrations(session, among):
        villages = tuple(sorted({place.village for place in found.places}))
        yield Double(
            kind=DOUBLE_REGISTRATION,
            id_number=found.id_number,
            villages=villages,
            text=f"同一身份号码在{_told(villages, names)}都登记在户：请两村核对后由一方办理迁出。",
            records={code: tuple(place.person for place in found.places if place.village == code) for code in villages},
        )


def _proxies(session: Session, names: Mapping[str, str], among: Collection[str] | None) -> Iterator[Double]:
    for found in storage.proxies(session, among):
        villages = tuple(sorted({payment.village for payment in found.payments}))
        total = Money(sum(payment.amount for payment in found.payments))
        yield Double(
            kind=DOUBLE_PROXY,
            id_number=found.id_number,
            villages=villages,
            text=(
                f"{found.year} 年{_INSURANCES.get(found.insurance, found.insurance)}政府代缴了两次"
                f"（{_told(villages, names)}，共 {total} 元）：请核对后由一方冲销。"
            ),
            records={
                code: tuple(payment.contribution for payment in found.payments if payment.village == code)
                for code in villages
            },
        )


def _told(villages: Collection[str], names: Mapping[str, str]) -> str:
    return "、".join(names.get(code, code) for code in villages)
