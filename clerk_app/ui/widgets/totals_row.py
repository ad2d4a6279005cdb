"""The row of sums below a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from clerk_app.ui.theme import CELL_PAD, ROW, current_theme


class TotalsRow(QWidget):
    """The row at the foot that stays in sight: the sums of the rows shown."""

    def __init__(self, table: QTableView, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._label = label
        self._texts: tuple[str, ...] = ()
        header = table.horizontalHeader()
        header.sectionResized.connect(self._redraw)
        header.sectionMoved.connect(self._redraw)
        table.horizontalScrollBar().valueChanged.connect(self._redraw)

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Show these sums; a table that sums nothing has no such row."""
        self._texts = texts
        self.setVisible(any(texts))
        self.setAccessibleName(" ".join([self._label, *filter(None, texts)]))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row."""
        return QSize(100, current_theme().px(ROW))

    @Slot()
    def _redraw(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw each sum under its column."""
        theme = current_theme()
        header = self._table.horizontalHeader()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.palette.ground))
        painter.setPen(QPen(QColor(theme.palette.line_strong), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(QColor(theme.palette.ink))
        painter.setFont(theme.font(bold=True))
        model = self._table.model()
        first = True
        for number in sorted(range(header.count()), key=header.visualIndex):
            text = self._texts[number] if number < len(self._texts) else ""
            cell = QRectF(header.sectionViewportPosition(number), 0, header.sectionSize(number), self.height())
            cell.adjust(theme.px(CELL_PAD), 0, -theme.px(CELL_PAD), 0)
            alignment = model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
            flags = alignment | Qt.TextFlag.TextDontClip  # a sum wider than its column must not lose its first figures
            painter.drawText(cell, flags, text or (self._label if first else ""))
            first = False
        painter.end()
