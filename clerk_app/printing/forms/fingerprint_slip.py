"""指纹单: the fingerprint of a county or a laptop on paper, so that it goes another way than the stick it vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.printing.fonts import Face
from clerk_app.printing.forms.handover_slip import Fact
from clerk_app.printing.page import A4, MM, Align, Running, Sheet, to_pdf
from clerk_app.printing.qr_code import qr_marks
from clerk_app.printing.tables import Cell, Row, Table, label, place, share
from clerk_app.printing.text import fit

TITLE: Final = "指纹单"
_GROUPS_A_ROW: Final = 4
_BODY: Final = 11.5
_QR_SIZE: Final = 46 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerprintSlipData:
    """``fingerprint`` is eight groups of four digits; ``facts`` say whose it is, ``steps`` what to do with the paper."""

    title: str
    facts: tuple[Fact, ...]
    fingerprint: str
    steps: tuple[str, ...]
    giver: str
    receiver: str
    printed_on: date


def render(data: FingerprintSlipData) -> bytes:
    """Return the slip as PDF."""
    running = Running(title=data.title, printed_on=data.printed_on, notice="与优盘分开递送")
    return to_pdf(lay_out(data), running)


def lay_out(data: FingerprintSlipData) -> Sheet:
    """Return the slip as marks; the code holds the same digits, for whoever has a scanner."""
    sheet = Sheet(A4)
    width = sheet.paper.inner_width
    sheet.skip(6 * MM)
    sheet.line(data.title, Face.HEI, 20, Align.CENTRE)
    sheet.skip(7 * MM)
    rows = [
        Row((label(fact.name, size=11), Cell(text=fact.text, size=11, align=Align.LEFT)), 25) for fact in data.facts
    ]
    place(sheet, Table(widths=share((1, 4), width), rows=tuple(rows)))
    sheet.skip(7 * MM)
    sheet.line("指纹（八组，每组四位数字）", Face.HEI, 11)
    sheet.skip(2 * MM)
    place(sheet, _groups(data.fingerprint, width))
    sheet.skip(4 * MM)
    top = sheet.y
    for mark in qr_marks(data.fingerprint, sheet.paper.left + (width - _QR_SIZE) / 2, top, _QR_SIZE):
        sheet.mark(mark)
    sheet.skip(_QR_SIZE)
    sheet.line("二维码里是同样的 32 位数字", Face.SONG, 9, Align.CENTRE)
    sheet.skip(5 * MM)
    for text in data.steps:
        sheet.block(fit(text, Face.SONG, _BODY, width, most_lines=4, most_height=120))
        sheet.skip(1.8 * MM)
    sheet.skip(5 * MM)
    place(sheet, _signatures(data, width))
    return sheet


def _groups(fingerprint: str, width: float) -> Table:
    groups = fingerprint.split()
    rows = [
        Row(
            tuple(
                Cell(text=group, face=Face.HEI, size=22, most_lines=1)
                for group in groups[start : start + _GROUPS_A_ROW]
            ),
            40,
        )
        for start in range(0, len(groups), _GROUPS_A_ROW)
    ]
    return Table(widths=share([1] * _GROUPS_A_ROW, width), rows=tuple(rows))


def _signatures(data: FingerprintSlipData, width: float) -> Table:
    heads = (f"填发：{data.giver}", f"核对：{data.receiver}", "核对日期")
    return Table(
        widths=share((1, 1, 1), width),
        rows=(
            Row(tuple(label(text, size=10.5) for text in heads), 24),
            Row((Cell(text=""), Cell(text=""), Cell(text="")), 40),
        ),
    )
