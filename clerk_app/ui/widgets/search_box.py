"""The one search box: finds while the clerk types, from anywhere by Ctrl+F."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clerk_app.ui.context import SearchHit
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.theme import FIELD, ROW, current_theme
from clerk_app.ui.widgets.field_icon import put_clear_button, put_picture

DEBOUNCE_MS: Final = 120
_MOST_LINES: Final = 10
_HIT: Final = Qt.ItemDataRole.UserRole


class HitList(QAbstractListModel):
    """The hits under the box."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: tuple[SearchHit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, or the hit itself."""
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.title}  {hit.detail}".strip()
        return hit if role == _HIT else None


class _Line(QStyledItemDelegate):
    """Draws a hit: who in ink, the rest softer."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(_HIT)
        theme = current_theme()
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(option.rect, QColor(theme.palette.accent_soft if is_selected else theme.palette.hover))
        room = option.rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.setFont(theme.font())
        painter.setPen(QColor(theme.palette.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, hit.title)
        start = max(painter.fontMetrics().horizontalAdvance(hit.title) + theme.px(12), theme.px(88))
        rest = QRect(room)
        rest.setLeft(room.left() + start)
        painter.setPen(QColor(theme.palette.ink_soft))
        detail = painter.fontMetrics().elidedText(hit.detail, Qt.TextElideMode.ElideMiddle, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(100, current_theme().px(ROW))


class SearchBox(QLineEdit):
    """``hit_chosen(SearchHit)`` comes by Enter or a click. ``search`` runs in the database thread."""

    hit_chosen = Signal(object)

    def __init__(
        self, search: Callable[[str], tuple[SearchHit, ...]], tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._tasks = tasks
        self._asked = ""
        self._is_composing = False
        self._enter_waits = False
        self.hits = HitList(self)
        self.popup = QListView(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._set_up()
        self._set_up_popup()
        self.textChanged.connect(self._changed)
        self._timer.timeout.connect(self._ask)
        self.popup.clicked.connect(self._choose_index)

    def _set_up(self) -> None:
        self.setObjectName("searchBox")
        self.setAccessibleName(self.tr("查找"))
        self.setAccessibleDescription(self.tr("输入姓名、拼音首字母、公民身份号码的一部分或户号"))
        self.setPlaceholderText(self.tr("查找：姓名、拼音首字母、公民身份号码、户号　Ctrl+F"))
        put_clear_button(self)
        self.setMaxLength(60)
        self.setFixedHeight(current_theme().px(FIELD))
        put_picture(self, "search")

    def _set_up_popup(self) -> None:
        popup = self.popup
        popup.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        popup.setObjectName("hits")
        popup.setAccessibleName(self.tr("查找结果"))
        popup.setModel(self.hits)
        popup.setItemDelegate(_Line(popup))
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        popup.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        popup.setFrameShape(QFrame.Shape.NoFrame)
        popup.setMouseTracking(True)
        popup.setUniformItemSizes(True)
        popup.hide()

    @Slot(str)
    def _changed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._asked = ""
            self.hits.set_hits(())
            self.popup.hide()

    @Slot()
    def _ask(self) -> None:
        words = self.text().strip()
        if not words or self._is_composing:
            return
        self._asked = words
        self._tasks.run(
            partial(self._find, words),
            on_done=partial(self._show, words),
            owner=self,
            progress_title=self.tr("正在查找…"),
        )

    def _find(self, words: str, _progress: Progress) -> tuple[SearchHit, ...]:
        return self._search(words)

    def _show(self, words: str, hits: tuple[SearchHit, ...]) -> None:
        if words != self._asked or words != self.text().strip():
            return
        found = hits or (SearchHit("", "", self.tr("没有找到"), self.tr("换一种写法，或只输入一部分")),)
        self.hits.set_hits(found)
        self.popup.setCurrentIndex(self.hits.index(0, 0))
        if self._enter_waits:
            self._enter_waits = False
            self._choose(0)
        elif self.hasFocus():
            self._place_popup(len(found))
            self.popup.show()

    def _place_popup(self, lines: int) -> None:
        theme = current_theme()
        height = min(lines, _MOST_LINES) * theme.px(ROW) + theme.px(10)
        corner = self.mapToGlobal(QPoint(0, self.height() + theme.px(4)))
        width = max(self.width(), theme.px(480))
        self.popup.setGeometry(corner.x() + self.width() - width, corner.y(), width, height)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.hits.hits):
            return
        hit = self.hits.hits[row]
        if hit.kind:
            self.popup.hide()
            self.clear()
            self.hit_chosen.emit(hit)

    @Slot(QModelIndex)
    def _choose_index(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Search only for what the input method has committed, not for letters still being composed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move in the list, Enter takes, Esc closes it and then empties the box."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.hits.hits:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.popup.currentIndex().row() + step) % len(self.hits.hits)
            self.popup.setCurrentIndex(self.hits.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            if self.popup.isVisible():
                self.popup.hide()
            else:
                self.clear()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        """Take the current hit; where the results are not there yet, the first of them once they come."""
        words = self.text().strip()
        if self.hits.hits and words == self._asked and not self._timer.isActive():
            self._choose(self.popup.currentIndex().row())
        elif words:
            self._enter_waits = True
            self._timer.stop()
            self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Close the list when the clerk goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.popup.hide()

    def event(self, event: QEvent) -> bool:
        """Let the list go with the box."""
        if event.type() == QEvent.Type.Hide:
            self.popup.hide()
        return super().event(event)
