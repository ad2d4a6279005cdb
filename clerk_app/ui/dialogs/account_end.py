"""Ending a bank account."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.errors import UserError
from clerk_app.services.bank_accounts import AccountRow, end_account
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class EndAccountDialog(ActDialog):
    """The last day and the reason; the record stays."""

    least_width = 460

    def __init__(self, context: Context, row: AccountRow, parent: QWidget | None = None) -> None:
        super().__init__(context, "endAccountDialog", "", parent=parent)
        self.setWindowTitle(self.tr("停用账户"))
        self.save_button.setText(self.tr("停用"))
        self._row = row
        self.say(self.tr("成员"), row.person)
        self.say(self.tr("账户"), f"{term(row.purpose.label)}　{row.bank}　{row.number}")
        today = context.workspace.today
        self.to_on = Field("to_on", self.tr("最后一天"), DateEdit(today), required=True)
        cast("DateEdit", self.to_on.editor).set_day(today())
        reason = LineEdit(placeholder=self.tr("换卡、销户、本人去世"))
        finder = QCompleter([self.tr("换卡"), self.tr("销户"), self.tr("本人去世"), self.tr("登记错了")], reason)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        reason.setCompleter(finder)
        self.reason = Field("reason", self.tr("停用原因"), reason, required=True)
        self.body.addWidget(self.to_on)
        self.body.addWidget(self.reason)
        self.start(FieldSet([self.to_on, self.reason], parent=self))
        self.to_on.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: AccountRow) -> bool:
        """Run it; True when something was stored."""
        return cls(context, row, parent).run_and_go()

    def save(self) -> None:
        """End the account."""
        day = cast("DateEdit", self.to_on.editor).day(field="to_on")
        if day is None:
            raise UserError("请填写最后一天。", field="to_on")
        self.carry_out(
            partial(_end, self.context.workspace, self._row.id, day, self.reason.editor.raw),
            self.tr("已停用{name}的账户").format(name=self._row.person),
        )


def _end(workspace: Workspace, account_id: str, day: date, reason: str, _progress: Progress) -> None:
    end_account(workspace, account_id, day, reason)
