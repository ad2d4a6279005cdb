"""A list as it stands in a file, cell by cell, before anybody says what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Final

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all; 0 in all when the file does not tell. Raising from it cancels the work."""


class CellKind(Enum):
    """What a cell holds in the file."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"
    ERROR = "error"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as a person reads it; a formula's text is the formula, never its last value."""

    text: str
    kind: CellKind

    @property
    def is_blank(self) -> bool:
        """Whether a person sees nothing in it."""
        return not self.text.strip()


EMPTY: Final = Cell("", CellKind.EMPTY)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is not blank; ``number`` counts from 1 as Excel shows it, ``cells`` stand under the headers in order."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken in at most: against a wrong file, and against one made to stop the program."""

    rows: int = 200_000
    columns: int = 256
    file_bytes: int = 100 * 1024 * 1024
    unpacked_bytes: int = 600 * 1024 * 1024
    unpacked_ratio: int = 200
    cells: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """The headers of a list and its rows; ``headers`` stand as written, ``letters`` are their columns.

    ``others`` are the workbook's other sheets that look like lists too.
    """

    sheet: str
    header_row: int
    headers: tuple[str, ...]
    letters: tuple[str, ...]
    rows: tuple[TableRow, ...]
    others: tuple[str, ...] = ()


def corrected(table: Table, corrections: Mapping[tuple[int, int], str]) -> Table:
    """Return the table with cells as a person corrected them, by the row's number and the column's place from 0."""
    if not corrections:
        return table
    rows_meant = {row for row, _ in corrections}
    return replace(
        table,
        rows=tuple(
            row
            if row.number not in rows_meant
            else TableRow(
                row.number,
                tuple(
                    _typed(corrections[row.number, place]) if (row.number, place) in corrections else cell
                    for place, cell in enumerate(row.cells)
                ),
            )
            for row in table.rows
        ),
    )


def _typed(text: str) -> Cell:
    return Cell(text, CellKind.TEXT) if text.strip() else EMPTY


@cache
def column_letter(index: int) -> str:
    """Return Excel's letters for a column counted from 0: A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
