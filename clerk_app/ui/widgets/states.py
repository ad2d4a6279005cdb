"""How each state of the field looks as a chip, so that a class or stage looks alike on every page."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState

_STAGE_TONES: Final = {Stage.GRANTED: Tone.DONE, Stage.REFUSED: Tone.OVERDUE, Stage.ENDED: Tone.NEUTRAL}


def class_chip(dibao_class: DibaoClass) -> ChipState:
    """Return the chip of a dibao class: its letter, its word, its colour."""
    label = term(dibao_class.label)
    if dibao_class is DibaoClass.NOT_MET:
        return ChipState(label)
    tone = Tone.NEUTRAL if dibao_class is DibaoClass.C else Tone.ACCENT
    words = label.removeprefix(dibao_class.value).lstrip("类: ")
    return ChipState(words, tone, dibao_class.value, is_strong=dibao_class is DibaoClass.A)


def stage_chip(stage: Stage) -> ChipState:
    """Return the chip of a case's stage."""
    return ChipState(term(stage.label), _STAGE_TONES.get(stage, Tone.ACCENT))
