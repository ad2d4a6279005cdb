"""The whole program: a clock that stands on the day of the tests, and nothing left behind after a window was closed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from clerk_app.services.workspace import SystemClock
from tests.builders import FixedClock
from tests.end_to_end.program import Program
from tests.ui.conftest import look, no_dialog_waits, nothing_left  # as in every test of the window

__all__ = ["look", "no_dialog_waits", "nothing_left"]


@pytest.fixture
def day_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program read a clock that stands on ``builders.DAY``."""
    clock = FixedClock()
    monkeypatch.setattr(SystemClock, "now", lambda _self: clock.now())
    monkeypatch.setattr(SystemClock, "today", lambda _self: clock.today())


@pytest.fixture
def program(day_of_the_tests: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program as ``clerk`` starts it, in this process; the clerk is asked for the password."""
    monkeypatch.delenv("CLERK_PASSWORD", raising=False)
    monkeypatch.delenv("CLERK_QUIT_WHEN_READY", raising=False)
    return Program(qtbot)
