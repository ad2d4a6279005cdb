"""How a thing that the exchange left was dealt with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.services.work import settle_work_item
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ReasonDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from clerk_app.services.work_desk import DeskItem
    from clerk_app.services.workspace import Workspace


class SettleDialog(ReasonDialog):
    """Asks how it was settled; the item stays in the list of what is done with these words."""

    def __init__(self, context: Context, item: DeskItem, parent: QWidget | None = None) -> None:
        super().__init__(context, "workSettleDialog", parent)
        outcome = TextEdit(placeholder=self.tr("例如：已按县里要求改正，重新登记"))
        field = Field("outcome", self.tr("怎么处理的"), outcome, required=True)
        self.build(self.tr("标为已处理"), self.tr("标为已处理"), item.item.reason, field)
        self._item = item

    def save(self) -> None:
        """Keep it; raises UserError where nothing was written."""
        outcome = self.words("请写明怎么处理的，以后有人问起好查。")
        self.carry_out(
            partial(_settle, self.context.workspace, self._item.item.id, outcome),
            self.tr("已处理"),
            changed=frozenset({Changed.PACKET}),
        )

    @classmethod
    def ask(cls, parent: QWidget, context: Context, item: DeskItem) -> bool:
        """Ask; True when it was settled."""
        return cls(context, item, parent).run_and_go()


def _settle(workspace: Workspace, item_id: str, outcome: str, _progress: Progress) -> None:
    settle_work_item(workspace, item_id, outcome)
