"""The document ``publications`` of an answer: what the county has in force for the laptop's village, and what it took back.

A laptop compares it with what came and asks for what it lacks in the document ``lacks``. ``docs/packet-format.md`` has the bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from clerk_app.errors import UserError
from clerk_app.exchange.publications import LONGEST_TITLE
from clerk_app.exchange.spelling import exact_bytes, list_of, matching, number_of, read_exact, require_keys, text_of

PUBLICATIONS: Final = "publications"
"""The document's name in the packet."""
MOST_LISTED: Final = 1_000
NEVER_TOLD: Final = hashlib.sha256(b"clerk-app publications 1").hexdigest()
"""What a laptop asks for, beside files, until an answer has brought it this document for the first time."""
_HASH: Final = re.compile(r"[0-9a-f]{64}")
Place = tuple[int, int]
"""The county's epoch and the publication's number."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A publication that holds today or will hold: its place, its title, and the SHA-256 of its content for the village."""

    place: Place
    title: str
    sha256: str

    @property
    def request(self) -> str:
        """What a laptop asks for that lacks it; the content's own hash would not do, for two publications may say the same."""
        epoch, number = self.place
        return hashlib.sha256(f"clerk-app publication {epoch}-{number} {self.sha256}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PublicationList:
    """What holds or will hold for a village, and what was taken back of what it may have been sent."""

    in_force: tuple[Listed, ...] = ()
    withdrawn: frozenset[Place] = frozenset()


def list_bytes(in_force: Iterable[Listed], withdrawn: Iterable[Place]) -> bytes:
    """Return the document as it stands in the packet; of more than it may name, the newest."""
    listed = sorted(in_force, key=lambda each: each.place)[-MOST_LISTED:]
    return exact_bytes(
        {
            "in_force": [[*each.place, each.title, each.sha256] for each in listed],
            "withdrawn": [list(place) for place in sorted(withdrawn)[-MOST_LISTED:]],
        }
    )


def read_list(data: bytes | None) -> PublicationList | None:
    """Read the document, None when it is missing; raises UserError when it is wrong."""
    return None if data is None else read_exact(data, _list, _wrong)


def _list(raw: Any) -> PublicationList:
    require_keys(raw, "in_force", "withdrawn")
    listed = []
    for each in list_of(raw["in_force"], MOST_LISTED):
        epoch, number, title, sha256 = list_of(each, 4, least=4)
        place = (number_of(epoch, 1), number_of(number, 1))
        listed.append(Listed(place, text_of(title, LONGEST_TITLE, least=1), matching(_HASH, sha256)))
    withdrawn = [_place(each) for each in list_of(raw["withdrawn"], MOST_LISTED)]
    return PublicationList(tuple(listed), frozenset(withdrawn))


def _place(raw: Any) -> Place:
    epoch, number = list_of(raw, 2, least=2)
    return number_of(epoch, 1), number_of(number, 1)


def _wrong() -> UserError:
    return UserError("回执里的来文目录看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。")
