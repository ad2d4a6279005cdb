"""The main job without a mouse: nothing is clicked, and the focus is moved by keys alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.money import Money
from clerk_app.services.contributions import rows_of_year
from clerk_app.services.demo import make_demo
from tests.builders import DAY
from tests.end_to_end import stations
from tests.end_to_end.entrance import Entrance
from tests.end_to_end.program import CTRL, Desk, Hands, Program

MOST_TABS = 60


def tab_to(desk: Desk, name: str) -> None:
    """Press Tab until something has the focus, as a clerk does who looks where it went."""
    passed: list[str] = []
    while desk.focus.objectName() != name:
        passed.append(desk.focus.objectName())
        assert len(passed) < MOST_TABS, f"Tab does not come to {name}, but to {passed}"
        desk.press(Qt.Key.Key_Tab)


def paid(desk: Desk) -> list[Money]:
    return [entry.amount for row in rows_of_year(desk.workspace, Insurance.PENSION, DAY.year) for entry in row.payments]


def record_three(desk: Desk) -> None:
    before = paid(desk)
    desk.go("contributions")
    for _ in range(3):
        desk.type("300")
        desk.press_and_wait(Qt.Key.Key_Return)
    after = paid(desk)
    assert len(after) == len(before) + 3
    assert after.count(Money.yuan(300)) == before.count(Money.yuan(300)) + 3


def propose(desk: Desk) -> None:
    desk.go("dibao")

    def choose(hands: Hands) -> None:
        found = hands.find(QListWidget, "chooseHouseholdList")
        hands.type("bws")
        hands.wait(lambda: found.count() == 1)
        hands.press(Qt.Key.Key_Return)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_N, CTRL), choose)
    tab_to(desk, "application_reason")
    desk.enter("年老多病，缺劳动力")
    tab_to(desk, "income_0_kind")
    desk.enter("wage", "打零工", "9600", "")
    tab_to(desk, "property_within_limits_yes")
    desk.press(Qt.Key.Key_Space)
    desk.wait(desk.find(QLabel, "proposalReasons").isVisible)
    desk.press_and_wait(Qt.Key.Key_F9)


def export(desk: Desk, stick: Path) -> None:
    desk.go("exchange")
    tab_to(desk, "exchangeFolder")
    desk.press_and_wait(Qt.Key.Key_Space)
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    assert [file.suffix for file in stick.iterdir()] == [".clerk"]


def test_main_job_goes_by_keys_alone(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("clerk_app.services.demo.make_demo", partial(make_demo, households=12))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))

    def work(desk: Desk) -> None:
        number = stations.register_family(desk)
        record_three(desk)
        propose(desk)
        assert stations.stored_case(desk, number).village_class is DibaoClass.B
        export(desk, stick)

    entrance = Entrance(qtbot, monkeypatch, tmp_path / "恢复密钥单.pdf")
    program.first_run(tmp_path / "data", entrance.make_demo, work)
