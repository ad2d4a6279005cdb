"""A short form that stays open until the act is stored, so that a refusal stands beside its field; one that asks but for a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.field import Field, FieldSet

_REGISTER: Final = frozenset({Changed.HOUSEHOLD, Changed.PERSON})


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

    def carry_out(
        self,
        act: Callable[[Progress], Any],
        message: str = "",
        *,
        changed: frozenset[str] = _REGISTER,
        progress_title: str = "",
    ) -> None:
        """Run an act in the database thread; close and say so at the foot when it is stored, else say why not."""
        self._message = message
        self.context.tasks.run(
            act,
            on_done=self._done,
            on_error=self.show_error,
            changed=changed,
            owner=self,
            disable=(self.save_button,),
            progress_title=progress_title,
        )

    def _done(self, _result: object) -> None:
        if self._message:
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


class ReasonDialog(ActDialog):
    """Tells what will happen and asks for a few words on it. Subclasses call ``build``, override ``save`` and read ``words`` there."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, name, "", parent=parent)

    def build(self, title: str, save_text: str, told: str, field: Field) -> None:
        """Fill it: what is told, and the field below it."""
        self._asked = field
        self.setWindowTitle(title)
        self.save_button.setText(save_text)
        self.save_button.setAccessibleName(save_text)
        label = QLabel(told)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # Room for the error below it; a height of the window's own would keep that from growing with long words.
        field.setMinimumHeight(field.sizeHint().height() + current_theme().px(28))
        self.body.addWidget(label)
        self.body.addWidget(field)
        self.start(FieldSet([field], self))
        field.editor.setFocus()

    def words(self, missing: str) -> str:
        """Return what was written; raises UserError with the sentence ``missing`` at the field when nothing was."""
        written = self._asked.editor.raw.strip()
        if not written:
            raise UserError(missing, field=self._asked.name)
        return written
