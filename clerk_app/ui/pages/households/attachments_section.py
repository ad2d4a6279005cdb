"""附件 of a household: photos and scanned papers, taken in by a button or by dropping files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from clerk_app.domain.household import HouseholdFile
from clerk_app.services.attachments import AttachmentRow, remove_attachment
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.pages.households.sections import TableSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.dropping import dropped_files
from clerk_app.ui.widgets.strips import Strip
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

translate = QCoreApplication.translate


def attachment_columns() -> tuple[Column[AttachmentRow], ...]:
    """Return the columns of attachments."""
    return (
        Column("kind", translate("AttachmentTable", "种类"), lambda row: term(row.kind.label), width=144),
        Column("person", translate("AttachmentTable", "姓名"), _person, width=104),
        Column("name", translate("AttachmentTable", "文件"), lambda row: row.name, width=260),
        Column(
            "size", translate("AttachmentTable", "大小"), _size, Kind.NUMBER, width=92, sort_by=lambda row: row.size
        ),
        Column("added_on", translate("AttachmentTable", "添加日期"), lambda row: row.added_on, Kind.DATE, width=112),
        Column("here", translate("AttachmentTable", "状态"), _state, Kind.CHIP, width=120),
        Column("note", translate("AttachmentTable", "说明"), lambda row: row.note, width=120, stretch=True),
    )


def _person(row: AttachmentRow) -> str:
    return row.person or translate("AttachmentTable", "全户")


def _size(row: AttachmentRow) -> str:
    from clerk_app.ui.dialogs.attachment_add import size_words  # noqa: PLC0415 - the form is read when it is wanted

    return size_words(row.size)


def _state(row: AttachmentRow) -> ChipState | None:
    return None if row.is_here else ChipState(translate("AttachmentTable", "还没传到"), Tone.DUE)


class AttachmentsSection(TableSection[AttachmentRow]):
    """The household's attachments; each can be looked at, given out and taken away."""

    def __init__(self, context: Context, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__("fileAttachments", "", attachment_columns(), memory, none="", parent=parent)
        self._context = context
        self._file: HouseholdFile | None = None
        self._is_fixed = True
        self.title.setText(self.tr("附件"))
        self.setAccessibleName(self.tr("附件"))
        self.none.setText(self.tr("没有附件：点“添加…”，或把照片、扫描件（JPG、PNG、PDF）拖到这一页"))
        self.strip = Strip("attachmentStrip")
        self.add(self.strip)
        self._add = QuietButton("attachmentAdd", self.tr("添加…"))
        self._open = QuietButton("attachmentOpen", self.tr("查看"))
        self._save = QuietButton("attachmentSave", self.tr("另存为…"))
        self._remove = QuietButton("attachmentRemove", self.tr("移除"))
        for button in (self._add, self._open, self._save, self._remove):
            self.add_aside(button)
        self._add.clicked.connect(self._choose_files)
        self._open.clicked.connect(self._look)
        self._save.clicked.connect(self._ask_folder)
        self._remove.clicked.connect(self._ask_removal)
        self.view.current_changed.connect(self._follow)
        self.record_chosen.connect(self._look)
        self.take_drops_on(self)

    def show_attachments(self, file: HouseholdFile, rows: tuple[AttachmentRow, ...], *, is_fixed: bool) -> None:
        """Show the attachments of a household; ``is_fixed`` lets nothing be changed."""
        self._file, self._is_fixed = file, is_fixed
        self.show_rows(rows)
        self._add.setEnabled(not is_fixed)
        missing = sum(not row.is_here for row in rows)
        if missing:
            text = self.tr("{n} 个附件的文件还没有从另一台电脑传来：导入县里最新的回执后就能看")
            self.strip.tell(text.format(n=missing), Tone.DUE)
        else:
            self.strip.hide()
        self._follow(self.view.current_record())

    @Slot(object)
    def _follow(self, row: AttachmentRow | None) -> None:
        is_here = row is not None and row.is_here
        self._open.setEnabled(is_here)
        self._save.setEnabled(is_here)
        self._remove.setEnabled(row is not None and not self._is_fixed)

    # taking in

    def take_drops_on(self, widget: QWidget) -> None:
        """Let files be dropped on a widget: the section itself, or the page on which it may be out of sight."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take files that are dropped."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and not self._is_fixed:
            paths = dropped_files(event.mimeData())
            if paths and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.add_files(paths)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _choose_files(self) -> None:
        kinds = self.tr("照片和扫描件") + " (*.jpg *.jpeg *.png *.pdf)"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("添加附件"), str(Path.home()), kinds)
        if chosen:
            self.add_files(tuple(Path(path) for path in chosen))

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Ask what these files are, and take them in."""
        from clerk_app.ui.dialogs.attachment_add import AttachDialog  # noqa: PLC0415 - when it is wanted

        if self._file is not None:
            AttachDialog.ask(self, self._context, self._file, paths)

    # one of them

    @Slot()
    def _look(self) -> None:
        from clerk_app.ui.dialogs.attachment_view import AttachmentDialog  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is not None and row.is_here and AttachmentDialog.look(self, self._context, row):
            self._ask_folder()

    @Slot()
    def _ask_folder(self) -> None:
        from clerk_app.ui.dialogs.attachment_copy import ask_copy  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is not None:
            ask_copy(self, self._context, row, disable=(self._save,))

    @Slot()
    def _ask_removal(self) -> None:
        from clerk_app.ui.dialogs.reason import ReasonDialog  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is None:
            return
        dialog = ReasonDialog(
            "attachmentRemoval",
            self.tr("移除附件"),
            self.tr("移除“{name}”。它不再列出，历史里仍然查得到。").format(name=row.name),
            accept=self.tr("移除"),
            placeholder=self.tr("如 拍错了人"),
            parent=self,
        )
        if dialog.run():
            self._context.tasks.run(
                partial(_remove, self._context.workspace, row.id, dialog.reason),
                on_done=partial(self._tell_removal, row.name),
                changed=frozenset({Changed.HOUSEHOLD}),
                owner=self,
                disable=(self._remove,),
            )

    def _tell_removal(self, name: str, _done: object) -> None:
        self._context.status(self.tr("已移除附件：{name}").format(name=name))


def _remove(workspace: Workspace, attachment_id: str, reason: str, _progress: Progress) -> None:
    remove_attachment(workspace, attachment_id, reason)
