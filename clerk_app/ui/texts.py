"""English for the sentences and words that come from below the window; Chinese where the catalogue has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from clerk_app.errors import ClerkError, UserError
from clerk_app.terms import FIELDS

if TYPE_CHECKING:
    from clerk_app.services.events.model import Sentence

_OF_KINSHIP: Final = frozenset({"relation", FIELDS["relation"]})


def message_of(error: ClerkError) -> str:
    """Return the error's sentence in the window's language; values that are terms are translated too."""
    template = QCoreApplication.translate("messages", error.template)
    values = {name: value_of(name, value) if isinstance(value, str) else value for name, value in error.values.items()}
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


def relation_word(label: str) -> str:
    """Return a relation to the head in the window's language; 女 is a daughter here and a sex among the other words."""
    return QCoreApplication.translate("relations", label) if label else label


def value_of(field: str, value: str) -> str:
    """Return what stands in a field, or in a sentence's place, in the window's language."""
    return relation_word(value) if field in _OF_KINSHIP else term(value)
