"""The evaluator: a pack and a case in, what each may have and why out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.dibao_assessment import assess_dibao
from clerk_app.policy.model import Assessment, Award, Case, Granted, LocalValues, Pack, Refusal, Rule
from clerk_app.policy.rules import shares
from clerk_app.policy.rules.base import Given, Giving
from clerk_app.policy.rules.who import Dead, Sex
from clerk_app.policy.subject import Household, Subject

PROXY: Final = "pension.proxy"
"""The payment by the government; it is decided first, because subsidies depend on it."""

_KEPT: Final = 2048
_DEAD: Final = "已去世，不再享受。"
_EMPTY: Final = "户内没有在世的成员。"


Test = Callable[[Subject], str | None]


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """A giving rule made ready: each test says why not, or None; ``give`` is asked after all of them; ``line`` is the rule as a reason."""

    rule: Rule
    line: str
    tests: tuple[Test, ...]
    give: Callable[[Subject], Given | str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pack's giving rules: for each sex of the living, for the dead, for the household. The proxy payment stands apart."""

    proxy: tuple[_Trial, ...]
    living: Mapping[str, tuple[_Trial, ...]]
    after_death: tuple[_Trial, ...]
    household: tuple[_Trial, ...]


def assess(pack: Pack, case: Case) -> Assessment:
    """Return what the persons of a case and their household may have on its day, and why, and why not.

    Raises UserError where a fact is missing that the answer cannot do without, or a tier is not one of the year's.
    """
    plan = _plan(pack)
    household = Household(pack, case)
    awards: list[Granted] = []
    refusals: list[Refusal] = []
    first: Subject | None = None
    for person in case.persons:
        tier = person.pension.tier
        if tier is not None and not pack.has_tier(case.on.year, tier):
            raise _no_such_tier(pack, case, tier)
        subject = Subject(household, person)
        if person.dead_on(case.on):
            _try_all(plan.after_death, subject, person.id, awards, refusals)
            living = (*plan.proxy, *plan.living[person.sex])
            refusals.extend((person.id, trial.rule, _DEAD) for trial in living)
            continue
        first = first or subject
        found: list[Granted] = []
        _try_all(plan.proxy, subject, person.id, found, refusals)
        if found and found[0][1].amount is not None:
            subject.proxied_tier = _tier_of(found[0][1].amount, subject)
        _try_all(plan.living[person.sex], subject, person.id, found, refusals)
        if len(found) > 1:
            found.sort(key=_code)
        awards.extend(found)
    if first is not None:
        _try_all(plan.household, first, None, awards, refusals)
    else:
        refusals.extend((None, trial.rule, _EMPTY) for trial in plan.household)
    dibao = assess_dibao(pack, case, household.members) if case.household.assess_dibao else None
    return Assessment(pack.id, case.on, tuple(awards), tuple(refusals), dibao)


def _no_such_tier(pack: Pack, case: Case, tier: Money) -> UserError:
    return UserError(
        "{year}年没有{tier}元这一档，可选：{tiers}。",
        field="tier",
        year=case.on.year,
        tier=tier,
        tiers="、".join(str(one) for one in pack.valid_tiers(case.on.year)),
    )


def _try_all(
    trials: tuple[_Trial, ...], subject: Subject, person: str | None, found: list[Granted], refusals: list[Refusal]
) -> None:
    """Try the rules one by one; of those of one code that hold the best becomes the entitlement and names the others."""
    held: dict[str, list[tuple[_Trial, Given]]] = {}
    for trial in trials:
        for fails in trial.tests:
            why = fails(subject)
            if why is not None:
                refusals.append((person, trial.rule, why))
                break
        else:
            given = trial.give(subject)
            if isinstance(given, str):
                refusals.append((person, trial.rule, given))
            else:
                held.setdefault(trial.rule.code, []).append((trial, given))
    for fitting in held.values():
        if len(fitting) > 1:
            fitting.sort(key=_worth, reverse=True)
        trial, given = fitting[0]
        found.append((person, _award(trial, given, fitting[1:], subject), _facts(trial.rule, subject)))


def _worth(fitting: tuple[_Trial, Given]) -> int:
    amount = fitting[1].amount
    return -1 if amount is None else amount.fen


def _tier_of(amount: Money, subject: Subject) -> Money:
    """Return the tier a proxy payment counts as: its own sum where that is a tier, else the lowest (a partial payment)."""
    return amount if subject.household.pack.has_tier(subject.on.year, amount) else subject.lowest_tier()


def _award(trial: _Trial, given: Given, others: list[tuple[_Trial, Given]], subject: Subject) -> Award:
    lost = tuple([(other.rule.id, less.amount) for other, less in others]) if others else ()
    fen = None if given.amount is None else given.amount.fen
    return _made(trial, fen, given.steps, given.lacks_local_value, lost, subject.case.local.province_managed)


@lru_cache(maxsize=_KEPT)
def _made(  # noqa: PLR0917 - lru_cache is quicker by position
    trial: _Trial,
    fen: int | None,
    steps: tuple[str, ...],
    lacks_local_value: bool,
    lost: tuple[tuple[str, Money | None], ...],
    province_managed: bool,
) -> Award:
    """Return the award; one that has been made before is given again."""
    rule = trial.rule
    amount = None if fen is None else Money(fen)
    parts = None
    reasons = [trial.line, *steps]
    if rule.shares is not None and amount is not None:
        parts = rule.shares.of(amount, LocalValues(province_managed=province_managed))
        reasons.append(shares.as_text(parts))
    reasons.extend(_also(rule.id, amount, name, less) for name, less in lost)
    return Award(
        code=rule.code,
        rule=rule.id,
        amount=amount,
        per=None if amount is None else rule.per,
        shares=parts,
        needs=(*rule.needs, "local_value") if lacks_local_value else rule.needs,
        also=tuple(name for name, _ in lost),
        detail=rule.detail,
        clauses=rule.sources,
        reasons=tuple(reasons),
    )


def _also(rule: str, amount: Money | None, other: str, lost: Money | None) -> str:
    if lost is None:
        unknown = "" if amount is None else "但金额还算不出来，"
        return f"{other}也符合，{unknown}同一项只给一份，按{rule}办。"
    if lost == amount:
        return f"{other}也符合，金额相同，同一项只给一份，按{rule}办。"
    return f"{other}也符合，是{lost}元，同一项只给一份，按较高的{rule}办。"


def _code(granted: Granted) -> str:
    return granted[1].code


def _facts(rule: Rule, subject: Subject) -> tuple[str, ...]:
    """Return the facts that make the rule hold, those of every group that fits."""
    facts = [condition.holds(subject) for condition in rule.when]
    for group in rule.groups:
        for condition in group.conditions:
            if condition.fails(subject) is not None:
                break
        else:
            facts.extend([condition.holds(subject) for condition in group.conditions])
    return tuple(facts)


@lru_cache(maxsize=32)
def _plan(pack: Pack) -> _Plan:
    trials = [
        _Trial(rule, f"依据{'、'.join(rule.sources)}（{rule.id}）：{rule.says}", tuple(_tests(rule)), body.give)
        for rule, body in pack.bodies(Giving)  # type: ignore[type-abstract] # any giving body will do
    ]
    own = [trial for trial in trials if not trial.rule.per_household]
    after_death = tuple(trial for trial in own if any(isinstance(condition, Dead) for condition in trial.rule.when))
    proxy = tuple(trial for trial in own if trial.rule.code == PROXY)
    living = [trial for trial in own if trial not in after_death and trial not in proxy]
    return _Plan(
        proxy=proxy,
        living={sex: tuple(trial for trial in living if _concerns(trial.rule, sex)) for sex in ("male", "female")},
        after_death=after_death,
        household=tuple(trial for trial in trials if trial.rule.per_household),
    )


def _concerns(rule: Rule, sex: str) -> bool:
    return all(condition.sex == sex for condition in rule.when if isinstance(condition, Sex))


@lru_cache(maxsize=_KEPT)
def _joined(whys: tuple[str, ...]) -> str:
    if len(whys) == 1:
        return whys[0]
    return f"所列{len(whys)}类人都不是：{'；'.join(why.removesuffix('。') for why in whys)}。"


def _tests(rule: Rule) -> Iterator[Test]:
    """Give what a rule asks, in order: its time, its conditions, its groups, of which one must fit."""
    if rule.from_on is not None or rule.to_on is not None:
        yield partial(_not_in_force, rule)
    for condition in rule.when:
        yield condition.fails
    if rule.groups:
        yield partial(_no_group_fits, tuple(tuple(each.fails for each in group.conditions) for group in rule.groups))


def _not_in_force(rule: Rule, subject: Subject) -> str | None:
    return None if rule.in_force(subject.on) else f"这一条的执行时间不包括{subject.on}。"


def _no_group_fits(groups: tuple[tuple[Test, ...], ...], subject: Subject) -> str | None:
    whys = []
    for group in groups:
        for fails in group:
            why = fails(subject)
            if why is not None:
                whys.append(why)
                break
        else:
            return None
    return _joined(tuple(whys))
