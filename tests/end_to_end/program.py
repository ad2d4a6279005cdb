"""The program from its start to its end, with a clerk's hands on the keys; widgets are found by objectName."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.services.workspace import Workspace
from clerk_app.ui.application import run
from clerk_app.ui.dialogs.sign_in import SignInDialog
from clerk_app.ui.dialogs.wizard_window import WizardDialog
from clerk_app.ui.main_window import MainWindow
from tests.ui.dialogs import visit_dialog

W = TypeVar("W", bound=QWidget)
Entrance = TypeVar("Entrance", SignInDialog, WizardDialog)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PAGES = ("today", "households", "dibao", "contributions", "papers", "exchange", "settings")
WAIT_MS = 10_000


class Program:
    """Runs the program in this process; ``enter`` and ``work`` are done inside its own loops, as a clerk's hands are."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._failures: list[BaseException] = []

    def first_run(self, folder: Path, enter: Callable[[WizardDialog], None], work: Callable[[Desk], None]) -> None:
        """Open a folder without a village: go through the wizard, then work."""
        self._run(folder, WizardDialog, enter, work)

    def open(self, folder: Path, enter: Callable[[SignInDialog], None], work: Callable[[Desk], None]) -> None:
        """Open a folder with a village: sign in, then work."""
        self._run(folder, SignInDialog, enter, work)

    def _run(
        self, folder: Path, kind: type[Entrance], enter: Callable[[Entrance], None], work: Callable[[Desk], None]
    ) -> None:
        self._failures.clear()
        self._when_shown(kind, enter, then=lambda: self._when_shown(MainWindow, partial(self._work, work)))
        status = run(["--data", str(folder)])
        if self._failures:
            raise self._failures[0]
        assert status == 0

    def _when_shown(self, kind: type[W], act: Callable[[W], None], then: Callable[[], None] | None = None) -> None:
        """Act on the window of this kind as soon as it is there; a failure ends the program and is told afterwards."""
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind)]
        shown = [widget for widget in windows if widget.isVisible()]
        if not shown:
            QTimer.singleShot(10, partial(self._when_shown, kind, act, then))
            return
        try:
            act(shown[0])
        except BaseException as failure:  # noqa: BLE001 - raised again once the program has ended
            self._failures.append(failure)
            _close_everything()
        else:
            if then is not None:
                QTimer.singleShot(0, then)

    def _work(self, work: Callable[[Desk], None], window: MainWindow) -> None:
        window.showNormal()
        window.resize(1366, 768)  # a village office's laptop; the screen of the tests is smaller
        desk = Desk(self._qtbot, window)
        desk.settle()
        work(desk)
        desk.settle()
        window.close()
        assert not window.isVisible(), "the window would not close"


def _close_everything() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, WizardDialog):
            widget.fields.mark_saved()
        if isinstance(widget, MainWindow):
            widget._pages.clear()  # nobody is there to be asked about what was typed
        widget.hide()
    QApplication.exit()


class Hands:
    """Keys go to what has the focus, as at the desk; ``root`` is the window that is asked for its widgets."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self.root = root

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget with this name, the one in sight where there are several."""
        found = self.root.findChildren(kind, name)
        shown = [widget for widget in found if widget.isVisible()]
        assert shown or found, f"no {name}"
        return (shown or found)[0]

    def text(self, name: str) -> str:
        label = self.find(QLabel, name)
        assert label.isVisible(), f"{name} is not to be seen"
        return label.text()

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        if widget is not None and self.root.isAncestorOf(widget):
            return widget
        last: QWidget | None = self.root.focusWidget()
        return self.root if last is None else last

    def take_keys(self) -> None:
        """Be the window that gets the keys, also after a list has closed: offscreen there is no window manager to see to it."""
        if QApplication.activePopupWidget() is None and QApplication.activeWindow() is not self.root:
            self.root.activateWindow()
            self.wait(self.root.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.take_keys()
        QTest.keyClick(QApplication.activePopupWidget() or self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Type into what has the focus: ASCII by keys, Chinese as an input method gives it."""
        self.take_keys()
        if text.isascii():
            for character in text:  # the first one may open an editor for the others
                QTest.keyClicks(self.focus, character)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus, event)

    def enter(self, *texts: str) -> None:
        """Type each text and press Enter after it."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    def type_into(self, name: str, text: str) -> None:
        """Go to a field and type over what is in it."""
        editor = self.find(QWidget, name)
        assert editor.isVisible(), f"{name} is not to be seen"
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        if isinstance(line, QLineEdit):
            line.selectAll()
        self.type(text)

    def wait(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=WAIT_MS)


class Desk(Hands):
    """The window with a village in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot, window)
        self.window = window

    @property
    def workspace(self) -> Workspace:
        """The open village, to compare with what is shown; only while the window is at rest."""
        self.settle()
        return self.window.context.workspace

    def settle(self) -> None:
        """Wait until nothing is running and keys go to the window."""
        self.wait(lambda: not self.window.context.tasks.is_busy)
        QTest.qWait(1)
        self.wait(lambda: not self.window.context.tasks.is_busy)
        self.take_keys()

    def go(self, page: str) -> None:
        """Go to a page by its keys."""
        self.press(Qt.Key(Qt.Key.Key_1 + PAGES.index(page)), ALT)
        self.wait(lambda: self.window.current_name == page)
        self.settle()

    def press_and_wait(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(key, modifier)
        QTest.qWait(5)
        self.settle()

    def click(self, name: str) -> None:
        button = self.find(QPushButton, name)
        assert button.isVisible(), f"{name} is not to be seen"
        assert button.isEnabled(), f"{name} is switched off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def in_dialog(self, act: Callable[[], None], fill: Callable[[Hands], None]) -> None:
        """Do ``act``, which opens a dialog, and ``fill`` it; the dialog must be gone afterwards."""

        def visit(dialog: QDialog) -> None:
            fill(Hands(self._qtbot, dialog))
            self.wait(lambda: not self.window.context.tasks.is_busy)
            assert not dialog.isVisible(), f"{dialog.objectName()} is still open"

        visit_dialog(self._qtbot, act, visit)
        self.settle()
