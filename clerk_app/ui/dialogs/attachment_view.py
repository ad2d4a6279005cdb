"""An attachment looked at: a photo scaled to the window, a scan page by page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, SituationError, UserError
from clerk_app.printing.preview import page_count
from clerk_app.services.attachments import AttachmentRow, content_of
from clerk_app.ui.context import Context
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.pdf_preview import PdfPreview
from clerk_app.ui.widgets.picture_view import PictureView, read_picture
from clerk_app.ui.widgets.strips import ErrorStrip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Content:
    """What there is to see: a picture, a PDF, or why neither."""

    picture: QImage | None = None
    pdf: bytes | None = None
    error: ClerkError | None = None


class AttachmentDialog(QDialog):
    """Shows one attachment; ``wants_copy`` when the clerk asked for a copy of the file."""

    def __init__(self, context: Context, row: AttachmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("attachmentDialog")
        self.setModal(True)
        words = [term(row.kind.label), row.person, row.name]
        self.setWindowTitle("　".join(filter(None, words)))
        self.wants_copy = False
        self.error_strip = ErrorStrip(self)
        self.picture = PictureView()
        self.preview = PdfPreview(context.tasks)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.picture)
        self.stack.addWidget(self.preview)
        self.save_button = Button("attachmentCopy", self.tr("另存为…"), icon_name="download", shortcut="Ctrl+S")
        close = PrimaryButton("attachmentClose", self.tr("关闭"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(self.error_strip)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
        close.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._copy)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(860), room.width() - 80), min(theme.px(700), room.height() - 80))
        context.tasks.run(partial(_read, context.workspace, row.id), on_done=partial(self._show, row.name), owner=self)

    def _show(self, name: str, content: Content) -> None:
        if content.error is not None:
            self.error_strip.show_error(content.error)
            self.picture.setEnabled(False)
            self.save_button.setFocus()
        elif content.pdf is not None:
            self.stack.setCurrentWidget(self.preview)
            self.preview.show_pdf(content.pdf)
            self.preview.setFocus()
        elif content.picture is not None:
            self.picture.show_picture(content.picture, name)
            self.picture.setFocus()

    @Slot()
    def _copy(self) -> None:
        self.wants_copy = True
        self.accept()

    @classmethod
    def look(cls, parent: QWidget, context: Context, row: AttachmentRow) -> bool:
        """Show it until it is closed; True when a copy of the file is wanted."""
        dialog = cls(context, row, parent)
        dialog.exec()
        wants_copy = dialog.wants_copy
        dialog.deleteLater()
        return wants_copy


def _read(workspace: Workspace, attachment_id: str, _progress: Progress) -> Content:
    """Read and decode in the database thread, so that a large photo does not stop the window."""
    try:
        found, content = content_of(workspace, attachment_id)
    except ClerkError as error:
        return Content(error=error)
    if found.media_type != "application/pdf":
        picture = read_picture(content)
        unreadable = UserError("图片“{name}”打不开，可能已损坏：可以另存后用别的程序试试。", name=found.name)
        return Content(error=unreadable) if picture.isNull() else Content(picture=picture)

    try:
        page_count(content)
    except SituationError:
        return Content(
            error=UserError("“{name}”打不开，可能设了密码或已损坏：可以另存后用别的程序试试。", name=found.name)
        )
    return Content(pdf=content)
