"""The history of a household as a clerk reads it: when, who, what, why, and each field before and after."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from clerk_app.services.history import EarlierHistory, HistoryEntry
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.act_words import act_words
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.section import Section

FIRST: Final = 8


class HistoryList(Section):
    """The newest acts first; the older ones come when asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="fileHistory", parent=parent)
        theme = current_theme()
        self.title.setText(self.tr("历史"))
        self.setAccessibleName(self.tr("历史"))
        self._entries: tuple[HistoryEntry, ...] = ()
        self._earlier: tuple[EarlierHistory, ...] = ()
        self._shows_all = False
        self._labels: list[QLabel] = []
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(2, 1)
        self.add(self._body)
        self._more = QuietButton("historyMore", self.tr("显示更早的记录"))
        self._more.clicked.connect(self._show_all)
        self.add(self._more)

    def show_less(self) -> None:
        """Begin with the newest acts again."""
        self._shows_all = False

    def show_entries(self, entries: tuple[HistoryEntry, ...], earlier: tuple[EarlierHistory, ...] = ()) -> None:
        """Show these acts, and below them what villages did that the household came from."""
        self._entries, self._earlier = entries, earlier
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels.clear()
        shown = entries if self._shows_all else entries[:FIRST]
        for row, entry in enumerate(shown):
            self._add(row, entry)
        self._more.setVisible(len(shown) < len(entries))
        if len(shown) == len(entries):
            self._show_earlier(len(shown), earlier)

    def _show_earlier(self, row: int, earlier: tuple[EarlierHistory, ...]) -> None:
        for past in earlier:
            heading = QLabel(self.tr("在{village}时").format(village=past.village))
            heading.setObjectName(f"historyEarlier_{row}")
            heading.setFont(current_theme().font(bold=True))
            self._grid.addWidget(heading, row, 0, 1, 3)
            heading.show()
            self._labels.append(heading)
            for entry in past.entries:
                row += 1
                self._add(row, entry)
            row += 1

    def _add(self, row: int, entry: HistoryEntry) -> None:
        when = QLabel(f"{entry.at:%Y-%m-%d %H:%M}")
        when.setProperty("role", "label")
        who = QLabel(entry.by)
        who.setTextFormat(Qt.TextFormat.PlainText)
        what = QLabel(act_words(entry))
        what.setObjectName(f"historyEntry_{row}")
        what.setTextFormat(Qt.TextFormat.RichText)
        what.setWordWrap(True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for column, label in enumerate((when, who, what)):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
            label.show()
            self._labels.append(label)

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        self.show_entries(self._entries, self._earlier)
