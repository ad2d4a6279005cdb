"""The cases as cards in one column a stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clerk_app.domain.dibao import OPEN_STAGES, Stage
from clerk_app.storage.dibao_queries import DibaoRow
from clerk_app.ui.pages.dibao.states import review_of
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.chip import paint_chip
from clerk_app.ui.widgets.states import class_chip

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = Qt.ItemDataRole.UserRole
_NARROWEST: Final = 156
_HEIGHT: Final = 116


class _Cards(QAbstractListModel):
    """The cases of one stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[DibaoRow, ...] = ()

    def set_rows(self, rows: tuple[DibaoRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = row.granted_class or row.village_class or row.rule_class
            return " ".join(filter(None, (row.household_number, row.head, term(shown.label) if shown else "")))
        return row if role == _ROW else None


class _CardDelegate(QStyledItemDelegate):
    """Draws a card: number and head, group and people, class, review or day of application."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(current_theme().px(120), current_theme().px(_HEIGHT + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        palette = theme.palette
        row: DibaoRow = index.data(_ROW)
        card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -theme.px(8) - 0.5)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected) and bool(
            option.state & QStyle.StateFlag.State_HasFocus
        )
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(palette.accent if is_current or is_hovered else palette.line), 1.6 if is_current else 1)
        )
        painter.setBrush(QColor(palette.accent_soft if is_current else palette.paper))
        painter.drawRoundedRect(card, theme.px(6), theme.px(6))
        inner = card.adjusted(theme.px(10), theme.px(8), -theme.px(8), -theme.px(8))
        step = inner.height() / 4
        lines = [QRectF(inner.left(), inner.top() + step * place, inner.width(), step) for place in range(4)]
        number = _text(painter, lines[0], row.household_number, palette.ink_soft, bold=False)
        _text(painter, lines[0].adjusted(number + theme.px(8), 0, 0, 0), row.head, palette.ink, bold=True)
        place = self.tr("{group}　{members} 人").format(group=row.group, members=row.members)
        _text(painter, lines[1], place.strip("　"), palette.ink_soft, points=9.5)
        shown = row.granted_class or row.village_class or row.rule_class
        if shown is not None:
            paint_chip(painter, lines[2], class_chip(shown), theme)
        else:
            _text(painter, lines[2], self.tr("类别待提出"), palette.ink_faint, points=9.5)
        review = review_of(row, self._today)
        if review is None or review.tone is Tone.NEUTRAL:
            words = self.tr("申请 {day}") if review is None else self.tr("复核 {day}")
            day = words.format(day=row.applied_on if review is None else review.text)
            _text(painter, lines[3], day, palette.ink_soft, points=9.5)
        else:
            paint_chip(painter, lines[3], review, theme)
        painter.restore()


def _text(painter: QPainter, box: QRectF, text: str, colour: str, *, bold: bool = False, points: float = 11) -> float:
    theme = current_theme()
    painter.setFont(theme.font(points=points, bold=bold))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return float(painter.fontMetrics().horizontalAdvance(shown))


class _Column(QFrame):
    """One stage: its name, how many, and its cards."""

    def __init__(self, stage: Stage, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.stage = stage
        self.setObjectName(f"boardColumn_{stage.value}")
        self.setProperty("role", "panel")
        self._count = QLabel("0")
        self._count.setObjectName(f"boardCount_{stage.value}")
        self._count.setProperty("role", "hint")
        title = QLabel(term(stage.label))
        title.setProperty("role", "section")
        self.cards = _Cards(self)
        self.view = QListView()
        self.view.setObjectName(f"boardCards_{stage.value}")
        self.view.setAccessibleName(term(stage.label))
        self.view.setModel(self.cards)
        self.view.setItemDelegate(_CardDelegate(today, self))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(theme.px(_NARROWEST))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(10), theme.px(4), theme.px(4))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def set_rows(self, rows: tuple[DibaoRow, ...]) -> None:
        self.cards.set_rows(rows)
        self._count.setText(str(len(rows)))


class Board(QScrollArea):
    """A column a stage. ``case_chosen(id)`` comes by Enter or double click; left and right go to the next column with cards."""

    case_chosen = Signal(str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dibaoBoard")
        self.setAccessibleName(self.tr("低保看板"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("pageBody")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(8))
        self.columns = {stage: _Column(stage, today, content) for stage in Stage}
        for column in self.columns.values():
            row.addWidget(column, 1)
            column.view.installEventFilter(self)
            column.view.doubleClicked.connect(self._open)
        self.setWidget(content)
        self.show_closed(is_shown=False)

    def show_closed(self, *, is_shown: bool) -> None:
        """Show or hide the columns of refused and ended cases."""
        for stage, column in self.columns.items():
            column.setVisible(is_shown or stage in OPEN_STAGES)

    def set_rows(self, rows: Sequence[DibaoRow]) -> None:
        """Show these cases."""
        for stage, column in self.columns.items():
            column.set_rows(tuple(row for row in rows if row.stage is stage))

    def take_focus(self) -> None:
        """Go to the first card."""
        for column in self.columns.values():
            if column.cards.rowCount():
                self._enter(column)
                return

    def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802 - Qt's name
        """Let Enter open and the arrows go across."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and isinstance(watched, QListView):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched.currentIndex().isValid():
                self._open(watched.currentIndex())
                return True
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._go_across(watched, -1 if event.key() == Qt.Key.Key_Left else 1)
                return True
        return super().eventFilter(watched, event)

    def _go_across(self, view: QListView, step: int) -> None:
        columns = [column for column in self.columns.values() if column.isVisible()]
        place = next(number for number, column in enumerate(columns) if column.view is view) + step
        while 0 <= place < len(columns):
            if columns[place].cards.rowCount():
                self._enter(columns[place], view.currentIndex().row())
                return
            place += step

    def _enter(self, column: _Column, row: int = 0) -> None:
        last = column.cards.rowCount() - 1
        if not column.view.currentIndex().isValid():
            column.view.setCurrentIndex(column.cards.index(max(0, min(row, last))))
        column.view.setFocus()
        self.ensureWidgetVisible(column, current_theme().px(8), 0)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row: DibaoRow = index.data(_ROW)
        self.case_chosen.emit(row.id)
