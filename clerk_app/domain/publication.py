"""What the county publishes to its villages, and what a village decided about it. It takes effect by its date, never by its arrival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded

PublicationId = NewType("PublicationId", str)


class PublicationKind(Coded):
    """What a publication is about; the code is the kind of its packets."""

    PACK = "policy-pack", "政策包"
    PARAMETERS = "parameters", "本地标准"
    LIST = "county-list", "县里名单"
    REGIONS = "region-codes", "村代码表"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One decision of the village about a publication of its county.

    ``county`` is the county's id, ``epoch`` and ``number`` name the publication there; it holds from ``from_on`` to ``to_on``
    (None: until something later replaces it). ``content`` is canonical JSON, empty for a list and for what was declined;
    ``content_sha256`` is always that of what came. ``reason`` is why it was declined.
    """

    id: PublicationId
    version: int = 0
    county: str
    epoch: int
    number: int
    kind: PublicationKind
    title: str
    from_on: date
    to_on: date | None = None
    content_sha256: str
    content: str = ""
    accepted: bool
    reason: str = ""
    decided_on: date

    def holds_on(self, day: date) -> bool:
        """Say whether it was accepted and a day is one of its days."""
        return self.accepted and self.from_on <= day and (self.to_on is None or day <= self.to_on)
