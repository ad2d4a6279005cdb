"""关于: version, licence, and the licences of what came from others."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from clerk_app import __version__
from clerk_app.paths import resources
from clerk_app.terms import PROGRAM
from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.section import Section


class AboutSection(SettingsSection):
    """What this program is and whose work it stands on."""

    name = "settingsAbout"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("关于"), "", parent)
        program = Section(term(PROGRAM))
        for text in (
            self.tr("版本 {version}（Qt {qt}）").format(version=__version__, qt=qVersion()),
            self.tr("许可证：Apache License 2.0，可以自由使用、复制和修改。"),
            self.tr("资料只保存在这台电脑上，加密存放；程序不联网。"),
        ):
            program.add(_words(text))
        fonts = Section(self.tr("字体"))
        fonts.add(_words(self.tr("黑体、宋体取自思源（Noto CJK），按 SIL 开源字体许可证 1.1 使用。")))
        icons = Section(self.tr("图标"))
        icons.add(_words(self.tr("取自 Lucide，按 ISC 许可证使用，其中一部分出自 Feather（MIT 许可证）。")))
        self.column.addWidget(program)
        for section, name, place in ((fonts, "Fonts", ("fonts", "OFL.txt")), (icons, "Icons", ("icons", "LICENSE"))):
            button = Button(f"licence{name}", self.tr("看许可证全文"), icon_name="file-text")
            button.clicked.connect(lambda _checked=False, parts=place: self._show_licence(parts))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            section.add(row)
            self.column.addWidget(section)
        self.column.addStretch(1)

    def _show_licence(self, place: tuple[str, str]) -> None:
        theme = current_theme()
        dialog = QDialog(self)
        dialog.setObjectName("licenceDialog")
        dialog.setWindowTitle(self.tr("许可证"))
        text = QPlainTextEdit(resources().joinpath(*place).read_text(encoding="utf-8"))
        text.setObjectName("licenceText")
        text.setAccessibleName(self.tr("许可证"))
        text.setReadOnly(True)
        column = QVBoxLayout(dialog)
        column.addWidget(text)
        dialog.resize(theme.px(720), theme.px(480))
        dialog.exec()
        dialog.deleteLater()


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
