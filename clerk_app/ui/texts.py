"""English for the sentences and words that come from below the window; Chinese where the catalogue has none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.errors import ClerkError
from clerk_app.services.sentences import Sentence, sentence_of_error
from clerk_app.terms import FIELDS

_OF_KINSHIP: Final = frozenset({"relation", FIELDS["relation"]})


def message_of(error: ClerkError) -> str:
    """Return the error's sentence in the window's language; values that are terms are translated too."""
    return sentence_of(sentence_of_error(error))


def sentence_of(sentence: Sentence) -> str:
    """Return what a service tells, in the window's language."""
    if not sentence:
        return ""
    template = QCoreApplication.translate("messages", sentence.template)
    try:
        return template.format(**{name: _filling(name, value) for name, value in sentence.values})
    except (KeyError, IndexError, ValueError):
        return sentence.text


def _filling(name: str, value: object) -> object:
    if isinstance(value, Sentence):
        return sentence_of(value)
    return value_of(name, value) if isinstance(value, str) else value


def term(label: str) -> str:
    """Return a code's label or another shared word in the window's language."""
    return QCoreApplication.translate("terms", label) if label else label


def relation_word(label: str) -> str:
    """Return a relation to the head in the window's language; 女 is a daughter here and a sex among the other words."""
    return QCoreApplication.translate("relations", label) if label else label


def value_of(field: str, value: str) -> str:
    """Return what stands in a field, or in a sentence's place, in the window's language."""
    return relation_word(value) if field in _OF_KINSHIP else term(value)
