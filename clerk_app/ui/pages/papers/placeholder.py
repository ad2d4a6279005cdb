"""What stands in the place of the preview while there is nothing to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme, icon_pixmap


class Placeholder(QWidget):
    """An icon, a title and a sentence that take whatever width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("paperPlaceholder")
        picture = QLabel()
        picture.setPixmap(icon_pixmap("file-text", theme.palette.line_strong, size=56))
        self.title = QLabel()
        self.title.setObjectName("paperPlaceholderTitle")
        self.title.setProperty("role", "emptyTitle")
        self.text = QLabel()
        self.text.setObjectName("paperPlaceholderText")
        self.text.setProperty("role", "emptyText")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        for label in (picture, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is not picture)
            column.addWidget(label)
        column.addStretch(3)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
