"""The first page of the day."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.today.age_chart import AgeChart
from clerk_app.ui.pages.today.cards import Cards
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import sentence_of, term
from clerk_app.ui.theme import ROW, Tone, current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.services.today import DueItem, Today
    from clerk_app.services.workspace import Workspace

_SOON = 7
_LATE = 30
_SIDE = 320
_NARROW = 860
_ROWS = 8


class TodayPage(Page):
    """What is due at the left, the picture and the stick at the right; an empty village is told what to do first."""

    name = "today"
    shows = Changed.ALL - {Changed.DOCUMENT}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._today = context.workspace.today()
        self.greeting = QLabel(self._greeting(self._today))
        self.greeting.setObjectName("todayGreeting")
        self.greeting.setProperty("role", "emptyTitle")
        self.commands.addWidget(self.greeting, 1)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(QWidget())
        self.stack.addWidget(scrolling(self._filled()))
        self.stack.addWidget(self._empty())
        self.view.record_chosen.connect(self._open)
        self.export_button.clicked.connect(partial(context.open, "exchange", ""))
        self.import_button.clicked.connect(partial(context.open, "household", "import"))
        self.register_button.clicked.connect(partial(context.open, "household", "new"))

    def _greeting(self, day: date) -> str:
        days = (
            self.tr("星期一"),
            self.tr("星期二"),
            self.tr("星期三"),
            self.tr("星期四"),
            self.tr("星期五"),
            self.tr("星期六"),
            self.tr("星期日"),
        )
        return self.tr("{name}，您好。今天是 {year} 年 {month} 月 {day} 日，{weekday}").format(
            name=self.context.workspace.clerk.name,
            year=day.year,
            month=day.month,
            day=day.day,
            weekday=days[day.weekday()],
        )

    # building

    def _filled(self) -> QWidget:
        theme = current_theme()
        self.cards = Cards()
        self.table: RecordTable[DueItem] = RecordTable(self._columns())
        empty = EmptyState("calendar-check", self.tr("眼下没有到期的事"), self.tr("今后三十天也没有。"))
        self.view = RecordView("due", self.table, label=self.tr("待办事项"), empty=empty, memory=self.context.memory)
        self.due = Section(self.tr("待办事项"))
        self.due.add(self.view, 1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(16))
        right.addWidget(self._stick())
        right.addWidget(self._picture())
        right.addStretch(1)
        right.setContentsMargins(0, 0, 0, 0)
        self._side = QWidget()
        self._side.setLayout(right)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(theme.px(24))
        self._halves.addWidget(self.due, 1)
        self._halves.addWidget(self._side)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.cards)
        column.addLayout(self._halves, 1)
        self._arrange()
        return filled

    def _arrange(self) -> None:
        """Put picture and stick beside the list, or below it where the window is too narrow for large type."""
        theme = current_theme()
        is_narrow = self.width() < theme.px(_NARROW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(below if is_narrow else beside)
        self._side.setMinimumWidth(theme.px(0 if is_narrow else _SIDE))
        self._side.setMaximumWidth(theme.px(_NARROW if is_narrow else _SIDE))
        rows = max(min(self.table.rowCount(), _ROWS), 3) + 2 if is_narrow else 6
        self.view.setMinimumHeight(theme.px(ROW) * rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange it for the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def _columns(self) -> tuple[Column[DueItem], ...]:
        return (
            Column("state", self.tr("状态"), self._state, kind=Kind.CHIP, width=118, sort_by=lambda item: item.due_on),
            Column("due_on", self.tr("日期"), lambda item: item.due_on, kind=Kind.DATE, width=112),
            Column("kind", self.tr("事项"), lambda item: term(item.called or item.kind.label), width=132),
            Column("title", self.tr("姓名"), _title, width=128),
            Column("detail", self.tr("说明"), lambda item: sentence_of(item.detail), width=200, stretch=True),
        )

    def _state(self, item: DueItem) -> ChipState:
        days = (item.due_on - self._today).days
        if item.kind.value == "revoked":
            return ChipState(self.tr("已撤销"), Tone.OVERDUE)
        if item.overdue:
            return ChipState(self.tr("已过期"), Tone.OVERDUE)
        if days < 0 or item.record_kind == "exchange":
            return ChipState(self.tr("待办理"), Tone.ACCENT)
        if days == 0:
            return ChipState(self.tr("今天到期"), Tone.DUE)
        return ChipState(self.tr("还有 {n} 天").format(n=days), Tone.DUE if days <= _SOON else Tone.NEUTRAL)

    def _stick(self) -> Section:
        self.unsent = QLabel()
        self.unsent.setObjectName("todayUnsent")
        self.since = QLabel()
        self.since.setObjectName("todaySince")
        self.export_button = Button("todayExport", self.tr("去报送"), icon_name="usb")
        words = QVBoxLayout()
        words.setSpacing(current_theme().px(4))
        words.addWidget(self.unsent)
        words.addWidget(self.since)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.export_button)
        section = Section(self.tr("报送"))
        section.add(row)
        return section

    def _picture(self) -> Section:
        self.chart = AgeChart()
        section = Section(self.tr("年龄与性别"))
        section.add(self.chart)
        return section

    def _empty(self) -> QWidget:
        theme = current_theme()
        page = QWidget()
        page.setObjectName("todayEmpty")
        picture = QLabel()
        picture.setPixmap(icon_pixmap("users", theme.palette.line_strong, size=56))
        title = QLabel(self.tr("村里还没有住户"))
        title.setProperty("role", "emptyTitle")
        text = QLabel(
            self.tr(
                "有 Excel 名册的，先导入名册，几分钟就能建好全村的底册；没有的，从第一户开始登记。以后这里会列出每天到期的事。"
            )
        )
        text.setProperty("role", "emptyText")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setFixedWidth(theme.px(480))
        self.register_button = Button("todayRegister", self.tr("登记第一户"), icon_name="plus")
        self.import_button = PrimaryButton("todayImport", self.tr("导入名册…"), icon_name="upload")
        column = QVBoxLayout(page)
        column.setSpacing(theme.px(10))
        column.addStretch(2)
        for widgets in ((picture,), (title,), (text,), (self.register_button, self.import_button)):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addStretch(1)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        for label in (title, text):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return page

    # showing

    def take_focus(self) -> None:
        """Go to the list, or to what is to be done first."""
        if self.stack.currentIndex() == 2:
            self.import_button.setFocus()
        else:
            self.view.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - everything on it may have changed
        """Read the day."""
        self.context.tasks.run(partial(_today, self.context.workspace), on_done=self._show, owner=self)

    def _show(self, today: Today) -> None:
        self._today = today.on
        self.greeting.setText(self._greeting(today.on))
        is_empty = not today.counts.households and not today.items
        is_turned = self.stack.currentIndex() != (2 if is_empty else 1)
        self.stack.setCurrentIndex(2 if is_empty else 1)
        self.cards.show_counts(today.counts)
        self.view.set_records(today.items)
        self._arrange()
        overdue = sum(item.overdue for item in today.items)
        words = self.tr("待办事项（{n}）").format(n=len(today.items)) if today.items else self.tr("待办事项")
        late = self.tr("，{n} 件已过期").format(n=overdue) if overdue else ""
        self.due.title.setText(words + late)
        self.chart.show_ages(today.ages)
        self._show_stick(today)
        if is_turned and self.isVisible() and not isinstance(self.window().focusWidget(), QLineEdit):
            self.take_focus()

    def _show_stick(self, today: Today) -> None:
        unsent = self.tr("还有 {n} 笔没有报送").format(n=today.unsent_acts)
        self.unsent.setText(unsent if today.unsent_acts else self.tr("没有要报送的"))
        days = today.days_since_export
        if days is None:
            text, is_late = self.tr("还没有报送过"), False
        else:
            text = self.tr("今天报送过") if days <= 0 else self.tr("上次报送在 {n} 天前").format(n=days)
            is_late = days > _LATE
        is_late = is_late or (
            today.reminder is not None and bool(today.reminder.acts) and today.reminder.haste != "none"
        )
        self.since.setText(("▲ " if is_late else "") + text)
        self.since.setProperty("role", "error" if is_late else "hint")

    @Slot(object)
    def _open(self, item: DueItem) -> None:
        self.context.open(item.record_kind, item.record_id)


def _title(item: DueItem) -> str:
    """Return whom it is about; what the county sends is about nobody and named by its kind."""
    return term(item.title) if item.record_kind == "settings" else item.title


def _today(workspace: Workspace, _progress: Progress) -> Today:
    from clerk_app.services.today import today  # noqa: PLC0415 - services cost a second of start-up

    return today(workspace)
