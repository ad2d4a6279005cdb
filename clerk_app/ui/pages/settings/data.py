"""数据: where it lies, and proof that nothing was lost or altered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.chip import Chip, ChipState

if TYPE_CHECKING:
    from clerk_app.services.verification import Verification
    from clerk_app.services.workspace import Workspace


class DataSection(SettingsSection):
    """The folder's path and 检查数据."""

    name = "settingsData"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("数据检查"),
            self.tr(
                "检查数据文件有没有损坏、每一步操作的记录是否连贯、重做一遍是否得到同样的结果。只看不改，随时可以做。"
            ),
            parent,
        )
        theme = current_theme()
        self.check_button = PrimaryButton("dataCheck", self.tr("检查数据"), icon_name="check")
        self.check_button.clicked.connect(self._check)
        self.commands.addWidget(self.check_button)
        self.column.addWidget(self._place())
        self.summary = QLabel()
        self.summary.setObjectName("checkSummary")
        self.summary.setProperty("role", "section")
        self.summary.setWordWrap(True)
        self.column.addWidget(self.summary)
        self._results = QGridLayout()
        self._results.setHorizontalSpacing(theme.px(16))
        self._results.setVerticalSpacing(theme.px(10))
        self._results.setColumnStretch(2, 1)
        self.column.addLayout(self._results)
        self.column.addStretch(1)

    def _place(self) -> QFrame:
        theme = current_theme()
        panel = QFrame()
        panel.setProperty("role", "panel")
        row = QHBoxLayout(panel)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        title = QLabel(self.tr("数据文件夹"))
        title.setProperty("role", "hint")
        path = QLabel(str(self.context.workspace.data_dir))
        path.setObjectName("dataFolder")
        path.setWordWrap(True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(title)
        words.addWidget(path)
        row.addLayout(words, 1)
        show = Button("dataShow", self.tr("打开文件夹"), icon_name="folder-open")
        show.clicked.connect(self._show_folder)
        row.addWidget(show)
        return panel

    def take_focus(self) -> None:
        """Go to the check."""
        self.check_button.setFocus()

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.workspace.data_dir)))

    @Slot()
    def _check(self) -> None:
        self.summary.setText(self.tr("正在检查…"))
        self._clear()
        self.context.tasks.run(
            partial(_verify, self.context.workspace),
            on_done=self._show,
            on_settled=self._settled,
            progress_title=self.tr("正在检查数据…"),
            disable=(self.check_button,),
            owner=self,
        )

    def _clear(self) -> None:
        while (item := self._results.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _show(self, outcome: Verification) -> None:
        titles = {
            "integrity": self.tr("数据库完整性"),
            "chain": self.tr("变更记录链"),
            "replay": self.tr("重放变更记录与现有数据一致"),
            "search": self.tr("检索表与现有数据一致"),
        }
        for row, check in enumerate(outcome.checks):
            state = ChipState(self.tr("通过"), Tone.DONE) if check.ok else ChipState(self.tr("不通过"), Tone.OVERDUE)
            chip = Chip(state)
            chip.setObjectName(f"check_{check.name}")
            title = QLabel(titles.get(check.name, check.title))
            message = QLabel("" if check.ok else check.message)
            message.setWordWrap(True)
            self._results.addWidget(chip, row, 0)
            self._results.addWidget(title, row, 1)
            self._results.addWidget(message, row, 2)
        good = self.tr("数据完好，共 {n} 步操作，每一步都对得上。").format(n=outcome.acts)
        bad = self.tr("数据有问题：请不要继续录入，也不要删除任何文件，把下面的结果告诉维护人员。")
        self.summary.setText(good if outcome.ok else bad)

    def _settled(self) -> None:
        if not self._results.count():
            self.summary.clear()


def _verify(workspace: Workspace, progress: Progress) -> Verification:
    from clerk_app.services.verification import verify  # noqa: PLC0415 - services cost a second of start-up

    return verify(workspace, progress)
