"""The sheet of 成批录入 as a table: typed cells with undo, what was found wrong in them, and what a number tells by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import count
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from clerk_app.domain.codes import NATIONS
from clerk_app.domain.free_text import nation_code
from clerk_app.services.entry_block import Block, Placed, placed
from clerk_app.services.entry_sheet import (
    BIRTH,
    COLUMNS,
    ID_NUMBER,
    NAME,
    NATION,
    NUMBER,
    SEX,
    RowFinding,
    SheetCheck,
    SheetRow,
    told_by,
)
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme, icon

Index = QModelIndex | QPersistentModelIndex
TONE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
BEGINS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
SPARE_ROWS: Final = 8
FEWEST_ROWS: Final = 24
_MOST_STEPS: Final = 200
_TOLD: Final = {SEX: 0, BIRTH: 1}
_Step = tuple[tuple[SheetRow, ...], tuple[int, int]]


class SheetTable(QAbstractTableModel):
    """``edited`` after every change of a cell or row. Empty rows at the end are always there, as in Excel."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._keys = count(1)
        self._rows: list[SheetRow] = []
        self._findings: dict[int, RowFinding] = {}
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self.nation = ""
        self.fresh: int | None = None
        """The key of a row that is being filled for the first time: its empty cells are not wrong yet."""
        self.titles = _titles()
        self._rows = self._padded([])

    # reading

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """All rows, blank ones too."""
        return tuple(self._rows)

    def row(self, number: int) -> SheetRow | None:
        """Return a row by its place from 0."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed at all."""
        return all(row.is_blank for row in self._rows)

    @property
    def last_filled(self) -> int:
        """The place of the last row with something in it, or -1."""
        return next((place for place in reversed(range(len(self._rows))) if not self._rows[place].is_blank), -1)

    def is_open(self, row: int, place: int) -> bool:
        """Whether a cell may be typed into: sex and birth date only where no number tells them."""
        texts = self._rows[row].texts
        return place not in _TOLD or bool(texts[place]) or not texts[ID_NUMBER].strip()

    def shown(self, row: int, place: int) -> str:
        """Return what a cell shows: its text, or what the number tells."""
        texts = self._rows[row].texts
        if texts[place] or place not in _TOLD:
            return texts[place]
        told = _told(texts[ID_NUMBER], self._today()) if texts[ID_NUMBER].strip() else None
        return "" if told is None else term(told[_TOLD[place]])

    def _by_itself(self, row: SheetRow, place: int) -> str:
        """Return what will stand in an empty cell without being typed."""
        if place == NUMBER:
            finding = self._findings.get(row.key)
            is_new = finding is not None and finding.begins and finding.block.startswith("#") and bool(row.texts[NAME])
            return self.tr("自动") if is_new else ""
        if place == NATION and not row.is_blank:
            code = nation_code(self.nation)
            return term(NATIONS[code]) if code else ""
        return ""

    def said(self, row: int, place: int) -> tuple[Tone, str] | None:
        """Return what is to be said of a cell, or None."""
        one = self._rows[row]
        finding = self._findings.get(one.key)
        if finding is None:
            return None
        if place in finding.problems:
            is_not_yet = one.key == self.fresh and not one.texts[place]
            return None if is_not_yet else (Tone.OVERDUE, finding.problems[place])
        return (Tone.DUE, finding.doubts[place]) if place in finding.doubts else None

    def all_said(self) -> Iterator[tuple[int, int, Tone]]:
        """Yield row, column and tone of every cell of which something is to be said."""
        for number, row in enumerate(self._rows):
            finding = self._findings.get(row.key)
            if finding is not None:
                for place in sorted({*finding.problems, *finding.doubts}):
                    found = self.said(number, place)
                    if found is not None:
                        yield number, place, found[0]

    def is_ready(self, row: int) -> bool:
        """Whether the row would be registered now."""
        finding = self._findings.get(self._rows[row].key)
        return finding is not None and finding.is_ready

    # changing

    def put(self, cells: Mapping[tuple[int, int], str]) -> None:
        """Change cells by row and column, as one step that can be undone."""
        rows = list(self._rows)
        for (number, place), text in cells.items():
            texts = rows[number].texts
            rows[number] = SheetRow(rows[number].key, (*texts[:place], text, *texts[place + 1 :]))
        if rows != self._rows:
            at = next(iter(cells))
            self._step(rows, at)

    def paste(self, block: Block, row: int, place: int) -> Placed:
        """Put a block of cells at a corner; the sheet grows as it needs."""
        result = placed(self._rows, block, row, place, self._next_key)
        self._step(list(result.rows), (row, place))
        return result

    def insert(self, row: int) -> None:
        """Put an empty row before a row."""
        self._step([*self._rows[:row], SheetRow(self._next_key()), *self._rows[row:]], (row, NAME))

    def remove(self, rows: Collection[int]) -> None:
        """Take rows out."""
        self._step([row for place, row in enumerate(self._rows) if place not in rows], (min(rows), NAME))

    def empty(self) -> None:
        """Take everything out; this too can be undone."""
        self._step([], (0, NAME))

    def undo(self) -> tuple[int, int] | None:
        """Take the last step back; returns where it was made, or None."""
        return self._go(self._undo, self._redo)

    def redo(self) -> tuple[int, int] | None:
        """Do a step again that was taken back."""
        return self._go(self._redo, self._undo)

    def restore(self, rows: Sequence[SheetRow]) -> None:
        """Put back what was kept on disk."""
        self._undo.clear()
        self._redo.clear()
        self._show([SheetRow(self._next_key(), row.texts) for row in rows])

    def take_out(self, taken: Mapping[int, SheetRow]) -> None:
        """Take out the rows that were registered, unless they were changed since; what was undone before is forgotten."""
        self._undo.clear()
        self._redo.clear()
        for number in reversed(range(len(self._rows))):
            row = self._rows[number]
            if taken.get(row.key) == row:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()
        self._show(self._rows)
        self.edited.emit()

    def show_check(self, check: SheetCheck) -> None:
        """Mark the cells; a row that was typed in since is left as it is until the next check."""
        before = {row.key: row for row in check.sheet.rows}
        for row in self._rows:
            if before.get(row.key) == row:
                if row.key in check.findings:
                    self._findings[row.key] = check.findings[row.key]
                else:
                    self._findings.pop(row.key, None)
        self.tell_all()

    def tell_all(self) -> None:
        """Let the view draw everything anew."""
        last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def _next_key(self) -> int:
        return next(self._keys)

    def _step(self, rows: list[SheetRow], at: tuple[int, int]) -> None:
        self._undo.append((tuple(self._rows), at))
        del self._undo[:-_MOST_STEPS]
        self._redo.clear()
        self._show(rows)
        self.edited.emit()

    def _go(self, steps: list[_Step], others: list[_Step]) -> tuple[int, int] | None:
        if not steps:
            return None
        rows, at = steps.pop()
        others.append((tuple(self._rows), at))
        self._show(list(rows))
        self.edited.emit()
        return at

    def _show(self, rows: list[SheetRow]) -> None:
        """Show other rows; what was said of a cell that is now another is forgotten."""
        self._forget_stale(rows)
        rows = self._padded(rows)
        more = len(rows) - len(self._rows)
        if more > 0:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
        elif more < 0:
            self.beginRemoveRows(QModelIndex(), len(rows), len(self._rows) - 1)
        self._rows = rows
        if more > 0:
            self.endInsertRows()
        elif more < 0:
            self.endRemoveRows()
        self.tell_all()

    def _forget_stale(self, rows: Sequence[SheetRow]) -> None:
        before = {row.key: row for row in self._rows}
        for row in rows:
            old, finding = before.get(row.key), self._findings.get(row.key)
            if old is not None and finding is not None and old.texts != row.texts:
                kept = {place for place in range(len(COLUMNS)) if old.texts[place] == row.texts[place]}
                self._findings[row.key] = RowFinding(
                    block=finding.block,
                    begins=finding.begins,
                    is_ready=False,
                    problems={place: said for place, said in finding.problems.items() if place in kept},
                    doubts={place: said for place, said in finding.doubts.items() if place in kept},
                )

    def _padded(self, rows: Sequence[SheetRow]) -> list[SheetRow]:
        filled = next((place + 1 for place in reversed(range(len(rows))) if not rows[place].is_blank), 0)
        wanted = max(filled + SPARE_ROWS, FEWEST_ROWS)
        return [*rows, *(SheetRow(self._next_key()) for _ in range(wanted - len(rows)))]

    # Qt's model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed into that are not told by the number."""
        flags = super().flags(index)
        is_cell = index.isValid() and self.is_open(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if is_cell else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, what is to be said of it, and whether it begins a household."""
        if not index.isValid():
            return None
        number, place = index.row(), index.column()
        row = self._rows[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(number, place) or self._by_itself(row, place)
        if role == Qt.ItemDataRole.EditRole:
            return row.texts[place]
        if role == TONE_ROLE:
            found = self.said(number, place)
            return None if found is None else found[0]
        if role == BEGINS_ROLE:
            finding = self._findings.get(row.key)
            return finding is not None and finding.begins
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            found = self.said(number, place)
            return None if found is None else term(found[1])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(number, place)
        return None

    def _ink(self, number: int, place: int) -> QColor | None:
        theme = current_theme()
        found = self.said(number, place)
        if found is not None and self._rows[number].texts[place]:
            return theme.ink_of(found[0])
        return None if self._rows[number].texts[place] else QColor(theme.palette.ink_faint)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.put({(index.row(), index.column()): " ".join(str(value).split())})
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Return the columns' titles and the rows' numbers, with a tick at a row that would be registered now."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return section + 1
        is_tick = role == Qt.ItemDataRole.DecorationRole and section < len(self._rows) and self.is_ready(section)
        return _tick(current_theme().scale) if is_tick else None


@lru_cache(maxsize=4)
def _tick(_scale: int) -> QIcon:
    return icon("check", current_theme().ink_of(Tone.DONE).name(), size=14)


@lru_cache(maxsize=4_096)
def _told(number: str, on: date) -> tuple[str, str] | None:
    return told_by(number, on)


def _titles() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("SheetTable", "户编号"),
        translate("SheetTable", "姓名"),
        translate("SheetTable", "与户主关系"),
        translate("SheetTable", "公民身份号码"),
        translate("SheetTable", "性别"),
        translate("SheetTable", "出生日期"),
        translate("SheetTable", "联系电话"),
        translate("SheetTable", "住址"),
        translate("SheetTable", "民族"),
        translate("SheetTable", "困难身份"),
        translate("SheetTable", "残疾证号"),
        translate("SheetTable", "备注"),
    )
