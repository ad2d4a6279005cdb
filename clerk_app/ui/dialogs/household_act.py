"""A short form over a household's file that stays open until the act is stored, so that a refusal stands beside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme


class ActDialog(FormDialog):
    """Subclasses override ``save`` and call ``carry_out`` in it."""

    least_width: ClassVar[int] = 480

    def __init__(
        self, context: Context, name: str, title: str, *, save_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, save_text=save_text, parent=parent)
        self.context = context
        room = self.screen().availableSize()
        self.setMinimumWidth(min(current_theme().px(self.least_width), room.width() - 64))

    def room_for(self, content: QWidget) -> int:
        """Return the height for content that scrolls: its own, or what the screen leaves beside title and buttons."""
        theme = current_theme()
        wanted = content.sizeHint().height() + theme.px(32)  # a note or two below the fields
        return min(wanted, self.screen().availableSize().height() - theme.px(200))

    def carry_out(self, act: Callable[[Progress], Any], message: str) -> None:
        """Run an act in the database thread; close and say so at the foot when it is stored, else say why not."""
        self._message = message
        self.context.tasks.run(
            act,
            on_done=self._done,
            on_error=self.show_error,
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(self.save_button,),
        )

    def _done(self, _result: object) -> None:
        self.context.status(self._message)
        self.fields.mark_saved()
        self.accept()

    def say(self, caption: str, text: str) -> None:
        """Add a line that only tells something."""
        label = QLabel(caption)
        label.setProperty("role", "label")
        value = QLabel(text)
        value.setWordWrap(True)
        value.setAccessibleName(f"{caption} {text}")
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(12))
        row.addWidget(label)
        row.addWidget(value, 1)
        self.body.addLayout(row)

    def run_and_go(self) -> bool:
        """Show it until it is closed; True when the act was stored."""
        answer = self.exec()
        self.deleteLater()
        return answer == self.DialogCode.Accepted
