"""The clerk's table: sorts, copies to Excel, keeps its widths, and says what to do when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QHoverEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from clerk_app.ui.models.record_table import VALUE_ROLE, Prepared, RecordTable
from clerk_app.ui.theme import CELL_PAD, ROW, current_theme
from clerk_app.ui.widgets.chip import ChipState, paint_chip
from clerk_app.ui.widgets.committed_words import begin_with
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.list_menu import list_menu
from clerk_app.ui.widgets.totals_row import TotalsRow
from clerk_app.ui.widgets.view_memory import ViewMemory

R = TypeVar("R")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def clipboard_cell(text: str) -> str:
    """Return a cell that Excel takes as text or a number, never as a formula or another cell."""
    plain = " ".join(text.replace("\t", " ").splitlines())
    if plain.startswith(_FORMULA_STARTS) and not _is_amount(plain):
        return "'" + plain
    return plain


def _is_amount(text: str) -> bool:
    return text.removeprefix("-").replace(",", "").replace(".", "", 1).isdigit()


class CellDelegate(QStyledItemDelegate):
    """Draws chips, and tells a cell's whole text where it was cut."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Cut long words in the middle, leave a chip's words to its painting, mark the row under the mouse.

        Several facts parted by ``；`` are cut at the end: the head of one and the tail of another would read as a third, which is untrue.
        """
        super().initStyleOption(option, index)
        mode = Qt.TextElideMode
        option.textElideMode = mode.ElideRight if "；" in option.text else mode.ElideMiddle
        if isinstance(index.data(VALUE_ROLE), ChipState):
            option.text = ""
        view = option.widget
        if isinstance(view, _Table) and index.row() == view.hovered_row:
            option.state |= QStyle.StateFlag.State_MouseOver

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, and its chip."""
        super().paint(painter, option, index)
        value = index.data(VALUE_ROLE)
        if isinstance(value, ChipState) and value.text:
            theme = current_theme()
            cell = QRectF(option.rect)
            paint_chip(painter, cell.adjusted(theme.px(CELL_PAD - 3), 0, -theme.px(4), 0), value, theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the room a cell wants, a chip's shape and words included."""
        size = super().sizeHint(option, index)
        if isinstance(value := index.data(VALUE_ROLE), ChipState):
            size.setWidth(current_theme().px(48) + option.fontMetrics.horizontalAdvance(value.text))
        return size

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole text of a cell that was cut."""
        text = str(index.data() or "")
        room = option.rect.width() - current_theme().px(20)
        if event.type() == QEvent.Type.ToolTip and option.fontMetrics.horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), text, view)
            return True
        QToolTip.hideText()
        return True


class _Table(QTableView):
    """The view with the keys a clerk knows from Excel."""

    chosen = Signal(int)
    room_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered_row = -1

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that there is other room for the columns."""
        super().resizeEvent(event)
        self.room_changed.emit()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Light up the whole row under the mouse, not one cell."""
        if isinstance(event, QHoverEvent):
            is_gone = event.type() == QEvent.Type.HoverLeave
            self._hover(-1 if is_gone else self.rowAt(event.position().toPoint().y()))
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, Ctrl+C copies; everything else is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Lose no words that are committed before a cell is open."""
        if not begin_with(self, event):
            super().inputMethodEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, tab-separated."""
        indexes = self.selectionModel().selectedIndexes()
        rows: dict[int, dict[int, str]] = {}
        for index in indexes:
            rows.setdefault(index.row(), {})[self.horizontalHeader().visualIndex(index.column())] = str(
                index.data() or ""
            )
        lines = ["\t".join(clipboard_cell(rows[row][place]) for place in sorted(rows[row])) for row in sorted(rows)]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))


class RecordView(QWidget, Generic[R]):
    """A table over a RecordTable with its totals row and its empty state.

    ``name`` is its objectName and the key its widths are kept under in ``memory``. ``record_chosen(record)`` comes by Enter or
    double click, ``current_changed(record or None)`` when another row is current.
    """

    record_chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(
        self,
        name: str,
        model: RecordTable[R],
        *,
        label: str,
        empty: EmptyState | None = None,
        memory: ViewMemory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.model = model
        self._memory = memory
        self._is_restoring = False
        self.table = _Table(self)
        self.table.setObjectName(f"{name}Table")
        self.table.setAccessibleName(label)
        self._empty = empty
        self._totals = TotalsRow(self.table, self.tr("合计"), self)
        self._lay_out()
        self._set_up_table()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._totals)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(filled)
        if self._empty is not None:
            self._stack.addWidget(self._empty)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(table))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setAlternatingRowColors(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(current_theme().px(40))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._size_rows()
        self._restore_widths()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.doubleClicked.connect(self._choose_index)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        self.table.horizontalHeader().sectionResized.connect(self._keep_widths)
        self.table.room_changed.connect(self._fit_columns)
        self.model.modelReset.connect(self._show_state)  # sorting shows the same rows, so neither state nor sums change

    # for the page

    def set_records(self, records: tuple[R, ...] | Prepared[R]) -> None:
        """Show other records; the current row stays on an equal record where there is one."""
        current = self.current_record()
        self.model.set_records(records)
        if current is not None:
            self.select(lambda record: record == current)

    def current_record(self) -> R | None:
        """Return the record of the current row."""
        return self.model.record(self.table.currentIndex().row())

    def selected_records(self) -> tuple[R, ...]:
        """Return the records of the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return tuple(record for row in rows if (record := self.model.record(row)) is not None)

    def select(self, wanted: Callable[[R], bool]) -> bool:
        """Make the first wanted record current and bring it into sight; False where there is none."""
        row = self.model.row_of(wanted)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.model.index(row, 0)
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.scrollTo(index)
        return True

    def set_empty(self, title: str, text: str) -> None:
        """Say something else in the empty state, as when a filter finds nothing."""
        if self._empty is not None:
            self._empty.set_words(title, text)

    # inside

    @Slot()
    def _show_state(self) -> None:
        """Show the rows or the empty state; keys stay here, and Tab goes past a table that is not to be seen."""
        is_empty = self.model.rowCount() == 0
        is_hidden = is_empty and self._empty is not None
        has_keys = self.window().focusWidget() in (self, self.table)
        if is_hidden:
            self.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none, its stub does not say so
            if has_keys:
                self.setFocus()
        self._stack.setCurrentIndex(int(is_hidden))
        if not is_hidden:
            self.setFocusProxy(self.table)
            if has_keys:
                self.table.setFocus()
        self._totals.set_texts(self.model.totals() if not is_empty else ())

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        menu = list_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(where))

    @Slot(int)
    def _choose(self, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            self.record_chosen.emit(record)

    @Slot(QModelIndex)
    def _choose_index(self, index: QModelIndex) -> None:
        self._choose(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _tell_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.model.record(index.row()))

    def _restore_widths(self) -> None:
        kept = self._memory.widths(self.objectName()) if self._memory else {}
        self._is_restoring = True
        theme = current_theme()
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            header.resizeSection(number, theme.px(kept.get(column.name, column.width)))
        if not any(column.stretch for column in self.model.columns):
            header.setStretchLastSection(True)
        self._is_restoring = False
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        """Give the stretching columns the room that the others leave, or the least they need to be read."""
        header, theme = self.table.horizontalHeader(), current_theme()
        least = {place: theme.px(column.least) for place, column in enumerate(self.model.columns) if column.stretch}
        others = sum(header.sectionSize(place) for place in range(header.count()) if place not in least)
        is_tight = self.table.viewport().width() - others < sum(least.values())
        mode = QHeaderView.ResizeMode.Fixed if is_tight else QHeaderView.ResizeMode.Stretch
        for place, width in least.items():
            if header.sectionResizeMode(place) != mode:
                header.setSectionResizeMode(place, mode)
            if is_tight and header.sectionSize(place) != width:
                header.resizeSection(place, width)

    @Slot(int, int, int)
    def _keep_widths(self, number: int, _old: int, new: int) -> None:
        is_own = self.table.horizontalHeader().sectionResizeMode(number) == QHeaderView.ResizeMode.Interactive
        if is_own and not self._is_restoring:
            self._fit_columns()
        if self._memory and is_own and not self._is_restoring and self.table.isVisible():
            name = self.model.columns[number].name
            self._memory.keep_width(self.objectName(), name, round(new * 100 / current_theme().scale))

    def _size_rows(self) -> None:
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(current_theme().px(ROW))
        rows.setDefaultSectionSize(current_theme().px(ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.horizontalHeader().setFixedHeight(current_theme().px(ROW))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_stack"):
            self._size_rows()
            self._restore_widths()
