"""Taking in a register from Excel: all its good households in one transaction, the rest reported row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from clerk_app.domain.codes import HEAD, IdentityKind
from clerk_app.domain.household import Identity
from clerk_app.errors import UserError
from clerk_app.excel.register import RegisterHousehold, RegisterSheet, read_register
from clerk_app.excel.register_row import RegisterProblem, RegisterRow
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    add_household,
    check_household,
    check_person,
    new_identity,
    new_person,
)
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.terms import FIELDS

Progress = Callable[[int, int], None]
_COLUMNS: Final = {"number": "户编号", "group": "村民小组", "address": "住址", "phone": "联系电话"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import would do: the households to come, and each row that cannot, with its column and reason."""

    rows: int
    households: tuple[RegisterHousehold, ...]
    rejected: tuple[RegisterProblem, ...]
    notices: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people would come in."""
        return sum(len(household.members) for household in self.households)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did."""

    rows: int
    households: int
    people: int
    rejected: tuple[RegisterProblem, ...]


def plan_import(workspace: Workspace, path: Path, progress: Progress | None = None) -> ImportPlan:
    """Read a register and compare it with what is registered; nothing is stored.

    A household whose number or head is known already is rejected whole, another known person alone. Raises UserError when the file
    cannot be read at all.
    """
    sheet = read_register(path, workspace.today(), progress)
    return _compared(workspace, sheet, workspace.today())


def _refused(row: RegisterRow, people: Mapping[str, str], day: date) -> RegisterProblem | None:
    """Return why the register or the checks of the services refuse a row, or None."""
    for number in (row.id_number, row.former_id_number):
        if number is not None and number in people:
            where = f"{people[number]} 户" if people[number] else "本村（已离户）"
            return _problem(row, "公民身份号码", f"这个身份证号已登记在 {where}：没有重复导入。")
    try:
        check_person(_member(row, day).person, day)
    except UserError as error:
        return _problem(row, FIELDS.get(error.field or "", ""), error.message)
    return None


def _compared(workspace: Workspace, sheet: RegisterSheet, day: date) -> ImportPlan:
    numbers = {row.number for row in _known_households(workspace)}
    people = _known_people(workspace)
    households: list[RegisterHousehold] = []
    problems = list(sheet.problems)
    for household in sheet.households:
        blocked = _blocked(household, numbers)
        if blocked is not None:
            problems += [_problem(row, *blocked) for row in household.members]
            continue
        refused = {row.row: found for row in household.members if (found := _refused(row, people, day)) is not None}
        problems += refused.values()
        kept = tuple(row for row in household.members if row.row not in refused)
        if any(row.relation == HEAD for row in kept):
            households.append(replace(household, members=kept))
        else:
            problems += [_problem(row, "与户主关系", "这一户的户主没有导入，所以整户没有导入。") for row in kept]
    households.sort(
        key=lambda household: not household.number
    )  # a number given out must not be one that stands further down
    ordered = tuple(sorted(problems, key=lambda problem: (problem.row, problem.column)))
    return ImportPlan(rows=sheet.rows, households=tuple(households), rejected=ordered, notices=sheet.notices)


def _blocked(household: RegisterHousehold, numbers: AbstractSet[str]) -> tuple[str, str] | None:
    """Return the column and the reason why a household cannot come in at all, or None."""
    if household.number in numbers:
        return "户编号", f"户编号 {household.number} 已经登记：整户没有导入，请改号或在程序里修改那一户。"
    try:
        check_household(_entry(household))
    except UserError as error:
        return _COLUMNS.get(error.field or "", "户编号"), f"{error.message}整户没有导入。"
    return None


def _problem(row: RegisterRow, column: str, message: str) -> RegisterProblem:
    return RegisterProblem(row=row.row, column=column, message=message)


def _known_households(workspace: Workspace) -> tuple[queries.HouseholdRow, ...]:
    with workspace.store.reading() as connection:
        return queries.household_rows(connection, with_closed=True)


def _known_people(workspace: Workspace) -> dict[str, str]:
    with workspace.store.reading() as connection:
        return queries.numbers_registered(connection)


def carry_out_import(workspace: Workspace, plan: ImportPlan, progress: Progress | None = None) -> ImportResult:
    """Store a plan: one act a household, all in one transaction; an error or a cancel leaves no row.

    ``progress`` gets how many households are done and how many there are; it may raise to cancel.
    """
    day = workspace.today()
    with workspace.batch() as batch:
        for done, household in enumerate(plan.households):
            if progress is not None:
                progress(done, len(plan.households))
            with batch.act("import_household") as uow:
                try:
                    members = tuple(_member(row, day) for row in household.members)
                    add_household(workspace, uow, _entry(household), members, day)
                except UserError as error:
                    raise UserError(
                        "第 {row} 行起的一户没有导入：{why}", row=household.members[0].row, why=error.message
                    ) from error
    return ImportResult(rows=plan.rows, households=len(plan.households), people=plan.people, rejected=plan.rejected)


def _entry(household: RegisterHousehold) -> HouseholdEntry:
    head = next(row for row in household.members if row.relation == HEAD)
    return HouseholdEntry(number=household.number, group=household.group, address=household.address, phone=head.phone)


def _member(row: RegisterRow, day: date) -> MemberEntry:
    person = new_person(
        name=row.name,
        birth_on=row.birth_on,
        sex=row.sex,
        id_number=row.id_number,
        former_id_number=row.former_id_number,
        nation=row.nation,
        phone=row.phone,
        note=row.note,
        disability_certificate=row.disability_certificate,
        disability_kind=row.disability_kind,
        disability_grade=row.disability_grade,
    )
    return MemberEntry(person=person, relation=row.relation, identities=_identities(row, day))


def _identities(row: RegisterRow, day: date) -> tuple[Identity, ...]:
    """The register names statuses without dates: they count from the day they were taken in, and say so."""
    lifted = day if row.lifted else None
    source = "住户名册导入，起日待核" + ("；名册写明已脱贫，日期待核" if row.lifted else "")
    return tuple(
        new_identity(kind, day, source=source, lifted_on=lifted if kind is IdentityKind.REGISTERED_POOR else None)
        for kind in row.identities
    )
