"""Rows out of an .xlsx file: nothing evaluated, nothing unpacked that was not measured first."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from clerk_app.errors import UserError
from clerk_app.excel.table import Cell, CellKind, Limits, column_letter

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LAST_ROW_OF_EXCEL: Final = 1_048_576
_SMALL: Final = 10 * 1024 * 1024
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,  # defusedxml's refusals too
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    RuntimeError,  # an encrypted member
    ParseError,
)


def not_a_workbook(name: str) -> UserError:
    """Return the refusal of a file that Excel itself would not open, or only after mending it."""
    return UserError("“{name}”不是 Excel 工作簿或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)


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
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise UserError("“{name}”是压缩包，不是 Excel 工作簿：请先解压，再选里面的 .xlsx 文件。", name=name)
    stream.seek(0)


@contextmanager
def open_workbook(stream: IO[bytes], name: str) -> Iterator[Workbook]:
    """Open a workbook for reading row by row; raises UserError when it is none."""
    from openpyxl import DEFUSEDXML, load_workbook  # noqa: PLC0415 - heavy, only needed once a file is chosen

    if not DEFUSEDXML:
        raise RuntimeError("defusedxml is missing: workbooks are not read without it")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Workbook = load_workbook(stream, read_only=True, data_only=False)
    except (*_BROKEN, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the stick, not the file
        raise not_a_workbook(name) from error
    try:
        yield book
    finally:
        book.close()


def sheet_rows(sheet: Any, name: str, limits: Limits) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield each row's number and its cells from column A on; raises UserError where the file turns out broken."""
    sheet.reset_dimensions()  # programs other than Excel write them wrong, and openpyxl would believe them
    source = sheet.iter_rows()
    number = 0
    while raws := _next_rows(source, name):
        for raw in raws:
            number += 1
            yield number, _cells(raw[: limits.columns], number)
        if number > LAST_ROW_OF_EXCEL:
            raise not_a_workbook(name)


def _next_rows(source: Iterator[tuple[Any, ...]], name: str) -> list[tuple[Any, ...]]:
    """Pull some rows at once: silencing openpyxl's warnings costs more than a row."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(islice(source, 256))
    except _BROKEN as error:
        raise not_a_workbook(name) from error


def _cells(raw: tuple[Any, ...], number: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    width = 0
    for index, source in enumerate(raw):
        value = source.value
        cell = (
            Cell("", CellKind.EMPTY, number, column_letter(index))
            if value is None
            else Cell(*_content(value, source.data_type), number, column_letter(index))
        )
        cells.append(cell)
        if value is not None:
            width = index + 1
    return tuple(cells[:width])


def _content(value: object, data_type: str) -> tuple[str, CellKind]:
    if data_type == "f":
        return str(getattr(value, "text", value)), CellKind.FORMULA
    if data_type == "e":
        return str(value), CellKind.ERROR
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes"), CellKind.DATE
    if isinstance(value, date):
        return value.isoformat(), CellKind.DATE
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE", CellKind.TEXT
    if isinstance(value, (int, float)):
        return _number(value), CellKind.NUMBER
    text = str(value)
    return text, CellKind.TEXT if text else CellKind.EMPTY


def _number(value: float) -> str:
    """Write a whole number without its point; one past 15 digits stays as it came, for the reader to refuse."""
    if abs(value) < 10**15 and value == int(value):
        return str(int(value))
    return str(value)
