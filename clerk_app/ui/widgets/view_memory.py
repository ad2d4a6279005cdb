"""Column widths and the like, kept in ``window.json`` of the data folder. Losing it costs nothing but a look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

SAVE_AFTER_MS: Final = 800
_WIDEST: Final = 4000


class ViewMemory(QObject):
    """Remembers widths at 100 %, so that a change of the size of type does not spoil them."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._widths = _read(path)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def widths(self, table: str) -> dict[str, int]:
        """Return the kept widths of a table by column name."""
        return dict(self._widths.get(table, {}))

    def keep_width(self, table: str, column: str, width: int) -> None:
        """Remember one width; written a moment later."""
        self._widths.setdefault(table, {})[column] = width
        self._timer.start()

    @Slot()
    def save(self) -> None:
        """Write now; a folder that refuses is no reason to trouble the clerk."""
        self._timer.stop()
        temporary = self._path.with_suffix(".tmp")
        try:
            temporary.write_text(json.dumps({"widths": self._widths}, indent=1), encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            return


def _read(path: Path) -> dict[str, dict[str, int]]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        tables = raw["widths"].items()
        return {
            str(table): {
                str(name): width for name, width in columns.items() if type(width) is int and 0 < width < _WIDEST
            }
            for table, columns in tables
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
