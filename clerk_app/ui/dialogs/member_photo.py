"""A person's photo in the person's form: shown small, put in by button or by dropping a file, opened large."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.services.photos import photo_of, put_photo
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.attachment_copy import ask_copy
from clerk_app.ui.dialogs.attachment_view import AttachmentDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.dropping import dropped_files
from clerk_app.ui.widgets.picture_view import read_picture

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdId, PersonId
    from clerk_app.services.attachments import AttachmentRow
    from clerk_app.services.workspace import Workspace

WIDTH, HEIGHT = 112, 144
"""Pixels of the frame, in the shape of the photo on a card."""
_SHARP = 2
"""Times the frame's pixels that are kept, for screens with small ones."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What there is to show: the attachment and its picture, or why there is no picture."""

    row: AttachmentRow | None = None
    picture: QImage | None = None
    error: ClerkError | None = None


class MemberPhoto(QWidget):
    """The photo of one member; putting one in is an act of its own, at once and apart from the form's saving."""

    def __init__(
        self, context: Context, household_id: HouseholdId, person_id: PersonId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("memberPhoto")
        self.setAcceptDrops(True)
        self._context = context
        self._household_id = household_id
        self._person_id = person_id
        self._row: AttachmentRow | None = None
        theme = current_theme()
        self.picture = QLabel()
        self.picture.setObjectName("memberPhotoPicture")
        self.picture.setFixedSize(theme.px(WIDTH), theme.px(HEIGHT))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.note = QLabel()
        self.note.setObjectName("memberPhotoNote")
        self.note.setWordWrap(True)
        self.note.setProperty("role", "error")
        self.note.setFixedWidth(theme.px(WIDTH))
        self.note.hide()
        self.put_button = QuietButton("memberPhotoPut", "")
        self.open_button = QuietButton("memberPhotoOpen", self.tr("打开"))
        self.put_button.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.put_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        caption = QLabel(self.tr("照片"))
        caption.setProperty("role", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(caption)
        column.addWidget(self.picture)
        column.addLayout(buttons)
        column.addWidget(self.note)
        column.addStretch(1)
        self._show(_Shown())
        self._read()

    # showing

    @Slot()
    def _read(self, *_done: object) -> None:
        self._context.tasks.run(
            partial(_read, self._context.workspace, self._person_id), on_done=self._show, owner=self
        )

    def _show(self, shown: _Shown) -> None:
        self._row = shown.row
        has_photo = shown.row is not None
        self.put_button.setText(self.tr("更换…") if has_photo else self.tr("选择…"))
        self.put_button.setAccessibleName(self.tr("更换照片") if has_photo else self.tr("选择照片"))
        self.open_button.setVisible(has_photo)
        self.open_button.setEnabled(shown.picture is not None)
        if shown.picture is not None:
            ratio = self.devicePixelRatioF()
            drawn = QPixmap.fromImage(
                shown.picture.scaled(
                    self.picture.size() * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            drawn.setDevicePixelRatio(ratio)
            self.picture.setPixmap(drawn)
        elif shown.row is not None and not shown.row.is_here:
            self.picture.setText(self.tr("还没传到"))
        else:
            self.picture.setText("" if has_photo else self.tr("把照片拖到这里"))
        self.picture.setAccessibleName(self.tr("照片：{name}").format(name=shown.row.name) if shown.row else "")
        self._tell(shown.error)

    def _tell(self, error: ClerkError | None) -> None:
        self.note.setText("" if error is None else message_of(error))
        self.note.setVisible(error is not None)

    @Slot()
    def _open(self) -> None:
        if self._row is not None and AttachmentDialog.look(self, self._context, self._row):
            ask_copy(self, self._context, self._row)

    # putting in

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("照片") + " (*.jpg *.jpeg *.png)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选择照片"), str(Path.home()), kinds)
        if chosen:
            self.put(Path(chosen))

    def put(self, path: Path) -> None:
        """Take a file in as the person's photo."""
        self._tell(None)
        self._context.tasks.run(
            partial(_put, self._context.workspace, self._household_id, self._person_id, path),
            on_done=self._told,
            on_error=self._refused,
            changed=frozenset({Changed.HOUSEHOLD}),
            owner=self,
            disable=(self.put_button,),
        )

    def _told(self, _done: object) -> None:
        self._context.status(self.tr("照片已放入"))
        self._read()

    def _refused(self, error: UserError) -> None:
        self._tell(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one file, no words."""
        if _one_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the file that is dropped."""
        path = _one_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.put(path)


def _one_file(data: QMimeData) -> Path | None:
    paths = dropped_files(data)
    return paths[0] if len(paths) == 1 else None


def _read(workspace: Workspace, person_id: PersonId, _progress: Progress) -> _Shown:
    """Read and decode in the database thread, so that a large photo does not stop the form."""
    try:
        photo = photo_of(workspace, person_id)
    except ClerkError as error:
        return _Shown(error=error)
    if photo is None or photo.content is None:
        return _Shown(None if photo is None else photo.row)
    picture = read_picture(photo.content, round(current_theme().px(HEIGHT) * _SHARP))
    if picture.isNull():
        unreadable = UserError("图片“{name}”打不开，可能已损坏：可以另存后用别的程序试试。", name=photo.row.name)
        return _Shown(photo.row, error=unreadable)
    return _Shown(photo.row, picture)


def _put(workspace: Workspace, household_id: HouseholdId, person_id: PersonId, path: Path, _progress: Progress) -> None:
    put_photo(workspace, household_id, person_id, path)
