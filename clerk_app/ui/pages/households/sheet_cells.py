"""The cells of 成批录入: how they are drawn, and the line that is typed into."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyleOptionViewItem, QTableView, QToolTip, QWidget

from clerk_app.services.entry_sheet import COLUMNS
from clerk_app.ui.pages.households.sheet_model import BEGINS_ROLE, TONE_ROLE
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.record_view import CellDelegate

Index = QModelIndex | QPersistentModelIndex
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING: Final = (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)


class SheetCells(CellDelegate):
    """Draws the cells and gives them their editors. ``left(key, modifiers)`` when a key ended an editor; ``typing`` at each letter."""

    left = Signal(int, object)
    typing = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor: QLineEdit | None = None
        self.at = QPersistentModelIndex()
        self._is_begun = False

    @property
    def open_editor(self) -> QLineEdit | None:
        """The editor, while a cell is being typed into."""
        editor = self.editor
        return editor if editor is not None and shiboken6.isValid(editor) and self.at.isValid() else None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Return a line as wide as the cell."""
        line = QLineEdit(parent)
        line.setObjectName(f"cell_{COLUMNS[index.column()].name.lower()}")
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        line.textEdited.connect(self.typing)
        self.editor, self.at, self._is_begun = line, QPersistentModelIndex(index), False
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what stands in the cell, once: Qt asks again whenever cells are marked, and would undo what is typed."""
        if not self._is_begun and isinstance(editor, QLineEdit):
            self._is_begun = True
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Let the editor go."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802
        """Fill the cell; a narrow one gets room for what is typed."""
        rect = option.rect.adjusted(0, 0, -1, -1)
        rect.setWidth(max(rect.width(), current_theme().px(88)))
        editor.setGeometry(rect)

    def end(self) -> None:
        """Take what is typed and close the editor."""
        editor = self.open_editor
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, CellDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """End an editor by the keys that lead to another cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in LEAVING:
            if watched is self.open_editor:
                self.end()
                self.left.emit(event.key(), event.modifiers())
            return True
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of what is wrong, the cell, its corner, and the line between two households."""
        theme = current_theme()
        tone = index.data(TONE_ROLE)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if tone is not None and not is_selected:
            painter.fillRect(option.rect, theme.ground_of(tone))
        super().paint(painter, option, index)
        rect = option.rect
        painter.save()
        painter.setPen(QPen(QColor(theme.palette.line), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if index.data(BEGINS_ROLE):
            painter.fillRect(rect.left(), rect.top() - 1, rect.width(), theme.px(2), QColor(theme.palette.ink_faint))
        if tone is not None:
            corner, size = rect.topRight() + QPoint(1, 0), theme.px(9 if tone is Tone.OVERDUE else 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink_of(tone))
            painter.drawPolygon(QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)]))
        if index == self._view.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.palette.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @property
    def _view(self) -> QTableView:
        view = self.parent()
        if not isinstance(view, QTableView):
            raise TypeError("the cells belong to a table")
        return view

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell what is wrong with a cell, or its whole text where that was cut."""
        said = index.data(Qt.ItemDataRole.ToolTipRole)
        if event.type() == QEvent.Type.ToolTip and said:
            QToolTip.showText(event.globalPos(), str(said), view)
            return True
        return super().helpEvent(event, view, option, index)
