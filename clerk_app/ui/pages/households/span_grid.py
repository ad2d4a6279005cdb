"""Fields in lines of unequal widths: two lines where there is room, more where the type is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from clerk_app.ui.theme import current_theme

_PARTS = 24
_ROOMY = 900


class SpanGrid(QWidget):
    """``fields`` are (widget, parts when roomy, parts when narrow), parts of 24; a line ends where the next does not fit."""

    def __init__(self, fields: Sequence[tuple[QWidget, int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._fields = tuple(fields)
        self._is_roomy: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        for part in range(_PARTS):
            self._grid.setColumnStretch(part, 1)
        self._arrange(is_roomy=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take more lines where there is less room."""
        super().resizeEvent(event)
        self._arrange(is_roomy=event.size().width() >= current_theme().px(_ROOMY))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page get narrow."""
        return QSize(current_theme().px(480), super().minimumSizeHint().height())

    def _arrange(self, *, is_roomy: bool) -> None:
        if is_roomy == self._is_roomy:
            return
        self._is_roomy = is_roomy
        row = column = 0
        for widget, roomy, narrow in self._fields:
            span = roomy if is_roomy else narrow
            if column + span > _PARTS:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, span)
            column += span
