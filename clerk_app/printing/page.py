"""Pages as plain marks on paper, and the one place that turns them into a PDF.

A form is laid out into marks first; only then is the number of pages known that each page's foot tells. Lengths are points,
counted from the page's top left corner.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from clerk_app import terms
from clerk_app.printing.fonts import Face, printable, register, runs, text_width
from clerk_app.printing.text import ASCENT, LEADING, Fitted

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM: Final = 72 / 25.4
THIN: Final = 0.5
THICK: Final = 0.9
FOOT_FACE: Final = Face.SONG
FOOT_SIZE: Final = 8.0


class Align(Enum):
    """Where a text stands in its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def inner_bottom(self) -> float:
        """How far down the body may reach."""
        return self.height - self.bottom


A4: Final = Paper(210 * MM, 297 * MM, 18 * MM, 18 * MM, 17 * MM, 22 * MM)
"""Upright; the left margin leaves room to bind."""
A4_LANDSCAPE: Final = Paper(297 * MM, 210 * MM, 13 * MM, 14 * MM, 14 * MM, 20 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What every page of a print tells of it.

    ``rules`` names the rule version, ``notice`` how to handle the paper, ``continued`` heads every page but the first.
    ``bare`` leaves head and foot out, for sheets that are cut into slips.
    """

    title: str
    number: str = ""
    printed_on: date
    rules: str = ""
    notice: str = ""
    copy_number: int | None = None
    continued: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text; ``y`` is its base line."""

    x: float
    y: float
    text: str
    face: Face
    size: float


@dataclass(frozen=True, slots=True)
class LineMark:
    """A straight rule."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = THIN
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A black rectangle; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float


Mark = TextMark | LineMark | BlockMark
Page = list[Mark]


class Sheet:
    """Pages being filled from the top; ``y`` is where the next thing goes."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pages: list[Page] = [[]]
        self.y = paper.top

    @property
    def room(self) -> float:
        """Height left on this page."""
        return self.paper.inner_bottom - self.y

    @property
    def whole_height(self) -> float:
        """Height of an empty page's body."""
        return self.paper.inner_bottom - self.paper.top

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = self.paper.top

    def need(self, height: float) -> None:
        """Begin a new page unless this much room is left."""
        if height > self.room and self.y > self.paper.top:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def line(self, text: str, face: Face, size: float, align: Align = Align.LEFT) -> None:
        """Set one line across the body and go below it."""
        self.put(Fitted((printable(text),), face, size), self.paper.left, self.y, self.paper.inner_width, align)
        self.y += size * LEADING

    def block(self, fitted: Fitted, align: Align = Align.LEFT) -> None:
        """Set a block of lines across the body and go below it."""
        self.put(fitted, self.paper.left, self.y, self.paper.inner_width, align)
        self.y += fitted.height

    def put(self, fitted: Fitted, x: float, top: float, width: float, align: Align) -> None:
        """Set a block of lines at a place without moving on."""
        for index, text in enumerate(fitted.lines):
            shift = _shift(width, text, fitted.face, fitted.size, align)
            half_gap = (fitted.leading - fitted.size) / 2
            base = top + index * fitted.leading + half_gap + fitted.size * ASCENT
            self.mark(TextMark(x + shift, base, text, fitted.face, fitted.size))

    def mark(self, mark: Mark) -> None:
        """Add a mark to the page."""
        self.pages[-1].append(mark)


def to_pdf(sheet: Sheet, running: Running) -> bytes:
    """Return the pages as PDF with fonts embedded; the same content gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only printing pays for ReportLab, not the start

    register()
    stream = io.BytesIO()
    paper = sheet.paper
    canvas = Canvas(
        stream,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        lang="zh-CN",
        initialFontName=Face.SONG,  # type: ignore[arg-type] # the stubs call a font's name a number
    )
    # Title and program only: the document's properties must not name a person (domain notes §4.3).
    canvas.setTitle(running.title)
    canvas.setAuthor("")
    canvas.setSubject(running.number)
    canvas.setCreator(terms.PROGRAM)
    for number, page in enumerate(sheet.pages, start=1):
        frame = [] if running.bare else _head_and_foot(paper, running, number, len(sheet.pages))
        _paint(canvas, paper, [*page, *frame])
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _head_and_foot(paper: Paper, running: Running, number: int, count: int) -> Page:
    foot = paper.height - 8 * MM
    handling = (
        f"编号 {running.number}" if running.number else "",
        f"第 {running.copy_number} 份" if running.copy_number is not None else "",
        running.notice,
    )
    origin = (f"政策版本 {running.rules}" if running.rules else "", f"打印日期 {running.printed_on.isoformat()}")
    marks = [
        _running_text(paper, foot, _joined(handling), Align.LEFT),
        _running_text(paper, foot, f"第 {number} 页　共 {count} 页", Align.CENTRE),
        _running_text(paper, foot, _joined(origin), Align.RIGHT),
    ]
    if number > 1 and running.continued:
        marks.append(_running_text(paper, paper.top - 3 * MM, running.continued, Align.LEFT))
    return list(marks)


def _joined(parts: Sequence[str]) -> str:
    return "　".join(part for part in parts if part)


def _running_text(paper: Paper, base: float, text: str, align: Align) -> TextMark:
    shown = printable(text)
    return TextMark(
        paper.left + _shift(paper.inner_width, shown, FOOT_FACE, FOOT_SIZE, align), base, shown, FOOT_FACE, FOOT_SIZE
    )


def _shift(width: float, text: str, face: Face, size: float, align: Align) -> float:
    """Return how far from the left of its width a line begins."""
    free = width - text_width(text, face, size)
    return {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]


def _paint(canvas: Canvas, paper: Paper, marks: Sequence[Mark]) -> None:
    for mark in marks:
        if isinstance(mark, LineMark):
            canvas.setLineWidth(mark.width)
            canvas.setLineCap(0 if mark.dashed else 2)  # square ends close the corners of a frame
            canvas.setDash([2, 3] if mark.dashed else [])
            canvas.line(mark.x1, paper.height - mark.y1, mark.x2, paper.height - mark.y2)
        elif isinstance(mark, BlockMark):
            bottom = paper.height - mark.y - mark.height
            canvas.rect(mark.x, bottom, mark.width, mark.height, stroke=0, fill=1)
        else:
            text = canvas.beginText(mark.x, paper.height - mark.y)
            for run in runs(mark.text, mark.face):
                text.setFont(run.face, mark.size)
                text.textOut(run.text)
            canvas.drawText(text)
