"""A row of commands that goes on in a second line where the first has no room: no word is ever cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.ui.theme import current_theme

_LEAST_STRETCHED: Final = 120
_EXPLICITLY: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands in the row: a widget, or room; ``stretch`` is its share of what a line leaves over."""

    widget: QWidget | None
    stretch: int


@dataclass(slots=True)
class _Line:
    places: list[_Place] = field(default_factory=list)
    width: int = 0

    @property
    def stretches(self) -> int:
        return sum(place.stretch for place in self.places)


class CommandRow(QWidget):
    """Filled as a QHBoxLayout is: ``addWidget(widget, stretch)``, ``addStretch``, ``insertWidget``.

    What stretches needs ``least_stretched`` at least; what stands after it keeps to the right, in every line. It is a widget and
    no layout of its own kind: PySide mixes up layout items that Qt deletes.
    """

    def __init__(self, parent: QWidget | None = None, *, least_stretched: int = _LEAST_STRETCHED) -> None:
        super().__init__(parent)
        self._least_stretched = current_theme().px(least_stretched)
        self._spacing = current_theme().px(8)
        self._places: list[_Place] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # filling

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:  # noqa: N802 - as a box layout has it
        """Put a widget at the end."""
        self.insertWidget(len(self._places), widget, stretch)

    def insertWidget(self, place: int, widget: QWidget, stretch: int = 0) -> None:  # noqa: N802 - as a box layout has it
        """Put a widget before another; it leaves the place it had."""
        self._places = [each for each in self._places if each.widget is not widget]
        self._places.insert(place, _Place(widget, stretch))
        was_hidden = widget.isHidden() and widget.testAttribute(_EXPLICITLY)
        widget.setParent(self)
        widget.setVisible(not was_hidden)
        if self.isHidden() and self.parentWidget() is not None:
            self.show()
        self._changed()

    def addStretch(self, stretch: int = 1) -> None:  # noqa: N802 - as a box layout has it
        """Send what follows to the right."""
        self._places.append(_Place(None, stretch))

    def setSpacing(self, spacing: int) -> None:  # noqa: N802 - as a box layout has it
        """Set the pixels between two things and between two lines."""
        self._spacing = spacing
        self._changed()

    # measuring

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines."""
        heights = [self._height(line, width) for line in self._lines(width)]
        return sum(heights) + self._spacing * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything in it."""
        lines = self._lines(None)
        return QSize(lines[0].width, self._height(lines[0], lines[0].width)) if lines else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the widest thing, and the height it has at its present width."""
        widest = max((self._wanted(place) for place in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())) if self.isVisible() else 0)

    def _shown(self) -> Iterator[_Place]:
        for place in self._places:
            widget = place.widget
            if widget is None or (shiboken6.isValid(widget) and widget.parent() is self and not widget.isHidden()):
                yield place

    def _wanted(self, place: _Place) -> int:
        """Return the least width of something: words that wrap are content with little, everything else is never cut off."""
        if place.widget is None:
            return 0
        if place.stretch:
            return max(place.widget.minimumSizeHint().width(), place.widget.minimumWidth(), self._least_stretched)
        return _size_of(place.widget).width()

    def _lines(self, width: int | None) -> list[_Line]:
        """Break what is shown into lines; without a width into one."""
        lines: list[_Line] = []
        for place in self._shown():
            wanted = self._wanted(place)
            if lines:
                line = lines[-1]
                space = self._spacing if place.widget is not None and line.width else 0
                if width is None or place.widget is None or line.width + space + wanted <= width:
                    line.places.append(place)
                    line.width += space + wanted
                    continue
            lines.append(_Line([place], wanted))
        return lines

    def _height(self, line: _Line, width: int) -> int:
        return max((_height_of(widget, own) for widget, own in self._widths(line, width) if widget), default=0)

    def _widths(self, line: _Line, width: int) -> Iterator[tuple[QWidget | None, int]]:
        """Share out what a line leaves over among what stretches in it."""
        over, stretches = max(0, width - line.width), line.stretches
        for place in line.places:
            yield place.widget, self._wanted(place) + (over * place.stretch // stretches if stretches else 0)

    # placing

    def _changed(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        top, has_stretched = 0, False
        for line in self._lines(self.width()):
            height = self._height(line, self.width())
            left = self.width() - line.width if has_stretched and not line.stretches else 0
            has_stretched = has_stretched or bool(line.stretches)
            for widget, width in self._widths(line, self.width()):
                if widget is not None:
                    own = min(_height_of(widget, width), height)
                    widget.setGeometry(QRect(left, top + (height - own) // 2, width, own))
                left += width + (self._spacing if widget is not None else 0)
            top += height + self._spacing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew."""
        super().resizeEvent(event)
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        self._changed()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when a word has changed or something came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)


def _size_of(widget: QWidget) -> QSize:
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _height_of(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return max(widget.heightForWidth(width), widget.minimumHeight())
    return _size_of(widget).height()
