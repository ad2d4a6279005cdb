"""Asking for the reason of something that is put on record."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.page import FormDialog
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class ReasonDialog(FormDialog):
    """``reason`` is what the clerk wrote; ``is_checked`` whether the box of the further question was ticked, where there was one."""

    def __init__(
        self,
        name: str,
        title: str,
        text: str,
        *,
        accept: str,
        placeholder: str = "",
        option: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, title, save_text=accept, parent=parent)
        self.reason = ""
        words = QLabel(text)
        words.setObjectName(f"{name}Text")
        words.setWordWrap(True)
        words.setMinimumWidth(current_theme().px(420))
        self._field = Field("reason", self.tr("原因"), LineEdit(longest=200, placeholder=placeholder), required=True)
        self.option = CheckBox(option)
        self.option.setObjectName(f"{name}Option")
        self.option.setVisible(bool(option))
        self.body.addWidget(words)
        self.body.addWidget(self._field)
        self.body.addWidget(self.option)
        self.start(FieldSet([self._field], parent=self))
        self._field.editor.setFocus()

    @property
    def is_checked(self) -> bool:
        """Whether the further question was answered with yes."""
        return self.option.isChecked()

    def save(self) -> None:
        """Take the reason; raises UserError without one."""
        self.reason = str(self._field.editor.raw).strip()
        if not self.reason:
            raise UserError("请写明原因。", field="reason")
        self.accept()

    def run(self) -> bool:
        """Show it until it is closed; True when the reason was given."""
        answer = self.exec()
        self.deleteLater()
        return answer == self.DialogCode.Accepted
