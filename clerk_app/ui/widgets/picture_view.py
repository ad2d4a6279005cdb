"""A photo or a scan on the screen: fitted to the window, or larger to read the small print."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.ui.widgets.zoom_view import ZoomView

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


class PictureView(ZoomView):
    """``show_picture`` shows it fitted; Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("pictureView", ZOOMS, wait=100, parent=parent)
        self._picture = QImage()
        self._label = QLabel()
        self._label.setObjectName("picture")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setWidget(self._label)
        self.bar.addStretch(1)
        self.bar.addWidget(self.tool("pictureSmaller", "zoom-out", self.tr("缩小"), self.smaller))
        self.bar.addWidget(self.tool("pictureLarger", "zoom-in", self.tr("放大"), self.larger))
        self.bar.addWidget(self.tool("pictureFit", "move-horizontal", self.tr("适合窗口"), self.fit))

    @property
    def shown_size(self) -> QSize:
        """The size the picture stands in now; empty while there is none."""
        return self._label.pixmap().deviceIndependentSize().toSize()

    def show_picture(self, picture: QImage, name: str) -> None:
        """Show a picture; ``name`` is read to those who cannot see it."""
        self._picture = picture
        self._label.setAccessibleName(name)
        self.fit()

    @property
    def has_content(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.isNull()

    def fitting(self) -> int:
        """Return the percent at which all of it is seen; never more than its own size."""
        if not self.has_content:
            return ZOOMS[-1]
        room = self.area.size()
        parts = (room.width() - 4) / self._picture.width(), (room.height() - 4) / self._picture.height()
        return max(1, min(100, int(min(parts) * 100)))

    @Slot()
    def draw(self) -> None:
        """Draw the picture."""
        if not self.has_content:
            return
        ratio = self.devicePixelRatioF()
        size = self._picture.size() * (self.percent() / 100) * ratio
        scaled = self._picture.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown = QPixmap.fromImage(scaled)
        shown.setDevicePixelRatio(ratio)
        self._label.setPixmap(shown)
