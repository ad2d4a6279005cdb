"""Ruled tables: cells that shrink or wrap, rows as high as their text, heads repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clerk_app.printing.fonts import Face
from clerk_app.printing.page import THICK, Align, LineMark, Sheet
from clerk_app.printing.text import Fitted, fit

PADDING: Final = 3.5
"""Room left and right of a cell's text."""
PADDING_ABOVE: Final = 2.2
"""Room above and below it."""
TALLEST_CELL: Final = 220.0
"""No cell grows beyond this, so that a row always has room on a page; a longer text ends with a sign that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell over ``span`` columns.

    ``most_lines`` is how many lines look well before the type gets smaller; ``most_height`` is how far the cell may grow.
    """

    text: str
    span: int = 1
    align: Align = Align.CENTRE
    face: Face = Face.SONG
    size: float = 9.0
    most_lines: int = 2
    most_height: float = TALLEST_CELL


@dataclass(frozen=True, slots=True)
class Row:
    """A row at least this many points high."""

    cells: tuple[Cell, ...]
    height: float = 19.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns by their widths in points; the first ``heads`` rows come again on each page."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    heads: int = 0


def label(text: str, span: int = 1, size: float = 9.0) -> Cell:
    """Return a cell that names what stands beside it."""
    return Cell(text=text, span=span, face=Face.HEI, size=size)


def head_row(titles: Sequence[str], size: float = 9.0, height: float = 22.0) -> Row:
    """Return a row of column heads."""
    return Row(tuple(label(title, size=size) for title in titles), height)


def share(weights: Sequence[float], width: float) -> tuple[float, ...]:
    """Return column widths in these proportions that fill the width."""
    whole = sum(weights)
    return tuple(weight * width / whole for weight in weights)


def height_of(table: Table) -> float:
    """Return how high the table stands without a page break."""
    return sum(_Set.of(row, table.widths).height for row in table.rows)


def place(sheet: Sheet, table: Table, x: float | None = None) -> None:
    """Set the table from the sheet's current place on, over as many pages as it takes."""
    left = sheet.paper.left if x is None else x
    heads = [_Set.of(row, table.widths) for row in table.rows[: table.heads]]
    body = [_Set.of(row, table.widths) for row in table.rows[table.heads :]]
    first = body[0].height if body else 0.0
    sheet.need(sum(row.height for row in heads) + first)
    part = list(heads)
    room = sheet.room - sum(row.height for row in heads)
    for row in body:
        if row.height > room and len(part) > len(heads):
            _rule(sheet, part, left)
            sheet.turn()
            part = list(heads)
            room = sheet.room - sum(row.height for row in heads)
        part.append(row)
        room -= row.height
    _rule(sheet, part, left)


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell's text as it will stand, and its width."""

    cell: Cell
    width: float
    fitted: Fitted


@dataclass(frozen=True, slots=True)
class _Set:
    """A row with its texts set."""

    cells: tuple[_SetCell, ...]
    height: float

    @classmethod
    def of(cls, row: Row, widths: Sequence[float]) -> _Set:
        """Set a row's texts; raises ValueError when the cells do not fill the columns, which is a form's defect."""
        if sum(cell.span for cell in row.cells) != len(widths):
            raise ValueError("the cells of a row do not fill its columns")
        cells: list[_SetCell] = []
        column = 0
        for cell in row.cells:
            width = sum(widths[column : column + cell.span])
            column += cell.span
            fitted = fit(
                cell.text,
                cell.face,
                cell.size,
                width - 2 * PADDING,
                most_lines=cell.most_lines,
                most_height=cell.most_height - 2 * PADDING_ABOVE,
                even=cell.align is Align.CENTRE,
            )
            cells.append(_SetCell(cell, width, fitted))
        tallest = max(cell.fitted.height for cell in cells)
        return cls(tuple(cells), max(row.height, tallest + 2 * PADDING_ABOVE))


def _rule(sheet: Sheet, rows: Sequence[_Set], left: float) -> None:
    """Set rows that fit on this page, with thin rules between and a heavier frame around."""
    top = sheet.y
    right = left + sum(cell.width for cell in rows[0].cells)
    for index, row in enumerate(rows):
        if index:
            sheet.mark(LineMark(left, sheet.y, right, sheet.y))
        x = left
        for number, item in enumerate(row.cells):
            if number:
                sheet.mark(LineMark(x, sheet.y, x, sheet.y + row.height))
            _fill(sheet, item, x, row.height)
            x += item.width
        sheet.skip(row.height)
    for x in (left, right):
        sheet.mark(LineMark(x, top, x, sheet.y, THICK))
    for y in (top, sheet.y):
        sheet.mark(LineMark(left, y, right, y, THICK))


def _fill(sheet: Sheet, item: _SetCell, x: float, height: float) -> None:
    top = sheet.y + (height - item.fitted.height) / 2
    sheet.put(item.fitted, x + PADDING, top, item.width - 2 * PADDING, item.cell.align)
