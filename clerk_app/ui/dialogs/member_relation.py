"""Correcting one relation that was entered wrong; another head is an event."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from clerk_app.domain.codes import RELATIONS
from clerk_app.domain.household import Member
from clerk_app.services.people import change_relation
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import Relation, RelationCombo
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import relation_word
from clerk_app.ui.widgets.field import Field, FieldSet


class RelationDialog(ActDialog):
    """The relation of one member who is not the head."""

    least_width = 420

    def __init__(self, context: Context, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(context, "relationDialog", "", parent=parent)
        self.setWindowTitle(self.tr("更正与户主关系"))
        self._member = member
        self.say(self.tr("成员"), member.person.name)
        self.say(self.tr("现在是"), relation_word(RELATIONS[member.membership.relation]))
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


def _change_relation(workspace: Workspace, membership_id: str, relation: str, _progress: Progress) -> None:
    change_relation(workspace, membership_id, relation)
