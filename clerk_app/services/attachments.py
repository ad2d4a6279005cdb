"""Photos and scanned papers of a household: taken in, shown, given out, taken away; the files travel with the acts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from clerk_app.domain.attachment import Attachment, AttachmentId, AttachmentKind, shown_name, stem_to_write
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.errors import SituationError, UserError
from clerk_app.files import write_whole
from clerk_app.services.whole_files import require_whole
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files
from clerk_app.storage.unit_of_work import UnitOfWork, new_id

LARGEST: Final = 5 * 1024 * 1024
"""Bytes: every file goes through the stick; a scan of a page at 200 dpi has a tenth of it."""
_TYPES: Final = (
    (b"\xff\xd8\xff", "image/jpeg", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
    (b"%PDF-", "application/pdf", ".pdf"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentEntry:
    """What the clerk says of a file: whose it is and what it shows; without a person it is the household's."""

    household_id: HouseholdId
    kind: AttachmentKind
    person_id: PersonId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """An attachment as it is listed; ``person`` is empty for the household's own, ``is_here`` false while its file is on its way."""

    id: AttachmentId
    kind: AttachmentKind
    name: str
    person: str
    media_type: str
    size: int
    added_on: str
    note: str
    is_here: bool


def read_file(path: Path) -> bytes:
    """Return a file that may be attached; raises UserError for a wrong kind or size and for one that was copied half, SituationError when
    it cannot be read.
    """
    if path.exists() and not path.is_file():  # a folder; a device or a pipe would never come to an end
        raise UserError("“{name}”不是文件：请选一张照片或一个 PDF。", field="file", name=path.name[:80])
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise SituationError(
            "文件“{name}”读不出来：请检查它还在不在、是否正被别的程序占用。", name=path.name
        ) from error
    if size > LARGEST:
        raise UserError(
            "“{name}”有 {size} MB，超过 {most} MB：请用较低的分辨率重新拍照或扫描。",
            field="file",
            name=path.name,
            size=-(-size // 2**20),
            most=LARGEST // 2**20,
        )
    require_whole(path.name, content, media_type_of(path.name, content))
    return content


def media_type_of(name: str, content: bytes) -> str:
    """Return what a file is by its first bytes; raises UserError for what may not be attached."""
    return _type_of(name, content)[0]


def _type_of(name: str, content: bytes) -> tuple[str, str]:
    for beginning, media_type, ending in _TYPES:
        if content.startswith(beginning):
            return media_type, ending
    raise UserError("“{name}”不是照片或 PDF：只收 JPG、PNG 和 PDF 文件。", field="file", name=name[:80])


def add_attachment(workspace: Workspace, entry: AttachmentEntry, path: Path) -> Attachment:
    """Take a file in; the file of the clerk stays where it is. The same file twice in a household is refused with its name.

    Raises UserError also for a person who does not belong to the household.
    """
    content = read_file(path)
    if len(entry.note) > LONGEST_TEXT:
        raise UserError("文字太长：最多 {most} 个字。", field="note", most=LONGEST_TEXT)
    with workspace.unit_of_work("add_attachment") as uow:
        return attach(uow, entry, path.name, content, workspace.today())


def attach(uow: UnitOfWork, entry: AttachmentEntry, name: str, content: bytes, today: date) -> Attachment:
    """Take a file's content in inside an open act; the checks of ``add_attachment``."""
    media_type = media_type_of(name, content)
    sha256 = hashlib.sha256(content).hexdigest()
    household = uow.households.get(entry.household_id)
    if entry.person_id is not None and not uow.memberships.find(person_id=entry.person_id, household_id=household.id):
        raise UserError("这个人不属于这一户：请在他现在的户里添加附件。", field="person")
    for known in uow.attachments.find(household_id=household.id, sha256=sha256, removed_on=None):
        if known.person_id == entry.person_id:
            raise UserError("这个文件已经添加过（{name}）：不用再添加。", field="file", name=known.name)
    uow.subject = household.id
    attached_files.put(uow.connection, sha256, content)
    return uow.attachments.add(
        Attachment(
            id=AttachmentId(new_id()),
            household_id=household.id,
            person_id=entry.person_id,
            kind=entry.kind,
            name=shown_name(name)[:LONGEST_TEXT],
            media_type=media_type,
            size=len(content),
            sha256=sha256,
            added_on=today,
            note=plain_text(entry.note, "note"),
        )
    )


def attachments_of(workspace: Workspace, household_id: HouseholdId) -> tuple[AttachmentRow, ...]:
    """Return a household's attachments, oldest first."""
    with workspace.store.reading() as connection:
        found = attached_files.attachments_of(connection, household_id)
        here = attached_files.present(connection)
    return tuple(row_of(each, person, is_here=each.sha256 in here) for each, person in found)


def row_of(attachment: Attachment, person: str, *, is_here: bool) -> AttachmentRow:
    """Return an attachment as it is listed."""
    return AttachmentRow(
        id=attachment.id,
        kind=attachment.kind,
        name=attachment.name,
        person=person,
        media_type=attachment.media_type,
        size=attachment.size,
        added_on=attachment.added_on.isoformat(),
        note=attachment.note,
        is_here=is_here,
    )


def content_of(workspace: Workspace, attachment_id: str) -> tuple[Attachment, bytes]:
    """Return an attachment with its file, every byte checked.

    Raises UserError for an unknown one, SituationError while the file is on its way from another laptop or when it is damaged.
    """
    with workspace.store.reading() as connection:
        found = attached_files.attachment(connection, attachment_id)
        if found is None:
            raise UserError("找不到这个附件：请刷新后重试。")
        content = attached_files.content(connection, found.sha256)
    if content is None:
        raise SituationError("附件“{name}”还没有从另一台电脑传来：请导入县里最新的回执后再看。", name=found.name)
    if hashlib.sha256(content).hexdigest() != found.sha256:
        raise SituationError("附件“{name}”的内容与登记时不同，可能已损坏：请用最近的备份恢复。", name=found.name)
    return found, content


def save_copy(workspace: Workspace, attachment_id: str, folder: Path) -> Path:
    """Write an attachment's file into a folder under its own name, or that with a number where one is taken; returns the path."""
    found, content = content_of(workspace, attachment_id)
    _, ending = _type_of(found.name, content)
    stem = stem_to_write(found.name, found.kind.value)
    path = folder / f"{stem}{ending}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{ending}"
    write_whole(path, content)
    return path


def remove_attachment(workspace: Workspace, attachment_id: str, reason: str) -> Attachment:
    """Take an attachment away from the lists; record and file stay in the history. Raises UserError without a reason."""
    if not reason.strip():
        raise UserError("请填写移除原因，例如“拍错了人”。", field="reason")
    with workspace.unit_of_work("remove_attachment", reason.strip()) as uow:
        found = uow.attachments.get(attachment_id)
        if found.removed_on is not None:
            raise UserError("这个附件已经移除：不用再办。")
        uow.subject = found.household_id
        return uow.attachments.save(replace(found, removed_on=workspace.today()))
