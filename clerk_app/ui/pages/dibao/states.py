"""How a review's day looks: the word, the shape and the colour by how near it is."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.dibao import Stage
from clerk_app.storage.dibao_queries import DibaoRow
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState

translate = QCoreApplication.translate
SOON: Final = 30
"""Days before a review from which on it counts as due."""


def review_chip(due_on: date, today: date) -> ChipState:
    """Return the chip of a review's day: overdue, due within thirty days, or simply the day."""
    days = (due_on - today).days
    if days < 0:
        return ChipState(translate("Dibao", "逾期 {days} 天").format(days=-days), Tone.OVERDUE)
    if days == 0:
        return ChipState(translate("Dibao", "今天复核"), Tone.DUE)
    if days <= SOON:
        return ChipState(translate("Dibao", "{days} 天后复核").format(days=days), Tone.DUE)
    return ChipState(due_on.isoformat())


def review_of(row: DibaoRow, today: date) -> ChipState | None:
    """Return the chip of a granted case's next review; others are not reviewed."""
    if row.stage is not Stage.GRANTED or row.next_review_on is None:
        return None
    return review_chip(row.next_review_on, today)


def is_review_due(row: DibaoRow, today: date) -> bool:
    """Say whether a granted case's review is due within thirty days or overdue."""
    is_granted = row.stage is Stage.GRANTED and row.next_review_on is not None
    return is_granted and row.next_review_on is not None and (row.next_review_on - today).days <= SOON
