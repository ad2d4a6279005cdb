"""The kinds of files that come on a stick: each is read, or refused in one sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from clerk_app.errors import UserError
from clerk_app.excel.reader import read_table
from clerk_app.excel.table import CellKind, Limits
from tests.register_lists import read_register

LISTS = Path(__file__).parents[2] / "golden" / "lists"
HEADINGS = ("姓名", "公民身份号码", "与户主关系")
PERSON = ("张三", "341004196002290016", "户主")
TEXT = "户编号\t姓名\t公民身份号码\t与户主关系\n1\t张三\t341004196002290016\t户主\n"


def a_book(*sheets: tuple[str, list[tuple[object, ...]]]) -> Workbook:
    book = Workbook()
    for place, (title, rows) in enumerate(sheets):
        sheet = book.active if place == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path


def refused(path: Path, says: str, sheet: str | None = None) -> None:
    with pytest.raises(UserError, match=says) as refusal:
        read_table(path, sheet=sheet)
    assert refusal.value.message.count("。") == 1


# old and other formats


def test_old_xls_is_read_with_its_dates_and_its_damaged_numbers() -> None:
    table = read_table(LISTS / "旧版名册.xls")
    assert (table.sheet, table.header_row) == ("住户名册", 2)
    assert table.rows[0].cells[5].text == "1960-02-29"
    sheet = read_register(LISTS / "旧版名册.xls", date(2026, 3, 16))
    assert [[row.name for row in household.members] for household in sheet.households] == [["罗长寿", "段玉芝"]]
    (problem,) = sheet.problems
    assert (problem.row, problem.column) == (5, "公民身份号码")
    assert "后几位已丢失" in problem.message


@pytest.mark.parametrize("member", ["content.xml", "xl/workbook.bin"], ids=["ods", "xlsb"])
def test_other_workbook_formats_are_told_what_to_save_as(tmp_path: Path, member: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "x")
    refused(tmp_path / "a.xlsx", r"\.xlsb 或 \.ods")


def test_web_page_called_xls_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("\ufeff<html><table><tr><td>姓名</td></tr></table></html>", encoding="utf-8")
    refused(tmp_path / "a.xls", "其实是网页")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16"])
def test_text_that_a_system_calls_xls_is_read(tmp_path: Path, encoding: str) -> None:
    if encoding == "utf-16":  # holds zero bytes, as workbooks do
        (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
        assert read_table(tmp_path / "a.txt").headers[1] == "姓名"
        return
    (tmp_path / "a.xls").write_bytes(TEXT.encode(encoding))
    assert read_table(tmp_path / "a.xls").headers == ("户编号", "姓名", "公民身份号码", "与户主关系")


def test_letter_called_xls_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("您好", encoding="utf-8")
    refused(tmp_path / "a.xls", "不是 Excel 工作簿")


def test_tab_between_cells_is_found_below_a_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("清河村，住户名册\n" + TEXT).encode("gbk"))
    assert read_table(tmp_path / "a.txt").rows[0].cells[1].text == "张三"


def test_workbook_with_macros_is_read_and_the_macros_are_not(tmp_path: Path) -> None:
    path = saved(a_book(("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsm")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not looked at")
    assert read_table(path).rows[0].cells[0].text == "张三"


# a sheet's true extent


def test_cell_in_the_far_corner_is_refused_before_the_sheet_is_laid_out(tmp_path: Path) -> None:
    book = a_book(("名册", [HEADINGS, PERSON]))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["XFD1048576"] = "x"
    refused(saved(book, tmp_path / "a.xlsx"), "XFD 列第 1048576 行")


def test_colours_down_to_the_last_row_are_no_content(tmp_path: Path) -> None:
    book = a_book(("名册", [HEADINGS, PERSON]))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["XFD1048576"].number_format = "@"
    table = read_table(saved(book, tmp_path / "a.xlsx"), limits=Limits(cells=100))
    assert len(table.rows) == 1


@pytest.mark.parametrize(
    ("was", "is_now"),
    [(b'r="B2"', b'r="2"'), (b'r="B2"', b'r="ZZZZ2"'), (b'r="B2"', b'r="B"'), (b'<row r="2"', b'<row r="0"')],
    ids=["no column", "column beyond Excel", "no row", "row zero"],
)
def test_cell_where_excel_has_none_is_told(tmp_path: Path, was: bytes, is_now: bytes) -> None:
    path = saved(a_book(("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w") as target:
        for name, data in members.items():
            target.writestr(name, data.replace(was, is_now))
    refused(path, "已损坏")


def test_cells_without_their_places_are_counted(tmp_path: Path) -> None:
    path = saved(a_book(("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    for reference in (b"A1", b"B1", b"C1", b"A2", b"B2", b"C2"):
        sheet = sheet.replace(b'r="' + reference + b'" ', b"")
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b'<row r="1"', b"<row").replace(b'<row r="2"', b"<row")
    with zipfile.ZipFile(path, "w") as target:
        for name, data in members.items():
            target.writestr(name, data)
    assert [cell.text for cell in read_table(path).rows[0].cells] == list(PERSON)


def test_table_that_begins_right_of_column_a_keeps_its_letters(tmp_path: Path) -> None:
    table = read_table(
        saved(a_book(("名册", [(), (None, *HEADINGS), (None, "李四", "=B2", "#REF!")])), tmp_path / "a.xlsx")
    )
    assert (table.header_row, table.letters) == (2, ("A", "B", "C", "D"))
    assert [cell.kind for cell in table.rows[0].cells] == [
        CellKind.EMPTY,
        CellKind.TEXT,
        CellKind.FORMULA,
        CellKind.ERROR,
    ]


# several sheets


def test_sheet_that_names_most_fields_is_taken_and_the_others_named(tmp_path: Path) -> None:
    few: tuple[str, list[tuple[object, ...]]] = ("统计", [("姓名", "序号"), ("张三", "1")])
    path = saved(a_book(few, ("一组", [HEADINGS, PERSON]), ("二组", [HEADINGS, PERSON])), tmp_path / "a.xlsx")
    table = read_table(path)
    assert (table.sheet, table.others) == ("一组", ("统计", "二组"))
    assert read_table(path, sheet="二组").sheet == "二组"
    refused(path, "没有名为“三组”的名册：可以选的有“统计”“一组”“二组”", sheet="三组")


def test_hidden_sheet_is_passed_over_where_another_is_seen(tmp_path: Path) -> None:
    book = a_book(("码表", [(*HEADINGS, "民族"), (*PERSON, "汉族")]), ("名册", [HEADINGS, PERSON]))
    book["码表"].sheet_state = "hidden"
    table = read_table(saved(book, tmp_path / "a.xlsx"))
    assert (table.sheet, table.others) == ("名册", ())


def test_chart_sheet_is_no_list(tmp_path: Path) -> None:
    book = a_book(("名册", [HEADINGS, PERSON]))
    book.create_chartsheet("图", 0)
    assert read_table(saved(book, tmp_path / "a.xlsx")).sheet == "名册"


def test_empty_sheet_beside_the_list_does_no_harm(tmp_path: Path) -> None:
    assert read_table(saved(a_book(("空", []), ("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsx")).sheet == "名册"


def test_reader_that_fails_inside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(_: io.BytesIO) -> None:
        raise PanicException

    monkeypatch.setattr("python_calamine.load_workbook", panics)
    refused(saved(a_book(("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsx"), "已损坏")


def test_stop_while_reading_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(_: io.BytesIO) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("python_calamine.load_workbook", stops)
    with pytest.raises(KeyboardInterrupt):
        read_table(saved(a_book(("名册", [HEADINGS, PERSON])), tmp_path / "a.xlsx"))


# headings over several rows


def test_word_above_makes_another_field_of_a_heading(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("栋川镇花名册",),
        ("序号", "户主", None, "家庭成员", None, None),
        (None, "姓名", "身份证号", "姓名", "身份证号", "与户主关系"),
        (1, "张三", "341004196002290016", *PERSON),
    ]
    table = read_table(saved(a_book(("名册", rows)), tmp_path / "a.xlsx"))
    assert table.headers == ("序号", "户主姓名", "户主身份证号", "姓名", "身份证号", "与户主关系")
    assert len(table.rows) == 1


def test_row_that_only_parts_a_heading_belongs_to_the_headings(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        (*HEADINGS, "住房", None, "备注"),
        (None, None, None, "面积", "结构", None),
        (*PERSON, 80, "砖混", None),
    ]
    table = read_table(saved(a_book(("名册", rows)), tmp_path / "a.xlsx"))
    assert table.headers == (*HEADINGS, "面积", "结构", "备注")
    assert [row.number for row in table.rows] == [3]
