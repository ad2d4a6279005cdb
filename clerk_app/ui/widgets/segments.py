"""One choice out of a few, all of them in sight: yes or no, one of two insurances, board or list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from clerk_app.ui.theme import FIELD, current_theme


class _Segment(QPushButton):
    """As wide as its word needs when it is down, and never narrower."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        theme = current_theme()
        word = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.text())
        return QSize(word + theme.px(32), theme.px(FIELD))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()


class Segments(QWidget):
    """Buttons side by side of which at most one is down; arrow keys go from one to the next.

    ``options`` are pairs of code and word; ``raw`` is the code chosen or nothing. ``value_chosen(code)`` comes only when the
    clerk chooses, ``edited`` with every change.
    """

    value_chosen = Signal(str)
    edited = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (code, word) in enumerate(options):
            button = self._button(f"{name}_{code}", word)
            button.setProperty("place", "first" if place == 0 else "last" if place == len(options) - 1 else "")
            self._buttons[code] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(next(iter(self._buttons.values())))
        self._group.buttonClicked.connect(self._tell_choice)

    def _button(self, name: str, word: str) -> QPushButton:
        button = _Segment(word)
        button.setObjectName(name)
        button.setAccessibleName(word)
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFixedHeight(current_theme().px(FIELD))
        button.toggled.connect(self._tell)
        return button

    @property
    def buttons(self) -> Iterator[QPushButton]:
        """The buttons from left to right."""
        return iter(self._buttons.values())

    @property
    def value(self) -> str:
        """The code chosen, or nothing."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, code: str) -> None:
        """Choose a code; an unknown one or nothing lets all buttons up."""
        if code == self.value:
            return
        chosen = self._buttons.get(code)
        if chosen is None:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            chosen.setChecked(True)
            self.setFocusProxy(chosen)

    def set_word(self, code: str, word: str) -> None:
        """Change a button's word, as when it tells a count."""
        self._buttons[code].setText(word)

    @property
    def raw(self) -> str:
        """The code chosen, or nothing."""
        return self.value

    def set_raw(self, text: str) -> None:
        """Take a code."""
        self.set_value(text)

    @Slot(QAbstractButton)
    def _tell_choice(self, button: QAbstractButton) -> None:
        self.setFocusProxy(button)
        self.value_chosen.emit(self.value)

    @Slot(bool)
    def _tell(self, is_on: bool) -> None:
        self._keep_tab_stop()
        if is_on or not self.value:
            self.edited.emit()

    def _keep_tab_stop(self) -> None:
        """Let Tab come to the button that is down; Qt leads to the one that had the keys last."""
        if self.value:
            for code, button in self._buttons.items():
                is_stop = code == self.value
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
