"""Ending another clerk's access, with the reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ReasonDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from clerk_app.domain.clerk import Clerk
    from clerk_app.services.workspace import Workspace


class ClerkEndDialog(ReasonDialog):
    """Asks for the reason that the history will keep."""

    def __init__(self, context: Context, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(context, "clerkEndDialog", parent)
        self._clerk = clerk
        told = self.tr("{name}从今天起不能再登录，以前做过的记录都保留。想让他再登录，要重新增加。").format(
            name=clerk.name
        )
        reason, hint = LineEdit(longest=200), self.tr("如：调离、换届；记入历史")
        field = Field("reason", self.tr("原因"), reason, hint=hint, required=True)
        self.build(self.tr("停用经办人"), self.tr("停用"), told, field)

    def save(self) -> None:
        """End the access."""
        reason = self.words("请填写停用原因。")
        self.carry_out(
            partial(_end, self.context.workspace, self._clerk.id, reason), changed=frozenset({Changed.CLERK})
        )

    @classmethod
    def ask(cls, parent: QWidget, context: Context, clerk: Clerk) -> bool:
        """Say whether the access was ended."""
        return cls(context, clerk, parent).run_and_go()


def _end(workspace: Workspace, clerk_id: str, reason: str, _progress: Progress) -> None:
    from clerk_app.services.accounts import end_clerk  # noqa: PLC0415 - services cost a second of start-up

    end_clerk(workspace, clerk_id, reason)
