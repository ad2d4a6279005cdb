"""The commands of the season, which stand beside it, and how many rows each of them would take."""

from __future__ import annotations

from PySide6.QtCore import QObject

from clerk_app.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from clerk_app.ui.widgets.command_row import CommandRow


class SeasonCommands(QObject):
    """``export``, ``reverse``, ``due`` and ``record`` are the buttons, in the order they stand in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.export = Button("contributionExport", self.tr("导出"), icon_name="download")
        self.export.setToolTip(self.tr("把表里现在显示的人导出到 Excel"))
        self.reverse = DangerButton("contributionReverse", self.tr("冲销"), icon_name="undo-2")
        self.reverse.setToolTip(self.tr("冲销选中的人的缴费  Del"))
        self.due = Button("contributionDue", self.tr("登记应代缴"), shortcut="F8")
        self.due.setToolTip(self.tr("标记全部应代缴的人，核对后登记  F8"))
        self.record = PrimaryButton("contributionRecord", self.tr("登记已标记的"), icon_name="check")
        self.record.setToolTip(self.tr("登记全部已标记的行  Ctrl+S"))

    def stand_in(self, row: CommandRow) -> None:
        """Take their places at the end of a row."""
        for button in (self.export, self.reverse, self.due, self.record):
            row.addWidget(button)

    def show_counts(self, *, waiting: int, due: int) -> None:
        """Say how many rows wait to be recorded and for how many the government owes; nothing to do, nothing to press."""
        self.record.setEnabled(bool(waiting))
        words = self.tr("登记已标记的 {count} 人").format(count=waiting) if waiting else self.tr("登记已标记的")
        self.record.setText(words)
        self.due.setEnabled(bool(due))
        self.due.setText(self.tr("登记应代缴 {count} 人").format(count=due) if due else self.tr("登记应代缴"))
