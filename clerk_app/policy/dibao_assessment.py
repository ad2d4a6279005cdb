"""The dibao part of an assessment: countable income, entry, class, sum, review, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
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
    income = _count_income(pack, case)
    entry_rule, _ = pack.bodies(DibaoEntry)[0]
    class_rule, test = pack.bodies(DibaoClass)[0]
    if not members:
        because = (*income.because, "家中没有在世的成员，不能确认低保。")
        return _refused(class_rule, (*income.clauses, *entry_rule.sources), income, ZERO, because)
    a_head = Fraction(income.counted.fen, MONTHS * len(members))
    shown = Money.rounded(a_head)
    sum_line = f"计入的年收入{income.counted}元÷12个月÷{len(members)}人＝每人每月{shown}元"
    clauses = (*income.clauses, *entry_rule.sources)
    if a_head >= standard.fen:
        relation = "等于低保标准{}元，相等不算低于" if a_head == standard.fen else "不低于低保标准{}元"
        low = f"{sum_line}，{relation.format(standard)}，不符合条件。"
        return _refused(class_rule, clauses, income, shown, (*income.because, low))
    below = f"{sum_line}，低于低保标准{standard}元。"
    if not case.household.property_within_limits:
        return _refused(
            class_rule, clauses, income, shown, (*income.because, below, "家庭财产没有确认符合规定，不符合条件。")
        )
    dibao_class, why = test.classify(members, case.on, perennial_hardship=case.household.perennial_hardship)
    amount, amount_line = _amount(case, dibao_class, standard, a_head, len(members))
    months = pack.review_months(dibao_class, case.on)
    last = case.household.last_review_on
    following = None if last is None else add_months(last, months)
    review_line = f"{dibao_class}类每{months}个月复核一次" + (
        f"，上次是{last}，下次应在{following}前。" if following else "，还没有上次决定或复核的日期。"
    )
    review_sources = [source for rule, _ in pack.bodies(Review) for source in rule.sources]
    return DibaoOutcome(
        eligible=True,
        dibao_class=dibao_class,
        countable_income_per_head=shown,
        disregarded=income.disregarded,
        amount_per_month=amount,
        review_every_months=months,
        next_review_on=following,
        rule=class_rule.id,
        clauses=tuple(dict.fromkeys((*clauses, *class_rule.sources, *review_sources))),
        because=(*income.because, below, "家庭财产符合规定。", why, amount_line, review_line),
    )


@dataclass(frozen=True, slots=True)
class _Income:
    counted: Money
    disregarded: Money
    because: tuple[str, ...]
    clauses: tuple[str, ...]


def _count_income(pack: Pack, case: Case) -> _Income:
    reasons: dict[str, Rule] = {}
    for rule, body in pack.bodies(Disregard):
        for kind in body.kinds_on(case.on):
            reasons.setdefault(kind, rule)
    lines: list[str] = []
    used: list[str] = []
    counted = disregarded = ZERO
    for item in case.household.income:
        rule_or_none = reasons.get(item.kind)
        label = INCOME_LABELS[item.kind]
        if rule_or_none is None:
            counted += item.annual
            continue
        disregarded += item.annual
        used.extend(rule_or_none.sources)
        lines.append(f"{label}{item.annual}元不计入（{rule_or_none.id}）。")
    lines.insert(0, f"家庭年收入共{counted + disregarded}元，其中计入{counted}元，不计入{disregarded}元。")
    return _Income(counted, disregarded, tuple(lines), tuple(used))


def _amount(case: Case, dibao_class: str, standard: Money, a_head: Fraction, heads: int) -> tuple[Money, str]:
    sums = case.local.class_amounts
    if sums is not None:
        each = sums.of(dibao_class)
        amount = each * heads
        return amount, f"本县{dibao_class}类每人每月{each}元，{heads}人每月共{amount}元。"
    amount = Money.rounded((standard.fen - a_head) * heads)
    return amount, f"按补差计算：（标准{standard}元－人均月收入）×{heads}人＝每月{amount}元（先合计、后取整到分）。"


def _refused(
    rule: Rule, clauses: tuple[str, ...], income: _Income, shown: Money, because: tuple[str, ...]
) -> DibaoOutcome:
    return DibaoOutcome(
        eligible=False,
        dibao_class=None,
        countable_income_per_head=shown,
        disregarded=income.disregarded,
        amount_per_month=None,
        review_every_months=None,
        next_review_on=None,
        rule=rule.id,
        clauses=tuple(dict.fromkeys(clauses)),
        because=because,
    )
