"""Every error of the contract, with its code and place; hostile text ends in an error object, never in a traceback."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clerk_app.domain.money import Money
from clerk_app.policy.case_fields import CaseError
from clerk_app.policy.case_reader import MAX_BYTES, read_case
from clerk_app.policy.evaluator import assess
from clerk_app.policy.loader import load_pack
from clerk_app.policy.result_writer import error_line, result_line
from tests.unit.policy.builders import Json, a_case, a_person, identity


def encode(case: object) -> bytes:
    return json.dumps(case, ensure_ascii=False).encode()


def test_another_pack_is_used_whatever_the_case_names() -> None:
    pack, case = read_case(encode(full_case()), instead=load_pack("hebei"))
    assert (pack.id, case.pack) == ("hebei", "hebei")


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(CaseError) as refused:
        read_case(data)
    written = json.loads(error_line(refused.value))["error"]
    assert written["message"]
    assert (written["code"], written["path"]) == (refused.value.code, refused.value.path)
    return refused.value.code, refused.value.path


def full_case() -> Json:
    return {
        "pack": "yaoan",
        "on": "2018-06-30",
        "local": {
            "minimum_tier": "100.00",
            "proxy_amount": "100.00",
            "province_managed": False,
            "base_pension": "88.00",
            "dibao_standard": "291.67",
            "class_amounts": {"A": "300.00", "B": "200.00", "C": "100.00"},
            "medical_premium": "180.00",
            "medical_aid": "180.00",
            "medical_aid_dibao": "90.00",
            "medical_aid_poor": "90.00",
            "scheme_start": "2011-07-01",
        },
        "household": {
            "property_within_limits": True,
            "perennial_hardship": False,
            "accident": None,
            "monthly_income_per_head": "300.00",
            "monthly_spending_per_head": [{"month": "2018-03", "amount": "950.00"}],
            "income": [{"kind": "wage", "annual": "12000.00", "person": "p1"}],
            "last_review_on": None,
            "assess_dibao": True,
        },
        "persons": [
            {
                "id": "p1",
                "birth_date": "1957-02-28",
                "sex": "male",
                "relation": "head",
                "marital_status": "married",
                "alive": True,
                "died_on": None,
                "student": False,
                "labour_capacity": "full",
                "self_care": "full",
                "serious_illness": False,
                "chronic_illness": False,
                "identities": [
                    {"code": "registered_poor", "from": "2014-01-01", "to": None, "lifted_on": None, "grade": None}
                ],
                "disability": {"grade": 2, "certified_on": "2010-05-01"},
                "pension": {
                    "scheme": "resident",
                    "tier": "300",
                    "years_paid": 17,
                    "receiving": False,
                    "account_balance": "3525.00",
                },
                "medical": {"scheme": "resident"},
                "delivery_on": None,
                "employed": False,
                "hospital_delivery": False,
                "work": {
                    "rural_contract": False,
                    "employer_months_paid": 0,
                    "contract_months": 0,
                    "months_in_post": 0,
                    "insurance_paid": False,
                    "contract_ended": False,
                    "meets_advance_payment": False,
                },
            }
        ],
    }


def put(case: Json, path: str, value: object) -> Json:
    """Return the case with one place changed; ``persons.0.sex`` names a place."""
    changed = copy.deepcopy(case)
    at: Any = changed
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in above:
        at = at[part]
    at[last] = value
    return changed


def leaves(value: object, path: str = "") -> list[str]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, f"{path}.{key}" if path else key)]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, f"{path}.{index}")]
    return [path]


def as_written(path: str) -> str:
    """Return a place as the contract writes it, ``persons[0].sex``."""
    return "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in path.split(".")).lstrip(".")


def test_case_when_every_field_is_given_is_read() -> None:
    pack, case = read_case(encode(full_case()))
    assert (pack.id, case.persons[0].pension.tier, case.local.medical_premium) == (
        "yaoan",
        Money.yuan(300),
        Money(18000),
    )
    assert case.household.income[0].annual == Money.yuan(12000)
    assert assess(pack, case).dibao is not None


def test_case_when_only_the_required_is_given_is_read() -> None:
    case: Json = {
        "pack": "hebei",
        "on": "2018-06-30",
        "persons": [{"id": "p1", "birth_date": "1970-01-01", "sex": "male"}],
    }
    _, read = read_case(encode(case))
    person = read.persons[0]
    assert (person.alive, person.labour_capacity, person.pension.scheme, person.identities) == (True, "full", None, ())
    assert read.household.assess_dibao is False


@pytest.mark.parametrize("part", ["local", "household", "persons.0.pension", "persons.0.medical", "persons.0.work"])
def test_object_when_null_is_as_if_missing(part: str) -> None:
    case = put(full_case(), part, None)
    case["household"] = {**(case["household"] or {}), "assess_dibao": False}
    read_case(encode(case))


NULLABLE = {
    "relation", "marital_status", "died_on", "to", "lifted_on", "grade", "certified_on", "scheme", "tier", "years_paid",
    "account_balance", "delivery_on", "accident", "monthly_income_per_head", "person", "last_review_on", "minimum_tier",
    "proxy_amount", "base_pension", "dibao_standard", "medical_premium", "medical_aid", "medical_aid_dibao",
    "medical_aid_poor", "scheme_start",
}  # fmt: skip
WRONG: tuple[object, ...] = (1.5, [], {}, "x" * 101, "", -1, 10**30, True, False, None)


def at(case: object, path: str) -> Any:
    for part in path.split("."):
        case = case[int(part) if part.isdigit() else part]  # type: ignore[index] # a place of the case
    return case


def wrong_values() -> list[tuple[str, object]]:
    """Every field of a case with every value that it must refuse."""
    right = full_case()
    return [
        (path, wrong)
        for path in leaves(right)
        for wrong in WRONG
        if not (isinstance(wrong, bool) and isinstance(at(right, path), bool))
        and not (wrong is None and path.split(".")[-1] in NULLABLE and path != "persons.0.disability.grade")
    ]


@pytest.mark.parametrize(("path", "wrong"), wrong_values())
def test_field_when_of_a_wrong_kind_is_refused_at_its_place(path: str, wrong: object) -> None:
    text_codes = {"persons.0.identities.0.code": "unknown_identity", "pack": "unknown_pack"}
    code = text_codes.get(path, "invalid_value") if isinstance(wrong, str) else "invalid_value"
    assert refusal(encode(put(full_case(), path, wrong))) == (code, as_written(path))


@pytest.mark.parametrize(
    "place",
    [
        "",
        "local",
        "household",
        "persons.0",
        "persons.0.identities.0",
        "persons.0.disability",
        "persons.0.pension",
        "persons.0.medical",
        "persons.0.work",
        "local.class_amounts",
        "household.income.0",
        "household.monthly_spending_per_head.0",
    ],
)
def test_key_when_unknown_is_refused_at_its_place(place: str) -> None:
    path = f"{place}.birthdate" if place else "birthdate"
    assert refusal(encode(put(full_case(), path, "1957-02-28"))) == ("unknown_field", as_written(path))


@pytest.mark.parametrize(
    "path",
    [
        "pack",
        "on",
        "persons",
        "persons.0.id",
        "persons.0.birth_date",
        "persons.0.sex",
        "persons.0.identities.0.code",
        "persons.0.identities.0.from",
        "persons.0.disability.grade",
        "household.income.0.kind",
        "household.income.0.annual",
        "household.monthly_spending_per_head.0.month",
        "household.monthly_spending_per_head.0.amount",
        "local.class_amounts.B",
    ],
)
def test_key_when_required_and_missing_is_named(path: str) -> None:
    case = full_case()
    at: Any = case
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in above:
        at = at[part]
    del at[last]
    assert refusal(encode(case)) == ("missing_field", as_written(path))


def test_dibao_when_the_standard_is_missing_is_named() -> None:
    assert refusal(encode(put(full_case(), "local.dibao_standard", None))) == ("missing_field", "local.dibao_standard")


@pytest.mark.parametrize("pack", ["national", "henan", "../yaoan", "YAOAN", "", "yaoan\x00", "名" * 200])
def test_pack_when_unknown_is_refused(pack: str) -> None:
    assert refusal(encode(put(full_case(), "pack", pack))) == ("unknown_pack", "pack")


@pytest.mark.parametrize(
    ("pack", "on", "tier"),
    [
        ("huizhou", "2018-06-30", "100.00"),
        ("huizhou", "2018-06-30", "1200"),
        ("huizhou", "2018-06-30", "0"),
        ("yaoan", "2018-06-30", "3000.00"),
        ("yaoan", "2018-06-30", "250"),
        ("yaoan", "2018-06-30", "300.01"),
    ],
)
def test_tier_when_not_in_the_list_is_invalid(pack: str, on: str, tier: str) -> None:
    case = put(put(put(full_case(), "pack", pack), "on", on), "persons.0.pension.tier", tier)
    assert refusal(encode(case)) == ("invalid_tier", "persons[0].pension.tier")


def test_tier_when_the_second_person_s_is_wrong_names_the_second() -> None:
    case = a_case("yaoan", "2018-06-30", a_person(), a_person("p2", pension={"tier": "1"}))
    assert refusal(encode(case)) == ("invalid_tier", "persons[1].pension.tier")


def test_person_when_an_id_is_used_twice_is_refused() -> None:
    assert refusal(encode(a_case("yaoan", "2018-06-30", a_person(), a_person()))) == (
        "duplicate_person",
        "persons[1].id",
    )


@pytest.mark.parametrize("path", ["persons", "persons.0.identities", "household.income"])
@pytest.mark.parametrize("wrong", [{}, "x", 1, None])
def test_list_when_of_another_kind_is_refused(path: str, wrong: object) -> None:
    assert refusal(encode(put(full_case(), path, wrong))) == ("invalid_value", as_written(path))


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"birth_date": "2018-07-01"}, "persons[0].birth_date"),
        ({"died_on": "1949-12-31", "birth_date": "1950-01-01"}, "persons[0].died_on"),
        ({"identities": [identity("dibao", "2018-01-02", to="2018-01-01")]}, "persons[0].identities[0].to"),
        ({"id": "a\u0007"}, "persons[0].id"),
        ({"id": " "}, "persons[0].id"),
        ({"id": "x" * 101}, "persons[0].id"),
        ({"birth_date": "1849-12-31"}, "persons[0].birth_date"),
        ({"birth_date": "2018-02-29"}, "persons[0].birth_date"),
        ({"birth_date": "2018-2-28"}, "persons[0].birth_date"),
        ({"birth_date": "2018-W26-6"}, "persons[0].birth_date"),
        ({"birth_date": "２０１８-01-01"}, "persons[0].birth_date"),
        ({"disability": {"grade": 5}}, "persons[0].disability.grade"),
        ({"disability": {"grade": 0}}, "persons[0].disability.grade"),
        ({"disability": {"grade": True}}, "persons[0].disability.grade"),
        ({"pension": {"years_paid": 17.0}}, "persons[0].pension.years_paid"),
        ({"pension": {"account_balance": "1.001"}}, "persons[0].pension.account_balance"),
        ({"pension": {"account_balance": "-1.00"}}, "persons[0].pension.account_balance"),
        ({"pension": {"account_balance": "1,000.00"}}, "persons[0].pension.account_balance"),
        ({"pension": {"account_balance": "９"}}, "persons[0].pension.account_balance"),
        ({"pension": {"account_balance": "1" * 13}}, "persons[0].pension.account_balance"),
        ({"pension": {"account_balance": 5}}, "persons[0].pension.account_balance"),
    ],
)
def test_person_when_a_fact_cannot_be_is_refused(change: Json, path: str) -> None:
    assert refusal(encode(a_case("yaoan", "2018-06-30", {**a_person(), **change}))) == ("invalid_value", path)


@pytest.mark.parametrize("on", ["9999-12-31", "2200-01-01", "0001-01-01", "1849-12-31", "2018-13-01", "2018-06-31"])
def test_day_when_out_of_range_or_not_in_the_calendar_is_refused(on: str) -> None:
    assert refusal(encode(put(full_case(), "on", on))) == ("invalid_value", "on")


def test_persons_when_none_are_refused() -> None:
    assert refusal(encode({"pack": "yaoan", "on": "2018-06-30", "persons": []})) == ("invalid_value", "persons")


@pytest.mark.parametrize(("count", "fits"), [(200, True), (201, False)])
def test_persons_when_over_two_hundred_are_too_many(count: int, fits: bool) -> None:
    data = encode(a_case("yaoan", "2018-06-30", *(a_person(f"p{number}") for number in range(count))))
    if fits:
        assert len(read_case(data)[1].persons) == count
    else:
        assert refusal(data) == ("too_large", "persons")


@pytest.mark.parametrize(("spare", "fits"), [(0, True), (1, False)])
def test_case_when_over_a_mebibyte_is_too_large(spare: int, fits: bool) -> None:
    data = encode(full_case())
    padded = data + b" " * (MAX_BYTES - len(data) + spare)
    if fits:
        assert read_case(padded)[0].id == "yaoan"
    else:
        assert refusal(padded) == ("too_large", "")


def test_identities_when_a_million_are_too_large() -> None:
    line = b'{"code":"dibao","from":"2014-01-01"},' * 1_000_000
    assert refusal(b'{"persons":[{"identities":[' + line) == ("too_large", "")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"income": [{"kind": "wage", "annual": "1.00", "person": "p9"}]}, "household.income[0].person"),
        (
            {"monthly_spending_per_head": [{"month": "2018-03", "amount": "1"}] * 2},
            "household.monthly_spending_per_head[1].month",
        ),
        (
            {"monthly_spending_per_head": [{"month": "2018-13", "amount": "1"}]},
            "household.monthly_spending_per_head[0].month",
        ),
        (
            {"monthly_spending_per_head": [{"month": "2018-3", "amount": "1"}]},
            "household.monthly_spending_per_head[0].month",
        ),
        ({"accident": "flood"}, "household.accident"),
    ],
)
def test_household_when_a_fact_cannot_be_is_refused(change: Json, path: str) -> None:
    assert refusal(encode(a_case("yaoan", "2018-06-30", household=change))) == ("invalid_value", path)


@pytest.mark.parametrize(
    ("pack", "local", "fits"),
    [
        ("shandong", {"proxy_amount": "100.00"}, True),
        ("shandong", {"proxy_amount": "100.01"}, False),
        ("hunan", {"proxy_amount": "200.01", "minimum_tier": "200.00"}, False),
        ("hunan", {"proxy_amount": "200.00", "minimum_tier": "200.00"}, True),
        ("yaoan", {"proxy_amount": "5000.00"}, True),
    ],
)
def test_proxy_amount_when_over_the_minimum_tier_is_refused_where_it_counts(pack: str, local: Json, fits: bool) -> None:
    data = encode(a_case(pack, "2018-06-30", local=local))
    if fits:
        read_case(data)
    else:
        assert refusal(data) == ("invalid_value", "local.proxy_amount")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"nonsense",
        b"\xff\xfe{}",
        b'{"pack": NaN}',
        b'{"pack": Infinity}',
        b'{"pack": -Infinity}',
        b'{"pack": "yaoan", "pack": "hebei"}',
        b'{"persons": [{"id": "a", "id": "b"}]}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"{} {}",
        b"{'pack': 1}",
    ],
)
def test_json_when_broken_is_invalid_json(data: bytes) -> None:
    assert refusal(data) == ("invalid_json", "")


@pytest.mark.parametrize("data", [b"[]", b"null", b"1", b'"x"', b"true"])
def test_json_when_not_an_object_is_an_invalid_value(data: bytes) -> None:
    assert refusal(data) == ("invalid_value", "")


@pytest.mark.parametrize("depth", range(940, 1000, 3))
def test_json_when_nested_to_the_edge_of_what_can_be_read_is_refused(depth: int) -> None:
    data = b'{"pack":"yaoan","on":' + b"[" * depth + b"]" * depth + b"}"
    assert refusal(data) in {("invalid_json", ""), ("invalid_value", "on")}


def test_json_when_it_begins_with_a_byte_order_mark_is_read() -> None:
    assert read_case(b"\xef\xbb\xbf" + encode(full_case()))[0].id == "yaoan"


@pytest.mark.parametrize("number", ["1" * 5000, "-" + "9" * 30, "1e400", "1E-5"])
def test_number_when_huge_is_an_invalid_value(number: str) -> None:
    data = '{"pack":"yaoan","on":"2018-06-30","persons":[{"id":"p1","birth_date":"1970-01-01","sex":"male",'
    data += f'"pension":{{"years_paid":{number}}}}}]}}'
    assert refusal(data.encode()) == ("invalid_value", "persons[0].pension.years_paid")


def test_key_when_it_cannot_be_printed_is_shown_safely() -> None:
    code, path = refusal(b'{"\\ud800\\u0007": 1}')
    assert (code, path) == ("unknown_field", "??")


def test_facts_when_remembered_are_not_mixed_up_by_equal_values() -> None:
    for grade in (1, 2, 1):
        data = encode(a_case("yaoan", "2018-06-30", a_person(disability={"grade": grade})))
        card = read_case(data)[1].persons[0].disability
        assert card is not None
        assert card.grade == grade
    for wrong in (True, 1.0, "1"):
        data = encode(a_case("yaoan", "2018-06-30", a_person(disability={"grade": wrong})))
        assert refusal(data) == ("invalid_value", "persons[0].disability.grade")


def test_facts_when_more_are_seen_than_are_kept_are_read_all_the_same() -> None:
    for number in range(4200):
        first = f"{1900 + number // 365:04d}-01-01"
        last = f"{2100 + number // 60 % 60:04d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        data = encode(a_case("hebei", "2018-06-30", a_person(identities=[identity("dibao", first, to=last)])))
        assert str(read_case(data)[1].persons[0].identities[0].to_on) == last


RESULT_KEYS = {"pack", "on", "entitlements", "not_met", "dibao", "errors"}


def answer(data: bytes) -> str:
    try:
        return result_line(assess(*read_case(data)))
    except CaseError as error:
        return error_line(error)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from([*leaves(full_case()), "persons", "persons.0", "household", "local"]), value=ANYTHING)
@example(path="persons.0.id", value="\ud800")
def test_case_when_any_value_stands_anywhere_ends_in_a_result_or_an_error(path: str, value: object) -> None:
    data = json.dumps(put(full_case(), path, value)).encode()
    assert json.loads(answer(data).encode("utf-8")).keys() in ({"error"}, RESULT_KEYS)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_when_arbitrary_are_an_error(data: bytes) -> None:
    with pytest.raises(CaseError):
        read_case(data)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_text_when_cut_or_doubled_never_fails_otherwise(data: st.DataObject) -> None:
    text = encode(full_case())
    start = data.draw(st.integers(0, len(text)))
    till = data.draw(st.integers(0, len(text)))
    assert json.loads(answer(text[:start] + text[till:])).keys() in ({"error"}, RESULT_KEYS)
