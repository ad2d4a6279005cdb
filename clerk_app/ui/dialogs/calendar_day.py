"""Days off and worked weekends as the yearly announcement has them: one day, or a run of days at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.services.working_days import DayRow
    from clerk_app.services.workspace import Workspace

MOST_DAYS: Final = 15
_OFF, _WORK = "off", "work"


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was filled in: the days, and what they are."""

    days: tuple[date, ...]
    name: str
    is_working: bool


class CalendarDayDialog(FormDialog):
    """Enters days, or changes the one of ``row``."""

    def __init__(self, context: Context, year: int, row: DayRow | None = None, parent: QWidget | None = None) -> None:
        super().__init__("calendarDayDialog", "", parent=parent)
        self.setWindowTitle(self.tr("修改放假安排") if row else self.tr("录入放假安排"))
        self.setMinimumWidth(current_theme().px(520))
        self.context = context
        self.first = Field("day", self.tr("日期"), DateEdit(context.workspace.today), required=True)
        self.last = Field(
            "last",
            self.tr("到（只有一天就不填）"),
            DateEdit(context.workspace.today),
            hint=self.tr("连着放假的最后一天"),
        )
        words = [(_OFF, self.tr("放假")), (_WORK, self.tr("上班"))]
        self.kind = Field("kind", self.tr("安排"), Segments("kind", words), required=True)
        name = LineEdit(longest=30, placeholder=self.tr("如 春节"))
        usual = (
            self.tr("元旦"), self.tr("春节"), self.tr("清明节"), self.tr("劳动节"), self.tr("端午节"), self.tr("中秋节"),
            self.tr("国庆节"),
        )  # fmt: skip
        finder = QCompleter(list(usual), name)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        name.setCompleter(finder)
        self.holiday = Field("name", self.tr("节日"), name, required=True)
        fields = (self.first, self.last, self.kind, self.holiday)
        self.body.addWidget(FieldGrid(fields, columns=2))
        self._fill(year, row)
        self.start(FieldSet(fields, parent=self))
        (self.holiday if row else self.first).editor.setFocus()

    def _fill(self, year: int, row: DayRow | None) -> None:
        self.kind.editor.set_raw(_WORK if row is not None and row.is_working else _OFF)
        if row is None:
            cast("DateEdit", self.first.editor).setPlaceholderText(f"{year}-02-16")
            cast("DateEdit", self.last.editor).setPlaceholderText(f"{year}-02-22")
            return
        cast("DateEdit", self.first.editor).set_day(row.day)
        self.first.editor.setEnabled(False)
        self.last.hide()
        self.holiday.editor.set_raw(row.name)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, year: int, row: DayRow | None = None) -> date | None:
        """Run it and return the first day entered, or None when nothing was."""
        dialog = cls(context, year, row, parent)
        answer = dialog.exec()
        day = cast("DateEdit", dialog.first.editor).day() if answer == cls.DialogCode.Accepted else None
        dialog.deleteLater()
        return day

    def save(self) -> None:
        """Store the days, each an act of its own."""
        first = cast("DateEdit", self.first.editor).day(field="day")
        if first is None:
            raise UserError("请填写日期。", field="day")
        last = cast("DateEdit", self.last.editor).day(field="last") or first
        if last < first:
            raise UserError("最后一天早于第一天：请核对。", field="last")
        count = (last - first).days + 1
        if count > MOST_DAYS:
            raise UserError("这一段有 {n} 天，一次最多录入 {most} 天：请核对。", field="last", n=count, most=MOST_DAYS)
        days = tuple(first + timedelta(days=number) for number in range(count))
        entry = _Entry(days, self.holiday.editor.raw, is_working=self.kind.editor.raw == _WORK)
        self.context.tasks.run(
            partial(_set, self.context.workspace, entry),
            on_done=self._done,
            on_error=self.show_error,
            changed=frozenset({Changed.VILLAGE}),
            owner=self,
            disable=(self.save_button,),
        )

    def _done(self, count: int) -> None:
        self.context.status(self.tr("已录入 {n} 天").format(n=count))
        self.fields.mark_saved()
        self.accept()


def _set(workspace: Workspace, entry: _Entry, _progress: Progress) -> int:
    from clerk_app.services.working_days import set_day  # noqa: PLC0415 - services cost a second of start-up

    for day in entry.days:
        set_day(workspace, day, entry.name, is_working=entry.is_working)
    return len(entry.days)
