"""Sections F and G: the medical premium and treatment."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.policy.builders import POOR_CODES, Json, a_person, ask, identity

AID = "medical.premium_aid"
DAY = "2018-06-30"
PREMIUM = {"medical_premium": "180.00"}


def holding(*codes: str, **more: Any) -> Json:
    return a_person(identities=[identity(code) for code in codes], **more)


@pytest.mark.parametrize(
    ("pack", "code", "expected"),
    [
        ("huizhou", "registered_poor", ("HZ-F1", "180.00")),
        ("huizhou", "dibao", ("HZ-F1", "180.00")),
        ("huizhou", "tekun", ("HZ-F1", "180.00")),
        ("huizhou", "low_income", None),
        ("shandong", "registered_poor", ("SD-F1", "180.00")),
        ("shandong", "dibao", ("SD-F1", "180.00")),
        ("shandong", "tekun", ("SD-F1", "180.00")),
        ("shandong", "low_income", None),
        ("hebei", "registered_poor", ("HB-F1", "180.00")),
        ("hebei", "tekun", ("HB-F1", "180.00")),
        ("hebei", "dibao", ("HB-F2", "108.00")),
        ("hebei", "low_income", ("HB-F2", "108.00")),
        ("hebei", "borderline_poor", None),
        ("yaoan", "registered_poor", ("YA-F1", "180.00")),
        ("yaoan", "tekun", ("YA-F1", "180.00")),
        ("yaoan", "dibao", ("YA-F2", "70.00")),
        ("yaoan", "low_income", None),
        ("hunan", "tekun", ("HN-F1", "180.00")),
        ("hunan", "safety_net", ("HN-F2", "180.00")),
        ("hunan", "dibao", ("HN-F3", None)),
        ("hunan", "registered_poor", ("HN-F4", None)),
        ("hunan", "low_income", None),
    ],
)
def test_aid_when_one_group_alone_holds(pack: str, code: str, expected: tuple[str, str | None] | None) -> None:
    answer = ask(pack, DAY, holding(code), local=PREMIUM)
    assert answer.pair(AID) == expected
    given = answer.given(AID)
    if given is not None:
        known = given["amount"] is not None
        assert given["per"] == ("year" if known else None)
        assert given["needs"] == ([] if known else ["local_value"])


def test_yaoan_when_capacity_is_in_part_lost_says_which_would_count() -> None:
    person = holding(disability={"grade": 1, "certified_on": "2012-03-01"}, labour_capacity="partial")
    assert "劳动能力是“部分丧失”，要“完全丧失”才算；" in (
        ask("yaoan", DAY, person, local=PREMIUM).why_not("YA-F2") or ""
    )


@pytest.mark.parametrize("pack", ["huizhou", "shandong", "hebei", "yaoan", "hunan"])
def test_aid_when_in_the_employee_scheme_is_refused(pack: str) -> None:
    answer = ask(pack, DAY, holding(*POOR_CODES, medical={"scheme": "employee"}), local=PREMIUM)
    assert answer.given(AID) is None


@pytest.mark.parametrize("scheme", ["resident", None])
def test_aid_when_in_the_resident_scheme_or_none_is_given(scheme: str | None) -> None:
    answer = ask("huizhou", DAY, holding("dibao", medical={"scheme": scheme}), local=PREMIUM)
    assert answer.given(AID) is not None


@pytest.mark.parametrize(
    ("premium", "sixty"), [("180.00", "108.00"), ("250.00", "150.00"), ("233.00", "139.80"), ("0.01", "0.01")]
)
def test_hebei_when_sixty_per_cent_rounds_half_up(premium: str, sixty: str) -> None:
    assert ask("hebei", DAY, holding("dibao"), local={"medical_premium": premium}).pair(AID) == ("HB-F2", sixty)


@pytest.mark.parametrize(
    ("lifted", "expected"),
    [("2016-07-31", None), ("2016-08-01", "HB-F1"), ("2016-08-02", "HB-F1"), ("2018-07-01", "HB-F1"), (None, "HB-F1")],
)
def test_hebei_when_lifted_since_august_2016_counts(lifted: str | None, expected: str | None) -> None:
    person = a_person(identities=[identity("registered_poor", lifted_on=lifted)])
    answer = ask("hebei", DAY, person, local=PREMIUM)
    assert (answer.pair(AID) or (None,))[0] == expected


def test_hebei_when_poor_and_dibao_the_full_aid_wins() -> None:
    given = ask("hebei", DAY, holding("dibao", "registered_poor"), local=PREMIUM).given(AID)
    assert given is not None
    assert (given["rule"], given["amount"], given["also"]) == ("HB-F1", "180.00", ["HB-F2"])


@pytest.mark.parametrize("local", [{}, PREMIUM])
def test_shandong_when_the_county_sets_a_sum(local: Json) -> None:
    answer = ask("shandong", DAY, holding("dibao"), local={**local, "medical_aid": "120.00"})
    assert answer.pair(AID) == ("SD-F1", "120.00")


def test_shandong_when_the_sum_is_over_the_premium_is_capped() -> None:
    assert ask("shandong", DAY, holding("dibao"), local={**PREMIUM, "medical_aid": "500.00"}).pair(AID) == (
        "SD-F1",
        "180.00",
    )


@pytest.mark.parametrize(("pack", "rule"), [("huizhou", "HZ-F1"), ("shandong", "SD-F1"), ("yaoan", "YA-F1")])
def test_aid_when_the_premium_is_not_set_needs_it(pack: str, rule: str) -> None:
    given = ask(pack, DAY, holding("registered_poor")).given(AID)
    assert given is not None
    assert (given["rule"], given["amount"], given["per"]) == (rule, None, None)
    assert given["needs"] == ["local_value"]
    assert any("medical_premium" in line for line in given["because"])


def test_yaoan_when_the_premium_is_unknown_the_known_sum_wins() -> None:
    given = ask("yaoan", DAY, holding("registered_poor", "dibao")).given(AID)
    assert given is not None
    assert (given["rule"], given["amount"], given["also"], given["needs"]) == ("YA-F2", "70.00", ["YA-F1"], [])
    assert any("YA-F1也符合" in line for line in given["because"])


def test_yaoan_when_the_premium_is_sixty_gives_sixty() -> None:
    answer = ask("yaoan", DAY, holding("dibao"), local={"medical_premium": "60.00"})
    assert answer.pair(AID) == ("YA-F2", "60.00")


@pytest.mark.parametrize(
    ("grade", "capacity", "held"),
    [(1, "none", True), (2, "none", True), (3, "none", False), (1, "partial", False), (1, "full", False)],
)
def test_yaoan_when_severely_disabled_without_labour(grade: int, capacity: str, held: bool) -> None:
    person = a_person(disability={"grade": grade, "certified_on": "2010-01-01"}, labour_capacity=capacity)
    assert (ask("yaoan", DAY, person, local=PREMIUM).pair(AID) == ("YA-F2", "70.00")) is held


@pytest.mark.parametrize(("birth", "held"), [("1958-06-30", True), ("1958-07-01", False)])
def test_yaoan_when_low_income_and_sixty(birth: str, held: bool) -> None:
    answer = ask("yaoan", DAY, holding("low_income", birth=birth), local=PREMIUM)
    assert (answer.pair(AID) == ("YA-F2", "70.00")) is held


@pytest.mark.parametrize(
    ("premium", "assistance", "treasury"),
    [("181.00", "90.50", "90.50"), ("180.01", "90.01", "90.00"), ("180.00", "90.00", "90.00")],
)
def test_hunan_when_safety_net_shares_add_up(premium: str, assistance: str, treasury: str) -> None:
    given = ask("hunan", DAY, holding("safety_net"), local={"medical_premium": premium}).given(AID)
    assert given is not None
    assert given["shares"] == {"medical_assistance": assistance, "treasury": treasury}


def test_hunan_when_safety_net_without_premium_has_no_shares() -> None:
    given = ask("hunan", DAY, holding("safety_net")).given(AID)
    assert given is not None
    assert (given["amount"], given["shares"], given["needs"]) == (None, None, ["local_value"])


@pytest.mark.parametrize(
    ("codes", "local", "expected"),
    [
        (("dibao",), {"medical_aid_dibao": "90.00"}, ("HN-F3", "90.00")),
        (("dibao",), {"medical_aid_dibao": "200.00"}, ("HN-F3", "180.00")),
        (("registered_poor",), {"medical_aid_poor": "50.00"}, ("HN-F4", "50.00")),
        (("registered_poor", "dibao"), {"medical_aid_poor": "50.00"}, ("HN-F3", None)),
        (("registered_poor", "dibao"), {"medical_aid_dibao": "40.00"}, ("HN-F3", "40.00")),
        (("tekun", "dibao"), {"medical_aid_dibao": "180.00"}, ("HN-F1", "180.00")),
        (("tekun", "dibao"), {}, ("HN-F1", "180.00")),
    ],
)
def test_hunan_when_the_county_sets_its_sums(codes: tuple[str, ...], local: Json, expected: tuple[str, str]) -> None:
    assert ask("hunan", DAY, holding(*codes), local={**PREMIUM, **local}).pair(AID) == expected


def test_hunan_when_dibao_has_ended_is_poor_but_not_dibao() -> None:
    person = a_person(identities=[identity("registered_poor"), identity("dibao", to="2018-06-29")])
    assert ask("hunan", DAY, person, local={"medical_aid_poor": "50.00"}).pair(AID) == ("HN-F4", "50.00")


@pytest.mark.parametrize(
    ("pack", "code", "codes", "rule", "detail"),
    [
        ("huizhou", "medical.treat_first", POOR_CODES, "HZ-G1", None),
        (
            "shandong",
            "medical.serious_illness",
            ("registered_poor",),
            "SD-G1",
            {
                "deductible_factor": "0.5",
                "rate_bonus_points": 5,
                "ceiling": "500000.00",
                "special_drugs_without_deductible": True,
            },
        ),
        ("hunan", "medical.inpatient_bonus", ("registered_poor", "tekun"), "HN-G1", {"rate_bonus_points": 10}),
        ("hunan", "medical.serious_illness", POOR_CODES, "HN-G2", {"deductible_factor": "0.5"}),
        ("yaoan", "medical.inpatient_floor", ("registered_poor",), "YA-G1", {"floor_percent": 90}),
    ],
)
def test_treatment_when_each_identity_is_held_lifted_or_not(
    pack: str, code: str, codes: tuple[str, ...], rule: str, detail: Json | None
) -> None:
    for held in (*POOR_CODES, "low_income"):
        given = ask(pack, DAY, a_person(identities=[identity(held, lifted_on="2016-01-01")])).given(code)
        assert (given is not None) is (held in codes)
        if given is not None:
            assert (given["rule"], given["amount"], given.get("detail")) == (rule, None, detail)


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({}, True),
        ({"sex": "male"}, False),
        ({"medical": {"scheme": "employee"}}, False),
        ({"medical": {}}, False),
        ({"employed": True}, False),
        ({"hospital_delivery": False}, False),
    ],
)
def test_childbirth_cover_when_not_employed_and_insured(facts: Json, held: bool) -> None:
    answer = ask("huizhou", DAY, {**a_person(hospital_delivery=True), **facts})
    assert (answer.pair("medical.childbirth_cover") == ("HZ-G2", None)) is held
    assert (answer.why_not("HZ-G2") is None) is (held or facts == {"sex": "male"})
