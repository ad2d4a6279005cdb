"""Giving a copy of an attachment out: into which folder, and that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from clerk_app.services.attachments import AttachmentRow, save_copy
from clerk_app.ui.context import Context
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

translate = QCoreApplication.translate


def ask_copy(owner: QWidget, context: Context, row: AttachmentRow, *, disable: Sequence[QWidget] = ()) -> None:
    """Ask for a folder and write the file there; nothing happens without one."""
    start = context.settings.last_export_folder or str(Path.home())
    chosen = QFileDialog.getExistingDirectory(owner, translate("AttachmentCopy", "附件另存到哪个文件夹"), start)
    if chosen:
        context.tasks.run(
            partial(_save_copy, context.workspace, row.id, Path(chosen)),
            on_done=partial(_tell, context),
            owner=owner,
            disable=disable,
        )


def _tell(context: Context, path: Path) -> None:
    context.status(translate("AttachmentCopy", "已另存为 {name}").format(name=path.name))


def _save_copy(workspace: Workspace, attachment_id: str, folder: Path, _progress: Progress) -> Path:
    return save_copy(workspace, attachment_id, folder)
