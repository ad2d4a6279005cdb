"""Section C: the pension drawn, its days and ages."""

from __future__ import annotations

import pytest

from tests.unit.policy.builders import POOR_CODES, Json, a_pensioner, a_person, ask, identity

BASE, SENIORITY, ACCOUNT = "pension.base", "pension.seniority", "pension.account"
DAY = "2018-06-30"
SEVERE: Json = {"disability": {"grade": 2, "certified_on": "2010-01-01"}}
OTHERS = ("shandong", "hebei", "yaoan", "hunan")


@pytest.mark.parametrize(
    ("on", "amount"),
    [("2010-01-01", "75.00"), ("2017-12-31", "75.00"), ("2018-01-01", "92.00"), ("2025-01-01", "92.00")],
)
def test_huizhou_base_when_2018_begins_rises(on: str, amount: str) -> None:
    assert ask("huizhou", on, a_pensioner(birth="1945-01-01")).pair(BASE) == ("HZ-C1", amount)


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        ("2014-06-30", None),
        ("2014-07-01", "70.00"),
        ("2017-12-31", "70.00"),
        ("2018-01-01", "88.00"),
        ("2020-06-30", "88.00"),
        ("2020-07-01", "93.00"),
        ("2026-01-01", "93.00"),
    ],
)
@pytest.mark.parametrize("pack", OTHERS)
def test_national_base_when_each_period_begins_and_ends(pack: str, on: str, amount: str | None) -> None:
    answer = ask(pack, on, a_pensioner(birth="1945-01-01"))
    assert answer.pair(BASE) == (("NA-C1", amount) if amount else None)
    if amount is None:
        assert "2014-07-01" in (answer.why_not("NA-C1") or "")


@pytest.mark.parametrize(("local", "amount"), [("103.00", "103.00"), ("88.00", "88.00"), ("60.00", "88.00")])
def test_national_base_when_the_county_sets_more(local: str, amount: str) -> None:
    assert ask("yaoan", DAY, a_pensioner(), local={"base_pension": local}).pair(BASE) == ("NA-C1", amount)


def test_huizhou_base_when_a_local_base_is_given_stays() -> None:
    assert ask("huizhou", DAY, a_pensioner(), local={"base_pension": "103.00"}).pair(BASE) == ("HZ-C1", "92.00")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"birth_date": "1958-07-01"}, "59周岁，未满60周岁"),
        ({"pension": {"scheme": "employee", "receiving": True}}, "职工养老保险"),
        ({"pension": {"receiving": True}}, "没有参加养老保险"),
        ({"pension": {"scheme": "resident"}}, "还没有领取养老金"),
    ],
)
def test_base_when_a_condition_fails_names_it(facts: Json, reason: str) -> None:
    answer = ask("yaoan", DAY, {**a_pensioner(), **facts})
    assert answer.pair(BASE) is None
    assert reason in (answer.why_not("NA-C1") or "")


def test_base_when_sixty_on_the_very_day_is_given() -> None:
    assert ask("yaoan", DAY, a_pensioner(birth="1958-06-30")).pair(BASE) == ("NA-C1", "88.00")


@pytest.mark.parametrize(
    ("on", "years", "amount"),
    [
        (DAY, 15, None),
        (DAY, 16, "0.92"),
        (DAY, 20, "4.60"),
        (DAY, 25, "9.20"),
        (DAY, 26, "9.20"),
        (DAY, 40, "9.20"),
        ("2017-12-31", 16, "0.75"),
        ("2017-12-31", 40, "7.50"),
    ],
)
def test_huizhou_seniority_when_over_fifteen_years(on: str, years: int, amount: str | None) -> None:
    answer = ask("huizhou", on, a_pensioner(years_paid=years))
    assert answer.pair(SENIORITY) == (("HZ-C2", amount) if amount else None)


@pytest.mark.parametrize(("years", "amount"), [(15, None), (16, "2.00"), (20, "10.00"), (45, "60.00")])
def test_yaoan_seniority_when_over_fifteen_years(years: int, amount: str | None) -> None:
    answer = ask("yaoan", DAY, a_pensioner(years_paid=years))
    assert answer.pair(SENIORITY) == (("YA-C1", amount) if amount else None)
    if amount is None:
        assert "没有超过15年" in (answer.why_not("YA-C1") or "")


@pytest.mark.parametrize(("pack", "rule"), [("huizhou", "HZ-C2"), ("yaoan", "YA-C1")])
def test_seniority_when_the_years_are_unknown_says_so(pack: str, rule: str) -> None:
    assert "没有填写" in (ask(pack, DAY, a_pensioner()).why_not(rule) or "")


@pytest.mark.parametrize(
    ("balance", "amount"),
    [("3525.00", "25.36"), ("0.00", "0.00"), ("0.69", "0.00"), ("0.70", "0.01"), ("139", "1.00"), ("4145.23", "29.82")],
)
@pytest.mark.parametrize("pack", ["huizhou", "yaoan"])
def test_account_when_the_balance_is_known_is_a_139th(pack: str, balance: str, amount: str) -> None:
    assert ask(pack, DAY, a_pensioner(account_balance=balance)).pair(ACCOUNT) == ("NA-C2", amount)


def test_account_when_the_balance_is_unknown_is_refused() -> None:
    assert "储存额没有填写" in (ask("yaoan", DAY, a_pensioner()).why_not("NA-C2") or "")


@pytest.mark.parametrize(
    ("birth", "held"), [("1963-07-01", False), ("1963-06-30", True), ("1958-07-01", True), ("1958-06-30", False)]
)
def test_early_claim_when_55_to_59_may_be_applied_for(birth: str, held: bool) -> None:
    given = ask("shandong", DAY, a_person(birth=birth, **SEVERE)).given("pension.early_claim")
    assert (given is not None) is held
    if given is not None:
        assert (given["rule"], given["amount"], given["per"]) == ("SD-C1", None, None)
        assert given["needs"] == ["application", "review"]


@pytest.mark.parametrize(
    "facts",
    [
        {"pension": {"scheme": None}},
        {"pension": {"scheme": "employee"}},
        {"pension": {"scheme": "resident", "receiving": True}},
        {"disability": {"grade": 3, "certified_on": "2010-01-01"}},
        {"disability": None},
        {"disability": {"grade": 1, "certified_on": "2018-07-01"}},
    ],
)
def test_early_claim_when_a_condition_fails_is_refused(facts: Json) -> None:
    answer = ask("shandong", DAY, {**a_person(birth="1961-01-01", **SEVERE), **facts})
    assert answer.given("pension.early_claim") is None
    assert answer.why_not("SD-C1")


@pytest.mark.parametrize(
    ("birth", "held"), [("1963-07-01", False), ("1963-06-30", True), ("1958-07-01", True), ("1958-06-30", False)]
)
def test_age55_allowance_when_55_to_59_equals_the_base(birth: str, held: bool) -> None:
    answer = ask("yaoan", DAY, a_person(birth=birth, **SEVERE))
    assert answer.pair("pension.age55_allowance") == (("YA-C2", "88.00") if held else None)


def test_age55_allowance_when_the_county_pays_more_follows() -> None:
    answer = ask("yaoan", DAY, a_person(birth="1961-01-01", **SEVERE), local={"base_pension": "100.00"})
    given = answer.given("pension.age55_allowance")
    assert given is not None
    assert (given["amount"], given["per"]) == ("100.00", "month")


def test_age55_allowance_when_no_base_is_known_is_refused() -> None:
    answer = ask("yaoan", "2014-06-30", a_person(birth="1957-01-01", **SEVERE))
    assert "2014-07-01" in (answer.why_not("YA-C2") or "")


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({"alive": False}, True),
        ({"died_on": "2018-06-30"}, True),
        ({"died_on": "2018-07-01"}, False),
        ({"alive": False, "pension": {"scheme": None}}, False),
        ({"alive": False, "pension": {"scheme": "employee"}}, False),
        ({}, False),
    ],
)
def test_funeral_when_a_participant_has_died_is_paid_once(facts: Json, held: bool) -> None:
    answer = ask("yaoan", DAY, {**a_person(), **facts})
    given = answer.given("pension.funeral")
    assert (given is not None) is held
    if given is not None:
        assert (given["rule"], given["amount"], given["per"]) == ("YA-C3", "600.00", "once")


def test_dead_when_poor_and_insured_have_only_the_funeral_payment() -> None:
    everything = [identity(code) for code in POOR_CODES]
    answer = ask("yaoan", DAY, a_person(died_on="2018-06-01", identities=everything, **SEVERE))
    assert [item["code"] for item in answer.result["entitlements"]] == ["pension.funeral"]
    assert "已去世" in (answer.why_not("YA-A1") or "")
    assert "没有在世" in (answer.why_not("YA-H2", None) or "")


@pytest.mark.parametrize("pack", ["huizhou", "shandong", "hebei", "hunan"])
def test_dead_when_the_paper_says_nothing_have_nothing(pack: str) -> None:
    answer = ask(pack, DAY, a_person(alive=False, identities=[identity("dibao")]))
    assert answer.result["entitlements"] == []


@pytest.mark.parametrize(
    ("birth", "facts", "held"),
    [
        ("1958-06-30", {}, True),
        ("1958-07-01", {}, False),
        ("1950-01-01", {"identities": [identity("registered_poor", lifted_on="2017-01-01")]}, True),
        ("1950-01-01", {"identities": [identity("dibao")]}, False),
        ("1950-01-01", {"identities": []}, False),
        ("1950-01-01", {"pension": {"scheme": "resident"}}, False),
        ("1950-01-01", {"pension": {"scheme": "employee"}}, False),
        ("1950-01-01", {"pension": {"receiving": True}}, False),
    ],
)
def test_claim_without_backpay_when_never_insured_in_hebei(birth: str, facts: Json, held: bool) -> None:
    person = {**a_person(birth=birth, identities=[identity("registered_poor")], pension={"scheme": None}), **facts}
    given = ask("hebei", DAY, person).given("pension.claim_without_backpay")
    assert (given is not None) is held
    if given is not None:
        assert given["needs"] == ["application"]


SCHEME_START = {"scheme_start": "2011-07-01"}


@pytest.mark.parametrize("code", POOR_CODES)
@pytest.mark.parametrize(
    ("birth", "scheme", "late", "backpay"),
    [
        ("1951-07-01", None, True, False),
        ("1951-07-02", None, False, True),
        ("1951-07-01", "resident", False, False),
        ("1951-07-02", "resident", False, True),
        ("1958-06-30", None, False, True),
        ("1958-07-01", None, False, False),
        ("1951-07-01", "employee", False, False),
        ("1951-07-02", "employee", False, False),
    ],
)
def test_late_registration_when_old_at_the_scheme_s_start(
    code: str, birth: str, scheme: str | None, late: bool, backpay: bool
) -> None:
    person = a_person(birth=birth, identities=[identity(code)], pension={"scheme": scheme})
    answer = ask("yaoan", DAY, person, local=SCHEME_START)
    assert (answer.given("pension.late_registration") is not None) is late
    assert (answer.given("pension.lump_sum_backpay") is not None) is backpay


def test_late_registration_when_the_start_is_not_set_names_it() -> None:
    person = a_person(birth="1950-01-01", identities=[identity("dibao")], pension={"scheme": None})
    answer = ask("yaoan", DAY, person)
    for rule in ("YA-C4", "YA-C5"):
        assert "scheme_start" in (answer.why_not(rule) or "")


def test_late_registration_when_receiving_or_not_poor_is_refused() -> None:
    changes: tuple[Json, ...] = ({"pension": {"receiving": True}}, {"identities": []})
    for facts in changes:
        person = {**a_person(birth="1950-01-01", identities=[identity("dibao")], pension={"scheme": None}), **facts}
        answer = ask("yaoan", DAY, person, local=SCHEME_START)
        assert answer.why_not("YA-C4")
        assert answer.why_not("YA-C5")


@pytest.mark.parametrize(
    ("pension", "held"),
    [
        ({"scheme": "employee", "years_paid": 14}, True),
        ({"scheme": "employee", "years_paid": 0}, True),
        ({"scheme": "employee", "years_paid": 15}, False),
        ({"scheme": "employee"}, False),
        ({"scheme": "resident", "years_paid": 5}, False),
    ],
)
def test_transfer_in_when_fewer_than_fifteen_employee_years(pension: Json, held: bool) -> None:
    answer = ask("yaoan", DAY, a_person(pension=pension))
    assert (answer.pair("pension.transfer_in") == ("YA-C6", None)) is held
