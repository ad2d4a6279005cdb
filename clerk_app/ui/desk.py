"""What the frame reads from the open workspace; every function here runs in the database thread."""

from __future__ import annotations

from clerk_app.services.accounts import the_village
from clerk_app.services.conflicts import count_conflicts
from clerk_app.services.exchange import outbox
from clerk_app.services.publications import waiting_publications
from clerk_app.services.work_desk import count_work
from clerk_app.services.workspace import Workspace
from clerk_app.storage.search import find
from clerk_app.ui.context import FrameState, SearchHit


def find_hits(workspace: Workspace, words: str) -> tuple[SearchHit, ...]:
    """Return the people found, each opening its household."""
    with workspace.store.reading() as connection:
        hits = find(connection, words)
    return tuple(
        SearchHit(
            "household",
            hit.household_id,
            hit.name,
            "　".join(filter(None, (hit.id_number, f"{hit.group} {hit.household_number}".strip(), hit.head_name))),
        )
        for hit in hits
    )


def read_frame(workspace: Workspace) -> FrameState:
    """Return village, clerk, what waits for the stick, when the last packet was written, and what the exchange left to a person."""
    waiting = outbox(workspace)
    days = None
    if waiting.last_export_at is not None:
        days = max((workspace.today() - waiting.last_export_at.astimezone().date()).days, 0)
    return FrameState(
        village=the_village(workspace).name,
        clerk=workspace.clerk.name,
        unsent_acts=waiting.acts,
        last_exchange_days=days,
        counts={
            "exchange": count_work(workspace) + count_conflicts(workspace),
            "settings": len(waiting_publications(workspace)),
        },
    )
