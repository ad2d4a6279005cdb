"""Buttons by their shortcuts: what they open is there for the very next key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.navigation import NavigationButton


class Small(QWidget):
    """A window with a button between two fields; the first has the focus."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__()
        self.button = button
        self.left, self.opened = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        for widget in (self.left, button, self.opened):
            column.addWidget(widget)
        self.presses = 0
        button.clicked.connect(self._pressed)

    def _pressed(self) -> None:
        self.presses += 1
        self.opened.setFocus()


@pytest.fixture(params=["button", "navigation"])
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Small:
    is_button = request.param == "button"
    made = Small(
        Button("new", "新登记", shortcut="Ctrl+N") if is_button else NavigationButton("new", "users", "住户", "Ctrl+N")
    )
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.left.setFocus()
    return made


def test_shortcut_presses_before_the_next_key_comes(window: Small) -> None:
    QTest.keyClick(window.left, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.focusWidget(), "3")
    assert (window.left.text(), window.opened.text(), window.presses) == ("", "3", 1)


@pytest.mark.parametrize(("kind", "presses"), [(PrimaryButton, 1), (Button, 0)])
def test_enter_presses_the_main_button_and_no_other(qtbot: QtBot, kind: type[Button], presses: int) -> None:
    window = Small(kind("save", "保存"))
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window.button, Qt.Key.Key_Return)
    assert window.presses == presses


def test_shortcut_of_a_button_that_is_switched_off_does_nothing(window: Small) -> None:
    window.button.setEnabled(False)
    QTest.keyClick(window.left, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.presses == 0


def test_button_without_a_frame_shows_that_it_is_switched_off(qtbot: QtBot) -> None:
    button = QuietButton("names", "看明细")
    qtbot.addWidget(button)
    button.show()
    inks = []
    for is_on in (True, False):
        button.setEnabled(is_on)
        picture = button.grab().toImage()
        places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        inks.append({picture.pixelColor(x, y).name() for x, y in places})
    deep = QColor(current_theme().palette.accent_deep).name()
    assert deep in inks[0]
    assert deep not in inks[1]
