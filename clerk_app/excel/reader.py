"""Take in a list: an .xlsx, .xls or .csv file becomes a table with its header rows found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, Final

from clerk_app.errors import UserError
from clerk_app.excel.delimited import decode, text_rows
from clerk_app.excel.headers import HEADER_WITHIN, Headers, find_headers
from clerk_app.excel.table import EMPTY, Cell, Limits, Progress, Table, TableRow, column_letter
from clerk_app.excel.workbook import Sheet, not_a_workbook, open_old_workbook, open_workbook, refuse_bomb

PROGRESS_EVERY: Final = 500
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TEXTS: Final = frozenset({".csv", ".txt", ".tsv"})
_CALLED_WORKBOOKS: Final = frozenset({".xls", ".xlsx"})
_HEAD: Final = 2_000
_DEFAULTS: Final = Limits()
_NumberedRows = Iterator[tuple[int, tuple[Cell, ...]]]


def read_table(
    path: Path, *, sheet: str | None = None, limits: Limits = _DEFAULTS, progress: Progress | None = None
) -> Table:
    """Return the list in a file: of its visible sheets the one whose headings name most fields, or the one that is named.

    A workbook's formulas are never evaluated. Raises UserError, one sentence, for whatever is no list: missing, a folder, a zip,
    password-protected, empty, without headings, too large, open in Excel.
    """
    _refuse_unlikely(path, limits)
    try:
        with path.open("rb") as stream:
            return _read(stream, path, _Wish(path.name, sheet, limits, progress))
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
            raise UserError("找不到文件“{name}”：请检查文件名和优盘。", name=name)
        if not path.is_file():
            raise UserError("“{name}”不是文件：请选 .xlsx 或 .csv 文件。", name=name)
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise UserError("找不到文件“{name}”：请检查文件名和优盘。", name=name[:60]) from error
    if not size:
        raise UserError("“{name}”是空文件：请检查是否复制完整。", name=name)
    if size > limits.file_bytes:
        raise UserError(
            "“{name}”太大，超过 {megabytes} MB：请确认选对了文件，或分成几个文件。",
            name=name,
            megabytes=limits.file_bytes // (1024 * 1024),
        )


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is read and how: the file's name for the sentences, the sheet that is wanted if any."""

    name: str
    sheet: str | None
    limits: Limits
    progress: Progress | None


def _read(stream: IO[bytes], path: Path, wish: _Wish) -> Table:
    start = stream.read(8)
    stream.seek(0)
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        refuse_bomb(stream, wish.name, wish.limits)
        with open_workbook(stream.read(), wish.name, wish.limits) as sheets:
            return _best(sheets, wish)
    data = stream.read()
    if start.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UserError("“{name}”有打开密码：请在 Excel 里取消密码后另存，再导入。", name=wish.name)
        with open_old_workbook(data, wish.name) as sheets:
            return _best(sheets, wish)
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<":
        raise UserError(
            "“{name}”其实是网页，不是 Excel 工作簿：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=wish.name
        )
    suffix = path.suffix.lower()
    if suffix in _TEXTS or (suffix in _CALLED_WORKBOOKS and b"\0" not in data):  # systems call their text .xls
        text = decode(data, wish.name)
        if suffix in _TEXTS or "\t" in text[:_HEAD] or "," in text[:_HEAD]:
            return _best((Sheet("", lambda: text_rows(text, wish.name)),), wish)
    raise not_a_workbook(wish.name)


def _best(sheets: Sequence[Sheet], wish: _Wish) -> Table:
    """Read the sheet that is wanted, or else the one whose headings name most fields; the first of several that name as many."""
    found = [candidate for candidate in map(_candidate, sheets) if candidate is not None]
    chosen = [candidate for candidate in found if wish.sheet is None or candidate.title == wish.sheet]
    if wish.sheet is not None and not chosen:
        raise UserError(
            "“{name}”里没有名为“{sheet}”的名册：可以选的有“{sheets}”。",
            name=wish.name,
            sheet=wish.sheet[:30],
            sheets="”“".join(candidate.title[:30] for candidate in found) or "无",
            field="sheet",
        )
    if not chosen:
        raise UserError(
            "“{name}”的前 {within} 行里没有找到表头：表头一行要有“姓名”“公民身份号码”“与户主关系”等标题。",
            name=wish.name,
            within=HEADER_WITHIN,
        )
    best = max(chosen, key=lambda candidate: candidate.headers.score)
    others = tuple(candidate.title for candidate in found if candidate is not best)
    return replace(_table(best, wish), others=others)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sheet with headings; ``rows`` can be gone through once."""

    title: str
    headers: Headers
    rows: _NumberedRows


def _candidate(sheet: Sheet) -> _Candidate | None:
    rows = sheet.rows()
    first = tuple(islice(rows, HEADER_WITHIN + 2))
    headers = find_headers(first)
    return None if headers is None else _Candidate(sheet.title, headers, chain(first, rows))


def _table(candidate: _Candidate, wish: _Wish) -> Table:
    headers = candidate.headers
    found: list[TableRow] = []
    for number, cells in candidate.rows:
        if number <= headers.last_row:
            continue
        if any(not cell.is_blank for cell in cells):
            found.append(TableRow(number, _under(cells, len(headers.texts))))
        if len(found) > wish.limits.rows:
            raise UserError(
                "“{name}”超过 {rows} 行：请按村或按组分成几个文件，再分别导入。",
                name=wish.name,
                rows=wish.limits.rows,
            )
        if wish.progress is not None and number % PROGRESS_EVERY == 0:
            wish.progress(number, 0)
    letters = tuple(column_letter(place) for place in range(len(headers.texts)))
    return Table(candidate.title, headers.row, headers.texts, letters, tuple(found))


def _under(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*cells[:width], *(EMPTY for _ in range(len(cells), width)))
