"""The people of the household with how much each may have."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from clerk_app.domain.household import PersonId
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD
from clerk_app.ui.theme import ROW, current_theme

_PERSON = Qt.ItemDataRole.UserRole


class PeopleList(QTreeWidget):
    """One line a person: who it is, and at the right what ``set_counts`` says. ``person_chosen(id)`` when another is current."""

    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entitlementPeople")
        self.setAccessibleName(self.tr("家庭成员"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell)

    @property
    def person(self) -> PersonId:
        """The person chosen, or the household."""
        item = self.currentItem()
        return PersonId(str(item.data(0, _PERSON))) if item is not None else HOUSEHOLD

    def show_people(self, people: dict[PersonId, str]) -> None:
        """Show these, by their words; the one chosen stays chosen where he or she is still there."""
        chosen = self.person
        theme = current_theme()
        with QSignalBlocker(self):
            self.clear()
            for person, words in people.items():
                item = QTreeWidgetItem([words, ""])
                item.setData(0, _PERSON, person)
                item.setSizeHint(0, QSize(0, theme.px(ROW)))
                item.setToolTip(0, words)
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.addTopLevelItem(item)
            self.setFixedHeight(theme.px(ROW) * len(people) + theme.px(4))
            if not self.choose(chosen):
                self.choose(HOUSEHOLD)

    def set_counts(self, words_of: Callable[[PersonId], str]) -> None:
        """Say at the right of each how much there is."""
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None:
                item.setText(1, words_of(PersonId(str(item.data(0, _PERSON)))))

    def choose(self, person: PersonId) -> bool:
        """Make a person current; False where he or she is not in the list."""
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None and item.data(0, _PERSON) == person:
                self.setCurrentItem(item)
                return True
        return False

    @Slot()
    def _tell(self) -> None:
        self.person_chosen.emit(self.person)
