"""Recording a hardship status, correcting one, and ending one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clerk_app.domain.codes import GRADED_IDENTITIES, IdentityKind
from clerk_app.domain.household import HouseholdFile, Identity, Member, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.services.households import new_identity
from clerk_app.services.people import add_identity, change_identity, end_identity
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import Grade, NarrowCombo
from clerk_app.ui.dialogs.person_choice import PersonCombo
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet


class IdentityDialog(ActDialog):
    """Whose status it is and which, its days, its grade and papers, and when it was lifted; to record one and to correct one."""

    least_width = 600

    def __init__(
        self,
        context: Context,
        name: str,
        people: Sequence[Person] = (),
        known: Identity | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, name, "", parent=parent)
        self._known = known
        self._people = PersonCombo(people)
        self._build()
        self._fitted: IdentityKind | None = None
        self._kinds.code_changed.connect(self._fit)
        fields = [self.kind, self.from_on, self.to_on, self.grade, self.lifted_on, self.certificate, self.source]
        if known is None:
            fields.insert(0, self.member)
            wide: tuple[Field, ...] = ()
        else:
            fields.append(self.reason)
            wide = (self.kind, self.reason)
            self._show(known)
        self.body.addWidget(FieldGrid(fields, columns=2, wide=wide))
        self.start(FieldSet(fields, parent=self))

    def _build(self) -> None:
        today = self.context.workspace.today
        self._kinds = NarrowCombo(tuple(IdentityKind))
        self._grades = NarrowCombo(tuple(Grade), optional=True)
        self.member = Field("member", self.tr("成员"), self._people, required=True)
        self.kind = Field("kind", self.tr("困难身份"), self._kinds, required=True)
        self.from_on = Field("from_on", self.tr("起日"), DateEdit(today), required=True)
        self.to_on = Field("to_on", self.tr("止日（还有效就不填）"), DateEdit(today))
        graded = self.tr("只有{kinds}填").format(kinds="、".join(term(kind.label) for kind in GRADED_IDENTITIES))
        self.grade = Field("grade", self.tr("等级"), self._grades, hint=graded)
        lifted = self.tr("只有{kinds}填").format(kinds=term(IdentityKind.REGISTERED_POOR.label))
        self.lifted_on = Field("lifted_on", self.tr("标注脱贫日期"), DateEdit(today), hint=lifted)
        for field in (self.grade, self.lifted_on):
            field.editor.setEnabled(False)  # until the status is known
        self.certificate = Field("certificate", self.tr("证件号或文号"), LineEdit(longest=LONGEST_TEXT))
        source = LineEdit(placeholder=self.tr("如 县扶贫办名单"), longest=LONGEST_TEXT)
        self.source = Field("source", self.tr("来源"), source)
        reason = LineEdit(placeholder=self.tr("如 日期登记错了，可不填"), longest=LONGEST_TEXT)
        self.reason = Field("reason", self.tr("修改原因"), reason)

    def _show(self, known: Identity) -> None:
        self._kinds.set_code(known.kind)
        for field, day in ((self.from_on, known.from_on), (self.to_on, known.to_on)):
            cast("DateEdit", field.editor).set_day(day)
        self.certificate.editor.set_raw(known.certificate)
        self.source.editor.set_raw(known.source)

    @Slot(object)
    def _fit(self, kind: IdentityKind | None) -> None:
        """Offer the grade and the day of lifting only where the status has them; what is recorded of it stays in sight."""
        if kind is None or kind is self._fitted:
            return  # a word half typed is no other status
        self._fitted = kind
        known = self._known if self._known is not None and self._known.kind is kind else None
        grade = None if known is None else known.grade
        lifted_on = None if known is None else known.lifted_on
        self._grades.setEnabled(kind in GRADED_IDENTITIES or grade is not None)
        self._grades.set_code(None if grade is None else Grade.of(str(grade)))
        day = cast("DateEdit", self.lifted_on.editor)
        day.setEnabled(kind is IdentityKind.REGISTERED_POOR or lifted_on is not None)
        day.set_day(lifted_on)

    @classmethod
    def add(cls, parent: QWidget, context: Context, file: HouseholdFile, member: Member | None) -> bool:
        """Record a status, of this member unless another is chosen; True when it was stored."""
        dialog = cls(context, "addIdentityDialog", [each.person for each in file.members], parent=parent)
        dialog.setWindowTitle(dialog.tr("登记困难身份"))
        dialog._people.set_person(None if member is None else member.person.id)
        cast("DateEdit", dialog.from_on.editor).set_day(context.workspace.today())
        dialog.fields.mark_saved()
        (dialog.member if member is None else dialog.kind).editor.setFocus()
        return dialog.run_and_go()

    @classmethod
    def change(cls, parent: QWidget, context: Context, name: str, known: Identity) -> bool:
        """Correct the status of somebody of this name; True when it was stored."""
        dialog = cls(context, "changeIdentityDialog", known=known, parent=parent)
        dialog.setWindowTitle(dialog.tr("修改困难身份：{name}").format(name=name))
        dialog.kind.editor.setFocus()
        return dialog.run_and_go()

    def save(self) -> None:
        """Store the status."""
        known = self._known
        person = self._people.require_person("member", self.tr("成员")) if known is None else None
        status = self._entered()
        words = term(status.kind.label)
        if person is not None:
            act = partial(_add, self.context.workspace, person.id, status)
            self.carry_out(act, self.tr("已登记{name}：{kind}").format(name=person.name, kind=words))
        elif known is not None:
            status = replace(status, id=known.id, version=known.version, person_id=known.person_id)
            act = partial(_change, self.context.workspace, status, self.reason.editor.raw.strip())
            self.carry_out(act, self.tr("已修改困难身份：{kind}").format(kind=words))

    def _entered(self) -> Identity:
        kind = cast("IdentityKind", self._kinds.require("kind", self.tr("困难身份")))
        from_on = cast("DateEdit", self.from_on.editor).day(field="from_on")
        if from_on is None:
            raise UserError("请填写起日。", field="from_on")
        grade = self._grades.optional("grade")
        return new_identity(
            kind,
            from_on,
            to_on=cast("DateEdit", self.to_on.editor).day(field="to_on"),
            grade=None if grade is None else int(grade.value),
            lifted_on=cast("DateEdit", self.lifted_on.editor).day(field="lifted_on"),
            certificate=self.certificate.editor.raw,
            source=self.source.editor.raw,
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


def _change(workspace: Workspace, identity: Identity, reason: str, _progress: Progress) -> None:
    change_identity(workspace, identity, reason=reason)


def _end(workspace: Workspace, identity_id: str, day: date, reason: str, _progress: Progress) -> None:
    end_identity(workspace, identity_id, day, reason)
