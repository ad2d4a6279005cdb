"""The part 待处理: what the exchange left to a person, and what was done about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.domain.settlement import Choice
from clerk_app.services.conflicts import Conflict, Side
from clerk_app.services.work_desk import DeskItem
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.conflict_settle import ConflictDialog
from clerk_app.ui.dialogs.work_settle import SettleDialog
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.exchange.leading import lead, place_of
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.texts import sentence_of, term
from clerk_app.ui.theme import ROW, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.conflict_card import ConflictCard, conflict_chip, conflict_title
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.reading_area import ReadingArea
from clerk_app.ui.widgets.record_view import RecordView
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.work_card import WorkCard, kind_chip

OPEN, SETTLED = "open", "settled"
Row = DeskItem | Conflict


class WorkView(ExchangeView):
    """The list above, the current one below it; Enter leads to where it is done again."""

    name = "work"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk: Desk | None = None
        self._wanted = ""
        self.settle_button = Button("workSettle", self.tr("标为已处理…"), icon_name="check", shortcut="Ctrl+D")
        self.again_button = PrimaryButton("workAgain", self.tr("去办理"), icon_name="pencil", shortcut="Ctrl+Return")
        self.buttons = (self.settle_button, self.again_button)
        self.filter = Segments("workFilter", ((OPEN, self.tr("待处理")), (SETTLED, self.tr("已处理"))), parent=self)
        self.filter.set_value(OPEN)
        self.rows: RecordTable[Row] = RecordTable(self._columns(), parent=self)
        self.empty = EmptyState("check", "", "")
        self.view: RecordView[Row] = RecordView(
            "workItems", self.rows, label=self.tr("待处理"), empty=self.empty, memory=context.memory
        )
        self.view.setMinimumHeight(current_theme().px(ROW * 3))
        self._lay_out()
        self.filter.value_chosen.connect(self._show_rows)
        self.view.current_changed.connect(self._show_current)
        self.view.record_chosen.connect(self._go)
        self.again_button.clicked.connect(self._go_to_current)
        self.settle_button.clicked.connect(self._settle)
        self.conflict_card.decided.connect(self._decide)
        self._show_current(None)

    def _lay_out(self) -> None:
        self.card = WorkCard("workCard")
        self.conflict_card = ConflictCard("conflictCard")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.card, self.conflict_card):
            column.addWidget(card)
        column.addStretch(1)
        self._below = ReadingArea("workBelow", self.tr("待处理"), below)
        self._below.setMinimumHeight(current_theme().px(ROW * 4))
        self.body.addWidget(self.filter)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._below, 1)

    def _columns(self) -> tuple[Column[Row], ...]:
        return (
            Column("kind", self.tr("类别"), _chip, Kind.CHIP, width=148),
            Column("act", self.tr("事项"), _what, width=136),
            Column("household", self.tr("住户"), lambda row: row.household, width=176),
            Column("reason", self.tr("原因"), _why, width=300, stretch=True),
            Column("on", self.tr("日期"), _when, Kind.DATE, width=108),
        )

    def take_focus(self) -> None:
        """Begin at the list."""
        self.view.setFocus()

    # showing

    def show_desk(self, desk: Desk) -> None:
        """Show what is open, or settled."""
        self._desk = desk
        count = desk.work
        self.filter.set_word(OPEN, self.tr("待处理（{n}）").format(n=count) if count else self.tr("待处理"))
        self._show_rows()

    def show_item(self, item_id: str) -> None:
        """Go to one item as soon as it is there."""
        self._wanted = item_id
        self.filter.set_value(OPEN)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        if self._desk is None:
            return
        is_open = self.filter.value != SETTLED
        if is_open:
            self.view.set_empty(
                self.tr("没有要处理的"),
                self.tr("县里退回的、暂存的，还有两边不一致的，导入后会列在这里和住户页面上。"),
            )
        else:
            self.view.set_empty(
                self.tr("还没有处理过的"), self.tr("标为已处理的会留在这里，写着谁、什么时候、怎么处理的。")
            )
        rows: tuple[Row, ...] = (*self._desk.conflicts, *self._desk.items) if is_open else self._desk.settled
        before = self.view.current_record()
        self.view.set_records(rows)
        wanted = self._wanted or (_id(before) if before else "")
        if self.view.select(lambda row: _id(row) == wanted):
            self._wanted = ""
        elif rows:
            self.view.select(lambda row: row is rows[0])
        self._show_current(self.view.current_record())

    @Slot(object)
    def _show_current(self, row: Row | None) -> None:
        self._below.setVisible(row is not None)
        self.card.setVisible(isinstance(row, DeskItem))
        self.conflict_card.setVisible(isinstance(row, Conflict))
        if isinstance(row, DeskItem):
            self.card.show_item(row)
        elif isinstance(row, Conflict):
            self.conflict_card.show_conflict(row)
        self.settle_button.setEnabled(isinstance(row, DeskItem) and row.may_be_settled)
        self.again_button.setEnabled(row is not None and bool(place_of(row)[0]))

    # doing

    @Slot()
    def _go_to_current(self) -> None:
        row = self.view.current_record()
        if row is not None:
            self._go(row)

    @Slot(object)
    def _go(self, row: Row) -> None:
        lead(self.context, row, self)

    @Slot()
    def _settle(self) -> None:
        row = self.view.current_record()
        if isinstance(row, DeskItem) and row.may_be_settled:
            SettleDialog.ask(self, self.context, row)

    @Slot(object, object, object)
    def _decide(self, conflict: Conflict, choice: Choice, side: Side) -> None:
        ConflictDialog.ask(self, self.context, conflict, choice, side)


def _id(row: Row) -> str:
    return row.item.id if isinstance(row, DeskItem) else row.id


def _chip(row: Row) -> ChipState:
    return kind_chip(row.item) if isinstance(row, DeskItem) else conflict_chip(row)


def _what(row: Row) -> str:
    if isinstance(row, DeskItem):
        return term(row.item.act_kind) or row.person
    return conflict_title(row)


def _why(row: Row) -> str:
    return row.item.reason if isinstance(row, DeskItem) else sentence_of(row.told)


def _when(row: Row) -> date | None:
    if isinstance(row, DeskItem):
        return (row.item.closed_at or row.item.opened_at).date()
    return max((side.at.date() for side in row.others if side.at is not None), default=None)
