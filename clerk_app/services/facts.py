"""The register's people as the evaluator's facts."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from clerk_app.domain.codes import HEAD, Capacity, IdentityKind, Marital, MedicalScheme, PensionScheme
from clerk_app.domain.household import Member
from clerk_app.domain.money import Money
from clerk_app.policy import model

_RELATIONS = {
    "child": range(20, 40),
    "grandchild": range(40, 50),
    "parent": range(50, 60),
    "grandparent": range(60, 70),
}


def person_facts(member: Member, day: date, tier: Money | None = None) -> model.PersonFacts:
    """Return what the evaluator must know of a member on a day; ``tier`` is the person's own choice for the year, if any."""
    person = member.person
    disability = None
    if person.disability_grade is not None:
        certified = person.disability_certified_on or member.membership.from_on
        disability = model.DisabilityFact(grade=person.disability_grade, certified_on=certified)
    return model.PersonFacts(
        id=person.id,
        name=person.name,
        birth_date=person.birth_on,
        sex="male" if person.sex.value == "1" else "female",
        relation=_relation(member.membership.relation),
        marital_status=_marital(person.marital),
        alive=person.alive_on(day),
        died_on=person.died_on,
        student=person.student,
        labour_capacity=_capacity(person.labour_capacity),
        self_care=_capacity(person.self_care),
        serious_illness=person.serious_illness,
        chronic_illness=person.chronic_illness,
        identities=tuple(
            model.IdentityFact(
                code=identity.kind.value,
                from_on=identity.from_on,
                to_on=identity.to_on,
                lifted_on=identity.lifted_on,
                grade=identity.grade if identity.kind is IdentityKind.STERILISATION_COMPLICATION else None,
            )
            for identity in member.identities
            if identity.withdrawn_on is None
        ),
        disability=disability,
        pension=model.PensionFacts(
            scheme=None if person.pension_scheme in (None, PensionScheme.NONE) else person.pension_scheme.value,
            receiving=person.receiving_pension,
            tier=tier,
            years_paid=person.pension_years,
            account_balance=person.pension_balance,
        ),
        medical=model.MedicalFacts(
            scheme=None if person.medical_scheme in (None, MedicalScheme.NONE) else person.medical_scheme.value
        ),
    )


def _relation(code: str) -> str:
    if code == HEAD:
        return "head"
    if code in {"10", "11", "12"}:
        return "spouse"
    number = int(code)
    if 70 <= number < 80:
        return "sibling"
    return next((name for name, codes in _RELATIONS.items() if number in codes), "other")


def _capacity(capacity: Capacity) -> str:
    return str(capacity.value)


def _marital(marital: Marital | None) -> str | None:
    match marital:
        case None | Marital.UNSTATED:
            return None
        case Marital.SINGLE:
            return "single"
        case Marital.MARRIED | Marital.FIRST_MARRIED | Marital.REMARRIED | Marital.REUNITED:
            return "married"
        case Marital.WIDOWED:
            return "widowed"
        case Marital.DIVORCED:
            return "divorced"
        case _:
            assert_never(marital)
