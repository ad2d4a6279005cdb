"""What stands above the grid: which season, what counts for every row, and what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.contribution import Insurance, PaymentState
from clerk_app.errors import UserError
from clerk_app.services.contributions import FIRST_YEAR
from clerk_app.ui.pages.contributions.typed import ALL, GridRow
from clerk_app.ui.theme import FIELD, current_theme, repolish
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.command_row import CommandRow
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field_icon import put_picture
from clerk_app.ui.widgets.segments import Segments

_DOWNWARDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SeasonBar(QObject):
    """Holds the widgets: ``season`` and, where there is room, ``payment`` stand beside the page's commands, ``defaults`` above the grid."""

    season_chosen = Signal()
    filter_changed = Signal()
    numbers_wanted = Signal(bool)
    panel_wanted = Signal(bool)
    grid_wanted = Signal()

    def __init__(self, today: Callable[[], date], collector: str) -> None:
        super().__init__()
        self._today = today
        self.season = self._season_line()
        self.paid_on = DateEdit(today)
        self.paid_on.set_day(today())
        self.collector = LineEdit(longest=60)
        self.collector.setText(collector)
        self.filter = LineEdit(placeholder=self.tr("姓名、拼音、户编号"))
        self.group_choice = _combo("contributionGroup", self.tr("村民小组"), 112)
        self.state_choice = Segments(
            "contributionState",
            [
                (ALL, self.tr("全部")),
                (PaymentState.UNPAID.value, self.tr("未缴")),
                (PaymentState.PROXY_DUE.value, self.tr("应代缴")),
                (PaymentState.PAID.value, self.tr("已缴")),
                (PaymentState.NOT_ASKED.value, self.tr("不用缴")),
            ],
        )
        self.state_choice.set_value(ALL)
        self.numbers = CheckBox(self.tr("完整号码"))
        self.panel = CheckBox(self.tr("个人明细"))
        self.set_groups(())
        self.defaults = self._defaults_line()
        self._connect()

    def _season_line(self) -> QWidget:
        self.insurance_choice = Segments(
            "contributionInsurance",
            [(Insurance.PENSION.value, self.tr("养老")), (Insurance.MEDICAL.value, self.tr("医疗"))],
        )
        self.insurance_choice.set_value(Insurance.PENSION.value)
        self.year_choice = _combo("contributionYear", self.tr("缴费年度"), 96)
        for year in range(self._today().year + 1, FIRST_YEAR - 1, -1):
            self.year_choice.addItem(str(year), year)
        self.year_choice.setCurrentText(str(self._today().year))
        self.year_choice.setToolTip(self.tr("缴费年度"))  # no label: the row of commands is full
        return _line((self.insurance_choice, self.year_choice))

    def _defaults_line(self) -> QWidget:
        theme = current_theme()
        for editor, name, word, width in (
            (self.paid_on, "paid_on", self.tr("缴费日期"), 140),
            (self.collector, "collector", self.tr("经收人"), 104),
            (self.filter, "contributionFilter", self.tr("筛选缴费名单"), 220),
        ):
            editor.setObjectName(name)
            editor.setAccessibleName(word)
            editor.setToolTip(word)
            editor.setFixedWidth(theme.px(width))
        put_picture(self.filter, "search")
        self.numbers.setObjectName("contributionNumbers")
        self.numbers.setAccessibleName(self.tr("显示完整公民身份号码"))
        self.panel.setObjectName("contributionPanel")
        self.panel.setAccessibleName(self.tr("显示个人明细"))
        self._payment_labels = (_label(self.tr("缴费日期"), self.paid_on), _label(self.tr("经收人"), self.collector))
        day, who = self._payment_labels
        self.payment = _line((day, self.paid_on, who, self.collector))
        self.search = _line((self.filter, self.group_choice))
        self.choices = CommandRow()
        for choice in (self.state_choice, self.numbers, self.panel):
            self.choices.addWidget(choice)
        both = QWidget()
        both.setObjectName("contributionDefaults")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._upper, self._lower = CommandRow(), CommandRow()
        for line in (self._upper, self._lower):
            line.addStretch(1)
            column.addWidget(line)
        return both

    def _connect(self) -> None:
        self.insurance_choice.value_chosen.connect(self.season_chosen)
        self.year_choice.activated.connect(self.season_chosen)
        self.filter.textChanged.connect(self.filter_changed)
        self.group_choice.activated.connect(self.filter_changed)
        self.state_choice.value_chosen.connect(self.filter_changed)
        self.numbers.toggled.connect(self.numbers_wanted)
        self.panel.toggled.connect(self.panel_wanted)
        for editor in (self.filter, self.paid_on, self.collector):
            editor.installEventFilter(self)
            editor.edited.connect(self.clear_wrong)

    def set_narrow(self, beside: CommandRow, *, is_narrow: bool, is_tight: bool) -> None:
        """Put day and collector beside the season where there is room (into ``beside``), else above the choices.

        Where it is tight they do without their labels, which their tool tips tell.
        """
        theme = current_theme()
        for label in self._payment_labels:
            label.setVisible(not is_tight)
        self.filter.setFixedWidth(theme.px(140 if is_narrow else 200))
        if is_narrow:
            self._upper.insertWidget(0, self.payment)
            self._upper.insertWidget(1, self.search)
            self._lower.insertWidget(0, self.choices, 1)
        else:
            beside.insertWidget(1, self.payment)
            self._upper.insertWidget(0, self.search)
            self._upper.insertWidget(1, self.choices, 1)
        payment, commands = (self.paid_on, self.collector), beside.findChildren(Button)
        above = (*commands, *payment) if is_narrow else (*payment, *commands)
        states = self.state_choice.findChildren(QAbstractButton)
        below = (self.filter, self.group_choice, *states, self.numbers, self.panel)
        for before, after in pairwise((self.year_choice, *above, *below)):
            QWidget.setTabOrder(before, after)

    # what is chosen

    @property
    def insurance(self) -> Insurance:
        """Which insurance."""
        return Insurance.of(self.insurance_choice.value)

    @property
    def year(self) -> int:
        """Which contribution year."""
        return int(self.year_choice.currentData())

    @property
    def words(self) -> str:
        """What the grid is filtered by."""
        return self.filter.text()

    @property
    def group(self) -> str:
        """The group to show, or nothing for all."""
        return str(self.group_choice.currentData() or "")

    @property
    def state(self) -> str:
        """The state to show, or ``all``."""
        return self.state_choice.value or ALL

    def show_state(self, state: PaymentState) -> None:
        """Choose a state by program."""
        self.state_choice.set_value(state.value)
        self.filter_changed.emit()

    def checked_defaults(self) -> tuple[date, str]:
        """Return the day and the collector for rows without their own; raises UserError at the field that is wrong."""
        day = self.paid_on.day(field="paid_on")
        if day is None:
            raise UserError("请填写缴费日期。", field="paid_on")
        if day > self._today():
            raise UserError("缴费日期不能在今天之后：请核对。", field="paid_on")
        if not self.collector.value:
            raise UserError("请填写经收人。", field="collector")
        return day, self.collector.value

    # what is shown

    def mark_wrong(self, name: str | None) -> bool:
        """Show day or collector as wrong and go there; False for any other field."""
        editor = {"paid_on": self.paid_on, "collector": self.collector}.get(name or "")
        if editor is None:
            return False
        editor.setProperty("wrong", True)  # noqa: FBT003 - Qt's own
        repolish(editor)
        editor.setFocus()
        return True

    @Slot()
    def clear_wrong(self) -> None:
        """Take the red away."""
        for editor in (self.paid_on, self.collector):
            if editor.property("wrong"):
                editor.setProperty("wrong", False)  # noqa: FBT003 - Qt's own
                repolish(editor)

    def set_groups(self, groups: Sequence[str]) -> None:
        """Offer these groups; the one chosen stays."""
        chosen = self.group
        self.group_choice.clear()
        self.group_choice.addItem(self.tr("全部小组"), "")
        for group in groups:
            self.group_choice.addItem(group, group)
        self.group_choice.setCurrentIndex(max(self.group_choice.findData(chosen), 0))

    def show_counts(self, rows: Sequence[GridRow]) -> None:
        """Tell how many still owe, and for how many the government does."""
        words = {PaymentState.UNPAID: self.tr("未缴 {count}"), PaymentState.PROXY_DUE: self.tr("应代缴 {count}")}
        counts = Counter([row.season.state for row in rows])
        for state, word in words.items():
            self.state_choice.set_word(state.value, word.format(count=counts[state]))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter and Down lead from here into the grid."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        is_wanted = is_key and isinstance(event, QKeyEvent) and event.key() in _DOWNWARDS
        if is_wanted:
            self.grid_wanted.emit()
        return is_wanted


def _combo(name: str, word: str, width: int) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(word)
    combo.setFixedSize(current_theme().px(width), current_theme().px(FIELD))
    return combo


def _label(word: str, buddy: QWidget) -> QLabel:
    label = QLabel(word)
    label.setProperty("role", "label")
    label.setBuddy(buddy)
    return label


def _line(widgets: Sequence[QWidget]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current_theme().px(8))
    for widget in widgets:
        row.addWidget(widget)
    return line
