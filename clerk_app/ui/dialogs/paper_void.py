"""Why a printed document is void."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.ui.page import FormDialog
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class VoidDialog(FormDialog):
    """Asks for the reason; the document stays in the list with it."""

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        super().__init__("paperVoidDialog", "", parent=parent)
        self.setWindowTitle(self.tr("作废文书"))
        self.save_button.setText(self.tr("作废"))
        self.save_button.setAccessibleName(self.tr("作废"))
        words = QLabel(self.tr("{number} 作废后不能再用它重印；列表里仍然看得到，并写着原因。").format(number=number))
        words.setWordWrap(True)
        words.setMinimumWidth(current_theme().px(400))
        self.setMinimumHeight(current_theme().px(290))  # room for the error below the field
        self._reason = TextEdit(placeholder=self.tr("例如：打错了、卡纸、信息有变"))
        field = Field("reason", self.tr("作废原因"), self._reason, required=True)
        self.body.addWidget(words)
        self.body.addWidget(field)
        self.start(FieldSet([field], self))
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self._reason.value

    def save(self) -> None:
        """Take a reason; an empty or endless one is no reason."""
        if not self.reason or len(self.reason) > LONGEST_TEXT:
            raise UserError("请填写作废原因，最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, number: str) -> str | None:
        """Return the reason, or None when the clerk thinks better of it."""
        dialog = cls(number, parent)
        answer = dialog.exec()
        reason = dialog.reason
        dialog.deleteLater()
        return reason if answer == QDialog.DialogCode.Accepted else None
