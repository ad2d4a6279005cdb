"""Which papers of households on their way between villages were written for which laptop: once is enough until it asks."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, func, insert, select

from clerk_app.storage.county_sending_tables import PAPER_SENT
from clerk_app.storage.county_tables import PACKET


def note_sent(connection: Connection, install: str, files: Collection[str]) -> None:
    """Note that these files stand verified on a stick for a laptop."""
    if files:
        packets = _packets(connection, install)
        connection.execute(delete(PAPER_SENT).where((PAPER_SENT.c.install == install) & PAPER_SENT.c.sha256.in_(files)))
        connection.execute(
            insert(PAPER_SENT),
            [{"install": install, "sha256": sha256, "packets": packets} for sha256 in sorted(files)],
        )


def not_shown(connection: Connection, install: str, files: frozenset[str]) -> frozenset[str]:
    """Return those of these files that were never written for a laptop, or of which no packet of it has spoken since: a packet that
    came later asks for what is lacking, and what it does not ask for is there.
    """
    shown = select(PAPER_SENT.c.sha256).where(
        (PAPER_SENT.c.install == install) & (PAPER_SENT.c.packets < _packets(connection, install))
    )
    return files - frozenset(connection.execute(shown).scalars()) if files else files


def _packets(connection: Connection, install: str) -> int:
    statement = select(func.count()).select_from(PACKET).where(PACKET.c.install == install)
    return int(connection.execute(statement).scalar_one())
