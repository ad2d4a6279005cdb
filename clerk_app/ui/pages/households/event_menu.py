"""The menu of events at a household or one of its members."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from clerk_app.domain.event import EventKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.services.event_desk import Situation, situation_of
from clerk_app.ui.context import Context
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress

_ROOMY_BELOW: Final = 150


class EventMenu(QObject):
    """Reads who is here, away and gone, then lets the clerk choose; ``leave_wanted`` and ``move_wanted`` are no events.

    ``leave_wanted(person id)`` is for leaving without an event, ``move_wanted`` for the move to another village.
    """

    leave_wanted = Signal(str)
    move_wanted = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.menu: QMenu | None = None

    def open(self, household_id: HouseholdId, anchor: QWidget, person_id: PersonId | None = None) -> None:
        """Show the kinds that fit below a button."""
        self._context.tasks.run(
            partial(_read, self._context.workspace, household_id),
            on_done=partial(self._show, anchor, person_id),
            owner=self,
        )

    def start(self, household_id: HouseholdId, kind: EventKind, person_id: PersonId | None = None) -> None:
        """Open one kind's form at once."""
        self._context.tasks.run(
            partial(_read, self._context.workspace, household_id),
            on_done=lambda situation: self._begin(situation, kind, person_id),
            owner=self,
        )

    def _show(self, anchor: QWidget, person_id: PersonId | None, situation: Situation) -> None:
        from clerk_app.ui.dialogs.events.fitting import choices  # noqa: PLC0415 - when it is wanted

        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._page)
        menu.setObjectName("eventMenu")
        for group in choices(situation, person_id):
            for choice in group:
                words = term(choice.kind.label)
                reason = self.tr("{kind}（{why}）").format(kind=words, why=choice.hindrance)
                action = menu.addAction(reason if choice.hindrance else words)
                action.setObjectName(f"event_{choice.kind.value}")
                action.setEnabled(not choice.hindrance)
                action.triggered.connect(partial(self._begin, situation, choice.kind, person_id))
            if current_theme().scale < _ROOMY_BELOW:
                menu.addSeparator()
        self._add_others(menu, situation, person_id)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
        first = next((action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _add_others(self, menu: QMenu, situation: Situation, person_id: PersonId | None) -> None:
        if situation.file.household.closed_on is not None:
            return
        if person_id is None:
            move = menu.addAction(self.tr("迁往外村…"))
            move.setObjectName("event_transfer")
            move.triggered.connect(self.move_wanted)
        elif situation.member(person_id) is not None:
            leave = menu.addAction(self.tr("其他原因离户…"))
            leave.setObjectName("event_leave")
            leave.triggered.connect(partial(self.leave_wanted.emit, person_id))

    def _begin(self, situation: Situation, kind: EventKind, person_id: PersonId | None, *_: object) -> None:
        from clerk_app.ui.dialogs.events import EventDialog  # noqa: PLC0415 - when it is wanted

        EventDialog.ask(self._page, self._context, situation, kind, person_id)


def _read(workspace: Workspace, household_id: HouseholdId, _progress: Progress) -> Situation:
    return situation_of(workspace, household_id)
