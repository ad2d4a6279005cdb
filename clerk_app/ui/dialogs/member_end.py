"""A member leaves the household for another reason than an event, such as a wrong entry."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from clerk_app.domain.event import event_meant
from clerk_app.domain.household import HouseholdFile, Member
from clerk_app.errors import UserError
from clerk_app.services.people import end_membership
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import FIELD, Tone, current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.strips import Strip


class EndMembershipDialog(ActDialog):
    """The last day and the reason; the record and its history stay."""

    least_width = 460

    def __init__(self, context: Context, member: Member, file: HouseholdFile, parent: QWidget | None = None) -> None:
        super().__init__(context, "endMembershipDialog", "", parent=parent)
        self.setWindowTitle(self.tr("成员离户"))
        self.save_button.setText(self.tr("办理离户"))
        self._member = member
        self.say(self.tr("成员"), member.person.name)
        warning = Strip("lastMemberStrip")
        self.body.addWidget(warning)
        if len(file.members) == 1:
            warning.tell(self.tr("这是最后一位成员：离户后这一户同时销户"), Tone.DUE)
        self.day = Field("to_on", self.tr("最后一天"), DateEdit(context.workspace.today), required=True)
        cast("DateEdit", self.day.editor).set_day(context.workspace.today())
        reason = LineEdit(placeholder=self.tr("登记有误、参军"))
        usual = (self.tr("登记有误"), self.tr("重复登记"), self.tr("参军"))
        finder = QCompleter(list(usual), reason)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        reason.setCompleter(finder)
        self.reason = Field("reason", self.tr("离户原因"), reason, required=True)
        self.body.addWidget(self.day)
        self.body.addWidget(self.reason)
        note = QLabel(self.tr("记录和历史都保留，不会删除。死亡、婚出、迁出、分户请用“成员变动…”。"))
        note.setProperty("role", "hint")
        note.setMinimumHeight(current_theme().px(FIELD) // 2)
        self.body.addWidget(note)
        self.start(FieldSet([self.day, self.reason], parent=self))
        self.day.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, member: Member, file: HouseholdFile) -> bool:
        """Run it; True when something was stored."""
        return cls(context, member, file, parent).run_and_go()

    def save(self) -> None:
        """End the membership."""
        day = cast("DateEdit", self.day.editor).day(field="to_on")
        if day is None:
            raise UserError("请填写最后一天。", field="to_on")
        reason = self.reason.editor.raw.strip()
        if not reason:
            raise UserError("请填写离户原因，如“登记有误”“参军”。", field="reason")
        event = event_meant(reason)
        if event is not None:
            raise UserError("这要用“成员变动…”里的“{kind}”办：后果会一起登记。", field="reason", kind=event.label)
        self.carry_out(
            partial(_end, self.context.workspace, self._member.membership.id, day, reason),
            self.tr("{name}已离户").format(name=self._member.person.name),
        )


def _end(workspace: Workspace, membership_id: str, day: date, reason: str, _progress: Progress) -> None:
    end_membership(workspace, membership_id, day, reason)
