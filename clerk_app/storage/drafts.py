"""The table of unsaved contents."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from clerk_app.storage.tables import DRAFT


def _full(key: str, clerk_id: str) -> str:
    return f"{clerk_id}/{key}"


def put(connection: Connection, *, key: str, clerk_id: str, at: str, content: str) -> None:
    """Store a content, replacing an older one of the same key and clerk."""
    drop(connection, key=key, clerk_id=clerk_id)
    connection.execute(insert(DRAFT).values(key=_full(key, clerk_id), clerk_id=clerk_id, at=at, content=content))


def get(connection: Connection, *, key: str, clerk_id: str) -> str | None:
    """Return a content, or None."""
    return connection.execute(select(DRAFT.c.content).where(DRAFT.c.key == _full(key, clerk_id))).scalar()


def drop(connection: Connection, *, key: str, clerk_id: str) -> None:
    """Remove a content; one that is not there is no error."""
    connection.execute(delete(DRAFT).where(DRAFT.c.key == _full(key, clerk_id)))


def keys(connection: Connection, *, clerk_id: str) -> tuple[str, ...]:
    """Return the keys of a clerk's contents."""
    found = connection.execute(select(DRAFT.c.key).where(DRAFT.c.clerk_id == clerk_id).order_by(DRAFT.c.at)).scalars()
    return tuple(key.split("/", 1)[1] for key in found)
