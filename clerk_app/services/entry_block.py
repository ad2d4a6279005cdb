"""Blocks of cells as Excel puts them on the clipboard, placed into a sheet of typed households."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from clerk_app.errors import UserError
from clerk_app.excel.columns import Field, header_score, proposed
from clerk_app.services.entry_sheet import COLUMNS, SheetRow

MOST_ROWS: Final = 2_000
LONGEST_CELL: Final = 32_767
"""As many characters as a cell of Excel holds."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_HEADINGS_FROM: Final = 2

Block = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows with a block in them, the corner it begins at and its size; ``left_out`` are headings that have no column here."""

    rows: tuple[SheetRow, ...]
    row: int
    place: int
    height: int
    width: int
    left_out: tuple[str, ...] = ()


def block_of(text: str) -> Block:
    """Read tab-separated cells; a cell that Excel quoted because of a line break becomes one line.

    Raises UserError when there are more rows than the sheet takes.
    """
    if not text.strip("\r\n\t "):
        return ()
    if max(map(len, text.replace("\r", "\n").replace("\t", "\n").split("\n"))) > LONGEST_CELL:
        raise UserError("剪贴板里的内容太长，贴不进来：请从 Excel 里重新复制要用的几列。")
    stream = StringIO(text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n"))
    is_quoted = text.count('"') % 2 == 0  # a quotation mark of its own opens nothing
    lines = csv.reader(stream, "excel-tab") if is_quoted else csv.reader(stream, "excel-tab", quoting=csv.QUOTE_NONE)
    try:
        rows = [tuple(_plain(cell) for cell in line) for line in lines]
    except csv.Error as error:
        raise UserError("剪贴板里的内容太长，贴不进来：请从 Excel 里重新复制要用的几列。") from error
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MOST_ROWS:
        raise UserError("一次最多贴 {most} 行：再多请存成 Excel 文件，用“从名册导入”。", most=MOST_ROWS)
    return tuple(rows)


def _plain(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_STARTS) else text


def placed(rows: Sequence[SheetRow], block: Block, row: int, place: int, new_key: Callable[[], int]) -> Placed:
    """Return the rows with the block's first cell at a corner, more rows below where it needs them.

    A block that begins with headings goes by them into the right columns, without the headings.
    """
    places: Sequence[int | None] = tuple(range(place, len(COLUMNS)))
    left_out: tuple[str, ...] = ()
    if header_score(block[0]) >= _HEADINGS_FROM:
        places = [None if field not in COLUMNS else COLUMNS.index(field) for field in _fields(block[0])]
        left_out = tuple(text for text, found in zip(block[0], places, strict=True) if found is None and text)
        block, place = block[1:], 0
    result = list(rows)
    while len(result) < row + len(block):
        result.append(SheetRow(new_key()))
    for offset, line in enumerate(block):
        target = result[row + offset]
        result[row + offset] = SheetRow(target.key, _with(target.texts, zip(places, line, strict=False)))
    width = max((found or 0) + 1 for found in places[: max(map(len, block), default=1)] or (0,)) - place
    return Placed(tuple(result), row, place, len(block), width, left_out)


def _fields(headings: Sequence[str]) -> tuple[Field | None, ...]:
    seen: set[Field | None] = set()
    found: list[Field | None] = []
    for field in proposed(headings):
        found.append(None if field in seen else field)
        seen.add(field)
    return tuple(found)


def _with(texts: tuple[str, ...], cells: Iterable[tuple[int | None, str]]) -> tuple[str, ...]:
    changed = list(texts)
    for place, text in cells:
        if place is not None:
            changed[place] = text
    return tuple(changed)
