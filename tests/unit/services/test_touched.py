"""Whose records acts have changed: the person when the act names one, else the payment or the place by which one is found."""

from __future__ import annotations

from msgspec import structs

from clerk_app.domain.act import Change
from clerk_app.services.touched import Touched
from tests.chains import chain


def of(*changes: Change) -> Touched:
    touched = Touched()
    touched.add([structs.replace(*chain(1), changes=changes)])
    return touched


def test_people_are_noted_as_far_as_an_act_names_them() -> None:
    touched = of(
        Change("person", "p1", 0, {}, {"name": "李㛃"}),
        Change("contribution", "c1", 0, {}, {"person_id": "p2"}),
        Change("contribution", "c2", 1, {"amount": 1}, {"amount": 2}),
        Change("membership", "m1", 1, {"to_on": None}, {"to_on": "2026-03-16"}),
        Change("household", "h1", 0, {}, {}),
    )
    assert (touched.people, touched.paid, touched.placed) == ({"p1", "p2"}, {"c2"}, {"m1"})


def test_text_that_is_nobodys_id_is_not_asked_for() -> None:
    touched = of(
        Change("contribution", "c1", 1, {"person_id": "p1"}, {"person_id": "\x00"}),
        Change("membership", "m1", 1, {"person_id": "p1"}, {"person_id": 3}),
    )
    assert (touched.people, touched.paid, touched.placed) == (set(), {"c1"}, {"m1"})
