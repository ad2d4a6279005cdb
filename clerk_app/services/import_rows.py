"""What stays of an import: which households it brought, and the rows that wait for a person, their contents kept encrypted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from clerk_app.domain.act import canonical_json
from clerk_app.domain.household import HouseholdId, IdentityId
from clerk_app.domain.resident_id import tidy
from clerk_app.errors import UserError
from clerk_app.excel.columns import Choice, Columns, Field, recognise
from clerk_app.excel.register_row import read_row
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.excel.table import Cell, CellKind, TableRow
from clerk_app.services.import_again import content_of
from clerk_app.services.import_mentions import holder_of
from clerk_app.services.import_statuses import Said, compare_statuses
from clerk_app.services.list_source import fields_of_text, fields_text
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store, queries, work_items
from clerk_app.storage.import_store import ROW_KIND, ImportRow
from clerk_app.storage.unit_of_work import new_id
from clerk_app.storage.work_items import WorkItemRow

if TYPE_CHECKING:
    from clerk_app.services.register_import import ImportPlan
    from clerk_app.storage.peer import Session
    from clerk_app.storage.queries import Holder

TAKEN_ELSEWHERE: Final = "已在另一次导入里登记"
_OLD_LENGTH: Final = 15
"""An old number stands under its new form as well; a new one's old form leaves out the check digit, which may be what is wrong."""
WAITS_ANEW: Final = "这一户在另一次导入里登记了，这一行改在那里等着处理"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """One import that was carried out. ``waiting`` counts its rows that wait for a person; ``households`` and ``people`` what it brought,
    ``statuses`` what people on file got from it and was not taken back."""

    id: str
    at: datetime
    by: str
    file_name: str
    sheet: str
    rows: int
    households: int
    people: int
    waiting: int
    statuses: int
    undone_at: datetime | None
    headers: tuple[str, ...]
    letters: tuple[str, ...]
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A row of a file that could not be taken in: its number there, its cells under the import's headings, what is wrong.

    ``block`` is the household of the file it stands in; ``household_id`` the household here that the others of it became, or empty.
    ``content`` is the fingerprint of the row as it stood in the file, whatever was corrected since.
    """

    id: str
    row: int
    block: str
    household_id: str
    cells: tuple[Cell, ...]
    problems: tuple[RegisterProblem, ...]
    content: str


def list_imports(workspace: Workspace) -> tuple[ImportRecord, ...]:
    """Return every import that was carried out, the newest first."""
    with workspace.store.reading() as connection:
        rows = import_store.imports(connection)
        waiting = import_store.counts_left(connection)
        statuses = import_store.counts_of_statuses(connection)
        names = queries.clerk_names(connection)
    return tuple(_record(row, waiting.get(row.id, 0), statuses.get(row.id, 0), names) for row in rows)


def import_record(workspace: Workspace, import_id: str) -> ImportRecord:
    """Return one import; raises UserError when there is none with this id."""
    with workspace.store.reading() as connection:
        row = import_store.import_of(connection, import_id)
        waiting = import_store.counts_left(connection)
        statuses = import_store.counts_of_statuses(connection)
        names = queries.clerk_names(connection)
    if row is None:
        raise UserError("没有这次导入：请用 clerk household imports 查看。", field="import")
    return _record(row, waiting.get(row.id, 0), statuses.get(row.id, 0), names)


def _record(row: ImportRow, waiting: int, statuses: int, names: Mapping[str, str]) -> ImportRecord:
    columns = json.loads(row.columns)
    return ImportRecord(
        id=row.id,
        at=datetime.fromisoformat(row.at).astimezone(),
        by=names.get(row.by, ""),
        file_name=row.file_name,
        sheet=row.sheet,
        rows=row.rows,
        households=row.households,
        people=row.people,
        waiting=waiting,
        statuses=statuses,
        undone_at=None if row.undone_at is None else datetime.fromisoformat(row.undone_at).astimezone(),
        headers=tuple(columns["headers"]),
        letters=tuple(columns["letters"]),
        choice=fields_of_text(columns["fields"]),
    )


def waiting_rows(workspace: Workspace, import_id: str) -> tuple[WaitingRow, ...]:
    """Return the rows of an import that wait for a person, in the order of the file."""
    with workspace.store.reading() as connection:
        record = import_store.import_of(connection, import_id)
        headers = () if record is None else json.loads(record.columns)["headers"]
        return tuple(row_of(item, headers) for item in import_store.rows_left(connection, import_id))


# noting


def note_import(
    workspace: Workspace,
    connection: Session,
    plan: ImportPlan,
    placed: Mapping[str, HouseholdId],
    *,
    given: Collection[IdentityId],
    now: str,
) -> str:
    """Note what an import brought and left over, in its own transaction; returns its id, or nothing where there is nothing to note.

    ``placed`` says what household each household of the file became, ``given`` are the statuses that people on file got.
    """
    settle_known(connection, workspace, now)
    left = plan.left_over
    if not placed and not left and not given:
        return ""
    import_id = new_id()
    table = plan.source.table
    row = ImportRow(
        id=import_id,
        at=now,
        by=workspace.clerk.id,
        file_name=plan.source.file_name,
        sheet=table.sheet,
        rows=plan.rows,
        households=len(placed),
        people=plan.people,
        columns=canonical_json(
            {"headers": list(table.headers), "letters": list(table.letters), "fields": fields_text(plan.source.choice)}
        ),
    )
    import_store.add_import(connection, row, sorted(placed.values()))
    import_store.add_statuses(connection, import_id, given)
    for item_id in plan.giving_way:
        work_items.close(connection, item_id, now, workspace.clerk.id, WAITS_ANEW)
    work_items.add(connection, _items(plan, left, import_id, placed, now))
    return import_id


def _items(
    plan: ImportPlan,
    left: Sequence[RegisterProblem],
    import_id: str,
    placed: Mapping[str, HouseholdId],
    now: str,
) -> Iterator[WorkItemRow]:
    problems: dict[int, list[RegisterProblem]] = {}
    for problem in left:
        problems.setdefault(problem.row, []).append(problem)
    number_place = plan.columns.places.get(Field.ID_NUMBER)
    table = plan.source.table
    contents = {
        row.number: content_of(table.headers, [cell.text for cell in row.cells])
        for row in table.rows
        if row.number in problems
    }
    for row in plan.source.as_corrected.rows:
        found = problems.get(row.number)
        if found is None:
            continue
        block = plan.blocks[row.number]
        waiting = WaitingRow(
            id=f"{import_store.row_prefix(import_id)}{row.number:07d}",
            row=row.number,
            block=block,
            household_id=placed.get(block, ""),
            cells=row.cells,
            problems=tuple(found),
            content=contents[row.number],
        )
        yield _item(waiting, plan.source.file_name, number_place, now)


def _item(waiting: WaitingRow, file_name: str, number_place: int | None, now: str) -> WorkItemRow:
    return WorkItemRow(
        id=waiting.id,
        kind=ROW_KIND,
        subject=waiting.household_id,
        act_hash="",
        act_number=0,
        act_kind="",
        reason=reason_of(waiting, file_name),
        detail=detail_of(waiting, number_place),
        opened_at=now,
    )


def reason_of(waiting: WaitingRow, file_name: str) -> str:
    """Return the sentence that a list of work shows for a row."""
    if not waiting.problems:
        return f"“{file_name}”第 {waiting.row} 行已改好，可以导入。"
    return f"“{file_name}”第 {waiting.row} 行没有导入：{waiting.problems[0].message}"


def detail_of(waiting: WaitingRow, number_place: int | None) -> str:
    """Return a row's contents as they are kept."""
    return canonical_json(
        {
            "row": waiting.row,
            "block": waiting.block,
            "household": waiting.household_id,
            "number": "" if number_place is None else tidy(waiting.cells[number_place].text),
            "cells": [[cell.text, cell.kind.value] for cell in waiting.cells],
            "content": waiting.content,
            "problems": [[problem.column, problem.message] for problem in waiting.problems],
        }
    )


def row_of(item: WorkItemRow, headers: Sequence[str]) -> WaitingRow:
    """Return a row that waits as it was kept; an older program kept no content, and then it is that of the cells."""
    kept: dict[str, Any] = json.loads(item.detail)
    row = kept["row"]
    cells = tuple(Cell(text, CellKind(kind)) for text, kind in kept["cells"])
    return WaitingRow(
        id=item.id,
        row=row,
        block=kept["block"],
        household_id=kept["household"],
        cells=cells,
        problems=tuple(RegisterProblem(row, column, message) for column, message in kept["problems"]),
        content=kept.get("content") or content_of(headers, [cell.text for cell in cells]),
    )


def settle_known(connection: Session, workspace: Workspace, now: str) -> None:
    """Close the rows of earlier imports whose person has been registered since: the list was mended and taken in again.

    A number that is registered under a name that does not stand in the row goes on waiting: one of the two is wrong (T4). A row that
    gives the person a status goes on waiting too, as one that can be taken in.
    """
    waiting: Iterable[WorkItemRow] = work_items.open_items(connection)
    kept = [(item, json.loads(item.detail)) for item in waiting if item.kind == ROW_KIND]
    if not any(detail["number"] for _item, detail in kept):
        return
    registered = queries.numbers_registered(connection)
    known: list[tuple[WorkItemRow, Holder]] = []
    for item, detail in kept:
        number = detail["number"]
        holder = holder_of(number, registered) if len(number) == _OLD_LENGTH else registered.get(number)
        if holder is not None and _bare(holder.name) in {_bare(text) for text, _kind in detail["cells"]}:
            known.append((item, holder))
    giving = _giving(connection, known, workspace.today())
    for item, _holder in known:
        if item.id in giving:
            import_store.change_row(connection, item.id, reason=giving[item.id][0], detail=giving[item.id][1])
        else:
            work_items.close(connection, item.id, now, workspace.clerk.id, TAKEN_ELSEWHERE)


def _giving(connection: Session, known: Sequence[tuple[WorkItemRow, Holder]], day: date) -> dict[str, tuple[str, str]]:
    """Return by the item which of these rows give their people statuses, with the sentence and the contents to be kept of them."""
    imports: dict[str, tuple[ImportRow, Columns]] = {}
    said: list[Said] = []
    rows: list[tuple[WaitingRow, ImportRow, Columns]] = []
    for place, (item, holder) in enumerate(known):
        import_id = import_store.import_of_row(item.id)
        if import_id not in imports:
            imports[import_id] = _columns_of(connection, import_id)
        record, columns = imports[import_id]
        row = row_of(item, json.loads(record.columns)["headers"])
        rows.append((row, record, columns))
        said.append(Said(place, holder.person_id, read_row(TableRow(row.row, row.cells), columns, day).hardship))
    giving: dict[str, tuple[str, str]] = {}
    for one in compare_statuses(connection, said, day, "").statuses:
        row, record, columns = rows[one.row]
        ready = replace(row, problems=())
        detail = detail_of(ready, columns.places.get(Field.ID_NUMBER))
        giving[row.id] = reason_of(ready, record.file_name), detail
    return giving


def _columns_of(connection: Session, import_id: str) -> tuple[ImportRow, Columns]:
    record = import_store.import_of(connection, import_id)
    if record is None:
        raise LookupError(import_id)
    read = json.loads(record.columns)
    return record, recognise(read["headers"], read["letters"], fields_of_text(read["fields"]))


def _bare(text: str) -> str:
    return "".join(text.split())
