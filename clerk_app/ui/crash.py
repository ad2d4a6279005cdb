"""A report of a defect that holds no personal data: kinds of error and places in our own code, never a value."""

from __future__ import annotations

import platform
import sys
import time
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion

from clerk_app import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def report_text(error: BaseException) -> str:
    """Return the report: versions, the chain of error types, and for each our modules' functions and line numbers."""
    lines = [
        f"clerk-app {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"\n{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            path = Path(frame.filename).resolve()
            if path.is_relative_to(_PACKAGE):
                lines.append(f"  {path.relative_to(_PACKAGE.parent).as_posix()}:{frame.lineno} {frame.name}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(lines) + "\n"


def write_report(data_dir: Path, error: BaseException) -> Path | None:
    """Save the report under ``reports`` in the data folder and return its path; None when the folder refuses."""
    folder = data_dir / "reports"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{time.monotonic_ns() % 10**6:06d}.txt"
        target.write_text(report_text(error), encoding="utf-8")
    except OSError:
        return None
    return target


def hand_over(error: BaseException) -> None:
    """Give a defect of the database thread to whoever catches those of the window: before the frame stands nobody else does."""
    sys.excepthook(type(error), error, error.__traceback__)
