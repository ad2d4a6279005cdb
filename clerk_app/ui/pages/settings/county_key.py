"""县级公钥: packets are sealed so that only the county can open them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.village import VillageForm
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.domain.household import Village

_SHOWN = 8


class CountyKeySection(VillageForm):
    """The key, pasted or from a file, and its first and last characters to compare by telephone."""

    name = "settingsCountyKey"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("县级公钥"),
            self.tr(
                "报送包用它封装，只有县里打得开。县里给的是以 age1 开头的一行字，或一个文本文件；它不是秘密，可以用优盘带来。"
            ),
            parent,
        )
        theme = current_theme()
        self._field = Field(
            "county_key", self.tr("县级公钥"), LineEdit(longest=400), hint=self.tr("从县里给的文件里完整复制")
        )
        self.file_button = Button("countyKeyFile", self.tr("从文件读取…"), icon_name="folder-open")
        self.file_button.clicked.connect(self._choose_file)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner.setSpacing(theme.px(4))
        self._state = QLabel()
        self._state.setObjectName("countyKeyState")
        self._state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state.setFont(theme.font(bold=True))
        note = QLabel(self.tr("第一次使用时，打电话和县里核对头尾这几个字符。"))
        note.setProperty("role", "hint")
        inner.addWidget(self._state)
        inner.addWidget(note)
        for widget in (panel, self._field):
            self.column.addWidget(widget)
        self.column.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.start(FieldSet((self._field,), self))

    def show_village(self, village: Village) -> None:
        """Show the stored key and how it begins and ends."""
        key = village.county_key
        self._field.editor.set_raw(key)
        words = self.tr("现在用的公钥：{first} … {last}").format(first=key[:_SHOWN], last=key[-_SHOWN:])
        self._state.setText(words if key else self.tr("还没有公钥，现在不能报送"))

    def changed(self, village: Village) -> Village:
        """Return the village with this key."""
        return replace(village, county_key=self._field.editor.raw.strip())

    @Slot()
    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选择县里给的公钥文件"), str(Path.home()))
        if chosen:
            self.context.tasks.run(
                partial(_read_key, Path(chosen)), on_done=self._take_key, on_error=self.show_user_error
            )

    def _take_key(self, key: str) -> None:
        self._field.editor.set_raw(key)
        self._field.editor.setFocus()


def _read_key(path: Path, _progress: Progress) -> str:
    from clerk_app.services.first_run import county_key_of  # noqa: PLC0415 - services cost a second of start-up

    return county_key_of(path)
