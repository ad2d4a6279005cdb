"""Finished pages onto the system's printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from clerk_app.errors import SituationError, UserError
from clerk_app.printing.preview import PageImage, page_count, page_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST_DPI: Final = 300
"""An A4 page takes 35 MB at 300 dots an inch and 139 MB at 600, and reads no better."""


def printer_names() -> tuple[str, ...]:
    """Return the printers that the system knows."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - asks the spooler; only printing pays for it

    return tuple(QPrinterInfo.availablePrinterNames())


def choose_printer(parent: QWidget, title: str, last: str = "") -> QPrinter | None:
    """Let the clerk choose a printer, the ``last`` one first; None when he or she thinks better of it.

    ``title`` is the job's name in the spooler and must not name a person. Raises UserError where there is no printer at all.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415 - as above

    names = printer_names()
    if not names:
        raise UserError("没有找到打印机：请接好打印机并在系统里添加，或者先用“保存 PDF”。")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if last in names:
        printer.setPrinterName(last)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, on=False)
    answer = dialog.exec()
    dialog.deleteLater()
    return printer if answer else None


def print_pdf(pdf: bytes, printer: QPrinter, progress: Callable[[int, int], None] | None = None) -> None:
    """Paint each page of a PDF over the whole sheet; may run in any thread.

    ``progress`` is told of each sheet and may raise to stop: then the job is taken back. Raises SituationError when the printer
    does not take a page.
    """
    pages = page_count(pdf)
    rounds = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    painter = QPainter()
    printer.setFullPage(True)
    try:
        for sheet in range(pages * rounds):
            if progress is not None:
                progress(sheet, pages * rounds)
            image = page_image(pdf, sheet % pages, min(printer.resolution(), FINEST_DPI))
            _turn(printer, image)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise SituationError("打印机没有接受这一页：请检查打印机的电源、连线和纸张，再打印一次。")
            _paint(painter, printer, image)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _turn(printer: QPrinter, image: PageImage) -> None:
    is_wide = image.width > image.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)


def _paint(painter: QPainter, printer: QPrinter, page: PageImage) -> None:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(sheet.topLeft(), size)
    target.moveCenter(sheet.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
