"""The foot of the window: where we are, what has not gone out yet, and for some seconds what just succeeded."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from clerk_app.ui.context import FrameState
from clerk_app.ui.theme import Tone, current_theme, icon_pixmap, repolish

MESSAGE_MS: Final = 6000
_LATE_DAYS: Final = 30
_ICONS: Final = {Tone.DONE: "check", Tone.OVERDUE: "circle-alert", Tone.DUE: "triangle-alert"}


class StatusLine(QFrame):
    """``show_state`` fills it, ``message`` says something for six seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        theme = current_theme()
        self._place = _label("statusPlace")
        self._icon = QLabel()
        self._message = _label("statusMessage")
        self._unsent = _label("statusUnsent")
        self._exchange = _label("statusExchange")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(20))
        row.addWidget(self._place)
        said = QHBoxLayout()
        said.setSpacing(theme.px(6))
        said.addWidget(self._icon)
        said.addWidget(self._message)
        row.addLayout(said)
        row.addStretch(1)
        for label in (self._unsent, self._exchange):
            row.addWidget(label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self._forget)

    def show_state(self, state: FrameState) -> None:
        """Show village, clerk, unsent acts and days since the last exchange."""
        self._place.setText(f"{state.village}　{state.clerk}")
        unsent = self.tr("待报送 {n} 笔").format(n=state.unsent_acts) if state.unsent_acts else self.tr("没有待报送")
        self._unsent.setText(unsent)
        days = state.last_exchange_days
        if days is None:
            exchange = self.tr("还没有报送过")
        else:
            exchange = self.tr("今天报送过") if days == 0 else self.tr("距上次报送 {n} 天").format(n=days)
        _show(self._exchange, exchange, is_due=days is not None and days > _LATE_DAYS)

    @property
    def message_text(self) -> str:
        """What is being said."""
        return self._message.text()

    def message(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say something for six seconds."""
        self._message.setText(text)
        self._message.setAccessibleName(text)
        self._message.setProperty("tone", tone.value)
        self._icon.setPixmap(icon_pixmap(_ICONS.get(tone, "info"), current_theme().ink_of(tone).name(), size=16))
        self._icon.show()
        repolish(self._message)
        self._timer.start()

    def _forget(self) -> None:
        self._message.clear()
        self._icon.hide()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    return label


def _show(label: QLabel, text: str, *, is_due: bool) -> None:
    label.setText(("▲ " if is_due else "") + text)
    label.setProperty("tone", Tone.DUE.value if is_due else Tone.NEUTRAL.value)
    repolish(label)
