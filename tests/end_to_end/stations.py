"""The stations of the main job in the window, each as a clerk goes through it by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListWidget

from clerk_app.domain.codes import Sex
from clerk_app.domain.contribution import Insurance
from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.money import Money
from clerk_app.services.contributions import rows_of_year
from clerk_app.services.dibao import cases_of
from clerk_app.services.households import household_numbered, list_households
from clerk_app.ui.pages.households.page import HouseholdsPage
from clerk_app.ui.pages.papers.page import PapersPage
from clerk_app.ui.pages.settings.page import SECTIONS, SettingsPage
from clerk_app.ui.widgets.chip import Chip
from clerk_app.ui.widgets.strips import Strip
from tests.builders import DAY, resident_number
from tests.end_to_end.program import CTRL, Desk, Hands

HEAD = resident_number(date(1962, 3, 4), Sex.MALE, 311)
WIFE = resident_number(date(1964, 5, 6), Sex.FEMALE, 312)
SON = resident_number(date(1988, 1, 2), Sex.MALE, 313)
SONS_WIFE = resident_number(date(1990, 9, 9), Sex.FEMALE, 314)
FAMILY = ("毕文山", "李桂芝", "毕建国", "段小雨")


def take_in_register(desk: Desk, monkeypatch: pytest.MonkeyPatch, register: Path) -> None:
    """Import a register from the empty page 住户."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(register), ""))
    desk.go("households")
    desk.click("householdImport")
    assert desk.focus.objectName() == "importCarryOut", "one Enter after the preview"
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.find(Strip, "importAccount").isVisible()
    desk.press_and_wait(Qt.Key.Key_Escape)
    page = desk.window.current_page
    assert isinstance(page, HouseholdsPage)
    assert page.current is page.list_view


def register_family(desk: Desk) -> str:
    """Register four people by keys alone and return the household's number."""
    desk.go("households")
    desk.press_and_wait(Qt.Key.Key_N, CTRL)
    desk.enter("3", "石桥12号", "19912345678", "", "3.5", "120", "砖混", "")
    desk.enter(FAMILY[0], HEAD, "彝", "13900001111", "", "", "", "", "")
    desk.enter(FAMILY[1], WIFE, "老伴", "", "", "部分丧失", "", "长期慢性病", "", "")
    desk.enter(FAMILY[2], SON, "20", "", "13900002222", "", "", "", "", "")
    desk.enter(FAMILY[3], SONS_WIFE, "儿媳", "", "", "", "", "", "", "")
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    assert FAMILY[0] in desk.text("pageTitle"), "the new household is shown"
    (row,) = (row for row in list_households(desk.workspace) if row.head == FAMILY[0])
    return row.number


def set_standards(desk: Desk, county_key: str) -> None:
    """Enter what only the county knows: the dibao standard, and the key that packets are sealed to."""
    desk.go("settings")
    open_section(desk, "local")
    desk.type_into("dibao_standard", "420")
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    open_section(desk, "county_key")
    desk.type_into("county_key", county_key)
    desk.press_and_wait(Qt.Key.Key_S, CTRL)


def open_section(desk: Desk, name: str) -> None:
    """Go to a section of 设置 by the arrows."""
    sections = desk.find(QListWidget, "settingsList")
    sections.setFocus()
    row = [known for known, _ in SECTIONS].index(name)
    while sections.currentRow() != row:
        desk.press_and_wait(Qt.Key.Key_Down if sections.currentRow() < row else Qt.Key.Key_Up)
    page = desk.window.current_page
    assert isinstance(page, SettingsPage)
    assert page.current is page.section(name)


def propose_dibao(desk: Desk, words: str, income: str) -> tuple[str, str]:
    """Take in an application of the household found by ``words`` and propose what the rule says; return class and reasons as shown."""
    desk.go("dibao")

    def choose(hands: Hands) -> None:
        found = hands.find(QListWidget, "chooseHouseholdList")
        hands.type(words)
        hands.wait(lambda: found.count() == 1)
        hands.press(Qt.Key.Key_Return)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_N, CTRL), choose)
    desk.type_into("application_reason", "年老多病，缺劳动力")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.enter("wage", "打零工", income, "")
    desk.type_into("property_within_limits_yes", "")
    desk.press(Qt.Key.Key_Space)
    reasons = desk.find(QLabel, "proposalReasons")
    desk.wait(reasons.isVisible)
    shown = desk.find(Chip, "proposalClass").accessibleName(), reasons.text()
    desk.press_and_wait(Qt.Key.Key_F9)
    return shown


def stored_case(desk: Desk, number: str) -> DibaoCase:
    """Return the one case of a household."""
    (case,) = cases_of(desk.workspace, household_numbered(desk.workspace, number).household.id)
    return case


def record_and_take_back(desk: Desk, paying: str, mistaken: str) -> None:
    """Record the year's contribution of two people and take the second one's back."""
    desk.go("contributions")
    for name in (paying, mistaken):
        desk.type_into("contributionFilter", name)
        desk.press_and_wait(Qt.Key.Key_Return)
        desk.type("300")
        desk.press_and_wait(Qt.Key.Key_Return)

    def take_back(hands: Hands) -> None:
        hands.enter("登记错了人")
        hands.press(Qt.Key.Key_S, CTRL)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_Delete), take_back)


def payments_of(desk: Desk, name: str) -> list[Money]:
    """Return every entry of a person this year, reversals too."""
    rows = rows_of_year(desk.workspace, Insurance.PENSION, DAY.year)
    (row,) = (row for row in rows if row.name == name)
    return [entry.amount for entry in row.payments]


def save_paper(desk: Desk, monkeypatch: pytest.MonkeyPatch, form: str, number: str, target: Path) -> None:
    """Preview a paper of a household and save it as PDF."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    desk.go("papers")
    desk.click(f"paperForm_{form}")
    desk.type_into("paperFilter", number)
    desk.press(Qt.Key.Key_Return)
    page = desk.window.current_page
    assert isinstance(page, PapersPage)
    desk.wait(lambda: page.prepared is not None and page.save_button.isEnabled())
    desk.settle()
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    desk.wait(target.exists)


def write_packet(desk: Desk, monkeypatch: pytest.MonkeyPatch, stick: Path) -> Path:
    """Write a packet into a folder and return it."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))
    desk.go("exchange")
    desk.click("exchangeFolder")
    desk.press_and_wait(Qt.Key.Key_S, CTRL)
    assert desk.find(Strip, "exchangeDone").isVisible()
    (packet,) = stick.iterdir()
    return packet


def check_packet(desk: Desk, monkeypatch: pytest.MonkeyPatch, packet: Path) -> dict[str, str]:
    """Look into a packet and return what is shown of it, by name."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(packet), ""))
    shown: dict[str, str] = {}

    def read(hands: Hands) -> None:
        shown.update({label.objectName(): label.text() for label in hands.root.findChildren(QLabel)})
        hands.press(Qt.Key.Key_Return)

    desk.click("exchangeTabs_history")
    desk.in_dialog(lambda: desk.click("exchangeInspect"), read)
    return shown


def find_by_search(desk: Desk, words: str) -> str:
    """Open the first hit of the search box and return the title of the page that is shown."""
    desk.press(Qt.Key.Key_F, CTRL)
    box = desk.find(QLineEdit, "searchBox")
    desk.wait(box.hasFocus)
    desk.type(words)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: not box.text())
    desk.settle()
    return desk.text("pageTitle")
