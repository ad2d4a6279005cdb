"""Mending an import: cells typed over, columns chosen, rows left over, and the whole taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Sex
from clerk_app.services.import_rows import list_imports
from clerk_app.services.list_source import layouts
from clerk_app.services.workspace import Workspace
from clerk_app.ui.dialogs.import_columns import ColumnsDialog
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.dialogs.reason import ReasonDialog
from clerk_app.ui.pages.households.file_grid import BEFORE
from clerk_app.ui.pages.households.import_view import ImportView
from clerk_app.ui.pages.households.imports_view import ImportsView
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.strips import Strip
from tests.builders import resident_number, wrong_check_digit
from tests.ui.dialogs import when_modal
from tests.ui.households_page import HouseholdsDesk, Over

W = TypeVar("W", bound=QWidget)
HEADINGS = ("户编号", "姓名", "与户主关系", "公民身份号码")
HEAD, SON, THIRD = (resident_number(date(1962 + n, 3, 4), Sex.MALE, n + 1) for n in range(3))
NUMBER = 3


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over, monkeypatch: pytest.MonkeyPatch) -> HouseholdsDesk:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    found = HouseholdsDesk(qtbot, over(workspace))
    found.click("householdImport")
    return found


def a_list(path: Path, headings: tuple[str, ...] = HEADINGS) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        headings,
        ("0001", "自世春", "户主", HEAD),
        ("0001", "自小春", "子", wrong_check_digit(SON)),
        ("0002", "孤单", "户主", "1"),
    ):
        sheet.append(row)
    book.save(path)
    return path


def view_of(desk: HouseholdsDesk) -> ImportView:
    view = desk.page.import_view
    assert view is not None
    return view


def read(desk: HouseholdsDesk, path: Path) -> ImportView:
    view = view_of(desk)
    view.read_file(path)
    desk.settle()
    return view


def type_into(desk: HouseholdsDesk, view: ImportView | ImportsView, row: int, text: str) -> None:
    """Type over the number in a row of the file, as F2 and Enter do."""
    index = view.grid.file.index(row, BEFORE + NUMBER)
    assert view.grid.file.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert view.grid.file.setData(index, text)
    desk.settle()


def found(dialog: QWidget, kind: type[W], name: str) -> W:
    widget = dialog.findChild(kind, name)
    assert isinstance(widget, kind)
    return widget


def give_reason(text: str, *, checked: bool = False) -> Callable[[Any], None]:
    def act(dialog: ReasonDialog) -> None:
        dialog.try_save()
        assert not dialog.reason, "nothing goes without a reason"
        found(dialog, LineEdit, "reason").set_raw(text)
        dialog.option.setChecked(checked)
        dialog.try_save()

    return act


def imported(desk: HouseholdsDesk, tmp_path: Path) -> ImportsView:
    read(desk, a_list(tmp_path / "名册.xlsx"))
    desk.click("importCarryOut")
    desk.click("importEarlier")
    view = desk.page.imports
    assert view is not None
    assert len(view.grid.file.records) == 2
    return view


def test_problem_stands_in_its_cell_and_is_typed_over(desk: HouseholdsDesk, tmp_path: Path) -> None:
    view = read(desk, a_list(tmp_path / "名册.xlsx"))
    view.problems.record_chosen.emit(view.problems.model.shown[0])
    assert desk.find(Segments, "importPart").raw == "file"
    index = view.grid.table.currentIndex()
    assert (index.row(), index.column()) == (1, BEFORE + NUMBER)
    assert "校验码" in view.preview.cell_detail.text()
    assert "校验码" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert [row.state.tone for row in view.grid.file.records] == [Tone.DONE, Tone.OVERDUE, Tone.OVERDUE]

    view.preview.only_wrong.setChecked(True)
    assert [row.number for row in view.grid.file.shown] == [3, 4]
    type_into(desk, view, 0, SON)

    assert view.plan is not None
    assert view.plan.people == 2
    assert [row.number for row in view.grid.file.shown] == [4]
    assert view.grid.file.records[1].corrected == {NUMBER}


def test_what_was_typed_is_there_again_after_an_interruption(desk: HouseholdsDesk, tmp_path: Path) -> None:
    type_into(desk, read(desk, a_list(tmp_path / "名册.xlsx")), 1, SON)
    desk.click("importBack")
    desk.click("householdImport")
    desk.settle()
    assert desk.find(Strip, "importUnfinished").isVisible()
    desk.click("importUnfinishedAction")
    plan = view_of(desk).plan
    assert plan is not None
    assert (plan.people, dict(plan.source.corrections)) == (2, {(3, NUMBER): SON})


def test_columns_that_are_not_known_are_chosen_and_remembered(
    desk: HouseholdsDesk, workspace: Workspace, tmp_path: Path
) -> None:
    view = read(desk, a_list(tmp_path / "名册.xlsx", ("户编号", "姓名", "身份", "号码")))
    assert (view.plan, view.error_strip.isVisible()) == (None, True)

    def choose(dialog: ColumnsDialog) -> None:
        for name, code in (("column2", "NAME"), ("column3", "ID_NUMBER")):
            combo = found(dialog, NarrowCombo, name)
            combo.setCurrentIndex(combo.findText({"NAME": "姓名", "ID_NUMBER": "公民身份号码"}[code]))
        dialog.try_save()
        assert dialog.error_strip.isVisible(), "two columns cannot be the name"
        combo = found(dialog, NarrowCombo, "column2")
        combo.setCurrentIndex(combo.findText("与户主关系"))
        found(dialog, LineEdit, "layout_name").set_raw("民政所的表")
        dialog.try_save()

    when_modal(choose, ColumnsDialog)
    desk.click("importColumns")
    assert view.plan is not None
    assert view.plan.people == 1
    assert [layout.name for layout in layouts(workspace)] == ["民政所的表"]
    when_modal(lambda dialog: dialog.leave(), ColumnsDialog)
    desk.click("importColumns")
    assert view.plan.people == 1


def test_another_sheet_is_read_when_it_is_chosen(desk: HouseholdsDesk, tmp_path: Path) -> None:
    book = Workbook()
    for title, number in (("一组", HEAD), ("二组", SON)):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        sheet.append((title, title, "户主", number))
    book.save(tmp_path / "a.xlsx")
    view = read(desk, tmp_path / "a.xlsx")
    sheets = desk.find(QComboBox, "importSheet")
    assert [sheets.itemText(place) for place in range(sheets.count())] == ["一组", "二组"]
    sheets.setCurrentIndex(1)
    sheets.activated.emit(1)
    desk.settle()
    assert view.plan is not None
    assert view.plan.source.table.sheet == "二组"


def test_rows_left_over_are_mended_and_taken_in(desk: HouseholdsDesk, tmp_path: Path) -> None:
    view = imported(desk, tmp_path)
    assert not desk.find(QPushButton, "importsTakeIn").isEnabled()
    type_into(desk, view, 0, SON)
    assert [row.state.tone for row in view.grid.file.records] == [Tone.DONE, Tone.DUE]
    desk.click("importsTakeIn")
    assert [row.number for row in view.grid.file.records] == [4]
    assert desk.page.list_view.model.shown[0].members == 2


def test_row_is_left_out_with_a_reason(desk: HouseholdsDesk, tmp_path: Path) -> None:
    view = imported(desk, tmp_path)
    view.grid.go_to(4, NUMBER)
    when_modal(give_reason("外村人"), ReasonDialog)
    desk.click("importsDrop")
    assert [row.number for row in view.grid.file.records] == [3]


def test_no_rows_are_counted_where_nothing_was_imported(desk: HouseholdsDesk) -> None:
    desk.click("importEarlier")
    view = desk.page.current
    assert isinstance(view, ImportsView)
    texts = {label.text() for label in view.findChildren(QLabel)}
    assert "没有导入的行" in texts
    assert not [text for text in texts if "0 行" in text]


def test_import_is_taken_back(desk: HouseholdsDesk, workspace: Workspace, tmp_path: Path) -> None:
    view = imported(desk, tmp_path)
    when_modal(give_reason("选错了文件"), ReasonDialog)
    desk.click("importsUndo")
    desk.settle()
    assert desk.numbers == []
    assert view.grid.file.records == ()
    assert list_imports(workspace)[0].undone_at is not None
    assert not desk.find(QPushButton, "importsUndo").isEnabled()
    desk.click("importsBack")
    assert desk.page.current is view_of(desk)
