"""What comes with a household from another village beside its people: bank accounts and papers, as records of this village."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from clerk_app.domain.attachment import AttachmentId
from clerk_app.domain.bank_account import BankAccountId
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.services.incoming import IncomingHousehold
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork


def take_belongings(
    uow: UnitOfWork, incoming: IncomingHousehold, household_id: HouseholdId, ids: Mapping[PersonId, PersonId]
) -> None:
    """Write the accounts and papers of those who come; ``ids`` are the people here by their ids there.

    What somebody here entered by hand before stays: the same account, another one in use for the same purpose, the same paper.
    """
    _accounts(uow, incoming, ids)
    _papers(uow, incoming, household_id, ids)


def _accounts(uow: UnitOfWork, incoming: IncomingHousehold, ids: Mapping[PersonId, PersonId]) -> None:
    for account in incoming.accounts:
        person = ids[account.person_id]
        known = uow.bank_accounts.find(person_id=person, purpose=account.purpose.value)
        is_used = account.to_on is None and any(each.to_on is None for each in known)
        if not is_used and all(each.number != account.number for each in known):
            uow.bank_accounts.add(replace(account, id=BankAccountId(new_id()), version=0, person_id=person))


def _papers(
    uow: UnitOfWork, incoming: IncomingHousehold, household_id: HouseholdId, ids: Mapping[PersonId, PersonId]
) -> None:
    for paper in incoming.papers:
        person = None if paper.person_id is None else ids[paper.person_id]
        known = uow.attachments.find(household_id=household_id, sha256=paper.sha256, removed_on=None)
        if all(each.person_id != person for each in known):
            fresh = replace(paper, id=AttachmentId(new_id()), version=0, household_id=household_id, person_id=person)
            uow.attachments.add(fresh)
