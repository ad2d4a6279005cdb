"""Mending the rows that an import left over: correcting their cells, taking them in, or leaving them out with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from clerk_app.domain.household import Household, HouseholdId
from clerk_app.domain.plain_text import plain_text
from clerk_app.errors import UserError
from clerk_app.excel.columns import Columns, Field, recognise
from clerk_app.excel.people_list import is_mention, mention_of
from clerk_app.excel.register import RegisterHousehold, refuse_duplicates, whole_households
from clerk_app.excel.register_row import RegisterRow, RowReading, read_row
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.excel.table import EMPTY, Cell, CellKind, TableRow
from clerk_app.services.bulk_entry import Registered, enter_household, enter_people
from clerk_app.services.import_mentions import OfPeopleOnFile, compare_people
from clerk_app.services.import_rows import (
    ImportRecord,
    WaitingRow,
    detail_of,
    import_record,
    reason_of,
    row_of,
    settle_known,
    waiting_rows,
)
from clerk_app.services.import_statuses import ListedStatus, give_statuses
from clerk_app.services.list_source import FROM_A_FILE, Progress
from clerk_app.services.register_import import compare, entry_of, member_of, refusal_of, row_named
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store, queries, work_items
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session

TAKEN: Final = "已改好并导入"
LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of mended rows: how many came in, how many statuses people on file got, how many rows still wait."""

    households: int
    people: int
    waiting: int
    statuses: int = 0


@dataclass(frozen=True, slots=True)
class _Joining:
    """A mended row whose household came in already."""

    household: Household
    row: RegisterRow


@dataclass(frozen=True, slots=True)
class _Checked:
    """The rows that wait, read anew: the households that can come, the people who can join theirs, the statuses that people on file get,
    the rows with what is wrong now."""

    households: tuple[RegisterHousehold, ...]
    joining: tuple[_Joining, ...]
    statuses: tuple[ListedStatus, ...]
    rows: tuple[WaitingRow, ...]


def correct_row(workspace: Workspace, item_id: str, texts: Mapping[int, str]) -> tuple[WaitingRow, ...]:
    """Keep what a clerk typed into cells of a row, by their place from 0, and check every waiting row of its import anew.

    Returns the rows as they stand; one without problems can be taken in. Raises UserError when the row does not wait any more.
    """
    with workspace.store.reading() as connection:
        item = import_store.row_left(connection, item_id)
    if item is None:
        raise UserError("这一行已经处理过：请刷新后再看。", field="row")
    import_id = import_store.import_of_row(item_id)
    record = import_record(workspace, import_id)
    meant = row_of(item, record.headers)
    cells = tuple(_typed(texts[place]) if place in texts else cell for place, cell in enumerate(meant.cells))
    rows = [replace(row, cells=cells) if row.id == item_id else row for row in waiting_rows(workspace, import_id)]
    checked = _check(workspace, record, rows, workspace.today())
    with workspace.store.writing() as connection:
        _keep(connection, record, checked.rows)
    return checked.rows


def _typed(text: str) -> Cell:
    return Cell(text, CellKind.TEXT) if text.strip() else EMPTY


def take_in_rows(workspace: Workspace, import_id: str, progress: Progress | None = None) -> TakenIn:
    """Take in every waiting row of an import that nothing is wrong with any more, in one transaction.

    Raises UserError when the import was taken back.
    """
    record = import_record(workspace, import_id)
    if record.undone_at is not None:
        raise UserError("这次导入已经撤销：剩下的行不能再导入。", field="import")
    day, now = workspace.today(), utc_text(workspace.clock.now())
    with workspace.store.writing() as connection:
        settle_known(connection, workspace, now)
    checked = _check(workspace, record, waiting_rows(workspace, import_id), day)
    households: list[HouseholdId] = []
    with workspace.batch() as batch:
        registered = Registered(batch.connection)
        for done, household in enumerate(checked.households):
            if progress is not None:
                progress(done, len(checked.households))
            with batch.act("import_household") as uow, row_named(household.members[0].row):
                members = tuple(member_of(row, day) for row in household.members)
                households.append(enter_household(uow, registered, entry_of(household), members, day))
        for joining in checked.joining:
            place = joining.household
            with batch.act("import_member") as uow, row_named(joining.row.row):
                uow.subject = place.id
                enter_people(uow, registered, place.id, place.number, (member_of(joining.row, day),), day=day)
        import_store.add_statuses(batch.connection, import_id, give_statuses(batch, checked.statuses))
        people = sum(len(household.members) for household in checked.households) + len(checked.joining)
        import_store.add_households(batch.connection, import_id, households)
        import_store.count_more(batch.connection, import_id, len(households), people)
        came = {row.row for household in checked.households for row in household.members}
        came |= {joining.row.row for joining in checked.joining} | {one.row for one in checked.statuses}
        for row in checked.rows:
            if row.row in came:
                work_items.close(batch.connection, row.id, now, workspace.clerk.id, TAKEN)
        _keep(batch.connection, record, [row for row in checked.rows if row.row not in came])
    return TakenIn(
        households=len(households),
        people=people,
        waiting=len(checked.rows) - len(came),
        statuses=len(checked.statuses),
    )


def drop_rows(workspace: Workspace, item_ids: Collection[str], reason: str) -> int:
    """Leave rows out for good, with the reason; returns how many. Raises UserError without one."""
    words = plain_text(reason, "reason")
    if not words or len(words) > LONGEST_REASON:
        raise UserError("请写明这一行为什么不导入，最多 {most} 个字。", field="reason", most=LONGEST_REASON)
    now = utc_text(workspace.clock.now())
    with workspace.store.writing() as connection:
        return sum(
            work_items.close(connection, item_id, now, workspace.clerk.id, f"不导入：{words}")
            for item_id in item_ids
            if import_store.row_left(connection, item_id) is not None
        )


def _keep(connection: Session, record: ImportRecord, rows: Sequence[WaitingRow]) -> None:
    place = recognise(record.headers, record.letters, record.choice).places.get(Field.ID_NUMBER)
    for row in rows:
        import_store.change_row(
            connection, row.id, reason=reason_of(row, record.file_name), detail=detail_of(row, place)
        )


# checking anew


def _check(workspace: Workspace, record: ImportRecord, rows: Sequence[WaitingRow], day: date) -> _Checked:
    columns = recognise(record.headers, record.letters, record.choice)
    readings = {row.id: _reading(row, columns, day) for row in rows}
    mentioning = {row.id for row in rows if is_mention(row.cells, columns)}
    mentions = [mention_of(readings[row.id], row.cells, columns) for row in rows if row.id in mentioning]
    belonging = [reading for item_id, reading in readings.items() if item_id not in mentioning]
    refuse_duplicates(belonging, columns)
    sound = [reading.person for reading in belonging if reading.person is not None and not reading.problems]
    ours = _households_here(workspace, record.id)
    groups: dict[str, list[RowReading]] = {}
    joining: list[tuple[Household, RowReading]] = []
    for row in rows:
        if row.id in mentioning:
            continue
        reading = readings[row.id]
        household = ours.get(reading.household_number) or (
            ours.get(row.household_id) if reading.household_number in {"", row.block} else None
        )
        if household is None:
            groups.setdefault(reading.household_number or row.block, []).append(reading)
        else:
            joining.append((household, reading))
    wanted = tuple(whole_households(list(groups.values()), columns))
    households, refused = compare(workspace, wanted, day)
    joined = tuple(_join(workspace, joining, columns, day))
    coming = {row.row for household in households for row in household.members} | {one.row.row for one in joined}
    said = [problem for reading in readings.values() for problem in reading.problems]
    with workspace.store.reading() as connection:
        held = compare_people(
            connection,
            [*said, *refused],
            [row for row in sound if row.row not in coming],
            list(filter(None, mentions)),
            columns,
            day=day,
            origin=FROM_A_FILE,
        )
    return _Checked(households, joined, held.statuses, tuple(_with_problems(rows, held)))


def _with_problems(rows: Iterable[WaitingRow], held: OfPeopleOnFile) -> Iterator[WaitingRow]:
    """Yield the rows with what is wrong now; one that gives somebody a status can be taken in."""
    giving = {one.row for one in held.statuses}
    wrong: dict[int, list[RegisterProblem]] = {}
    for problem in held.problems:
        if problem.row not in giving:
            wrong.setdefault(problem.row, []).append(problem)
    for row in rows:
        yield replace(row, problems=tuple(wrong.get(row.row, ())))


def _reading(row: WaitingRow, columns: Columns, day: date) -> RowReading:
    reading = read_row(TableRow(row.row, row.cells), columns, day)
    if not reading.household_number and not row.block.startswith("#"):
        reading.household_number = row.block
    return reading


def _households_here(workspace: Workspace, import_id: str) -> dict[str, Household]:
    """Return the open households that the import brought, by id and by number."""
    with workspace.store.reading() as connection:
        found = import_store.open_households(connection, import_id)
    return {key: household for household in found for key in (household.id, household.number)}


def _join(
    workspace: Workspace, joining: Sequence[tuple[Household, RowReading]], columns: Columns, day: date
) -> list[_Joining]:
    with workspace.store.reading() as connection:
        people = queries.numbers_registered(connection)
    joined: list[_Joining] = []
    for household, reading in joining:
        if reading.is_head:
            message = f"{household.number} 户已经导入，有户主了：请填与户主的关系。"
            reading.problems.append(RegisterProblem(reading.number, columns.heading(Field.RELATION), message))
        if reading.person is None or reading.problems:
            continue
        problem = refusal_of(reading.person, people, day)
        if problem is not None:
            reading.problems.append(problem)
        else:
            joined.append(_Joining(household, reading.person))
    return joined
