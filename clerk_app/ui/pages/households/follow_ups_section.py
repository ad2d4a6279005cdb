"""What events left to be done for a household, and how it came out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from clerk_app.services.follow_ups import settle_follow_up
from clerk_app.storage.follow_up_queries import FollowUpRow
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.pages.households.sections import TableSection
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress

translate = QCoreApplication.translate


class FollowUpsSection(TableSection[FollowUpRow]):
    """Open things first, the most urgent on top; ``settle_wanted`` for one of them, ``recovery_wanted`` to note an overpayment."""

    settle_wanted = Signal(object)
    recovery_wanted = Signal()

    def __init__(self, context: Context, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        self._context = context
        columns = follow_up_columns(context.workspace.today())
        super().__init__("fileFollowUps", "", columns, memory, none="", parent=parent)
        self.title.setText(self.tr("事后事项"))
        self.setAccessibleName(self.tr("事后事项"))
        self.none.setText(self.tr("没有要办的事；办理变动以后，该做的事会列在这里"))
        self._recover = QuietButton("followUpRecover", self.tr("立追缴…"))
        self._recover.clicked.connect(self.recovery_wanted)
        self._settle = QuietButton("followUpSettle", self.tr("办结…"))
        self._settle.clicked.connect(self._want)
        self.add_aside(self._recover)
        self.add_aside(self._settle)
        self.view.current_changed.connect(self._follow)
        self.record_chosen.connect(self._chosen)

    def show_rows(self, rows: Iterable[FollowUpRow]) -> None:
        """Show them; what is done comes last."""
        self.view.model.columns = follow_up_columns(self._context.workspace.today())
        super().show_rows(sorted(rows, key=lambda row: row.settled_on is not None))
        self._follow(self.view.current_record())

    @Slot(object)
    def _follow(self, row: FollowUpRow | None) -> None:
        self._settle.setEnabled(row is not None and row.settled_on is None)

    @Slot()
    def _want(self) -> None:
        self._chosen(self.view.current_record())

    @Slot(object)
    def _chosen(self, row: FollowUpRow | None) -> None:
        if row is not None and row.settled_on is None:
            self.settle_wanted.emit(row)


def follow_up_columns(on: date) -> tuple[Column[FollowUpRow], ...]:
    """Return the columns of things to do as of a day."""

    def state(row: FollowUpRow) -> ChipState:
        if row.settled_on is not None:
            return ChipState(translate("FollowUps", "已办结"), Tone.DONE)
        if row.due_on < on:
            return ChipState(translate("FollowUps", "已过期"), Tone.OVERDUE)
        return ChipState(translate("FollowUps", "要办"), Tone.DUE)

    return (
        Column("due_on", translate("FollowUps", "期限"), lambda row: row.due_on, Kind.DATE, width=112),
        Column("state", translate("FollowUps", "状态"), state, Kind.CHIP, width=100),
        Column("kind", translate("FollowUps", "事项"), lambda row: term(row.kind.label), width=144),
        Column("person", translate("FollowUps", "姓名"), lambda row: row.person, width=88),
        Column("detail", translate("FollowUps", "要做什么"), lambda row: row.detail, width=320, stretch=True),
        Column("amount", translate("FollowUps", "金额（元）"), lambda row: row.amount, Kind.MONEY, width=108),
        Column("outcome", translate("FollowUps", "依据或结果"), lambda row: row.outcome or row.clause, width=160),
    )


class SettleDialog(ActDialog):
    """How it came out, and on which day."""

    least_width = 560

    def __init__(self, context: Context, row: FollowUpRow, parent: QWidget | None = None) -> None:
        super().__init__(context, "settleFollowUpDialog", "", parent=parent)
        self.setWindowTitle(self.tr("办结：{kind}").format(kind=term(row.kind.label)))
        self.save_button.setText(self.tr("办结"))
        self._row = row
        self.say(self.tr("要做什么"), row.detail)
        if row.clause:
            self.say(self.tr("依据"), row.clause)
        self.outcome = Field(
            "outcome", self.tr("办理结果"), LineEdit(placeholder=self.tr("如 已报县里停发，7 月起停")), required=True
        )
        self.day = Field("on", self.tr("办结日期"), DateEdit(context.workspace.today))
        cast("DateEdit", self.day.editor).set_day(context.workspace.today())
        self.body.addWidget(FieldGrid((self.outcome, self.day), columns=2, wide=(self.outcome,)))
        self.start(FieldSet([self.outcome, self.day], parent=self))
        self.outcome.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: FollowUpRow) -> bool:
        """Run it; True when it was settled."""
        return cls(context, row, parent).run_and_go()

    def save(self) -> None:
        """Settle it."""
        day = cast("DateEdit", self.day.editor).day(field="on")
        done = self.tr("已办结：{kind}").format(kind=term(self._row.kind.label))
        self.carry_out(
            partial(_settle, self.context.workspace, self._row.id, self.outcome.editor.raw.strip(), day), done
        )


def _settle(workspace: Workspace, follow_up_id: str, outcome: str, day: date | None, _progress: Progress) -> None:
    settle_follow_up(workspace, follow_up_id, outcome, on=day)
