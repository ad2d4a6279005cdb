"""What every part of the page 报送 is, and what all of them are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError
from clerk_app.ui.context import Context
from clerk_app.ui.theme import current_theme

if TYPE_CHECKING:
    from clerk_app.services.conflicts import Conflict
    from clerk_app.services.enrolment import Enrolment
    from clerk_app.services.exchange import Outbox
    from clerk_app.services.exchange_desk import Familiar, Reminder
    from clerk_app.services.exchange_history import Came, Sent
    from clerk_app.services.work_desk import DeskItem
    from clerk_app.ui.pages.exchange.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything the page shows, read at one time."""

    outbox: Outbox
    reminder: Reminder
    has_county_key: bool
    enrolment: Enrolment | None
    own_fingerprint: str
    familiar: Familiar
    items: tuple[DeskItem, ...]
    conflicts: tuple[Conflict, ...]
    settled: tuple[DeskItem, ...]
    history: tuple[Sent | Came, ...]
    papers: int
    """How many papers of the county wait to be accepted."""
    asked: int
    """How many attached files and publications have not come, so that a packet is worth writing without an act."""

    @property
    def work(self) -> int:
        """How many things are left to a person."""
        return len(self.items) + len(self.conflicts)


class ExchangeView(QWidget):
    """One part. ``buttons`` stand in the row of the page's commands while it is shown, the main one last.

    ``error_met`` and ``error_gone`` speak to the strip at the page's top, ``part_wanted`` names another part to go to, ``folder_taken`` a
    folder that the clerk chose beside the sticks.
    """

    name = ""
    error_met = Signal(object)
    error_gone = Signal()
    part_wanted = Signal(str)
    folder_taken = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"exchangePart_{self.name}")
        self.buttons: tuple[QPushButton, ...] = ()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(current_theme().px(16))

    def take_focus(self) -> None:
        """Be ready for keys."""
        self.setFocus()

    def show_desk(self, desk: Desk) -> None:
        """Show what was read."""

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:
        """Take the sticks that are plugged in now; ``wanted`` is a folder just chosen."""

    def fail(self, error: ClerkError) -> None:
        """Say what is wrong."""
        self.error_met.emit(error)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return further states worth a picture."""
        return {}
