"""The commands of a case: back, the stages in order, the county's decision, the review, save."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.dibao import Stage
from clerk_app.ui.pages.dibao.states import SOON, review_chip
from clerk_app.ui.pages.dibao.work import CaseData
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import Chip, ChipState
from clerk_app.ui.widgets.command_row import CommandRow


class CaseBar(CommandRow):
    """Shows only what may be done now: a village moves a case on or back, enters the county's paper, and never decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseBar")
        self.back_button = QuietButton("dibaoBack", self.tr("返回"), icon_name="chevron-left")
        self.step_back = Button("dibaoStepBack", "", icon_name="chevron-left")
        self.step_on = Button("dibaoStepOn", "", icon_name="chevron-right")
        self.decision_button = Button("dibaoDecision", self.tr("登记县级决定"), icon_name="stamp")
        self.review_button = Button("dibaoReview", self.tr("登记复核"), icon_name="calendar-check")
        self.end_button = Button("dibaoEnd", self.tr("登记退出"), icon_name="log-out")
        self.review_word = _hint("dibaoNextReviewDay")
        self.review_chip = Chip(ChipState(""))
        self.review_chip.setObjectName("dibaoNextReview")
        self.stage_hint = _hint("dibaoStageHint", self.tr("提出类别后才能进入下一环节。"))
        self.household_button = Button("dibaoHousehold", self.tr("打开住户"), icon_name="house")
        self.save_button = PrimaryButton("dibaoSave", self.tr("保存"), icon_name="save")
        self.save_button.setToolTip(self.tr("保存  Ctrl+S"))
        acts = (self.step_back, self.step_on, self.decision_button, self.review_button, self.end_button)
        for widget in (self.back_button, *acts):
            self.addWidget(widget)
        for label in (self.review_word, self.review_chip, self.stage_hint):
            self.addWidget(label)
        self.addStretch(1)
        self.addWidget(self.household_button)
        self.addWidget(self.save_button)

    def show_data(self, data: CaseData, today: date) -> None:
        """Offer what the case's stage allows."""
        case = data.case
        stage = case.stage if case is not None else Stage.APPLICATION
        order = list(Stage)
        before = next((to for to in data.stages if order.index(to) < order.index(stage)), None)
        after = next((to for to in data.stages if order.index(to) > order.index(stage)), None)
        _offer(self.step_back, self.tr("退回：{stage}"), before)
        _offer(self.step_on, self.tr("下一步：{stage}"), after)
        self.decision_button.setVisible(stage is Stage.COUNTY)
        self.review_button.setVisible(stage is Stage.GRANTED)
        self.end_button.setVisible(stage is Stage.GRANTED)
        self.stage_hint.setVisible(data.is_open and not data.stages)
        self.save_button.setVisible(data.is_open)
        due_on = case.next_review_on if case is not None and stage is Stage.GRANTED else None
        self.review_word.setVisible(due_on is not None)
        self.review_chip.setVisible(due_on is not None and (due_on - today).days <= SOON)
        if due_on is not None:
            self.review_word.setText(self.tr("下次复核 {day}").format(day=due_on))
            self.review_chip.set_state(review_chip(due_on, today))


def _offer(button: Button, words: str, stage: Stage | None) -> None:
    button.setVisible(stage is not None)
    text = words.format(stage=term(stage.label)) if stage is not None else ""
    button.setText(text)
    button.setAccessibleName(text)


def _hint(name: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", "hint")
    return label
