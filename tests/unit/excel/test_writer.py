from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from clerk_app.domain.money import Money
from clerk_app.errors import SituationError, UserError
from clerk_app.excel.reader import read_table
from clerk_app.excel.table import CellKind
from clerk_app.excel.writer import Value, write_list

HEADERS = ("姓名", "身份证号", "备注")


def written(path: Path, rows: list[list[Value]], title: str = "名单") -> Worksheet:
    write_list(path, title, HEADERS, rows)
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_list_has_its_title_frozen_headers_and_rows(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", [["王𬭎", "341004196002290016", None]], "低保/名单")
    assert sheet.title == "低保 名单"
    assert sheet.freeze_panes == "A3"
    assert [[cell.value for cell in row] for row in sheet] == [
        ["低保/名单", None, None],
        list(HEADERS),
        ["王𬭎", "341004196002290016", None],
    ]


def test_words_are_text_cells_whatever_they_start_with(tmp_path: Path) -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "0123", "341004196002290016"]
    sheet = written(tmp_path / "a.xlsx", [[text, "", ""] for text in hostile])
    cells = [sheet.cell(row, 1) for row in range(3, 10)]
    assert [cell.value for cell in cells] == hostile
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False] * 2


def test_numbers_money_and_dates_are_what_excel_can_reckon_with(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", [[3, Money(123456), date(2018, 6, 30)]])
    count, money, day = (sheet.cell(3, column) for column in (1, 2, 3))
    assert (count.value, count.data_type) == (3, "n")
    assert (money.value, money.number_format) == (1234.56, "#,##0.00")
    assert (str(day.value)[:10], day.number_format) == ("2018-06-30", "yyyy-mm-dd")


def test_columns_are_as_wide_as_their_words(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", [["张三", "341004196002290016", "长" * 200, "多出的一格"]])
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [6, 20, 52]


@pytest.mark.parametrize("title", ["", "[]:*?", "长" * 40])
def test_title_that_excel_cannot_use_for_a_sheet_is_made_fit(tmp_path: Path, title: str) -> None:
    assert written(tmp_path / "a.xlsx", [], title).title == (title if len(title) == 40 else "名单")[:31]


def test_control_characters_and_endless_text_do_not_spoil_the_file(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", [["张\x00三\x1f", "\ud800", "长" * 40_000]])
    assert sheet["A3"].value == "张三"
    assert len(str(sheet["C3"].value)) == 32_767


def test_written_list_is_read_back_as_it_was(tmp_path: Path) -> None:
    write_list(tmp_path / "a.xlsx", "名单", HEADERS, [["=王五", "34100419600229001X", "一\n二"]])
    row = read_table(tmp_path / "a.xlsx").rows[0]
    assert [cell.text for cell in row.cells] == ["=王五", "34100419600229001X", "一\n二"]
    assert {cell.kind for cell in row.cells} == {CellKind.TEXT}


def test_older_file_is_replaced_and_nothing_else_left(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("old")
    write_list(tmp_path / "a.xlsx", "名单", HEADERS, [])
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert read_table(tmp_path / "a.xlsx").headers == HEADERS


def test_folder_as_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="是文件夹"):
        write_list(tmp_path, "名单", HEADERS, [])


def test_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="文件夹“拔掉的U盘”不存在"):
        write_list(tmp_path / "拔掉的U盘" / "a.xlsx", "名单", HEADERS, [])


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_full_disk_leaves_the_older_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SituationError, match="No space left"):
        write_list(tmp_path / "a.xlsx", "名单", HEADERS, [["张三", "", ""]])
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.xlsx", "old")]


def test_nothing_lies_in_a_temporary_file_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    assert written(tmp_path / "a.xlsx", [["张三", "1", ""]]).cell(3, 1).value == "张三"


def test_list_is_ready_to_be_printed(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", [["张三", "341004196002290016", ""]])
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "$1:$2",
        "portrait",
        9,
    )
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    wide = written(tmp_path / "b.xlsx", [["长" * 30, "长" * 30, ""]])
    assert wide.page_setup.orientation == "landscape"
