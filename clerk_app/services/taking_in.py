"""Taking in what a stick holds for this laptop, file by file, with a whole account at the end whatever happened on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from clerk_app.errors import SituationError
from clerk_app.services.answers import IMPORTED, REFUSED, Imported, files_of, import_file
from clerk_app.services.workspace import Workspace

GoOn = Callable[[int, int], bool]
"""Told of the files done and of all; says whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of each file looked at. ``left`` files were not looked at: the clerk stopped, or ``trouble`` came in between."""

    files: tuple[Imported, ...]
    left: int = 0
    trouble: SituationError | None = None

    @property
    def imported(self) -> tuple[Imported, ...]:
        """What was taken in."""
        return tuple(each for each in self.files if each.status == IMPORTED)

    @property
    def refused(self) -> tuple[Imported, ...]:
        """What was refused whole."""
        return tuple(each for each in self.files if each.status == REFUSED)


def take_in(workspace: Workspace, sources: Iterable[Path], go_on: GoOn | None = None) -> Account:
    """Import everything for this laptop among these files and folders; each file counts for itself, and what was imported stays.

    Raises UserError before the enrolment and when a path leads nowhere, SituationError when the stick does not answer from the start.
    """
    files = files_of(workspace, sources)
    done: list[Imported] = []
    for path, named in files:
        if go_on is not None and not go_on(len(done), len(files)):
            return Account(files=tuple(done), left=len(files) - len(done))
        try:
            done.append(import_file(workspace, path, named=named))
        except SituationError as trouble:
            if not done:
                raise
            return Account(files=tuple(done), left=len(files) - len(done), trouble=trouble)
    return Account(files=tuple(done))
