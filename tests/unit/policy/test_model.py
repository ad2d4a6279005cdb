"""Local values from settings, facts made in Python as the window makes them, and what an answer says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.evaluator import assess
from clerk_app.policy.loader import load_pack
from clerk_app.policy.model import (
    LOCAL_NAMES,
    Case,
    ClassAmounts,
    HouseholdFacts,
    IdentityFact,
    LocalValues,
    PensionFacts,
    PersonFacts,
)
from clerk_app.policy.result_writer import result_line

DAY = date(2018, 6, 30)


def test_local_values_when_text_is_given_are_read() -> None:
    local = LocalValues.of(
        {
            "minimum_tier": "200",
            "province_managed": "是",
            "dibao_standard": " 291.67 ",
            "scheme_start": "2011-07-01",
            "class_amounts": '{"A": "300.00", "B": "200", "C": "100.00"}',
            "medical_premium": "",
        }
    )
    assert local.minimum_tier == Money.yuan(200)
    assert local.province_managed
    assert local.dibao_standard == Money(29167)
    assert local.scheme_start == date(2011, 7, 1)
    assert local.class_amounts == ClassAmounts(a=Money.yuan(300), b=Money.yuan(200), c=Money.yuan(100))
    assert local.medical_premium is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("1", True), ("false", False), ("否", False), ("", False)])
def test_local_flag_when_written_either_way_is_read(text: str, value: bool) -> None:
    assert LocalValues.of({"province_managed": text}).province_managed is value


def test_local_names_when_listed_are_the_contract_s() -> None:
    expected = "minimum_tier proxy_amount province_managed base_pension dibao_standard class_amounts medical_premium"
    assert " ".join(LOCAL_NAMES) == f"{expected} medical_aid medical_aid_dibao medical_aid_poor scheme_start"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("minimum_teir", "100"),
        ("minimum_tier", "many"),
        ("minimum_tier", "-1"),
        ("province_managed", "maybe"),
        ("scheme_start", "2011"),
        ("class_amounts", "300"),
        ("class_amounts", "{"),
        ("class_amounts", "[" * 100_000),
        ("class_amounts", '{"A": "1"}'),
        ("class_amounts", '{"A": "1", "B": "2", "C": "x"}'),
    ],
)
def test_local_values_when_they_cannot_be_read_name_the_field(name: str, text: str) -> None:
    with pytest.raises(UserError) as refused:
        LocalValues.of({name: text})
    assert refused.value.field == name


def test_tiers_when_no_period_covers_the_year_are_none() -> None:
    empty = replace(load_pack("yaoan"), rules=())
    assert empty.valid_tiers(2018) == ()
    with pytest.raises(UserError, match="复核周期"):
        empty.review_months("A", DAY)
    with pytest.raises(UserError, match="缴费档次"):
        empty.minimum_tier(2018, LocalValues())


def person(**facts: object) -> PersonFacts:
    return PersonFacts(id="p1", birth_date=date(1975, 6, 1), sex="female", **facts)  # type: ignore[arg-type]


def test_facts_when_made_in_python_give_the_same_answer() -> None:
    case = Case(
        pack="yaoan",
        on=DAY,
        persons=(
            person(
                identities=(IdentityFact(code="dibao", from_on=date(2014, 1, 1)),),
                pension=PensionFacts(scheme="resident", tier=Money.yuan(500)),
            ),
        ),
    )
    answer = assess(load_pack("yaoan"), case)
    assert [(item.code, item.amount) for item in answer.entitlements] == [
        ("medical.premium_aid", Money.yuan(70)),
        ("pension.contribution_subsidy", Money.yuan(70)),
    ]
    assert answer.dibao is None
    assert {item.rule for item in answer.not_met} >= {"YA-A1", "YA-H1"}
    assert all(len(item.because) == 1 for item in answer.not_met)


def test_tier_when_not_the_year_s_is_refused_by_the_evaluator() -> None:
    case = Case(pack="yaoan", on=DAY, persons=(person(pension=PensionFacts(tier=Money.yuan(250))),))
    with pytest.raises(UserError) as refused:
        assess(load_pack("yaoan"), case)
    assert refused.value.field == "tier"
    assert "250.00" in refused.value.message


def test_reason_when_a_person_has_a_name_uses_it() -> None:
    case = Case(
        pack="yaoan",
        on=DAY,
        persons=(person(name="何清", chronic_illness=True, labour_capacity="partial"),),
        household=HouseholdFacts(assess_dibao=True, property_within_limits=True),
        local=LocalValues(dibao_standard=Money.yuan(300)),
    )
    outcome = assess(load_pack("yaoan"), case).dibao
    assert outcome is not None
    assert any("何清：患长期慢性病，部分丧失劳动能力" in line for line in outcome.because)


def test_proxy_amount_when_over_the_minimum_tier_is_held_to_it() -> None:
    facts = person(identities=(IdentityFact(code="dibao", from_on=date(2014, 1, 1)),))
    local = LocalValues(proxy_amount=Money.yuan(500))
    answer = assess(load_pack("hunan"), Case(pack="hunan", on=DAY, persons=(facts,), local=local))
    assert [item.amount for item in answer.entitlements if item.code == "pension.proxy"] == [Money.yuan(100)]


def test_answer_when_written_twice_is_the_same_text() -> None:
    case = Case(pack="hebei", on=DAY, persons=(person(), PersonFacts(id="p2", birth_date=DAY, sex="male")))
    pack = load_pack("hebei")
    assert result_line(assess(pack, case)) == result_line(assess(pack, case))


def test_entitlements_when_several_persons_stand_in_their_order_then_by_code() -> None:
    facts = IdentityFact(code="registered_poor", from_on=date(2014, 1, 1))
    persons = tuple(
        PersonFacts(id=name, birth_date=date(1975, 6, 1), sex="male", identities=(facts,)) for name in ("z", "a", "m")
    )
    answer = assess(load_pack("hunan"), Case(pack="hunan", on=DAY, persons=persons))
    codes = [
        "medical.inpatient_bonus",
        "medical.premium_aid",
        "medical.serious_illness",
        "pension.contribution_subsidy",
    ]
    expected = [(name, code) for name in "zam" for code in [*codes, "pension.proxy"]]
    assert [(item.person, item.code) for item in answer.entitlements] == expected
