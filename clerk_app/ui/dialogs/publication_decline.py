"""Declining what the county published, with the reason that the county reads."""

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
    from clerk_app.services.publications import PublicationRow
    from clerk_app.services.workspace import Workspace


class PublicationDeclineDialog(FormDialog):
    """Asks for the reason."""

    def __init__(self, context: Context, row: PublicationRow, parent: QWidget | None = None) -> None:
        super().__init__("publicationDeclineDialog", "", parent=parent)
        self.setWindowTitle(self.tr("谢绝县里来文"))
        self.save_button.setText(self.tr("谢绝"))
        self._context = context
        self._row = row
        self.is_declined = False
        words = QLabel(
            self.tr("第 {ref} 号来文“{title}”不会生效。原因随下次报送带到县里；以后改变主意，还可以再接收。").format(
                ref=row.ref, title=row.title
            )
        )
        words.setWordWrap(True)
        self._reason = Field(
            "reason", self.tr("原因"), LineEdit(longest=200), hint=self.tr("如：金额与文件不符"), required=True
        )
        self.body.addWidget(words)
        self.body.addWidget(self._reason)
        self.start(FieldSet((self._reason,), self))
        self.setMinimumWidth(current_theme().px(480))
        self._reason.editor.setFocus()

    def save(self) -> None:
        """Decline it."""
        reason = self._reason.editor.raw.strip()
        if not reason:
            raise UserError("请写明谢绝的原因，县里要看。", field="reason")
        self._context.tasks.run(
            partial(_decline, self._context.workspace, self._row.ref, reason),
            on_done=self._done,
            on_error=self.show_error,
            changed=frozenset({Changed.VILLAGE}),
            disable=(self.save_button,),
            owner=self,
        )

    def _done(self, row: PublicationRow) -> None:
        self.is_declined = True
        self._context.status(self.tr("第 {ref} 号来文已谢绝").format(ref=row.ref))
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: PublicationRow) -> bool:
        """Say whether it was declined."""
        dialog = cls(context, row, parent)
        dialog.exec()
        is_declined = dialog.is_declined
        dialog.deleteLater()
        return is_declined


def _decline(workspace: Workspace, ref: str, reason: str, _progress: Progress) -> PublicationRow:
    from clerk_app.services.publication_decision import decline_publication  # noqa: PLC0415 - services cost a second of start-up

    return decline_publication(workspace, ref, reason)
