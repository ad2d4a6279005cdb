"""The grid as the clerk uses it: type a tier, Enter, the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from clerk_app.domain.contribution import Payer, PaymentState
from clerk_app.errors import UserError
from clerk_app.ui.models.record_table import RECORD_ROLE
from clerk_app.ui.pages.contributions.grid_model import EDITABLE, PAYER, TIER, SeasonTable
from clerk_app.ui.pages.contributions.typed import GridRow, payer_word, tier_text
from clerk_app.ui.theme import repolish
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import CellDelegate, RecordView
from clerk_app.ui.widgets.view_memory import ViewMemory

Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Editing(CellDelegate):
    """Gives the cells their editors. ``entered`` when Enter ends one with something right in it, ``refused`` when it is wrong."""

    entered = Signal()
    refused = Signal(object)

    def __init__(self, model: SeasonTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._index = QPersistentModelIndex()
        self._is_begun = False

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Return a list of tiers or payers, or a line."""
        self._index, self._is_begun = QPersistentModelIndex(index), False
        name = self._model.columns[index.column()].name
        if name == TIER:
            return self._list(parent, name, [tier_text(tier) for tier in self._model.tiers], is_free=True)
        if name == PAYER:
            return self._list(parent, name, [payer_word(payer) for payer in Payer], is_free=False)
        line = QLineEdit(parent)
        line.setObjectName(f"cell_{name}")
        return line

    def _list(self, parent: QWidget, name: str, words: Sequence[str], *, is_free: bool) -> QComboBox:
        combo = QComboBox(parent)
        combo.setObjectName(f"cell_{name}")
        combo.addItems(list(words))
        combo.setEditable(is_free)
        combo.setAccessibleName(self._model.columns[self._model.number_of[name]].title)
        if is_free:
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.setCompleter(None)  # type: ignore[arg-type]  # 1 must not become 100 by itself
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what stands in the cell, once: Qt asks again when rows are recorded meanwhile, and would undo what is typed.

        An empty tier begins with the usual one, marked so that typing replaces it.
        """
        if self._is_begun:
            return
        self._is_begun = True
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        row: GridRow = index.data(RECORD_ROLE)
        if isinstance(editor, QComboBox):
            if not text and editor.isEditable():
                text = tier_text(row.season.usual_tier)
            editor.setCurrentIndex(editor.findText(text))
            line = editor.lineEdit()
            if line is not None:
                line.setText(text)
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002, N802 - Qt's name
        """Hand over what was typed."""
        self._model.setData(index, _text(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:  # noqa: N802
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter takes what is right and goes on; what is wrong stays open, red, with its sentence below the grid."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _ENTER and isinstance(editor, QWidget):
            row: GridRow = self._index.data(RECORD_ROLE)
            try:
                self._model.read(row, self._model.columns[self._index.column()].name, _text(editor))
            except UserError as error:
                editor.setProperty("wrong", True)  # noqa: FBT003 - Qt's own
                repolish(editor)
                self.refused.emit(error)
                return True
            if not self._is_as_before(editor, row):
                self.commitData.emit(editor)
            self.closeEditor.emit(editor, CellDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    @staticmethod
    def _is_as_before(editor: QWidget, row: GridRow) -> bool:
        """An editor that was only opened over a recorded row changes nothing."""
        return row.typed is None and row.whole is not None and _text(editor) == tier_text(row.tier)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText().strip()
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""


class SeasonGrid(RecordView[GridRow]):
    """``row_entered(row)`` by Enter on a row with something typed, ``taking_back_wanted(row)`` by Del."""

    row_entered = Signal(object)
    taking_back_wanted = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        model: SeasonTable,
        *,
        label: str,
        empty: EmptyState,
        memory: ViewMemory | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("seasonGrid", model, label=label, empty=empty, memory=memory, parent=parent)
        self.season_model = model
        self._editing = _Editing(model, self.table)
        self.table.setItemDelegate(self._editing)
        trigger = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.table.installEventFilter(self)
        self._editing.entered.connect(self._enter)
        self._editing.refused.connect(self.refused)
        model.dataChanged.connect(self._show_state)

    def show_totals(self) -> None:
        """Show or hide the row of sums as the model has it now."""
        self._show_state()

    # moving

    def go_to(self, row: int) -> None:
        """Make a row current, at its tier."""
        self.table.setCurrentIndex(self.season_model.index(row, self.season_model.number_of[TIER]))

    def go_on(self) -> None:
        """Go to the next row that still owes; stay where there is none.

        Enter leads from one payment that the government owes to the next, but never from a person's own to one of them.
        """
        here = self.table.currentIndex().row()
        rows = self.season_model.shown
        is_due = here >= 0 and rows[here].season.state is PaymentState.PROXY_DUE
        wanted = PaymentState.PROXY_DUE if is_due else PaymentState.UNPAID
        for row in range(here + 1, len(rows)):
            if rows[row].season.state is wanted and rows[row].typed is None:
                self.go_to(row)
                return

    def edit_tier(self) -> None:
        """Open the tier of the current row."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self.go_to(row)
            self.table.edit(self.table.currentIndex())

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give the keys of the season: digits, Enter, Space, Del, Esc."""
        # In this order: the last events come when the table is no longer ours.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.table:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        row = self.current_record()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if row is None or not plain:
            return False
        if event.key() in _ENTER:
            self._enter()
            return True
        if event.key() == Qt.Key.Key_Space:
            self.season_model.mark(self.selected_records())
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.taking_back_wanted.emit(row)
            return True
        if event.key() == Qt.Key.Key_Escape and row.typed is not None:
            self.season_model.mark((row,))
            return True
        here = self.season_model.columns[self.table.currentIndex().column()].name
        if event.text().isdigit() and here not in EDITABLE:
            self.go_to(self.table.currentIndex().row())
        return not event.text().isdigit() and event.text().isprintable() and bool(event.text()) and here not in EDITABLE

    @Slot()
    def _enter(self) -> None:
        row = self.current_record()
        if row is None:
            return
        if row.typed is not None:
            self.row_entered.emit(row)
        elif row.whole is not None:
            self.go_on()
        else:
            self.edit_tier()
