"""An assessment, or an error, as JSON by the contract of ``clerk assess``; a list writes the same sentences many times, so they are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Final

from clerk_app.domain.dates import iso
from clerk_app.domain.money import Money
from clerk_app.policy.case_fields import CaseError
from clerk_app.policy.model import Assessment, Award, DibaoOutcome, Granted, Refusal, Rule
from clerk_app.policy.subject import day_text

_quote: Final = encode_basestring
_KEPT: Final = 2048
_sentence: Final = lru_cache(maxsize=_KEPT)(encode_basestring)


def _texts(texts: tuple[str, ...]) -> str:
    return f"[{','.join(map(_quote, texts))}]"


def _maybe(text: str | None) -> str:
    return "null" if text is None else _quote(text)


def _money(amount: Money | None) -> str:
    return "null" if amount is None else f'"{amount}"'


def _shares(parts: Mapping[str, Money] | None) -> str:
    return (
        "null" if parts is None else f"{{{','.join(f'{_quote(name)}:{_money(part)}' for name, part in parts.items())}}}"
    )


def _entitlements(awards: tuple[Granted, ...]) -> str:
    pieces = []
    for person, award, facts in awards:
        before, after, reasons = _around_owner(award)
        because = ",".join(map(_sentence, facts)) + "," if facts else ""
        pieces.append(f"{before}{_maybe(person)}{after}{because}{reasons}")
    return ",".join(pieces)


@lru_cache(maxsize=_KEPT)
def _around_owner(award: Award) -> tuple[str, str, str]:
    detail = "" if award.detail is None else f',"detail":{json.dumps(award.detail, ensure_ascii=False)}'
    before = f'{{"code":{_quote(award.code)},"person":'
    after = (
        f',"rule":{_quote(award.rule)},"amount":{_money(award.amount)},"per":{_maybe(award.per)},'
        f'"shares":{_shares(award.shares)}{detail},"needs":{_texts(award.needs)},"also":{_texts(award.also)},'
        f'"clauses":{_texts(award.clauses)},"because":['
    )
    return before, after, f"{','.join(map(_quote, award.reasons))}]}}"


@lru_cache(maxsize=_KEPT)
def _around_person(rule: Rule, why: str) -> tuple[str, str]:
    return f'{{"code":{_quote(rule.code)},"person":', f',"rule":{_quote(rule.id)},"because":[{_quote(why)}]}}'


def _not_met(refusals: tuple[Refusal, ...]) -> str:
    pieces = []
    owner, written = None, "null"
    for person, rule, why in refusals:
        if person is not owner:
            owner, written = person, _maybe(person)
        before, after = _around_person(rule, why)
        pieces.append(f"{before}{written}{after}")
    return ",".join(pieces)


def _dibao(outcome: DibaoOutcome | None) -> str:
    if outcome is None:
        return "null"
    months = outcome.review_every_months
    return (
        f'{{"eligible":{"true" if outcome.eligible else "false"},"class":{_maybe(outcome.dibao_class)},'
        f'"countable_income_per_head":{_money(outcome.countable_income_per_head)},'
        f'"disregarded":{_money(outcome.disregarded)},"amount_per_month":{_money(outcome.amount_per_month)},'
        f'"review_every_months":{"null" if months is None else months},'
        f'"next_review_on":{_maybe(iso(outcome.next_review_on))},"rule":{_quote(outcome.rule)},'
        f'"clauses":{_texts(outcome.clauses)},"because":{_texts(outcome.because)}}}'
    )


def result_line(assessment: Assessment) -> str:
    """Return the result as one line of JSON."""
    return (
        f'{{"pack":{_quote(assessment.pack)},"on":"{day_text(assessment.on)}",'
        f'"entitlements":[{_entitlements(assessment.awards)}],'
        f'"not_met":[{_not_met(assessment.refusals)}],'
        f'"dibao":{_dibao(assessment.dibao)},"errors":[]}}'
    )


def error_line(error: CaseError) -> str:
    """Return an error as one line of JSON."""
    body = {"code": error.code, "path": error.path, "message": error.message}
    return json.dumps({"error": body}, ensure_ascii=False)
