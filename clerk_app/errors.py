"""The three families of error: the clerk's to mend, a situation, a defect (any other exception).

A message is a Chinese template with named places. It stays in the source, where it arises; the window looks up its English
by the template (context ``messages`` of the catalogue).
"""

from __future__ import annotations

from typing import Final

EXIT_DONE: Final = 0
EXIT_DEFECT: Final = 1
EXIT_REFUSED: Final = 2
EXIT_SITUATION: Final = 3


class ClerkError(Exception):
    """A sentence for the clerk: what is wrong and what to do.

    ``template`` is the Chinese sentence with ``{name}`` places, ``values`` fills them, ``field`` names the input it stands beside.
    """

    exit_status: int = EXIT_REFUSED

    def __init__(self, template: str, /, *, field: str | None = None, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values
        self.field = field

    @property
    def message(self) -> str:
        """The Chinese sentence with its places filled."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        return self.message


class UserError(ClerkError):
    """The clerk can put it right: shown at the field; exit status 2."""


class SituationError(ClerkError):
    """Disk full, stick gone, database locked, newer file: nothing was lost, here is what to do; exit status 3."""

    exit_status = EXIT_SITUATION
