"""Choosing what to print and for whom: the form, what a notice asks, and the households."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import HouseholdId
from clerk_app.errors import UserError
from clerk_app.services.households import found_by
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind, Prepared, RecordTable
from clerk_app.ui.pages.papers.requests import INTERNAL, NOTICE, OVERPAYMENT, PUBLIC, Choice, read_households
from clerk_app.ui.theme import FIELD, ROW, current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit, NumberEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.queries import HouseholdRow
    from clerk_app.ui.tasks import Progress

_YEARS = range(2009, 2100)
_WAIT_MS = 250


class Choosing(QWidget):
    """``touched`` comes as soon as the clerk chooses something else, ``changed`` a moment later; ``choice()`` says what."""

    touched = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: tuple[HouseholdId, ...] = ()
        self._recovery: tuple[HouseholdId, str] | None = None
        self._is_arranging = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.changed)
        self._build_form()
        self._build_households()
        self._lay_out()
        self._connect()
        self._show_form()

    # building

    def _build_form(self) -> None:
        today = self._context.workspace.today
        self.form = Segments(
            "paperForm",
            [
                (INTERNAL, self.tr("内部表")),
                (PUBLIC, self.tr("公示表")),
                (NOTICE, self.tr("通知单")),
                (OVERPAYMENT, self.tr("追缴单")),
            ],
        )
        self.form.setAccessibleName(self.tr("文书"))
        self.form.set_value(INTERNAL)
        self._about = QLabel()
        self._about.setObjectName("paperAbout")
        self._about.setProperty("role", "hint")
        self._about.setWordWrap(True)
        self.insurance = Segments(
            "paperInsurance",
            [(Insurance.PENSION.value, self.tr("养老保险")), (Insurance.MEDICAL.value, self.tr("医疗保险"))],
        )
        self.insurance.set_value(Insurance.PENSION.value)
        self.year = NumberEdit(digits=4)
        self.year.setText(str(today().year))
        self.deadline = DateEdit(today)
        self.fields = FieldSet(
            [
                Field("insurance", self.tr("险种"), self.insurance),
                Field("year", self.tr("年度"), self.year, width=96),
                Field("deadline", self.tr("缴费期限"), self.deadline, width=168, hint=self.tr("不填为年底")),
            ],
            self,
        )

    def _build_households(self) -> None:
        theme = current_theme()
        self.filter = LineEdit(placeholder=self.tr("户主、编号、拼音首字母"))
        self.filter.setObjectName("paperFilter")
        self.filter.setAccessibleName(self.tr("查找住户"))
        put_clear_button(self.filter)
        self.group = QComboBox()
        self.group.setObjectName("paperGroup")
        self.group.setAccessibleName(self.tr("村民小组"))
        self.group.setFixedHeight(theme.px(FIELD))
        self.group.addItem(self.tr("全部小组"), None)
        self.whole_group = CheckBox(self.tr("发给整个小组"))
        self.whole_group.setObjectName("paperWholeGroup")
        self.whole_group.setAccessibleName(self.tr("发给整个小组"))
        self.batch = QComboBox()
        self.batch.setObjectName("paperBatch")
        self.batch.setAccessibleName(self.tr("批次"))
        self.batch.setFixedHeight(theme.px(FIELD))
        self.chosen = QLabel()
        self.chosen.setObjectName("paperChosen")
        self.chosen.setWordWrap(True)
        self.model: RecordTable[HouseholdRow] = RecordTable(self._columns(), extra_words=_sound, parent=self)
        self.view: RecordView[HouseholdRow] = RecordView(
            "paperHouseholds",
            self.model,
            label=self.tr("住户"),
            memory=self._context.memory,
        )

    def _columns(self) -> tuple[Column[HouseholdRow], ...]:
        return (
            Column("number", self.tr("户编号"), lambda row: row.number, width=84),
            Column("head", self.tr("户主"), lambda row: row.head, width=100, stretch=True),
            Column("group", self.tr("小组"), lambda row: row.group, width=92),
            Column("members", self.tr("人数"), lambda row: row.members, Kind.NUMBER, width=68),
        )

    def _lay_out(self) -> None:
        theme = current_theme()
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(theme.px(8))
        asked.addWidget(self.fields["insurance"])
        line = QHBoxLayout()
        line.setSpacing(theme.px(16))
        line.addWidget(self.fields["year"])
        line.addWidget(self.fields["deadline"])
        line.addStretch(1)
        asked.addLayout(line)
        search = QHBoxLayout()
        search.setSpacing(theme.px(8))
        search.addWidget(self.filter, 1)
        search.addWidget(self.group)
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(8))
        whole.addWidget(self.whole_group)
        whole.addWidget(self.batch)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.form)
        column.addWidget(self._about)
        column.addWidget(self._asked)
        column.addLayout(search)
        column.addLayout(whole)
        column.addWidget(self.chosen)
        column.addWidget(self.view, 1)
        self.view.setMinimumHeight(theme.px(ROW * 4))

    def _connect(self) -> None:
        self.form.edited.connect(self._show_form)
        self.fields.edited.connect(self._touch)
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.installEventFilter(self)
        self.group.currentIndexChanged.connect(self._apply_group)
        self.whole_group.toggled.connect(self._show_target)
        self.batch.activated.connect(self._touch)
        self.view.table.selectionModel().selectionChanged.connect(self._take_selection)

    # what is chosen

    def choice(self) -> Choice:
        """Return what to print; raises UserError at the field that is wrong."""
        form = self.form.value
        ids = self._ids if form == NOTICE else self._ids[:1]
        if form != NOTICE:
            return Choice(form=form, household_ids=ids, about=self._about_of(ids) if form == OVERPAYMENT else None)
        year = self.year.number
        if year not in _YEARS:
            raise UserError("年度应是四位数字，例如 2026。", field="year")
        deadline = self.deadline.day(field="deadline")
        if deadline is not None and deadline < self._context.workspace.today():
            raise UserError("缴费期限已经过了：请填今天以后的日期。", field="deadline")
        return Choice(
            form=form,
            household_ids=ids,
            group=self.group.currentData() if self._is_whole else None,
            batch=max(self.batch.currentIndex(), 0) if self._is_whole or len(ids) > 1 else 0,
            insurance=Insurance.of(self.insurance.value),
            year=year,
            deadline=deadline,
        )

    def _about_of(self, ids: tuple[HouseholdId, ...]) -> str | None:
        """Return the recovery that was asked for, as long as its household is the one chosen."""
        return self._recovery[1] if self._recovery is not None and self._recovery[0] in ids else None

    @property
    def _is_whole(self) -> bool:
        return self.whole_group.isChecked() and self.whole_group.isEnabled() and not self.whole_group.isHidden()

    @property
    def is_empty(self) -> bool:
        """Whether no household is chosen yet."""
        return not self._ids and not self._is_whole

    def choose(self, form: str, household_id: str, about: str | None = None) -> None:
        """Choose as the clerk would have: a form for one household, an overpayment form for one recovery of it."""
        self._recovery = None if about is None else (HouseholdId(household_id), about)
        self.filter.clear()
        self.group.setCurrentIndex(0)
        self.whole_group.setChecked(False)
        self._ids = (HouseholdId(household_id),)
        self.form.set_value(form)
        self._mark_chosen()
        self._show_target()

    def show_batches(self, batches: int, batch: int) -> None:
        """Offer the batches where there are several."""
        if self.batch.count() != batches:
            self.batch.clear()
            self.batch.addItems([self.tr("第 {n} 批").format(n=number + 1) for number in range(batches)])
        self.batch.setCurrentIndex(batch)
        self.batch.setVisible(batches > 1)

    # reading

    def reload(self) -> None:
        """Read the households anew."""
        self._context.tasks.run(
            partial(_read, self._context.workspace, self.model), on_done=self._show_households, owner=self
        )

    def _show_households(self, prepared: Prepared[HouseholdRow]) -> None:
        rows = prepared.records
        self._is_arranging = True
        group = self.group.currentData()
        names = sorted({row.group for row in rows if row.group}, key=lambda name: (len(name), name))
        self.group.clear()
        self.group.addItem(self.tr("全部小组"), None)
        for name in names:
            self.group.addItem(name, name)
        self.group.setCurrentIndex(max(self.group.findData(group), 0))
        self.model.set_records(prepared)
        self._is_arranging = False
        there = {row.id for row in rows}
        if self._recovery is not None:
            there.add(self._recovery[0])  # a household that has ended still owes
        self._ids = tuple(found for found in self._ids if found in there)
        self._mark_chosen()
        self._show_target()

    # the clerk's hand

    @Slot()
    def _touch(self) -> None:
        self._timer.start()
        self.touched.emit()

    @Slot()
    def _show_form(self) -> None:
        """Show only what this form asks."""
        words = {
            INTERNAL: self.tr("全部内容，只供村里留存和经办，不外传。"),
            PUBLIC: self.tr("遮住公民身份号码，不含账户、病情和未成年人姓名，可以张贴。"),
            OVERPAYMENT: self.tr("应追、实追和签字，只供村里和乡镇办理，公民身份号码遮住中间几位。"),
            NOTICE: self.tr("可选一户、按住 Ctrl 选几户，或发给整个小组。"),
        }
        is_notice = self.form.value == NOTICE
        self._about.setText(words.get(self.form.value, ""))
        self._asked.setVisible(is_notice)
        self.whole_group.setVisible(is_notice)
        mode = QAbstractItemView.SelectionMode
        self.view.table.setSelectionMode(mode.ExtendedSelection if is_notice else mode.SingleSelection)
        if not is_notice and len(self._ids) > 1:
            self._ids = self._ids[:1]
            self._mark_chosen()
        self._show_target()

    @Slot()
    def _show_target(self) -> None:
        """Say for whom it is."""
        has_group = self.group.currentData() is not None
        self.whole_group.setEnabled(has_group)
        self.whole_group.setText(self.tr("发给整个小组") if has_group else self.tr("发给整个小组（先选小组）"))
        self.view.setEnabled(not self._is_whole)
        if not self._is_whole and len(self._ids) <= 1:
            self.show_batches(1, 0)
        self.chosen.setText(self._target_words())
        self._touch()

    def _target_words(self) -> str:
        if not self.model.records:
            return self.tr("还没有住户：先到“住户”登记")
        if not self.model.rowCount():
            return self.tr("没有找到：换一种写法，或只输入一部分")
        if self._is_whole:
            return self.tr("发给：{group} 全组").format(group=self.group.currentText())
        if not self._ids:
            return self.tr("还没有选住户")
        if len(self._ids) > 1:
            return self.tr("已选 {n} 户").format(n=len(self._ids))
        row = next((row for row in self.model.records if row.id == self._ids[0]), None)
        return self.tr("已选：{household}").format(household=f"{row.number} {row.head}") if row else ""

    @Slot()
    def _take_selection(self) -> None:
        """Take over what is marked in the table; what only the filter hides stays chosen."""
        if self._is_arranging:
            return
        self._ids = tuple(row.id for row in self.view.selected_records())
        self._show_target()

    @Slot(str)
    def _apply_filter(self, text: str) -> None:
        self._is_arranging = True
        self.model.set_filter(text)
        self._is_arranging = False
        self._mark_chosen()
        self.chosen.setText(self._target_words())

    @Slot()
    def _apply_group(self) -> None:
        if self._is_arranging:
            return
        group = self.group.currentData()
        self._is_arranging = True
        self.model.set_predicate(None if group is None else lambda row: row.group == group)
        self._is_arranging = False
        self._mark_chosen()
        self._show_target()

    def _mark_chosen(self) -> None:
        """Mark the chosen households that are in sight."""
        self._is_arranging = True
        self.view.table.clearSelection()
        if len(self._ids) == 1:
            self.view.select(lambda row: row.id == self._ids[0])
        else:
            _mark(self.view, set(self._ids))
        self._is_arranging = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down and Enter go from the search into the table and take its first line; Esc empties the search."""
        if watched is not self.filter or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rowCount():
            self.view.table.selectRow(0)
            self.view.table.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        return False


def _mark(view: RecordView[HouseholdRow], ids: Iterable[str]) -> None:
    wanted = set(ids)
    selection = view.table.selectionModel()
    flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    for number, row in enumerate(view.model.shown):
        if row.id in wanted:
            selection.select(view.model.index(number, 0), flags)


def _read(workspace: Workspace, model: RecordTable[HouseholdRow], progress: Progress) -> Prepared[HouseholdRow]:
    return model.prepared(read_households(workspace, progress))


def _sound(row: HouseholdRow) -> str:
    return found_by(row.head) if row.head else ""
