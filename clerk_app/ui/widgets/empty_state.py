"""What a page shows where there is nothing yet: what this is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import PrimaryButton

_AS_WIDE_AS_MAY_BE = 1000


class EmptyState(QWidget):
    """An icon, a title, a sentence, and at most one button (``acted``)."""

    acted = Signal()

    def __init__(
        self, icon_name: str, title: str, text: str, *, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        theme = current_theme()
        picture = QLabel()
        picture.setPixmap(icon_pixmap(icon_name, theme.palette.line_strong, size=56))
        self._title = QLabel(title)
        self._title.setProperty("role", "emptyTitle")
        self._text = QLabel(text)
        self._text.setProperty("role", "emptyText")
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(theme.px(160))
        self._text.setMaximumWidth(theme.px(440))
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        for label in (picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()  # an aligned item would not get the height its wrapped words need
            row.addStretch(1)
            row.addWidget(label, _AS_WIDE_AS_MAY_BE if label is self._text else 0)
            row.addStretch(1)
            column.addLayout(row)
        if button:
            first = PrimaryButton("emptyAction", button)
            first.clicked.connect(self.acted)
            column.addSpacing(theme.px(8))
            column.addWidget(first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_words(title, text)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
