"""Dibao: what income is left out, entry, class. The paper's section E with the disregards of section D."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from clerk_app.domain.codes import Capacity
from clerk_app.domain.income import IncomeKind
from clerk_app.policy.facts import PersonFacts
from clerk_app.policy.rules.base import Body
from clerk_app.policy.subject import age_of
from clerk_app.policy.toml_table import Period, Table

INCOME_LABELS: Final = {kind.value: kind.label for kind in IncomeKind}
"""The kinds of income with their Chinese names."""


@dataclass(frozen=True, slots=True)
class Disregard(Body):
    """Kinds of income that are not counted, each from one day to another."""

    items: tuple[Period[tuple[str, ...]], ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``disregard``: periods may overlap, but not for the same kind."""
        items: list[Period[tuple[str, ...]]] = []
        for part in table.tables("periods"):
            kinds = part.some_of("kinds", INCOME_LABELS)
            period = Period(part.maybe_day("from"), part.maybe_day("to"), kinds)
            part.done()
            if period.from_on and period.to_on and period.to_on < period.from_on:
                raise part.refuse("止日早于起日，请改正。")
            if any(_meet(period, other) and set(kinds) & set(other.value) for other in items):
                raise part.refuse("同一种收入的时段有重叠，请改正。")
            items.append(period)
        return cls(tuple(items))

    def kinds_on(self, day: date) -> frozenset[str]:
        """Return the kinds that are not counted on a day."""
        return frozenset(kind for period in self.items if period.covers(day) for kind in period.value)

    def figures(self, on: date | None = None) -> tuple[str, ...]:
        """Return each period's kinds."""
        return tuple(
            f"{period.days()} {'、'.join(INCOME_LABELS[kind] for kind in period.value)}".strip()
            for period in self.items
            if on is None or period.covers(on)
        )


def _meet(one: Period[tuple[str, ...]], other: Period[tuple[str, ...]]) -> bool:
    begins = max(one.from_on or date.min, other.from_on or date.min)
    ends = min(one.to_on or date.max, other.to_on or date.max)
    return begins <= ends


@dataclass(frozen=True, slots=True)
class DibaoEntry(Body):
    """The entry test: income a head below the county's standard, and property within the limits."""

    @classmethod
    def read(cls, table: Table) -> Self:  # noqa: ARG003 - every shape is read alike
        """Read the shape ``dibao_entry``, which has no values of its own."""
        return cls()

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return the test in words."""
        return ("人均月收入低于本地低保标准（相等不算低于），家庭财产符合规定",)


@dataclass(frozen=True, slots=True)
class DibaoClass(Body):
    """The class test: A where nobody of working age can work and hardship lasts, B where weakness has a cause, else C."""

    working_age: int
    old_age: int

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read the shape ``dibao_class``."""
        return cls(table.whole("working_age", 0, 120), table.whole("old_age", 0, 120))

    def figures(self, on: date | None = None) -> tuple[str, ...]:  # noqa: ARG002 - the same on every day
        """Return the two ages of the test."""
        return (
            f"{self.working_age}周岁以上成员均完全丧失劳动能力或生活自理能力、长年困难为A类",
            f"{self.old_age}周岁为年老",
        )

    def classify(self, members: Sequence[PersonFacts], on: date, *, perennial_hardship: bool) -> tuple[str, str]:
        """Return ``"A"``, ``"B"`` or ``"C"`` and the sentence that says why; ``members`` are the living ones."""
        adults = [person for person in members if age_of(person.birth_date, on) >= self.working_age]
        able = next((person for person in adults if not _lost_all(person)), None)
        if able is None and perennial_hardship:
            who = (
                f"{self.working_age}周岁以上的{len(adults)}名成员都完全丧失劳动能力或生活自理能力"
                if adults
                else (f"家中没有{self.working_age}周岁以上的成员")
            )
            return "A", f"{who}，家庭生活常年困难，列为A类（重点保障户）。"
        weak = next((person for person in members if self._is_weak(person, on)), None)
        if weak is not None:
            return "B", f"{weak.called}：{self._cause(weak, on)}，{_loss(weak)}，列为B类（基本保障户）。"
        not_a = "没有登记家庭生活常年困难" if able is None else f"{able.called}：没有完全丧失劳动能力或生活自理能力"
        not_b = "家中没有因老、残、病丧失或部分丧失能力的成员"
        return "C", f"{not_a}，不能列为A类；{not_b}，不能列为B类；列为C类（一般保障户）。"

    def _is_weak(self, person: PersonFacts, on: date) -> bool:
        lost = person.labour_capacity != Capacity.FULL or person.self_care != Capacity.FULL
        return lost and bool(self._cause(person, on))

    def _cause(self, person: PersonFacts, on: date) -> str:
        age = age_of(person.birth_date, on)
        if age >= self.old_age:
            return f"{age}周岁，年老"
        card = person.disability
        if card is not None and (card.certified_on is None or card.certified_on <= on):
            return f"持{card.grade}级残疾证"
        if person.serious_illness:
            return "患重特大疾病"
        return "患长期慢性病" if person.chronic_illness else ""


def _lost_all(person: PersonFacts) -> bool:
    return Capacity.NONE in (person.labour_capacity, person.self_care)


def _loss(person: PersonFacts) -> str:
    words = {Capacity.PARTIAL.value: "部分丧失", Capacity.NONE.value: "完全丧失"}
    parts = [
        f"{words[step]}{what}"
        for step, what in ((person.labour_capacity, "劳动能力"), (person.self_care, "生活自理能力"))
        if step in words
    ]
    return "、".join(parts)
