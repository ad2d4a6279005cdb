"""A dialog that stops the test until it is gone: filled as soon as it is there, however late it comes, and never left open.

A dialog runs a loop of its own: where a test fails before it has closed it, that loop would go on for ever, and the whole run stand still.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

_POLL_MS = 10
_WAIT_MS = 10_000
_LONGEST_MS = 60_000
_LOOKS = 10


class DialogWatch:
    """Closes a dialog that has been in front for ``longest_ms``: nobody will any more. ``closed`` names those."""

    def __init__(self, longest_ms: int = _LONGEST_MS) -> None:
        self.closed: list[str] = []
        self._front: QWidget | None = None
        self._looks = 0
        self._timer = QTimer()
        self._timer.setInterval(longest_ms // _LOOKS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._front = None

    def _look(self) -> None:
        front = QApplication.activeModalWidget()
        if front is None or front is not self._front:
            self._front, self._looks = front, 0
            return
        self._looks += 1
        if self._looks >= _LOOKS:
            self.closed.append(front.objectName() or type(front).__name__)
            close(front)


def close(front: QWidget) -> None:
    """Close what stands in front without its question whether something would be lost."""
    if isinstance(front, QDialog):
        front.done(0)
    else:
        front.close()


def when_modal(act: Callable[[Any], object], kind: type[QDialog] = QDialog) -> None:
    """Act on the next dialog of a kind that opens over what is in front now; one on which that fails is closed, and pytest-qt tells the failure.

    Where none comes it is looked for no more, so that the next test keeps its own.
    """
    before = QApplication.activeModalWidget()
    looks = iter(range(_WAIT_MS // _POLL_MS))

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or dialog is before:
            if next(looks, None) is not None:
                QTimer.singleShot(_POLL_MS, look)
            return
        try:
            act(dialog)
        except BaseException:
            close(dialog)
            raise

    QTimer.singleShot(0, look)


def visit_dialog(qtbot: QtBot, act: Callable[[], object], fill: Callable[[QDialog], object]) -> None:
    """Do ``act``, which opens a dialog at once or after a task, over another perhaps, and ``fill`` it; one that is still open then is closed.

    Raises what ``fill`` raised, outside Qt's loop.
    """
    before = QApplication.activeModalWidget()
    failures: list[BaseException] = []
    seen: list[QDialog] = []
    timer = QTimer()
    timer.setInterval(_POLL_MS)

    def visit() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog is before:
            return
        timer.stop()
        seen.append(dialog)
        try:
            fill(dialog)
        except BaseException as failure:  # noqa: BLE001 - raised below, outside Qt's loop
            failures.append(failure)
        if isValid(dialog) and dialog.isVisible():
            close(dialog)

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
