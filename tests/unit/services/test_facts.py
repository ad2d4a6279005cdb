"""What the evaluator learns of a member: relations and marriages in its own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk_app.domain.codes import RELATIONS, Marital
from clerk_app.domain.household import HouseholdId, Member, Membership, MembershipId, PersonId
from clerk_app.services.facts import person_facts
from tests.builders import DAY, a_member


def member(relation: str = "02", marital: Marital | None = None) -> Member:
    person = replace(a_member("段有福").person, id=PersonId("p"), marital=marital)
    place = Membership(
        id=MembershipId("m"), household_id=HouseholdId("h"), person_id=person.id, relation=relation, from_on=DAY
    )
    return Member(person=person, membership=place)


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ("02", "head"),
        ("10", "spouse"),
        ("11", "spouse"),
        ("12", "spouse"),
        ("20", "child"),
        ("39", "child"),
        ("41", "grandchild"),
        ("51", "parent"),
        ("61", "grandparent"),
        ("70", "sibling"),
        ("79", "sibling"),
        ("01", "other"),
        ("80", "other"),
        ("99", "other"),
    ],
)
def test_relation_is_told_in_the_evaluators_words(code: str, relation: str) -> None:
    assert person_facts(member(code), DAY).relation == relation


def test_every_relation_of_the_standard_is_understood() -> None:
    assert all(person_facts(member(code), DAY).relation for code in RELATIONS)


@pytest.mark.parametrize(
    ("marital", "told"),
    [
        (None, None),
        (Marital.UNSTATED, None),
        (Marital.SINGLE, "single"),
        (Marital.MARRIED, "married"),
        (Marital.FIRST_MARRIED, "married"),
        (Marital.REMARRIED, "married"),
        (Marital.REUNITED, "married"),
        (Marital.WIDOWED, "widowed"),
        (Marital.DIVORCED, "divorced"),
    ],
)
def test_marriage_is_told_in_the_evaluators_words(marital: Marital | None, told: str | None) -> None:
    assert person_facts(member(marital=marital), DAY).marital_status == told
