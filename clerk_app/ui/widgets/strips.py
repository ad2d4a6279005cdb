"""Coloured strips across a page: something went wrong, something is worth knowing, a draft came back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from clerk_app.errors import ClerkError
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import Tone, current_theme, icon, icon_pixmap, repolish
from clerk_app.ui.widgets.buttons import QuietButton

_ICONS = {
    Tone.OVERDUE: "circle-alert",
    Tone.DUE: "triangle-alert",
    Tone.DONE: "check",
    Tone.ACCENT: "info",
    Tone.NEUTRAL: "info",
}


class Strip(QFrame):
    """An icon, a sentence, at most one button (``acted``) and a cross (``closed``). Hidden until ``tell`` is called."""

    acted = Signal()
    closed = Signal()

    def __init__(self, name: str, *, button: str = "", shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "strip")
        theme = current_theme()
        self._icon = QLabel()
        self._label = QLabel()
        self._label.setObjectName(f"{name}Text")
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        cross = QToolButton()
        cross.setObjectName(f"{name}Close")
        cross.setIcon(icon("x", size=16))
        cross.setIconSize(QSize(theme.px(16), theme.px(16)))
        cross.setAccessibleName(self.tr("关闭提示"))
        cross.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        self._act: QuietButton | None = None
        if button:
            self._act = QuietButton(f"{name}Action", button, shortcut=shortcut)
            self._act.clicked.connect(self.acted)
            row.addWidget(self._act)
        row.addWidget(cross)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def tell(self, text: str, tone: Tone = Tone.ACCENT) -> None:
        """Show a sentence."""
        self.setProperty("tone", tone.value)
        theme = current_theme()
        self._icon.setPixmap(icon_pixmap(_ICONS[tone], theme.ink_of(tone).name(), size=18))
        self._label.setText(text)
        self.setAccessibleName(text)
        repolish(self)
        repolish(self._label)
        self.show()

    def offer(self, *, is_offered: bool) -> None:
        """Show its button, or not where there is nothing to act on."""
        if self._act is not None:
            self._act.setVisible(is_offered)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class ErrorStrip(Strip):
    """Says at the top of a page what is wrong and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("errorStrip", parent=parent)

    def show_error(self, error: ClerkError) -> None:
        """Show the sentence of an error."""
        self.tell(message_of(error), Tone.OVERDUE)
