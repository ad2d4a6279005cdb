"""Many households typed into one sheet (成批录入), one row a person: read, checked and stored as a list from Excel is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.resident_id import parse
from clerk_app.errors import UserError
from clerk_app.excel.columns import Field
from clerk_app.excel.table import EMPTY, Cell, CellKind, Table, TableRow, column_letter
from clerk_app.services import drafts
from clerk_app.services.households import known_person, list_households
from clerk_app.services.list_source import ListSource
from clerk_app.services.register_import import ImportPlan, carry_out_import, plan_import

if TYPE_CHECKING:
    from clerk_app.excel.row_cells import RegisterProblem
    from clerk_app.services.list_source import Progress
    from clerk_app.services.workspace import Workspace

COLUMNS: Final = (
    Field.HOUSEHOLD_NUMBER,
    Field.NAME,
    Field.RELATION,
    Field.ID_NUMBER,
    Field.SEX,
    Field.BIRTH,
    Field.PHONE,
    Field.ADDRESS,
    Field.NATION,
    Field.IDENTITIES,
    Field.DISABILITY_CERTIFICATE,
    Field.NOTE,
)
"""What the sheet's columns hold, in their order."""
NUMBER, NAME, ID_NUMBER, SEX, BIRTH, NATION = (
    COLUMNS.index(one)
    for one in (Field.HOUSEHOLD_NUMBER, Field.NAME, Field.ID_NUMBER, Field.SEX, Field.BIRTH, Field.NATION)
)
DRAFT_KEY: Final = "household:sheet"
ORIGIN: Final = "成批录入"
_NOBODY: Final = "这一行看不出是谁：请填姓名和公民身份号码，没有用就删去这一行。"
_HEADINGS: Final = (*(one.value for one in COLUMNS), Field.GROUP.value)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as typed, its texts under ``COLUMNS``; ``key`` tells rows apart while they move."""

    key: int
    texts: tuple[str, ...] = ("",) * len(COLUMNS)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(text.strip() for text in self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sheet as typed, blank rows too; group and nation (its name or code) go for every row that names none."""

    rows: tuple[SheetRow, ...]
    group: str = ""
    nation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFinding:
    """What is to be said of a row: which household it stands in, and by the column's place what is wrong or doubtful.

    ``begins`` for the first row of its household; ``is_ready`` when the row would be registered now.
    """

    block: str
    begins: bool
    is_ready: bool
    problems: Mapping[int, str] = field(default_factory=dict)
    doubts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCheck:
    """The sheet that was looked at, what is to be said of its rows by their keys, and how much could be registered."""

    sheet: Sheet
    findings: Mapping[int, RowFinding]
    households: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetResult:
    """What was registered: how much, which rows, and what is to be said of the rows that stay."""

    households: int
    people: int
    taken: frozenset[int]
    check: SheetCheck


def told_by(number: str, on: date) -> tuple[str, str] | None:
    """Return the sex (男, 女) and the birth date (ISO) that an identity number tells, or None for one that is wrong."""
    try:
        identity = parse(number, on)
    except UserError:
        return None
    return identity.sex.label, identity.birth_on.isoformat()


def check_sheet(workspace: Workspace, sheet: Sheet, progress: Progress | None = None) -> SheetCheck:
    """Read the sheet as an import reads a list, and compare it with the register; nothing is stored."""
    return _check(workspace, sheet, progress)[0]


def register_sheet(workspace: Workspace, sheet: Sheet, progress: Progress | None = None) -> SheetResult:
    """Register every household in which no row is wrong: an act each, all in one transaction; the other rows stay the draft.

    It counts as an import that can be undone as a whole. Raises UserError when another clerk's act came in between.
    """
    check, plan = _check(workspace, sheet, None)
    taken: frozenset[int] = frozenset()
    if plan.households:
        carry_out_import(workspace, replace(plan, rejected=(), statuses=()), progress)
        taken = frozenset(key for key, finding in check.findings.items() if finding.is_ready)
        keep_sheet(workspace, replace(sheet, rows=tuple(row for row in sheet.rows if row.key not in taken)))
    left = {key: finding for key, finding in check.findings.items() if key not in taken}
    return SheetResult(
        households=check.households,
        people=check.people,
        taken=taken,
        check=replace(check, findings=left, households=0, people=0),
    )


def _check(workspace: Workspace, sheet: Sheet, progress: Progress | None) -> tuple[SheetCheck, ImportPlan]:
    plan = plan_import(workspace, _as_list(sheet), progress)
    findings = _findings(workspace, sheet, plan)
    whole = tuple(one for one in plan.households if findings[sheet.rows[one.members[0].row - 1].key].is_ready)
    plan = replace(plan, households=whole)
    check = SheetCheck(sheet=sheet, findings=findings, households=len(plan.households), people=plan.people)
    return check, plan


def _as_list(sheet: Sheet) -> ListSource:
    """Return the sheet as a list that could have come from a file; rows keep the numbers that the clerk sees."""
    rows = tuple(
        TableRow(place, (*_cells(row, sheet.nation), _cell(sheet.group)))
        for place, row in enumerate(sheet.rows, start=1)
        if not row.is_blank
    )
    letters = tuple(column_letter(place) for place in range(len(_HEADINGS)))
    name = f"{ORIGIN} {sheet.group}".strip().translate({ord("/"): "／", ord("\\"): "＼"})
    return ListSource(
        path=Path(name),
        digest="",
        table=Table(sheet=ORIGIN, header_row=0, headers=_HEADINGS, letters=letters, rows=rows),
        choice=(*COLUMNS, Field.GROUP),
        origin=ORIGIN,
    )


def _cells(row: SheetRow, nation: str) -> Iterable[Cell]:
    for place, text in enumerate(row.texts):
        yield _cell(nation if place == NATION and not text.strip() else text)


def _cell(text: str) -> Cell:
    return Cell(text, CellKind.TEXT) if text.strip() else EMPTY


# what is to be said


def _findings(workspace: Workspace, sheet: Sheet, plan: ImportPlan) -> dict[int, RowFinding]:
    doubts = {row.row: row.doubts for household in plan.households for row in household.members}
    problems: dict[int, list[RegisterProblem]] = {}
    for problem in plan.rejected:
        problems.setdefault(problem.row, []).append(problem)
    places = _Places(workspace, plan)
    held_back = _held_back(sheet, plan)
    findings: dict[int, RowFinding] = {}
    seen: set[str] = set()
    for number, row in enumerate(sheet.rows, start=1):
        if row.is_blank:
            continue
        block = plan.blocks.get(number, "")
        findings[row.key] = RowFinding(
            block=block,
            begins=bool(block) and block not in seen,
            is_ready=bool(block) and block not in held_back,
            problems=places.by_place(row, block, problems.get(number, ())) if block else {NAME: _NOBODY},
            doubts=places.by_place(row, block, doubts.get(number, ())),
        )
        seen.add(block)
    return findings


def _held_back(sheet: Sheet, plan: ImportPlan) -> set[str]:
    """Return the households in which a row is wrong: they wait whole, or the rest would lose the one it belongs to."""
    held_back = {plan.blocks[problem.row] for problem in plan.rejected}
    above = ""
    for number, row in enumerate(sheet.rows, start=1):
        if not row.is_blank and number not in plan.blocks:
            held_back.add(above)
        above = plan.blocks.get(number, above)
    return held_back


class _Places:
    """Puts what the import says into the sheet's cells and words, and tells where a known person or household is."""

    def __init__(self, workspace: Workspace, plan: ImportPlan) -> None:
        self._workspace = workspace
        self._columns = plan.columns
        self._households: dict[str, tuple[str, str]] | None = None

    def by_place(self, row: SheetRow, block: str, problems: Iterable[RegisterProblem]) -> dict[int, str]:
        """Return the sentences by the column's place; what belongs to no column stands at the name."""
        said: dict[int, str] = {}
        for problem in problems:
            found = self._columns.place_of(problem.column)
            place = NAME if found is None or found >= len(COLUMNS) else found
            words = self._owner(block) if place == NUMBER else self._holder(row) if problem.is_known else ""
            sentence = words or problem.message.replace("没有导入", "没有登记").replace("导入", "登记")
            said[place] = f"{said[place]} {sentence}" if place in said else sentence
        return said

    def _holder(self, row: SheetRow) -> str:
        """Return where a person is registered already, or nothing where that is not to be found."""
        person = known_person(self._workspace, row.texts[ID_NUMBER])
        if person is None:
            return ""
        if person.household_id is None:
            return "这个公民身份号码的人在本村登记过，已离户：请在“新登记一户”里登记，原来的记录会接上。"
        where = f"{person.group or '本村'} {person.household_number} 户的{person.name}"
        return f"这个公民身份号码已登记在 {where}名下：同一人不能登记两次，请核对或删去这一行。"

    def _owner(self, number: str) -> str:
        """Return whose household has a number already, or nothing where it is free."""
        if number not in self._all_households():
            return ""
        group, head = self._all_households()[number]
        owner = f"{group or '本村'}{head}的一户" if head else "另一户"
        return f"户编号 {number} 已是{owner}：这一户没有登记，请换一个号，或留空自动编号。"

    def _all_households(self) -> dict[str, tuple[str, str]]:
        if self._households is None:
            rows = list_households(self._workspace, with_closed=True)
            self._households = {row.number: (row.group, row.head) for row in rows}
        return self._households


# the draft


def keep_sheet(workspace: Workspace, sheet: Sheet) -> None:
    """Keep the sheet as this clerk's draft; one without a filled row is forgotten."""
    content = content_of(sheet)
    if content is None:
        drafts.discard_draft(workspace, DRAFT_KEY)
    else:
        drafts.save_draft(workspace, DRAFT_KEY, content)


def content_of(sheet: Sheet) -> dict[str, object] | None:
    """Return the sheet as a draft holds it, or None where nothing is filled in."""
    filled = [place for place, row in enumerate(sheet.rows) if not row.is_blank]
    if not filled:
        return None
    rows = [list(row.texts) for row in sheet.rows[: filled[-1] + 1]]
    return {"group": sheet.group, "nation": sheet.nation, "columns": [one.name for one in COLUMNS], "rows": rows}


def kept_sheet(workspace: Workspace) -> Sheet | None:
    """Return the sheet that was kept, or None; columns of another version of the program are put where they are now."""
    kept = drafts.load_draft(workspace, DRAFT_KEY)
    return None if kept is None else sheet_of(kept)


def sheet_of(content: Mapping[str, object]) -> Sheet:
    """Read what ``content_of`` gave."""
    columns, rows = content.get("columns"), content.get("rows")
    names = [str(name) for name in columns] if isinstance(columns, list) else []
    lines = [line for line in rows if isinstance(line, list)] if isinstance(rows, list) else []
    return Sheet(
        rows=tuple(SheetRow(key, _as_now(names, line)) for key, line in enumerate(lines, start=1)),
        group=str(content.get("group", "")),
        nation=str(content.get("nation", "")),
    )


def _as_now(names: Sequence[str], line: Sequence[object]) -> tuple[str, ...]:
    by_name = dict(zip(names, map(str, line), strict=False))
    return tuple(by_name.get(one.name, "") for one in COLUMNS)
