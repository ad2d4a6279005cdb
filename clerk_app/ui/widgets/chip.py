"""A state as a small coloured pill: a word, a shape and a colour, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from clerk_app.ui.theme import Theme, Tone, current_theme


@dataclass(frozen=True, slots=True)
class ChipState:
    """What a chip says, and how urgent it is. ``letter`` (A, B, C) stands in the place of the shape; ``is_strong`` fills it."""

    text: str
    tone: Tone = Tone.NEUTRAL
    letter: str = ""
    is_strong: bool = False

    def __str__(self) -> str:
        return self.text


def paint_chip(painter: QPainter, rect: QRectF, state: ChipState, theme: Theme) -> None:
    """Draw a chip left-aligned and vertically centred in ``rect``, no wider than it."""
    size = chip_size(state, theme)
    width = min(float(size.width()), rect.width())
    box = QRectF(rect.left(), rect.center().y() - size.height() / 2, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = theme.ink_of(state.tone)
    painter.setBrush(ink if state.is_strong else theme.ground_of(state.tone))
    painter.drawRoundedRect(box, theme.px(6), theme.px(6))
    if state.is_strong:
        ink = QColor(theme.palette.paper)
    mark = QRectF(box.left() + theme.px(8), box.center().y() - theme.px(5), theme.px(10), theme.px(10))
    if state.letter:
        painter.setFont(theme.font(points=9.5, bold=True))
        painter.setPen(ink)
        painter.drawText(mark.adjusted(-4, -8, 4, 8), Qt.AlignmentFlag.AlignCenter, state.letter)
    else:
        _paint_mark(painter, mark, state.tone, ink, theme)
    painter.setFont(theme.font(points=9.5))
    painter.setPen(ink)
    words = box.adjusted(theme.px(24), 0, -theme.px(6), 0)
    text = QFontMetrics(painter.font()).elidedText(state.text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def chip_size(state: ChipState, theme: Theme) -> QSize:
    """Return the size a chip takes."""
    width = QFontMetrics(theme.font(points=9.5)).horizontalAdvance(state.text)
    return QSize(theme.px(32) + width, theme.px(24))


def _paint_mark(painter: QPainter, box: QRectF, tone: Tone, ink: QColor, theme: Theme) -> None:
    pen = QPen(ink, theme.px(2) * 0.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    x, y, width, height = box.left(), box.top(), box.width(), box.height()
    painter.setBrush(ink)
    if tone is Tone.DONE:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x, y + height * 0.55),
                    QPointF(x + width * 0.38, y + height * 0.9),
                    QPointF(x + width, y + height * 0.15),
                ]
            )
        )
    elif tone is Tone.OVERDUE:
        painter.drawPolygon(
            QPolygonF([QPointF(x, y + height), QPointF(x + width / 2, y), QPointF(x + width, y + height)])
        )
    elif tone is Tone.DUE:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x + width / 2, y),
                    QPointF(x + width, y + height / 2),
                    QPointF(x + width / 2, y + height),
                    QPointF(x, y + height / 2),
                ]
            )
        )
    elif tone is Tone.ACCENT:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))


class Chip(QWidget):
    """A chip on a page; ``set_state`` changes it."""

    def __init__(self, state: ChipState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.set_state(state)

    @property
    def state(self) -> ChipState:
        """What it says."""
        return self._state

    def set_state(self, state: ChipState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(state.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size the words take."""
        return chip_size(self._state, current_theme())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a chip does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._state, current_theme())
        painter.end()
