"""显示与语言: the size of type, taken up at once, and the language of the next start."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.settings import SCALES, Settings
from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.segments import Segments


class AppearanceSection(SettingsSection):
    """Two choices that need no saving."""

    name = "settingsAppearance"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("显示与语言"), self.tr("选了就生效，不用保存。"), parent)
        size = Section(self.tr("字的大小"))
        self.scale = Segments("scale", [(str(value), f"{value}%") for value in SCALES])
        self.scale.setAccessibleName(self.tr("字的大小"))
        self.scale.set_value(str(context.settings.scale))
        size.add(self.scale)
        sample = QLabel(self.tr("一户四口，月人均收入 291.67 元，下次复核 2026-12-31"))
        sample.setObjectName("scaleSample")
        size.add(sample)
        words = Section(self.tr("语言"))
        self.language = Segments("language", [("zh", "中文"), ("en", "English")])
        self.language.setAccessibleName(self.tr("语言"))
        self.language.set_value(context.settings.language)
        self.note = QLabel(self.tr("下次打开程序时换语言；打印的文书总是中文。"))
        self.note.setProperty("role", "hint")
        words.add(self.language)
        words.add(self.note)
        self.column.addWidget(size)
        self.column.addWidget(words)
        self.column.addStretch(1)
        self.scale.value_chosen.connect(self._resize)
        self.language.value_chosen.connect(self._speak)

    def take_focus(self) -> None:
        """Go to the sizes."""
        self.scale.setFocus()

    @Slot(str)
    def _resize(self, value: str) -> None:
        # The frame is built anew with this button in it: let the click end first.
        QTimer.singleShot(0, partial(_change, self.context, replace(self.context.settings, scale=int(value))))

    @Slot(str)
    def _speak(self, value: str) -> None:
        _change(self.context, replace(self.context.settings, language=value))
        self.context.status(self.tr("下次打开程序时换语言"))


def _change(context: Context, settings: Settings) -> None:
    if context.shell is None:
        return
    is_resized = settings.scale != context.settings.scale
    context.shell.change_settings(settings)
    if is_resized:
        context.open("settings", "appearance")
