"""The evaluator's answer, sorted by person for the eye: rights, refusals, and what a supposition changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from clerk_app.domain.dates import birthday
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.policy.model import DibaoOutcome, Entitlement, NotMet
from clerk_app.services.entitlements import Answer
from clerk_app.terms import ENTITLEMENTS

if TYPE_CHECKING:
    from clerk_app.policy.model import Pack

_CODE_NAMES: Final = re.compile(r"（[a-z][a-z_]*）")
_TOO_YOUNG: Final = re.compile(r"\d+周岁，未满(\d+)周岁")
_LACKING: Final = ("没有填写", "没有设定")
_YEARS: Final = "缴费年限没有填写"
HOUSEHOLD: Final = PersonId("")
"""Stands for the household as a whole where a person's id is asked for."""


class Mark(StrEnum):
    """What a supposition does to an entitlement."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    SUM = "sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A rule as a clerk reads it: its number, its content in plain words, where it stands, and what the facts say to it."""

    rule: str
    says: str
    clauses: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """Something that may be had. ``others`` are rules for the same thing that do not hold; ``before`` is the sum without the supposition."""

    code: str
    amount: Money | None
    per: str | None
    needs: tuple[str, ...]
    ground: Ground
    others: tuple[Ground, ...] = ()
    mark: Mark = Mark.SAME
    before: Money | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return ENTITLEMENTS[self.code]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that may not be had, with every rule that was tried and the first fact that fails."""

    code: str
    grounds: tuple[Ground, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return ENTITLEMENTS[self.code]

    @property
    def area(self) -> str:
        """The part of the papers it belongs to: ``pension``, ``medical``, ``relief`` or ``work``."""
        head = self.code.partition(".")[0]
        return head if head in {"pension", "medical", "relief"} else "work"

    @property
    def lacks_data(self) -> bool:
        """Whether it only cannot be told, because a fact or a local value was never filled in."""
        return any(word in self.why for word in _LACKING)

    @property
    def lacks_local_value(self) -> bool:
        """Whether what is not filled in is a value of the county."""
        return self.lacks_data and "本地" in self.why

    @property
    def lacks_years(self) -> bool:
        """Whether it is the years paid that are not known: the county's list states them, and a clerk can suppose them."""
        return _YEARS in self.why

    @property
    def why(self) -> str:
        """The facts that fail, each once."""
        return "".join(dict.fromkeys(fact for ground in self.grounds for fact in ground.facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one person may have and may not, or the household as a whole (``person`` is HOUSEHOLD)."""

    person: PersonId
    rights: tuple[Right, ...]
    refused: tuple[Refused, ...]

    @property
    def count(self) -> int:
        """How many things may be had."""
        return sum(1 for right in self.rights if right.mark is not Mark.GONE)

    @property
    def changes(self) -> int:
        """How many of them a supposition changes."""
        return sum(1 for right in self.rights if right.mark is not Mark.SAME)


def outcomes_of(answer: Answer, pack: Pack, births: Mapping[PersonId, date]) -> dict[PersonId, Outcome]:
    """Return the outcome of the household and of each of its people, the household first.

    ``births`` let a refusal for being too young name the day on which that ends.
    """
    rights: dict[PersonId, list[Entitlement]] = {}
    refusals: dict[PersonId, list[NotMet]] = {}
    for item in answer.assessment.entitlements:
        rights.setdefault(PersonId(item.person or ""), []).append(item)
    for refusal in answer.assessment.not_met:
        refusals.setdefault(PersonId(refusal.person or ""), []).append(refusal)
    people = (HOUSEHOLD, *answer.names)
    return {
        person: _outcome(person, rights.get(person, []), refusals.get(person, []), pack, births.get(person))
        for person in people
    }


def _outcome(
    person: PersonId, given: list[Entitlement], refused: list[NotMet], pack: Pack, birth: date | None
) -> Outcome:
    order = list(ENTITLEMENTS)
    held = {item.code for item in given}
    by_code: dict[str, list[Ground]] = {}
    for item in refused:
        by_code.setdefault(item.code, []).append(_ground(pack, item.rule, item.because, birth))
    rights = tuple(
        Right(
            code=item.code,
            amount=item.amount,
            per=item.per,
            needs=item.needs,
            ground=_ground(pack, item.rule, item.because),
            others=tuple(by_code.get(item.code, ())),
        )
        for item in sorted(given, key=lambda item: order.index(item.code))
    )
    codes = sorted((code for code in by_code if code not in held), key=order.index)
    return Outcome(
        person=person, rights=rights, refused=tuple(Refused(code=code, grounds=tuple(by_code[code])) for code in codes)
    )


def _ground(pack: Pack, number: str, because: tuple[str, ...], birth: date | None = None) -> Ground:
    rule = pack.rule(number)
    facts = tuple(_with_day(plain(line), birth) for line in because if not line.endswith(f"：{rule.says}"))
    return Ground(rule=number, says=rule.says, clauses=rule.sources, facts=facts)


def _with_day(sentence: str, birth: date | None) -> str:
    """Add the day on which someone stops being too young; the engine gives everybody of an age the same sentence."""
    found = _TOO_YOUNG.match(sentence)
    if found is None or birth is None:
        return sentence
    return f"{found[0]}（{birthday(birth, int(found[1])).isoformat()}满）{sentence[found.end() :]}"


def plain(sentence: str) -> str:
    """Return a sentence without the names that a case file uses, such as （scheme_start）; a clerk knows the words before them."""
    return _CODE_NAMES.sub("", sentence)


def compared(now: dict[PersonId, Outcome], supposed: dict[PersonId, Outcome]) -> dict[PersonId, Outcome]:
    """Return the supposed outcomes with what is new, what has another sum and what is gone before all that stays."""
    return {person: _compared(now.get(person), outcome) for person, outcome in supposed.items()}


def _compared(now: Outcome | None, supposed: Outcome) -> Outcome:
    before = {right.code: right for right in now.rights} if now is not None else {}
    marked = [_marked(before.get(right.code), right) for right in supposed.rights]
    kept = {right.code for right in supposed.rights}
    gone = [replace(right, mark=Mark.GONE) for code, right in before.items() if code not in kept]
    changed = [right for right in marked if right.mark is not Mark.SAME]
    same = [right for right in marked if right.mark is Mark.SAME]
    return replace(supposed, rights=(*changed, *gone, *same))


def _marked(before: Right | None, right: Right) -> Right:
    if before is None:
        return replace(right, mark=Mark.NEW)
    if before.amount != right.amount or before.per != right.per:
        return replace(right, mark=Mark.SUM, before=before.amount)
    return right


def dibao_changes(now: DibaoOutcome | None, supposed: DibaoOutcome | None) -> Mark:
    """Return what a supposition does to dibao."""
    had, has = (outcome is not None and outcome.eligible for outcome in (now, supposed))
    if had != has:
        return Mark.NEW if has else Mark.GONE
    if now is None or supposed is None or not has:
        return Mark.SAME
    same = (now.dibao_class, now.amount_per_month) == (supposed.dibao_class, supposed.amount_per_month)
    return Mark.SAME if same else Mark.SUM
