"""Rows out of a workbook: nothing evaluated, nothing unpacked or laid out that was not measured first."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Final

from clerk_app.errors import UserError
from clerk_app.excel.survey import Survey, UnreadableError, check_texts, sheets_of, survey
from clerk_app.excel.table import EMPTY, Cell, CellKind, Limits, column_letter

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_SMALL: Final = 10 * 1024 * 1024
_BROKEN: Final = (
    UnreadableError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    ValueError,
    NotImplementedError,
    RuntimeError,  # an encrypted member
)
_Numbered = Iterator[tuple[int, tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that a person sees; ``rows`` reads it anew each time, each row's number counted from 1, cells from column A on."""

    title: str
    rows: Callable[[], _Numbered]


def not_a_workbook(name: str) -> UserError:
    """Return the refusal of a file that Excel itself would not open, or only after mending it."""
    return UserError("“{name}”不是 Excel 工作簿或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)


def _not_read(name: str) -> UserError:
    return UserError("“{name}”是旧的 .xls 格式，读不出来：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)


def _locked(name: str) -> UserError:
    return UserError("“{name}”有打开密码：请在 Excel 里取消密码后另存，再导入。", name=name)


def refuse_bomb(stream: IO[bytes], name: str, limits: Limits) -> None:
    """Look into the zip's directory before anything is unpacked; raises UserError for a bomb or a zip that is no workbook."""
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
    except (*_BROKEN, OSError) as error:
        raise not_a_workbook(name) from error
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.unpacked_bytes or (unpacked > _SMALL and unpacked > packed * limits.unpacked_ratio):
        raise UserError("“{name}”展开后太大，不像正常的名册：请确认选对了文件。", name=name)
    names = {member.filename for member in members}
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise UserError("“{name}”是 .xlsb 或 .ods 格式：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)
    if "[Content_Types].xml" not in names:
        raise UserError("“{name}”是压缩包，不是 Excel 工作簿：请先解压，再选里面的 .xlsx 文件。", name=name)
    stream.seek(0)


@contextmanager
def open_workbook(data: bytes, name: str, limits: Limits) -> Iterator[tuple[Sheet, ...]]:
    """Open an .xlsx or .xlsm and give its visible sheets in order; raises UserError when it is none, or a sheet is beyond bounds.

    A hidden sheet is looked at only where there is no other.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_texts(archive)
            members = sheets_of(archive)
            with _opened(data, not_a_workbook(name), _locked(name)) as book:

                def rows(title: str) -> _Numbered:
                    measured = _measured(archive, members[title], name, limits)
                    return _sheet_rows(book, title, measured, not_a_workbook(name))

                yield tuple(Sheet(title, partial(rows, title)) for title in _visible(book) if title in members)
    except _BROKEN as error:
        raise not_a_workbook(name) from error


@contextmanager
def open_old_workbook(data: bytes, name: str) -> Iterator[tuple[Sheet, ...]]:
    """Open an .xls of Excel 97 to 2003; raises UserError when it is none. What a formula last gave counts as written there."""
    with _opened(data, _not_read(name), _locked(name)) as book:
        yield tuple(Sheet(title, partial(_sheet_rows, book, title, None, _not_read(name))) for title in _visible(book))


@contextmanager
def _opened(data: bytes, broken: UserError, locked: UserError) -> Iterator[CalamineWorkbook]:
    from python_calamine import PasswordError, load_workbook  # noqa: PLC0415 - only once a file is chosen

    with _told(broken):
        try:
            book = load_workbook(io.BytesIO(data))
        except PasswordError as error:
            raise locked from error
    try:
        yield book
    finally:
        book.close()


@contextmanager
def _told(broken: UserError) -> Iterator[None]:
    """Turn what the reader raises into the one sentence; a panic of its is no Exception to Python."""
    from python_calamine import CalamineError  # noqa: PLC0415 - as above

    try:
        yield
    except (CalamineError, OSError, *_BROKEN) as error:
        raise broken from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise broken from error


def _visible(book: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible] or [
        sheet.name for sheet in sheets
    ]


def _measured(archive: zipfile.ZipFile, member: str, name: str, limits: Limits) -> Survey:
    measured = survey(archive, member)
    if measured.rows * measured.columns > limits.cells:
        raise UserError(
            "“{name}”里有离表格很远的内容（到 {column} 列第 {row} 行）：请删去那里的内容再导入。",
            name=name,
            column=column_letter(measured.columns - 1),
            row=measured.rows,
        )
    return measured


def _sheet_rows(book: CalamineWorkbook, title: str, measured: Survey | None, broken: UserError) -> _Numbered:
    with _told(broken):
        source = book.get_sheet_by_name(title)
        start = source.start
    if start is None:
        return
    formulas = measured.formulas if measured is not None else {}
    errors = measured.errors if measured is not None else {}
    marked = {row for row, _ in (*formulas, *errors)}
    left_of_it = [EMPTY] * start[1]
    for place, values in enumerate(source.iter_rows()):  # from the first row of the sheet, but only its own columns
        cells = left_of_it + [_cell(value) for value in values]
        if place in marked:
            _mark(cells, place, formulas, errors)
        while cells and cells[-1] is EMPTY:
            cells.pop()
        yield place + 1, tuple(cells)


def _mark(
    cells: list[Cell], row: int, formulas: dict[tuple[int, int], str], errors: dict[tuple[int, int], str]
) -> None:
    """Put formulas and error values, of which the reader tells nothing, where they stand."""
    for found, kind, start in ((errors, CellKind.ERROR, ""), (formulas, CellKind.FORMULA, "=")):
        for place in range(len(cells)):
            text = found.get((row, place))
            if text is not None:
                cells[place] = Cell(f"{start}{text}", kind)


def _cell(value: Any) -> Cell:
    if value == "":
        return EMPTY
    if isinstance(value, str):
        return Cell(value, CellKind.TEXT)
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", CellKind.TEXT)
    if isinstance(value, (int, float)):
        return Cell(_number(value), CellKind.NUMBER)
    return _moment(value)


def _moment(value: datetime | date | time | timedelta) -> Cell:
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second)
        return Cell(value.date().isoformat() if midnight else value.isoformat(" ", "minutes"), CellKind.DATE)
    return Cell(str(value), CellKind.DATE if isinstance(value, date) else CellKind.TEXT)


def _number(value: float) -> str:
    """Write a whole number without its point; one past 15 digits stays as it came, for the reader to refuse."""
    if abs(value) < 10**15 and value == int(value):
        return str(int(value))
    return str(value)
