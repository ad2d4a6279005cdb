"""低保 with the keyboard: take in, work out, propose, move on, decide, review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.dibao import CaseEntry, IncomeEntry, apply_for_dibao, cases_of, open_case, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision
from clerk_app.services.households import household_numbered
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.dibao_choose_household import ChooseHouseholdDialog
from clerk_app.ui.dialogs.dibao_decision import DecisionDialog
from clerk_app.ui.dialogs.dibao_end import EndDialog
from clerk_app.ui.dialogs.dibao_review import ReviewDialog
from clerk_app.ui.pages.dibao.case_page import CasePage
from clerk_app.ui.pages.dibao.page import DibaoPage
from clerk_app.ui.pages.dibao.states import review_chip
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import Tone
from tests.builders import DAY, VillageFolder
from tests.ui.shell import Shell, a_context

WAY = (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY)


class Desk:
    """The page as the clerk reaches it."""

    def __init__(self, context: Context, shell: Shell, qtbot: QtBot, wait: Callable[[], None]) -> None:
        self.context = context
        self.workspace: Workspace = context.workspace
        self.shell = shell
        self.wait = wait
        self._qtbot = qtbot
        self.page = self.new_page()

    def new_page(self) -> DibaoPage:
        page = DibaoPage(self.context)
        self._qtbot.addWidget(page)
        page.resize(1160, 680)
        page.show()
        self._qtbot.waitExposed(page)
        page.activateWindow()
        page.reload(page.shows)
        self.wait()
        return page

    @property
    def case(self) -> CasePage:
        found = self.page.case_page
        assert found is not None
        return found

    def household(self, number: str = "0001") -> str:
        return household_numbered(self.workspace, number).household.id

    def open(self, kind: str, record_id: str) -> CasePage:
        self.page.show_record(kind, record_id)
        self.settle()
        return self.case

    def settle(self) -> None:
        """Wait until the rule has spoken of what was typed last, without the pause it leaves a typing clerk."""
        self.wait()
        case = self.page.case_page
        if case is not None:
            case._timer.setInterval(0)
            case._work_out()
        QTest.qWait(20)
        self.wait()

    def find(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton)
        assert button.isVisible(), name
        button.click()
        self.settle()

    def type(self, name: str, text: str) -> None:
        self.turn()
        widget = self.find(name)
        widget.setFocus()
        QTest.keyClicks(widget, text)

    def turn(self) -> None:
        """Let a line that was just added be shown; a list that closed is still the active window without a screen."""
        QTest.qWait(10)
        self.page.activateWindow()
        QTest.qWait(10)

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, held)

    def text(self, name: str) -> str:
        label = self.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def stored(self, number: str = "0001") -> tuple[DibaoCase, ...]:
        return cases_of(self.workspace, household_numbered(self.workspace, number).household.id)

    def fill_income(self, amount: str, line: int = 0) -> None:
        self.type(f"income_{line}_kind", "wage")
        self.press(Qt.Key.Key_Return)
        self.type(f"income_{line}_annual", amount)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def desk(
    open_folder: Callable[[VillageFolder], Workspace],
    village_template: VillageFolder,
    tasks: TaskRunner,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> Desk:
    shell = Shell()
    return Desk(a_context(open_folder(village_template), tasks, shell), shell, qtbot, settled)


def a_case(workspace: Workspace, number: str = "0001", *, to: Stage | None = None, annual: int = 2400) -> str:
    """Take in an application, propose the rule's class, and bring it as far as wanted."""
    entry = CaseEntry(
        applied_on=DAY - timedelta(days=20),
        application_reason="年老多病",
        property_within_limits=True,
        perennial_hardship=True,
        income=(IncomeEntry(kind=IncomeKind.WAGE, annual=Money.yuan(annual)),),
    )
    household = household_numbered(workspace, number).household.id
    case_id = apply_for_dibao(workspace, household, entry)
    if to is None:
        return case_id
    case = propose_class(workspace, case_id, open_case(workspace, case_id).case.version)
    for stage in WAY[: WAY.index(to) + 1 if to in WAY else len(WAY)]:
        case = advance_case(workspace, case_id, case.version, stage)
    if to is Stage.GRANTED:
        decision = Decision(
            granted=True, dibao_class=DibaoClass.B, amount=Money.yuan(440), number="姚民低保〔2026〕3号", decided_on=DAY
        )
        enter_decision(workspace, case_id, case.version, decision)
    return case_id


# board and list


def test_empty_village_says_what_to_do_first(
    open_folder: Callable[[VillageFolder], Workspace],
    empty_template: VillageFolder,
    tasks: TaskRunner,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    shell = Shell()
    desk = Desk(a_context(open_folder(empty_template), tasks, shell), shell, qtbot, settled)
    assert desk.page.overview.stack.currentWidget() is desk.page.overview.empty
    assert desk.find("emptyAction").isVisible()


def test_board_puts_each_case_under_its_stage_and_enter_opens_it(desk: Desk) -> None:
    first = a_case(desk.workspace, "0001", to=Stage.SURVEY)
    a_case(desk.workspace, "0003")
    desk.page.reload(desk.page.shows)
    desk.wait()
    assert desk.text("boardCount_survey") == "1"
    assert desk.text("boardCount_application") == "1"

    desk.page.overview.filter.setFocus()
    QTest.keyClicks(desk.page.overview.filter, "dyf")
    desk.press(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QListView)
    assert focused.objectName() == "boardCards_survey"
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.case.data.case is not None
    assert desk.case.data.case.id == first


def test_board_arrows_go_to_the_next_column_with_cards(desk: Desk) -> None:
    a_case(desk.workspace, "0001", to=Stage.MEETING)
    a_case(desk.workspace, "0003")
    desk.page.reload(desk.page.shows)
    desk.wait()
    desk.page.overview.board.take_focus()
    desk.press(Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "boardCards_meeting"


def test_list_shows_refused_cases_only_when_wanted(desk: Desk) -> None:
    case_id = a_case(desk.workspace, "0001", to=Stage.COUNTY)
    case = open_case(desk.workspace, case_id).case
    enter_decision(desk.workspace, case_id, case.version, Decision(granted=False, number="4号", decided_on=DAY))
    a_case(desk.workspace, "0003")
    desk.page.reload(desk.page.shows)
    desk.wait()
    desk.click("dibaoView_list")
    assert [line.row.household_number for line in desk.page.overview.model.shown] == ["0003"]
    desk.page.overview.with_closed.click()
    desk.wait()
    assert [line.row.household_number for line in desk.page.overview.model.shown] == ["0001", "0003"]


@pytest.mark.parametrize(
    ("due_on", "tone"),
    [
        (DAY - timedelta(days=1), Tone.OVERDUE),
        (DAY, Tone.DUE),
        (DAY + timedelta(days=30), Tone.DUE),
        (DAY + timedelta(days=31), Tone.NEUTRAL),
    ],
)
def test_review_chip_by_how_near_it_is(look: None, due_on: date, tone: Tone) -> None:
    assert review_chip(due_on, DAY).tone is tone


# taking in


def test_household_is_chosen_by_pinyin_and_enter(desk: Desk, qtbot: QtBot) -> None:
    dialog = ChooseHouseholdDialog(desk.context, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.words, "zly")
    qtbot.waitUntil(lambda: dialog.households.count() == 1, timeout=5000)
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.household_id == desk.household("0001")


def test_choosing_says_when_nobody_is_found_and_takes_nothing(desk: Desk, qtbot: QtBot) -> None:
    dialog = ChooseHouseholdDialog(desk.context, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.note.text()
    QTest.keyClicks(dialog.words, "qqqq")
    qtbot.waitUntil(lambda: dialog.note.text() not in ("", before), timeout=5000)
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.household_id is None
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_application_is_taken_in_and_proposed_with_the_keyboard(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.type("application_reason", "old and ill")
    desk.press(Qt.Key.Key_Return)
    desk.fill_income("2400")
    desk.find("property_within_limits_yes").setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.case.panel.proposal is not None
    assert desk.case.panel.proposal.dibao_class is DibaoClass.B
    assert desk.case.form_body.chosen_class is DibaoClass.B

    desk.click("proposeClass")

    (case,) = desk.stored()
    assert (case.rule_class, case.village_class, case.stage) == (DibaoClass.B, DibaoClass.B, Stage.APPLICATION)
    assert open_case(desk.workspace, case.id).income[0].annual == Money.yuan(2400)
    assert desk.find("dibaoStepOn").isVisible()
    desk.click("dibaoStepOn")
    assert desk.stored()[0].stage is Stage.SURVEY
    desk.click("dibaoStepBack")
    assert desk.stored()[0].stage is Stage.APPLICATION


def test_sheet_adds_a_line_and_sums_while_typing(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.fill_income("3600")
    desk.turn()
    desk.press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "income_1_owner"
    desk.fill_income("1200", line=1)
    assert "4,800.00" in desk.text("incomeSums")
    assert "200.00" in desk.text("incomeSums")
    assert desk.find("income_2_kind").isVisible()
    remove = desk.find("income_0_remove")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [entry.annual for entry in desk.case.form_body.income.entries()] == [Money.yuan(1200)]


def test_enter_passes_over_the_blank_line_by_its_first_two_fields(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    names = []
    desk.find("application_reason").setFocus()
    for _ in range(3):
        desk.press(Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        names.append(focused.objectName() if focused is not None else "")
    assert names == ["income_0_owner", "income_0_kind", "property_within_limits_yes"]


def test_line_with_only_blanks_counts_for_nothing(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.type("income_0_description", " ")
    assert desk.case.form_body.income.entries() == ()


def test_household_with_an_open_case_is_shown_that_case(desk: Desk) -> None:
    case_id = a_case(desk.workspace)
    desk.open("dibao_new", desk.household())
    assert desk.case.data.case is not None
    assert desk.case.data.case.id == case_id
    assert len(desk.stored()) == 1


def test_income_that_is_no_amount_stands_at_the_sheet_and_nothing_is_saved(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.fill_income("many")
    desk.click("dibaoSave")
    assert desk.case.fields["income"].error
    assert desk.find("income_0_annual").property("wrong")
    assert desk.stored() == ()


def test_application_of_tomorrow_is_refused_at_its_date(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.case.form_body.applied_on.set_day(DAY + timedelta(days=1))
    desk.case.form_body.applied_on.setFocus()
    desk.press(Qt.Key.Key_S, ctrl=True)
    desk.settle()
    assert desk.case.fields["applied_on"].error
    assert desk.stored() == ()


# the rule


def test_income_equal_to_the_standard_is_not_below_it_and_the_reason_says_so(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace, annual=420 * 12 * 2))
    assert desk.case.panel.proposal is not None
    assert desk.case.panel.proposal.dibao_class is DibaoClass.NOT_MET
    assert "相等不算低于" in desk.text("proposalReasons")


def test_missing_standard_is_one_sentence_with_the_way_to_the_settings(desk: Desk) -> None:
    village = the_village(desk.workspace)
    change_village(desk.workspace, replace(village, local={}))
    desk.open("dibao_case", a_case(desk.workspace))
    assert desk.case.panel.proposal is None
    assert desk.text("proposalMissing")
    desk.click("proposalSettings")
    assert desk.shell.opened == [("settings", "local")]


def test_unanswered_property_question_keeps_the_rule_silent(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.settle()
    assert desk.case.panel.proposal is None
    assert not desk.find("proposalSettings").isVisible()
    desk.click("proposeClass")
    assert desk.case.fields["property_within_limits"].error
    assert desk.stored() == ()


def test_another_class_than_the_rules_demands_a_reason_beside_the_field(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace, "0002"))
    assert not desk.find("village_reasonField").isVisible()
    desk.click("village_class_A")
    assert desk.find("village_reasonField").isVisible()
    desk.click("proposeClass")
    assert desk.case.fields["village_reason"].error
    assert desk.stored("0002")[0].village_class is None

    desk.type("village_reason", "survey found more")
    desk.click("proposeClass")
    case = desk.stored("0002")[0]
    assert case.village_class is DibaoClass.A
    assert case.rule_class is not DibaoClass.A
    assert case.village_reason == "survey found more"


def test_class_follows_the_rule_until_the_clerk_chooses(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace))
    before = desk.case.form_body.chosen_class
    desk.click("property_within_limits_no")
    assert before is not DibaoClass.NOT_MET
    assert desk.case.form_body.chosen_class is DibaoClass.NOT_MET


# drafts and leaving


def test_draft_comes_back_after_a_crash(desk: Desk) -> None:
    desk.open("dibao_new", desk.household())
    desk.type("application_reason", "half typed")
    desk.fill_income("3600")
    form = desk.case.form
    assert form is not None
    assert form.draft is not None
    form.draft.keep()
    desk.wait()

    desk.page = desk.new_page()
    desk.open("dibao_new", desk.household())

    assert desk.case.form_body.reason.value == "half typed"
    assert [entry.annual for entry in desk.case.form_body.income.entries()] == [Money.yuan(3600)]
    assert desk.case.draft_strip.isVisible()
    assert desk.stored() == ()


def test_leaving_asks_only_when_something_would_be_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    answers = [False, True]

    def answer(_parent: QWidget) -> bool:
        asked.append(True)
        return answers.pop(0)

    monkeypatch.setattr("clerk_app.ui.page.ask_leave", answer)
    case_id = a_case(desk.workspace)
    desk.open("dibao_case", case_id)
    desk.case.form_body.reason.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.overview.isVisible()
    assert asked == []

    desk.open("dibao_case", case_id)
    desk.type("application_reason", " more")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.page.overview.isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.wait()
    assert desk.page.overview.isVisible()
    assert len(asked) == 2
    assert open_case(desk.workspace, case_id).case.application_reason == "年老多病"


# decision and review


def test_decision_is_entered_only_at_the_county_stage_and_nothing_approves(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace, to=Stage.TOWNSHIP))
    assert not desk.find("dibaoDecision").isVisible()
    desk.click("dibaoStepOn")
    assert desk.find("dibaoDecision").isVisible()
    assert not desk.find("dibaoStepOn").isVisible()


def test_decision_needs_the_papers_number_day_and_amount_at_their_fields(desk: Desk, qtbot: QtBot) -> None:
    case_id = a_case(desk.workspace, to=Stage.COUNTY)
    dialog = DecisionDialog(desk.context, open_case(desk.workspace, case_id).case, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.try_save()
    assert dialog.fields["decision_number"].error
    dialog.number.setText("姚民低保〔2026〕9号")
    dialog.decided_on.setText("2026-02-30")
    dialog.try_save()
    assert dialog.fields["decided_on"].error
    dialog.decided_on.set_day(DAY + timedelta(days=3))
    dialog.try_save()
    desk.wait()
    assert dialog.fields["decided_on"].error
    dialog.decided_on.set_day(DAY)
    dialog.amount.setText("0")
    dialog.try_save()
    assert dialog.fields["granted_amount"].error
    assert open_case(desk.workspace, case_id).case.stage is Stage.COUNTY
    dialog.amount.setText("440")
    dialog.try_save()
    desk.wait()
    case = open_case(desk.workspace, case_id).case
    assert (case.stage, case.granted_class, case.granted_amount) == (Stage.GRANTED, DibaoClass.B, Money.yuan(440))


def test_refusal_is_entered_without_class_and_amount(desk: Desk, qtbot: QtBot) -> None:
    case_id = a_case(desk.workspace, to=Stage.COUNTY)
    dialog = DecisionDialog(desk.context, open_case(desk.workspace, case_id).case, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.number.setText("姚民低保〔2026〕9号")
    dialog.decided_on.set_day(DAY)
    dialog.outcome.set_value("refused")
    assert not dialog.grant_amount.isEnabled()
    dialog.try_save()
    desk.wait()
    case = open_case(desk.workspace, case_id).case
    assert (case.stage, case.granted_class) == (Stage.REFUSED, None)


def test_decided_case_is_only_read(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace, to=Stage.GRANTED))
    assert not desk.find("dibaoSave").isVisible()
    assert not desk.find("application_reason").isEnabled()
    assert desk.find("dibaoReview").isVisible()
    assert "440.00" in desk.text("proposalStored")


def test_review_is_recorded_and_the_next_day_follows(desk: Desk, qtbot: QtBot) -> None:
    case_id = a_case(desk.workspace, to=Stage.GRANTED)
    desk.open("dibao_case", case_id)
    dialog = ReviewDialog(desk.context, open_case(desk.workspace, case_id).case, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reviewed_on.set_day(DAY + timedelta(days=1))
    dialog.try_save()
    desk.wait()
    assert dialog.fields["reviewed_on"].error
    dialog.reviewed_on.set_day(DAY)
    dialog.try_save()
    desk.wait()
    case = open_case(desk.workspace, case_id).case
    assert case.last_review_on == DAY
    assert case.next_review_on == date(2026, 9, 16)


def test_granted_case_ends_by_the_countys_paper(desk: Desk, qtbot: QtBot) -> None:
    case_id = a_case(desk.workspace, to=Stage.GRANTED)
    desk.open("dibao_case", case_id)
    assert desk.find("dibaoEnd").isVisible()
    dialog = EndDialog(desk.context, open_case(desk.workspace, case_id).case, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.try_save()
    assert dialog.fields["end_number"].error
    dialog.number.setText("姚民低保〔2026〕88号")
    dialog.try_save()
    assert dialog.fields["ended_on"].error
    dialog.ended_on.set_day(DAY)
    dialog.try_save()
    desk.wait()
    assert dialog.fields["end_reason"].error
    assert open_case(desk.workspace, case_id).case.stage is Stage.GRANTED
    dialog.reason.setPlainText("家庭收入超过低保标准")
    dialog.try_save()
    desk.wait()
    case = open_case(desk.workspace, case_id).case
    assert (case.stage, case.ended_on) == (Stage.ENDED, DAY)
    desk.page.reload(desk.page.shows)
    desk.settle()
    assert "姚民低保〔2026〕88号" in desk.case.panel.stored.text()
    assert not desk.find("dibaoEnd").isVisible()
    assert not desk.find("dibaoReview").isVisible()


def test_end_dialog_says_from_when_on_a_hearing_is_a_must(desk: Desk, qtbot: QtBot) -> None:
    dialog = EndDialog(
        desk.context, open_case(desk.workspace, a_case(desk.workspace, to=Stage.GRANTED)).case, desk.page
    )
    qtbot.addWidget(dialog)
    dialog.ended_on.set_day(date(2026, 6, 30))
    early = dialog.hearing._hint
    dialog.ended_on.set_day(date(2026, 7, 1))
    assert "第四十八条" in dialog.hearing._hint
    dialog.ended_on.setText("2026-13-01")
    assert "第四十八条" in dialog.hearing._hint
    assert "2026-07-01" in early


def test_history_tells_what_was_done_newest_first(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace, to=Stage.SURVEY))
    kinds = [entry.kind for entry in desk.case.data.history]
    assert kinds == ["办理低保环节", "提出低保类别", "受理低保申请"]
    texts = [label.text() for label in desk.case.form_body.history.findChildren(QLabel)]
    assert texts[1] == "办理低保环节"


def test_case_that_somebody_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    case_id = a_case(desk.workspace, to=Stage.SURVEY)
    desk.open("dibao_case", case_id)
    version = open_case(desk.workspace, case_id).case.version
    advance_case(desk.workspace, case_id, version, Stage.MEETING)
    desk.type("application_reason", " more")
    desk.click("dibaoSave")
    assert desk.case.error_strip.isVisible()
    assert open_case(desk.workspace, case_id).case.application_reason == "年老多病"


def test_unknown_case_is_told_at_the_top(desk: Desk, tasks: TaskRunner) -> None:
    told: list[UserError] = []
    tasks.refused.connect(told.append)
    desk.page.show_record("dibao_case", "nothing")
    desk.wait()
    assert desk.page.case_page is None
    assert len(told) == 1


def test_decision_and_review_are_reached_from_the_case(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = a_case(desk.workspace, to=Stage.COUNTY)

    def decide(_parent: QWidget, _context: Context, case: DibaoCase) -> bool:
        decision = Decision(
            granted=True, dibao_class=DibaoClass.B, amount=Money.yuan(440), number="9号", decided_on=DAY
        )
        enter_decision(desk.workspace, case.id, case.version, decision)
        return True

    asked: list[str] = []

    def review(_parent: QWidget, _context: Context, case: DibaoCase) -> bool:
        asked.append(case.id)
        return True

    monkeypatch.setattr(DecisionDialog, "ask", decide)
    monkeypatch.setattr(ReviewDialog, "ask", review)
    desk.open("dibao_case", case_id)
    desk.click("dibaoDecision")
    assert not desk.find("dibaoDecision").isVisible()
    assert desk.find("dibaoNextReviewDay").isVisible()
    desk.click("dibaoReview")
    assert asked == [case_id]


def test_application_is_begun_by_the_command_and_household_is_opened_from_the_case(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChooseHouseholdDialog, "ask", lambda _parent, _context: desk.household("0003"))
    desk.click("dibaoNew")
    assert desk.case.data.case is None
    desk.click("dibaoHousehold")
    assert desk.shell.opened == [("household", desk.household("0003"))]


def test_going_to_another_page_gives_up_only_what_the_clerk_gives_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr("clerk_app.ui.page.ask_leave", lambda _parent: answers.pop(0))
    desk.open("dibao_case", a_case(desk.workspace))
    assert desk.page.may_leave()
    desk.type("application_reason", " more")
    assert not desk.page.may_leave()
    assert not desk.page.overview.isVisible()
    assert desk.page.may_leave()
    assert desk.page.overview.isVisible()


def test_narrow_window_keeps_the_rule_in_one_line_in_sight(desk: Desk) -> None:
    desk.open("dibao_case", a_case(desk.workspace))
    assert not desk.find("proposalBrief").isVisible()
    desk.page.resize(720, 520)
    QTest.qWait(20)
    assert desk.find("proposalBrief").isVisible()
    assert desk.case.form_body.isAncestorOf(desk.case.panel)
    assert "100.00" in desk.text("proposalBrief")
    desk.page.resize(1160, 680)
    QTest.qWait(20)
    assert not desk.case.form_body.isAncestorOf(desk.case.panel)


def test_scenes_show_the_list_and_a_case(desk: Desk) -> None:
    a_case(desk.workspace)
    desk.page.reload(desk.page.shows)
    desk.wait()
    scenes = desk.page.scenes()
    scenes["case"]()
    desk.settle()
    assert desk.case.data.case is not None
    scenes["list"]()
    assert desk.page.overview.list.isVisible()
