"""Garbage is looked for by the window's thread alone.

Python collects wherever it happens to run out of patience, also in the database thread; a widget or a model that is held in a circle would be
destroyed there, which kills the process (Qt objects belong to the thread that made them).
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS: Final = 1000


class GarbageCollector(QObject):
    """Takes Python's own collector's place for as long as it lives, with the same thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        gc.disable()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation whose turn it is."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
