"""缴费通知单 (domain notes P5): slips for households, three to an upright A4 sheet with lines to cut along.

A household whose people do not fit on one slip goes on to the next; only its last slip carries the sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.money import ZERO, Money, in_words, total
from clerk_app.domain.resident_id import mask
from clerk_app.printing.fonts import Face
from clerk_app.printing.page import FOOT_FACE, FOOT_SIZE, MM, Align, LineMark, Paper, Running, Sheet, TextMark, to_pdf
from clerk_app.printing.tables import Cell, Row, Table, head_row, height_of, label, place, share
from clerk_app.printing.text import LEADING, Fitted, fit

TITLE: Final = "城乡居民社会保险缴费通知单"
SLIPS_A_PAGE: Final = 3
_PAPER: Final = Paper(210 * MM, 297 * MM, 0, 16 * MM, 0, 16 * MM)
_SLIP_HEIGHT: Final = 297 * MM / SLIPS_A_PAGE
_EDGE: Final = 7 * MM
_GAP: Final = 1.2 * MM
_TITLE_SIZE: Final = 14.0
_LINE_SIZE: Final = 9.5
_FOOT_HEIGHT: Final = 8 * MM
"""Room at the slip's end for the seal line."""
_TALLEST_NAME: Final = 58.0
"""So high that one person, the head row and the sum fit on a slip under the longest address and notes."""
_COLUMNS: Final = (
    ("姓名", 44), ("公民身份号码", 40), ("缴费档次", 20), ("个人应缴", 20), ("政府代缴", 20), ("已缴", 20), ("尚应缴", 20),
    ("财政补贴", 19),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionNoticeRow:
    """One person: ``id_number`` is printed masked whatever comes; ``paid`` and ``proxied`` are what the year already holds.

    ``due`` is the person's own share of the tier for the year.
    """

    name: str
    id_number: str
    tier: Money
    due: Money
    paid: Money = ZERO
    proxied: Money = ZERO
    subsidy: Money | None = None

    @property
    def still_due(self) -> Money:
        """What is left to pay; overpaid is nothing left."""
        return max(self.due - self.paid, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionNoticeData:
    """One household's notice for one insurance and year. ``village`` is the full name, ``how_to_pay`` one or two sentences."""

    village: str
    group: str
    household_number: str
    head: str
    year: int
    insurance: Insurance
    rows: tuple[ContributionNoticeRow, ...]
    deadline: date
    how_to_pay: str
    phone: str
    clerk: str = ""
    printed_on: date
    number: str = ""
    copy_number: int = 1
    rules: str = ""

    @property
    def still_due(self) -> Money:
        """What the household has left to pay."""
        return total([row.still_due for row in self.rows])


def render(notices: Sequence[ContributionNoticeData]) -> bytes:
    """Return the slips of all households as one PDF, in the order given; raises ValueError for none."""
    if not notices:
        raise ValueError("no notice to print")
    sheet = lay_out(notices)
    # Each slip is cut off and must tell number and date itself; the sheet has no foot of its own.
    return to_pdf(sheet, Running(title=TITLE, number=notices[0].number, printed_on=notices[0].printed_on, bare=True))


def lay_out(notices: Sequence[ContributionNoticeData]) -> Sheet:
    """Return the sheets as marks."""
    sheet = Sheet(_PAPER)
    slips = [slip for notice in notices for slip in _slips(notice)]
    for index, slip in enumerate(slips):
        place_on_page = index % SLIPS_A_PAGE
        if index and place_on_page == 0:
            sheet.turn()
        _draw(sheet, slip, place_on_page * _SLIP_HEIGHT)
        if place_on_page < SLIPS_A_PAGE - 1:
            _cut_line(sheet, (place_on_page + 1) * _SLIP_HEIGHT)
    return sheet


@dataclass(frozen=True, slots=True)
class _Slip:
    """One slip of a household: ``part`` of ``parts``, counted from 1."""

    notice: ContributionNoticeData
    rows: tuple[ContributionNoticeRow, ...]
    part: int
    parts: int


def _slips(notice: ContributionNoticeData) -> list[_Slip]:
    """Share a household's people out over as many slips as they need; one person always fits."""
    frame = _TITLE_SIZE * LEADING + _addressee(notice).height + sum(note.height for note in _notes(notice)) + 3 * _GAP
    room = _SLIP_HEIGHT - 2 * _EDGE - _FOOT_HEIGHT - frame
    parts: list[tuple[ContributionNoticeRow, ...]] = []
    part: tuple[ContributionNoticeRow, ...] = ()
    for row in notice.rows:
        if part and height_of(_table(notice, (*part, row), is_last=True)) > room:
            parts.append(part)
            part = ()
        part = (*part, row)
    parts.append(part)
    return [_Slip(notice, rows, number, len(parts)) for number, rows in enumerate(parts, start=1)]


def _draw(sheet: Sheet, slip: _Slip, top: float) -> None:
    notice = slip.notice
    sheet.y = top + _EDGE
    if slip.parts > 1:
        sheet.line(f"第 {slip.part} 张　共 {slip.parts} 张", Face.SONG, _LINE_SIZE, Align.RIGHT)
        sheet.y = top + _EDGE
    sheet.line(f"{notice.year}年度{notice.insurance.label}缴费通知单", Face.HEI, _TITLE_SIZE, Align.CENTRE)
    sheet.skip(_GAP)
    sheet.block(_addressee(notice))
    sheet.skip(_GAP)
    place(sheet, _table(notice, slip.rows, is_last=slip.part == slip.parts))
    sheet.skip(_GAP)
    for note in _notes(notice):
        sheet.block(note)
    _seal_line(sheet, notice, top + _SLIP_HEIGHT - _EDGE)


def _addressee(notice: ContributionNoticeData) -> Fitted:
    parts = (notice.village, notice.group, f"户号：{notice.household_number}", f"户主：{notice.head}")
    return _line("　".join(part for part in parts if part), most_lines=2)


def _notes(notice: ContributionNoticeData) -> tuple[Fitted, ...]:
    last = notice.deadline
    return (
        _line(
            f"一、请于 {last.year}年{last.month}月{last.day}日 前缴清。缴费方式：{notice.how_to_pay.rstrip('。')}。",
            most_lines=3,
        ),
        _line(f"二、咨询电话：{notice.phone}。缴费以银行、税务部门出具的票据为准，本单不作收款凭据。", most_lines=2),
    )


def _line(text: str, most_lines: int) -> Fitted:
    most_height = most_lines * _LINE_SIZE * LEADING
    return fit(text, Face.SONG, _LINE_SIZE, _PAPER.inner_width, most_lines=most_lines, most_height=most_height)


def _table(notice: ContributionNoticeData, people: Sequence[ContributionNoticeRow], *, is_last: bool) -> Table:
    with_subsidy = any(row.subsidy is not None for row in notice.rows)
    columns = _COLUMNS if with_subsidy else _COLUMNS[:-1]
    rows = [head_row([title for title, _ in columns], height=17)]
    for person in people:
        amounts = (person.tier, person.due, person.proxied, person.paid, person.still_due)
        cells = [Cell(text=person.name, most_height=_TALLEST_NAME), Cell(text=mask(person.id_number), most_height=20)]
        cells += [_amount(amount) for amount in amounts]
        if with_subsidy:
            cells.append(Cell(text="—") if person.subsidy is None else _amount(person.subsidy))
        rows.append(Row(tuple(cells), 16))
    if is_last:
        words = f"¥{notice.still_due.grouped}　{in_words(notice.still_due)}"
        sum_cells = (label("本户尚应缴合计"), Cell(text=words, span=len(columns) - 1, align=Align.LEFT, most_height=20))
        rows.append(Row(sum_cells, 17))
    else:
        rows.append(Row((Cell(text="续下张，合计见末张", span=len(columns)),), 17))
    return Table(widths=share([weight for _, weight in columns], _PAPER.inner_width), rows=tuple(rows), heads=1)


def _amount(amount: Money) -> Cell:
    return Cell(text=amount.grouped, align=Align.RIGHT, most_lines=1, most_height=20)


def _seal_line(sheet: Sheet, notice: ContributionNoticeData, base: float) -> None:
    origin = (
        f"编号 {notice.number}" if notice.number else "",
        f"第 {notice.copy_number} 份",
        f"政策版本 {notice.rules}" if notice.rules else "",
        f"打印日期 {notice.printed_on.isoformat()}",
    )
    sheet.y = base - FOOT_SIZE * LEADING
    sheet.line("　".join(part for part in origin if part), FOOT_FACE, FOOT_SIZE)
    signed = f"经办人：{notice.clerk}　　　　村民委员会（章）　　　　" if notice.clerk else "村民委员会（章）　　　　"
    sheet.y = base - (FOOT_SIZE + _LINE_SIZE) * LEADING
    sheet.line(signed, Face.SONG, _LINE_SIZE, Align.RIGHT)


def _cut_line(sheet: Sheet, y: float) -> None:
    sheet.mark(LineMark(0, y, sheet.paper.width, y, 0.3, dashed=True))
    sheet.mark(TextMark(6 * MM, y + 3.5, "✂", Face.SONG, 10))
