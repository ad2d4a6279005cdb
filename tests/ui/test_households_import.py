"""Taking in a register: preview, problems, account, cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import IdentityKind, Sex
from clerk_app.services import register_import
from clerk_app.services.people import change_identity
from clerk_app.services.workspace import Workspace
from clerk_app.ui.dialogs.reason import ReasonDialog
from clerk_app.ui.pages.households import import_parts
from clerk_app.ui.pages.households.import_view import ImportView
from clerk_app.ui.tasks import Progress
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.strips import Strip
from tests.builders import resident_number, wrong_check_digit
from tests.ui.dialogs import when_modal
from tests.ui.households_page import HouseholdsDesk, Over

SAMPLE = Path(__file__).parents[1] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
HEADERS = ("户编号", "村民小组", "姓名", "与户主关系", "公民身份号码")


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over, monkeypatch: pytest.MonkeyPatch) -> HouseholdsDesk:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    found = HouseholdsDesk(qtbot, over(workspace))
    found.click("householdImport")
    return found


def view_of(desk: HouseholdsDesk) -> ImportView:
    view = desk.page.import_view
    assert view is not None
    return view


def read(desk: HouseholdsDesk, path: Path) -> ImportView:
    view = view_of(desk)
    view.read_file(path)
    desk.settle()
    return view


def register(path: Path) -> Path:
    """Write a register with one good household and one bad row."""
    good = resident_number(date(1962, 3, 4), Sex.MALE, 1)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADERS)
    sheet.append(("0001", "第1组", "自世春", "户主", good))
    sheet.append(("0001", "第1组", "李桂芝", "妻", wrong_check_digit(resident_number(date(1964, 5, 6), Sex.FEMALE, 2))))
    book.save(path)
    return path


def test_the_sample_register_goes_in_with_a_preview_and_an_account(desk: HouseholdsDesk) -> None:
    view = read(desk, SAMPLE)
    assert view.plan is not None
    assert len(view.households.model.shown) == len(view.plan.households) > 200
    assert str(view.plan.people) in desk.find(QLabel, "importSummary").text()
    assert desk.numbers == [], "a preview stores nothing"

    assert desk.focus.objectName() == "importCarryOut"
    desk.click("importCarryOut")

    assert len(desk.numbers) == len(view.plan.households)
    assert desk.find(Strip, "importAccount").isVisible()
    assert not desk.find(QPushButton, "importCarryOut").isEnabled()
    desk.click("importAccountAction")
    assert len(desk.page.list_view.model.shown) == len(desk.numbers)


def test_problems_stand_beside_what_can_come_in_and_can_be_saved(desk: HouseholdsDesk, tmp_path: Path) -> None:
    view = read(desk, register(tmp_path / "名册.xlsx"))

    assert [household.number for household in view.households.model.shown] == ["0001"]
    (problem,) = view.problems.model.shown
    assert problem.row == 3
    assert problem.message in desk.find(QLabel, "importProblemDetail").text()

    view.save_problems(tmp_path / "problems.xlsx")
    desk.settle()

    sheet = load_workbook(tmp_path / "problems.xlsx").active
    assert sheet is not None
    values = [cell.value for cell in sheet[3]]
    assert [values[0], *values[2:]] == [problem.row, problem.column, problem.message]


def test_a_row_that_waits_already_is_shown_as_waiting_and_does_not_wait_twice(
    desk: HouseholdsDesk, tmp_path: Path
) -> None:
    path = register(tmp_path / "名册.xlsx")
    read(desk, path)
    desk.click("importCarryOut")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append(("0002", "第1组", "何清", "户主", resident_number(date(1964, 5, 6), Sex.FEMALE, 9)))
    book.save(path)
    view = read(desk, path)
    states = {row.number: row.state.text for row in view.grid.file.records}
    assert (states[2], states[3]) == ("已登记", "已在等待")
    assert {remark.row: remark.state.text for remark in view.problems.model.records} == {2: "已登记", 3: "已在等待"}
    assert "1 行已经登记，1 行已经在等着处理，没有问题。" in desk.find(QLabel, "importSummary").text()
    assert any("已经在等着处理" in remark.message for remark in view.problems.model.records)
    desk.click("importCarryOut")
    assert desk.numbers == ["0001", "0002"]
    assert "1 行在以前的导入里已经等着处理" in desk.find(Strip, "importAccount").text


def test_a_row_that_comes_in_but_is_odd_is_shown_too(desk: HouseholdsDesk, tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append((*HEADERS, "性别"))
    sheet.append(("0001", "第1组", "自世春", "户主", resident_number(date(1962, 3, 4), Sex.MALE, 1), "女"))
    book.save(path)

    view = read(desk, path)

    assert len(view.households.model.shown) == 1
    (remark,) = view.problems.model.shown
    assert (remark.row, remark.stays_out) == (2, False)
    assert desk.find(QPushButton, "importCarryOut").isEnabled()


def test_where_to_save_problems_is_asked(desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(desk, register(tmp_path / "名册.xlsx"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "why"), ""))

    desk.click("importSaveProblems")

    assert (tmp_path / "why.xlsx").exists()


def test_a_file_that_is_no_register_is_refused_with_a_sentence(desk: HouseholdsDesk, tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing of the kind")

    view = read(desk, path)

    assert view.plan is None
    assert view.error_strip.isVisible()
    assert not desk.find(QPushButton, "importCarryOut").isEnabled()


def test_a_file_is_chosen_by_the_button(desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = register(tmp_path / "名册.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    desk.click("importChoose")

    assert view_of(desk).plan is not None


def test_escape_stops_an_import_and_leaves_no_row(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = read(desk, SAMPLE)
    stopped: list[bool] = []

    def slow(workspace: Workspace, plan: register_import.ImportPlan, progress: Progress) -> object:
        def report(done: int, total: int) -> None:
            if done == 20:
                view._work.cancel()  # type: ignore[union-attr]  # as Esc and the strip do
                stopped.append(True)
            progress(done, total)

        return register_import.carry_out_import(workspace, plan, report)

    monkeypatch.setattr(import_parts, "carry_out_import", slow)

    view.carry_out()
    desk.settle()

    assert stopped == [True]
    assert desk.numbers == []
    assert view.result is None
    assert desk.find(QPushButton, "importCarryOut").isEnabled(), "it can be tried again"


def test_escape_goes_back_to_the_list(desk: HouseholdsDesk) -> None:
    desk.press(Qt.Key.Key_Escape)
    desk.settle()

    assert desk.page.current is desk.page.list_view


def test_a_list_about_people_is_checked_and_what_it_lacks_is_typed(desk: HouseholdsDesk, tmp_path: Path) -> None:
    read(desk, register(tmp_path / "名册.xlsx"))
    desk.click("importCarryOut")
    known, unknown = (resident_number(date(1962, 3, 4), Sex.MALE, place) for place in (1, 9))
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("姓名", "身份证号", "缴费金额"), ("自世春", known, 200), ("何一", unknown, 300)):
        sheet.append(row)
    book.save(tmp_path / "参保.xlsx")

    view = read(desk, tmp_path / "参保.xlsx")
    assert "1 行已经登记，1 行有问题" in desk.find(QLabel, "importSummary").text()
    assert "缴费金额" in desk.find(Strip, "importNotices").text
    assert [remark.row for remark in view.problems.model.records] == [3, 2], "what is to be done comes first"
    assert desk.find(QPushButton, "importCarryOut").text() == "留下 1 行待处理"
    assert view.plan is not None
    known_row, unknown_row = import_parts.file_rows(view.plan)
    assert (dict(known_row.marks), import_parts.in_question(known_row)) == ({}, False)
    assert (list(unknown_row.marks), import_parts.in_question(unknown_row)) == ([4], True)
    for place, text in ((3, "0002"), (4, "户主")):
        view.grid.file.corrected.emit("3", place, text)
        desk.settle()
    assert (view.plan.people, view.plan.rejected[0].is_known) == (1, True)
    desk.click("importCarryOut")

    said = desk.find(Strip, "importAccount").text
    assert "1 行已经登记" in said
    assert "没有导入的列：缴费金额。" in said
    assert desk.numbers == ["0001", "0002"]


def test_statuses_of_people_on_file_are_shown_by_name_given_and_taken_back(desk: HouseholdsDesk) -> None:
    read(desk, SAMPLE)
    desk.click("importCarryOut")
    view = read(desk, SAMPLE.with_name("姚安-清河村-建档立卡名单.xlsx"))
    assert view.plan is not None
    shown = [(one.row, one.name, one.household) for one in view.preview.statuses.model.shown]
    assert (len(shown), shown[0]) == (150, (6, "仇有玉", "0003"))
    assert (view.preview.statuses.isVisible(), view.households.isVisible()) == (True, False)
    summary = "可以导入 0 户 0 人，给登记过的人补登 150 个困难身份，174 行已经登记，8 行有问题不导入。"
    assert summary in desk.find(QLabel, "importSummary").text()
    assert desk.find(QPushButton, "importCarryOut").text() == "补登 150 个困难身份"
    states = [remark.state.text for remark in view.problems.model.records]
    assert (states[0], states[8], set(states[8:])) == ("不导入", "已登记", {"已登记", "补登身份"}), (
        "to look at, then the rest"
    )

    desk.click("importCarryOut")
    assert "给登记过的人补登了 150 个困难身份。8 行没有导入" in desk.find(Strip, "importAccount").text

    poor = next(one for one in desk.file("0003").members[1].identities if one.kind is IdentityKind.REGISTERED_POOR)
    change_identity(desk.context.workspace, replace(poor, certificate="建档 0003"))
    desk.click("importEarlier")
    asked: list[str] = []
    when_modal(partial(_take_back, asked), ReasonDialog)
    desk.click("importsUndo")
    assert "给登记过的人补登的 149 个困难身份一并撤销" in asked[0]
    assert "1 个补登以后改动过，留下不动：仇有玉的建档立卡贫困人口（2016-12-31 脱贫）。" in asked[0]
    assert desk.said[-1] == "已撤销 0 户 0 人，补登的 149 个困难身份；1 个改动过的困难身份留着"
    assert [one.certificate for one in desk.file("0003").members[1].identities] == ["建档 0003"]


def _take_back(asked: list[str], dialog: ReasonDialog) -> None:
    asked.extend(label.text() for label in dialog.findChildren(QLabel) if "补登" in label.text())
    reason = dialog.findChild(LineEdit, "reason")
    assert reason is not None
    reason.set_raw("名单过时")
    dialog.try_save()
