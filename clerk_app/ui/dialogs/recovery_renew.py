"""A new recovery key: one's own password, then the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.recovery_panel import RecoveryPanel, recovery_words
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class RecoveryRenewDialog(FormDialog):
    """Once the new key is made it can only be noted: the old one opens nothing any more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("recoveryRenewDialog", "", parent=parent)
        self.setWindowTitle(self.tr("重新生成恢复密钥"))
        self.save_button.setText(self.tr("生成"))
        self._context = context
        self.is_made = False
        words = QLabel(recovery_words())
        words.setWordWrap(True)
        self._own = Field(
            "own_password",
            self.tr("您自己的密码"),
            PasswordEdit(),
            hint=self.tr("生成以后，旧的恢复密钥单立即作废"),
            width=300,
            required=True,
        )
        self.panel = RecoveryPanel(context.tasks)
        self.panel.hide()
        self.panel.noted_changed.connect(self.save_button.setEnabled)
        for widget in (words, self._own, self.panel):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.start(FieldSet((self._own,), self))
        self.setMinimumWidth(current_theme().px(640))
        self._own.editor.setFocus()

    def save(self) -> None:
        """Make the key; once it is made and noted, close."""
        if self.is_made:
            self.accept()
            return
        own = self._own.editor.raw
        if not own:
            raise UserError("请填写您自己的密码。", field="own_password")
        self._context.tasks.run(
            partial(_renew, self._context.workspace, own),
            on_done=self._show_key,
            on_error=self.show_error,
            disable=(self.save_button,),
            owner=self,
            progress_title=self.tr("正在生成…"),
        )

    def _show_key(self, key: str) -> None:
        self.is_made = True
        self._own.editor.set_raw("")
        self.fields.mark_saved()
        self._own.hide()
        self.panel.show()
        self.panel.show_key(self._context.workspace, key)
        self.save_button.setText(self.tr("完成"))
        self.save_button.setEnabled(False)
        self.cancel_button.hide()
        QTimer.singleShot(0, self, self.adjustSize)

    @Slot()
    def leave(self) -> None:
        """Stay until the new key was noted: nothing else opens the data when the password is forgotten."""
        if self.is_made and not self.panel.noted.isChecked():
            self.panel.noted.setFocus()
            return
        super().leave()

    @classmethod
    def ask(cls, parent: QWidget, context: Context) -> bool:
        """Say whether a new key was made."""
        dialog = cls(context, parent)
        dialog.exec()
        is_made = dialog.is_made
        dialog.deleteLater()
        return is_made


def _renew(workspace: Workspace, own: str, _progress: Progress) -> str:
    from clerk_app.services.accounts import renew_recovery_key  # noqa: PLC0415 - services cost a second of start-up

    return renew_recovery_key(workspace, own)
