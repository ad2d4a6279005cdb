"""All stages of a case in the paper's order, the current one marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk_app.domain.dibao import Stage
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Theme, Tone, current_theme

_WAY: Final = (Stage.APPLICATION, Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)
_ENDS: Final = (Stage.GRANTED, Stage.REFUSED, Stage.ENDED)


class StageStrip(QWidget):
    """Past stages have a tick, the current one is filled, those to come are pale. The last place tells how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stageStrip")
        self._stage = Stage.APPLICATION
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_stage(Stage.APPLICATION)

    @property
    def stage(self) -> Stage:
        """The stage that is marked."""
        return self._stage

    def set_stage(self, stage: Stage) -> None:
        """Mark a stage."""
        self._stage = stage
        self.setAccessibleName(self.tr("当前环节：{stage}").format(stage=term(stage.label)))
        self.update()

    @property
    def _stages(self) -> tuple[Stage, ...]:
        return (*_WAY, self._stage if self._stage in _ENDS else Stage.GRANTED)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of one line."""
        return QSize(current_theme().px(560), current_theme().px(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room in which the marks can be told apart."""
        return QSize(current_theme().px(320), current_theme().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the way as joined arrows."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stages = self._stages
        width = self.width() / len(stages)
        current = stages.index(self._stage)
        for place, stage in enumerate(stages):
            box = QRectF(place * width, theme.px(2), width - theme.px(3), self.height() - theme.px(4))
            self._paint_step(painter, box, stage, place - current)
        painter.end()

    def _paint_step(self, painter: QPainter, box: QRectF, stage: Stage, distance: int) -> None:
        theme = current_theme()
        palette = theme.palette
        ground, ink = _colours(theme, stage, distance)
        point = theme.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(_arrow(box, point, is_first=stage is Stage.APPLICATION))
        painter.setFont(theme.font(points=10, bold=distance == 0))
        words = box.adjusted(point + theme.px(6), 0, -point / 2, 0)
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(term(stage.label), Qt.TextElideMode.ElideRight, int(words.width()))
        if distance < 0:
            mark = theme.px(10)
            room = min(metrics.horizontalAdvance(text) + mark + theme.px(6), words.width())
            left = words.center().x() - room / 2
            _paint_tick(painter, QRectF(left, words.center().y() - mark / 2, mark, mark), palette.done_mark)
            words = words.adjusted(left - words.left() + mark + theme.px(6), 0, 0, 0)
            painter.setPen(ink)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        else:
            painter.setPen(ink)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)


def _colours(theme: Theme, stage: Stage, distance: int) -> tuple[QColor, QColor]:
    palette = theme.palette
    if distance > 0:
        return QColor(palette.ground), QColor(palette.ink_faint)
    if distance < 0:
        return theme.ground_of(Tone.DONE), theme.ink_of(Tone.DONE)
    grounds = {Stage.GRANTED: palette.done, Stage.REFUSED: palette.overdue, Stage.ENDED: palette.ink_soft}
    return QColor(grounds.get(stage, palette.accent)), QColor(palette.paper)


def _arrow(box: QRectF, point: float, *, is_first: bool) -> QPolygonF:
    tail = 0.0 if is_first else point
    return QPolygonF(
        [
            box.topLeft(),
            QPointF(box.right() - point, box.top()),
            QPointF(box.right(), box.center().y()),
            QPointF(box.right() - point, box.bottom()),
            box.bottomLeft(),
            QPointF(box.left() + tail, box.center().y()),
        ]
    )


def _paint_tick(painter: QPainter, box: QRectF, colour: str) -> None:
    pen = QPen(QColor(colour), max(1.6, box.width() * 0.18))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(box.left(), box.top() + box.height() * 0.55),
                QPointF(box.left() + box.width() * 0.38, box.top() + box.height() * 0.9),
                QPointF(box.right(), box.top() + box.height() * 0.15),
            ]
        )
    )
