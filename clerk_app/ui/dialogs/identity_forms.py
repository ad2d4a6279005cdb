"""Recording a hardship status, and ending one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.household import HouseholdFile, Identity, Member, PersonId
from clerk_app.errors import UserError
from clerk_app.services.households import new_identity
from clerk_app.services.people import add_identity, end_identity
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.dialogs.person_choice import PersonCombo
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet


class AddIdentityDialog(ActDialog):
    """Who, which status, from which day, by which paper."""

    least_width = 600

    def __init__(
        self, context: Context, file: HouseholdFile, member: Member | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "addIdentityDialog", "", parent=parent)
        self.setWindowTitle(self.tr("登记困难身份"))
        self._people = PersonCombo([each.person for each in file.members])
        self._people.set_person(None if member is None else member.person.id)
        today = context.workspace.today
        self.member = Field("member", self.tr("成员"), self._people, required=True)
        self.kind = Field("kind", self.tr("困难身份"), NarrowCombo(tuple(IdentityKind)), required=True)
        self.from_on = Field("from_on", self.tr("起日"), DateEdit(today), required=True)
        self.to_on = Field("to_on", self.tr("止日（还有效就不填）"), DateEdit(today))
        self.certificate = Field("certificate", self.tr("证件号或文号"), LineEdit(longest=100))
        self.source = Field("source", self.tr("来源"), LineEdit(placeholder=self.tr("如 县扶贫办名单")))
        cast("DateEdit", self.from_on.editor).set_day(today())
        fields = (self.member, self.kind, self.from_on, self.to_on, self.certificate, self.source)
        self.body.addWidget(FieldGrid(fields, columns=2))
        self.start(FieldSet(fields, parent=self))
        (self.kind if self._people.person is not None else self.member).editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile, member: Member | None) -> bool:
        """Run it; True when something was stored."""
        return cls(context, file, member, parent).run_and_go()

    def save(self) -> None:
        """Store the status."""
        person = self._people.require_person("member", self.tr("成员"))
        kind = cast("IdentityKind", cast("NarrowCombo", self.kind.editor).require("kind", self.tr("困难身份")))
        from_on = cast("DateEdit", self.from_on.editor).day(field="from_on")
        if from_on is None:
            raise UserError("请填写起日。", field="from_on")
        to_on = cast("DateEdit", self.to_on.editor).day(field="to_on")
        identity = new_identity(
            kind,
            from_on,
            to_on=to_on,
            certificate=self.certificate.editor.raw.strip(),
            source=self.source.editor.raw.strip(),
        )
        words = {"name": person.name, "kind": term(kind.label)}
        self.carry_out(
            partial(_add, self.context.workspace, person.id, identity),
            self.tr("已登记{name}：{kind}").format(**words),
        )


class EndIdentityDialog(ActDialog):
    """The last day and the reason."""

    least_width = 460

    def __init__(self, context: Context, name: str, identity: Identity, parent: QWidget | None = None) -> None:
        super().__init__(context, "endIdentityDialog", "", parent=parent)
        self.setWindowTitle(self.tr("终止困难身份"))
        self.save_button.setText(self.tr("终止"))
        self._identity = identity
        self.say(self.tr("成员"), name)
        since = self.tr("{kind}，从 {day} 起").format(kind=term(identity.kind.label), day=identity.from_on)
        self.say(self.tr("困难身份"), since)
        today = context.workspace.today
        self.to_on = Field("to_on", self.tr("最后一天"), DateEdit(today), required=True)
        cast("DateEdit", self.to_on.editor).set_day(today())
        self.reason = Field("reason", self.tr("终止原因"), LineEdit(), required=True)
        self.body.addWidget(self.to_on)
        self.body.addWidget(self.reason)
        self.start(FieldSet([self.to_on, self.reason], parent=self))
        self.to_on.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, name: str, identity: Identity) -> bool:
        """Run it; True when something was stored."""
        return cls(context, name, identity, parent).run_and_go()

    def save(self) -> None:
        """End the status."""
        day = cast("DateEdit", self.to_on.editor).day(field="to_on")
        if day is None:
            raise UserError("请填写最后一天。", field="to_on")
        reason = self.reason.editor.raw.strip()
        self.carry_out(partial(_end, self.context.workspace, self._identity.id, day, reason), self.tr("已终止困难身份"))


def _add(workspace: Workspace, person_id: PersonId, identity: Identity, _progress: Progress) -> None:
    add_identity(workspace, person_id, identity)


def _end(workspace: Workspace, identity_id: str, day: date, reason: str, _progress: Progress) -> None:
    end_identity(workspace, identity_id, day, reason)
