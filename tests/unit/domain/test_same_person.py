"""When two records look like one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.codes import Sex
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.same_person import Likeness, differs_by_a_slip, likenesses

FIRST = Person(
    id=PersonId("a"), name="郑安", id_number="532325199512060235", birth_on=date(1995, 12, 6), sex=Sex.MALE, phone="1"
)
SECOND = replace(FIRST, id=PersonId("b"), id_number="532301198001010019", birth_on=date(1980, 1, 1), phone="2")


def test_one_name_alone_says_nothing() -> None:
    assert likenesses(FIRST, SECOND) == ()


@pytest.mark.parametrize(
    ("changed", "likeness"),
    [
        ({"birth_on": FIRST.birth_on}, Likeness.BIRTH),
        ({"phone": "1"}, Likeness.PHONE),
        ({"id_number": "532325199512060278"}, Likeness.NUMBER),
        ({"former_id_number": FIRST.id_number, "name": "高明"}, Likeness.FORMER),
    ],
    ids=["birth", "phone", "number", "former"],
)
def test_each_likeness_is_told(changed: dict[str, object], likeness: Likeness) -> None:
    other = replace(SECOND, **changed)  # type: ignore[arg-type]  # fields of a person
    assert likenesses(FIRST, other) == (likeness,)
    assert likenesses(other, FIRST) == (likeness,)


def test_no_phone_is_no_likeness() -> None:
    assert likenesses(replace(FIRST, phone=""), replace(SECOND, phone="")) == ()


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("1234", "1234", False),
        ("1234", "1235", True),
        ("1234", "1243", True),
        ("1234", "4321", False),
        ("", "", False),
        ("1234", "12345", False),
    ],
    ids=["same", "one", "changed places", "four", "none", "longer"],
)
def test_a_slip_is_one_or_two_places(first: str, second: str, differs: bool) -> None:
    assert differs_by_a_slip(first, second) is differs
