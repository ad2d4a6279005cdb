"""A list to Excel from the window: as it stands on the screen, or with the numbers covered, or a row a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from clerk_app.ui.context import Context
from clerk_app.ui.pages.contributions.page import ContributionsPage
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.list_menu import list_menu
from clerk_app.ui.widgets.record_view import RecordView
from tests.ui.households_page import HouseholdsDesk


@pytest.fixture
def desk(qtbot: QtBot, village: Context) -> HouseholdsDesk:
    return HouseholdsDesk(qtbot, village)


def exported(desk: HouseholdsDesk, path: Path, way: int, monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    """Choose the way to write it in the file dialog, as the clerk does by its list of kinds."""

    def choose(_parent: object, _title: str, suggested: str, ways: str) -> tuple[str, str]:
        assert suggested.endswith(".xlsx")
        return str(path), ways.split(";;")[way]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desk.click("householdExport")
    return [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]


def test_list_is_written_in_its_order_and_as_filtered(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = desk.page.list_view.model
    model.set_filter("0002")
    rows = exported(desk, tmp_path / "a.xlsx", 0, monkeypatch)
    assert rows[1] == [column.title for column in model.columns]
    assert [row[0] for row in rows[2:]] == ["0002"]


def test_people_of_the_households_shown_are_written_with_their_numbers_or_without(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.page.list_view.model.set_filter("0002")
    whole = exported(desk, tmp_path / "a.xlsx", 2, monkeypatch)
    covered = exported(desk, tmp_path / "b.xlsx", 3, monkeypatch)
    place = whole[1].index("公民身份号码")
    assert {row[0] for row in whole[2:]} == {"0002"}
    assert all("*" not in str(row[place]) for row in whole[2:])
    assert all("********" in str(row[place]) for row in covered[2:])


def test_table_with_numbers_covered_keeps_the_rest(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exported(desk, tmp_path / "a.xlsx", 0, monkeypatch)
    covered = exported(desk, tmp_path / "b.xlsx", 1, monkeypatch)
    assert [row[:4] for row in whole] == [row[:4] for row in covered]


def test_only_the_columns_in_sight_are_written_in_the_order_they_stand_in_and_the_rows_as_sorted(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = desk.page.list_view.view
    names = [column.name for column in view.model.columns]
    header = view.table.horizontalHeader()
    header.moveSection(header.visualIndex(names.index("phone")), 0)
    view.table.hideColumn(names.index("address"))
    view.table.sortByColumn(names.index("number"), Qt.SortOrder.DescendingOrder)
    rows = exported(desk, tmp_path / "a.xlsx", 0, monkeypatch)
    titles = [column.title for column in view.model.columns if column.name not in ("phone", "address")]
    assert rows[1] == ["联系电话", *titles]
    numbers = [row[1] for row in rows[2:]]
    assert len(numbers) == 12
    assert numbers == sorted(numbers, key=str, reverse=True)


def test_the_grid_of_contributions_goes_out_under_the_headings_it_shows(
    qtbot: QtBot, village: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ContributionsPage(village)
    qtbot.addWidget(page)
    page.resize(1180, 660)
    page.show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.xlsx"), ""))
    headings = []
    for insurance in ("pension", "medical"):
        page.bar.insurance_choice.set_value(insurance)
        page.bar.season_chosen.emit()
        qtbot.waitUntil(lambda: not village.tasks.is_busy)
        page.buttons.export.click()
        qtbot.waitUntil(lambda: not village.tasks.is_busy)
        headings.append([cell.value for cell in load_workbook(tmp_path / "a.xlsx").worksheets[0][2]])
    pension, medical = headings
    assert ("补贴" in pension, "资助" in pension, "个人应缴" in pension) == (True, False, False)
    assert ("补贴" in medical, "资助" in medical, "个人应缴" in medical) == (False, True, True)


def test_every_table_can_be_written_by_its_menu_though_no_button_stands_by(
    desk: HouseholdsDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.enter("0002")
    desk.settle()
    assert desk.page.file_view is not None
    members = next(view for view in desk.page.file_view.findChildren(RecordView) if view.model.rowCount())
    assert isinstance(members, RecordView)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.xlsx"), ""))
    for _ in range(2):
        menu = list_menu(members)
        copy, export = menu.actions()
        assert (copy.isEnabled(), export.isEnabled()) == (members.table.selectionModel().hasSelection(), True)
        export.trigger()
        menu.deleteLater()
        desk.settle()
    assert len(members.findChildren(ListExport)) == 1
    rows = [[cell.value for cell in row] for row in load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows()]
    assert rows[0][0] == "成员"
    assert [row[0] for row in rows[2:]] == [
        members.model.index(row, 0).data() for row in range(members.model.rowCount())
    ]
    assert any("已导出" in said for said in desk.said)


def test_the_menu_of_a_table_opens_by_the_right_button(desk: HouseholdsDesk, qtbot: QtBot) -> None:
    view = desk.page.list_view.view
    view.table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = view.findChild(QMenu, "listMenu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    menu.close()
    qtbot.waitUntil(lambda: view.findChild(QMenu, "listMenu") is None)
