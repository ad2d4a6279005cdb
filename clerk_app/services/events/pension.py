"""What the village's pack says of a member's pension: the month's sum, and the grant at death."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.household import HouseholdFile, Member, Person
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy import evaluator
from clerk_app.services.entitlements import case_of
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.family import Family
from clerk_app.services.rules import rules_on

if TYPE_CHECKING:
    from clerk_app.policy.model import Entitlement

MONTHLY = frozenset({"pension.base", "pension.account", "pension.seniority"})
FUNERAL = "pension.funeral"


def monthly(draft: Draft, family: Family, person: Person, on: date) -> Money | None:
    """Return what the pack gives the living person a month, or None where it gives no sum; the county's own list goes before."""
    found = [each for each in _entitlements(draft, family, replace(person, died_on=None), on) if each.code in MONTHLY]
    if not found or any(each.amount is None or each.per != "month" for each in found):
        return None
    return Money(sum(each.amount.fen for each in found if each.amount is not None))


def funeral_grant(draft: Draft, family: Family, person: Person, on: date) -> Entitlement | None:
    """Return the pack's funeral grant for somebody who died on a day, or None."""
    found = _entitlements(draft, family, replace(person, died_on=on), on)
    return next((each for each in found if each.code == FUNERAL), None)


def _entitlements(draft: Draft, family: Family, person: Person, on: date) -> tuple[Entitlement, ...]:
    """Return what the pack says of one member on a day; nothing where the pack or a value that it needs is missing."""
    kin = family.member(person.id, "person_id")
    member = Member(person=person, membership=kin.place, identities=draft.uow.identities.find(person_id=person.id))
    file = HouseholdFile(household=family.household, members=(member,), on=on)
    try:
        rules = rules_on(draft.workspace, on)
        assessment = evaluator.assess(rules.pack, case_of(draft.workspace, rules, file))
    except UserError as missing:
        draft.asks(missing.template, **missing.values)
        return ()
    return tuple(each for each in assessment.entitlements if each.person == person.id)
