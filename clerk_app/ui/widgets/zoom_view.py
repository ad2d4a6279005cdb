"""Something to look at that is fitted to its room or stands larger or smaller by steps: what a picture and a page have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme, icon


class ZoomView(QWidget):
    """Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits again. Subclasses say what fits and draw; their buttons go into ``self.bar``."""

    def __init__(self, name: str, zooms: tuple[int, ...], *, wait: int, parent: QWidget | None = None) -> None:
        """``zooms`` are percents, ``wait`` milliseconds of peace after which what is fitted is drawn anew in a changed window."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._zooms = zooms
        self._zoom: int | None = None
        self.area = QScrollArea()
        self.area.setObjectName("previewArea")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(wait)
        self._resized.timeout.connect(self.draw)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(current_theme().px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addLayout(self.bar)
        column.addWidget(self.area, 1)

    def tool(self, name: str, icon_name: str, text: str, act: Callable[[], object]) -> QToolButton:
        """Return a button for the bar."""
        size = current_theme().px(18)
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(icon_name, size=18))
        button.setIconSize(QSize(size, size))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(act)
        return button

    @property
    def has_content(self) -> bool:
        """Whether there is anything to draw."""
        raise NotImplementedError

    @property
    def is_fitted(self) -> bool:
        """Whether it is fitted, and no step was chosen."""
        return self._zoom is None

    def fitting(self) -> int:
        """Return the percent at which it fits."""
        raise NotImplementedError

    @Slot()
    def draw(self) -> None:
        """Draw it at ``percent``."""
        raise NotImplementedError

    def percent(self) -> int:
        """Return the percent it stands at."""
        return self.fitting() if self._zoom is None else self._zoom

    @Slot()
    def fit(self) -> None:
        """Fit it again."""
        self._zoom = None
        self.draw()

    @Slot()
    def larger(self) -> None:
        """Zoom in one step."""
        now = self.percent()
        self._zoom = next((zoom for zoom in self._zooms if zoom > now), self._zooms[-1])
        self.draw()

    @Slot()
    def smaller(self) -> None:
        """Zoom out one step."""
        now = self.percent()
        self._zoom = next((zoom for zoom in reversed(self._zooms) if zoom < now), self._zooms[0])
        self.draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom by keys."""
        acts = {
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: self.fit,
        }
        act = acts.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit it anew when the window changes."""
        super().resizeEvent(event)
        if self.is_fitted and self.has_content:
            self._resized.start()
