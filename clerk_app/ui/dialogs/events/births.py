"""出生: the child, the mother, and the relation to the head, proposed from the mother's."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Slot

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.relations import CHILDREN, SPOUSES
from clerk_app.services import events
from clerk_app.ui.dialogs.events.fields import EventFields, Relations
from clerk_app.ui.dialogs.member_choices import NarrowCombo, Nation, Relation, RelationCombo
from clerk_app.ui.dialogs.member_fields import PersonFields
from clerk_app.ui.widgets.field import Field

_DAUGHTER_IN_LAW: Final = "38"
_BORN_TO: Final = {
    "head": {Sex.MALE: "20", Sex.FEMALE: "30"},
    "son": {Sex.MALE: "41", Sex.FEMALE: "42"},
    "daughter": {Sex.MALE: "43", Sex.FEMALE: "44"},
}


class NewcomerFields(PersonFields):
    """A person's fields as far as an event asks for them; the others keep their usual values out of sight."""

    @property
    def asked(self) -> tuple[Field, ...]:
        """Those to be seen, in their order."""
        return (self.name, self.id_number, self.id_unverified, self.birth_on, self.sex, self.nation, self.phone)

    def place_doubt(self, host: EventFields) -> None:
        """Place the box for a number that stands wrong on the card; it shows itself when there is one."""
        host.put(self.id_unverified.without_label(), wide=True)
        host.grid.let_show_itself(self.id_unverified)
        self._show_unverified()

    def put_away(self, host: EventFields) -> None:
        """Keep the others within the form, out of sight."""
        for field in self:
            if field not in self.asked:
                field.setParent(host)
                field.hide()


class BirthFields(EventFields):
    """A child comes into the household."""

    def build(self) -> None:
        """Make the fields."""
        situation = self.desk.situation
        self.child = NewcomerFields(self.desk.context.workspace.today, parent=self)
        head = situation.file.head
        if head is not None:
            cast("NarrowCombo", self.child.nation.editor).set_code(Nation.of(head.person.nation))
        women = [member for member in situation.members if member.person.sex is Sex.FEMALE]
        self.mother = self.members("mother_id", self.tr("母亲"), women, empty=self.tr("不在本户，或不填"))
        self._proposed = ""
        combo = RelationCombo()
        self.relation = Field("relation", self.tr("与户主关系"), combo, required=True)
        self.on = self.day(self.tr("入户日期"), required=False)
        cast("NarrowCombo", self.mother.editor).setMinimumContentsLength(6)
        self.why = self.reason(
            self.tr("依据"), (self.tr("出生医学证明"), self.tr("户口簿"), self.tr("亲子鉴定")), required=False
        )
        self.on.set_hint(self.tr("不填就是出生当天"))
        asked = self.child
        self.put(
            asked.name, asked.id_number, asked.birth_on, asked.sex, self.mother, self.relation, asked.nation, self.on
        )
        asked.place_doubt(self)
        self.put(self.why, wide=True)
        asked.id_number.set_hint(self.tr("还没有号码的不填，先给临时编号"))
        self.child.put_away(self)
        asked.phone.setParent(self)
        asked.phone.hide()
        for field in (self.mother, asked.sex):
            cast("NarrowCombo", field.editor).code_changed.connect(self._propose)

    @Slot()
    def _propose(self) -> None:
        """Say what follows from the mother's relation, unless the clerk has said otherwise."""
        combo = cast("RelationCombo", self.relation.editor)
        sex = cast("Sex | None", cast("NarrowCombo", self.child.sex.editor).code)
        combo.sex = sex
        mother = cast("NarrowCombo", self.mother.editor).code
        if sex is None or mother is None or combo.raw != self._proposed:
            return
        member = self.desk.situation.member(PersonId(mother.value))
        code = "" if member is None else _born_to(member.membership.relation, sex)
        if code:
            self._proposed = code
            combo.set_code(Relation.of(code))

    def request(self, relations: Relations) -> events.Birth:  # noqa: ARG002 - nobody else's relation changes
        """Return the birth as entered."""
        person: Person = self.child.person()
        relation = cast("RelationCombo", self.relation.editor).require("relation", self.tr("与户主关系"))
        return events.Birth(
            household_id=self.desk.household_id,
            child=person,
            relation=relation.value,
            mother_id=self.person_of(self.mother),
            on=self.day_of(self.on),
            reason=self.text_of(self.why),
        )


def _born_to(relation: str, sex: Sex) -> str:
    """Return the code of a child of the woman with this relation to the head."""
    if relation == HEAD or relation in SPOUSES:
        return _BORN_TO["head"][sex]
    if relation == _DAUGHTER_IN_LAW:
        return _BORN_TO["son"][sex]
    return _BORN_TO["daughter"][sex] if relation in CHILDREN else ""
