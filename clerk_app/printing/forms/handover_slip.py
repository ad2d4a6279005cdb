"""交接单: what goes from hand to hand with a stick, in counts and sums; both persons sign it, each keeps one.

Nothing on it tells of a person: it lies open on two desks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.money import Money, in_words
from clerk_app.printing.fonts import Face
from clerk_app.printing.page import A4, MM, Align, Running, Sheet, to_pdf
from clerk_app.printing.tables import Cell, Row, Table, head_row, label, place, share
from clerk_app.printing.text import fit

TITLE: Final = "交接单"
_SIZE: Final = 10.0
_GROUP: Final = 4
_KINDS_A_ROW: Final = 2
_COUNTS: Final = ("变更", "入账", "已收过", "暂存", "退回", "另存", "隔离")
_TAKEN_WIDTHS: Final = (8, 35, 40, 16, *[12] * len(_COUNTS))
_HANDLING: Final = "一式两份，双方各存一份"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of what is told: its name and what it is."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPacket:
    """One packet as it was written: ``facts`` in order, ``by_kind`` the acts in it, ``sha256`` the digest of the file in hexadecimal.

    ``money`` is the sum of the payments in it, None where there are none to sum up.
    """

    facts: tuple[Fact, ...]
    by_kind: tuple[tuple[str, int], ...] = ()
    money: Money | None = None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPacket:
    """What became of one packet at the county; ``counts`` are those of ``_COUNTS``, in their order. ``note`` says why, or what more."""

    village: str
    packet: str
    outcome: str
    counts: tuple[int, ...]
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSlipData:
    """A slip: who gives what to whom. Packets as written, or as taken in; ``origin`` is what holds for the whole slip.

    ``giver`` and ``receiver`` name the two sides above their signatures.
    """

    title: str
    origin: tuple[Fact, ...]
    handed: tuple[HandedPacket, ...] = ()
    taken: tuple[TakenPacket, ...] = ()
    giver: str
    receiver: str
    printed_on: date


def render(data: HandoverSlipData) -> bytes:
    """Return the slip as PDF."""
    running = Running(title=data.title, printed_on=data.printed_on, notice=_HANDLING, continued=f"{data.title}（续）")
    return to_pdf(lay_out(data), running)


def lay_out(data: HandoverSlipData) -> Sheet:
    """Return the slip as marks."""
    sheet = Sheet(A4)
    width = sheet.paper.inner_width
    sheet.skip(2 * MM)
    sheet.line(data.title, Face.HEI, 18, Align.CENTRE)
    sheet.skip(5 * MM)
    place(sheet, _facts(data.origin, width))
    sheet.skip(4 * MM)
    for number, packet in enumerate(data.handed, start=1):
        _packet(sheet, packet, number if len(data.handed) > 1 else 0, width)
    if data.taken:
        place(sheet, _taken(data.taken, width))
        sheet.skip(3 * MM)
        _line(sheet, _sums(data.taken), width)
        sheet.skip(3 * MM)
    for text in _RULES:
        _line(sheet, text, width)
        sheet.skip(1 * MM)
    sheet.skip(4 * MM)
    _signatures(sheet, data, width)
    return sheet


_RULES: Final = (
    "核对办法：两份交接单上的校验码逐组对照，一致即为同一个文件，内容没有改动。",
    "本单只记笔数和金额，不记个人信息。报送包是否入账以县里的回执为准；没有回执以前，变更仍在村里等待报送。",
)


def groups_of(digest: str) -> str:
    """Return a digest in groups of four characters, so that two people can read it to each other."""
    upper = digest.upper()
    return " ".join(upper[start : start + _GROUP] for start in range(0, len(upper), _GROUP))


def _line(sheet: Sheet, text: str, width: float) -> None:
    block = fit(text, Face.SONG, _SIZE, width, most_lines=4, most_height=80)
    sheet.need(block.height)
    sheet.block(block)


def _facts(facts: Sequence[Fact], width: float) -> Table:
    rows = [
        Row((label(fact.name, size=_SIZE), Cell(text=fact.text, size=_SIZE, align=Align.LEFT, most_lines=3)), 21)
        for fact in facts
    ]
    return Table(widths=share((1, 4), width), rows=tuple(rows))


def _packet(sheet: Sheet, packet: HandedPacket, number: int, width: float) -> None:
    if number:
        sheet.need(30 * MM)
        sheet.line(f"第 {number} 个文件", Face.HEI, 11)
        sheet.skip(1.5 * MM)
    facts = [*packet.facts, Fact(name="校验码（SHA-256）", text=groups_of(packet.sha256))]
    if packet.money is not None:
        facts.insert(-1, Fact(name="缴费金额合计", text=f"¥{packet.money.grouped}　{in_words(packet.money)}"))
    place(sheet, _facts(facts, width))
    sheet.skip(3 * MM)
    if packet.by_kind:
        place(sheet, _kinds(packet.by_kind, width))
        sheet.skip(4 * MM)


def _kinds(by_kind: Sequence[tuple[str, int]], width: float) -> Table:
    """Return the acts by kind, two kinds to a row, and their sum."""
    rows = [head_row(("变更种类", "笔数") * _KINDS_A_ROW, size=_SIZE)]
    for start in range(0, len(by_kind), _KINDS_A_ROW):
        cells: list[Cell] = []
        for name, count in by_kind[start : start + _KINDS_A_ROW]:
            cells += [Cell(text=name, size=_SIZE, align=Align.LEFT), Cell(text=str(count), size=_SIZE)]
        cells += [Cell(text="")] * (2 * _KINDS_A_ROW - len(cells))
        rows.append(Row(tuple(cells)))
    whole = sum(count for _, count in by_kind)
    rows.append(Row((label("合计", 2 * _KINDS_A_ROW - 1, _SIZE), Cell(text=str(whole), size=_SIZE, face=Face.HEI))))
    return Table(widths=share((3, 1) * _KINDS_A_ROW, width), rows=tuple(rows), heads=1)


def _taken(taken: Sequence[TakenPacket], width: float) -> Table:
    rows = [head_row(("序", "村", "文件", "结果", *_COUNTS))]
    columns = len(_TAKEN_WIDTHS)
    for number, packet in enumerate(taken, start=1):
        told = (str(number), packet.village, packet.packet, packet.outcome, *(str(count) for count in packet.counts))
        rows.append(Row(tuple(Cell(text=text, most_lines=3) for text in told)))
        under = "　".join(
            part for part in (f"校验码 {groups_of(packet.sha256)}" if packet.sha256 else "", packet.note) if part
        )
        if under:
            rows.append(Row((Cell(text=under, span=columns, align=Align.LEFT, size=8, most_lines=3),), 16))
    return Table(widths=share(_TAKEN_WIDTHS, width), rows=tuple(rows), heads=1)


def _sums(taken: Sequence[TakenPacket]) -> str:
    sums = [sum(packet.counts[place] for packet in taken) for place in range(len(_COUNTS))]
    told = "，".join(f"{name} {count}" for name, count in zip(_COUNTS, sums, strict=True))
    return f"合计 {len(taken)} 个文件：{told}。"


def _signatures(sheet: Sheet, data: HandoverSlipData, width: float) -> None:
    table = Table(
        widths=share((1, 1), width),
        rows=(
            Row((label(f"交出：{data.giver}", size=_SIZE), label(f"接收：{data.receiver}", size=_SIZE)), 24),
            Row(
                (Cell(text="签字：", align=Align.LEFT, size=_SIZE), Cell(text="签字：", align=Align.LEFT, size=_SIZE)),
                44,
            ),
            Row((Cell(text="日期：　　　　年　　月　　日　　时", align=Align.LEFT, size=_SIZE),) * 2, 26),
        ),
    )
    sheet.need(100)
    place(sheet, table)
