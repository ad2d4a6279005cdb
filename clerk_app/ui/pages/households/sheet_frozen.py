"""The columns of 成批录入 that stay in sight when the sheet is scrolled to the right: whose row it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from clerk_app.ui.pages.households.sheet_cells import SheetCells
from clerk_app.ui.theme import ROW, current_theme


class FrozenColumns(QTableView):
    """The first columns of a grid once more, laid over it while it is scrolled; a click goes to the cell in the grid itself.

    ``pointed(index)`` when a cell of it is clicked, ``opened(index)`` when it is clicked twice. It takes no keys: the grid does.
    """

    pointed = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(self, grid: QTableView, columns: int) -> None:
        super().__init__(grid)
        self._grid = grid
        self._columns = columns
        self.setObjectName("sheetFrozen")
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(SheetCells(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(grid.verticalScrollMode())
        self.setAutoScroll(False)
        self._size()
        grid.horizontalHeader().sectionResized.connect(self.settle)
        grid.horizontalScrollBar().valueChanged.connect(self.settle)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.hide()

    def _size(self) -> None:
        theme = current_theme()
        for place in range(self._columns, self.model().columnCount()):
            self.hideColumn(place)
        self.verticalHeader().hide()
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.px(ROW))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(ROW))
        rows.setDefaultSectionSize(theme.px(ROW))

    @property
    def reach(self) -> int:
        """How far it reaches into the grid, in pixels, while it is shown."""
        return sum(self._grid.columnWidth(place) for place in range(self._columns))

    def settle(self) -> None:
        """Stand over the grid's first columns while these are scrolled away."""
        grid = self._grid
        is_wanted = grid.horizontalScrollBar().value() > 0
        if is_wanted:
            for place in range(self._columns):
                self.setColumnWidth(place, grid.columnWidth(place))
            corner = grid.viewport().geometry().topLeft()
            head = grid.horizontalHeader().height()
            self.setGeometry(corner.x(), corner.y() - head, self.reach, grid.viewport().height() + head)
            self.verticalScrollBar().setValue(grid.verticalScrollBar().value())
            self.raise_()
        self.setVisible(is_wanted)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line at which the scrolled columns go under."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        edge = self.viewport().rect()
        painter.fillRect(edge.right() - 1, 0, 2, edge.height(), QColor(current_theme().palette.line_strong))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the cell in the grid."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.pointed.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the cell in the grid."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll the grid."""
        QCoreApplication.sendEvent(self._grid.viewport(), event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the grid's menu."""
        QCoreApplication.sendEvent(self._grid, event)
