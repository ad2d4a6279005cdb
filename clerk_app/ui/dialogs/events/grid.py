"""Fields two in a line, of which some come and go with what is chosen in others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QWidget

from clerk_app.ui.theme import current_theme

_COLUMNS = 2
W = TypeVar("W", bound=QWidget)


class EventGrid(QWidget):
    """``wide`` widgets take a whole line; a hidden one leaves no hole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._widgets: list[QWidget] = []
        self._wide: set[QWidget] = set()
        self._hidden: set[QWidget] = set()
        self._own: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def add(self, widgets: Iterable[QWidget], *, wide: bool = False) -> None:
        """Put these below the others."""
        for widget in widgets:
            widget.setParent(self)
            self._widgets.append(widget)
            if wide:
                self._wide.add(widget)
        self.arrange()

    def remove(self, widget: QWidget) -> None:
        """Let one of them go for good."""
        self._widgets.remove(widget)
        self._wide.discard(widget)
        self._hidden.discard(widget)
        self._grid.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        self.arrange()

    def replace(self, widget: QWidget, other: W) -> W:
        """Put another one in the place of one of them, and return it."""
        place = self._widgets.index(widget)
        if widget in self._wide:
            self._wide.add(other)
        self.remove(widget)
        other.setParent(self)
        self._widgets.insert(place, other)
        self.arrange()
        return other

    def show_only_if(self, widget: QWidget, *, is_wanted: bool) -> None:
        """Show or hide one of them."""
        if is_wanted == (widget not in self._hidden):
            return
        if is_wanted:
            self._hidden.discard(widget)
        else:
            self._hidden.add(widget)
        self.arrange()

    def let_show_itself(self, widget: QWidget) -> None:
        """Leave it to one of them when it is seen, unless it is hidden here."""
        self._own.add(widget)

    def is_wanted(self, widget: QWidget) -> bool:
        """Whether one of them is to be seen."""
        return widget not in self._hidden

    def arrange(self) -> None:
        """Place those that are to be seen, line by line."""
        row = column = 0
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            if widget in self._hidden:
                widget.hide()
                continue
            if widget not in self._own:
                widget.show()
            if widget in self._wide:
                row, column = (row + 1, 0) if column else (row, 0)
                self._grid.addWidget(widget, row, 0, 1, _COLUMNS)
                row += 1
            else:
                self._grid.addWidget(widget, row, column)
                row, column = (row + 1, 0) if column else (row, 1)
