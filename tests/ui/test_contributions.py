"""缴费 with the keyboard: type a tier, Enter, the next one; mark and record at once; take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Capacity
from clerk_app.domain.contribution import Insurance, Payer, PaymentState
from clerk_app.domain.money import Money, total
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import ContributionEntry, record_contribution, rows_of_year
from clerk_app.services.households import household_numbered
from clerk_app.services.people import change_person
from clerk_app.services.season import season
from clerk_app.services.workspace import Workspace
from clerk_app.storage.contribution_queries import ContributionRow
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.contribution_reverse import ReverseDialog
from clerk_app.ui.pages.contributions import work
from clerk_app.ui.pages.contributions.page import ContributionsPage
from clerk_app.ui.pages.contributions.typed import GridRow, Typed
from clerk_app.ui.tasks import Cancelled, Progress, TaskRunner
from tests.builders import CLERK, DAY, VillageFolder
from tests.ui.shell import Shell, a_context

PENSION = Insurance.PENSION
YEAR = DAY.year


class Desk:
    """The page as the clerk reaches it."""

    def __init__(self, context: Context, shell: Shell, qtbot: QtBot, wait: Callable[[], None]) -> None:
        self.context = context
        self.workspace: Workspace = context.workspace
        self.shell = shell
        self._wait = wait
        self._qtbot = qtbot
        self.page = self.new_page()

    def new_page(self) -> ContributionsPage:
        page = ContributionsPage(self.context)
        self.context.tasks.records_changed.connect(page.reload)
        self._qtbot.addWidget(page)
        page.resize(1180, 660)
        page.show()
        self._qtbot.waitExposed(page)
        page.activateWindow()
        page.reload(page.shows)
        self._wait()
        page.take_focus()
        QTest.qWait(20)
        return page

    def settle(self) -> None:
        self._wait()
        QTest.qWait(30)
        self._wait()

    def press(self, *keys: Qt.Key | str, ctrl: bool = False) -> None:
        """Press keys where the focus is, one after another as a clerk does."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                focused = QApplication.focusWidget()
                assert focused is not None
                if isinstance(one, str):
                    QTest.keyClicks(focused, one, held)
                else:
                    QTest.keyClick(focused, one, held)
                QTest.qWait(5)

    def go_to(self, name: str) -> None:
        row = self.page.model.row_of(lambda row: row.season.row.name == name)
        assert row is not None
        self.page.grid.go_to(row)
        self.page.grid.table.setFocus()

    @property
    def current(self) -> str:
        row = self.page.grid.current_record()
        assert row is not None
        return row.season.row.name

    def row(self, name: str) -> GridRow:
        (found,) = (row for row in self.page.model.records if row.season.row.name == name)
        return found

    @property
    def shown(self) -> list[str]:
        return [row.season.row.name for row in self.page.model.shown]

    def paid(self, name: str, payer: Payer, insurance: Insurance = PENSION) -> Money:
        """Return what one payer gave for somebody, reversals taken off."""
        return total([entry.amount for entry in self.stored(name, insurance).payments if entry.payer is payer])

    def stored(self, name: str, insurance: Insurance = PENSION) -> ContributionRow:
        (found,) = (row for row in rows_of_year(self.workspace, insurance, YEAR) if row.name == name)
        return found

    def find(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        label = self.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def click(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton)
        button.click()
        self.settle()


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


def an_entry(workspace: Workspace, name: str, tier: int = 300, payer: Payer = Payer.SELF) -> ContributionEntry:
    (row,) = (row for row in season(workspace, PENSION, YEAR).rows if row.row.name == name)
    return ContributionEntry(
        person_id=row.row.person_id, insurance=PENSION, year=YEAR, tier=Money.yuan(tier), payer=payer, paid_on=DAY, collector=CLERK
    )  # fmt: skip


# typing


def test_typed_tier_and_enter_record_the_row_and_go_to_the_next(desk: Desk) -> None:
    assert desk.current == "单长乐"
    desk.press("300", Qt.Key.Key_Return)
    desk.settle()
    (payment,) = desk.stored("单长乐").standing
    assert (payment.amount, payment.payer, payment.paid_on, payment.collector) == (
        Money.yuan(300), Payer.SELF, DAY, CLERK,
    )  # fmt: skip
    assert desk.row("单长乐").season.state is PaymentState.PAID
    assert desk.current == "李㛃"
    desk.press("200", Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("李㛃", Payer.SELF) == Money.yuan(200)
    assert desk.current == "李㛃"  # for the next one the government pays: Enter must not lead there by itself


def test_enter_alone_proposes_the_usual_tier_and_a_second_one_takes_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    assert editor.currentText() == "100"
    assert desk.stored("单长乐").payments == ()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("单长乐", Payer.SELF) == Money.yuan(100)


def test_tier_that_is_none_stays_open_with_its_sentence(desk: Desk) -> None:
    desk.press("777", Qt.Key.Key_Return)
    desk.settle()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    assert editor.property("wrong")
    assert desk.page.note.isVisible()
    assert "777" in desk.page.note.text
    assert desk.current == "单长乐"
    desk.press(Qt.Key.Key_Escape)
    assert desk.row("单长乐").typed is None
    assert desk.stored("单长乐").payments == ()


def test_payer_amount_and_day_can_be_typed_too(desk: Desk) -> None:
    desk.go_to("李㛃")
    model = desk.page.model
    place = desk.page.grid.table.currentIndex().row()
    assert model.setData(model.index(place, model.number_of["paid_on"]), "20260302")
    desk.press("200", Qt.Key.Key_Tab)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(1)
    desk.press(Qt.Key.Key_Tab)
    desk.press("150", Qt.Key.Key_Return)
    desk.settle()
    (payment,) = desk.stored("李㛃").standing
    assert (payment.payer, payment.paid_on, payment.tier) == (Payer.PROXY, date(2026, 3, 2), Money.yuan(200))
    assert payment.amount == Money.yuan(150)
    assert desk.row("李㛃").season.state is PaymentState.PROXIED


def test_wrong_day_at_the_top_is_told_and_nothing_is_recorded(desk: Desk) -> None:
    desk.page.bar.paid_on.setText("2026-13-01")
    desk.go_to("单长乐")
    desk.press("300", Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.bar.paid_on.property("wrong")
    assert desk.page.note.isVisible()
    assert desk.stored("单长乐").payments == ()
    desk.page.bar.paid_on.set_day(DAY)
    assert not desk.page.bar.paid_on.property("wrong")


def test_somebody_who_need_not_pay_is_recorded_only_after_a_second_enter(desk: Desk) -> None:
    desk.go_to("单小雨")
    desk.press("100", Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.note.isVisible()
    assert desk.stored("单小雨").payments == ()
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("单小雨", Payer.SELF) == Money.yuan(100)


def test_second_payment_of_the_own_part_is_refused_and_names_the_first(desk: Desk) -> None:
    record_contribution(desk.workspace, an_entry(desk.workspace, "单长乐"))
    desk.page.reload(desk.page.shows)
    desk.settle()
    desk.go_to("单长乐")
    desk.press("500", Qt.Key.Key_Return)
    desk.settle()
    assert "300" in desk.page.note.text
    assert desk.paid("单长乐", Payer.SELF) == Money.yuan(300)


def test_collective_aid_needs_its_amount_and_stands_beside_the_own_part(desk: Desk) -> None:
    record_contribution(desk.workspace, an_entry(desk.workspace, "单长乐"))
    desk.page.reload(desk.page.shows)
    desk.settle()
    model = desk.page.model
    place = model.row_of(lambda row: row.season.row.name == "单长乐")
    assert place is not None
    assert model.setData(model.index(place, model.number_of["payer"]), Payer.COLLECTIVE.value)
    desk.go_to("单长乐")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.note.isVisible()
    assert model.setData(model.index(place, model.number_of["amount"]), "50")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("单长乐", Payer.COLLECTIVE) == Money.yuan(50)
    assert desk.row("单长乐").recorded == Money.yuan(350)


# marking and recording at once


def test_marked_rows_are_recorded_at_once_and_the_sums_add_up(desk: Desk) -> None:
    desk.page.grid.table.selectAll()
    desk.press(Qt.Key.Key_Space)
    assert [row.season.row.name for row in desk.page.model.waiting] == ["单长乐", "李㛃", "罗𬭎"]
    assert "400.00" in desk.text("payerTotalsWaiting")
    desk.press(Qt.Key.Key_S, ctrl=True)
    desk.settle()
    paid = [desk.paid(name, Payer.SELF) for name in ("单长乐", "李㛃")]
    assert total(paid) == Money.yuan(200)
    assert desk.paid("罗𬭎", Payer.PROXY) == Money.yuan(200)
    assert all(sum_ in desk.text("payerTotalsText") for sum_ in ("200.00", "400.00"))
    assert desk.page.model.totals()[desk.page.model.number_of["amount"]] == "400.00"
    assert desk.page.model.waiting == ()
    assert desk.shell.said


def test_one_refusal_in_a_batch_records_nobody_and_marks_the_row(desk: Desk) -> None:
    model = desk.page.model
    desk.page.grid.table.selectAll()
    desk.press(Qt.Key.Key_Space)
    place = model.row_of(lambda row: row.season.row.name == "罗𬭎")
    assert place is not None
    assert model.setData(model.index(place, model.number_of["paid_on"]), "2020-01-01")
    desk.page.record_marked()
    desk.settle()
    assert desk.row("罗𬭎").problem
    assert desk.current == "罗𬭎"
    assert [desk.stored(name).payments for name in ("单长乐", "李㛃", "罗𬭎")] == [(), (), ()]
    assert len(model.waiting) == 3


def test_cancelled_batch_leaves_no_trace(desk: Desk) -> None:
    entries = tuple(an_entry(desk.workspace, name) for name in ("单长乐", "李㛃"))
    progress = Progress(lambda done, _total: progress.cancel() if done == 0 else None)
    with pytest.raises(Cancelled):
        work.record(desk.workspace, entries, progress)
    assert all(desk.stored(name).payments == () for name in ("单长乐", "李㛃"))


def test_batch_with_somebody_exempt_asks_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, True]
    monkeypatch.setattr("clerk_app.ui.pages.contributions.meant.ask", lambda *_args, **_more: answers.pop(0))
    model = desk.page.model
    place = model.row_of(lambda row: row.season.row.name == "段有福")
    assert place is not None
    assert model.setData(model.index(place, model.number_of["tier"]), "100")
    desk.page.record_marked()
    desk.settle()
    assert desk.stored("段有福").payments == ()
    desk.page.record_marked()
    desk.settle()
    assert desk.paid("段有福", Payer.SELF) == Money.yuan(100)


def test_nothing_marked_says_how_to_mark(desk: Desk) -> None:
    desk.page.record_marked()
    assert desk.page.note.isVisible()
    assert not desk.find("contributionRecord").isEnabled()


def test_space_again_and_escape_take_the_mark_away(desk: Desk) -> None:
    counts = []
    for keys in ((Qt.Key.Key_Space,), (Qt.Key.Key_Space,), (Qt.Key.Key_Space, Qt.Key.Key_Escape)):
        desk.press(*keys)
        counts.append(len(desk.page.model.waiting))
    assert counts == [1, 0, 0]


# what the government pays


def test_proxy_that_is_due_is_proposed_and_counts_for_nothing(desk: Desk) -> None:
    row = desk.row("罗𬭎")
    assert row.season.state is PaymentState.PROXY_DUE
    assert (row.tier, row.amount, row.typed) == (Money.yuan(200), Money.yuan(200), None)
    model = desk.page.model
    place = model.row_of(lambda row: row.season.row.name == "罗𬭎")
    assert place is not None
    light, whole = (
        model.index(row, model.number_of["amount"]).data(Qt.ItemDataRole.ForegroundRole) for row in (place, 0)
    )
    assert light is not None
    assert whole is None
    assert model.totals()[model.number_of["amount"]] == "0.00"
    desk.go_to("罗𬭎")
    desk.settle()
    assert "YA-A1" in desk.text("personRights")
    assert "200.00" in desk.text("personRights")


def test_one_command_marks_all_that_is_due_and_ctrl_s_records_it(desk: Desk) -> None:
    desk.click("contributionDue")
    assert desk.shown == ["罗𬭎"]
    assert [row.season.row.name for row in desk.page.model.waiting] == ["罗𬭎"]
    assert "200.00" in desk.page.note.text
    assert desk.stored("罗𬭎").payments == ()
    desk.press(Qt.Key.Key_S, ctrl=True)
    desk.settle()
    (payment,) = desk.stored("罗𬭎").standing
    assert (payment.payer, payment.amount) == (Payer.PROXY, Money.yuan(200))
    assert not desk.find("contributionDue").isEnabled()
    desk.page.mark_due()
    assert desk.page.model.waiting == ()


def test_enter_on_a_proposal_takes_it_as_the_governments(desk: Desk) -> None:
    desk.go_to("罗𬭎")
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("罗𬭎", Payer.PROXY) == Money.yuan(200)


def test_other_tier_than_the_proposed_one_is_the_persons_own(desk: Desk) -> None:
    change_village(desk.workspace, replace(the_village(desk.workspace), pack="huizhou"))
    desk.page.reload(desk.page.shows)
    desk.settle()
    desk.go_to("罗𬭎")
    desk.press("500", Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("罗𬭎", Payer.SELF) == Money.yuan(500)
    assert desk.row("罗𬭎").subsidy == Money.yuan(60)
    assert "60.00" in desk.text("payerTotalsText")


def test_medical_season_says_what_the_aid_leaves_to_pay(desk: Desk) -> None:
    model = desk.page.model
    assert desk.page.grid.table.isColumnHidden(model.number_of["own_part"])
    desk.click("contributionInsurance_medical")
    assert not desk.page.grid.table.isColumnHidden(model.number_of["own_part"])
    assert {name: desk.row(name).own_part for name in ("周兰英", "单长乐")} == {
        "周兰英": Money.yuan(0),
        "单长乐": Money.yuan(400),
    }
    assert model.headerData(model.number_of["subsidy"], Qt.Orientation.Horizontal) == model.tr("资助")
    desk.click("contributionDue")
    desk.press(Qt.Key.Key_S, ctrl=True)
    desk.settle()
    assert desk.paid("周兰英", Payer.PROXY, Insurance.MEDICAL) == Money.yuan(400)


def test_partial_aid_is_taken_off_what_is_typed(desk: Desk) -> None:
    (member,) = household_numbered(desk.workspace, "0003").members
    change_person(desk.workspace, replace(member.person, labour_capacity=Capacity.NONE))
    desk.click("contributionInsurance_medical")
    assert (desk.row("罗𬭎").subsidy, desk.row("罗𬭎").own_part) == (Money.yuan(70), Money.yuan(330))
    desk.go_to("罗𬭎")
    assert "330.00" in desk.text("personRights")
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.settle()
    (payment,) = desk.stored("罗𬭎", Insurance.MEDICAL).standing
    assert (payment.payer, payment.tier, payment.amount) == (Payer.SELF, Money.yuan(400), Money.yuan(330))
    assert "70.00" in desk.text("payerTotalsText")


def test_missing_local_value_of_an_aid_is_a_sentence_and_never_zero(desk: Desk) -> None:
    village = the_village(desk.workspace)
    change_village(desk.workspace, replace(village, pack="hunan", local={"medical_premium": "400.00"}))
    desk.click("contributionInsurance_medical")
    assert desk.page.problem.isVisible()
    lacking = [row for row in desk.page.model.records if row.season.right.lacking is not None]
    assert lacking
    assert all(isinstance(row.subsidy, str) and isinstance(row.own_part, str) for row in lacking)
    assert all(row.season.state is PaymentState.UNPAID for row in lacking)


def test_narrow_window_keeps_what_matters_and_brings_the_panel_back_when_wanted(desk: Desk) -> None:
    page = desk.page
    page.resize(900, 600)
    desk.settle()
    header = page.grid.table.horizontalHeader()
    room = page.grid.table.viewport().width()
    for name in ("name", "tier", "payer", "amount", "state"):
        place = page.model.number_of[name]
        assert header.sectionViewportPosition(place) + header.sectionSize(place) <= room, name
    assert not any(
        page.grid.table.isColumnHidden(page.model.number_of[name]) for name in ("id_number", "age", "paid_on")
    )
    assert not page.panel.isVisible()
    assert page.bar.paid_on.isVisible()
    page.bar.panel.click()
    assert page.panel.isVisible()
    page.resize(1180, 660)
    desk.settle()
    assert page.panel.isVisible()
    page.resize(900, 600)
    desk.settle()
    assert page.panel.isVisible()


# taking back


def test_reversal_needs_a_reason_and_both_entries_stay_in_sight(desk: Desk, qtbot: QtBot) -> None:
    record_contribution(desk.workspace, an_entry(desk.workspace, "单长乐"))
    desk.page.reload(desk.page.shows)
    desk.settle()
    dialog = ReverseDialog(desk.context, desk.row("单长乐").season, desk.page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.try_save()
    assert dialog.fields["reason"].error
    assert len(desk.stored("单长乐").payments) == 1
    dialog.reason.setText("wrong tier")
    dialog.try_save()
    desk.settle()
    assert [entry.amount for entry in desk.stored("单长乐").payments] == [Money.yuan(300), Money.yuan(-300)]
    desk.go_to("单长乐")
    desk.settle()
    assert "-300.00" in desk.text("personEntries")
    assert "wrong tier" in desk.text("personEntries")
    assert desk.row("单长乐").season.state is PaymentState.UNPAID


def test_del_opens_the_reversal_only_where_something_was_paid(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _context: Context, row: object) -> tuple[object, ...]:
        asked.append(str(row))
        return ()

    monkeypatch.setattr(ReverseDialog, "ask", ask)
    desk.press(Qt.Key.Key_Delete)
    assert asked == []
    assert desk.page.note.isVisible()
    record_contribution(desk.workspace, an_entry(desk.workspace, "单长乐"))
    desk.page.reload(desk.page.shows)
    desk.settle()
    desk.go_to("单长乐")
    desk.press(Qt.Key.Key_Delete)
    assert len(asked) == 1


# what is shown


def test_missing_premium_is_one_sentence_with_the_way_to_the_settings(desk: Desk) -> None:
    change_village(desk.workspace, replace(the_village(desk.workspace), local={"dibao_standard": "420.00"}))
    desk.click("contributionInsurance_medical")
    assert desk.page.problem.isVisible()
    assert len(desk.shown) == 6
    desk.click("seasonProblemAction")
    assert desk.shell.opened == [("settings", "local")]
    desk.click("contributionInsurance_pension")
    assert not desk.page.problem.isVisible()


def test_medical_premium_is_recorded_for_the_medical_insurance(desk: Desk) -> None:
    desk.click("contributionInsurance_medical")
    desk.go_to("段有福")
    desk.press("400", Qt.Key.Key_Return)
    desk.settle()
    assert desk.paid("段有福", Payer.SELF, Insurance.MEDICAL) == Money.yuan(400)
    assert desk.stored("段有福").payments == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [("scl", ["单长乐"]), ("0003", ["罗𬭎"]), ("单", ["单长乐", "单小雨"]), ("qqq", [])],
)
def test_filter_finds_names_pinyin_and_households(desk: Desk, words: str, names: list[str]) -> None:
    desk.page.bar.filter.setText(words)
    assert desk.shown == names


def test_group_and_state_filters_narrow_the_grid(desk: Desk) -> None:
    desk.click(f"contributionState_{PaymentState.UNPAID.value}")
    assert desk.shown == ["单长乐", "李㛃"]
    desk.click(f"contributionState_{PaymentState.PROXY_DUE.value}")
    assert desk.shown == ["罗𬭎"]
    desk.click(f"contributionState_{PaymentState.NOT_ASKED.value}")
    assert desk.shown == ["段有福", "周兰英", "单小雨"]
    desk.click("contributionState_all")
    choice = desk.page.bar.group_choice
    choice.setCurrentIndex(choice.findData("第1组"))
    choice.activated.emit(choice.currentIndex())
    assert desk.shown == ["段有福", "周兰英"]


def test_recorded_row_stays_in_sight_until_the_filter_changes(desk: Desk) -> None:
    desk.click(f"contributionState_{PaymentState.UNPAID.value}")
    desk.go_to("单长乐")
    desk.press("300", Qt.Key.Key_Return)
    desk.settle()
    assert desk.shown == ["单长乐", "李㛃"]
    assert desk.current == "李㛃"
    desk.click(f"contributionState_{PaymentState.PAID.value}")
    assert desk.shown == ["单长乐"]


def test_identity_numbers_are_masked_until_wanted(desk: Desk) -> None:
    model = desk.page.model
    place = model.number_of["id_number"]
    before = str(model.index(0, place).data())
    assert "********" in before
    desk.page.bar.numbers.click()
    after = str(model.index(0, place).data())
    assert "*" not in after
    assert (after[:6], after[-4:]) == (before[:6], before[-4:])


def test_empty_village_says_what_to_do_first(
    open_folder: Callable[[VillageFolder], Workspace],
    empty_template: VillageFolder,
    tasks: TaskRunner,
    qtbot: QtBot,
    settled: Callable[[], None],
) -> None:
    shell = Shell()
    desk = Desk(a_context(open_folder(empty_template), tasks, shell), shell, qtbot, settled)
    assert desk.find("emptyState").isVisible()


# drafts


def test_typed_rows_come_back_after_a_crash_and_go_when_recorded(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.page._drafts.keep()
    desk.settle()
    desk.page = desk.new_page()
    assert [row.season.row.name for row in desk.page.model.waiting] == ["单长乐"]
    assert desk.page.note.isVisible()
    desk.page.record_marked()
    desk.settle()
    desk.page = desk.new_page()
    assert desk.page.model.waiting == ()
    assert desk.paid("单长乐", Payer.SELF) == Money.yuan(100)


def test_each_season_keeps_its_own_typed_rows(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    waiting = []
    for insurance in ("medical", "pension"):
        desk.click(f"contributionInsurance_{insurance}")
        waiting.append([row.season.row.name for row in desk.page.model.waiting])
    assert waiting == [[], ["单长乐"]]


@pytest.mark.parametrize("content", [None, "x", ["100"], ["x", "self", "", ""], ["100", "nobody", "", ""]])
def test_draft_that_is_no_draft_is_passed_over(content: object) -> None:
    assert Typed.of(content) is None


def test_draft_gives_back_what_was_typed() -> None:
    typed = Typed(tier=Money.yuan(300), payer=Payer.COLLECTIVE, paid_on=DAY, amount=Money(12_345))
    assert Typed.of(typed.texts()) == typed


# words of an input method


def compose(*in_sight: str, commit: str) -> None:
    """Send what an input method sends: what is composed, as it stands in sight, then what it commits."""
    for words in (*in_sight, ""):
        focused = QApplication.focusWidget()
        assert focused is not None
        event = QInputMethodEvent(words, [])
        if not words:
            event.setCommitString(commit)
        QApplication.sendEvent(focused, event)
        QTest.qWait(5)


@pytest.mark.parametrize("in_sight", [(), ("3", "30")], ids=["at-one-stroke", "composed-in-sight"])
@pytest.mark.parametrize("words", ["300", "３００"], ids=["half-width", "full-width"])
def test_tier_committed_by_an_input_method_is_what_is_recorded(
    desk: Desk, in_sight: tuple[str, ...], words: str
) -> None:
    desk.go_to("单长乐")
    compose(*in_sight, commit=words)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert [payment.amount for payment in desk.stored("单长乐").standing] == [Money.yuan(300)]


def test_digits_committed_one_by_one_are_all_kept(desk: Desk) -> None:
    desk.go_to("单长乐")
    for digit in "300":
        compose(commit=digit)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert [payment.amount for payment in desk.stored("单长乐").standing] == [Money.yuan(300)]


def test_payer_committed_by_an_input_method_is_chosen(desk: Desk) -> None:
    desk.go_to("单长乐")
    table = desk.page.grid.table
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(desk.page.model.number_of["payer"]))
    compose(commit="集体")
    combo = table.findChild(QComboBox, "cell_payer")
    assert combo is not None
    assert combo.currentText() == "集体"


def test_tier_that_is_being_typed_stays_when_rows_round_it_are_told_anew(desk: Desk) -> None:
    desk.go_to("单长乐")
    desk.press("30")
    desk.page.model.take([row.season for row in desk.page.model.records])
    desk.press("0", Qt.Key.Key_Return)
    desk.settle()
    assert [payment.amount for payment in desk.stored("单长乐").standing] == [Money.yuan(300)]


@pytest.mark.parametrize("width", [1180, 800])
def test_tab_goes_as_the_eye_does(desk: Desk, width: int) -> None:
    desk.page.resize(width, 660)
    QTest.qWait(20)
    desk.page.bar.year_choice.setFocus()
    seen: list[QWidget] = []
    while not seen or seen[-1] is not desk.page.bar.panel:
        desk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert len(seen) < 20
        seen.append(focused)
    places = [
        (widget.mapTo(desk.page, QPoint(0, 0)).y() // 20, widget.mapTo(desk.page, QPoint(0, 0)).x()) for widget in seen
    ]
    assert places == sorted(places), [widget.objectName() for widget in seen]
    assert len(seen) > 6
