"""The view 可享受政策 as a clerk uses it: by keys and by what is to be seen, found by objectName."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import DisabilityKind, PensionScheme, Sex
from clerk_app.domain.household import HouseholdFile, HouseholdId
from clerk_app.services.households import open_household
from clerk_app.ui.context import Context
from clerk_app.ui.pages.entitlements import EntitlementsView
from clerk_app.ui.widgets.field import Field
from tests.builders import a_household

W = TypeVar("W", bound=QWidget)


class EntitlementsDesk:
    """The view of one household, shown and loaded. ``opened`` holds what it asked the window to open."""

    def __init__(self, qtbot: QtBot, context: Context, household_id: str) -> None:
        self.qtbot = qtbot
        self.context = context
        self.opened: list[tuple[str, str]] = []
        self.said: list[str] = []
        context.shell = self
        context.tasks.records_changed.connect(self.notify)
        self.household_id = HouseholdId(household_id)
        self.view = EntitlementsView(context, household_id)
        qtbot.addWidget(self.view)
        self.view.resize(1150, 680)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.settle()

    # the window

    def status(self, text: str, tone: object = None) -> None:  # noqa: ARG002 - as the window takes it
        self.said.append(text)

    def open(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def notify(self, changed: frozenset[str]) -> None:
        self.view.reload(changed)

    def change_settings(self, settings: object) -> None:  # noqa: ARG002 - as the window takes it
        raise AssertionError("this view changes no settings")

    def settle(self) -> None:
        """Wait for what was typed to be taken up and answered."""
        self.qtbot.waitUntil(lambda: not self.view.is_waiting and not self.context.tasks.is_busy, timeout=20_000)

    # finding

    def find(self, kind: type[W], name: str) -> W:
        shown = [widget for widget in self.view.findChildren(kind, name) if widget.isVisible()]
        assert shown, f"no {name} in sight"
        return shown[0]

    def has(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.view.findChildren(QWidget, name))

    def words(self, name: str) -> str:
        """Return all the words inside a widget."""
        labels = self.find(QWidget, name).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def field(self, name: str) -> Field:
        found = self.view.findChildren(Field, f"{name}Field")
        assert len(found) == 1, f"no {name}"
        return found[0]

    # doing

    def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        assert button.isEnabled(), f"{name} is switched off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def suppose(self, name: str, raw: str) -> None:
        self.field(name).editor.set_raw(raw)
        self.settle()

    def choose(self, place: int) -> None:
        """Go to a person by keys; 0 is the household."""
        self.view.people.setFocus()
        QTest.keyClick(self.view.people, Qt.Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(self.view.people, Qt.Key.Key_Down)
        self.settle()

    def count(self, place: int) -> str:
        item = self.view.people.topLevelItem(place)
        assert item is not None
        return item.text(1)

    @property
    def file(self) -> HouseholdFile:
        return open_household(self.context.workspace, self.household_id)


def register_five(context: Context) -> str:
    """Register a couple who draw pensions, a son with a certificate of grade 2, and two more children; return the household's id."""
    insured = {"pension_scheme": PensionScheme.RESIDENT}
    return (
        a_household()
        .with_head("邹健辉", age=71, place=41, receiving_pension=True, **insured)
        .with_member("黎梅菊", "12", age=68, sex=Sex.FEMALE, place=42, receiving_pension=True, **insured)
        .with_member(
            "邹春平", "20", age=45, place=43, disability_grade=2, disability_kind=DisabilityKind.LIMB, **insured
        )
        .with_member("邹超", "20", age=44, place=44, **insured)
        .with_member("邹霞静", "30", age=42, sex=Sex.FEMALE, place=45, **insured)
        .register_id(context.workspace)
    )
