"""Why one of several values is the right one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.services.conflicts import settle_conflict
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.conflict_card import conflict_title, side_words
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.conflicts import Conflict, Side
    from clerk_app.services.workspace import Workspace


class ConflictDialog(FormDialog):
    """Shows what was chosen and asks for the reason; the value that loses stays in the history."""

    def __init__(
        self, context: Context, conflict: Conflict, choice: Choice, side: Side, parent: QWidget | None = None
    ) -> None:
        super().__init__("conflictDialog", "", parent=parent)
        self._context = context
        self._conflict = conflict
        self._choice = choice
        self._side = side
        title = term(choice.label)
        self.setWindowTitle(title)
        self.save_button.setText(title)
        self.save_button.setAccessibleName(title)
        chosen = "　".join(filter(None, (conflict.household, conflict_title(conflict), side.value)))
        words = QLabel(f"{chosen}\n{side_words(side)}")
        words.setObjectName("conflictChosen")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.setMinimumWidth(current_theme().px(560))
        self._reason = TextEdit(placeholder=self.tr("例如：打电话问过本人，新号码是对的"))
        field = Field(
            "reason",
            self.tr("理由"),
            self._reason,
            required=True,
            hint=self.tr("本村每台电脑都照此办理；没有选的内容留在历史里。"),
        )
        # Room for the error below it; a height of the window's own would keep that from growing with a long value.
        field.setMinimumHeight(current_theme().px(164))
        self.body.addWidget(words)
        self.body.addWidget(field)
        self.start(FieldSet([field], self))
        self._reason.setFocus()

    def save(self) -> None:
        """Settle it; the service says what is wrong with the reason."""
        self._context.tasks.run(
            partial(
                _settle, self._context.workspace, self._conflict.id, self._choice, self._reason.value, self._side.act_id
            ),
            on_done=self._tell,
            on_error=self._refuse,
            changed=Changed.ALL,
            owner=self,
            disable=(self.save_button,),
        )

    def _tell(self, _done: None) -> None:
        self._context.status(self.tr("已处理"))
        self.accept()

    def _refuse(self, error: UserError) -> None:
        """Show it here; what is gone or changed is read anew behind."""
        self.show_error(error)
        if error.field == "conflict":
            self._context.notify(frozenset({Changed.PACKET}))

    @classmethod
    def ask(cls, parent: QWidget, context: Context, conflict: Conflict, choice: Choice, side: Side) -> bool:
        """Ask; True when it was settled."""
        dialog = cls(context, conflict, choice, side, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        return bool(answer)


def _settle(
    workspace: Workspace, conflict_id: str, choice: Choice, reason: str, side: str, _progress: Progress
) -> None:
    settle_conflict(workspace, conflict_id, choice, reason, side if choice is Choice.TAKEN else "")
