"""The village in six figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.theme import current_theme

if TYPE_CHECKING:
    from clerk_app.storage.queries import VillageCounts


class Cards(QWidget):
    """One figure a card, with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._figures: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for name, word in (
            ("households", self.tr("住户")),
            ("people", self.tr("人口")),
            ("aged_60", self.tr("60 岁以上")),
            ("poor", self.tr("困难人员")),
            ("disabled", self.tr("残疾人")),
            ("dibao_cases", self.tr("低保档案")),
        ):
            row.addWidget(self._card(name, word), 1)

    def _card(self, name: str, word: str) -> QFrame:
        theme = current_theme()
        card = QFrame()
        card.setProperty("role", "panel")
        figure = QLabel("—")
        figure.setObjectName(f"count_{name}")
        figure.setProperty("role", "figure")
        label = QLabel(word)
        label.setProperty("role", "hint")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(2))
        column.addWidget(figure)
        column.addWidget(label)
        self._figures[name] = figure
        figure.setAccessibleName(word)
        return card

    def show_counts(self, counts: VillageCounts) -> None:
        """Show the figures."""
        for name, figure in self._figures.items():
            figure.setText(f"{getattr(counts, name):,}")
