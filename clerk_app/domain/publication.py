"""What the county publishes to its villages, and what a village decided about it. It takes effect by its date, never by its arrival."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from clerk_app.domain.codes import Coded
from clerk_app.errors import SituationError

PublicationId = NewType("PublicationId", str)


class PublicationKind(Coded):
    """What a publication is about; the code is the kind of its packets."""

    PACK = "policy-pack", "政策包"
    PARAMETERS = "parameters", "本地标准"
    LIST = "county-list", "县里名单"
    REGIONS = "region-codes", "村代码表"


PACKET_KINDS: Final = frozenset(kind.value for kind in PublicationKind)
"""The kinds of packets that carry publications."""


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

    @property
    def place(self) -> tuple[str, int, int]:
        """What names the publication, whoever decided about it: the county, its epoch and number."""
        return self.county, self.epoch, self.number

    def checked_content(self) -> bytes:
        """Return the content; raises SituationError when it is no longer what came from the county."""
        data = self.content.encode()
        if hashlib.sha256(data).hexdigest() != self.content_sha256:
            raise SituationError(
                "县里第 {number} 号来文“{title}”的内容与校验值不符，数据可能损坏：请不要继续录入，用最近的备份恢复。",
                number=self.number,
                title=self.title,
            )
        return data

    def holds_on(self, day: date) -> bool:
        """Say whether it was accepted and a day is one of its days."""
        return self.accepted and self.from_on <= day and (self.to_on is None or day <= self.to_on)


def series_of(kind: PublicationKind, title: str) -> str:
    """Return what a later number replaces: all of a kind, of lists those of one name."""
    return f"{kind.value}:{title}" if kind is PublicationKind.LIST else kind.value


def standing(decisions: Iterable[Publication]) -> tuple[Publication, ...]:
    """Return the last decision about each publication, of all decisions in the order they were taken."""
    return tuple({each.place: each for each in decisions}.values())
