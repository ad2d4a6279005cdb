"""The program on a real X server with a window manager: real keys, and a real ``kill -9``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Sex
from clerk_app.domain.contribution import Insurance
from clerk_app.domain.money import Money
from clerk_app.services.accounts import sign_in
from clerk_app.services.contributions import rows_of_year
from clerk_app.services.drafts import load_draft
from clerk_app.services.households import household_numbered
from clerk_app.services.verification import verify
from clerk_app.services.workspace import SystemClock, Workspace
from clerk_app.settings import load_settings, save_settings
from clerk_app.ui.dialogs.sign_in import SignInDialog
from clerk_app.ui.pages.households.register import DRAFT_KEY
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.strips import Strip
from tests.builders import PASSWORD, resident_number
from tests.end_to_end.program import Desk, Hands, Program
from tests.screens import screen

pytestmark = pytest.mark.xvfb

HEAD = resident_number(date(1962, 3, 4), Sex.MALE, 311)
WIFE = resident_number(date(1964, 5, 6), Sex.FEMALE, 312)
HOUSEHOLD = ("3", "Shiqiao 12", "19912345678", "", "3.5", "120", "", "")
HEADS_LINE = ("Bi Wenshan", HEAD, "", "13900001111", "", "", "", "", "")
WIFES_LINE = ("Li Guizhi", WIFE, "12", "", "", "", "", "", "")


@dataclass(frozen=True)
class Screen:
    """A screen with a window manager and one program on it."""

    environment: dict[str, str]
    program: subprocess.Popen[bytes]

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()

    def title(self) -> str:
        """The title of the window that gets the keys."""
        return self.do("getactivewindow", "getwindowname")

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        for _ in range(300):
            if is_so():
                return
            assert self.program.poll() is None, "the program has ended"
            time.sleep(0.1)
        raise AssertionError(f"{what}: the title is still {self.title()}")

    def wait_for_title(self, words: str) -> None:
        self.wait(lambda: words in self.title(), words)

    def keys(self, *names: str) -> None:
        self.do("key", "--delay", "30", *names)

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter after it."""
        for text in texts:
            if text:
                self.do("type", "--delay", "15", text)
            self.keys("Return")

    def sign_in(self) -> None:
        """Give the password and wait for the window."""
        self.wait_for_title("村级社保专管员")
        self.enter(PASSWORD)
        self.wait_for_title("清河村")

    def begin_household(self) -> None:
        """Type a household and its head, and as much of the second member as there is."""
        self.keys("alt+2")
        self.wait_for_title("住户")
        self.keys("ctrl+n")
        self.wait_for_title("登记新住户")
        self.enter(*HOUSEHOLD, *HEADS_LINE, *WIFES_LINE)


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, 1366x768, with a window manager."""
    with screen() as name:
        frames = subprocess.Popen(
            ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
        )
        yield name
        frames.terminate()
        frames.wait(10)


@pytest.fixture
def start(display: str, village_folder: Path) -> Iterator[Callable[[], Screen]]:
    """Start the program on the village of three households; what still runs at the end is ended."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    for name in ("CLERK_PASSWORD", "CLERK_QUIT_WHEN_READY"):
        environment.pop(name, None)
    started: list[subprocess.Popen[bytes]] = []

    def run() -> Screen:
        started.append(
            subprocess.Popen([sys.executable, "-m", "clerk_app", "--data", str(village_folder)], env=environment)
        )
        return Screen(environment, started[-1])

    yield run
    for program in started:
        program.kill()
        program.wait(10)


def draft_of(folder: Path) -> dict[str, object]:
    """Return what the program has kept of the registration so far, read beside it."""
    workspace = sign_in(folder, PASSWORD, SystemClock())
    try:
        return load_draft(workspace, DRAFT_KEY) or {}
    finally:
        workspace.close()


def paid_in(folder: Path) -> list[Money]:
    """Return what was paid into the pension this year, read beside the program."""
    workspace = sign_in(folder, PASSWORD, SystemClock())
    try:
        rows = rows_of_year(workspace, Insurance.PENSION, workspace.today().year)
    finally:
        workspace.close()
    return [entry.amount for row in rows for entry in row.payments]


def writes_packet(screen: Screen, stick: Path) -> bool:
    """Press the key for it; the page takes it once it has found the folder."""
    screen.keys("ctrl+s")
    return any(file.suffix == ".clerk" for file in stick.iterdir())


def checked(folder: Path) -> Workspace:
    """Open the closed village and prove it."""
    workspace = sign_in(folder, PASSWORD, SystemClock())
    assert verify(workspace).ok
    return workspace


def test_the_short_way_by_real_keys(start: Callable[[], Screen], village_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_settings(village_folder, replace(load_settings(village_folder), last_export_folder=str(stick)))
    screen = start()
    screen.sign_in()
    screen.begin_household()
    screen.keys("ctrl+s")
    screen.wait_for_title("Bi Wenshan")
    screen.keys("alt+4")
    screen.wait_for_title("缴费")
    time.sleep(1)  # a clerk looks at the list first
    screen.enter("300")
    screen.wait(lambda: paid_in(village_folder) == [Money.yuan(300)], "the contribution")
    screen.keys("alt+6")
    screen.wait_for_title("报送")
    screen.wait(lambda: writes_packet(screen, stick), "the packet")
    screen.keys("alt+F4")
    assert screen.program.wait(20) == 0
    workspace = checked(village_folder)
    names = [member.person.name for member in household_numbered(workspace, "0004").members]
    workspace.close()
    assert names == ["Bi Wenshan", "Li Guizhi"]


def test_killed_while_typing_gives_the_draft_back(
    start: Callable[[], Screen], village_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLERK_PASSWORD", raising=False)
    screen = start()
    screen.sign_in()
    screen.begin_household()
    screen.wait(lambda: draft_of(village_folder).get("id_number_2") == WIFE, "the draft")
    still_typing = subprocess.Popen(["xdotool", "type", "--delay", "40", "Bi Jianguo"], env=screen.environment)
    time.sleep(0.2)
    screen.program.kill()
    screen.program.wait(10)
    still_typing.wait(10)

    def enter(dialog: SignInDialog) -> None:
        hands = Hands(qtbot, dialog)
        hands.wait(lambda: bool(dialog.only_clerk.text()))
        hands.enter(PASSWORD)
        hands.wait(lambda: not dialog.isVisible())

    found: dict[str, str] = {}

    def look(desk: Desk) -> None:
        desk.go("households")
        assert desk.find(Strip, "householdDraftStrip").isVisible()
        desk.click("householdDraftStripAction")
        found.update({name: desk.find(Field, f"{name}Field").editor.raw for name in expected})

    expected = {
        "address": "Shiqiao 12", "phone": "19912345678", "land": "3.50", "housing_area": "120",
        "name_1": "Bi Wenshan", "id_number_1": HEAD, "phone_1": "13900001111", "birth_on_1": "1962-03-04",
        "name_2": "Li Guizhi", "id_number_2": WIFE, "relation_2": "12",
    }  # fmt: skip
    Program(qtbot).open(village_folder, enter, look)
    assert found == expected
    checked(village_folder).close()
