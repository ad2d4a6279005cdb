"""Reasons as a clerk reads them: no figure runs into the next word, nothing is left to guess."""

from __future__ import annotations

import pytest

from tests.unit.policy.builders import ADULT, Json, a_person, ask, identity

DAY = "2018-06-30"
HOUSEHOLD = {"assess_dibao": True, "property_within_limits": True}
LOCAL = {"dibao_standard": "300.00"}


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        (
            a_person("1", birth="1957-02-28", labour_capacity="partial"),
            "成员1：61周岁，年老，部分丧失劳动能力，列为B类（基本保障户）。",
        ),
        (
            a_person("1", disability={"grade": 3}, self_care="none"),
            "成员1：持3级残疾证，完全丧失生活自理能力，列为B类（基本保障户）。",
        ),
        (
            a_person("1"),
            (
                "成员1：没有完全丧失劳动能力或生活自理能力，不能列为A类；"
                "家中没有因老、残、病丧失或部分丧失能力的成员，不能列为B类；列为C类（一般保障户）。"
            ),
        ),
        (
            a_person("1", labour_capacity="none"),
            (
                "没有登记家庭生活常年困难，不能列为A类；"
                "家中没有因老、残、病丧失或部分丧失能力的成员，不能列为B类；列为C类（一般保障户）。"
            ),
        ),
    ],
)
def test_class_when_given_says_who_and_why_not_a_better_one(person: Json, sentence: str) -> None:
    assert sentence in ask("yaoan", DAY, person, household=HOUSEHOLD, local=LOCAL).dibao["because"]


def test_income_when_left_out_names_kind_sum_and_rule() -> None:
    household = {**HOUSEHOLD, "income": [{"kind": "exempt_transfer", "annual": "3034.44"}]}
    because = ask("yaoan", DAY, household=household, local=LOCAL).dibao["because"]
    assert "依法不计入的收入3034.44元，按NA-D1不计入。" in because


@pytest.mark.parametrize(
    ("pack", "rule", "person", "sentence"),
    [
        (
            "hunan",
            "HN-F3",
            a_person(identities=[identity("dibao", "2018-07-01")]),
            "“低保对象”身份从2018-07-01才开始。",
        ),
        (
            "hunan",
            "HN-F3",
            a_person(identities=[identity("dibao", to="2018-06-29")]),
            "“低保对象”身份已在2018-06-29结束。",
        ),
        (
            "hebei",
            "HB-F1",
            a_person(identities=[identity("registered_poor", lifted_on="2016-07-31")]),
            "所列2类人都不是：“建档立卡贫困人口”身份在2016-07-31已标注脱贫，早于2016-08-01；没有“特困人员”身份。",
        ),
        (
            "yaoan",
            "YA-A1",
            a_person(disability={"grade": 1, "certified_on": "2018-07-01"}),
            "残疾证是2018-07-01发的，所问的那天还没有。",
        ),
        (
            "huizhou",
            "HZ-A3",
            a_person(sex="male", identities=[identity("special_support")]),
            "婚姻状况是未婚或没有填写：男方已婚看妻子年龄，离婚、丧偶看本人年龄。",
        ),
    ],
)
def test_refusal_when_read_is_one_clear_sentence(pack: str, rule: str, person: Json, sentence: str) -> None:
    assert ask(pack, DAY, person).why_not(rule) == sentence


@pytest.mark.parametrize(
    ("birth", "sentence"),
    [
        (ADULT, "制度实施时（2011-07-01）36周岁，未满60周岁。"),
        ("2012-01-01", "制度实施时（2011-07-01）还没有出生，未满60周岁。"),
    ],
)
def test_scheme_start_when_before_the_birth_gives_no_negative_age(birth: str, sentence: str) -> None:
    person = a_person(birth=birth, identities=[identity("dibao")], pension={"scheme": None})
    assert ask("yaoan", DAY, person, local={"scheme_start": "2011-07-01"}).why_not("YA-C4") == sentence


@pytest.mark.parametrize(
    ("local", "sentence"),
    [
        ({"medical_aid_dibao": "90.00"}, "HN-F1也符合，但金额还算不出来，同一项只给一份，按HN-F3办。"),
        ({}, "HN-F3也符合，同一项只给一份，按HN-F1办。"),
    ],
)
def test_loser_when_its_sum_is_unknown_says_so(local: Json, sentence: str) -> None:
    person = a_person(identities=[identity("tekun"), identity("dibao")])
    given = ask("hunan", DAY, person, local=local).given("medical.premium_aid")
    assert given is not None
    assert sentence in given["because"]


def test_delivery_when_its_day_is_unknown_is_stated() -> None:
    given = ask("huizhou", DAY, a_person(hospital_delivery=True)).given("medical.childbirth_cover")
    assert given is not None
    assert "已住院分娩。" in given["because"]


def test_household_when_a_member_is_poor_says_someone_is() -> None:
    household = {
        "monthly_income_per_head": "100.00",
        "monthly_spending_per_head": [{"month": f"2018-0{month}", "amount": "300.00"} for month in (1, 2, 3)],
    }
    person = a_person(identities=[identity("borderline_poor")])
    given = ask("yaoan", DAY, person, household=household).given("relief.temporary", None)
    assert given is not None
    assert "2018-06-30时家中有人是建档立卡贫困边缘户。" in given["because"]
