"""A case from JSON, strictly: whatever the contract of ``clerk assess`` does not allow is an error with a code and a place."""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NoReturn

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.income import IncomeKind
from clerk_app.policy.case_fields import (
    CaseError,
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
    remembered,
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
_LONGEST_NUMBER: Final = 18
_SPACE: Final = " \t\r\n"

_CAPACITY: Final = one_of(("full", "partial", "none"))
_SCHEME: Final = maybe(one_of(("resident", "employee")))

_IDENTITY: Final = fields(
    {
        "code": one_of([kind.value for kind in IdentityKind], "unknown_identity"),
        "from": day,
        "to": maybe(day),
        "lifted_on": maybe(day),
        "grade": maybe(whole(1, 4)),
    },
    required=("code", "from"),
    renamed={"from": "from_on", "to": "to_on"},
)
_DISABILITY: Final = fields({"grade": whole(1, 4), "certified_on": maybe(day)}, required=("grade",))
_PENSION: Final = fields(
    {
        "scheme": _SCHEME,
        "tier": maybe(amount),
        "years_paid": maybe(whole(0, 100)),
        "receiving": flag,
        "account_balance": maybe(amount),
    }
)
_MEDICAL: Final = fields({"scheme": _SCHEME})
_WORK: Final = fields(
    {
        "rural_contract": flag,
        "employer_months_paid": whole(0, 1200),
        "contract_months": whole(0, 1200),
        "months_in_post": whole(0, 1200),
        "insurance_paid": flag,
        "contract_ended": flag,
        "meets_advance_payment": flag,
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
        "sex": one_of(("male", "female")),
        "relation": maybe(
            one_of(("head", "spouse", "child", "parent", "grandchild", "grandparent", "sibling", "other"))
        ),
        "marital_status": maybe(one_of(("single", "married", "widowed", "divorced"))),
        "alive": flag,
        "died_on": maybe(day),
        "student": flag,
        "labour_capacity": _CAPACITY,
        "self_care": _CAPACITY,
        "serious_illness": flag,
        "chronic_illness": flag,
        "identities": many(remembered(_identity)),
        "disability": remembered(_DISABILITY.into(DisabilityFact), or_null=None),
        "pension": _PENSION.into(PensionFacts, or_null=NO_PENSION),
        "medical": remembered(_MEDICAL.into(MedicalFacts), or_null=NO_MEDICAL),
        "delivery_on": maybe(day),
        "employed": flag,
        "hospital_delivery": flag,
        "work": remembered(_WORK.into(WorkFacts), or_null=NO_WORK),
    },
    required=("id", "birth_date", "sex"),
)
_INCOME: Final = fields(
    {"kind": one_of([kind.value for kind in IncomeKind]), "annual": amount, "person": maybe(identifier)},
    required=("kind", "annual"),
)
_SPENDING: Final = fields({"month": month, "amount": amount}, required=("month", "amount"))
_HOUSEHOLD: Final = fields(
    {
        "property_within_limits": flag,
        "perennial_hardship": flag,
        "accident": maybe(one_of(ACCIDENTS)),
        "monthly_income_per_head": maybe(amount),
        "monthly_spending_per_head": many(_SPENDING.into(SpendingFact)),
        "income": many(_INCOME.into(IncomeFact)),
        "last_review_on": maybe(day),
        "assess_dibao": flag,
    }
)
_CLASS_AMOUNTS: Final = fields(
    {"A": amount, "B": amount, "C": amount}, required=("A", "B", "C"), renamed={"A": "a", "B": "b", "C": "c"}
)
_LOCAL: Final = fields(
    {
        "minimum_tier": maybe(amount),
        "proxy_amount": maybe(amount),
        "province_managed": flag,
        "base_pension": maybe(amount),
        "dibao_standard": maybe(amount),
        "class_amounts": _CLASS_AMOUNTS.into(ClassAmounts, or_null=None),
        "medical_premium": maybe(amount),
        "medical_aid": maybe(amount),
        "medical_aid_dibao": maybe(amount),
        "medical_aid_poor": maybe(amount),
        "scheme_start": maybe(day),
    }
)


def _text(value: object) -> str:
    if type(value) is not str:
        refuse("这里应是文字。")
    return value


_CASE: Final = fields(
    {
        "pack": _text,
        "on": day,
        "local": remembered(_LOCAL.into(LocalValues), or_null=NO_LOCAL),
        "household": _HOUSEHOLD.into(HouseholdFacts, or_null=NO_HOUSEHOLD),
        "persons": many(_PERSON.into(PersonFacts), MAX_PERSONS),
    },
    required=("pack", "on", "persons"),
)


def read_case(data: bytes, root: Path | None = None) -> tuple[Pack, Case]:
    """Return a case and its pack from JSON in UTF-8. Raises CaseError with a code and a path; packs come from ``root``."""
    if len(data) > MAX_BYTES:
        raise CaseError("too_large", "一件案例不能超过1 MiB，请分开办理。")
    case = Case(**_CASE.read(_parse(data)))
    pack = _county_pack(case.pack, root)
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


def _object(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise CaseError("invalid_json", "同一个对象里有重复的键，请只留一个。")
    return read


def _constant(name: str) -> NoReturn:
    raise CaseError("invalid_json", f"{name} 不是JSON里的数。")


def _integer(text: str) -> float:
    # A number of thousands of digits would make int() slow or fail; whatever is so long is out of every range anyway.
    return int(text) if len(text) <= _LONGEST_NUMBER else math.inf


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer)


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
