"""Something that two laptops wrote differently: every value with who wrote it, when and where, and a button to choose it."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.settlement import Choice
from clerk_app.ui.texts import sentence_of, term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.act_words import change_words
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from clerk_app.services.conflicts import Conflict, Side

translate = QCoreApplication.translate
ACT: Final = "act"


def conflict_chip(conflict: Conflict) -> ChipState:
    """Return the chip of a conflict's kind."""
    if conflict.kind == ACT:
        return ChipState(translate("ConflictCard", "没有照做"), Tone.OVERDUE)
    return ChipState(translate("ConflictCard", "两份内容"), Tone.OVERDUE)


def side_words(side: Side) -> str:
    """Say who wrote a side, when and on which laptop."""
    when = f"{side.at:%Y-%m-%d %H:%M}" if side.at is not None else ""
    return "　".join(filter(None, (side.by, sentence_of(side.laptop), when, term(side.act_kind))))


def conflict_title(conflict: Conflict) -> str:
    """Return which record and field it is about."""
    word, _, name = conflict.record.partition(" ")
    record = f"{term(word)} {name}".strip()
    return f"{record}　{term(conflict.field)}" if conflict.field else record


class ConflictCard(QFrame):
    """``decided(conflict, choice, side)`` when the clerk chose; nothing is stored yet, the reason is still to be asked."""

    decided = Signal(object, object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._chip = Chip(ChipState(""))
        self._title = _label(f"{name}Title")
        self._title.setFont(theme.font(bold=True))
        self._told = _label(f"{name}Told")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._chip)
        head.addWidget(self._title, 1)
        self._changes = _label(f"{name}Changes")
        self._changes.setTextFormat(Qt.TextFormat.RichText)
        self._sides = QWidget()
        self._grid = QGridLayout(self._sides)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        for widget in (self._told, self._changes, self._sides):
            column.addWidget(widget)

    def show_conflict(self, conflict: Conflict, *, with_household: bool = True) -> None:
        """Show a conflict; on the household's own page its name says nothing new."""
        self._chip.set_state(conflict_chip(conflict))
        household = conflict.household if with_household else ""
        self._title.setText("　".join(filter(None, (conflict_title(conflict), household))))
        self._told.setText(sentence_of(conflict.told))
        words = "；".join(change_words(change) for change in conflict.changes)
        if conflict.reason:
            reason = translate("ConflictCard", "原因：{reason}").format(reason=conflict.reason)
            words = f"{words}<br>{escape(reason)}"
        self._changes.setText(words)
        self._changes.setVisible(bool(words))
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        (self._show_act if conflict.kind == ACT else self._show_field)(conflict)
        self.setAccessibleName(f"{self._title.text()} {self._told.text()}")

    def _show_field(self, conflict: Conflict) -> None:
        self._add_side(
            0, translate("ConflictCard", "现有内容"), conflict.standing,
            self._button(conflict, Choice.KEPT, conflict.standing, translate("ConflictCard", "保留这个"), "keep"),
        )  # fmt: skip
        for row, side in enumerate(conflict.others, start=1):
            take = self._button(conflict, Choice.TAKEN, side, translate("ConflictCard", "改用这个"), f"take_{row}")
            self._add_side(row, translate("ConflictCard", "另一份内容"), side, take)

    def _show_act(self, conflict: Conflict) -> None:
        side = conflict.others[0]
        self._add_side(
            0, translate("ConflictCard", "没有照做的"), side,
            self._button(conflict, Choice.DONE_AGAIN, side, translate("ConflictCard", "重新办理"), "again"),
            with_value=False,
        )  # fmt: skip
        self._add_side(
            1, translate("ConflictCard", "这之前已有"), conflict.standing,
            self._button(conflict, Choice.LET_GO, side, translate("ConflictCard", "不再办理"), "let_go"),
            with_value=False,
        )  # fmt: skip

    def _add_side(self, row: int, label: str, side: Side, button: Button, *, with_value: bool = True) -> None:
        head = _label("")
        head.setProperty("role", "label")
        head.setWordWrap(False)
        head.setText(label)
        words = QVBoxLayout()
        words.setSpacing(current_theme().px(2))
        if with_value:
            value = _label(f"{self.objectName()}Value_{row}")
            value.setText(side.value or translate("ConflictCard", "（空）"))
            value.setFont(current_theme().font(bold=True))
            words.addWidget(value)
        by = _label(f"{self.objectName()}By_{row}")
        by.setText(side_words(side))
        words.addWidget(by)
        both = QWidget()
        both.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(head, row, 0, top)
        self._grid.addWidget(both, row, 1)
        self._grid.addWidget(button, row, 2, top)

    def _button(self, conflict: Conflict, choice: Choice, side: Side, text: str, name: str) -> Button:
        button = Button(f"{self.objectName()}_{name}", text)
        button.setAccessibleName(f"{text} {side.value}".strip())
        button.clicked.connect(partial(self.decided.emit, conflict, choice, side))
        return button


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
