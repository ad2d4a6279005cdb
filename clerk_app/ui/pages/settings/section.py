"""What every section of 设置 is: a heading with its one main button, a sentence, and a form or a list."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import Context
from clerk_app.ui.page import FormPage, Page, scrolling
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton


def _lay_out(page: Page, heading: str, text: str) -> QVBoxLayout:
    """Put the heading into the row of the page's commands, and return the column under it."""
    theme = current_theme()
    title = QLabel(heading)
    title.setProperty("role", "emptyTitle")
    page.commands.addWidget(title)
    page.commands.addStretch(1)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, theme.px(8), 0)
    column.setSpacing(theme.px(16))
    if text:
        words = QLabel(text)
        words.setProperty("role", "emptyText")
        words.setWordWrap(True)
        column.addWidget(words)
    content = QWidget()
    content.setLayout(column)
    page.body.addWidget(scrolling(content))
    return column


class SettingsSection(Page):
    """A section that is no form: a list or facts, in ``column``."""

    def __init__(self, context: Context, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = heading
        self.column = _lay_out(self, heading, text)


class SettingsForm(FormPage):
    """A section that is a form, in ``column``; its save button stands at the right of the heading.

    Esc puts back what is stored: there is nowhere else to go.
    """

    def __init__(self, context: Context, heading: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = heading
        self.column = _lay_out(self, heading, text)
        self.save_button = PrimaryButton(f"{self.name}Save", self.tr("保存"), icon_name="save")
        self.save_button.setToolTip(f"{self.save_button.text()}  Ctrl+S")
        self.save_button.clicked.connect(self.try_save)
        self.commands.addWidget(self.save_button)

    def take_focus(self) -> None:
        """Go to the first field."""
        for field in self.fields:
            field.editor.setFocus()
            return

    def left(self) -> None:
        """Show what is stored again."""
        self.reload(self.shows)
