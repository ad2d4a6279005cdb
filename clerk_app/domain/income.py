"""The income sheet of a dibao case (家庭收入), a year's sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import ZERO, Money

IncomeItemId = NewType("IncomeItemId", str)


class IncomeKind(Coded):
    """The kinds of 民发〔2021〕57号 第十三条, with the pension parts that the five papers treat apart."""

    WAGE = "wage", "工资性收入"
    BUSINESS = "business", "经营净收入"
    PROPERTY = "property", "财产净收入"
    TRANSFER = "transfer", "转移净收入"
    PENSION_BASE_CENTRAL = "pension_base_central", "基础养老金（中央部分）"
    PENSION_BASE_LOCAL = "pension_base_local", "基础养老金（地方部分）"
    PENSION_ACCOUNT = "pension_account", "个人账户养老金"
    EXEMPT_TRANSFER = "exempt_transfer", "依法不计入的收入"
    OTHER = "other", "其他收入"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeItem:
    """One line: a year's gross amount and the necessary costs taken off it; ``removed`` lines stay in the history only."""

    id: IncomeItemId
    version: int = 0
    case_id: str
    person_id: PersonId | None = None
    kind: IncomeKind
    description: str = ""
    annual: Money
    deduction: Money = ZERO
    removed: bool = False

    @property
    def net(self) -> Money:
        """What counts of it before any rule: never below zero (T79)."""
        return max(self.annual - self.deduction, ZERO)
