"""Conditions on who a person is: age, sex, identity, disability, capacity, the couple."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from clerk_app.domain.codes import IdentityKind
from clerk_app.policy.facts import IdentityFact
from clerk_app.policy.rules.base import Condition
from clerk_app.policy.subject import Subject, age_of, day_text, held_on
from clerk_app.policy.toml_table import Table

IDENTITY_LABELS: Final = {kind.value: kind.label for kind in IdentityKind}
"""The identities with their Chinese names."""

CAPACITIES: Final = {"full": "具备", "partial": "部分丧失", "none": "完全丧失"}
_OLDEST: Final = 150


@dataclass(frozen=True, slots=True)
class Age(Condition):
    """Completed years between two bounds, both included."""

    low: int
    high: int

    @classmethod
    def read(cls, table: Table, name: str) -> Age:
        """Read ``age = { from = 60 }``, ``{ to = 59 }`` or both."""
        bounds = table.table(name)
        low = bounds.whole("from", 0, _OLDEST) if "from" in bounds else 0
        high = bounds.whole("to", low, _OLDEST) if "to" in bounds else _OLDEST
        bounds.done()
        return cls(low, high)

    def fails(self, subject: Subject) -> str | None:
        """Say that the person is too young or too old."""
        if subject.age < self.low:
            return _too_young(subject.age, self.low)
        return _too_old(subject.age, self.high) if subject.age > self.high else None

    def ages(self) -> tuple[int, ...]:
        """Return the first age within and the first beyond."""
        return (self.low, self.high + 1)

    def holds(self, subject: Subject) -> str:
        """State the age."""
        return _within(subject.on, subject.age, self.low, self.high)


@lru_cache(maxsize=4096)
def _within(on: date, age: int, low: int, high: int) -> str:
    bound = f"满{low}周岁" if high >= _OLDEST else f"在{low}至{high}周岁之间"
    return f"{on}时{age}周岁，{bound}。"


@lru_cache(maxsize=4096)
def _too_young(age: int, low: int) -> str:
    return f"{age}周岁，未满{low}周岁。"


@lru_cache(maxsize=4096)
def _too_old(age: int, high: int) -> str:
    return f"{age}周岁，已超过{high}周岁。"


@dataclass(frozen=True, slots=True)
class Sex(Condition):
    """Only women, or only men."""

    sex: str

    @classmethod
    def read(cls, table: Table, name: str) -> Sex:
        """Read ``sex = "female"``."""
        return cls(table.one_of(name, ("male", "female")))

    def fails(self, subject: Subject) -> str | None:
        """Say that the rule is for the other sex."""
        return None if subject.person.sex == self.sex else f"只给{_SEXES[self.sex]}。"

    def holds(self, subject: Subject) -> str:
        """State the sex."""
        return f"是{_SEXES[subject.person.sex]}。"


_SEXES: Final = {"male": "男性", "female": "女性"}


@dataclass(frozen=True, slots=True)
class Identity(Condition):
    """A hardship status, held on the day or on at least one day of its year, by its lifting and grade."""

    code: str
    in_year: bool = False
    not_lifted: bool = False
    unless_lifted_from: date | None = None
    grades: tuple[int, ...] = ()

    @classmethod
    def read(cls, table: Table, name: str) -> Identity:
        """Read ``identity = "dibao"``, or a table with ``code`` and ``in_year``, ``not_lifted``, ``unless_lifted_from``, ``grades``."""
        if isinstance(table.value(name), str):
            return cls(table.one_of(name, IDENTITY_LABELS))
        inner = table.table(name)
        read = cls(
            inner.one_of("code", IDENTITY_LABELS),
            in_year="in_year" in inner and inner.flag("in_year"),
            not_lifted="not_lifted" in inner and inner.flag("not_lifted"),
            unless_lifted_from=inner.maybe_day("unless_lifted_from"),
            grades=inner.wholes("grades", 1, 4) if "grades" in inner else (),
        )
        inner.done()
        return read

    @property
    def label(self) -> str:
        """The identity's Chinese name."""
        return IDENTITY_LABELS[self.code]

    def fails(self, subject: Subject) -> str | None:
        """Say what is wrong with the identity, the last one where there are several spans."""
        facts = subject.identities.get(self.code)
        if facts is None:
            return _ABSENT[self.code]
        for fact in facts:
            if self._fits(fact, subject.on):
                return None
        return self._why_not(facts[-1], subject.on)

    def _fits(self, fact: IdentityFact, on: date) -> bool:
        if self.in_year:
            held = fact.from_on.year <= on.year and (fact.to_on is None or fact.to_on.year >= on.year)
        else:
            held = held_on(fact, on)
        if not held or (self.grades and fact.grade not in self.grades):
            return False
        return fact.lifted_on is None or fact.lifted_on > on or not self._lifting_counts(fact.lifted_on)

    def _lifting_counts(self, lifted_on: date) -> bool:
        since = self.unless_lifted_from
        return self.not_lifted or (since is not None and lifted_on < since)

    def _why_not(self, fact: IdentityFact, on: date) -> str:
        if fact.from_on > on and not (self.in_year and fact.from_on.year == on.year):
            return f"“{self.label}”身份从{fact.from_on}才开始。"
        if fact.to_on is not None and fact.to_on < on and not (self.in_year and fact.to_on.year == on.year):
            return f"“{self.label}”身份已在{fact.to_on}结束。"
        if self.grades and fact.grade not in self.grades:
            grades = "、".join(str(grade) for grade in self.grades)
            return f"{self.label}{f'是{fact.grade}级' if fact.grade else '没有填写级别'}，要{grades}级才算。"
        before = f"，早于{self.unless_lifted_from}" if self.unless_lifted_from else ""
        return f"“{self.label}”身份在{fact.lifted_on}已标注脱贫{before}。"

    def holds(self, subject: Subject) -> str:
        """State the identity and its days."""
        facts = subject.identities[self.code]
        fact = facts[0] if len(facts) == 1 else next(fact for fact in facts if self._fits(fact, subject.on))
        return _held(self.label, fact.from_on, fact.to_on, fact.grade if self.grades else None)


@lru_cache(maxsize=4096)
def _held(label: str, from_on: date, to_on: date | None, grade: int | None) -> str:
    days = f"{from_on}起" + (f"至{to_on}" if to_on else "")
    graded = f"{grade}级" if grade is not None else ""
    return f"有“{label}”{graded}身份（{days}）。"


_ABSENT: Final = {code: f"没有“{label}”身份。" for code, label in IDENTITY_LABELS.items()}


@dataclass(frozen=True, slots=True)
class WithoutIdentity(Condition):
    """A hardship status must not be held on the day."""

    code: str

    @classmethod
    def read(cls, table: Table, name: str) -> WithoutIdentity:
        """Read ``without_identity = "dibao"``."""
        return cls(table.one_of(name, IDENTITY_LABELS))

    def fails(self, subject: Subject) -> str | None:
        """Say that the identity is held."""
        facts = subject.identities.get(self.code, ())
        return (
            f"已是{IDENTITY_LABELS[self.code]}，按那一类办。"
            if any(held_on(fact, subject.on) for fact in facts)
            else None
        )

    def holds(self, subject: Subject) -> str:
        """State that the identity is not held."""
        return f"{day_text(subject.on)}时不是{IDENTITY_LABELS[self.code]}。"


@dataclass(frozen=True, slots=True)
class Disability(Condition):
    """A certificate of one of these grades, issued by the day."""

    grades: tuple[int, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> Disability:
        """Read ``disability = [1, 2]``."""
        return cls(table.wholes(name, 1, 4))

    def fails(self, subject: Subject) -> str | None:
        """Say that there is no certificate, not yet, or of another grade."""
        card = subject.person.disability
        if card is None:
            return "没有残疾证。"
        if card.certified_on is not None and card.certified_on > subject.on:
            return f"残疾证是{card.certified_on}发的，所问的那天还没有。"
        if card.grade not in self.grades:
            return f"残疾证是{card.grade}级，要{'、'.join(str(grade) for grade in self.grades)}级才算。"
        return None

    def holds(self, subject: Subject) -> str:
        """State the grade and since when."""
        card = subject.person.disability
        since = f"，{day_text(card.certified_on)}发证" if card and card.certified_on else ""
        return f"持{card.grade if card else ''}级残疾证{since}。"


@dataclass(frozen=True, slots=True)
class LabourCapacity(Condition):
    """Labour capacity at one of these steps."""

    steps: tuple[str, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> LabourCapacity:
        """Read ``labour_capacity = ["none"]``."""
        return cls(table.some_of(name, CAPACITIES))

    def fails(self, subject: Subject) -> str | None:
        """Say which capacity the person has, and which one counts."""
        step = subject.person.labour_capacity
        if step in self.steps:
            return None
        return f"劳动能力是“{CAPACITIES[step]}”，要“{'”或“'.join(CAPACITIES[one] for one in self.steps)}”才算。"

    def holds(self, subject: Subject) -> str:
        """State the capacity."""
        return f"劳动能力是“{CAPACITIES[subject.person.labour_capacity]}”。"


@dataclass(frozen=True, slots=True)
class CoupleAge(Condition):
    """The wife's age, or a divorced or widowed man's own."""

    years: int

    @classmethod
    def read(cls, table: Table, name: str) -> CoupleAge:
        """Read ``couple_age = 49``."""
        return cls(table.whole(name, 0, _OLDEST))

    def fails(self, subject: Subject) -> str | None:
        """Say whose age is too low or not known."""
        person = subject.person
        if person.sex == "female":
            return self._too_young("女方本人", subject.age)
        if person.marital_status in {"divorced", "widowed"}:
            return self._too_young("本人", subject.age)
        if person.marital_status != "married":
            return "婚姻状况是未婚或没有填写：男方已婚看妻子年龄，离婚、丧偶看本人年龄。"
        wife = subject.household.wife_of(person)
        if wife is None:
            return "户内没有登记他的妻子，不知道女方年龄。"
        return self._too_young("妻子", age_of(wife.birth_date, subject.on))

    def _too_young(self, who: str, age: int) -> str | None:
        return f"{who}{age}周岁，未满{self.years}周岁。" if age < self.years else None

    def ages(self) -> tuple[int, ...]:
        """Return the age that must be reached."""
        return (self.years,)

    def holds(self, subject: Subject) -> str:
        """State that the age is reached."""
        wife = subject.person.sex == "male" and subject.person.marital_status == "married"
        return f"{'妻子' if wife else '本人'}已满{self.years}周岁。"


@dataclass(frozen=True, slots=True)
class Dead(Condition):
    """The rule is for someone who has died; no other rule gives the dead anything."""

    @classmethod
    def read(cls, table: Table, name: str) -> Dead:
        """Read ``dead = true``."""
        if not table.flag(name):
            raise table.refuse("“{name}”只能写 true。", name=name)
        return cls()

    def fails(self, subject: Subject) -> str | None:
        """Say that the person lives."""
        return None if subject.person.dead_on(subject.on) else "在世。"

    def holds(self, subject: Subject) -> str:
        """State the death."""
        died_on = subject.person.died_on
        return f"已于{died_on}去世。" if died_on else "已去世。"
