"""Taking photos and scans in, several at once: what they are and whose is asked once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import ClerkError
from clerk_app.services.attachments import AttachmentEntry, add_attachment, read_file
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.dialogs.person_choice import PersonCombo
from clerk_app.ui.tasks import Cancelled, Progress
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

KILOBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to take in; ``error`` says why it cannot be, ``is_added`` that it was."""

    path: Path
    size: int = 0
    error: ClerkError | None = None
    is_added: bool = False


def size_words(size: int) -> str:
    """Return a file's size as a clerk knows it from the folder window."""
    if size < KILOBYTE * KILOBYTE:
        return f"{-(-size // KILOBYTE)} KB"
    return f"{size / KILOBYTE / KILOBYTE:.1f} MB"


class AttachDialog(ActDialog):
    """The files with what is wrong with any of them; those that cannot be taken in do not stop the others."""

    least_width = 560

    def __init__(
        self, context: Context, file: HouseholdFile, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "attachDialog", "", parent=parent)
        self.setWindowTitle(self.tr("添加附件"))
        self.save_button.setText(self.tr("添加"))
        self._household_id = file.household.id
        self.candidates: tuple[Candidate, ...] = tuple(Candidate(path) for path in paths)
        self._build_list()
        self._people = PersonCombo([member.person for member in file.members], optional=True)
        self.kind = Field("kind", self.tr("种类"), NarrowCombo(tuple(AttachmentKind)), required=True)
        self.person = Field("person", self.tr("成员"), self._people, hint=self.tr("不选就是全户的"))
        self.note = Field("note", self.tr("说明"), LineEdit(placeholder=self.tr("如 2026 年低保申请")))
        fields = (self.kind, self.person, self.note)
        self.body.addWidget(FieldGrid(fields, columns=2, wide=(self.note,)))
        self.start(FieldSet(fields, parent=self))
        self.save_button.setEnabled(False)
        self.kind.editor.setFocus()
        context.tasks.run(partial(_look_at, paths), on_done=self._show, owner=self)

    def _build_list(self) -> None:
        theme = current_theme()
        content = QWidget()
        content.setObjectName("attachFiles")
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, theme.px(8), 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self._area = QScrollArea()
        self._area.setObjectName("attachArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("要添加的文件"))
        self._area.setWidget(content)
        self.body.addWidget(self._area, 1)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile, paths: Sequence[Path]) -> bool:
        """Run it; True when all files were taken in."""
        return cls(context, file, paths, parent).run_and_go()

    # the files

    @property
    def waiting(self) -> tuple[Path, ...]:
        """The files that can still be taken in."""
        return tuple(each.path for each in self.candidates if each.error is None and not each.is_added)

    def _show(self, candidates: tuple[Candidate, ...]) -> None:
        self.candidates = tuple(sorted(candidates, key=lambda each: each.error is None))  # what went wrong comes first
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, candidate in enumerate(self.candidates):
            self._show_line(row * 2, candidate)
        self._grid.setRowStretch(len(candidates) * 2, 1)
        theme = current_theme()
        lines = sum(1 + (each.error is not None) for each in candidates)
        room = max(self.screen().availableSize().height() - theme.px(400), theme.px(72))
        self._area.setMinimumHeight(min(lines * theme.px(28) + theme.px(12), theme.px(220), room))
        self.save_button.setEnabled(bool(self.waiting))

    def _show_line(self, row: int, candidate: Candidate) -> None:
        place = row // 2
        name = QLabel(candidate.path.name)
        name.setObjectName(f"attachName_{place}")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setToolTip(candidate.path.name)
        name.setMinimumWidth(1)
        state = QLabel(self.tr("已添加") if candidate.is_added else size_words(candidate.size))
        state.setObjectName(f"attachState_{place}")
        state.setProperty("role", "label")
        state.setVisible(candidate.error is None)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(state, row, 1, Qt.AlignmentFlag.AlignRight)
        if candidate.error is not None:
            why = QLabel(message_of(candidate.error))
            why.setObjectName(f"attachError_{place}")
            why.setProperty("role", "error")
            why.setTextFormat(Qt.TextFormat.PlainText)
            why.setWordWrap(True)
            self._grid.addWidget(why, row + 1, 0, 1, 2)

    # storing

    def save(self) -> None:
        """Take the files in."""
        kind = cast("NarrowCombo", self.kind.editor).require("kind", self.tr("种类"))
        person = self._people.optional_person("person")
        entry = AttachmentEntry(
            household_id=self._household_id,
            kind=cast("AttachmentKind", kind),
            person_id=None if person is None else person.id,
            note=self.note.editor.raw,
        )
        self.carry_out(partial(_add, self.context.workspace, entry, self.candidates), "")

    def _done(self, result: object) -> None:
        self._show(cast("tuple[Candidate, ...]", result))
        added = sum(each.is_added for each in self.candidates)
        self._message = self.tr("已添加 {n} 个附件").format(n=added)
        if all(each.is_added for each in self.candidates):
            super()._done(result)
            return
        if added:
            self.context.status(self._message)
        self.fields.mark_saved()
        self.cancel_button.setText(self.tr("关闭"))
        if not self.waiting:
            self.save_button.setEnabled(False)
            self.cancel_button.setFocus()


def _look_at(paths: Sequence[Path], _progress: Progress) -> tuple[Candidate, ...]:
    """Say of each file whether it can be taken in."""
    found = []
    for path in paths:
        try:
            found.append(Candidate(path, len(read_file(path))))
        except ClerkError as error:
            found.append(Candidate(path, error=error))
    return tuple(found)


def _add(
    workspace: Workspace, entry: AttachmentEntry, candidates: Sequence[Candidate], progress: Progress
) -> tuple[Candidate, ...]:
    """Take in those that wait, each an act of its own; a stop leaves the rest waiting."""
    done = list(candidates)
    for place, each in enumerate(candidates):
        if each.error is not None or each.is_added:
            continue
        try:
            progress(place, len(candidates))
            add_attachment(workspace, entry, each.path)
        except Cancelled:
            break
        except ClerkError as error:
            done[place] = Candidate(each.path, each.size, error)
        else:
            done[place] = Candidate(each.path, each.size, is_added=True)
    return tuple(done)
