"""QR codes as plain marks on paper."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from clerk_app.printing.page import BlockMark

QUIET: Final = 4
"""Width of the white edge that a reader needs around the code, in modules (ISO/IEC 18004)."""


def modules_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code over ASCII text, black is True, at error correction M: legible with a fold or stain across it."""
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415 - only printing pays for ReportLab, not the start

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def qr_marks(text: str, x: float, y: float, size: float) -> tuple[BlockMark, ...]:
    """Return the code with its white edge in a square of this size, each black run of a row as one block."""
    modules = modules_of(text)
    step = size / (len(modules) + 2 * QUIET)
    marks: list[BlockMark] = []
    for line, row in enumerate(modules):
        column = 0
        for is_black, run in groupby(row):
            length = len(tuple(run))
            if is_black:
                marks.append(BlockMark(x + (QUIET + column) * step, y + (QUIET + line) * step, length * step, step))
            column += length
    return tuple(marks)
