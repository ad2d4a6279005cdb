"""Take in a list: an .xlsx or .csv file becomes a table with its header row found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import IO, Final

from clerk_app.errors import UserError
from clerk_app.excel.columns import header_score
from clerk_app.excel.delimited import decode, text_rows
from clerk_app.excel.table import Cell, CellKind, Limits, Progress, Table, TableRow, column_letter
from clerk_app.excel.workbook import not_a_workbook, open_workbook, refuse_bomb, sheet_rows

HEADER_WITHIN: Final = 20
PROGRESS_EVERY: Final = 500
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DEFAULTS: Final = Limits()
_NumberedRows = Iterator[tuple[int, tuple[Cell, ...]]]


def read_table(path: Path, *, limits: Limits = _DEFAULTS, progress: Progress | None = None) -> Table:
    """Return the first list in a file: the header row is the one of the first 20 that names most fields.

    Every sheet is looked at in turn, a workbook's formulas are never evaluated. Raises UserError, one sentence, for whatever
    is no list: missing, a folder, .xls, a zip, password-protected, empty, without headings, too large, open in Excel.
    """
    _refuse_unlikely(path, limits)
    try:
        with path.open("rb") as stream:
            return _read(stream, path, limits, progress)
    except PermissionError as error:
        raise UserError("“{name}”正被 Excel 占用或没有权限读取：请关闭 Excel 后再试。", name=path.name) from error
    except OSError as error:
        raise UserError(
            "“{name}”读不出来（{reason}）：请把文件复制到电脑上再试。", name=path.name, reason=error.strerror or ""
        ) from error


def _refuse_unlikely(path: Path, limits: Limits) -> None:
    name = path.name
    if name.startswith("~$"):
        raise UserError("“{name}”是 Excel 打开文件时的临时文件：请关闭 Excel，选名册本身。", name=name)
    try:
        if path.is_dir():
            raise UserError("“{name}”是文件夹：请选里面的 .xlsx 或 .csv 文件。", name=name)
        if not path.exists():
            raise UserError("找不到文件“{name}”：请检查文件名和 U 盘。", name=name)
        if not path.is_file():
            raise UserError("“{name}”不是文件：请选 .xlsx 或 .csv 文件。", name=name)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise UserError("找不到文件“{name}”：请检查文件名和 U 盘。", name=name[:60]) from error
    if not size:
        raise UserError("“{name}”是空文件：请检查是否复制完整。", name=name)
    if size > limits.file_bytes:
        raise UserError(
            "“{name}”太大，超过 {megabytes} MB：请确认选对了文件，或分成几个文件。",
            name=name,
            megabytes=limits.file_bytes // (1024 * 1024),
        )


def _read(stream: IO[bytes], path: Path, limits: Limits, progress: Progress | None) -> Table:
    start = stream.read(8)
    stream.seek(0)
    if start.startswith(_OLE):
        raise _old_or_locked(stream.read(), path.name)
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        refuse_bomb(stream, path.name, limits)
        return _read_workbook(stream, path.name, limits, progress)
    if path.suffix.lower() in {".csv", ".txt", ".tsv"}:
        rows = text_rows(decode(stream.read(), path.name), path.name)
        return _only(_table("", rows, path.name, limits, progress), path.name)
    raise not_a_workbook(path.name)


def _old_or_locked(data: bytes, name: str) -> UserError:
    if _ENCRYPTED in data:
        return UserError("“{name}”有打开密码：请在 Excel 里取消密码后另存，再导入。", name=name)
    return UserError("“{name}”是旧的 .xls 格式：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)


def _read_workbook(stream: IO[bytes], name: str, limits: Limits, progress: Progress | None) -> Table:
    with open_workbook(stream, name) as book:
        for sheet in book.worksheets:
            table = _table(sheet.title, sheet_rows(sheet, name, limits), name, limits, progress)
            if table is not None:
                return table
    return _only(None, name)


def _only(table: Table | None, name: str) -> Table:
    if table is None:
        raise UserError(
            "“{name}”的前 {within} 行里没有找到表头：表头一行要有“姓名”“公民身份号码”“与户主关系”等标题。",
            name=name,
            within=HEADER_WITHIN,
        )
    return table


def _table(sheet: str, rows: _NumberedRows, name: str, limits: Limits, progress: Progress | None) -> Table | None:
    """Read one sheet to its end once its header row is found; None when the first rows hold none."""
    first: list[tuple[int, tuple[Cell, ...]]] = []
    for numbered in rows:
        first.append(numbered)
        if len(first) > HEADER_WITHIN:
            break
    candidates = [
        _headers(cells, above) for (_, cells), (_, above) in zip(first[:HEADER_WITHIN], [(0, ()), *first], strict=False)
    ]
    scores = [header_score(headers) for headers in candidates]
    if max(scores, default=0) < 2:
        return None
    at = scores.index(max(scores))
    headers = candidates[at]
    found: list[TableRow] = []
    for number, cells in chain(first[at + 1 :], rows):
        if any(not cell.is_blank for cell in cells):
            found.append(TableRow(number, _under(cells, len(headers), number)))
        if len(found) > limits.rows:
            raise UserError(
                "“{name}”超过 {rows} 行：请按村或按组分成几个文件，再分别导入。", name=name, rows=limits.rows
            )
        if progress is not None and number % PROGRESS_EVERY == 0:
            progress(number, 0)
    letters = tuple(column_letter(place) for place in range(len(headers)))
    return Table(sheet, first[at][0], headers, letters, tuple(found))


def _headers(row: tuple[Cell, ...], above: tuple[Cell, ...]) -> tuple[str, ...]:
    """Join a header row with the one above it where a merged heading left it blank; a title alone is no heading."""
    if sum(not cell.is_blank for cell in above) < 3:
        above = ()
    pairs = zip_longest((cell.text for cell in row), (cell.text for cell in above), fillvalue="")
    headers = [lower if lower.strip() else upper for lower, upper in pairs]
    while headers and not headers[-1].strip():
        headers.pop()
    return tuple(headers)


def _under(cells: tuple[Cell, ...], width: int, number: int) -> tuple[Cell, ...]:
    missing = (Cell("", CellKind.EMPTY, number, column_letter(place)) for place in range(len(cells), width))
    return (*cells[:width], *missing)
