"""The attached files that laptops asked the county for: what an earlier answer could not bring, or was lost with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from clerk_app.storage.county_tables import ASKED_FILE, RECORDS


def note_asked(connection: Connection, install: str, files: Collection[str]) -> None:
    """Keep what a laptop's packet asks for, in place of what it asked before."""
    connection.execute(delete(ASKED_FILE).where(ASKED_FILE.c.install == install))
    if files:
        connection.execute(insert(ASKED_FILE), [{"install": install, "sha256": sha256} for sha256 in sorted(files)])


def asked(connection: Connection) -> dict[str, frozenset[str]]:
    """Return by laptop everything that its newest packet asked for: files and publications."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for install, sha256 in connection.execute(select(ASKED_FILE.c.install, ASKED_FILE.c.sha256)):
        found[install].add(sha256)
    return {install: frozenset(files) for install, files in found.items()}


def asked_for(connection: Connection, install: str, village: str, offered: Collection[str]) -> frozenset[str]:
    """Return those files a laptop asked for that it may have: named by its own village's attachments, or offered to the village."""
    asked = frozenset(connection.execute(select(ASKED_FILE.c.sha256).where(ASKED_FILE.c.install == install)).scalars())
    if not asked:
        return asked
    attachment = RECORDS["attachment"]
    own = frozenset(connection.execute(select(attachment.c.sha256).where(attachment.c.village == village)).scalars())
    return asked & (own | frozenset(offered))
