"""Letting another person sign in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.domain.clerk import Role
from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.password_fields import PasswordFields
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.password_edit import PasswordEdit
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class ClerkAddDialog(FormDialog):
    """Name, role, the new person's password, and one's own, which opens the key for it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("clerkAddDialog", "", parent=parent)
        self.setWindowTitle(self.tr("增加经办人"))
        self.save_button.setText(self.tr("增加"))
        self._context = context
        self.added = ""
        self._name = Field("clerk", self.tr("姓名"), LineEdit(longest=80), required=True)
        self._role = Field("role", self.tr("岗位"), Segments("role", [(role.value, term(role.label)) for role in Role]))
        self._role.editor.set_raw(Role.CLERK.value)
        self._passwords = PasswordFields(label=self.tr("给新经办人的密码"))
        self._own = Field(
            "own_password",
            self.tr("您自己的密码"),
            PasswordEdit(),
            hint=self.tr("确认是您本人同意"),
            required=True,
            width=300,
        )
        self.body.addWidget(FieldGrid((self._name, self._role), columns=2))
        self.body.addWidget(self._passwords)
        self.body.addWidget(self._own)
        self.start(FieldSet((self._name, self._role, *self._passwords.fields, self._own), self))
        self.setMinimumWidth(current_theme().px(640))
        self._name.editor.setFocus()

    def save(self) -> None:
        """Let the person in."""
        name, own = self._name.editor.raw.strip(), self._own.editor.raw
        if not name:
            raise UserError("请填写经办人姓名。", field="clerk")
        password = self._passwords.value
        if not own:
            raise UserError("请填写您自己的密码。", field="own_password")
        self._context.tasks.run(
            partial(_add, self._context.workspace, own, name, password, Role(self._role.editor.raw)),  # type: ignore[call-arg]
            on_done=partial(self._done, name),
            on_error=self.show_error,
            changed=frozenset({Changed.CLERK}),
            disable=(self.save_button,),
            owner=self,
            progress_title=self.tr("正在增加…"),
        )

    def _done(self, name: str, _result: None) -> None:
        self.added = name
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context) -> str:
        """Return the name of the person who was added, or nothing."""
        dialog = cls(context, parent)
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        return added


def _add(workspace: Workspace, own: str, name: str, password: str, role: Role, _progress: Progress) -> None:
    from clerk_app.services.accounts import add_clerk  # noqa: PLC0415 - services cost a second of start-up

    add_clerk(workspace, own, name, password, role)
