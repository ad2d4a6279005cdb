"""The recovery key as it is shown this once: in groups, to be printed, saved or copied by hand."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, SituationError, UserError
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

_COLUMNS = 4


def recovery_words() -> str:
    """Return what a recovery key is for and where its paper belongs."""
    return QCoreApplication.translate(
        "RecoveryPanel",
        "忘记密码、换经办人时，只有恢复密钥能打开本村的资料。它只显示这一次，电脑里不保存。"
        "请打印或抄在纸上，装进信封，锁进村委会的保险柜。",
    )


class RecoveryPanel(QWidget):
    """``noted_changed(bool)`` comes when the clerk ticks that the key was copied or printed."""

    noted_changed = Signal(bool)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._workspace: Workspace | None = None
        self._key = ""
        self._build()
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.noted.toggled.connect(self.noted_changed)

    def _build(self) -> None:
        theme = current_theme()
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        frame = QFrame()
        frame.setProperty("role", "panel")
        frame.setObjectName("recoveryKey")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        inner.addLayout(self._grid)
        self._frame = frame
        self.print_button = Button("recoveryPrint", self.tr("打印…"), icon_name="printer")
        self.save_button = Button("recoverySave", self.tr("保存 PDF…"), icon_name="save")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.strip = Strip("recoveryStrip", parent=self)
        self.noted = CheckBox(self.tr("我已抄下或打印恢复密钥，并会锁好"))
        self.noted.setObjectName("recoveryNoted")
        self.noted.setAccessibleName(self.noted.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(frame)
        column.addLayout(row)
        column.addWidget(self.strip)
        column.addWidget(self.noted)
        column.addStretch(1)

    def show_key(self, workspace: Workspace, recovery_key: str) -> None:
        """Show the key of this workspace."""
        self._workspace = workspace
        self._key = recovery_key
        theme = current_theme()
        groups = [group for group in re.split(r"[\s-]+", recovery_key) if group]
        self._frame.setAccessibleName(self.tr("恢复密钥"))
        self._frame.setAccessibleDescription(" ".join(groups))
        for place, group in enumerate(groups):
            number = QLabel(self.tr("第 {n} 组").format(n=place + 1))
            number.setProperty("role", "hint")
            letters = QLabel(group)
            letters.setObjectName(f"recoveryGroup{place + 1}")
            letters.setFont(theme.font(points=15, bold=True))
            letters.setProperty("role", "figure")
            letters.setMinimumHeight(theme.px(30))  # a window that is already open does not grow for it by itself
            letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row, column = divmod(place, _COLUMNS)
            self._grid.addWidget(number, row * 2, column)
            self._grid.addWidget(letters, row * 2 + 1, column)
        self.print_button.setFocus()

    @Slot()
    def _print(self) -> None:
        if self._workspace is not None:
            self._tasks.run(
                partial(_sheet, self._workspace, self._key),
                on_done=self._print_pdf,
                on_error=self.show_error,
                disable=(self.print_button,),
                progress_title=self.tr("正在准备打印…"),
            )

    @Slot()
    def _save(self) -> None:
        if self._workspace is None:
            return
        name = self.tr("恢复密钥单") + ".pdf"
        suggested = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("保存恢复密钥单"), suggested, "PDF (*.pdf)")
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
            self._tasks.run(
                partial(_save_sheet, self._workspace, self._key, target),
                on_done=self._tell_saved,
                on_error=self.show_error,
                disable=(self.save_button,),
                progress_title=self.tr("正在保存…"),
            )

    def _print_pdf(self, pdf: bytes) -> None:
        from clerk_app.ui.dialogs.recovery_print import print_pdf  # noqa: PLC0415 - the printer's library is wanted only here

        try:
            is_printed = print_pdf(self, pdf)
        except SituationError as error:
            self.show_error(error)
            return
        if is_printed:
            self.strip.tell(self.tr("已送到打印机。请核对纸上的字符再打勾。"), Tone.DONE)

    def _tell_saved(self, target: Path) -> None:
        words = self.tr("已保存到 {path}。打印后请删掉这个文件，不要留在电脑里。").format(path=target)
        self.strip.tell(words, Tone.DONE)

    def show_error(self, error: ClerkError) -> None:
        """Say what went wrong with the paper."""
        self.strip.tell(message_of(error), Tone.OVERDUE)


def _sheet(workspace: Workspace, key: str, _progress: Progress) -> bytes:
    from clerk_app.services.first_run import recovery_sheet  # noqa: PLC0415 - services cost a second of start-up

    return recovery_sheet(workspace, key)


def _save_sheet(workspace: Workspace, key: str, target: Path, progress: Progress) -> Path:
    from clerk_app.files import write_whole  # noqa: PLC0415 - only here

    try:
        write_whole(target, _sheet(workspace, key, progress))
    except SituationError as error:
        # said on the panel, like every error of the paper: the wizard has no window behind it that could
        raise UserError(error.template, field=None, **error.values) from error
    return target
