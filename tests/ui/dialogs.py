"""A dialog that stops the test until it is gone: filled as soon as it is there, however late it comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

_POLL_MS = 10
_WAIT_MS = 10_000


def visit_dialog(qtbot: QtBot, act: Callable[[], object], fill: Callable[[QDialog], object]) -> None:
    """Do ``act``, which opens a dialog at once or after a task, and ``fill`` it; one that is still open then is closed.

    Raises what ``fill`` raised, outside Qt's loop.
    """
    failures: list[BaseException] = []
    seen: list[QDialog] = []
    timer = QTimer()
    timer.setInterval(_POLL_MS)

    def visit() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        timer.stop()
        seen.append(dialog)
        try:
            fill(dialog)
        except BaseException as failure:  # noqa: BLE001 - raised below, outside Qt's loop
            failures.append(failure)
        if dialog.isVisible():
            dialog.done(0)

    timer.timeout.connect(visit)
    timer.start()
    try:
        act()
        qtbot.waitUntil(lambda: bool(seen), timeout=_WAIT_MS)
    finally:
        timer.stop()
        timer.deleteLater()
    if failures:
        raise failures[0]
