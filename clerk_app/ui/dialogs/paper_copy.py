"""A fresh copy of a printed document, looked at before it is printed or saved."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.ui.context import Context
from clerk_app.ui.pages.papers.requests import preview_copy
from clerk_app.ui.pages.papers.words import form_title, household_words, unprintable_words
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.pdf_preview import PdfPreview
from clerk_app.ui.widgets.strips import ErrorStrip, Strip

if TYPE_CHECKING:
    from clerk_app.services.papers import DocumentRow, Unprintable


class Wanted(StrEnum):
    """What to do with the copy."""

    PRINT = "print"
    SAVE = "save"


class CopyDialog(QDialog):
    """Shows the next copy made from today's facts; nothing is recorded until it is printed or saved."""

    def __init__(self, context: Context, row: DocumentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("paperCopyDialog")
        self.setModal(True)
        self.setWindowTitle(
            self.tr("重印 {number}：{form} {household}").format(
                number=row.document.number, form=form_title(row.document.kind), household=household_words(row)
            )
        )
        self.wanted: Wanted | None = None
        self.error_strip = ErrorStrip(self)
        self.warning = Strip("paperCopyWarning", parent=self)
        self.about = Strip("paperCopyAbout", parent=self)
        self.about.tell(self.tr("按今天的登记重新生成，编号不变，份号加一；打印或保存后才记录。"))
        self.preview = PdfPreview(context.tasks)
        self.print_button = PrimaryButton("copyPrint", self.tr("打印"), icon_name="printer", shortcut="Ctrl+P")
        self.save_button = Button("copySave", self.tr("保存 PDF"), icon_name="save", shortcut="Ctrl+S")
        close = Button("copyClose", self.tr("关闭"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        for button in (close, self.save_button, self.print_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        for widget in (self.error_strip, self.warning, self.about):
            column.addWidget(widget)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)
        close.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self._allow(is_ready=False)
        self._fit()
        context.tasks.run(
            partial(preview_copy, context.workspace, row.document.id, row.document.household_id, row.document.about),
            on_done=self._show,
            on_error=self.error_strip.show_error,
            owner=self,
        )

    def _fit(self) -> None:
        theme = current_theme()
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(760), room.width() - 80), min(theme.px(900), room.height() - 80))

    def _allow(self, *, is_ready: bool) -> None:
        self.print_button.setEnabled(is_ready)
        self.save_button.setEnabled(is_ready)

    def _show(self, made: tuple[bytes, tuple[Unprintable, ...]]) -> None:
        pdf, unprintable = made
        self.preview.show_pdf(pdf)
        self._allow(is_ready=True)
        self.print_button.setFocus()
        if unprintable:
            self.warning.tell(unprintable_words(unprintable), Tone.DUE)

    @Slot()
    def _print(self) -> None:
        self.wanted = Wanted.PRINT
        self.accept()

    @Slot()
    def _save(self) -> None:
        self.wanted = Wanted.SAVE
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: DocumentRow) -> Wanted | None:
        """Show the copy and return what to do with it, or None."""
        dialog = cls(context, row, parent)
        dialog.exec()
        wanted = dialog.wanted
        dialog.deleteLater()
        return wanted
