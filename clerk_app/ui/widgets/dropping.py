"""Files dropped on the window from another program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine among what is dropped."""
    return tuple(Path(path) for url in data.urls() if (path := url.toLocalFile()))
