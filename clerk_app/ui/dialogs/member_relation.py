"""Correcting one relation, and giving a household another head with all relations said anew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.codes import HEAD, RELATIONS
from clerk_app.domain.household import HouseholdFile, HouseholdId, Member
from clerk_app.services.people import change_head, change_relation
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import Relation, RelationCombo
from clerk_app.ui.page import scrolling
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet

_SPOUSES: Final = frozenset({"10", "11", "12"})
_CHILDREN: Final = frozenset("20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37 39".split())
_PARENTS: Final = {"1": "51", "2": "52"}


class RelationDialog(ActDialog):
    """The relation of one member who is not the head."""

    least_width = 420

    def __init__(self, context: Context, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(context, "relationDialog", "", parent=parent)
        self.setWindowTitle(self.tr("更正与户主关系"))
        self._member = member
        self.say(self.tr("成员"), member.person.name)
        self.say(self.tr("现在是"), term(RELATIONS[member.membership.relation]))
        combo = RelationCombo()
        combo.sex = member.person.sex
        combo.set_code(Relation.of(member.membership.relation))
        self.relation = Field("relation", self.tr("更正为"), combo)
        self.body.addWidget(self.relation)
        self.start(FieldSet([self.relation], parent=self))
        combo.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, member: Member) -> bool:
        """Run it; True when something was stored."""
        return cls(context, member, parent).run_and_go()

    def save(self) -> None:
        """Store the relation."""
        relation = cast("RelationCombo", self.relation.editor).require("relation", self.tr("与户主关系"))
        self.carry_out(
            partial(_change_relation, self.context.workspace, self._member.membership.id, relation.value),
            self.tr("已更正{name}与户主的关系").format(name=self._member.person.name),
        )


class HeadDialog(ActDialog):
    """Every member's relation to the new head: choosing 户主 for one proposes the others, and the clerk corrects them."""

    least_width = 560

    def __init__(self, context: Context, file: HouseholdFile, parent: QWidget | None = None) -> None:
        super().__init__(context, "headDialog", "", parent=parent)
        self.setWindowTitle(self.tr("变更户主"))
        self._file = file
        self._is_proposing = False
        hint = QLabel(self.tr("给新户主选“户主”，再核对每个人与新户主的关系。"))
        hint.setProperty("role", "label")
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.rows: list[tuple[Member, Field]] = []
        for place, member in enumerate(file.members, start=1):
            combo = RelationCombo(with_head=True)
            combo.sex = member.person.sex
            combo.set_code(Relation.of(member.membership.relation))
            age = self.tr("{sex}，{age} 岁").format(
                sex=term(member.person.sex.label), age=member.person.age_on(file.on)
            )
            field = Field(f"relation_{place}", f"{member.person.name}（{age}）", combo)
            self.rows.append((member, field))
            combo.code_changed.connect(partial(self._propose, place - 1))
        grid = FieldGrid([field for _, field in self.rows], columns=2)
        area = scrolling(grid)
        area.setMinimumHeight(self.room_for(grid))
        self.body.addWidget(area, 1)
        self.start(FieldSet([field for _, field in self.rows], parent=self))
        first = self.rows[1 if len(self.rows) > 1 else 0][1]
        first.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile) -> bool:
        """Run it; True when something was stored."""
        return cls(context, file, parent).run_and_go()

    def _propose(self, place: int, code: object) -> None:
        """Say the others' relations anew once another head is chosen, where they follow."""
        if self._is_proposing or code != Relation.of(HEAD):
            return
        self._is_proposing = True
        new = self.rows[place][0]
        for other, (member, field) in enumerate(self.rows):
            if other == place:
                continue
            guess = proposed_relation(member, new)
            cast("RelationCombo", field.editor).set_code(Relation.of(guess) if guess else None)
        self._is_proposing = False

    @Slot()
    def save(self) -> None:
        """Store all relations at once."""
        relations: dict[str, str] = {}
        for member, field in self.rows:
            chosen = cast("RelationCombo", field.editor).require(field.name, self.tr("与户主关系"))
            relations[member.membership.id] = chosen.value
        self.carry_out(
            partial(_change_head, self.context.workspace, self._file.household.id, relations), self.tr("已变更户主")
        )


def proposed_relation(member: Member, new_head: Member) -> str:
    """Return what a member would be to the new head where that follows from the old relations, else nothing."""
    old, new = member.membership.relation, new_head.membership.relation
    female = member.person.sex.value == "2"
    if old == new:
        return ""
    if new in _SPOUSES:  # husband and wife change places: their children stay what they are
        if old == HEAD:
            return "12" if female else "11"
        return old if old in _CHILDREN else ""
    if new in _CHILDREN:
        if old == HEAD or old in _SPOUSES:
            return _PARENTS[member.person.sex.value]
        if old in _CHILDREN:
            return "79"
    return ""


def _change_relation(workspace: Workspace, membership_id: str, relation: str, _progress: Progress) -> None:
    change_relation(workspace, membership_id, relation)


def _change_head(
    workspace: Workspace, household_id: HouseholdId, relations: Mapping[str, str], _progress: Progress
) -> None:
    change_head(workspace, household_id, dict(relations))
