from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from clerk_app.errors import UserError
from clerk_app.excel.reader import read_table
from clerk_app.excel.table import Cell, CellKind, Limits, Table, column_letter

HEADINGS = ("姓名", "公民身份号码", "与户主关系")
PERSON = ("张三", "341004196002290016", "户主")


def save(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    for place, rows in enumerate(sheets):
        sheet = book.active if place == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Write the workbook again with its members changed."""
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, change(name, data))
    return path


def with_shared_text(path: Path) -> Path:
    """Write a workbook whose name in A2 stands in the table of shared strings, as Excel writes it and openpyxl does not."""
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"

    def shared(name: str, data: bytes) -> bytes:
        if name == "[Content_Types].xml":
            part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{content}"/></Types>'
            return data.replace(b"</Types>", part.encode())
        if name == "xl/_rels/workbook.xml.rels":
            part = f'<Relationship Id="rId99" Type="{related}" Target="sharedStrings.xml"/></Relationships>'
            return data.replace(b"</Relationships>", part.encode())
        return data.replace(b't="inlineStr"><is><t>zhang</t></is>', b't="s"><v>0</v>')

    repacked(save(path, [HEADINGS, ("zhang", *PERSON[1:])]), shared)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{spreadsheet}"><si><t>zhang</t></si></sst>')
    return path


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def refused(path: Path, says: str, limits: Limits | None = None) -> None:
    with pytest.raises(UserError, match=says) as refusal:
        read_table(path, limits=limits or Limits())
    assert refusal.value.message.count("。") == 1


def test_workbook_is_read_with_its_header_and_the_places_of_its_cells(tmp_path: Path) -> None:
    table = read_table(save(tmp_path / "名册.xlsx", [HEADINGS, PERSON]))
    assert (table.sheet, table.header_row, table.headers, table.letters) == ("Sheet", 1, HEADINGS, ("A", "B", "C"))
    assert texts(table) == [list(PERSON)]
    cell = table.rows[0].cells[1]
    assert (cell.kind, table.rows[0].number) == (CellKind.TEXT, 2)


def test_shared_text_is_read(tmp_path: Path) -> None:
    assert texts(read_table(with_shared_text(tmp_path / "a.xlsx")))[0][0] == "zhang"


def test_shared_text_that_is_missing_is_told(tmp_path: Path) -> None:
    path = repacked(with_shared_text(tmp_path / "a.xlsx"), lambda _, data: data.replace(b"<v>0</v>", b"<v>9</v>"))
    refused(path, "已损坏")


def test_blank_rows_are_left_out_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    table = read_table(save(tmp_path / "a.xlsx", [HEADINGS, (), ("  ", None, ""), PERSON]))
    assert [row.number for row in table.rows] == [4]


def test_short_row_is_filled_with_empty_cells(tmp_path: Path) -> None:
    row = read_table(save(tmp_path / "a.xlsx", [HEADINGS, ("张三",)])).rows[0]
    assert [(cell.text, cell.kind) for cell in row.cells[1:]] == [("", CellKind.EMPTY)] * 2


def test_cells_right_of_the_last_heading_are_left_out(tmp_path: Path) -> None:
    assert texts(read_table(save(tmp_path / "a.xlsx", [(*HEADINGS, None), (*PERSON, "x", "y")]))) == [list(PERSON)]


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        (12, "12", CellKind.NUMBER),
        (12.0, "12", CellKind.NUMBER),
        (12.5, "12.5", CellKind.NUMBER),
        (-3, "-3", CellKind.NUMBER),
        (341004600229001, "341004600229001", CellKind.NUMBER),
        (3.410041960022900e17, "3.4100419600229e+17", CellKind.NUMBER),
        (True, "TRUE", CellKind.TEXT),
        (False, "FALSE", CellKind.TEXT),
        (date(2018, 4, 24), "2018-04-24", CellKind.DATE),
        (datetime.fromisoformat("2018-04-24T09:30"), "2018-04-24 09:30", CellKind.DATE),
        ("=1+1", "=1+1", CellKind.FORMULA),
        ("#N/A", "#N/A", CellKind.ERROR),
        ("2018.4.24", "2018.4.24", CellKind.TEXT),
    ],
)
def test_cell_is_read_as_what_it_is(tmp_path: Path, value: object, text: str, kind: CellKind) -> None:
    cell = read_table(save(tmp_path / "a.xlsx", [HEADINGS, ("张三", value)])).rows[0].cells[1]
    assert (cell.text, cell.kind) == (text, kind)


def test_time_of_day_is_text(tmp_path: Path) -> None:
    cell = read_table(save(tmp_path / "a.xlsx", [HEADINGS, ("张三", time(8))])).rows[0].cells[1]
    assert (cell.text, cell.kind) == ("08:00:00", CellKind.TEXT)


def test_text_that_starts_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(list(HEADINGS))
    sheet["A2"] = "=1+1"
    sheet["A2"].data_type = "s"
    book.save(path)
    assert read_table(path).rows[0].cells[0].kind is CellKind.TEXT


def test_value_a_formula_had_is_never_taken(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", "=A1")]),
        lambda _, data: data.replace(b"<v />", b"<v>341004196002290016</v>").replace(
            b"<v></v>", b"<v>341004196002290016</v>"
        ),
    )
    assert b"341004196002290016" in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert read_table(path).rows[0].cells[1].text == "=A1"


def test_array_formula_is_a_formula(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", "=A1")]),
        lambda _, data: data.replace(b"<f>", b'<f t="array" ref="B2:B2">'),
    )
    cell = read_table(path).rows[0].cells[1]
    assert (cell.text, cell.kind) == ("=A1", CellKind.FORMULA)


def test_date_that_excel_cannot_hold_stays_a_number(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", date(2018, 1, 1))]),
        lambda _, data: data.replace(b"<v>43101</v>", b"<v>99999999999</v>"),
    )
    assert read_table(path).rows[0].cells[1] == Cell("99999999999", CellKind.NUMBER)


def test_date_written_as_text_by_another_program_is_a_date(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", 4242)]),
        lambda _, data: data.replace(b't="n"><v>4242</v>', b't="d"><v>2018-04-24</v>'),
    )
    cell = read_table(path).rows[0].cells[1]
    assert (cell.text, cell.kind) == ("2018-04-24", CellKind.DATE)


@pytest.mark.parametrize("huge", [b"1e999", b"9" * 400])
def test_number_beyond_all_bounds_is_read_without_failing(tmp_path: Path, huge: bytes) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", 4242)]),
        lambda _, data: data.replace(b"<v>4242</v>", b"<v>" + huge + b"</v>"),
    )
    assert read_table(path).rows[0].cells[1].kind is CellKind.NUMBER


def test_empty_inline_text_is_an_empty_cell(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, ("张三", 4242)]),
        lambda _, data: data.replace(b't="n"><v>4242</v>', b't="inlineStr"><is><t></t></is>'),
    )
    assert read_table(path).rows[0].cells[1].kind is CellKind.EMPTY


def test_wrong_dimension_written_by_another_program_is_not_believed(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, PERSON]),
        lambda _, data: data.replace(b'<dimension ref="A1:C2" />', b'<dimension ref="A1" />'),
    )
    assert b'ref="A1" />' in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert texts(read_table(path)) == [list(PERSON)]


def test_header_is_found_below_titles(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [("清河村住户名册",), ("填报单位：", None, "2018.6.30"), HEADINGS, PERSON])
    table = read_table(path)
    assert (table.header_row, len(table.rows)) == (3, 1)


def test_header_in_row_20_is_found_and_in_row_21_is_not(tmp_path: Path) -> None:
    assert read_table(save(tmp_path / "a.xlsx", [*[("说明文字",)] * 19, HEADINGS, PERSON])).header_row == 20
    refused(save(tmp_path / "b.xlsx", [*[("说明文字",)] * 20, HEADINGS, PERSON]), "没有找到表头")


def test_header_of_two_rows_is_joined(tmp_path: Path) -> None:
    rows = [("名单",), ("序号", "组别", "家庭成员", None, None), (None, None, *HEADINGS), (1, "一组", *PERSON)]
    table = read_table(save(tmp_path / "a.xlsx", rows))
    assert table.header_row == 3
    assert table.headers == ("序号", "组别", *HEADINGS)


def test_second_sheet_is_taken_when_the_first_is_no_list(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [("本表由民政所提供",)], [HEADINGS, PERSON])
    assert read_table(path).sheet == "Sheet1"


@pytest.mark.parametrize("rows", [[], [("甲", "乙"), ("丙", "丁")], [("姓名",)], [("性别", "民族")]])
def test_workbook_without_a_header_is_refused(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    refused(save(tmp_path / "a.xlsx", rows), "没有找到表头")


def test_missing_file_is_told(tmp_path: Path) -> None:
    refused(tmp_path / "没有.xlsx", "找不到文件“没有.xlsx”")


@pytest.mark.parametrize("name", ["长" * 300 + ".xlsx", "a\x00.xlsx"])
def test_name_no_disk_can_hold_is_told(tmp_path: Path, name: str) -> None:
    refused(tmp_path / name, "找不到文件")


def test_folder_is_told(tmp_path: Path) -> None:
    refused(tmp_path, "是文件夹")


def test_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    refused(tmp_path / "a.xlsx", "不是文件")


def test_lock_file_of_excel_is_told(tmp_path: Path) -> None:
    (tmp_path / "~$名册.xlsx").write_bytes(b"\x05lock")
    refused(tmp_path / "~$名册.xlsx", "临时文件")


@pytest.mark.parametrize(
    ("error", "says"), [(PermissionError(13, "denied"), "正被 Excel 占用"), (OSError(5, "I/O error"), "I/O error")]
)
def test_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, says: str
) -> None:
    path = save(tmp_path / "a.xlsx", [HEADINGS])

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    refused(path, says)


def test_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    refused(tmp_path / "a.xlsx", "空文件")


def test_file_over_the_limit_is_told(tmp_path: Path) -> None:
    refused(save(tmp_path / "a.xlsx", [HEADINGS]), "超过 0 MB", Limits(file_bytes=10))


def test_old_format_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    refused(tmp_path / "a.xls", r"旧的 \.xls 格式")


def test_password_is_told(tmp_path: Path) -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "a.xlsx").write_bytes(data)
    refused(tmp_path / "a.xlsx", "有打开密码")


def test_other_content_under_the_name_of_a_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("<html><table></table></html>")
    refused(tmp_path / "a.xlsx", "不是 Excel 工作簿")


def test_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("照片.jpg", b"x")
    refused(tmp_path / "a.xlsx", "是压缩包")


def test_empty_zip_is_told(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "a.xlsx", "w").close()
    refused(tmp_path / "a.xlsx", "是压缩包")


def test_zip_that_only_pretends_to_be_a_workbook_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
    refused(tmp_path / "a.xlsx", "不是 Excel 工作簿")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_truncated_workbook_is_told(tmp_path: Path, keep: float) -> None:
    path = save(tmp_path / "a.xlsx", [HEADINGS, *[PERSON] * 50])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    refused(path, "已损坏")


def test_sheet_that_breaks_off_in_the_middle_is_told(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, *[PERSON] * 50]),
        lambda name, data: data[: len(data) // 2] if name.startswith("xl/worksheets") else data,
    )
    refused(path, "已损坏")


def test_member_with_a_wrong_checksum_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    save(path, [HEADINGS, *[PERSON] * 50])
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    place = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    data[place] ^= 0xFF
    path.write_bytes(bytes(data))
    refused(path, "已损坏")


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "' % (98 + n) + b"&%c;" % (97 + n) * 10 + b'">' for n in range(9))
    + b"]>"
)


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entity_bomb_is_refused_before_it_unfolds(tmp_path: Path, member: str) -> None:
    def armed(name: str, data: bytes) -> bytes:
        if name != member:
            return data
        body = data.split(b"?>", 1)[1] if data.startswith(b"<?xml") else data
        return BOMB + body.replace(b"zhang", b"&j;").replace("姓名".encode(), b"&j;")

    refused(repacked(with_shared_text(tmp_path / "a.xlsx"), armed), "不是 Excel 工作簿")


def test_outside_entity_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    doctype = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'.encode()
    path = repacked(
        with_shared_text(tmp_path / "a.xlsx"),
        lambda name, data: doctype + data.replace(b"zhang", b"&a;") if name == "xl/sharedStrings.xml" else data,
    )
    refused(path, "不是 Excel 工作簿")


def test_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [HEADINGS, PERSON])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.bin", bytes(30 * 1024 * 1024))
    refused(path, "展开后太大")


def test_workbook_that_unpacks_past_the_limit_is_refused(tmp_path: Path) -> None:
    refused(save(tmp_path / "a.xlsx", [HEADINGS, PERSON]), "展开后太大", Limits(unpacked_bytes=100))


def test_row_number_no_excel_has_is_refused(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path / "a.xlsx", [HEADINGS, PERSON]),
        lambda _, data: data.replace(b'r="2"', b'r="2000000000"').replace(b'r="A2"', b'r="A2000000000"'),
    )
    refused(path, "已损坏")


def test_more_rows_than_the_limit_are_refused_and_blank_ones_not_counted(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [HEADINGS, *[()] * 10, PERSON, PERSON])
    assert len(read_table(path, limits=Limits(rows=2)).rows) == 2
    refused(path, "超过 1 行", Limits(rows=1))


def test_progress_is_told_and_can_cancel(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 1000:
            raise CancelledError

    path = save(tmp_path / "a.xlsx", [HEADINGS, *[PERSON] * 1200])
    with pytest.raises(CancelledError):
        read_table(path, progress=tell)
    assert told == [(500, 0), (1000, 0)]


def test_stick_pulled_while_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "a.xlsx", [HEADINGS, PERSON])

    def pulled(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("clerk_app.excel.reader.open_workbook", pulled)
    refused(path, "读不出来")


def test_open_file_is_closed_whatever_happens(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", [("甲",)])
    refused(path, "没有找到表头")
    path.unlink()
    assert not os.listdir(tmp_path)  # noqa: PTH208 - names only


LINES = "姓名,公民身份号码,与户主关系\r\n张三,\t341004196002290016,户主\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_csv_is_read_in_the_encodings_of_the_field(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(LINES.encode(encoding))
    table = read_table(path)
    assert table.headers == HEADINGS
    assert texts(table) == [list(PERSON)]


def test_csv_in_gb18030_keeps_rare_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(LINES.replace("张三", "罗䶮𬭎").encode("gb18030"))
    assert texts(read_table(tmp_path / "a.csv"))[0][0] == "罗䶮𬭎"


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_delimiters_are_known_by_the_header(tmp_path: Path, delimiter: str) -> None:
    lines = LINES.replace("\t", "").replace(",", delimiter)
    (tmp_path / "a.txt").write_bytes(lines.encode())
    assert texts(read_table(tmp_path / "a.txt")) == [list(PERSON)]


def test_csv_of_one_line_without_a_break_is_only_a_header(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("姓名,身份证号".encode())
    assert read_table(tmp_path / "a.csv").rows == ()


def test_csv_row_with_a_line_break_in_a_cell_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes('姓名,身份证号,备注\n张三,1,"一\n二"\n\n李四,2,\n'.encode())
    table = read_table(tmp_path / "a.csv")
    assert [(row.number, row.cells[2].text) for row in table.rows] == [(2, "一\n二"), (4, "")]


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ('"=""0123"""', "0123", CellKind.TEXT),
        ('"=""a""""b"""', 'a"b', CellKind.TEXT),
        ("=1+1", "=1+1", CellKind.FORMULA),
        ("\t=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", CellKind.FORMULA),
        ("+86138", "+86138", CellKind.TEXT),
        ("-", "-", CellKind.TEXT),
        ("\t", "", CellKind.EMPTY),
    ],
)
def test_csv_cell_is_read_as_what_it_is(tmp_path: Path, field: str, text: str, kind: CellKind) -> None:
    (tmp_path / "a.csv").write_bytes(f"姓名,身份证号\n张三,{field}\n".encode())
    cell = read_table(tmp_path / "a.csv").rows[0].cells[1]
    assert (cell.text, cell.kind) == (text, kind)


def test_csv_in_no_known_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xff\xff\xff\xff,\xff")
    refused(tmp_path / "a.csv", "编码认不出")


def test_csv_with_a_cell_beyond_all_bounds_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"AAC003,AAC002\n" + b"a" * 1_000_001 + b",1\n")
    refused(tmp_path / "a.csv", "已损坏")


def test_csv_cell_of_ten_thousand_characters_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"姓名,身份证号\n{'张' * 10_000},1\n".encode())
    assert len(texts(read_table(tmp_path / "a.csv"))[0][0]) == 10_000


def test_picture_named_csv_is_told(tmp_path: Path) -> None:
    stream = io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "a.csv").write_bytes(stream.getvalue())
    with pytest.raises(UserError):
        read_table(tmp_path / "a.csv")


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters_are_those_of_excel(index: int, letters: str) -> None:
    assert column_letter(index) == letters
