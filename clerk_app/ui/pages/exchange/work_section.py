"""What the exchange left to a person about one household, at the top of its file; nothing where there is nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk_app.domain.settlement import Choice
from clerk_app.services.conflicts import Conflict, Side, conflicts
from clerk_app.services.work_desk import DeskItem, desk_items
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.conflict_settle import ConflictDialog
from clerk_app.ui.dialogs.work_settle import SettleDialog
from clerk_app.ui.pages.exchange.leading import lead, place_of
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.conflict_card import ConflictCard
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.work_card import WorkCard

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

Row = DeskItem | Conflict


class WorkSection(Section):
    """A card for each; it reads by itself whenever the file is read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", name="fileWork", parent=parent)
        self._context = context
        self._household = ""
        self.rows: tuple[Row, ...] = ()
        self._cards: list[QWidget] = []
        self.title.setText(self.tr("待处理"))
        self.setAccessibleName(self.tr("待处理"))
        self.hide()

    def read(self, household_id: str) -> None:
        """Show what is left about this household."""
        if household_id != self._household:
            self._household = household_id
            self._show(())
        self._context.tasks.run(
            partial(_read, self._context.workspace, household_id),
            on_done=partial(self._take, household_id),
            owner=self,
        )

    def _take(self, household_id: str, rows: tuple[Row, ...]) -> None:
        if household_id == self._household and rows != self.rows:
            self._show(rows)

    def _show(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(number, row) for number, row in enumerate(rows)]
        for card in self._cards:
            self.add(card)
        self.setVisible(bool(rows))

    def _card(self, number: int, row: Row) -> QWidget:
        if isinstance(row, Conflict):
            conflict_card = ConflictCard(f"fileConflict_{number}")
            conflict_card.show_conflict(row, with_household=False)
            conflict_card.decided.connect(self._decide)
            return conflict_card
        card = WorkCard(f"fileWork_{number}")
        card.show_item(row, with_household=False)
        foot = QHBoxLayout()
        foot.setSpacing(current_theme().px(8))
        foot.addStretch(1)
        if place_of(row) not in {("household", self._household), ("", "")}:
            again = Button(f"fileWorkAgain_{number}", self.tr("去办理"))
            again.clicked.connect(partial(lead, self._context, row, self))
            foot.addWidget(again)
        if row.may_be_settled:
            settle = Button(f"fileWorkSettle_{number}", self.tr("标为已处理…"))
            settle.clicked.connect(partial(self._settle, row))
            foot.addWidget(settle)
        card.add_foot(foot)
        return card

    def _settle(self, row: DeskItem) -> None:
        SettleDialog.ask(self, self._context, row)

    @Slot(object, object, object)
    def _decide(self, conflict: Conflict, choice: Choice, side: Side) -> None:
        ConflictDialog.ask(self, self._context, conflict, choice, side)


def _read(workspace: Workspace, household_id: str, _progress: Progress) -> tuple[Row, ...]:
    return (*conflicts(workspace, household_id), *desk_items(workspace, household_id=household_id))
