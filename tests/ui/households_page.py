"""The page 住户 as a clerk uses it: by keys and by what is to be seen, found by objectName."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.household import HouseholdFile
from clerk_app.services.households import list_households, open_household
from clerk_app.services.workspace import Workspace
from clerk_app.settings import Settings
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.pages.households import HouseholdsPage
from clerk_app.ui.pages.households.file_view import HouseholdView
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.record_view import RecordView
from tests.ui.dialogs import visit_dialog

W = TypeVar("W", bound=QWidget)


Over = Callable[[Workspace], Context]
"""What the fixture ``over`` gives."""


class HouseholdsDesk:
    """The page, shown and loaded. ``opened`` holds what it asked the window to open."""

    def __init__(self, qtbot: QtBot, context: Context) -> None:
        self.qtbot = qtbot
        self.context = context
        self.opened: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.keys_pressed = 0
        context.shell = self
        context.tasks.records_changed.connect(self.notify)
        self.page = HouseholdsPage(context)
        qtbot.addWidget(self.page)
        self.page.resize(1180, 700)
        self.page.show()
        with qtbot.waitActive(self.page):
            self.page.activateWindow()
        self.page.reload(Changed.ALL)
        self.settle()

    # the window

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:  # noqa: ARG002 - the window's own signature
        self.said.append(text)

    def open(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def notify(self, changed: frozenset[str]) -> None:
        self.page.reload(changed)

    def change_settings(self, settings: Settings) -> None:
        raise AssertionError(f"no page of households changes {settings}")

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.context.tasks.is_busy, timeout=20_000)

    def open_file(self, number: str) -> None:
        """Show a household's file."""
        self.page.show_record("household", self.file(number).household.id)
        self.settle()

    # finding

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChildren(kind, name)
        shown = [widget for widget in found if widget.isVisible()]
        assert shown or found, f"no {name}"
        return (shown or found)[0]

    def field(self, name: str) -> Field:
        return self.find(Field, f"{name}Field")

    def table(self, name: str) -> RecordView[Any]:
        return self.find(RecordView, name)

    def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        assert button.isEnabled(), f"{name} is switched off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    # keys

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys_pressed += 1
        QTest.keyClick(QApplication.activePopupWidget() or self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Type into what has the focus; each character counts as a key."""
        self.keys_pressed += len(text)
        if text.isascii():
            for char in text:
                QTest.keyClicks(self.focus, char)  # the first may open an editor, which the next is for
        elif text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus, event)

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter after it."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    def in_dialog(self, act: Callable[[], None], fill: Callable[[QDialog], None]) -> None:
        """Do ``act``, which opens a dialog, and ``fill`` it; the dialog must be gone afterwards."""

        def visit(dialog: QDialog) -> None:
            fill(dialog)
            self.settle()

        visit_dialog(self.qtbot, act, visit)
        self.settle()
        self.page.activateWindow()  # offscreen there is no window manager to do it
        self.qtbot.waitUntil(self.page.isActiveWindow)

    # the register

    def file(self, number: str) -> HouseholdFile:
        (row,) = (r for r in list_households(self.context.workspace, with_closed=True) if r.number == number)
        return open_household(self.context.workspace, row.id)

    @property
    def numbers(self) -> list[str]:
        return [row.number for row in list_households(self.context.workspace, with_closed=True)]


def dialog_field(dialog: QDialog, name: str) -> Any:
    """Return the editor of a field in a dialog."""
    editor = dialog.findChild(QWidget, name)
    assert editor is not None, f"no {name}"
    return editor


def note_of(parent: QWidget, name: str) -> Field:
    """Return a field of a dialog with its error."""
    field = parent.findChild(Field, f"{name}Field")
    assert isinstance(field, Field)
    return field


def view_of(desk: HouseholdsDesk) -> HouseholdView:
    """Return the household's file that is shown."""
    view = desk.page.file_view
    assert view is not None
    return view


def saved(dialog: QDialog) -> None:
    assert isinstance(dialog, ActDialog)
    dialog.try_save()


def filled(**texts: str) -> Callable[[QDialog], None]:
    """Return what fills these fields by their stored text and saves."""

    def fill(dialog: QDialog) -> None:
        for name, text in texts.items():
            dialog_field(dialog, name).set_raw(text)
        saved(dialog)

    return fill
