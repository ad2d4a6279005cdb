"""What the county's newest answer says is in force in this village, and what of it never came here: the next packet asks for that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from clerk_app.domain.publication import standing
from clerk_app.services.lacking_files import lacking
from clerk_app.storage import peer, publications

if TYPE_CHECKING:
    from clerk_app.exchange.publication_list import Listed, PublicationList
    from clerk_app.storage.peer import Session
    from clerk_app.storage.publications import Place

PUBLISHED: Final = "publications"
"""Where the account of an imported answer keeps the document."""


def told_list(session: Session) -> PublicationList | None:
    """Return what the newest answer of the county says, None where no answer has said it yet."""
    from clerk_app.exchange.publication_list import read_list  # noqa: PLC0415 - the start need not load what reads packets

    row = peer.newest_answer(session)
    kept = None if row is None or not row.account else json.loads(row.account).get(PUBLISHED)
    return None if kept is None else read_list(kept.encode())


def is_in_force(session: Session, place: Place, sha256: str) -> bool:
    """Say whether the newest answer names this publication with this content, so that a later number of its kind does not make it old."""
    told = told_list(session)
    return told is not None and any((each.place, each.sha256) == (place, sha256) for each in told.in_force)


def not_come(session: Session, told: PublicationList | None) -> tuple[Listed, ...]:
    """Return what is in force and has not come to this laptop, unless what was accepted on another one holds its content."""
    county = peer.county(session)
    if told is None or county is None:
        return ()
    here = {(each.epoch, each.number) for each in publications.received(session) if each.county == county.id}
    here |= {
        (each.epoch, each.number)
        for each in standing(publications.decisions(session))
        if each.county == county.id and each.content
    }
    return tuple(each for each in told.in_force if each.place not in here)


def taken_back(session: Session, told: PublicationList | None, before: PublicationList | None) -> tuple[str, ...]:
    """Return the titles of what came here and the county took back since the answer before."""
    county = peer.county(session)
    if told is None or county is None:
        return ()
    fresh = told.withdrawn - (frozenset() if before is None else before.withdrawn)
    came = publications.received(session)
    return tuple(each.title for each in came if each.county == county.id and (each.epoch, each.number) in fresh)


def clashing(session: Session, told: PublicationList | None) -> tuple[Listed, ...]:
    """Return what came here under the same number and says something else: the county was put back to an older copy and counts again."""
    county = peer.county(session)
    if told is None or county is None:
        return ()
    came = {(each.epoch, each.number): each for each in publications.received(session) if each.county == county.id}
    return tuple(
        each for each in told.in_force if each.place in came and came[each.place].content_sha256 != each.sha256
    )


def count_asked(session: Session) -> int:
    """Return how many attached files and publications have not come: the next packet asks for them, also one without acts."""
    return len(lacking(session)) + len(not_come(session, told_list(session)))


def asked_publications(session: Session) -> frozenset[str]:
    """Return what this laptop's packet asks for of the county's publications: those that did not come, or to be told of them for the first time."""
    from clerk_app.exchange.publication_list import NEVER_TOLD  # noqa: PLC0415 - as above

    if peer.county(session) is None:
        return frozenset()
    told = told_list(session)
    return frozenset({NEVER_TOLD} if told is None else (each.request for each in not_come(session, told)))
