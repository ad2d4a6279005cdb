"""A household that was to move away and stays: its move is taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_out import LeftHousehold
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class TransferBackDialog(ActDialog):
    """Why it is taken back; everybody gets the place they had, without a gap."""

    def __init__(self, context: Context, left: LeftHousehold, parent: QWidget | None = None) -> None:
        super().__init__(context, "transferBackDialog", "", parent=parent)
        self._left = left
        transfer = left.transfer
        self.setWindowTitle(self.tr("撤回迁出"))
        self.save_button.setText(self.tr("撤回迁出"))
        where = (
            f"{transfer.village_name}（{transfer.village_code}）" if transfer.village_name else transfer.village_code
        )
        self.say(self.tr("迁往"), self.tr("{village}，{day} 起").format(village=where, day=transfer.moved_on))
        state = term(left.told.label) if left.told is not None else self.tr("县里还没有回执")
        self.say(self.tr("县里的回执"), f"{state} {left.told_reason}".strip())
        self.reason = Field(
            "reason", self.tr("撤回的原因"), LineEdit(placeholder=self.tr("对方村退回、没有搬")), required=True
        )
        self.body.addWidget(self.reason)
        note = QLabel(self.tr("各人从原定迁出那天起接着算本村的人，随户结案的低保档案恢复原来的环节。"))
        note.setProperty("role", "hint")
        note.setWordWrap(True)
        self.body.addWidget(note)
        self.start(FieldSet([self.reason], parent=self))
        self.reason.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, left: LeftHousehold) -> bool:
        """Run it; True when something was stored."""
        return cls(context, left, parent).run_and_go()

    def save(self) -> None:
        """Take it back."""
        self.carry_out(
            partial(_withdraw, self.context.workspace, self._left.transfer.id, self.reason.editor.raw),
            self.tr("已撤回迁出"),
        )


def _withdraw(workspace: Workspace, transfer_id: str, reason: str, _progress: Progress) -> None:
    withdraw_transfer(workspace, transfer_id, reason)
