"""Write a list as it stands on the screen: an .xlsx whose words stay words, and text for the clipboard."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from clerk_app.domain.money import Money
from clerk_app.excel.table import column_letter
from clerk_app.files import write_whole

Value = str | int | Money | date | None
"""What a list can hold; money is written as yuan with two decimals, a date as ``2018-06-30``, a string always as text."""

LONGEST_CELL: Final = 32_767
_WIDEST: Final = 50
_WIDEST_UPRIGHT: Final = 90
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_TITLE: Final = re.compile(r"[\[\]:*?/\\]")
_FORMULA_START: Final = ("=", "+", "-", "@")


def write_list(path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write a workbook with the title in row 1, the frozen headers in row 2, and the rows below; ready to be printed on A4.

    Nothing a person typed can become a formula (T145). The workbook is put together in memory, never in a temporary file, and appears
    whole or not at all; an older one of this name is replaced. Raises UserError and SituationError as ``files.write_whole`` does.
    """
    write_whole(path, _saved(_book(title, headers, rows)))


def _saved(book: Any) -> bytes:
    """Return a workbook's bytes. openpyxl's own saving puts each sheet into a temporary file first, where names would lie in the open."""
    from openpyxl.packaging.relationship import RelationshipList  # noqa: PLC0415 - heavy, only once a list is written
    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415 - the only writer into memory there is
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    class InMemory(ExcelWriter):
        def write_worksheet(self, ws: Any) -> None:
            out = io.BytesIO()
            writer = WorksheetWriter(ws, out)
            writer.write()
            ws._rels = RelationshipList()  # noqa: SLF001 - a plain list links to nothing; the saving asks for them
            ws._drawing = None  # noqa: SLF001 - and draws nothing
            archive.writestr(ws.path[1:], out.getvalue())
            self.manifest.append(ws)

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        InMemory(book, archive).save()
    return data.getvalue()


def _book(title: str, headers: Sequence[str], rows: Sequence[Sequence[Value]]) -> Any:
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, only needed once a list is written
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    sheet.title = _NOT_IN_A_TITLE.sub(" ", title).strip()[:31] or "名单"
    sheet.freeze_panes = "A3"
    widths = _widths(headers, rows)
    for place, width in enumerate(widths):
        sheet.column_dimensions[column_letter(place)].width = width
    heading = _cell(sheet, title)
    heading.font = Font(bold=True, size=14)
    sheet.append([heading])
    sheet.append([_styled(_cell(sheet, text), Font(bold=True), Alignment(wrap_text=True)) for text in headers])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    _make_ready_to_print(sheet, sum(widths))
    return book


def _make_ready_to_print(sheet: Any, width: int) -> None:
    """Set A4 across or upright by the width of the table, as wide as the page, the headings and the page's number on each."""
    sheet.print_title_rows = "1:2"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if width > _WIDEST_UPRIGHT else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"


def _styled(cell: Any, font: object, alignment: object) -> Any:
    cell.font = font
    cell.alignment = alignment
    return cell


def _cell(sheet: Any, value: Value) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - heavy, only needed once a list is written

    if isinstance(value, str):
        text = _CONTROL.sub("", value)[:LONGEST_CELL]  # Excel repairs a file with more by cutting, after a warning
        cell = WriteOnlyCell(sheet, value=text)
        cell.data_type = "s"  # openpyxl would make a formula of a text that starts with =
        cell.number_format = "@"
        cell.quotePrefix = text.startswith(_FORMULA_START)
        return cell
    if isinstance(value, Money):
        cell = WriteOnlyCell(sheet)
        cell.value = Decimal(value.fen) / 100
        cell.number_format = "#,##0.00"
        return cell
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, date) and not isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd"
    return cell


def _widths(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> list[int]:
    widths = [_columns_wide(header) for header in headers]
    for row in rows:
        for place, value in enumerate(row[: len(widths)]):
            widths[place] = max(widths[place], _columns_wide("" if value is None else str(value)))
    return [min(width, _WIDEST) + 2 for width in widths]


def _columns_wide(text: str) -> int:
    """Return how many Latin letters wide a text is; a Chinese character is two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text[:_WIDEST])
