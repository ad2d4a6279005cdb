"""How a thing that the exchange left was dealt with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.services.work import settle_work_item
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.work_desk import DeskItem
    from clerk_app.services.workspace import Workspace


class SettleDialog(FormDialog):
    """Asks how it was settled; the item stays in the list of what is done with these words."""

    def __init__(self, context: Context, item: DeskItem, parent: QWidget | None = None) -> None:
        super().__init__("workSettleDialog", "", parent=parent)
        self._context = context
        self._item = item
        self.setWindowTitle(self.tr("标为已处理"))
        self.save_button.setText(self.tr("标为已处理"))
        self.save_button.setAccessibleName(self.tr("标为已处理"))
        words = QLabel(item.item.reason)
        words.setWordWrap(True)
        words.setMinimumWidth(current_theme().px(440))
        self.setMinimumHeight(current_theme().px(290))  # room for the error below the field
        self._outcome = TextEdit(placeholder=self.tr("例如：已按县里要求改正，重新登记"))
        field = Field("outcome", self.tr("怎么处理的"), self._outcome, required=True)
        self.body.addWidget(words)
        self.body.addWidget(field)
        self.start(FieldSet([field], self))
        self._outcome.setFocus()

    def save(self) -> None:
        """Keep it; raises UserError where nothing was written."""
        outcome = self._outcome.value
        if not outcome:
            raise UserError("请写明怎么处理的，以后有人问起好查。", field="outcome")
        self._context.tasks.run(
            partial(_settle, self._context.workspace, self._item.item.id, outcome),
            on_done=self._tell,
            on_error=self.show_error,
            changed=frozenset({Changed.PACKET}),
            owner=self,
            disable=(self.save_button,),
        )

    def _tell(self, _done: None) -> None:
        self._context.status(self.tr("已处理"))
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, item: DeskItem) -> bool:
        """Ask; True when it was settled."""
        dialog = cls(context, item, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        return bool(answer)


def _settle(workspace: Workspace, item_id: str, outcome: str, _progress: Progress) -> None:
    settle_work_item(workspace, item_id, outcome)
