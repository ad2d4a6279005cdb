"""What was paid into pension or medical insurance for a person in a year, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money

ContributionId = NewType("ContributionId", str)


class Insurance(Coded):
    """Which insurance a payment goes into."""

    PENSION = "pension", "城乡居民养老保险"
    MEDICAL = "medical", "城乡居民医疗保险"


class Payer(Coded):
    """Who pays: 代缴 is the government's payment in a poor person's place."""

    SELF = "self", "个人缴费"
    PROXY = "proxy", "政府代缴"
    COLLECTIVE = "collective", "集体补助"
    OTHER = "other", "其他资助"


class PaymentState(Coded):
    """Where a person stands in a year."""

    PAID = "paid", "已缴"
    PROXIED = "proxied", "已代缴"
    UNPAID = "unpaid", "未缴"
    PROXY_DUE = "proxy_due", "应代缴"
    NOT_ASKED = "not_asked", "不用缴"


class Exemption(Coded):
    """Why somebody is not asked to pay in a year."""

    UNDER_16 = "under_16", "未满16岁"
    OVER_60 = "over_60", "已满60岁"
    STUDENT = "student", "在校学生"
    RECEIVING = "receiving", "已领待遇"
    EMPLOYEE_PENSION = "employee_pension", "参加职工养老"
    EMPLOYEE_MEDICAL = "employee_medical", "参加职工医保"
    DEAD = "dead", "已去世"
    LEFT = "left", "已离户"
    PAID_ELSEWHERE = "paid_elsewhere", "已在原村缴"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One payment. A reversal is an entry of its own with the negative amount and ``reverses`` naming what it takes back (T74).

    ``year`` is the contribution year (缴费年度), ``paid_on`` the day the money came (T75). ``tier`` is the yearly tier the payment
    belongs to; for medical insurance the premium.
    """

    id: ContributionId
    version: int = 0
    person_id: PersonId
    insurance: Insurance
    year: int
    tier: Money
    amount: Money
    payer: Payer
    payer_name: str = ""
    paid_on: date
    collector: str
    receipt: str = ""
    reverses: ContributionId | None = None
    reason: str = ""
