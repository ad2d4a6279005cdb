"""Sentences that a service puts together, kept as template and values so that the window can say them in its own language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clerk_app.errors import ClerkError


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese sentence with named places, and what fills them: the window looks up its English by the template.

    A value may be a sentence itself. The empty one counts as false.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def text(self) -> str:
        """The Chinese sentence with its places filled."""
        return self.template.format(**dict(self.values))

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.template)


NOTHING: Final = Sentence("")


def sentence(template: str, /, **values: object) -> Sentence:
    """Return a sentence with its values."""
    return Sentence(template, tuple(values.items()))


def as_written(text: str) -> Sentence:
    """Return what somebody wrote, or what came from elsewhere, as it is."""
    return Sentence("{text}", (("text", text),)) if text else NOTHING


def sentence_of_error(error: ClerkError) -> Sentence:
    """Return what an error says."""
    return Sentence(error.template, tuple(error.values.items()))
