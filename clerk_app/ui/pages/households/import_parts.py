"""What the import view is made of: remarks about rows, the tables' columns, and the work behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.domain.codes import HEAD
from clerk_app.errors import UserError
from clerk_app.services.list_source import ListSource, Unfinished, keep_decisions, open_list, save_layout, unfinished
from clerk_app.services.register_import import ImportPlan, ImportResult, carry_out_import, plan_import
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.pages.households.file_grid import FileRow, marks_of
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.excel.register import RegisterHousehold
    from clerk_app.excel.row_cells import RegisterProblem
    from clerk_app.services.import_statuses import ListedStatus
    from clerk_app.services.workspace import Workspace

translate = QCoreApplication.translate
Reading = Callable[[Progress], "Read"]
"""Work that reads a list or reads it anew."""


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """What is to be said of a row: why it stays out, or what to look at though it comes in."""

    row: int
    column: str
    message: str
    stays_out: bool
    state: ChipState


def remarks_of(plan: ImportPlan) -> tuple[ImportRemark, ...]:
    """Return the problems and the doubts of a plan in the order of the rows, whoever is registered already after all others."""
    giving = _giving(plan)
    why = {number: _becomes(found, None, gives=number in giving) for number, found in _by_row(plan).items()}
    refused = [
        ImportRemark(one.row, one.column, one.message, stays_out=True, state=why[one.row]) for one in plan.rejected
    ]
    doubts = [
        ImportRemark(row.row, "", warning, stays_out=False, state=_becomes((), warning, gives=False))
        for household in plan.households
        for row in household.members
        for warning in row.warnings
    ]
    last = {problem.row: 1 if problem.says_more else 2 for problem in plan.rejected if problem.is_known}
    return tuple(sorted([*refused, *doubts], key=lambda remark: (last.get(remark.row, 0), remark.row)))


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a file gave: the list, and either a plan or why its columns make none."""

    source: ListSource
    plan: ImportPlan | None
    refusal: UserError | None


def read(workspace: Workspace, path: Path, sheet: str | None, progress: Progress) -> Read:
    """Read a file, as it was decided about it if it was begun before."""
    return planned(workspace, open_list(workspace, path, sheet=sheet, progress=progress), progress)


def planned(workspace: Workspace, source: ListSource, progress: Progress) -> Read:
    """Make the plan of a list; one that lacks a column can still be given one."""
    try:
        return Read(source, plan_import(workspace, source, progress), None)
    except UserError as error:
        return Read(source, None, error)


def decided(workspace: Workspace, source: ListSource, layout_name: str, progress: Progress) -> Read:
    """Make the plan anew after a decision, and keep the decision; with a name, also for later lists of this layout."""
    if layout_name:
        source = save_layout(workspace, source, layout_name)
    keep_decisions(workspace, source)
    return planned(workspace, source, progress)


def begun(workspace: Workspace, _progress: Progress) -> Unfinished | None:
    """Return the import that was begun and not done."""
    return unfinished(workspace)


def carry_out(workspace: Workspace, plan: ImportPlan, progress: Progress) -> ImportResult:
    """Store a plan."""
    return carry_out_import(workspace, plan, progress)


def file_rows(plan: ImportPlan) -> tuple[FileRow, ...]:
    """Return the rows of the file with what becomes of each."""
    problems, giving = _by_row(plan), _giving(plan)
    doubts = {row.row: " ".join(row.warnings) for household in plan.households for row in household.members}
    corrected: dict[int, set[int]] = {}
    for number, place in plan.source.corrections:
        corrected.setdefault(number, set()).add(place)
    shown: list[FileRow] = []
    for row in plan.source.as_corrected.rows:
        found = problems.get(row.number, [])
        is_known = any(problem.is_known for problem in found)
        marks, rest = ({}, " ".join(one.message for one in found)) if is_known else marks_of(found, plan.columns)
        doubt = doubts.get(row.number)
        shown.append(
            FileRow(
                key=str(row.number),
                number=row.number,
                texts=tuple(cell.text for cell in row.cells),
                state=_becomes(found, doubt, gives=row.number in giving),
                marks=marks,
                remark=rest or doubt or "",
                corrected=frozenset(corrected.get(row.number, ())),
                is_known=is_known,
            )
        )
    return tuple(shown)


def _by_row(plan: ImportPlan) -> dict[int, list[RegisterProblem]]:
    found: dict[int, list[RegisterProblem]] = {}
    for problem in plan.rejected:
        found.setdefault(problem.row, []).append(problem)
    return found


def _giving(plan: ImportPlan) -> set[int]:
    return {one.row for one in plan.statuses}


def _becomes(problems: Sequence[RegisterProblem], doubt: str | None, *, gives: bool) -> ChipState:
    if gives:
        return ChipState(translate("ImportView", "补登身份"), Tone.DONE)
    if any(problem.is_known for problem in problems):
        tone = Tone.DUE if any(problem.says_more for problem in problems) else Tone.NEUTRAL
        return ChipState(translate("ImportView", "已登记"), tone)
    if any(problem.is_waiting for problem in problems):
        return ChipState(translate("ImportView", "已在等待"), Tone.DUE)
    if problems:
        return ChipState(translate("ImportView", "不导入"), Tone.OVERDUE)
    if doubt is None:
        return ChipState(translate("ImportView", "不是人员"))
    if doubt:
        return ChipState(translate("ImportView", "请核对"), Tone.DUE)
    return ChipState(translate("ImportView", "导入"), Tone.DONE)


def in_question(row: FileRow) -> bool:
    """Say whether a person should look at a row: it stays out though nobody knows them yet, or comes in with a doubt."""
    return not row.is_known and bool(row.marks or row.remark)


def titled(view: QWidget) -> Section:
    """Put a title above a table."""
    section = Section("", name=f"{view.objectName()}Section")
    section.add(view, 1)
    return section


def household_columns() -> tuple[Column[RegisterHousehold], ...]:
    """Return the columns of the households to come."""
    return (
        Column(
            "number",
            translate("ImportView", "户编号"),
            lambda one: one.number or translate("ImportView", "自动"),
            width=84,
        ),
        Column("group", translate("ImportView", "小组"), lambda one: one.group, width=84),
        Column("head", translate("ImportView", "户主"), _head, width=100),
        Column(
            "members",
            translate("ImportView", "人数"),
            lambda one: len(one.members),
            Kind.NUMBER,
            width=72,
            is_summed=True,
        ),
        Column("others", translate("ImportView", "其他成员"), _others, width=160, stretch=True),
    )


def status_columns() -> tuple[Column[ListedStatus], ...]:
    """Return the columns of the statuses that people on file get."""
    return (
        Column("row", translate("ImportView", "行"), lambda one: one.row, Kind.NUMBER, width=52),
        Column("name", translate("ImportView", "姓名"), lambda one: one.name, width=84),
        Column("household", translate("ImportView", "户编号"), lambda one: one.household, width=72),
        Column(
            "status", translate("ImportView", "困难身份"), lambda one: one.status.kind.label, width=136, stretch=True
        ),
        Column("detail", translate("ImportView", "脱贫或等级"), _detail, width=104),
    )


def _detail(one: ListedStatus) -> str:
    if one.status.grade is not None:
        return translate("ImportView", "{n} 级").format(n=one.status.grade)
    return "" if one.status.lifted_on is None else str(one.status.lifted_on)


def problem_columns() -> tuple[Column[ImportRemark], ...]:
    """Return the columns of what is to be said."""
    return (
        Column("row", translate("ImportView", "行"), lambda problem: problem.row, Kind.NUMBER, width=64),
        Column("state", translate("ImportView", "结果"), lambda problem: problem.state, Kind.CHIP, width=104),
        Column("column", translate("ImportView", "列"), lambda problem: problem.column, width=164),
        Column("message", translate("ImportView", "问题"), lambda problem: problem.message, width=240, stretch=True),
    )


def _head(household: RegisterHousehold) -> str:
    return next((row.name for row in household.members if row.relation == HEAD), "")


def _others(household: RegisterHousehold) -> str:
    return "、".join(row.name for row in household.members if row.relation != HEAD)
