"""忘记密码: the recovery key gives a clerk a new password."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.dialogs.password_fields import PasswordFields
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.theme import FIELD, current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class PasswordResetDialog(FormDialog):
    """``workspace`` is there once it was accepted."""

    def __init__(
        self, tasks: TaskRunner, data_dir: Path, names: tuple[str, ...], clerk: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("passwordResetDialog", "", save_text="", parent=parent)
        self.setWindowTitle(self.tr("用恢复密钥重设密码"))
        self.save_button.setText(self.tr("重设并登录"))
        self._tasks = tasks
        self._data_dir = data_dir
        self.workspace: Workspace | None = None
        theme = current_theme()
        text = QLabel(self.tr("找出保险柜里的恢复密钥单，照着输入上面的 8 组字符，再给经办人设一个新密码。"))
        text.setWordWrap(True)
        text.setProperty("role", "emptyText")
        self.body.addWidget(text)
        self.clerk = QComboBox()
        self.clerk.setObjectName("resetClerk")
        self.clerk.setAccessibleName(self.tr("给谁重设"))
        self.clerk.setFixedHeight(theme.px(FIELD))
        self.clerk.addItems(list(names))
        self.clerk.setCurrentIndex(max(self.clerk.findText(clerk), 0))
        label = QLabel(self.tr("给谁重设"))
        label.setProperty("role", "label")
        label.setBuddy(self.clerk)
        who = QVBoxLayout()
        who.setSpacing(theme.px(4))
        for widget in (label, self.clerk):
            widget.setVisible(len(names) > 1)
            who.addWidget(widget)
        self.body.addLayout(who)
        self.key = Field(
            "recovery_key",
            self.tr("恢复密钥"),
            LineEdit(placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"),
            hint=self.tr("大小写都可以，横线和空格可以不输"),
            required=True,
        )
        self.passwords = PasswordFields(label=self.tr("新密码"))
        self.body.addWidget(self.key)
        self.body.addWidget(self.passwords)
        self.start(FieldSet((self.key, *self.passwords.fields), self))
        self.setMinimumWidth(theme.px(640))
        self.key.editor.setFocus()

    def save(self) -> None:
        """Check what can be checked here, then ask the key ring."""
        key = self.key.editor.raw.strip()
        if not key:
            raise UserError("请照恢复密钥单输入恢复密钥。", field="recovery_key")
        self._tasks.run(
            partial(_reset, self._data_dir, key, self.passwords.value, self.clerk.currentText()),
            on_done=self._done,
            on_error=self.show_error,
            progress_title=self.tr("正在重设…"),
            disable=(self.save_button,),
        )

    def _done(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.accept()

    @classmethod
    def ask(
        cls, parent: QWidget, tasks: TaskRunner, data_dir: Path, names: tuple[str, ...], clerk: str
    ) -> Workspace | None:
        """Return the open workspace, or None when the clerk thought better of it."""
        dialog = cls(tasks, data_dir, names, clerk, parent)
        dialog.exec()
        workspace = dialog.workspace
        dialog.deleteLater()
        return workspace


def _reset(data_dir: Path, key: str, password: str, clerk: str, _progress: Progress) -> Workspace:
    from clerk_app.logs import start_log  # noqa: PLC0415 - the window is shown before this second of imports
    from clerk_app.services.accounts import reset_password  # noqa: PLC0415 - as above
    from clerk_app.services.workspace import SystemClock  # noqa: PLC0415 - as above

    workspace = reset_password(data_dir, key, password, SystemClock(), clerk=clerk)
    start_log(data_dir)
    return workspace
