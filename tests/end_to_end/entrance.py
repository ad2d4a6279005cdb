"""The ways into the program: the first run, and the password."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from clerk_app.ui.dialogs.sign_in import SignInDialog
from clerk_app.ui.dialogs.wizard_window import WizardDialog
from tests.end_to_end.program import ALT, CTRL, Hands

CLERK = "李会计"
PASSWORD = "Qinghe-desk-26"


@dataclass
class Entrance:
    """Goes through the wizard or the sign-in window by keys; ``recovery_key`` is read off the wizard's last step."""

    qtbot: QtBot
    monkeypatch: pytest.MonkeyPatch
    sheet: Path
    recovery_key: str = field(default="", init=False)

    def make_village(self, wizard: WizardDialog) -> None:
        """Make an empty village and save the recovery sheet."""
        hands = self._at(wizard)
        hands.press(Qt.Key.Key_Right, ALT)
        hands.wait(lambda: wizard.step is wizard.village and not wizard.next_button.isDown())
        hands.enter("532325100201", "清河村", "姚安县", "栋川镇", "姚安")
        hands.enter("0878-5700000", "")
        hands.press(Qt.Key.Key_S, CTRL)
        hands.wait(lambda: wizard.step is wizard.clerk)
        self._choose_password(hands, wizard)

    def make_demo(self, wizard: WizardDialog) -> None:
        """Make a village to practise with."""
        hands = self._at(wizard)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Right, ALT)
        hands.wait(lambda: wizard.step is wizard.clerk and not wizard.next_button.isDown())
        self._choose_password(hands, wizard)

    def _at(self, wizard: WizardDialog) -> Hands:
        hands = Hands(self.qtbot, wizard)
        hands.wait(lambda: wizard.village.pack is not None)
        return hands

    def _choose_password(self, hands: Hands, wizard: WizardDialog) -> None:
        hands.enter(CLERK, PASSWORD, PASSWORD)
        hands.press(Qt.Key.Key_S, CTRL)
        hands.wait(lambda: wizard.step is wizard.recovery)
        groups = [hands.find(QLabel, f"recoveryGroup{place}").text() for place in range(1, 9)]
        self.recovery_key = "-".join(groups)
        self.monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(self.sheet), ""))
        QTest.mouseClick(wizard.recovery.panel.save_button, Qt.MouseButton.LeftButton)
        hands.wait(self.sheet.exists)
        hands.wait(wizard.recovery.panel.save_button.isEnabled)
        wizard.recovery.panel.noted.setFocus()
        hands.press(Qt.Key.Key_Space)
        hands.wait(wizard.next_button.isEnabled)
        hands.press(Qt.Key.Key_Right, ALT)

    def sign_in(self, dialog: SignInDialog) -> None:
        """Give the password."""
        hands = Hands(self.qtbot, dialog)
        hands.wait(lambda: dialog.only_clerk.text() == CLERK)
        hands.enter(PASSWORD)
        hands.wait(lambda: not dialog.isVisible())
