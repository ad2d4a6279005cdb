"""The end of a granted case, entered from the county's paper; the family is heard first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.dibao import DibaoCase
from clerk_app.errors import UserError
from clerk_app.services.dibao_end import HEARING_FROM, needs_hearing
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.pages.dibao import work
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit, TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class EndDialog(ActDialog):
    """Number and day of the paper, why, and the day of the hearing."""

    def __init__(self, context: Context, case: DibaoCase, parent: QWidget | None = None) -> None:
        super().__init__(context, "endDialog", self.tr("登记退出"), save_text=self.tr("登记"), parent=parent)
        self._case = case
        self.number = LineEdit(placeholder=self.tr("如 姚民低保〔2026〕88号"), longest=60)
        self.ended_on = DateEdit(context.workspace.today)
        self.heard_on = DateEdit(context.workspace.today)
        self.reason = TextEdit(placeholder=self.tr("如 家庭收入超过低保标准"), lines=2)
        self._build()
        self.ended_on.edited.connect(self._say_hearing)
        self._say_hearing()
        self.number.setFocus()

    def _build(self) -> None:
        told = QLabel(self.tr("照县民政部门停止保障的文书填写；村里只登记，档案和记录都会保留。"))
        told.setProperty("role", "hint")
        told.setWordWrap(True)
        self.hearing = Field("heard_on", self.tr("听取意见的日期"), self.heard_on)
        fields = (
            Field("end_number", self.tr("文号"), self.number, required=True),
            Field("ended_on", self.tr("退出日期"), self.ended_on, required=True),
            self.hearing,
            Field("end_reason", self.tr("退出原因"), self.reason, required=True),
        )
        self.setMinimumWidth(current_theme().px(560))
        self.body.addWidget(told)
        for field in fields:
            self.body.addWidget(field)
        self.start(FieldSet(fields, self))

    @classmethod
    def ask(cls, parent: QWidget, context: Context, case: DibaoCase) -> bool:
        """Return whether the end was recorded."""
        return cls(context, case, parent).run_and_go()

    @Slot()
    def _say_hearing(self) -> None:
        """Say from which day on the hearing is a must."""
        try:
            day = self.ended_on.day()
        except UserError:
            return
        is_must = needs_hearing(day or self.context.workspace.today())
        words = self.tr("停止保障前必须先听取这一户的意见（社会救助法 第四十八条）。") if is_must else ""
        self.hearing.set_hint(words or self.tr("{day} 起必须填写。").format(day=HEARING_FROM))

    def save(self) -> None:
        """Record it; the service's own checks come back to the fields."""
        number = self.number.value
        if not number:
            raise UserError("请填写县里停止保障文书的文号：村里不能自行停保。", field="end_number")
        day = self.ended_on.day(field="ended_on")
        if day is None:
            raise UserError("请填写文书上的退出日期。", field="ended_on")
        heard_on = self.heard_on.day(field="heard_on")
        ending = work.Ending(number=number, on=day, reason=self.reason.value, heard_on=heard_on)
        self.carry_out(
            partial(work.end, self.context.workspace, self._case.id, self._case.version, ending),
            changed=frozenset({Changed.DIBAO_CASE}),
            progress_title=self.tr("正在登记退出…"),
        )
