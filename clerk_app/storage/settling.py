"""Writing what a person chose between two laptops: one value, or a whole act that was held back, by field and table names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, cast

from sqlalchemy.exc import IntegrityError

from clerk_app.domain.act import Act, Change, Scalar
from clerk_app.errors import UserError
from clerk_app.storage import records
from clerk_app.storage.records import RecordType
from clerk_app.storage.repositories import Repository
from clerk_app.storage.tables import TRANSFER
from clerk_app.storage.unit_of_work import UnitOfWork

_TYPES: Final[Mapping[str, RecordType[Any]]] = {
    kind.table.name: kind for kind in vars(records).values() if isinstance(kind, RecordType)
}


def write_value(uow: UnitOfWork, table: str, record_id: str, field: str, value: Scalar) -> None:
    """Give a field the chosen value; raises UserError when it cannot stand there (any more)."""
    with _told():
        _write(uow, Change(table, record_id, 1, {}, {field: value}))


def write_act(uow: UnitOfWork, act: Act) -> None:
    """Do what an act wanted, on the records as they are now; raises UserError when that is not possible any more."""
    _require_still_here(uow, act)
    with _told():
        for change in act.changes:
            _write(uow, change)


def _require_still_here(uow: UnitOfWork, act: Act) -> None:
    """Refuse to send people to another village who left their household meanwhile: two villages would be offered them."""
    sent = [
        records.TRANSFER.from_fields(change.id, change.after)
        for change in act.changes
        if change.table == TRANSFER.name and change.base == 0 and change.after.get("origin") == ""
    ]
    for transfer in sent:
        for person in transfer.people:
            if uow.memberships.first(person_id=person, household_id=transfer.household_id, to_on=None) is None:
                raise UserError(
                    "{name}已不在这一户里，不能照原样再迁出：请选“不再办理”，再照现在的情况办理。",
                    field="choice",
                    name=uow.people.get(person).name,
                )


def _write(uow: UnitOfWork, change: Change) -> None:
    kind = _TYPES[change.table]
    repository: Repository[Any] = Repository(uow.connection, kind, uow.log)
    known = repository.find(id=change.id)
    if known:
        values = {name: kind.readers[name](value) for name, value in change.after.items()}
        repository.save(replace(known[0], **values))
    elif change.base == 0:
        row = {**dict.fromkeys(kind.table.c.keys()), **change.after, "id": change.id, "version": 0}
        repository.add(kind.from_row(cast("Any", row)))
    else:
        raise UserError("要改的记录已经不在：请选“不再办理”，再照现在的情况办理。", field="choice")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise UserError(
            "照这样改会与现有登记重复或矛盾（如同一身份号码、同一户两位户主）：请先核对。", field="choice"
        ) from error
