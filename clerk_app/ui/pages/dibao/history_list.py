"""What happened to a case, newest first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from clerk_app.services.history import FieldChange, HistoryEntry
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme

MOST: Final = 30
_LONGEST: Final = 60
_UNTOLD: Final = frozenset({"规则理由", "条款", "编号"})


class HistoryList(QWidget):
    """A line an act: when, who, what, and the fields that changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("dibaoHistory")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(2, 1)

    def set_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show these acts."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if not entries:
            self._put(0, 0, self.tr("保存以后，这里记下谁在什么时候改了什么。"), "hint")
        for row, entry in enumerate(entries[:MOST]):
            self._put(row, 0, f"{entry.at:%Y-%m-%d %H:%M}", "hint")
            self._put(row, 1, term(entry.kind), "")
            told = "；".join(_told(change) for change in entry.changes if change.field not in _UNTOLD)
            if entry.reason:
                told = self.tr("理由：{reason}").format(reason=entry.reason) + ("；" if told else "") + told
            self._put(row, 2, "　".join(filter(None, (entry.by, told))), "hint")

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        label = QLabel(text)
        if role:
            label.setProperty("role", role)
        label.setWordWrap(column == 2)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)


def _told(change: FieldChange) -> str:
    values = (term(change.before), term(change.after))
    before, after = (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in values)
    name = term(change.field)
    if before and after:
        return f"{name} {before} → {after}"
    return f"{name} {after}" if after else f"{name} {before} → —"
