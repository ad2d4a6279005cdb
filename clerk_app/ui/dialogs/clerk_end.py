"""Ending another clerk's access, with the reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.domain.clerk import Clerk
    from clerk_app.services.workspace import Workspace


class ClerkEndDialog(FormDialog):
    """Asks for the reason that the history will keep."""

    def __init__(self, context: Context, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__("clerkEndDialog", "", parent=parent)
        self.setWindowTitle(self.tr("停用经办人"))
        self.save_button.setText(self.tr("停用"))
        self._context = context
        self._clerk = clerk
        self.is_ended = False
        words = QLabel(
            self.tr("{name}从今天起不能再登录，以前做过的记录都保留。想让他再登录，要重新增加。").format(
                name=clerk.name
            )
        )
        words.setWordWrap(True)
        self._reason = Field(
            "reason", self.tr("原因"), LineEdit(longest=200), hint=self.tr("如：调离、换届；记入历史"), required=True
        )
        self.body.addWidget(words)
        self.body.addWidget(self._reason)
        self.start(FieldSet((self._reason,), self))
        self.setMinimumWidth(current_theme().px(480))
        self._reason.editor.setFocus()

    def save(self) -> None:
        """End the access."""
        reason = self._reason.editor.raw.strip()
        if not reason:
            raise UserError("请填写停用原因。", field="reason")
        self._context.tasks.run(
            partial(_end, self._context.workspace, self._clerk.id, reason),
            on_done=self._done,
            on_error=self.show_error,
            changed=frozenset({Changed.CLERK}),
            disable=(self.save_button,),
            owner=self,
        )

    def _done(self, _result: None) -> None:
        self.is_ended = True
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, clerk: Clerk) -> bool:
        """Say whether the access was ended."""
        dialog = cls(context, clerk, parent)
        dialog.exec()
        is_ended = dialog.is_ended
        dialog.deleteLater()
        return is_ended


def _end(workspace: Workspace, clerk_id: str, reason: str, _progress: Progress) -> None:
    from clerk_app.services.accounts import end_clerk  # noqa: PLC0415 - services cost a second of start-up

    end_clerk(workspace, clerk_id, reason)
