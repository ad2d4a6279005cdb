"""Two long values: each stands whole beside the button that chooses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.domain.settlement import Choice
from clerk_app.services.conflicts import Conflict, Side
from clerk_app.services.sentences import sentence
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.conflict_settle import ConflictDialog
from clerk_app.ui.widgets.conflict_card import ConflictCard
from tests.ui.squeezed import show_squeezed

LONG = "2019年申请危房改造，验收时墙体仍有裂缝，已报镇规建站；老屋出租给外村人做茶叶初制，收入核对时要计入。" * 2
SIDE = Side(
    act_id="a",
    value=LONG,
    by="孟山",
    at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    laptop=sentence("{seat}号机", seat=2),
    act_kind="修改住户",
)


@pytest.fixture
def conflict() -> Conflict:
    return Conflict(
        id="c", kind="field", household_id="h", household="第1组 0004 户 孟山", record="住户", field="备注",
        standing=SIDE, others=(replace(SIDE, value=LONG[::-1]),), changes=(), reason="",
        told=sentence("两台电脑都改了“{label}”，内容不同：请选定一份。", label="备注"), choices=(),
    )  # fmt: skip


def test_long_values_have_the_room_and_their_buttons_stand_at_their_top(qtbot: QtBot, conflict: Conflict) -> None:
    card = ConflictCard("card")
    qtbot.addWidget(card)
    card.show_conflict(conflict)
    card.resize(700, 400)
    card.show()
    for row, button in enumerate(("card_keep", "card_take_1")):
        value, choose = card.findChild(QLabel, f"cardValue_{row}"), card.findChild(QPushButton, button)
        assert value is not None
        assert choose is not None
        assert value.width() > card.width() // 2
        top = value.mapTo(card, value.rect().topLeft()).y()
        assert abs(choose.mapTo(card, choose.rect().topLeft()).y() - top) <= 2


@pytest.mark.parametrize("length", [40, 80, 120, 200])
def test_form_with_a_long_value_needs_no_scrolling_however_small_it_is_made(
    qtbot: QtBot, village: Context, conflict: Conflict, length: int
) -> None:
    side = replace(conflict.others[0], value="村" * length, by="买买提艾力·阿不都热合曼")
    dialog = ConflictDialog(village, conflict, Choice.TAKEN, side)
    show_squeezed(qtbot, dialog)
    dialog.reject()
