"""Taking in a register from Excel: all its good households in one transaction, the rest reported row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import HouseholdId
from clerk_app.errors import UserError
from clerk_app.excel.columns import Columns
from clerk_app.excel.register import RegisterHousehold, RegisterSheet, read_people
from clerk_app.excel.register_row import RegisterRow
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.services.bulk_entry import Registered, enter_household, where_registered
from clerk_app.services.households import HouseholdEntry, MemberEntry, check_household, new_person
from clerk_app.services.import_again import WaitingAlready, match_waiting, told_of
from clerk_app.services.import_mentions import OfPeopleOnFile, compare_people, holder_of, registered_already
from clerk_app.services.import_rows import note_import
from clerk_app.services.import_statuses import ListedStatus, dated_statuses, give_statuses
from clerk_app.services.list_source import FROM_A_FILE, ListSource, Progress, forget_decisions, open_list
from clerk_app.services.person_check import check_person
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store, queries
from clerk_app.storage.queries import Holder
from clerk_app.storage.unit_of_work import utc_text
from clerk_app.terms import FIELDS

_COLUMNS: Final = {"number": "户编号", "group": "村民小组", "address": "住址", "phone": "联系电话"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do: the households to come, and each row that cannot, with its column and reason.

    ``columns`` says which column of the file is what, ``blocks`` which household of the file each row stands in. ``waits`` are the rows
    that wait already since an earlier import, ``giving_way`` the items of earlier imports that this one's rows take the place of.
    ``statuses`` are what people on file get from it.
    """

    rows: int
    households: tuple[RegisterHousehold, ...]
    rejected: tuple[RegisterProblem, ...]
    source: ListSource
    columns: Columns
    blocks: Mapping[int, str]
    notices: tuple[str, ...] = ()
    waits: Mapping[int, WaitingAlready] = field(default_factory=dict)
    giving_way: tuple[str, ...] = ()
    statuses: tuple[ListedStatus, ...] = ()

    @property
    def people(self) -> int:
        """How many people would come in."""
        return sum(len(household.members) for household in self.households)

    @property
    def left_over(self) -> tuple[RegisterProblem, ...]:
        """What is wrong with the rows that will wait for a person; whoever is registered already waits for nobody, nor twice."""
        known = {problem.row for problem in self.rejected if problem.is_known or problem.is_waiting}
        return tuple(problem for problem in self.rejected if problem.row not in known)

    @property
    def registered(self) -> int:
        """How many rows are about somebody who is registered already."""
        return len({problem.row for problem in self.rejected if problem.is_known})

    @property
    def wrong(self) -> int:
        """How many rows stay out because something is wrong with them, those that wait already among them."""
        return len({problem.row for problem in self.rejected}) - self.registered

    @property
    def brings(self) -> bool:
        """Whether carrying it out would change or keep anything."""
        return bool(self.households or self.statuses or self.left_over)

    @property
    def untaken(self) -> tuple[str, ...]:
        """The headings of the columns that nothing is taken from."""
        return self.columns.unknown

    def result(self, import_id: str = "", *, waiting: int = 0) -> ImportResult:
        """Return the account of the plan; without an id, of what it would do."""
        return ImportResult(
            rows=self.rows,
            households=len(self.households),
            people=self.people,
            rejected=self.rejected,
            import_id=import_id,
            waiting=waiting,
            waiting_already=len(self.waits),
            registered=self.registered,
            wrong=self.wrong,
            statuses=self.statuses,
            untaken=self.untaken,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did; ``import_id`` is empty where nothing came in and nothing waits, ``waiting`` counts the rows left over.

    ``waiting_already`` counts those beside them that wait since an earlier import, ``registered`` those about somebody registered already,
    ``wrong`` all with which something is wrong. ``statuses`` are what people on file got. ``untaken`` are the headings of the columns that
    nothing was taken from.
    """

    rows: int
    households: int
    people: int
    rejected: tuple[RegisterProblem, ...]
    import_id: str = ""
    waiting: int = 0
    waiting_already: int = 0
    registered: int = 0
    wrong: int = 0
    statuses: tuple[ListedStatus, ...] = ()
    untaken: tuple[str, ...] = ()


def plan_import(workspace: Workspace, source: Path | ListSource, progress: Progress | None = None) -> ImportPlan:
    """Read a register and compare it with what is registered; nothing is stored.

    A household whose number or head is known already is rejected whole, another known person alone. Raises UserError when the file
    cannot be read at all.
    """
    opened = (open_list(workspace, source, progress=progress) if isinstance(source, Path) else source).completed()
    day = workspace.today()
    sheet = read_people(opened.as_corrected, opened.file_name, day, progress, choice=opened.choice)
    households, problems = compare(workspace, sheet.households, day)
    held = _of_people_on_file(workspace, sheet, households, problems, day=day, origin=opened.origin)
    rejected = sorted(held.problems, key=lambda problem: (problem.row, problem.column))
    known = {problem.row for problem in rejected if problem.is_known}
    coming = {sheet.blocks[household.members[0].row] for household in households}
    waits, giving_way = match_waiting(
        workspace,
        opened.table,
        {problem.row for problem in rejected} - known,
        {row for row, block in sheet.blocks.items() if block in coming},
    )
    notices = sheet.notices
    if opened.layout:
        notices = (f"各列按已保存的“{opened.layout}”对应。", *notices)
    return ImportPlan(
        rows=sheet.rows,
        households=households,
        rejected=told_of(rejected, waits),
        source=opened,
        columns=sheet.columns,
        blocks=sheet.blocks,
        notices=notices,
        waits=waits,
        giving_way=giving_way,
        statuses=held.statuses,
    )


def _of_people_on_file(
    workspace: Workspace,
    sheet: RegisterSheet,
    coming: Sequence[RegisterHousehold],
    problems: Sequence[RegisterProblem],
    *,
    day: date,
    origin: str,
) -> OfPeopleOnFile:
    """Hold whoever does not come in against the people on file."""
    coming_in = {row.row for household in coming for row in household.members}
    staying_out = [row for row in sheet.sound if row.row not in coming_in]
    every = [*sheet.problems, *problems]
    with workspace.store.reading() as connection:
        return compare_people(connection, every, staying_out, sheet.mentions, sheet.columns, day=day, origin=origin)


def refusal_of(row: RegisterRow, people: Mapping[str, Holder], day: date) -> RegisterProblem | None:
    """Return why the register or the checks of the services refuse a row, or None."""
    registered = _registered(row, people)
    if registered is not None:
        return registered
    try:
        check_person(member_of(row, day).person, day)
    except UserError as error:
        return _problem(row, FIELDS.get(error.field or "", ""), error.message)
    return None


def _registered(row: RegisterRow, people: Mapping[str, Holder]) -> RegisterProblem | None:
    """Return that somebody has the row's number already; under another name nobody knows whose it is, and a person must look (T4)."""
    holder = holder_of(row.id_number, people) if row.id_number is not None else None
    if holder is None:
        return None
    if holder.name == row.name:
        return registered_already(row.row, holder.household)
    where = where_registered(holder.household)
    message = f"这个公民身份号码已登记在 {where}，姓名是“{holder.name}”：请对照证件核对，是哪一边的姓名或号码写错了。"
    return _problem(row, "公民身份号码", message)


def compare(
    workspace: Workspace, wanted: Sequence[RegisterHousehold], day: date
) -> tuple[tuple[RegisterHousehold, ...], list[RegisterProblem]]:
    """Return the households that the register can take, those without a number last, and what is wrong with each other row."""
    with workspace.store.reading() as connection:
        numbers = import_store.household_numbers(connection)
        people = queries.numbers_registered(connection)
    households: list[RegisterHousehold] = []
    problems: list[RegisterProblem] = []
    for household in wanted:
        blocked = _blocked(household, numbers)
        if blocked is not None:
            column, message, is_known = blocked
            for row in household.members:
                registered = _registered(row, people)
                if registered is not None and not registered.is_known:
                    problems.append(registered)
                same = row.id_number is None or (registered is not None and registered.is_known)
                problems.append(_problem(row, column, message, is_known=is_known and same))
            continue
        refused = {row.row: found for row in household.members if (found := refusal_of(row, people, day)) is not None}
        problems += refused.values()
        kept = tuple(row for row in household.members if row.row not in refused)
        if any(row.relation == HEAD for row in kept):
            households.append(replace(household, members=kept))
        else:
            problems += [_problem(row, "与户主关系", "这一户的户主没有导入，所以整户没有导入。") for row in kept]
    households.sort(
        key=lambda household: not household.number
    )  # a number given out must not be one that stands further down
    return tuple(households), problems


def _blocked(household: RegisterHousehold, numbers: AbstractSet[str]) -> tuple[str, str, bool] | None:
    """Return the column and the reason why a household cannot come in at all, and whether it is known already; or None."""
    if household.number in numbers:
        return "户编号", f"户编号 {household.number} 已经登记：整户没有导入，请改号或在程序里修改那一户。", True
    try:
        check_household(entry_of(household))
    except UserError as error:
        return _COLUMNS.get(error.field or "", "户编号"), f"{error.message}整户没有导入。", False
    return None


def _problem(row: RegisterRow, column: str, message: str, *, is_known: bool = False) -> RegisterProblem:
    return RegisterProblem(row=row.row, column=column, message=message, is_known=is_known)


def carry_out_import(workspace: Workspace, plan: ImportPlan, progress: Progress | None = None) -> ImportResult:
    """Store a plan: one act a household, with the statuses of people on file an act a household of theirs, all in one transaction; an error
    or a cancel leaves no row.

    The rows that could not be taken in wait as work items from the same moment on. ``progress`` gets how many households are done
    and how many there are; it may raise to cancel.
    """
    day = workspace.today()
    now = utc_text(workspace.clock.now())
    placed: dict[str, HouseholdId] = {}
    with workspace.batch() as batch:
        registered = Registered(batch.connection)
        for done, household in enumerate(plan.households):
            if progress is not None:
                progress(done, len(plan.households))
            with batch.act("import_household") as uow, row_named(household.members[0].row):
                members = tuple(member_of(row, day, plan.source.origin) for row in household.members)
                household_id = enter_household(uow, registered, entry_of(household), members, day)
            placed[plan.blocks[household.members[0].row]] = household_id
        given = give_statuses(batch, plan.statuses)
        import_id = note_import(workspace, batch.connection, plan, placed, given=given, now=now)
    if plan.source.digest:  # a list that was typed has no file, and nothing was decided about one
        forget_decisions(workspace)
    return plan.result(import_id, waiting=len({problem.row for problem in plan.left_over}))


@contextmanager
def row_named(row: int) -> Iterator[None]:
    """Say of a refusal at which row of the file it came."""
    try:
        yield
    except UserError as error:
        raise UserError("第 {row} 行起的一户没有导入：{why}", row=row, why=error.message) from error


def entry_of(household: RegisterHousehold) -> HouseholdEntry:
    """Return what a household of the file would be entered as."""
    head = next(row for row in household.members if row.relation == HEAD)
    return HouseholdEntry(number=household.number, group=household.group, address=household.address, phone=head.phone)


def member_of(row: RegisterRow, day: date, origin: str = FROM_A_FILE) -> MemberEntry:
    """Return what a row of the list would be entered as; ``origin`` says where its statuses come from."""
    person = new_person(
        name=row.name,
        birth_on=row.birth_on,
        sex=row.sex,
        id_number=row.id_number,
        former_id_number=row.former_id_number,
        former_name=row.former_name,
        nation=row.nation,
        phone=row.phone,
        note=row.note,
        disability_certificate=row.disability_certificate,
        disability_kind=row.disability_kind,
        disability_grade=row.disability_grade,
    )
    identities = dated_statuses(row.hardship, row.birth_on, day, origin)
    return MemberEntry(person=person, relation=row.relation, identities=identities)
