"""Editors that know what they hold. Each can be read and set as text, which is what a draft keeps."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.ui.theme import FIELD, current_theme

LONGEST_LINE = 200


class Editor(Protocol):
    """What a Field needs of the widget inside it; ``edited`` is its signal for any change."""

    @property
    def raw(self) -> str:
        """The content as text, as typed."""

    def set_raw(self, text: str) -> None:
        """Take content that ``raw`` gave."""


class LineEdit(QLineEdit):
    """One line of text. ``edited`` comes with each change, also those made by the program."""

    edited = Signal()

    def __init__(self, *, placeholder: str = "", longest: int = LONGEST_LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.setFixedHeight(current_theme().px(FIELD))
        self.textChanged.connect(self._tell)

    @property
    def raw(self) -> str:
        """The text as typed."""
        return self.text()

    def set_raw(self, text: str) -> None:
        """Take text."""
        self.setText(text)

    @property
    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.text().strip()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class NumberEdit(LineEdit):
    """A whole number, such as a year or a count; empty gives None."""

    def __init__(self, *, digits: int = 9, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, longest=digits, parent=parent)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9]*"), self))

    @property
    def number(self) -> int | None:
        """The number, or None where nothing was typed."""
        return int(self.value) if self.value else None


class MoneyEdit(LineEdit):
    """An amount in yuan, written right; tidied to ``1,200.50`` when the clerk moves on."""

    def __init__(self, *, placeholder: str = "0.00", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, longest=20, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self._tidy)

    def money(self, *, field: str | None = None) -> Money | None:
        """Return the amount, None where nothing was typed; raises UserError for what is no amount."""
        return Money.parse(self.text(), field=field) if self.value else None

    def set_money(self, amount: Money | None) -> None:
        """Show an amount."""
        self.setText("" if amount is None else amount.grouped)

    @Slot()
    def _tidy(self) -> None:
        try:
            amount = self.money()
        except UserError:
            return
        if amount is not None and self.text() != amount.grouped:
            self.set_money(amount)


class TextEdit(QPlainTextEdit):
    """Several lines of text; Tab and Ctrl+Enter move on."""

    edited = Signal()

    def __init__(self, *, placeholder: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + current_theme().px(18))
        self.textChanged.connect(self._tell)

    @property
    def raw(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def set_raw(self, text: str) -> None:
        """Take text."""
        self.setPlainText(text)

    @property
    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter goes to the next field; Enter alone is a new line here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class CheckBox(QCheckBox):
    """A yes or no with its words."""

    edited = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self._tell)

    @property
    def raw(self) -> str:
        """``1`` or nothing."""
        return "1" if self.isChecked() else ""

    def set_raw(self, text: str) -> None:
        """Take ``1`` or nothing."""
        self.setChecked(text == "1")

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
