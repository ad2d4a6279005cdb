"""One case on one page: the form at the left, what the rule says of it at the right, the stages above."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QWidget

from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.errors import UserError
from clerk_app.services.dibao import Proposal
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.dibao_decision import DecisionDialog
from clerk_app.ui.dialogs.dibao_end import EndDialog
from clerk_app.ui.dialogs.dibao_review import ReviewDialog
from clerk_app.ui.page import FormPage, scrolling
from clerk_app.ui.pages.dibao import work
from clerk_app.ui.pages.dibao.case_bar import CaseBar
from clerk_app.ui.pages.dibao.case_form import CaseForm
from clerk_app.ui.pages.dibao.proposal_panel import ProposalPanel
from clerk_app.ui.pages.dibao.stage_strip import StageStrip
from clerk_app.ui.pages.dibao.work import CaseData, Unsaved
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.field import Field

WAIT_MS: Final = 300
_SIDE: Final = 336
_NARROW: Final = 1020
_ANY: Final = 16_777_215
_CASES: Final = frozenset({Changed.DIBAO_CASE})


class CasePage(FormPage):
    """``gone_back`` when the clerk leaves it, ``case_taken_in(id)`` when an application became a case."""

    name = "dibaoCase"
    gone_back = Signal()
    case_taken_in = Signal(str)

    def __init__(self, context: Context, data: CaseData) -> None:
        super().__init__(context)
        self.data = data
        self._has_chosen = False
        self._is_narrow: bool | None = None
        self._asked = 0
        self._sought: QWidget | None = None
        self._seek = QTimer(self)
        self._seek.setSingleShot(True)
        self._seek.timeout.connect(self._bring_into_sight)
        self.form_body = CaseForm(context, data.household)
        self.panel = ProposalPanel()
        self.strip = StageStrip()
        self.bar = CaseBar()
        self.commands.addWidget(self.bar, 1)
        self._build_body()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._show(data)
        self.start(self.form_body.fields)
        self._connect()
        self._watch_keys()
        case = data.case
        self.keep_draft(f"dibao_case:{case.id}" if case else f"dibao_new:{data.household.household.id}")
        self._work_out()

    # building

    def _build_body(self) -> None:
        theme = current_theme()
        self._area = scrolling(self.form_body)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(16))
        self._split.addWidget(self._area, 1)
        self._split.addWidget(self.panel)
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(self.strip)
        self.body.addLayout(self._split, 1)
        self.brief = QLabel()
        self.brief.setObjectName("proposalBrief")
        self.brief.setProperty("role", "hint")
        self.brief.hide()
        self.body.addWidget(self.brief)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring the field into sight that the keys have gone to."""
        if now is not None and self.form_body.isAncestorOf(now):
            parent = now.parentWidget()
            self._sought = parent if isinstance(parent, Field) else now
            self._seek.start()

    @Slot()
    def _bring_into_sight(self) -> None:
        sought, self._sought = self._sought, None
        if sought is not None and shiboken6.isValid(sought):
            self._area.ensureWidgetVisible(sought, 0, current_theme().px(24))

    def _connect(self) -> None:
        self.fields.edited.connect(self._touch)
        self._timer.timeout.connect(self._work_out)
        self.form_body.class_chosen.connect(self._choose_class)
        self.form_body.propose_button.clicked.connect(self._propose)
        self.panel.settings_wanted.connect(self._open_settings)
        self.bar.back_button.clicked.connect(self.leave)
        self.bar.save_button.clicked.connect(self.try_save)
        self.bar.household_button.clicked.connect(self._open_household)
        self.bar.step_back.clicked.connect(partial(self._advance, -1))
        self.bar.step_on.clicked.connect(partial(self._advance, 1))
        self.bar.decision_button.clicked.connect(self._enter_decision)
        self.bar.review_button.clicked.connect(self._enter_review)
        self.bar.end_button.clicked.connect(self._enter_end)

    def _watch_keys(self) -> None:
        form = self.form
        if form is None:
            return
        for editor in self.form_body.income.editors:
            form.watch(editor)
        for segments in (self.form_body.property_answer, self.form_body.village_class):
            for button in segments.buttons:
                form.watch(button)
        self.form_body.income.editor_added.connect(form.watch)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the rule's words into the form where there is no room beside it, and their sum into one line below."""
        super().resizeEvent(event)
        theme = current_theme()
        is_narrow = event.size().width() < theme.px(_NARROW)
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.panel.setMinimumSize(0 if is_narrow else theme.px(_SIDE), theme.px(360) if is_narrow else 0)
        self.panel.setMaximumWidth(_ANY if is_narrow else theme.px(_SIDE))
        if is_narrow:
            self.form_body.column.insertWidget(len(self.form_body.sections), self.panel)
        else:
            self._split.addWidget(self.panel)
        self.brief.setVisible(is_narrow)

    # showing

    @property
    def title(self) -> str:
        """Whose case it is."""
        household = self.data.household
        head = household.head.person.name if household.head else ""
        words = self.tr("受理低保申请") if self.data.case is None else self.tr("低保档案")
        return f"{words}　{household.household.number}　{head}".strip()

    def take_focus(self) -> None:
        """Go to the first field that is empty."""
        body = self.form_body
        if not self.data.is_open:
            self.bar.back_button.setFocus()
        elif not body.reason.value:
            body.reason.setFocus()
        else:
            body.income.editors[0].setFocus()

    def _show(self, data: CaseData) -> None:
        self.data = data
        self.form_body.set_entry(data.entry)
        case = data.case
        self._has_chosen = (
            case is not None and case.village_class is not None and case.village_class is not case.rule_class
        )
        if case is not None:
            self.form_body.choose_class(case.granted_class or case.village_class)
            self.form_body.village_reason.setText(case.village_reason)
        self.form_body.ask_reason(case.rule_class if case else None)
        self.form_body.history.set_entries(data.history)
        self.form_body.set_open(is_open=data.is_open)
        self.panel.show_stored(case)
        self._show_facts()
        self.strip.set_stage(case.stage if case is not None else Stage.APPLICATION)
        self.bar.show_data(data, self.context.workspace.today())

    def _show_facts(self) -> None:
        household, case = self.data.household, self.data.case
        number = case.number if case is not None else self.tr("新申请")
        group = household.household.group
        self.form_body.facts.setText(
            "　".join(filter(None, (number, group, self.tr("{members} 人").format(members=len(household.members)))))
        )

    # the rule

    @Slot()
    def _touch(self) -> None:
        self._timer.start()

    @Slot()
    def _work_out(self) -> None:
        try:
            entry = self.form_body.entry()
        except UserError as error:
            self._asked += 1
            self.panel.show_missing(error)
            self.brief.setText(self.panel.brief)
            return
        self._asked += 1
        self.panel.wait()
        household_id = self.data.household.household.id
        reviewed_on = self.data.case.last_review_on if self.data.case is not None else None
        self.context.tasks.run(
            partial(work.find_proposal, self.context.workspace, household_id, entry, reviewed_on),
            on_done=partial(self._show_proposal, self._asked), on_error=partial(self._show_missing, self._asked), owner=self,
        )  # fmt: skip

    def _show_proposal(self, asked: int, proposal: Proposal) -> None:
        if asked != self._asked:
            return
        self.panel.show_proposal(proposal)
        self.brief.setText(self.panel.brief)
        if self.data.is_open and not self._has_chosen:
            self.form_body.choose_class(proposal.dibao_class)
        if self.data.is_open:
            self.form_body.ask_reason(proposal.dibao_class)

    def _show_missing(self, asked: int, error: UserError) -> None:
        if asked == self._asked:
            self.panel.show_missing(error)
            self.brief.setText(self.panel.brief)

    @property
    def _rule_class(self) -> DibaoClass | None:
        return self.panel.proposal.dibao_class if self.panel.proposal is not None else None

    @Slot()
    def _choose_class(self) -> None:
        self._has_chosen = self.form_body.chosen_class is not self._rule_class
        self.form_body.ask_reason(self._rule_class)
        if self._has_chosen and self._rule_class is not None:
            self.form_body.village_reason.setFocus()
        self.fields.edited.emit()

    @Slot()
    def _open_settings(self) -> None:
        self.context.open("settings", "local")

    # drafts

    def content(self) -> dict[str, Any]:
        """Keep the class chosen by hand too."""
        chosen = self.form_body.village_class.value if self._has_chosen else ""
        return super().content() | {"village_class": chosen}

    def restore(self, content: Mapping[str, Any]) -> None:
        """Put a draft back, the class chosen by hand too."""
        super().restore(content)
        chosen = content.get("village_class")
        if isinstance(chosen, str) and chosen:
            self._has_chosen = True
            self.form_body.village_class.set_value(chosen)

    # acts

    def show_user_error(self, error: UserError) -> None:
        """Show an error at its field; in the income sheet at the very cell."""
        if error.field == "income":
            self.form_body.income.mark_wrong()
        super().show_user_error(error)

    def _unsaved(self, *, always: bool = False) -> Unsaved:
        case = self.data.case
        is_wanted = self.is_changed or always or case is None
        return Unsaved(
            household_id=self.data.household.household.id,
            case_id=case.id if case is not None else "",
            version=case.version if case is not None else 0,
            entry=self.form_body.entry() if is_wanted and self.data.is_open else None,
        )

    def _run(self, what: Callable[..., Any], message: str) -> None:
        buttons = (self.bar.save_button, self.bar.step_back, self.bar.step_on, self.form_body.propose_button)
        self.context.tasks.run(
            partial(what), on_done=partial(self._done, message), on_error=self.show_user_error, owner=self,
            changed=_CASES, disable=buttons, progress_title=self.tr("正在保存…"),
        )  # fmt: skip

    def save(self) -> None:
        """Store the application and its income sheet."""
        if self.data.is_open:
            self._run(partial(work.save, self.context.workspace, self._unsaved(always=True)), self.tr("已保存低保申请"))

    @Slot()
    def _propose(self) -> None:
        self._act(self._start_proposing)

    def _start_proposing(self) -> None:
        chosen = self.form_body.chosen_class or self._rule_class
        unsaved = self._unsaved()
        if chosen is None:
            raise UserError("规则还没有算出类别：请先补齐右边提示的内容。", field="property_within_limits")
        reason = self.form_body.village_reason.value
        if self._rule_class is not None and chosen is not self._rule_class and not reason:
            raise UserError(
                "规则算出的是“{rule}”，您选的是“{own}”：两者不同时请写明理由。",
                field="village_reason", rule=self._rule_class.label, own=chosen.label,
            )  # fmt: skip
        done = self.tr("已提出：{own}").format(own=term(chosen.label))
        self._run(partial(work.propose, self.context.workspace, unsaved, chosen, reason), done)

    @Slot()
    def _advance(self, step: int, *_: object) -> None:
        self._act(partial(self._start_advancing, step))

    def _start_advancing(self, step: int) -> None:
        case = self.data.case
        if case is None:
            return
        order = list(Stage)
        stage = order[order.index(case.stage) + step]
        done = self.tr("已进入：{stage}").format(stage=term(stage.label))
        self._run(partial(work.advance, self.context.workspace, self._unsaved(), stage), done)

    def _act(self, start: Callable[[], None]) -> None:
        self.error_strip.hide()
        self.fields.clear_errors()
        try:
            start()
        except UserError as error:
            self.show_user_error(error)

    def _done(self, message: str, result: str | tuple[str, int]) -> None:
        self.saved(message)
        case_id = result if isinstance(result, str) else result[0]
        if self.data.case is None:
            self.case_taken_in.emit(case_id)
        else:
            self._read(case_id)

    @Slot()
    def _enter_decision(self) -> None:
        case = self.data.case
        if case is not None and DecisionDialog.ask(self, self.context, case):
            self.context.status(self.tr("已登记县级决定"))
            self._read(case.id)

    @Slot()
    def _enter_review(self) -> None:
        case = self.data.case
        if case is not None and ReviewDialog.ask(self, self.context, case):
            self.context.status(self.tr("已登记复核"))
            self._read(case.id)

    @Slot()
    def _enter_end(self) -> None:
        case = self.data.case
        if case is not None and EndDialog.ask(self, self.context, case):
            self.context.status(self.tr("已登记退出"))
            self._read(case.id)

    # reading again, going away

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - the case is read whole
        """Read the case anew, unless something was typed into it; the rule is asked in any case."""
        if self.data.case is not None and not self.is_changed:
            self._read(self.data.case.id)
        else:
            self._timer.start()

    def _read(self, case_id: str) -> None:
        self.context.tasks.run(partial(work.read_case, self.context.workspace, case_id), on_done=self._take, owner=self)

    def _take(self, data: CaseData) -> None:
        if self.is_changed:
            return
        self._show(data)
        self.fields.mark_saved()
        self._timer.stop()
        self._work_out()
        self.title_changed.emit(self.title)

    def left(self) -> None:
        """Go back to board or list."""
        self.gone_back.emit()

    @Slot()
    def _open_household(self) -> None:
        self.context.open("household", self.data.household.household.id)
