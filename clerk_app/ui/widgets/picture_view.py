"""A photo or a scan on the screen: fitted to the window, or larger to read the small print."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme, icon

ZOOMS: Final = (25, 50, 75, 100, 150, 200)
LONGEST_SIDE: Final = 3000
"""Pixels kept of a picture: enough to read an identity card, little enough for a laptop of 4 GB."""


def read_picture(content: bytes, longest: int = LONGEST_SIDE) -> QImage:
    """Return a picture upright, no larger than ``longest`` pixels a side; a null image for bytes that are none. For any thread."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PictureView(QWidget):
    """``show_picture`` shows it fitted; Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = QImage()
        self._zoom: int | None = None
        self._label = QLabel()
        self._label.setObjectName("picture")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setObjectName("previewArea")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._label)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(100)
        self._resized.timeout.connect(self._draw)
        bar = QHBoxLayout()
        bar.setSpacing(current_theme().px(4))
        bar.addStretch(1)
        bar.addWidget(self._tool("pictureSmaller", "zoom-out", self.tr("缩小"), self.smaller))
        bar.addWidget(self._tool("pictureLarger", "zoom-in", self.tr("放大"), self.larger))
        bar.addWidget(self._tool("pictureFit", "move-horizontal", self.tr("适合窗口"), self.fit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addLayout(bar)
        column.addWidget(self._area, 1)

    def _tool(self, name: str, icon_name: str, text: str, act: object) -> QToolButton:
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
    def shown_size(self) -> QSize:
        """The size the picture stands in now; empty while there is none."""
        return self._label.pixmap().deviceIndependentSize().toSize()

    def show_picture(self, picture: QImage, name: str) -> None:
        """Show a picture; ``name`` is read to those who cannot see it."""
        self._picture = picture
        self._label.setAccessibleName(name)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Show all of it."""
        self._zoom = None
        self._draw()

    @Slot()
    def larger(self) -> None:
        """Zoom in one step."""
        now = self._percent()
        self._zoom = next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1])
        self._draw()

    @Slot()
    def smaller(self) -> None:
        """Zoom out one step."""
        now = self._percent()
        self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < now), ZOOMS[0])
        self._draw()

    def _percent(self) -> int:
        if self._zoom is not None or self._picture.isNull():
            return self._zoom or ZOOMS[-1]
        room = self._area.size()
        parts = (room.width() - 4) / self._picture.width(), (room.height() - 4) / self._picture.height()
        return max(1, min(100, int(min(parts) * 100)))

    @Slot()
    def _draw(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        size = self._picture.size() * (self._percent() / 100) * ratio
        scaled = self._picture.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown = QPixmap.fromImage(scaled)
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)

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
        """Fit the picture anew when the window changes."""
        super().resizeEvent(event)
        if self._zoom is None and not self._picture.isNull():
            self._resized.start()
