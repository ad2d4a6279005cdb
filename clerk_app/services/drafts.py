"""What a clerk had typed and not yet saved; it is this laptop's own and no act."""

from __future__ import annotations

import json
from collections.abc import Mapping

from clerk_app.services.workspace import Workspace
from clerk_app.storage import drafts
from clerk_app.storage.unit_of_work import utc_text


def save_draft(workspace: Workspace, key: str, content: Mapping[str, object]) -> None:
    """Keep a form's content under a key, encrypted like everything else."""
    with workspace.store.writing() as connection:
        drafts.put(
            connection,
            key=key,
            clerk_id=workspace.clerk.id,
            at=utc_text(workspace.clock.now()),
            content=json.dumps(content, ensure_ascii=False),
        )


def load_draft(workspace: Workspace, key: str) -> dict[str, object] | None:
    """Return this clerk's kept content, or None."""
    with workspace.store.reading() as connection:
        content = drafts.get(connection, key=key, clerk_id=workspace.clerk.id)
    return None if content is None else dict(json.loads(content))


def discard_draft(workspace: Workspace, key: str) -> None:
    """Forget a kept content, after it was saved for good or thrown away by the clerk."""
    with workspace.store.writing() as connection:
        drafts.drop(connection, key=key, clerk_id=workspace.clerk.id)


def draft_keys(workspace: Workspace) -> tuple[str, ...]:
    """Return the keys of this clerk's kept contents."""
    with workspace.store.reading() as connection:
        return drafts.keys(connection, clerk_id=workspace.clerk.id)
