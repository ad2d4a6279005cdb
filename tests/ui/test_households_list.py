"""The list of households: finding, going on, giving out, and what an empty village sees."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.services.people import end_membership
from clerk_app.services.workspace import Workspace
from clerk_app.storage.queries import HouseholdRow
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.empty_state import EmptyState
from tests.ui.households_page import HouseholdsDesk, Over


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> HouseholdsDesk:
    return HouseholdsDesk(qtbot, village)


@pytest.fixture
def empty_desk(qtbot: QtBot, workspace: Workspace, over: Over) -> HouseholdsDesk:
    return HouseholdsDesk(qtbot, over(workspace))


def shown_numbers(desk: HouseholdsDesk) -> list[str]:
    return [row.number for row in desk.page.list_view.model.shown]


def test_the_list_shows_every_household_with_its_totals(desk: HouseholdsDesk) -> None:
    rows = desk.page.list_view.model.shown

    assert [row.number for row in rows] == [f"{number:04d}" for number in range(1, 13)]
    totals = desk.page.list_view.model.totals()
    assert totals[3] == str(sum(row.members for row in rows))
    assert totals[4] == str(sum(row.poor for row in rows))


def test_the_filter_finds_while_typing_and_enter_opens_the_only_one(desk: HouseholdsDesk) -> None:
    desk.enter("0007")
    desk.settle()

    assert shown_numbers(desk) == ["0007"]
    assert desk.page.file_view is not None
    assert desk.page.current is desk.page.file_view
    assert "0007" in desk.page.title


def test_the_words_of_the_filter_are_made_in_the_thread_that_reads(
    qtbot: QtBot, village: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clerk_app.ui.pages.households import listing  # noqa: PLC0415 - only this test

    threads: set[str] = set()

    def initials(row: HouseholdRow) -> str:
        threads.add(threading.current_thread().name.partition("_")[0])
        return row.head

    monkeypatch.setattr(listing, "initials", initials)
    desk = HouseholdsDesk(qtbot, village)
    desk.enter("0007")
    assert threads == {"clerk-database"}


def test_classes_and_stages_are_sorted_by_their_order_not_by_their_words(desk: HouseholdsDesk) -> None:
    row = desk.page.list_view.model.shown[0]
    cases = (("", ""), ("none", "survey"), ("C", "granted"), ("A", "application"), ("B", "posting"))
    model = desk.page.list_view.model
    model.set_records([replace(row, dibao_class=level, dibao_stage=stage) for level, stage in cases])
    place = [column.name for column in model.columns].index("dibao_class")
    model.sort(place)
    assert [row.dibao_class for row in model.shown] == ["A", "B", "C", "none", ""]
    model.sort(place + 1)
    assert [row.dibao_stage for row in model.shown] == ["application", "survey", "posting", "granted", ""]


def test_the_filter_finds_a_head_by_the_initials(desk: HouseholdsDesk) -> None:
    from clerk_app.storage.pinyin import name_keys  # noqa: PLC0415 - only this test

    row = desk.page.list_view.model.shown[0]
    initials = next(key for key in name_keys(row.head) if key.isascii() and len(key) == len(row.head))

    desk.type(initials)

    assert row.number in shown_numbers(desk)


def test_enter_in_the_table_opens_the_household(desk: HouseholdsDesk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.enter("")
    desk.settle()

    assert "0002" in desk.page.title


def test_a_filter_that_finds_nothing_says_so_and_escape_empties_it(desk: HouseholdsDesk) -> None:
    desk.type("zzzz")
    assert desk.find(EmptyState, "emptyState").isVisible()
    action = desk.find(EmptyState, "emptyState").findChild(QPushButton, "emptyAction")
    assert action is not None
    assert not action.isVisible()

    desk.press(Qt.Key.Key_Escape)

    assert len(shown_numbers(desk)) == 12


def test_the_group_narrows_the_list(desk: HouseholdsDesk) -> None:
    group = desk.page.list_view.model.shown[0].group
    box = desk.find(QComboBox, "householdGroup")

    box.setCurrentIndex(box.findData(group))

    assert {row.group for row in desk.page.list_view.model.shown} == {group}


def test_closed_households_are_shown_only_when_asked_for(desk: HouseholdsDesk) -> None:
    workspace = desk.context.workspace
    file = next(f for f in map(desk.file, shown_numbers(desk)) if len(f.members) == 1)
    end_membership(workspace, file.members[0].membership.id, workspace.today(), "迁出")
    desk.page.reload(Changed.ALL)
    desk.settle()
    assert file.household.number not in shown_numbers(desk)

    desk.find(CheckBox, "householdWithClosed").setChecked(True)
    desk.settle()

    assert file.household.number in shown_numbers(desk)


def test_export_writes_what_the_list_shows(desk: HouseholdsDesk, tmp_path: Path) -> None:
    desk.page.list_view.filter.setText("000")
    count = len(shown_numbers(desk))

    desk.page.list_view.export_to(tmp_path / "list.xlsx")
    desk.settle()

    sheet = load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    assert sheet.max_row == count + 2
    assert sheet["A3"].value == "0001"
    assert isinstance(sheet["D3"].value, int)
    assert any("list.xlsx" in said for said in desk.said)


def test_export_asks_where_and_cancel_leaves_no_trace(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    desk.click("householdExport")

    assert list(tmp_path.glob("*.xlsx")) == []
    assert desk.said == []


def test_an_empty_village_is_told_what_to_do_first(empty_desk: HouseholdsDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert empty_desk.find(EmptyState, "emptyState").isVisible()

    empty_desk.click("emptyAction")

    assert empty_desk.page.import_view is not None
    assert empty_desk.page.current is empty_desk.page.import_view


def test_ctrl_n_begins_a_registration(desk: HouseholdsDesk) -> None:
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: desk.page.form is not None)  # a button pressed by a key shows it for a moment
    desk.settle()

    assert desk.page.current is desk.page.form
    assert desk.field("number").editor.raw == "0013"


def test_a_dropped_register_is_read(desk: HouseholdsDesk, tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("姓名,与户主关系,公民身份号码\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    desk.page.list_view.dropEvent(event)
    desk.settle()

    assert desk.page.import_view is not None
    assert desk.page.current is desk.page.import_view


def test_other_files_cannot_be_dropped(desk: HouseholdsDesk, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    desk.page.list_view.dropEvent(event)

    assert desk.page.current is desk.page.list_view
