"""The dibao part of an assessment: countable income, entry, class, sum, review, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from clerk_app.domain.dates import add_months
from clerk_app.domain.money import ZERO, Money
from clerk_app.errors import UserError
from clerk_app.policy.facts import Case, PersonFacts
from clerk_app.policy.model import DibaoOutcome, Pack, Rule
from clerk_app.policy.rules.dibao import INCOME_LABELS, DibaoClass, DibaoEntry, Disregard
from clerk_app.policy.rules.values import Review

MONTHS: Final = 12


def assess_dibao(pack: Pack, case: Case, members: tuple[PersonFacts, ...]) -> DibaoOutcome:
    """Return what section E says of the household; ``members`` are the living persons.

    Income a head is decided unrounded and shown half up to the fen. Raises UserError with the field ``local.dibao_standard``
    where the county's standard is missing. Source: 国务院令第649号 第九条, and the pack's class rule.
    """
    standard = case.local.dibao_standard
    if standard is None:
        raise UserError("要判断低保，请先填写本地低保标准（每人每月）。", field="local.dibao_standard")
    plan = _plan(pack, case.on)
    income = _count_income(plan, case)
    if not members:
        return _refused(plan, income, ZERO, "家中没有在世的成员，不能确认低保。")
    person_months = MONTHS * len(members)
    shown = _half_up(income.counted.fen, person_months)
    sum_line = f"计入的年收入{income.counted}元÷{MONTHS}个月÷{len(members)}人＝每人每月{shown}元"
    if income.counted.fen >= standard.fen * person_months:
        equal = income.counted.fen == standard.fen * person_months
        relation = f"等于低保标准{standard}元，相等不算低于" if equal else f"不低于低保标准{standard}元"
        return _refused(plan, income, shown, f"{sum_line}，{relation}，不符合条件。")
    below = f"{sum_line}，低于低保标准{standard}元。"
    if not case.household.property_within_limits:
        return _refused(plan, income, shown, below, "家庭财产没有确认符合规定，不符合条件。")
    dibao_class, why = plan.test.classify(members, case.on, perennial_hardship=case.household.perennial_hardship)
    amount, amount_line = _amount(case, dibao_class, standard, income.counted, len(members))
    months = pack.review_months(dibao_class, case.on)
    last = case.household.last_review_on
    following = None if last is None else add_months(last, months)
    review_line = f"{dibao_class}类每{months}个月复核一次" + (
        f"，上次是{last}，下次应在{following}前。" if following else "，还没有上次决定或复核的日期。"
    )
    return DibaoOutcome(
        eligible=True,
        dibao_class=dibao_class,
        countable_income_per_head=shown,
        disregarded=income.disregarded,
        amount_per_month=amount,
        review_every_months=months,
        next_review_on=following,
        rule=plan.class_rule.id,
        clauses=_each_once((*income.clauses, *plan.granted)),
        because=(*income.because, below, "家庭财产符合规定。", why, amount_line, review_line),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """A pack's dibao rules on a day: which rule leaves out which kind of income, the class test, and the clauses of an answer."""

    disregards: Mapping[str, Rule]
    class_rule: Rule
    test: DibaoClass
    entry: tuple[str, ...]
    granted: tuple[str, ...]


@lru_cache(maxsize=1024)
def _plan(pack: Pack, on: date) -> _Plan:
    disregards: dict[str, Rule] = {}
    for rule, body in pack.bodies(Disregard):
        for kind in body.kinds_on(on):
            disregards.setdefault(kind, rule)
    entry = pack.bodies(DibaoEntry)[0][0].sources
    class_rule, test = pack.bodies(DibaoClass)[0]
    reviews = [source for rule, _ in pack.bodies(Review) for source in rule.sources]
    return _Plan(disregards, class_rule, test, entry, (*entry, *class_rule.sources, *reviews))


@lru_cache(maxsize=1024)
def _each_once(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _half_up(fen: int, parts: int) -> Money:
    """Return one part of a sum that is not negative, half up to the fen."""
    return Money((2 * fen + parts) // (2 * parts))


@dataclass(frozen=True, slots=True)
class _Income:
    counted: Money
    disregarded: Money
    because: tuple[str, ...]
    clauses: tuple[str, ...]


def _count_income(plan: _Plan, case: Case) -> _Income:
    lines: list[str] = []
    used: list[str] = []
    counted = disregarded = 0
    for item in case.household.income:
        rule = plan.disregards.get(item.kind)
        if rule is None:
            counted += item.annual.fen
            continue
        disregarded += item.annual.fen
        used.extend(rule.sources)
        lines.append(f"{INCOME_LABELS[item.kind]}{item.annual}元，按{rule.id}不计入。")
    whole, part, rest = Money(counted + disregarded), Money(counted), Money(disregarded)
    return _Income(part, rest, (f"家庭年收入共{whole}元，其中计入{part}元，不计入{rest}元。", *lines), tuple(used))


def _amount(case: Case, dibao_class: str, standard: Money, counted: Money, heads: int) -> tuple[Money, str]:
    sums = case.local.class_amounts
    if sums is not None:
        each = sums.of(dibao_class)
        amount = each * heads
        return amount, f"本县{dibao_class}类每人每月{each}元，{heads}人每月共{amount}元。"
    amount = _half_up(standard.fen * MONTHS * heads - counted.fen, MONTHS)
    return amount, f"按补差计算：（标准{standard}元－人均月收入）×{heads}人＝每月{amount}元（先合计、后取整到分）。"


def _refused(plan: _Plan, income: _Income, shown: Money, *why: str) -> DibaoOutcome:
    return DibaoOutcome(
        eligible=False,
        dibao_class=None,
        countable_income_per_head=shown,
        disregarded=income.disregarded,
        amount_per_month=None,
        review_every_months=None,
        next_review_on=None,
        rule=plan.class_rule.id,
        clauses=_each_once((*income.clauses, *plan.entry)),
        because=(*income.because, *why),
    )
