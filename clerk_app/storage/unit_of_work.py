"""One act = one transaction = one journal entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import uuid_utils
from sqlalchemy import Connection, Engine

from clerk_app.domain.absence import Absence
from clerk_app.domain.act import Act, Change
from clerk_app.domain.attachment import Attachment
from clerk_app.domain.bank_account import BankAccount
from clerk_app.domain.clerk import Clerk
from clerk_app.domain.contribution import Contribution
from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.document import Document
from clerk_app.domain.follow_up import FollowUp
from clerk_app.domain.former import FormerNumber, FormerRelation
from clerk_app.domain.household import Household, Identity, Membership, Person, Village
from clerk_app.domain.income import IncomeItem
from clerk_app.domain.plain_text import LONGEST_TEXT, require_no_control
from clerk_app.domain.publication import Publication
from clerk_app.domain.recovery import RecoveryReceipt, RecoverySpan
from clerk_app.domain.same_person import Pair
from clerk_app.domain.settlement import Settlement
from clerk_app.domain.transfer import EarlierAct, EarlierContribution, Transfer
from clerk_app.domain.working_days import CalendarDay
from clerk_app.errors import UserError
from clerk_app.storage import journal, lost, records, search
from clerk_app.storage.apply import require_met
from clerk_app.storage.engine import writing
from clerk_app.storage.peer import own_place
from clerk_app.storage.repositories import ChangeLog, Repository


def new_id() -> str:
    """Return a new id for whatever travels (UUIDv7: sortable by time of making)."""
    return str(uuid_utils.uuid7())


def utc_text(moment: datetime) -> str:
    """Return an instant as the journal writes it, ``2026-11-21T08:30:00.123Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class UnitOfWork:
    """The records a service may read and change within one act."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.log = ChangeLog()
        self.subject = ""
        self.villages: Repository[Village] = Repository(connection, records.VILLAGE, self.log)
        self.clerks: Repository[Clerk] = Repository(connection, records.CLERK, self.log)
        self.households: Repository[Household] = Repository(connection, records.HOUSEHOLD, self.log)
        self.people: Repository[Person] = Repository(connection, records.PERSON, self.log)
        self.memberships: Repository[Membership] = Repository(connection, records.MEMBERSHIP, self.log)
        self.identities: Repository[Identity] = Repository(connection, records.IDENTITY, self.log)
        self.dibao_cases: Repository[DibaoCase] = Repository(connection, records.DIBAO_CASE, self.log)
        self.income_items: Repository[IncomeItem] = Repository(connection, records.INCOME_ITEM, self.log)
        self.contributions: Repository[Contribution] = Repository(connection, records.CONTRIBUTION, self.log)
        self.documents: Repository[Document] = Repository(connection, records.DOCUMENT, self.log)
        self.follow_ups: Repository[FollowUp] = Repository(connection, records.FOLLOW_UP, self.log)
        self.recovery_spans: Repository[RecoverySpan] = Repository(connection, records.RECOVERY_SPAN, self.log)
        self.recovery_receipts: Repository[RecoveryReceipt] = Repository(connection, records.RECOVERY_RECEIPT, self.log)
        self.absences: Repository[Absence] = Repository(connection, records.ABSENCE, self.log)
        self.former_relations: Repository[FormerRelation] = Repository(connection, records.FORMER_RELATION, self.log)
        self.former_numbers: Repository[FormerNumber] = Repository(connection, records.FORMER_NUMBER, self.log)
        self.calendar_days: Repository[CalendarDay] = Repository(connection, records.CALENDAR_DAY, self.log)
        self.bank_accounts: Repository[BankAccount] = Repository(connection, records.BANK_ACCOUNT, self.log)
        self.attachments: Repository[Attachment] = Repository(connection, records.ATTACHMENT, self.log)
        self.pairs: Repository[Pair] = Repository(connection, records.PERSON_PAIR, self.log)
        self.publications: Repository[Publication] = Repository(connection, records.PUBLICATION, self.log)
        self.settlements: Repository[Settlement] = Repository(connection, records.SETTLEMENT, self.log)
        self.transfers: Repository[Transfer] = Repository(connection, records.TRANSFER, self.log)
        self.earlier_contributions: Repository[EarlierContribution] = Repository(
            connection, records.EARLIER_CONTRIBUTION, self.log
        )
        self.earlier_acts: Repository[EarlierAct] = Repository(connection, records.EARLIER_ACT, self.log)


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes acts: the clerk, by which clock. On which install and in which epoch the database says."""

    clerk_id: str
    now: Callable[[], datetime]


class Batch:
    """Several acts in one transaction: all of them are written, or none."""

    def __init__(self, connection: Connection, author: Author) -> None:
        self._connection = connection
        self._author = author
        self._install, self._epoch = own_place(connection)  # an answer of the county may have opened a new epoch since
        self._number, self._previous = journal.chain_head(connection, self._install, self._epoch)
        self._changes: list[Change] = []
        # Acts of our own lose nothing, so that what waits for a person can only become less within the batch.
        self._may_settle = lost.count_open(connection) > 0

    @property
    def connection(self) -> Connection:
        """The transaction, for what goes with the acts and is none: which import they belong to."""
        return self._connection

    @contextmanager
    def act(self, kind: str, reason: str = "") -> Iterator[UnitOfWork]:
        """Give a unit of work that becomes one journal entry; one that changed nothing leaves none."""
        uow = UnitOfWork(self._connection)
        yield uow
        if not uow.log.changes:
            return
        _require_text(uow.log.changes, reason)
        require_met(self._connection, uow.log.changes)
        entry = journal.sealed(
            Act(
                install=self._install,
                epoch=self._epoch,
                number=self._number + 1,
                id=new_id(),
                at=utc_text(self._author.now()),
                by=self._author.clerk_id,
                kind=kind,
                subject=uow.subject,
                reason=reason,
                changes=uow.log.changes,
                previous=self._previous,
            )
        )
        journal.append(self._connection, entry)
        if self._may_settle:
            wrote = [(change.table, change.id, change.after) for change in entry.changes]
            lost.note(self._connection, (lost.Step(entry, wrote),))
        self._changes += entry.changes
        self._number, self._previous = entry.number, entry.hash

    def finish(self) -> None:
        """Bring what is derived from the records up to date, once for all acts."""
        search.follow(self._connection, self._changes)


_OF_OTHERS: Final = frozenset({"earlier_act", "earlier_contribution"})


def _require_text(changes: Iterable[Change], reason: str) -> None:
    """Raise UserError at the field for a control character, whatever was pasted there, and for a reason that is too long.

    The county's database would refuse a zero for ever, and a terminal would obey an escape when the history is read. What another
    village wrote stays as it came.
    """
    if len(reason) > LONGEST_TEXT:
        raise UserError("原因太长：最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
    require_no_control(reason, "reason")
    for change in changes:
        for field, value in change.after.items() if change.table not in _OF_OTHERS else ():
            if type(value) is str:
                require_no_control(value, field)


@contextmanager
def batch(engine: Engine, author: Author) -> Iterator[Batch]:
    """Open one transaction for several acts; any exception undoes all of them."""
    with writing(engine) as connection:
        acts = Batch(connection, author)
        yield acts
        acts.finish()


@contextmanager
def unit_of_work(engine: Engine, author: Author, kind: str, reason: str = "") -> Iterator[UnitOfWork]:
    """Open one act: committed with its journal entry at the end, undone by any exception."""
    with batch(engine, author) as acts, acts.act(kind, reason) as uow:
        yield uow
