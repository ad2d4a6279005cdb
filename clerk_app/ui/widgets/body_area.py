"""The middle of a dialog: as high as what stands in it, and from the height of the screen on it scrolls, so that the buttons stay in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme

_FRAME: Final = 48
"""Pixels that a window manager puts round a window, at most: title and border."""
_ROUND_FOCUS: Final = 40


class BodyArea(QScrollArea):
    """``body`` is filled by the dialog. What has the focus is kept in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        content = QWidget()
        content.setObjectName("pageBody")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(current_theme().px(16))
        self._told = QSize()
        self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of what stands in it, or what the screen leaves for it."""
        content = self.widget()
        if content is None:
            return super().minimumSizeHint()
        needed = content.minimumSizeHint()
        width = (
            max(self.width(), needed.width()) if self.isVisible() else max(needed.width(), content.sizeHint().width())
        )
        height = content.heightForWidth(width) if content.hasHeightForWidth() else needed.height()
        height = max(height, needed.height())
        room = self._room()
        bar = self.verticalScrollBar().sizeHint().width() if height > room.height() else 0
        return QSize(min(needed.width() + bar, room.width()), min(height, room.height()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size it would like; the height is never more than the screen's."""
        content = self.widget()
        wanted = content.sizeHint() if content is not None else QSize()
        least = self.minimumSizeHint()
        return QSize(max(wanted.width(), least.width()), least.height()).boundedTo(self._room())

    def _room(self) -> QSize:
        """Return what is left for it of the screen beside the frame of the window and what else stands in it."""
        window = self.window()
        room = self.screen().availableSize() - QSize(_FRAME, _FRAME)
        layout = window.layout()
        if layout is None or window is self:
            return room
        margins = layout.contentsMargins()
        taken = margins.top() + margins.bottom()
        for place in range(layout.count()):
            item = layout.itemAt(place)
            if item is None or item.widget() is self or item.isEmpty():
                continue
            width = window.width() - margins.left() - margins.right()
            own = item.heightForWidth(width) if item.hasHeightForWidth() else 0
            taken += max(own, item.minimumSize().height()) + layout.spacing()
        return room - QSize(margins.left() + margins.right(), taken)

    @Slot()
    def look(self) -> None:
        """Ask for another size when what stands in it, or beside it, has changed; keep off the scroll bar."""
        content = self.widget()
        is_tight = content is not None and content.minimumSizeHint().height() > self._room().height()
        self.body.setContentsMargins(0, 0, current_theme().px(12) if is_tight else 0, 0)
        least = self.minimumSizeHint()
        if least != self._told:
            self._told = least
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words that wrap need another height at another width."""
        super().resizeEvent(event)
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice when what stands in it wants another size."""
        result = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.look()
        return result

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            field = now.parentWidget()
            near = field if field is not None and field is not content and field.height() < self.height() // 2 else now
            self.ensureWidgetVisible(near, 0, current_theme().px(_ROUND_FOCUS))
