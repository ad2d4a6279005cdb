"""Declining what the county published, with the reason that the county reads."""

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
    from clerk_app.services.publications import PublicationRow
    from clerk_app.services.workspace import Workspace


class PublicationDeclineDialog(ReasonDialog):
    """Asks for the reason."""

    def __init__(self, context: Context, row: PublicationRow, parent: QWidget | None = None) -> None:
        super().__init__(context, "publicationDeclineDialog", parent)
        self._row = row
        told = self.tr("第 {ref} 号来文“{title}”不会生效。原因随下次报送带到县里；以后改变主意，还可以再接收。").format(
            ref=row.ref, title=row.title
        )
        reason, hint = LineEdit(longest=200), self.tr("如：金额与文件不符")
        field = Field("reason", self.tr("原因"), reason, hint=hint, required=True)
        self.build(self.tr("谢绝县里来文"), self.tr("谢绝"), told, field)

    def save(self) -> None:
        """Decline it."""
        reason = self.words("请写明谢绝的原因，县里要看。")
        self.carry_out(
            partial(_decline, self.context.workspace, self._row.ref, reason),
            self.tr("第 {ref} 号来文已谢绝").format(ref=self._row.ref),
            changed=frozenset({Changed.VILLAGE}),
        )

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: PublicationRow) -> bool:
        """Say whether it was declined."""
        return cls(context, row, parent).run_and_go()


def _decline(workspace: Workspace, ref: str, reason: str, _progress: Progress) -> PublicationRow:
    from clerk_app.services.publication_decision import decline_publication  # noqa: PLC0415 - services cost a second of start-up

    return decline_publication(workspace, ref, reason)
