"""The cells of one row of a list, by what their columns are: their texts, or what is wrong with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from clerk_app.excel.columns import Columns, Field
from clerk_app.excel.table import Cell, CellKind, TableRow

_LONGEST: Final[Mapping[Field, int]] = {
    Field.HOUSEHOLD_NUMBER: 30,
    Field.GROUP: 50,
    Field.NAME: 10_000,  # clean_name knows how long a name may be
    Field.ADDRESS: 200,
    Field.IDENTITIES: 200,
    Field.NOTE: 1000,
}
_LONGEST_ELSE: Final = 60


@dataclass(frozen=True, slots=True)
class RegisterProblem:
    """Why a row was not taken in: the row as Excel counts it, the heading as it stands in the file, a sentence.

    ``is_known``: the row is not wrong, the person or household is registered already. ``is_waiting``: the same row waits for a person
    since an earlier import. ``says_more``: the row is known, but says something of the person that a clerk should look at.
    """

    row: int
    column: str
    message: str
    is_known: bool = False
    is_waiting: bool = False
    says_more: bool = False


class RowCells:
    """Gives texts; gathers problems (the row is refused), doubts (it is taken in and asked about) and what could not be read."""

    def __init__(self, row: TableRow, columns: Columns) -> None:
        self._number = row.number
        self._cells = row.cells
        self._columns = columns
        self._problems: list[RegisterProblem] = []
        self._doubts: list[RegisterProblem] = []
        self._unread: list[str] = []

    def _cell(self, of: Field) -> Cell | None:
        place = self._columns.places.get(of)
        return None if place is None else self._cells[place]

    def _problem(self, of: Field, message: str) -> None:
        self._problems.append(RegisterProblem(self._number, self._columns.heading(of), message))

    def _doubt(self, of: Field, message: str) -> None:
        self._doubts.append(RegisterProblem(self._number, self._columns.heading(of), message))

    def _set_aside(self, of: Field, text: str, message: str) -> None:
        """Keep in the note what could not be read, and say so."""
        self._unread.append(f"{of.value}（待核）：{text[:60]}")
        self._doubt(of, message)

    def _seen(self, of: Field) -> str:
        """Return what stands in a cell, whatever it is, to compare with."""
        cell = self._cell(of)
        return "" if cell is None else cell.text.strip()

    def _raw(self, of: Field) -> str:
        """Return a cell's text as it stands, or nothing after a problem: a formula, an error, too much of it."""
        cell = self._cell(of)
        if cell is None or cell.is_blank:
            return ""
        if cell.kind is CellKind.FORMULA:
            self._problem(of, "单元格里是公式：请在 Excel 里用“选择性粘贴—数值”改成文字或数字。")
        elif cell.kind is CellKind.ERROR:
            self._problem(of, f"单元格里是 Excel 的错误值 {cell.text[:10]}：请重新填写。")
        elif len(cell.text) > _LONGEST.get(of, _LONGEST_ELSE):
            self._problem(of, f"内容有 {len(cell.text)} 个字，太长：请检查是否填错了格。")
        else:
            return cell.text
        return ""

    def _text(self, of: Field) -> str:
        """Return a cell's text on one line, without control characters."""
        text = " ".join(self._raw(of).split())
        if any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
            self._problem(of, "单元格里有看不见的控制字符：请删去重新填写。")
            return ""
        return text

    def _is_troubled(self, of: Field) -> bool:
        heading = self._columns.heading(of)
        return any(problem.column == heading for problem in self._problems)
