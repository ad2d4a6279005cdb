"""All cases, as a board by stage or as a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget

from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.storage.dibao_queries import DibaoRow
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind, Prepared, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.pages.dibao.board import Board
from clerk_app.ui.pages.dibao.states import is_review_due, review_of
from clerk_app.ui.pages.dibao.work import CaseLine, read_cases
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field_icon import put_picture
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.states import class_chip, stage_chip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

_STAGES: Final = {stage: place for place, stage in enumerate(Stage)}


class DibaoOverview(Page):
    """Board or list with a filter. ``case_chosen(id)`` opens a case, ``new_wanted`` takes in an application."""

    name = "dibaoOverview"
    case_chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lines: tuple[CaseLine, ...] = ()
        self._build_commands()
        self._build_body()
        self._connect()

    def _build_commands(self) -> None:
        theme = current_theme()
        self.filter = LineEdit(placeholder=self.tr("户主、拼音、户编号或档案编号"))
        self.filter.setObjectName("dibaoFilter")
        self.filter.setAccessibleName(self.tr("筛选低保档案"))
        put_picture(self.filter, "search")
        self.filter.setFixedWidth(theme.px(280))
        self.view_switch = Segments("dibaoView", [("board", self.tr("看板")), ("list", self.tr("列表"))])
        self.view_switch.setAccessibleName(self.tr("看板或列表"))
        self.view_switch.set_value("board")
        self.with_closed = CheckBox(self.tr("含已退出/不予确认"))
        self.with_closed.setObjectName("dibaoWithClosed")
        self.with_closed.setAccessibleName(self.tr("含已退出/不予确认"))
        self.new_button = PrimaryButton("dibaoNew", self.tr("受理申请"), icon_name="plus", shortcut="Ctrl+N")
        self.commands.addWidget(self.filter)
        self.commands.addWidget(self.view_switch)
        self.commands.addWidget(self.with_closed)
        self.commands.addStretch(1)
        self.export_button = Button("dibaoExport", self.tr("导出 Excel"), icon_name="download")
        self.commands.addWidget(self.export_button)
        self.commands.addWidget(self.new_button)

    def _build_body(self) -> None:
        self.counts = QLabel()
        self.counts.setObjectName("dibaoCounts")
        self.counts.setProperty("role", "hint")
        self.board = Board(self.context.workspace.today())
        self.model = RecordTable[CaseLine](self._columns(), extra_words=lambda line: line.words)
        self.list = RecordView(
            "dibaoList",
            self.model,
            label=self.tr("低保档案"),
            memory=self.context.memory,
        )
        self.empty = EmptyState(
            "heart-handshake",
            self.tr("还没有低保档案"),
            self.tr(
                "有家庭申请低保时，先点“受理申请”选择住户；填好收入和财产后，程序按文件提出 A、B、C 类并说明理由。"
            ),
            button=self.tr("受理申请"),
        )
        self.stack = QStackedWidget()
        for widget in (self.board, self.list, self.empty):
            self.stack.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.counts)
        row.addStretch(1)
        self.body.setSpacing(current_theme().px(8))
        self.body.addLayout(row)
        self.body.addWidget(self.stack, 1)

    def _columns(self) -> list[Column[CaseLine]]:
        today = self.context.workspace.today()
        return [
            Column("number", self.tr("档案编号"), lambda line: line.row.number, width=120),
            Column("household", self.tr("户编号"), lambda line: line.row.household_number, width=84),
            Column("head", self.tr("户主"), lambda line: line.row.head, width=110),
            Column("group", self.tr("村民小组"), lambda line: line.row.group, width=96),
            Column("members", self.tr("人数"), lambda line: line.row.members, Kind.NUMBER, width=64),
            Column(
                "stage", self.tr("环节"), lambda line: stage_chip(line.row.stage), Kind.CHIP, width=120,
                sort_by=lambda line: _STAGES[line.row.stage],
            ),
            Column(
                "class", self.tr("类别"), lambda line: _class(line.row), Kind.CHIP, width=136,
                sort_by=lambda line: _shown_class(line.row),
            ),
            Column("amount", self.tr("月保障金额"), lambda line: line.row.granted_amount, Kind.MONEY, width=110),
            Column("applied", self.tr("申请日期"), lambda line: line.row.applied_on, Kind.DATE, width=110),
            Column(
                "review", self.tr("下次复核"), lambda line: review_of(line.row, today), Kind.CHIP, width=130,
                sort_by=lambda line: line.row.next_review_on if line.row.stage is Stage.GRANTED else None,
            ),
        ]  # fmt: skip

    def _connect(self) -> None:
        self._exporting = ListExport(
            self.context, lambda: self.list, lambda: self.tr("低保档案"), button=self.export_button, parent=self
        )
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self.view_switch.value_chosen.connect(self._switch)
        self.with_closed.toggled.connect(self._read_again)
        self.new_button.clicked.connect(self.new_wanted)
        self.empty.acted.connect(self.new_wanted)
        self.board.case_chosen.connect(self.case_chosen)
        self.list.record_chosen.connect(self._choose)

    def take_focus(self) -> None:
        """Go to the filter: typing finds a case at once."""
        self.filter.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - everything it shows comes by one query
        """Read the cases anew."""
        with_closed = self.with_closed.isChecked()
        self.context.tasks.run(
            partial(_read, self.context.workspace, self.model, with_closed), on_done=self._show, owner=self
        )

    @Slot()
    def _read_again(self) -> None:
        self.board.show_closed(is_shown=self.with_closed.isChecked())
        self.reload(self.shows)

    def _show(self, prepared: Prepared[CaseLine]) -> None:
        self.lines = prepared.records
        self.list.set_records(prepared)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        self.model.set_filter(self.filter.text())
        shown = [line.row for line in self.model.shown]
        numbers = {line.row.id: place for place, line in enumerate(self.lines)}
        self.board.set_rows(sorted(shown, key=lambda row: numbers[row.id]))
        self.counts.setText(self._counts(shown))
        self._switch()

    def _counts(self, shown: list[DibaoRow]) -> str:
        today = self.context.workspace.today()
        due = sum(1 for row in shown if is_review_due(row, today))
        open_without = sum(1 for row in shown if row.village_class is None and row.granted_class is None)
        granted = sum(1 for row in shown if row.stage is Stage.GRANTED)
        words = self.tr("共 {all} 份　在保 {granted} 户　待提类别 {open} 份　30 天内复核或已逾期 {due} 户")
        return words.format(all=len(shown), granted=granted, open=open_without, due=due)

    def show_view(self, view: str) -> None:
        """Show the ``board`` or the ``list``."""
        self.view_switch.set_value(view)
        self._switch()

    @Slot()
    def _switch(self) -> None:
        self.counts.setVisible(bool(self.lines))
        if not self.lines:
            self.stack.setCurrentWidget(self.empty)
        else:
            self.stack.setCurrentWidget(self.board if self.view_switch.value == "board" else self.list)

    @Slot(object)
    def _choose(self, line: CaseLine) -> None:
        self.case_chosen.emit(line.row.id)

    def eventFilter(self, watched: object, event: object) -> bool:  # noqa: N802 - Qt's name
        """Let Down and Enter go from the filter to the cases; Enter opens the only one."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.model.shown) == 1:
                self._choose(self.model.shown[0])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._enter_cases()
                return True
        return False

    def _enter_cases(self) -> None:
        if self.view_switch.value == "board":
            self.board.take_focus()
        else:
            self.list.table.setFocus()
            if self.list.current_record() is None:
                self.list.select(lambda _line: True)


def _read(
    workspace: Workspace, model: RecordTable[CaseLine], with_closed: bool, progress: Progress
) -> Prepared[CaseLine]:
    return model.prepared(read_cases(workspace, with_closed, progress))


def _shown_class(row: DibaoRow) -> DibaoClass | None:
    return row.granted_class or row.village_class or row.rule_class


def _class(row: DibaoRow) -> ChipState | None:
    shown = _shown_class(row)
    return None if shown is None else class_chip(shown)
