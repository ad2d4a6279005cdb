"""A person's photo: the newest picture among the attachments that says it is one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from clerk_app.domain.attachment import Attachment, AttachmentKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.errors import UserError
from clerk_app.services.attachments import (
    AttachmentEntry,
    AttachmentRow,
    attach,
    content_of,
    media_type_of,
    read_file,
    row_of,
)
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, people_queries

REPLACED: Final = "更换照片"
"""Why a photo was taken away when another took its place."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A person's photo as an attachment is listed, with its bytes; None while they are on their way from another laptop."""

    row: AttachmentRow
    content: bytes | None


def photo_of(workspace: Workspace, person_id: PersonId) -> Photo | None:
    """Return somebody's photo, None without one; raises SituationError for a damaged file."""
    with workspace.store.reading() as connection:
        found = attached_files.photo_of(connection, person_id)
        person = people_queries.person_by_id_or_temporary_number(connection, person_id)
        is_here = found is not None and bool(attached_files.sizes(connection, (found.sha256,)))
    if found is None:
        return None
    row = row_of(found, person.name if person else "", is_here=is_here)
    return Photo(row, content_of(workspace, found.id)[1] if is_here else None)


def put_photo(workspace: Workspace, household_id: HouseholdId, person_id: PersonId, path: Path) -> Attachment:
    """Take in a photo of a member; one that is there already is taken away in the same moment and stays in the history.

    Raises UserError for what is no picture, the photo that is there already, or somebody who is no member; SituationError when the
    file cannot be read.
    """
    content = read_file(path)
    if not media_type_of(path.name, content).startswith("image/"):
        raise UserError("“{name}”不是照片：请选 JPG 或 PNG 文件。", field="file", name=path.name[:80])
    entry = AttachmentEntry(household_id=household_id, kind=AttachmentKind.PHOTO, person_id=person_id)
    with workspace.batch() as batch:
        before = attached_files.photo_of(batch.connection, person_id)
        with batch.act("add_attachment") as uow:
            added = attach(uow, entry, path.name, content, workspace.today())
        if before is not None:
            with batch.act("remove_attachment", REPLACED) as uow:
                uow.subject = before.household_id
                uow.attachments.save(replace(before, removed_on=workspace.today()))
    return added
