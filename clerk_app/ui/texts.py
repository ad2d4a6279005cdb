"""English for the sentences and words that come from below the window; Chinese where the catalogue has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clerk_app.errors import ClerkError, UserError

if TYPE_CHECKING:
    from clerk_app.services.events.model import Sentence


def message_of(error: ClerkError) -> str:
    """Return the error's sentence in the window's language; values that are terms are translated too."""
    template = QCoreApplication.translate("messages", error.template)
    values = {name: term(value) if isinstance(value, str) else value for name, value in error.values.items()}
    try:
        return template.format(**values)
    except (KeyError, IndexError, ValueError):
        return error.message


def sentence_of(sentence: Sentence) -> str:
    """Return what a plan tells, in the window's language."""
    return message_of(UserError(sentence.template, field=None, **dict(sentence.values)))


def term(label: str) -> str:
    """Return a code's label or another shared word in the window's language."""
    return QCoreApplication.translate("terms", label) if label else label
