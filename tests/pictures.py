"""The smallest whole files that may be attached: a JPEG, a PNG and a PDF, and others like them."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def a_jpeg(shade: int = 90, *, side: int = 40, progressive: bool = False) -> bytes:
    made = BytesIO()
    Image.linear_gradient("L").resize((side, side)).point(lambda dot: (dot + shade) % 256).save(
        made, "JPEG", progressive=progressive
    )
    return made.getvalue()


def a_png(shade: int = 90, *, side: int = 40) -> bytes:
    made = BytesIO()
    Image.new("L", (side, side), shade).save(made, "PNG")
    return made.getvalue()


def a_pdf(words: str = "1", *, password: str | None = None) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, invariant=1, encrypt=password)
    canvas.drawString(50, 50, words)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


JPEG: Final = a_jpeg()
PNG: Final = a_png()
PDF: Final = a_pdf()
