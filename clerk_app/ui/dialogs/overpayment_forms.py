"""立追缴, 登记应追 and 登记追回: a benefit paid too long, its months, and money that came back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdFile, HouseholdId, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.recovery import RecoveryWay
from clerk_app.errors import UserError
from clerk_app.services.recoveries import ReceiptEntry, Recovery, SpanEntry, add_span, open_recovery, receive
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.dialogs.person_choice import PersonCombo
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit, MoneyEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress


class OpenRecoveryDialog(ActDialog):
    """What was paid too long to whom and why; a death told late notes it by itself."""

    least_width = 560

    def __init__(self, context: Context, file: HouseholdFile, parent: QWidget | None = None) -> None:
        super().__init__(context, "openRecoveryDialog", "", parent=parent)
        self.setWindowTitle(self.tr("立追缴事项"))
        self.save_button.setText(self.tr("登记"))
        self._household_id = file.household.id
        kinds = [
            (FollowUpKind.PENSION_RECOVERY.value, self.tr("养老金")),
            (FollowUpKind.DIBAO_RECOVERY.value, self.tr("低保金")),
        ]
        self.kind = Field("kind", self.tr("多发的是"), Segments("overpaidKind", kinds), required=True)
        self._people = PersonCombo([member.person for member in file.members], optional=True)
        hint = self.tr("养老金必填；低保金按户追缴可不填")
        self.person = Field("person", self.tr("成员"), self._people, hint=hint)
        reason = LineEdit(placeholder=self.tr("如 县里核查：同时领取职工养老金"), longest=LONGEST_TEXT)
        self.reason = Field("reason", self.tr("原因和依据"), reason, required=True)
        fields = (self.kind, self.person, self.reason)
        self.body.addWidget(FieldGrid(fields, columns=2, wide=(self.reason,)))
        self.start(FieldSet(fields, parent=self))
        self.kind.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile) -> bool:
        """Run it; True when it was noted."""
        return cls(context, file, parent).run_and_go()

    def save(self) -> None:
        """Note it."""
        if not self.kind.editor.raw:
            raise UserError("请选择多发的是养老金还是低保金。", field="kind")
        person = self._people.optional_person("person")
        self.carry_out(
            partial(
                _open,
                self.context.workspace,
                self._household_id,
                FollowUpKind.of(self.kind.editor.raw),
                self.reason.editor.raw,
                None if person is None else person.id,
            ),
            self.tr("已立追缴事项"),
        )


class SpanDialog(ActDialog):
    """The first and the last month, what was paid each month, and where that is known from."""

    least_width = 560

    def __init__(self, context: Context, found: Recovery, known: SpanEntry, parent: QWidget | None = None) -> None:
        super().__init__(context, "overpaidSpanDialog", "", parent=parent)
        self.setWindowTitle(self.tr("登记应追款项"))
        self.save_button.setText(self.tr("登记"))
        self._found = found
        self.say(self.tr("类别"), f"{found.item.person}　{term(found.what)}".strip())
        self.say(self.tr("依据"), found.item.clause)
        today = context.workspace.today
        self.first = Field(
            "from_on", self.tr("多发的第一个月"), DateEdit(today), required=True, hint=self.tr("写当月任意一天")
        )
        self.last = Field(
            "to_on", self.tr("多发的最后一个月"), DateEdit(today), required=True, hint=self.tr("写当月任意一天")
        )
        self.monthly = Field("monthly", self.tr("每月发放（元）"), MoneyEdit(), required=True)
        source = LineEdit(placeholder=self.tr("如 县里发放记录"))
        finder = QCompleter([self.tr("县里发放记录"), self.tr("本人存折流水")], source)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        source.setCompleter(finder)
        self.source = Field("source", self.tr("金额来源"), source, required=True)
        fields = (self.first, self.last, self.monthly, self.source)
        self.body.addWidget(FieldGrid(fields, columns=2))
        self._propose(known)
        self.start(FieldSet(fields, parent=self))
        next((field for field in fields if not field.editor.raw), self.source).editor.setFocus()

    def _propose(self, known: SpanEntry) -> None:
        """Put in what the event recorded; what it did not know is left for the clerk."""
        cast("DateEdit", self.first.editor).set_day(known.from_on)
        cast("DateEdit", self.last.editor).set_day(known.to_on)
        self.monthly.editor.set_raw("" if known.monthly is None else str(known.monthly))

    @classmethod
    def ask(cls, parent: QWidget, context: Context, found: Recovery, known: SpanEntry) -> bool:
        """Run it; True when the months were recorded."""
        return cls(context, found, known, parent).run_and_go()

    def save(self) -> None:
        """Record the months."""
        entry = SpanEntry(
            from_on=cast("DateEdit", self.first.editor).day(field="from_on"),
            to_on=cast("DateEdit", self.last.editor).day(field="to_on"),
            monthly=cast("MoneyEdit", self.monthly.editor).money(field="monthly"),
            source=self.source.editor.raw,
        )
        self.carry_out(partial(_add, self.context.workspace, self._found.item.id, entry), self.tr("已登记应追款项"))


class ReceiptDialog(ActDialog):
    """How much came back, how, and by which paper; a set-off is offered for pensions only."""

    least_width = 560

    def __init__(self, context: Context, found: Recovery, parent: QWidget | None = None) -> None:
        super().__init__(context, "overpaidReceiptDialog", "", parent=parent)
        self.setWindowTitle(self.tr("登记追回款项"))
        self.save_button.setText(self.tr("登记"))
        self._found = found
        self.say(self.tr("类别"), f"{found.item.person}　{term(found.what)}".strip())
        rest = self.tr("应追 {due} 元，已追回 {got} 元，还差 {rest} 元")
        self.say(self.tr("金额"), rest.format(due=found.due, got=found.recovered, rest=found.rest))
        is_pension = found.item.kind is FollowUpKind.PENSION_RECOVERY
        ways = tuple(RecoveryWay) if is_pension else (RecoveryWay.PAID,)
        self.way = Field("way", self.tr("方式"), NarrowCombo(ways), required=True)
        cast("NarrowCombo", self.way.editor).set_code(RecoveryWay.PAID)
        self.amount = Field("amount", self.tr("追回金额（元）"), MoneyEdit(), required=True)
        today: date = context.workspace.today()
        self.day = Field("received_on", self.tr("追回日期"), DateEdit(context.workspace.today), required=True)
        cast("DateEdit", self.day.editor).set_day(today)
        hint = self.tr("抵扣的填县里文书的文号")
        self.paper = Field("paper", self.tr("凭证或文号"), LineEdit(), required=True, hint=hint if is_pension else "")
        fields = (self.way, self.amount, self.day, self.paper)
        self.body.addWidget(FieldGrid(fields, columns=2))
        self.start(FieldSet(fields, parent=self))
        self.amount.editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, found: Recovery) -> bool:
        """Run it; True when the money was recorded."""
        return cls(context, found, parent).run_and_go()

    def save(self) -> None:
        """Record the money."""
        entry = ReceiptEntry(
            amount=cast("MoneyEdit", self.amount.editor).money(field="amount"),
            paper=self.paper.editor.raw,
            way=cast("RecoveryWay", cast("NarrowCombo", self.way.editor).require("way", self.tr("方式"))),
            received_on=cast("DateEdit", self.day.editor).day(field="received_on"),
        )
        self.carry_out(partial(_receive, self.context.workspace, self._found.item.id, entry), self.tr("已登记追回款项"))


def _open(
    workspace: Workspace,
    household_id: HouseholdId,
    kind: FollowUpKind,
    reason: str,
    person_id: PersonId | None,
    _progress: Progress,
) -> None:
    open_recovery(workspace, household_id, kind, reason, person_id)


def _add(workspace: Workspace, follow_up_id: str, entry: SpanEntry, _progress: Progress) -> None:
    add_span(workspace, follow_up_id, entry)


def _receive(workspace: Workspace, follow_up_id: str, entry: ReceiptEntry, _progress: Progress) -> None:
    receive(workspace, follow_up_id, entry)
