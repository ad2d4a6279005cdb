"""Relations to another head: what follows from two codes, what is likely in this household, what a person must say."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.codes import HEAD, RELATIONS, Sex
from clerk_app.domain.household import PersonId
from clerk_app.domain.relations import Relative, kind_of, restate_all, restated, successor

MAN, WOMAN = Sex.MALE, Sex.FEMALE
OLD_MAN = Relative(PersonId("old"), HEAD, MAN, date(1950, 5, 1))
OLD_WOMAN = Relative(PersonId("old"), HEAD, WOMAN, date(1950, 5, 1))


def one(relation: str, sex: Sex, year: int = 1975, name: str = "") -> Relative:
    return Relative(PersonId(name or f"{relation}-{sex.value}-{year}"), relation, sex, date(year, 5, 1))


SPOUSE, HUSBAND = one("12", WOMAN, 1952), one("11", MAN, 1948)
SON, DAUGHTER = one("20", MAN), one("30", WOMAN, 1977)
FATHER, MOTHER = one("51", MAN, 1928), one("52", WOMAN, 1930)
BROTHER, SISTER = one("73", MAN, 1955), one("77", WOMAN, 1957)


@pytest.mark.parametrize(
    ("old", "head", "member", "code"),
    [
        # the spouse becomes head
        (OLD_MAN, SPOUSE, OLD_MAN, "11"),
        (OLD_WOMAN, HUSBAND, OLD_WOMAN, "12"),
        (OLD_MAN, SPOUSE, one("22", MAN), "22"),
        (OLD_MAN, SPOUSE, one("38", WOMAN), "38"),
        (OLD_MAN, SPOUSE, one("41", MAN, 2005), "41"),
        (OLD_MAN, SPOUSE, FATHER, "53"),
        (OLD_MAN, SPOUSE, MOTHER, "54"),
        (OLD_WOMAN, HUSBAND, FATHER, "55"),
        (OLD_WOMAN, HUSBAND, MOTHER, "56"),
        (OLD_MAN, SPOUSE, one("55", MAN, 1925), "51"),
        (OLD_MAN, SPOUSE, one("56", WOMAN, 1925), "52"),
        (OLD_MAN, SPOUSE, one("61", MAN, 1905), "65"),
        (OLD_MAN, SPOUSE, BROTHER, "97"),
        # a child becomes head
        (OLD_MAN, SON, OLD_MAN, "51"),
        (OLD_MAN, SON, SPOUSE, "52"),
        (OLD_WOMAN, DAUGHTER, HUSBAND, "51"),
        (OLD_MAN, SON, DAUGHTER, "77"),
        (OLD_MAN, DAUGHTER, SON, "71"),
        (OLD_MAN, SON, one("31", WOMAN, 1970), "75"),
        (OLD_MAN, SON, one("23", MAN, 1980), "73"),
        (OLD_MAN, SON, FATHER, "61"),
        (OLD_WOMAN, SON, MOTHER, "64"),
        (OLD_MAN, SON, one("56", WOMAN, 1925), "64"),
        (OLD_WOMAN, SON, one("53", MAN, 1925), "61"),
        (OLD_MAN, SON, one("61", MAN, 1905), "66"),
        (OLD_MAN, SON, BROTHER, "83"),
        (OLD_MAN, SON, one("71", MAN, 1945), "81"),
        (OLD_MAN, SON, SISTER, "90"),
        (OLD_WOMAN, SON, BROTHER, "85"),
        (OLD_WOMAN, SON, SISTER, "88"),
        (OLD_MAN, SON, one("72", WOMAN, 1946), "82"),
        (OLD_MAN, SON, one("74", WOMAN, 1956), "84"),
        (OLD_WOMAN, SON, one("74", WOMAN, 1956), "86"),
        (OLD_MAN, SON, one("76", MAN, 1946), "89"),
        (OLD_WOMAN, SON, one("78", MAN, 1946), "87"),
        (OLD_MAN, SON, one("93", MAN), "91"),
        (OLD_MAN, SON, one("95", MAN), "92"),
        (OLD_WOMAN, SON, one("93", MAN), "92"),
        (OLD_MAN, SON, one("38", WOMAN), None),
        (OLD_MAN, SON, one("41", MAN, 2005), None),
        # a child's spouse becomes head
        (OLD_MAN, one("38", WOMAN), OLD_MAN, "53"),
        (OLD_MAN, one("38", WOMAN), SPOUSE, "54"),
        (OLD_MAN, one("28", MAN), OLD_MAN, "55"),
        # a grandchild becomes head
        (OLD_MAN, one("41", MAN, 2000), OLD_MAN, "61"),
        (OLD_MAN, one("44", WOMAN, 2000), SPOUSE, "64"),
        (OLD_MAN, one("40", MAN, 2000), OLD_MAN, None),
        # a parent becomes head
        (OLD_MAN, FATHER, OLD_MAN, "20"),
        (OLD_MAN, FATHER, SPOUSE, "38"),
        (OLD_WOMAN, FATHER, HUSBAND, "28"),
        (OLD_MAN, FATHER, MOTHER, "12"),
        (OLD_MAN, FATHER, SON, "41"),
        (OLD_WOMAN, FATHER, DAUGHTER, "44"),
        (OLD_MAN, FATHER, one("38", WOMAN), "45"),
        (OLD_MAN, FATHER, one("28", MAN), "46"),
        (OLD_MAN, FATHER, one("41", MAN, 2005), "47"),
        (OLD_MAN, FATHER, SISTER, "30"),
        (OLD_MAN, FATHER, one("74", WOMAN), "38"),
        (OLD_MAN, FATHER, one("78", MAN), "28"),
        (OLD_MAN, FATHER, one("94", WOMAN), "42"),
        (OLD_MAN, FATHER, one("95", MAN), "43"),
        # a parent of the spouse becomes head
        (OLD_MAN, one("55", MAN, 1925), OLD_MAN, "28"),
        (OLD_MAN, one("55", MAN, 1925), SPOUSE, "30"),
        (OLD_MAN, one("55", MAN, 1925), one("56", WOMAN, 1925), "12"),
        (OLD_MAN, one("55", MAN, 1925), SON, "43"),
        (OLD_WOMAN, one("54", WOMAN, 1925), SON, "41"),
        (OLD_MAN, one("55", MAN, 1925), one("42", WOMAN, 2005), "48"),
        # a grandparent becomes head
        (OLD_MAN, one("62", WOMAN, 1905), OLD_MAN, "41"),
        (OLD_WOMAN, one("63", MAN, 1905), OLD_WOMAN, "44"),
        (OLD_MAN, one("60", MAN, 1905), OLD_MAN, None),
        # a brother or sister becomes head
        (OLD_MAN, BROTHER, OLD_MAN, "71"),
        (OLD_MAN, BROTHER, SPOUSE, "72"),
        (OLD_MAN, one("71", MAN, 1945), SPOUSE, "74"),
        (OLD_WOMAN, SISTER, HUSBAND, "76"),
        (OLD_WOMAN, one("75", WOMAN, 1945), HUSBAND, "78"),
        (OLD_MAN, BROTHER, SISTER, "77"),
        (OLD_MAN, BROTHER, FATHER, "51"),
        (OLD_MAN, BROTHER, one("61", MAN, 1905), "61"),
        (OLD_MAN, BROTHER, SON, "93"),
        (OLD_WOMAN, BROTHER, DAUGHTER, "96"),
        # nothing follows
        (OLD_MAN, one("97", MAN), OLD_MAN, None),
        (OLD_MAN, SON, one("99", MAN), "99"),
    ],
)  # fmt: skip
def test_relation_to_another_head(old: Relative, head: Relative, member: Relative, code: str | None) -> None:
    assert restated(old, head, member) == code
    assert code is None or code in RELATIONS


def test_new_head_is_head_whatever_it_was_before() -> None:
    assert restated(OLD_MAN, SON, SON) == HEAD


@pytest.mark.parametrize(("code", "kind"), [("01", "head"), ("27", "child"), ("47", "other"), ("95", "nephew")])
def test_kind_of_a_code(code: str, kind: str) -> None:
    assert kind_of(code) == kind


# what is likely in this household


def codes(head: Relative, *members: Relative) -> list[tuple[str, bool]]:
    return [(each.relation, each.sure) for each in restate_all(OLD_MAN, head, members)]


def test_only_sons_wife_and_children_are_likely_his_own() -> None:
    wife, boy, girl = one("38", WOMAN), one("41", MAN, 2005), one("42", WOMAN, 2008)
    grandsons_wife, granddaughters_husband = one("45", WOMAN, 2006), one("46", MAN, 2006)
    assert codes(SON, SON, SPOUSE, wife, boy, girl, grandsons_wife, granddaughters_husband) == [
        (HEAD, True), ("52", True), ("12", False), ("20", False), ("30", False), ("38", False), ("28", False),
    ]  # fmt: skip


def test_daughter_in_law_as_head_likely_has_the_only_son_as_husband() -> None:
    wife = one("38", WOMAN)
    assert codes(wife, wife, SON, one("41", MAN, 2005)) == [(HEAD, True), ("11", False), ("20", False)]


def test_nothing_is_likely_with_two_sons_or_two_of_one_sex() -> None:
    second = one("23", MAN, 1980)
    assert codes(SON, SON, second, one("38", WOMAN)) == [(HEAD, True), ("73", True), ("", False)]
    assert codes(SON, SON, one("28", MAN)) == [(HEAD, True), ("", False)]
    assert codes(SON, SON, one("47", MAN, 2020)) == [(HEAD, True), ("", False)]
    assert codes(one("97", MAN), SON) == [("", False)]


# who may follow


def test_spouse_follows_then_the_eldest_child_and_adults_before_children() -> None:
    on = date(2026, 3, 16)
    young, elder, child = one("22", MAN, 1980), one("32", WOMAN, 1975), one("41", MAN, 2015)
    assert successor([young, elder, SPOUSE, child], on) == SPOUSE.person_id
    assert successor([young, elder, child], on) == elder.person_id
    assert successor([one("30", WOMAN, 2012), one("99", MAN, 1990, "lodger")], on) == "lodger"
    assert successor([child], on) == child.person_id
    assert successor([], on) is None
