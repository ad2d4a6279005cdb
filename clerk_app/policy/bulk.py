"""A county's yearly sums without reasons: people whom no rule tells apart are answered once, by the one evaluator.

Each column's values are numbered by how the rules' own conditions see them, so that many thousand dates and identities make a few
kinds of person. Memory holds the columns that are given, one number a person, and one answer for each kind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple, Self

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.evaluator import assess
from clerk_app.policy.facts import (
    NO_LOCAL,
    Case,
    DisabilityFact,
    IdentityFact,
    LocalValues,
    MedicalFacts,
    PensionFacts,
    PersonFacts,
)
from clerk_app.policy.model import Pack, Rule
from clerk_app.policy.rules import medical, pension, sums, who
from clerk_app.policy.rules.base import Condition
from clerk_app.policy.subject import Household, Subject, age_of

IdentityRow = tuple[str, date, date | None, date | None, int | None]
"""An identity as a row: code, first day, last day, day of lifting, grade."""

_CONDITIONS: Final = (
    medical.MedicalScheme,
    pension.AgeAtSchemeStart,
    pension.CanContribute,
    pension.Contributes,
    pension.PensionScheme,
    pension.Receiving,
    who.Age,
    who.CoupleAge,
    who.Disability,
    who.Identity,
    who.LabourCapacity,
    who.Sex,
    who.WithoutIdentity,
)
"""Conditions whose facts are columns."""

_UNREAD: Final = (sums.SeniorityPercent, sums.SenioritySum, sums.Annuity)
"""Shapes that read the years paid or the account, which are no columns."""

_SELF: Final = "1"
_WIFE: Final = "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Living people as columns of equal length, with codes as in ``PersonFacts``.

    ``tiers`` are in fen. ``disabilities`` are grade and day of issue. ``marriages`` are marital status and, for a married man, his
    wife's birth date where she is known.
    """

    births: Sequence[date]
    sexes: Sequence[str]
    students: Sequence[bool]
    labour_capacities: Sequence[str]
    pension_schemes: Sequence[str | None]
    tiers: Sequence[int | None]
    receiving: Sequence[bool]
    medical_schemes: Sequence[str | None]
    disabilities: Sequence[tuple[int, date | None] | None]
    identities: Sequence[tuple[IdentityRow, ...]]
    marriages: Sequence[tuple[str | None, date | None]]

    @classmethod
    def of(cls, pack: Pack, cases: Iterable[Case]) -> Self:
        """Return the living people of some cases, in their order."""
        members = [
            (household, person)
            for case in cases
            for household in (Household(pack, case),)
            for person in household.members
        ]
        people = [person for _, person in members]
        return cls(
            births=[person.birth_date for person in people],
            sexes=[person.sex for person in people],
            students=[person.student for person in people],
            labour_capacities=[person.labour_capacity for person in people],
            pension_schemes=[person.pension.scheme for person in people],
            tiers=[None if person.pension.tier is None else person.pension.tier.fen for person in people],
            receiving=[person.pension.receiving for person in people],
            medical_schemes=[person.medical.scheme for person in people],
            disabilities=[_card(person.disability) for person in people],
            identities=[tuple(_row(identity) for identity in person.identities) for person in people],
            marriages=[_marriage(household, person) for household, person in members],
        )


class RuleTotal(NamedTuple):
    """What a rule gives in all: to how many people, the sum, and to how many a sum that a missing local value leaves open."""

    rule: str
    code: str
    people: int
    amount: Money
    open: int


@dataclass(frozen=True, slots=True)
class YearlySums:
    """The yearly sums of everyone: ``kinds`` numbers each person's kind, ``answers`` has rule and sum for each kind."""

    kinds: Sequence[int]
    answers: Sequence[tuple[tuple[Rule, Money | None], ...]]

    def of(self, index: int) -> tuple[tuple[Rule, Money | None], ...]:
        """Return the rules that give one person a yearly sum, with the sum; None is one that a missing local value leaves open."""
        return self.answers[self.kinds[index]]

    def totals(self) -> tuple[RuleTotal, ...]:
        """Return each rule's people and sum, by rule."""
        people: Counter[Rule] = Counter()
        fen: Counter[Rule] = Counter()
        left_open: Counter[Rule] = Counter()
        for kind, count in Counter(self.kinds).items():
            for rule, amount in self.answers[kind]:
                people[rule] += count
                fen[rule] += 0 if amount is None else amount.fen * count
                left_open[rule] += count if amount is None else 0
        ordered = sorted(people, key=lambda rule: (rule.code, rule.id))
        return tuple(RuleTotal(rule.id, rule.code, people[rule], Money(fen[rule]), left_open[rule]) for rule in ordered)


def yearly_sums(pack: Pack, on: date, people: People, local: LocalValues = NO_LOCAL) -> YearlySums:
    """Return what the rules with a yearly sum give each person on a day: the same rules and fen as ``assess``.

    Raises UserError for a tier that is not one of the year's, and for a pack whose yearly rules read facts that ``People`` has not.
    """
    rules = {rule.id: rule for rule in pack.rules if rule.per == "year" and rule.code}
    _check_readable(rules)
    probe = _Probe(pack, on, local, rules)
    births = _Alike(probe.birth)
    pensions = _Alike(lambda facts: probe.pension(births.first[facts[0]], *facts[1:]))
    columns = (
        _Alike(probe.sex),
        _Alike(probe.labour_capacity),
        _Alike(probe.medical_scheme),
        _Alike(probe.card),
        _Alike(probe.identities),
        _Alike(probe.marriage),
    )
    answers = _Answers((pack, on, local), rules, births=births, pensions=pensions, columns=columns)
    facts = zip(
        map(births.__getitem__, people.births),
        people.students,
        people.pension_schemes,
        people.tiers,
        people.receiving,
        strict=True,
    )
    given = (
        people.sexes,
        people.labour_capacities,
        people.medical_schemes,
        people.disabilities,
        people.identities,
        people.marriages,
    )
    others = [map(alike.__getitem__, column) for alike, column in zip(columns, given, strict=True)]
    keys = zip(map(pensions.__getitem__, facts), *others, strict=True)
    return YearlySums(list(map(answers.__getitem__, keys)), answers.found)


def _check_readable(rules: Mapping[str, Rule]) -> None:
    for rule in rules.values():
        if not all(isinstance(condition, _CONDITIONS) for condition in rule.conditions) or isinstance(
            rule.body, _UNREAD
        ):
            raise UserError("规则 {rule} 要看的情况不在名册的各列里，不能成批计算，请逐户判断。", rule=rule.id)


class _Alike(dict[Any, int]):
    """Numbers the values of a column: those that no rule tells apart have one number. ``first`` has a value for each number."""

    def __init__(self, seen_as: Callable[[Any], Hashable]) -> None:
        super().__init__()
        self._seen_as = seen_as
        self._numbers: dict[Hashable, int] = {}
        self.first: list[Any] = []

    def __missing__(self, value: Any) -> int:
        number = self._numbers.setdefault(self._seen_as(value), len(self.first))
        if number == len(self.first):
            self.first.append(value)
        self[value] = number
        return number


_OF_PENSION: Final = (
    pension.AgeAtSchemeStart,
    pension.CanContribute,
    pension.PensionScheme,
    pension.Receiving,
    who.Age,
    who.CoupleAge,
)
"""Conditions on age and pension; of a couple's age, asked of a woman, they tell her own."""


class _Probe:
    """Says how the conditions of some rules see one fact, asked of somebody of whom nothing else is known."""

    def __init__(self, pack: Pack, on: date, local: LocalValues, rules: Mapping[str, Rule]) -> None:
        self._ask = (pack, on, local)
        self._conditions = [condition for rule in rules.values() for condition in rule.conditions]
        ages = [condition.ages() for condition in self._conditions]
        self._by_day = None in ages
        self._bounds = sorted({age for found in ages if found is not None for age in found})
        self._couples = any(isinstance(condition, who.CoupleAge) for condition in self._conditions)
        self._sexes = self._couples or any(isinstance(condition, who.Sex) for condition in self._conditions)

    def birth(self, birth: date) -> Hashable:
        """Return the age's place among the ages that count, or the day itself where a rule asks for the age on another day."""
        return birth if self._by_day else bisect_right(self._bounds, age_of(birth, self._ask[1]))

    def pension(self, birth: date, student: bool, scheme: str | None, tier: int | None, receiving: bool) -> Hashable:
        """Return what conditions say of age and pension together, and the tier that counts."""
        kind = _Kind(birth=birth, student=student, scheme=scheme, tier=tier, receiving=receiving)
        subject = self._subject(kind)
        return subject.contribution_bar is None, subject.contribution_tier(), self._answers(subject, *_OF_PENSION)

    def sex(self, sex: str) -> Hashable:
        """Return the sex where any rule asks for it."""
        return sex if self._sexes else None

    def labour_capacity(self, step: str) -> Hashable:
        """Return what conditions say of the capacity."""
        return self._answers(self._subject(_Kind(labour_capacity=step)), who.LabourCapacity)

    def medical_scheme(self, scheme: str | None) -> Hashable:
        """Return what conditions say of the scheme."""
        return self._answers(self._subject(_Kind(medical=scheme)), medical.MedicalScheme)

    def card(self, card: tuple[int, date | None] | None) -> Hashable:
        """Return what conditions say of the disability certificate."""
        return self._answers(self._subject(_Kind(card=card)), who.Disability)

    def identities(self, identities: tuple[IdentityRow, ...]) -> Hashable:
        """Return what conditions say of the identities."""
        return self._answers(self._subject(_Kind(identities=identities)), who.Identity, who.WithoutIdentity)

    def marriage(self, marriage: tuple[str | None, date | None]) -> Hashable:
        """Return the marital status and whether the wife is old enough, where any rule asks for a couple's age."""
        status, wife = marriage
        return (status, wife and self.birth(wife)) if self._couples else None

    def _subject(self, kind: _Kind) -> Subject:
        pack, on, local = self._ask
        case = Case(pack=pack.id, on=on, local=local, persons=_stand_ins(kind))
        return Subject(Household(pack, case), case.persons[0])

    def _answers(self, subject: Subject, *kinds: type[Condition]) -> tuple[bool, ...]:
        return tuple(item.fails(subject) is None for item in self._conditions if isinstance(item, kinds))


class _Answers(dict[tuple[int, ...], int]):
    """The number of each kind of person; a kind not met before is asked of the evaluator."""

    def __init__(
        self,
        asked: tuple[Pack, date, LocalValues],
        rules: Mapping[str, Rule],
        *,
        births: _Alike,
        pensions: _Alike,
        columns: Sequence[_Alike],
    ) -> None:
        super().__init__()
        self._ask = asked
        self._rules = rules
        self._births, self._pensions, self._columns = births, pensions, columns
        self.found: list[tuple[tuple[Rule, Money | None], ...]] = []

    def __missing__(self, key: tuple[int, ...]) -> int:
        pack, on, local = self._ask
        case = Case(pack=pack.id, on=on, local=local, persons=_stand_ins(self._kind(*key)))
        given = assess(pack, case).awards
        awards = [award for person, award, _ in given if person == _SELF and award.rule in self._rules]
        self.found.append(tuple((self._rules[award.rule], award.amount) for award in awards))
        self[key] = len(self.found) - 1
        return self[key]

    def _kind(self, facts: int, *numbers: int) -> _Kind:
        step, student, scheme, tier, receiving = self._pensions.first[facts]
        values = [alike.first[number] for alike, number in zip(self._columns, numbers, strict=True)]
        sex, labour_capacity, scheme_of_medical, card, identities, (status, wife) = values
        return _Kind(
            birth=self._births.first[step],
            sex=sex,
            student=student,
            labour_capacity=labour_capacity,
            scheme=scheme,
            tier=tier,
            receiving=receiving,
            medical=scheme_of_medical,
            card=card,
            identities=identities,
            marital_status=status,
            wife_birth=wife,
        )


class _Kind(NamedTuple):
    """All facts of a person that a yearly rule may read; by default someone of whom nothing is known."""

    birth: date = date(1970, 1, 1)
    sex: str = "female"
    student: bool = False
    labour_capacity: str = "full"
    scheme: str | None = None
    tier: int | None = None
    receiving: bool = False
    medical: str | None = None
    card: tuple[int, date | None] | None = None
    identities: tuple[IdentityRow, ...] = ()
    marital_status: str | None = None
    wife_birth: date | None = None


def _stand_ins(kind: _Kind) -> tuple[PersonFacts, ...]:
    """Return a person of this kind, and his wife where she is known."""
    person = PersonFacts(
        id=_SELF,
        birth_date=kind.birth,
        sex=kind.sex,
        relation="head",
        marital_status=kind.marital_status,
        student=kind.student,
        labour_capacity=kind.labour_capacity,
        identities=tuple(
            IdentityFact(code=code, from_on=first, to_on=last, lifted_on=lifted, grade=grade)
            for code, first, last, lifted, grade in kind.identities
        ),
        disability=None if kind.card is None else DisabilityFact(grade=kind.card[0], certified_on=kind.card[1]),
        pension=PensionFacts(
            scheme=kind.scheme, tier=None if kind.tier is None else Money(kind.tier), receiving=kind.receiving
        ),
        medical=MedicalFacts(scheme=kind.medical),
    )
    if kind.wife_birth is None:
        return (person,)
    return (person, PersonFacts(id=_WIFE, birth_date=kind.wife_birth, sex="female", relation="spouse"))


def _card(disability: DisabilityFact | None) -> tuple[int, date | None] | None:
    return None if disability is None else (disability.grade, disability.certified_on)


def _row(identity: IdentityFact) -> IdentityRow:
    return (identity.code, identity.from_on, identity.to_on, identity.lifted_on, identity.grade)


def _marriage(household: Household, person: PersonFacts) -> tuple[str | None, date | None]:
    wife = household.wife_of(person) if (person.sex, person.marital_status) == ("male", "married") else None
    return (person.marital_status, None if wife is None else wife.birth_date)
