"""A field that finds people or households elsewhere in the village while the clerk types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.services.households import search
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.editors import LineEdit

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdId
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.search import Hit
    from clerk_app.ui.context import Context

WAIT_MS: Final = 120
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list: its words, the household, and the person where people are looked for."""

    words: str
    household_id: str
    person_id: str = ""


class FoundEdit(LineEdit):
    """``found`` is the line chosen, or None; ``found_changed`` comes when that becomes another."""

    found_changed = Signal(object)

    def __init__(
        self,
        context: Context,
        find: Callable[[Workspace, str, Progress], tuple[Found, ...]],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._context = context
        self._find = find
        self._by_words: dict[str, Found] = {}
        self.found: Found | None = None
        self._model = QStringListModel(self)
        finder = QCompleter(self._model, self)
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = finder.popup()
        if popup is not None:
            popup.setObjectName("choices")
        self.setCompleter(finder)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.ask)
        self.textEdited.connect(self._wait)
        self.textChanged.connect(self._compare)

    @Slot()
    def _wait(self) -> None:
        self._timer.start()

    @Slot()
    def ask(self) -> None:
        """Look for what is typed."""
        self._timer.stop()
        words = self.value
        if words and self.found is None:
            work = partial(self._find, self._context.workspace, words)
            self._context.tasks.run(work, on_done=partial(self._show, words), owner=self)

    def _show(self, words: str, found: tuple[Found, ...]) -> None:
        if words != self.value:
            return
        self._by_words = {line.words: line for line in found[:_MOST]}
        self._model.setStringList(list(self._by_words))
        finder = self.completer()
        if found and self.hasFocus():
            finder.complete()
        self._compare()

    @Slot()
    def _compare(self) -> None:
        found = self._by_words.get(self.text())
        if found != self.found:
            self.found = found
            self.found_changed.emit(found)


def people_elsewhere(
    household_id: HouseholdId, workspace: Workspace, words: str, _progress: Progress
) -> tuple[Found, ...]:
    """Return the members of other households who fit."""
    return tuple(
        Found(
            "　".join(filter(None, (hit.name, hit.id_number or "", f"{hit.group} {hit.household_number}".strip()))),
            hit.household_id,
            hit.person_id,
        )
        for hit in search(workspace, words)
        if hit.household_id and hit.household_id != household_id
    )


def other_households(
    household_id: HouseholdId, workspace: Workspace, words: str, _progress: Progress
) -> tuple[Found, ...]:
    """Return the other households of which a member fits, each once."""
    first: dict[str, Hit] = {}
    for hit in search(workspace, words):
        if hit.household_id and hit.household_id != household_id:
            first.setdefault(hit.household_id, hit)
    return tuple(
        Found("　".join(filter(None, (hit.household_number, hit.group, hit.head_name))), key)
        for key, hit in first.items()
    )
