"""The policy packs that came from the county: they live in the data folder and are read from there, each against its hash."""

from __future__ import annotations

from dataclasses import dataclass

from clerk_app.domain.publication import PublicationKind
from clerk_app.exchange.publications import read_packs
from clerk_app.policy.loader import load_texts
from clerk_app.policy.model import Pack
from clerk_app.services.publications import PublicationRow, list_publications, open_publication
from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PublishedPack:
    """A pack that came, with how it stands here."""

    row: PublicationRow
    pack: Pack


def published_packs(workspace: Workspace) -> tuple[PublishedPack, ...]:
    """Return the packs that came, whatever was decided about them, the newest first.

    Raises SituationError when one is no longer what came.
    """
    found = []
    for row in list_publications(workspace):
        if row.kind is PublicationKind.PACK:
            data = open_publication(workspace, row.ref).about.checked_content()
            found.append(PublishedPack(row, load_texts(read_packs(data).packs)))
    return tuple(found)
