"""The grid of 成批录入, with the keys of Excel: typing replaces, F2 changes, Tab goes right, Enter down to where the row began."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from clerk_app.errors import UserError
from clerk_app.services.entry_block import block_of
from clerk_app.services.entry_sheet import COLUMNS, NAME, NUMBER
from clerk_app.ui.pages.households.sheet_cells import ENTER, LEAVING, SheetCells
from clerk_app.ui.pages.households.sheet_frozen import FrozenColumns
from clerk_app.ui.pages.households.sheet_model import SheetTable
from clerk_app.ui.theme import ROW, current_theme
from clerk_app.ui.widgets.committed_words import begin_with
from clerk_app.ui.widgets.record_view import clipboard_cell

_WIDTHS: Final = (72, 92, 100, 184, 56, 108, 120, 150, 76, 116, 124, 96)


class SheetGrid(QTableView):
    """``refused(UserError)`` for a block that cannot be pasted, ``remarked(text)`` for what of it was left out, ``typing`` at each letter."""

    refused = Signal(object)
    remarked = Signal(str)
    typing = Signal()

    def __init__(self, model: SheetTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self._began: int | None = None
        self.setObjectName("sheetGrid")
        self.setAccessibleName(self.tr("成批录入的表格"))
        self.setModel(model)
        self._cells = SheetCells(self)
        self.setItemDelegate(self._cells)
        self._cells.left.connect(self._key_left)
        self._cells.typing.connect(self.typing)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)  # the cells draw their own lines
        self._size()
        self.frozen = FrozenColumns(self, NAME + 1)
        self.frozen.pointed.connect(self._point)
        self.frozen.opened.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)
        self.go(0, NAME)

    def _size(self) -> None:
        theme = current_theme()
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.px(ROW))
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(theme.px(44))
        for place, width in enumerate(_WIDTHS):
            self.setColumnWidth(place, theme.px(width))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(ROW))
        rows.setDefaultSectionSize(theme.px(ROW))
        rows.setMinimumWidth(theme.px(56))
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setHighlightSections(True)

    # for the page

    def go(self, row: int, place: int) -> None:
        """Make one cell current."""
        index = self.sheet.index(min(max(row, 0), self.sheet.rowCount() - 1), min(max(place, 0), len(COLUMNS) - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, beside the columns that stay there and not under them."""
        super().scrollTo(index, hint)
        hidden = self.frozen.reach - self.columnViewportPosition(index.column())
        bar = self.horizontalScrollBar()
        if hidden > 0:
            bar.setValue(0 if index.column() <= NAME else bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the columns that stay stand as high as the grid."""
        super().resizeEvent(event)
        self.frozen.settle()

    def _point(self, index: QModelIndex) -> None:
        self._began = None
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go(index.row(), index.column())

    def _open(self, index: QModelIndex) -> None:
        self._point(index)
        self.change()

    def end_typing(self) -> None:
        """Take what stands in an open cell."""
        self._cells.end()

    @property
    def is_typing(self) -> bool:
        """Whether a cell is being typed into."""
        return self._cells.open_editor is not None

    def unfinished_cell(self) -> tuple[int, int, str] | None:
        """Return row, column and text of the cell being typed into, for the draft."""
        editor = self._cells.open_editor
        return None if editor is None else (self._cells.at.row(), self._cells.at.column(), editor.text())

    def selected_rows(self) -> range:
        """Return the rows that the selection touches."""
        top, _, bottom, _ = self._selected()
        return range(top, bottom + 1)

    # moving

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self._begin_row(now.row())

    def _begin_row(self, number: int) -> None:
        row = self.sheet.row(number)
        self.sheet.fresh = row.key if row is not None and row.is_blank else None
        self.sheet.tell_all()

    def _key_left(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        self._go_on(Qt.Key(key), is_back=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def _go_on(self, key: Qt.Key, *, is_back: bool) -> None:
        here = self.currentIndex()
        if key in ENTER:
            self._enter(here, is_back=is_back)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._sideways(here, is_back=is_back or key == Qt.Key.Key_Backtab)
        else:
            self._began = None
            self.go(here.row() + (-1 if key == Qt.Key.Key_Up else 1), here.column())

    def _enter(self, here: QModelIndex, *, is_back: bool) -> None:
        """Go down as Excel does: to the column where the tabs began, after the last column to the next person's name."""
        began, self._began = self._began, None
        place = here.column() if began is None else began
        if here.column() == len(COLUMNS) - 1 or (place == NUMBER and began is not None):
            place = NAME
        self._down(here.row() + (-1 if is_back else 1), place)

    def _sideways(self, here: QModelIndex, *, is_back: bool) -> None:
        row, place = here.row(), here.column()
        if self._began is None and not is_back:
            self._began = place
        place += -1 if is_back else 1
        while 0 <= place < len(COLUMNS) and not self.sheet.is_open(row, place):
            place += -1 if is_back else 1
        if place >= len(COLUMNS):
            self._began = None
            self._down(row + 1, NAME)
        elif place >= 0:
            self.go(row, place)
        elif row:
            self.go(row - 1, len(COLUMNS) - 1)

    def _down(self, row: int, place: int) -> None:
        if row >= self.sheet.rowCount():
            self.sheet.insert(self.sheet.rowCount())
        self.go(row, place)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what Excel does with a key."""
        act = self._act_of(event)
        if act is not None:
            act()
        elif event.key() in LEAVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_on(Qt.Key(event.key()), is_back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
                self._began = None
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        keys = QKeySequence.StandardKey
        for standard, act in (
            (keys.Copy, self.copy), (keys.Cut, self.cut), (keys.Paste, self.paste), (keys.Undo, self.undo),
            (keys.Redo, self.redo),
        ):  # fmt: skip
            if event.matches(standard):
                return act
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        with_control: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_Y: self.redo, Qt.Key.Key_D: self.fill_down, Qt.Key.Key_Plus: self.insert_row,
            Qt.Key.Key_Equal: self.insert_row, Qt.Key.Key_Minus: self.remove_rows, Qt.Key.Key_Tab: self._leave,
        }  # fmt: skip
        plain: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_Delete: self.erase, Qt.Key.Key_Backspace: self.erase, Qt.Key.Key_F2: self.change,
        }  # fmt: skip
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and is_shifted:
            return lambda: super(SheetGrid, self).keyPressEvent(event)
        return (with_control if has_control else plain).get(event.key())

    def _leave(self) -> None:
        """Let the keyboard out of the grid."""
        self.setTabKeyNavigation(False)
        self.focusNextChild()
        self.setTabKeyNavigation(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Lose no words that are committed before a cell is open."""
        if begin_with(self, event):
            self.typing.emit()
        else:
            super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin anew where the mouse points."""
        self._began = None
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the acts with their keys."""
        menu = QMenu(self)
        menu.setObjectName("sheetMenu")
        for words, keys, act in (
            (self.tr("复制"), "Ctrl+C", self.copy),
            (self.tr("粘贴"), "Ctrl+V", self.paste),
            (self.tr("照抄上一格"), "Ctrl+D", self.fill_down),
            (self.tr("撤销"), "Ctrl+Z", self.undo),
            (self.tr("恢复"), "Ctrl+Y", self.redo),
            (self.tr("插入一行"), "Ctrl++", self.insert_row),
            (self.tr("删除行"), "Ctrl+-", self.remove_rows),
        ):
            menu.addAction(f"{words}\t{keys}").triggered.connect(act)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # acts

    def _selected(self) -> tuple[int, int, int, int]:
        """Return top, left, bottom and right of the selection, or of the current cell."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, places = [index.row() for index in indexes], [index.column() for index in indexes]
        return min(rows), min(places), max(rows), max(places)

    def change(self) -> None:
        """Open the current cell with its text, the mark at its end."""
        self.edit(self.currentIndex())
        editor = self._cells.open_editor
        if editor is not None:
            editor.end(False)  # noqa: FBT003 - Qt's own

    def copy(self) -> None:
        """Put the selected cells on the clipboard, tab-separated."""
        top, left, bottom, right = self._selected()
        lines = (
            "\t".join(clipboard_cell(self.sheet.shown(row, place)) for place in range(left, right + 1))
            for row in range(top, bottom + 1)
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.erase()

    def paste(self) -> None:
        """Put the clipboard's cells here; one cell fills a whole selection."""
        try:
            block = block_of(QGuiApplication.clipboard().text())
        except UserError as error:
            self.refused.emit(error)
            return
        top, left, bottom, right = self._selected()
        if not block:
            return
        if len(block) == len(block[0]) == 1:
            cells = [(row, place) for row in range(top, bottom + 1) for place in range(left, right + 1)]
            self.sheet.put({cell: block[0][0] for cell in cells if self.sheet.is_open(*cell)})
            return
        result = self.sheet.paste(block, top, left)
        last = self.sheet.index(
            result.row + max(result.height, 1) - 1, min(result.place + max(result.width, 1), len(COLUMNS)) - 1
        )
        self.go(result.row, result.place)
        self.selectionModel().select(
            self._span(self.sheet.index(result.row, result.place), last),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        if result.left_out:
            self.remarked.emit(
                self.tr("已按标题贴入；没有用到的列：{columns}").format(columns="、".join(result.left_out[:6]))
            )

    @staticmethod
    def _span(first: QModelIndex, last: QModelIndex) -> QItemSelection:
        return QItemSelection(first, last)

    def erase(self) -> None:
        """Empty the selected cells."""
        top, left, bottom, right = self._selected()
        self.sheet.put({(row, place): "" for row in range(top, bottom + 1) for place in range(left, right + 1)})

    def fill_down(self) -> None:
        """Copy from the row above, or the first selected row into the others."""
        top, left, bottom, right = self._selected()
        source = top if bottom > top else top - 1
        if source >= 0:
            texts = self.sheet.rows[source].texts
            rows = range(source + 1, bottom + 1)
            self.sheet.put({(row, place): texts[place] for row in rows for place in range(left, right + 1)})

    def undo(self) -> None:
        """Take the last step back."""
        self._go_to(self.sheet.undo())

    def redo(self) -> None:
        """Do it again."""
        self._go_to(self.sheet.redo())

    def _go_to(self, at: tuple[int, int] | None) -> None:
        if at is not None:
            self.go(*at)

    def insert_row(self) -> None:
        """Put an empty row before the current one."""
        self.end_typing()
        row = self.currentIndex().row()
        self.sheet.insert(row)
        self.go(row, NAME)
        self._begin_row(row)

    def remove_rows(self) -> None:
        """Take the selected rows out."""
        self.end_typing()
        rows, place = self.selected_rows(), self.currentIndex().column()
        self.sheet.remove(rows)
        self.go(rows.start, place)
