"""The history of a household as a clerk reads it: when, who, what, why, and each field before and after."""

from __future__ import annotations

from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from clerk_app.services.history import FieldChange, HistoryEntry
from clerk_app.terms import FIELDS
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.section import Section

FIRST: Final = 8
_LONGEST: Final = 200
_PLACES: Final = {label: place for place, label in enumerate(FIELDS.values())}


class HistoryList(Section):
    """The newest acts first; the older ones come when asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="fileHistory", parent=parent)
        theme = current_theme()
        self.title.setText(self.tr("历史"))
        self.setAccessibleName(self.tr("历史"))
        self._entries: tuple[HistoryEntry, ...] = ()
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

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show these acts."""
        self._entries = entries
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels.clear()
        shown = entries if self._shows_all else entries[:FIRST]
        for row, entry in enumerate(shown):
            self._add(row, entry)
        self._more.setVisible(len(shown) < len(entries))

    def _add(self, row: int, entry: HistoryEntry) -> None:
        when = QLabel(f"{entry.at:%Y-%m-%d %H:%M}")
        when.setProperty("role", "label")
        who = QLabel(entry.by)
        who.setTextFormat(Qt.TextFormat.PlainText)
        what = QLabel(self._words(entry))
        what.setObjectName(f"historyEntry_{row}")
        what.setTextFormat(Qt.TextFormat.RichText)
        what.setWordWrap(True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for column, label in enumerate((when, who, what)):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
            label.show()
            self._labels.append(label)

    def _words(self, entry: HistoryEntry) -> str:
        head = f"<b>{escape(term(entry.kind))}</b>"
        if entry.reason:
            reason = self.tr("原因：{reason}").format(reason=entry.reason)
            head += f"　{escape(reason)}"
        lines = [head]
        for record, changes in groupby(entry.changes, key=attrgetter("record")):
            ordered = sorted(changes, key=lambda change: _PLACES.get(change.field, len(_PLACES)))
            fields = [self._change(change) for change in ordered if not record.endswith(f" {change.after}")]
            if fields:
                lines.append(f"{escape(_record_word(record))}：{'；'.join(fields)}")
        return "<br>".join(lines)

    def _change(self, change: FieldChange) -> str:
        soft = current_theme().palette.ink_soft
        field = f'<span style="color:{soft}">{escape(term(change.field))}</span>'
        after = escape(_short(term(change.after))) or self.tr("（空）")
        if not change.before:
            return f"{field} {after}"
        return f"{field} {escape(_short(term(change.before)))} → {after}"

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        self.show_entries(self._entries)


def _record_word(record: str) -> str:
    word, _, name = record.partition(" ")
    return f"{term(word)} {name}".strip()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
