"""A PDF to the printer that the clerk chooses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clerk_app.errors import SituationError
from clerk_app.printing.preview import page_count, page_image

_DPI = 200


def print_pdf(parent: QWidget, pdf: bytes) -> bool:
    """Ask for a printer and print every page; False when the clerk thought better of it. Raises SituationError when it refuses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter()
    if not painter.begin(printer):
        raise SituationError("打印机没有接受：请检查打印机是否打开、有没有纸，再试一次，或先保存 PDF。")
    for page in range(page_count(pdf)):
        if page:
            printer.newPage()
        _draw(painter, printer, pdf, page)
    painter.end()
    return True


def _draw(painter: QPainter, printer: QPrinter, pdf: bytes, page: int) -> None:
    drawn = page_image(pdf, page, _DPI)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    room = printer.pageRect(QPrinter.Unit.DevicePixel)
    size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
