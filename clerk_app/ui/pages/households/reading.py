"""What a household's file shows, read in one go in the database thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.absence import Absence
from clerk_app.domain.contribution import Contribution
from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.document import Document
from clerk_app.domain.household import HouseholdFile, HouseholdId, Identity, Member
from clerk_app.domain.reversal import standing
from clerk_app.domain.transfer import EarlierContribution
from clerk_app.services.attachments import AttachmentRow, attachments_of
from clerk_app.services.bank_accounts import AccountRow, accounts_of
from clerk_app.services.contributions import contributions_of, paid_before
from clerk_app.services.dibao import cases_of
from clerk_app.services.follow_ups import absences_of, follow_ups
from clerk_app.services.history import EarlierHistory, HistoryEntry, earlier_history_of, household_history
from clerk_app.services.households import group_names, open_household
from clerk_app.services.notices import list_documents
from clerk_app.services.recoveries import Recovery, recoveries
from clerk_app.services.transfer_out import LeftHousehold, move_of
from clerk_app.storage.follow_up_queries import FollowUpRow
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """A household as it is today (``now``) and on the day looked at (``shown``), with everything that hangs on it.

    ``earlier`` and ``paid_before`` (with names) are of villages it came from; ``left`` is a move to another village that can be taken back.
    """

    now: HouseholdFile
    shown: HouseholdFile
    cases: tuple[DibaoCase, ...]
    payments: tuple[PaymentRow, ...]
    documents: tuple[Document, ...]
    history: tuple[HistoryEntry, ...]
    groups: tuple[str, ...]
    earlier: tuple[EarlierHistory, ...] = ()
    paid_before: tuple[tuple[str, EarlierContribution], ...] = ()
    left: LeftHousehold | None = None
    accounts: tuple[AccountRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    follow_ups: tuple[FollowUpRow, ...] = ()
    absences: tuple[Absence, ...] = ()
    recoveries: tuple[Recovery, ...] = ()

    @property
    def is_past(self) -> bool:
        """Whether another day than today is looked at."""
        return self.shown.on != self.now.on


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment with the name of the person; ``is_void`` for a reversal and for what it took back."""

    name: str
    payment: Contribution
    is_void: bool


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """One hardship status with the name of the person."""

    name: str
    identity: Identity
    on: date


def read_file(workspace: Workspace, household_id: HouseholdId, on: date | None, _progress: Progress) -> FileContent:
    """Read everything of a household; raises UserError when there is none."""
    now = open_household(workspace, household_id)
    shown = now if on is None or on == now.on else open_household(workspace, household_id, on)
    people = {member.person.id: member.person for member in (*now.members, *shown.members)}
    ids = tuple(people)
    paid = [
        payment for year in (now.on.year, now.on.year - 1) for payment in contributions_of(workspace, ids, year=year)
    ]
    stands = {payment.id for payment in standing(paid)}
    rows = tuple(PaymentRow(people[payment.person_id].name, payment, payment.id not in stands) for payment in paid)
    return FileContent(
        now=now,
        shown=shown,
        cases=cases_of(workspace, household_id),
        payments=rows,
        documents=list_documents(workspace, household_id),
        history=household_history(workspace, household_id, ids),
        groups=group_names(workspace),
        earlier=earlier_history_of(workspace, household_id),
        paid_before=tuple((people[paid.person_id].name, paid) for paid in paid_before(workspace, ids)),
        left=move_of(workspace, household_id),
        accounts=accounts_of(workspace, household_id),
        attachments=attachments_of(workspace, household_id),
        follow_ups=follow_ups(workspace, household_id, settled=True),
        absences=absences_of(workspace, ids),
        recoveries=recoveries(workspace, household_id, settled=True),
    )


def identity_rows(file: HouseholdFile) -> tuple[IdentityRow, ...]:
    """Return the members' hardship statuses, running ones first."""
    rows = [IdentityRow(member.person.name, item, file.on) for member in file.members for item in member.identities]
    return tuple(sorted(rows, key=lambda row: not row.identity.held_on(row.on)))


def running_identities(member: Member, on: date) -> tuple[Identity, ...]:
    """Return the statuses a member holds on a day."""
    return tuple(identity for identity in member.identities if identity.held_on(on))
