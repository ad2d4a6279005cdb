"""A question beside a field about what looks wrong and may be right: the clerk's tick is the yes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from clerk_app.ui.theme import Tone, current_theme, icon_pixmap, repolish
from clerk_app.ui.widgets.editors import CheckBox


class Question(QFrame):
    """``ask`` shows the sentences with the tick below them, ``withdraw`` hides them. ``answered`` comes with every tick."""

    answered = Signal()

    def __init__(self, name: str, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setProperty("role", "strip")
        self.setProperty("tone", Tone.DUE.value)
        self._text = ""
        sign = QLabel()
        sign.setPixmap(icon_pixmap("circle-help", theme.ink_of(Tone.DUE).name(), size=18))
        self._label = QLabel()
        self._label.setObjectName(f"{name}Text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.tick = CheckBox(answer)
        self.tick.setObjectName(f"{name}Tick")
        self.tick.setAccessibleName(answer)
        self._note = QLabel(self.tr("请核对后打勾，或改正上面的内容"))
        self._note.setObjectName(f"{name}Note")
        self._note.setProperty("role", "error")
        self._note.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._label, 0, 1)
        grid.addWidget(self.tick, 1, 1)
        grid.addWidget(self._note, 2, 1)
        grid.setColumnStretch(1, 1)
        self.tick.edited.connect(self._note.hide)
        self.tick.edited.connect(self.answered)
        self.hide()

    @property
    def text(self) -> str:
        """What is asked, or nothing."""
        return self._text

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its tick."""
        return bool(self._text) and not self.tick.isChecked()

    def ask(self, text: str) -> None:
        """Ask; another question than before wants another tick."""
        if text != self._text:
            self.tick.setChecked(False)
        self._text = text
        self._label.setText(text)
        self.tick.setAccessibleDescription(text)
        self._note.hide()
        repolish(self)
        repolish(self._label)
        self.show()

    def withdraw(self) -> None:
        """Ask nothing any more."""
        self._text = ""
        self.tick.setChecked(False)
        self.hide()

    def remind(self) -> None:
        """Say that the question waits, and go to its tick."""
        self._note.show()
        self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
