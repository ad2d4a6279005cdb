"""A form made as small as a window manager may make it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from clerk_app.ui.page import FormDialog


def show_squeezed(qtbot: QtBot, dialog: FormDialog) -> None:
    """Show a form, make it as small as can be, and wait until all it says is in sight without scrolling."""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.resize(100, 100)
    bars = dialog.area.horizontalScrollBar(), dialog.area.verticalScrollBar()
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0], timeout=2_000)
