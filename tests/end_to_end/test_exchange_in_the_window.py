"""A village enrols, reports, has an act sent back and settles it, all in the window; the county works with its own services."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clerk_app.exchange.drives import Drive
from clerk_app.services import exchange
from clerk_app.services.enrolment import enrolment
from clerk_app.services.exchange import outbox
from clerk_app.services.work_desk import desk_items
from clerk_app.ui.dialogs.exchange_enrol import EnrolDialog
from clerk_app.ui.pages.exchange.page import ExchangePage
from clerk_app.ui.widgets.strips import Strip
from tests.end_to_end import stations
from tests.end_to_end.entrance import Entrance
from tests.end_to_end.program import CTRL, Desk, Hands, Program
from tests.ui.exchange_page import CountySide


@pytest.fixture
def entrance(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Entrance:
    return Entrance(qtbot, monkeypatch, tmp_path / "恢复密钥单.pdf")


def test_act_that_the_county_refuses_comes_back_and_is_settled(
    program: Program, entrance: Entrance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    monkeypatch.setattr(exchange, "drives", lambda: (Drive(stick, stick.name, 12_300_000_000, 16_000_000_000),))

    def work(desk: Desk) -> None:
        county = CountySide.new(tmp_path / "county")
        county.invite(desk.workspace, stick)
        number = stations.register_family(desk)
        _enrol(desk, county.fingerprint)
        county.take(stick)
        county.admit(desk.workspace)
        county.answer(stick)
        _import(desk)
        assert outbox(desk.workspace).acts == 0
        county.refuse(desk.workspace, number)
        _note(desk, "漏雨")
        _export(desk)
        county.take(stick)
        county.answer(stick)
        _import(desk)
        _settle(desk)
        assert outbox(desk.workspace).acts == 0
        county.workspace.close()

    program.first_run(tmp_path / "data", entrance.make_village, work)


def _part(desk: Desk, name: str) -> ExchangePage:
    desk.go("exchange")
    page = desk.window.current_page
    assert isinstance(page, ExchangePage)
    while page.part.name != name:
        desk.press_and_wait(Qt.Key.Key_Tab, CTRL)
    desk.wait(lambda: page.send.places.current is not None)
    return page


def _enrol(desk: Desk, fingerprint: str) -> None:
    page = _part(desk, "enrol")

    def compare(hands: Hands) -> None:
        assert isinstance(hands.root, EnrolDialog)
        hands.enter(*(fingerprint.split()[place] for place in hands.root.asked))
        hands.press(Qt.Key.Key_Return)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_S, CTRL), compare)
    known = enrolment(desk.workspace)
    assert known is not None
    assert known.checked
    assert desk.find(Strip, "exchangeDone").isVisible(), "the answer stands on the stick"
    assert page.part is page.send


def _import(desk: Desk) -> None:
    page = _part(desk, "import")
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    assert page.import_part.account is not None
    assert page.import_part.account.imported


def _note(desk: Desk, words: str) -> None:
    """Change the household that was registered, on its page."""
    stations.find_by_search(desk, "bws")

    def fill(hands: Hands) -> None:
        hands.type_into("note", words)
        hands.press(Qt.Key.Key_S, CTRL)

    desk.in_dialog(lambda: desk.click("fileEdit"), fill)


def _export(desk: Desk) -> None:
    _part(desk, "send")
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    assert desk.find(Strip, "exchangeDone").isVisible()


def _settle(desk: Desk) -> None:
    """See the refused act on the page, go from it to its household, and close it there."""
    page = _part(desk, "work")
    (item,) = desk_items(desk.workspace)
    assert item.item.reason in desk.text("workCardReason")
    page.work.view.setFocus()
    desk.press_and_wait(Qt.Key.Key_Return)
    assert desk.window.current_name == "households"
    desk.wait(lambda: desk.find(QLabel, "fileWork_0Reason").isVisible())

    def fill(hands: Hands) -> None:
        hands.type("已报县里改正")
        hands.press(Qt.Key.Key_S, CTRL)

    desk.in_dialog(lambda: desk.click("fileWorkSettle_0"), fill)
    assert desk_items(desk.workspace) == ()
    (done,) = desk_items(desk.workspace, closed=True)
    assert done.item.outcome == "已报县里改正"
