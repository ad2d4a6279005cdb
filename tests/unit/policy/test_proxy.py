"""Section A: contribution paid by the government, who bears it, the day it begins and ends."""

from __future__ import annotations

import pytest

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.loader import load_pack
from clerk_app.policy.model import LocalValues
from tests.unit.policy.builders import Json, a_person, ask, identity

PROXY = "pension.proxy"
DAY = "2018-06-30"


def disabled(grade: int, since: str | None = "2010-05-01") -> Json:
    return {"grade": grade, "certified_on": since}


@pytest.mark.parametrize(
    ("pack", "facts", "expected"),
    [
        ("huizhou", {"identities": [identity("registered_poor")]}, ("HZ-A1", "200.00")),
        ("huizhou", {"identities": [identity("dibao")]}, ("HZ-A2", "200.00")),
        ("huizhou", {"identities": [identity("tekun")]}, ("HZ-A2", "200.00")),
        ("huizhou", {"disability": disabled(1)}, ("HZ-A2", "200.00")),
        ("huizhou", {"disability": disabled(2)}, ("HZ-A2", "200.00")),
        ("huizhou", {"disability": disabled(3)}, None),
        ("huizhou", {"identities": [identity("sterilisation_complication", grade=1)]}, ("HZ-A2", "200.00")),
        ("huizhou", {"identities": [identity("sterilisation_complication", grade=3)]}, ("HZ-A2", "200.00")),
        ("huizhou", {"identities": [identity("sterilisation_complication", grade=4)]}, None),
        ("huizhou", {"identities": [identity("sterilisation_complication")]}, None),
        ("huizhou", {"identities": [identity("low_income")]}, None),
        ("shandong", {"identities": [identity("registered_poor")]}, ("SD-A1", "100.00")),
        ("shandong", {"identities": [identity("dibao")]}, ("SD-A1", "100.00")),
        ("shandong", {"identities": [identity("tekun")]}, ("SD-A1", "100.00")),
        ("shandong", {"disability": disabled(1)}, None),
        ("hebei", {"identities": [identity("registered_poor", lifted_on="2017-12-01")]}, ("HB-A1", "100.00")),
        ("hebei", {"identities": [identity("dibao")]}, ("HB-A1", "100.00")),
        ("hebei", {"identities": [identity("tekun")]}, ("HB-A1", "100.00")),
        ("hebei", {"identities": [identity("low_income")]}, None),
        ("yaoan", {"disability": disabled(1)}, ("YA-A1", "200.00")),
        ("yaoan", {"disability": disabled(2)}, ("YA-A1", "200.00")),
        ("yaoan", {"disability": disabled(3)}, None),
        ("yaoan", {"identities": [identity("registered_poor")]}, None),
        ("hunan", {"identities": [identity("registered_poor")]}, ("HN-A1", "100.00")),
        ("hunan", {"identities": [identity("dibao")]}, ("HN-A1", "100.00")),
        ("hunan", {"identities": [identity("tekun")]}, ("HN-A1", "100.00")),
        ("hunan", {"identities": [identity("safety_net")]}, None),
    ],
)
def test_proxy_when_one_group_alone_holds(pack: str, facts: Json, expected: tuple[str, str] | None) -> None:
    answer = ask(pack, DAY, a_person(**facts))
    assert answer.pair(PROXY) == expected
    given = answer.given(PROXY)
    if given is not None:
        assert given["per"] == "year"
        assert given["also"] == []


@pytest.mark.parametrize(
    ("birth", "more", "reason"),
    [
        ("2002-07-01", {}, "未满16周岁"),
        ("1958-06-30", {}, "已满60周岁"),
        ("1975-06-01", {"student": True}, "在校学生"),
        ("1975-06-01", {"pension": {"scheme": "employee"}}, "职工养老保险"),
        ("1975-06-01", {"pension": {"scheme": "resident", "receiving": True}}, "已在领取"),
    ],
)
def test_proxy_when_the_person_cannot_contribute_is_refused(birth: str, more: Json, reason: str) -> None:
    answer = ask("huizhou", DAY, a_person(birth=birth, identities=[identity("dibao")], **more))
    assert answer.pair(PROXY) is None
    assert reason in (answer.why_not("HZ-A2") or "")


@pytest.mark.parametrize("birth", ["2002-06-30", "1958-07-01"])
def test_proxy_when_sixteen_today_or_sixty_tomorrow_is_paid(birth: str) -> None:
    assert ask("huizhou", DAY, a_person(birth=birth, identities=[identity("dibao")])).pair(PROXY) is not None


@pytest.mark.parametrize(("on", "paid"), [("2020-02-28", False), ("2020-02-29", True)])
def test_proxy_when_born_on_29_february_begins_with_sixteen(on: str, paid: bool) -> None:
    answer = ask("huizhou", on, a_person(birth="2004-02-29", identities=[identity("dibao")]))
    assert (answer.pair(PROXY) is not None) is paid


@pytest.mark.parametrize(("on", "paid"), [("2017-02-27", False), ("2017-02-28", True), ("2017-03-01", True)])
def test_couple_when_wife_born_on_29_february_counts_from_28_february(on: str, paid: bool) -> None:
    answer = ask("huizhou", on, a_person(birth="1968-02-29", identities=[identity("special_support")]))
    assert (answer.pair(PROXY) == ("HZ-A3", "3000.00")) is paid


@pytest.mark.parametrize(("on", "paid"), [("2016-12-31", True), ("2020-12-31", True), ("2021-01-01", False)])
@pytest.mark.parametrize(("pack", "rule"), [("huizhou", "HZ-A1"), ("hebei", "HB-A1")])
def test_registered_poor_when_the_scheme_ends_with_2020(pack: str, rule: str, on: str, paid: bool) -> None:
    answer = ask(pack, on, a_person(identities=[identity("registered_poor")]))
    assert (answer.given(PROXY) is not None) is paid
    if not paid:
        assert "2020-12-31" in (answer.why_not(rule) or "")


def test_special_groups_when_2021_comes_go_on() -> None:
    assert ask("huizhou", "2021-01-01", a_person(identities=[identity("dibao")])).pair(PROXY) == ("HZ-A2", "200.00")


@pytest.mark.parametrize(
    ("to", "on", "paid"),
    [
        ("2018-01-01", "2018-12-31", True),
        ("2017-12-31", "2018-01-01", False),
        ("2018-02-15", "2019-01-01", False),
    ],
)
def test_hebei_when_held_one_day_in_the_year_pays_for_it(to: str, on: str, paid: bool) -> None:
    answer = ask("hebei", on, a_person(identities=[identity("registered_poor", to=to)]))
    assert (answer.given(PROXY) is not None) is paid


@pytest.mark.parametrize(("since", "paid"), [("2018-12-31", True), ("2019-01-01", False)])
def test_hebei_when_gained_later_in_the_year_counts(since: str, paid: bool) -> None:
    answer = ask("hebei", "2018-03-01", a_person(identities=[identity("dibao", since)]))
    assert (answer.given(PROXY) is not None) is paid


@pytest.mark.parametrize("pack", ["shandong", "hunan"])
@pytest.mark.parametrize(("lifted", "paid"), [("2018-06-30", False), ("2018-07-01", True), (None, True)])
def test_not_lifted_when_lifted_on_the_day_is_lifted(pack: str, lifted: str | None, paid: bool) -> None:
    person = a_person(identities=[identity("registered_poor", lifted_on=lifted)])
    assert (ask(pack, DAY, person).given(PROXY) is not None) is paid


@pytest.mark.parametrize("pack", ["shandong", "hunan"])
def test_lifted_when_also_dibao_is_paid_for_dibao(pack: str) -> None:
    person = a_person(identities=[identity("registered_poor", lifted_on="2018-01-01"), identity("dibao")])
    assert ask(pack, DAY, person).given(PROXY) is not None


@pytest.mark.parametrize(
    ("first", "last", "paid"),
    [("2018-06-30", "2018-06-30", True), ("2018-07-01", None, False), ("2014-01-01", "2018-06-29", False)],
)
def test_identity_when_first_and_last_day_count(first: str, last: str | None, paid: bool) -> None:
    answer = ask("huizhou", DAY, a_person(identities=[identity("dibao", first, to=last)]))
    assert (answer.given(PROXY) is not None) is paid


def test_identity_when_a_second_span_fits_holds() -> None:
    spans = [identity("dibao", "2010-01-01", to="2011-01-01"), identity("dibao", "2018-01-01")]
    given = ask("huizhou", DAY, a_person(identities=spans)).given(PROXY)
    assert given is not None
    assert any("2018-01-01起" in line for line in given["because"])


@pytest.mark.parametrize(("since", "paid"), [("2018-06-30", True), ("2018-07-01", False), (None, True)])
def test_disability_when_certificate_is_issued_counts_from_that_day(since: str | None, paid: bool) -> None:
    answer = ask("yaoan", DAY, a_person(disability=disabled(1, since)))
    assert (answer.given(PROXY) is not None) is paid


def test_groups_when_several_fit_the_highest_wins_and_names_the_others() -> None:
    everything = [identity(code) for code in ("registered_poor", "dibao", "tekun", "special_support")]
    given = ask("huizhou", DAY, a_person(birth="1968-01-01", identities=everything)).given(PROXY)
    assert given is not None
    assert (given["rule"], given["amount"], given["also"]) == ("HZ-A3", "3000.00", ["HZ-A1", "HZ-A2"])
    assert any("HZ-A1" in line for line in given["because"])


def test_groups_when_equal_the_first_of_the_table_wins() -> None:
    given = ask("huizhou", DAY, a_person(identities=[identity("dibao"), identity("registered_poor")])).given(PROXY)
    assert given is not None
    assert (given["rule"], given["also"]) == ("HZ-A1", ["HZ-A2"])


@pytest.mark.parametrize(
    ("birth", "marital", "paid"),
    [
        ("1969-06-30", "divorced", True),
        ("1969-07-01", "divorced", False),
        ("1969-06-30", "widowed", True),
        ("1969-06-30", "single", False),
        ("1969-06-30", None, False),
    ],
)
def test_special_support_when_a_man_alone(birth: str, marital: str | None, paid: bool) -> None:
    person = a_person(birth=birth, sex="male", marital_status=marital, identities=[identity("special_support")])
    assert (ask("huizhou", DAY, person).pair(PROXY) == ("HZ-A3", "3000.00")) is paid


def a_couple(his_relation: str, her_relation: str, her_birth: str) -> tuple[Json, Json]:
    shared: Json = {"marital_status": "married", "identities": [identity("special_support")]}
    return (
        a_person("p1", "1960-01-01", "male", **{**shared, "relation": his_relation}),
        a_person("p2", her_birth, "female", **{**shared, "relation": her_relation}),
    )


@pytest.mark.parametrize(
    ("his", "hers", "birth", "he", "she"),
    [
        ("head", "spouse", "1969-06-30", True, True),
        ("head", "spouse", "1969-07-01", False, False),
        ("spouse", "head", "1969-06-30", True, True),
        ("child", "other", "1969-06-30", False, True),
        ("head", "child", "1969-06-30", False, True),
    ],
)
def test_special_support_when_married_his_wife_s_age_counts(
    his: str, hers: str, birth: str, he: bool, she: bool
) -> None:
    answer = ask("huizhou", DAY, *a_couple(his, hers, birth))
    assert (answer.given(PROXY, "p1") is not None) is he
    assert (answer.given(PROXY, "p2") is not None) is she


def test_special_support_when_the_wife_is_dead_or_unknown_says_so() -> None:
    husband, wife = a_couple("head", "spouse", "1960-01-01")
    for persons in ((husband,), (husband, {**wife, "alive": False})):
        answer = ask("huizhou", DAY, *persons)
        assert answer.given(PROXY) is None
        assert "不知道女方年龄" in (answer.why_not("HZ-A3") or "")


@pytest.mark.parametrize(
    ("local", "amount"),
    [
        ({}, "100.00"),
        ({"proxy_amount": "50.00"}, "50.00"),
        ({"proxy_amount": "100.00"}, "100.00"),
        ({"minimum_tier": "200.00"}, "100.00"),
        ({"minimum_tier": "200.00", "proxy_amount": "200.00"}, "200.00"),
        ({"minimum_tier": "60.00"}, "60.00"),
    ],
)
@pytest.mark.parametrize(("pack", "rule"), [("shandong", "SD-A1"), ("hunan", "HN-A1")])
def test_lowest_tier_when_the_county_sets_its_own(pack: str, rule: str, local: Json, amount: str) -> None:
    answer = ask(pack, DAY, a_person(identities=[identity("dibao")]), local=local)
    assert answer.pair(PROXY) == (rule, amount)


def test_hebei_when_the_lowest_tier_rises_keeps_a_hundred() -> None:
    answer = ask("hebei", DAY, a_person(identities=[identity("dibao")]), local={"minimum_tier": "200.00"})
    assert answer.pair(PROXY) == ("HB-A1", "100.00")


@pytest.mark.parametrize(
    ("managed", "expected"),
    [
        (False, {"province": "33.34", "city": "33.33", "county": "33.33"}),
        (True, {"province": "66.67", "city": "0.00", "county": "33.33"}),
    ],
)
def test_shares_when_hebei_pays(managed: bool, expected: dict[str, str]) -> None:
    answer = ask("hebei", DAY, a_person(identities=[identity("dibao")]), local={"province_managed": managed})
    given = answer.given(PROXY)
    assert given is not None
    assert given["shares"] == expected


def test_advance_when_seven_hundred_people_is_the_letter_s_sum() -> None:
    shares = load_pack("hebei").rule("HB-A1").shares
    assert shares is not None
    advance = shares.advance(Money.yuan(100), 700, LocalValues())
    settled = shares.of(Money.yuan(100) * 700, LocalValues())
    assert {name: str(part) for name, part in advance.items()} == dict.fromkeys(
        ("province", "city", "county"), "23100.00"
    )
    assert [str(part) for part in settled.values()] == ["23333.34", "23333.33", "23333.33"]
    managed = shares.advance(Money.yuan(100), 700, LocalValues(province_managed=True))
    assert [str(part) for part in managed.values()] == ["46200.00", "0.00", "23100.00"]


def test_rule_when_unknown_is_refused() -> None:
    with pytest.raises(UserError, match="没有规则"):
        load_pack("hebei").rule("XX-A1")
