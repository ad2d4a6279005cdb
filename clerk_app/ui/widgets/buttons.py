"""Buttons by what they mean: the one main act of a page, another act, a quiet one, a dangerous one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from clerk_app.ui.theme import current_theme, icon


def press_at_once(button: QAbstractButton, event: QEvent) -> bool:
    """Press a button by its shortcut without the tenth of a second for which Qt shows it going down; True when this was done.

    A quick clerk's next key is already for what the button opens, not for the field that was left.
    """
    if not isinstance(event, QShortcutEvent) or event.isAmbiguous():
        return False
    button.click()
    return True


class Button(QPushButton):
    """A button with its objectName, word, optional icon and shortcut (told in its tool tip)."""

    role = ""

    def __init__(
        self, name: str, text: str, *, icon_name: str = "", shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if self.role:
            self.setProperty("role", self.role)
        if icon_name:
            self.setIcon(icon(icon_name, self._icon_colour(), size=18))
            self.setIconSize(QSize(current_theme().px(18), current_theme().px(18)))
        if shortcut:
            self.setShortcut(shortcut)
            self.setToolTip(f"{text}  {shortcut}")

    def event(self, event: QEvent) -> bool:
        """Act at once on the shortcut."""
        return press_at_once(self, event) or super().event(event)

    def _icon_colour(self) -> str:
        palette = current_theme().palette
        return {"primary": palette.paper, "danger": palette.overdue, "quiet": palette.accent_deep}.get(
            self.role, palette.ink_soft
        )


class PrimaryButton(Button):
    """The one act a page is for; at most one a page."""

    role = "primary"

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it too, as the space bar does; one too many must not cancel a form, so other buttons do not take it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class QuietButton(Button):
    """An act beside the main ones, without a frame."""

    role = "quiet"


class DangerButton(Button):
    """An act that ends or reverses something."""

    role = "danger"
