"""追缴办理单 (domain notes F14): what was paid too long, what came back, and who signs for it; upright A4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.money import ZERO, Money, in_words, total
from clerk_app.domain.recovery import RecoveryReceipt, RecoverySpan
from clerk_app.domain.resident_id import mask
from clerk_app.printing.fonts import Face
from clerk_app.printing.forms.household_form import NOTHING, chinese_day, committee
from clerk_app.printing.page import A4, MM, Align, Running, Sheet, to_pdf
from clerk_app.printing.tables import Cell, Row, Table, head_row, height_of, label, place, share

TITLE: Final = "追缴办理单"
_SIZE: Final = 10.0
_GAP: Final = 4 * MM
_SIGNATURES: Final = ("退款人（家属）签字（指印）", "村经办人签字", "村民委员会（章）", "乡镇意见（章）")


@dataclass(frozen=True, slots=True, kw_only=True)
class OverpaymentFormData:
    """What the form prints: ``spans`` are the months that count, at least one, in order; ``receipts`` what came back and stands.

    ``name`` is whose benefit it was, the head's for a household's; ``ended_on`` the day after which nothing was due, where the register
    tells it, and ``ended_by`` what happened then.
    """

    village: str
    group: str
    household_number: str
    head: str
    name: str
    id_number: str
    what: str
    clause: str
    ended_on: date | None
    ended_by: str
    spans: tuple[RecoverySpan, ...]
    receipts: tuple[RecoveryReceipt, ...]
    clerk: str
    printed_on: date
    number: str = ""
    copy_number: int = 1

    @property
    def due(self) -> Money:
        """应追金额."""
        return total([span.amount for span in self.spans])

    @property
    def recovered(self) -> Money:
        """实追金额."""
        return total([receipt.amount for receipt in self.receipts])


def render(data: OverpaymentFormData) -> bytes:
    """Return the form as PDF."""
    running = Running(
        title=TITLE,
        number=data.number,
        printed_on=data.printed_on,
        notice="内部资料，注意保密",
        copy_number=data.copy_number,
        continued=f"{TITLE}（续）　户号 {data.household_number}",
    )
    return to_pdf(lay_out(data), running)


def lay_out(data: OverpaymentFormData) -> Sheet:
    """Return the form's pages as marks."""
    sheet = Sheet(A4)
    width = sheet.paper.inner_width
    sheet.skip(2 * MM)
    sheet.line("追 缴 办 理 单", Face.HEI, 20, Align.CENTRE)
    sheet.skip(4 * MM)
    top = sheet.y
    sheet.line(f"填表单位：{committee(data.village)}", Face.SONG, _SIZE)
    sheet.y = top
    sheet.line(f"填表日期：{chinese_day(data.printed_on)}", Face.SONG, _SIZE, Align.RIGHT)
    sheet.skip(2 * MM)
    place(sheet, _whose(data, width))
    sheet.skip(_GAP)
    place(sheet, _spans(data, width))
    sheet.skip(_GAP)
    place(sheet, _receipts(data, width))
    sheet.skip(_GAP)
    place(sheet, _balance(data, width))
    sheet.skip(_GAP)
    signatures = _signatures(data, width)
    sheet.need(height_of(signatures))
    place(sheet, signatures)
    return sheet


def _text(text: str, span: int = 1) -> Cell:
    return Cell(text=text or NOTHING, size=_SIZE, span=span, align=Align.LEFT, most_lines=3)


def _name(text: str) -> Cell:
    return label(text, size=_SIZE)


def _sum(amount: Money) -> Cell:
    return Cell(text=amount.grouped, size=_SIZE, align=Align.RIGHT)


def _whose(data: OverpaymentFormData, width: float) -> Table:
    months = f"{_month(data.spans[0].from_on)}至{_month(data.spans[-1].to_on)}"
    ended = NOTHING if data.ended_on is None else f"{chinese_day(data.ended_on)}（{data.ended_by}）"
    where = f"{data.group}　{data.household_number} 户　户主 {data.head}".strip()
    rows = (
        Row(
            (_name("姓名"), _text(data.name), _name("身份号码"), _text(mask(data.id_number) if data.id_number else "")),
            24,
        ),
        Row((_name("住户"), _text(where, 3)), 24),
        Row((_name("类别"), _text(data.what), _name("停发事由"), _text(ended)), 24),
        Row((_name("起止"), _text(months), _name("依据"), _text(data.clause)), 24),
    )
    return Table(widths=share((2, 6, 2.4, 7), width), rows=rows)


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _spans(data: OverpaymentFormData, width: float) -> Table:
    rows = [head_row(("序", "多发月份", "月数", "每月金额（元）", "小计（元）", "金额来源"), size=_SIZE)]
    for number, span in enumerate(data.spans, start=1):
        months = f"{span.from_on:%Y-%m} 至 {span.to_on:%Y-%m}"
        rows.append(
            Row(
                (
                    Cell(text=str(number), size=_SIZE),
                    Cell(text=months, size=_SIZE),
                    Cell(text=str(span.months), size=_SIZE),
                    _sum(span.monthly),
                    _sum(span.amount),
                    _text(span.source),
                ),
                22,
            )
        )
    rows.append(_total("应追金额合计", data.due))
    return Table(widths=share((1, 4.4, 1.4, 3, 3, 5), width), rows=tuple(rows), heads=1)


def _receipts(data: OverpaymentFormData, width: float) -> Table:
    rows = [head_row(("序", "追回日期", "方式", "金额（元）", "凭证或文号"), size=_SIZE)]
    for number, receipt in enumerate(data.receipts, start=1):
        rows.append(
            Row(
                (
                    Cell(text=str(number), size=_SIZE),
                    Cell(text=receipt.received_on.isoformat(), size=_SIZE),
                    Cell(text=receipt.way.label, size=_SIZE),
                    _sum(receipt.amount),
                    _text(receipt.paper),
                ),
                22,
            )
        )
    rows += [Row((Cell(text=""),) * 5, 22)] * max(_BLANK_LINES - len(data.receipts), 0)
    rows.append(_total("实追金额合计", data.recovered, columns=5))
    return Table(widths=share((1, 3.2, 4.6, 3, 6), width), rows=tuple(rows), heads=1)


_BLANK_LINES: Final = 3
"""So many lines at least, for what comes in after the print."""


def _total(name: str, amount: Money, columns: int = 6) -> Row:
    words = f"¥{amount.grouped}　{in_words(amount)}"
    return Row((label(name, 2, _SIZE), _text(words, columns - 2)), 24)


def _balance(data: OverpaymentFormData, width: float) -> Table:
    rest = data.due - data.recovered
    told = f"¥{rest.grouped}　{in_words(rest)}" if rest else "已全部追回"
    if rest < ZERO:  # two laptops may each have received the last of it
        told = f"多追回 ¥{(-rest).grouped}　{in_words(-rest)}，应退还"
    cells = (_name("尚未追回"), _text(told))
    return Table(widths=share((2, 15.4), width), rows=(Row(cells, 26),))


def _signatures(data: OverpaymentFormData, width: float) -> Table:
    heads = tuple(label(title, size=_SIZE) for title in _SIGNATURES)
    signed = (Cell(text=""), Cell(text=data.clerk, size=_SIZE), Cell(text=""), Cell(text=""))
    days = (Cell(text="　年　月　日", size=_SIZE, align=Align.RIGHT),) * len(heads)
    rows = (Row(heads, 26), Row(signed, 62), Row(days, 22))
    return Table(widths=share((1,) * len(heads), width), rows=rows)
