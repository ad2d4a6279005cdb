"""A section of a page: a title, room, and no box."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from clerk_app.ui.theme import FIELD, current_theme
from clerk_app.ui.widgets.command_row import CommandRow

_LEAST_RULE = 8


class Section(QWidget):
    """A title with a hair line, optional widgets at its right end (``add_aside``), and a body (``add``)."""

    def __init__(self, title: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        if name:
            self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = QLabel(title)
        self.title.setProperty("role", "section")
        rule = QFrame()
        rule.setObjectName("sectionRule")
        rule.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head = CommandRow(least_stretched=_LEAST_RULE)
        self._head.setSpacing(theme.px(12))
        self._head.addWidget(self.title)
        self._head.addWidget(rule, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self._head)

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Add to the body."""
        if isinstance(content, QLayout):
            self._column.addLayout(content, stretch)
        else:
            self._column.addWidget(content, stretch)

    def keep_level(self) -> None:
        """Make the title's line as high as one with a control at its end, where such a section stands beside."""
        self.title.setMinimumHeight(current_theme().px(FIELD))

    def add_aside(self, widget: QWidget) -> None:
        """Put a small control at the right end of the title."""
        self._head.addWidget(widget)
