"""The left side: an icon, a word and the week's count for each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import press_at_once

WIDTH: Final = 168
_MOST: Final = 999


class NavigationButton(QToolButton):
    """A page's button with its badge."""

    def __init__(self, name: str, icon_name: str, text: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.count = 0
        self._word = text
        self.setObjectName(f"go_{name}")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {shortcut}" if shortcut else text)
        if shortcut:
            self.setShortcut(shortcut)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(theme.px(28), theme.px(20)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(_two_coloured(icon_name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Go to the page at once by the shortcut."""
        return press_at_once(self, event) or super().event(event)

    def set_count(self, count: int) -> None:
        """Show how many things wait there; nothing for none."""
        self.count = count
        self.setAccessibleName(f"{self._word} {count}" if count else self._word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the badge over the button."""
        super().paintEvent(event)
        if not self.count:
            return
        theme = current_theme()
        text = str(self.count) if self.count <= _MOST else f"{_MOST}+"
        font = theme.font(points=9)
        width = max(QFontMetrics(font).horizontalAdvance(text) + theme.px(12), theme.px(22))
        box = QRectF(self.width() - width - theme.px(18), (self.height() - theme.px(20)) / 2, width, theme.px(20))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.paper if self.isChecked() else theme.palette.line))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.accent_deep if self.isChecked() else theme.palette.ink_soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def _two_coloured(name: str) -> QIcon:
    palette = current_theme().palette
    result = QIcon()
    result.addPixmap(_with_room(icon_pixmap(name, palette.ink_soft)), QIcon.Mode.Normal, QIcon.State.Off)
    result.addPixmap(_with_room(icon_pixmap(name, palette.accent_deep)), QIcon.Mode.Normal, QIcon.State.On)
    return result


def _with_room(picture: QPixmap) -> QPixmap:
    """Add room at the right of an icon: a tool button has no spacing of its own between icon and word."""
    ratio = picture.devicePixelRatio()
    wider = QPixmap(round(picture.width() * 28 / 20), picture.height())
    wider.fill(Qt.GlobalColor.transparent)
    wider.setDevicePixelRatio(ratio)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider


class Navigation(QFrame):
    """``page_wanted(name)`` comes by a click or Alt+1..9; the frame decides and calls ``set_current``."""

    page_wanted = Signal(str)

    def __init__(self, heading: str, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("导航"))
        theme = current_theme()
        self.setFixedWidth(theme.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(2))
        title = QLabel(heading)
        title.setObjectName("programName")
        title.setWordWrap(True)
        column.addWidget(title)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, NavigationButton] = {}
        for place, (name, icon_name, text) in enumerate(entries, start=1):
            button = NavigationButton(name, icon_name, text, f"Alt+{place}" if place <= 9 else "", self)
            button.clicked.connect(lambda _checked=False, wanted=name: self.page_wanted.emit(wanted))
            self._group.addButton(button)
            self.buttons[name] = button
            column.addWidget(button)
        column.addStretch(1)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown."""
        self.buttons[name].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the badges."""
        for name, button in self.buttons.items():
            button.set_count(counts.get(name, 0))
