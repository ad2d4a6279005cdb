"""Conditions of the resident pension: who contributes, who draws, since when the scheme runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from clerk_app.domain.money import ZERO, Money
from clerk_app.policy.rules.base import Condition
from clerk_app.policy.subject import FIRST_CONTRIBUTION_AGE, PENSION_AGE, Subject, age_of
from clerk_app.policy.toml_table import Table

SCHEMES: Final = {"resident": "城乡居民养老保险", "employee": "职工养老保险", "none": "没有参加过养老保险"}
_LONGEST: Final = 100


def _stated(scheme: str) -> str:
    return SCHEMES[scheme] if scheme == "none" else f"参加的是{SCHEMES[scheme]}"


@dataclass(frozen=True, slots=True)
class CanContribute(Condition):
    """The person can contribute on the day."""

    @classmethod
    def read(cls, table: Table, name: str) -> CanContribute:
        """Read ``can_contribute = true``."""
        if not table.flag(name):
            raise table.refuse("“{name}”只能写 true。", name=name)
        return cls()

    def fails(self, subject: Subject) -> str | None:
        """Say what bars the person from contributing."""
        return subject.contribution_bar

    def ages(self) -> tuple[int, ...]:
        """Return the first age that contributes and the first that does not any more."""
        return (FIRST_CONTRIBUTION_AGE, PENSION_AGE)

    def holds(self, subject: Subject) -> str:
        """State the age at which the person contributes."""
        return _of_age(subject.on, subject.age)


@lru_cache(maxsize=4096)
def _of_age(on: date, age: int) -> str:
    return f"{on}时{age}周岁，可以参加居民养老保险缴费。"


@dataclass(frozen=True, slots=True)
class Contributes(Condition):
    """The person pays a tier this year, or the government pays in his place."""

    @classmethod
    def read(cls, table: Table, name: str) -> Contributes:
        """Read ``contributes = true``."""
        if not table.flag(name):
            raise table.refuse("“{name}”只能写 true。", name=name)
        return cls()

    def fails(self, subject: Subject) -> str | None:
        """Say why nothing is paid in this year."""
        if subject.contribution_tier() is not None:
            return None
        return subject.contribution_bar or "本年没有选缴费档次，政府也没有代缴。"

    def ages(self) -> tuple[int, ...]:
        """Return the first age that contributes and the first that does not any more."""
        return (FIRST_CONTRIBUTION_AGE, PENSION_AGE)

    def holds(self, subject: Subject) -> str:
        """State the tier that counts and who pays it."""
        tier = subject.contribution_tier() or ZERO  # never none where it holds
        return _paid(tier.fen, tier == subject.proxied_tier)


@lru_cache(maxsize=4096)
def _paid(tier: int, by_government: bool) -> str:
    return f"本年由政府代缴，按{Money(tier)}元一档计算。" if by_government else f"本年缴费档次{Money(tier)}元。"


@dataclass(frozen=True, slots=True)
class PensionScheme(Condition):
    """In one of these pension schemes; ``none`` is never insured."""

    schemes: tuple[str, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> PensionScheme:
        """Read ``pension_scheme = ["resident"]``."""
        return cls(table.some_of(name, SCHEMES))

    def fails(self, subject: Subject) -> str | None:
        """Say which scheme the person is in."""
        scheme = subject.person.pension.scheme or "none"
        return None if scheme in self.schemes else _SCHEME_FAILS[scheme]

    def holds(self, subject: Subject) -> str:
        """State the scheme."""
        return f"{_stated(subject.person.pension.scheme or 'none')}。"


_SCHEME_FAILS: Final = {
    "resident": "已参加城乡居民养老保险。",
    "employee": "参加的是职工养老保险。",
    "none": "没有参加养老保险。",
}


@dataclass(frozen=True, slots=True)
class Receiving(Condition):
    """Drawing a resident pension, or not yet."""

    receiving: bool

    @classmethod
    def read(cls, table: Table, name: str) -> Receiving:
        """Read ``receiving = true`` or ``false``."""
        return cls(table.flag(name))

    def fails(self, subject: Subject) -> str | None:
        """Say whether a pension is drawn."""
        if subject.person.pension.receiving is self.receiving:
            return None
        return "还没有领取养老金。" if self.receiving else "已在领取养老金。"

    def holds(self, subject: Subject) -> str:
        """State whether a pension is drawn."""
        return "正在领取养老金。" if subject.person.pension.receiving else "还没有领取养老金。"


@dataclass(frozen=True, slots=True)
class YearsPaidUnder(Condition):
    """Fewer than so many full years paid."""

    years: int

    @classmethod
    def read(cls, table: Table, name: str) -> YearsPaidUnder:
        """Read ``years_paid_under = 15``."""
        return cls(table.whole(name, 1, _LONGEST))

    def fails(self, subject: Subject) -> str | None:
        """Say that the years are not known or too many."""
        years = subject.person.pension.years_paid
        if years is None:
            return "缴费年限没有填写。"
        return f"缴费{years}年，已满{self.years}年。" if years >= self.years else None

    def holds(self, subject: Subject) -> str:
        """State the years."""
        return f"缴费{subject.person.pension.years_paid}年，不足{self.years}年。"


@dataclass(frozen=True, slots=True)
class AgeAtSchemeStart(Condition):
    """Already of pension age when the county's scheme began, or not yet."""

    reached: bool

    @classmethod
    def read(cls, table: Table, name: str) -> AgeAtSchemeStart:
        """Read ``pension_age_at_scheme_start = true`` or ``false``."""
        return cls(table.flag(name))

    def fails(self, subject: Subject) -> str | None:
        """Say how old the person was, or that the county has not set the day."""
        start = subject.case.local.scheme_start
        if start is None:
            return "本地没有设定居民养老保险制度实施日（scheme_start），无法判断。"
        age = age_of(subject.person.birth_date, start)
        if (age >= PENSION_AGE) is self.reached:
            return None
        then = f"{age}周岁" if age >= 0 else "还没有出生"
        return f"制度实施时（{start}）{then}，{'未满' if self.reached else '已满'}{PENSION_AGE}周岁。"

    def ages(self) -> None:
        """Return None: the age on another day decides."""

    def holds(self, subject: Subject) -> str:
        """State the age when the scheme began."""
        start = subject.case.local.scheme_start
        reached = "已满" if self.reached else "未满"
        return f"制度实施时（{start}）{reached}{PENSION_AGE}周岁。"
