"""What is given toward the medical premium, and rights that give no sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Self

from clerk_app.domain.money import Money
from clerk_app.policy.rules.base import Given, Giving
from clerk_app.policy.subject import Subject
from clerk_app.policy.toml_table import Dated, Table

_AIDS: Final = {
    "medical_aid": "本地医保资助标准（medical_aid）",
    "medical_aid_dibao": "本地低保对象医保资助标准（medical_aid_dibao）",
    "medical_aid_poor": "本地建档立卡人口医保资助标准（medical_aid_poor）",
}
_NO_PREMIUM: Final = Given(
    None, ("本地医保个人缴费标准（medical_premium）没有设定，金额算不出来，请先设定。",), lacks_local_value=True
)


@dataclass(frozen=True, slots=True)
class PremiumPercent(Giving):
    """A percentage of the premium; 100 is all of it."""

    dated: Dated[int]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``premium_percent``."""
        return cls(Dated.read(table, lambda part: part.whole("percent", 1, 100)))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's percentage."""
        return self.dated.texts(on, lambda percent: f"个人缴费的{percent}%")

    def give(self, subject: Subject) -> Given | str:
        """Return the part of the premium, half up to the fen; no sum where the premium is not set."""
        percent = self.dated.on(subject.on)
        if percent is None:
            return self.dated.why_not(subject.on)
        premium = subject.case.local.medical_premium
        if premium is None:
            return _NO_PREMIUM
        return _part_of(premium.fen, percent)


@lru_cache(maxsize=256)
def _part_of(fen: int, percent: int) -> Given:
    premium = Money(fen)
    amount = premium.percent(percent)
    if percent == 100:
        return Given(amount, (f"个人缴费{premium}元全额资助。",))
    return Given(amount, (f"个人缴费{premium}元×{percent}%＝{amount}元。",))


@dataclass(frozen=True, slots=True)
class PremiumSum(Giving):
    """A fixed sum, never more than the premium."""

    dated: Dated[Money]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``premium_sum``."""
        return cls(Dated.read(table, lambda part: part.money("amount")))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's sum."""
        return self.dated.texts(on, lambda amount: f"{amount}，不超过个人缴费")

    def give(self, subject: Subject) -> Given | str:
        """Return the sum, or the premium where that is less."""
        amount = self.dated.on(subject.on)
        return self.dated.why_not(subject.on) if amount is None else _capped(amount.fen, subject, "资助标准")


@dataclass(frozen=True, slots=True)
class PremiumLocal(Giving):
    """The county's own sum, never more than the premium; without one the full premium or no sum."""

    local: str
    full_by_default: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``premium_local``."""
        return cls(table.one_of("local", _AIDS), table.one_of("default", ("full", "none")) == "full")

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return where the sum comes from."""
        return (f"{_AIDS[self.local]}，没有设定时{'全额' if self.full_by_default else '算不出金额'}",)

    def give(self, subject: Subject) -> Given | str:
        """Return the county's sum, or the default."""
        local = subject.case.local
        own = {
            "medical_aid": local.medical_aid,
            "medical_aid_dibao": local.medical_aid_dibao,
            "medical_aid_poor": local.medical_aid_poor,
        }[self.local]
        if own is not None:
            return _capped(own.fen, subject, _AIDS[self.local])
        if not self.full_by_default:
            return Given(None, (f"{_AIDS[self.local]}没有设定，金额算不出来，请先设定。",), lacks_local_value=True)
        premium = local.medical_premium
        return _NO_PREMIUM if premium is None else Given(premium, (f"没有另定标准，个人缴费{premium}元全额资助。",))


def _capped(fen: int, subject: Subject, what: str) -> Given:
    premium = subject.case.local.medical_premium
    return _at_most(fen, None if premium is None else premium.fen, what)


@lru_cache(maxsize=256)
def _at_most(fen: int, premium: int | None, what: str) -> Given:
    """Return a sum that is never more than the premium; both in fen."""
    amount = Money(fen)
    if premium is not None and premium < fen:
        return Given(Money(premium), (f"{what}是{amount}元，不超过个人缴费{Money(premium)}元。",))
    return Given(amount, (f"{what}是{amount}元。",))


@dataclass(frozen=True, slots=True)
class Right(Giving):
    """Something that is not a sum: a right to apply, a way of treatment, better terms."""

    @classmethod
    def read(cls, table: Table) -> Self:  # noqa: ARG003 - every shape is read alike
        """Read the shape ``right``, which has no values of its own."""
        return cls()

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return nothing: a right has no figure."""
        return ()

    def give(self, subject: Subject) -> Given | str:  # noqa: ARG002 - the same for all
        """Return that the right is given, without a sum."""
        return _NOTHING


_NOTHING: Final = Given(None, ())
