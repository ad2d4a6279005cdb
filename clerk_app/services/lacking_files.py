"""Attached files that are named here and not here: an answer brings only so much, and the next packet asks for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from clerk_app.errors import UserError
from clerk_app.storage import attached_files, transfers

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session
    from clerk_app.storage.transfers import OfferRow

MOST_ATTACHED: Final = 400 * 1024 * 1024
"""Bytes of attached files in one packet or answer; what is more goes in the next ones."""


def lacking(session: Session) -> frozenset[str]:
    """Return the SHA-256 of the files that attachments, and households offered by other villages, name and that are not here."""
    named = offered_files(transfers.offers(session))
    return attached_files.missing(session) | (named - attached_files.present(session) if named else frozenset())


def offered_files(offers: Iterable[OfferRow]) -> frozenset[str]:
    """Return the files that belong to these offers; one that a newer program wrote names none that could be shown."""
    from clerk_app.exchange.transfers import files_of, read_offer  # noqa: PLC0415 - the start need not load what reads packets

    found: set[str] = set()
    for row in offers:
        with suppress(UserError):
            found |= files_of(read_offer(row.content))
    return frozenset(found)
