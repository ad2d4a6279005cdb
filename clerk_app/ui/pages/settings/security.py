"""密码与恢复密钥: the signed-in clerk's own password, and a new recovery key with its paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.password_fields import PasswordFields
from clerk_app.ui.pages.settings.section import SettingsForm
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.password_edit import PasswordEdit
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class SecuritySection(SettingsForm):
    """Change my password; make a new recovery key."""

    name = "settingsSecurity"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("密码与恢复密钥"), "", parent)
        self.save_button.setText(self.tr("修改密码"))
        mine = Section(self.tr("我的密码"))
        self.own = Field("own_password", self.tr("现在的密码"), PasswordEdit(), width=300, required=True)
        self.passwords = PasswordFields(label=self.tr("新密码"))
        self.passwords.shown.connect(self._show)
        mine.add(self.own)
        mine.add(self.passwords)
        sheet = Section(self.tr("恢复密钥"))
        words = QLabel(
            self.tr("恢复密钥单遗失、被人看过，或经办人交接时，重新生成一份。生成以后，旧的恢复密钥单立即作废。")
        )
        words.setWordWrap(True)
        self.renew_button = Button("recoveryRenew", self.tr("重新生成恢复密钥…"), icon_name="key-round")
        self.renew_button.clicked.connect(self._renew)
        sheet.add(words)
        self.column.addWidget(mine)
        self.column.addWidget(sheet)
        self.column.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.start(FieldSet((self.own, *self.passwords.fields), self))

    @Slot(bool)
    def _show(self, is_shown: bool) -> None:
        if isinstance(self.own.editor, PasswordEdit):
            self.own.editor.set_shown(is_shown)

    def save(self) -> None:
        """Change the password."""
        own = self.own.editor.raw
        if not own:
            raise UserError("请填写现在的密码。", field="own_password")
        self.context.tasks.run(
            partial(_change_password, self.context.workspace, own, self.passwords.value),
            on_done=self._changed,
            on_error=self.show_user_error,
            disable=(self.save_button,),
            progress_title=self.tr("正在修改密码…"),
        )

    def _changed(self, _result: None) -> None:
        self.left()
        self.saved(self.tr("密码已修改，下次登录用新密码"))

    def left(self) -> None:
        """Empty the fields."""
        for field in self.fields:
            field.editor.set_raw("")
        self.fields.clear_errors()
        self.fields.mark_saved()

    @Slot()
    def _renew(self) -> None:
        from clerk_app.ui.dialogs.recovery_renew import RecoveryRenewDialog  # noqa: PLC0415 - seldom wanted

        if RecoveryRenewDialog.ask(self, self.context):
            self.context.status(self.tr("新的恢复密钥已生效，旧的恢复密钥单请销毁"))


def _change_password(workspace: Workspace, old: str, new: str, _progress: Progress) -> None:
    from clerk_app.services.accounts import change_password  # noqa: PLC0415 - services cost a second of start-up

    change_password(workspace, old, new)
