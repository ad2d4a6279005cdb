"""What the kinds of events have in common: who may be chosen, the day, the reason, the next head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import HouseholdId, Member, PersonId
from clerk_app.errors import UserError
from clerk_app.services.households import open_household
from clerk_app.ui.dialogs.events.grid import EventGrid
from clerk_app.ui.dialogs.events.people_list import described
from clerk_app.ui.dialogs.member_choices import NarrowCombo, coded
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdFile
    from clerk_app.services.event_desk import Situation
    from clerk_app.services.events import Request
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.context import Context
    from clerk_app.ui.tasks import Progress

Relations = Mapping[PersonId, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a kind's fields are built from; ``person_id`` is the member for whom the form was opened."""

    context: Context
    situation: Situation
    person_id: PersonId | None = None

    @property
    def household_id(self) -> HouseholdId:
        """The household at which the form was opened."""
        return self.situation.file.household.id

    @property
    def today(self) -> date:
        """The calendar day."""
        return self.situation.today


class EventFields(QWidget):
    """The fields of one kind. Subclasses build them with ``put`` and override ``request``.

    ``added`` and ``removed`` tell the form of fields that come and go later. ``fields`` are those to begin with, in their order.
    """

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fields: list[Field] = []
        self.grid = EventGrid()
        self._is_ready = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        column.addStretch(1)
        self.build()
        self._is_ready = True

    def build(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def request(self, relations: Relations) -> Request:
        """Return what stands in the fields; raises UserError for what is missing or no date."""
        raise NotImplementedError

    def show_problem(self, error: UserError) -> bool:  # noqa: ARG002 - for parts that are not fields
        """Show a problem where it belongs when that is no field; False when it belongs nowhere here."""
        return False

    # building

    def put(self, *fields: Field, wide: bool = False) -> None:
        """Place fields and take them in."""
        self.grid.add(fields, wide=wide)
        for field in fields:
            self.fields.append(field)
            if self._is_ready:
                self.added.emit(field)

    def let_go(self, fields: Iterable[Field]) -> None:
        """Take fields out of the form."""
        for field in tuple(fields):
            self.fields.remove(field)
            self.removed.emit(field)

    def take_in(self, fields: Iterable[Field]) -> None:
        """Take fields in that are placed elsewhere, as in a list of people."""
        for field in fields:
            self.fields.append(field)
            if self._is_ready:
                self.added.emit(field)

    @staticmethod
    def order_after(anchor: Field, fields: Iterable[Field]) -> None:
        """Let Tab and Enter go from a field to those that came later, and from the last of them on as before."""
        before = anchor.editor
        for field in fields:
            QWidget.setTabOrder(before, field.editor)
            before = field.editor

    def line(self, name: str, label: str, *, required: bool = False, placeholder: str = "", text: str = "") -> Field:
        """Return a field of one line."""
        editor = LineEdit(placeholder=placeholder)
        editor.set_raw(text)
        return Field(name, label, editor, required=required)

    def day(self, label: str, name: str = "on", *, required: bool = True, day: date | None = None) -> Field:
        """Return a field for a day."""
        editor = DateEdit(self.desk.context.workspace.today)
        editor.set_day(day)
        return Field(name, label, editor, required=required)

    def reason(self, label: str, usual: tuple[str, ...], *, required: bool = False) -> Field:
        """Return the field of the reason, which offers the usual ones."""
        editor = LineEdit(placeholder="、".join(usual[:3]))
        finder = QCompleter(list(usual), editor)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = finder.popup()
        if popup is not None:
            popup.setObjectName("choices")
        editor.setCompleter(finder)
        return Field("reason", label, editor, required=required)

    def members(
        self, name: str, label: str, members: Iterable[Member], *, required: bool = False, empty: str = ""
    ) -> Field:
        """Return a choice among members; ``empty`` says what no choice means."""
        words = {member.person.id: described(member, self.age(member)) for member in members}
        return self.chosen_from(name, label, words, required=required, empty=empty)

    def chosen_from(
        self, name: str, label: str, words: Mapping[PersonId, str], *, required: bool = False, empty: str = ""
    ) -> Field:
        """Return a choice among people by the words for each."""
        combo = NarrowCombo(
            tuple(coded("People", {str(key): text for key, text in words.items()})), optional=not required
        )
        line = combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(empty)
        return Field(name, label, combo, required=required)

    def new_head(self, members: Iterable[Member]) -> Field:
        """Return the choice of who is head after those who leave."""
        return self.members("new_head", self.tr("新户主"), members, empty=self.tr("按关系推定"))

    def age(self, member: Member) -> str:
        """Return ``45 岁``."""
        return self.tr("{age} 岁").format(age=member.person.age_on(self.desk.today))

    def read_household(self, household_id: str, show: Any) -> None:
        """Read another household and hand it to ``show``."""
        self.desk.context.tasks.run(
            partial(_open, self.desk.context.workspace, HouseholdId(household_id)), on_done=show, owner=self
        )

    # reading

    @staticmethod
    def text_of(field: Field) -> str:
        """Return what stands in a line, without outer blanks."""
        return field.editor.raw.strip()

    @staticmethod
    def code_of(field: Field) -> Coded | None:
        """Return the choice, or None; raises UserError for words that are none."""
        return cast("NarrowCombo", field.editor).optional(field.name)

    def person_of(self, field: Field) -> PersonId | None:
        """Return the person chosen, or None where the field is empty or not in sight."""
        if not self.grid.is_wanted(field):
            return None
        code = self.code_of(field)
        return None if code is None else PersonId(code.value)

    def needed_person(self, field: Field, what: str) -> PersonId:
        """Return the person chosen; raises UserError when nobody is."""
        return PersonId(cast("NarrowCombo", field.editor).require(field.name, what).value)

    @staticmethod
    def day_of(field: Field) -> date | None:
        """Return the day or None; raises UserError for what is no date."""
        return cast("DateEdit", field.editor).day(field=field.name)

    def needed_day(self, field: Field) -> date:
        """Return the day; raises UserError where it is missing."""
        day = self.day_of(field)
        if day is None:
            raise UserError("请填写日期。", field=field.name)
        return day

    @staticmethod
    def is_ticked(field: Field) -> bool:
        """Whether a box is ticked."""
        return field.editor.raw == "1"


def _open(workspace: Workspace, household_id: HouseholdId, _progress: Progress) -> HouseholdFile:
    return open_household(workspace, household_id)
