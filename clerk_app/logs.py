"""The program's own log: what happened, never to whom. No identity number, name or amount is ever given to it."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("clerk_app")
LOGGER.addHandler(logging.NullHandler())  # without a log file Python would print to the terminal


def start_log(data_dir: Path) -> None:
    """Write the log to ``clerk.log`` in the data folder: at most three files of 512 KiB. A folder that refuses is no reason to stop."""
    try:
        handler = RotatingFileHandler(data_dir / "clerk.log", maxBytes=512 * 1024, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    stop_log()
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)


def stop_log() -> None:
    """Close the log file."""
    for handler in [handler for handler in LOGGER.handlers if isinstance(handler, RotatingFileHandler)]:
        LOGGER.removeHandler(handler)
        handler.close()


def note_defect(error: BaseException) -> None:
    """Log a defect as its type and where it arose; its message may quote a record, so it is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in reversed(frames))
    LOGGER.error("defect %s at %s", type(error).__name__, places)
