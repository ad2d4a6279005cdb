"""What the rule proposes for what stands on the page, and why."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage, end_in_words
from clerk_app.errors import UserError
from clerk_app.services.dibao import Proposal
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.chip import Chip, ChipState
from clerk_app.ui.widgets.states import class_chip

_STANDARD_FIELDS = ("dibao_standard", "local.dibao_standard")


class ProposalPanel(QFrame):
    """Class, sums, reasons and clauses; or one sentence on what is missing. ``settings_wanted`` leads to the local standards."""

    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("proposalPanel")
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("规则建议"))
        self.proposal: Proposal | None = None
        self._build_labels()
        body = QWidget()
        body.setObjectName("panelBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(12), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(self.stored)
        for widget in (self._title, self.chip, self.missing):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.chip else Qt.AlignmentFlag(0))
        column.addWidget(self.settings_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._figures)
        for widget in (self._reasons_title, self.reasons, self._clauses_title, self.clauses):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.wait()

    def _build_labels(self) -> None:
        self._title = _label("proposalTitle", "section", self.tr("按今天的规则"))
        self.chip = Chip(ChipState(""))
        self.chip.setObjectName("proposalClass")
        self.missing = _label("proposalMissing", "")
        self.settings_button = QuietButton("proposalSettings", self.tr("去“设置 → 本地标准”填写"), icon_name="settings")
        self.income = _label("proposalIncome", "figure")
        self.amount = _label("proposalAmount", "figure")
        self.months = _label("proposalMonths", "")
        self._figures = QGridLayout()
        self._figures.setVerticalSpacing(current_theme().px(4))
        self._figures.setColumnStretch(1, 1)
        self._figure_labels: list[QLabel] = []
        rows = (
            (self.tr("人均月收入"), self.income),
            (self.tr("月保障金额"), self.amount),
            (self.tr("复核"), self.months),
        )
        for row, (word, figure) in enumerate(rows):
            label = _label("", "label", word)
            label.setWordWrap(False)
            self._figure_labels.append(label)
            figure.setAccessibleName(word)
            self._figures.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._figures.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._reasons_title = _label("", "label", self.tr("理由"))
        self.reasons = _label("proposalReasons", "")
        self._clauses_title = _label("", "label", self.tr("依据"))
        self.clauses = _label("proposalClauses", "hint")
        self.stored = _label("proposalStored", "")
        self.stored.hide()

    def wait(self) -> None:
        """Say that it is being worked out; what was shown stays until then."""
        if self.proposal is None:
            self._show_parts(is_there=False)
            self.missing.setText(self.tr("正在按规则计算…"))

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what the rule says."""
        self.proposal = proposal
        self._show_parts(is_there=True)
        self.chip.set_state(class_chip(proposal.dibao_class))
        self.income.setText(self.tr("{amount} 元").format(amount=proposal.income_per_head.grouped))
        no_amount = self.tr("无")
        amount = proposal.amount
        self.amount.setText(no_amount if amount is None else self.tr("{amount} 元").format(amount=amount.grouped))
        months = proposal.review_every_months
        self.months.setText(no_amount if months is None else self.tr("每 {months} 个月一次").format(months=months))
        self.reasons.setText(_paragraphs(proposal.reasons))
        self.clauses.setText(_paragraphs((*proposal.clauses, self.tr("规则编号 {rule}").format(rule=proposal.rule))))

    def show_missing(self, error: UserError) -> None:
        """Say what is missing for the rule to speak, and lead there."""
        self.proposal = None
        self._show_parts(is_there=False)
        self.missing.setText(message_of(error))
        self.settings_button.setVisible(error.field in _STANDARD_FIELDS)

    @property
    def brief(self) -> str:
        """What it says, in one line."""
        proposal = self.proposal
        if proposal is None:
            return self.missing.text()
        words = self.tr("按今天的规则：{dibao_class}，人均月收入 {income} 元")
        text = words.format(dibao_class=term(proposal.dibao_class.label), income=proposal.income_per_head.grouped)
        if proposal.amount is None:
            return text
        return text + self.tr("，每月 {amount} 元").format(amount=proposal.amount.grouped)

    def show_stored(self, case: DibaoCase | None) -> None:
        """Tell what was proposed and decided so far."""
        lines = self._stored_lines(case)
        self.stored.setText("\n".join(lines))
        self.stored.setVisible(bool(lines))

    def _show_parts(self, *, is_there: bool) -> None:
        self.missing.setVisible(not is_there)
        self.settings_button.hide()
        parts: tuple[QWidget, ...] = (
            self.chip, self.income, self.amount, self.months, *self._figure_labels,
            self._reasons_title, self.reasons, self._clauses_title, self.clauses,
        )  # fmt: skip
        for part in parts:
            part.setVisible(is_there)

    def _stored_lines(self, case: DibaoCase | None) -> list[str]:
        lines: list[str] = []
        if case is None:
            return lines
        if case.village_class is not None and case.proposed_on is not None:
            text = self.tr("村级已于 {day} 提出：{own}").format(
                day=case.proposed_on, own=term(case.village_class.label)
            )
            if case.rule_class is not None and case.rule_class is not case.village_class:
                text += self.tr("（规则为 {rule}）").format(rule=term(case.rule_class.label))
            lines.append(text)
        if case.stage is Stage.REFUSED:
            lines.append(
                self.tr("县级决定：不予确认，{number}，{day}").format(number=case.decision_number, day=case.decided_on)
            )
        elif case.granted_class not in (None, DibaoClass.NOT_MET) and case.granted_amount is not None:
            text = self.tr("县级决定：{granted}，每月 {amount} 元，{number}，{day}")
            lines.append(
                text.format(
                    granted=term(case.granted_class.label), amount=case.granted_amount.grouped,
                    number=case.decision_number, day=case.decided_on,
                )
            )  # fmt: skip
        if case.last_review_on is not None:
            lines.append(self.tr("上次复核 {day}").format(day=case.last_review_on))
        if case.ended_on is not None:
            lines.append(self.tr("已于 {day} 退出：{reason}").format(day=case.ended_on, reason=end_in_words(case)))
        return lines


def _label(name: str, role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _paragraphs(sentences: tuple[str, ...]) -> str:
    room = current_theme().px(5)
    return "".join(f'<p style="margin:0 0 {room}px 0">{escape(sentence)}</p>' for sentence in sentences)
