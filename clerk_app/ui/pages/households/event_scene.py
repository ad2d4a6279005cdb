"""The form of an event as its picture shows it: the head has died, and what follows stands beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from clerk_app.domain.event import EventKind
from clerk_app.domain.household import HouseholdId
from clerk_app.services.event_desk import Situation, situation_of
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.events import EventDialog
from clerk_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress


def show(page: QWidget, context: Context, household_id: HouseholdId) -> None:
    """Open the form over a household's page and fill it."""
    context.tasks.run(
        partial(_read, context.workspace, household_id), on_done=partial(_fill, page, context), owner=page
    )


def hide(page: QWidget) -> None:
    """Take the form away again; nothing was carried out."""
    for dialog in page.findChildren(EventDialog):
        dialog.fields.mark_saved()
        dialog.reject()
        dialog.deleteLater()


def _fill(page: QWidget, context: Context, situation: Situation) -> None:
    head = situation.file.head
    dialog = EventDialog(context, situation, EventKind.DEATH, None if head is None else head.person.id, page)
    for name, text in (("on", situation.today.isoformat()), ("reason", "死亡医学证明")):
        cast("Field", dialog.findChild(Field, f"{name}Field")).editor.set_raw(text)
    dialog.show()
    dialog.look()


def _read(workspace: Workspace, household_id: HouseholdId, _progress: Progress) -> Situation:
    return situation_of(workspace, household_id)
