"""A field for a password, which notices that Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clerk_app.ui.widgets.editors import LineEdit

_LONGEST = 400  # longer than a password may be, so that a longer one is refused and not cut


class PasswordEdit(LineEdit):
    """Dots instead of characters until ``set_shown``. ``caps_noticed(bool)`` comes with each letter typed: Qt cannot ask the key."""

    caps_noticed = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(longest=_LONGEST, parent=parent)
        self.set_shown(False)

    def set_shown(self, is_shown: bool) -> None:
        """Show the characters or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Compare a letter with the shift key."""
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_noticed.emit(letter.isupper() is not is_shifted)
        super().keyPressEvent(event)
