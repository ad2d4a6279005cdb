"""The rows of a file as they stand in it, with what is wrong in the very cell, where it can be typed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from clerk_app.excel.columns import PASSED_OVER, Columns
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.ui.models.record_table import Column, Index, Kind, RecordTable
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import CellDelegate, RecordView

BEFORE: Final = 2
"""How many columns stand before those of the file: the row's number and what becomes of it."""
_WIDEST: Final = 190
_NARROWEST: Final = 64
_LOOKED_AT: Final = 60


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of a file: ``marks`` say what is wrong in a cell, by its place from 0; ``remark`` what is to be said of the row.

    ``is_known``: it is about somebody who is registered already, and nothing is wrong with it.
    """

    key: str
    number: int
    texts: tuple[str, ...]
    state: ChipState
    marks: Mapping[int, str] = field(default_factory=dict)
    remark: str = ""
    corrected: frozenset[int] = frozenset()
    is_known: bool = False

    def said_at(self, place: int) -> str:
        """Return what is to be said of a cell, or else of the row."""
        return self.marks.get(place, self.remark)


def marks_of(problems: Sequence[RegisterProblem], columns: Columns) -> tuple[dict[int, str], str]:
    """Return what is wrong by the place of the cell, and what has no cell of its own in the file."""
    marks: dict[int, str] = {}
    rest: list[str] = []
    for problem in problems:
        place = columns.place_of(problem.column)
        if place is None:
            rest.append(problem.message)
        else:
            marks[place] = f"{marks[place]} {problem.message}" if place in marks else problem.message
    return marks, " ".join(rest)


class FileTable(RecordTable[FileRow]):
    """``corrected(key, place, text)`` when a cell was typed over; the table itself changes only when it is shown anew."""

    corrected = Signal(str, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_columns(()), parent=parent)
        self.is_editable = True
        self._passed_over: frozenset[int] = frozenset()

    def show_file(self, headers: Sequence[str], rows: Sequence[FileRow], left_out: frozenset[int]) -> None:
        """Show rows under the file's own headings; ``left_out`` are the columns that are not taken in."""
        if (tuple(column.title for column in self.columns[BEFORE:]), self._passed_over) != (tuple(headers), left_out):
            self.beginResetModel()
            self.columns = _columns(headers)
            self._passed_over = left_out
            self._sorting = None
            self.endResetModel()
        self.set_records(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell of the file be typed over."""
        flags = super().flags(index)
        is_cell = index.isValid() and index.column() >= BEFORE and self.is_editable
        return flags | Qt.ItemFlag.ItemIsEditable if is_cell else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return also the colours of a cell with a problem, of one typed over, of a column that is left out."""
        row = self.record(index.row()) if index.isValid() else None
        place = index.column() - BEFORE
        if row is None or place < 0:
            return super().data(index, role)
        theme = current_theme()
        if role == Qt.ItemDataRole.EditRole:
            return row.texts[place]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.said_at(place) or None
        if role == Qt.ItemDataRole.BackgroundRole and place in row.marks:
            return theme.ground_of(Tone.OVERDUE)
        if role == Qt.ItemDataRole.ForegroundRole:
            if place in row.marks:
                return theme.ink_of(Tone.OVERDUE)
            if place in row.corrected:
                return theme.ink_of(Tone.ACCENT)
            return QColor(theme.palette.ink_soft) if place in self._passed_over else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Hand on what was typed into a cell."""
        row = self.record(index.row())
        place = index.column() - BEFORE
        if row is None or role != Qt.ItemDataRole.EditRole or str(value) == row.texts[place]:
            return False
        self.corrected.emit(row.key, place, str(value))
        return True


def _columns(headers: Sequence[str]) -> tuple[Column[FileRow], ...]:
    translate = QCoreApplication.translate
    return (
        Column("row", translate("FileGrid", "行"), lambda row: row.number, Kind.NUMBER, width=56),
        Column("state", translate("FileGrid", "结果"), lambda row: row.state, Kind.CHIP, width=100),
        *(
            Column(f"cell{place}", heading, lambda row, place=place: row.texts[place])  # type: ignore[misc]  # mypy knows no default in a lambda
            for place, heading in enumerate(headers)
        ),
    )


class _Delegate(CellDelegate):
    """Gives a cell with a problem its ground and a corner, so that it is seen without its colour too."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground below the words and the corner above them."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if ground is not None and not is_current:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        if ground is not None:
            theme = current_theme()
            corner, size = option.rect.topRight() + QPoint(1, 0), theme.px(8)
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink_of(Tone.OVERDUE))
            painter.drawPolygon(QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)]))
            painter.restore()


class FileGrid(RecordView[FileRow]):
    """The grid: F2, double click or typing changes a cell, arrows go from cell to cell.

    ``only_taken`` leaves out the columns that are not taken in.
    """

    def __init__(
        self,
        name: str,
        *,
        label: str,
        empty: EmptyState | None = None,
        only_taken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.file = FileTable(parent)
        self._only_taken = only_taken
        super().__init__(name, self.file, label=label, empty=empty, parent=parent)
        self.table.setItemDelegate(_Delegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def show_file(self, headers: Sequence[str], rows: Sequence[FileRow], columns: Columns | None) -> None:
        """Show rows under their headings, at the cell that was current; columns are as wide as their words."""
        taken = set() if columns is None else {p for f, p in columns.places.items() if f not in PASSED_OVER}
        left_out = frozenset(range(len(headers))) - frozenset(taken) if columns is not None else frozenset()
        before = self.table.currentIndex()
        place = (before.row(), before.column())
        fresh = len(self.file.columns) != BEFORE + len(headers)
        self.file.show_file(headers, rows, left_out)
        if fresh or not before.isValid():
            self._fit(headers, rows)
        for column in range(len(headers)):
            self.table.setColumnHidden(BEFORE + column, self._only_taken and column in left_out)
        if before.isValid() and place[0] < self.file.rowCount():
            self.table.setCurrentIndex(self.file.index(*place))

    def _fit(self, headers: Sequence[str], rows: Sequence[FileRow]) -> None:
        theme = current_theme()
        metrics = self.table.fontMetrics()
        for place, heading in enumerate(headers):
            words = [heading, *(row.texts[place] for row in rows[:_LOOKED_AT])]
            widest = max(metrics.horizontalAdvance(word[:40]) for word in words) + theme.px(28)
            self.table.setColumnWidth(BEFORE + place, min(max(widest, theme.px(_NARROWEST)), theme.px(_WIDEST)))

    def go_to(self, number: int, place: int | None) -> None:
        """Make the cell of a row of the file current, and show it."""
        row = self.file.row_of(lambda one: one.number == number)
        if row is not None:
            index = self.file.index(row, BEFORE + (place or 0))
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.table.setFocus()

    def said_here(self) -> str:
        """Return what is to be said of the current cell, with its place."""
        index = self.table.currentIndex()
        row = self.file.record(index.row())
        if row is None:
            return ""
        return row.said_at(index.column() - BEFORE) or " ".join(row.marks.values())
