"""Pages of a finished PDF as pictures: what the window shows and what is painted on a printer."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clerk_app.errors import SituationError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCK: Final = threading.Lock()
"""PDFium is not made for two threads at once."""
_POINTS_AN_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: four bytes each, blue, green, red and one unused (Qt's ``Format_RGB32``); ``stride`` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages the PDF has; raises SituationError for bytes that are no PDF."""
    with _LOCK, closing(_open(pdf)) as document:
        return len(document)


def page_image(pdf: bytes, page: int, dpi: int) -> PageImage:
    """Return a page, counted from 0, at so many pixels an inch.

    Raises IndexError for a page that is not there and SituationError for bytes that are no PDF.
    """
    with _LOCK, closing(_open(pdf)) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(scale=dpi / _POINTS_AN_INCH, prefer_bgrx=True, force_bitmap_format=None)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _open(pdf: bytes) -> PdfDocument:
    import pypdfium2  # noqa: PLC0415 - only a preview pays for PDFium, not the start

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise SituationError("这份文书打不开，可能没有生成完整：请重新生成，数据不受影响。") from error
