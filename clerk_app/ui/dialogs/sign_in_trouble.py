"""A data folder that cannot be opened: what happened, where it lies, what to do next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import Button, PrimaryButton


class TroublePanel(QWidget):
    """``tell`` says what is the matter; ``retry_wanted`` and ``close_wanted`` are its two buttons."""

    retry_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("troublePanel")
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(36), theme.px(32), theme.px(36), theme.px(28))
        column.setSpacing(theme.px(12))
        picture = QLabel()
        picture.setPixmap(icon_pixmap("triangle-alert", theme.palette.due_mark, size=28))
        heading = QLabel(self.tr("资料打不开"))
        heading.setProperty("role", "emptyTitle")
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(picture)
        top.addWidget(heading, 1)
        column.addLayout(top)
        self._message = QLabel()
        self._message.setObjectName("troubleText")
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._message)
        column.addWidget(self._place(data_dir))
        column.addStretch(1)
        column.addLayout(self._buttons())

    def _place(self, data_dir: Path) -> QFrame:
        theme = current_theme()
        frame = QFrame()
        frame.setProperty("role", "panel")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner.setSpacing(theme.px(4))
        for text, role in (
            (self.tr("数据文件夹"), "hint"),
            (str(data_dir), ""),
            (
                self.tr("请不要删除或改动里面的文件。处理好以后点“再试一次”；处理不了时，把上面这句话告诉维护人员。"),
                "hint",
            ),
        ):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setProperty("role", role)
            inner.addWidget(label)
        return frame

    def _buttons(self) -> QHBoxLayout:
        self.close_button = Button("troubleClose", self.tr("关闭程序"))
        self.retry_button = PrimaryButton("troubleRetry", self.tr("再试一次"))
        self.close_button.clicked.connect(self.close_wanted)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.retry_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.retry_button)
        return row

    def tell(self, error: ClerkError) -> None:
        """Say what is the matter."""
        self._message.setText(message_of(error))
        self.setAccessibleName(self._message.text())
        self.retry_button.setFocus()
