"""A case from JSON, strictly: whatever the contract of ``clerk assess`` does not allow is an error with a code and a place."""

from __future__ import annotations

import codecs
import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final, NoReturn

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.income import IncomeKind
from clerk_app.policy.case_fields import (
    CaseError,
    Remembered,
    amount,
    day,
    fields,
    flag,
    identifier,
    many,
    maybe,
    month,
    one_of,
    refuse,
    repeated_key,
    shown,
    whole,
)
from clerk_app.policy.facts import (
    NO_HOUSEHOLD,
    NO_LOCAL,
    NO_MEDICAL,
    NO_PENSION,
    NO_WORK,
    Case,
    ClassAmounts,
    DisabilityFact,
    HouseholdFacts,
    IdentityFact,
    IncomeFact,
    LocalValues,
    MedicalFacts,
    PensionFacts,
    PersonFacts,
    SpendingFact,
    WorkFacts,
)
from clerk_app.policy.loader import has_pack, load_pack
from clerk_app.policy.model import Pack
from clerk_app.policy.rules.relief import ACCIDENTS
from clerk_app.policy.rules.sums import LowestTierSum

MAX_BYTES: Final = 1024 * 1024
MAX_PERSONS: Final = 200
_SPACE: Final = " \t\r\n"

# What is much the same for everyone is remembered; a birth date or a balance is read anew, because it seldom comes again.
_FLAG: Final = Remembered(flag)
_DAY: Final = Remembered(day)
_MAYBE_DAY: Final = Remembered(maybe(day))
_AMOUNT: Final = Remembered(amount)
_MAYBE_AMOUNT: Final = Remembered(maybe(amount))
_MONTHS: Final = Remembered(whole(0, 1200))
_CAPACITY: Final = Remembered(one_of(("full", "partial", "none")))
_SCHEME: Final = Remembered(maybe(one_of(("resident", "employee"))))

_IDENTITY: Final = fields(
    {
        "code": Remembered(one_of([kind.value for kind in IdentityKind], "unknown_identity")),
        "from": _DAY,
        "to": _MAYBE_DAY,
        "lifted_on": _MAYBE_DAY,
        "grade": Remembered(maybe(whole(1, 4))),
    },
    required=("code", "from"),
    renamed={"from": "from_on", "to": "to_on"},
)
_DISABILITY: Final = fields({"grade": Remembered(whole(1, 4)), "certified_on": _MAYBE_DAY}, required=("grade",))
_PENSION: Final = fields(
    {
        "scheme": _SCHEME,
        "tier": _MAYBE_AMOUNT,
        "years_paid": Remembered(maybe(whole(0, 100))),
        "receiving": _FLAG,
        "account_balance": maybe(amount),
    }
)
_MEDICAL: Final = fields({"scheme": _SCHEME})
_WORK: Final = fields(
    {
        "rural_contract": _FLAG,
        "employer_months_paid": _MONTHS,
        "contract_months": _MONTHS,
        "months_in_post": _MONTHS,
        "insurance_paid": _FLAG,
        "contract_ended": _FLAG,
        "meets_advance_payment": _FLAG,
    }
)


def _identity(value: object) -> IdentityFact:
    identity = IdentityFact(**_IDENTITY.read(value))
    if identity.to_on is not None and identity.to_on < identity.from_on:
        refuse("身份的止日早于起日，请改正。", "to")
    return identity


_PERSON: Final = fields(
    {
        "id": identifier,
        "birth_date": day,
        "sex": Remembered(one_of(("male", "female"))),
        "relation": Remembered(
            maybe(one_of(("head", "spouse", "child", "parent", "grandchild", "grandparent", "sibling", "other")))
        ),
        "marital_status": Remembered(maybe(one_of(("single", "married", "widowed", "divorced")))),
        "alive": _FLAG,
        "died_on": _MAYBE_DAY,
        "student": _FLAG,
        "labour_capacity": _CAPACITY,
        "self_care": _CAPACITY,
        "serious_illness": _FLAG,
        "chronic_illness": _FLAG,
        "identities": many(Remembered(_identity)),
        "disability": Remembered(_DISABILITY.into(DisabilityFact, or_null=None)),
        "pension": _PENSION.into(PensionFacts, or_null=NO_PENSION),
        "medical": Remembered(_MEDICAL.into(MedicalFacts, or_null=NO_MEDICAL)),
        "delivery_on": _MAYBE_DAY,
        "employed": _FLAG,
        "hospital_delivery": _FLAG,
        "work": Remembered(_WORK.into(WorkFacts, or_null=NO_WORK)),
    },
    required=("id", "birth_date", "sex"),
)
_INCOME: Final = fields(
    {"kind": Remembered(one_of([kind.value for kind in IncomeKind])), "annual": amount, "person": maybe(identifier)},
    required=("kind", "annual"),
)
_SPENDING: Final = fields({"month": Remembered(month), "amount": amount}, required=("month", "amount"))
_HOUSEHOLD: Final = fields(
    {
        "property_within_limits": _FLAG,
        "perennial_hardship": _FLAG,
        "accident": Remembered(maybe(one_of(ACCIDENTS))),
        "monthly_income_per_head": _MAYBE_AMOUNT,
        "monthly_spending_per_head": many(_SPENDING.into(SpendingFact)),
        "income": many(_INCOME.into(IncomeFact)),
        "last_review_on": _MAYBE_DAY,
        "assess_dibao": _FLAG,
    }
)
_CLASS_AMOUNTS: Final = fields(
    {"A": _AMOUNT, "B": _AMOUNT, "C": _AMOUNT}, required=("A", "B", "C"), renamed={"A": "a", "B": "b", "C": "c"}
)
_LOCAL: Final = fields(
    {
        "minimum_tier": _MAYBE_AMOUNT,
        "proxy_amount": _MAYBE_AMOUNT,
        "province_managed": _FLAG,
        "base_pension": _MAYBE_AMOUNT,
        "dibao_standard": _MAYBE_AMOUNT,
        "class_amounts": _CLASS_AMOUNTS.into(ClassAmounts, or_null=None),
        "medical_premium": _MAYBE_AMOUNT,
        "medical_aid": _MAYBE_AMOUNT,
        "medical_aid_dibao": _MAYBE_AMOUNT,
        "medical_aid_poor": _MAYBE_AMOUNT,
        "scheme_start": _MAYBE_DAY,
    }
)


def _text(value: object) -> str:
    if type(value) is not str:
        refuse("这里应是文字。")
    return value


_CASE: Final = fields(
    {
        "pack": _text,
        "on": _DAY,
        "local": Remembered(_LOCAL.into(LocalValues, or_null=NO_LOCAL)),
        "household": _HOUSEHOLD.into(HouseholdFacts, or_null=NO_HOUSEHOLD),
        "persons": many(_PERSON.into(PersonFacts), MAX_PERSONS),
    },
    required=("pack", "on", "persons"),
)


def read_case(data: bytes, root: Path | None = None, instead: Pack | None = None) -> tuple[Pack, Case]:
    """Return a case and its pack from JSON in UTF-8. Raises CaseError with a code and a path.

    Packs come from ``root``; ``instead`` is used whatever pack the case names.
    """
    if len(data) > MAX_BYTES:
        raise CaseError("too_large", "一件案例不能超过1 MiB，请分开办理。")
    parsed = _parse(data)
    try:
        case = Case(**_CASE.read(parsed))
    except CaseError:
        _refuse_repeated_keys(parsed)
        raise
    pack = _county_pack(case.pack, root) if instead is None else instead
    if instead is not None:
        case = replace(case, pack=pack.id)
    _check_persons(case, pack)
    _check_household(case)
    _check_local(case, pack)
    return pack, case


@lru_cache(maxsize=64)
def _county_pack(pack_id: str, root: Path | None) -> Pack:
    if not has_pack(pack_id, root):
        raise CaseError("unknown_pack", f"没有名为“{shown(pack_id)}”的政策包。", "pack")
    pack = load_pack(pack_id, root)
    if pack.extends is None:
        raise CaseError("unknown_pack", f"“{pack_id}”是通用的底本，不是一个地方的政策包。", "pack")
    return pack


def _parse(data: bytes) -> object:
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode().strip(_SPACE)
        value, end = _DECODER.raw_decode(text)
    except RecursionError:
        raise CaseError("invalid_json", "括号嵌套太深，不是一件案例。") from None
    except ValueError as broken:
        raise CaseError("invalid_json", f"不是完整的JSON：{shown(broken)}") from None
    if end != len(text):
        raise CaseError("invalid_json", "一件案例之后还有别的内容，请删去。")
    return value


def _refuse_repeated_keys(parsed: object) -> None:
    """Raise CaseError where a key is repeated, wherever that is: what is no JSON of ours is not searched for other mistakes."""
    left = [parsed]
    while left:
        value = left.pop()
        if isinstance(value, tuple):
            if len({key for key, _ in value}) != len(value):
                raise repeated_key()
            left.extend(inner for _, inner in value)
        elif isinstance(value, list):
            left.extend(value)


def _constant(name: str) -> NoReturn:
    raise CaseError("invalid_json", f"{name} 不是JSON里的数。")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=tuple, parse_constant=_constant, parse_int=str.encode, parse_float=str.encode
)
"""Gives objects and numbers as ``case_fields`` reads them, without a step in Python for each."""


def _check_persons(case: Case, pack: Pack) -> None:
    if not case.persons:
        refuse("至少要有一个人。", "persons")
    seen: set[str] = set()
    for index, person in enumerate(case.persons):
        if person.id in seen:
            raise CaseError("duplicate_person", f"编号“{shown(person.id)}”用了两次。", f"persons[{index}].id")
        seen.add(person.id)
        if person.birth_date > case.on:
            refuse("出生日期在所问日期之后，请核对。", f"persons[{index}].birth_date")
        if person.died_on is not None and person.died_on < person.birth_date:
            refuse("去世日期早于出生日期，请核对。", f"persons[{index}].died_on")
        tier = person.pension.tier
        if tier is not None and not pack.has_tier(case.on.year, tier):
            listed = "、".join(str(one) for one in pack.valid_tiers(case.on.year))
            sentence = f"{case.on.year}年没有{tier}元这一档，可选：{listed}。"
            raise CaseError("invalid_tier", sentence, f"persons[{index}].pension.tier")


def _check_household(case: Case) -> None:
    if case.household is NO_HOUSEHOLD:
        return
    ids = {person.id for person in case.persons}
    for index, item in enumerate(case.household.income):
        if item.person is not None and item.person not in ids:
            refuse(f"收入所属的“{shown(item.person)}”不在这一户。", f"household.income[{index}].person")
    months: set[object] = set()
    for index, spending in enumerate(case.household.monthly_spending_per_head):
        if spending.month in months:
            refuse("同一个月写了两次。", f"household.monthly_spending_per_head[{index}].month")
        months.add(spending.month)


def _check_local(case: Case, pack: Pack) -> None:
    local = case.local
    if case.household.assess_dibao and local.dibao_standard is None:
        raise CaseError("missing_field", "要判断低保，请先填写本地低保标准（每人每月）。", "local.dibao_standard")
    if local.proxy_amount is not None and pack.bodies(LowestTierSum):
        lowest = pack.minimum_tier(case.on.year, local)
        if local.proxy_amount > lowest:
            refuse(f"代缴金额{local.proxy_amount}元超过了最低缴费档次{lowest}元。", "local.proxy_amount")
