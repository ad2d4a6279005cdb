"""A row of commands that goes on in a second line where the first has no room: no word is ever cut off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from clerk_app.ui.theme import current_theme

_LEAST_STRETCHED: Final = 120


@dataclass(slots=True)
class _Line:
    places: list[int] = field(default_factory=list)
    width: int = 0


class CommandRow(QLayout):
    """As a QHBoxLayout is used: ``addWidget(widget, stretch)``, ``addStretch``, ``insertWidget``.

    What stretches needs ``least_stretched`` at least; what stands after it keeps to the right, in every line.
    """

    def __init__(self, parent: QWidget | None = None, *, least_stretched: int = _LEAST_STRETCHED) -> None:
        super().__init__(parent)
        self._least_stretched = current_theme().px(least_stretched)
        self._items: list[QLayoutItem] = []
        self._stretches: list[int] = []
        self._next = (0, 0)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(current_theme().px(8))

    # filling

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:  # noqa: N802 - as a box layout has it
        """Put a widget at the end."""
        self.insertWidget(len(self._items), widget, stretch)

    def insertWidget(self, place: int, widget: QWidget, stretch: int = 0) -> None:  # noqa: N802 - as a box layout has it
        """Put a widget before another; it leaves the place it had."""
        self._next = (place, stretch)
        super().addWidget(widget)  # makes the item, which is Qt's to delete, and hands it to addItem

    def addStretch(self, stretch: int = 1) -> None:  # noqa: N802 - as a box layout has it
        """Send what follows to the right."""
        self._next = (len(self._items), stretch)
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take what Qt hands over."""
        place, stretch = self._next
        self._items.insert(place, item)
        self._stretches.insert(place, stretch)
        self.invalidate()

    def count(self) -> int:
        """Return how many things stand in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt asks beyond the end
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as above
        """Take one out."""
        if not 0 <= index < len(self._items):
            return None
        self._stretches.pop(index)
        item = self._items.pop(index)
        self.invalidate()
        return item

    # measuring

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take all the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines."""
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = [max(self._heights(line, width), default=0) for line in lines]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything in it."""
        (line,) = self._lines(None) or (_Line(),)
        return self._with_margins(QSize(line.width, max(self._heights(line, line.width), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the widest thing, and the height of a line."""
        shown = self._shown()
        width = max((self._wanted(place) for place in shown), default=0)
        height = max((self._items[place].minimumSize().height() for place in shown), default=0)
        return self._with_margins(QSize(width, height))

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[int]:
        return [place for place, item in enumerate(self._items) if not (item.isEmpty() and item.spacerItem() is None)]

    def _wanted(self, place: int) -> int:
        """Return the least width of something: words that wrap are content with little, everything else is never cut off."""
        item = self._items[place]
        if item.spacerItem() is not None:
            return 0
        if not self._stretches[place]:
            return max(item.sizeHint().width(), item.minimumSize().width())
        return max(item.minimumSize().width(), self._least_stretched)

    def _lines(self, width: int | None) -> list[_Line]:
        """Break what is shown into lines; without a width into one."""
        lines: list[_Line] = []
        for place in self._shown():
            wanted = self._wanted(place)
            needs_space = self._items[place].spacerItem() is None
            if lines:
                line = lines[-1]
                space = self.spacing() if needs_space and line.width else 0
                if width is None or not needs_space or line.width + space + wanted <= width:
                    line.places.append(place)
                    line.width += space + wanted
                    continue
            lines.append(_Line([place], wanted))
        return lines

    def _heights(self, line: _Line, width: int) -> Iterable[int]:
        for place, own in self._widths(line, width):
            item = self._items[place]
            yield item.heightForWidth(own) if item.hasHeightForWidth() else item.sizeHint().height()

    def _widths(self, line: _Line, width: int) -> list[tuple[int, int]]:
        """Share out what a line leaves over among what stretches in it."""
        over = max(0, width - line.width)
        stretches = sum(self._stretches[place] for place in line.places)
        return [
            (place, self._wanted(place) + (over * self._stretches[place] // stretches if stretches else 0))
            for place in line.places
        ]

    # placing

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top, has_stretched = inner.top(), False
        for line in self._lines(inner.width()):
            height = max(self._heights(line, inner.width()), default=0)
            stretches = any(self._stretches[place] for place in line.places)
            left = inner.right() + 1 - line.width if has_stretched and not stretches else inner.left()
            has_stretched = has_stretched or stretches
            for place, width in self._widths(line, inner.width()):
                item = self._items[place]
                item.setGeometry(QRect(left, top, width, height))
                left += width + (self.spacing() if item.spacerItem() is None else 0)
            top += height + self.spacing()
