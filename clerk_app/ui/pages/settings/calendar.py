"""放假安排: the days off and the worked weekends of a year, shipped or entered here; deadlines are counted over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import FIELD, Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.working_days import DayRow
    from clerk_app.services.workspace import Workspace

FIRST_YEAR: Final = 2012


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a year, and the years whose table is known."""

    year: int
    rows: tuple[DayRow, ...]
    known: frozenset[int]


class CalendarSection(SettingsSection):
    """A year's days; one is changed by Enter, others are entered in a short form."""

    name = "settingsCalendar"
    shows = frozenset({Changed.VILLAGE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("放假安排"),
            self.tr(
                "公示和办理期限按工作日推算。每年的放假和调休由国务院办公厅公布，一般在上一年 11 月；程序没有带的年份在这里录入，与公布不同的可以改。"
            ),
            parent,
        )
        self.change_button = Button("calendarChange", self.tr("修改…"), icon_name="pencil")
        self.add_button = PrimaryButton("calendarAdd", self.tr("录入…"), icon_name="plus", shortcut="Ctrl+N")
        self.commands.addWidget(self.change_button)
        self.commands.addWidget(self.add_button)
        self.change_button.setEnabled(False)
        self.strip = Strip("calendarStrip", button=self.tr("去录入"))
        self.column.addWidget(self.strip)
        self.column.addLayout(self._year_line())
        self.table: RecordTable[DayRow] = RecordTable(self._columns())
        empty = EmptyState(
            "calendar", self.tr("这一年还没有放假安排"), self.tr("期限先按周一至周五算。公布后点右上角的“录入…”。")
        )
        self.view = RecordView("calendarDays", self.table, label=self.heading, empty=empty, memory=context.memory)
        self.view.setMinimumHeight(current_theme().px(240))
        self.column.addWidget(self.view, 1)
        self._missing: int | None = None
        self._connect()

    def _year_line(self) -> QHBoxLayout:
        theme = current_theme()
        today = self.context.workspace.today()
        self.year_choice = QComboBox()
        self.year_choice.setObjectName("calendarYear")
        self.year_choice.setAccessibleName(self.tr("年份"))
        self.year_choice.setFixedSize(theme.px(104), theme.px(FIELD))
        for year in range(today.year + 1, FIRST_YEAR - 1, -1):
            self.year_choice.addItem(str(year), year)
        self.year_choice.setCurrentText(str(today.year))
        label = QLabel(self.tr("年份"))
        label.setProperty("role", "label")
        label.setBuddy(self.year_choice)
        self.summary = QLabel()
        self.summary.setObjectName("calendarSummary")
        self.summary.setProperty("role", "hint")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self.year_choice)
        row.addSpacing(theme.px(8))
        row.addWidget(self.summary, 1)
        return row

    def _columns(self) -> tuple[Column[DayRow], ...]:
        return (
            Column("day", self.tr("日期"), lambda row: row.day, Kind.DATE, width=120),
            Column("weekday", self.tr("星期"), self._weekday, width=88, sort_by=lambda row: row.day.weekday()),
            Column("kind", self.tr("安排"), self._kind, Kind.CHIP, width=112),
            Column("name", self.tr("节日"), lambda row: row.name, width=160),
            Column("source", self.tr("来源"), self._source, width=200, stretch=True),
        )

    def _weekday(self, row: DayRow) -> str:
        words = (
            self.tr("周一"), self.tr("周二"), self.tr("周三"), self.tr("周四"), self.tr("周五"), self.tr("周六"),
            self.tr("周日"),
        )  # fmt: skip
        return words[row.day.weekday()]

    def _kind(self, row: DayRow) -> ChipState:
        return ChipState(self.tr("上班"), Tone.DUE) if row.is_working else ChipState(self.tr("放假"), Tone.DONE)

    def _source(self, row: DayRow) -> str:
        if not row.is_own:
            return self.tr("程序自带")
        return self.tr("本村录入（改过程序自带的）") if row.is_shipped else self.tr("本村录入")

    def _connect(self) -> None:
        self.year_choice.currentIndexChanged.connect(self._read)
        self.view.current_changed.connect(self._follow)
        self.view.record_chosen.connect(self._change)
        self.change_button.clicked.connect(self._change_current)
        self.add_button.clicked.connect(self._add)
        self.strip.acted.connect(self._add_missing)

    @property
    def year(self) -> int:
        """The year that is shown."""
        return int(self.year_choice.currentData())

    def take_focus(self) -> None:
        """Go to the year."""
        self.year_choice.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one table
        """Read the year."""
        self._read()

    @Slot()
    def _read(self) -> None:
        self.context.tasks.run(partial(_calendar, self.context.workspace, self.year), on_done=self._show, owner=self)

    def _show(self, calendar: Calendar) -> None:
        self._warn(calendar.known)
        if calendar.year != self.year:
            return
        self.view.set_records(calendar.rows)
        if calendar.rows and self.view.current_record() is None:
            self.view.table.selectRow(0)
        free = sum(not row.is_working for row in calendar.rows)
        text = self.tr("放假 {free} 天，调休上班 {worked} 天").format(free=free, worked=len(calendar.rows) - free)
        self.summary.setText(text if calendar.rows else "")
        self._follow(self.view.current_record())

    def _warn(self, known: frozenset[int]) -> None:
        """Say when deadlines of this year or the next are counted without a table."""
        this_year = self.context.workspace.today().year
        self._missing = next((year for year in (this_year, this_year + 1) if year not in known), None)
        if self._missing is None:
            self.strip.hide()
            return
        text = self.tr("还没有 {year} 年的放假安排：到这一年的期限先按周一至周五算，可能不准。公布后请录入")
        self.strip.tell(text.format(year=self._missing), Tone.OVERDUE if self._missing == this_year else Tone.DUE)

    @Slot(object)
    def _follow(self, row: DayRow | None) -> None:
        self.change_button.setEnabled(row is not None)

    @Slot()
    def _add(self) -> None:
        self._ask(None)

    @Slot()
    def _add_missing(self) -> None:
        if self._missing is not None:
            self.year_choice.setCurrentText(str(self._missing))
        self._ask(None)

    @Slot()
    def _change_current(self) -> None:
        self._ask(self.view.current_record())

    @Slot(object)
    def _change(self, row: DayRow) -> None:
        self._ask(row)

    def _ask(self, row: DayRow | None) -> None:
        from clerk_app.ui.dialogs.calendar_day import CalendarDayDialog  # noqa: PLC0415 - seldom wanted

        day = CalendarDayDialog.ask(self, self.context, self.year, row)
        if day is not None and day.year != self.year:
            self.year_choice.setCurrentText(str(day.year))


def _calendar(workspace: Workspace, year: int, _progress: Progress) -> Calendar:
    from clerk_app.services.working_days import days_of_year, working_calendar  # noqa: PLC0415 - services are heavy

    return Calendar(year, days_of_year(workspace, year), working_calendar(workspace).years)
