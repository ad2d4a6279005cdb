"""What is known about a household on a day: the facts that rules read, by the names and codes of ``clerk assess``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from msgspec import Struct

from clerk_app.domain.dates import parse_date
from clerk_app.domain.money import Money
from clerk_app.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityFact:
    """A dated hardship status (困难身份); the last day counts. ``grade`` is 1 (heaviest) to 4 where the status has one."""

    code: str
    from_on: date
    to_on: date | None = None
    lifted_on: date | None = None
    grade: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisabilityFact:
    """A disability certificate, grade 1 (heaviest) to 4; it counts from the day it was issued."""

    grade: int
    certified_on: date | None = None


class PensionFacts(Struct, frozen=True, kw_only=True):
    """``scheme`` is ``resident``, ``employee`` or None (never insured); ``tier`` is the person's own choice for the year.

    Like ``PersonFacts`` a Struct: as frozen as a dataclass, and made in a fifth of the time, which a list of 100,000 persons feels.
    """

    scheme: str | None = None
    tier: Money | None = None
    years_paid: int | None = None
    receiving: bool = False
    account_balance: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicalFacts:
    """``scheme`` is ``resident``, ``employee`` or None."""

    scheme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """Facts of an employment, months in whole months."""

    rural_contract: bool = False
    employer_months_paid: int = 0
    contract_months: int = 0
    months_in_post: int = 0
    insurance_paid: bool = False
    contract_ended: bool = False
    meets_advance_payment: bool = False


NO_PENSION: Final = PensionFacts()
NO_MEDICAL: Final = MedicalFacts()
NO_WORK: Final = WorkFacts()


class PersonFacts(Struct, frozen=True, kw_only=True):
    """One person. ``sex`` is ``male`` or ``female``; capacities are ``full``, ``partial`` or ``none``.

    ``name`` is what reasons call the person; the contract's cases have none and are called by their id.
    """

    id: str
    birth_date: date
    sex: str
    relation: str | None = None
    marital_status: str | None = None
    alive: bool = True
    died_on: date | None = None
    student: bool = False
    labour_capacity: str = "full"
    self_care: str = "full"
    serious_illness: bool = False
    chronic_illness: bool = False
    identities: tuple[IdentityFact, ...] = ()
    disability: DisabilityFact | None = None
    pension: PensionFacts = NO_PENSION
    medical: MedicalFacts = NO_MEDICAL
    delivery_on: date | None = None
    employed: bool = False
    hospital_delivery: bool = False
    work: WorkFacts = NO_WORK
    name: str = ""

    @property
    def called(self) -> str:
        """How a reason names the person."""
        return self.name or f"成员{self.id}"

    def dead_on(self, day: date) -> bool:
        """Say whether the person is not alive, or died on or before this day."""
        return not self.alive or (self.died_on is not None and self.died_on <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeFact:
    """A year's income of one kind, after its necessary costs; ``person`` is whose it is, if it is one member's."""

    kind: str
    annual: Money
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendingFact:
    """Necessary spending a head in one month; ``month`` is that month's first day."""

    month: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFacts:
    """What concerns the household as a whole."""

    property_within_limits: bool = False
    perennial_hardship: bool = False
    accident: str | None = None
    monthly_income_per_head: Money | None = None
    monthly_spending_per_head: tuple[SpendingFact, ...] = ()
    income: tuple[IncomeFact, ...] = ()
    last_review_on: date | None = None
    assess_dibao: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAmounts:
    """The county's own sums a month a head for classes A, B and C."""

    a: Money
    b: Money
    c: Money

    def of(self, dibao_class: str) -> Money:
        """Return the sum of one class, ``"A"``, ``"B"`` or ``"C"``."""
        return {"A": self.a, "B": self.b, "C": self.c}[dibao_class]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalValues:
    """The values that a paper leaves to the county; None is “not set”, which is never zero."""

    minimum_tier: Money | None = None
    proxy_amount: Money | None = None
    province_managed: bool = False
    base_pension: Money | None = None
    dibao_standard: Money | None = None
    class_amounts: ClassAmounts | None = None
    medical_premium: Money | None = None
    medical_aid: Money | None = None
    medical_aid_dibao: Money | None = None
    medical_aid_poor: Money | None = None
    scheme_start: date | None = None

    @classmethod
    def of(cls, mapping: Mapping[str, str]) -> Self:
        """Read the county's values from text as settings keep them; empty text is “not set”.

        ``class_amounts`` is a JSON text such as ``{"A": "300.00", "B": "200.00", "C": "150.00"}``. Raises UserError with the
        value's name as ``field`` for an unknown name or a text that cannot be read.
        """
        read: dict[str, object] = {}
        for name, text in mapping.items():
            reader = _LOCAL_READERS.get(name)
            if reader is None:
                raise UserError(
                    "没有名为“{name}”的本地参数：可选 {names}。",
                    field=name[:60],
                    name=name[:60],
                    names="、".join(_LOCAL_READERS),
                )
            if text.strip():
                read[name] = reader(text.strip(), name)
        return cls(**read)  # type: ignore[arg-type] # each reader gives its own field's type


def _read_amount(text: str, name: str) -> Money:
    amount = Money.parse(text, field=name)
    if amount.fen < 0:
        raise UserError("“{text}”不能是负数，请改正。", field=name, text=text[:30])
    return amount


def _read_flag(text: str, name: str) -> bool:
    if text in {"true", "是", "1"}:
        return True
    if text in {"false", "否", "0"}:
        return False
    raise UserError("“{text}”看不懂：请填“是”或“否”。", field=name, text=text[:30])


def _read_day(text: str, name: str) -> date:
    return parse_date(text, field=name)


def _read_class_amounts(text: str, name: str) -> ClassAmounts:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict) or set(parsed) != {"A", "B", "C"}:
        raise UserError("分类保障金额要同时写明A、B、C三类。", field=name)
    a, b, c = (_read_amount(str(parsed[letter]), name) for letter in "ABC")
    return ClassAmounts(a=a, b=b, c=c)


_LOCAL_READERS: Final[Mapping[str, Callable[[str, str], object]]] = {
    "minimum_tier": _read_amount,
    "proxy_amount": _read_amount,
    "province_managed": _read_flag,
    "base_pension": _read_amount,
    "dibao_standard": _read_amount,
    "class_amounts": _read_class_amounts,
    "medical_premium": _read_amount,
    "medical_aid": _read_amount,
    "medical_aid_dibao": _read_amount,
    "medical_aid_poor": _read_amount,
    "scheme_start": _read_day,
}
LOCAL_NAMES: Final = tuple(_LOCAL_READERS)
"""The names of the local values, in the order of the contract."""


NO_HOUSEHOLD: Final = HouseholdFacts()
NO_LOCAL: Final = LocalValues()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A household and the day asked about; the day's calendar year is the contribution year."""

    pack: str
    on: date
    persons: tuple[PersonFacts, ...]
    household: HouseholdFacts = NO_HOUSEHOLD
    local: LocalValues = NO_LOCAL
