"""Events at a household as a clerk goes through them: the menu, the form beside its plan, the list of things to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from clerk_app.ui.dialogs.events import EventDialog
from clerk_app.ui.dialogs.events.finder import FoundEdit
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.strips import Strip
from tests.ui.dialogs import visit_dialog
from tests.ui.households_page import HouseholdsDesk

_WAIT_MS = 10_000


class EventForm:
    """An open form of an event."""

    def __init__(self, desk: HouseholdsDesk, dialog: EventDialog) -> None:
        self._desk = desk
        self.dialog = dialog

    def editor(self, name: str) -> Any:
        """Return what can be seen of this name, which may come with a plan that is still on its way."""
        self._desk.qtbot.waitUntil(lambda: self.is_shown(name), timeout=5_000)
        return next(widget for widget in self.dialog.findChildren(QWidget, name) if widget.isVisibleTo(self.dialog))

    def is_shown(self, name: str) -> bool:
        return any(widget.isVisibleTo(self.dialog) for widget in self.dialog.findChildren(QWidget, name))

    def fill(self, **texts: str) -> None:
        """Put stored texts into fields and wait for the plan."""
        for name, text in texts.items():
            self.editor(name).set_raw(text)
        self.look()

    def find(self, name: str, words: str) -> None:
        """Type into a field that finds, and take the first line."""
        edit = self.editor(name)
        assert isinstance(edit, FoundEdit)
        edit.setFocus()
        edit.setText(words)
        edit.ask()
        self._desk.settle()
        finder = edit.completer()
        popup = finder.popup()
        assert popup is not None
        popup.hide()
        first = finder.completionModel().index(0, 0)
        assert first.isValid(), f"nothing found for {words}"
        edit.setText(str(first.data()))
        self.look()

    def look(self) -> None:
        self._desk.settle()
        self.dialog.look()
        self._desk.settle()

    def words(self, section: str) -> str:
        return self.dialog.view.words(section)

    def error(self, name: str) -> str:
        field = self.dialog.findChild(Field, f"{name}Field")
        assert isinstance(field, Field)
        return field.error

    @property
    def strip(self) -> str:
        strip = self.dialog.findChild(Strip, "errorStrip")
        assert isinstance(strip, Strip)
        return strip.text if strip.isVisible() else ""

    def confirm(self) -> None:
        """Read to the end, then press the main button."""
        self.look()
        QApplication.processEvents()
        self.scroll_to_end()
        QTest.mouseClick(self.dialog.save_button, Qt.MouseButton.LeftButton)
        self._desk.settle()

    def scroll_to_end(self) -> None:
        """Page down as far as it goes; the fields keep the focus."""
        bar = self.dialog._area.verticalScrollBar()
        while bar.value() < bar.maximum():
            QTest.keyClick(self.dialog, Qt.Key.Key_PageDown)

    def leave(self) -> None:
        """Go without asking."""
        self.dialog.fields.mark_saved()
        self.dialog.reject()


class EventDesk(HouseholdsDesk):
    """The page 住户 with a household open."""

    def choose(self, name: str) -> None:
        """Make a member current."""
        view = self.page.file_view
        assert view is not None
        assert view.members.view.select(lambda member: member.person.name == name)

    def menu(self, button: str = "fileEvent") -> QMenu:
        """Open the menu of a button."""
        self.click(button)
        menus = [menu for menu in self.page.findChildren(QMenu, "eventMenu") if menu.isVisible()]
        assert menus, "no menu"
        return menus[-1]

    def entries(self, menu: QMenu) -> dict[str, bool]:
        """Return what the menu offers, and whether it can be chosen."""
        return {
            action.objectName().removeprefix("event_"): action.isEnabled()
            for action in menu.actions()
            if not action.isSeparator()
        }

    def event(self, kind: str, fill: Callable[[EventForm], None], *, button: str = "fileEvent") -> None:
        """Choose an event in a menu and fill its form; the form must be gone afterwards."""
        menu = self.menu(button)
        action = menu.findChild(QAction, f"event_{kind}")
        assert isinstance(action, QAction), f"{kind} is not offered"
        assert action.isEnabled(), action.text()

        def act() -> None:
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=_middle(menu, action))
            self.settle()

        self.in_form(act, fill)

    def in_form(self, act: Callable[[], None], fill: Callable[[EventForm], None]) -> None:
        """Do ``act``, which opens a form sooner or later, and ``fill`` it."""
        self.in_late_dialog(act, lambda dialog: fill(EventForm(self, _event(dialog))))

    def in_late_dialog(self, act: Callable[[], None], fill: Callable[[QDialog], None]) -> None:
        """Do ``act`` and ``fill`` the dialog once it stands and has read what it needs."""

        def visit(dialog: QDialog) -> None:
            self.settle()
            dialog.activateWindow()  # offscreen there is no window manager to do it
            self.qtbot.waitUntil(lambda: _has_focus(dialog), timeout=_WAIT_MS)
            fill(dialog)
            self.settle()

        visit_dialog(self.qtbot, act, visit)
        self.settle()
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)


def _middle(menu: QMenu, action: QAction) -> QPoint:
    return menu.actionGeometry(action).center()


def _has_focus(dialog: QDialog) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and dialog.isAncestorOf(focus)


def _event(dialog: QDialog) -> EventDialog:
    assert isinstance(dialog, EventDialog)
    return dialog
