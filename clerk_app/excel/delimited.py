"""Rows out of a .csv file in the encodings that county systems write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from clerk_app.errors import UserError
from clerk_app.excel.table import EMPTY, Cell, CellKind

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUARDED: Final = re.compile(r'="((?:[^"]|"")*)"')
_LONGEST_CELL: Final = 1_000_000
_HEAD: Final = 20_000
_HEAD_LINES: Final = 20


def decode(data: bytes, name: str) -> str:
    """Return the text of a list by its byte order mark, else as UTF-8, else as GB 18030 (which holds GBK and GB 2312).

    Raises UserError when it is none of these.
    """
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("“{name}”里的文字编码认不出：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name)


def text_rows(text: str, name: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield the number of each line's first row and its cells; raises UserError for a text that is no table."""
    head = "".join(text[:_HEAD].splitlines(keepends=True)[:_HEAD_LINES])  # a title above the headings has no delimiter
    delimiter = max(",\t;", key=head.count)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, fields in enumerate(reader, start=1):
            yield number, tuple(_cell(field) for field in fields)
    except csv.Error as error:
        raise UserError(
            "“{name}”不是表格文本或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。", name=name
        ) from error


def _cell(field: str) -> Cell:
    """Take one field: a tab or ``="…"`` that keeps a number as text is taken off, any other formula is named as one."""
    text = field.strip("\t")
    guarded = _GUARDED.fullmatch(text)
    if guarded:
        text = guarded[1].replace('""', '"')
    if not text:
        return EMPTY
    is_formula = not guarded and text.startswith("=")
    return Cell(text, CellKind.FORMULA if is_formula else CellKind.TEXT)
