"""恢复密钥单: the one paper that opens the data folder when every password is forgotten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app import terms
from clerk_app.printing.fonts import Face
from clerk_app.printing.page import A4, MM, Align, Running, Sheet, to_pdf
from clerk_app.printing.tables import Cell, Row, Table, label, place, share
from clerk_app.printing.text import fit

TITLE: Final = "恢复密钥单"
_GROUPS_A_ROW: Final = 4
_BODY: Final = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheetData:
    """``recovery_key`` as the program shows it, groups parted by hyphens or blanks. ``made_on`` is the day it was made."""

    village: str
    recovery_key: str
    made_on: date
    clerk: str = ""

    def __repr__(self) -> str:
        """Leave the key out, so that no log or crash report can hold it."""
        return f"RecoverySheetData(village={self.village!r}, made_on={self.made_on!r})"


def render(data: RecoverySheetData) -> bytes:
    """Return the sheet as PDF."""
    return to_pdf(lay_out(data), Running(title=TITLE, printed_on=data.made_on, notice="妥善保管，不得复印、拍照、外传"))


def lay_out(data: RecoverySheetData) -> Sheet:
    """Return the sheet as marks."""
    sheet = Sheet(A4)
    width = sheet.paper.inner_width
    sheet.skip(6 * MM)
    sheet.line("恢 复 密 钥 单", Face.HEI, 22, Align.CENTRE)
    sheet.skip(7 * MM)
    place(sheet, _origin(data, width))
    sheet.skip(7 * MM)
    sheet.line("恢复密钥（只有数字和大写字母，没有字母 I、L、O、U）", Face.HEI, 11)
    sheet.skip(2 * MM)
    place(sheet, _key(data.recovery_key, width))
    sheet.skip(8 * MM)
    for text in _INSTRUCTIONS:
        sheet.block(fit(text, Face.SONG, _BODY, width, most_lines=6, most_height=200))
        sheet.skip(2.2 * MM)
    sheet.skip(6 * MM)
    place(sheet, _handover(width))
    return sheet


_INSTRUCTIONS: Final = (
    f"一、用途：所有经办人都忘记密码，或原经办人不能到场交接时，用它打开“{terms.PROGRAM}”的数据，并设置新密码。",
    "二、用法：在登录窗口选“忘记密码”，按格输入上面各组字符；大小写不分，组与组之间的横线可以不输。",
    "三、保管：本单只打印这一次，电脑里不留存。请装入信封、骑缝盖章，锁入村委会保险柜，不要与电脑放在一起。",
    "四、遗失：凡看到本单的人都能打开全村数据。遗失或被人看过，请立即在“设置”里重新生成，旧单随即作废。",
    "五、密码和本单都丢失的，任何人（包括提供本程序的人）都打不开这台电脑里的数据。",
)


def _origin(data: RecoverySheetData, width: float) -> Table:
    made = data.made_on
    rows = (
        ("村（社区）", data.village),
        ("生成日期", f"{made.year}年{made.month}月{made.day}日"),
        ("生成人", data.clerk or "—"),
    )
    cells = tuple(
        Row((label(title, size=11), Cell(text=text, size=11.5, align=Align.LEFT)), 26) for title, text in rows
    )
    return Table(widths=share((1, 4), width), rows=cells)


def _key(recovery_key: str, width: float) -> Table:
    groups = [group for group in re.split(r"[\s-]+", recovery_key) if group]
    rows = []
    for start in range(0, len(groups), _GROUPS_A_ROW):
        part = groups[start : start + _GROUPS_A_ROW]
        part += [""] * (_GROUPS_A_ROW - len(part))
        numbers = range(start + 1, start + _GROUPS_A_ROW + 1)
        captions = (f"第 {number} 组" if group else "" for number, group in zip(numbers, part, strict=True))
        rows.append(Row(tuple(Cell(text=caption, size=9) for caption in captions), 16))
        rows.append(Row(tuple(Cell(text=group, face=Face.HEI, size=20, most_lines=1) for group in part), 38))
    return Table(widths=share([1] * _GROUPS_A_ROW, width), rows=tuple(rows))


def _handover(width: float) -> Table:
    return Table(
        widths=share((1, 1, 1), width),
        rows=(
            Row(tuple(label(text, size=10.5) for text in ("交存人（签字）", "保管人（签字）", "存放地点及日期")), 24),
            Row((Cell(text=""), Cell(text=""), Cell(text="")), 44),
        ),
    )
