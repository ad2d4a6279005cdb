"""The files behind attachments: each kept once, known by its SHA-256, encrypted with the rest of the database."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, select, text

from clerk_app.domain.attachment import Attachment, AttachmentKind
from clerk_app.errors import SituationError
from clerk_app.storage import records
from clerk_app.storage.people_tables import ATTACHED_FILE, ATTACHMENT
from clerk_app.storage.tables import PERSON

_AT_ONCE = 400


def put(connection: Connection, sha256: str, content: bytes) -> None:
    """Keep a file; one that is here already stays as it is."""
    connection.execute(
        text(
            "INSERT INTO attached_file (sha256, content, size) VALUES (:sha256, :content, :size) ON CONFLICT DO NOTHING"
        ),
        {"sha256": sha256, "content": content, "size": len(content)},
    )


def content(connection: Connection, sha256: str) -> bytes | None:
    """Return a file, or None when it is not here."""
    found = connection.execute(select(ATTACHED_FILE.c.content).where(ATTACHED_FILE.c.sha256 == sha256)).scalar()
    return None if found is None else bytes(found)


def contents(
    connection: Connection, wanted: Collection[str], *, most_bytes: int | None = None, most: int | None = None
) -> Mapping[str, bytes]:
    """Return those of these files that are here, by SHA-256; only as many as keep below ``most_bytes``, and no more than ``most``."""
    found: dict[str, bytes] = {}
    total = 0
    for sha256, size in sorted(sizes(connection, wanted).items()):
        if (most_bytes is None or total + size <= most_bytes) and (most is None or len(found) < most):
            found[sha256] = content(connection, sha256) or b""
            total += size
    return found


def sizes(connection: Connection, wanted: Collection[str]) -> Mapping[str, int]:
    """Return the bytes of those of these files that are here, by SHA-256."""
    every = sorted(wanted)
    found: dict[str, int] = {}
    for start in range(0, len(every), _AT_ONCE):
        some = ATTACHED_FILE.c.sha256.in_(every[start : start + _AT_ONCE])
        found |= {
            row.sha256: row.size
            for row in connection.execute(select(ATTACHED_FILE.c.sha256, ATTACHED_FILE.c.size).where(some))
        }
    return found


def let_go(connection: Connection, unwanted: Collection[str]) -> None:
    """Remove those of these files that no attachment names, such as the papers of a household that was sent back."""
    kept = select(ATTACHMENT.c.sha256)
    for sha256 in sorted(unwanted):
        gone = (ATTACHED_FILE.c.sha256 == sha256) & ATTACHED_FILE.c.sha256.not_in(kept)
        connection.execute(delete(ATTACHED_FILE).where(gone))


def require_whole(connection: Connection) -> None:
    """Raise SituationError at a file whose bytes are not those of its SHA-256."""
    for row in connection.execute(
        select(ATTACHED_FILE.c.sha256, ATTACHED_FILE.c.content).execution_options(yield_per=8)
    ):
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            raise SituationError("有附件的内容与登记时不同，可能已损坏：请用最近的备份恢复。")


def present(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of every file here."""
    return frozenset(connection.execute(select(ATTACHED_FILE.c.sha256)).scalars())


def attachments_of(connection: Connection, household_id: str) -> tuple[tuple[Attachment, str], ...]:
    """Return a household's attachments that were not taken away, oldest first, each with the person's name or nothing."""
    statement = (
        select(ATTACHMENT, PERSON.c.name.label("person_name"))
        .outerjoin(PERSON, PERSON.c.id == ATTACHMENT.c.person_id)
        .where(ATTACHMENT.c.household_id == household_id, ATTACHMENT.c.removed_on.is_(None))
        .order_by(ATTACHMENT.c.id)
    )
    return tuple(
        (records.ATTACHMENT.from_row(row), row["person_name"] or "") for row in connection.execute(statement).mappings()
    )


def attachment(connection: Connection, attachment_id: str) -> Attachment | None:
    """Return the attachment with this id, or None."""
    row = connection.execute(select(ATTACHMENT).where(ATTACHMENT.c.id == attachment_id)).mappings().first()
    return None if row is None else records.ATTACHMENT.from_row(row)


def photo_of(connection: Connection, person_id: str) -> Attachment | None:
    """Return the newest picture of a person that was not taken away, in whatever household it was taken in; or None."""
    statement = (
        select(ATTACHMENT)
        .where(
            ATTACHMENT.c.person_id == person_id,
            ATTACHMENT.c.kind == AttachmentKind.PHOTO.value,
            ATTACHMENT.c.media_type.startswith("image/"),
            ATTACHMENT.c.removed_on.is_(None),
        )
        .order_by(ATTACHMENT.c.id.desc())
        .limit(1)
    )
    row = connection.execute(statement).mappings().first()
    return None if row is None else records.ATTACHMENT.from_row(row)


def missing(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of files that attachments name and that are not here; another laptop's may still be on their way."""
    here = select(ATTACHED_FILE.c.sha256)
    statement = select(ATTACHMENT.c.sha256).where(ATTACHMENT.c.removed_on.is_(None), ATTACHMENT.c.sha256.not_in(here))
    return frozenset(connection.execute(statement).scalars())
