"""The past that comes with a household from another village: what was paid and done there, each once however often it is brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from clerk_app.domain.act import to_line
from clerk_app.domain.contribution import Contribution
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.transfer import (
    EarlierAct,
    EarlierActId,
    EarlierContribution,
    EarlierContributionId,
    Transfer,
    TransferId,
)
from clerk_app.services.incoming import payments_of
from clerk_app.storage import journal
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.exchange.transfers import Offer
    from clerk_app.storage.unit_of_work import UnitOfWork


def take_past(
    uow: UnitOfWork, transfer: Transfer, household_id: HouseholdId, offer: Offer, ids: Mapping[PersonId, PersonId]
) -> None:
    """Write the payments and acts of those who come; ``ids`` are the people here by their ids there.

    Left out is what this village has: people who come back bring their own village's past along, and a household that was sent again
    brings what came the first time. What was paid here and taken back here since must not come back as another village's word.
    """
    for payment in _payments(uow, transfer, offer, ids):
        uow.earlier_contributions.add(payment)
    for act in _acts(uow, transfer, household_id, offer):
        uow.earlier_acts.add(act)


def _payments(
    uow: UnitOfWork, transfer: Transfer, offer: Offer, ids: Mapping[PersonId, PersonId]
) -> Iterator[EarlierContribution]:
    known = {person: Counter(map(_same, uow.earlier_contributions.find(person_id=person))) for person in ids.values()}
    own = {person: {_same_here(paid) for paid in uow.contributions.find(person_id=person)} for person in ids.values()}
    for earlier in payments_of(offer):
        person = ids.get(earlier.person_id)
        if person is None:
            continue
        told = replace(
            earlier,
            id=EarlierContributionId(new_id()),
            transfer_id=transfer.id,
            person_id=person,
            village_name=earlier.village_name or transfer.village_name,
        )
        is_from_here = bool(earlier.village_name) and _same_here(earlier) in own[person]
        if known[person][_same(told)]:
            known[person][_same(told)] -= 1  # paid twice there is told twice here
        elif not is_from_here:
            yield told


def _same(paid: EarlierContribution) -> EarlierContribution:
    """Return what two records of one payment have in common."""
    return replace(paid, id=EarlierContributionId(""), version=0, transfer_id=TransferId(""))


def _same_here(paid: EarlierContribution | Contribution) -> tuple[object, ...]:
    """Return what a payment recorded here and another village's word of it have in common."""
    return paid.insurance, paid.year, paid.tier, paid.amount, paid.payer, paid.payer_name, paid.paid_on


def _acts(uow: UnitOfWork, transfer: Transfer, household_id: HouseholdId, offer: Offer) -> Iterator[EarlierAct]:
    own = {act.hash for act in journal.acts_with(uow.connection, {moved.act.hash for moved in offer.acts})}
    known = {earlier.line for earlier in uow.earlier_acts.find(household_id=household_id)}
    for moved in offer.acts:
        line = to_line(moved.act)
        if moved.act.hash not in own and line not in known:
            yield EarlierAct(
                id=EarlierActId(new_id()),
                transfer_id=transfer.id,
                household_id=household_id,
                village_name=moved.village or transfer.village_name,
                by_name=moved.by,
                line=line,
            )
