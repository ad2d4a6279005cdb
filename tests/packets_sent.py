"""The packets that a laptop wrote, as its history tells them."""

from __future__ import annotations

from clerk_app.services.exchange_history import Sent, exchange_history
from clerk_app.services.workspace import Workspace


def written_packets(workspace: Workspace) -> tuple[Sent, ...]:
    """Return them, the newest first."""
    return tuple(each for each in exchange_history(workspace) if isinstance(each, Sent))
