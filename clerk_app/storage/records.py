"""Domain objects to rows and back: the one place that knows how a field is stored."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import RowMapping, Table

from clerk_app.domain.absence import Absence
from clerk_app.domain.act import Scalar, canonical_json
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
from clerk_app.domain.money import Money
from clerk_app.domain.publication import Publication
from clerk_app.domain.recovery import RecoveryReceipt, RecoverySpan
from clerk_app.domain.same_person import Pair
from clerk_app.domain.settlement import Settlement
from clerk_app.domain.transfer import EarlierAct, EarlierContribution, Transfer
from clerk_app.domain.working_days import CalendarDay
from clerk_app.storage import (
    calendar_tables,
    event_tables,
    merge_tables,
    people_tables,
    recovery_tables,
    tables,
    transfer_tables,
)

T = TypeVar("T")
_Read = Callable[[Any], Any]
_Write = Callable[[Any], Scalar]


@dataclass(frozen=True, slots=True)
class RecordType(Generic[T]):
    """A record table with the domain class its rows are."""

    cls: type[T]
    table: Table
    writers: Mapping[str, _Write]
    readers: Mapping[str, _Read]

    def to_row(self, record: T) -> dict[str, Scalar]:
        """Return the record's fields as row scalars, without id and version."""
        return {name: write(getattr(record, name)) for name, write in self.writers.items()}

    def from_row(self, row: RowMapping) -> T:
        """Return the domain object of a row."""
        values = {name: read(row[name]) for name, read in self.readers.items()}
        return cast("Any", self.cls)(id=row["id"], version=row["version"], **values)  # type: ignore[no-any-return]

    def from_fields(self, record_id: str, fields: Mapping[str, Scalar]) -> T:
        """Return the domain object of a record that came from elsewhere: what it lacks takes its default, what is more is left out.

        Raises ValueError, TypeError or KeyError for what cannot be read.
        """
        values = {name: read(fields[name]) for name, read in self.readers.items() if name in fields}
        return cast("Any", self.cls)(id=record_id, **values)  # type: ignore[no-any-return]


def _optional(read: _Read, write: _Write) -> tuple[_Read, _Write]:
    return (
        lambda value: None if value is None else read(value),
        lambda value: None if value is None else write(value),
    )


def _converters(hint: Any) -> tuple[_Read, _Write]:
    """Return how a field of this type is read from and written to a row."""
    if isinstance(hint, typing.NewType):
        return _converters(hint.__supertype__)
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (part for part in typing.get_args(hint) if part is not type(None))
        return _optional(*_converters(inner))
    if origin is tuple:
        return (lambda text: tuple(json.loads(text)), lambda value: canonical_json(list(value)))
    if origin is dict:
        return (json.loads, canonical_json)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (hint, lambda value: str(value.value))
    simple: dict[Any, tuple[_Read, _Write]] = {
        str: (str, str),
        int: (int, int),
        bool: (bool, int),
        date: (date.fromisoformat, date.isoformat),
        Money: (Money, lambda value: cast("Money", value).fen),
    }
    return simple[hint]


def _record_type(cls: type[T], table: Table) -> RecordType[T]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in fields(cast("Any", cls)) if field.name not in {"id", "version"}]
    pairs = {name: _converters(hints[name]) for name in names}
    return RecordType(
        cls,
        table,
        writers={name: pair[1] for name, pair in pairs.items()},
        readers={name: pair[0] for name, pair in pairs.items()},
    )


VILLAGE = _record_type(Village, tables.VILLAGE)
CLERK = _record_type(Clerk, tables.CLERK)
HOUSEHOLD = _record_type(Household, tables.HOUSEHOLD)
PERSON = _record_type(Person, tables.PERSON)
MEMBERSHIP = _record_type(Membership, tables.MEMBERSHIP)
IDENTITY = _record_type(Identity, tables.IDENTITY)
DIBAO_CASE = _record_type(DibaoCase, tables.DIBAO_CASE)
INCOME_ITEM = _record_type(IncomeItem, tables.INCOME_ITEM)
CONTRIBUTION = _record_type(Contribution, tables.CONTRIBUTION)
DOCUMENT = _record_type(Document, tables.DOCUMENT)
CALENDAR_DAY = _record_type(CalendarDay, calendar_tables.CALENDAR_DAY)
BANK_ACCOUNT = _record_type(BankAccount, people_tables.BANK_ACCOUNT)
ATTACHMENT = _record_type(Attachment, people_tables.ATTACHMENT)
PERSON_PAIR = _record_type(Pair, people_tables.PERSON_PAIR)
PUBLICATION = _record_type(Publication, tables.PUBLICATION)
FOLLOW_UP = _record_type(FollowUp, event_tables.FOLLOW_UP)
RECOVERY_SPAN = _record_type(RecoverySpan, recovery_tables.RECOVERY_SPAN)
RECOVERY_RECEIPT = _record_type(RecoveryReceipt, recovery_tables.RECOVERY_RECEIPT)
ABSENCE = _record_type(Absence, event_tables.ABSENCE)
FORMER_RELATION = _record_type(FormerRelation, event_tables.FORMER_RELATION)
FORMER_NUMBER = _record_type(FormerNumber, event_tables.FORMER_NUMBER)
TRANSFER = _record_type(Transfer, transfer_tables.TRANSFER)
EARLIER_CONTRIBUTION = _record_type(EarlierContribution, transfer_tables.EARLIER_CONTRIBUTION)
EARLIER_ACT = _record_type(EarlierAct, transfer_tables.EARLIER_ACT)
SETTLEMENT = _record_type(Settlement, merge_tables.SETTLEMENT)
