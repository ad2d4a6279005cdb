"""A line that must be typed: a number typed twice proves nothing when the second is a copy of the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from clerk_app.ui.widgets.editors import LineEdit


class RetypeEdit(LineEdit):
    """Takes keys only; ``paste_refused`` comes when the clerk tries to paste or drop something."""

    paste_refused = Signal()

    def __init__(self, *, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(longest=longest, parent=parent)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out the keys that paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_refused.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Show no menu: it is there for pasting."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out the middle button, which pastes on Linux."""
        if event.button() == Qt.MouseButton.MiddleButton:
            event.accept()
        else:
            super().mouseReleaseEvent(event)
