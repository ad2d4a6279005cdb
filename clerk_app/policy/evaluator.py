"""The evaluator: a pack and a case in, what each may have and why out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.dibao_assessment import assess_dibao
from clerk_app.policy.model import Assessment, Case, Entitlement, NotMet, Pack, Rule
from clerk_app.policy.rules import shares
from clerk_app.policy.rules.base import Given, Giving
from clerk_app.policy.rules.who import Dead, Sex
from clerk_app.policy.subject import Household, Subject

PROXY: Final = "pension.proxy"
"""The payment by the government; it is decided first, because subsidies depend on it."""

_DEAD: Final = ("已去世，不再享受。",)
_EMPTY: Final = ("户内没有在世的成员。",)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A giving rule with its body, made ready."""

    rule: Rule
    body: Giving
    line: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pack's giving rules by code: for each sex of the living, for the dead, for the household; the proxy payment first."""

    living: dict[str, tuple[tuple[_Trial, ...], ...]]
    after_death: tuple[tuple[_Trial, ...], ...]
    household: tuple[tuple[_Trial, ...], ...]


def assess(pack: Pack, case: Case) -> Assessment:
    """Return what the persons of a case and their household may have on its day, and why, and why not.

    Raises UserError where a fact is missing that the answer cannot do without, or a tier is not one of the year's.
    """
    plan = _plan(pack)
    household = Household(pack, case)
    entitlements: list[Entitlement] = []
    not_met: list[NotMet] = []
    for person in case.persons:
        subject = Subject(household, person)
        dead = person.dead_on(case.on)
        if person.pension.tier is not None:
            _check_tier(pack, case, person.pension.tier)
        found: list[Entitlement] = []
        for trials in plan.after_death if dead else plan.living[person.sex]:
            _try_code(trials, subject, person.id, found, not_met)
        if dead:
            given = {trial.rule.id for trials in plan.after_death for trial in trials}
            not_met.extend(
                NotMet(trial.rule.code, person.id, trial.rule.id, _DEAD)
                for trials in plan.living[person.sex]
                for trial in trials
                if trial.rule.id not in given
            )
        found.sort(key=attrgetter("code"))
        entitlements.extend(found)
    _try_household(plan, household, entitlements, not_met)
    dibao = assess_dibao(pack, case, household.members) if case.household.assess_dibao else None
    return Assessment(pack.id, case.on, tuple(entitlements), tuple(not_met), dibao)


def _try_household(plan: _Plan, household: Household, found: list[Entitlement], not_met: list[NotMet]) -> None:
    if household.members:
        subject = Subject(household, household.members[0])
        for trials in plan.household:
            _try_code(trials, subject, None, found, not_met)
    else:
        not_met.extend(
            NotMet(trial.rule.code, None, trial.rule.id, _EMPTY) for trials in plan.household for trial in trials
        )


def _check_tier(pack: Pack, case: Case, tier: Money) -> None:
    tiers = pack.valid_tiers(case.on.year)
    if tier not in tiers:
        raise UserError(
            "{year}年没有{tier}元这一档，可选：{tiers}。",
            field="tier",
            year=case.on.year,
            tier=tier,
            tiers="、".join(str(one) for one in tiers),
        )


def _try_code(
    trials: Sequence[_Trial], subject: Subject, person: str | None, found: list[Entitlement], not_met: list[NotMet]
) -> None:
    """Try all rules of one code; the best that holds becomes the entitlement, the others that hold are named in it."""
    held: list[tuple[_Trial, Given]] = []
    for trial in trials:
        outcome = _try(trial, subject)
        if isinstance(outcome, str):
            rule = trial.rule
            not_met.append(NotMet(rule.code, person, rule.id, (outcome,)))
        else:
            held.append((trial, outcome))
    if not held:
        return
    best = max(range(len(held)), key=lambda index: (_worth(held[index][1]), -index))
    trial, given = held[best]
    if trial.rule.code == PROXY and given.amount is not None:
        subject.proxied_tier = _tier_of(given.amount, subject)
    others = [(other.rule.id, lost) for index, (other, lost) in enumerate(held) if index != best]
    found.append(_entitlement(trial, given, others, subject, person))


def _try(trial: _Trial, subject: Subject) -> Given | str:
    rule = trial.rule
    for condition in rule.when:
        why = condition.fails(subject)
        if why is not None:
            return why
    if rule.groups:
        whys = []
        for group in rule.groups:
            for condition in group.conditions:
                why = condition.fails(subject)
                if why is not None:
                    whys.append(why)
                    break
            else:
                return trial.body.give(subject)
        return whys[0] if len(whys) == 1 else "".join(whys)
    return trial.body.give(subject)


def _worth(given: Given) -> int:
    return -1 if given.amount is None else given.amount.fen


def _tier_of(amount: Money, subject: Subject) -> Money:
    """Return the tier a proxy payment counts as: its own sum where that is a tier, else the lowest (a partial payment)."""
    tiers = subject.household.pack.valid_tiers(subject.on.year)
    return amount if amount in tiers else subject.lowest_tier()


def _entitlement(
    trial: _Trial, given: Given, others: list[tuple[str, Given]], subject: Subject, person: str | None
) -> Entitlement:
    rule = trial.rule
    parts = None
    because = [*_facts(rule, subject), trial.line, *given.steps]
    if rule.shares is not None and given.amount is not None:
        parts = rule.shares.of(given.amount, subject.case.local)
        because.append(shares.as_text(parts))
    because.extend(_also(rule.id, given, name, lost) for name, lost in others)
    return Entitlement(
        code=rule.code,
        person=person,
        rule=rule.id,
        amount=given.amount,
        per=None if given.amount is None else rule.per,
        shares=parts,
        needs=(*rule.needs, "local_value") if given.lacks_local_value else rule.needs,
        also=tuple(name for name, _ in others),
        detail=rule.detail,
        clauses=rule.sources,
        because=tuple(because),
    )


def _also(rule: str, given: Given, other: str, lost: Given) -> str:
    if lost.amount is None:
        return f"{other}也符合，同一项只给一份，按{rule}办。"
    if lost.amount == given.amount:
        return f"{other}也符合，金额相同，同一项只给一份，按{rule}办。"
    return f"{other}也符合，是{lost.amount}元，同一项只给一份，按较高的{rule}办。"


def _facts(rule: Rule, subject: Subject) -> list[str]:
    """Return the facts that make the rule hold, those of every group that fits."""
    facts = [condition.holds(subject) for condition in rule.when]
    for group in rule.groups:
        if all(condition.fails(subject) is None for condition in group.conditions):
            facts.extend(condition.holds(subject) for condition in group.conditions)
    return facts


@lru_cache(maxsize=32)
def _plan(pack: Pack) -> _Plan:
    trials = [
        _Trial(rule, rule.body, f"依据{'、'.join(rule.sources)}（{rule.id}）：{rule.says}")
        for rule in pack.rules
        if isinstance(rule.body, Giving)
    ]
    own = [trial for trial in trials if not trial.rule.per_household]
    after_death = [trial for trial in own if any(isinstance(condition, Dead) for condition in trial.rule.when)]
    alive = [trial for trial in own if trial not in after_death]
    return _Plan(
        living={sex: _by_code([trial for trial in alive if _concerns(trial.rule, sex)]) for sex in ("male", "female")},
        after_death=_by_code(after_death),
        household=_by_code([trial for trial in trials if trial.rule.per_household]),
    )


def _concerns(rule: Rule, sex: str) -> bool:
    return all(condition.sex == sex for condition in rule.when if isinstance(condition, Sex))


def _by_code(trials: list[_Trial]) -> tuple[tuple[_Trial, ...], ...]:
    codes = sorted({trial.rule.code for trial in trials}, key=lambda code: (code != PROXY, code))
    return tuple(tuple(trial for trial in trials if trial.rule.code == code) for code in codes)
