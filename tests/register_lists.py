"""A register list read from its file in one step, and what its import left over, as the tests of lists want it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clerk_app.excel.reader import read_table
from clerk_app.excel.register import RegisterSheet, read_people
from clerk_app.excel.table import Progress
from clerk_app.services.import_rows import list_imports
from clerk_app.services.workspace import Workspace


def read_register(path: Path, on: date, progress: Progress | None = None) -> RegisterSheet:
    """Read a register as of a day; raises UserError when the file as a whole cannot be one."""
    return read_people(read_table(path, progress=progress), path.name, on, progress)


def waiting_count(workspace: Workspace) -> int:
    """Return how many rows of all imports wait for a person."""
    return sum(each.waiting for each in list_imports(workspace))
