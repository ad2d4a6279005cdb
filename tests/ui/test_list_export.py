"""A list to Excel from the window: as it stands on the screen, or with the numbers covered, or a row a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from clerk_app.ui.context import Context
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
