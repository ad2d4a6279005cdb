"""The page 报送 as a clerk uses it, with the county at the other end of the stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.exchange.drives import Drive
from clerk_app.services.accounts import the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.county import CountyEntry, CountyWorkspace, admit, create_county, invite, open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import export_packet
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.services.workspace import SystemClock, Workspace
from clerk_app.storage.county_tables import RECORDS
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.exchange.page import ExchangePage
from clerk_app.ui.pages.exchange.places import PlaceList
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.strips import Strip
from tests.builders import CHEAP, PASSWORD
from tests.ui.dialogs import visit_dialog

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
WAIT_MS = 10_000


class CountySide:
    """The county, with one village; it works on sticks as its own program does."""

    def __init__(self, workspace: CountyWorkspace) -> None:
        self.workspace = workspace

    @classmethod
    def new(cls, folder: Path) -> CountySide:
        """Make a county."""
        entry = CountyEntry(region="532325", name="姚安县")
        return cls(create_county(folder, entry, PASSWORD, SystemClock(), parameters=CHEAP).workspace)

    @classmethod
    def at(cls, folder: Path) -> CountySide:
        """Open a county that was made before."""
        return cls(open_county(folder, PASSWORD, SystemClock()))

    @property
    def fingerprint(self) -> str:
        return self.workspace.fingerprint

    def invite(self, village: Workspace, stick: Path) -> Path:
        about = the_village(village)
        return invite(self.workspace, about.code, about.name, stick).path

    def take(self, *sticks: Path) -> None:
        """Take in whatever lies on the sticks."""
        ingest(self.workspace, sticks)

    def admit(self, village: Workspace, *, second: bool = False) -> None:
        admit(self.workspace, village.store.install.id, second=second)

    def answer(self, stick: Path) -> Path:
        (written,) = write_answers(self.workspace, stick)
        return written.path

    def join(self, village: Workspace, stick: Path, *, second: bool = False) -> None:
        """Invite, enrol, take the first packet in and admit, without a window."""
        self.invite(village, stick)
        enrol(village, stick, self.fingerprint)
        export_packet(village, stick)
        self.take(stick)
        self.admit(village, second=second)

    def carry(self, village: Workspace, stick: Path) -> None:
        """Carry a packet to the county and the answers back."""
        export_packet(village, stick)
        self.take(stick)
        write_answers(self.workspace, stick)
        import_packets(village, (stick,))

    def refuse(self, village: Workspace, number: str) -> None:
        """Let the county's database take no change of a household any more: the next one is refused."""
        household = household_numbered(village, number).household
        table = RECORDS["household"].name
        with self.workspace.store.writing() as session:
            session.exec_driver_sql(
                f"CREATE TRIGGER refuses BEFORE UPDATE ON {table} WHEN OLD.id = '{household.id}'"
                " BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )


def note(village: Workspace, number: str, words: str) -> None:
    """Change a household: one act more."""
    household = household_numbered(village, number).household
    change_household(
        village, household.id, household.version, HouseholdEntry(number=number, group=household.group, note=words)
    )


class _Window(MainWindow):
    """Writes down what it was asked to open, and opens nothing."""

    def __init__(self, context: Context) -> None:
        self.opened: list[tuple[str, str]] = []
        super().__init__(context, [entry for entry in PAGES if entry.name in ("papers", "exchange")])

    def open(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))


class ExchangeDesk:
    """The window at the page 报送; ``plugged`` are the drives that the system tells of."""

    def __init__(self, qtbot: QtBot, context: Context, plugged: list[Drive]) -> None:
        self.qtbot = qtbot
        self.context = context
        self.plugged = plugged
        self.window = _Window(context)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.go("exchange")
        self.settle()
        found = self.window.current_page
        assert isinstance(found, ExchangePage)
        self.page = found

    @property
    def village(self) -> Workspace:
        """The open village; only while nothing is running."""
        self.settle()
        return self.context.workspace

    @property
    def opened(self) -> list[tuple[str, str]]:
        return self.window.opened

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.context.tasks.is_busy, timeout=20_000)

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def reread(self) -> None:
        """Let the page read what was changed behind its back."""
        self.context.notify(Changed.ALL)
        self.settle()

    # sticks

    def plug_in(self, folder: Path) -> None:
        self.plugged.append(Drive(folder, folder.name, 12_300_000_000, 16_000_000_000))
        self.look(lambda: any(place.path == folder for place in self.page.send.places.places))

    def pull_out(self) -> None:
        self.plugged.clear()
        self.look(lambda: not self.page.send.places.places)

    def look(self, until: Callable[[], bool]) -> None:
        """Look at the sticks until what is new is seen."""

        def seen() -> bool:
            self.page.watch.look()
            return until()

        self.wait(seen)

    # what is to be seen

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChildren(kind, name)
        assert found, f"no {name}"
        return next((widget for widget in found if widget.isVisible()), found[0])

    def told(self, name: str) -> str:
        """Return what a strip says, or nothing while it is not to be seen."""
        strip = self.find(Strip, name)
        return strip.text if strip.isVisible() else ""

    def text(self, name: str) -> str:
        label = self.find(QLabel, name)
        return label.text() if label.isVisible() else ""

    def places(self, name: str) -> tuple[str, ...]:
        lines = next(each for each in self.page.findChildren(PlaceList) if each.list.objectName() == name).list
        return tuple(lines.item(row).text() for row in range(lines.count()))

    # hands

    def go(self, part: str) -> None:
        """Choose a part by its button."""
        self.click(f"exchangeTabs_{part}")
        assert self.page.part.name == part
        self.page.part.take_focus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        focus: QWidget | None = self.window.focusWidget()
        QTest.keyClick(self.window if focus is None else focus, key, modifier)
        self.settle()

    def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        assert button.isVisible(), f"{name} is not to be seen"
        assert button.isEnabled(), f"{name} is switched off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def in_dialog(self, act: Callable[[], object], fill: Callable[[Any], object]) -> None:
        """Do ``act``, which opens a dialog, and ``fill`` it; the dialog must be gone afterwards."""

        def visit(dialog: QDialog) -> None:
            dialog.activateWindow()
            self.wait(dialog.isActiveWindow)
            fill(dialog)
            self.wait(lambda: not dialog.isVisible())

        visit_dialog(self.qtbot, act, visit)
        self.settle()

    def field_error(self, dialog: QWidget, name: str) -> str:
        field = dialog.findChild(Field, f"{name}Field")
        assert field is not None
        return field.error
