"""Every member's relation to a new head: what follows stands filled in, what is not sure is for the clerk to say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk_app.domain.codes import HEAD, RELATIONS
from clerk_app.ui.dialogs.events.grid import EventGrid
from clerk_app.ui.dialogs.member_choices import Relation, RelationCombo
from clerk_app.ui.texts import message_of, relation_word
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clerk_app.domain.household import PersonId
    from clerk_app.errors import UserError
    from clerk_app.services.events.model import RelationLine


class RelationsTable(QWidget):
    """``chosen`` are the codes that the clerk said otherwise than proposed, by person; ``edited`` comes when they change.

    ``added`` and ``removed`` tell the form of the fields, which come with the plan.
    """

    edited = Signal()
    added = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eventRelations")
        self.chosen: dict[PersonId, str] = {}
        self._head = ""
        self._lines: dict[PersonId, Field] = {}
        self._names: dict[str, Field] = {}
        self._is_filling = False
        self._section = Section(self.tr("与新户主的关系"), name="relationsSection")
        self._grid: EventGrid | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)
        self.hide()

    def show_lines(self, lines: tuple[RelationLine, ...]) -> None:
        """Show the plan's relations; a change of head lets go what was said of another head."""
        head = next((line.person_id for line in lines if line.after == HEAD), "")
        others = [line for line in lines if line.person_id != head]
        if head != self._head:
            self._head = head
            if self.chosen:
                self.chosen = {}
                self.edited.emit()
        if [line.person_id for line in others] != list(self._lines):
            self._build(others)
        self._is_filling = True
        for line in others:
            self._fill(self._lines[line.person_id], line)
        self._is_filling = False
        self.setVisible(bool(others))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The relations in their order."""
        return tuple(self._lines.values())

    def _build(self, lines: list[RelationLine]) -> None:
        for field in self._lines.values():
            self.removed.emit(field)
        self._lines, self._names = {}, {}
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = EventGrid()
        self._section.add(self._grid)
        for place, line in enumerate(lines):
            label = self.tr("{name}（原来是{relation}）").format(
                name=line.name, relation=relation_word(RELATIONS.get(line.before, line.before))
            )
            combo = RelationCombo()
            field = Field(f"restated_{place}", label, combo)
            self._lines[line.person_id] = field
            self._names[line.name] = field
            self.added.emit(field)
            combo.code_changed.connect(partial(self._take, line.person_id))
        self._grid.add(self._lines.values())
        self._grid.show()

    def _fill(self, field: Field, line: RelationLine) -> None:
        field.clear_error()
        combo = cast("RelationCombo", field.editor)
        if line.person_id not in self.chosen and combo.raw != line.after and not combo.hasFocus():
            combo.set_code(Relation.of(line.after) if line.after in RELATIONS else None)
        is_doubtful = not line.sure and line.person_id not in self.chosen
        field.set_hint(self.tr("推定的，请核对") if is_doubtful and line.after else "")

    def _take(self, person_id: PersonId, code: object) -> None:
        if self._is_filling:
            return
        if code is None:
            self.chosen.pop(person_id, None)
        else:
            self.chosen[person_id] = str(code)
        self.edited.emit()

    def mark(self, errors: Iterable[UserError], *, go: bool = False) -> tuple[UserError, ...]:
        """Say at the lines what is wrong with them; returns the errors that belong to no line."""
        left = []
        for error in errors:
            field = self._names.get(str(error.values.get("name", "")))
            if field is None:
                left.append(error)
                continue
            field.show_error(message_of(error))
            if go:
                field.editor.setFocus()
                go = False
        return tuple(left)
