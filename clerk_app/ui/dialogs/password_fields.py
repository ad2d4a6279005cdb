"""A new password, typed twice, with the rules beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.password_edit import PasswordEdit

translate = QCoreApplication.translate


def tell_caps(field: Field, *, is_on: bool, hint: str = "") -> None:
    """Say below a password field that Caps Lock is on, or its hint again."""
    caps = translate("PasswordFields", "▲ 大写锁定已打开（Caps Lock）")
    field.set_hint(caps if is_on else hint)


class PasswordFields(QWidget):
    """``password`` and ``again`` are fields for a form; ``value`` is the password once both are alike."""

    shown = Signal(bool)

    def __init__(self, *, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.password = Field("password", label or self.tr("密码"), PasswordEdit(), required=True)
        self.again = Field("password_again", self.tr("再输一遍"), PasswordEdit(), required=True)
        self.show_box = CheckBox(self.tr("显示密码"))
        self.show_box.setObjectName("showPassword")
        self.show_box.setAccessibleName(self.tr("显示密码"))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        for widget in (self.password, self.again, self.show_box):
            left.addWidget(widget)
        left.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.addLayout(left, 0, 0)
        grid.addWidget(self._rules(), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.show_box.toggled.connect(self._show)
        self._editor(self.password).caps_noticed.connect(self._tell_caps)

    def _rules(self) -> QFrame:
        theme = current_theme()
        frame = QFrame()
        frame.setProperty("role", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(6))
        heading = QLabel(self.tr("密码要求"))
        heading.setProperty("role", "section")
        column.addWidget(heading)
        for text in (
            self.tr("至少 8 个字符"),
            self.tr("不用姓名和常见的数字串"),
            self.tr("一句好记的话最合适"),
            self.tr("忘了只能用恢复密钥重设"),
        ):
            line = QLabel(f"· {text}")
            line.setWordWrap(True)
            column.addWidget(line)
        column.addStretch(1)
        return frame

    @staticmethod
    def _editor(field: Field) -> PasswordEdit:
        editor = field.editor
        if not isinstance(editor, PasswordEdit):
            raise TypeError("a password stands in a PasswordEdit")
        return editor

    @property
    def fields(self) -> tuple[Field, Field]:
        """The two fields, for the form."""
        return self.password, self.again

    @property
    def value(self) -> str:
        """The password; raises UserError when it is missing or the two differ. Whether it is good enough the service says."""
        first, second = (self._editor(field).text() for field in self.fields)
        if not first:
            raise UserError("请填写密码。", field="password")
        if first != second:
            raise UserError("两次输入的密码不一样：请重新输入。", field="password_again")
        return first

    @Slot(bool)
    def _show(self, is_shown: bool) -> None:
        for field in self.fields:
            self._editor(field).set_shown(is_shown)
        self.shown.emit(is_shown)

    @Slot(bool)
    def _tell_caps(self, is_on: bool) -> None:
        tell_caps(self.password, is_on=is_on)
