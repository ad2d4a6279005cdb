"""Members to tick, and beside each the relation to a head where one is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.codes import RELATIONS
from clerk_app.domain.household import Member, Person, PersonId
from clerk_app.errors import UserError
from clerk_app.services.event_desk import FormerMember
from clerk_app.services.events import Placed
from clerk_app.ui.dialogs.member_choices import Relation, RelationCombo
from clerk_app.ui.texts import message_of, relation_word
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to tick: the words beside the box, and a relation to begin with; None asks for no relation."""

    person: Person
    words: str
    relation: str | None = ""


class PeopleList(QWidget):
    """A title, a line for each person, and below them what is wrong. ``fields`` belong to the form's set."""

    def __init__(
        self,
        name: str,
        title: str,
        people: Iterable[Candidate],
        *,
        with_head: bool = False,
        all_go: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._name = name
        self._all_go = all_go
        self._people = tuple(people)
        self._boxes: list[Field] = []
        self._relations: list[Field | None] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(current_theme().px(16))
        self._grid.setVerticalSpacing(current_theme().px(4))
        heading = QLabel(title)
        heading.setProperty("role", "label")
        self.problem = QLabel()
        self.problem.setObjectName(f"{name}Problem")
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(self.problem)
        for place, candidate in enumerate(self._people):
            self._add(place, candidate, with_head=with_head)

    def _add(self, place: int, candidate: Candidate, *, with_head: bool) -> None:
        box = CheckBox(candidate.words)
        ticked = Field(f"{self._name}_{place}", candidate.words, box, parent=self)
        ticked.hide()
        box.set_raw("1" if self._all_go else "")
        box.setEnabled(not self._all_go)
        self._grid.addWidget(box, place, 0)
        box.show()
        box.edited.connect(self._clear)
        self._boxes.append(ticked)
        if candidate.relation is None:
            self._relations.append(None)
            return
        combo = RelationCombo(with_head=with_head)
        combo.sex = candidate.person.sex
        label = self.tr("{name}与户主关系").format(name=candidate.person.name)
        field = Field(f"{self._name}_{place}_relation", label, combo, parent=self)
        field.hide()
        if candidate.relation:
            combo.set_code(Relation.of(candidate.relation))
        combo.setToolTip(label)
        line = combo.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("与户主关系"))
        self._grid.addWidget(combo, place, 1)
        combo.setVisible(self._all_go)
        combo.edited.connect(self._clear)
        box.toggled.connect(combo.setVisible)
        self._relations.append(field)

    @property
    def fields(self) -> list[Field]:
        """The boxes and relations, line by line."""
        pairs = zip(self._boxes, self._relations, strict=True)
        return [field for pair in pairs for field in pair if field is not None]

    def tick(self, person_id: PersonId | None) -> None:
        """Tick one person."""
        for candidate, box in zip(self._people, self._boxes, strict=True):
            if candidate.person.id == person_id:
                box.editor.set_raw("1")

    def chosen(self) -> tuple[PersonId, ...]:
        """Return who is ticked; raises UserError when nobody is."""
        found = tuple(one.person.id for one, box in zip(self._people, self._boxes, strict=True) if box.editor.raw)
        if not found:
            raise UserError("请勾选人员。", field=self._name)
        return found

    def placed(self, *, may_be_empty: bool = False) -> tuple[Placed, ...]:
        """Return who is ticked, each with the relation chosen; raises UserError for nobody and for a relation left open."""
        if not may_be_empty:
            self.chosen()
        lines = zip(self._people, self._boxes, self._relations, strict=True)
        return tuple(
            Placed(person_id=one.person.id, relation=self._relation(one, field))
            for one, box, field in lines
            if box.editor.raw
        )

    def _relation(self, candidate: Candidate, field: Field | None) -> str:
        if field is None:
            return ""
        code = cast("RelationCombo", field.editor).optional(self._name)
        if code is None:
            raise UserError("请选{name}与户主的关系。", field=self._name, name=candidate.person.name)
        return code.value

    def show_problem(self, error: UserError) -> None:
        """Say below the list what is wrong, and go to it."""
        self.problem.setText(message_of(error))
        self.problem.show()
        open_ones = [
            field.editor for box, field in zip(self._boxes, self._relations, strict=True)
            if field is not None and box.editor.raw and not field.editor.raw
        ]  # fmt: skip
        target = open_ones[0] if open_ones else self._boxes[0].editor if self._boxes else self
        target.setFocus()

    def _clear(self) -> None:
        self.problem.hide()


def described(member: Member, on_words: str) -> str:
    """Return ``单长乐（户主，45 岁）``."""
    return f"{member.person.name}（{relation_word(RELATIONS[member.membership.relation])}，{on_words}）"


def of_member(member: Member, age: str, *, relation: str | None = "") -> Candidate:
    """Return a present member as somebody to tick."""
    return Candidate(member.person, described(member, age), relation)


def of_former(former: FormerMember, words: str) -> Candidate:
    """Return somebody who left, with the relation held before to begin with."""
    return Candidate(former.person, f"{former.person.name}（{words}）", former.place.relation)
