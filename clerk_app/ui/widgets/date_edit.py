"""A date typed as a clerk writes it, with a small calendar for those who would rather point."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QDialog, QVBoxLayout, QWidget

from clerk_app.domain.dates import parse_date
from clerk_app.errors import UserError
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_button


class DateEdit(LineEdit):
    """Takes 2018-06-30, 20180630, 2018.6.30 and 2018年6月30日; tidied to the first when the clerk moves on."""

    def __init__(self, today: Callable[[], date], *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder="2018-06-30", longest=20, parent=parent)
        self._today = today
        self._calendar: CalendarPopup | None = None
        put_button(self, "calendar", self.tr("日历"), self.open_calendar)
        self.editingFinished.connect(self._tidy)

    def day(self, *, field: str | None = None) -> date | None:
        """Return the day, None where nothing was typed; raises UserError for what is no date."""
        return parse_date(self.text(), field=field) if self.value else None

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText("" if day is None else day.isoformat())

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar below the field, at the day typed or today."""
        try:
            day = self.day() or self._today()
        except UserError:
            day = self._today()
        self._calendar = CalendarPopup(day, self)
        self._calendar.day_chosen.connect(self._take)
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + current_theme().px(4))))
        self._calendar.show()

    @Slot(object)
    def _take(self, day: date) -> None:
        self.set_day(day)
        self.setFocus()

    @Slot()
    def _tidy(self) -> None:
        try:
            day = self.day()
        except UserError:
            return
        if day is not None and self.text() != day.isoformat():
            self.set_day(day)


class CalendarPopup(QDialog):
    """A month to point at; Esc closes it."""

    day_chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendarPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget(self)
        self._month.setObjectName("calendar")
        self._month.setAccessibleName(self.tr("日历"))
        self._month.setGridVisible(False)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
