"""What stands in the sheet of 成批录入 when its picture is taken: nobody in it exists."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.resident_id import check_digit
from clerk_app.services.entry_block import Block
from clerk_app.services.entry_sheet import NAME, NUMBER
from clerk_app.ui.pages.households.sheet_view import SheetView

_PEOPLE: Final = (
    ("自世春", "户主", "53232519620304011", "13908780001", "石桥12号", "", ""),
    ("李桂芝", "妻", "53232519640506012", "", "", "", ""),
    ("自建国", "长子", "53232519880102013", "13908780002", "", "", ""),
    ("自小雨", "孙女", "53232520150909014", "", "", "", ""),
    ("杨文华", "户主", "53232519551112015", "13908780003", "石桥15号", "建档立卡贫困人口、低保对象", ""),
    ("马秀英", "老伴", "53232519570808016", "", "", "", ""),
    ("周永福", "户主", "53232519710615017", "邻居有", "石桥16号", "", ""),
    ("周晓梅", "女儿", "53232519960623018", "", "", "", ""),
    ("鲁少华", "", "53232519940228019", "", "", "", ""),
)
_WRONG: Final = 7
"""The row whose number has a wrong last digit."""


def fill(view: SheetView) -> None:
    """Type households into the sheet as a paste from Excel would, good ones and ones with mistakes."""
    view.group.set_raw("第3组")
    view.model.empty()
    view.model.paste(_block(), 0, NUMBER)
    view.grid.go(_WRONG, NAME)
    view.grid.setFocus()


def _block() -> Block:
    rows = []
    for place, (name, relation, first17, phone, address, statuses, note) in enumerate(_PEOPLE):
        last = check_digit(first17)
        if place == _WRONG:
            last = "1" if last != "1" else "2"
        rows.append(("", name, relation, first17 + last, "", "", phone, address, "", statuses, "", note))
    return tuple(rows)
