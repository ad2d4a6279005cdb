"""Keeps what is being typed, a moment after each change, so that a crash or a power cut loses a second's work at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

KEEP_AFTER_MS: Final = 600
Content = Mapping[str, object]


class DraftKeeper(QObject):
    """Call ``touch`` at each change and ``clear`` after saving or leaving; ``adopt`` says that what is shown came from a draft.

    ``content()`` gives a JSON-able mapping, ``save(content or None)`` keeps it or, for None, removes it; it may hand the work to
    the database thread.
    """

    def __init__(
        self, *, content: Callable[[], Content], save: Callable[[Content | None], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._save = save
        self._kept: dict[str, object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    @Slot()
    def touch(self) -> None:
        """Keep the content soon."""
        self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep the content now, if it differs from what is kept."""
        self._timer.stop()
        content = dict(self._content())
        if content != self._kept:
            self._kept = content
            self._save(content)

    def clear(self) -> None:
        """Forget the draft: it is saved for good, or not wanted."""
        self._timer.stop()
        if self._kept is not None:
            self._kept = None
            self._save(None)

    def adopt(self, content: Content) -> None:
        """Count a draft that was found as kept, so that ``clear`` removes it."""
        self._timer.stop()
        self._kept = dict(content)
