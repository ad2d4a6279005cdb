"""The village's people by age and sex: men to the left, women to the right, the old at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.ui.theme import Theme, current_theme

if TYPE_CHECKING:
    from clerk_app.storage.queries import AgeBand

_BAND: Final = 22
_HEAD: Final = 26
_MIDDLE: Final = 64
_COUNT: Final = 40


class AgeChart(QWidget):
    """``show_ages`` paints one bar a band and sex, each with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ageChart")
        self._bands: tuple[AgeBand, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ages(self, bands: tuple[AgeBand, ...]) -> None:
        """Show other numbers."""
        self._bands = tuple(reversed(bands))
        self.setAccessibleName(self.tr("各年龄段人数"))
        parts = (f"{self.word_of(band)} {self.tr('男')}{band.men} {self.tr('女')}{band.women}" for band in self._bands)
        self.setAccessibleDescription("；".join(parts))
        self.updateGeometry()
        self.update()

    def word_of(self, band: AgeBand) -> str:
        """Return what a band is called."""
        if band.to_age is None:
            return self.tr("{age} 以上").format(age=band.from_age)
        return f"{band.from_age}–{band.to_age}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all bands."""
        theme = current_theme()
        return QSize(theme.px(320), theme.px(_HEAD + _BAND * max(len(self._bands), 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height; bars may get short."""
        return QSize(current_theme().px(240), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(points=9.5))
        most = max((max(band.men, band.women) for band in self._bands), default=0)
        self._paint_head(painter, theme)
        for row, band in enumerate(self._bands):
            self._paint_band(painter, theme, row, band, most)
        painter.end()

    def _room(self, theme: Theme) -> float:
        """Return the longest length of a bar."""
        return max((self.width() - theme.px(_MIDDLE)) / 2 - theme.px(_COUNT), 10.0)

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        half = (self.width() - theme.px(_MIDDLE)) / 2
        height = theme.px(_HEAD)
        painter.setPen(QColor(theme.palette.ink_soft))
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, half, height), right | centre, self.tr("男"))
        painter.drawText(QRectF(half, 0, theme.px(_MIDDLE), height), Qt.AlignmentFlag.AlignCenter, self.tr("年龄"))
        painter.drawText(QRectF(half + theme.px(_MIDDLE), 0, half, height), left | centre, self.tr("女"))

    def _paint_band(self, painter: QPainter, theme: Theme, row: int, band: AgeBand, most: int) -> None:
        half = (self.width() - theme.px(_MIDDLE)) / 2
        top = float(theme.px(_HEAD + _BAND * row))
        height = float(theme.px(_BAND))
        painter.setPen(QColor(theme.palette.ink))
        middle = QRectF(half, top, theme.px(_MIDDLE), height)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.word_of(band))
        men = self._room(theme) * band.men / most if most else 0.0
        women = self._room(theme) * band.women / most if most else 0.0
        bar = theme.px(14)
        y = top + (height - bar) / 2
        start = half + theme.px(_MIDDLE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.accent))
        painter.drawRoundedRect(QRectF(half - men, y, men, bar), theme.px(2), theme.px(2))
        painter.setBrush(QColor(theme.palette.due_mark))
        painter.drawRoundedRect(QRectF(start, y, women, bar), theme.px(2), theme.px(2))
        painter.setPen(QColor(theme.palette.ink_soft))
        gap, width, centre = theme.px(6), theme.px(_COUNT), Qt.AlignmentFlag.AlignVCenter
        if band.men:
            place = QRectF(half - men - gap - width, top, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | centre, str(band.men))
        if band.women:
            place = QRectF(start + women + gap, top, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | centre, str(band.women))
