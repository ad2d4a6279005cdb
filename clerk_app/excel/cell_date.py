"""A date as a cell of a list holds it: Excel's own, its serial number, or one of the clerks' ways of writing."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from clerk_app.domain.dates import parse_date
from clerk_app.excel.table import Cell, CellKind

_SERIAL: Final = re.compile(r"[1-9]\d{2,4}", re.ASCII)
_SERIAL_ZERO: Final = date(1899, 12, 30)
_LAST_SERIAL: Final = 73_050  # the end of 2099
_MIDNIGHT: Final = re.compile(r"(?<=\d)[ T]0?0:00(?::00(?:\.0+)?)?$", re.ASCII)
"""The hour that other programs write after a day without one."""
_MONTH: Final = re.compile(r"(\d{4})\s*(?:[-./年]\s*)?(\d{1,2})\s*月?", re.ASCII)


def from_serial(text: str) -> date | None:
    """Return the day that Excel counts so many days after 1899-12-30, or None for a text that is no such number."""
    if not _SERIAL.fullmatch(text) or int(text) > _LAST_SERIAL:
        return None
    return _SERIAL_ZERO + timedelta(days=int(text))


def date_in(cell: Cell, by_number: date | None) -> date:
    """Return the date in a cell; raises UserError for one that is none.

    A month without a day is the identity number's own date where that falls into it.
    """
    text = _MIDNIGHT.sub("", " ".join(cell.text.split()))
    if cell.kind is CellKind.DATE:
        return parse_date(text[:10])
    month = _MONTH.fullmatch(unicodedata.normalize("NFKC", text))
    if month and by_number is not None and (int(month[1]), int(month[2])) == (by_number.year, by_number.month):
        return by_number
    return from_serial(text) or parse_date(text)
