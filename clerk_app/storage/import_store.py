"""What was taken in from lists, what is left over of it, and how the columns of a layout are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, and_, case, delete, func, insert, select, update

from clerk_app.domain.household import Household, Identity, Person
from clerk_app.storage import records
from clerk_app.storage.bulk import is_among
from clerk_app.storage.tables import (
    HOUSEHOLD,
    IDENTITY,
    IMPORTED_HOUSEHOLD,
    IMPORTED_STATUS,
    JOURNAL,
    JOURNAL_TOUCH,
    LIST_LAYOUT,
    MEMBERSHIP,
    PERSON,
    RECORD_TABLES,
    REGISTER_IMPORT,
    WORK_ITEM,
)
from clerk_app.storage.work_items import WorkItemRow

ROW_KIND = "import_row"
"""The kind of work item that a row of a list is which could not be taken in."""
_AT_ONCE = 4_000
_REFERENCES = tuple(
    (table, column)
    for table in RECORD_TABLES
    for column in table.columns
    if column.foreign_keys and table is not PERSON
)
"""Every column by which one record names another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One import; ``columns`` is JSON."""

    id: str
    at: str
    by: str
    file_name: str
    sheet: str
    rows: int
    households: int
    people: int
    columns: str
    undone_at: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutRow:
    """How a layout is read; ``columns`` is JSON."""

    fingerprint: str
    name: str
    columns: str
    at: str
    by: str


def add_import(connection: Connection, row: ImportRow, household_ids: Iterable[str]) -> None:
    """Note an import with the households it brought."""
    connection.execute(insert(REGISTER_IMPORT), asdict(row))
    add_households(connection, row.id, household_ids)


def add_households(connection: Connection, import_id: str, household_ids: Iterable[str]) -> None:
    """Note further households of an import."""
    rows = [{"import_id": import_id, "household_id": household_id} for household_id in household_ids]
    if rows:
        connection.execute(insert(IMPORTED_HOUSEHOLD), rows)


def count_more(connection: Connection, import_id: str, households: int, people: int) -> None:
    """Add what was taken in later to an import's figures."""
    table = REGISTER_IMPORT.c
    connection.execute(
        update(REGISTER_IMPORT)
        .where(table.id == import_id)
        .values(households=table.households + households, people=table.people + people)
    )


def imports(connection: Connection) -> tuple[ImportRow, ...]:
    """Return every import, the newest first."""
    statement = select(REGISTER_IMPORT).order_by(REGISTER_IMPORT.c.at.desc(), REGISTER_IMPORT.c.id.desc())
    return tuple(ImportRow(**row) for row in connection.execute(statement).mappings())


def import_of(connection: Connection, import_id: str) -> ImportRow | None:
    """Return one import, or None."""
    row = connection.execute(select(REGISTER_IMPORT).where(REGISTER_IMPORT.c.id == import_id)).mappings().first()
    return None if row is None else ImportRow(**row)


def households_of(connection: Connection, import_id: str) -> tuple[str, ...]:
    """Return the ids of the households that an import brought."""
    statement = select(IMPORTED_HOUSEHOLD.c.household_id).where(IMPORTED_HOUSEHOLD.c.import_id == import_id)
    return tuple(connection.execute(statement.order_by(IMPORTED_HOUSEHOLD.c.household_id)).scalars())


def mark_undone(connection: Connection, import_id: str, at: str, by: str, gone: Collection[str]) -> None:
    """Note that an import was taken back, with these of its households."""
    table = IMPORTED_HOUSEHOLD.c
    for some in _portions(sorted(gone)):
        those = is_among(connection, table.household_id, some)
        connection.execute(delete(IMPORTED_HOUSEHOLD).where(table.import_id == import_id, those))
    connection.execute(
        update(REGISTER_IMPORT).where(REGISTER_IMPORT.c.id == import_id).values(undone_at=at, undone_by=by)
    )


def _portions(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def number_and_group(connection: Connection, household_id: str) -> tuple[str, str]:
    """Return how a household is called."""
    statement = select(HOUSEHOLD.c.number, HOUSEHOLD.c.group).where(HOUSEHOLD.c.id == household_id)
    row = connection.execute(statement).one()
    return row.number, row.group


def changed_households(
    connection: Connection, household_ids: Sequence[str], kinds: Collection[str], *, giving: str, own: Collection[str]
) -> set[str]:
    """Return which households an act of another kind than these has touched: themselves, their people, whatever speaks of either.

    A status that an act of the kind ``giving`` recorded counts too while it stands, unless it is one of one's ``own``.
    """
    changed: set[str] = set()
    touches = JOURNAL_TOUCH.join(JOURNAL, JOURNAL.c.position == JOURNAL_TOUCH.c.position)
    touched = select(JOURNAL_TOUCH.c.record_id).select_from(touches).distinct()
    given = touched.join(IDENTITY, IDENTITY.c.id == JOURNAL_TOUCH.c.record_id).where(
        JOURNAL.c.kind == giving, IDENTITY.c.withdrawn_on.is_(None)
    )
    for some in _portions(household_ids):
        household_of = _all_about(connection, some)
        for records_meant in _portions(sorted(household_of)):
            those = is_among(connection, JOURNAL_TOUCH.c.record_id, records_meant)
            found = set(connection.execute(touched.where(JOURNAL.c.kind.not_in(kinds), those)).scalars())
            found |= set(connection.execute(given.where(those)).scalars()) - set(own)
            changed.update(household_of[record_id] for record_id in found)
    return changed


def _all_about(connection: Connection, household_ids: Sequence[str]) -> dict[str, str]:
    """Return every record that hangs on these households, with the household it hangs on; a household hangs on itself."""
    household_of = {household_id: household_id for household_id in household_ids}
    fresh = list(household_ids)
    while fresh:
        found: dict[str, str] = {}
        for table, column in _REFERENCES:
            names = [table.c.id, column, *([MEMBERSHIP.c.person_id] if table is MEMBERSHIP else [])]
            for some in _portions(fresh):
                for row in connection.execute(select(*names).where(is_among(connection, column, some))):
                    found |= dict.fromkeys((row[0], *row[2:]), household_of[row[1]])
        fresh = [record_id for record_id in found if record_id not in household_of]
        household_of = {**found, **household_of}
    return household_of


def household_numbers(connection: Connection) -> set[str]:
    """Return every household number that is in use."""
    return set(connection.execute(select(HOUSEHOLD.c.number)).scalars())


def temporary_numbers(connection: Connection) -> set[str]:
    """Return every temporary number that was given to a person without an identity number."""
    statement = select(PERSON.c.temporary_number).where(PERSON.c.temporary_number.is_not(None))
    return set(connection.execute(statement).scalars())


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """Somebody on file with the hardship statuses that stand, ended ones too; both of the household are empty for who lives in none now."""

    person: Person
    household_id: str
    household: str
    statuses: tuple[Identity, ...]


def people_on_file(connection: Connection, person_ids: Sequence[str]) -> dict[str, OnFile]:
    """Return these people by id, their statuses by the first day."""
    statuses: dict[str, list[Identity]] = {}
    stands = IDENTITY.c.withdrawn_on.is_(None)
    of_them = select(IDENTITY).where(stands, is_among(connection, IDENTITY.c.person_id, person_ids))
    for row in connection.execute(of_them.order_by(IDENTITY.c.from_on, IDENTITY.c.id)).mappings():
        statuses.setdefault(row["person_id"], []).append(records.IDENTITY.from_row(row))
    now = and_(MEMBERSHIP.c.person_id == PERSON.c.id, MEMBERSHIP.c.to_on.is_(None))
    people = (
        select(PERSON, HOUSEHOLD.c.id.label("household_id"), HOUSEHOLD.c.number.label("household"))
        .outerjoin(MEMBERSHIP, now)
        .outerjoin(HOUSEHOLD, HOUSEHOLD.c.id == MEMBERSHIP.c.household_id)
        .where(is_among(connection, PERSON.c.id, person_ids))
    )
    return {
        row["id"]: OnFile(
            person=records.PERSON.from_row(row),
            household_id=row["household_id"] or "",
            household=row["household"] or "",
            statuses=tuple(statuses.get(row["id"], ())),
        )
        for row in connection.execute(people).mappings()
    }


# statuses that came with an import


def add_statuses(connection: Connection, import_id: str, identity_ids: Iterable[str]) -> None:
    """Note statuses that an import gave to people on file."""
    rows = [{"import_id": import_id, "identity_id": identity_id} for identity_id in identity_ids]
    if rows:
        connection.execute(insert(IMPORTED_STATUS), rows)


def statuses_of(connection: Connection, import_id: str) -> tuple[str, ...]:
    """Return the ids of the statuses that an import gave."""
    statement = select(IMPORTED_STATUS.c.identity_id).where(IMPORTED_STATUS.c.import_id == import_id)
    return tuple(connection.execute(statement.order_by(IMPORTED_STATUS.c.identity_id)).scalars())


def forget_statuses(connection: Connection, import_id: str, identity_ids: Sequence[str]) -> None:
    """Note that these statuses of an import were taken back."""
    table = IMPORTED_STATUS.c
    for some in _portions(identity_ids):
        those = is_among(connection, table.identity_id, some)
        connection.execute(delete(IMPORTED_STATUS).where(table.import_id == import_id, those))


def counts_of_statuses(connection: Connection) -> dict[str, int]:
    """Return how many statuses came with each import and were not taken back with it."""
    import_id = IMPORTED_STATUS.c.import_id
    return {row[0]: row[1] for row in connection.execute(select(import_id, func.count()).group_by(import_id))}


# the rows left over


def row_prefix(import_id: str) -> str:
    """Return what the ids of an import's rows begin with."""
    return f"{ROW_KIND}-{import_id}-"


def import_of_row(item_id: str) -> str:
    """Return which import a row belongs to."""
    return item_id.removeprefix(f"{ROW_KIND}-").rpartition("-")[0]


def open_households(connection: Connection, import_id: str) -> tuple[Household, ...]:
    """Return the households that an import brought and that are not closed."""
    statement = (
        select(HOUSEHOLD)
        .join(IMPORTED_HOUSEHOLD, IMPORTED_HOUSEHOLD.c.household_id == HOUSEHOLD.c.id)
        .where(IMPORTED_HOUSEHOLD.c.import_id == import_id, HOUSEHOLD.c.closed_on.is_(None))
    )
    return tuple(records.HOUSEHOLD.from_row(row) for row in connection.execute(statement).mappings())


def rows_left(connection: Connection, import_id: str) -> tuple[WorkItemRow, ...]:
    """Return the rows of an import that wait for a person, in the order of the file."""
    prefix = row_prefix(import_id)
    statement = (
        select(WORK_ITEM)
        .where(WORK_ITEM.c.id >= prefix, WORK_ITEM.c.id < prefix + "~", WORK_ITEM.c.closed_at.is_(None))
        .order_by(WORK_ITEM.c.id)
    )
    return tuple(WorkItemRow(**row) for row in connection.execute(statement).mappings())


def row_left(connection: Connection, item_id: str) -> WorkItemRow | None:
    """Return one row that waits, or None."""
    statement = select(WORK_ITEM).where(
        WORK_ITEM.c.id == item_id, WORK_ITEM.c.kind == ROW_KIND, WORK_ITEM.c.closed_at.is_(None)
    )
    row = connection.execute(statement).mappings().first()
    return None if row is None else WorkItemRow(**row)


def change_row(connection: Connection, item_id: str, *, reason: str, detail: str) -> None:
    """Keep what was corrected in a row that waits, and what is wrong with it now."""
    connection.execute(update(WORK_ITEM).where(WORK_ITEM.c.id == item_id).values(reason=reason, detail=detail))


def counts_left(connection: Connection) -> dict[str, int]:
    """Return how many rows wait for a person, by import."""
    start = len(ROW_KIND) + 2
    import_id = func.substr(WORK_ITEM.c.id, start, 36).label("import_id")
    waits = func.sum(case((WORK_ITEM.c.closed_at.is_(None), 1), else_=0))
    statement = select(import_id, waits).where(WORK_ITEM.c.kind == ROW_KIND).group_by(import_id)
    return {row[0]: int(row[1]) for row in connection.execute(statement)}


# layouts


def layout(connection: Connection, fingerprint: str) -> LayoutRow | None:
    """Return how lists with these headings are read, or None."""
    row = connection.execute(select(LIST_LAYOUT).where(LIST_LAYOUT.c.fingerprint == fingerprint)).mappings().first()
    return None if row is None else LayoutRow(**row)


def layouts(connection: Connection) -> tuple[LayoutRow, ...]:
    """Return every layout by name."""
    statement = select(LIST_LAYOUT).order_by(LIST_LAYOUT.c.name, LIST_LAYOUT.c.fingerprint)
    return tuple(LayoutRow(**row) for row in connection.execute(statement).mappings())


def put_layout(connection: Connection, row: LayoutRow) -> None:
    """Keep a layout, in the place of an older one with the same headings."""
    drop_layout(connection, row.fingerprint)
    connection.execute(insert(LIST_LAYOUT), asdict(row))


def drop_layout(connection: Connection, fingerprint: str) -> bool:
    """Forget a layout; return whether it was there."""
    return connection.execute(delete(LIST_LAYOUT).where(LIST_LAYOUT.c.fingerprint == fingerprint)).rowcount == 1
