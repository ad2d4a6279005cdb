"""Words that are only read and may be longer than their place: the arrow keys scroll them, as the wheel does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QWidget


class ReadingArea(QScrollArea):
    """Tab comes here only while there is something to scroll to."""

    def __init__(self, name: str, label: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "reading")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setObjectName(content.objectName() or "pageBody")
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._take_keys)

    @Slot(int, int)
    def _take_keys(self, least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > least else Qt.FocusPolicy.NoFocus)
