"""Sums of a contribution year and of a pension: fixed, by tier, in steps, by years paid, from the account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Self

from clerk_app.domain.money import ZERO, Money
from clerk_app.policy.rules.base import Given, Giving
from clerk_app.policy.subject import Subject
from clerk_app.policy.toml_table import Dated, Table

RAISES: Final = ("base_pension",)
"""Local values that may raise a fixed sum."""

_KEPT: Final = 2048
_NO_TIER: Final = "本年没有选缴费档次，政府也没有代缴。"


@dataclass(frozen=True, slots=True)
class FixedSum(Giving):
    """One sum for everyone; a local value may set more, never less."""

    dated: Dated[Given]
    raised_by: str | None

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``fixed_sum``."""

        def amount(part: Table) -> Given:
            read = part.money("amount")
            return Given(read, (f"标准是{read}元。",))

        return cls(Dated.read(table, amount), table.one_of("raised_by", RAISES) if "raised_by" in table else None)

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's sum."""
        return self.dated.texts(on, lambda given: str(given.amount))

    def give(self, subject: Subject) -> Given | str:
        """Return the sum in force on the day, or the county's own if that is higher."""
        given = self.dated.on(subject.on)
        if given is None:
            return self.dated.why_not(subject.on)
        if self.raised_by is None:
            return given
        local = subject.case.local.base_pension
        if local is None or given.amount is None or local <= given.amount:
            return given
        return Given(local, (f"国家最低标准是{given.amount}元，本地定为{local}元。",))


@dataclass(frozen=True, slots=True)
class TierTable(Giving):
    """A sum for each tier of a list."""

    dated: Dated[Mapping[Money, Money]]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``tier_table``."""

        def rows(part: Table) -> Mapping[Money, Money]:
            read: dict[Money, Money] = {}
            for row in part.tables("rows"):
                tier = row.money("tier")
                if tier in read:
                    raise row.refuse("档次{tier}写了两次。", tier=tier)
                read[tier] = row.money("amount")
                row.done()
            return read

        return cls(Dated.read(table, rows))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's table."""
        return self.dated.texts(on, lambda rows: "、".join(f"{tier}→{amount}" for tier, amount in rows.items()))

    def give(self, subject: Subject) -> Given | str:
        """Return the row of the tier that counts."""
        rows = self.dated.on(subject.on)
        if rows is None:
            return self.dated.why_not(subject.on)
        tier = subject.contribution_tier()
        if tier is None:
            return _NO_TIER
        amount = rows.get(tier)
        return _by_tier(tier.fen, None if amount is None else amount.fen)


@lru_cache(maxsize=_KEPT)
def _by_tier(tier: int, amount: int | None) -> Given | str:
    """Return what a tier brings, or that it brings nothing; both in fen."""
    if amount is None:
        return f"{Money(tier)}元一档没有规定补贴。"
    return Given(Money(amount), (f"{Money(tier)}元一档补贴{Money(amount)}元。",))


@dataclass(frozen=True, slots=True)
class TierBands(Giving):
    """A sum for each band of tiers, each band from its lowest tier up to the next."""

    dated: Dated[tuple[tuple[Money, Money], ...]]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``tier_bands``."""

        def bands(part: Table) -> tuple[tuple[Money, Money], ...]:
            read = []
            for row in part.tables("bands"):
                read.append((row.money("from_tier"), row.money("amount")))
                row.done()
            if read != sorted(read) or len({tier for tier, _ in read}) != len(read):
                raise part.refuse("各段要从低到高排列，不能重复。")
            return tuple(read)

        return cls(Dated.read(table, bands))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's bands."""
        return self.dated.texts(on, lambda bands: "、".join(f"{tier}起→{amount}" for tier, amount in bands))

    def give(self, subject: Subject) -> Given | str:
        """Return the sum of the band that holds the tier that counts."""
        bands = self.dated.on(subject.on)
        if bands is None:
            return self.dated.why_not(subject.on)
        tier = subject.contribution_tier()
        if tier is None:
            return _NO_TIER
        reached = [amount.fen for lowest, amount in bands if lowest.fen <= tier.fen]
        return _by_tier(tier.fen, reached[-1] if reached else None)


@dataclass(frozen=True, slots=True)
class Steps:
    """A first sum, something more for each full step above a tier, and a highest sum."""

    base: Money
    above: Money
    step: Money
    add: Money
    cap: Money


@dataclass(frozen=True, slots=True)
class Stepped(Giving):
    """A sum that grows with the tier step by step."""

    dated: Dated[Steps]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``stepped``."""

        def steps(part: Table) -> Steps:
            read = Steps(*(part.money(name) for name in ("base", "above", "step", "add", "cap")))
            if not read.step:
                raise part.refuse("“step”不能是零。")
            return read

        return cls(Dated.read(table, steps))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's steps."""
        return self.dated.texts(
            on, lambda value: f"{value.base}，{value.above}以上每{value.step}加{value.add}，最高{value.cap}"
        )

    def give(self, subject: Subject) -> Given | str:
        """Return the sum for the tier that counts."""
        value = self.dated.on(subject.on)
        if value is None:
            return self.dated.why_not(subject.on)
        tier = subject.contribution_tier()
        if tier is None:
            return _NO_TIER
        steps = max(tier.fen - value.above.fen, 0) // value.step.fen
        full = value.base + value.add * steps
        line = f"{tier}元一档：{value.base}元＋{steps}×{value.add}元＝{full}元"
        if full > value.cap:
            return Given(value.cap, (f"{line}，最高{value.cap}元。",))
        return Given(full, (f"{line}。",))


@dataclass(frozen=True, slots=True)
class LowestTierSum(Giving):
    """Part or all of the minimum tier: the county's own sum, else the tier that was lowest before any rise."""

    @classmethod
    def read(cls, table: Table) -> Self:  # noqa: ARG003 - every shape is read alike
        """Read the shape ``lowest_tier_sum``, whose values are the pack's tiers and the county's own."""
        return cls()

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return where the sum comes from."""
        return ("本地代缴金额（proxy_amount），没有设定时是最低缴费档次；最低档次提高后仍保留原来的最低档次",)

    def give(self, subject: Subject) -> Given | str:
        """Return the county's sum, at most the minimum tier of the year; else the minimum tier before any rise."""
        lowest = subject.lowest_tier()
        own = subject.case.local.proxy_amount
        if own is not None:
            amount = min(own, lowest)
            return Given(amount, (f"本地代缴金额是{amount}元，不超过最低缴费档次{lowest}元。",))
        listed = subject.household.pack.valid_tiers(subject.on.year)
        kept = min(lowest, listed[0]) if listed else lowest
        if kept < lowest:
            return Given(kept, (f"最低缴费档次已提高到{lowest}元，对困难人员仍保留{kept}元一档。",))
        return Given(kept, (f"本地没有另定代缴金额，按最低缴费档次{kept}元。",))


@dataclass(frozen=True, slots=True)
class YearPercent:
    """Per cent of another sum for each full year above so many, and the highest per cent."""

    above: int
    percent: int
    cap: int


@dataclass(frozen=True, slots=True)
class SeniorityPercent(Giving):
    """A percentage of another sum for each full year paid above a number of years."""

    dated: Dated[YearPercent]
    of: str

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``seniority_percent``."""

        def years(part: Table) -> YearPercent:
            return YearPercent(part.whole("above", 0, 100), part.whole("percent", 1, 100), part.whole("cap", 1, 1000))

        return cls(Dated.read(table, years), table.text("of"))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's percentage."""
        return self.dated.texts(on, lambda value: f"超过{value.above}年每年加{value.percent}%，最高{value.cap}%")

    def give(self, subject: Subject) -> Given | str:
        """Return the percentage of the other sum, half up to the fen."""
        value = self.dated.on(subject.on)
        if value is None:
            return self.dated.why_not(subject.on)
        years = subject.person.pension.years_paid
        if years is None or years <= value.above:
            return _too_few(years, value.above)
        base = other_sum(self.of, subject)
        if isinstance(base, str):
            return base
        points = min((years - value.above) * value.percent, value.cap)
        amount = base.percent(points)
        return Given(amount, (f"缴费{years}年，超过{value.above}年，加发{points}%：{base}元×{points}%＝{amount}元。",))


def _too_few(years: int | None, above: int) -> str:
    return "缴费年限没有填写。" if years is None else f"缴费{years}年，没有超过{above}年。"


@dataclass(frozen=True, slots=True)
class YearSum:
    """A sum for each full year above so many."""

    above: int
    amount: Money


@dataclass(frozen=True, slots=True)
class SenioritySum(Giving):
    """A sum for each full year paid above a number of years."""

    dated: Dated[YearSum]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``seniority_sum``."""
        return cls(Dated.read(table, lambda part: YearSum(part.whole("above", 0, 100), part.money("amount"))))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's sum a year."""
        return self.dated.texts(on, lambda value: f"超过{value.above}年每年加{value.amount}")

    def give(self, subject: Subject) -> Given | str:
        """Return the sum for the years paid."""
        value = self.dated.on(subject.on)
        if value is None:
            return self.dated.why_not(subject.on)
        years = subject.person.pension.years_paid
        if years is None or years <= value.above:
            return _too_few(years, value.above)
        amount = value.amount * (years - value.above)
        line = f"缴费{years}年，超过{value.above}年的部分{years - value.above}年×{value.amount}元＝{amount}元。"
        return Given(amount, (line,))


@dataclass(frozen=True, slots=True)
class SameAs(Giving):
    """The same sum as another rule of the pack gives."""

    of: str

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``same_as``."""
        return cls(table.text("of"))

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return which sum it follows."""
        return (f"与{self.of}同额",)

    def give(self, subject: Subject) -> Given | str:
        """Return the other rule's sum on the day."""
        base = other_sum(self.of, subject)
        return base if isinstance(base, str) else Given(base, (f"按基础养老金标准，每月{base}元。",))


def other_sum(code: str, subject: Subject) -> Money | str:
    """Return the fixed sum that the pack's rule of a code gives on the day, whoever the person is, or why there is none."""
    # The loader sees to it that there is such a rule.
    body = next(body for rule, body in subject.household.pack.bodies(FixedSum) if rule.code == code)
    given = body.give(subject)
    return given if isinstance(given, str) else given.amount or ZERO


@dataclass(frozen=True, slots=True)
class Annuity(Giving):
    """The account's balance by a number of months."""

    dated: Dated[int]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``annuity``."""
        return cls(Dated.read(table, lambda part: part.whole("months", 1, 1200)))

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's months."""
        return self.dated.texts(on, lambda months: f"储存额÷{months}")

    def give(self, subject: Subject) -> Given | str:
        """Return the balance by the months, half up to the fen."""
        months = self.dated.on(subject.on)
        if months is None:
            return self.dated.why_not(subject.on)
        balance = subject.person.pension.account_balance
        if balance is None:
            return "个人账户储存额没有填写，无法计算。"
        amount = Money.divided(balance.fen, months)
        return Given(amount, (f"个人账户储存额{balance}元÷{months}＝每月{amount}元。",))
