"""The county's decision, entered from its paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.dibao import DibaoCase, DibaoClass
from clerk_app.errors import UserError
from clerk_app.services.dibao_steps import Decision
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.pages.dibao import work
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import LineEdit, MoneyEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.segments import Segments

_GRANTED, _REFUSED = "granted", "refused"
_CLASSES = (DibaoClass.A, DibaoClass.B, DibaoClass.C)


class DecisionDialog(ActDialog):
    """Number, day, granted or refused, class and amount, as the paper has them."""

    def __init__(self, context: Context, case: DibaoCase, parent: QWidget | None = None) -> None:
        super().__init__(context, "decisionDialog", self.tr("登记县级决定"), save_text=self.tr("登记"), parent=parent)
        self._case = case
        self.number = LineEdit(placeholder=self.tr("如 姚民低保〔2026〕12号"))
        self.decided_on = DateEdit(context.workspace.today)
        self.outcome = Segments("decision_outcome", [(_GRANTED, self.tr("予以确认")), (_REFUSED, self.tr("不予确认"))])
        self.dibao_class = Segments(
            "granted_class", [(code.value, self.tr("{letter} 类").format(letter=code.value)) for code in _CLASSES]
        )
        self.amount = MoneyEdit()
        self._build()
        self.start(FieldSet(self._fields, self))
        for segments in (self.outcome, self.dibao_class):
            for button in segments.buttons:
                if self.form is not None:
                    self.form.watch(button)
        self.outcome.edited.connect(self._show_grant)
        self._show_grant()
        self.number.setFocus()

    def _build(self) -> None:
        note = QLabel(self.tr("照县民政部门的确认文书填写；村里不作决定，只登记。"))
        note.setProperty("role", "hint")
        self.grant_class = Field("granted_class", self.tr("类别"), self.dibao_class, required=True)
        self.grant_amount = Field("granted_amount", self.tr("月保障金额（元）"), self.amount, required=True)
        self._fields = (
            Field("decision_number", self.tr("文号"), self.number, required=True),
            Field("decided_on", self.tr("决定日期"), self.decided_on, required=True),
            Field("decision_outcome", self.tr("结果"), self.outcome, required=True),
            self.grant_class,
            self.grant_amount,
        )
        self.setMinimumWidth(current_theme().px(540))
        self.body.addWidget(note)
        self.body.addWidget(FieldGrid(self._fields, columns=2, wide=(self._fields[2],)))
        proposed = self._case.village_class
        if proposed in _CLASSES:
            self.dibao_class.set_value(proposed.value)
            self.outcome.set_value(_GRANTED)
        if proposed is self._case.rule_class:
            self.amount.set_money(self._case.rule_amount)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, case: DibaoCase) -> bool:
        """Return whether a decision was entered."""
        return cls(context, case, parent).run_and_go()

    @Slot()
    def _show_grant(self) -> None:
        is_refused = self.outcome.value == _REFUSED
        self.grant_class.setEnabled(not is_refused)
        self.grant_amount.setEnabled(not is_refused)

    def save(self) -> None:
        """Enter it; the service's own checks come back to the fields."""
        decision = self._decision()
        self.carry_out(
            partial(work.decide, self.context.workspace, self._case.id, self._case.version, decision),
            changed=frozenset({Changed.DIBAO_CASE}),
            progress_title=self.tr("正在登记县级决定…"),
        )

    def _decision(self) -> Decision:
        number = self.number.value
        if not number:
            raise UserError("请填写县级确认文书的文号：村里不能自行作出决定。", field="decision_number")
        decided_on = self.decided_on.day(field="decided_on")
        if decided_on is None:
            raise UserError("请填写文书上的决定日期。", field="decided_on")
        if not self.outcome.value:
            raise UserError("请选择“予以确认”或“不予确认”。", field="decision_outcome")
        if self.outcome.value == _REFUSED:
            return Decision(granted=False, number=number, decided_on=decided_on)
        if not self.dibao_class.value:
            raise UserError("请照文书选择类别。", field="granted_class")
        amount = self.amount.money(field="granted_amount")
        if amount is None or amount.fen <= 0:
            raise UserError("请照文书填写月保障金额，应大于 0。", field="granted_amount")
        dibao_class = DibaoClass.of(self.dibao_class.value)
        return Decision(granted=True, dibao_class=dibao_class, amount=amount, number=number, decided_on=decided_on)
